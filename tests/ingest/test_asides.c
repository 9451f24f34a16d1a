#include "reading.h"

static void assert_asides(const char *speech, const char *asides, const char *codes)
{
    g_autofree char *text = g_strdup_printf("B: - %s\n", speech);
    g_auto(reading) it = read_text(text);
    g_autofree char *found = asides_of(&it);
    g_autofree char *told = codes_of(&it);
    g_assert_cmpstr(found, ==, asides);
    g_assert_cmpstr(told, ==, codes);
}

static void round_and_square_brackets_are_asides(void)
{
    assert_asides("Ja (skratt). Hen [handläggaren] sa det […]",
                  "(skratt)|[handläggaren]|[…]", "");
    g_auto(reading) it = read_text("B: (skratt) [ort]\n");
    g_assert_cmpint(lyh_document_aside(it.document, 0)->kind, ==, LYH_ASIDE_STAGE);
    g_assert_cmpint(lyh_document_aside(it.document, 1)->kind, ==, LYH_ASIDE_EDITOR);
}

static void nested_brackets_are_one_aside(void)
{
    assert_asides("Jaha ((paus)) ja [han (bror) sa [ohörbart] så] men",
                  "((paus))|[han (bror) sa [ohörbart] så]", "");
}

static void brackets_of_two_sorts_that_cross_end_with_the_first_that_closes(void)
{
    assert_asides("a [b (c] d) e", "[b (c]", "");
}

static void an_open_square_bracket_lasts_to_the_end_of_the_paragraph(void)
{
    assert_asides("Ja [och sen (skratt) kom\n\nI: Vem?\nB: [hen]",
                  "[och sen (skratt) kom|[hen]", "aside-unclosed");
}

static void an_open_round_bracket_is_speech_and_only_noted(void)
{
    assert_asides("det var :( men (paus) det gick", "(paus)", "aside-open");
    assert_asides("a) först b) sen", "", "");
}

static void an_aside_may_run_over_wrapped_lines(void)
{
    assert_asides("Ja (lång\npaus) nej", "(lång paus)", "");
}

static void what_transcribers_write_without_brackets_is_an_aside_too(void)
{
    assert_asides("Ja xxx där, xx och Xxxa /…/ och / ... / men 1/2 /ohörbart/ så",
                  "xxx|/…/|/ ... /|/ohörbart/", "");
    assert_asides("men då= ja =och a=b", "=|=", "");
}

static void time_stamps_in_speech_are_asides_of_their_own_kind(void)
{
    assert_asides(
        "Ja #00:00:07-2# så 00:01:02 sen [00:01:03] kl 12:30 (12:31) och A00:00:01",
        "#00:00:07-2#|00:01:02|[00:01:03]|(12:31)", "");
    g_auto(reading) it = read_text("B: Ja #00:00:07-2# [00:01:03] [ort]\n");
    g_assert_cmpint(lyh_document_aside(it.document, 0)->kind, ==, LYH_ASIDE_TIME);
    g_assert_cmpint(lyh_document_aside(it.document, 1)->kind, ==, LYH_ASIDE_TIME);
    g_assert_cmpint(lyh_document_aside(it.document, 2)->kind, ==, LYH_ASIDE_EDITOR);
}

static void assert_quotations(const char *speech, const char *expected)
{
    g_autofree char *text = g_strdup_printf("B: - %s\n", speech);
    g_auto(reading) it = read_text(text);
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_quotation_count(it.document); i++) {
        const lyh_quotation *found = lyh_document_quotation(it.document, i);
        g_string_append_printf(shown, "%s%.*s", i > 0 ? "|" : "",
                               (int)(found->end - found->start),
                               lyh_document_text(it.document) + found->start);
    }
    g_assert_cmpstr(shown->str, ==, expected);
}

static void speech_in_quotation_marks_is_a_quotation_whatever_the_marks(void)
{
    assert_quotations("Hen sa ”du får vänta” och “det är så” och \"kom sen igen\"",
                      "”du får vänta”|“det är så”|\"kom sen igen\"");
    assert_quotations("»kom i morgon« och «kom nu då» och ‘kom då du’ och »kom igen då»",
                      "»kom i morgon«|«kom nu då»|‘kom då du’|»kom igen då»");
}

static void one_word_is_quoted_only_after_a_verb_of_saying(void)
{
    assert_quotations("de kallar det ”hjälp” men sa ”nej” och säger att: ”aldrig”",
                      "”nej”|”aldrig”");
}

static void apostrophes_inches_and_marks_that_nobody_ends_are_no_quotations(void)
{
    assert_quotations("that’s it, det’s och 60” skärm och Lars’ bil", "");
    assert_quotations("Hen sa ”du får vänta på\n\nJa.\n\nDet tog ”en hel vecka” sen",
                      "”en hel vecka”");
}

static void only_respondents_quote_and_the_editors_brackets_do_not(void)
{
    g_auto(reading) it = read_text("I: Sa hen ”gå hem nu”?\nB: Ja [”som de sa” då].\n");
    g_assert_cmpuint(lyh_document_quotation_count(it.document), ==, 0);
}

#define TEST(sentence) g_test_add_func("/ingest/asides/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(round_and_square_brackets_are_asides);
    TEST(nested_brackets_are_one_aside);
    TEST(brackets_of_two_sorts_that_cross_end_with_the_first_that_closes);
    TEST(an_open_square_bracket_lasts_to_the_end_of_the_paragraph);
    TEST(an_open_round_bracket_is_speech_and_only_noted);
    TEST(an_aside_may_run_over_wrapped_lines);
    TEST(what_transcribers_write_without_brackets_is_an_aside_too);
    TEST(time_stamps_in_speech_are_asides_of_their_own_kind);
    TEST(speech_in_quotation_marks_is_a_quotation_whatever_the_marks);
    TEST(one_word_is_quoted_only_after_a_verb_of_saying);
    TEST(apostrophes_inches_and_marks_that_nobody_ends_are_no_quotations);
    TEST(only_respondents_quote_and_the_editors_brackets_do_not);
    return g_test_run();
}
