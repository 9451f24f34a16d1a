#include <lyhord/stats/bootstrap.h>

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

/* Wide enough for the product of two 64-bit numbers. */
__extension__ typedef unsigned __int128 wide;

/* Of so many resamples one may be undefined: it cannot be what decides the 2.5 % ends. */
#define RESAMPLES_TO_ONE_UNDEFINED 40

/* SplitMix64 (Steele, Lea & Flood 2014): small, and the same numbers on every machine. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t mixed = *state += UINT64_C(0x9e3779b97f4a7c15);
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

/* After Lemire 2019, "Fast random integer generation in an interval". */
size_t lyh_random_below(uint64_t *state, size_t bound)
{
    g_assert(bound > 0);
    wide product = (wide)next_random(state) * bound;
    if ((uint64_t)product < bound) {
        uint64_t least = (0 - (uint64_t)bound) % bound;
        while ((uint64_t)product < least)
            product = (wide)next_random(state) * bound;
    }
    return (size_t)(product >> 64);
}

void lyh_bootstrap_draw(uint64_t *state, size_t clusters, uint32_t *times)
{
    memset(times, 0, clusters * sizeof *times);
    for (size_t i = 0; i < clusters; i++)
        times[lyh_random_below(state, clusters)]++;
}

static int by_size(const void *one, const void *two)
{
    const double *a = one, *b = two;
    return (*a > *b) - (*a < *b);
}

/* The 2.5th and the 97.5th percentile as values that were drawn, as far from the one end as the other. */
static lyh_interval percentiles(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_size);
    size_t outside = (count + 39) / 40 - 1;
    return (lyh_interval){ values[outside], values[count - 1 - outside] };
}

lyh_interval lyh_bootstrap_interval(double *values, size_t count)
{
    size_t defined = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            values[defined++] = values[i];
    bool is_told = defined > 0 && (count - defined) * RESAMPLES_TO_ONE_UNDEFINED <= count;
    return is_told ? percentiles(values, defined) : (lyh_interval){ NAN, NAN };
}
