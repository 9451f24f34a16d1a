#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/privacy/findings.h>

static lyh_finding *find_all(const char *text, size_t size, size_t *count)
{
    const lyh_scan_options options = { 0 };
    lyh_scanner *scanner = lyh_scanner_new(&options);
    lyh_finding *findings = lyh_scanner_find(scanner, text, size, count);
    lyh_scanner_free(scanner);
    return findings;
}

/* The kinds of personnummer found in @text as one letter each: p, s or l (like). */
static char *kinds_in(const char *text)
{
    size_t count;
    lyh_finding *findings = find_all(text, strlen(text), &count);
    GString *kinds = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        if (findings[i].kind <= LYH_FINDING_LIKE_PERSONNUMMER)
            g_string_append_c(kinds, "psl"[findings[i].kind]);
    free(findings);
    return g_string_free(kinds, FALSE);
}

static void assert_kinds(const char *text, const char *expected)
{
    g_autofree char *kinds = kinds_in(text);
    g_assert_cmpstr(kinds, ==, expected);
}

/* 640823-3234 and 701063-2391 are the published examples of SKV 704 and SKV 707. */
static void the_published_examples_are_found(void)
{
    assert_kinds("jag är 640823-3234 och hen 701063-2391", "ps");
    assert_kinds("19121212-1212", "p");
}

static void a_wrong_check_digit_only_resembles(void)
{
    assert_kinds("640823-3235", "l");
    assert_kinds("701063-2392", "l");
}

static void every_way_of_writing_is_known(void)
{
    assert_kinds("6408233234 640823 3234 640823+3234 640823–3234", "pppp");
    assert_kinds("196408233234 19640823-3234 19640823 3234", "ppp");
    assert_kinds("640823 - 3234, 19640823 – 3234, ID640823-3234x", "ppp");
}

static void a_longer_run_of_digits_is_something_else(void)
{
    assert_kinds("1640823-3234", "");
    assert_kinds("640823-32345", "");
    assert_kinds("64082332341", "");
    assert_kinds("5561234567891234", "");
}

static void an_impossible_date_is_something_else(void)
{
    assert_kinds("641323-3234", "");
    assert_kinds("640800-3234", "");
    assert_kinds("640832-3234", "");
    assert_kinds("640895-3234", "");
    assert_kinds("30640823-3234", "");
}

static void the_leap_day_needs_a_leap_year(void)
{
    assert_kinds("640229-1111", "l");
    assert_kinds("630229-1111", "");
    assert_kinds("19000229-1111", "");
    assert_kinds("20000229-1111", "l");
}

static void telephones_and_sums_are_left_alone(void)
{
    assert_kinds("ring 070-174 06 05 eller 0701750605", "");
    assert_kinds("40 000-120 000 invånare, 12 300 kronor", "");
}

static void a_finding_spans_the_whole_number(void)
{
    const char *text = "nr 19640823-3234.";
    size_t count;
    lyh_finding *findings = find_all(text, strlen(text), &count);
    g_assert_cmpuint(count, ==, 1);
    g_assert_cmpuint(findings[0].start, ==, 3);
    g_assert_cmpuint(findings[0].end, ==, strlen(text) - 1);
    free(findings);
}

static void text_without_numbers_gives_null(void)
{
    size_t count = 9;
    g_assert_null(find_all("inga siffror alls", 17, &count));
    g_assert_cmpuint(count, ==, 0);
    g_assert_null(find_all("", 0, &count));
}

static void kinds_have_their_swedish_names(void)
{
    g_assert_cmpstr(lyh_finding_name(LYH_FINDING_PERSONNUMMER), ==, "personnummer");
    g_assert_cmpstr(lyh_finding_name(LYH_FINDING_SAMORDNINGSNUMMER), ==,
                    "samordningsnummer");
    g_assert_cmpstr(lyh_finding_name(LYH_FINDING_LIKE_PERSONNUMMER), ==,
                    "like a personnummer");
}

#define TEST(sentence) g_test_add_func("/privacy/findings/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(the_published_examples_are_found);
    TEST(a_wrong_check_digit_only_resembles);
    TEST(every_way_of_writing_is_known);
    TEST(a_longer_run_of_digits_is_something_else);
    TEST(an_impossible_date_is_something_else);
    TEST(the_leap_day_needs_a_leap_year);
    TEST(telephones_and_sums_are_left_alone);
    TEST(a_finding_spans_the_whole_number);
    TEST(text_without_numbers_gives_null);
    TEST(kinds_have_their_swedish_names);
    return g_test_run();
}
