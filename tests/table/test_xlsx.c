/*
 * Workbooks: what is written is read back by ours; by openpyxl, where it is installed, with
 * which numbers are numbers and what they show.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <lyhord/base/workbook.h>
#include <lyhord/table/xlsx.h>

#include "../../src/base/autoptr.h"
#include "../../src/table/autoptr.h"

static lyh_table *every_kind(void)
{
    const lyh_cell cells[] = {
        lyh_cell_text("=1+1; \"ja\""), lyh_cell_count(12345),
        lyh_cell_decimal(-25, 1),      lyh_cell_of(7, 12),
        lyh_cell_percent(583, 1),      lyh_cell_hidden(),
        lyh_cell_not_asked(),          lyh_cell_empty(),
    };
    lyh_table *table = lyh_table_new("tally");
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        char name[] = { (char)('a' + i), '\0' };
        lyh_table_add_column(table, name, name);
    }
    lyh_table_add_row(table);
    lyh_table_add_row(table);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        lyh_table_set_cell(table, 0, i, cells[i]);
        lyh_table_set_cell(table, 1, i, cells[G_N_ELEMENTS(cells) - 1 - i]);
    }
    lyh_table_set_part(table, LYH_TABLE_TITLE, "Alla slag");
    lyh_table_set_part(table, LYH_TABLE_BASE, "12 personer");
    lyh_table_add_note(table, "En not.");
    return table;
}

static bool write_into(const char *folder, const lyh_table *table, lyh_bytes *bytes,
                       lyh_error *error)
{
    lyh_output *output = lyh_output_to_memory();
    bool is_fine =
        lyh_table_write_xlsx(table, lyh_catalog_for("sv"), folder, output, error);
    bytes->data = lyh_output_take(output, &bytes->size);
    return is_fine;
}

static lyh_bytes written(const lyh_table *table)
{
    lyh_error error = { 0 };
    lyh_bytes bytes;
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_assert_true(write_into(folder, table, &bytes, &error));
    g_assert_cmpint(g_rmdir(folder), ==, 0); /* nothing is left in it */
    return bytes;
}

static void what_is_written_is_read_back(void)
{
    g_autoptr(lyh_table) table = every_kind();
    lyh_bytes bytes = written(table);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source = lyh_workbook_read("t.xlsx", &bytes, diags);
    g_assert_cmpstr(lyh_source_text(source), ==,
                    "a;b;c;d;e;f;g;h\n"
                    "\"'=1+1; \"\"ja\"\"\";12345;-2.5;7;0.583;..;–;\n"
                    ";–;..;0.583;7;-2.5;12345;\"'=1+1; \"\"ja\"\"\"\n");
    free(bytes.data);
}

static void the_same_table_is_the_same_bytes(void)
{
    g_autoptr(lyh_table) table = every_kind();
    lyh_bytes one = written(table), other = written(table);
    g_assert_cmpuint(one.size, ==, other.size);
    g_assert_true(memcmp(one.data, other.data, one.size) == 0);
    free(one.data);
    free(other.data);
}

static void openpyxl_reads_numbers_with_what_they_show_and_text_as_text(void)
{
    static const char script[] =
        "import sys\n"
        "try:\n"
        "    import openpyxl\n"
        "except ImportError:\n"
        "    sys.exit(77)\n"
        "book = openpyxl.load_workbook(sys.argv[1])\n"
        "first, notes = book.worksheets\n"
        "cells = list(first[2])\n"
        "told = [(c.value, c.data_type, c.number_format) for c in cells[:5]]\n"
        "assert told == [('=1+1; \"ja\"', 's', 'General'), (12345, 'n', '0'),\n"
        "                (-2.5, 'n', '0.0'), (7, 'n', '0\" av 12\"'),\n"
        "                (0.583, 'n', '0.0\\xa0%')], told\n"
        "assert [c.value for c in cells[5:]] == ['..', '–', None]\n"
        "assert first.freeze_panes == 'A2'\n"
        "lines = [[c.value for c in row] for row in notes.iter_rows()]\n"
        "assert lines == [[None, 'Alla slag'], ['Bas', '12 personer'], [None, 'En not.']]\n"
        "assert not book.properties.creator, book.properties.creator\n";
    g_autoptr(lyh_table) table = every_kind();
    lyh_bytes bytes = written(table);
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "t.xlsx", NULL);
    g_assert_true(g_file_set_contents(path, bytes.data, (gssize)bytes.size, NULL));
    free(bytes.data);
    const char *const command[] = { "/usr/bin/python3", "-c", script, path, NULL };
    int status;
    g_autofree char *said = NULL;
    bool is_run = g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               NULL, &said, &status, NULL);
    g_unlink(path);
    g_rmdir(folder);
    if (!is_run || (WIFEXITED(status) && WEXITSTATUS(status) == 77)) {
        g_test_skip("python3-openpyxl is not installed");
        return;
    }
    g_assert_cmpstr(said, ==, "");
    g_assert_cmpint(status, ==, 0);
}

/* The typology's first column has no heading, and groups of two surveys may be called alike. */
static void headings_may_be_empty_or_stand_twice(void)
{
    g_autoptr(lyh_table) table = lyh_table_new("typology");
    lyh_table_add_column(table, "row", "");
    lyh_table_add_column(table, "a", "Samma");
    lyh_table_add_column(table, "b", "Samma");
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text("rad"));
    lyh_table_set_cell(table, row, 1, lyh_cell_of(7, 12));
    lyh_bytes bytes = written(table);
    g_assert_cmpuint(bytes.size, >, 0);
    free(bytes.data);
}

static void several_tables_are_a_sheet_each_and_one_of_notes(void)
{
    g_autoptr(lyh_table) first = every_kind(), second = lyh_table_new("second");
    lyh_table_add_column(second, "a", "Annan");
    lyh_table_set_cell(second, lyh_table_add_row(second), 0, lyh_cell_text("här"));
    const lyh_table *const tables[] = { first, second };
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    lyh_output *output = lyh_output_to_memory();
    lyh_error error = { 0 };
    lyh_bytes bytes;
    g_assert_true(
        lyh_tables_write_xlsx(tables, 2, lyh_catalog_for("sv"), folder, output, &error));
    bytes.data = lyh_output_take(output, &bytes.size);
    g_assert_cmpint(g_rmdir(folder), ==, 0);

    static const char *const begins[] = { "a;b;c;d;e;f;g;h\n", "Annan\nhär\n",
                                          "Tabell 1;Alla slag\n" };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(begins); i++) {
        g_autoptr(lyh_source) sheet = lyh_workbook_read_sheet("xlsx", &bytes, i, diags);
        g_assert_nonnull(sheet);
        g_assert_true(g_str_has_prefix(lyh_source_text(sheet), begins[i]));
    }
    g_assert_null(lyh_workbook_read_sheet("xlsx", &bytes, 3, diags));
    free(bytes.data);
}

static void a_folder_that_is_not_there_is_an_error_and_nothing_comes_out(void)
{
    g_autoptr(lyh_table) table = every_kind();
    lyh_error error = { 0 };
    lyh_bytes bytes;
    g_assert_false(write_into("/nowhere/at/all", table, &bytes, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_IO);
    g_assert_cmpuint(bytes.size, ==, 0);
    free(bytes.data);
}

/* The library writes without looking: a device that is always full stands in for a full disk. */
static void a_full_disk_is_an_error_and_nothing_comes_out(void)
{
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "table.xlsx", NULL);
    if (symlink("/dev/full", path) != 0 || !g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
        g_test_skip("there is no /dev/full here");
        return;
    }
    g_autoptr(lyh_table) table = every_kind();
    lyh_error error = { 0 };
    lyh_bytes bytes;
    g_assert_false(write_into(folder, table, &bytes, &error));
    g_assert_cmpint(error.kind, !=, LYH_ERROR_NONE);
    g_assert_cmpuint(bytes.size, ==, 0);
    free(bytes.data);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void a_cell_longer_than_a_workbook_holds_is_refused(void)
{
    lyh_error error = { 0 };
    lyh_bytes bytes;
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *text = g_strnfill(40000, 'x');
    g_autoptr(lyh_table) table = lyh_table_new("long");
    lyh_table_add_column(table, "a", "a");
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text(text));
    g_assert_false(write_into(folder, table, &bytes, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_DATA);
    free(bytes.data);
    g_rmdir(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/table/xlsx/" #name, name)
    TEST(what_is_written_is_read_back);
    TEST(the_same_table_is_the_same_bytes);
    TEST(openpyxl_reads_numbers_with_what_they_show_and_text_as_text);
    TEST(headings_may_be_empty_or_stand_twice);
    TEST(several_tables_are_a_sheet_each_and_one_of_notes);
    TEST(a_folder_that_is_not_there_is_an_error_and_nothing_comes_out);
    TEST(a_full_disk_is_an_error_and_nothing_comes_out);
    TEST(a_cell_longer_than_a_workbook_holds_is_refused);
    return g_test_run();
}
