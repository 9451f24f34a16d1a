#include <lyhord/stats/keyness.h>

#include <math.h>
#include <stdbool.h>

static double share(size_t number, size_t of)
{
    return (double)number / (double)of;
}

/* O ln(O / E), where 0 ln 0 is its limit. */
static double cell(double observed, double expected)
{
    return observed > 0 ? observed * log(observed / expected) : 0;
}

static bool has_both_parts(const lyh_keyness *counts)
{
    return counts->inside_all > 0 && counts->outside_all > 0;
}

double lyh_keyness_g2(const lyh_keyness *counts)
{
    if (!has_both_parts(counts))
        return 0;
    double a = (double)counts->inside, c = (double)counts->inside_all;
    double b = (double)counts->outside, d = (double)counts->outside_all;
    double word = (a + b) / (c + d), other = (c - a + d - b) / (c + d);
    double sum = cell(a, c * word) + cell(b, d * word) + cell(c - a, c * other) +
                 cell(d - b, d * other);
    double g2 = 2 * fmax(sum, 0);
    return share(counts->inside, counts->inside_all) <
                   share(counts->outside, counts->outside_all)
               ? -g2
               : g2;
}

/* A word that was never met might have been met half a time. */
static double smoothed(size_t count, size_t of)
{
    return (count > 0 ? (double)count : LYH_KEYNESS_ZERO) / (double)of;
}

double lyh_keyness_log_ratio(const lyh_keyness *counts)
{
    if (!has_both_parts(counts) || counts->inside + counts->outside == 0)
        return NAN;
    return log2(smoothed(counts->inside, counts->inside_all) /
                smoothed(counts->outside, counts->outside_all));
}
