/**
 * A display list: what a figure draws, in points, before anybody decides on SVG, PDF or PNG.
 *
 * Origin is the upper left corner, y grows downwards. Texts stand on their baseline. Coordinates
 * are multiples of 1/100 pt, so that files are the same everywhere.
 */
#ifndef LYHORD_CHART_DISPLAY_H
#define LYHORD_CHART_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/output.h>

typedef enum lyh_item_kind {
    LYH_ITEM_RECT,
    LYH_ITEM_LINE,   /* from x,y to x + width, y + height */
    LYH_ITEM_MARKER, /* centred on x,y; width is its diameter */
    LYH_ITEM_TEXT
} lyh_item_kind;

typedef enum lyh_shape {
    LYH_SHAPE_DISC,
    LYH_SHAPE_SQUARE,
    LYH_SHAPE_TRIANGLE,
    LYH_SHAPE_DIAMOND
} lyh_shape;
typedef enum lyh_align { LYH_ALIGN_LEFT, LYH_ALIGN_CENTRE, LYH_ALIGN_RIGHT } lyh_align;
typedef enum lyh_weight { LYH_WEIGHT_REGULAR = 400, LYH_WEIGHT_SEMIBOLD = 600 } lyh_weight;

#define LYH_NO_COLOUR UINT32_MAX

typedef struct lyh_item {
    lyh_item_kind kind;
    double x, y, width, height; /* a TEXT's width is what it was measured to need */
    uint32_t fill;              /* 0xRRGGBB or LYH_NO_COLOUR; the colour of a TEXT */
    uint32_t stroke;            /* 0xRRGGBB or LYH_NO_COLOUR */
    double stroke_width;
    lyh_shape shape;  /* MARKER */
    const char *text; /* TEXT; the list keeps a copy */
    double size;      /* TEXT, in points */
    lyh_weight weight;
    lyh_align align; /* of a TEXT about x */
} lyh_item;

typedef struct lyh_display lyh_display;

/** @title is the finding, @description the alternative text; copies are kept. Free with lyh_display_free(). */
lyh_display *lyh_display_new(double width, double height, const char *title,
                             const char *description, const char *language);
/** NULL is fine. */
void lyh_display_free(lyh_display *display);
void lyh_display_add(lyh_display *display, lyh_item item);

double lyh_display_width(const lyh_display *display);
double lyh_display_height(const lyh_display *display);
const char *lyh_display_title(const lyh_display *display);
/** Is its title a finding? Not where a table's title stands in for one that nobody gave. */
bool lyh_display_has_finding(const lyh_display *display);
const char *lyh_display_description(const lyh_display *display);
const char *lyh_display_language(const lyh_display *display);
size_t lyh_display_count(const lyh_display *display);
const lyh_item *lyh_display_at(const lyh_display *display, size_t index);

/** Real text, title and desc, width and height in mm, no ids but "title" and "desc". */
bool lyh_display_write_svg(const lyh_display *display, lyh_output *output);
/** The same as an element of a page that holds several: its ids are "@idtitle" and "@iddesc". */
bool lyh_display_write_svg_element(const lyh_display *display, const char *id,
                                   lyh_output *output);
/** One page of just its size; reproducible (@date as CAIRO_PDF_METADATA_CREATE_DATE, "2026-05-01"). */
bool lyh_display_write_pdf(const lyh_display *display, const char *date,
                           lyh_output *output);
/** @dpi dots an inch, 300 for pasting. */
bool lyh_display_write_png(const lyh_display *display, double dpi, lyh_output *output);

#endif
