/**
 * A walk over a study's transcripts in steps, between which other walks may go on. Private to study.
 *
 * What is a repeat depends on all transcripts that stand before it. Where the study keeps what it has
 * read (kept.h), they are its own and marked already; else this walk reads them, and holds them against
 * those that it has read itself, not against what another walk has come to.
 */
#ifndef LYHORD_STUDY_STEPS_H
#define LYHORD_STUDY_STEPS_H

#include <lyhord/study/study.h>

typedef struct study_steps study_steps;

/** Before the first transcript. Borrows @study; study_steps_free(). */
study_steps *study_steps_new(lyh_study *study);
/** NULL is fine. */
void study_steps_free(study_steps *steps);

/**
 * The next transcript, with its repeats marked, and its words; lent until the next call. False: there is
 * none left; it cannot be read (@diags, @error); or study_steps_are_current() is false.
 */
bool study_steps_next(study_steps *steps, const lyh_document **document,
                      const lyh_tokens **tokens, lyh_diags *diags, lyh_error *error);
/** How many transcripts have been stepped to. */
size_t study_steps_done(const study_steps *steps);
/** Are those what they were? */
bool study_steps_are_current(const study_steps *steps);

#endif
