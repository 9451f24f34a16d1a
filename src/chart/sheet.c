#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/table/writers.h>

#include "display_private.h"

#define FULL_MM 160.0
#define NARROW_MM 120.0
#define LABEL_MM 53.0
#define GAP 8.0
#define PITCH 27.0
#define ROW_GAP 11.0 /* to the next row's marks */
#define LABEL_LINES 2
#define LABEL_GAP 3.0 /* between labels that are taller than their marks */

static const lyh_style title_style = { 11, LYH_WEIGHT_SEMIBOLD, true, COLOUR_INK };

/* Lines from the left edge, @leading from one to the next. */
static void add_lines(lyh_sheet *sheet, const GPtrArray *lines, const lyh_style *style,
                      double leading)
{
    for (guint i = 0; i < lines->len; i++) {
        double baseline = sheet->y + (leading - style->size) / 2 + style->size * 0.86;
        lyh_sheet_text(sheet, 0, baseline, LYH_ALIGN_LEFT, style, lines->pdata[i]);
        sheet->y += leading;
    }
}

static void add_paragraph(lyh_sheet *sheet, const char *text, const lyh_style *style,
                          double leading)
{
    g_autoptr(GPtrArray) lines = lyh_sheet_paragraph(sheet, text, style, sheet->width);
    add_lines(sheet, lines, style, leading);
}

/* No word stands alone on the last line of what is read first. */
static void add_heading(lyh_sheet *sheet, const char *text, const lyh_style *style,
                        double leading)
{
    g_autoptr(GPtrArray) lines = lyh_sheet_lines(sheet, text, style, sheet->width, 0);
    add_lines(sheet, lines, style, leading);
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

GArray *lyh_sheet_groups(const lyh_table *table, size_t wanted)
{
    GArray *groups = g_array_new(FALSE, FALSE, sizeof(size_t));
    bool is_split = lyh_sheet_group_count(table) > 1;
    for (size_t column = 1; column < lyh_table_column_count(table); column++) {
        bool is_everyone = strcmp(lyh_table_column_name(table, column), "all") == 0;
        if (wanted ? column == wanted
                   : lyh_sheet_is_group(table, column) && !(is_everyone && is_split))
            g_array_append_val(groups, column);
    }
    return groups;
}

size_t lyh_sheet_beside(const lyh_table *table, size_t column, const char *suffix)
{
    const char *name = lyh_table_column_name(table, column);
    size_t length = strlen(name);
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        const char *other = lyh_table_column_name(table, i);
        if (strncmp(other, name, length) == 0 && other[length] == ' ' &&
            strcmp(other + length + 1, suffix) == 0)
            return i;
    }
    return LYH_NONE;
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
                lyh_typesetter_text_width(sheet->typesetter, shown, &lyh_label_style);
            widest = MAX(widest, width);
            free(shown);
        }
    }
    return widest;
}

void lyh_sheet_cut_lanes(lyh_sheet *sheet)
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

double lyh_sheet_points(const lyh_chart_options *options)
{
    return (options->width > 0 ? options->width : FULL_MM) * POINTS_PER_MM;
}

void lyh_sheet_begin(lyh_sheet *sheet, const lyh_table *table,
                     const lyh_chart_options *options)
{
    const char *title =
        options->finding ? options->finding : lyh_table_part_text(table, LYH_TABLE_TITLE);
    sheet->table = table;
    sheet->options = options;
    sheet->typesetter = lyh_typesetter_new();
    sheet->width = lyh_sheet_points(options);
    sheet->display = lyh_display_new(sheet->width, 0, title, NULL,
                                     lyh_catalog_language(options->catalog));
    if (!options->finding)
        lyh_display_lacks_finding(sheet->display);
    sheet->y = 0;
    lyh_sheet_cut_lanes(sheet);

    if (title && *title)
        add_heading(sheet, title, &title_style, 15);
    g_autofree char *subtitle = lyh_sheet_subtitle(table, options);
    sheet->y += 2;
    if (*subtitle)
        add_heading(sheet, subtitle, &lyh_small_style, 13);
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

/* Somebody who sees the figure alone has no note of a table to tell what two points are. */
static bool has_hidden(const lyh_display *display)
{
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        if (item->kind == LYH_ITEM_TEXT && strcmp(item->text, "..") == 0)
            return true;
    }
    return false;
}

lyh_display *lyh_sheet_end(lyh_sheet *sheet, const char *alt)
{
    g_autofree char *footer = footer_text(sheet);
    if (has_hidden(sheet->display))
        lyh_sheet_note(sheet, lyh_tr(sheet->options->catalog,
                                     ".. is not shown: too few persons, or it would tell "
                                     "what some of them said."));
    sheet->y += 8;
    if (*footer)
        add_paragraph(sheet, footer, &lyh_small_style, 12.5);
    lyh_display_finish(sheet->display, sheet->y + 1, alt);
    lyh_typesetter_free(sheet->typesetter);
    return sheet->display;
}

void lyh_sheet_block(lyh_sheet *sheet, const char *name)
{
    sheet->y += 6;
    add_paragraph(sheet, name, &lyh_block_style, 15);
    sheet->y += 1;
}

void lyh_sheet_note(lyh_sheet *sheet, const char *text)
{
    sheet->y += 4;
    add_paragraph(sheet, text, &lyh_small_style, 12.5);
}

void lyh_sheet_narrow(lyh_sheet *sheet, double needed)
{
    lyh_lanes *lanes = &sheet->lanes;
    lanes->value_x = MIN(lanes->value_x, lanes->start + needed + GAP + lanes->value_width);
}

double lyh_sheet_labelled(lyh_sheet *sheet, const char *label, double height, double gap)
{
    const lyh_lanes *lanes = &sheet->lanes;
    g_autoptr(GPtrArray) lines =
        lyh_sheet_lines(sheet, label, &lyh_label_style, lanes->label_width, LABEL_LINES);
    double label_height = lines->len * LYH_LEADING;
    if (lanes->is_label_above) {
        lyh_sheet_stack(sheet, lines, 0, sheet->y, LYH_ALIGN_LEFT, &lyh_label_style);
        double middle = sheet->y + label_height + 4 + height / 2;
        sheet->y = middle + height / 2 + 8;
        return middle;
    }
    double pitch = MAX(height + gap, label_height + LABEL_GAP);
    double middle = sheet->y + pitch / 2;
    lyh_sheet_stack(sheet, lines, lanes->label_x, middle - label_height / 2,
                    LYH_ALIGN_RIGHT, &lyh_label_style);
    sheet->y += pitch;
    return middle;
}

double lyh_sheet_row(lyh_sheet *sheet, const char *label, const lyh_cell *cell,
                     double height)
{
    double row = sheet->lanes.is_label_above ? height : MAX(height, PITCH - ROW_GAP);
    double middle = lyh_sheet_labelled(sheet, label, row, ROW_GAP);
    char *shown = lyh_cell_shown(cell, sheet->options->catalog);
    lyh_sheet_text(sheet, sheet->lanes.value_x, middle + LYH_DROP, LYH_ALIGN_RIGHT,
                   &lyh_label_style, shown);
    free(shown);
    return middle;
}
