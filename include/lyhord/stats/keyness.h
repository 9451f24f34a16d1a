/**
 * Is a word commoner here than in the rest, and by how much? A comparison of two shares.
 *
 * | count     | in the part  | in the rest  |
 * |-----------|--------------|--------------|
 * | the word  | a            | b            |
 * | all words | c            | d            |
 *
 * G² tells how much more the two shares differ than chance would have it, not how large the
 * difference is; the log ratio tells how large, not how sure. Words of one person hang together, so
 * neither is a test of anything: they put words in an order for people to look at.
 */
#ifndef LYHORD_STATS_KEYNESS_H
#define LYHORD_STATS_KEYNESS_H

#include <stddef.h>

/** Counts of words; a ≤ c and b ≤ d, as in the table above. */
typedef struct lyh_keyness {
    size_t inside, inside_all;   /* a, c */
    size_t outside, outside_all; /* b, d */
} lyh_keyness;

/**
 * The log-likelihood ratio of two binomial shares (Dunning 1993):
 * G² = 2 Σ O ln(O / E) over the four cells word/other × part/rest, with 0 ln 0 = 0, without
 * correction. (Rayson & Garside 2000 sum over the two cells of the word alone; where the word
 * is rare that is nearly the same.) It is given the sign of a/c − b/d: negative where the word is
 * commoner in the rest. 0 when either part has no words.
 */
double lyh_keyness_g2(const lyh_keyness *counts);

/**
 * The binary logarithm of (a/c) / (b/d): 1 is twice as common, 2 four times (Hardie 2014). A count
 * of 0 is taken as LYH_KEYNESS_ZERO, as Hardie does. NAN when either part has no words, or
 * neither has the word.
 */
double lyh_keyness_log_ratio(const lyh_keyness *counts);
#define LYH_KEYNESS_ZERO 0.5

#endif
