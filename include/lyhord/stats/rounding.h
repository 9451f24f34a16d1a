/**
 * Ratios as people print them: exact integers, half up, never floating point.
 */
#ifndef LYHORD_STATS_ROUNDING_H
#define LYHORD_STATS_ROUNDING_H

#include <stdint.h>

/**
 * @part × @scale / @whole in units of 10^-@decimals, rounded half up (away from zero for
 * negative parts): lyh_ratio(7, 12, 100, 1) is 583, "58,3" percent. @whole must be positive.
 */
int64_t lyh_ratio(int64_t part, int64_t whole, int64_t scale, unsigned decimals);

#endif
