/**
 * Which groups may be shown: none with fewer persons than the threshold.
 *
 * docs/architecture.md §6: groups under the threshold are merged smallest first with the next
 * smallest (ties: order in respondents.csv) and shown as "Övriga (names)"; one group left means
 * that the split is refused. The threshold is on bases, never on counts within them.
 */
#ifndef LYHORD_DISCLOSURE_GROUPING_H
#define LYHORD_DISCLOSURE_GROUPING_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/catalog.h>
#include <lyhord/stats/threshold.h>

typedef struct lyh_grouping lyh_grouping;

/**
 * Plan @count groups of @sizes persons called @names, in the order of respondents.csv. Groups
 * without anybody are left out. Free with lyh_grouping_free().
 */
lyh_grouping *lyh_grouping_new(const char *const *names, const size_t *sizes, size_t count,
                               size_t threshold, const lyh_catalog *catalog);
/** NULL is fine. */
void lyh_grouping_free(lyh_grouping *grouping);

/** True when the split may not be shown at all: fewer than two groups are left. */
bool lyh_grouping_is_refused(const lyh_grouping *grouping);
/** Groups to print: those that stand alone in their order, then the merged one. 0 when refused. */
size_t lyh_grouping_count(const lyh_grouping *grouping);
const char *lyh_grouping_name(const lyh_grouping *grouping, size_t printed);
size_t lyh_grouping_size(const lyh_grouping *grouping, size_t printed);
/** Is @printed several groups merged? */
bool lyh_grouping_is_merged(const lyh_grouping *grouping, size_t printed);
/** The printed group that original group @group went into, or LYH_NONE when refused or empty. */
size_t lyh_grouping_of(const lyh_grouping *grouping, size_t group);

/** What a base of so many persons bears. */
typedef enum lyh_print_level {
    LYH_PRINT_NOTHING, /* under the threshold */
    LYH_PRINT_COUNTS,  /* 5-19: "7 av 12", no percent, no test */
    LYH_PRINT_PERCENT, /* 20-49: whole percent */
    LYH_PRINT_TESTS /* 50 and more: intervals and tests, where the sample was drawn at random */
} lyh_print_level;

lyh_print_level lyh_print_level_of(size_t base, size_t threshold);

/**
 * Which cells of one row, @counts persons of each printed group, must be hidden: a merged
 * group's 0 or all tells about each of the groups in it; and as the total stands beside, one
 * hidden cell alone would be known by subtraction, so then the row's other cells go too.
 * Where everyone together is none or all, that is told and nothing is hidden.
 * @hidden[i] is set for every printed group. True when any is hidden.
 */
bool lyh_grouping_hide(const lyh_grouping *grouping, const size_t *counts, bool *hidden);

#endif
