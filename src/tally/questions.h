/** What the tables of questions share. */
#ifndef LYHORD_TALLY_QUESTIONS_PRIVATE_H
#define LYHORD_TALLY_QUESTIONS_PRIVATE_H

#include <lyhord/tally/questions.h>

#include "tables.h"

/** Persons of the base who got question @question of @guide. */
size_t questions_got_by(const lyh_tally *tally, const lyh_tally_guide *guide,
                        size_t question);

/**
 * Which counts of persons by code, @counts of the @got who were asked, would tell of the few of the base
 * who were not: by code, g_free(). All false when nobody, or a group that may be shown, was not asked.
 */
bool *questions_hide(const lyh_tally *tally, size_t threshold, size_t got,
                     const size_t *counts);

/** How many answers it is known of what they answer. */
void questions_note_tied(const lyh_tally_guide *guide, const lyh_catalog *catalog,
                         lyh_table *table);
/** What `..` means where few did not get a question. */
void questions_note_hidden(const lyh_tally_view *view, lyh_table *table);

#endif
