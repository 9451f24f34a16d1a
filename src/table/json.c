#include <lyhord/table/writers.h>

#include <glib.h>

#include <lyhord/base/json_write.h>

#include "numbers.h"

static void write_text_or_null(lyh_output *output, const char *text)
{
    if (text)
        lyh_json_write_text(output, text);
    else
        lyh_output_text(output, "null");
}

static void write_number(lyh_output *output, int64_t number, unsigned decimals)
{
    static const number_style digits = { "-", ".", "" };
    g_autoptr(GString) text = g_string_new(NULL);
    number_append(text, number, decimals, &digits);
    lyh_output_write(output, text->str, text->len);
}

static void write_cell(lyh_output *output, const lyh_cell *cell)
{
    switch (cell->kind) {
    case LYH_CELL_EMPTY:
        lyh_output_text(output, "null");
        return;
    case LYH_CELL_TEXT:
        lyh_json_write_text(output, cell->text);
        return;
    case LYH_CELL_COUNT:
    case LYH_CELL_DECIMAL:
    case LYH_CELL_PERCENT:
        write_number(output, cell->number, cell->decimals);
        return;
    case LYH_CELL_OF:
        lyh_output_printf(
            output, "{\"count\": %" G_GINT64_FORMAT ", \"base\": %" G_GINT64_FORMAT "}",
            cell->number, cell->base);
        return;
    case LYH_CELL_HIDDEN:
        lyh_output_text(output, "\"..\"");
        return;
    case LYH_CELL_NOT_ASKED:
        lyh_output_text(output, "\"–\"");
        return;
    }
    g_assert_not_reached();
}

static void write_parts(lyh_output *output, const lyh_table *table)
{
    static const char *const names[LYH_TABLE_PART_COUNT] = {
        [LYH_TABLE_TITLE] = "title",   [LYH_TABLE_BASE] = "base",
        [LYH_TABLE_UNIT] = "unit",     [LYH_TABLE_SOURCE] = "source",
        [LYH_TABLE_STATUS] = "status", [LYH_TABLE_DATE] = "date",
    };
    for (lyh_table_part part = 0; part < LYH_TABLE_PART_COUNT; part++) {
        lyh_output_printf(output, "  \"%s\": ", names[part]);
        write_text_or_null(output, lyh_table_part_text(table, part));
        lyh_output_text(output, ",\n");
    }
}

static void write_notes(lyh_output *output, const lyh_table *table)
{
    lyh_output_text(output, "  \"notes\": [");
    for (size_t i = 0; i < lyh_table_note_count(table); i++) {
        lyh_output_text(output, i > 0 ? ", " : "");
        lyh_json_write_text(output, lyh_table_note(table, i));
    }
    lyh_output_text(output, "],\n");
}

static void write_columns(lyh_output *output, const lyh_table *table)
{
    lyh_output_text(output, "  \"columns\": [");
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        lyh_output_text(output, i > 0 ? ", {\"name\": " : "{\"name\": ");
        lyh_json_write_text(output, lyh_table_column_name(table, i));
        lyh_output_text(output, ", \"heading\": ");
        write_text_or_null(output, lyh_table_heading(table, i));
        lyh_output_text(output, "}");
    }
    lyh_output_text(output, "],\n");
}

static void write_row(lyh_output *output, const lyh_table *table, size_t row)
{
    lyh_output_text(output, row > 0 ? ",\n    {" : "\n    {");
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        lyh_output_text(output, i > 0 ? ", " : "");
        lyh_json_write_text(output, lyh_table_column_name(table, i));
        lyh_output_text(output, ": ");
        write_cell(output, lyh_table_cell(table, row, i));
    }
    lyh_output_text(output, "}");
}

bool lyh_table_write_json(const lyh_table *table, lyh_output *output)
{
    lyh_output_text(output, "{\n  \"format\": 1,\n  \"name\": ");
    lyh_json_write_text(output, lyh_table_name(table));
    lyh_output_text(output, ",\n");
    write_parts(output, table);
    write_notes(output, table);
    write_columns(output, table);
    lyh_output_text(output, "  \"rows\": [");
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        write_row(output, table, row);
    return lyh_output_text(output,
                           lyh_table_row_count(table) > 0 ? "\n  ]\n}\n" : "]\n}\n");
}
