#include "parts.h"

#include <string.h>

#include "../chart/lines.h"

#define UNDERLINE 0.6
#define ENTRY_RIGHT 425.0

/* The bytes of a line that belong to a mark, and where they stand. */
typedef struct fragment {
    lyh_run run;
    double x;
    double width;
    double y; /* of the line's upper edge */
    lyh_line_end end;
} fragment;

GArray *lyh_layout_spans(const lyh_report *report, size_t index)
{
    GArray *spans = lyh_printed_spans(report, index);
    for (guint i = 0; i < spans->len; i++) {
        lyh_span *span = &g_array_index(spans, lyh_span, i);
        char *settable = lyh_typesetter_settable(span->text);
        g_free(span->text);
        span->text = settable;
    }
    return spans;
}

GArray *lyh_layout_marks(const GArray *spans)
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

size_t lyh_layout_line_place(const lyh_layout *layout, const lyh_part *part, guint line,
                             double *y)
{
    guint index = part->is_at_foot ? part->first : part->first + line;
    const lyh_piece *piece = &g_array_index(layout->pieces, lyh_piece, index);
    *y = part->is_at_foot ? piece->foot_y + part->foot_offset + line * part->look->leading
                          : piece->y;
    return piece->page;
}

static lyh_line_end end_of(const lyh_line *line)
{
    return line->is_hyphenated ? LYH_END_HYPHEN : LYH_END_SPACE;
}

static void draw_whole_line(const lyh_layout *layout, const lyh_part *part,
                            lyh_pages *pages, guint index)
{
    double y;
    const lyh_line *line = &g_array_index(part->lines, lyh_line, index);
    lyh_layout_line_place(layout, part, index, &y);
    lyh_pages_text(pages, part->indent, y + lyh_look_baseline(part->look),
                   lyh_line_run(part->run, line), &part->look->style, end_of(line));
}

/* Line @index as far as it is @mark's; false when it has nothing of it. */
static bool fragment_of(const lyh_layout *layout, const lyh_part *part, guint index,
                        const lyh_mark *mark, fragment *f)
{
    const lyh_line *line = &g_array_index(part->lines, lyh_line, index);
    size_t start = MAX(line->start, mark->start);
    size_t end = MIN(line->end, mark->end);
    if (start >= end)
        return false;
    g_autofree double *at = lyh_typesetter_advances(
        layout->typesetter, lyh_line_run(part->run, line), &part->look->style);
    size_t lead = part->run.lead > start ? part->run.lead - start : 0;
    f->run = (lyh_run){ part->run.text + start, end - start, lead };
    f->x = part->indent + at[start - line->start];
    f->width = at[end - line->start] - at[start - line->start];
    f->end = end == line->end ? end_of(line) : LYH_END_NONE;
    lyh_layout_line_place(layout, part, index, &f->y);
    return true;
}

/* The fragments of @mark in lines @first to @end. */
static GArray *fragments_of(const lyh_layout *layout, const lyh_part *part, guint first,
                            guint end, const lyh_mark *mark)
{
    GArray *fragments = g_array_new(FALSE, FALSE, sizeof(fragment));
    for (guint i = first; i < end; i++) {
        fragment f;
        if (fragment_of(layout, part, i, mark, &f))
            g_array_append_val(fragments, f);
    }
    return fragments;
}

static void draw_fragments(const lyh_part *part, lyh_pages *pages, const GArray *fragments,
                           uint32_t colour)
{
    lyh_style style = part->look->style;
    style.colour = colour;
    for (guint i = 0; i < fragments->len; i++) {
        const fragment *f = &g_array_index(fragments, fragment, i);
        lyh_pages_text(pages, f->x, f->y + lyh_look_baseline(part->look), f->run, &style,
                       f->end);
    }
}

static void underline(const lyh_part *part, lyh_pages *pages, const GArray *fragments)
{
    for (guint i = 0; i < fragments->len; i++) {
        const fragment *f = &g_array_index(fragments, fragment, i);
        lyh_pages_rule(pages, f->x, f->y + lyh_look_baseline(part->look) + 1.6, f->width,
                       UNDERLINE, COLOUR_MARK);
    }
}

/* ---- links ---- */

/* The page of block @index; its upper edge goes to @y. */
static size_t place_of_block(const lyh_layout *layout, size_t index, double *y)
{
    guint at = g_array_index(layout->block_parts, guint, index);
    g_assert(at != LYH_NO_PART);
    const lyh_part *part = &g_array_index(layout->parts, lyh_part, at);
    if (part->is_at_foot)
        return lyh_layout_line_place(layout, part, 0, y);
    const lyh_piece *piece = &g_array_index(layout->pieces, lyh_piece, part->first);
    *y = piece->y;
    return piece->page;
}

/* What a reader who cannot see the page is told of a link: its words, and of a number what it is. */
static char *words_of_link(const lyh_layout *layout, const lyh_part *part,
                           const lyh_mark *mark)
{
    const lyh_catalog *catalog = lyh_report_info_of(layout->report)->catalog;
    const lyh_block *target = lyh_report_block(layout->report, mark->target);
    if (mark->kind != LYH_SPAN_MARK)
        return g_strndup(part->run.text + mark->start, mark->end - mark->start);
    return part->note
               ? g_strdup_printf(lyh_tr(catalog, "Back from footnote %zu"), part->note)
               : g_strdup_printf(lyh_tr(catalog, "Footnote %zu"), target->number);
}

static void draw_link(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages,
                      const GArray *fragments, const lyh_mark *mark)
{
    bool is_plain = part->is_entry || mark->kind == LYH_SPAN_MARK;
    double y;
    size_t page = place_of_block(layout, mark->target, &y);
    g_autofree char *words = words_of_link(layout, part, mark);
    g_autofree lyh_link_area *areas = g_new(lyh_link_area, fragments->len);
    for (guint i = 0; i < fragments->len; i++) {
        const fragment *f = &g_array_index(fragments, fragment, i);
        areas[i] = (lyh_link_area){ f->x, f->y, f->width, part->look->leading };
    }
    lyh_pages_open_link(pages, areas, fragments->len, page, y, words);
    draw_fragments(part, pages, fragments,
                   is_plain ? part->look->style.colour : COLOUR_MARK);
    lyh_pages_close(pages, CAIRO_TAG_LINK);
    if (!is_plain)
        underline(part, pages, fragments);
}

static void draw_mark(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages,
                      guint first, guint end, const lyh_mark *mark)
{
    g_autoptr(GArray) fragments = fragments_of(layout, part, first, end, mark);
    const char *around = mark->kind == LYH_SPAN_MARK ? "Reference"
                         : mark->target == LYH_NONE  ? "Span"
                                                     : NULL;
    if (fragments->len == 0)
        return;
    if (around)
        lyh_pages_open(pages, around);
    if (mark->target == LYH_NONE)
        draw_fragments(part, pages, fragments, part->look->style.colour);
    else
        draw_link(layout, part, pages, fragments, mark);
    if (around)
        lyh_pages_close(pages, around);
}

void lyh_layout_draw_lines(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages,
                           guint first, guint end)
{
    for (guint i = first; !part->marks && i < end; i++)
        draw_whole_line(layout, part, pages, i);
    for (guint i = part->note ? 1 : 0; part->marks && i < part->marks->len; i++)
        draw_mark(layout, part, pages, first, end,
                  &g_array_index(part->marks, lyh_mark, i));
}

void lyh_layout_draw_label(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    const lyh_mark *mark = &g_array_index(part->marks, lyh_mark, 0);
    g_autoptr(GArray) fragments = fragments_of(layout, part, 0, 1, mark);
    lyh_pages_open(pages, "Lbl");
    draw_link(layout, part, pages, fragments, mark);
    lyh_pages_close(pages, "Lbl");
}

void lyh_layout_draw_page_number(const lyh_layout *layout, const lyh_part *part,
                                 lyh_pages *pages)
{
    double y;
    lyh_style style = part->look->style;
    const lyh_mark *mark = &g_array_index(part->marks, lyh_mark, 0);
    g_autofree char *number =
        g_strdup_printf("%zu", place_of_block(layout, mark->target, &y) + 1);
    double width = lyh_typesetter_text_width(pages->typesetter, number, &style);
    const lyh_line *last = &g_array_index(part->lines, lyh_line, part->lines->len - 1);
    double from = part->indent + last->width + 6;
    double to = ENTRY_RIGHT - 24;

    lyh_layout_line_place(layout, part, part->lines->len - 1, &y);
    y += lyh_look_baseline(part->look);
    if (from < to)
        lyh_pages_leader(pages, from, y - 1, to - from);
    lyh_run run = { number, strlen(number), 0 };
    lyh_pages_open(pages, "Private")->furniture = LYH_FURNITURE_PAGE;
    lyh_pages_text(pages, ENTRY_RIGHT - width, y, run, &style, LYH_END_SPACE);
    lyh_pages_close(pages, "Private");
}
