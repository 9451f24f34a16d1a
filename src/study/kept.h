/** Transcripts that a study keeps from walk to walk. Private to study. */
#ifndef LYHORD_STUDY_KEPT_H
#define LYHORD_STUDY_KEPT_H

#include <sys/stat.h>

#include "study_private.h"

/** NULL is fine. */
void study_kept_free(struct study_kept *kept);

/**
 * Begin a walk: false when nothing is kept, or what was kept is no longer so; repeats are then to be
 * looked for from the first transcript on.
 */
bool study_kept_begin(lyh_study *study);

/**
 * Transcript @index of the walk at hand, with its repeats marked, and its words; read now when it was
 * not before. False when @study keeps nothing: the caller reads it. @document is NULL when it cannot be
 * read: @diags, @error. Lent until the next study_kept_begin().
 */
bool study_kept_get(lyh_study *study, size_t index, const lyh_document **document,
                    const lyh_tokens **tokens, lyh_diags *diags, lyh_error *error);

/** Is anything kept, and room for more? */
bool study_keeps(const lyh_study *study);
/** Are the files that are kept what they were? */
bool study_kept_is_as_read(const lyh_study *study);
/** How many times all that was kept has been forgotten. */
size_t study_kept_times_forgotten(const lyh_study *study);
/** How many transcripts, from the first on, are kept. */
size_t study_kept_count(const lyh_study *study);

#endif
