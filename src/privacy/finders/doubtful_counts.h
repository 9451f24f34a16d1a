/**
 * Numbers and days that no other finder has taken and somebody should look at.
 */
#ifndef LYHORD_PRIVACY_DOUBTFUL_COUNTS_H
#define LYHORD_PRIVACY_DOUBTFUL_COUNTS_H

#include <glib.h>

#include "../words.h"

/** May a number, a day, or what is called by its number begin at word @i? Answers for most words at once. */
bool may_be_doubtful_count(const words *list, size_t i);

/**
 * What begins at word @i, may_be_doubtful_count(): why (msgid) it is worth a look, from word *@first up to, not
 * with, *@next; NULL when it is not. *@next is behind all that was read.
 */
const char *doubt_about_count(const words *list, size_t i, size_t *first, size_t *next);

/** BK77, tesfa84: letters and figures in one, and nothing everybody knows as A4, B12, TV4 or v37. */
bool is_letters_and_figures(const words *list, size_t i);

#endif
