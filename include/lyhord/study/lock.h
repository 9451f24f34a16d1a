/** One at a time where files are read, changed and written again. */
#ifndef LYHORD_STUDY_LOCK_H
#define LYHORD_STUDY_LOCK_H

#include <stdbool.h>

#include <lyhord/base/error.h>

/**
 * The study's folder is locked while decisions.csv is read and written by an answer to a find or by a release, while
 * undo looks and takes back, while the codebook changes, codes are joined, somebody withdraws, a study is purged, while
 * new transcripts take the place of the old, and while the page says who speaks, who belongs to which group, or takes
 * in an interview; the key's folder while the key is. Who holds one asks for no other
 * lock of the same folder.
 *
 * Wait, five seconds at most, until nobody else of this program is writing in @folder. -1: @error is BUSY.
 * Where the file system has no locks, there is none, and it goes on without.
 */
int lyh_folder_lock(const char *folder, lyh_error *error);
/** -1 is fine. */
void lyh_folder_unlock(int lock);

#endif
