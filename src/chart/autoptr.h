/**
 * g_autoptr() for the types of chart, for use inside .c files.
 */
#ifndef LYHORD_CHART_AUTOPTR_H
#define LYHORD_CHART_AUTOPTR_H

#include <glib.h>

#include <lyhord/chart/display.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_display, lyh_display_free)

#endif
