#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "scans.h"

static void names_are_found_in_any_case_and_length(void)
{
    assert_found("jag ringde Anna igen", "namn <Anna>");
    assert_found("det var Annas fel", "namn <Annas>");
    assert_found("min handläggare Anna-Karin Holmström sa nej",
                 "namn <Anna-Karin Holmström>");
    assert_found("hon heter Linda K. och bor här", "namn <Linda K.>");
    assert_found("jag mötte Carl von Essen där", "namn <Carl von Essen>");
}

static void a_common_word_is_a_name_only_with_its_capital(void)
{
    assert_found("en björk, en sten och linda in det", "");
    assert_found("Björken utanför. Stenar också.", "");
    assert_found("då kom Sten, och Sten var snäll", "namn <Sten>, namn <Sten>");
    assert_found("Inga pengar. Mina barn. Ville du det?", "");
    assert_found("Sten ringde aldrig tillbaka", "namn <Sten>");
}

static void an_unknown_name_is_found_where_one_is_expected(void)
{
    assert_found("chefen heter Zvartlok", "namn <Zvartlok>");
    assert_found("min syster anna hjälper mig", "namn <anna>");
    assert_found("Gunilla Wrethammar kom. Wrethammar ringde sen.",
                 "namn <Gunilla Wrethammar>, namn <Wrethammar>");
}

static void the_studys_own_list_is_found(void)
{
    assert_found("vi sågs på Vattkotten", "namn <Vattkotten>");
    assert_found("inom Projekt Granris", "namn <Projekt Granris>");
}

static void small_municipalities_with_common_names_need_a_sign(void)
{
    assert_found("Mark är dyrt. Vara eller inte vara.", "");
    assert_found("jag bor i Mark, inte i Vara", "kommun <Mark>, kommun <Vara>");
    assert_found("Ale kommun hjälpte mig", "kommun <Ale>");
    assert_found("prima mark och lite ale", "");
}

static void cards_of_transport_name_the_region(void)
{
    assert_found("jag fick SL-kort", "plats <SL-kort>");
    assert_found("jag fick skånekortet", "plats <skånekortet>");
    assert_found("visa ID-kort och bankkort", "");
}

static void places_are_found_by_list_and_by_preposition(void)
{
    assert_found("hen bodde i Gottsunda då", "plats <Gottsunda>");
    assert_found("hen bodde i Brokvarnby då", "plats <Brokvarnby>");
    assert_found("hela Region Skåne och Uppsala län",
                 "region <Region Skåne>, region <Uppsala län>");
    assert_found("jag kom till Sverige och Försäkringskassan", "");
}

static void streets_are_found_with_and_without_number(void)
{
    assert_found("på Storgatan 12 B, sen", "adress <Storgatan 12 B>");
    assert_found("på Erik Dahlbergs väg 4", "adress <Erik Dahlbergs väg 4>");
    assert_found("c/o Vikholm", "adress <c/o Vikholm>");
    assert_found("skriv till Box 214", "adress <Box 214>");
    assert_found("på vägen hem över torget", "");
}

static void workplaces_are_found_with_their_name(void)
{
    assert_found("jag jobbar på ICA Maxi i Brokvarn nu",
                 "arbetsplats <ICA Maxi i Brokvarn>");
    assert_found("på Gottsunda vårdcentral", "arbetsplats <Gottsunda vårdcentral>");
    assert_found("hen går på Tretjärnsskolan", "arbetsplats <Tretjärnsskolan>");
    assert_found("hos Lyktans Assistans AB", "arbetsplats <Lyktans Assistans AB>");
    assert_found("på skolan, på vårdcentralen, på jobbet", "");
}

static void hen_is_the_rule_and_mamma_stays(void)
{
    assert_found("Min handläggare, hen lyssnar. Hon ringer.", "kön <Hon>");
    assert_found("Hen lyssnar. Min mamma var sjuk. Hon ringer.", "");
    assert_found("Hen lyssnar på mig, på hur han eller hon har det.", "");
    assert_found("Min handläggare lyssnar. Hon ringer.", "");
}

static void somebody_of_the_service_is_hon_or_han_and_a_relative_is_not(void)
{
    assert_found("Sen kom Yvonne. Hon var ny. Hen frågade mig.",
                 "namn <Yvonne>, kön <Hon>");
    assert_found("Hur utsågs hon, den handläggare som höll i det? Hen då.", "kön <hon>");
    assert_found("Hen lyssnar. Killen på soc, han sa nej.", "kön <Killen>, kön <han>");
    assert_found("Hen ringde min bror, han svarade inte.", "");
    assert_found("Hen frågade hur han hade haft det, min man alltså.", "");
    assert_found("Jag lämnade min man. Handläggaren kom, hen log. Han öppnade brevet.", "");
    assert_found("Hen ringde. Våra barn heter Lamar och Tala. Tala sov, hon var trött.",
                 "namn <Lamar>, namn <Tala>, namn <Tala>");
}

static void lines_days_and_answers_are_found_as_they_are_said(void)
{
    assert_found("Jag tog linje 21 med 713:an på torsdagen efter pingst.",
                 "plats <linje 21>, plats <713:an>, datum <torsdagen efter pingst>");
    assert_found("Doktor al-Sabri kom första fredagen i mars, ärende 2020-LSS-331.",
                 "namn <al-Sabri>, datum <första fredagen i mars>, "
                 "ärendenummer <2020-LSS-331>");
    assert_found("Skriv på svara punkt example punkt se.",
                 "webbadress <svara punkt example punkt se>");
    assert_found("Hur gammal var du då?\n\nFemton.", "ålder <Femton>");
}

static void a_line_ends_a_sentence_unless_lines_were_wrapped(void)
{
    static const char text[] = "en lång rad som går vidare på nästa rad fast meningen inte "
                               "är slut, i\nSala bodde jag då";
    lyh_scanner *wrapped = scanner_of_wrapped_lines();
    size_t count;
    free(lyh_scanner_find_and_doubt(wrapped, text, strlen(text), &count));
    g_assert_cmpuint(count, ==, 1);
    lyh_scanner_free(wrapped);
    assert_found(text, "");
}

static void a_dictionary_tells_names_from_words(void)
{
    assert_found_with_dictionary("Zhivkora ringde mig aldrig tillbaka.", "namn <Zhivkora>");
    assert_found_with_dictionary("Bemötandet var kallt. Handläggningstiden var lång.", "");
    assert_found_with_dictionary("Grodkullen ringde igen.", "");
    assert_found_with_dictionary("What was said. Others say nothing.", "");
    assert_found_with_dictionary("jag tror att samira hjälper mig mest", "namn <samira>");
    assert_found_with_dictionary("hen flyttade till borås med nycklarna i handen",
                                 "kommun <borås>");
}

static void names_written_small_are_announced(void)
{
    assert_found("hej det är fatima, kan du ringa", "namn <fatima>");
    assert_found("bor på storgatan 12 i stan, inte på riksvägen 50",
                 "adress <storgatan 12>");
}

static void diagnoses_crimes_and_titles_are_flags(void)
{
    assert_found("jag har adhd", "diagnos <adhd>");
    assert_found("de var schizofrena, depressionen kom",
                 "diagnos <schizofrena>, diagnos <depressionen>");
    assert_found("jag satt i fängelset", "brott <fängelset>");
    assert_found("jag jobbar hemifrån, därifrån, uppifrån", "");
    assert_found("socialchefen kom", "titel <socialchefen>");
    g_assert_true(lyh_finding_is_flag(LYH_FINDING_TITLE));
    g_assert_false(lyh_finding_is_flag(LYH_FINDING_GENDER));
}

/* A small word and a colon that begins several lines is who writes. */
static void names_written_small_in_chats_are_found(void)
{
    assert_found("[16:10] mona stöd: hej sigge\n[16:12] sigge: ja\n[16:13] sigge: nej",
                 "namn <mona>, namn <sigge>, namn <sigge>, namn <sigge>");
    assert_found("mamma: hej\nhon: nej\nmamma: jo", "");
    assert_found("[14/8, 09:12] mona: hej", "datum <14/8>, namn <mona>");
}

static void what_is_sung_told_or_of_the_family_is_no_name(void)
{
    assert_found("Deltagaren kallas D. Hustrun sitter med.", "");
    assert_found("Hustrun: Han låg där. Maken: Nej. Dottern: Jo.", "");
    assert_found("Linda in det du vill. Sanna mina ord.", "");
    assert_found("hon sjunger hela Fritiof", "");
    assert_found("vi hörde Sankta Lucia", "");
    assert_found("vi kallar henne Blomman", "namn <Blomman>");
    assert_found("det var K-G som plogade", "namn <K-G>");
}

static void placeholders_are_no_findings(void)
{
    assert_found("[ort] [handläggare 1] [datum: vår 2019] [ålder: 40–49 år]", "");
    assert_found("[handläggaren Anna]", "namn <Anna>");
    assert_found("[namn: Anna]", "namn <Anna>");
    assert_found("[telefon: 070-174 06 05]", "telefon <070-174 06 05>");
}

static void findings_never_overlap(void)
{
    const char *text =
        "Anna Björk, Storgatan 12 B, 753 20 Uppsala, 070-174 06 05, a_b@example.se, "
        "3300 640823-3234, ICA Maxi i Gottsunda, Nacksta 5:61, den 12 mars 2024";
    size_t count;
    lyh_scanner *scanner = scanner_of_towns();
    lyh_finding *found = lyh_scanner_find_and_doubt(scanner, text, strlen(text), &count);
    g_assert_cmpuint(count, >=, 9);
    for (size_t i = 0; i < count; i++) {
        g_assert_cmpuint(found[i].start, <, found[i].end);
        g_assert_cmpuint(found[i].end, <=, strlen(text));
        g_assert_true(i == 0 || found[i - 1].end <= found[i].start);
        g_assert_nonnull(found[i].why);
    }
    free(found);
    lyh_scanner_free(scanner);
}

static char *repeated(const char *piece, size_t size)
{
    GString *text = g_string_sized_new(size);
    while (text->len < size)
        g_string_append(text, piece);
    return g_string_free(text, FALSE);
}

/* The time that every test is given is what ends it: a square of these would take hours. */
static void hostile_texts_take_no_longer_than_others(void)
{
    static const char *const pieces[] = { "1",        "0",    "@",     "a@",   "a.",
                                          "1 ",       "070-", "Anna ", "[",    "[Anna ",
                                          "_",        "a_.",  "i A",   "\xff", "\xc3",
                                          "\xe2\x80", "S:t ", "12/3 ", "A1-",  "hon hen " };
    lyh_scanner *scanner = scanner_of_towns();
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autofree char *text = repeated(pieces[i], 1000 * 1000);
        size_t count;
        lyh_finding *found =
            lyh_scanner_find_and_doubt(scanner, text, strlen(text), &count);
        g_assert_true(count == 0 || found[count - 1].end <= strlen(text));
        free(found);
    }
    lyh_scanner_free(scanner);
}

static void a_nul_is_a_character_like_others(void)
{
    static const char text[] = "ring \0 070-174 06 05\0";
    size_t count;
    lyh_scanner *scanner = scanner_of_towns();
    lyh_finding *found = lyh_scanner_find_and_doubt(scanner, text, sizeof text - 1, &count);
    g_assert_cmpuint(count, ==, 1);
    free(found);
    lyh_scanner_free(scanner);
}

static void what_the_lists_lack_is_said(void)
{
    const char *const *limits = lyh_scanner_limits();
    g_assert_nonnull(limits[0]);
    for (; *limits; limits++)
        g_assert_cmpuint(strlen(*limits), >, 20);
}

static void initials_are_somebody(void)
{
    assert_found("Det stod H.L. i dem.", "namn <H.L.>");
    assert_found("Hon är f.d. lärare i U.S. Navy.", "");
    assert_found("Hon skrev: \"T pratar bara om er\".", "namn <T>");
    assert_found("Sen fick jag hjälp hos A-L.", "namn <A-L>");
}

static void nobody_s_hon_is_a_glance_in_a_text_of_hen(void)
{
    assert_found("Hen ringde. Sen fick jag boka hos hon i luckan. Hon sa nej.",
                 "kön <hon>, kön <Hon>");
    assert_found("Hen ringde. Peter var snäll. Men han svarade inte.",
                 "namn <Peter>, kön <han>");
    assert_found("Hen ringde. Jag tog det till grabben, till Robin. Han svarade.",
                 "namn <Robin>");
}

static void a_small_word_may_be_joined_to_a_name(void)
{
    assert_found("Så kom boendestödjar-Ali in.", "namn <boendestödjar-Ali>");
    assert_found("Hon kallas lill-Jonna.", "namn <lill-Jonna>");
    assert_found("Det är mellan-Sverige och e-ID.", "");
}

#define TEST(sentence) g_test_add_func("/privacy/words/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(names_are_found_in_any_case_and_length);
    TEST(a_common_word_is_a_name_only_with_its_capital);
    TEST(an_unknown_name_is_found_where_one_is_expected);
    TEST(the_studys_own_list_is_found);
    TEST(small_municipalities_with_common_names_need_a_sign);
    TEST(cards_of_transport_name_the_region);
    TEST(places_are_found_by_list_and_by_preposition);
    TEST(streets_are_found_with_and_without_number);
    TEST(workplaces_are_found_with_their_name);
    TEST(hen_is_the_rule_and_mamma_stays);
    TEST(somebody_of_the_service_is_hon_or_han_and_a_relative_is_not);
    TEST(lines_days_and_answers_are_found_as_they_are_said);
    TEST(a_line_ends_a_sentence_unless_lines_were_wrapped);
    TEST(a_dictionary_tells_names_from_words);
    TEST(names_written_small_are_announced);
    TEST(diagnoses_crimes_and_titles_are_flags);
    TEST(names_written_small_in_chats_are_found);
    TEST(what_is_sung_told_or_of_the_family_is_no_name);
    TEST(placeholders_are_no_findings);
    TEST(findings_never_overlap);
    TEST(hostile_texts_take_no_longer_than_others);
    TEST(a_nul_is_a_character_like_others);
    TEST(what_the_lists_lack_is_said);
    TEST(initials_are_somebody);
    TEST(nobody_s_hon_is_a_glance_in_a_text_of_hen);
    TEST(a_small_word_may_be_joined_to_a_name);
    return g_test_run();
}
