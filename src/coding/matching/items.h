/**
 * What one token can be asked: is it this spelling, a form of this word, a compound with it, or of
 * this shape?
 *
 * Each distinct question of a codebook is an item, with a dense id from 0. All of them are answered
 * once per type of the vocabulary: the answer is a set of items, interned, so that a token costs one
 * look at a byte. Set 0 is the empty one, which nearly every token has.
 */
#ifndef LYHORD_CODING_ITEMS_H
#define LYHORD_CODING_ITEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/compounds.h>

typedef struct lyh_items lyh_items;

/** How a type meets an item. */
typedef enum lyh_meeting {
    LYH_MEETS_NOT,
    LYH_MEETS,
    LYH_MEETS_DENIED /* a compound that says its part is missing: +trygghet, otrygghet */
} lyh_meeting;

/** The items met by a type, ascending, and the sequences that begin with one of them. */
typedef struct lyh_item_set {
    const uint32_t *items, *starts;
    const bool *are_denied; /* by index of @items */
    size_t item_count, start_count;
    bool denies; /* any of @are_denied */
} lyh_item_set;

/** Borrows both. @lexicon is asked only when there is a word or a compound among the items. */
lyh_items *lyh_items_new(lyh_vocabulary *vocabulary, lyh_lexicon *lexicon);
/** NULL is fine. */
void lyh_items_free(lyh_items *items);

/**
 * The item "spelled just as @type", "any form of @type", "@type or a compound with it as its
 * @part", "matches @pattern" (any case).
 */
uint32_t lyh_items_exact(lyh_items *items, uint32_t type);
uint32_t lyh_items_word(lyh_items *items, uint32_t type);
uint32_t lyh_items_compound(lyh_items *items, uint32_t type, lyh_compound_part part);
uint32_t lyh_items_glob(lyh_items *items, const char *pattern, size_t size);

bool lyh_items_is_glob(const lyh_items *items, uint32_t item);

/** Sequence @sequence begins with @item. All items and starts come before the first question. */
void lyh_items_start(lyh_items *items, uint32_t item, uint32_t sequence);

/**
 * Make room for every type there is by now, and lend the beginnings: a bit a type, whether a sequence
 * begins with it or nobody has asked about it yet, and lyh_items_set_of() is to tell. Most types
 * begin none: a token costs one look at a bit, and those of all types are as small as the
 * processor's nearest memory. Lent until types beyond them are asked about; what is decided of the
 * others shows in it.
 */
const uint64_t *lyh_items_beginnings(lyh_items *items);

/** The same of types that meet any item at all: those that a phrase can go on with. After lyh_items_beginnings(). */
const uint64_t *lyh_items_meetings(const lyh_items *items);

/** Is the bit of @type set in @beginnings, or in the meetings? */
static inline bool lyh_items_may_begin(const uint64_t *beginnings, uint32_t type)
{
    return beginnings[type / 64] >> (type % 64) & 1;
}

/** Id of the set of items that @type meets; 0 when none. */
uint32_t lyh_items_set_of(lyh_items *items, uint32_t type);
/** Lent until the next lyh_items_set_of(). */
lyh_item_set lyh_items_set(const lyh_items *items, uint32_t set);
lyh_meeting lyh_items_set_meets(const lyh_items *items, uint32_t set, uint32_t item);

#endif
