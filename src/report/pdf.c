#include "parts.h"

#include "../chart/lines.h"
#include "../chart/paint.h"

#define BAR_WIDTH 2.5
#define ASCENT_IN_LINE 0.36 /* of the size: the baseline below the middle of the line */

static const lyh_piece *piece_of(const lyh_layout *layout, const lyh_part *part,
                                 guint index)
{
    return &g_array_index(layout->pieces, lyh_piece, part->first + index);
}

static void draw_bullet(const lyh_part *part, lyh_pages *pages, double baseline)
{
    static const lyh_run bullet = { "–", 3, 0 };
    lyh_pages_text(pages, part->indent - 16, baseline, bullet, &part->look->style, false);
}

static double baseline_of(const lyh_part *part, const lyh_piece *piece)
{
    return piece->y + part->look->leading / 2 + part->look->style.size * ASCENT_IN_LINE;
}

static void draw_line(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages,
                      guint index)
{
    const lyh_piece *piece = piece_of(layout, part, index);
    const lyh_line *line = &g_array_index(part->lines, lyh_line, index);
    lyh_pages_text(pages, part->indent, baseline_of(part, piece),
                   lyh_line_run(part->run, line), &part->look->style, line->is_hyphenated);
}

/* One past the last line on the page of line @first. */
static guint end_on_page(const lyh_layout *layout, const lyh_part *part, guint first)
{
    guint end = first + 1;
    while (end < part->count &&
           piece_of(layout, part, end)->page == piece_of(layout, part, first)->page)
        end++;
    return end;
}

static void draw_bar(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages,
                     guint first, guint end)
{
    double top = piece_of(layout, part, first)->y - (first == 0 ? 1 : 0);
    const lyh_piece *last = piece_of(layout, part, end - 1);
    lyh_pages_rule(pages, part->indent - 12, top, BAR_WIDTH, last->y + last->height - top,
                   COLOUR_MARK);
}

static void draw_lines(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages,
                       guint first, guint end)
{
    for (guint i = first; i < end; i++)
        draw_line(layout, part, pages, i);
}

/* A paragraph over several pages is one element with a Span a page. */
static void draw_text(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    const char *tag = part->look->tag;
    guint end = end_on_page(layout, part, 0);
    bool is_divided = end < part->count;
    if (part->is_barred)
        draw_bar(layout, part, pages, 0, end);
    lyh_pages_open(pages, tag);
    for (guint first = 0; first < part->count; first = end) {
        end = end_on_page(layout, part, first);
        lyh_pages_go_to(pages, piece_of(layout, part, first)->page);
        if (part->is_barred && first > 0)
            draw_bar(layout, part, pages, first, end);
        if (is_divided)
            lyh_pages_open(pages, "Span");
        draw_lines(layout, part, pages, first, end);
        if (is_divided)
            lyh_pages_close(pages, "Span");
    }
    lyh_pages_close(pages, tag);
}

static void draw_figure(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    const lyh_piece *piece = piece_of(layout, part, 0);
    lyh_pages_open(pages, "Figure");
    cairo_save(pages->cairo);
    cairo_translate(pages->cairo, MARGIN_LEFT, MARGIN_TOP + piece->y);
    cairo_scale(pages->cairo, part->scale, part->scale);
    lyh_display_paint(part->figure, pages->typesetter, pages->cairo);
    cairo_restore(pages->cairo);
    lyh_pages_close(pages, "Figure");
}

static void draw_grid(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    for (guint i = 0; i < part->count; i++) {
        const lyh_piece *piece = piece_of(layout, part, i);
        lyh_pages_go_to(pages, piece->page);
        if (i > 0 && piece->is_first_on_page)
            lyh_grid_draw_row(part->grid, pages, 0, piece->y - piece->repeat, true);
        lyh_grid_draw_row(part->grid, pages, i, piece->y, false);
    }
}

static void open_groups(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    for (size_t i = 0; i < G_N_ELEMENTS(part->opens) && part->opens[i]; i++)
        lyh_pages_open(pages, part->opens[i]);
    if (!part->is_bulleted)
        return;
    lyh_pages_open(pages, "Lbl");
    draw_bullet(part, pages, baseline_of(part, piece_of(layout, part, 0)));
    lyh_pages_close(pages, "Lbl");
    lyh_pages_open(pages, "LBody");
}

static void close_groups(const lyh_part *part, lyh_pages *pages)
{
    for (size_t i = 0; i < G_N_ELEMENTS(part->closes) && part->closes[i]; i++)
        lyh_pages_close(pages, part->closes[i]);
}

static void draw_part(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    const lyh_piece *first = piece_of(layout, part, 0);
    lyh_pages_go_to(pages, first->page);
    if (part->level)
        lyh_pages_outline(pages, part->level, part->run.text, first->y);
    if (part->is_topped)
        lyh_pages_rule(pages, 0, first->y - 26, 48, 4, COLOUR_MARK);
    open_groups(layout, part, pages);
    switch (part->kind) {
    case LYH_PART_TEXT:
        draw_text(layout, part, pages);
        break;
    case LYH_PART_FIGURE:
        draw_figure(layout, part, pages);
        break;
    case LYH_PART_GRID:
        draw_grid(layout, part, pages);
        break;
    }
    close_groups(part, pages);
}

void lyh_layout_draw(const lyh_layout *layout, lyh_pages *pages)
{
    for (guint i = 0; i < layout->parts->len; i++)
        draw_part(layout, &g_array_index(layout->parts, lyh_part, i), pages);
}

bool lyh_report_write_pdf(const lyh_report *report, lyh_output *output, lyh_error *error)
{
    g_autoptr(lyh_layout) layout = lyh_layout_new(report);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    lyh_pages pages;
    lyh_pages_begin(&pages, lyh_report_info_of(report), layout->page_count, bytes);
    lyh_layout_draw(layout, &pages);
    if (lyh_pages_end(&pages) != CAIRO_STATUS_SUCCESS)
        return lyh_error_set(error, LYH_ERROR_IO, 0, "");
    return lyh_output_write(output, bytes->data, bytes->len);
}
