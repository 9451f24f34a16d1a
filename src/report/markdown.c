#include <lyhord/report/report.h>

#include <string.h>

#include <glib.h>

#include <lyhord/table/writers.h>

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

static void write_item(lyh_output *output, const lyh_block *block)
{
    lyh_output_text(output, "- ");
    if (block->label) {
        lyh_output_text(output, "**");
        lyh_markdown_write_text(output, block->label);
        lyh_output_text(output, *block->text ? "** " : "**");
    }
    write_line(output, block->text);
    lyh_output_text(output, "\n");
}

static void write_quote(lyh_output *output, const lyh_block *block)
{
    lyh_output_text(output, "> ");
    write_line(output, block->text);
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

static void write_block(const lyh_report *report, const lyh_block *block,
                        lyh_output *output)
{
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
        write_heading(output, block->level + 1, block->text);
        return;
    case LYH_BLOCK_PARAGRAPH:
        write_paragraph(output, block->text, "");
        return;
    case LYH_BLOCK_ITEM:
        write_item(output, block);
        return;
    case LYH_BLOCK_QUOTE:
        write_quote(output, block);
        return;
    case LYH_BLOCK_TABLE:
        lyh_table_write_markdown(block->table, lyh_report_info_of(report)->catalog, output);
        lyh_output_text(output, "\n");
        return;
    case LYH_BLOCK_FIGURE:
        write_paragraph(output, lyh_display_description(block->figure), "");
        return;
    case LYH_BLOCK_NOTE:
        write_paragraph(output, block->text, "*");
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
    if (info->commissioner)
        write_paragraph(output, info->commissioner, "");
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
        write_block(report, block, output);
    }
    return lyh_output_text(output, "");
}
