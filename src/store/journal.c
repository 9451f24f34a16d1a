#include "journal_private.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "autoptr.h"
#include "backup.h"
#include "schema.h"

void lyh_journal_close(lyh_journal *journal)
{
    if (!journal)
        return;
    database_close(journal->db);
    g_free(journal);
}

/* Its owner's alone, whatever was copied over it; another's file keeps what it has. */
static void make_private(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0 && status.st_uid == geteuid() &&
        (status.st_mode & 0777) != 0600)
        (void)!chmod(path, 0600);
}

/* What may only be read is not changed, not even for the better. */
static bool bring_up_to_date(const lyh_journal *journal, int version, lyh_diags *diags,
                             lyh_error *error)
{
    if (journal->mode != LYH_JOURNAL_READ)
        return backup_and_migrate(journal->db, version, diags, error);
    if (version >= LYH_JOURNAL_OLDEST_READ)
        return true;
    lyh_diags_error(
        diags, "store-older", lyh_place_file(journal->db->path),
        "an older Lyhörd has written this file; open the study in the workbench "
        "once, which keeps a copy and brings it up to date");
    return lyh_error_set(error, LYH_ERROR_DATA, 0, journal->db->path);
}

lyh_journal *lyh_journal_open(const char *path, lyh_journal_mode mode, lyh_diags *diags,
                              lyh_error *error)
{
    int version;
    bool can_write = mode != LYH_JOURNAL_READ;
    if (mode == LYH_JOURNAL_CREATE && access(path, F_OK) != 0 &&
        !schema_make_file(path, error))
        return NULL;
    if (!schema_look_at(path, diags, error))
        return NULL;
    if (can_write)
        make_private(path);

    g_autoptr(lyh_journal) journal = g_new0(lyh_journal, 1);
    journal->mode = mode;
    journal->db = database_open(path, can_write, error);
    if (!journal->db || !schema_version(journal->db, &version, diags, error) ||
        (version < LYH_JOURNAL_VERSION &&
         !bring_up_to_date(journal, version, diags, error)))
        return NULL;
    if (!schema_check(journal->db, diags, error))
        return NULL;
    return g_steal_pointer(&journal);
}

const char *lyh_journal_path(const lyh_journal *journal)
{
    return journal->db->path;
}

/* ---- rows ---- */

void journal_row_clear(journal_row *row)
{
    stored_event_clear(&row->stored);
}

bool journal_row_read(journal_row *row, const database *db, sqlite3_stmt *statement,
                      lyh_error *error)
{
    lyh_event_kind kind = event_kind_of(column_text(statement, 5));
    *row = (journal_row){ .seq = sqlite3_column_int64(statement, 0),
                          .clock = sqlite3_column_int64(statement, 2) };
    if (kind == LYH_EVENT_KIND_COUNT ||
        !stored_event_read(&row->stored, kind, column_text(statement, 6))) {
        stored_event_clear(&row->stored);
        return lyh_error_set(error, LYH_ERROR_DATA, 0, db->path);
    }
    row->stored.event.id = column_id(statement, 1);
    row->stored.event.at = column_text(statement, 3);
    row->stored.event.who = column_text(statement, 4);
    return true;
}

typedef bool event_visitor(void *user, uint64_t number, const lyh_event *event);

/* A statement of its own each time: the visitor may read, too. */
static sqlite3_stmt *prepare_rows(lyh_journal *journal, const char *where, lyh_error *error)
{
    sqlite3_stmt *rows = NULL;
    g_autofree char *query =
        g_strconcat("SELECT " JOURNAL_COLUMNS " FROM journal j WHERE ", where, NULL);
    if (sqlite3_prepare_v2(journal->db->handle, query, -1, &rows, NULL) != SQLITE_OK)
        database_fail(journal->db, error);
    return rows;
}

/* Finalizes @rows. */
static bool visit_rows(lyh_journal *journal, sqlite3_stmt *rows, event_visitor *visitor,
                       void *user, lyh_error *error)
{
    bool goes_on = true;
    lyh_error trouble = { 0 };
    while (goes_on && database_row(journal->db, rows, &trouble)) {
        g_auto(journal_row) row = { 0 };
        goes_on = journal_row_read(&row, journal->db, rows, &trouble) &&
                  visitor(user, (uint64_t)row.seq, &row.stored.event);
    }
    sqlite3_finalize(rows);
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

bool lyh_journal_read(lyh_journal *journal, uint64_t after, event_visitor *visitor,
                      void *user, lyh_error *error)
{
    sqlite3_stmt *rows = prepare_rows(journal, "seq > ? ORDER BY seq", error);
    if (!rows)
        return false;
    bind_number(rows, 1, (int64_t)MIN(after, (uint64_t)INT64_MAX));
    return visit_rows(journal, rows, visitor, user, error);
}

bool lyh_journal_find(lyh_journal *journal, lyh_event_id id, event_visitor *visitor,
                      void *user, lyh_error *error)
{
    sqlite3_stmt *rows = prepare_rows(journal, "id = ?", error);
    if (!rows)
        return false;
    bind_id(rows, 1, id);
    return visit_rows(journal, rows, visitor, user, error);
}

bool lyh_journal_last(lyh_journal *journal, uint64_t *number, lyh_error *error)
{
    int64_t last;
    bool is_fine =
        database_number(journal->db, "SELECT max(seq) FROM journal", &last, error);
    *number = (uint64_t)last;
    return is_fine;
}

/* ---- undo and redo ---- */

/* Of the newest that one can think better of; places, joins and what came from files are no such. */
static bool find_id(lyh_journal *journal, sqlite3_stmt *statement, lyh_event_id *id,
                    lyh_error *error)
{
    lyh_error trouble = { 0 };
    *id = (lyh_event_id){ { 0 } };
    if (database_row(journal->db, statement, &trouble)) {
        *id = column_id(statement, 0);
        sqlite3_reset(statement);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

bool lyh_journal_undo_next(lyh_journal *journal, const char *who, lyh_event_id *id,
                           lyh_error *error)
{
    sqlite3_stmt *statement = database_statement(
        journal->db, "SELECT j.id FROM journal j JOIN effects e USING(seq) "
                     "WHERE j.who = ? AND e.live AND j.clock > 0 AND j.kind NOT IN "
                     "('undo', 'place', 'joined', 'forgotten') "
                     "ORDER BY j.clock DESC, j.id DESC LIMIT 1");
    bind_text(statement, 1, who);
    return find_id(journal, statement, id, error);
}

/* An undo of an undo is no candidate; neither is one that a newer decision has left behind. */
bool lyh_journal_redo_next(lyh_journal *journal, const char *who, lyh_event_id *id,
                           lyh_error *error)
{
    sqlite3_stmt *statement = database_statement(
        journal->db,
        "SELECT j.id FROM journal j JOIN effects e USING(seq) "
        "JOIN journal t ON t.id = e.target "
        "WHERE j.who = ?1 AND j.kind = 'undo' AND e.live "
        "AND t.kind NOT IN ('undo', 'joined') "
        "AND j.clock > (SELECT coalesce(max(n.clock), 0) FROM journal n "
        "WHERE n.who = ?1 AND n.kind NOT IN ('undo', 'place', 'joined', 'forgotten')) "
        "ORDER BY j.clock DESC, j.id DESC LIMIT 1");
    bind_text(statement, 1, who);
    return find_id(journal, statement, id, error);
}
