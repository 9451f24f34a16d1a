/** Inside the items: what is asked, and what is known of the types that were met. */
#ifndef LYHORD_CODING_ITEMS_PRIVATE_H
#define LYHORD_CODING_ITEMS_PRIVATE_H

#include <glib.h>

#include "items.h"

/** Globs are looked for by their first letters, where they have so many bytes of them. */
#define GLOB_KEY ((size_t)3)
#define GLOB_BITS 15
#define GLOB_BUCKET_BITS 10

/** The GLOB_KEY bytes at @word, mixed. */
static inline uint32_t glob_key(const char *word)
{
    const unsigned char *byte = (const unsigned char *)word;
    uint32_t key = byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16;
    return key * UINT32_C(0x9E3779B1);
}

/** The bit that is set when there is a glob that begins so, and its bucket. */
static inline uint32_t glob_bit(const char *word)
{
    return glob_key(word) >> (32 - GLOB_BITS);
}

static inline uint32_t glob_bucket(const char *word)
{
    return glob_key(word) >> (32 - GLOB_BUCKET_BITS);
}

/** A glob's pattern, and how many of its bytes come before the first that is not literal. */
typedef struct glob_item {
    char *pattern;
    size_t size, prefix;
    uint32_t item;
} glob_item;

/** What is known of an item. */
typedef struct asked_item {
    GArray *starts;  /* uint32_t: what begins with it; NULL: nothing */
    GArray *phrases; /* lyh_item_phrase: the same */
    bool is_glob, is_second;
} asked_item;

/** An item met by the type being decided. */
typedef struct met_item {
    uint32_t item;
    uint32_t is_denied; /* of the item's size, that no byte between them be undefined */
} met_item;

struct lyh_items {
    lyh_vocabulary *vocabulary;
    lyh_lexicon *lexicon;
    lyh_compounds *compounds; /* NULL until a compound is asked about */
    GArray *asked;            /* asked_item, by item */
    GHashTable *exact;        /* type -> item + 1 */
    uint32_t exact_end;       /* no type from here on is in @exact */
    GHashTable *words;        /* type of a word -> item + 1 */
    GHashTable *by_lemma;     /* type of a lemma -> GArray of item */
    GArray *by_probe;         /* item, by probe of the compounds */
    GHashTable *by_glob;      /* pattern -> item + 1 */
    uint64_t glob_bits[(1 << GLOB_BITS) / 64];
    GArray *globs[1 << GLOB_BUCKET_BITS]; /* glob_item by glob_bucket(); NULL: none */
    GArray *short_globs;                  /* glob_item: too few first letters for that */
    GPtrArray *sets;                      /* lyh_item_set; [0] is empty */
    GHashTable *set_ids;                  /* GBytes of met_item -> set id */
    GArray *set_by_type;                  /* uint32_t, UNDECIDED until asked */
    GArray *begins, *alone, *second;      /* uint64_t: the bits of lyh_item_places */
    GArray *found;                        /* scratch: met_item of the type being decided */
};

#endif
