#include <string.h>

#include <glib.h>

#include <lyhord/corpus/respondents.h>
#include <lyhord/corpus/scheme.h>

#include "../../src/base/autoptr.h"
#include "../../src/corpus/autoptr.h"

static lyh_scheme *scheme_of(const char *text)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_scheme *scheme = lyh_scheme_read(text, lyh_place_none(), diags);
    g_assert_true((scheme != NULL) == (lyh_diags_error_count(diags) == 0));
    return scheme;
}

static void an_id_is_made_of_the_parts_in_their_order(void)
{
    g_autoptr(lyh_scheme) scheme = scheme_of("stad:A|B|C roll:H|B nr");
    static const struct {
        const char *id;
        bool fits;
    } cases[] = { { "AH1", true },   { "CB12", true }, { "DH1", false }, { "AH", false },
                  { "AH1x", false }, { "ah1", false }, { "", false },    { "1AH", false },
                  { "BB3", true },   { "AHB1", false } };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_true(lyh_scheme_fits(scheme, cases[i].id, strlen(cases[i].id)) ==
                      cases[i].fits);
}

static void alternatives_are_attributes_and_digits_are_none(void)
{
    g_autoptr(lyh_scheme) scheme = scheme_of("stad:A|B|C roll:H|B nr");
    g_assert_cmpuint(lyh_scheme_attribute_count(scheme), ==, 2);
    g_assert_cmpstr(lyh_scheme_attribute(scheme, 1), ==, "roll");
    g_assert_cmpstr(lyh_scheme_value(scheme, "CB5", 0), ==, "C");
    g_assert_cmpstr(lyh_scheme_value(scheme, "CB5", 1), ==, "B");
    g_assert_null(lyh_scheme_value(scheme, "LB4", 0));
}

static void a_shorter_alternative_gives_way_when_the_rest_does_not_fit(void)
{
    g_autoptr(lyh_scheme) scheme = scheme_of("nr kontor:1|12 roll:2|H");
    g_assert_cmpstr(lyh_scheme_value(scheme, "712H", 0), ==, "12");
    g_assert_cmpstr(lyh_scheme_value(scheme, "712", 1), ==, "2");
}

static void a_scheme_that_says_nothing_is_an_error(void)
{
    static const char *const wrong[] = { "",         "  ",   "stad: nr",     "stad:A||B",
                                         "stad:A|A", ":A|B", "stad:A stad:B" };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_null(scheme_of(wrong[i]));
}

/* "AH1 stad=A roll=H …" for everyone, then the codes of what was said. */
static char *read_with(const char *csv, const lyh_scheme *scheme)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("respondents.csv", LYH_SOURCE_TABLE, csv, strlen(csv), diags);
    g_autoptr(lyh_respondents) people = lyh_respondents_read(source, scheme, diags);
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_respondents_count(people); i++) {
        g_string_append(shown, lyh_respondents_id(people, i));
        for (size_t k = 0; k < lyh_respondents_attribute_count(people); k++)
            g_string_append_printf(shown, " %s=%s", lyh_respondents_attribute(people, k),
                                   lyh_respondents_value(people, i, k));
        g_string_append(shown, "; ");
    }
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        g_string_append_printf(shown, "%s:%zu ", lyh_diags_at(diags, i)->code,
                               lyh_diags_at(diags, i)->line);
    return g_string_free(g_steal_pointer(&shown), FALSE);
}

static void assert_read(const char *csv, const char *expected)
{
    g_autoptr(lyh_scheme) scheme = scheme_of("stad:A|B roll:H|B nr");
    g_autofree char *shown = read_with(csv, scheme);
    g_assert_cmpstr(shown, ==, expected);
}

static void ids_give_the_attributes_that_the_file_lacks(void)
{
    assert_read("id\nAH1\nBB2\nX9\n",
                "AH1 stad=A roll=H; BB2 stad=B roll=B; X9 stad= roll=; ");
    assert_read("id;kontor\nAH1;Norr\n", "AH1 kontor=Norr stad=A roll=H; ");
}

static void the_files_own_word_for_a_code_fills_its_empty_cells(void)
{
    assert_read("id;Roll\nAH1;handläggare\nAH2;\nBB3;\n",
                "AH1 Roll=handläggare stad=A; AH2 Roll=handläggare stad=A; "
                "BB3 Roll=B stad=B; ");
}

static void two_words_for_one_code_are_told(void)
{
    assert_read("id;stad;roll\nAH1;A-stad;H\nAB1;B-stad;B\n",
                "AH1 stad=A-stad roll=H; AB1 stad=B-stad roll=B; scheme-contradiction:3 ");
}

/* One code as a code and as its word would be two groups. */
static void whoever_is_added_later_has_the_files_own_word(void)
{
    g_autoptr(lyh_scheme) scheme = scheme_of("stad:A|B roll:H|B nr");
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    const char *csv = "id;stad\nAH1;A-stad\n";
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("respondents.csv", LYH_SOURCE_TABLE, csv, strlen(csv), diags);
    g_autoptr(lyh_respondents) people = lyh_respondents_read(source, scheme, diags);
    size_t late = lyh_respondents_add(people, "AB7");
    g_assert_cmpstr(lyh_respondents_value(people, late, 0), ==, "A-stad");
    g_assert_cmpstr(lyh_respondents_value(people, late, 1), ==, "B");
}

static void whoever_is_added_later_has_the_schemes_attributes(void)
{
    g_autoptr(lyh_scheme) scheme = scheme_of("stad:A|B roll:H|B nr");
    g_autoptr(lyh_respondents) people = lyh_respondents_new(scheme);
    g_assert_cmpuint(lyh_respondents_attribute_count(people), ==, 2);
    size_t someone = lyh_respondents_add(people, "BH7");
    size_t other = lyh_respondents_add(people, "intervju");
    g_assert_cmpstr(lyh_respondents_value(people, someone, 0), ==, "B");
    g_assert_cmpstr(lyh_respondents_value(people, other, 0), ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/scheme/" #name, name)
    TEST(an_id_is_made_of_the_parts_in_their_order);
    TEST(alternatives_are_attributes_and_digits_are_none);
    TEST(a_shorter_alternative_gives_way_when_the_rest_does_not_fit);
    TEST(a_scheme_that_says_nothing_is_an_error);
    TEST(ids_give_the_attributes_that_the_file_lacks);
    TEST(the_files_own_word_for_a_code_fills_its_empty_cells);
    TEST(two_words_for_one_code_are_told);
    TEST(whoever_is_added_later_has_the_files_own_word);
    TEST(whoever_is_added_later_has_the_schemes_attributes);
    return g_test_run();
}
