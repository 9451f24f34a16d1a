/**
 * Numbers as digits: shared by the writers, which differ only in their signs.
 */
#ifndef LYHORD_TABLE_NUMBERS_H
#define LYHORD_TABLE_NUMBERS_H

#include <stdint.h>

#include <glib.h>

#define LYH_NO_BREAK_SPACE "\u00a0"
#define LYH_NARROW_SPACE "\u202f"
#define LYH_MINUS "\u2212"

/** How a number is spelled. */
typedef struct number_style {
    const char *minus;
    const char *point; /* between whole and fraction */
    const char *group; /* between thousands, from 10 000 on; "" for none */
} number_style;

/** Append @number × 10^-@decimals. */
void number_append(GString *text, int64_t number, unsigned decimals,
                   const number_style *style);

#endif
