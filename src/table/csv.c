#include <lyhord/table/writers.h>

#include <glib.h>

#include "numbers.h"

static void write_number(lyh_output *output, int64_t number, unsigned decimals,
                         lyh_csv_style style)
{
    const number_style digits = { "-", style == LYH_CSV_C ? "." : ",", "" };
    g_autoptr(GString) text = g_string_new(NULL);
    number_append(text, number, decimals, &digits);
    /* a decimal comma is never the separator: that is `;` wherever the comma is decimal */
    lyh_output_write(output, text->str, text->len);
}

/* "7/12" would become the seventh of December in a spreadsheet, so the word is written out. */
static void write_of(lyh_output *output, const lyh_cell *cell, lyh_csv_style style)
{
    write_number(output, cell->number, 0, style);
    lyh_output_text(output, style == LYH_CSV_C ? " of " : " av ");
    write_number(output, cell->base, 0, style);
}

static void write_cell(lyh_output *output, const lyh_cell *cell, lyh_csv_style style)
{
    switch (cell->kind) {
    case LYH_CELL_EMPTY:
        return;
    case LYH_CELL_TEXT:
        lyh_csv_write_text(output, cell->text);
        return;
    case LYH_CELL_COUNT:
        write_number(output, cell->number, 0, style);
        return;
    case LYH_CELL_DECIMAL:
    case LYH_CELL_PERCENT:
        write_number(output, cell->number, cell->decimals, style);
        return;
    case LYH_CELL_OF:
        write_of(output, cell, style);
        return;
    case LYH_CELL_HIDDEN:
        lyh_output_text(output, "..");
        return;
    case LYH_CELL_NOT_ASKED:
        lyh_output_text(output, "–");
        return;
    }
    g_assert_not_reached();
}

static void write_heading(const lyh_table *table, lyh_csv_style style, lyh_output *output)
{
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        if (i > 0)
            lyh_output_text(output, lyh_csv_separator(style));
        lyh_csv_write_text(output, lyh_table_column_name(table, i));
    }
    lyh_output_text(output, lyh_csv_line_end(style));
}

/* The only cell of its row, and empty: without a sign of it the row would be no line to any reader. */
static bool is_lost(const lyh_table *table, const lyh_cell *cell)
{
    bool is_empty = cell->kind == LYH_CELL_EMPTY ||
                    (cell->kind == LYH_CELL_TEXT && cell->text[0] == '\0');
    return is_empty && lyh_table_column_count(table) == 1;
}

bool lyh_table_write_csv(const lyh_table *table, lyh_csv_style style, lyh_output *output)
{
    bool is_fine = lyh_output_text(output, lyh_csv_beginning(style));
    write_heading(table, style, output);
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t i = 0; i < lyh_table_column_count(table); i++) {
            if (i > 0)
                lyh_output_text(output, lyh_csv_separator(style));
            const lyh_cell *cell = lyh_table_cell(table, row, i);
            if (is_lost(table, cell))
                lyh_output_text(output, "\"\"");
            else
                write_cell(output, cell, style);
        }
        is_fine = lyh_output_text(output, lyh_csv_line_end(style));
    }
    return is_fine;
}
