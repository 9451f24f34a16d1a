/**
 * The numbers that a list shows before its items: 1, a, B, iv.
 */
#ifndef LYHORD_INGEST_NUMBERS_H
#define LYHORD_INGEST_NUMBERS_H

#include <glib.h>

enum number_format {
    NUMBER_NONE, /* a bullet, or nothing */
    NUMBER_DECIMAL,
    NUMBER_DECIMAL_ZERO, /* 01 */
    NUMBER_LETTERS,      /* a … z, aa, bb */
    NUMBER_CAPITALS,
    NUMBER_ROMAN,
    NUMBER_ROMAN_CAPITALS
};

/** Add @value, from 0, as @format shows it. */
void number_add(GString *text, enum number_format format, unsigned value);

#endif
