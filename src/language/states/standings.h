/**
 * Stretches of a clause, and how another than the service stands in one.
 *
 * A stretch is what one verb says: between marks, men, att, som and the like, and for "när jag ringde
 * dit fick jag svar" on either side of the second verb.
 */
#ifndef LYHORD_LANGUAGE_STANDINGS_H
#define LYHORD_LANGUAGE_STANDINGS_H

#include "objects.h"

/** Words of a clause, half-open. */
typedef struct lyh_stretch {
    size_t from, to;
} lyh_stretch;

/** What is looked at, and by whose names. */
typedef struct lyh_looking {
    const lyh_clause *clause;
    lyh_objects *objects;
} lyh_looking;

/** How another stands in a stretch; the clearer the higher. */
typedef enum lyh_standing {
    LYH_STANDS_NOT,
    LYH_STANDS_BESIDE,    /* named, but the statement need not be of it */
    LYH_STANDS_AS_SOURCE, /* from whom something came: of it alone */
    LYH_STANDS_AS_PLACE,  /* where it was */
    LYH_STANDS_AS_MET,    /* whom the speaker went to, rang, or speaks of now */
    LYH_STANDS_AS_SUBJECT
} lyh_standing;

/** LYH_OBJECT_… of the word at @word; 0 for a mark and outside the clause. */
uint32_t lyh_looking_parts(const lyh_looking *at, size_t word);

/** A finite verb, as lyh_clause_is_finite(), or vara in any form. */
bool lyh_looking_is_finite(const lyh_looking *at, size_t word);

/** The stretch that the words @word to @end are in, up to @limit. */
lyh_stretch lyh_looking_stretch(const lyh_looking *at, size_t word, size_t end,
                                size_t limit);

/** The first word of @within that is more than och, alltså, så, nej. */
size_t lyh_looking_past_openers(const lyh_looking *at, lyh_stretch within);

/** The clearest standing of another in @within, and its name as @cue (else untouched). */
lyh_standing lyh_looking_standing(const lyh_looking *at, lyh_stretch within, lyh_cue *cue);

/** Is the service named in @within, or its people, but for "handläggaren på Försäkringskassan"? */
bool lyh_looking_names_service(const lyh_looking *at, lyh_stretch within);

#endif
