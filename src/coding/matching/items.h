/**
 * What one token can be asked: is it this spelling, a form of this word, a compound with it, or of
 * this shape?
 *
 * Each distinct question of a codebook is an item, with a dense id from 0. All of them are answered
 * once per type of the vocabulary: the answer is a set of items, interned. Nearly
 * every type has the empty one: what a token costs is one look at the bit of its type that says so.
 */
#ifndef LYHORD_CODING_ITEMS_H
#define LYHORD_CODING_ITEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/compounds.h>
#include <lyhord/language/tokens.h>

typedef struct lyh_items lyh_items;

/** How a type meets an item. */
typedef enum lyh_meeting {
    LYH_MEETS_NOT,
    LYH_MEETS,
    LYH_MEETS_DENIED /* a compound that says its part is missing: +trygghet, otrygghet */
} lyh_meeting;

/** A phrase, and the item that its second word must have. */
typedef struct lyh_item_phrase {
    uint32_t phrase, second;
} lyh_item_phrase;

/** The items met by a type, ascending, and what begins with one of them. */
typedef struct lyh_item_set {
    uint64_t signs; /* lyh_item_sign() of all items */
    const uint32_t *items, *starts;
    const lyh_item_phrase *phrases;
    const bool *are_denied; /* by index of @items */
    size_t item_count, start_count, phrase_count;
    bool denies;     /* any of @are_denied */
    bool has_second; /* any is the second of a phrase */
} lyh_item_set;

/** A bit of 64: sets without it do not have @item. */
static inline uint64_t lyh_item_sign(uint32_t item)
{
    return UINT64_C(1) << (item % 64);
}

/** Where types may stand, a bit a type; set while nobody has asked about the type. */
typedef struct lyh_item_places {
    const uint64_t *begins; /* something begins with it, by itself or with what follows */
    const uint64_t *alone;  /* something that asks for no second word does */
    const uint64_t
        *second; /* it may follow the first word of a phrase, or is a filler between */
    const uint32_t *sets; /* by type: a number for lyh_items_set() */
} lyh_item_places;

/** The bit of @type in one of them. */
static inline uint64_t lyh_item_bit(const uint64_t *bits, uint32_t type)
{
    return bits[type / 64] >> (type % 64) & 1;
}

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

/** @start begins with @item, and asks for no second word. All items and starts come before the first question. */
void lyh_items_start(lyh_items *items, uint32_t item, uint32_t start);
/** @phrase begins with @item, and what comes next in it is @second. */
void lyh_items_open(lyh_items *items, uint32_t item, uint32_t second, uint32_t phrase);

/**
 * Make room for every type there is by now, and lend where they may stand. Most begin nothing: a token
 * costs one look at a bit, and those of all types are as small as the processor's nearest memory. (A
 * byte a type is not: other work between two documents drives it out, and each look takes five
 * times as long.) Lent until types beyond them are asked about; what is decided of the others shows in it.
 */
lyh_item_places lyh_items_places(lyh_items *items);

/** What the type of @token meets, where its number in the places was @set. Lent for as long as @items are there. */
const lyh_item_set *lyh_items_set(lyh_items *items, const lyh_token *token, uint32_t set);
/** The same, whatever the number. */
const lyh_item_set *lyh_items_met(lyh_items *items, const lyh_token *token);
lyh_meeting lyh_item_set_meets(const lyh_item_set *set, uint32_t item);

#endif
