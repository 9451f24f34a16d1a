/** What the counting and the measuring of an evaluation share. Private to coding. */
#ifndef LYHORD_CODING_EVALUATION_PRIVATE_H
#define LYHORD_CODING_EVALUATION_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/evaluation.h>

/** What a cluster says of a code; only where it says something. */
typedef struct evaluation_entry {
    size_t cluster, code;
    size_t tp, fp, fn, right; /* @right: of tp, those whose polarity is */
} evaluation_entry;

/** A code on the unit at hand, by a person or suggested. */
typedef struct evaluation_item {
    size_t unit; /* of the document */
    lyh_label label;
    const lyh_coding *coding; /* NULL: a label of the whole record */
    bool is_suggested;
} evaluation_item;

struct lyh_evaluation {
    const lyh_codebook *codebook;
    bool *is_used;
    GPtrArray
        *lineages; /* GArray of size_t: the measured codes a code counts for; or NULL */

    GHashTable *clusters; /* number given -> index + 1 */
    GArray *entries;      /* evaluation_entry */

    GArray *items;   /* evaluation_item, of what is being added */
    GArray *touched; /* size_t: measured codes of the unit at hand */
    /* of the unit at hand, by code: what people and suggestions say */
    lyh_polarities *people, *suggested;

    lyh_measured *measured; /* of every code; NULL until it is computed */
    lyh_measured micro, macro;
};

#endif
