#include <lyhord/store/forget.h>

#include <string.h>

#include "backup.h"
#include "id_set.h"
#include "journal_private.h"
#include "schema.h"

char **lyh_forget_backups(const char *path, lyh_error *error)
{
    GPtrArray *paths = backup_paths(path, error);
    if (!paths)
        return NULL;
    g_ptr_array_add(paths, NULL);
    return (char **)g_ptr_array_free(paths, FALSE);
}

void lyh_forget_backups_free(char **paths)
{
    g_strfreev(paths);
}

/* ---- which ---- */

/* An event, and what it hangs on. */
typedef struct tie {
    int64_t seq;
    lyh_event_id id, subject, target;
    GArray *originals; /* lyh_event_id */
    lyh_forget_verdict verdict;
} tie;

static void clear_link(void *data)
{
    tie *one = data;
    g_array_unref(one->originals);
}

/*
 * An import stays, and so does what it says of which events it brought: without it those that were
 * taken back would hold again. Only the name of the file it came from can tell of somebody.
 */
static tie tie_of(const lyh_forget *forget, const journal_row *row, sqlite3_stmt *at)
{
    const lyh_event *event = &row->stored.event;
    tie one = { row->seq,
                event->id,
                column_id(at, 7),
                event->target,
                g_array_new(FALSE, FALSE, sizeof(lyh_event_id)),
                forget->judge(forget->user, event) };
    if (event->kind != LYH_EVENT_JOINED) {
        g_array_append_vals(one.originals, event->originals, (guint)event->original_count);
    } else if (one.verdict == LYH_FORGET_EVENT) {
        one.verdict = LYH_FORGET_CONTEXT;
    }
    return one;
}

static GArray *ties_of(database *db, const lyh_forget *forget, lyh_error *error)
{
    g_autoptr(GArray) ties = g_array_new(FALSE, FALSE, sizeof(tie));
    sqlite3_stmt *rows = database_statement(
        db, "SELECT " JOURNAL_COLUMNS
            ", e.subject FROM journal j JOIN effects e USING(seq) ORDER BY j.clock, j.id");
    lyh_error trouble = { 0 };
    g_array_set_clear_func(ties, clear_link);
    while (database_row(db, rows, &trouble)) {
        g_auto(journal_row) row = { 0 };
        if (!journal_row_read(&row, db, rows, &trouble))
            break;
        const tie one = tie_of(forget, &row, rows);
        g_array_append_val(ties, one);
    }
    if (rows)
        sqlite3_reset(rows);
    if (trouble.kind == LYH_ERROR_NONE)
        return g_steal_pointer(&ties);
    *error = trouble;
    return NULL;
}

static bool hangs_on(const tie *one, GHashTable *going)
{
    if (g_hash_table_contains(going, &one->subject) ||
        g_hash_table_contains(going, &one->target))
        return true;
    for (guint i = 0; i < one->originals->len; i++)
        if (g_hash_table_contains(going, &g_array_index(one->originals, lyh_event_id, i)))
            return true;
    return false;
}

/* What hangs on what goes, goes: until nothing more does. */
static size_t widen(GArray *ties)
{
    g_autoptr(GHashTable) going = g_hash_table_new(id_hash, id_equal);
    const lyh_event_id none = { { 0 } };
    size_t before, count = 0;
    do {
        before = count;
        count = 0;
        for (guint i = 0; i < ties->len; i++) {
            tie *one = &g_array_index(ties, tie, i);
            if (one->verdict != LYH_FORGET_EVENT && !hangs_on(one, going))
                continue;
            one->verdict = LYH_FORGET_EVENT;
            g_hash_table_add(going, &one->id);
            g_hash_table_add(going, &one->subject);
            g_hash_table_remove(going, &none);
            count++;
        }
    } while (count != before);
    return count;
}

/* ---- taking it out ---- */

static bool remove_event(database *db, const tie *one, lyh_error *error)
{
    sqlite3_stmt *remove = database_statement(db, "DELETE FROM journal WHERE seq = ?");
    bind_number(remove, 1, one->seq);
    return database_do(db, remove, error);
}

/* The words around the place were another's; a file may be called after somebody. */
static bool remove_context(database *db, const tie *one, lyh_error *error)
{
    sqlite3_stmt *find =
        database_statement(db, "SELECT " JOURNAL_COLUMNS " FROM journal j WHERE seq = ?");
    g_auto(journal_row) row = { 0 };
    bind_number(find, 1, one->seq);
    if (!database_row(db, find, error) || !journal_row_read(&row, db, find, error))
        return false;
    sqlite3_reset(find);
    row.stored.event.place.before = row.stored.event.place.after = "";
    if (row.stored.event.kind == LYH_EVENT_JOINED)
        row.stored.event.text = "";
    g_autofree char *body = event_body(&row.stored.event);
    sqlite3_stmt *update =
        database_statement(db, "UPDATE journal SET body = ? WHERE seq = ?");
    bind_text(update, 1, body);
    bind_number(update, 2, one->seq);
    return database_do(db, update, error);
}

static bool take_out(database *db, const GArray *ties, lyh_error *error)
{
    for (guint i = 0; i < ties->len; i++) {
        const tie *one = &g_array_index(ties, tie, i);
        if (one->verdict == LYH_FORGET_EVENT && !remove_event(db, one, error))
            return false;
        if (one->verdict == LYH_FORGET_CONTEXT && !remove_context(db, one, error))
            return false;
    }
    return true;
}

/* Something went, and when. Its id is made of nothing that went. */
static bool add_tombstone(database *db, const char *at, lyh_error *error)
{
    lyh_event event = { .at = at, .who = "", .kind = LYH_EVENT_FORGOTTEN };
    int64_t clock, seq;
    if (!database_number(db, "SELECT coalesce(max(clock), 0) + 1 FROM journal", &clock,
                         error))
        return false;
    g_autofree char *mark = g_strdup_printf("%s %" G_GINT64_FORMAT, at, clock);
    event.id = journal_id_of("forgotten", mark, NULL);
    g_autofree char *body = event_body(&event);
    return journal_insert(db, &event, body, clock, &seq, error);
}

static bool forget_in(database *db, const GArray *ties, const char *at, lyh_error *error)
{
    return database_run(db, SCHEMA_NO_GUARDS, error) && take_out(db, ties, error) &&
           add_tombstone(db, at, error) && journal_make_state(db, error) &&
           database_run(db, SCHEMA_GUARDS, error);
}

/* Nobody else may have it open: a log, or another's memory, would keep the words. */
static bool take_alone(database *db, lyh_error *error)
{
    sqlite3_stmt *mode = NULL;
    bool is_alone = sqlite3_prepare_v2(db->handle, "PRAGMA journal_mode = DELETE", -1,
                                       &mode, NULL) == SQLITE_OK &&
                    sqlite3_step(mode) == SQLITE_ROW &&
                    strcmp(column_text(mode, 0), "delete") == 0;
    sqlite3_finalize(mode);
    return is_alone || lyh_error_set(error, LYH_ERROR_BUSY, 0, db->path);
}

static bool is_needed(const GArray *ties)
{
    for (guint i = 0; i < ties->len; i++)
        if (g_array_index(ties, tie, i).verdict != LYH_FORGET_KEEP)
            return true;
    return false;
}

/*
 * Pages that are no longer used are overwritten as they are let go, and VACUUM builds the file from
 * what is left, in memory. It is done even where no event goes: a crash may have come before it.
 */
static bool forget_and_vacuum(database *db, const lyh_forget *forget, const char *at,
                              lyh_error *error)
{
    if (!take_alone(db, error) || !database_run(db, "BEGIN EXCLUSIVE", error))
        return false;
    g_autoptr(GArray) ties = ties_of(db, forget, error);
    if (ties)
        widen(ties);
    if (!ties || (is_needed(ties) && !forget_in(db, ties, at, error))) {
        database_rollback(db);
        return false;
    }
    return database_commit(db, error) && database_run(db, "VACUUM", error);
}

static database *open_copy(const char *path, lyh_diags *diags, lyh_error *error)
{
    int version;
    if (!schema_look_at(path, diags, error))
        return NULL;
    g_autoptr(database) db = database_open(path, true, error);
    if (!db || !schema_version(db, &version, diags, error) ||
        (version < LYH_JOURNAL_VERSION && !migrate(db, version, error)) ||
        !schema_check(db, diags, error))
        return NULL;
    return g_steal_pointer(&db);
}

/* All are looked into before any is changed. */
static bool can_all_be_read(const GPtrArray *paths, lyh_diags *diags, lyh_error *error)
{
    bool is_fine = true;
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(database) db = open_copy(paths->pdata[i], diags, error);
        is_fine &= db != NULL;
    }
    return is_fine;
}

bool lyh_forget_make(const char *path, const lyh_forget *forget, const char *at,
                     lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GPtrArray) paths = backup_paths(path, error);
    if (!paths)
        return false;
    g_ptr_array_add(paths, g_strdup(path));
    if (!can_all_be_read(paths, diags, error))
        return false;
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(database) db = open_copy(paths->pdata[i], diags, error);
        if (!db || !forget_and_vacuum(db, forget, at, error))
            return false;
    }
    return true;
}

bool lyh_forget_count(const char *path, const lyh_forget *forget, size_t *events,
                      size_t *going, lyh_diags *diags, lyh_error *error)
{
    lyh_journal *journal = lyh_journal_open(path, LYH_JOURNAL_READ, diags, error);
    g_autoptr(GArray) ties = journal ? ties_of(journal->db, forget, error) : NULL;
    lyh_journal_close(journal);
    if (!ties)
        return false;
    *events = ties->len;
    *going = widen(ties);
    return true;
}
