/**
 * The verbal scale: "de flesta", "knappt hälften"; always beside the number, never instead.
 *
 * docs/architecture.md §6: 1 en, 2 ett par, then by n/N: below 5/12 några (above four persons
 * "en mindre del"), from 5/12 knappt hälften, exactly 1/2 ungefär hälften, above it to 7/12 drygt
 * hälften, above 7/12 de flesta (to N−2), N−1 nästan alla, N samtliga.
 */
#ifndef LYHORD_STATS_WORDING_H
#define LYHORD_STATS_WORDING_H

#include <stddef.h>

#include <lyhord/base/catalog.h>

/** The words for @count of @base persons in the catalogue's language; NULL when @base is under 8 or @count is 0. Lent. */
const char *lyh_share_in_words(const lyh_catalog *catalog, size_t count, size_t base);

#endif
