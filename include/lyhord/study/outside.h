/**
 * Where things lie that must not lie in a study: the key to its placeholders, the texts as they were.
 */
#ifndef LYHORD_STUDY_OUTSIDE_H
#define LYHORD_STUDY_OUTSIDE_H

#include <stdbool.h>

#include <lyhord/study/study.h>

/** Behind the path of a study's folder: the key that the page writes, and what it puts away with the old texts. */
#define LYH_KEY_ENDING "-nyckel.csv"
#define LYH_ORIGINALS_ENDING "-original"

/** Where @path really lies, links followed as far as it exists. free(). */
char *lyh_real_path(const char *path);

/** Would a file @path lie in no study at all, links followed? */
bool lyh_lies_outside_studies(const char *path);
/** The same of a key, and an error says so: beside what it opens it is no protection. */
bool lyh_key_lies_outside(const char *path, lyh_diags *diags, lyh_error *error);

/** Does @folder, links followed, hold a transcript of @study? */
bool lyh_holds_transcripts(const char *folder, const lyh_study *study);

#endif
