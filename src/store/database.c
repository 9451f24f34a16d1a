#include "database.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <lyhord/store/journal.h>

/*
 * Disks that only this machine writes to (f_type, statfs(2) and linux/magic.h). A write-ahead log
 * needs memory that all who have the file open share, which no network gives; of an unknown disk
 * it is not assumed.
 */
static const uint32_t local_disks[] = {
    0xef53,     /* ext2, ext3, ext4 */
    0x58465342, /* xfs */
    0x9123683e, /* btrfs */
    0xf2f52010, /* f2fs */
    0x2fc12fc1, /* zfs */
    0xca451a4e, /* bcachefs */
    0x52654973, /* reiserfs */
    0x3153464a, /* jfs */
    0x4d44,     /* vfat */
    0x2011bab0, /* exfat */
    0x5346544e, /* ntfs */
    0x01021994, /* tmpfs */
    0x858458f6, /* ramfs */
    0x794c7630, /* overlayfs */
};

bool database_is_local(uint32_t type)
{
    for (size_t i = 0; i < G_N_ELEMENTS(local_disks); i++)
        if (type == local_disks[i])
            return true;
    return false;
}

static bool is_local(const char *path)
{
    struct statfs disk;
    return statfs(path, &disk) == 0 && database_is_local((uint32_t)disk.f_type);
}

static void finalize(void *statement)
{
    sqlite3_finalize(statement);
}

static database *new_database(const char *path, bool can_write)
{
    database *db = g_new0(database, 1);
    db->path = g_strdup(path);
    db->can_write = can_write;
    db->statements = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, finalize);
    return db;
}

void database_close(database *db)
{
    if (!db)
        return;
    g_hash_table_unref(db->statements);
    sqlite3_close(db->handle);
    g_free(db->path);
    g_free(db);
}

static lyh_error_kind kind_of(const database *db, int code)
{
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return LYH_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_SCHEMA:
    case SQLITE_CONSTRAINT:
        return LYH_ERROR_DATA;
    case SQLITE_CANTOPEN:
        return db->can_write ? LYH_ERROR_CANNOT_CREATE : LYH_ERROR_NO_INPUT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return LYH_ERROR_CANNOT_CREATE;
    default:
        return LYH_ERROR_IO;
    }
}

bool database_fail(const database *db, lyh_error *error)
{
    int code = sqlite3_errcode(db->handle) & 0xff;
    if (code == SQLITE_NOMEM)
        g_error("%s: failed to allocate memory for SQLite", G_STRLOC);
    if (code == SQLITE_FULL)
        return lyh_error_set(error, LYH_ERROR_IO, ENOSPC, db->path);
    return lyh_error_set(error, kind_of(db, code), sqlite3_system_errno(db->handle),
                         db->path);
}

bool database_run(database *db, const char *sql, lyh_error *error)
{
    return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK ||
           database_fail(db, error);
}

bool database_number(database *db, const char *sql, int64_t *number, lyh_error *error)
{
    sqlite3_stmt *statement = NULL;
    *number = 0;
    if (sqlite3_prepare_v2(db->handle, sql, -1, &statement, NULL) != SQLITE_OK)
        return database_fail(db, error);
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *number = sqlite3_column_int64(statement, 0);
    bool is_fine = code == SQLITE_ROW || code == SQLITE_DONE || database_fail(db, error);
    sqlite3_finalize(statement);
    return is_fine;
}

sqlite3_stmt *database_statement(database *db, const char *sql)
{
    sqlite3_stmt *statement = g_hash_table_lookup(db->statements, sql);
    if (!statement) {
        int code = sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                      &statement, NULL);
        g_assert((code & 0xff) != SQLITE_ERROR); /* the statement is wrong, which is ours */
        if (code != SQLITE_OK)
            return NULL;
        g_hash_table_insert(db->statements, (char *)sql, statement);
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return statement;
}

bool database_row(database *db, sqlite3_stmt *statement, lyh_error *error)
{
    int code = statement ? sqlite3_step(statement) : sqlite3_errcode(db->handle);
    if (code == SQLITE_ROW)
        return true;
    if (!statement || code != SQLITE_DONE)
        database_fail(db, error);
    if (statement)
        sqlite3_reset(statement);
    return false;
}

bool database_do(database *db, sqlite3_stmt *statement, lyh_error *error)
{
    lyh_error trouble = { 0 };
    database_row(db, statement, &trouble);
    if (statement)
        sqlite3_reset(statement);
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    if (error)
        *error = trouble;
    return false;
}

void bind_text(sqlite3_stmt *statement, int index, const char *text)
{
    if (statement)
        sqlite3_bind_text(statement, index, text ? text : "", -1, SQLITE_TRANSIENT);
}

void bind_id(sqlite3_stmt *statement, int index, lyh_event_id id)
{
    if (statement)
        sqlite3_bind_blob(statement, index, id.bytes, sizeof id.bytes, SQLITE_TRANSIENT);
}

void bind_number(sqlite3_stmt *statement, int index, int64_t number)
{
    if (statement)
        sqlite3_bind_int64(statement, index, number);
}

const char *column_text(sqlite3_stmt *statement, int index)
{
    const char *text = (const char *)sqlite3_column_text(statement, index);
    return text ? text : "";
}

lyh_event_id column_id(sqlite3_stmt *statement, int index)
{
    lyh_event_id id = { { 0 } };
    const void *bytes = sqlite3_column_blob(statement, index);
    if (bytes && sqlite3_column_bytes(statement, index) == (int)sizeof id.bytes)
        memcpy(id.bytes, bytes, sizeof id.bytes);
    return id;
}

size_t column_size(sqlite3_stmt *statement, int index)
{
    sqlite3_int64 number = sqlite3_column_int64(statement, index);
    return number < 0 ? LYH_NONE : (size_t)number;
}

bool database_begin(database *db, lyh_error *error)
{
    return database_run(db, "BEGIN IMMEDIATE", error);
}

bool database_commit(database *db, lyh_error *error)
{
    if (database_run(db, "COMMIT", error))
        return true;
    database_rollback(db);
    return false;
}

void database_rollback(database *db)
{
    if (!sqlite3_get_autocommit(db->handle))
        sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* ---- opening ---- */

/* What is read may come from another's computer: nothing in it may do anything (sqlite.org/security.html). */
static void distrust(const database *db)
{
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, 64 << 20);
    sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 1);
}

/*
 * synchronous FULL: in a write-ahead log NORMAL would let the last decisions be lost when the power
 * goes, and each of them a person has seen kept. temp_store: no words in temporary files.
 */
static bool set_up(database *db, lyh_error *error)
{
    sqlite3_busy_timeout(db->handle, LYH_JOURNAL_PATIENCE);
    distrust(db);
    if (!database_run(db,
                      "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                      "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;"
                      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;",
                      error))
        return false;
    if (!db->can_write)
        return database_run(db, "PRAGMA query_only = ON", error);
    return database_run(db,
                        is_local(db->path) ? "PRAGMA journal_mode = WAL"
                                           : "PRAGMA journal_mode = DELETE",
                        error);
}

static bool open_handle(database *db, const char *name, int flags, lyh_error *error)
{
    int code = sqlite3_open_v2(name, &db->handle,
                               flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW, NULL);
    if (!db->handle)
        g_error("%s: failed to allocate memory for SQLite", G_STRLOC);
    return code == SQLITE_OK || database_fail(db, error);
}

/* Where nothing can be written, as on a disc, there is no log either, and nobody changes the file. */
static char *uri_of(const char *path, bool is_still)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *escaped = g_uri_escape_string(whole, "/", FALSE);
    return g_strconcat("file:", escaped, is_still ? "?immutable=1" : "", NULL);
}

static bool can_be_still(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *log = g_strconcat(path, "-wal", NULL);
    return access(folder, W_OK) != 0 && access(log, F_OK) != 0;
}

/*
 * Who only reads must be able to write all the same, where that can be: a program that was killed may have
 * left a journal, and whoever comes next puts the file in order before a word of it is read.
 */
static bool can_be_put_in_order(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return access(folder, W_OK) == 0 && access(path, W_OK) == 0;
}

/* SQLite refuses links when told to; the folder of a study may lie behind one. */
static char *real_path(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real ? real : path);
    free(real);
    return copy;
}

database *database_open(const char *path, bool can_write, lyh_error *error)
{
    g_autoptr(database) db = new_database(path, can_write);
    g_autofree char *real = real_path(path);
    g_autofree char *uri = uri_of(real, !can_write && can_be_still(real));
    bool writes = can_write || can_be_put_in_order(real);
    int flags = SQLITE_OPEN_URI | (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    if (!open_handle(db, uri, flags, error) || !set_up(db, error))
        return NULL;
    return g_steal_pointer(&db);
}

database *database_in_memory(void)
{
    database *db = new_database(":memory:", true);
    if (!open_handle(db, ":memory:",
                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, NULL))
        g_error("%s: failed to allocate memory for SQLite", G_STRLOC);
    return db;
}
