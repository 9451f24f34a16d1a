#include <math.h>
#include <string.h>

#include "lines.h"
#include "sheet.h"

const lyh_style lyh_label_style = { 9.5, LYH_WEIGHT_REGULAR, true, COLOUR_INK };
const lyh_style lyh_small_style = { 9.5, LYH_WEIGHT_REGULAR, true, COLOUR_SECONDARY };
const lyh_style lyh_block_style = { 10, LYH_WEIGHT_SEMIBOLD, true, COLOUR_INK };
const lyh_style lyh_number_style = { 9.5, LYH_WEIGHT_SEMIBOLD, true, COLOUR_INK };

void lyh_sheet_text(lyh_sheet *sheet, double x, double baseline, lyh_align align,
                    const lyh_style *style, const char *text)
{
    lyh_item item = { .kind = LYH_ITEM_TEXT, .x = x, .y = baseline };
    item.width = lyh_sheet_width(sheet, text, style);
    item.height = style->size;
    item.fill = style->colour;
    item.stroke = LYH_NO_COLOUR;
    item.text = text;
    item.size = style->size;
    item.weight = style->weight;
    item.align = align;
    lyh_display_add(sheet->display, item);
}

double lyh_sheet_width(lyh_sheet *sheet, const char *text, const lyh_style *style)
{
    return lyh_typesetter_text_width(sheet->typesetter, text, style);
}

/* ---- lines ---- */

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

/* @line cut so that it and an ellipsis fit. */
static char *with_ellipsis(lyh_sheet *sheet, char *line, const lyh_style *style,
                           double width)
{
    g_autofree char *text = line;
    size_t end = strlen(text);
    for (;;) {
        char *cut = g_strdup_printf("%.*s…", (int)end, text);
        if (end == 0 || lyh_sheet_width(sheet, cut, style) <= width)
            return cut;
        g_free(cut);
        end = (size_t)(g_utf8_find_prev_char(text, text + end) - text);
    }
}

GPtrArray *lyh_sheet_paragraph(lyh_sheet *sheet, const char *text, const lyh_style *style,
                               double width)
{
    lyh_run run = { text, strlen(text), 0 };
    lyh_measures measures = measures_for(sheet, width, 0);
    g_autoptr(GArray) lines = lyh_lines_new(sheet->typesetter, run, style, &measures);
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add(texts, text_of_line(run, &g_array_index(lines, lyh_line, i)));
    return texts;
}

/* Words first, compounds only where words alone take too many lines. */
GPtrArray *lyh_sheet_lines(lyh_sheet *sheet, const char *text, const lyh_style *style,
                           double width, size_t most)
{
    lyh_run run = { text, strlen(text), 0 };
    lyh_measures measures = measures_for(sheet, width, 0);
    g_autoptr(GArray) lines = lyh_lines_balanced(sheet->typesetter, run, style, &measures);
    if (most && lines->len > most) {
        g_array_unref(lines);
        measures.least_fill = 1;
        lines = lyh_lines_new(sheet->typesetter, run, style, &measures);
    }

    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < lines->len && !(most && i == most); i++) {
        lyh_line line = g_array_index(lines, lyh_line, i);
        bool is_cut = i + 1 == most && lines->len > most;
        line.is_hyphenated = line.is_hyphenated && !is_cut;
        char *whole = text_of_line(run, &line);
        g_ptr_array_add(texts, is_cut ? with_ellipsis(sheet, whole, style, width) : whole);
    }
    return texts;
}

void lyh_sheet_stack(lyh_sheet *sheet, const GPtrArray *lines, double x, double top,
                     lyh_align align, const lyh_style *style)
{
    for (guint i = 0; i < lines->len; i++)
        lyh_sheet_text(sheet, x, top + 9 + i * LYH_LEADING, align, style, lines->pdata[i]);
}

/* ---- text on a colour ---- */

/* WCAG 2.1: relative luminance. */
static double luminance(uint32_t colour)
{
    double sum = 0;
    const double weights[] = { 0.0722, 0.7152, 0.2126 };
    for (size_t i = 0; i < G_N_ELEMENTS(weights); i++) {
        double c = ((colour >> (8 * i)) & 0xFF) / 255.0;
        sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(uint32_t one, uint32_t other)
{
    double a = luminance(one), b = luminance(other);
    return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

void lyh_sheet_text_on(lyh_sheet *sheet, double x, double middle, uint32_t ground,
                       const lyh_style *style, const char *text)
{
    const uint32_t white = 0xFFFFFF;
    lyh_style seen = *style;
    seen.colour =
        contrast(COLOUR_INK, ground) >= contrast(white, ground) ? COLOUR_INK : white;
    lyh_sheet_text(sheet, x, middle + LYH_DROP, LYH_ALIGN_CENTRE, &seen, text);
}
