/** The tables of study.db, and whether a file is one. Private to store. */
#ifndef LYHORD_STORE_SCHEMA_H
#define LYHORD_STORE_SCHEMA_H

#include <lyhord/base/diags.h>

#include "database.h"

/** What the journal refuses: two triggers, taken off only while somebody's words are forgotten. */
#define SCHEMA_GUARDS                                                                      \
    "CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal "                      \
    "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;"                      \
    "CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal "                    \
    "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;"

#define SCHEMA_NO_GUARDS                                                                   \
    "DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_shortened;"

/** Make the tables in an empty database. */
bool schema_make(database *db, lyh_error *error);

/** Write @db, of memory, as @path, whole or not at all, 0600; @was_there: something is, and stays. */
bool schema_write_file(database *db, const char *path, bool *was_there, lyh_error *error);

/** Make an empty store as @path, whole or not at all, 0600; nothing happens when something is there. */
bool schema_make_file(const char *path, lyh_error *error);

/**
 * Look at the first bytes of @path before anything opens it: is it a store? False with a diagnostic:
 * empty, foreign, newer.
 */
bool schema_look_at(const char *path, lyh_diags *diags, lyh_error *error);

/** The version of @db as it stands, what only its log tells included. */
bool schema_version(database *db, int *version, lyh_diags *diags, lyh_error *error);

/** Are its pages sound and its tables ours? False with a diagnostic. */
bool schema_check(database *db, lyh_diags *diags, lyh_error *error);

/** Are its pages sound? False with a diagnostic. */
bool schema_is_sound(database *db, lyh_diags *diags, lyh_error *error);

/** Say that @path is damaged. Always false. */
bool schema_say_damaged(const char *path, lyh_diags *diags, lyh_error *error);

#endif
