/** Inside the items: what is asked, and what is known of the types that were met. */
#ifndef LYHORD_CODING_ITEMS_PRIVATE_H
#define LYHORD_CODING_ITEMS_PRIVATE_H

#include <glib.h>

#include "items.h"

/** A glob's pattern, and where it is looked for. */
typedef struct glob_item {
    char *pattern;
    size_t size, prefix;
    uint32_t item;
} glob_item;

/** An item met by the type being decided. */
typedef struct met_item {
    uint32_t item;
    uint32_t is_denied; /* of the item's size, that no byte between them be undefined */
} met_item;

struct lyh_items {
    lyh_vocabulary *vocabulary;
    lyh_lexicon *lexicon;
    lyh_compounds *compounds; /* NULL until a compound is asked about */
    uint32_t count;
    GHashTable *exact;    /* type -> item + 1 */
    GHashTable *words;    /* type of a word -> item + 1 */
    GHashTable *by_lemma; /* type of a lemma -> GArray of item */
    GArray *by_probe;     /* item, by probe of the compounds */
    GHashTable *by_glob;  /* pattern -> item + 1 */
    GArray *globs[257];   /* glob_item by first byte; [256]: no literal first byte */
    GArray *is_glob;      /* bool by item */
    GPtrArray *starts;    /* GArray of sequence, by item */
    GArray *sets;         /* lyh_item_set; [0] is empty */
    GHashTable *set_ids;  /* GBytes of met_item -> set id */
    GArray *set_by_type;  /* uint32_t, UNDECIDED until asked */
    GArray
        *beginnings;  /* uint64_t, a bit a type: it begins a sequence, or is not decided */
    GArray *meetings; /* the same: it meets an item, or is not decided */
    GArray *found;    /* scratch: met_item of the type being decided */
};

#endif
