/**
 * How far several coders agree: a matrix of units × coders, and what is said of it.
 *
 * The values are nominal: alike or not, nothing between. A coder who did not judge a unit has
 * no value there. A measure that is 0/0, because nothing varies or nothing can be compared, is NAN:
 * neither full agreement nor none.
 */
#ifndef LYHORD_STATS_AGREEMENT_H
#define LYHORD_STATS_AGREEMENT_H

#include <stddef.h>
#include <stdint.h>

#include <lyhord/stats/bootstrap.h>

/** In the matrix: this coder did not judge this unit. */
#define LYH_NO_RATING 255

/** The most kinds of values there may be. */
#define LYH_RATING_KINDS 32

/** All lent for the call. */
typedef struct lyh_ratings {
    /* @units rows of @coders values, each 0 … @kinds − 1 or LYH_NO_RATING */
    const unsigned char *values;
    size_t units, coders;
    size_t kinds; /* at most LYH_RATING_KINDS */
    /* for each unit the cluster it is drawn with, 0 … @cluster_count − 1; NULL: each its own */
    const size_t *clusters;
    size_t cluster_count;
} lyh_ratings;

/** Units that at least two coders have judged: the only ones that tell of agreement. */
size_t lyh_ratings_units(const lyh_ratings *ratings);

/**
 * The share, 0 to 1, of all pairs of judgements of the same unit that are alike. Where everyone
 * has judged everything, that is the mean over all pairs of coders.
 */
double lyh_ratings_share(const lyh_ratings *ratings);

/**
 * Cohen's κ for two coders (Cohen 1960: chance from each coder's own shares), over the units that
 * both have judged. For more, Light's κ: the mean of Cohen's κ over all pairs of coders (Light
 * 1971; Hallgren 2012). Not Fleiss' κ, which takes the coders to be one anonymous crowd. NAN when the κ of any pair is
 * 0/0: a mean over the pairs that happen to have one would be of other coders.
 */
double lyh_ratings_kappa(const lyh_ratings *ratings);

/**
 * Krippendorff's α with the nominal metric, for any number of coders with missing values
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C).
 */
double lyh_ratings_alpha(const lyh_ratings *ratings);

/**
 * The 95 % percentile interval of α from @resamples bootstrap samples, each of as many clusters as
 * there are, drawn with replacement and with all their units (Field & Welsh 2007): units of one
 * cluster are not independent of each other, and resampling them would promise too much. The
 * same @seed gives the same interval on every machine.
 *
 * NAN with fewer than two clusters, and when α is 0/0 in more than one resample of forty: what
 * those would have said decides the ends of the interval.
 */
lyh_interval lyh_ratings_alpha_interval(const lyh_ratings *ratings, size_t resamples,
                                        uint64_t seed);

#endif
