#include "kinds.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#define BAR 15.0     /* the tallest */
#define NUMBER 12.0  /* above a bar */
#define LANE_GAP 3.0 /* between a lane's line and what stands above the next */
#define BETWEEN 3.0

/* A column a part of the interview, in numbers of persons. */
bool lyh_tidslinje_can(const lyh_table *table, const lyh_chart_options *options)
{
    (void)options;
    return strcmp(lyh_table_name(table), "timeline") == 0 &&
           lyh_table_row_count(table) > 0 && lyh_table_column_count(table) > 1;
}

static int64_t most_in(const lyh_table *table)
{
    int64_t most = 1;
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t column = 1; column < lyh_table_column_count(table); column++) {
            const lyh_cell *cell = lyh_table_cell(table, row, column);
            if (cell->kind == LYH_CELL_COUNT)
                most = MAX(most, cell->number);
        }
    }
    return most;
}

static void draw_part(lyh_sheet *sheet, const lyh_cell *cell, double left, double width,
                      double floor, int64_t most)
{
    bool is_count = cell->kind == LYH_CELL_COUNT;
    double height = is_count ? BAR * (double)cell->number / (double)most : 0;
    if ((is_count && cell->number == 0) || cell->kind == LYH_CELL_EMPTY)
        return;
    if (height > 0)
        lyh_sheet_rect(sheet, left + BETWEEN / 2, floor - height, width - BETWEEN, height,
                       COLOUR_MARK, LYH_NO_COLOUR);
    char *shown = lyh_cell_shown(cell, sheet->options->catalog);
    lyh_sheet_text(sheet, left + width / 2, floor - height - 3, LYH_ALIGN_CENTRE,
                   &lyh_label_style, shown);
    free(shown);
}

static void draw_lane(lyh_sheet *sheet, size_t row, double width, int64_t most)
{
    const lyh_table *table = sheet->table;
    double height = BAR + NUMBER;
    double middle =
        lyh_sheet_labelled(sheet, lyh_sheet_label(table, row), height, LANE_GAP);
    double floor = middle + height / 2;
    double start = sheet->lanes.start;
    size_t parts = lyh_table_column_count(table) - 1;
    for (size_t part = 0; part < parts; part++)
        draw_part(sheet, lyh_table_cell(table, row, part + 1), start + (double)part * width,
                  width, floor, most);
    lyh_sheet_rule(sheet, start, floor, width * (double)parts, 0, COLOUR_EDGE, 0.5);
}

static void add_scale(lyh_sheet *sheet, double room)
{
    const lyh_catalog *catalog = sheet->options->catalog;
    double start = sheet->lanes.start;
    sheet->y += 2;
    double baseline = sheet->y + 9;
    lyh_sheet_text(sheet, start, baseline, LYH_ALIGN_LEFT, &lyh_small_style,
                   lyh_trc(catalog, "interview", "beginning"));
    lyh_sheet_text(sheet, start + room / 2, baseline, LYH_ALIGN_CENTRE, &lyh_small_style,
                   lyh_trc(catalog, "interview", "middle"));
    lyh_sheet_text(sheet, start + room, baseline, LYH_ALIGN_RIGHT, &lyh_small_style,
                   lyh_trc(catalog, "interview", "end"));
    sheet->y += LYH_LEADING;
}

void lyh_tidslinje_draw(lyh_sheet *sheet)
{
    const lyh_table *table = sheet->table;
    double room = sheet->width - 1 - sheet->lanes.start;
    double width = room / (double)(lyh_table_column_count(table) - 1);
    int64_t most = most_in(table);
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        draw_lane(sheet, row, width, most);
    add_scale(sheet, room);
}

/* A theme, and how many in each part: "Väntan 4, 2, 0, 0, 1, 3, 0, 0, 1, 2". */
GPtrArray *lyh_tidslinje_entries(const lyh_table *table, const lyh_chart_options *options)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        GString *entry = g_string_new(lyh_sheet_label(table, row));
        for (size_t column = 1; column < lyh_table_column_count(table); column++) {
            char *shown =
                lyh_cell_shown(lyh_table_cell(table, row, column), options->catalog);
            g_string_append_printf(entry, "%s %s", column > 1 ? "," : "", shown);
            free(shown);
        }
        g_ptr_array_add(entries, g_string_free(entry, FALSE));
    }
    return entries;
}
