/**
 * What a sentence names: labels of rows and headings of themes, whose numbers are then looked for in it.
 */
#ifndef LYHORD_REPORT_NUMBERS_NAMES_H
#define LYHORD_REPORT_NUMBERS_NAMES_H

#include "numbers_tables.h"

/** Bytes of a sentence in a folded text. */
typedef struct sentence {
    const char *text;
    size_t start;
    size_t end;
} sentence;

/** The numbers (tabled_numbers, lent) of every label that @s names. g_ptr_array_unref(). */
GPtrArray *names_in(const tabled_labels *labels, const sentence *s);
/** Those of the label right before @at in @s, as in a figure's list of numbers; NULL: none. Lent. */
const tabled_numbers *names_before(const tabled_labels *labels, const sentence *s,
                                   size_t at);
/** Does what stands in @text before @end, spaces and signs left out, end with @words? */
bool names_end_with(const char *text, size_t start, size_t end, const char *words);

#endif
