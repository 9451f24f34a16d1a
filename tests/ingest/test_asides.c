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
    return g_test_run();
}
