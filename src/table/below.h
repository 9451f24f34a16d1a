/**
 * What stands under a table, a line each: what its numbers rest on, and its notes.
 */
#ifndef LYHORD_TABLE_BELOW_H
#define LYHORD_TABLE_BELOW_H

#include <glib.h>

#include <lyhord/base/catalog.h>
#include <lyhord/table/table.h>

/** One line: "Bas" and "12 personer"; a note has the label "". Both are lent by the table or catalogue. */
typedef struct below_line {
    const char *label;
    const char *text;
} below_line;

/** below_line, in their order; empty when nothing stands there. Free with g_array_unref(). */
GArray *below_lines(const lyh_table *table, const lyh_catalog *catalog);

#endif
