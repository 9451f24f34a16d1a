/** An open SQLite file, its settings, its prepared statements, and what its trouble means. Private to store. */
#ifndef LYHORD_STORE_DATABASE_H
#define LYHORD_STORE_DATABASE_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>
#include <sqlite3.h>

#include <lyhord/base/error.h>
#include <lyhord/store/event.h>

typedef struct database {
    sqlite3 *handle;
    char *path;
    GHashTable *statements; /* their text -> sqlite3_stmt */
    bool can_write;
} database;

/** How long another writer is waited for is LYH_JOURNAL_PATIENCE. NULL: @error. */
database *database_open(const char *path, bool can_write, lyh_error *error);
/** Of nothing but memory. */
database *database_in_memory(void);
/** Is a disk of @type (f_type, statfs(2)) one that this machine alone writes to? */
bool database_is_local(uint32_t type);
/** NULL is fine. */
void database_close(database *db);

/** What the last call told us, as an error. Always false. */
bool database_fail(const database *db, lyh_error *error);

/** Run statements without results. */
bool database_run(database *db, const char *sql, lyh_error *error);
/** The first number that @sql answers; 0 when nothing. */
bool database_number(database *db, const char *sql, int64_t *number, lyh_error *error);

/**
 * @sql, a literal, ready to be bound and stepped; kept, and ready again when it is asked for anew.
 * Ends the program when @sql is not one that this schema knows. sqlite3_reset() it when done.
 */
sqlite3_stmt *database_statement(database *db, const char *sql);

/** sqlite3_step() for rows: true while there is one. False: the end, or @error's kind is set. */
bool database_row(database *db, sqlite3_stmt *statement, lyh_error *error);
/** The same for what answers nothing; reset afterwards. */
bool database_do(database *db, sqlite3_stmt *statement, lyh_error *error);

void bind_text(sqlite3_stmt *statement, int index, const char *text);
void bind_id(sqlite3_stmt *statement, int index, lyh_event_id id);
void bind_number(sqlite3_stmt *statement, int index, int64_t number);
/** "" for NULL; lent until the next step. */
const char *column_text(sqlite3_stmt *statement, int index);
lyh_event_id column_id(sqlite3_stmt *statement, int index);
size_t column_size(sqlite3_stmt *statement, int index);

/** BEGIN IMMEDIATE, COMMIT; a rollback never fails. */
bool database_begin(database *db, lyh_error *error);
bool database_commit(database *db, lyh_error *error);
void database_rollback(database *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(database, database_close)

#endif
