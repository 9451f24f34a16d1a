/* All that holds, made from the journal alone; and is it what stands there? */
#include <string.h>

#include "imports.h"
#include "journal_private.h"

static const char *const derived[] = { "effects", "documents", "codings", "memos",
                                       "done",    "positions", "merges" };

static bool empty_all(database *db, lyh_error *error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(derived); i++) {
        g_autofree char *sql = g_strconcat("DELETE FROM ", derived[i], NULL);
        if (!database_run(db, sql, error))
            return false;
    }
    return true;
}

/* Every event in the order in which they hold: nothing is undone yet. */
static bool note_all(database *db, lyh_error *error)
{
    sqlite3_stmt *rows = database_statement(db, "SELECT " JOURNAL_COLUMNS
                                                " FROM journal j ORDER BY j.clock, j.id");
    lyh_error trouble = { 0 };
    while (database_row(db, rows, &trouble)) {
        g_auto(journal_row) row = { 0 };
        if (!journal_row_read(&row, db, rows, &trouble) ||
            !journal_note(db, &row.stored.event, row.seq, &trouble))
            break;
    }
    if (rows)
        sqlite3_reset(rows);
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

/* The last undo holds, and so on back: each is behind what it takes back. */
static bool take_back(database *db, lyh_error *error)
{
    sqlite3_stmt *undos = database_statement(
        db, "SELECT j.seq, e.target FROM journal j JOIN effects e USING(seq) "
            "WHERE j.kind = 'undo' ORDER BY j.clock DESC, j.id DESC");
    sqlite3_stmt *update = database_statement(
        db,
        "UPDATE effects SET live = 0 WHERE seq = (SELECT seq FROM journal WHERE id = ?) "
        "AND (SELECT live FROM effects WHERE seq = ?)");
    lyh_error trouble = { 0 };
    while (database_row(db, undos, &trouble)) {
        bind_id(update, 1, column_id(undos, 1));
        bind_number(update, 2, sqlite3_column_int64(undos, 0));
        if (!database_do(db, update, &trouble))
            break;
    }
    if (undos)
        sqlite3_reset(undos);
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

static bool fold_all(database *db, lyh_error *error)
{
    sqlite3_stmt *subjects = database_statement(
        db, "SELECT e.subject, j.kind FROM effects e JOIN journal j USING(seq) "
            "GROUP BY e.subject HAVING e.seq = min(e.seq)");
    lyh_error trouble = { 0 };
    while (database_row(db, subjects, &trouble))
        if (!journal_fold(db, column_id(subjects, 0),
                          event_kind_of(column_text(subjects, 1)), &trouble))
            break;
    if (subjects)
        sqlite3_reset(subjects);
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

bool journal_make_state(database *db, lyh_error *error)
{
    return empty_all(db, error) && note_all(db, error) && imports_set_aside(db, error) &&
           take_back(db, error) && fold_all(db, error);
}

/* ---- comparing ---- */

static void add_row(GChecksum *sum, sqlite3_stmt *row)
{
    for (int i = 0; i < sqlite3_column_count(row); i++) {
        const guchar *bytes = sqlite3_column_blob(row, i);
        int size = sqlite3_column_bytes(row, i);
        g_checksum_update(sum, (const guchar *)&size, sizeof size);
        if (size > 0)
            g_checksum_update(sum, bytes, size);
    }
}

/* A sum over all that follows from the journal; NULL: @error. */
static char *sum_of(database *db, lyh_error *error)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < G_N_ELEMENTS(derived); i++) {
        sqlite3_stmt *rows = NULL;
        lyh_error trouble = { 0 };
        g_autofree char *sql =
            g_strconcat("SELECT * FROM ", derived[i], " ORDER BY 1, 2", NULL);
        if (sqlite3_prepare_v2(db->handle, sql, -1, &rows, NULL) != SQLITE_OK)
            database_fail(db, &trouble);
        while (rows && database_row(db, rows, &trouble))
            add_row(sum, rows);
        sqlite3_finalize(rows);
        if (trouble.kind != LYH_ERROR_NONE) {
            *error = trouble;
            return NULL;
        }
    }
    return g_strdup(g_checksum_get_string(sum));
}

static bool make_anew(database *db, bool *was_right, lyh_error *error)
{
    if (!database_begin(db, error))
        return false;
    g_autofree char *before = sum_of(db, error);
    bool is_made = before && journal_make_state(db, error);
    g_autofree char *after = is_made ? sum_of(db, error) : NULL;
    *was_right = after && strcmp(before, after) == 0;
    if (after && !*was_right)
        return database_commit(db, error);
    database_rollback(db);
    return after;
}

/* What may only be read is made anew in memory. */
static bool compare(database *db, bool *was_right, lyh_error *error)
{
    g_autoptr(database) copy = database_in_memory();
    sqlite3_backup *backup = sqlite3_backup_init(copy->handle, "main", db->handle, "main");
    if (!backup)
        g_error("%s: failed to allocate memory for SQLite", G_STRLOC);
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK)
        return database_fail(copy, error);
    return make_anew(copy, was_right, error);
}

bool lyh_journal_rebuild(lyh_journal *journal, bool *was_right, lyh_error *error)
{
    return journal->mode == LYH_JOURNAL_READ ? compare(journal->db, was_right, error)
                                             : make_anew(journal->db, was_right, error);
}
