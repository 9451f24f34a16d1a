/**
 * Painting a display list with cairo.
 */
#ifndef LYHORD_CHART_PAINT_H
#define LYHORD_CHART_PAINT_H

#include <lyhord/chart/display.h>

#include "typesetter.h"

/** Paint @display with its upper left corner at the origin of @cairo, a point a unit. */
void lyh_display_paint(const lyh_display *display, lyh_typesetter *typesetter,
                       cairo_t *cairo);

/** A cairo_write_func_t that collects what is written; @bytes is a GByteArray. */
cairo_status_t lyh_paint_collect(void *bytes, const unsigned char *data,
                                 unsigned int length);

/**
 * A PDF surface into @bytes, saying "made at @date" ("2026-05-01"; NULL: not said), never now.
 */
cairo_surface_t *lyh_paint_pdf(GByteArray *bytes, double width, double height,
                               const char *date);

#endif
