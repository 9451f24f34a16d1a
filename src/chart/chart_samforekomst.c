#include "kinds.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#define CELL_HEIGHT 24.0 /* a label of two lines */
#define MOST_WIDTH 36.0
#define LEAST_WIDTH 19.0
#define GAP 6.0
#define LABEL_LINES 2
#define LEAST_SHADED 3 /* what fewer did would be seen before what many did */
#define STEPS 4

typedef struct triangle {
    lyh_sheet *sheet;
    size_t count;   /* themes shown: the first ones, which most persons took up */
    double width;   /* of a cell */
    int64_t most;   /* off the diagonal */
    int64_t across; /* numbers in a step of shading */
} triangle;

/* A square of numbers whose columns are called as its rows are. */
bool lyh_samforekomst_can(const lyh_table *table, const lyh_chart_options *options)
{
    (void)options;
    size_t count = lyh_table_row_count(table);
    if (count < 2 || lyh_table_column_count(table) != count + 1)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(lyh_sheet_label(table, i), lyh_table_heading(table, i + 1)) != 0 ||
            lyh_table_cell(table, i, i + 1)->kind != LYH_CELL_COUNT)
            return false;
    }
    return true;
}

static const lyh_cell *cell_at(const triangle *all, size_t row, size_t column)
{
    return lyh_table_cell(all->sheet->table, row, column + 1);
}

static double label_width(const lyh_sheet *sheet)
{
    return sheet->lanes.is_label_above ? sheet->width * 0.4 : sheet->lanes.label_width;
}

static double widest_number(const triangle *all, size_t count)
{
    double widest = 0;
    for (size_t row = 0; row < count; row++) {
        for (size_t column = 0; column <= row; column++) {
            char *shown =
                lyh_cell_shown(cell_at(all, row, column), all->sheet->options->catalog);
            widest = MAX(widest, lyh_sheet_width(all->sheet, shown, &lyh_number_style));
            free(shown);
        }
    }
    return widest;
}

static void fit(triangle *all)
{
    size_t count = lyh_table_row_count(all->sheet->table);
    double room = all->sheet->width - label_width(all->sheet) - GAP - 1;
    double least = MAX(LEAST_WIDTH, widest_number(all, count) + 4);
    all->count = MIN(count, MAX(1, (size_t)(room / least)));
    all->width = MAX(least, MIN(MOST_WIDTH, room / (double)all->count));
    for (size_t row = 1; row < all->count; row++) {
        for (size_t column = 0; column < row; column++) {
            const lyh_cell *cell = cell_at(all, row, column);
            if (cell->kind == LYH_CELL_COUNT)
                all->most = MAX(all->most, cell->number);
        }
    }
    int64_t shaded = MAX(0, all->most - LEAST_SHADED + 1);
    all->across = MAX(1, (shaded + STEPS - 1) / STEPS);
}

static int64_t step_of(const triangle *all, int64_t number)
{
    return number < LEAST_SHADED ? -1 : (number - LEAST_SHADED) / all->across;
}

static char *text_of_step(const triangle *all, int64_t step)
{
    int64_t low = LEAST_SHADED + step * all->across;
    int64_t high = MIN(low + all->across - 1, all->most);
    return low == high
               ? g_strdup_printf("%" G_GINT64_FORMAT, low)
               : g_strdup_printf("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, low, high);
}

static void add_key(const triangle *all)
{
    const lyh_catalog *catalog = all->sheet->options->catalog;
    lyh_key keys[STEPS + 2] = { 0 };
    size_t count = 0;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(texts, g_strdup_printf(lyh_tr(catalog, "fewer than %d"), LEAST_SHADED));
    for (int64_t step = 0; step <= step_of(all, all->most); step++)
        g_ptr_array_add(texts, text_of_step(all, step));
    keys[count++] = (lyh_key){ .text = lyh_tr(catalog, "the theme itself"),
                               .fill = LYH_NO_COLOUR,
                               .edge = COLOUR_INK };
    for (guint i = 0; i < texts->len; i++)
        keys[count++] = (lyh_key){ .text = texts->pdata[i],
                                   .fill = i ? lyh_class_colours[i] : LYH_NO_COLOUR,
                                   .edge = lyh_class_edge(i) };
    lyh_sheet_legend(all->sheet, keys, count);
}

static void draw_cell(const triangle *all, size_t row, size_t column, double top)
{
    const lyh_cell *cell = cell_at(all, row, column);
    int64_t step = cell->kind == LYH_CELL_COUNT ? step_of(all, cell->number) : -1;
    bool is_itself = row == column;
    bool is_shaded = !is_itself && step >= 0;
    uint32_t fill = is_shaded ? lyh_class_colours[step + 1] : LYH_NO_COLOUR;
    uint32_t edge = is_itself ? COLOUR_INK : lyh_class_edge((size_t)(step + 1));
    double left = 0.5 + (double)column * all->width;
    lyh_sheet_rect(all->sheet, left, top + 1, all->width - 2, CELL_HEIGHT - 2, fill, edge);
    char *shown = lyh_cell_shown(cell, all->sheet->options->catalog);
    lyh_sheet_text_on(all->sheet, left + all->width / 2 - 1, top + CELL_HEIGHT / 2,
                      is_shaded ? fill : 0xFFFFFF,
                      is_itself ? &lyh_number_style : &lyh_label_style, shown);
    free(shown);
}

/* The theme's name stands at the diagonal, where its row ends and its column begins. */
static void draw_row(const triangle *all, size_t row)
{
    lyh_sheet *sheet = all->sheet;
    double x = (double)(row + 1) * all->width + GAP;
    g_autoptr(GPtrArray) lines =
        lyh_sheet_lines(sheet, lyh_sheet_label(sheet->table, row), &lyh_label_style,
                        sheet->width - x, LABEL_LINES);
    lyh_sheet_stack(sheet, lines, x,
                    sheet->y + (CELL_HEIGHT - lines->len * LYH_LEADING) / 2, LYH_ALIGN_LEFT,
                    &lyh_label_style);
    for (size_t column = 0; column <= row; column++)
        draw_cell(all, row, column, sheet->y);
    sheet->y += CELL_HEIGHT;
}

void lyh_samforekomst_draw(lyh_sheet *sheet)
{
    triangle all = { .sheet = sheet };
    fit(&all);
    add_key(&all);
    for (size_t row = 0; row < all.count; row++)
        draw_row(&all, row);
    size_t left_out = lyh_table_row_count(sheet->table) - all.count;
    if (left_out == 0)
        return;
    g_autofree char *note = g_strdup_printf(
        lyh_trn(sheet->options->catalog, "%zu theme that fewer took up is left out here.",
                "%zu themes that fewer took up are left out here.", left_out),
        left_out);
    lyh_sheet_note(sheet, note);
}

static gint most_first(gconstpointer one, gconstpointer other, gpointer table)
{
    const size_t *a = one, *b = other; /* row, column */
    int64_t first = lyh_table_cell(table, a[0], a[1] + 1)->number;
    int64_t second = lyh_table_cell(table, b[0], b[1] + 1)->number;
    return first != second ? (first < second ? 1 : -1)
           : a[0] != b[0]  ? (a[0] > b[0] ? 1 : -1)
                           : (a[1] > b[1]) - (a[1] < b[1]);
}

GPtrArray *lyh_samforekomst_entries(const lyh_table *table,
                                    const lyh_chart_options *options)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, 2 * sizeof(size_t));
    for (size_t row = 1; row < lyh_table_row_count(table); row++) {
        for (size_t column = 0; column < row; column++) {
            const size_t pair[] = { row, column };
            if (lyh_table_cell(table, row, column + 1)->kind == LYH_CELL_COUNT)
                g_array_append_vals(pairs, pair, 1);
        }
    }
    g_array_sort_with_data(pairs, most_first, (gpointer)table);
    for (guint i = 0; i < pairs->len; i++) {
        const size_t *pair = (const size_t *)(const void *)pairs->data + 2 * (size_t)i;
        char *shown =
            lyh_cell_shown(lyh_table_cell(table, pair[0], pair[1] + 1), options->catalog);
        g_ptr_array_add(entries,
                        g_strdup_printf("%s – %s %s", lyh_sheet_label(table, pair[1]),
                                        lyh_sheet_label(table, pair[0]), shown));
        free(shown);
    }
    return entries;
}
