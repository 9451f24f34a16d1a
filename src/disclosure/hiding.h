/**
 * Which rows are hidden so that something is safe: as few as come first. Private to disclosure.
 */
#ifndef LYHORD_DISCLOSURE_HIDING_H
#define LYHORD_DISCLOSURE_HIDING_H

#include "release_private.h"

/* A row of a layer that could be hidden: @lines of @code. */
typedef struct hidable {
    release_layer *layer;
    size_t code;
    unsigned char lines;
} hidable;

/** Hide, or show, the first @count of @rows, and show the rest. */
void hiding_set(const GArray *rows, guint count);

/**
 * Of @rows, none of which is hidden, and which with all hidden make @user safe: one of the first @alone if
 * one of them is enough, else so many in their order as are, less those that were not needed. @may_help (NULL:
 * all may) tells which alone could be of use at all. Less shown is never less safe.
 */
void hiding_least(const GArray *rows, guint alone, bool (*is_safe)(const void *user),
                  bool (*may_help)(const void *user, const hidable *row), const void *user);

#endif
