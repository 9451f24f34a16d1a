#include "parts.h"

#include <string.h>

#include "../chart/lines.h"
#include "../chart/paint.h"

#define BAR_WIDTH 2.5
#define FOOT_RULE_WIDTH 96.0

static const lyh_piece *piece_of(const lyh_layout *layout, const lyh_part *part,
                                 guint index)
{
    return &g_array_index(layout->pieces, lyh_piece, part->first + index);
}

static guint line_count(const lyh_part *part)
{
    return part->lines->len;
}

static size_t page_of_line(const lyh_layout *layout, const lyh_part *part, guint line)
{
    double y;
    return lyh_layout_line_place(layout, part, line, &y);
}

static void draw_bullet(const lyh_part *part, lyh_pages *pages, double baseline)
{
    static const lyh_run bullet = { "–", 3, 0 };
    lyh_pages_text(pages, part->indent - 16, baseline, bullet, &part->look->style,
                   LYH_END_SPACE);
}

/* One past the last line on the page of line @first. */
static guint end_on_page(const lyh_layout *layout, const lyh_part *part, guint first)
{
    guint end = first + 1;
    while (end < line_count(part) &&
           page_of_line(layout, part, end) == page_of_line(layout, part, first))
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

/* A short rule over the footnotes of a page. */
static void draw_foot_rule(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    const lyh_piece *piece = piece_of(layout, part, 0);
    if (part->is_at_foot && part->foot_offset <= 0 && piece->is_first_foot)
        lyh_pages_rule(pages, 0, piece->foot_y - LYH_FOOT_GAP / 2, FOOT_RULE_WIDTH, 0.5,
                       COLOUR_EDGE);
}

/* A paragraph over several pages is one element with a Span a page. */
static void draw_text(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    const char *tag = part->look->tag;
    guint end = end_on_page(layout, part, 0);
    bool is_divided = end < line_count(part) && !part->marks;
    if (part->is_barred)
        draw_bar(layout, part, pages, 0, end);
    if (part->note)
        lyh_layout_draw_label(layout, part, pages);
    lyh_pages_open(pages, tag);
    for (guint first = 0; first < line_count(part); first = end) {
        end = end_on_page(layout, part, first);
        lyh_pages_go_to(pages, page_of_line(layout, part, first));
        if (part->is_barred && first > 0)
            draw_bar(layout, part, pages, first, end);
        if (is_divided)
            lyh_pages_open(pages, "Span");
        lyh_layout_draw_lines(layout, part, pages, first, end);
        if (is_divided)
            lyh_pages_close(pages, "Span");
    }
    lyh_pages_close(pages, tag);
}

static void draw_figure(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    const lyh_piece *piece = piece_of(layout, part, 0);
    lyh_element *figure = lyh_pages_open(pages, "Figure");
    figure->words = lyh_display_description(part->figure);
    figure->box[0] = MARGIN_LEFT;
    figure->box[1] = MARGIN_TOP + piece->y;
    figure->box[2] = MARGIN_LEFT + lyh_display_width(part->figure) * part->scale;
    figure->box[3] = MARGIN_TOP + piece->y + piece->height;
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

static void open_group(const lyh_part *part, lyh_pages *pages, const char *tag)
{
    lyh_element *group = lyh_pages_open(pages, tag);
    if (strcmp(tag, "Note") == 0) {
        g_autofree char *id = g_strdup_printf("note-%zu", part->note);
        group->id = lyh_plan_keep(pages->plan, id);
    }
    /* People answered in Swedish, whatever the report is written in. */
    if (strcmp(tag, "BlockQuote") == 0 &&
        strcmp(lyh_catalog_language(pages->info->catalog), "sv") != 0)
        group->language = "sv";
}

static void open_groups(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages)
{
    for (size_t i = 0; i < G_N_ELEMENTS(part->opens) && part->opens[i]; i++)
        open_group(part, pages, part->opens[i]);
    if (!part->is_bulleted)
        return;
    lyh_pages_open(pages, "Lbl");
    draw_bullet(part, pages, piece_of(layout, part, 0)->y + lyh_look_baseline(part->look));
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
    draw_foot_rule(layout, part, pages);
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
    if (part->is_entry)
        lyh_layout_draw_page_number(layout, part, pages);
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
    cairo_status_t status = lyh_pages_end(&pages);
    g_autoptr(lyh_plan) plan = pages.plan;
    if (status != CAIRO_STATUS_SUCCESS)
        return lyh_error_set(error, LYH_ERROR_IO, 0, "");
    g_autoptr(GByteArray) finished =
        lyh_ua_finish(bytes, plan, lyh_report_info_of(report), PAGE_HEIGHT);
    return lyh_output_write(output, finished->data, finished->len);
}
