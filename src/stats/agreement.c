#include <lyhord/stats/agreement.h>

#include <math.h>

#include "agreement_private.h"

static const unsigned char *row_of(const lyh_ratings *ratings, size_t unit)
{
    return ratings->values + unit * ratings->coders;
}

/* How many values of each kind the unit has; returns how many in all. */
static size_t count_values(const lyh_ratings *ratings, size_t unit, size_t *of_kind)
{
    const unsigned char *row = row_of(ratings, unit);
    size_t count = 0;
    for (size_t kind = 0; kind < ratings->kinds; kind++)
        of_kind[kind] = 0;
    for (size_t coder = 0; coder < ratings->coders; coder++) {
        if (row[coder] == LYH_NO_RATING)
            continue;
        g_assert(row[coder] < ratings->kinds);
        of_kind[row[coder]]++;
        count++;
    }
    return count;
}

static size_t sum_of_squares(const size_t *of_kind, size_t kinds)
{
    size_t sum = 0;
    for (size_t kind = 0; kind < kinds; kind++)
        sum += of_kind[kind] * of_kind[kind];
    return sum;
}

size_t lyh_ratings_units(const lyh_ratings *ratings)
{
    size_t of_kind[LYH_RATING_KINDS], units = 0;
    for (size_t unit = 0; unit < ratings->units; unit++)
        units += count_values(ratings, unit, of_kind) >= 2;
    return units;
}

double lyh_ratings_share(const lyh_ratings *ratings)
{
    size_t of_kind[LYH_RATING_KINDS];
    size_t pairs = 0, alike = 0;
    for (size_t unit = 0; unit < ratings->units; unit++) {
        size_t values = count_values(ratings, unit, of_kind);
        pairs += values * values - values;
        alike += sum_of_squares(of_kind, ratings->kinds) - values;
    }
    return pairs > 0 ? (double)alike / (double)pairs : NAN;
}

/* Two coders over the units that both have judged. */
typedef struct pair_counts {
    size_t units, alike;
    size_t first[LYH_RATING_KINDS], second[LYH_RATING_KINDS]; /* values by kind */
} pair_counts;

static void count_pair(const lyh_ratings *ratings, size_t first, size_t second,
                       pair_counts *counts)
{
    *counts = (pair_counts){ 0 };
    for (size_t unit = 0; unit < ratings->units; unit++) {
        const unsigned char *row = row_of(ratings, unit);
        if (row[first] == LYH_NO_RATING || row[second] == LYH_NO_RATING)
            continue;
        counts->units++;
        counts->alike += row[first] == row[second];
        counts->first[row[first]]++;
        counts->second[row[second]]++;
    }
}

/* (observed − expected) / (1 − expected), both times units²: whole numbers until the last step. */
static double kappa_of_pair(const pair_counts *counts, size_t kinds)
{
    double units = (double)counts->units, expected = 0;
    for (size_t kind = 0; kind < kinds; kind++)
        expected += (double)counts->first[kind] * (double)counts->second[kind];
    double room = units * units - expected;
    return room > 0 ? (units * (double)counts->alike - expected) / room : NAN;
}

double lyh_ratings_kappa(const lyh_ratings *ratings)
{
    double sum = 0;
    size_t pairs = 0;
    for (size_t first = 0; first < ratings->coders; first++) {
        for (size_t second = first + 1; second < ratings->coders; second++) {
            pair_counts counts;
            count_pair(ratings, first, second, &counts);
            sum += kappa_of_pair(&counts, ratings->kinds);
            pairs++;
        }
    }
    return pairs > 0 ? sum / (double)pairs : NAN;
}

size_t agreement_sums_width(const lyh_ratings *ratings)
{
    return ratings->kinds + 1;
}

void agreement_sums_add(const lyh_ratings *ratings, size_t unit, double *sums)
{
    size_t of_kind[LYH_RATING_KINDS];
    size_t values = count_values(ratings, unit, of_kind);
    if (values < 2)
        return;
    size_t unlike = values * values - sum_of_squares(of_kind, ratings->kinds);
    sums[0] += (double)unlike / (double)(values - 1);
    for (size_t kind = 0; kind < ratings->kinds; kind++)
        sums[kind + 1] += (double)of_kind[kind];
}

/* 1 − observed / expected; with n values, expected is (n² − Σ of n_k²) / (n − 1). */
double agreement_alpha_of(const double *sums, size_t width)
{
    double values = 0, squares = 0;
    for (size_t i = 1; i < width; i++) {
        values += sums[i];
        squares += sums[i] * sums[i];
    }
    double unlike = values * values - squares;
    return unlike > 0 ? 1 - sums[0] * (values - 1) / unlike : NAN;
}

double lyh_ratings_alpha(const lyh_ratings *ratings)
{
    double sums[LYH_RATING_KINDS + 1] = { 0 };
    for (size_t unit = 0; unit < ratings->units; unit++)
        agreement_sums_add(ratings, unit, sums);
    return agreement_alpha_of(sums, agreement_sums_width(ratings));
}
