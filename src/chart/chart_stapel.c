#include "kinds.h"

#include <lyhord/base/csv.h>

#define BAR 16.0

bool lyh_stapel_can(const lyh_table *table, const lyh_chart_options *options)
{
    return lyh_sheet_column(table, options->column) != LYH_NONE;
}

static void draw_bar(lyh_sheet *sheet, double middle, const lyh_cell *cell, int64_t scale)
{
    double unit = sheet->lanes.room / (double)scale;
    lyh_item bar = { .kind = LYH_ITEM_RECT,
                     .x = sheet->lanes.start,
                     .y = middle - BAR / 2 };
    bar.height = BAR;
    bar.fill = COLOUR_MARK;
    bar.stroke = LYH_NO_COLOUR;
    bar.width = unit * (double)cell->number;
    if (cell->number > 0)
        lyh_display_add(sheet->display, bar);

    /* The outline is everyone who could have said it: 9 is seen to be 9 of 12. */
    bar.width = unit * (double)cell->base;
    bar.fill = LYH_NO_COLOUR;
    bar.stroke = COLOUR_EDGE;
    bar.stroke_width = 0.5;
    lyh_display_add(sheet->display, bar);
}

void lyh_stapel_draw(lyh_sheet *sheet)
{
    const lyh_table *table = sheet->table;
    size_t column = lyh_sheet_column(table, sheet->options->column);
    int64_t scale = lyh_sheet_largest_base(table, column);
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        const lyh_cell *cell = lyh_table_cell(table, row, column);
        if (!lyh_sheet_shows(cell))
            continue;
        double middle = lyh_sheet_row(sheet, lyh_sheet_label(table, row), cell, BAR);
        if (cell->kind == LYH_CELL_OF && cell->base > 0)
            draw_bar(sheet, middle, cell, scale);
    }
}
