#include <glib.h>

#include "scans.h"

/* What is left out in speech: "elva sexhundrafyrtio" is 11 640 kronor, "femtvåhundra" 5 200. */
static void thousands_are_heard_as_they_are_spoken(void)
{
    assert_found("Jag får elva sexhundrafyrtio.", "belopp <elva sexhundrafyrtio>");
    assert_found("Hyran är femtvåhundra.", "belopp <femtvåhundra>");
    assert_found("Lönen är fjorton åtta i månaden.", "belopp <fjorton åtta>");
    assert_found("Det kostar fem sexhundra, tror jag.", "");
    assert_found("Hon tar tvåhundra och en påse potatis.", "");
    assert_found("Jag får sju kronor i timmen.", "belopp <sju kronor>");
    assert_found("Av en gubbe. 64 500. Den ligger där.", "belopp <64 500>");
    assert_found("Det är så. Elvatusen åttahundra nånting.",
                 "belopp <Elvatusen åttahundra>");
}

static void hundreds_of_the_country_are_numbers_and_nobody(void)
{
    assert_found_with_dictionary("Nittonhunnrafemtitre flyttade vi dit.", "");
    assert_found("Det kostade trehunnrafemtitre kronor.",
                 "belopp <trehunnrafemtitre kronor>");
}

static void a_day_may_be_all_of_a_sentence(void)
{
    assert_found("Det var i april. Tjugoförsta. Sen kom han.", "datum <Tjugoförsta>");
    assert_found("Det var i april. Första. Sen kom han.", "");
    assert_found("Veckan före midsommar kom brevet.", "datum <Veckan före midsommar>");
}

static void ages_are_heard_in_the_ways_of_the_country(void)
{
    assert_found("Åttifyra blev je i mars.", "ålder <Åttifyra>");
    assert_found("Ho blir sextisju.", "ålder <sextisju>");
    assert_found("En kille, kan inte ha varit mer än tjugotre, och frågade.",
                 "ålder <tjugotre>");
    assert_found("Han föddes i kammarn där. Trettiåtta, så du kan räkna.",
                 "ålder <Trettiåtta>");
    assert_found("Min lärare var snäll. Gammal, kanske sextifyra.", "ålder <sextifyra>");
}

/* A flag tells what somebody should look at: few have such a trade. */
static void rare_trades_are_flags_and_common_ones_are_not(void)
{
    assert_found("Jag jobbade som ljuddesigner förut.", "titel <ljuddesigner>");
    assert_found("Jag jobbade som städare förut.", "");
    assert_found("Hon är pensionerad hovrättsassessor.", "titel <hovrättsassessor>");
    assert_found_with_dictionary("Han var skogsvaktare.", "titel <skogsvaktare>");
    assert_found_with_dictionary("Han var snällare.", "");
}

static void houses_and_circles_are_told_by_what_they_are_called(void)
{
    assert_found_with_dictionary("Skuldfria veckan kallar vi oss.",
                                 "arbetsplats <Skuldfria veckan>");
    assert_found("Jag är med i Tre Rosor.", "arbetsplats <Tre Rosor>");
    assert_found("Det heter nåt annat nu, PIVA.", "arbetsplats <PIVA>");
    assert_found("En insändare, signaturen \"En av kassarna\".",
                 "användarnamn <En av kassarna>");
    assert_found_with_dictionary("R: Fontänhuset, tre dagar.", "arbetsplats <Fontänhuset>");
    assert_found("Jag var inne på 96:an i tolv dagar.", "arbetsplats <96:an>");
}

static void a_street_or_a_town_may_stand_alone(void)
{
    assert_found_with_dictionary("Jag bor där. Professorsvägen.",
                                 "adress <Professorsvägen>");
    assert_found_with_dictionary("Gångvägen var hal.", "");
    assert_found("Brev går till 622 54 Romakloster.",
                 "postnummer <622 54>, plats <Romakloster>");
}

static void who_writes_under_letters_and_figures_is_told(void)
{
    assert_found("mollis06: hej\nresp12: hej\nmollis06: hej då\n",
                 "användarnamn <mollis06>, användarnamn <mollis06>");
}

#define TEST(sentence) g_test_add_func("/privacy/said/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(thousands_are_heard_as_they_are_spoken);
    TEST(hundreds_of_the_country_are_numbers_and_nobody);
    TEST(a_day_may_be_all_of_a_sentence);
    TEST(ages_are_heard_in_the_ways_of_the_country);
    TEST(rare_trades_are_flags_and_common_ones_are_not);
    TEST(houses_and_circles_are_told_by_what_they_are_called);
    TEST(a_street_or_a_town_may_stand_alone);
    TEST(who_writes_under_letters_and_figures_is_told);
    return g_test_run();
}
