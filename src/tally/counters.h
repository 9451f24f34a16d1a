/**
 * What each person said of each code: kept only for the pairs that occur, so that a codebook of
 * ten thousand codes costs no more than what was said, and packed, so that it costs some twenty bytes a pair.
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

/** For codes before @code_count and respondents before 2³² − 1. */
tally_counters *tally_counters_new(size_t code_count);
/** NULL is fine. */
void tally_counters_free(tally_counters *counters);

/** The counter of @respondent and @code, made when new, to be written to until the next one is taken. */
tally_counter *tally_counters_take(tally_counters *counters, size_t code,
                                   size_t respondent);
/** The same, copied to @counter; false when nothing was said. */
bool tally_counters_find(const tally_counters *counters, size_t code, size_t respondent,
                         tally_counter *counter);
/** Show every counter to @visit, in no order, and forget them all. */
void tally_counters_drain(tally_counters *counters,
                          void (*visit)(const tally_counter *counter, void *user),
                          void *user);
/** Everybody's counters of @code, one a call, copied to @counter; @at is 0 at first. False: no more. */
bool tally_counters_next(const tally_counters *counters, size_t code, size_t *at,
                         tally_counter *counter);

#endif
