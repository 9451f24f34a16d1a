/**
 * How far coders agree, sentence by sentence, in some of a study's transcripts: what `lyhord agree` reckons, a
 * step at a time, for a program that answers others between them.
 */
#ifndef LYHORD_STUDY_AGREED_H
#define LYHORD_STUDY_AGREED_H

#include <lyhord/coding/agreement.h>
#include <lyhord/store/journal.h>
#include <lyhord/study/study.h>

typedef struct lyh_study_agreed lyh_study_agreed;

/**
 * Of the @count @coders, whose sets @journal has, in the transcripts that @is_wanted says yes to, which is asked at
 * once. @study has a codebook. Nothing is read yet. Borrows @study, its codebook and @journal. Free with
 * lyh_study_agreed_free().
 */
lyh_study_agreed *lyh_study_agreed_begin(
    lyh_study *study, lyh_journal *journal, const char *const *coders, size_t count,
    bool (*is_wanted)(void *user, const char *document), void *user);
/** NULL is fine. */
void lyh_study_agreed_free(lyh_study_agreed *agreed);

/**
 * The next step: a coder's set is read, a transcript looked at, or a code reckoned. False: all is done, or this could not be
 * (@diags, @error), or nothing more can be, because lyh_study_agreed_is_current() is false.
 */
bool lyh_study_agreed_next(lyh_study_agreed *agreed, lyh_diags *diags, lyh_error *error);
/** Have all steps been made? */
bool lyh_study_agreed_is_all(const lyh_study_agreed *agreed);
/** Are the transcripts that have been looked at what they were? False: begin anew. It asks for the date of each file. */
bool lyh_study_agreed_is_current(const lyh_study_agreed *agreed);

/** How many transcripts of @all have been passed, wanted or not. */
size_t lyh_study_agreed_progress(const lyh_study_agreed *agreed, size_t *all);
/** Transcripts that were wanted, and looked at. */
size_t lyh_study_agreed_documents(const lyh_study_agreed *agreed);
/** Of @code of the codebook, when all steps have been made. */
lyh_agreed lyh_study_agreed_of(const lyh_study_agreed *agreed, size_t code);

#endif
