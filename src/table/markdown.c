#include <lyhord/table/writers.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "below.h"

/* What would begin or end something: CommonMark 0.30, section 2.4, and the pipe of tables. */
#define ACTIVE "\\`*_{}[]<>|~#!&"

void lyh_markdown_write_text(lyh_output *output, const char *text)
{
    g_autofree char *shown = lyh_text_shown(text, strlen(text), false);
    for (const char *c = shown; *c; c++) {
        if (*c == '\n' || *c == '\t') {
            lyh_output_text(output, " ");
            continue;
        }
        if (strchr(ACTIVE, *c))
            lyh_output_text(output, "\\");
        lyh_output_write(output, c, 1);
    }
}

static void write_title(const lyh_table *table, lyh_output *output)
{
    const char *title = lyh_table_part_text(table, LYH_TABLE_TITLE);
    if (!title)
        return;
    lyh_output_text(output, "**");
    lyh_markdown_write_text(output, title);
    lyh_output_text(output, "**\n\n");
}

static void write_headings(const lyh_table *table, lyh_output *output)
{
    size_t columns = lyh_table_column_count(table);
    for (size_t i = 0; i < columns; i++) {
        lyh_output_text(output, "| ");
        lyh_markdown_write_text(output, lyh_table_heading(table, i));
        lyh_output_text(output, " ");
    }
    lyh_output_text(output, "|\n");
    for (size_t i = 0; i < columns; i++)
        lyh_output_text(output, lyh_table_column_is_words(table, i) ? "| --- " : "| ---: ");
    lyh_output_text(output, "|\n");
}

static void write_rows(const lyh_table *table, const lyh_catalog *catalog,
                       lyh_output *output)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t i = 0; i < lyh_table_column_count(table); i++) {
            g_autofree char *shown = lyh_cell_shown(lyh_table_cell(table, row, i), catalog);
            lyh_output_text(output, "| ");
            lyh_markdown_write_text(output, shown);
            lyh_output_text(output, " ");
        }
        lyh_output_text(output, "|\n");
    }
}

static void write_below(const lyh_table *table, const lyh_catalog *catalog,
                        lyh_output *output)
{
    g_autoptr(GArray) lines = below_lines(table, catalog);
    if (lines->len > 0)
        lyh_output_text(output, "\n");
    for (guint i = 0; i < lines->len; i++) {
        const below_line *line = &g_array_index(lines, below_line, i);
        lyh_output_printf(output, "- %s%s", line->label, *line->label ? ": " : "");
        lyh_markdown_write_text(output, line->text);
        lyh_output_text(output, "\n");
    }
}

bool lyh_table_write_markdown_rows(const lyh_table *table, const lyh_catalog *catalog,
                                   lyh_output *output)
{
    write_headings(table, output);
    write_rows(table, catalog, output);
    return lyh_output_text(output, "");
}

bool lyh_table_write_markdown(const lyh_table *table, const lyh_catalog *catalog,
                              lyh_output *output)
{
    write_title(table, output);
    lyh_table_write_markdown_rows(table, catalog, output);
    write_below(table, catalog, output);
    return lyh_output_text(output, "");
}
