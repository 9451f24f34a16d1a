#include "parts.h"

#include <string.h>

#include "printed.h"

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
    lyh_part *title =
        lyh_layout_text(layout, lyh_look_of(LYH_LOOK_TITLE), info->title, 0, 0);
    title->level = 1;
    title->is_topped = true;
    first_piece(layout, title)->holds_down = true;
    if (is_said(info->subtitle))
        lyh_layout_text(layout, lyh_look_of(LYH_LOOK_SUBTITLE), info->subtitle, 0, 0);
    if (is_said(info->commissioner)) {
        g_autofree char *line = g_strdup_printf(
            lyh_tr(info->catalog, "Commissioned by: %s"), info->commissioner);
        lyh_layout_text(layout, lyh_look_of(LYH_LOOK_IMPRINT), line, 0, 0);
    }
    if (is_said(info->date))
        lyh_layout_text(layout, lyh_look_of(LYH_LOOK_IMPRINT), info->date, 0, 0);
    if (is_said(info->status))
        lyh_layout_text(layout, lyh_look_of(LYH_LOOK_STATUS), info->status, 0, 0);
}

/* The words of block @index; a lead-in is semi-bold. */
static lyh_part *add_printed(lyh_layout *layout, const lyh_look *look, size_t index,
                             double indent)
{
    g_autoptr(GArray) spans = lyh_layout_spans(layout->report, index);
    g_autofree char *text = lyh_printed_text(layout->report, index);
    const lyh_span *first = spans->len ? &g_array_index(spans, lyh_span, 0) : NULL;
    size_t lead = first && first->kind == LYH_SPAN_LEAD ? strlen(first->text) : 0;
    lyh_part *part = lyh_layout_text(layout, look, text, lead, indent);
    part->marks = lyh_layout_marks(spans);
    return part;
}

/*
 * What begins a page: the first block after the title, and what follows a page block, unless that would
 * leave a heading behind.
 */
static bool begins_a_page(const lyh_layout *layout, size_t index)
{
    size_t before = index;
    while (before > 0 && is_kind(block_at(layout, before - 1), LYH_BLOCK_PAGE))
        before--;
    return before == 0 ||
           (before < index && !is_kind(block_at(layout, before - 1), LYH_BLOCK_HEADING));
}

/* A heading right below another one is part of what stands above the same text. */
static void add_heading(lyh_layout *layout, const lyh_block *block, size_t index)
{
    if (index == 0 || !is_kind(block_at(layout, index - 1), LYH_BLOCK_HEADING)) {
        layout->section = layout->pieces->len;
        layout->section_block = index;
    }
    const lyh_look *look = lyh_look_of(LYH_LOOK_HEADING + block->level - 1);
    lyh_part *part = lyh_layout_text(layout, look, block->text, 0, 0);
    part->level = block->level + 1;
    for (guint i = part->first; i < layout->pieces->len; i++)
        g_array_index(layout->pieces, lyh_piece, i).keep = LYH_KEEP_HARD;
}

/* A quote right after an item is part of what the item says. */
static bool is_inside_a_list(const lyh_layout *layout, size_t index)
{
    while (index > 0 && (is_kind(block_at(layout, index), LYH_BLOCK_QUOTE) ||
                         is_kind(block_at(layout, index), LYH_BLOCK_FOOTNOTE)))
        index--;
    return is_kind(block_at(layout, index), LYH_BLOCK_ITEM);
}

/* The block after @index and its footnotes. */
static const lyh_block *block_after(const lyh_layout *layout, size_t index)
{
    do
        index++;
    while (is_kind(block_at(layout, index), LYH_BLOCK_FOOTNOTE));
    return block_at(layout, index);
}

/* And the one before @index, footnotes left out. */
static const lyh_block *block_before(const lyh_layout *layout, size_t index)
{
    while (index > 0 && is_kind(block_at(layout, index - 1), LYH_BLOCK_FOOTNOTE))
        index--;
    return index > 0 ? block_at(layout, index - 1) : NULL;
}

/* The elements of a list that end with block @index. */
static void close_list(lyh_layout *layout, size_t index, const char **closes)
{
    const lyh_block *next = block_after(layout, index);
    if (!is_inside_a_list(layout, index) || is_kind(next, LYH_BLOCK_QUOTE))
        return;
    *closes++ = "LBody";
    *closes++ = "LI";
    if (!is_kind(next, LYH_BLOCK_ITEM))
        *closes = "L";
}

/*
 * The text that leads to a list has its first item with it, and the last item one more: neither stands
 * alone on a page.
 */
static void hold_item(lyh_layout *layout, size_t index, bool is_first)
{
    const lyh_block *next = block_after(layout, index);
    bool is_led_to = is_first && is_kind(block_before(layout, index), LYH_BLOCK_PARAGRAPH);
    bool is_last =
        !is_first && !is_kind(next, LYH_BLOCK_ITEM) && !is_kind(next, LYH_BLOCK_QUOTE);
    if (is_led_to || is_last)
        g_array_index(layout->pieces, lyh_piece, layout->pieces->len - 1).keep =
            LYH_KEEP_HARD;
}

static void add_item(lyh_layout *layout, size_t index)
{
    bool is_first = index == 0 || !is_inside_a_list(layout, index - 1);
    hold_item(layout, index, is_first);
    lyh_part *part = add_printed(layout, lyh_look_of(LYH_LOOK_ITEM), index, 0);
    part->is_bulleted = true;
    part->opens[0] = is_first ? "L" : "LI";
    part->opens[1] = is_first ? "LI" : NULL;
    close_list(layout, index, part->closes);
    if (!is_kind(block_after(layout, index), LYH_BLOCK_ITEM))
        layout->space = 9;
}

/* "Men det finns de som säger annat:" says nothing without the quote. */
static bool quote_is_led_to(const lyh_layout *layout, size_t index)
{
    const lyh_block *before = block_before(layout, index);
    return is_kind(before, LYH_BLOCK_PARAGRAPH) && g_str_has_suffix(before->text, ":");
}

static void add_quote(lyh_layout *layout, const lyh_block *block, size_t index)
{
    double indent = is_inside_a_list(layout, index) ? ITEM_INDENT : 0;
    guint before = layout->pieces->len;
    lyh_part *part = add_printed(layout, lyh_look_of(LYH_LOOK_QUOTE), index, indent);
    if (indent > 0 || quote_is_led_to(layout, index)) /* not parted from its quote */
        g_array_index(layout->pieces, lyh_piece, before - 1).keep = LYH_KEEP_HARD;
    part->is_barred = true;
    part->opens[0] = "BlockQuote";
    if (is_said(block->label)) {
        guint last = layout->pieces->len - 1;
        part =
            lyh_layout_text(layout, lyh_look_of(LYH_LOOK_SPEAKER), block->label, 0, indent);
        part->is_barred = true;
        lyh_layout_hold(layout, last, LYH_KEEP_HARD);
    } else {
        layout->space = lyh_look_of(LYH_LOOK_SPEAKER)->after;
    }
    part->closes[0] = "BlockQuote";
    close_list(layout, index, part->closes + 1);
}

static void add_table(lyh_layout *layout, const lyh_block *block, size_t index)
{
    const lyh_table *table = block->table;
    const lyh_report_info *info = lyh_report_info_of(layout->report);
    guint first = layout->pieces->len;
    lyh_part *caption = add_printed(layout, lyh_look_of(LYH_LOOK_CAPTION), index, 0);
    caption->opens[0] = "Table";
    lyh_grid *grid =
        lyh_grid_new(table, block->number, info, layout->typesetter, TEXT_WIDTH);
    guint rows = layout->pieces->len;
    lyh_part *part = lyh_layout_grid(layout, grid);
    part->closes[0] = "Table";
    for (guint i = first; i < rows; i++) /* the caption and the heading */
        g_array_index(layout->pieces, lyh_piece, i).keep = LYH_KEEP_HARD;

    guint last = layout->pieces->len - 1;
    g_autofree char *note = lyh_printed_table_note(table, info->catalog);
    if (*note)
        lyh_layout_text(layout, lyh_look_of(LYH_LOOK_NOTE), note, 0, 0);
    lyh_layout_hold(layout, last, LYH_KEEP_HARD);
    lyh_layout_hold(layout, first, LYH_KEEP_SOFT);
    layout->space = 20;
}

/* Below a heading it says what the text that follows is about, and is not parted from it. */
static void add_note(lyh_layout *layout, size_t index)
{
    guint first = layout->pieces->len;
    add_printed(layout, lyh_look_of(LYH_LOOK_NOTE), index, 0);
    bool leads = index > 0 && is_kind(block_at(layout, index - 1), LYH_BLOCK_HEADING);
    for (guint i = first; leads && i < layout->pieces->len; i++)
        g_array_index(layout->pieces, lyh_piece, i).keep = LYH_KEEP_HARD;
}

/* A figure that comes soon after its heading is on the same page, drawn smaller if it must. */
static void add_figure(lyh_layout *layout, const lyh_display *figure, size_t index)
{
    const lyh_block *section = block_at(layout, layout->section_block);
    bool is_near =
        is_kind(section, LYH_BLOCK_HEADING) && index - layout->section_block <= 3;
    const lyh_look *look = lyh_look_of(LYH_LOOK_FIGURE_CAPTION);
    double above = is_near ? lyh_layout_height(layout, layout->section) : 0;
    lyh_layout_figure(layout, figure, above, look->before + look->leading);
    guint drawn = layout->pieces->len - 1;
    add_printed(layout, look, index, 0);
    lyh_layout_hold(layout, drawn, LYH_KEEP_HARD);
    if (is_near)
        lyh_layout_hold(layout, layout->section, LYH_KEEP_LOOSE);
}

static bool is_text(const lyh_block *block)
{
    return is_kind(block, LYH_BLOCK_NOTE) || is_kind(block, LYH_BLOCK_PARAGRAPH) ||
           is_kind(block, LYH_BLOCK_FOOTNOTE);
}

/* Does what follows the figure @index lead to its table, over no more than some text? */
static bool leads_to_a_table(const lyh_layout *layout, size_t index)
{
    const lyh_block *block;
    do
        block = block_at(layout, ++index);
    while (is_text(block));
    return is_kind(block, LYH_BLOCK_TABLE);
}

/* Is block @index between a figure and the end of its table? */
static bool follows_a_figure(const lyh_layout *layout, size_t index)
{
    while (index > 0) {
        const lyh_block *block = block_at(layout, --index);
        if (block->kind == LYH_BLOCK_FIGURE)
            return leads_to_a_table(layout, index);
        if (!is_text(block))
            return false;
    }
    return false;
}

static void add_block(lyh_layout *layout, const lyh_block *block, size_t index)
{
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
        add_heading(layout, block, index);
        break;
    case LYH_BLOCK_PARAGRAPH:
        add_printed(layout, lyh_look_of(LYH_LOOK_PARAGRAPH), index, 0);
        break;
    case LYH_BLOCK_ITEM:
        add_item(layout, index);
        break;
    case LYH_BLOCK_QUOTE:
        add_quote(layout, block, index);
        break;
    case LYH_BLOCK_TABLE:
        add_table(layout, block, index);
        break;
    case LYH_BLOCK_FIGURE:
        add_figure(layout, block->figure, index);
        break;
    case LYH_BLOCK_NOTE:
        add_note(layout, index);
        break;
    case LYH_BLOCK_CONTENTS:
        lyh_layout_contents(layout, index);
        break;
    case LYH_BLOCK_FOOTNOTE: /* stands with what it belongs to */
    case LYH_BLOCK_PAGE:
        break;
    }
}

/* The last lines of long contents need no page of their own. */
static bool follows_contents(const lyh_layout *layout, size_t index)
{
    return index > 1 &&
           lyh_report_block(layout->report, index - 1)->kind == LYH_BLOCK_PAGE &&
           lyh_report_block(layout->report, index - 2)->kind == LYH_BLOCK_CONTENTS;
}

void lyh_layout_block(lyh_layout *layout, size_t index)
{
    const lyh_block *block = lyh_report_block(layout->report, index);
    guint first = layout->pieces->len;
    guint part = layout->parts->len;
    add_block(layout, block, index);
    if (layout->pieces->len == first)
        return;
    g_array_index(layout->block_parts, guint, index) = part;
    lyh_layout_footnotes(layout, index);
    lyh_piece *piece = &g_array_index(layout->pieces, lyh_piece, first);
    piece->begins = begins_a_page(layout, index);
    piece->yields = block->kind == LYH_BLOCK_HEADING && index > 0 &&
                    (block->level > 1 || follows_contents(layout, index));
    if (follows_a_figure(layout, index))
        lyh_layout_hold(layout, first - 1, LYH_KEEP_FAINT);
}
