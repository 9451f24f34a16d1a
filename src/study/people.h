/** What in a study's files points at a person: the privacy part of check. Private to study. */
#ifndef LYHORD_STUDY_PEOPLE_H
#define LYHORD_STUDY_PEOPLE_H

#include <glib.h>

#include <lyhord/study/scan.h>

typedef struct people_check people_check;

/** NULL when the scan cannot be made: see @diags and @error. Free with people_check_free(). */
people_check *people_check_new(lyh_study *study, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void people_check_free(people_check *checking);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(people_check, people_check_free)

/** The text of a transcript. */
void people_check_document(people_check *checking, const lyh_document *document);

/** All that is not transcripts' text: names and properties of files, tables, lyhord.ini. */
void people_check_files(people_check *checking);

/** What transcripts hold that is worth a look: how much, last of all, and each place when that was asked for. */
void people_check_doubts(const people_check *checking);

/** What the lists behind the scan lack: said once, when something was looked at. */
void people_check_limits(const people_check *checking);

/**
 * Attributes that together single out a person: a note names the attributes, never whom. @diags
 * gets at most a handful.
 */
void study_note_rare_combinations(const lyh_study *study, lyh_diags *diags);

#endif
