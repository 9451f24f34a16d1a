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

/**
 * The figures of @counter in @bytes, TALLY_PACKED_MOST of them at most; the first says how many there are, and so does what is
 * returned. Read by tally_counter_unpack() alone, which adds to an empty counter.
 */
#define TALLY_PACKED_MOST (2 + 4 * LYH_MEASURE_COUNT * 10)
size_t tally_counter_pack(const tally_counter *counter, unsigned char *bytes);
void tally_counter_unpack(const unsigned char *bytes, tally_counter *counter);

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
/** How many have a counter of @code. */
size_t tally_counters_count(const tally_counters *counters, size_t code);
/** Everybody's counters of @code, one a call, copied to @counter; @at is 0 at first. False: no more. */
bool tally_counters_next(const tally_counters *counters, size_t code, size_t *at,
                         tally_counter *counter);

#endif
