#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/table/writers.h>

#include "../../src/table/autoptr.h"

static char *as_text(const lyh_table *table)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_text(table, lyh_catalog_for("sv"), output));
    return lyh_output_take(output, &size);
}

static lyh_table *theme_table(void)
{
    lyh_table *table = lyh_table_new("tally");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "all", "Samtliga");
    return table;
}

static void add_row(lyh_table *table, const char *label, lyh_cell cell)
{
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(label));
    lyh_table_set_cell(table, row, 1, cell);
}

static void words_stand_left_and_numbers_right(void)
{
    g_autoptr(lyh_table) table = theme_table();
    add_row(table, "Bemötande", lyh_cell_of(11, 12));
    add_row(table, "Tid", lyh_cell_of(3, 12));
    g_autofree char *text = as_text(table);
    g_assert_cmpstr(text, ==,
                    "Tema       Samtliga\n"
                    "───────────────────\n"
                    "Bemötande  11 av 12\n"
                    "Tid         3 av 12\n");
}

static void title_stands_above_and_what_a_number_rests_on_below(void)
{
    g_autoptr(lyh_table) table = theme_table();
    add_row(table, "Tid", lyh_cell_hidden());
    lyh_table_set_part(table, LYH_TABLE_TITLE, "Vad de tog upp");
    lyh_table_set_part(table, LYH_TABLE_BASE, "4 personer");
    lyh_table_set_part(table, LYH_TABLE_DATE, "2026-05-01");
    lyh_table_add_note(table, "För få för att visas.");
    g_autofree char *text = as_text(table);
    g_assert_cmpstr(text, ==,
                    "Vad de tog upp\n\n"
                    "Tema  Samtliga\n"
                    "──────────────\n"
                    "Tid         ..\n\n"
                    "Bas: 4 personer\n"
                    "Datum: 2026-05-01\n"
                    "För få för att visas.\n");
}

/* o + combining diaeresis takes one column, a Chinese character two. */
static void columns_are_counted_as_a_screen_shows_them(void)
{
    g_autoptr(lyh_table) table = theme_table();
    add_row(table, "bo\u0308r", lyh_cell_count(1));
    add_row(table, "\u4f60\u597d", lyh_cell_count(2));
    g_autofree char *text = as_text(table);
    g_assert_cmpstr(text, ==,
                    "Tema  Samtliga\n"
                    "──────────────\n"
                    "bo\u0308r          1\n"
                    "\u4f60\u597d         2\n");
}

static size_t longest_line(const char *text)
{
    size_t longest = 0;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        longest = MAX(longest, (size_t)g_utf8_strlen(lines[i], -1));
    return longest;
}

static void the_widest_text_wraps_within_a_hundred_columns(void)
{
    g_autoptr(lyh_table) table = theme_table();
    g_autoptr(GString) words = g_string_new("början");
    for (int i = 0; i < 40; i++)
        g_string_append(words, " ord");
    add_row(table, words->str, lyh_cell_of(7, 12));
    g_autofree char *text = as_text(table);
    g_assert_cmpuint(longest_line(text), ==, 100);
    g_assert_nonnull(strstr(text, " 7 av 12\nord ord"));
}

static void a_word_wider_than_its_column_is_cut(void)
{
    g_autoptr(lyh_table) table = theme_table();
    g_autofree char *word = g_strnfill(250, 'x');
    add_row(table, word, lyh_cell_count(1));
    g_autofree char *text = as_text(table);
    g_assert_cmpuint(longest_line(text), ==, 100);
    size_t letters = 0;
    for (const char *c = text; *c; c++)
        letters += *c == 'x';
    g_assert_cmpuint(letters, ==, 250);
}

static void nothing_a_terminal_acts_on_comes_through(void)
{
    g_autoptr(lyh_table) table = theme_table();
    add_row(table, "röd\x1b[31m\nrad två", lyh_cell_count(1));
    g_autofree char *text = as_text(table);
    g_assert_null(strchr(text, '\x1b'));
    g_assert_nonnull(strstr(text, "röd\\x1b[31m\\nrad två"));
}

static void a_table_without_rows_is_its_heading(void)
{
    g_autoptr(lyh_table) table = theme_table();
    g_autofree char *text = as_text(table);
    g_assert_cmpstr(text, ==, "Tema  Samtliga\n──────────────\n");
}

#define TEST(sentence) g_test_add_func("/table/text/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(words_stand_left_and_numbers_right);
    TEST(title_stands_above_and_what_a_number_rests_on_below);
    TEST(columns_are_counted_as_a_screen_shows_them);
    TEST(the_widest_text_wraps_within_a_hundred_columns);
    TEST(a_word_wider_than_its_column_is_cut);
    TEST(nothing_a_terminal_acts_on_comes_through);
    TEST(a_table_without_rows_is_its_heading);
    return g_test_run();
}
