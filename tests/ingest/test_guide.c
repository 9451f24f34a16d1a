#include <string.h>

#include <lyhord/ingest/guide.h>

#include "reading.h"

#define GUIDE                                                                              \
    "fråga;avsnitt;text;tema\n"                                                           \
    "1;Bemötande;Hur tycker du att du blir bemött av din handläggare?;bemötande\n"     \
    "2;Bemötande;Hur var det första mötet?;\n"                                          \
    "3a;Tid;Hur gör du när du vill få tag i din handläggare?;\n"                       \
    "9;Avslut;Är det något mer du vill säga?;\n"

#define CUED                                                                               \
    "fråga;avsnitt;text;tema;sägs\n"                                                     \
    "1;A;Hur tycker du att du blir bemött av din handläggare?;;bemött|mot dig\n"        \
    "2;A;Hur var det första mötet?;;första besöket | | första gången dit\n"          \
    "3;B;Vad händer härnäst?;;nästa steg|besöket\n"

/* Of the guide that the next study has. */
static const char *guide_text = GUIDE;

static lyh_guide *guide_from(const char *text, lyh_diags *diags)
{
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("guide.csv", LYH_SOURCE_TABLE, text, strlen(text), diags);
    g_autoptr(lyh_csv) csv = lyh_csv_read(source, diags);
    return csv ? lyh_guide_read(csv, diags) : NULL;
}

/* The number of the question of every turn, '-' where there is none. */
static void assert_tied_in(const char *path, const char *text, const char *expected)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_guide) guide = guide_from(guide_text, diags);
    const lyh_ingest_options options = { .guide = guide };
    g_auto(reading) it = read_named(path, text, strlen(text), &options);
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_turn_count(it.document); i++) {
        size_t question = lyh_document_turn(it.document, i)->question;
        g_string_append_printf(shown, "%s%s", i > 0 ? " " : "",
                               question == LYH_NONE ? "-"
                                                    : lyh_guide_number(guide, question));
    }
    g_assert_cmpstr(shown->str, ==, expected);
}

static void assert_tied(const char *text, const char *expected)
{
    assert_tied_in("prov.txt", text, expected);
}

static void the_cells_of_a_guide_are_its_questions(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_guide) guide = guide_from(GUIDE, diags);
    g_assert_cmpuint(lyh_guide_count(guide), ==, 4);
    g_assert_cmpstr(lyh_guide_number(guide, 2), ==, "3a");
    g_assert_cmpstr(lyh_guide_section(guide, 2), ==, "Tid");
    g_assert_cmpstr(lyh_guide_text(guide, 1), ==, "Hur var det första mötet?");
    g_assert_cmpstr(lyh_guide_theme(guide, 0), ==, "bemötande");
    g_assert_cmpstr(lyh_guide_theme(guide, 1), ==, "");
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
}

static void a_guide_without_its_columns_is_an_error(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_assert_null(guide_from("fråga;avsnitt\n1;a\n", diags));
    g_assert_cmpuint(lyh_diags_error_count(diags), ==, 1);
}

static void a_guide_of_more_than_a_thousand_questions_is_an_error(void)
{
    g_autoptr(GString) text = g_string_new("fråga;text\n");
    for (int i = 0; i < 1001; i++)
        g_string_append_printf(text, "%d;Vad %d?\n", i, i);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_assert_null(guide_from(text->str, diags));
    g_assert_cmpstr(lyh_diags_at(diags, 0)->code, ==, "guide-too-long");
}

/* 8 of 10 words are the same; then 4 of 5, said in passing. */
static void near_identical_wording_ties_a_turn_and_those_after_it(void)
{
    assert_tied("I: Hej.\nB: Hej.\nI: Hur tycker du att du blir bemött av din soc?\n"
                "B: Bra.\nI: Jaha.\nB: Ja.\nI: Mm, okej. Hur var första mötet?\nB: Kort.\n",
                "- - 1 1 1 1 2 2");
}

/* 3 of 11 words are the same as question 3a's. */
static void other_wording_leaves_a_turn_untied(void)
{
    assert_tied("I: Hur ringer man din enhet om du behöver?\nB: Bra.\n", "- -");
    assert_tied("B: Hur var det första mötet?\n", "-");
}

/* "Hur var det?": 3 of 5 words of question 2 and nothing nearer is that question; half of the
 * words of another question end the one before. */
static void a_question_like_another_of_the_guide_ends_the_one_before(void)
{
    assert_tied("I: Är det något mer du vill säga?\nB: Nej.\nI: Hur var ert första möte?\n"
                "B: Kort.\n",
                "9 9 - -");
}

static void a_number_ties_whatever_the_wording(void)
{
    assert_tied("I: 9. Något annat?\nB: Nej.\nI: 3a) Når du dem?\nB: Aldrig.\n",
                "9 9 3a 3a");
    assert_tied("Fråga 2: Berätta?\nSvar: Nej.\n", "2 2");
    assert_tied("I: 7. Något annat?\nB: Nej.\n", "- -");
}

static void a_heading_ties_when_its_section_has_one_question(void)
{
    assert_tied_in("prov.md", "## Avslut\n\nI: Så?\n\nB: Nej.\n", "9 9 9");
    assert_tied_in("prov.md", "## Bemötande\n\nI: Så?\n\nB: Nej.\n", "- - -");
}

static void a_question_alone_that_is_not_the_guides_ends_the_one_before(void)
{
    assert_tied_in("prov.md",
                   "**Hur var det första mötet?**\n\nKort.\n\n**Varför?**\n\nVet inte.\n",
                   "2 2 - -");
}

static void two_questions_in_one_turn_are_neither(void)
{
    assert_tied("I: Hur var det första mötet? Är det något mer du vill säga?\nB: Nej.\n",
                "- -");
}

/* "första mötet" is four words of the question's; all of them, and seven others: 4 of 11, but every one is there. */
static void a_sentence_with_every_word_of_a_question_puts_it(void)
{
    assert_tied("I: Jo, och hur var det första mötet nu då, kommer du ihåg?\nB: Kort.\n",
                "2 2");
}

static void assert_cued(const char *text, const char *expected)
{
    guide_text = CUED;
    assert_tied(text, expected);
    guide_text = GUIDE;
}

static void words_that_interviewers_say_instead_tie_a_turn(void)
{
    assert_cued("I: Oj. Och hen du har nu, hur är hen mot dig?\nB: Bra.\nI: Mm.\nB: Ja.\n",
                "1 1 1 1");
    assert_cued("I: Berätta om ditt första besök.\nB: Nej.\n", "- -");
    assert_cued("B: Han var mot dig.\nI: Jaså?\nB: Mm.\n", "- - -");
}

/* "första besöket" is more than "besöket"; the words of a cue stand in one sentence; two as long are neither. */
static void of_two_cues_the_longer_one_is_meant(void)
{
    assert_cued("I: Hur var det första besöket?\nB: Kort.\n", "2 2");
    assert_cued("I: Vi var på besöket.\nB: Ja.\n", "3 3");
    assert_cued("I: Det första. Och sen på besöket?\nB: Ja.\n", "3 3");
    assert_cued("I: Hur var första besöket, och nästa steg?\nB: Ja.\n", "- -");
}

#define TEST(sentence) g_test_add_func("/ingest/guide/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(the_cells_of_a_guide_are_its_questions);
    TEST(a_guide_without_its_columns_is_an_error);
    TEST(a_guide_of_more_than_a_thousand_questions_is_an_error);
    TEST(near_identical_wording_ties_a_turn_and_those_after_it);
    TEST(other_wording_leaves_a_turn_untied);
    TEST(a_question_like_another_of_the_guide_ends_the_one_before);
    TEST(a_number_ties_whatever_the_wording);
    TEST(a_heading_ties_when_its_section_has_one_question);
    TEST(a_question_alone_that_is_not_the_guides_ends_the_one_before);
    TEST(two_questions_in_one_turn_are_neither);
    TEST(a_sentence_with_every_word_of_a_question_puts_it);
    TEST(words_that_interviewers_say_instead_tie_a_turn);
    TEST(of_two_cues_the_longer_one_is_meant);
    return g_test_run();
}
