#include "kinds.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#define CELL_WIDTH (45 * POINTS_PER_MM)
#define CELL_HEIGHT (18 * POINTS_PER_MM)
#define LEAST_WIDTH 84.0 /* below it cells stand one below the other */
#define SIDE 70.0        /* of the levels' names */
#define PAD 6.0
#define GAP 6.0

typedef struct crossing {
    lyh_sheet *sheet;
    size_t columns;
    double left;  /* of the first cell */
    double width; /* of a cell */
} crossing;

/* A column of texts and one of counts for each degree. */
bool lyh_typologi_can(const lyh_table *table, const lyh_chart_options *options)
{
    (void)options;
    size_t columns = lyh_table_column_count(table);
    if (strcmp(lyh_table_name(table), "typology") != 0 || columns < 3 || columns % 2 == 0 ||
        lyh_table_row_count(table) == 0)
        return false;
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t column = 1; column < columns; column += 2) {
            lyh_cell_kind kind = lyh_table_cell(table, row, column)->kind;
            if ((kind != LYH_CELL_TEXT && kind != LYH_CELL_EMPTY) ||
                !lyh_sheet_shows(lyh_table_cell(table, row, column + 1)))
                return false;
        }
    }
    return true;
}

static const char *text_at(const crossing *all, size_t row, size_t column)
{
    const lyh_cell *cell = lyh_table_cell(all->sheet->table, row, 2 * column + 1);
    return cell->kind == LYH_CELL_TEXT ? cell->text : "";
}

static const lyh_cell *count_at(const lyh_table *table, size_t row, size_t column)
{
    return lyh_table_cell(table, row, 2 * column + 2);
}

/* The text of a cell, and below it the number; @lines of the text are lent. */
static void draw_cell(const crossing *all, size_t row, size_t column,
                      const GPtrArray *lines, double left, double width, double height)
{
    lyh_sheet *sheet = all->sheet;
    char *shown =
        lyh_cell_shown(count_at(sheet->table, row, column), sheet->options->catalog);
    lyh_sheet_rect(sheet, left, sheet->y, width, height, LYH_NO_COLOUR, COLOUR_EDGE);
    lyh_sheet_stack(sheet, lines, left + PAD, sheet->y + PAD, LYH_ALIGN_LEFT,
                    &lyh_label_style);
    lyh_sheet_text(sheet, left + PAD, sheet->y + height - PAD - 2.5, LYH_ALIGN_LEFT,
                   &lyh_number_style, shown);
    free(shown);
}

static double height_for(const GPtrArray *lines)
{
    return 2 * PAD + lines->len * LYH_LEADING + LYH_LEADING + 4;
}

/* ---- as a square ---- */

static void add_headings(const crossing *all)
{
    lyh_sheet *sheet = all->sheet;
    g_autoptr(GPtrArray) headings =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    guint most = 0;
    for (size_t i = 0; i < all->columns; i++) {
        GPtrArray *lines =
            lyh_sheet_lines(sheet, lyh_table_heading(sheet->table, 2 * i + 1),
                            &lyh_number_style, all->width - PAD, 0);
        most = MAX(most, lines->len);
        g_ptr_array_add(headings, lines);
    }
    for (guint i = 0; i < headings->len; i++) {
        const GPtrArray *lines = headings->pdata[i];
        lyh_sheet_stack(sheet, lines, all->left + i * all->width + PAD,
                        sheet->y + (most - lines->len) * LYH_LEADING, LYH_ALIGN_LEFT,
                        &lyh_number_style);
    }
    sheet->y += most * LYH_LEADING + 4;
}

static void draw_row(const crossing *all, size_t row)
{
    lyh_sheet *sheet = all->sheet;
    g_autoptr(GPtrArray) texts =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) name = lyh_sheet_lines(sheet, lyh_sheet_label(sheet->table, row),
                                                &lyh_number_style, all->left - GAP, 0);
    double height = MAX(CELL_HEIGHT, name->len * LYH_LEADING + 2 * PAD);
    for (size_t column = 0; column < all->columns; column++) {
        GPtrArray *lines = lyh_sheet_lines(sheet, text_at(all, row, column),
                                           &lyh_label_style, all->width - 2 * PAD, 0);
        height = MAX(height, height_for(lines));
        g_ptr_array_add(texts, lines);
    }
    lyh_sheet_stack(sheet, name, 0, sheet->y + PAD, LYH_ALIGN_LEFT, &lyh_number_style);
    for (guint column = 0; column < texts->len; column++)
        draw_cell(all, row, column, texts->pdata[column], all->left + column * all->width,
                  all->width, height);
    sheet->y += height;
}

/* ---- on a narrow sheet ---- */

/* A level's name, and below it a cell for each degree, whose name begins its text. */
static void draw_list(const crossing *all, size_t row)
{
    lyh_sheet *sheet = all->sheet;
    lyh_sheet_block(sheet, lyh_sheet_label(sheet->table, row));
    for (size_t column = 0; column < all->columns; column++) {
        const char *text = text_at(all, row, column);
        g_autofree char *whole =
            g_strdup_printf("%s%s%s", lyh_table_heading(sheet->table, 2 * column + 1),
                            *text ? ": " : "", text);
        g_autoptr(GPtrArray) lines =
            lyh_sheet_lines(sheet, whole, &lyh_label_style, sheet->width - 1 - 2 * PAD, 0);
        double height = height_for(lines);
        draw_cell(all, row, column, lines, 0.5, sheet->width - 1, height);
        sheet->y += height;
    }
}

void lyh_typologi_draw(lyh_sheet *sheet)
{
    crossing all = { .sheet = sheet, .left = SIDE + GAP };
    all.columns = (lyh_table_column_count(sheet->table) - 1) / 2;
    all.width = MIN(CELL_WIDTH, (sheet->width - 1 - all.left) / (double)all.columns);
    bool is_list = all.width < LEAST_WIDTH;
    if (!is_list)
        add_headings(&all);
    for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++) {
        if (is_list)
            draw_list(&all, row);
        else
            draw_row(&all, row);
    }
}

GPtrArray *lyh_typologi_entries(const lyh_table *table, const lyh_chart_options *options)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t column = 0; 2 * column + 2 < lyh_table_column_count(table); column++) {
            char *shown = lyh_cell_shown(count_at(table, row, column), options->catalog);
            g_ptr_array_add(
                entries, g_strdup_printf("%s, %s %s", lyh_sheet_label(table, row),
                                         lyh_table_heading(table, 2 * column + 1), shown));
            free(shown);
        }
    }
    return entries;
}
