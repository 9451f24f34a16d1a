/**
 * The one exception to a journal that is only added to: somebody's words are taken out of it.
 *
 * What goes is what the caller's judge says, and all that hangs on it: other events of the same
 * coding or memo, events about them, undos and joint decisions of them. Then what holds is made anew,
 * and an event of the kind FORGOTTEN tells that something went and when, and nothing else; no undo reaches
 * behind it. The file is written anew (VACUUM with secure_delete, no log kept), and every backup
 * beside it, `study.db.bak-…`, is treated alike.
 */
#ifndef LYHORD_STORE_FORGET_H
#define LYHORD_STORE_FORGET_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/error.h>
#include <lyhord/store/event.h>

typedef enum lyh_forget_verdict {
    LYH_FORGET_KEEP,
    LYH_FORGET_CONTEXT, /* it stays, but the words around its place go */
    LYH_FORGET_EVENT    /* it goes */
} lyh_forget_verdict;

typedef struct lyh_forget {
    lyh_forget_verdict (*judge)(void *user, const lyh_event *event);
    void *user;
} lyh_forget;

/** How many events of the store @path there are, and how many go. Nothing is changed. */
bool lyh_forget_count(const char *path, const lyh_forget *forget, size_t *events,
                      size_t *going, lyh_diags *diags, lyh_error *error);

/**
 * Do it, at the time @at (as an event's), to @path and to its backups, each whole or not at all: the
 * backups first. LYH_ERROR_BUSY when another program has one of them open; what is done then stays
 * done, and the same call takes the rest. A backup that is damaged is named (@diags): it must be
 * taken away by hand, and nothing is changed before.
 */
bool lyh_forget_make(const char *path, const lyh_forget *forget, const char *at,
                     lyh_diags *diags, lyh_error *error);

/**
 * The paths of @path's backups, oldest first: an array that ends with NULL, for
 * lyh_forget_backups_free(). NULL: the folder cannot be read (@error).
 */
char **lyh_forget_backups(const char *path, lyh_error *error);
/** NULL is fine. */
void lyh_forget_backups_free(char **paths);

#endif
