#include <lyhord/report/report.h>

#include <string.h>

#include <glib.h>

struct lyh_report {
    lyh_report_info info;
    GStringChunk *texts;
    GArray *blocks;     /* lyh_block */
    GPtrArray *tables;  /* lyh_table, owned */
    GPtrArray *figures; /* lyh_display, owned */
    size_t footnote_count;
    unsigned level;        /* of the last heading, 0 before the first */
    bool is_skipped;       /* the last block said nothing, and is none */
    bool is_typed;         /* what is added is people's own text */
    const char *next_name; /* of the block to come, NULL for none */
    GHashTable *named;     /* name -> index of its block */
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
    report->named = g_hash_table_new(g_str_hash, g_str_equal);

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
    g_hash_table_unref(report->named);
    g_free(report);
}

static lyh_block *last_block(lyh_report *report)
{
    g_assert(report->blocks->len > 0);
    return &g_array_index(report->blocks, lyh_block, report->blocks->len - 1);
}

static bool can_have_a_name(lyh_block_kind kind)
{
    return kind == LYH_BLOCK_HEADING || kind == LYH_BLOCK_TABLE || kind == LYH_BLOCK_FIGURE;
}

static void add_block(lyh_report *report, lyh_block block)
{
    report->is_skipped = false;
    block.is_typed = report->is_typed;
    if (can_have_a_name(block.kind))
        block.name = g_steal_pointer(&report->next_name);
    if (block.name)
        g_hash_table_insert(report->named, (void *)block.name,
                            GUINT_TO_POINTER(report->blocks->len));
    g_array_append_val(report->blocks, block);
}

static void add(lyh_report *report, lyh_block_kind kind, const char *text,
                const char *label)
{
    add_block(report, (lyh_block){ .kind = kind,
                                   .text = kept(report, text),
                                   .label = kept(report, label) });
}

/* White space alone is no block: nothing would be heard of it. */
static bool says_nothing(const char *text)
{
    return !text || strspn(text, " \t\n\r\f\v") == strlen(text);
}

/* False: it is not added, nor is what would belong to it. */
static bool add_said(lyh_report *report, lyh_block_kind kind, const char *text,
                     const char *label)
{
    bool is_blank = says_nothing(text) && (kind != LYH_BLOCK_ITEM || says_nothing(label));
    if (!is_blank)
        add(report, kind, text, label);
    else if (can_have_a_name(kind))
        report->next_name = NULL;
    report->is_skipped = is_blank;
    return !is_blank;
}

void lyh_report_heading(lyh_report *report, unsigned level, const char *text)
{
    g_assert(level >= 1 && level <= 3);
    if (!add_said(report, LYH_BLOCK_HEADING, text, NULL))
        return;
    report->level = MIN(level, report->level + 1);
    last_block(report)->level = report->level;
}

void lyh_report_paragraph(lyh_report *report, const char *text)
{
    add_said(report, LYH_BLOCK_PARAGRAPH, text, NULL);
}

void lyh_report_own(lyh_report *report, const char *text)
{
    if (add_said(report, LYH_BLOCK_PARAGRAPH, text, NULL))
        last_block(report)->is_own = true;
}

void lyh_report_item(lyh_report *report, const char *lead, const char *text)
{
    add_said(report, LYH_BLOCK_ITEM, text, lead);
}

void lyh_report_own_item(lyh_report *report, const char *lead, const char *text)
{
    if (add_said(report, LYH_BLOCK_ITEM, text, lead))
        last_block(report)->is_own = true;
}

void lyh_report_quote(lyh_report *report, const char *text, const char *label)
{
    add_said(report, LYH_BLOCK_QUOTE, text, label);
}

void lyh_report_note(lyh_report *report, const char *text)
{
    add_said(report, LYH_BLOCK_NOTE, text, NULL);
}

static bool can_have_footnotes(lyh_block_kind kind)
{
    return kind == LYH_BLOCK_PARAGRAPH || kind == LYH_BLOCK_ITEM ||
           kind == LYH_BLOCK_QUOTE || kind == LYH_BLOCK_NOTE || kind == LYH_BLOCK_FOOTNOTE;
}

void lyh_report_footnote(lyh_report *report, const char *text)
{
    if (report->is_skipped || says_nothing(text))
        return;
    g_assert(can_have_footnotes(last_block(report)->kind));
    add(report, LYH_BLOCK_FOOTNOTE, text, NULL);
    last_block(report)->number = ++report->footnote_count;
}

void lyh_report_contents(lyh_report *report)
{
    add(report, LYH_BLOCK_CONTENTS, NULL, NULL);
}

void lyh_report_page(lyh_report *report)
{
    add(report, LYH_BLOCK_PAGE, NULL, NULL);
}

void lyh_report_table(lyh_report *report, lyh_table *table)
{
    g_ptr_array_add(report->tables, table);
    add_block(report, (lyh_block){ .kind = LYH_BLOCK_TABLE,
                                   .number = report->tables->len,
                                   .table = table });
}

void lyh_report_figure(lyh_report *report, lyh_display *figure)
{
    g_ptr_array_add(report->figures, figure);
    add_block(report, (lyh_block){ .kind = LYH_BLOCK_FIGURE,
                                   .number = report->figures->len,
                                   .figure = figure });
}

void lyh_report_typed(lyh_report *report, bool is_typed)
{
    report->is_typed = is_typed;
}

void lyh_report_name(lyh_report *report, const char *name)
{
    report->next_name = kept(report, name);
}

void lyh_report_see(lyh_report *report, const char *name)
{
    if (report->is_skipped)
        return;
    lyh_block *block = last_block(report);
    g_assert(block->kind == LYH_BLOCK_PARAGRAPH || block->kind == LYH_BLOCK_ITEM);
    block->sees = kept(report, name);
}

size_t lyh_report_named(const lyh_report *report, const char *name)
{
    void *index;
    return g_hash_table_lookup_extended(report->named, name, NULL, &index)
               ? GPOINTER_TO_UINT(index)
               : LYH_NONE;
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
