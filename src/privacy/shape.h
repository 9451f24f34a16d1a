/**
 * Shapes of numbers, as a person would draw them: "dddd-dd-dd".
 */
#ifndef LYHORD_PRIVACY_SHAPE_H
#define LYHORD_PRIVACY_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

/** Most digits that a shape may hold. */
#define SHAPE_DIGITS 40

typedef struct shape_match {
    size_t end;
    char digits[SHAPE_DIGITS]; /* all digits (and letters of W) of the match */
    size_t count;
} shape_match;

/**
 * Does @shape stand at @at, greedily? d one digit; D one or more; G digits in groups, between
 * them one space or dash; W one or more capitals A-Ö; _ one space or dash, or none; a space: one
 * space (also no-break); s a space or none; - any dash; anything else itself. What follows the
 * match must be no letter and no digit.
 */
bool shape_at(const char *text, size_t size, size_t at, const char *shape,
              shape_match *match);

/** Bytes of a hyphen or dash at @at, 0 when there is none. */
size_t shape_dash(const char *text, size_t size, size_t at);
/** Bytes of a space or no-break space at @at (no line end), 0 when there is none. */
size_t shape_space(const char *text, size_t size, size_t at);

#endif
