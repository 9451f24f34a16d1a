/**
 * A table for every kind of figure, of any size and as hostile as is asked for.
 */
#ifndef LYHORD_TESTS_CHART_KIND_TABLES_H
#define LYHORD_TESTS_CHART_KIND_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/table/table.h>

typedef struct table_shape {
    const char *name;
    size_t rows, groups;
    size_t base;     /* of every count */
    bool all_hidden; /* every count is ".." */
    bool is_long;    /* labels of 200 characters */
} table_shape;

/** What the kind called @kind shows, in @shape. Free with lyh_table_free(). */
lyh_table *kind_table(const char *kind, const table_shape *shape);

/** What somebody said in cell @row, @column of it: the number that is printed. */
size_t kind_number(const table_shape *shape, size_t row, size_t column);

#endif
