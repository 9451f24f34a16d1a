/**
 * Telephones and case numbers, for the finder of numbers; what it shares with them.
 */
#ifndef LYHORD_PRIVACY_NUMBERS_H
#define LYHORD_PRIVACY_NUMBERS_H

#include <glib.h>

#include "words.h"

/** Is what ends at @end money or a measure, which are no numbers of a register? */
bool is_measured(const words *list, size_t end);

/** Do the digits begin as a year of the last century or this one does: 19.., 20..? */
bool is_year(const char *digits);

/* Each adds what word @i begins, and says in @end where that ends; false when it is nothing. */

/** A number with its country, or a Swedish one with its area. */
bool find_phone(const words *list, size_t i, GArray *findings, size_t *end);
/** Without its area a number needs a word that says what it is. */
bool find_local_phone(const words *list, size_t i, GArray *findings, size_t *end);
/** "noll sju noll …": six or more digits said one by one, the first of them a nought. */
bool find_said_phone(const words *list, size_t i, GArray *findings, size_t *end);

/** "dnr 4411-23", "kundnummer 88 123 456": what a word before it says it is. */
bool find_said_case(const words *list, size_t i, GArray *findings, size_t *end);
/** "FK-229/2021", "VON 2022.417": letters of an office, and a number with its year. */
bool find_office_case(const words *list, size_t i, GArray *findings, size_t *end);
/** "6612-22", where the sentence or the two before it speak of a case or its number. */
bool find_spoken_case(const words *list, size_t i, GArray *findings, size_t *end);

#endif
