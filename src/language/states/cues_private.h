/**
 * How the lists of cues are kept once they are read. Private to cues.c and cues_read.c.
 */
#ifndef LYHORD_LANGUAGE_CUES_PRIVATE_H
#define LYHORD_LANGUAGE_CUES_PRIVATE_H

#include <glib.h>

#include "cues.h"

/* Elements in a cue, and words that may stand in the gap of one. */
enum { LONGEST_CUE = 10, WIDEST_GAP = 3 };

typedef struct element {
    uint32_t first, count; /* its words, among the types of all elements */
    uint32_t roles; /* or any word that plays one of these; no words and no roles: a gap */
    bool is_optional;
} element;

typedef struct pattern {
    lyh_cue_kind kind;
    uint32_t first, count; /* elements */
    uint32_t least;        /* words it takes at least */
    uint32_t cue, cue_end; /* those that decide, counted from the first */
    uint64_t second;       /* signatures of the types that may be its second word */
    uint32_t second_roles; /* or they play one of these */
} pattern;

/*
 * Patterns that begin with the same type hang together: in a row once all are read, so that those
 * that cannot be meant, which nearly all are, are passed without looking elsewhere.
 */
typedef struct hanger {
    uint64_t second; /* of the pattern, as is what follows */
    uint32_t second_roles, least;
    uint32_t pattern;
    uint32_t next; /* the next of them, while they are read; in a row: 0 at its end */
} hanger;

enum { LAYERS = LYH_LAYER_TIME + 1 };

/** The cues of a layer that a type begins: 0: none; and what any of them may have second. */
typedef struct type_link {
    uint32_t first, second_roles;
    uint64_t second;
} type_link;

typedef struct type_links {
    type_link of[LAYERS];
} type_links;

struct lyh_cues {
    const lyh_vocabulary *vocabulary;
    GArray *
        roles; /* uint32_t, by type, of the words in lists; once all are read one more, which is none */
    GArray *forms; /* uint8_t, by type, of every one there was when it was asked last */
    GArray *begun; /* type_links, by type, of the words in lists */
    GArray *types; /* uint32_t, of elements */
    GArray *elements;
    GArray *patterns;
    GArray *links; /* the first is not used */
};

/** What the type @type plays, and begins; made when it is not there. Lent until the next call. */
uint32_t *cues_role(lyh_cues *cues, uint32_t type);
type_links *cues_links(lyh_cues *cues, uint32_t type);

/** A bit for @type, one of 64: where it is not set, the type is not meant. */
static inline uint64_t cues_signature(uint32_t type)
{
    return UINT64_C(1) << (type & 63);
}

/** Read data/clauses.txt, finites.txt and stances.txt into @cues, which are empty. */
void cues_read(lyh_cues *cues, lyh_vocabulary *vocabulary);

#endif
