#include "grid.h"

#include <math.h>
#include <string.h>

#include <lyhord/table/writers.h>

#include "../chart/lines.h"

#define LEADING 13.0
#define PADDING 3.5
#define GUTTER 16.0
#define LONG_HEADING 60.0
#define LONG_LABEL 160.0 /* what is wider on one line is a sentence */
#define TO_FILL_IN 90.0  /* width of a column to write in */
#define MOST_LINES 24    /* of a row; what is longer goes on in a row of its own */

static const lyh_style head_style = { 9.5, LYH_WEIGHT_SEMIBOLD, true, COLOUR_INK };
static const lyh_style cell_style = { 9.5, LYH_WEIGHT_REGULAR, true, COLOUR_INK };

typedef struct grid_column {
    double natural; /* width of its widest cell on one line */
    double least;   /* of its longest word */
    double width;
    double x;
    bool is_number; /* set to the right */
} grid_column;

typedef struct grid_row {
    size_t source; /* row of cells, 0 the heading */
    guint first_line;
    guint line_count;
} grid_row;

struct lyh_grid {
    size_t number;
    size_t column_count;
    grid_column *columns;
    GPtrArray *texts; /* of cells, row by row, the heading first */
    GPtrArray *lines; /* GArray of lyh_line a cell */
    GArray *rows;     /* grid_row */
    double width;
};

static const char *text_at(const lyh_grid *grid, size_t row, size_t column)
{
    return g_ptr_array_index(grid->texts, row * grid->column_count + column);
}

static GArray *lines_at(const lyh_grid *grid, size_t row, size_t column)
{
    return g_ptr_array_index(grid->lines, row * grid->column_count + column);
}

static size_t source_rows(const lyh_grid *grid)
{
    return grid->texts->len / grid->column_count;
}

static const lyh_style *style_of(size_t row)
{
    return row == 0 ? &head_style : &cell_style;
}

static lyh_run run_of(const char *text)
{
    return (lyh_run){ text, strlen(text), 0 };
}

static void free_lines(void *lines)
{
    g_array_unref(lines);
}

static void read_texts(lyh_grid *grid, const lyh_table *table, const lyh_catalog *catalog)
{
    for (size_t column = 0; column < grid->column_count; column++)
        g_ptr_array_add(grid->texts,
                        lyh_typesetter_settable(lyh_table_heading(table, column)));
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t column = 0; column < grid->column_count; column++) {
            g_autofree char *shown =
                lyh_cell_shown(lyh_table_cell(table, row, column), catalog);
            g_ptr_array_add(grid->texts, lyh_typesetter_settable(shown));
        }
    }
}

static bool is_number_column(const lyh_table *table, size_t column)
{
    bool has_numbers = false;
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        lyh_cell_kind kind = lyh_table_cell(table, row, column)->kind;
        if (kind == LYH_CELL_TEXT)
            return false;
        has_numbers = has_numbers || kind != LYH_CELL_EMPTY;
    }
    return has_numbers;
}

static double longest_word(lyh_typesetter *typesetter, const char *text,
                           const lyh_style *style, bool is_number)
{
    if (is_number)
        return lyh_typesetter_text_width(typesetter, text, style);
    double longest = 0;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++)
        longest = MAX(longest, lyh_typesetter_text_width(typesetter, *word, style));
    return longest;
}

static void measure_columns(lyh_grid *grid, const lyh_table *table,
                            lyh_typesetter *typesetter)
{
    for (size_t column = 0; column < grid->column_count; column++) {
        grid_column *measured = &grid->columns[column];
        measured->is_number = is_number_column(table, column);
        for (size_t row = 0; row < source_rows(grid); row++) {
            const char *text = text_at(grid, row, column);
            double natural = lyh_typesetter_text_width(typesetter, text, style_of(row));
            /* A long heading over short cells takes two lines. */
            if (row == 0 && natural > LONG_HEADING)
                natural = LONG_HEADING + (natural - LONG_HEADING) / 2;
            double word = longest_word(typesetter, text, style_of(row),
                                       measured->is_number && row > 0);
            measured->natural = MAX(measured->natural, natural);
            measured->least = MAX(measured->least, word);
        }
        if (lyh_table_column_is_blank(table, column))
            measured->natural = measured->least = MAX(measured->least, TO_FILL_IN);
    }
}

/* Sentences may be wider than labels, so that they are not many lines tall beside cells of one. */
static double width_within(const grid_column *column, double most)
{
    double more = MAX(1, sqrt(column->natural / LONG_LABEL));
    return MAX(column->least, MIN(column->natural, most * more));
}

/* What all columns are wide when none is wider than @most, unless its words or its sentences need it. */
static double total_width(const lyh_grid *grid, double most)
{
    double total = 0;
    for (size_t column = 0; column < grid->column_count; column++) {
        total += width_within(&grid->columns[column], most);
    }
    return total;
}

/* Short cells stay on one line: the widest columns alone give way, until all have room. */
static void share_width(lyh_grid *grid, double room)
{
    double most = room, less = 0;
    double least = total_width(grid, 0);
    for (int i = 0; i < 40 && total_width(grid, most) > room; i++) {
        double middle = (less + most) / 2;
        if (total_width(grid, middle) > room)
            most = middle;
        else
            less = middle;
    }
    if (total_width(grid, most) > room)
        most = less;
    for (size_t column = 0; column < grid->column_count; column++) {
        grid_column *c = &grid->columns[column];
        c->width = width_within(c, most);
        if (least > room) /* long words are broken */
            c->width = c->least * room / least;
    }
}

static void place_columns(lyh_grid *grid, double width)
{
    double gutters = GUTTER * (double)(grid->column_count - 1);
    double x = 0;
    share_width(grid, width - gutters);
    for (size_t column = 0; column < grid->column_count; column++) {
        grid->columns[column].x = x;
        x += grid->columns[column].width + GUTTER;
    }
    grid->width = x - GUTTER;
}

static void break_cells(lyh_grid *grid, const lyh_report_info *info,
                        lyh_typesetter *typesetter)
{
    for (size_t row = 0; row < source_rows(grid); row++) {
        for (size_t column = 0; column < grid->column_count; column++) {
            lyh_measures measures = { grid->columns[column].width + 0.1, 0.4, info->joint,
                                      info->joint_user };
            lyh_run run = run_of(text_at(grid, row, column));
            g_ptr_array_add(grid->lines, (row == 0 ? lyh_lines_balanced : lyh_lines_new)(
                                             typesetter, run, style_of(row), &measures));
        }
    }
}

static guint tallest_cell(const lyh_grid *grid, size_t row)
{
    guint tallest = 1;
    for (size_t column = 0; column < grid->column_count; column++)
        tallest = MAX(tallest, lines_at(grid, row, column)->len);
    return tallest;
}

static void cut_rows(lyh_grid *grid)
{
    for (size_t source = 0; source < source_rows(grid); source++) {
        guint lines = tallest_cell(grid, source);
        for (guint first = 0; first < lines; first += MOST_LINES) {
            grid_row row = { source, first, MIN(lines - first, MOST_LINES) };
            g_array_append_val(grid->rows, row);
        }
    }
}

lyh_grid *lyh_grid_new(const lyh_table *table, size_t number, const lyh_report_info *info,
                       lyh_typesetter *typesetter, double width)
{
    lyh_grid *grid = g_new0(lyh_grid, 1);
    grid->number = number;
    grid->column_count = lyh_table_column_count(table);
    g_assert(grid->column_count > 0);
    grid->columns = g_new0(grid_column, grid->column_count);
    grid->texts = g_ptr_array_new_with_free_func(g_free);
    grid->lines = g_ptr_array_new_with_free_func(free_lines);
    grid->rows = g_array_new(FALSE, FALSE, sizeof(grid_row));

    read_texts(grid, table, info->catalog);
    measure_columns(grid, table, typesetter);
    place_columns(grid, width);
    break_cells(grid, info, typesetter);
    cut_rows(grid);
    return grid;
}

void lyh_grid_free(lyh_grid *grid)
{
    if (!grid)
        return;
    g_free(grid->columns);
    g_ptr_array_unref(grid->texts);
    g_ptr_array_unref(grid->lines);
    g_array_unref(grid->rows);
    g_free(grid);
}

size_t lyh_grid_row_count(const lyh_grid *grid)
{
    return grid->rows->len;
}

static const grid_row *row_at(const lyh_grid *grid, size_t row)
{
    return &g_array_index(grid->rows, grid_row, row);
}

double lyh_grid_row_height(const lyh_grid *grid, size_t row)
{
    return row_at(grid, row)->line_count * LEADING + 2 * PADDING;
}

static void draw_cell(const lyh_grid *grid, lyh_pages *pages, const grid_row *row,
                      size_t column, double y)
{
    const grid_column *c = &grid->columns[column];
    const GArray *lines = lines_at(grid, row->source, column);
    lyh_run run = run_of(text_at(grid, row->source, column));
    /* Headings stand on their rule, cells hang from theirs. */
    guint drop = row->source == 0 ? row->line_count - lines->len : 0;
    for (guint i = row->first_line; i < MIN(row->first_line + row->line_count, lines->len);
         i++) {
        const lyh_line *line = &g_array_index(lines, lyh_line, i);
        double x = c->x + (c->is_number ? c->width - line->width : 0);
        double baseline = y + PADDING + 9.8 + (i - row->first_line + drop) * LEADING;
        lyh_pages_text(pages, x, baseline, lyh_line_run(run, line), style_of(row->source),
                       line->is_hyphenated ? LYH_END_HYPHEN : LYH_END_SPACE);
    }
}

static void draw_rule_under(const lyh_grid *grid, lyh_pages *pages, size_t row, double y)
{
    bool is_last = row + 1 == grid->rows->len;
    bool is_strong = row_at(grid, row)->source == 0 || is_last;
    if (!is_last && row_at(grid, row + 1)->first_line > 0)
        return; /* the row goes on */
    double thickness = is_strong ? 0.9 : 0.35;
    lyh_pages_rule(pages, 0, y - thickness / 2, grid->width, thickness,
                   is_strong ? COLOUR_INK : COLOUR_EDGE);
}

static void draw_repeated(const lyh_grid *grid, lyh_pages *pages, const grid_row *row,
                          double y)
{
    lyh_pages_open(pages, "Private")->furniture = LYH_FURNITURE_PAGE;
    for (size_t column = 0; column < grid->column_count; column++)
        draw_cell(grid, pages, row, column, y);
    lyh_pages_close(pages, "Private");
}

/* The heading and the first column, where they say anything. */
static bool is_header(const lyh_grid *grid, size_t row, size_t column)
{
    bool is_place = row == 0 || (column == 0 && !grid->columns[0].is_number);
    return is_place && *text_at(grid, row, column);
}

static char *header_id(const lyh_grid *grid, size_t row, size_t column)
{
    return g_strdup_printf("t%zu-%c%zu", grid->number, row == 0 ? 'c' : 'r',
                           row == 0 ? column + 1 : row);
}

/* Those of its column and of its row, when it has both. */
static char *headers_of(const lyh_grid *grid, size_t row, size_t column)
{
    if (row == 0 || !is_header(grid, 0, column) || !is_header(grid, row, 0))
        return NULL;
    g_autofree char *of_column = header_id(grid, 0, column);
    g_autofree char *of_row = header_id(grid, row, 0);
    return g_strdup_printf("%s %s", of_column, of_row);
}

static void open_header(const lyh_grid *grid, lyh_pages *pages, const grid_row *row,
                        size_t column)
{
    lyh_element *header = lyh_pages_open(pages, "TH");
    header->scope = row->source == 0 ? "Column" : "Row";
    if (row->first_line > 0)
        return;
    g_autofree char *id = header_id(grid, row->source, column);
    header->id = lyh_plan_keep(pages->plan, id);
}

static void open_cell(const lyh_grid *grid, lyh_pages *pages, const grid_row *row,
                      size_t column)
{
    g_autofree char *headers = headers_of(grid, row->source, column);
    lyh_element *cell = lyh_pages_open(pages, "TD");
    cell->headers = headers ? lyh_plan_keep(pages->plan, headers) : NULL;
}

static void draw_content(const lyh_grid *grid, lyh_pages *pages, const grid_row *row,
                         double y)
{
    lyh_pages_open(pages, "TR")->goes_on = row->first_line > 0;
    for (size_t column = 0; column < grid->column_count; column++) {
        bool is_heading = is_header(grid, row->source, column);
        (is_heading ? open_header : open_cell)(grid, pages, row, column);
        draw_cell(grid, pages, row, column, y);
        lyh_pages_close(pages, is_heading ? "TH" : "TD");
    }
    lyh_pages_close(pages, "TR");
}

void lyh_grid_draw_row(const lyh_grid *grid, lyh_pages *pages, size_t row, double y,
                       bool repeated)
{
    (repeated ? draw_repeated : draw_content)(grid, pages, row_at(grid, row), y);
    draw_rule_under(grid, pages, row, y + lyh_grid_row_height(grid, row));
}
