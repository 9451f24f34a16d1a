#include <lyhord/report/report.h>

#include <glib.h>

struct lyh_report {
    lyh_report_info info;
    GStringChunk *texts;
    GArray *blocks;     /* lyh_block */
    GPtrArray *tables;  /* lyh_table, owned */
    GPtrArray *figures; /* lyh_display, owned */
};

static const char *kept(lyh_report *report, const char *text)
{
    return text ? g_string_chunk_insert(report->texts, text) : NULL;
}

static void free_table(void *table)
{
    lyh_table_free(table);
}

static void free_figure(void *figure)
{
    lyh_display_free(figure);
}

lyh_report *lyh_report_new(const lyh_report_info *info)
{
    lyh_report *report = g_new0(lyh_report, 1);
    report->texts = g_string_chunk_new(4096);
    report->blocks = g_array_new(FALSE, FALSE, sizeof(lyh_block));
    report->tables = g_ptr_array_new_with_free_func(free_table);
    report->figures = g_ptr_array_new_with_free_func(free_figure);

    report->info = *info;
    report->info.title = kept(report, info->title ? info->title : "");
    report->info.subtitle = kept(report, info->subtitle);
    report->info.commissioner = kept(report, info->commissioner);
    report->info.date = kept(report, info->date);
    report->info.iso_date = kept(report, info->iso_date);
    report->info.status = kept(report, info->status);
    return report;
}

void lyh_report_free(lyh_report *report)
{
    if (!report)
        return;
    g_string_chunk_free(report->texts);
    g_array_unref(report->blocks);
    g_ptr_array_unref(report->tables);
    g_ptr_array_unref(report->figures);
    g_free(report);
}

static void add(lyh_report *report, lyh_block_kind kind, const char *text,
                const char *label)
{
    lyh_block block = { .kind = kind, .text = kept(report, text) };
    block.label = kept(report, label);
    g_array_append_val(report->blocks, block);
}

void lyh_report_heading(lyh_report *report, unsigned level, const char *text)
{
    g_assert(level >= 1 && level <= 3);
    add(report, LYH_BLOCK_HEADING, text, NULL);
    g_array_index(report->blocks, lyh_block, report->blocks->len - 1).level = level;
}

void lyh_report_paragraph(lyh_report *report, const char *text)
{
    add(report, LYH_BLOCK_PARAGRAPH, text, NULL);
}

void lyh_report_own(lyh_report *report, const char *text)
{
    add(report, LYH_BLOCK_PARAGRAPH, text, NULL);
    g_array_index(report->blocks, lyh_block, report->blocks->len - 1).is_own = true;
}

void lyh_report_item(lyh_report *report, const char *lead, const char *text)
{
    add(report, LYH_BLOCK_ITEM, text, lead);
}

void lyh_report_quote(lyh_report *report, const char *text, const char *label)
{
    add(report, LYH_BLOCK_QUOTE, text, label);
}

void lyh_report_note(lyh_report *report, const char *text)
{
    add(report, LYH_BLOCK_NOTE, text, NULL);
}

void lyh_report_page(lyh_report *report)
{
    add(report, LYH_BLOCK_PAGE, NULL, NULL);
}

void lyh_report_table(lyh_report *report, lyh_table *table)
{
    lyh_block block = { .kind = LYH_BLOCK_TABLE, .table = table };
    g_ptr_array_add(report->tables, table);
    g_array_append_val(report->blocks, block);
}

void lyh_report_figure(lyh_report *report, lyh_display *figure)
{
    lyh_block block = { .kind = LYH_BLOCK_FIGURE, .figure = figure };
    g_ptr_array_add(report->figures, figure);
    g_array_append_val(report->blocks, block);
}

const lyh_report_info *lyh_report_info_of(const lyh_report *report)
{
    return &report->info;
}

size_t lyh_report_block_count(const lyh_report *report)
{
    return report->blocks->len;
}

const lyh_block *lyh_report_block(const lyh_report *report, size_t index)
{
    g_assert(index < report->blocks->len);
    return &g_array_index(report->blocks, lyh_block, index);
}
