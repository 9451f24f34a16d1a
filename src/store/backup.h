/** Copies of study.db beside it, and older ones brought up to date. Private to store. */
#ifndef LYHORD_STORE_BACKUP_H
#define LYHORD_STORE_BACKUP_H

#include <lyhord/base/diags.h>

#include "database.h"

/** How many are kept. */
#define BACKUPS_KEPT 3

/** Paths of the backups of @path (char *), oldest first. NULL: the folder cannot be read (@error). */
GPtrArray *backup_paths(const char *path, lyh_error *error);

/**
 * Bring @db, of @version, up to date; first a backup is made, opened again and checked. False: @diags,
 * @error, and the file is as it was.
 */
bool backup_and_migrate(database *db, int version, lyh_diags *diags, lyh_error *error);

/** The same without a backup: of a backup. */
bool migrate(database *db, int version, lyh_error *error);

#endif
