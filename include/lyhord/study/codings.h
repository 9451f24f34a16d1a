/**
 * Where a study's codings are: in study.db, once it has one, and else in codings/NAME.csv.
 *
 * A set has the path of its file in both cases. Where there is a study.db, the journal is the truth
 * and the file only what was exported last; a set is then read out of the journal, and a file that
 * no coder of the journal is called after is no set until it is imported.
 */
#ifndef LYHORD_STUDY_CODINGS_H
#define LYHORD_STUDY_CODINGS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/diags.h>
#include <lyhord/base/error.h>
#include <lyhord/store/journal.h>

/**
 * The paths of all sets of the study in @folder, sorted: an array that ends with NULL, to be freed
 * with lyh_study_codings_list_free(). NULL: study.db cannot be read (@diags, @error).
 */
char **lyh_study_codings_list(const char *folder, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void lyh_study_codings_list_free(char **paths);

/**
 * The set @path, FOLDER/codings/NAME.csv of the study in FOLDER; @kind says whether messages may show
 * its lines. NULL: @diags, @error. Free with lyh_csv_free().
 */
lyh_csv *lyh_study_codings_open(const char *path, lyh_source_kind kind, lyh_diags *diags,
                                lyh_error *error);

/** The same of the set @coder of a journal that is open: nothing is opened, and nothing checked, once more. */
lyh_csv *lyh_study_codings_of(lyh_journal *journal, const char *coder, lyh_source_kind kind,
                              lyh_diags *diags, lyh_error *error);

/**
 * Write every set of the journal of the study in @folder to codings/, as files that a spreadsheet
 * opens, each whole or not at all. A file that is not as it was written last, or taken in
 * (lyhord/study/take_in.h), is somebody's: it is named in a warning and left. What was written is
 * remembered in codings/.written. True, and nothing, without a study.db.
 */
bool lyh_study_codings_export(const char *folder, lyh_diags *diags, lyh_error *error);

#endif
