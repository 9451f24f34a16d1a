/** Persons whom nothing that is asked or known tells apart, as one cell. Private to disclosure. */
#ifndef LYHORD_DISCLOSURE_CELLS_H
#define LYHORD_DISCLOSURE_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

typedef struct cells {
    GArray *sizes;      /* size_t */
    GArray *first;      /* size_t: a person of each */
    size_t *of;         /* by person */
    GHashTable *places; /* char * -> number, from 1 */
} cells;

cells cells_new(size_t persons);
void cells_clear(cells *some);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cells, cells_clear)

/** @person is in the cell of all who have the same @key. */
void cells_add(cells *some, size_t person, const char *key);
size_t cells_first(const cells *some, size_t cell);
size_t cells_size(const cells *some, size_t cell);

#endif
