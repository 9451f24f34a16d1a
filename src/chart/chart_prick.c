#include "kinds.h"

#include <stdlib.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#define RADIUS 4.0
#define LANE 12.0
#define CLEAR 5.0 /* of the numbers, beside a mark that stands at everybody */
#define ROW_GAP 9.0
#define STEM 0.75
#define INTERVAL 1.5
#define GRID_COLOUR 0x8A8A8A

bool lyh_prick_can(const lyh_table *table, const lyh_chart_options *options)
{
    g_autoptr(GArray) groups = lyh_sheet_groups(table, options->column);
    return lyh_sheet_column(table, options->column) != LYH_NONE &&
           groups->len <= LYH_GROUPS;
}

/* Where so large a part of everybody stands. */
static double place_of(const lyh_sheet *sheet, double share)
{
    return sheet->lanes.start + RADIUS + share * (sheet->lanes.room - 2 * RADIUS - CLEAR);
}

static void add_key(lyh_sheet *sheet, const GArray *groups)
{
    lyh_key keys[LYH_GROUPS] = { 0 };
    for (guint i = 0; i < groups->len; i++)
        keys[i] = (lyh_key){ .text = lyh_table_heading(sheet->table,
                                                       g_array_index(groups, size_t, i)),
                             .fill = lyh_group_colours[i],
                             .edge = LYH_NO_COLOUR,
                             .is_marker = true,
                             .shape = (lyh_shape)i };
    lyh_sheet_legend(sheet, keys, groups->len);
}

/* In words: of few persons no percent are printed. */
static void add_scale(lyh_sheet *sheet)
{
    const lyh_catalog *catalog = sheet->options->catalog;
    const struct {
        const char *text;
        double share;
        lyh_align align;
    } marks[] = {
        { lyh_trc(catalog, "scale", "nobody"), 0, LYH_ALIGN_LEFT },
        { lyh_trc(catalog, "scale", "half"), 0.5, LYH_ALIGN_CENTRE },
        { lyh_trc(catalog, "scale", "everybody"), 1, LYH_ALIGN_RIGHT },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        double edge = ((int)i - 1) * RADIUS;
        lyh_sheet_text(sheet, place_of(sheet, marks[i].share) + edge, sheet->y + 9,
                       marks[i].align, &lyh_small_style, marks[i].text);
    }
    sheet->y += LYH_LEADING + 3;
}

static void draw_scale(lyh_sheet *sheet, double top, double bottom)
{
    for (int half = 0; half <= 2; half++)
        lyh_sheet_rule(sheet, place_of(sheet, half / 2.0), top, 0, bottom - top,
                       GRID_COLOUR, 0.5);
}

static double share_of_percent(const lyh_table *table, size_t row, size_t column)
{
    const lyh_cell *cell = lyh_table_cell(table, row, column);
    double share = (double)cell->number / 100;
    for (unsigned i = 0; i < cell->decimals; i++)
        share /= 10;
    return share;
}

/* The interval where the table has one; else a thin line from nobody, along which the eye goes. */
static void draw_reach(lyh_sheet *sheet, size_t row, size_t column, double y,
                       uint32_t colour)
{
    const lyh_table *table = sheet->table;
    const lyh_cell *cell = lyh_table_cell(table, row, column);
    size_t low = lyh_sheet_beside(table, column, "low");
    size_t high = lyh_sheet_beside(table, column, "high");
    bool has_interval = low != LYH_NONE && high != LYH_NONE &&
                        lyh_table_cell(table, row, low)->kind == LYH_CELL_PERCENT &&
                        lyh_table_cell(table, row, high)->kind == LYH_CELL_PERCENT;
    double from = has_interval ? share_of_percent(table, row, low) : 0;
    double to = has_interval ? share_of_percent(table, row, high)
                             : (double)cell->number / (double)cell->base;
    double start = place_of(sheet, from);
    lyh_sheet_rule(sheet, start, y, place_of(sheet, to) - start, 0, colour,
                   has_interval ? INTERVAL : STEM);
}

static void draw_group(lyh_sheet *sheet, size_t row, size_t column, guint group, double y)
{
    const lyh_cell *cell = lyh_table_cell(sheet->table, row, column);
    if (!lyh_sheet_shows(cell))
        return;
    char *shown = lyh_cell_shown(cell, sheet->options->catalog);
    lyh_sheet_text(sheet, sheet->lanes.value_x, y + LYH_DROP, LYH_ALIGN_RIGHT,
                   &lyh_label_style, shown);
    free(shown);
    if (cell->kind != LYH_CELL_OF || cell->base == 0)
        return;

    draw_reach(sheet, row, column, y, lyh_group_colours[group]);
    lyh_item marker = { .kind = LYH_ITEM_MARKER, .y = y, .shape = (lyh_shape)group };
    marker.x = place_of(sheet, (double)cell->number / (double)cell->base);
    marker.width = marker.height = 2 * RADIUS;
    marker.fill = lyh_group_colours[group];
    marker.stroke = LYH_NO_COLOUR;
    lyh_display_add(sheet->display, marker);
}

/* A group has the same lane in every row, so that no marker hides another. */
static void draw_row(lyh_sheet *sheet, size_t row, const GArray *groups)
{
    double height = groups->len * LANE;
    double top = sheet->y;
    double middle =
        lyh_sheet_labelled(sheet, lyh_sheet_label(sheet->table, row), height, ROW_GAP);
    bool is_narrow = sheet->lanes.is_label_above;
    draw_scale(sheet, is_narrow ? middle - height / 2 : top,
               is_narrow ? middle + height / 2 : sheet->y);
    for (guint i = 0; i < groups->len; i++)
        draw_group(sheet, row, g_array_index(groups, size_t, i), i,
                   middle - height / 2 + (i + 0.5) * LANE);
}

void lyh_prick_draw(lyh_sheet *sheet)
{
    g_autoptr(GArray) groups = lyh_sheet_groups(sheet->table, sheet->options->column);
    if (groups->len > 1)
        add_key(sheet, groups);
    add_scale(sheet);
    for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++)
        draw_row(sheet, row, groups);
}
