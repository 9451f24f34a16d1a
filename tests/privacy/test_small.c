#include <glib.h>

#include "scans.h"

/* Who types without capitals writes names, places and streets small too. */
static void what_is_typed_small_holds_names_and_places(void)
{
    assert_found_with_dictionary(
        "R: jag bor hos kim nu. hen har en soffa. vi ses i rosengård sen. det är lugnt. "
        "sen bor farmor på eriksgatan.",
        "namn <kim>, plats <rosengård>, adress <eriksgatan>");
    assert_found_with_dictionary(
        "Hon skrev \"god natt, vi kommer till fredriksskans i morgon\" till mig.",
        "plats <fredriksskans>");
    assert_found_with_dictionary("Ambulansen körde mig till hjärtis den natten.",
                                 "arbetsplats <hjärtis>");
    assert_found_with_dictionary("På snap heter jag storm.vera numera.",
                                 "användarnamn <storm>");
}

/* A line that was wrapped begins small, and half a compound is no place. */
static void a_small_beginning_alone_makes_no_chat(void)
{
    assert_found_with_dictionary(
        "Det handlar om återgång i\narbets- och synsätt inom vården\n"
        "för dem som har varit\nlänge i hälso- och sjukvård.",
        "");
    assert_found_with_dictionary("I: hur är det? R: bra, jag var i källarn nyss.", "");
}

static void letters_and_wards_are_units_where_somebody_is(void)
{
    assert_found("Han spelade i FF som ung.", "arbetsplats <FF>");
    assert_found("Jag såg det på bild i FF där.", "");
    assert_found("Hon sitter i styrelsen för ÖRK numera.",
                 "titel <sitter i styrelsen>, arbetsplats <ÖRK>");
    assert_found("Jag låg på thorax en vecka.", "arbetsplats <thorax>");
    assert_found("Hon går i 6B nu.", "arbetsplats <6B>");
    assert_found("De har gjort lumpen på I 20 ihop.", "plats <I 20>");
    assert_found("Beslutet har 3.5.1-20417/2022 överst.",
                 "ärendenummer <3.5.1-20417/2022>");
    assert_found("Hon ringde om beslut 2022/LSS-4471 i går.",
                 "ärendenummer <2022/LSS-4471>");
    assert_found("Lunchen kostade 85 kronor, och inte 80 kronor.", "belopp <85 kronor>");
}

static void a_unit_of_a_town_may_be_written_small(void)
{
    assert_found("jag går på fristads folkhögskola.",
                 "arbetsplats <fristads folkhögskola>");
    assert_found("det är marks kommun som betalar.", "kommun <marks>");
    assert_found("Hon ringde Finska teamet i går.", "arbetsplats <Finska teamet>");
    assert_found_with_dictionary("Hon gick på enbacksskolan då.",
                                 "arbetsplats <enbacksskolan>");
    assert_found("Vi gick till barnens skola i min kommun.", "");
}

static void what_somebody_is_called_is_a_name_where_names_are_small(void)
{
    assert_found("ja. hunden heter sproling. hon gick dit. sen kom vi hem. det var bra.",
                 "namn <sproling>");
    assert_found("ja. det heter sproling. hon heter så. sen kom vi hem. det var bra.", "");
}

static void two_given_names_with_a_hyphen_are_one_written_small(void)
{
    assert_found("vi gick till maja-lisa.", "namn <maja-lisa>");
    assert_found("Jag och Kaffe-Lasse går ihop.", "namn <Kaffe-Lasse>");
    assert_found_with_dictionary("Min katt Findus sov.", "namn <Findus>");
    assert_found("de tog hälso-sjukvård och rosa-vita.", "");
}

static void lines_are_told_by_what_they_do(void)
{
    assert_found("Hem kommer jag när trettiettan går.", "plats <trettiettan>");
    assert_found("Sen tar jag 17:an till stan.", "plats <17:an>");
    assert_found("Då kom 204:an inte alls.", "plats <204:an>");
    assert_found("Byt till grön linje där.", "plats <grön linje>");
    assert_found("Hon bor i tvåan där uppe.", "");
}

static void roads_and_lines_are_told_by_their_number(void)
{
    assert_found("Det ligger vid väg E22 där.", "plats <E22>");
    assert_found("Det hände på E22:an igen.", "plats <E22:an>");
    assert_found("Bussen är sen. Nu går 150 men inte i dag.", "plats <150>");
    assert_found("Bussen går 10.50, och sen går tio till.", "");
}

static void who_lives_in_a_town_tells_it(void)
{
    assert_found_with_dictionary("Han är bodensare.", "plats <bodensare>");
    assert_found_with_dictionary("Han är badare och läsare.", "");
}

static void an_age_may_be_all_of_an_answer(void)
{
    assert_found("I: Och nu är du?\n\nR: Trettiotvå.\n\nI: Hur många är ni?\n\nR: Tolv.",
                 "ålder <Trettiotvå>");
    assert_found("Jag har Wilmer, sexton. Han är hemma.", "namn <Wilmer>, ålder <sexton>");
    assert_found("Jag har en på åtta och en på elva.", "ålder <åtta>, ålder <elva>");
    assert_found("I: hur gammal var du när du flyttade?\n\nR: tolv. det var kallt.",
                 "ålder <tolv>");
    assert_found("Hon har tvillingar, två år. Han hann precis bli 84.",
                 "ålder <två år>, ålder <84>");
    assert_found("Där finns en som är sextiosju som jag känner.", "ålder <sextiosju>");
    assert_found("Hon är sjutinie å pigg.", "ålder <sjutinie>");
    assert_found("Det tog nästan till v. 47 att få svar.", "datum <v. 47>");
}

static void hon_goes_on_from_hen(void)
{
    assert_found("Min mamma är sjuk. Sen kom en vikarie. Hen är okej. Hon skrev allt.",
                 "kön <Hon>");
    assert_found("Hen sa på telefon att hon var ledsen.", "kön <hon>");
    assert_found("Hen sa till min bror att han fick komma.", "");
}

#define TEST(sentence) g_test_add_func("/privacy/small/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(what_is_typed_small_holds_names_and_places);
    TEST(a_small_beginning_alone_makes_no_chat);
    TEST(letters_and_wards_are_units_where_somebody_is);
    TEST(a_unit_of_a_town_may_be_written_small);
    TEST(what_somebody_is_called_is_a_name_where_names_are_small);
    TEST(two_given_names_with_a_hyphen_are_one_written_small);
    TEST(lines_are_told_by_what_they_do);
    TEST(roads_and_lines_are_told_by_their_number);
    TEST(who_lives_in_a_town_tells_it);
    TEST(an_age_may_be_all_of_an_answer);
    TEST(hon_goes_on_from_hen);
    return g_test_run();
}
