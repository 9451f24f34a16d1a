/**
 * What each person said of each code: kept only for the pairs that occur, so that a codebook of
 * ten thousand codes costs no more than what was said.
 */
#ifndef LYHORD_TALLY_COUNTERS_H
#define LYHORD_TALLY_COUNTERS_H

#include <glib.h>

#include <lyhord/tally/tally.h>

/** One person's figures of one code, by measure. */
typedef struct tally_counter {
    size_t code;
    size_t respondent; /* LYH_NONE: words that are nobody's */
    /* of those the respondent stands for, who said it: 1 or 0 but for a cell (partial.h) */
    size_t persons[LYH_MEASURE_COUNT];
    size_t hits[LYH_MEASURE_COUNT];
    size_t statements[LYH_MEASURE_COUNT];
    size_t words[LYH_MEASURE_COUNT];
} tally_counter;

typedef struct tally_counters tally_counters;

tally_counters *tally_counters_new(size_t code_count);
/** NULL is fine. */
void tally_counters_free(tally_counters *counters);

/** The counter of @respondent and @code, made when new. */
tally_counter *tally_counters_take(tally_counters *counters, size_t code,
                                   size_t respondent);
/** The same, or NULL when nothing was said. */
const tally_counter *tally_counters_find(const tally_counters *counters, size_t code,
                                         size_t respondent);
/** Show every counter to @visit, in no order, and forget them all. */
void tally_counters_drain(tally_counters *counters,
                          void (*visit)(const tally_counter *counter, void *user),
                          void *user);
/** Everybody's counters of @code (tally_counter *), or NULL when there are none. */
const GPtrArray *tally_counters_of(const tally_counters *counters, size_t code);

#endif
