/**
 * Intervals of what was measured on a sample.
 */
#ifndef LYHORD_STATS_INTERVAL_H
#define LYHORD_STATS_INTERVAL_H

#include <stdint.h>

/** Both NAN when there is none. */
typedef struct lyh_interval {
    double low, high;
} lyh_interval;

/**
 * The 95 % interval of a share, 0 to 1, after Wilson (1927): @having of @sample persons drawn at
 * random from @population persons. The variance is that of a draw without replacement (Cochran
 * 1977, section 3.2): (N − n)/(N − 1) of the other, so a census has no width. @population 0: so
 * many that it does not matter. NAN when @sample is 0 or larger than the population;
 * @having is at most @sample.
 */
lyh_interval lyh_wilson(uint64_t having, uint64_t sample, uint64_t population);

#endif
