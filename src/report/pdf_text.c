#include "parts.h"

#include <string.h>

#include "printed.h"

/* 425 pt of Inter at 11 pt are some 75 characters. */
#define BODY_MEASURE 425.0
#define ENTRY_MEASURE 395.0 /* the page stands at the right */
#define ITEM_INDENT 16.0
#define QUOTE_INDENT 16.0

typedef enum look_name {
    LOOK_TITLE,
    LOOK_SUBTITLE,
    LOOK_IMPRINT,
    LOOK_STATUS,
    LOOK_HEADING, /* of level 1; 2 and 3 follow */
    LOOK_HEADING_2,
    LOOK_HEADING_3,
    LOOK_PARAGRAPH,
    LOOK_ITEM,
    LOOK_QUOTE,
    LOOK_SPEAKER,
    LOOK_NOTE,
    LOOK_CAPTION,        /* above a table */
    LOOK_FIGURE_CAPTION, /* below a figure */
    LOOK_FOOTNOTE,
    LOOK_ENTRY, /* of the contents, of level 1; 2 follows */
    LOOK_ENTRY_2
} look_name;

#define SEMI LYH_WEIGHT_SEMIBOLD
#define PLAIN LYH_WEIGHT_REGULAR

/* Tag, style, leading, space before and after, indent, measure. The title is H1, chapters H2. */
static const lyh_look looks[] = {
    { "H1", { 28, SEMI, false, COLOUR_INK }, 35, 200, 12, 0, TEXT_WIDTH, true },
    { "P", { 15, PLAIN, false, COLOUR_SECONDARY }, 22, 0, 44, 0, TEXT_WIDTH, true },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 0, 4, 0, TEXT_WIDTH, false },
    { "P", { 11, SEMI, false, COLOUR_INK }, 16, 16, 0, 0, TEXT_WIDTH, false },
    { "H2", { 20, SEMI, false, COLOUR_INK }, 26, 36, 12, 0, TEXT_WIDTH, true },
    { "H3", { 14, SEMI, false, COLOUR_INK }, 19, 22, 5, 0, TEXT_WIDTH, true },
    { "H4", { 11.5, SEMI, false, COLOUR_INK }, 16, 18, 3, 0, TEXT_WIDTH, true },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 0, 9, 0, BODY_MEASURE, false },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 0, 5, ITEM_INDENT, BODY_MEASURE, false },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 6, 0, QUOTE_INDENT, BODY_MEASURE, false },
    { "P",
      { 9.5, PLAIN, false, COLOUR_SECONDARY },
      14,
      0,
      9,
      QUOTE_INDENT,
      BODY_MEASURE,
      false },
    { "P", { 9.5, PLAIN, false, COLOUR_SECONDARY }, 13.5, 0, 6, 0, BODY_MEASURE, false },
    { "Caption", { 10, SEMI, false, COLOUR_INK }, 14, 16, 0, 0, TEXT_WIDTH, false },
    { "Caption", { 9.5, PLAIN, false, COLOUR_SECONDARY }, 13, 2, 20, 0, TEXT_WIDTH, false },
    { "P", { 9.5, PLAIN, false, COLOUR_SECONDARY }, 13, 0, 3, 0, BODY_MEASURE, false },
    { "Reference", { 11, SEMI, false, COLOUR_INK }, 18, 8, 0, 0, ENTRY_MEASURE, false },
    { "Reference", { 11, PLAIN, true, COLOUR_INK }, 18, 0, 0, 16, ENTRY_MEASURE, false },
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
    lyh_part *title = lyh_layout_text(layout, &looks[LOOK_TITLE], info->title, 0, 0);
    title->level = 1;
    title->is_topped = true;
    first_piece(layout, title)->holds_down = true;
    if (is_said(info->subtitle))
        lyh_layout_text(layout, &looks[LOOK_SUBTITLE], info->subtitle, 0, 0);
    if (is_said(info->commissioner)) {
        g_autofree char *line = g_strdup_printf(
            lyh_tr(info->catalog, "Commissioned by: %s"), info->commissioner);
        lyh_layout_text(layout, &looks[LOOK_IMPRINT], line, 0, 0);
    }
    if (is_said(info->date))
        lyh_layout_text(layout, &looks[LOOK_IMPRINT], info->date, 0, 0);
    if (is_said(info->status))
        lyh_layout_text(layout, &looks[LOOK_STATUS], info->status, 0, 0);
}

/* NULL when nothing in @spans leads anywhere. */
static GArray *marks_of(const GArray *spans)
{
    bool has_links = false;
    size_t end = 0;
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(lyh_mark));
    for (guint i = 0; i < spans->len; i++) {
        const lyh_span *span = &g_array_index(spans, lyh_span, i);
        lyh_mark mark = { span->kind, end, end + strlen(span->text), span->target };
        g_array_append_val(marks, mark);
        has_links = has_links || span->target != LYH_NONE;
        end = mark.end;
    }
    if (!has_links)
        g_clear_pointer(&marks, g_array_unref);
    return marks;
}

/* The words of block @index; a lead-in is semi-bold. */
static lyh_part *add_printed(lyh_layout *layout, const lyh_look *look, size_t index,
                             double indent)
{
    g_autoptr(GArray) spans = lyh_printed_spans(layout->report, index);
    g_autofree char *text = lyh_printed_text(layout->report, index);
    const lyh_span *first = spans->len ? &g_array_index(spans, lyh_span, 0) : NULL;
    size_t lead = first && first->kind == LYH_SPAN_LEAD ? strlen(first->text) : 0;
    lyh_part *part = lyh_layout_text(layout, look, text, lead, indent);
    part->marks = marks_of(spans);
    return part;
}

/* What begins a page: the first block after the title, and what follows a page block. */
static bool begins_a_page(const lyh_layout *layout, size_t index)
{
    return index == 0 ||
           lyh_report_block(layout->report, index - 1)->kind == LYH_BLOCK_PAGE;
}

/* A heading right below another one is part of what stands above the same text. */
static void add_heading(lyh_layout *layout, const lyh_block *block, size_t index)
{
    if (index == 0 || !is_kind(block_at(layout, index - 1), LYH_BLOCK_HEADING)) {
        layout->section = layout->pieces->len;
        layout->section_block = index;
    }
    const lyh_look *look = &looks[LOOK_HEADING + block->level - 1];
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
    lyh_part *part = add_printed(layout, &looks[LOOK_ITEM], index, 0);
    part->is_bulleted = true;
    part->opens[0] = is_first ? "L" : "LI";
    part->opens[1] = is_first ? "LI" : NULL;
    close_list(layout, index, part->closes);
    if (!is_kind(block_after(layout, index), LYH_BLOCK_ITEM))
        layout->space = 9;
}

static void add_quote(lyh_layout *layout, const lyh_block *block, size_t index)
{
    double indent = is_inside_a_list(layout, index) ? ITEM_INDENT : 0;
    guint before = layout->pieces->len;
    lyh_part *part = add_printed(layout, &looks[LOOK_QUOTE], index, indent);
    if (indent > 0) /* the item is not parted from its quote */
        g_array_index(layout->pieces, lyh_piece, before - 1).keep = LYH_KEEP_HARD;
    part->is_barred = true;
    part->opens[0] = "BlockQuote";
    if (is_said(block->label)) {
        guint last = layout->pieces->len - 1;
        part = lyh_layout_text(layout, &looks[LOOK_SPEAKER], block->label, 0, indent);
        part->is_barred = true;
        lyh_layout_hold(layout, last, LYH_KEEP_HARD);
    } else {
        layout->space = looks[LOOK_SPEAKER].after;
    }
    part->closes[0] = "BlockQuote";
    close_list(layout, index, part->closes + 1);
}

static void add_table(lyh_layout *layout, const lyh_block *block, size_t index)
{
    const lyh_table *table = block->table;
    const lyh_report_info *info = lyh_report_info_of(layout->report);
    guint first = layout->pieces->len;
    lyh_part *caption = add_printed(layout, &looks[LOOK_CAPTION], index, 0);
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
        lyh_layout_text(layout, &looks[LOOK_NOTE], note, 0, 0);
    lyh_layout_hold(layout, last, LYH_KEEP_HARD);
    lyh_layout_hold(layout, first, LYH_KEEP_SOFT);
    layout->space = 20;
}

/* Below a heading it says what the text that follows is about, and is not parted from it. */
static void add_note(lyh_layout *layout, size_t index)
{
    guint first = layout->pieces->len;
    add_printed(layout, &looks[LOOK_NOTE], index, 0);
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
    const lyh_look *look = &looks[LOOK_FIGURE_CAPTION];
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

/* The level of heading @i in the contents, where the first one stands for the highest. */
static unsigned entry_level(const lyh_layout *layout, const GArray *headings, guint i)
{
    if (i == 0)
        return 1;
    return lyh_report_block(layout->report, g_array_index(headings, size_t, i))->level;
}

static void close_entry(const char **closes, unsigned level, unsigned next)
{
    *closes++ = next > level ? NULL : "TOCI";
    for (; level > next; level--) {
        *closes++ = "TOC";
        *closes++ = next == 0 && level == 1 ? NULL : "TOCI";
    }
}

static void add_entry(lyh_layout *layout, size_t heading, unsigned level, bool begins)
{
    const char *text = lyh_report_block(layout->report, heading)->text;
    lyh_mark mark = { LYH_SPAN_LINK, 0, strlen(text), heading };
    lyh_part *part = lyh_layout_text(layout, &looks[LOOK_ENTRY + level - 1], text, 0, 0);
    part->marks = g_array_new(FALSE, FALSE, sizeof(lyh_mark));
    g_array_append_val(part->marks, mark);
    part->is_entry = true;
    part->opens[0] = begins ? "TOC" : "TOCI";
    part->opens[1] = begins ? "TOCI" : NULL;
}

/* A line a heading, nested as they are. */
static void add_contents(lyh_layout *layout, size_t index)
{
    g_autoptr(GArray) headings = lyh_printed_contents(layout->report, index);
    for (guint i = 0; i < headings->len; i++) {
        unsigned level = entry_level(layout, headings, i);
        unsigned next = i + 1 < headings->len ? entry_level(layout, headings, i + 1) : 0;
        bool begins = i == 0 || level > entry_level(layout, headings, i - 1);
        add_entry(layout, g_array_index(headings, size_t, i), level, begins);
        close_entry(g_array_index(layout->parts, lyh_part, layout->parts->len - 1).closes,
                    level, next);
    }
    layout->space = 9;
}

static lyh_part *last_part(lyh_layout *layout)
{
    return &g_array_index(layout->parts, lyh_part, layout->parts->len - 1);
}

static void add_footnote(lyh_layout *layout, size_t index)
{
    g_autoptr(GArray) spans = lyh_printed_spans(layout->report, index);
    g_autofree char *text = lyh_printed_text(layout->report, index);
    lyh_part *part = lyh_layout_note(layout, &looks[LOOK_FOOTNOTE], text);
    part->note = lyh_report_block(layout->report, index)->number;
    part->marks = marks_of(spans);
    part->opens[0] = "Note";
    part->closes[0] = "Note";
}

/* What the last part closes is closed after @footnotes. */
static void add_footnotes(lyh_layout *layout, size_t index)
{
    lyh_part *owner = last_part(layout);
    const char *closes[G_N_ELEMENTS(owner->closes)];
    memcpy(closes, owner->closes, sizeof closes);
    if (is_kind(block_at(layout, index + 1), LYH_BLOCK_FOOTNOTE))
        memset(owner->closes, 0, sizeof owner->closes);
    for (size_t i = index + 1; is_kind(block_at(layout, i), LYH_BLOCK_FOOTNOTE); i++) {
        g_array_index(layout->block_parts, guint, i) = layout->parts->len;
        add_footnote(layout, i);
        if (!is_kind(block_at(layout, i + 1), LYH_BLOCK_FOOTNOTE))
            memcpy(last_part(layout)->closes + 1, closes, sizeof closes - sizeof *closes);
    }
}

static void add_block(lyh_layout *layout, const lyh_block *block, size_t index)
{
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
        add_heading(layout, block, index);
        break;
    case LYH_BLOCK_PARAGRAPH:
        add_printed(layout, &looks[LOOK_PARAGRAPH], index, 0);
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
        add_contents(layout, index);
        break;
    case LYH_BLOCK_FOOTNOTE: /* stands with what it belongs to */
    case LYH_BLOCK_PAGE:
        break;
    }
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
    add_footnotes(layout, index);
    lyh_piece *piece = &g_array_index(layout->pieces, lyh_piece, first);
    piece->begins = begins_a_page(layout, index);
    piece->yields = block->kind == LYH_BLOCK_HEADING && block->level > 1 && index > 0;
    if (follows_a_figure(layout, index))
        lyh_layout_hold(layout, first - 1, LYH_KEEP_FAINT);
}
