/**
 * The parts words play in whom a statement is about; and the decision.
 */
#ifndef LYHORD_LANGUAGE_OBJECTS_PRIVATE_H
#define LYHORD_LANGUAGE_OBJECTS_PRIVATE_H

#include <lyhord/language/objects.h>

#include "clauses.h"

/** The parts of data/objects.txt, with its reasons. */
enum {
    LYH_OBJECT_OTHER = 1 << 0,  /* a name of one word; several: lyh_objects_name_at() */
    LYH_OBJECT_BEGINS = 1 << 1, /* the first word of a name of several */
    LYH_OBJECT_SERVICE = 1 << 2,
    LYH_OBJECT_THIRD = 1 << 3,
    LYH_OBJECT_THERE = 1 << 4,
    LYH_OBJECT_ONESELF = 1 << 5,
    LYH_OBJECT_ACTOR = 1 << 6,
    LYH_OBJECT_PLACE = 1 << 7,
    LYH_OBJECT_FROM = 1 << 8,
    LYH_OBJECT_WITH = 1 << 9,
    LYH_OBJECT_NEAR = 1 << 10,
    LYH_OBJECT_COMPARES = 1 << 11,
    LYH_OBJECT_BOUND = 1 << 12,
    LYH_OBJECT_PAPER = 1 << 13,
    LYH_OBJECT_CONTACT = 1 << 14,
    LYH_OBJECT_MEETING = 1 << 15,
    LYH_OBJECT_FEELS = 1 << 16,
    LYH_OBJECT_COPULA = 1 << 17,
    LYH_OBJECT_TRIES = 1 << 18,
    LYH_OBJECT_RESPECTS = 1 << 19,
    LYH_OBJECT_TRAIT = 1 << 20,
    LYH_OBJECT_BESIDE = 1 << 21,
    LYH_OBJECT_TAKES = 1 << 22,
    LYH_OBJECT_THEM = 1 << 23,
    LYH_OBJECT_TO = 1 << 24,
    /* whoever may be the subject, and whatever may stand before a name that is none */
    LYH_OBJECT_SUBJECT = LYH_OBJECT_ONESELF | LYH_OBJECT_THIRD,
    LYH_OBJECT_PREPOSITION = LYH_OBJECT_PLACE | LYH_OBJECT_WITH | LYH_OBJECT_BESIDE
};

/** LYH_OBJECT_… of @type. */
uint32_t lyh_objects_parts(lyh_objects *objects, uint32_t type);

/** How many words of @clause from @at on are another's name; 0 when none is. */
size_t lyh_objects_name_at(lyh_objects *objects, const lyh_clause *clause, size_t at);

/**
 * Is the mention, which praises or blames, about somebody else than the service? The speaker is somebody
 * else, but where @is_staff. @cue: the words that tell.
 */
bool lyh_clause_is_about_other(const lyh_clause *clause, lyh_objects *objects,
                               bool is_staff, lyh_cue *cue);

#endif
