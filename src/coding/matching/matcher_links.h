/**
 * Places of parts that follow one another, or stand near one another.
 *
 * Of two places in a chain the later is after the earlier, with what its gap allows between; in a
 * near it is on either side, apart from the one before it in the rule. None crosses an aside.
 */
#ifndef LYHORD_CODING_MATCHER_LINKS_H
#define LYHORD_CODING_MATCHER_LINKS_H

#include "matcher_private.h"

/**
 * Tokens of any kind between two parts of a chain, at most: fillers and marks are no words, and
 * without it a row of a million of them would be looked through from each of its places.
 */
#define LINK_TOKENS_MAX 200

/** Places that a chain inside another is followed up to, for each token that it begins at. */
#define LINK_PLACES_MAX 64

/**
 * Add to @part's spans one for each place of its first part that the others can be found from: of
 * each other part the nearest place that lets the rest be found, at the same distance the one
 * behind rather than before, and of those that begin there the longest.
 */
void lyh_links_find_nearest(const matching *work, rule_part *part);

/**
 * Add every span, nearest first: up to LINK_PLACES_MAX from all places of its first part that begin
 * at the same token, the shortest of them first.
 */
void lyh_links_find_each(const matching *work, rule_part *part);

#endif
