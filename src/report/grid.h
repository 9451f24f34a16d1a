/**
 * A table on paper: columns as wide as they need, cells broken into lines, rows as tall as they get.
 */
#ifndef LYHORD_REPORT_GRID_H
#define LYHORD_REPORT_GRID_H

#include <glib.h>

#include <lyhord/report/report.h>

#include "pages.h"

typedef struct lyh_grid lyh_grid;

/** Lay out @table, the report's @number, at most @width points wide. Free with lyh_grid_free(). */
lyh_grid *lyh_grid_new(const lyh_table *table, size_t number, const lyh_report_info *info,
                       lyh_typesetter *typesetter, double width);
/** NULL is fine. */
void lyh_grid_free(lyh_grid *grid);

/** Rows to draw, the heading being row 0. */
size_t lyh_grid_row_count(const lyh_grid *grid);
double lyh_grid_row_height(const lyh_grid *grid, size_t row);

/** Draw row @row with its upper edge at @y; a @repeated heading is no content. */
void lyh_grid_draw_row(const lyh_grid *grid, lyh_pages *pages, size_t row, double y,
                       bool repeated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_grid, lyh_grid_free)

#endif
