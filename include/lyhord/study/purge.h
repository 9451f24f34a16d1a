/**
 * Gallring: on its day the material of a study is destroyed, and what was made of it stays.
 *
 * Transcripts, codings, study.db and the lists of persons go (respondents.csv, transcripts.csv,
 * survey.csv); lyhord.ini, codebook.csv, guide.csv, decisions.csv and reports/ stay; so does what
 * else lies there, which a warning names. The files are taken out of the folder; what a disk, its
 * copies and its backups still hold is beyond us.
 */
#ifndef LYHORD_STUDY_PURGE_H
#define LYHORD_STUDY_PURGE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/study/study.h>

typedef struct lyh_purge lyh_purge;

/** Has the day that `[study] purge` says come, when it is @today ("2026-05-01")? False without a day. */
bool lyh_study_purge_is_due(const lyh_study *study, const char *today);

/**
 * Plan the destruction of the study in @folder @today; only its settings need to be readable.
 * Before its day, and where a folder of it is a link: LYH_ERROR_NOT_ALLOWED; without a day
 * LYH_ERROR_DATA; @diags says which. NULL then. Nothing is changed yet. Free with lyh_purge_free().
 */
lyh_purge *lyh_purge_plan(const char *folder, const char *today, lyh_diags *diags,
                          lyh_error *error);
/** NULL is fine. */
void lyh_purge_free(lyh_purge *purge);

/** Files that go, in the order of removal: paths within the study. Lent. */
size_t lyh_purge_count(const lyh_purge *purge);
const char *lyh_purge_file(const lyh_purge *purge, size_t index);

/**
 * Do it: first decisions.csv gets a row of the kind purge, then the files go, codings before
 * transcripts. False: @error, and @diags when files are left; the same command takes the rest.
 */
bool lyh_purge_make(const lyh_purge *purge, lyh_diags *diags, lyh_error *error);

#endif
