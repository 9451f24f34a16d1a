/** The sets of codings of a study. Private to study. */
#ifndef LYHORD_STUDY_CODINGS_PRIVATE_H
#define LYHORD_STUDY_CODINGS_PRIVATE_H

#include <glib.h>

#include <lyhord/base/csv_write.h>
#include <lyhord/store/journal.h>
#include <lyhord/study/codings.h>

#include "../store/autoptr.h"

/** The path of the study.db in @folder (NULL: none), g_free(), or NULL when there is none. */
char *codings_store(const char *folder);

/** lyh_study_codings_list(), as an array of char * to unref. */
GPtrArray *codings_paths(const char *folder, lyh_diags *diags, lyh_error *error);

/** Warn of documents that the set of what was decided together leaves out, when @path is that of study.db. */
void codings_tell_undecided(const char *path, lyh_diags *diags);

/** The set @coder of @journal as a file of codings: free(). NULL: @error. */
char *codings_bytes(lyh_journal *journal, const char *coder, lyh_csv_style style,
                    size_t *size, lyh_error *error);
/** The paths that the sets of @journal, of the study in @folder, would have, sorted. NULL: @error. */
GPtrArray *codings_of_journal(const char *folder, lyh_journal *journal, lyh_error *error);

/** The files in codings/ of @folder, sorted, sets or not; never NULL. */
GPtrArray *codings_files(const char *folder);

#endif
