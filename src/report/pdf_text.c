#include "parts.h"

#include <string.h>

/* 425 pt of Inter at 11 pt are some 75 characters. */
#define BODY_MEASURE 425.0
#define BODY_LEADING 16.0
#define ITEM_INDENT 16.0
#define QUOTE_INDENT 16.0

#define LOOK(tag, size, weight, colour)                                                    \
    (tag),                                                                                 \
    {                                                                                      \
        (size), (weight), false, (colour)                                                  \
    }

static const lyh_look look_title = {
    LOOK("H1", 28, LYH_WEIGHT_SEMIBOLD, INK), 35, 200, 12, 0, TEXT_WIDTH, true
};
static const lyh_look look_subtitle = {
    LOOK("P", 15, LYH_WEIGHT_REGULAR, SECONDARY), 22, 0, 44, 0, TEXT_WIDTH, true
};
static const lyh_look look_imprint = {
    LOOK("P", 11, LYH_WEIGHT_REGULAR, INK), BODY_LEADING, 0, 4, 0, TEXT_WIDTH, false
};
static const lyh_look look_status = {
    LOOK("P", 11, LYH_WEIGHT_SEMIBOLD, INK), BODY_LEADING, 16, 0, 0, TEXT_WIDTH, false
};
/* The title is H1, so chapters are H2. */
static const lyh_look look_headings[3] = {
    { LOOK("H2", 20, LYH_WEIGHT_SEMIBOLD, INK), 26, 36, 12, 0, TEXT_WIDTH, true },
    { LOOK("H3", 14, LYH_WEIGHT_SEMIBOLD, INK), 19, 26, 6, 0, TEXT_WIDTH, true },
    { LOOK("H4", 11.5, LYH_WEIGHT_SEMIBOLD, INK), 16, 18, 3, 0, TEXT_WIDTH, true },
};
static const lyh_look look_paragraph = {
    LOOK("P", 11, LYH_WEIGHT_REGULAR, INK), BODY_LEADING, 0, 9, 0, BODY_MEASURE, false
};
static const lyh_look look_item = { LOOK("P", 11, LYH_WEIGHT_REGULAR, INK),
                                    BODY_LEADING,
                                    0,
                                    5,
                                    ITEM_INDENT,
                                    BODY_MEASURE,
                                    false };
static const lyh_look look_quote = { LOOK("P", 11, LYH_WEIGHT_REGULAR, INK),
                                     BODY_LEADING,
                                     8,
                                     0,
                                     QUOTE_INDENT,
                                     BODY_MEASURE,
                                     false };
static const lyh_look look_speaker = { LOOK("P", 9.5, LYH_WEIGHT_REGULAR, SECONDARY),
                                       14,
                                       1,
                                       12,
                                       QUOTE_INDENT,
                                       BODY_MEASURE,
                                       false };
static const lyh_look look_note = {
    LOOK("P", 9.5, LYH_WEIGHT_REGULAR, SECONDARY), 13.5, 0, 6, 0, BODY_MEASURE, false
};
static const lyh_look look_caption = {
    LOOK("Caption", 10, LYH_WEIGHT_SEMIBOLD, INK), 14, 16, 0, 0, TEXT_WIDTH, false
};

static bool is_said(const char *text)
{
    return text && *text;
}

static lyh_piece *first_piece(lyh_layout *layout, const lyh_part *part)
{
    return &g_array_index(layout->pieces, lyh_piece, part->first);
}

static const lyh_block *block_at(const lyh_layout *layout, size_t index)
{
    return index < lyh_report_block_count(layout->report)
               ? lyh_report_block(layout->report, index)
               : NULL;
}

static bool is_kind(const lyh_block *block, lyh_block_kind kind)
{
    return block && block->kind == kind;
}

void lyh_layout_title(lyh_layout *layout)
{
    const lyh_report_info *info = lyh_report_info_of(layout->report);
    lyh_part *title = lyh_layout_text(layout, &look_title, info->title, 0, 0);
    title->level = 1;
    title->is_topped = true;
    first_piece(layout, title)->holds_down = true;
    if (is_said(info->subtitle))
        lyh_layout_text(layout, &look_subtitle, info->subtitle, 0, 0);
    if (is_said(info->commissioner)) {
        g_autofree char *line = g_strdup_printf(
            lyh_tr(info->catalog, "Commissioned by: %s"), info->commissioner);
        lyh_layout_text(layout, &look_imprint, line, 0, 0);
    }
    if (is_said(info->date))
        lyh_layout_text(layout, &look_imprint, info->date, 0, 0);
    if (is_said(info->status))
        lyh_layout_text(layout, &look_status, info->status, 0, 0);
}

/* What begins a page: the first block after the title, and what follows a page block. */
static bool begins_a_page(const lyh_layout *layout, size_t index)
{
    return index == 0 ||
           lyh_report_block(layout->report, index - 1)->kind == LYH_BLOCK_PAGE;
}

static void add_heading(lyh_layout *layout, const lyh_block *block)
{
    const lyh_look *look = &look_headings[block->level - 1];
    lyh_part *part = lyh_layout_text(layout, look, block->text, 0, 0);
    part->level = block->level + 1;
    for (guint i = part->first; i < layout->pieces->len; i++)
        g_array_index(layout->pieces, lyh_piece, i).keep = LYH_KEEP_HARD;
}

/* A quote right after an item is part of what the item says. */
static bool is_inside_a_list(const lyh_layout *layout, size_t index)
{
    while (index > 0 && is_kind(block_at(layout, index), LYH_BLOCK_QUOTE))
        index--;
    return is_kind(block_at(layout, index), LYH_BLOCK_ITEM);
}

/* The elements of a list that end with block @index. */
static void close_list(lyh_layout *layout, size_t index, const char **closes)
{
    const lyh_block *next = block_at(layout, index + 1);
    if (!is_inside_a_list(layout, index) || is_kind(next, LYH_BLOCK_QUOTE))
        return;
    *closes++ = "LBody";
    *closes++ = "LI";
    if (!is_kind(next, LYH_BLOCK_ITEM))
        *closes = "L";
}

static void add_item(lyh_layout *layout, const lyh_block *block, size_t index)
{
    bool is_first = index == 0 || !is_inside_a_list(layout, index - 1);
    g_autofree char *text =
        g_strdup_printf("%s%s%s", is_said(block->label) ? block->label : "",
                        is_said(block->label) && is_said(block->text) ? ". " : "",
                        block->text ? block->text : "");
    size_t lead = is_said(block->label) ? strlen(block->label) + 1 : 0;
    lyh_part *part = lyh_layout_text(layout, &look_item, text, lead, 0);
    part->is_bulleted = true;
    part->opens[0] = is_first ? "L" : "LI";
    part->opens[1] = is_first ? "LI" : NULL;
    close_list(layout, index, part->closes);
    if (!is_kind(block_at(layout, index + 1), LYH_BLOCK_ITEM))
        layout->space = 9;
}

/* ”Swedish” quotes and “English” ones; a text that brings its own keeps them. */
static char *quoted(const char *text, const lyh_catalog *catalog)
{
    bool is_swedish = strcmp(lyh_catalog_language(catalog), "sv") == 0;
    if (g_str_has_prefix(text, "”") || g_str_has_prefix(text, "“") || *text == '"')
        return g_strdup(text);
    return g_strdup_printf("%s%s”", is_swedish ? "”" : "“", text);
}

static void add_quote(lyh_layout *layout, const lyh_block *block, size_t index)
{
    const lyh_catalog *catalog = lyh_report_info_of(layout->report)->catalog;
    double indent = is_inside_a_list(layout, index) ? ITEM_INDENT : 0;
    g_autofree char *text = quoted(block->text, catalog);
    lyh_part *part = lyh_layout_text(layout, &look_quote, text, 0, indent);
    part->is_barred = true;
    part->opens[0] = "BlockQuote";
    if (is_said(block->label)) {
        guint last = layout->pieces->len - 1;
        part = lyh_layout_text(layout, &look_speaker, block->label, 0, indent);
        part->is_barred = true;
        lyh_layout_hold(layout, last, LYH_KEEP_HARD);
    } else {
        layout->space = look_speaker.after;
    }
    part->closes[0] = "BlockQuote";
    close_list(layout, index, part->closes + 1);
}

/* "Persons who brought it up, 12 persons. Source: … · not reviewed · 1 May 2026" */
static char *table_note(const lyh_table *table, const lyh_catalog *catalog)
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
    return g_string_free(note, FALSE);
}

static void add_table(lyh_layout *layout, const lyh_table *table)
{
    const lyh_report_info *info = lyh_report_info_of(layout->report);
    const char *title = lyh_table_part_text(table, LYH_TABLE_TITLE);
    guint first = layout->pieces->len;
    if (is_said(title)) {
        lyh_part *caption = lyh_layout_text(layout, &look_caption, title, 0, 0);
        caption->opens[0] = "Table";
    }
    lyh_grid *grid = lyh_grid_new(table, info, layout->typesetter, TEXT_WIDTH);
    guint rows = layout->pieces->len;
    lyh_part *part = lyh_layout_grid(layout, grid);
    part->opens[0] = is_said(title) ? NULL : "Table";
    part->closes[0] = "Table";
    if (rows > first) /* the caption and the heading */
        for (guint i = first; i < rows; i++)
            g_array_index(layout->pieces, lyh_piece, i).keep = LYH_KEEP_HARD;

    guint last = layout->pieces->len - 1;
    g_autofree char *note = table_note(table, info->catalog);
    if (*note)
        lyh_layout_text(layout, &look_note, note, 0, 0);
    lyh_layout_hold(layout, last, LYH_KEEP_HARD);
    for (size_t i = 0; i < lyh_table_note_count(table); i++)
        lyh_layout_text(layout, &look_note, lyh_table_note(table, i), 0, 0);
    lyh_layout_hold(layout, first, LYH_KEEP_SOFT);
    layout->space = 20;
}

/* Does what follows the figure @index lead to its table, over no more than some text? */
static bool leads_to_a_table(const lyh_layout *layout, size_t index)
{
    const lyh_block *block;
    do
        block = block_at(layout, ++index);
    while (is_kind(block, LYH_BLOCK_NOTE) || is_kind(block, LYH_BLOCK_PARAGRAPH));
    return is_kind(block, LYH_BLOCK_TABLE);
}

/* Is block @index between a figure and the end of its table? */
static bool follows_a_figure(const lyh_layout *layout, size_t index)
{
    while (index > 0) {
        const lyh_block *block = block_at(layout, --index);
        if (block->kind == LYH_BLOCK_FIGURE)
            return leads_to_a_table(layout, index);
        if (block->kind != LYH_BLOCK_NOTE && block->kind != LYH_BLOCK_PARAGRAPH)
            return false;
    }
    return false;
}

static void add_block(lyh_layout *layout, const lyh_block *block, size_t index)
{
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
        add_heading(layout, block);
        break;
    case LYH_BLOCK_PARAGRAPH:
        lyh_layout_text(layout, &look_paragraph, block->text, 0, 0);
        break;
    case LYH_BLOCK_ITEM:
        add_item(layout, block, index);
        break;
    case LYH_BLOCK_QUOTE:
        add_quote(layout, block, index);
        break;
    case LYH_BLOCK_TABLE:
        add_table(layout, block->table);
        break;
    case LYH_BLOCK_FIGURE:
        lyh_layout_figure(layout, block->figure);
        break;
    case LYH_BLOCK_NOTE:
        lyh_layout_text(layout, &look_note, block->text, 0, 0);
        break;
    case LYH_BLOCK_PAGE:
        break;
    }
}

void lyh_layout_block(lyh_layout *layout, size_t index)
{
    const lyh_block *block = lyh_report_block(layout->report, index);
    guint first = layout->pieces->len;
    add_block(layout, block, index);
    if (layout->pieces->len == first)
        return;
    if (begins_a_page(layout, index))
        g_array_index(layout->pieces, lyh_piece, first).begins = true;
    if (follows_a_figure(layout, index))
        lyh_layout_hold(layout, first - 1, LYH_KEEP_LOOSE);
}
