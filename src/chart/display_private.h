/**
 * Inside the display list: drawing it while its height is not yet known, and painting it.
 */
#ifndef LYHORD_CHART_DISPLAY_PRIVATE_H
#define LYHORD_CHART_DISPLAY_PRIVATE_H

#include <glib.h>

#include <lyhord/chart/display.h>

#include "autoptr.h"

/** For who lays out from the top: the height and alternative text are known at the end. */
void lyh_display_finish(lyh_display *display, double height, const char *description);

/** Its title is no finding. */
void lyh_display_lacks_finding(lyh_display *display);

/** Where the text of a TEXT item begins, whatever its alignment. */
double lyh_item_left(const lyh_item *item);

typedef struct lyh_corner {
    double x, y;
} lyh_corner;

/** The corners of a MARKER that is no disc, @corners[0] first; how many there are (3 or 4). */
size_t lyh_shape_corners(const lyh_item *item, lyh_corner corners[4]);

#endif
