/** Short texts of people's files, compared as people mean them. Private to survey. */
#ifndef LYHORD_SURVEY_WORDS_H
#define LYHORD_SURVEY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** Case-folded, white space at the ends gone, any within one space. g_free(). */
char *words_fold(const char *text, size_t size);

/** @text without white space at its ends. g_free(). */
char *words_trim(const char *text, size_t size);

/**
 * How many letters must be changed, put in, taken out or swapped with their neighbour to make one
 * of the other (Damerau 1964, restricted); both folded. More than @most is told as @most + 1.
 */
size_t words_apart(const char *one, const char *other, size_t most);

#endif
