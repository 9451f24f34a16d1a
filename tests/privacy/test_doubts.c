#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "scans.h"

static void a_word_written_small_that_is_no_word_is_worth_a_look(void)
{
    assert_doubted("vi åkte dit på sommaren, pratar inte om gnarp nu", "tveksamt <gnarp>");
    assert_doubted("om man räknar gunillas också", "tveksamt <gunillas>");
    assert_doubted("Vi bodde intill ekliden då, och det var bra.", "tveksamt <ekliden>");
    assert_doubted("Vi bodde intill skogen då, och det var bra.", "");
}

static void a_word_that_is_a_name_too_is_worth_a_look_where_it_may_be_one(void)
{
    assert_doubted("en handläggare hade skrivit linnea på ett ställe", "tveksamt <linnea>");
    assert_doubted("Det tar slut. Linden är ett år, sen är det slut.", "tveksamt <Linden>");
    assert_doubted("Jag heter Sten. Och sten är jag gjord av.", "tveksamt <sten>");
    assert_doubted("Hon gick till skogen och satt på en sten.", "");
}

static void a_word_is_a_name_where_somebody_stands(void)
{
    assert_doubted("Gun då, å stig, pojken, är borta.", "tveksamt <stig>");
    assert_doubted("Hans, han kör mig. Hans bil är gammal.", "tveksamt <Hans>");
    assert_doubted("Vi gick en stig hem. Stark är jag inte.", "");
}

static void letters_and_figures_in_one_are_worth_a_look(void)
{
    assert_doubted("På pappret står det XKQ7 överst.", "tveksamt <XKQ7>");
    assert_doubted("Jag kom hem från M77 i maj.", "tveksamt <M77>");
    assert_doubted("IP 9, andra gången\n\nIP: Hej.", "tveksamt <9>");
    assert_doubted("Jag tog E20 och såg på TV4. Du är LA3 här.", "");
}

static void a_unit_by_what_it_is_for_is_worth_a_look(void)
{
    assert_doubted("Jag gick på sameskolan först.", "tveksamt <sameskolan>");
    assert_doubted("Han jobbar i koksverket.", "tveksamt <koksverket>");
    assert_doubted("Kyrkbyn är ett världsarv.", "tveksamt <Kyrkbyn>");
    assert_doubted("Jag gick på förskolan först. Det står i regelverket.", "");
}

static void a_capital_inside_a_sentence_is_worth_a_look(void)
{
    assert_doubted("Pappa skrev ett mejl till Skolförvaltningen i går.",
                   "tveksamt <Skolförvaltningen>");
    assert_doubted("Jag skrev till Försäkringskassan i maj.", "");
    assert_doubted("Vi går till Hemköp vid kyrkan.", "tveksamt <Hemköp>");
    assert_doubted("Vi går till Hemköp ibland.", "");
    assert_doubted("Vi pratade om BUDGET- och annat.", "");
}

static void a_unit_that_begins_a_sentence_is_worth_a_look(void)
{
    assert_doubted("Kvinnohuset är bra.", "tveksamt <Kvinnohuset>");
    assert_doubted("Mottagningen stänger tidigt.", "");
    assert_doubted("Han vaknade på akuten i Malmö.", "tveksamt <akuten>");
    assert_doubted("Han vaknade på akuten i går.", "");
    assert_doubted("Det var en på enheten för hemlösa.", "tveksamt <enheten>");
}

static void a_part_that_few_have_is_worth_a_look(void)
{
    assert_doubted("Jag ringde dit, och samordnaren sade att jag hade rätt.",
                   "tveksamt <samordnaren>");
    assert_doubted("Jag ringde dit, och handläggaren sade att jag hade rätt.", "");
}

static void a_day_without_its_month_is_worth_a_look(void)
{
    assert_doubted("Förra gången kom det den tjugosjätte i stället.",
                   "tveksamt <den tjugosjätte>");
    assert_doubted("Så den fjärde skickar jag det.", "tveksamt <den fjärde>");
    assert_doubted("Den fjärde gången orkade jag inte. Den andra var bättre.", "");
    assert_doubted("Det står 6 B på lådan.", "tveksamt <6 B>");
    assert_doubted("Ring mig 27:e om det går.", "tveksamt <27>");
    assert_doubted("Det skulle in före den första. Före den första gången var det inte så.",
                   "tveksamt <den första>");
}

static void a_number_that_nothing_explains_is_worth_a_look(void)
{
    assert_doubted("Jag har gått på å blitt nittitvå, tänk.", "tveksamt <nittitvå>");
    assert_doubted("Spelberoende sedan 29. Det var svårt.", "tveksamt <29>");
    assert_doubted("Det tog tjugo minuter och kostade tusen kronor.", "");
    assert_doubted("Vad är det, tjugotvå och femti, jo en glass.",
                   "tveksamt <tjugotvå>, tveksamt <femti>");
    assert_found("Det är maxtaxa, å maten sextisju kroner lådan.",
                 "belopp <sextisju kroner>");
    assert_doubted("Det är maxtaxa, å maten femton kroner lådan.",
                   "tveksamt <femton kroner>");
    assert_doubted("Den har en siffra, jag kan den, 58-114 203, tror jag.",
                   "tveksamt <58-114 203>");
    assert_doubted("Den siffran, »58-114 203«, och 58-114 203\u00a0i boken.",
                   "tveksamt <58-114 203>, tveksamt <58-114 203>");
    assert_doubted("Siffran 58-114 203 stod där. Revisor 1 frågade.",
                   "tveksamt <58-114 203>");
}

static void clocks_years_shares_and_lists_are_not(void)
{
    assert_doubted("Vi sågs klockan 16.30. Det var 2019, ungefär 45 % kom.", "");
    assert_doubted("[00:07:53] R: Jag ringde 1177 då.\nRevisor 14: Jaha.", "");
    assert_doubted("Vi såg:\n  15. Brev\n  17) Möten\nSamt en i 40-årsåldern.", "");
    assert_doubted("Fråga 14 var svår, och det tog 35 minuter.", "");
}

/* The dictionary is asked once of each spelling: what comes again takes no question from what comes later. */
static void words_behind_many_that_come_again_are_asked_about(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 1500; i++)
        g_string_append(text, "vi åt frolgmackersplundrik då, och sen vilade vi oss. ");
    g_string_append(text, "Vi åkte till gripkopp och plovrik.");
    lyh_scanner *scanner = scanner_with_dictionary();
    if (!scanner)
        return;
    size_t count;
    lyh_finding *found = lyh_scanner_find_and_doubt(scanner, text->str, text->len, &count);
    size_t end = strlen("plovrik."), last = text->len - end;
    g_assert_true(count > 0 && found[count - 1].start == last);
    free(found);
    lyh_scanner_free(scanner);
}

static void what_is_called_by_its_number_is_worth_a_look(void)
{
    assert_doubted("R: Jag tog ju sexan. Lugnt.", "tveksamt <sexan>");
}

static void a_hon_that_may_be_an_official_is_worth_a_look(void)
{
    assert_doubted("Hen var bra. Min mamma sa att hon var trött.", "tveksamt <hon>");
    assert_doubted("Min mamma sa att hon var trött.", "");
    assert_doubted("Katten är snäll. Hon ringde i går.", "");
    assert_doubted("Hen kom. Jag sov. Jag åt. Katten är snäll. Hon ringde.",
                   "tveksamt <Hon>");
}

/* Where people write as they speak, a word that is one but for its sound is nobody's name. */
static void in_spoken_spelling_a_word_is_no_name_for_its_sound(void)
{
    assert_doubted("Ho sa at vi skulle titte på dörrn å komme me blomme.", "");
}

/* One finding a place: whatever is surer stands alone. */
static void there_is_no_doubt_where_something_else_is_found(void)
{
    const char *text = "Min handläggare Annika Lindgren bor i Uppsala, Storgatan 14.";
    assert_doubted(text, "");
    assert_found(text, "namn <Annika Lindgren>, kommun <Uppsala>, adress <Storgatan 14>");
    assert_doubted("Nu står det [ort] och [gnarp] där.", "");
}

static void a_doubt_is_a_flag_that_people_may_accept(void)
{
    lyh_finding_kind kind;
    g_assert_true(lyh_finding_kind_of("tveksamt", &kind));
    g_assert_cmpint(kind, ==, LYH_FINDING_DOUBT);
    g_assert_true(lyh_finding_is_flag(kind));
    g_assert_true(lyh_finding_may_be_accepted(kind));
}

/* Without a dictionary no word is called unknown. */
static void without_a_dictionary_doubt_needs_a_capital_or_a_number(void)
{
    size_t count;
    const char *text = "vi bodde i blorpfluns, och Snorgel kom den tjugosjätte.";
    lyh_scanner *scanner = scanner_of_towns();
    lyh_finding *found = lyh_scanner_find_and_doubt(scanner, text, strlen(text), &count);
    for (size_t i = 0; i < count; i++)
        g_assert_cmpuint(found[i].start, >, (size_t)(strstr(text, "fluns") - text));
    g_assert_cmpuint(count, ==, 2);
    free(found);
    lyh_scanner_free(scanner);
}

/* @sentence behind a hundred words and more, each line of which is @line. */
static void assert_doubted_in(const char *line, const char *sentence, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 12; i++)
        g_string_append(text, line);
    g_string_append(text, sentence);
    assert_doubted(text->str, expected);
}

#define TALK "Ja, det var bra, men jag vet inte vad vi ska göra nu.\n"

static void what_stands_where_codes_stand_is_worth_a_look_in_talk(void)
{
    assert_doubted_in(TALK, "Har du kod G3, så är det rätt.", "tveksamt <G3>");
    assert_doubted_in(TALK, "Det ryms i en lykta.", "");
}

/* What the weights were learned from is talk: they say nothing of a report, nor of a line or two. */
static void where_nobody_talks_surroundings_say_nothing(void)
{
    assert_doubted("Har du kod G3, så är det rätt.", "");
    assert_doubted_in(
        "Utredningen redovisar övergripande slutsatser kring socialtjänsten.\n",
        "Har du kod G3, så är det rätt.", "");
}

/* "sten" is doubted in a line alone: see above. */
static void a_rule_doubts_nothing_where_names_hardly_ever_stand(void)
{
    assert_doubted_in(TALK, "Jag tog hadde.", "");
    assert_doubted("Jag tog hadde.", "tveksamt <hadde>");
}

#define TEST(sentence) g_test_add_func("/privacy/doubts/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_word_written_small_that_is_no_word_is_worth_a_look);
    TEST(a_word_that_is_a_name_too_is_worth_a_look_where_it_may_be_one);
    TEST(a_word_is_a_name_where_somebody_stands);
    TEST(letters_and_figures_in_one_are_worth_a_look);
    TEST(a_unit_by_what_it_is_for_is_worth_a_look);
    TEST(a_capital_inside_a_sentence_is_worth_a_look);
    TEST(a_unit_that_begins_a_sentence_is_worth_a_look);
    TEST(a_part_that_few_have_is_worth_a_look);
    TEST(a_day_without_its_month_is_worth_a_look);
    TEST(a_number_that_nothing_explains_is_worth_a_look);
    TEST(clocks_years_shares_and_lists_are_not);
    TEST(words_behind_many_that_come_again_are_asked_about);
    TEST(what_is_called_by_its_number_is_worth_a_look);
    TEST(a_hon_that_may_be_an_official_is_worth_a_look);
    TEST(in_spoken_spelling_a_word_is_no_name_for_its_sound);
    TEST(there_is_no_doubt_where_something_else_is_found);
    TEST(what_stands_where_codes_stand_is_worth_a_look_in_talk);
    TEST(where_nobody_talks_surroundings_say_nothing);
    TEST(a_rule_doubts_nothing_where_names_hardly_ever_stand);
    TEST(a_doubt_is_a_flag_that_people_may_accept);
    TEST(without_a_dictionary_doubt_needs_a_capital_or_a_number);
    return g_test_run();
}
