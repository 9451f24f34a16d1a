#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#include "display_private.h"
#include "lines.h"

#define FULL_MM 160.0
#define NARROW_MM 120.0
#define LABEL_MM 53.0
#define GAP 8.0
#define PITCH 27.0
#define LABEL_LINES 2
#define LABEL_LEADING 11.6

static const lyh_style title_style = { 11, LYH_WEIGHT_SEMIBOLD, true, COLOUR_INK };
static const lyh_style block_style = { 10, LYH_WEIGHT_SEMIBOLD, true, COLOUR_INK };
static const lyh_style label_style = { 9.5, LYH_WEIGHT_REGULAR, true, COLOUR_INK };
static const lyh_style small_style = { 9.5, LYH_WEIGHT_REGULAR, true, COLOUR_SECONDARY };

static void add_text(lyh_sheet *sheet, double x, double baseline, lyh_align align,
                     const lyh_style *style, const char *text)
{
    lyh_item item = { .kind = LYH_ITEM_TEXT, .x = x, .y = baseline };
    item.width = lyh_typesetter_text_width(sheet->typesetter, text, style);
    item.height = style->size;
    item.fill = style->colour;
    item.stroke = LYH_NO_COLOUR;
    item.text = text;
    item.size = style->size;
    item.weight = style->weight;
    item.align = align;
    lyh_display_add(sheet->display, item);
}

static lyh_measures measures_for(const lyh_sheet *sheet, double width, double least_fill)
{
    return (lyh_measures){ width, least_fill, sheet->options->joint,
                           sheet->options->joint_user };
}

/* A line's text, with the hyphen it ends in. */
static char *text_of_line(lyh_run run, const lyh_line *line)
{
    lyh_run part = lyh_line_run(run, line);
    return g_strdup_printf("%.*s%s", (int)part.size, part.text,
                           line->is_hyphenated ? "-" : "");
}

/* A paragraph from the left edge, @leading from line to line. */
static void add_paragraph(lyh_sheet *sheet, const char *text, const lyh_style *style,
                          double leading)
{
    lyh_run run = { text, strlen(text), 0 };
    lyh_measures measures = measures_for(sheet, sheet->width, 0);
    g_autoptr(GArray) lines = lyh_lines_new(sheet->typesetter, run, style, &measures);
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *line = text_of_line(run, &g_array_index(lines, lyh_line, i));
        double baseline = sheet->y + (leading - style->size) / 2 + style->size * 0.86;
        add_text(sheet, 0, baseline, LYH_ALIGN_LEFT, style, line);
        sheet->y += leading;
    }
}

bool lyh_sheet_shows(const lyh_cell *cell)
{
    return cell->kind == LYH_CELL_OF || cell->kind == LYH_CELL_HIDDEN ||
           cell->kind == LYH_CELL_NOT_ASKED;
}

const char *lyh_sheet_label(const lyh_table *table, size_t row)
{
    const lyh_cell *cell = lyh_table_cell(table, row, 0);
    return cell->kind == LYH_CELL_TEXT ? cell->text : "";
}

bool lyh_sheet_has_counts(const lyh_table *table, size_t column)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        if (lyh_table_cell(table, row, column)->kind == LYH_CELL_OF)
            return true;
    }
    return false;
}

bool lyh_sheet_is_group(const lyh_table *table, size_t column)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        if (lyh_sheet_shows(lyh_table_cell(table, row, column)))
            return true;
    }
    return false;
}

size_t lyh_sheet_group_count(const lyh_table *table)
{
    size_t count = 0;
    for (size_t column = 1; column < lyh_table_column_count(table); column++)
        count += lyh_sheet_is_group(table, column);
    return count;
}

size_t lyh_sheet_column(const lyh_table *table, size_t wanted)
{
    if (wanted)
        return wanted < lyh_table_column_count(table) && lyh_sheet_has_counts(table, wanted)
                   ? wanted
                   : LYH_NONE;
    for (size_t column = 1; column < lyh_table_column_count(table); column++) {
        if (lyh_sheet_has_counts(table, column))
            return column;
    }
    return LYH_NONE;
}

int64_t lyh_sheet_largest_base(const lyh_table *table, size_t column)
{
    int64_t largest = 0;
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        const lyh_cell *cell = lyh_table_cell(table, row, column);
        if (cell->kind == LYH_CELL_OF)
            largest = MAX(largest, cell->base);
    }
    return largest;
}

/* A new copy of @text that begins with a capital letter. */
static char *capitalised(const char *text)
{
    gunichar first = g_utf8_get_char(text);
    GString *copy = g_string_new(NULL);
    if (first)
        g_string_append_unichar(copy, g_unichar_toupper(first));
    g_string_append(copy, first ? g_utf8_next_char(text) : "");
    return g_string_free(copy, FALSE);
}

char *lyh_sheet_subtitle(const lyh_table *table, const lyh_chart_options *options)
{
    if (options->measure)
        return capitalised(options->measure);

    const char *unit = lyh_table_part_text(table, LYH_TABLE_UNIT);
    const char *base = lyh_table_part_text(table, LYH_TABLE_BASE);
    g_autofree char *both = unit && base ? g_strdup_printf("%s, %s", unit, base) : NULL;
    return capitalised(both ? both : unit ? unit : base ? base : "");
}

static double widest_value(lyh_sheet *sheet)
{
    double widest = 0;
    for (size_t row = 0; row < lyh_table_row_count(sheet->table); row++) {
        for (size_t column = 1; column < lyh_table_column_count(sheet->table); column++) {
            const lyh_cell *cell = lyh_table_cell(sheet->table, row, column);
            if (!lyh_sheet_shows(cell))
                continue;
            char *shown = lyh_cell_shown(cell, sheet->options->catalog);
            double width =
                lyh_typesetter_text_width(sheet->typesetter, shown, &label_style);
            widest = MAX(widest, width);
            free(shown);
        }
    }
    return widest;
}

static void cut_lanes(lyh_sheet *sheet)
{
    lyh_lanes *lanes = &sheet->lanes;
    lanes->is_label_above = sheet->width < NARROW_MM * POINTS_PER_MM;
    lanes->label_width = lanes->is_label_above ? sheet->width : LABEL_MM * POINTS_PER_MM;
    lanes->label_x = lanes->is_label_above ? 0 : lanes->label_width;
    lanes->start = lanes->is_label_above ? 1 : lanes->label_width + GAP;
    lanes->value_width = widest_value(sheet);
    lanes->room = sheet->width - lanes->value_width - GAP - lanes->start;
    lanes->value_x = sheet->width;
}

void lyh_sheet_begin(lyh_sheet *sheet, const lyh_table *table,
                     const lyh_chart_options *options)
{
    const char *title =
        options->finding ? options->finding : lyh_table_part_text(table, LYH_TABLE_TITLE);
    sheet->table = table;
    sheet->options = options;
    sheet->typesetter = lyh_typesetter_new();
    sheet->width = (options->width > 0 ? options->width : FULL_MM) * POINTS_PER_MM;
    sheet->display = lyh_display_new(sheet->width, 0, title, NULL,
                                     lyh_catalog_language(options->catalog));
    sheet->y = 0;
    cut_lanes(sheet);

    if (title && *title)
        add_paragraph(sheet, title, &title_style, 15);
    g_autofree char *subtitle = lyh_sheet_subtitle(table, options);
    sheet->y += 2;
    if (*subtitle)
        add_paragraph(sheet, subtitle, &small_style, 13);
    sheet->y += 8;
}

/* @text with its spaces bound, for what stands on one line. */
static char *bound(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    return g_strjoinv("\u00A0", words);
}

/* "Source: 12 interviews · machine suggestions, not reviewed · 1 May 2026" */
static char *footer_text(const lyh_sheet *sheet)
{
    GString *text = g_string_new(NULL);
    const char *source = lyh_table_part_text(sheet->table, LYH_TABLE_SOURCE);
    const char *date = lyh_table_part_text(sheet->table, LYH_TABLE_DATE);
    g_autofree char *bound_date = date ? bound(date) : NULL;
    const char *rest[] = { lyh_table_part_text(sheet->table, LYH_TABLE_STATUS),
                           bound_date };
    if (source && *source)
        g_string_append_printf(text, lyh_tr(sheet->options->catalog, "Source: %s"), source);
    for (size_t i = 0; i < G_N_ELEMENTS(rest); i++) {
        if (rest[i] && *rest[i])
            g_string_append_printf(text, "%s%s", text->len ? "\u00A0· " : "", rest[i]);
    }
    return g_string_free(text, FALSE);
}

lyh_display *lyh_sheet_end(lyh_sheet *sheet, const char *alt)
{
    g_autofree char *footer = footer_text(sheet);
    sheet->y += 8;
    if (*footer)
        add_paragraph(sheet, footer, &small_style, 12.5);
    lyh_display_finish(sheet->display, sheet->y + 1, alt);
    lyh_typesetter_free(sheet->typesetter);
    return sheet->display;
}

void lyh_sheet_block(lyh_sheet *sheet, const char *name)
{
    sheet->y += 6;
    add_paragraph(sheet, name, &block_style, 15);
    sheet->y += 1;
}

/* @line cut so that it and an ellipsis fit. */
static char *with_ellipsis(lyh_sheet *sheet, char *line)
{
    g_autofree char *text = line;
    size_t end = strlen(text);
    for (;;) {
        char *cut = g_strdup_printf("%.*s…", (int)end, text);
        if (end == 0 || lyh_typesetter_text_width(sheet->typesetter, cut, &label_style) <=
                            sheet->lanes.label_width)
            return cut;
        g_free(cut);
        end = (size_t)(g_utf8_find_prev_char(text, text + end) - text);
    }
}

/* The lines of a label: words first, compounds only where words alone take too many. */
static GPtrArray *label_lines(lyh_sheet *sheet, const char *label)
{
    lyh_run run = { label, strlen(label), 0 };
    lyh_measures measures = measures_for(sheet, sheet->lanes.label_width, 0);
    g_autoptr(GArray) lines =
        lyh_lines_balanced(sheet->typesetter, run, &label_style, &measures);
    if (lines->len > LABEL_LINES) {
        g_array_unref(lines);
        measures.least_fill = 1;
        lines = lyh_lines_new(sheet->typesetter, run, &label_style, &measures);
    }

    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < MIN(lines->len, LABEL_LINES); i++) {
        lyh_line line = g_array_index(lines, lyh_line, i);
        bool is_cut = i + 1 == LABEL_LINES && lines->len > LABEL_LINES;
        line.is_hyphenated = line.is_hyphenated && !is_cut;
        char *text = text_of_line(run, &line);
        g_ptr_array_add(texts, is_cut ? with_ellipsis(sheet, text) : text);
    }
    return texts;
}

/* Lines from @top on. */
static void add_label(lyh_sheet *sheet, const GPtrArray *texts, double top)
{
    for (guint i = 0; i < texts->len; i++)
        add_text(sheet, sheet->lanes.label_x, top + 9 + i * LABEL_LEADING,
                 sheet->lanes.is_label_above ? LYH_ALIGN_LEFT : LYH_ALIGN_RIGHT,
                 &label_style, g_ptr_array_index(texts, i));
}

void lyh_sheet_narrow(lyh_sheet *sheet, double needed)
{
    lyh_lanes *lanes = &sheet->lanes;
    lanes->value_x = MIN(lanes->value_x, lanes->start + needed + GAP + lanes->value_width);
}

double lyh_sheet_row(lyh_sheet *sheet, const char *label, const lyh_cell *cell,
                     double height)
{
    g_autoptr(GPtrArray) texts = label_lines(sheet, label);
    double label_height = texts->len * LABEL_LEADING;
    double middle;
    if (sheet->lanes.is_label_above) {
        add_label(sheet, texts, sheet->y);
        middle = sheet->y + label_height + 4 + height / 2;
        sheet->y = middle + height / 2 + 8;
    } else {
        double pitch = MAX(PITCH, height + 11);
        middle = sheet->y + pitch / 2;
        add_label(sheet, texts, middle - label_height / 2);
        sheet->y += pitch;
    }
    char *shown = lyh_cell_shown(cell, sheet->options->catalog);
    add_text(sheet, sheet->lanes.value_x, middle + 3.25, LYH_ALIGN_RIGHT, &label_style,
             shown);
    free(shown);
    return middle;
}
