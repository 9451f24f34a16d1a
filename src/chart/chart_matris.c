#include "kinds.h"

#include <stdlib.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#define CELL_WIDTH 98.0
#define CELL_HEIGHT 25.0
#define CELL_GAP 2.0
#define CELL_PAD 3.0
#define LEAST_LABEL 90.0
#define LABEL_GAP 8.0
#define HEADING_LINES 5

typedef struct matrix {
    lyh_sheet *sheet;
    GArray *groups; /* columns */
    double left;    /* of the first cell */
    double width;   /* of a cell, without the gap to the next */
} matrix;

/* How wide cells have to be for what is printed in them. */
static double needed_width(lyh_sheet *sheet, const GArray *groups)
{
    double widest = 0;
    for (guint i = 0; i < groups->len; i++) {
        for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++) {
            const lyh_cell *cell =
                lyh_table_cell(sheet->table, row, g_array_index(groups, size_t, i));
            char *shown = lyh_cell_shown(cell, sheet->options->catalog);
            widest = MAX(widest, lyh_sheet_width(sheet, shown, &lyh_label_style));
            free(shown);
        }
    }
    return widest + 2 * CELL_PAD;
}

/* Labels give way to cells that need it, down to a width at which words can still be read. */
static void cut_lanes(matrix *all)
{
    lyh_lanes *lanes = &all->sheet->lanes;
    double columns = all->groups->len;
    double needed = (needed_width(all->sheet, all->groups) + CELL_GAP) * columns;
    if (!lanes->is_label_above) {
        double label = MAX(LEAST_LABEL, all->sheet->width - LABEL_GAP - needed);
        lanes->label_width = MIN(lanes->label_width, label);
        lanes->label_x = lanes->label_width;
        lanes->start = lanes->label_width + LABEL_GAP;
    }
    all->left = lanes->start;
    all->width =
        MIN(CELL_WIDTH, (all->sheet->width - 1 - lanes->start) / columns - CELL_GAP);
}

bool lyh_matris_can(const lyh_table *table, const lyh_chart_options *options)
{
    if (lyh_sheet_column(table, options->column) == LYH_NONE)
        return false;
    lyh_sheet sheet = { .table = table,
                        .options = options,
                        .typesetter = lyh_typesetter_new() };
    g_autoptr(GArray) groups = lyh_sheet_groups(table, options->column);
    sheet.width = lyh_sheet_points(options);
    lyh_sheet_cut_lanes(&sheet);
    matrix all = { .sheet = &sheet, .groups = groups };
    cut_lanes(&all);
    bool has_room = all.width >= needed_width(&sheet, groups);
    lyh_typesetter_free(sheet.typesetter);
    return has_room;
}

static double left_of(const matrix *all, guint column)
{
    return all->left + column * (all->width + CELL_GAP);
}

static void add_key(lyh_sheet *sheet)
{
    const lyh_catalog *catalog = sheet->options->catalog;
    const char *const texts[LYH_CLASSES] = {
        lyh_trc(catalog, "scale", "nobody"),
        lyh_trc(catalog, "scale", "up to a quarter"),
        lyh_trc(catalog, "scale", "up to half"),
        lyh_trc(catalog, "scale", "up to three quarters"),
        lyh_trc(catalog, "scale", "more"),
    };
    lyh_key keys[LYH_CLASSES] = { 0 };
    for (size_t i = 0; i < LYH_CLASSES; i++)
        keys[i] = (lyh_key){ .text = texts[i],
                             .fill = lyh_class_colours[i],
                             .edge = lyh_class_edge(i) };
    lyh_sheet_legend(sheet, keys, LYH_CLASSES);
}

static void add_headings(const matrix *all)
{
    lyh_sheet *sheet = all->sheet;
    g_autoptr(GPtrArray) headings =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    guint most = 0;
    for (guint i = 0; i < all->groups->len; i++) {
        const char *name =
            lyh_table_heading(sheet->table, g_array_index(all->groups, size_t, i));
        GPtrArray *lines =
            lyh_sheet_lines(sheet, name, &lyh_number_style, all->width, HEADING_LINES);
        most = MAX(most, lines->len);
        g_ptr_array_add(headings, lines);
    }
    for (guint i = 0; i < headings->len; i++) {
        const GPtrArray *lines = headings->pdata[i];
        lyh_sheet_stack(sheet, lines, left_of(all, i) + all->width / 2,
                        sheet->y + (most - lines->len) * LYH_LEADING, LYH_ALIGN_CENTRE,
                        &lyh_number_style);
    }
    sheet->y += most * LYH_LEADING + 4;
}

static void draw_cell(const matrix *all, const lyh_cell *cell, double left, double middle)
{
    bool is_shaded = cell->kind == LYH_CELL_OF && cell->base > 0;
    size_t class = is_shaded ? lyh_share_class(cell) : 0;
    uint32_t fill = is_shaded ? lyh_class_colours[class] : LYH_NO_COLOUR;
    char *shown = lyh_cell_shown(cell, all->sheet->options->catalog);
    lyh_sheet_rect(all->sheet, left, middle - CELL_HEIGHT / 2, all->width, CELL_HEIGHT,
                   fill, is_shaded ? lyh_class_edge(class) : COLOUR_EDGE);
    lyh_sheet_text_on(all->sheet, left + all->width / 2, middle,
                      is_shaded ? fill : 0xFFFFFF, &lyh_label_style, shown);
    free(shown);
}

static void draw_row(const matrix *all, size_t row)
{
    const lyh_table *table = all->sheet->table;
    double middle =
        lyh_sheet_labelled(all->sheet, lyh_sheet_label(table, row), CELL_HEIGHT, CELL_GAP);
    for (guint i = 0; i < all->groups->len; i++) {
        const lyh_cell *cell =
            lyh_table_cell(table, row, g_array_index(all->groups, size_t, i));
        if (lyh_sheet_shows(cell))
            draw_cell(all, cell, left_of(all, i), middle);
    }
}

void lyh_matris_draw(lyh_sheet *sheet)
{
    g_autoptr(GArray) groups = lyh_sheet_groups(sheet->table, sheet->options->column);
    matrix all = { .sheet = sheet, .groups = groups };
    cut_lanes(&all);
    add_key(sheet);
    add_headings(&all);
    for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++)
        draw_row(&all, row);
}
