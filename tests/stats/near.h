/**
 * Is a number the same as R's? To one part in a thousand million.
 */
#ifndef LYHORD_TESTS_STATS_NEAR_H
#define LYHORD_TESTS_STATS_NEAR_H

#include <math.h>

#include <glib.h>

static inline void assert_near(double found, double expected)
{
    g_assert_cmpfloat(fabs(found - expected), <=, 1e-9 * fabs(expected));
}

#endif
