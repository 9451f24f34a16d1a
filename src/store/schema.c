#include "schema.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lyhord/base/output.h>
#include <lyhord/store/journal.h>

/* sqlite.org/fileformat2.html, section 1.3 */
#define HEADER_SIZE 100
#define HEADER_VERSION 60
#define HEADER_APPLICATION 68

static const char tables[] =
    /* the truth */
    "CREATE TABLE journal(seq INTEGER PRIMARY KEY AUTOINCREMENT, "
    "id BLOB NOT NULL UNIQUE CHECK(length(id) = 16), clock INTEGER NOT NULL, "
    "at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL) STRICT;"
    "CREATE INDEX journal_order ON journal(clock, id);"
    "CREATE INDEX journal_who ON journal(who, clock);"
    /* and what follows from it: what every event is about, and whether it holds */
    "CREATE TABLE effects(seq INTEGER PRIMARY KEY, subject BLOB NOT NULL, "
    "target BLOB NOT NULL, live INTEGER NOT NULL) STRICT;"
    "CREATE INDEX effects_subject ON effects(subject);"
    "CREATE INDEX effects_target ON effects(target);"
    "CREATE TABLE documents(name TEXT NOT NULL, text_sha256 TEXT NOT NULL, "
    "PRIMARY KEY(name, text_sha256)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE codings(subject BLOB PRIMARY KEY, id BLOB NOT NULL, coder TEXT NOT NULL, "
    "document TEXT NOT NULL, text_sha256 TEXT NOT NULL, start INTEGER NOT NULL, "
    "end INTEGER NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, "
    "respondent TEXT NOT NULL, turn INTEGER NOT NULL, code TEXT NOT NULL, "
    "clock INTEGER NOT NULL, polarity INTEGER NOT NULL, state INTEGER NOT NULL, "
    "time INTEGER NOT NULL, cue TEXT NOT NULL, status INTEGER NOT NULL, "
    "mark INTEGER NOT NULL, rule TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE INDEX codings_document ON codings(document, coder);"
    "CREATE TABLE memos(subject BLOB PRIMARY KEY, clock INTEGER NOT NULL, who TEXT NOT "
    "NULL, "
    "at TEXT NOT NULL, about INTEGER NOT NULL, document TEXT NOT NULL, code TEXT NOT NULL, "
    "coding BLOB NOT NULL, text TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE done(subject BLOB PRIMARY KEY, document TEXT NOT NULL, "
    "coder TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE positions(subject BLOB PRIMARY KEY, coder TEXT NOT NULL, "
    "document TEXT NOT NULL, text_sha256 TEXT NOT NULL, start INTEGER NOT NULL, "
    "end INTEGER NOT NULL, turn INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE merges(subject BLOB PRIMARY KEY, clock INTEGER NOT NULL, "
    "code TEXT NOT NULL, code_into TEXT NOT NULL) STRICT, WITHOUT ROWID;" SCHEMA_GUARDS;

bool schema_make(database *db, lyh_error *error)
{
    g_autofree char *numbers =
        g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                        LYH_JOURNAL_APPLICATION, LYH_JOURNAL_VERSION);
    return database_run(db, tables, error) && database_run(db, numbers, error);
}

/* ---- a new file ---- */

static bool write_all(int file, const unsigned char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t written = write(file, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

/* In one step, so that it never has two names; where a disk knows no such step, in two. */
static bool give_name(const char *temporary, const char *path)
{
    if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
        return true;
    return (errno == EINVAL || errno == ENOSYS) && link(temporary, path) == 0;
}

/* It gets its name when it is whole, and never takes another's: two may begin at once. */
static bool write_new(const char *path, const unsigned char *bytes, size_t size,
                      bool *was_there, lyh_error *error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *temporary =
        g_strdup_printf("%s/.study-%ld.tmp", folder, (long)getpid());
    unlink(temporary); /* of a process that is no more */
    int file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, path);
    bool is_written =
        fchmod(file, 0600) == 0 && write_all(file, bytes, size) && fsync(file) == 0;
    int number = is_written ? 0 : errno;
    if (close(file) != 0 && is_written) {
        is_written = false;
        number = errno;
    }
    if (is_written && !give_name(temporary, path)) {
        *was_there = is_written = errno == EEXIST;
        number = errno;
    }
    unlink(temporary);
    return is_written || lyh_error_set(error, LYH_ERROR_IO, number, path);
}

bool schema_make_file(const char *path, lyh_error *error)
{
    g_autoptr(database) db = database_in_memory();
    bool was_there = false;
    return schema_make(db, error) && schema_write_file(db, path, &was_there, error);
}

bool schema_write_file(database *db, const char *path, bool *was_there, lyh_error *error)
{
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(db->handle, "main", &size, 0);
    if (!bytes)
        g_error("%s: failed to allocate memory for SQLite", G_STRLOC);
    bool is_written = write_new(path, bytes, (size_t)size, was_there, error);
    sqlite3_free(bytes);
    return is_written;
}

/* ---- a file that is there ---- */

static uint32_t number_at(const unsigned char *header, size_t offset)
{
    uint32_t number = 0;
    for (size_t i = 0; i < sizeof number; i++)
        number = number << 8 | header[offset + i];
    return number;
}

/* By SQLite's own hand: a file that is closed by another lets go of this program's locks on it. */
static int read_first(sqlite3 *handle, unsigned char header[HEADER_SIZE], size_t *size)
{
    sqlite3_file *file = NULL;
    sqlite3_int64 length = 0;
    int code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code != SQLITE_OK)
        return code;
    code = file->pMethods->xFileSize(file, &length);
    *size = (size_t)MIN(length, HEADER_SIZE);
    return code == SQLITE_OK && *size > 0
               ? file->pMethods->xRead(file, header, (int)*size, 0)
               : code;
}

static bool read_header(const char *path, unsigned char header[HEADER_SIZE], size_t *size,
                        lyh_error *error)
{
    struct stat status;
    sqlite3 *handle = NULL;
    if (stat(path, &status) != 0)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, path);
    if (!S_ISREG(status.st_mode))
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, 0, path);
    int code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, NULL);
    if (!handle)
        g_error("%s: failed to allocate memory for SQLite", G_STRLOC);
    int number = sqlite3_system_errno(handle);
    bool is_open = code == SQLITE_OK;
    if (is_open)
        code = read_first(handle, header, size);
    sqlite3_close(handle);
    return code == SQLITE_OK ||
           lyh_error_set(error, is_open ? LYH_ERROR_IO : LYH_ERROR_NO_INPUT,
                         is_open ? EIO : number, path);
}

static bool refuse(const char *path, lyh_error *error)
{
    return lyh_error_set(error, LYH_ERROR_DATA, 0, path);
}

static bool say_empty(const char *path, lyh_diags *diags, lyh_error *error)
{
    lyh_diags_error(
        diags, "store-empty", lyh_place_file(path),
        "this file is empty and holds nobody's work; bring it back from a copy, "
        "or take it away to begin anew");
    return refuse(path, error);
}

static bool say_foreign(const char *path, lyh_diags *diags, lyh_error *error)
{
    lyh_diags_error(diags, "store-foreign", lyh_place_file(path),
                    "this is no study.db that Lyhörd has written; it is not touched");
    return refuse(path, error);
}

static bool say_newer(const char *path, uint32_t version, lyh_diags *diags,
                      lyh_error *error)
{
    lyh_diags_error(diags, "store-newer", lyh_place_file(path),
                    "a newer Lyhörd has written this file (version %u, this one knows %d); "
                    "use that one",
                    version, LYH_JOURNAL_VERSION);
    return refuse(path, error);
}

bool schema_say_damaged(const char *path, lyh_diags *diags, lyh_error *error)
{
    lyh_diags_error(diags, "store-damaged", lyh_place_file(path),
                    "this file is damaged, and nothing is read from it or written to it; "
                    "bring back a copy, or the newest study.db.bak file beside it");
    return refuse(path, error);
}

bool schema_look_at(const char *path, lyh_diags *diags, lyh_error *error)
{
    unsigned char header[HEADER_SIZE] = { 0 };
    size_t size = 0;
    if (!read_header(path, header, &size, error))
        return false;
    if (size == 0)
        return say_empty(path, diags, error);
    if (size < HEADER_SIZE || memcmp(header, "SQLite format 3", 16) != 0 ||
        number_at(header, HEADER_APPLICATION) != LYH_JOURNAL_APPLICATION)
        return say_foreign(path, diags, error);
    uint32_t found = number_at(header, HEADER_VERSION);
    return found <= LYH_JOURNAL_VERSION || say_newer(path, found, diags, error);
}

/* A program that was killed may have left a newer header in the log. */
bool schema_version(database *db, int *version, lyh_diags *diags, lyh_error *error)
{
    int64_t found;
    if (!database_number(db, "PRAGMA user_version", &found, error))
        return error->kind == LYH_ERROR_DATA && schema_say_damaged(db->path, diags, error);
    *version = (int)found;
    return found <= LYH_JOURNAL_VERSION ||
           say_newer(db->path, (uint32_t)found, diags, error);
}

/* ---- is it sound? ---- */

static bool is_sound(database *db, bool *is_ok, lyh_error *error)
{
    sqlite3_stmt *check = database_statement(db, "PRAGMA quick_check(1)");
    lyh_error trouble = { 0 };
    *is_ok = database_row(db, check, &trouble) && strcmp(column_text(check, 0), "ok") == 0;
    if (check)
        sqlite3_reset(check);
    if (trouble.kind == LYH_ERROR_NONE || trouble.kind == LYH_ERROR_DATA)
        return true;
    *error = trouble;
    return false;
}

/* All of a schema, in a form that two of the same have in common. */
static char *schema_of(database *db, lyh_error *error)
{
    g_autoptr(GString) all = g_string_new(NULL);
    sqlite3_stmt *list = database_statement(
        db, "SELECT type, name, tbl_name, sql FROM sqlite_schema "
            "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name");
    lyh_error trouble = { 0 };
    while (database_row(db, list, &trouble))
        g_string_append_printf(all, "%s %s %s %s\n", column_text(list, 0),
                               column_text(list, 1), column_text(list, 2),
                               column_text(list, 3));
    if (trouble.kind == LYH_ERROR_NONE)
        return g_string_free(g_steal_pointer(&all), FALSE);
    *error = trouble;
    return NULL;
}

static bool has_our_tables(database *db, bool *is_ours, lyh_error *error)
{
    g_autoptr(database) model = database_in_memory();
    schema_make(model, NULL);
    g_autofree char *found = schema_of(db, error);
    g_autofree char *expected = schema_of(model, error);
    *is_ours = found && g_strcmp0(found, expected) == 0;
    return found;
}

/* @is_fine, and no trouble but what the file itself makes. */
static bool judge(const database *db, bool is_fine, const lyh_error *trouble,
                  lyh_diags *diags, lyh_error *error)
{
    if (is_fine)
        return true;
    if (trouble->kind == LYH_ERROR_NONE || trouble->kind == LYH_ERROR_DATA)
        return schema_say_damaged(db->path, diags, error);
    *error = *trouble;
    return false;
}

bool schema_is_sound(database *db, lyh_diags *diags, lyh_error *error)
{
    bool is_ok = false;
    lyh_error trouble = { 0 };
    return judge(db, is_sound(db, &is_ok, &trouble) && is_ok, &trouble, diags, error);
}

bool schema_check(database *db, lyh_diags *diags, lyh_error *error)
{
    bool is_ours = false;
    lyh_error trouble = { 0 };
    return schema_is_sound(db, diags, error) &&
           judge(db, has_our_tables(db, &is_ours, &trouble) && is_ours, &trouble, diags,
                 error);
}
