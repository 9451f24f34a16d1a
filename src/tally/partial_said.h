/**
 * Who is who, and who said what, of millions: a few bytes each.
 */
#ifndef LYHORD_TALLY_PARTIAL_SAID_H
#define LYHORD_TALLY_PARTIAL_SAID_H

#include <glib.h>

#include <lyhord/tally/tally.h>

/** Ids of persons, each with its cell and whether it has spoken. */
typedef struct partial_ids partial_ids;

partial_ids *partial_ids_new(void);
/** NULL is fine. */
void partial_ids_free(partial_ids *ids);

/** @id will be asked about soon: what is known of it is fetched meanwhile. Only makes it quicker. */
void partial_ids_expect(partial_ids *ids, const char *id, size_t size);
/** Number of the person @id (@size bytes; NULL: a new one always); @cell is theirs when they are new. */
size_t partial_ids_take(partial_ids *ids, const char *id, size_t size, size_t cell);
size_t partial_ids_cell(const partial_ids *ids, size_t person);
/** @person has spoken. False: that was known. */
bool partial_ids_speak(partial_ids *ids, size_t person);
bool partial_ids_has_spoken(const partial_ids *ids, size_t person);

/** Which measures of which codes each person has said: a set. */
typedef struct partial_said partial_said;

partial_said *partial_said_new(void);
/** NULL is fine. */
void partial_said_free(partial_said *said);
/** @person said the measures in @measures (bit 1 << measure) of @code. */
void partial_said_add(partial_said *said, size_t person, size_t code, unsigned measures);

/** Nothing more is added: from here on what is in the set may be asked. */
void partial_said_end(partial_said *said);

/** One of the set. */
typedef struct partial_saying {
    size_t person, code;
    unsigned measures;
} partial_saying;

/** The saying in the first place from @at on that holds one, and @at behind it. False: no more. */
bool partial_said_next(const partial_said *said, size_t *at, partial_saying *saying);

#endif
