#include <stdlib.h>

#include <glib.h>

#include <lyhord/table/writers.h>

#include "../../src/table/autoptr.h"

static char *as_csv(const lyh_table *table, lyh_csv_style style)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_csv(table, style, output));
    return lyh_output_take(output, &size);
}

static char *as_json(const lyh_table *table)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_json(table, output));
    return lyh_output_take(output, &size);
}

/* One row that has a cell of every kind. */
static lyh_table *every_kind(void)
{
    const lyh_cell cells[] = {
        lyh_cell_text("bemötande"), lyh_cell_count(12345),    lyh_cell_decimal(-25, 1),
        lyh_cell_of(7, 12),         lyh_cell_percent(583, 1), lyh_cell_hidden(),
        lyh_cell_not_asked(),       lyh_cell_empty(),
    };
    lyh_table *table = lyh_table_new("tally");
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        char name[] = { (char)('a' + i), '\0' };
        lyh_table_add_column(table, name, "rubrik");
    }
    lyh_table_add_row(table);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_set_cell(table, 0, i, cells[i]);
    return table;
}

static void csv_has_fixed_names_bare_numbers_and_a_decimal_comma(void)
{
    g_autoptr(lyh_table) table = every_kind();
    g_autofree char *csv = as_csv(table, LYH_CSV_SWEDISH);
    g_assert_cmpstr(csv, ==,
                    "a;b;c;d;e;f;g;h\n"
                    "bemötande;12345;-2,5;7 av 12;58,3;..;–;\n");
}

static void the_c_style_has_commas_points_and_crlf(void)
{
    g_autoptr(lyh_table) table = every_kind();
    g_autofree char *csv = as_csv(table, LYH_CSV_C);
    g_assert_cmpstr(csv, ==,
                    "a,b,c,d,e,f,g,h\r\n"
                    "bemötande,12345,-2.5,7 of 12,58.3,..,–,\r\n");
}

static void a_package_begins_with_a_bom_and_ends_lines_as_excel_does(void)
{
    g_autoptr(lyh_table) table = every_kind();
    g_autofree char *csv = as_csv(table, LYH_CSV_PACKAGE);
    g_assert_true(g_str_has_prefix(csv, "\xEF\xBB\xBF"
                                        "a;b;"));
    g_assert_true(g_str_has_suffix(csv, ";–;\r\n"));
}

static void assert_cell_in_csv(const char *text, const char *expected)
{
    g_autoptr(lyh_table) table = lyh_table_new("x");
    lyh_table_add_column(table, "a", "a");
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text(text));
    g_autofree char *csv = as_csv(table, LYH_CSV_SWEDISH);
    g_autofree char *all = g_strdup_printf("a\n%s\n", expected);
    g_assert_cmpstr(csv, ==, all);
}

/* CWE-1236: a spreadsheet runs what begins with these. */
static void what_a_spreadsheet_would_run_is_guarded(void)
{
    assert_cell_in_csv("=1+1", "'=1+1");
    assert_cell_in_csv("+46 18", "'+46 18");
    assert_cell_in_csv("-2", "'-2");
    assert_cell_in_csv("@SUM(A1)", "'@SUM(A1)");
    assert_cell_in_csv("\tx", "\"'\tx\"");
    assert_cell_in_csv("\rx", "\"'\rx\"");
    assert_cell_in_csv("=a;b", "\"'=a;b\"");
}

static void a_polarity_sign_alone_is_not_guarded(void)
{
    assert_cell_in_csv("+", "+");
    assert_cell_in_csv("-", "-");
    assert_cell_in_csv("\u2212", "\u2212");
}

static void cells_are_quoted_when_they_must_be(void)
{
    assert_cell_in_csv("hen sa \"nej\"", "\"hen sa \"\"nej\"\"\"");
    assert_cell_in_csv("två\nrader", "\"två\nrader\"");
    assert_cell_in_csv("a,b", "\"a,b\"");
    assert_cell_in_csv("vanlig text", "vanlig text");
}

static void json_keeps_numbers_as_numbers(void)
{
    g_autoptr(lyh_table) table = every_kind();
    lyh_table_set_part(table, LYH_TABLE_BASE, "12 \"personer\"\t");
    lyh_table_add_note(table, "en\nnot");
    g_autofree char *json = as_json(table);
    g_assert_nonnull(strstr(json, "\"name\": \"tally\""));
    g_assert_nonnull(strstr(json, "\"base\": \"12 \\\"personer\\\"\\u0009\""));
    g_assert_nonnull(strstr(json, "\"notes\": [\"en\\nnot\"]"));
    g_assert_nonnull(strstr(json, "{\"a\": \"bemötande\", \"b\": 12345, \"c\": -2.5, "
                                  "\"d\": {\"count\": 7, \"base\": 12}, \"e\": 58.3, "
                                  "\"f\": \"..\", \"g\": \"–\", \"h\": null}"));
}

/* The oracle is another program's reader. */
static void json_is_json(void)
{
    g_autofree char *python = g_find_program_in_path("python3");
    if (!python) {
        g_test_skip("python3 is not installed");
        return;
    }
    g_autoptr(lyh_table) table = every_kind();
    lyh_table_set_cell(table, 0, 0, lyh_cell_text("\x01 \\ \" / \x7f å"));
    g_autofree char *json = as_json(table);
    const char *const command[] = {
        python, "-c",
        "import json,sys; t=json.loads(sys.argv[1]); "
        "sys.exit(t['rows'][0]['a'] != '\\x01 \\\\ \" / \\x7f å' or t['format'] != 1)",
        json, NULL
    };
    int status = -1;
    g_assert_true(g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               NULL, NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
}

#define TEST(sentence) g_test_add_func("/table/writers/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(csv_has_fixed_names_bare_numbers_and_a_decimal_comma);
    TEST(the_c_style_has_commas_points_and_crlf);
    TEST(a_package_begins_with_a_bom_and_ends_lines_as_excel_does);
    TEST(what_a_spreadsheet_would_run_is_guarded);
    TEST(a_polarity_sign_alone_is_not_guarded);
    TEST(cells_are_quoted_when_they_must_be);
    TEST(json_keeps_numbers_as_numbers);
    TEST(json_is_json);
    return g_test_run();
}
