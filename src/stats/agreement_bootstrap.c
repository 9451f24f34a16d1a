#include <lyhord/stats/agreement.h>

#include <math.h>
#include <string.h>

#include <lyhord/stats/bootstrap.h>

#include "agreement_private.h"

/*
 * Clusters with the same sums are the same to a resample, so only their number is kept: a
 * thousand documents in which two coders said yes or no are of three types.
 */
typedef struct cluster_types {
    size_t width, count, clusters;
    double *sums;     /* @count × @width */
    size_t *of;       /* the type of each cluster */
    size_t *drawn;    /* how often each type was drawn */
    double *together; /* @width: the sums of a resample */
} cluster_types;

static void cluster_types_clear(cluster_types *types)
{
    g_free(types->sums);
    g_free(types->of);
    g_free(types->drawn);
    g_free(types->together);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cluster_types, cluster_types_clear)

static double *sums_of_clusters(const lyh_ratings *ratings, size_t clusters)
{
    size_t width = agreement_sums_width(ratings);
    double *sums = g_new0(double, clusters *width);
    for (size_t unit = 0; unit < ratings->units; unit++) {
        size_t cluster = ratings->clusters ? ratings->clusters[unit] : unit;
        g_assert(cluster < clusters);
        agreement_sums_add(ratings, unit, sums + cluster * width);
    }
    return sums;
}

typedef struct sorting {
    const double *sums;
    size_t width;
} sorting;

static gint by_sums(gconstpointer one, gconstpointer two, gpointer user)
{
    const sorting *how = user;
    const double *a = how->sums + *(const size_t *)one * how->width;
    const double *b = how->sums + *(const size_t *)two * how->width;
    for (size_t i = 0; i < how->width; i++)
        if (a[i] < b[i] || a[i] > b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

static cluster_types types_of(const lyh_ratings *ratings, size_t clusters)
{
    size_t width = agreement_sums_width(ratings);
    g_autofree double *sums = sums_of_clusters(ratings, clusters);
    sorting how = { sums, width };
    g_autoptr(GArray) order = g_array_sized_new(FALSE, FALSE, sizeof(size_t), 0);
    for (size_t i = 0; i < clusters; i++)
        g_array_append_val(order, i);
    g_array_sort_with_data(order, by_sums, &how);

    cluster_types types = { .width = width, .clusters = clusters };
    types.sums = g_new(double, clusters *width);
    types.of = g_new(size_t, clusters);
    for (size_t i = 0; i < clusters; i++) {
        const size_t *at = &g_array_index(order, size_t, i);
        if (i == 0 || by_sums(at, at - 1, &how) != 0)
            memcpy(types.sums + types.count++ * width, sums + *at * width,
                   width * sizeof *sums);
        types.of[*at] = types.count - 1;
    }
    types.drawn = g_new(size_t, types.count);
    types.together = g_new(double, width);
    return types;
}

static double alpha_of_resample(cluster_types *types, uint64_t *state)
{
    memset(types->drawn, 0, types->count * sizeof *types->drawn);
    for (size_t i = 0; i < types->clusters; i++)
        types->drawn[types->of[lyh_random_below(state, types->clusters)]]++;

    for (size_t i = 0; i < types->width; i++)
        types->together[i] = 0;
    for (size_t type = 0; type < types->count; type++)
        for (size_t i = 0; i < types->width; i++)
            types->together[i] +=
                (double)types->drawn[type] * types->sums[type * types->width + i];
    return agreement_alpha_of(types->together, types->width);
}

lyh_interval lyh_ratings_alpha_interval(const lyh_ratings *ratings, size_t resamples,
                                        uint64_t seed)
{
    size_t clusters = ratings->clusters ? ratings->cluster_count : ratings->units;
    const lyh_interval none = { NAN, NAN };
    if (clusters < 2 || resamples == 0 || isnan(lyh_ratings_alpha(ratings)))
        return none;

    g_auto(cluster_types) types = types_of(ratings, clusters);
    g_autofree double *alphas = g_new(double, resamples);
    for (size_t i = 0; i < resamples; i++)
        alphas[i] = alpha_of_resample(&types, &seed);
    return lyh_bootstrap_interval(alphas, resamples);
}
