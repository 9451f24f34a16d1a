/**
 * Tests and measures of a table of counts: groups × answers, no person in two cells.
 *
 * They hold for persons drawn at random. Whether they may be printed at all, the caller knows.
 * A row or a column with nobody in it says nothing and makes what is asked undefined: NAN.
 */
#ifndef LYHORD_STATS_CONTINGENCY_H
#define LYHORD_STATS_CONTINGENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/stats/interval.h>

/** Lent for the call. At least two rows and two columns. */
typedef struct lyh_contingency {
    const uint64_t *counts; /* @rows rows of @columns counts */
    size_t rows, columns;
} lyh_contingency;

typedef struct lyh_chi_square {
    double statistic;
    size_t freedom; /* degrees of it */
    double p;
    bool
        is_sparse; /* a cell is expected to hold fewer than five: p is rough (Cochran 1954) */
} lyh_chi_square;

/** Pearson's χ² test that rows and columns are independent, without correction for continuity. */
lyh_chi_square lyh_contingency_chi_square(const lyh_contingency *table);

/** Cramér's V, 0 to 1: √(χ² / (n · min(rows − 1, columns − 1))) (Cramér 1946). */
double lyh_contingency_cramers_v(const lyh_contingency *table);

/**
 * Fisher's exact test of a 2×2 table, two-sided: the share of all tables with these margins that
 * are at most as likely as this one (Fisher 1935; "as likely" within 1 + 10⁻⁷, as R has it).
 */
double lyh_contingency_fisher(const lyh_contingency *table);

/**
 * The sample odds ratio ad/bc of a 2×2 table and its 95 % interval after Woolf (1955). With an
 * empty cell the interval is NAN, and so is the ratio when b or c is 0: half a person is not
 * added to anything.
 */
double lyh_contingency_odds_ratio(const lyh_contingency *table, lyh_interval *interval);

/**
 * The χ² test for a trend in shares over @count groups in their order (Armitage 1955): @having[i]
 * of @sizes[i] persons, the groups' scores 1, 2, 3 … NAN when everybody or nobody has it.
 */
lyh_chi_square lyh_trend(const uint64_t *having, const uint64_t *sizes, size_t count);

/**
 * Holm's (1979) adjustment of @count tests made together; @adjusted may be @p. A p that is NAN
 * is no test: it stays NAN and is not counted. Returns how many tests there were.
 */
size_t lyh_holm(const double *p, size_t count, double *adjusted);

#endif
