/** What α is made of: sums over units that may be added up in any order. Private to stats. */
#ifndef LYHORD_STATS_AGREEMENT_PRIVATE_H
#define LYHORD_STATS_AGREEMENT_PRIVATE_H

#include <glib.h>

#include <lyhord/stats/agreement.h>

/**
 * Sums of a set of units: first the observed disagreement, Σ over units of (m² − Σ of n_k²) / (m − 1)
 * with m values of which n_k are of kind k; then for each kind how many values there are. Units with
 * fewer than two values are left out.
 */
size_t agreement_sums_width(const lyh_ratings *ratings);

/** Add unit @unit to @sums, which holds agreement_sums_width() numbers. */
void agreement_sums_add(const lyh_ratings *ratings, size_t unit, double *sums);

/** α of what @sums (of @width numbers) holds, or NAN. */
double agreement_alpha_of(const double *sums, size_t width);

#endif
