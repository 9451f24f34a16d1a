#include <string.h>

#include <glib.h>

#include <lyhord/table/table.h>

#include "../../src/table/autoptr.h"

static lyh_table *two_columns(void)
{
    lyh_table *table = lyh_table_new("tally");
    lyh_table_add_column(table, "code", "tema");
    lyh_table_add_column(table, "persons", "personer");
    return table;
}

static void a_table_keeps_its_own_copy_of_every_text(void)
{
    g_autoptr(lyh_table) table = two_columns();
    char text[] = "bemötande";
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(text));
    lyh_table_set_part(table, LYH_TABLE_TITLE, text);
    lyh_table_add_note(table, text);
    memset(text, 'x', strlen(text));
    g_assert_cmpstr(lyh_table_cell(table, 0, 0)->text, ==, "bemötande");
    g_assert_cmpstr(lyh_table_part_text(table, LYH_TABLE_TITLE), ==, "bemötande");
    g_assert_cmpstr(lyh_table_note(table, 0), ==, "bemötande");
}

static void a_cell_that_was_not_set_is_empty(void)
{
    g_autoptr(lyh_table) table = two_columns();
    lyh_table_add_row(table);
    g_assert_cmpint(lyh_table_cell(table, 0, 1)->kind, ==, LYH_CELL_EMPTY);
    g_assert_null(lyh_table_part_text(table, LYH_TABLE_DATE));
    g_assert_cmpuint(lyh_table_note_count(table), ==, 0);
}

static void rows_are_numbered_from_nought(void)
{
    g_autoptr(lyh_table) table = two_columns();
    g_assert_cmpuint(lyh_table_add_row(table), ==, 0);
    g_assert_cmpuint(lyh_table_add_row(table), ==, 1);
    lyh_table_set_cell(table, 1, 1, lyh_cell_of(7, 12));
    g_assert_cmpint(lyh_table_cell(table, 1, 1)->number, ==, 7);
    g_assert_cmpint(lyh_table_cell(table, 1, 1)->base, ==, 12);
    g_assert_cmpuint(lyh_table_row_count(table), ==, 2);
}

#define TEST(sentence) g_test_add_func("/table/table/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_table_keeps_its_own_copy_of_every_text);
    TEST(a_cell_that_was_not_set_is_empty);
    TEST(rows_are_numbered_from_nought);
    return g_test_run();
}
