/**
 * Setting one line of text: how wide it will be, and drawing it.
 *
 * All text on paper goes through here, so that what was measured is what is drawn: one font
 * family with one fallback, no hinting of outlines or metrics, points at 72 to the inch.
 */
#ifndef LYHORD_CHART_TYPESETTER_H
#define LYHORD_CHART_TYPESETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include <lyhord/chart/display.h>

#include "late_pango.h"

/** Text 17:1 and 7.3:1 on white, marks 6.9:1, edges 4.5:1; all told apart in grey. 0xRRGGBB. */
#define COLOUR_INK 0x1A1A1A
#define COLOUR_SECONDARY 0x4F5859
#define COLOUR_MARK 0x005A9C
#define COLOUR_EDGE 0x767676

typedef struct lyh_style {
    double size; /* points */
    lyh_weight weight;
    bool is_tabular; /* digits of one width, for columns of numbers */
    uint32_t colour; /* 0xRRGGBB */
} lyh_style;

/** Text to be set; zero-terminated only by chance. */
typedef struct lyh_run {
    const char *text;
    size_t size;
    size_t lead; /* so many bytes at its beginning are semi-bold */
} lyh_run;

/** How a text drawn on a line ends. */
typedef enum lyh_line_end {
    LYH_END_SPACE,  /* with a space in the file, so that readers of PDF keep words apart */
    LYH_END_HYPHEN, /* with a hyphen that they know as a soft one (U+00AD) */
    LYH_END_NONE    /* not at all: more of the line follows */
} lyh_line_end;

/** Paint with @colour, 0xRRGGBB, from now on. */
void lyh_set_colour(cairo_t *cairo, uint32_t colour);

typedef struct lyh_typesetter lyh_typesetter;

lyh_typesetter *lyh_typesetter_new(void);
/** NULL is fine. */
void lyh_typesetter_free(lyh_typesetter *typesetter);

/**
 * @text as it can be set: no controls, white space as spaces, and a square for what no font has. g_free().
 */
char *lyh_typesetter_settable(const char *text);

/** Width of @run on one line, in points. */
double lyh_typesetter_width(lyh_typesetter *typesetter, lyh_run run,
                            const lyh_style *style);

/** The same for a zero-terminated text. */
double lyh_typesetter_text_width(lyh_typesetter *typesetter, const char *text,
                                 const lyh_style *style);

/**
 * Where every byte of @run begins when it stands on one line: run.size + 1 distances in points,
 * the last one its width; bytes inside a character share its beginning. g_free().
 */
double *lyh_typesetter_advances(lyh_typesetter *typesetter, lyh_run run,
                                const lyh_style *style);

/** Draw @run with its baseline starting at @x, @y. */
void lyh_typesetter_show(lyh_typesetter *typesetter, cairo_t *cairo, double x, double y,
                         lyh_run run, const lyh_style *style, lyh_line_end end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_typesetter, lyh_typesetter_free)

#endif
