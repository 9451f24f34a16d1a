#include "kinds.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#define BAR 20.0
#define WHITE_GAP 1.0
#define LEAST_NUMBERED 14.0 /* a segment so wide has its number in it */
#define LANE_GAP 8.0
#define ASIDE 60.0 /* of the words above a column beside the bars, at most */
#define QUESTION_LINES 3
#define STEPS 5 /* that have a colour each */
#define MOST_STEPS                                                                         \
    10 /* "1-10": those of a side are shades of one colour, told apart by order and number */
#define MOST_SHADES (MOST_STEPS / 2)

/* From one end of the scale to the other; the middle one only where the steps have a middle. */
static const uint32_t step_colours[STEPS] = { 0x8A3B00, 0xD4761C, 0x8F8F8F, 0x4A8FC7,
                                              0x0B4F86 };
/* From an end of a long scale to its middle; on each a number is read at 4.5:1. */
static const uint32_t shades[2][MOST_SHADES] = {
    { 0x8A3B00, 0x9C4907, 0xAF580E, 0xC86B18, 0xD87A1E },
    { 0x0B4F86, 0x1A5F96, 0x2A6FA6, 0x438AC0, 0x5598D0 },
};

typedef struct likert {
    lyh_sheet *sheet;
    GArray *steps;  /* columns, in the order of the scale */
    GArray *asides; /* columns of answers that are no step: "Vet ej" */
    bool has_percent;
    double zero; /* where the scale's two halves meet */
    double unit; /* points for everybody who answered */
    double
        *aside_right; /* where each column beside the bars ends, the last one that of n */
} likert;

/* ---- columns ---- */

static bool is_called(const lyh_table *table, size_t column, const char *lead)
{
    const char *name = lyh_table_column_name(table, column);
    return g_str_has_prefix(name, lead) && !strchr(name, ' ');
}

static GArray *columns_called(const lyh_table *table, const char *lead)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t column = 1; column < lyh_table_column_count(table); column++)
        if (is_called(table, column, lead))
            g_array_append_val(columns, column);
    return columns;
}

bool lyh_likert_can(const lyh_table *table, const lyh_chart_options *options)
{
    (void)options;
    g_autoptr(GArray) steps = columns_called(table, "step_");
    bool has_counts = false;
    for (guint i = 0; i < steps->len; i++)
        has_counts |= lyh_sheet_largest_base(table, g_array_index(steps, size_t, i)) > 0;
    return has_counts && steps->len >= 2 && steps->len <= MOST_STEPS;
}

static size_t step_at(const likert *all, guint step)
{
    return g_array_index(all->steps, size_t, step);
}

/* -1 and 1: the halves of the scale; 0: its middle. */
static int side_of(const likert *all, guint step)
{
    guint count = all->steps->len;
    if (count % 2 == 1 && step == count / 2)
        return 0;
    return step < count / 2 ? -1 : 1;
}

/* Of five: 0 1 2 3 4; of four 0 1 3 4: the colour in the middle is of neither side. */
static uint32_t fill_of(const likert *all, guint step)
{
    guint count = all->steps->len, half = count / 2;
    guint from_end = MIN(step, count - 1 - step);
    int side = side_of(all, step);
    if (side == 0)
        return step_colours[STEPS / 2];
    if (count >
        STEPS) /* the palest beside the middle, the others as far from it as they can be */
        return shades[side > 0][half > 1 ? from_end * (MOST_SHADES - 1) / (half - 1) : 0];
    size_t colour = count < 4 ? 0 : from_end;
    return step_colours[side < 0 ? colour : STEPS - 1 - colour];
}

/* In grey the two sides look alike: one is hatched, and the middle otherwise. */
static lyh_hatch hatch_of(int side)
{
    return side < 0 ? LYH_HATCH_NONE : side == 0 ? LYH_HATCH_UPRIGHT : LYH_HATCH_SLANTING;
}

static const lyh_cell *cell_at(const likert *all, size_t row, size_t column)
{
    return lyh_table_cell(all->sheet->table, row, column);
}

static double share_at(const likert *all, size_t row, size_t column)
{
    const lyh_cell *cell = cell_at(all, row, column);
    return cell->kind == LYH_CELL_OF && cell->base > 0
               ? (double)cell->number / (double)cell->base
               : 0;
}

static bool is_shown(const likert *all, size_t row)
{
    return cell_at(all, row, step_at(all, 0))->kind == LYH_CELL_OF;
}

/* Of every question percent are printed, or of none: numbers of one figure are of one kind. */
static bool all_have_percent(const likert *all)
{
    for (size_t row = 0; row < lyh_table_row_count(all->sheet->table); row++) {
        for (guint i = 0; i < all->steps->len && is_shown(all, row); i++) {
            size_t percent =
                lyh_sheet_beside(all->sheet->table, step_at(all, i), "percent");
            if (percent == LYH_NONE || cell_at(all, row, percent)->kind != LYH_CELL_PERCENT)
                return false;
        }
    }
    return true;
}

/* "34" of "34 %": the sign stands in the subtitle. free() is g_free(). */
static char *number_of(const likert *all, size_t row, size_t column)
{
    const lyh_cell *cell = cell_at(all, row, column);
    if (cell->kind != LYH_CELL_OF) {
        char *shown = lyh_cell_shown(cell, all->sheet->options->catalog);
        char *copy = g_strdup(shown);
        free(shown);
        return copy;
    }
    if (!all->has_percent)
        return g_strdup_printf("%" G_GINT64_FORMAT, cell->number);
    size_t percent = lyh_sheet_beside(all->sheet->table, column, "percent");
    lyh_cell bare = *cell_at(all, row, percent);
    bare.kind = LYH_CELL_DECIMAL;
    char *shown = lyh_cell_shown(&bare, all->sheet->options->catalog);
    char *copy = g_strdup(shown);
    free(shown);
    return copy;
}

/* ---- lanes ---- */

static const char *aside_name(const likert *all, guint aside)
{
    return aside < all->asides->len
               ? lyh_table_heading(all->sheet->table,
                                   g_array_index(all->asides, size_t, aside))
               : "n";
}

static char *aside_number(const likert *all, size_t row, guint aside)
{
    const lyh_cell *first = cell_at(all, row, step_at(all, 0));
    if (aside < all->asides->len)
        return number_of(all, row, g_array_index(all->asides, size_t, aside));
    return first->kind == LYH_CELL_OF ? g_strdup_printf("%" G_GINT64_FORMAT, first->base)
                                      : g_strdup("..");
}

static double aside_width(const likert *all, guint aside)
{
    lyh_sheet *sheet = all->sheet;
    double widest = 0;
    g_autoptr(GPtrArray) lines =
        lyh_sheet_lines(sheet, aside_name(all, aside), &lyh_small_style, ASIDE, 0);
    for (guint i = 0; i < lines->len; i++)
        widest = MAX(widest, lyh_sheet_width(sheet, lines->pdata[i], &lyh_small_style));
    for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++) {
        g_autofree char *number = aside_number(all, row, aside);
        widest = MAX(widest, lyh_sheet_width(sheet, number, &lyh_label_style));
    }
    return widest;
}

/* How much of everybody stands on each side of the scale's middle, at most. */
static void find_reach(const likert *all, double *left, double *right)
{
    guint count = all->steps->len;
    *left = *right = 0;
    for (size_t row = 0; row < lyh_table_row_count(all->sheet->table); row++) {
        double sides[2] = { 0, 0 };
        for (guint i = 0; i < count; i++) {
            double share = share_at(all, row, step_at(all, i));
            bool is_middle = count % 2 == 1 && i == count / 2;
            sides[0] += is_middle ? share / 2 : i < count / 2 ? share : 0;
            sides[1] += is_middle ? share / 2 : i < count / 2 ? 0 : share;
        }
        *left = MAX(*left, sides[0]);
        *right = MAX(*right, sides[1]);
    }
}

static void cut_lanes(likert *all)
{
    lyh_sheet *sheet = all->sheet;
    double right = sheet->width, left_reach, right_reach;
    guint columns = all->asides->len + 1;
    sheet->lanes.is_label_above = true; /* questions are sentences */
    sheet->lanes.label_width = sheet->width;
    all->aside_right = g_new(double, columns);
    for (guint i = columns; i-- > 0;) {
        all->aside_right[i] = right;
        right -= aside_width(all, i) + LANE_GAP;
    }
    find_reach(all, &left_reach, &right_reach);
    all->unit = MAX(right, 1) / MAX(left_reach + right_reach, 0.01);
    all->zero = all->unit * left_reach;
}

/* ---- drawing ---- */

static void add_key(const likert *all)
{
    lyh_key keys[MOST_STEPS] = { 0 };
    for (guint i = 0; i < all->steps->len; i++) {
        keys[i] = (lyh_key){ .text = lyh_table_heading(all->sheet->table, step_at(all, i)),
                             .fill = fill_of(all, i),
                             .edge = LYH_NO_COLOUR,
                             .hatch = hatch_of(side_of(all, i)) };
    }
    lyh_sheet_legend(all->sheet, keys, all->steps->len);
}

static void add_aside_names(const likert *all)
{
    lyh_sheet *sheet = all->sheet;
    guint most = 0;
    for (guint i = 0; i <= all->asides->len; i++) {
        g_autoptr(GPtrArray) lines =
            lyh_sheet_lines(sheet, aside_name(all, i), &lyh_small_style, ASIDE, 0);
        lyh_sheet_stack(sheet, lines, all->aside_right[i], sheet->y, LYH_ALIGN_RIGHT,
                        &lyh_small_style);
        most = MAX(most, lines->len);
    }
    sheet->y += most * LYH_LEADING + 2;
}

static void draw_segment(const likert *all, size_t row, guint step, double left,
                         double width, double middle)
{
    lyh_sheet *sheet = all->sheet;
    lyh_hatch hatch = hatch_of(side_of(all, step));
    uint32_t fill = fill_of(all, step);
    g_autofree char *number = number_of(all, row, step_at(all, step));
    double number_width = lyh_sheet_width(sheet, number, &lyh_label_style);
    lyh_sheet_rect(sheet, left, middle - BAR / 2, width, BAR, fill, LYH_NO_COLOUR);
    lyh_sheet_hatch(sheet, left, middle - BAR / 2, width, BAR, hatch);
    if (width < MAX(LEAST_NUMBERED, number_width + 2))
        return;
    if (hatch != LYH_HATCH_NONE) /* strokes under a number make it hard to read */
        lyh_sheet_rect(sheet, left + width / 2 - number_width / 2 - 2, middle - 7,
                       number_width + 4, 14, fill, LYH_NO_COLOUR);
    lyh_sheet_text_on(sheet, left + width / 2, middle, fill, &lyh_label_style, number);
}

static void draw_bar(const likert *all, size_t row, double middle)
{
    guint count = all->steps->len;
    double x = all->zero;
    for (guint i = 0; i < count / 2; i++)
        x -= all->unit * share_at(all, row, step_at(all, i));
    if (count % 2 == 1)
        x -= all->unit * share_at(all, row, step_at(all, count / 2)) / 2;
    for (guint i = 0; i < count; i++) {
        double width = all->unit * share_at(all, row, step_at(all, i));
        if (width > WHITE_GAP)
            draw_segment(all, row, i, x + WHITE_GAP / 2, width - WHITE_GAP, middle);
        x += width;
    }
    for (int side = -1; side <= 1; side += 2) /* where the halves meet */
        lyh_sheet_rule(all->sheet, all->zero, middle + side * BAR / 2, 0, side * 3,
                       COLOUR_INK, 0.75);
}

static void draw_question(const likert *all, size_t row)
{
    lyh_sheet *sheet = all->sheet;
    g_autoptr(GPtrArray) lines =
        lyh_sheet_lines(sheet, lyh_sheet_label(sheet->table, row), &lyh_label_style,
                        sheet->width, QUESTION_LINES);
    lyh_sheet_stack(sheet, lines, 0, sheet->y, LYH_ALIGN_LEFT, &lyh_label_style);
    double middle = sheet->y + lines->len * LYH_LEADING + 5 + BAR / 2;
    for (guint i = 0; i <= all->asides->len; i++) {
        g_autofree char *number = aside_number(all, row, i);
        lyh_sheet_text(sheet, all->aside_right[i], middle + LYH_DROP, LYH_ALIGN_RIGHT,
                       &lyh_label_style, number);
    }
    if (is_shown(all, row))
        draw_bar(all, row, middle);
    else
        lyh_sheet_text(sheet, all->zero, middle + LYH_DROP, LYH_ALIGN_CENTRE,
                       &lyh_label_style, "..");
    sheet->y = middle + BAR / 2 + 11;
}

void lyh_likert_draw(lyh_sheet *sheet)
{
    g_autoptr(GArray) steps = columns_called(sheet->table, "step_");
    g_autoptr(GArray) asides = columns_called(sheet->table, "aside_");
    likert all = { .sheet = sheet, .steps = steps, .asides = asides };
    all.has_percent = all_have_percent(&all);
    cut_lanes(&all);
    add_key(&all);
    add_aside_names(&all);
    for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++)
        draw_question(&all, row);
    g_free(all.aside_right);
}

GPtrArray *lyh_likert_entries(const lyh_table *table, const lyh_chart_options *options)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) steps = columns_called(table, "step_");
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (guint i = 0; i < steps->len; i++) {
            size_t column = g_array_index(steps, size_t, i);
            size_t percent = lyh_sheet_beside(table, column, "percent");
            bool has_percent =
                percent != LYH_NONE &&
                lyh_table_cell(table, row, percent)->kind == LYH_CELL_PERCENT;
            const lyh_cell *cell =
                lyh_table_cell(table, row, has_percent ? percent : column);
            char *shown = lyh_cell_shown(cell, options->catalog);
            g_ptr_array_add(
                entries,
                g_strdup_printf("%s%s%s %s", i ? "" : lyh_sheet_label(table, row),
                                i ? "" : " ", lyh_table_heading(table, column), shown));
            free(shown);
        }
    }
    return entries;
}
