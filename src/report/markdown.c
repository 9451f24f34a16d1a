#include <lyhord/report/report.h>

#include <string.h>

#include <glib.h>

#include <lyhord/table/writers.h>

#include "printed.h"

/* "1." and "-" begin a list at the beginning of a line, four spaces a block of code. */
static void write_line(lyh_output *output, const char *text)
{
    text += strspn(text, " \t\n");
    size_t digits = strspn(text, "0123456789");
    bool is_number = digits > 0 && (text[digits] == '.' || text[digits] == ')');
    if (is_number)
        lyh_output_write(output, text, digits);
    if (is_number || *text == '-' || *text == '+')
        lyh_output_text(output, "\\");
    lyh_markdown_write_text(output, is_number ? text + digits : text);
}

static void write_heading(lyh_output *output, unsigned level, const char *text)
{
    for (unsigned i = 0; i < level; i++)
        lyh_output_text(output, "#");
    lyh_output_text(output, " ");
    lyh_markdown_write_text(output, text);
    lyh_output_text(output, "\n\n");
}

static void write_strong(lyh_output *output, const char *text)
{
    lyh_output_text(output, "**");
    lyh_markdown_write_text(output, text);
    lyh_output_text(output, "**");
}

/* The words of block @index, in one line. */
static void write_printed(const lyh_report *report, size_t index, lyh_output *output)
{
    g_autoptr(GArray) spans = lyh_printed_spans(report, index);
    for (guint i = 0; i < spans->len; i++) {
        const lyh_span *span = &g_array_index(spans, lyh_span, i);
        if (span->kind == LYH_SPAN_LEAD)
            write_strong(output, span->text);
        else if (i == 0)
            write_line(output, span->text);
        else
            lyh_markdown_write_text(output, span->text);
    }
}

static void write_quote(const lyh_report *report, size_t index, lyh_output *output)
{
    const lyh_block *block = lyh_report_block(report, index);
    lyh_output_text(output, "> ");
    write_printed(report, index, output);
    lyh_output_text(output, "\n");
    if (block->label) {
        lyh_output_text(output, ">\n> — ");
        lyh_markdown_write_text(output, block->label);
        lyh_output_text(output, "\n");
    }
    lyh_output_text(output, "\n");
}

static void write_paragraph(lyh_output *output, const char *text, const char *around)
{
    lyh_output_text(output, around);
    write_line(output, text);
    lyh_output_printf(output, "%s\n\n", around);
}

static void write_table(const lyh_report *report, size_t index, lyh_output *output)
{
    const lyh_catalog *catalog = lyh_report_info_of(report)->catalog;
    const lyh_table *table = lyh_report_block(report, index)->table;
    g_autofree char *note = lyh_printed_table_note(table, catalog);
    write_printed(report, index, output);
    lyh_output_text(output, "\n\n");
    lyh_table_write_markdown_rows(table, catalog, output);
    lyh_output_text(output, "\n");
    if (*note)
        write_paragraph(output, note, "*");
}

static void write_figure(const lyh_report *report, size_t index, lyh_output *output)
{
    write_printed(report, index, output);
    lyh_output_text(output, "\n\n");
    write_paragraph(output,
                    lyh_display_description(lyh_report_block(report, index)->figure), "");
}

static void write_contents(const lyh_report *report, size_t index, lyh_output *output)
{
    g_autoptr(GArray) headings = lyh_printed_contents(report, index);
    for (guint i = 0; i < headings->len; i++) {
        const lyh_block *heading =
            lyh_report_block(report, g_array_index(headings, size_t, i));
        lyh_output_text(output, heading->level == 1 ? "- " : "  - ");
        write_line(output, heading->text);
        lyh_output_text(output, "\n");
    }
    lyh_output_text(output, "\n");
}

static void write_block(const lyh_report *report, size_t index, lyh_output *output)
{
    const lyh_block *block = lyh_report_block(report, index);
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
        write_heading(output, block->level + 1, block->text);
        return;
    case LYH_BLOCK_PARAGRAPH:
    case LYH_BLOCK_FOOTNOTE:
        write_printed(report, index, output);
        lyh_output_text(output, "\n\n");
        return;
    case LYH_BLOCK_ITEM:
        lyh_output_text(output, "- ");
        write_printed(report, index, output);
        lyh_output_text(output, "\n");
        return;
    case LYH_BLOCK_QUOTE:
        write_quote(report, index, output);
        return;
    case LYH_BLOCK_TABLE:
        write_table(report, index, output);
        return;
    case LYH_BLOCK_FIGURE:
        write_figure(report, index, output);
        return;
    case LYH_BLOCK_NOTE:
        lyh_output_text(output, "*");
        write_printed(report, index, output);
        lyh_output_text(output, "*\n\n");
        return;
    case LYH_BLOCK_CONTENTS:
        write_contents(report, index, output);
        return;
    case LYH_BLOCK_PAGE:
        return;
    }
    g_assert_not_reached();
}

static void write_info(const lyh_report_info *info, lyh_output *output)
{
    write_heading(output, 1, info->title);
    if (info->subtitle)
        write_paragraph(output, info->subtitle, "");
    if (info->commissioner && *info->commissioner) {
        g_autofree char *commissioner = g_strdup_printf(
            lyh_tr(info->catalog, "Commissioned by: %s"), info->commissioner);
        write_paragraph(output, commissioner, "");
    }
    if (info->date && *info->date)
        write_paragraph(output, info->date, "");
    if (info->status)
        write_paragraph(output, info->status, "**");
}

bool lyh_report_write_markdown(const lyh_report *report, lyh_output *output)
{
    bool was_item = false;
    write_info(lyh_report_info_of(report), output);
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        const lyh_block *block = lyh_report_block(report, i);
        if (was_item && block->kind != LYH_BLOCK_ITEM)
            lyh_output_text(output, "\n"); /* or what follows would be part of the list */
        was_item = block->kind == LYH_BLOCK_ITEM;
        write_block(report, i, output);
    }
    return lyh_output_text(output, "");
}
