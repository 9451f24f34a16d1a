#include <lyhord/table/writers.h>

#include <string.h>

#include <glib.h>

#include "numbers.h"

/* RFC 8259: quote, backslash and C0 must be escaped; everything else stands as it is, in UTF-8. */
static void append_string(GString *json, const char *text)
{
    g_string_append_c(json, '"');
    for (const char *c = text; *c; c++) {
        if (*c == '"' || *c == '\\')
            g_string_append_printf(json, "\\%c", *c);
        else if (*c == '\n')
            g_string_append(json, "\\n");
        else if ((unsigned char)*c < 0x20)
            g_string_append_printf(json, "\\u%04x", (unsigned char)*c);
        else
            g_string_append_c(json, *c);
    }
    g_string_append_c(json, '"');
}

static void append_text_or_null(GString *json, const char *text)
{
    if (text)
        append_string(json, text);
    else
        g_string_append(json, "null");
}

static void append_cell(GString *json, const lyh_cell *cell)
{
    static const number_style digits = { "-", ".", "" };
    switch (cell->kind) {
    case LYH_CELL_EMPTY:
        g_string_append(json, "null");
        return;
    case LYH_CELL_TEXT:
        append_string(json, cell->text);
        return;
    case LYH_CELL_COUNT:
    case LYH_CELL_DECIMAL:
    case LYH_CELL_PERCENT:
        number_append(json, cell->number, cell->decimals, &digits);
        return;
    case LYH_CELL_OF:
        g_string_append_printf(
            json, "{\"count\": %" G_GINT64_FORMAT ", \"base\": %" G_GINT64_FORMAT "}",
            cell->number, cell->base);
        return;
    case LYH_CELL_HIDDEN:
        g_string_append(json, "\"..\"");
        return;
    case LYH_CELL_NOT_ASKED:
        g_string_append(json, "\"–\"");
        return;
    }
    g_assert_not_reached();
}

static void append_parts(GString *json, const lyh_table *table)
{
    static const char *const names[LYH_TABLE_PART_COUNT] = {
        [LYH_TABLE_TITLE] = "title",   [LYH_TABLE_BASE] = "base",
        [LYH_TABLE_UNIT] = "unit",     [LYH_TABLE_SOURCE] = "source",
        [LYH_TABLE_STATUS] = "status", [LYH_TABLE_DATE] = "date",
    };
    for (lyh_table_part part = 0; part < LYH_TABLE_PART_COUNT; part++) {
        g_string_append_printf(json, "  \"%s\": ", names[part]);
        append_text_or_null(json, lyh_table_part_text(table, part));
        g_string_append(json, ",\n");
    }
}

static void append_notes(GString *json, const lyh_table *table)
{
    g_string_append(json, "  \"notes\": [");
    for (size_t i = 0; i < lyh_table_note_count(table); i++) {
        g_string_append(json, i > 0 ? ", " : "");
        append_string(json, lyh_table_note(table, i));
    }
    g_string_append(json, "],\n");
}

static void append_columns(GString *json, const lyh_table *table)
{
    g_string_append(json, "  \"columns\": [");
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        g_string_append(json, i > 0 ? ", {\"name\": " : "{\"name\": ");
        append_string(json, lyh_table_column_name(table, i));
        g_string_append(json, ", \"heading\": ");
        append_text_or_null(json, lyh_table_heading(table, i));
        g_string_append_c(json, '}');
    }
    g_string_append(json, "],\n");
}

static bool write_row(const lyh_table *table, size_t row, lyh_output *output)
{
    g_autoptr(GString) json = g_string_new(row > 0 ? ",\n    {" : "\n    {");
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        g_string_append(json, i > 0 ? ", " : "");
        append_string(json, lyh_table_column_name(table, i));
        g_string_append(json, ": ");
        append_cell(json, lyh_table_cell(table, row, i));
    }
    g_string_append_c(json, '}');
    return lyh_output_write(output, json->str, json->len);
}

bool lyh_table_write_json(const lyh_table *table, lyh_output *output)
{
    g_autoptr(GString) json = g_string_new("{\n  \"format\": 1,\n  \"name\": ");
    append_string(json, lyh_table_name(table));
    g_string_append(json, ",\n");
    append_parts(json, table);
    append_notes(json, table);
    append_columns(json, table);
    g_string_append(json, "  \"rows\": [");
    lyh_output_write(output, json->str, json->len);
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        write_row(table, row, output);
    return lyh_output_text(output,
                           lyh_table_row_count(table) > 0 ? "\n  ]\n}\n" : "]\n}\n");
}
