/**
 * Abbreviations that are one token (data/abbreviations.txt), found at a place in a text.
 */
#ifndef LYHORD_LANGUAGE_ABBREVIATIONS_H
#define LYHORD_LANGUAGE_ABBREVIATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lyh_abbreviations lyh_abbreviations;

lyh_abbreviations *lyh_abbreviations_new(void);
/** NULL is fine. */
void lyh_abbreviations_free(lyh_abbreviations *abbreviations);

/** What the first byte of a token tells; 0 where it tells nothing. */
typedef struct lyh_look {
    uint32_t flags; /* lyh_scan_flags */
    uint32_t
        lengths; /* bit n: a word of n bytes (or 32 more) may begin an abbreviation or be an initial */
} lyh_look;

/** By that byte, of tokens that no period follows and of those that one follows. */
typedef struct lyh_looks {
    lyh_look of[2][256];
} lyh_looks;

const lyh_looks *lyh_abbreviations_looks(const lyh_abbreviations *abbreviations);

/**
 * Does the word at @start of @text (its letters reach to @letters_end) begin an abbreviation?
 * Then its end, else 0. @may_end tells whether a sentence may end with it.
 */
size_t lyh_abbreviations_match(const lyh_abbreviations *abbreviations, const char *text,
                               size_t start, size_t letters_end, size_t end, bool *may_end);

#endif
