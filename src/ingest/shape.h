/**
 * The shape of a line: its words, with every number in it left open.
 *
 * "Studie 23" and "Studie 24" have one shape; so have "3 (12)" and "4 (12)".
 */
#ifndef LYHORD_INGEST_SHAPE_H
#define LYHORD_INGEST_SHAPE_H

#include "lines.h"

/* A page number stands among the first or last numbers of its line. */
#define SHAPE_NUMBERS 4

struct shape {
    char *key; /* g_free(); NULL when the line is none that pages repeat */
    size_t count;
    size_t numbers[SHAPE_NUMBERS];
    bool is_number; /* nothing but numbers, signs, and words such as "sida" and "av" */
};

/** The shape of line @index: without key for a speaker's line, a list's, or a long one. */
struct shape shape_of(const line_list *lines, size_t index);

#endif
