#include "backup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "journal_private.h"
#include "schema.h"

#define ENDING ".bak-"

/* ---- what is there ---- */

/* study.db.bak-VERSION-NUMBER: 0 when @name is none. */
static guint64 number_of(const char *name, const char *base)
{
    guint64 version, number = 0;
    if (!g_str_has_prefix(name, base) || !g_str_has_prefix(name + strlen(base), ENDING))
        return 0;
    g_auto(GStrv) parts = g_strsplit(name + strlen(base) + strlen(ENDING), "-", -1);
    bool is_one = g_strv_length(parts) == 2 &&
                  g_ascii_string_to_unsigned(parts[0], 10, 0, 999, &version, NULL) &&
                  g_ascii_string_to_unsigned(parts[1], 10, 1, 999999, &number, NULL);
    return is_one ? number : 0;
}

static gint by_number(gconstpointer one, gconstpointer two)
{
    const char *a = strrchr(*(const char *const *)one, '-');
    const char *b = strrchr(*(const char *const *)two, '-');
    guint64 first = g_ascii_strtoull(a + 1, NULL, 10);
    guint64 second = g_ascii_strtoull(b + 1, NULL, 10);
    return (first > second) - (first < second);
}

/* A folder that cannot be read to its end may hold copies that nobody then looks into. */
static bool add_names(GPtrArray *paths, const char *folder, const char *base)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return false;
    errno = 0;
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
        if (number_of(entry->d_name, base) > 0)
            g_ptr_array_add(paths, g_build_filename(folder, entry->d_name, NULL));
    int number = errno;
    closedir(dir);
    errno = number;
    return number == 0;
}

GPtrArray *backup_paths(const char *path, lyh_error *error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    if (!add_names(paths, folder, base)) {
        lyh_error_set(error, LYH_ERROR_IO, errno, folder);
        return NULL;
    }
    g_ptr_array_sort(paths, by_number);
    return g_steal_pointer(&paths);
}

/* ---- a new one ---- */

static char *next_path(const char *path, int version, lyh_error *error)
{
    g_autoptr(GPtrArray) paths = backup_paths(path, error);
    guint64 number = 1;
    if (!paths)
        return NULL;
    if (paths->len > 0)
        number +=
            g_ascii_strtoull(strrchr(paths->pdata[paths->len - 1], '-') + 1, NULL, 10);
    return g_strdup_printf("%s" ENDING "%d-%" G_GUINT64_FORMAT, path, version, number);
}

/* SQLite fills an empty file that is there; one it made itself would be open to others. */
static bool make_empty(const char *path, lyh_error *error)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 || fchmod(file, 0600) != 0) {
        lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, path);
        if (file >= 0)
            close(file);
        return false;
    }
    close(file);
    return true;
}

/* VACUUM INTO does not sync what it wrote (sqlite.org/lang_vacuum.html). */
static bool sync_path(const char *path, int flags, lyh_error *error)
{
    int file = open(path, flags | O_CLOEXEC);
    bool is_synced = file >= 0 && (fsync(file) == 0 || errno == EINVAL);
    int number = errno;
    if (file >= 0)
        close(file);
    return is_synced || lyh_error_set(error, LYH_ERROR_IO, number, path);
}

static bool copy_into(database *db, const char *copy, lyh_error *error)
{
    g_autofree char *folder = g_path_get_dirname(copy);
    sqlite3_stmt *vacuum = database_statement(db, "VACUUM INTO ?");
    bind_text(vacuum, 1, copy);
    return database_do(db, vacuum, error) && sync_path(copy, O_RDONLY, error) &&
           sync_path(folder, O_RDONLY | O_DIRECTORY, error);
}

/* A backup that nobody has opened is a hope. */
static bool is_whole(database *db, const char *copy, lyh_error *error)
{
    int64_t events, copied;
    g_autoptr(database) again = database_open(copy, false, error);
    if (!again || !database_number(db, "SELECT count(*) FROM journal", &events, error) ||
        !database_number(again, "SELECT count(*) FROM journal", &copied, error))
        return false;
    sqlite3_stmt *check = database_statement(again, "PRAGMA integrity_check(1)");
    bool is_sound = database_row(again, check, error) &&
                    strcmp(column_text(check, 0), "ok") == 0 && events == copied;
    if (check)
        sqlite3_reset(check);
    return is_sound || error->kind != LYH_ERROR_NONE ||
           lyh_error_set(error, LYH_ERROR_IO, 0, copy);
}

static void remove_oldest(const char *path)
{
    g_autoptr(GPtrArray) paths = backup_paths(path, NULL);
    for (guint i = 0; paths && i + BACKUPS_KEPT < paths->len; i++)
        g_unlink(paths->pdata[i]);
}

static bool make_backup(database *db, int version, lyh_error *error)
{
    lyh_error trouble = { 0 };
    g_autofree char *copy = next_path(db->path, version, &trouble);
    if (copy && make_empty(copy, &trouble)) {
        if (copy_into(db, copy, &trouble) && is_whole(db, copy, &trouble) &&
            trouble.kind == LYH_ERROR_NONE) {
            remove_oldest(db->path);
            return true;
        }
        g_unlink(copy);
    }
    *error = trouble;
    return false;
}

/* ---- step by step ---- */

/* Before version 1 the order was that of writing alone, and what holds was worked out each time. */
static bool from_0(database *db, lyh_error *error)
{
    return database_run(db, "ALTER TABLE journal RENAME TO journal_0", error) &&
           schema_make(db, error) &&
           database_run(db,
                        "INSERT INTO journal(seq, id, clock, at, who, kind, body) "
                        "SELECT seq, id, seq, at, who, kind, body FROM journal_0;"
                        "DROP TABLE journal_0;",
                        error) &&
           journal_make_state(db, error);
}

/* The tables are the same; but who knows version 1 alone would count what was taken back. */
static bool from_1(database *db, lyh_error *error)
{
    return database_run(db, "PRAGMA user_version = 2", error);
}

static bool (*const steps[LYH_JOURNAL_VERSION])(database *db, lyh_error *error) = {
    from_0,
    from_1,
};

bool migrate(database *db, int version, lyh_error *error)
{
    if (!database_begin(db, error))
        return false;
    for (int i = version; i < LYH_JOURNAL_VERSION; i++)
        if (!steps[i](db, error)) {
            database_rollback(db);
            return false;
        }
    return database_commit(db, error);
}

bool backup_and_migrate(database *db, int version, lyh_diags *diags, lyh_error *error)
{
    if (!schema_is_sound(db, diags, error))
        return false;
    return make_backup(db, version, error) && migrate(db, version, error);
}
