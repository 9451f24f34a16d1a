#include "parts.h"

#include <string.h>

#include "../chart/lines.h"

#define FIGURE_BEFORE 12.0
#define MOST_ABOVE 200.0 /* points above a figure that it makes room for */
#define MOST_FOOT (TEXT_HEIGHT / 2)
#define SCRAP 0.12 /* part of a full line that a paragraph's last line should exceed */

static void clear_part(void *part)
{
    lyh_part *p = part;
    if (p->lines)
        g_array_unref(p->lines);
    if (p->marks)
        g_array_unref(p->marks);
    lyh_grid_free(p->grid);
}

lyh_layout *lyh_layout_new(const lyh_report *report)
{
    lyh_layout *layout = g_new0(lyh_layout, 1);
    layout->report = report;
    layout->typesetter = lyh_typesetter_new();
    layout->parts = g_array_new(FALSE, TRUE, sizeof(lyh_part));
    g_array_set_clear_func(layout->parts, clear_part);
    layout->pieces = g_array_new(FALSE, TRUE, sizeof(lyh_piece));
    layout->block_parts = g_array_new(FALSE, FALSE, sizeof(guint));
    layout->texts = g_string_chunk_new(4096);

    lyh_layout_title(layout);
    g_array_set_size(layout->block_parts, (guint)lyh_report_block_count(report));
    for (size_t i = 0; i < lyh_report_block_count(report); i++)
        g_array_index(layout->block_parts, guint, i) = LYH_NO_PART;
    for (size_t i = 0; i < lyh_report_block_count(report); i++)
        lyh_layout_block(layout, i);
    layout->page_count = lyh_flow_paginate(layout->pieces, TEXT_HEIGHT);
    return layout;
}

void lyh_layout_free(lyh_layout *layout)
{
    if (!layout)
        return;
    g_array_unref(layout->parts);
    g_array_unref(layout->pieces);
    g_array_unref(layout->block_parts);
    g_string_chunk_free(layout->texts);
    lyh_typesetter_free(layout->typesetter);
    g_free(layout);
}

static lyh_part *add_part(lyh_layout *layout, lyh_part_kind kind)
{
    lyh_part part = { .kind = kind, .first = layout->pieces->len };
    g_array_append_val(layout->parts, part);
    return &g_array_index(layout->parts, lyh_part, layout->parts->len - 1);
}

static void add_piece(lyh_layout *layout, lyh_part *part, double before, double height)
{
    lyh_piece piece = { .index = part->count, .height = height };
    piece.before = part->count == 0 ? MAX(before, layout->space) : before;
    layout->space = 0;
    part->count++;
    g_array_append_val(layout->pieces, piece);
}

static void hold_one(lyh_layout *layout, guint index, lyh_keep keep)
{
    lyh_piece *piece = &g_array_index(layout->pieces, lyh_piece, index);
    piece->keep = MAX(piece->keep, keep);
}

void lyh_layout_hold(lyh_layout *layout, guint first, lyh_keep keep)
{
    for (guint i = first; i + 1 < layout->pieces->len; i++)
        hold_one(layout, i, keep);
}

/* Neither the first nor the last line of a paragraph stands alone on a page. */
static void hold_lines(lyh_layout *layout, const lyh_part *part)
{
    if (part->count < 2)
        return;
    hold_one(layout, part->first, LYH_KEEP_HARD);
    hold_one(layout, part->first + part->count - 2, LYH_KEEP_HARD);
}

static bool ends_in_a_scrap(const GArray *lines, double width)
{
    return lines->len > 1 &&
           g_array_index(lines, lyh_line, lines->len - 1).width < SCRAP * width;
}

/* A last line of one short word is avoided where somewhat shorter lines do it. */
static GArray *lines_of(lyh_layout *layout, const lyh_part *part)
{
    static const double widths[] = { 1, 0.94, 0.88, 0.82 };
    const lyh_report_info *info = lyh_report_info_of(layout->report);
    const lyh_look *look = part->look;
    double width = look->measure - part->indent;
    GArray *first = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        lyh_measures measures = { width * widths[i], 0.72, info->joint, info->joint_user };
        GArray *lines = (look->is_balanced ? lyh_lines_balanced : lyh_lines_new)(
            layout->typesetter, part->run, &look->style, &measures);
        bool is_good =
            !ends_in_a_scrap(lines, width) && (!first || lines->len == first->len);
        if (is_good && first)
            g_array_unref(first);
        if (is_good)
            return lines;
        if (first)
            g_array_unref(lines);
        else
            first = lines;
    }
    return first;
}

static lyh_part *set_text(lyh_layout *layout, const lyh_look *look, const char *text,
                          size_t lead, double indent)
{
    lyh_part *part = add_part(layout, LYH_PART_TEXT);
    g_autofree char *settable = lyh_typesetter_settable(text);
    const char *kept = g_string_chunk_insert(layout->texts, settable);
    part->look = look;
    part->run = (lyh_run){ kept, strlen(kept), lead };
    part->indent = indent + look->indent;

    part->lines = lines_of(layout, part);
    return part;
}

static void add_lines(lyh_layout *layout, lyh_part *part)
{
    for (guint i = 0; i < part->lines->len; i++)
        add_piece(layout, part, i == 0 ? part->look->before : 0, part->look->leading);
    hold_lines(layout, part);
    layout->space = part->look->after;
}

lyh_part *lyh_layout_text(lyh_layout *layout, const lyh_look *look, const char *text,
                          size_t lead, double indent)
{
    lyh_part *part = set_text(layout, look, text, lead, indent);
    add_lines(layout, part);
    return part;
}

lyh_part *lyh_layout_note(lyh_layout *layout, const lyh_look *look, const char *text,
                          bool is_below)
{
    guint last = layout->pieces->len - 1;
    lyh_piece *owner = &g_array_index(layout->pieces, lyh_piece, last);
    lyh_part *part = set_text(layout, look, text, 0, 0);
    double height = part->lines->len * look->leading + look->after;
    if (is_below || owner->foot + height > MOST_FOOT) {
        add_lines(layout, part);
        return part;
    }
    part->first = last;
    part->is_at_foot = true;
    part->foot_offset = owner->foot;
    owner->foot += height;
    return part;
}

double lyh_layout_height(const lyh_layout *layout, guint first)
{
    double height = 0;
    for (guint i = first; i < layout->pieces->len; i++) {
        const lyh_piece *piece = &g_array_index(layout->pieces, lyh_piece, i);
        height += piece->height + (i > first ? piece->before : 0);
    }
    return height;
}

/* A figure cannot be divided: one too tall for a page with what stands above it is drawn smaller. */
lyh_part *lyh_layout_figure(lyh_layout *layout, const lyh_display *figure, double above,
                            double below)
{
    const double before = MAX(FIGURE_BEFORE, layout->space);
    lyh_part *part = add_part(layout, LYH_PART_FIGURE);
    double height = lyh_display_height(figure);
    part->figure = figure;
    part->scale = MIN(1, (TEXT_HEIGHT - MIN(above, MOST_ABOVE) - before - below) / height);
    add_piece(layout, part, FIGURE_BEFORE, height * part->scale);
    return part;
}

lyh_part *lyh_layout_grid(lyh_layout *layout, lyh_grid *grid)
{
    lyh_part *part = add_part(layout, LYH_PART_GRID);
    size_t rows = lyh_grid_row_count(grid);
    part->grid = grid;
    for (size_t row = 0; row < rows; row++) {
        add_piece(layout, part, row == 0 ? 4 : 0, lyh_grid_row_height(grid, row));
        if (row > 0)
            g_array_index(layout->pieces, lyh_piece, layout->pieces->len - 1).repeat =
                lyh_grid_row_height(grid, 0);
    }
    hold_lines(layout, part);
    if (rows > 2) /* the heading and two rows, and two rows at the end */
        hold_one(layout, part->first + 1, LYH_KEEP_HARD);
    layout->space = 8;
    return part;
}
