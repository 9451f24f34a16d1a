/**
 * Changes to the files of a study, planned whole before the first is made. Private to study.
 *
 * They are made in the order in which they were planned, each file whole or not at all. When one
 * cannot be written, those before it stand again as they stood. When one cannot be removed, nothing
 * is taken back: what is left then goes at the next try, and so it is planned that what the next
 * try needs to know comes last.
 */
#ifndef LYHORD_STUDY_CHANGES_H
#define LYHORD_STUDY_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include <lyhord/base/diags.h>

typedef struct study_changes study_changes;

study_changes *changes_new(void);
/** The same, planned from what stands in @folder and its folders at this moment: for changes_make_alone(). */
study_changes *changes_new_from(const char *folder);
/** NULL is fine. */
void changes_free(study_changes *changes);

/** @path is to hold @bytes, which are taken over (free()). */
void changes_write(study_changes *changes, const char *path, char *bytes, size_t size);
/**
 * @make is to be called for @path with @user: for what is no plain file. It is not taken back; when it fails,
 * what was written before it is.
 */
void changes_call(study_changes *changes, const char *path,
                  bool (*make)(void *user, lyh_diags *diags, lyh_error *error), void *user);
/** @path is to be gone; of a link, the link. */
void changes_remove(study_changes *changes, const char *path);

/** How many there are; and of each that writes a file its path and bytes, lent. NULL: it is another kind. */
size_t changes_count(const study_changes *changes);
const char *changes_written(const study_changes *changes, size_t index, const char **bytes,
                            size_t *size);

/** Make them. False: @error; when it was a removal that failed, @diags says that some are left. */
bool changes_make(const study_changes *changes, lyh_diags *diags, lyh_error *error);
/**
 * The same while the study's folder is locked (lock.h), and only while each file that is written holds what it held
 * when the plan was begun, or already what it is to hold: a row that somebody added in between is not lost. Else
 * @error is BUSY, and @diags names the files. @changes are of changes_new_from(), and so is the folder.
 */
bool changes_make_alone(const study_changes *changes, lyh_diags *diags, lyh_error *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(study_changes, changes_free)

#endif
