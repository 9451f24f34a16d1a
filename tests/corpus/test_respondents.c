#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/corpus/respondents.h>

#include "../../src/base/autoptr.h"
#include "../../src/corpus/autoptr.h"

static lyh_respondents *read_csv(const char *csv, lyh_diags *diags)
{
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("respondents.csv", LYH_SOURCE_TABLE, csv, strlen(csv), diags);
    return lyh_respondents_read(source, NULL, diags);
}

/* The codes of everything said about @csv, one after the other. */
static char *told_about(const char *csv, bool *is_read)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_respondents) respondents = read_csv(csv, diags);
    g_autoptr(GString) codes = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        g_string_append_printf(codes, "%s%s:%zu", i > 0 ? " " : "",
                               lyh_diags_at(diags, i)->code, lyh_diags_at(diags, i)->line);
    *is_read = respondents != NULL;
    return g_string_free(g_steal_pointer(&codes), FALSE);
}

static void assert_told(const char *csv, bool should_be_read, const char *expected)
{
    bool is_read;
    g_autofree char *codes = told_about(csv, &is_read);
    g_assert_cmpstr(codes, ==, expected);
    g_assert_true(is_read == should_be_read);
}

static void people_and_attributes_are_found_by_name(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_respondents) people =
        read_csv("id;Grupp;kön\nAH1;handläggare;k\n CB3 ;brukare;m\n", diags);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
    g_assert_cmpuint(lyh_respondents_count(people), ==, 2);
    g_assert_cmpuint(lyh_respondents_find(people, "CB3"), ==, 1);
    g_assert_cmpuint(lyh_respondents_find(people, " CB3\u00a0"), ==, 1);
    g_assert_cmpuint(lyh_respondents_find(people, "cb3"), ==, LYH_NONE);
    g_assert_cmpuint(lyh_respondents_attribute_count(people), ==, 2);
    g_assert_cmpuint(lyh_respondents_find_attribute(people, "grupp"), ==, 0);
    g_assert_cmpuint(lyh_respondents_find_attribute(people, "KÖN"), ==, 1);
    g_assert_cmpuint(lyh_respondents_find_attribute(people, "ålder"), ==, LYH_NONE);
    g_assert_cmpstr(lyh_respondents_value(people, 1, 0), ==, "brukare");
    g_assert_cmpstr(lyh_respondents_id(people, 1), ==, "CB3");
}

static void an_id_may_be_used_once_in_any_normal_form(void)
{
    assert_told("id;g\nr1;a\nr2;a\nr1;a\n", false, "id-twice:4");
    assert_told("id;g\n\u00e51;a\na\u030a1;a\n", false, "id-twice:3");
}

static void the_message_names_both_lines(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_assert_null(read_csv("id;g\nr1;a\nr2;a\nr1;b\n", diags));
    g_assert_cmpstr(lyh_diags_at(diags, 0)->message, ==,
                    "the id 'r1' is used twice; first on line 2");
}

static void every_mistake_is_told_in_one_run(void)
{
    assert_told("id;g\n;a\n../x;a\n.dold;a\na\\b;a\n", false,
                "id-empty:2 id-unfit:3 id-unfit:4 id-unfit:5");
}

static void a_separator_that_nobody_reads_is_told(void)
{
    assert_told("id|grupp\nr1|a\n", false, "respondents-columns:1");
    assert_told("id\nr1\nr2\n", true, "");
}

static void ids_and_values_that_differ_in_case_are_warned_about(void)
{
    assert_told("id;g\nr1;a\nR1;a\n", true, "ids-alike:3");
    assert_told("id;g\nr1;C-stad\nr2;c-stad\nr3;C - stad\nr4;c-stad\n", true,
                "values-alike:3 values-alike:4");
}

static void a_missing_value_is_warned_about(void)
{
    assert_told("id;g\nr1;\nr2;a\n", true, "attribute-empty:2");
}

static void people_can_be_added_without_a_file(void)
{
    g_autoptr(lyh_respondents) people = lyh_respondents_new(NULL);
    g_assert_cmpuint(lyh_respondents_add(people, "R1"), ==, 0);
    g_assert_cmpuint(lyh_respondents_add(people, "R2"), ==, 1);
    g_assert_cmpuint(lyh_respondents_add(people, " R1 "), ==, 0);
    g_assert_cmpuint(lyh_respondents_count(people), ==, 2);
}

static void people_added_to_a_file_have_empty_attributes(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_respondents) people = read_csv("id;g\nr1;a\n", diags);
    size_t late = lyh_respondents_add(people, "r9");
    g_assert_cmpstr(lyh_respondents_value(people, late, 0), ==, "");
}

static void an_id_is_kept_without_space_at_its_ends(void)
{
    char *clean = lyh_id_clean(" \ta\u030a b\u00a0");
    g_assert_cmpstr(clean, ==, "å b");
    free(clean);
    clean = lyh_id_clean("  ");
    g_assert_cmpstr(clean, ==, "");
    free(clean);
}

#define TEST(sentence) g_test_add_func("/corpus/respondents/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(people_and_attributes_are_found_by_name);
    TEST(an_id_may_be_used_once_in_any_normal_form);
    TEST(the_message_names_both_lines);
    TEST(every_mistake_is_told_in_one_run);
    TEST(a_separator_that_nobody_reads_is_told);
    TEST(ids_and_values_that_differ_in_case_are_warned_about);
    TEST(a_missing_value_is_warned_about);
    TEST(people_can_be_added_without_a_file);
    TEST(people_added_to_a_file_have_empty_attributes);
    TEST(an_id_is_kept_without_space_at_its_ends);
    return g_test_run();
}
