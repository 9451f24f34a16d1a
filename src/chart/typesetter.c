#include "typesetter.h"

#include <string.h>

#include "fonts.h"

#define FAMILY "Inter,DejaVu Sans"

struct lyh_typesetter {
    PangoContext *context;
    PangoLayout *layout;
};

void lyh_set_colour(cairo_t *cairo, uint32_t colour)
{
    cairo_set_source_rgb(cairo, (colour >> 16) / 255.0, ((colour >> 8) & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0);
}

/* A map of its own, because pango's default one can never be freed. */
static PangoContext *context_without_hinting(void)
{
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    lyh_fonts_restrict(map);
    PangoContext *context = pango_font_map_create_context(map);
    g_object_unref(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);

    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    /* Else pango asks the environment. */
    pango_context_set_language(context, pango_language_from_string("sv"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    return context;
}

lyh_typesetter *lyh_typesetter_new(void)
{
    lyh_typesetter *typesetter = g_new0(lyh_typesetter, 1);
    typesetter->context = context_without_hinting();
    typesetter->layout = pango_layout_new(typesetter->context);
    pango_layout_set_auto_dir(typesetter->layout, FALSE);
    pango_layout_set_single_paragraph_mode(typesetter->layout, TRUE);
    return typesetter;
}

void lyh_typesetter_free(lyh_typesetter *typesetter)
{
    if (!typesetter)
        return;
    g_object_unref(typesetter->layout);
    g_object_unref(typesetter->context);
    g_free(typesetter);
}

/* "An emoji, please, and of this colour": nothing by themselves, and no font has them. */
static bool is_selector(gunichar sign)
{
    return (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0x1F3FB && sign <= 0x1F3FF);
}

/* Soft hyphens, and what joins or parts letters, have their say; marks of direction are our own affair. */
static bool is_silent(gunichar sign)
{
    GUnicodeType type = g_unichar_type(sign);
    bool is_kept = sign == 0x00AD || sign == 0x200C || sign == 0x200D;
    return type == G_UNICODE_CONTROL || is_selector(sign) ||
           (type == G_UNICODE_FORMAT && !(is_kept && lyh_fonts_have(sign)));
}

static bool is_space(gunichar sign)
{
    return strchr("\t\n\v\f\r", (int)MIN(sign, 0x7F)) || sign == 0x2028 || sign == 0x2029;
}

char *lyh_typesetter_settable(const char *text)
{
    GString *settable = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar sign = g_utf8_get_char(p);
        if (is_space(sign))
            g_string_append_c(settable, ' ');
        else if (is_silent(sign))
            continue;
        else if (lyh_fonts_have(sign) && sign != 0xFFFD)
            g_string_append_unichar(settable, sign);
        else
            g_string_append(settable, "□");
    }
    return g_string_free(settable, FALSE);
}

static void set_font(PangoLayout *layout, const lyh_style *style)
{
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, FAMILY);
    pango_font_description_set_weight(font, (PangoWeight)style->weight);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

static void set_attributes(PangoLayout *layout, lyh_run run, const lyh_style *style)
{
    PangoAttrList *attributes = pango_attr_list_new();
    /* Without contextual alternates what is printed is what was written, sign by sign. */
    const char *features = style->is_tabular ? "calt=0,liga=0,tnum=1" : "calt=0,liga=0";
    pango_attr_list_insert(attributes, pango_attr_font_features_new(features));
    /* Words are broken by us alone. */
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    if (run.lead) {
        PangoAttribute *lead = pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD);
        lead->start_index = 0;
        lead->end_index = (guint)MIN(run.lead, run.size);
        pango_attr_list_insert(attributes, lead);
    }
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

static PangoLayoutLine *set_line(lyh_typesetter *typesetter, lyh_run run,
                                 const lyh_style *style)
{
    g_assert(run.size < G_MAXINT);
    set_font(typesetter->layout, style);
    pango_layout_set_text(typesetter->layout, run.text, (int)run.size);
    set_attributes(typesetter->layout, run, style);
    return pango_layout_get_line_readonly(typesetter->layout, 0);
}

static double line_width(PangoLayoutLine *line)
{
    PangoRectangle extents;
    pango_layout_line_get_extents(line, NULL, &extents);
    return extents.width / (double)PANGO_SCALE;
}

double lyh_typesetter_width(lyh_typesetter *typesetter, lyh_run run, const lyh_style *style)
{
    return run.size ? line_width(set_line(typesetter, run, style)) : 0;
}

double lyh_typesetter_text_width(lyh_typesetter *typesetter, const char *text,
                                 const lyh_style *style)
{
    return lyh_typesetter_width(typesetter, (lyh_run){ text, strlen(text), 0 }, style);
}

double *lyh_typesetter_advances(lyh_typesetter *typesetter, lyh_run run,
                                const lyh_style *style)
{
    double *at = g_new0(double, run.size + 1);
    if (run.size == 0)
        return at;

    PangoLayoutIter *iter;
    set_line(typesetter, run, style);
    iter = pango_layout_get_iter(typesetter->layout);
    do {
        PangoRectangle cluster;
        int index = pango_layout_iter_get_index(iter);
        pango_layout_iter_get_cluster_extents(iter, NULL, &cluster);
        if (index >= 0 && (size_t)index < run.size)
            at[index] = cluster.x / (double)PANGO_SCALE;
    } while (pango_layout_iter_next_cluster(iter));
    pango_layout_iter_free(iter);

    for (size_t i = 1; i < run.size; i++)
        at[i] = MAX(at[i], at[i - 1]);
    at[run.size] = line_width(pango_layout_get_line_readonly(typesetter->layout, 0));
    return at;
}

/* The glyph of U+00AD where the font has one of its own, else its hyphen. */
static hb_codepoint_t hyphen_glyph(PangoFont *font)
{
    hb_codepoint_t glyph = 0;
    hb_font_t *shapes = pango_font_get_hb_font(font);
    if (!hb_font_get_nominal_glyph(shapes, 0x00AD, &glyph))
        hb_font_get_nominal_glyph(shapes, '-', &glyph);
    return glyph;
}

static void show_hyphen(PangoLayoutLine *line, cairo_t *cairo, double x, double y)
{
    GSList *last = g_slist_last(line->runs);
    if (!last)
        return;
    PangoFont *font = ((PangoGlyphItem *)last->data)->item->analysis.font;
    cairo_glyph_t glyph = { hyphen_glyph(font), x, y };
    cairo_text_cluster_t cluster = { 2, 1 };
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
    cairo_show_text_glyphs(cairo, "\u00AD", 2, &glyph, 1, &cluster, 1, 0);
}

void lyh_typesetter_show(lyh_typesetter *typesetter, cairo_t *cairo, double x, double y,
                         lyh_run run, const lyh_style *style, lyh_line_end end)
{
    g_autofree char *text =
        g_strdup_printf("%.*s%s", (int)run.size, run.text, end == LYH_END_SPACE ? " " : "");
    lyh_run shown = { text, strlen(text), run.lead };
    PangoLayoutLine *line = set_line(typesetter, shown, style);
    lyh_set_colour(cairo, style->colour);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout_line(cairo, line);
    if (end == LYH_END_HYPHEN)
        show_hyphen(line, cairo, x + line_width(line), y);
}
