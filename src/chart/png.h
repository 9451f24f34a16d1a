/**
 * A painted figure as PNG (ISO/IEC 15948) of 256 colours at most, of its real size.
 *
 * A figure has a handful of colours and the shades between them at the edges of letters. The 256 most frequent are
 * kept, every other becomes the nearest of these, at the rim of a letter or two: nobody sees it, and the file
 * is a third as large. The same bytes for the same dots.
 */
#ifndef LYHORD_CHART_PNG_H
#define LYHORD_CHART_PNG_H

#include <glib.h>

#include "late_pango.h"

/** @image, of CAIRO_FORMAT_RGB24, with @dpi dots an inch. Free with g_byte_array_unref(). */
GByteArray *lyh_png_new(cairo_surface_t *image, double dpi);

#endif
