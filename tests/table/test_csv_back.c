/*
 * Written CSV read back equals the data: by our reader, and by Python's, where it is installed.
 * A thousand tables of cells that CSV, spreadsheets and readers would act on; the seed is fixed.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <lyhord/table/writers.h>

#include "../../src/base/autoptr.h"
#include "../../src/table/autoptr.h"

#define TABLES 1000

/* Each would mean something to somebody: separators, quotes, guards, formulas, line ends, marks. */
static const char *const pieces[] = {
    ";",
    ",",
    "\t",
    "\"",
    "\"\"",
    "'",
    "''",
    "=",
    "+",
    "-",
    "@",
    "\n",
    "\xE2\x88\x92",
    " ",
    "a",
    "åäö",
    "1,5",
    "7 av 12",
    "..",
    "–",
    "#",
    "\\",
    "\u00a0",
    "\u2028",
    "😀",
    "NULL",
    "0",
    "=1+1",
    "sep=;",
    "\u202e",
    "'=",
    "\"=1\"",
    "\u200b",
    "e\xCC\x81" /* not NFC */,
};

static char *hostile_text(GRand *random)
{
    GString *text = g_string_new(NULL);
    for (int count = g_rand_int_range(random, 0, 6); count > 0; count--)
        g_string_append(text,
                        pieces[g_rand_int_range(random, 0, (int)G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}

/* In every row something can be seen: an empty row is no row in a spreadsheet either. */
static lyh_table *hostile_table(GRand *random)
{
    lyh_table *table = lyh_table_new("hostile");
    int columns = g_rand_int_range(random, 1, 5), rows = g_rand_int_range(random, 0, 6);
    for (int i = 0; i < columns; i++) {
        g_autofree char *name = g_strdup_printf("c%d", i);
        lyh_table_add_column(table, name, name);
    }
    for (int row = 0; row < rows; row++) {
        lyh_table_add_row(table);
        for (int i = 0; i < columns; i++) {
            g_autofree char *made = hostile_text(random);
            g_autofree char *seen = g_strconcat(i == 0 ? "x" : "", made, NULL);
            g_autofree char *text = g_rand_boolean(random) && i == 0
                                        ? g_strconcat(made, "x", NULL)
                                        : g_strdup(seen);
            lyh_table_set_cell(table, (size_t)row, (size_t)i, lyh_cell_text(text));
        }
    }
    return table;
}

static char *as_csv(const lyh_table *table, lyh_csv_style style, size_t *size)
{
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_csv(table, style, output));
    return lyh_output_take(output, size);
}

/* Sources are in NFC: what was written in another form is read in that one. */
static void assert_read(const lyh_csv *csv, const lyh_table *table)
{
    g_assert_cmpuint(lyh_csv_row_count(csv), ==, lyh_table_row_count(table));
    g_assert_cmpuint(lyh_csv_column_count(csv), ==, lyh_table_column_count(table));
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        for (size_t i = 0; i < lyh_table_column_count(table); i++) {
            const char *text = lyh_table_cell(table, row, i)->text;
            g_autofree char *wanted = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
            g_assert_cmpstr(lyh_csv_cell(csv, row, i), ==, wanted);
        }
}

static void our_reader_gives_back_every_cell_in_every_style(void)
{
    static const lyh_csv_style styles[] = { LYH_CSV_SWEDISH, LYH_CSV_PACKAGE, LYH_CSV_C };
    g_autoptr(GRand) random = g_rand_new_with_seed(6);
    for (int i = 0; i < TABLES; i++) {
        g_autoptr(lyh_table) table = hostile_table(random);
        for (size_t style = 0; style < G_N_ELEMENTS(styles); style++) {
            size_t size;
            g_autofree char *bytes = as_csv(table, styles[style], &size);
            g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
            g_autoptr(lyh_source) source =
                lyh_source_from_bytes("t.csv", LYH_SOURCE_TABLE, bytes, size, diags);
            g_assert_nonnull(source);
            g_autoptr(lyh_csv) csv = lyh_csv_read(source, diags);
            g_assert_nonnull(csv);
            assert_read(csv, table);
        }
    }
}

/* What stands in a cell, as JSON, for a reader that takes the guard away as a spreadsheet would. */
static char *as_json(const lyh_table *table)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_json(table, output));
    return lyh_output_take(output, &size);
}

static void python_reads_the_same_and_no_cell_begins_a_formula(void)
{
    static const char script[] =
        "import csv, glob, json, os, sys\n"
        "os.chdir(sys.argv[1])\n"
        "for name in sorted(glob.glob('*.csv')):\n"
        "    told = json.load(open(name[:-3] + 'json', encoding='utf-8'))\n"
        "    with open(name, encoding='utf-8-sig', newline='') as file:\n"
        "        rows = list(csv.reader(file, delimiter=';', strict=True))\n"
        "    names = [column['name'] for column in told['columns']]\n"
        "    assert rows[0] == names, name\n"
        "    wanted = [[row[n] or '' for n in names] for row in told['rows']]\n"
        "    for cells in rows[1:]:\n"
        "        for cell in cells:\n"
        "            assert cell in '+-' or cell[0] not in '=+-@\\t\\r', (name, cell)\n"
        "    plain = [[c[1:] if c[:1] == \"'\" and c.lstrip(\"'\")[:1] in "
        "tuple('=+-@\\t\\r')\n"
        "              else c for c in cells] for cells in rows[1:]]\n"
        "    assert plain == wanted, (name, plain, wanted)\n";
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    for (int i = 0; i < 50; i++) {
        g_autoptr(lyh_table) table = hostile_table(random);
        size_t size;
        g_autofree char *bytes = as_csv(table, LYH_CSV_PACKAGE, &size);
        g_autofree char *told = as_json(table);
        g_autofree char *csv = g_strdup_printf("%s/%02d.csv", folder, i);
        g_autofree char *json = g_strdup_printf("%s/%02d.json", folder, i);
        g_assert_true(g_file_set_contents(csv, bytes, (gssize)size, NULL));
        g_assert_true(g_file_set_contents(json, told, -1, NULL));
    }
    const char *const command[] = { "/usr/bin/python3", "-c", script, folder, NULL };
    int status;
    g_autofree char *said = NULL;
    bool is_run = g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               NULL, &said, &status, NULL);
    for (int i = 0; i < 50; i++) {
        g_autofree char *csv = g_strdup_printf("%s/%02d.csv", folder, i);
        g_autofree char *json = g_strdup_printf("%s/%02d.json", folder, i);
        g_unlink(csv);
        g_unlink(json);
    }
    g_rmdir(folder);
    if (!is_run) {
        g_test_skip("python3 is not installed");
        return;
    }
    g_assert_cmpstr(said, ==, "");
    g_assert_cmpint(status, ==, 0);
}

/* A row of nothing but empty cells is read by nobody; in a table of one column it was no line at all. */
static void a_row_of_empty_cells_is_still_a_line(void)
{
    g_autoptr(lyh_table) table = lyh_table_new("empty");
    lyh_table_add_column(table, "c", "c");
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text("a"));
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text(""));
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_empty());
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text("b"));
    size_t size;
    g_autofree char *csv = as_csv(table, LYH_CSV_SWEDISH, &size);
    g_assert_cmpstr(csv, ==, "c\na\n\"\"\n\"\"\nb\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/table/csv_back/" #name, name)
    TEST(our_reader_gives_back_every_cell_in_every_style);
    TEST(python_reads_the_same_and_no_cell_begins_a_formula);
    TEST(a_row_of_empty_cells_is_still_a_line);
    return g_test_run();
}
