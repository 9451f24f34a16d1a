/**
 * What was answered to a closed question, as an outsider could sort those who answered. Private to disclosure.
 *
 * A *kind* of person is the set of rows that count them: of a question with one answer each a kind for every
 * alternative, of others for every set of alternatives. A *profile* is the persons whom no group that is shown or
 * hidden, by any background of the release, tells apart. Persons of a profile and a kind are the same to everybody,
 * so that numbers of them are all that is reckoned with, however many answered.
 */
#ifndef LYHORD_DISCLOSURE_ANSWERED_H
#define LYHORD_DISCLOSURE_ANSWERED_H

#include <lyhord/disclosure/question.h>

#include "cells.h"
#include "programme.h"
#include "release_private.h"

typedef struct answered {
    lyh_release *release;
    const lyh_release_question *question;
    size_t rows, now;
    GPtrArray *kinds;   /* bool *, by row */
    GPtrArray *chosen;  /* bool *, by alternative: choices that make one of the kind */
    GHashTable *places; /* of kinds: GBytes -> number, from 1 */
    cells profiles;
    size_t *first_group; /* by layer: of all parts of all layers, the number of its first */
    size_t *persons;     /* profile × kinds */
    size_t *counts;      /* profile × rows */
    size_t *totals;      /* by row */
    GPtrArray *changes, *found; /* answered_exchange.c */
    programme *sums;            /* answered_derivable.c; NULL: not yet needed */
    GArray *told;               /* there: what the tables tell, row by row */
    double cost;                /* of what @sums was asked */
    GArray *kept; /* secret: safe with what is hidden at @now, and to stay so */
} answered;

/** What is to be made safe: how many of the hidden group @target are counted by @row. */
typedef struct secret {
    answered *asked;
    const release_target *target;
    size_t row;
} secret;

/** Nothing is lent beyond the life of @release and @question. Clear with answered_clear(). */
void answered_init(answered *asked, lyh_release *release,
                   const lyh_release_question *question);
void answered_clear(answered *asked);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(answered, answered_clear)

/** Go on to the layers of @now. */
void answered_begin(answered *asked, size_t now);

const bool *answered_kind(const answered *asked, size_t kind);
size_t answered_persons(const answered *asked, size_t profile, size_t kind);
/** The rows that count who chose so, @rows being their number long; g_free(). */
bool *answered_rows_of(const answered *asked, const bool *chosen);

release_layer *answered_layer(const answered *asked, guint index);
/** How many parts all layers have together. */
size_t answered_groups(const answered *asked);
/** Does a table that is out tell @row of @part of @layer? */
bool answered_shows(const answered *asked, const release_layer *layer, size_t part,
                    size_t row);
/** The group of a profile by @layer; NO_PART. */
size_t answered_part(const answered *asked, const release_layer *layer, size_t profile);
size_t answered_count(const answered *asked, const release_layer *layer, size_t part,
                      size_t row);
bool answered_is_in(const answered *asked, const release_target *target, size_t profile);
/** The truth. */
size_t answered_secret(const secret *kept);

/**
 * Could some have given each other's answer, so that all that is shown is as it is, and the secret is not? @all:
 * chains of any number of persons are looked for, not only two.
 */
bool answered_has_exchange(const secret *kept, bool all);
void answered_free_exchanges(answered *asked);

/** Is it so that the secret can be but one number? Any way of answering is thought of. */
lyh_derivable answered_derivable(const secret *kept);
void answered_free_programme(answered *asked);

#endif
