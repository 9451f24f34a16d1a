/**
 * Abbreviations that are one token (data/abbreviations.txt), found at a place in a text.
 */
#ifndef LYHORD_LANGUAGE_ABBREVIATIONS_H
#define LYHORD_LANGUAGE_ABBREVIATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lyh_abbreviations lyh_abbreviations;

/** Bytes of the longest first part. */
enum { LYH_LONGEST_FIRST = 6 };

/**
 * Of those that need no period (t ex, bl a, fil kand), whose first part begins with @byte: bytes of the
 * first and second parts.
 */
static inline bool lyh_may_be_spaced(unsigned char byte, size_t first, size_t second)
{
    return (first == 1 && second <= 3) || (first == 2 && second == 1) ||
           (first == 3 && byte == 'f' && (second == 2 || second == 4));
}

lyh_abbreviations *lyh_abbreviations_new(void);
/** NULL is fine. */
void lyh_abbreviations_free(lyh_abbreviations *abbreviations);

/** As far as so many bytes tell: a bit for each of the sums that beginnings of abbreviations have. */
enum { LYH_BEGINNING_BYTES = 8, LYH_BEGINNING_SUMS = 4096 };

typedef struct lyh_beginnings {
    uint64_t has[LYH_BEGINNING_SUMS / 64];
} lyh_beginnings;

/** The sum of eight bytes, zeros behind those that count; whether the first is a capital makes no difference. */
static inline unsigned lyh_beginning_sum(uint64_t bytes)
{
    return (unsigned)((bytes | 0x20) * UINT64_C(0x9E3779B97F4A7C15) >> 52);
}

/**
 * Have beginnings the sum of @bytes? They are a first part that a period follows, or a capital that may
 * be an initial; else a first part, a space and the next part's first byte.
 */
static inline bool lyh_beginnings_have(const lyh_beginnings *beginnings, uint64_t bytes)
{
    unsigned sum = lyh_beginning_sum(bytes);
    return beginnings->has[sum / 64] >> (sum % 64) & 1;
}

const lyh_beginnings *lyh_abbreviations_beginnings(const lyh_abbreviations *abbreviations);

/**
 * Does the word at @start of @text (its letters reach to @letters_end) begin an abbreviation?
 * Then its end, else 0. @may_end tells whether a sentence may end with it.
 */
size_t lyh_abbreviations_match(const lyh_abbreviations *abbreviations, const char *text,
                               size_t start, size_t letters_end, size_t end, bool *may_end);

#endif
