#include "kinds.h"

#include <glib.h>

#include <lyhord/base/csv.h>

#define RADIUS 6.0
#define PITCH_X 15.0
#define PITCH_Y 16.0
#define FIVE 5       /* dots are set in fives, so that they are counted at a glance */
#define FIVE_GAP 4.0 /* and that much more stands between the fives */
#define MOST_PERSONS 40

bool lyh_personprickar_can(const lyh_table *table, const lyh_chart_options *options)
{
    if (lyh_sheet_column(table, options->column) == LYH_NONE)
        return false;
    for (size_t column = 1; column < lyh_table_column_count(table); column++) {
        if (lyh_sheet_largest_base(table, column) > MOST_PERSONS)
            return false;
    }
    return true;
}

static double dots_width(int64_t dots)
{
    return 2 * RADIUS + (double)(dots - 1) * PITCH_X +
           (double)((dots - 1) / FIVE) * FIVE_GAP + 1;
}

/* How many dots stand in a line: all, or the fewest whole fives that fill the lines needed. */
static int64_t dots_a_line(const lyh_sheet *sheet, int64_t persons)
{
    int64_t fitting = 1;
    while (fitting < persons && dots_width(fitting + 1) <= sheet->lanes.room)
        fitting++;
    if (fitting >= persons)
        return MAX(persons, 1);

    int64_t lines = (persons + fitting - 1) / fitting;
    int64_t even = (persons + lines - 1) / lines;
    int64_t fives = (even + FIVE - 1) / FIVE * FIVE;
    return MIN(fives, fitting);
}

static void draw_dots(lyh_sheet *sheet, double top, const lyh_cell *cell, int64_t a_line)
{
    for (int64_t person = 0; person < cell->base; person++) {
        int64_t place = person % a_line;
        bool has_said = person < cell->number;
        lyh_item dot = { .kind = LYH_ITEM_MARKER, .shape = LYH_SHAPE_DISC };
        dot.x = sheet->lanes.start + dots_width(place + 1) - RADIUS - 0.5;
        dot.y = top + RADIUS + (double)(person / a_line) * PITCH_Y;
        dot.width = has_said ? 2 * RADIUS : 2 * RADIUS - 1;
        dot.height = dot.width;
        dot.fill = has_said ? COLOUR_MARK : LYH_NO_COLOUR;
        dot.stroke = has_said ? LYH_NO_COLOUR : COLOUR_EDGE;
        dot.stroke_width = 1;
        lyh_display_add(sheet->display, dot);
    }
}

static void draw_row(lyh_sheet *sheet, const char *label, const lyh_cell *cell)
{
    int64_t persons = cell->kind == LYH_CELL_OF ? cell->base : 0;
    int64_t a_line = dots_a_line(sheet, persons);
    int64_t lines = persons ? (persons + a_line - 1) / a_line : 1;
    double height = 2 * RADIUS + (double)(lines - 1) * PITCH_Y;
    double middle = lyh_sheet_row(sheet, label, cell, height);
    if (persons)
        draw_dots(sheet, middle - height / 2, cell, a_line);
}

static void draw_column(lyh_sheet *sheet, size_t column)
{
    for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++) {
        const lyh_cell *cell = lyh_table_cell(sheet->table, row, column);
        if (lyh_sheet_shows(cell))
            draw_row(sheet, lyh_sheet_label(sheet->table, row), cell);
    }
}

/* The widest line of dots in the columns from @first to @last. */
static double widest_dots(const lyh_sheet *sheet, size_t first, size_t last)
{
    double widest = 0;
    for (size_t column = first; column <= last; column++) {
        int64_t persons = lyh_sheet_largest_base(sheet->table, column);
        widest = MAX(widest, dots_width(dots_a_line(sheet, persons)));
    }
    return widest;
}

void lyh_personprickar_draw(lyh_sheet *sheet)
{
    const lyh_table *table = sheet->table;
    size_t only = sheet->options->column;
    if (only == 0 && lyh_sheet_group_count(table) < 2)
        only = lyh_sheet_column(table, 0);
    lyh_sheet_narrow(sheet, widest_dots(sheet, only ? only : 1,
                                        only ? only : lyh_table_column_count(table) - 1));
    if (only) {
        draw_column(sheet, only);
        return;
    }
    for (size_t column = 1; column < lyh_table_column_count(table); column++) {
        if (!lyh_sheet_is_group(table, column))
            continue;
        lyh_sheet_block(sheet, lyh_table_heading(table, column));
        draw_column(sheet, column);
    }
}
