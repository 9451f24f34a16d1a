#include "printed.h"

#include <string.h>

static bool is_said(const char *text)
{
    return text && *text;
}

static const lyh_catalog *catalog_of(const lyh_report *report)
{
    return lyh_report_info_of(report)->catalog;
}

static void clear_span(void *span)
{
    g_free(((lyh_span *)span)->text);
}

/* Takes over @text. */
static void add_span(GArray *spans, lyh_span_kind kind, char *text, size_t target)
{
    lyh_span span = { kind, text, target };
    g_array_append_val(spans, span);
}

static void add_plain(GArray *spans, const char *text)
{
    if (is_said(text))
        add_span(spans, LYH_SPAN_PLAIN, g_strdup(text), LYH_NONE);
}

/* What an item begins with, closed by a full stop unless it brings its own sign. */
static char *lead_in(const char *label)
{
    if (!is_said(label))
        return g_strdup("");
    bool is_closed = strchr(".:!?", label[strlen(label) - 1]) != NULL;
    return g_strdup_printf("%s%s", label, is_closed ? "" : ".");
}

/* ”Swedish” quotes and “English” ones; a text that brings its own keeps them. */
static char *quoted(const char *text, const lyh_catalog *catalog)
{
    bool is_swedish = strcmp(lyh_catalog_language(catalog), "sv") == 0;
    if (g_str_has_prefix(text, "”") || g_str_has_prefix(text, "“") || *text == '"')
        return g_strdup(text);
    return g_strdup_printf("%s%s”", is_swedish ? "”" : "“", text);
}

/* "Tabell 2" */
static char *numbered(const lyh_report *report, const lyh_block *block)
{
    const lyh_catalog *catalog = catalog_of(report);
    return block->kind == LYH_BLOCK_TABLE
               ? g_strdup_printf(lyh_tr(catalog, "Table %zu"), block->number)
               : g_strdup_printf(lyh_tr(catalog, "Figure %zu"), block->number);
}

/* "Tabell 2. Vad flest tog upp" */
static void add_caption(GArray *spans, const lyh_report *report, const lyh_block *block)
{
    const char *title = block->kind == LYH_BLOCK_TABLE
                            ? lyh_table_part_text(block->table, LYH_TABLE_TITLE)
                            : NULL;
    g_autofree char *number = numbered(report, block);
    add_span(spans, LYH_SPAN_LEAD,
             is_said(title) ? g_strconcat(number, ".", NULL) : g_steal_pointer(&number),
             LYH_NONE);
    if (is_said(title))
        add_span(spans, LYH_SPAN_PLAIN, g_strconcat(" ", title, NULL), LYH_NONE);
}

static char *name_of(const lyh_report *report, size_t index)
{
    const lyh_block *block = lyh_report_block(report, index);
    return block->kind == LYH_BLOCK_HEADING ? g_strdup(block->text)
                                            : numbered(report, block);
}

/* " Se ", "Tabell 2", "." */
static void add_where_to_read_on(GArray *spans, const lyh_report *report,
                                 const lyh_block *block)
{
    size_t target = block->sees ? lyh_report_named(report, block->sees) : LYH_NONE;
    if (target == LYH_NONE)
        return;
    g_auto(GStrv) around = g_strsplit(lyh_tr(catalog_of(report), "See %s."), "%s", 2);
    add_span(spans, LYH_SPAN_PLAIN, g_strconcat(" ", around[0], NULL), LYH_NONE);
    add_span(spans, LYH_SPAN_LINK, name_of(report, target), target);
    add_plain(spans, around[1]);
}

/* @number in raised digits. */
static char *raised(size_t number)
{
    static const char *const digits[] = {
        "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"
    };
    g_autofree char *plain = g_strdup_printf("%zu", number);
    GString *text = g_string_new(NULL);
    for (const char *p = plain; *p; p++)
        g_string_append(text, digits[*p - '0']);
    return g_string_free(text, FALSE);
}

static bool is_footnote(const lyh_report *report, size_t index)
{
    return index < lyh_report_block_count(report) &&
           lyh_report_block(report, index)->kind == LYH_BLOCK_FOOTNOTE;
}

static void add_marks(GArray *spans, const lyh_report *report, size_t index)
{
    for (size_t i = index + 1; is_footnote(report, i); i++) {
        if (i > index + 1)
            add_plain(spans, " ");
        add_span(spans, LYH_SPAN_MARK, raised(lyh_report_block(report, i)->number), i);
    }
}

static void add_footnote(GArray *spans, const lyh_report *report, size_t index)
{
    const lyh_block *block = lyh_report_block(report, index);
    size_t owner = index;
    while (is_footnote(report, owner))
        owner--;
    add_span(spans, LYH_SPAN_MARK, raised(block->number), owner);
    add_span(spans, LYH_SPAN_PLAIN, g_strconcat(" ", block->text, NULL), LYH_NONE);
}

static void add_item(GArray *spans, const lyh_block *block)
{
    g_autofree char *lead = lead_in(block->label);
    bool has_both = *lead && is_said(block->text);
    if (*lead)
        add_span(spans, LYH_SPAN_LEAD, g_strdup(lead), LYH_NONE);
    if (has_both)
        add_span(spans, LYH_SPAN_PLAIN, g_strconcat(" ", block->text, NULL), LYH_NONE);
    else
        add_plain(spans, block->text);
}

GArray *lyh_printed_spans(const lyh_report *report, size_t index)
{
    const lyh_block *block = lyh_report_block(report, index);
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(lyh_span));
    g_array_set_clear_func(spans, clear_span);
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
    case LYH_BLOCK_PARAGRAPH:
    case LYH_BLOCK_NOTE:
        add_plain(spans, block->text);
        break;
    case LYH_BLOCK_ITEM:
        add_item(spans, block);
        break;
    case LYH_BLOCK_QUOTE:
        add_span(spans, LYH_SPAN_PLAIN, quoted(block->text, catalog_of(report)), LYH_NONE);
        break;
    case LYH_BLOCK_TABLE:
    case LYH_BLOCK_FIGURE:
        add_caption(spans, report, block);
        break;
    case LYH_BLOCK_FOOTNOTE:
        add_footnote(spans, report, index);
        return spans;
    case LYH_BLOCK_CONTENTS:
    case LYH_BLOCK_PAGE:
        break;
    }
    add_where_to_read_on(spans, report, block);
    add_marks(spans, report, index);
    return spans;
}

char *lyh_printed_text(const lyh_report *report, size_t index)
{
    g_autoptr(GArray) spans = lyh_printed_spans(report, index);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < spans->len; i++)
        g_string_append(text, g_array_index(spans, lyh_span, i).text);
    return g_string_free(text, FALSE);
}

GArray *lyh_printed_contents(const lyh_report *report, size_t index)
{
    GArray *headings = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = index + 1; i < lyh_report_block_count(report); i++) {
        const lyh_block *block = lyh_report_block(report, i);
        if (block->kind == LYH_BLOCK_HEADING && block->level <= 2)
            g_array_append_val(headings, i);
    }
    return headings;
}

char *lyh_printed_table_note(const lyh_table *table, const lyh_catalog *catalog)
{
    const char *unit = lyh_table_part_text(table, LYH_TABLE_UNIT);
    const char *base = lyh_table_part_text(table, LYH_TABLE_BASE);
    const char *source = lyh_table_part_text(table, LYH_TABLE_SOURCE);
    const char *rest[] = { lyh_table_part_text(table, LYH_TABLE_STATUS),
                           lyh_table_part_text(table, LYH_TABLE_DATE) };
    GString *note = g_string_new(NULL);
    if (is_said(unit))
        g_string_append_printf(note, lyh_tr(catalog, "Unit: %s. "), unit);
    if (is_said(base))
        g_string_append_printf(note, lyh_tr(catalog, "Base: %s. "), base);
    if (is_said(source))
        g_string_append_printf(note, lyh_tr(catalog, "Source: %s"), source);
    for (size_t i = 0; i < G_N_ELEMENTS(rest); i++) {
        if (is_said(rest[i]))
            g_string_append_printf(note, "%s%s", note->len ? "\u00A0· " : "", rest[i]);
    }
    for (size_t i = 0; i < lyh_table_note_count(table); i++)
        g_string_append_printf(note, "%s%s", i > 0 || note->len == 0 ? " " : ". ",
                               lyh_table_note(table, i));
    return g_strstrip(g_string_free(note, FALSE));
}
