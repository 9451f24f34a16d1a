/**
 * The table of tests: groups compared, as far as the sample lets them be (lyhord/disclosure/sample.h).
 *
 * Those who are compared are different persons in different groups; what the same persons said of
 * two themes is never tested against each other.
 */
#ifndef LYHORD_DISCLOSURE_COMPARISON_H
#define LYHORD_DISCLOSURE_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/catalog.h>
#include <lyhord/disclosure/sample.h>
#include <lyhord/table/table.h>

/** The groups that are compared; all lent for as long as the comparisons live. */
typedef struct lyh_compared {
    const char *const *names; /* as they are printed */
    size_t count;             /* two at least */
    const char *attribute;    /* what they are groups of */
    bool is_ordered; /* the groups stand in an order of their own: ages, years of contact */
} lyh_compared;

typedef struct lyh_comparisons lyh_comparisons;

/** None yet. Call lyh_sample_lets_compare() first. lyh_comparisons_free(). */
lyh_comparisons *lyh_comparisons_new(const lyh_compared *groups,
                                     const lyh_catalog *catalog);
/** NULL is fine. */
void lyh_comparisons_free(lyh_comparisons *comparisons);

/**
 * Compare the groups in what @label names (a theme, a question). @counts holds a row of @answers counts
 * (two at least) for each group, a person in one cell: who took it up and who did not; who
 * gave which answer. NULL: it is hidden, and no test may tell of it. An answer that nobody gave is left out;
 * of a group with fewer than 50 persons in its row nothing is tested. Copies.
 */
void lyh_comparisons_add(lyh_comparisons *comparisons, const char *label,
                         const uint64_t *counts, size_t answers);

/**
 * The tests: label;test;statistic;freedom;p;p_holm;cramers_v;odds_ratio;low;high;warning; @heading is
 * what people see above the first column. Of each comparison a row
 *   chi2    Pearson's χ² without correction, with Cramér's V; warning "sparse" where a cell is expected to hold fewer than five
 *   fisher  Fisher's exact test of 2 × 2, with the sample odds ratio of the first group to the
 *           second having the first answer, and Woolf's interval
 *   trend   χ² for trend over ordered groups (Armitage 1955), of the first answer of two
 * p_holm is Holm's adjustment for all tests of that kind in the table; how many they were, a note
 * says. p is rounded to four decimals, and 0,0001 where it is less. `..` hidden, – not defined or not tested. The caller
 * sets base, unit, source, status and date.
 */
lyh_table *lyh_comparisons_table(const lyh_comparisons *comparisons, const char *heading);

#endif
