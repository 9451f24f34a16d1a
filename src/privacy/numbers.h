/**
 * Telephones, for the finder of numbers; what it shares with them.
 */
#ifndef LYHORD_PRIVACY_NUMBERS_H
#define LYHORD_PRIVACY_NUMBERS_H

#include <glib.h>

#include "words.h"

/** Is what ends at @end money or a measure, which are no numbers of a register? */
bool is_measured(const words *list, size_t end);

/* Each adds what word @i begins, and says in @end where that ends; false when it is nothing. */

/** A number with its country, or a Swedish one with its area. */
bool find_phone(const words *list, size_t i, GArray *findings, size_t *end);
/** Without its area a number needs a word that says what it is. */
bool find_local_phone(const words *list, size_t i, GArray *findings, size_t *end);
/** "noll sju noll …": six or more digits said one by one, the first of them a nought. */
bool find_said_phone(const words *list, size_t i, GArray *findings, size_t *end);

#endif
