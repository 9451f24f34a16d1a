/**
 * Check digits of the numbers people have.
 */
#ifndef LYHORD_PRIVACY_CHECKS_H
#define LYHORD_PRIVACY_CHECKS_H

#include <stdbool.h>
#include <stddef.h>

/** Luhn's sum over @count ASCII digits, doubling every second from the right, is a multiple of ten. */
bool check_luhn(const char *digits, size_t count);

/** An IBAN of @count letters and digits: 1 modulo 97 (ISO 13616). */
bool check_iban(const char *characters, size_t count);

/** Is this a day of the calendar? @year may be 0 (unknown: the 29th of February is one). */
bool check_day(int year, int month, int day);

#endif
