/**
 * Which eight words in a row of a turn are remembered and looked for, to find what was said twice.
 */
#ifndef LYHORD_INGEST_GRAMS_H
#define LYHORD_INGEST_GRAMS_H

#include <stddef.h>
#include <stdint.h>

/* These bits of a hash are clear: whoever keeps it puts a position there. */
#define GRAM_HASH_FREE ((UINT64_C(1) << 22) - 1)

/* Eight words in a row. */
struct gram {
    size_t position; /* of the first, in the list of all words */
    uint64_t hash;
};

/**
 * Of every five eight-grams in a row the one with the least hash, the later of equal ones (Schleimer,
 * Wilkerson, Aiken 2003): both copies of a passage choose the same. Of the @count words of @words from
 * @first on, GRAM of them at least. @grams has room for count - GRAM + 1; returns how many were
 * chosen, in the order of their words.
 */
size_t grams_choose(const uint32_t *words, size_t first, size_t count, struct gram *grams);

#endif
