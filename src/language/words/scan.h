/**
 * The scanner: the next token at a place in a text, one pass, linear on any input.
 *
 * The order of the rules is that of the conventions of SUC (Swedish tokenisation): addresses,
 * abbreviations, numbers and words with what joins them inside, then one character at a time.
 */
#ifndef LYHORD_LANGUAGE_SCAN_H
#define LYHORD_LANGUAGE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "abbreviations.h"

/** What a token looks like, beside the flags of lyhord/language/tokens.h: what sentences need. */
enum {
    LYH_SCAN_LINE = 1 << 8,  /* a line end stands before it */
    LYH_SCAN_BLANK = 1 << 9, /* a blank line stands before it */
    LYH_SCAN_ABBREVIATION = 1 << 10,
    LYH_SCAN_MAY_END = 1 << 11, /* an abbreviation with which a sentence may end */
    LYH_SCAN_UPPER = 1 << 12,   /* begins with a capital */
    LYH_SCAN_DIGIT = 1 << 13,   /* begins with a digit */
    LYH_SCAN_STOP = 1 << 14,    /* . ! ? … or ... */
    LYH_SCAN_QUESTION = 1 << 15,
    LYH_SCAN_ELLIPSIS = 1 << 16,
    LYH_SCAN_QUOTE = 1 << 17, /* opens or closes: in Swedish often the same sign */
    LYH_SCAN_OPEN = 1 << 18,  /* ( [ { */
    LYH_SCAN_CLOSE = 1 << 19,
    LYH_SCAN_DASH = 1 << 20,
    LYH_SCAN_COLON = 1 << 21,
    LYH_SCAN_HIDDEN = 1 << 22, /* soft hyphens or other invisible characters are in it */
    LYH_SCAN_PERIOD = 1 << 23, /* a stop that is one . */
    LYH_SCAN_SAYING = 1 << 24, /* gives somebody the word: sa, svarade */
    /* May end a sentence, or begin one with its line. */
    LYH_SCAN_OF_NOTE = LYH_SCAN_LINE | LYH_SCAN_STOP | LYH_SCAN_COLON | LYH_SCAN_MAY_END
};

typedef struct lyh_scanner {
    const lyh_abbreviations *abbreviations;
    const char *text; /* valid UTF-8 */
    size_t size;      /* of all of it */
    size_t at; /* where to look next; at first, where the text to be scanned begins */
    size_t end;
    bool quote_is_open; /* a single quote waits for its fellow: no genitive apostrophe */
} lyh_scanner;

typedef struct lyh_piece {
    size_t start, end;
    uint32_t flags;
} lyh_piece;

/**
 * The flags of a word, or of one mark, by its first byte; of a capital of Latin-1 it tells no more than
 * of a small letter.
 */
extern const uint32_t lyh_scan_flags[256];

/** Does the word at @start, with its letters up to @letters, begin an address or an abbreviation, or is it an initial? */
bool lyh_scan_is_special(const lyh_scanner *scanner, size_t start, size_t letters);

/** The next token; false at the end. */
bool lyh_scan_next(lyh_scanner *scanner, lyh_piece *piece);

#endif
