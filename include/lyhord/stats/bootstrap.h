/**
 * The bootstrap (Efron & Tibshirani 1993, chapters 6 and 13): how far a figure would have moved had
 * other clusters been met.
 *
 * What is drawn with replacement are clusters (documents) with all that is in them, because what
 * one person says is not independent of what she said before (Field & Welsh 2007). Seeds are the caller's, and the same seed
 * gives the same draws on every machine.
 */
#ifndef LYHORD_STATS_BOOTSTRAP_H
#define LYHORD_STATS_BOOTSTRAP_H

#include <stddef.h>
#include <stdint.h>

#include <lyhord/stats/interval.h>

/** 0 … @bound − 1, each as likely; moves @state, which begins as the seed. @bound is not 0. */
size_t lyh_random_below(uint64_t *state, size_t bound);

/** Draw @clusters clusters; @times[i] becomes how often cluster i was drawn. */
void lyh_bootstrap_draw(uint64_t *state, size_t clusters, uint32_t *times);

/**
 * The 95 % percentile interval of @count values, one a resample; values that are NAN were
 * undefined there. Both ends NAN when nothing is left, and when more than one resample of forty was
 * undefined: what those would have said decides the ends. Sorts @values.
 */
lyh_interval lyh_bootstrap_interval(double *values, size_t count);

#endif
