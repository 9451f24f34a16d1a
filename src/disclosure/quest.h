/**
 * A quest for worlds (see worlds.h): the programme of all that a reader knows of one class of lines, to be asked
 * whether a line of one code in one hidden group may have another count. Private to disclosure.
 */
#ifndef LYHORD_DISCLOSURE_QUEST_H
#define LYHORD_DISCLOSURE_QUEST_H

#include "cells.h"
#include "profiles.h"
#include "programme.h"

/* Persons of one cell are as one; a column is how many of a cell have a profile. */
typedef struct quest {
    code_family *family;
    const release_target *target;
    size_t index, now;
    unsigned char lines; /* of the class, but for any */
    cells cells;
    profiles profiles;
    size_t width; /* profiles that each cell may have */
    GArray *printed;
    GPtrArray *proofs; /* that there is no world, while so much is shown */
    programme *sums;   /* NULL: too large, nothing can be asked */
} quest;

/** For @target, of the code @index, in @lines; borrows both. Free with quest_free(). */
quest *quest_new(code_family *family, const release_target *target, size_t index,
                 unsigned char lines);
/** NULL is fine. */
void quest_free(quest *sought);

/** Is it proved, by what is shown now, that no world gives more of @line (@sign 1), or fewer (-1)? */
bool quest_has_proof(const quest *sought, lyh_line line, int sign);

/**
 * Can there be no more of @line (@sign 1), or no fewer (-1), than the @said true ones? What it costs is taken
 * from the family's means, and a proof is kept. After LYH_DERIVABLE_NO the programme holds the world.
 */
lyh_derivable quest_ask(quest *sought, lyh_line line, int sign, size_t said);

/** Where neither more nor fewer of @line can be: the family blames the numbers that this follows from. */
void quest_blame(const quest *sought, lyh_line line);

#endif
