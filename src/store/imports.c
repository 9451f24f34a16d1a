#include <lyhord/store/imports.h>

#include <string.h>

#include "autoptr.h"
#include "id_set.h"
#include "imports.h"
#include "journal_private.h"

/* An import and whether an UNDO names it: such an UNDO is never taken back itself. */
#define IMPORT_ROWS                                                                        \
    "SELECT " JOURNAL_COLUMNS                                                              \
    ", EXISTS(SELECT 1 FROM effects u JOIN journal k USING(seq) "                          \
    "WHERE u.target = j.id AND k.kind = 'undo') FROM journal j WHERE j.kind = 'joined' "

static bool end_of(sqlite3_stmt *rows, const lyh_error *trouble, lyh_error *error)
{
    if (rows)
        sqlite3_reset(rows);
    if (trouble->kind == LYH_ERROR_NONE)
        return true;
    *error = *trouble;
    return false;
}

/* ---- what is set aside ---- */

static void add_all(GHashTable *set, const lyh_event *event)
{
    for (size_t i = 0; i < event->original_count; i++)
        id_set_add(set, event->originals[i]);
}

static gboolean is_in(gpointer id, gpointer value, gpointer other)
{
    (void)value;
    return g_hash_table_contains(other, id);
}

/* What another import brought too, and that one stands, holds. */
GHashTable *imports_aside(database *db, lyh_error *error)
{
    g_autoptr(GHashTable) aside = id_set_new();
    g_autoptr(GHashTable) held = id_set_new();
    sqlite3_stmt *rows = database_statement(db, IMPORT_ROWS "ORDER BY j.seq");
    lyh_error trouble = { 0 };
    while (database_row(db, rows, &trouble)) {
        g_auto(journal_row) row = { 0 };
        if (!journal_row_read(&row, db, rows, &trouble))
            break;
        add_all(sqlite3_column_int(rows, 7) ? aside : held, &row.stored.event);
    }
    g_hash_table_foreach_remove(aside, is_in, held);
    return end_of(rows, &trouble, error) ? g_steal_pointer(&aside) : NULL;
}

bool imports_set_aside(database *db, lyh_error *error)
{
    g_autoptr(GHashTable) aside = imports_aside(db, error);
    if (!aside)
        return false;
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, aside);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
        sqlite3_stmt *update =
            database_statement(db, "UPDATE effects SET live = 0 "
                                   "WHERE seq = (SELECT seq FROM journal WHERE id = ?)");
        bind_id(update, 1, *(const lyh_event_id *)id);
        if (!database_do(db, update, error))
            return false;
    }
    return true;
}

/* ---- the list ---- */

struct lyh_stored_imports {
    GArray *list; /* lyh_stored_import */
    GStringChunk *text;
};

lyh_stored_imports *lyh_journal_imports(lyh_journal *journal, lyh_error *error)
{
    g_autoptr(lyh_stored_imports) made = g_new0(lyh_stored_imports, 1);
    made->list = g_array_new(FALSE, FALSE, sizeof(lyh_stored_import));
    made->text = g_string_chunk_new(1024);
    sqlite3_stmt *rows = database_statement(journal->db, IMPORT_ROWS "ORDER BY j.seq DESC");
    lyh_error trouble = { 0 };
    while (database_row(journal->db, rows, &trouble)) {
        g_auto(journal_row) row = { 0 };
        if (!journal_row_read(&row, journal->db, rows, &trouble))
            break;
        const lyh_event *event = &row.stored.event;
        const lyh_stored_import one = {
            .id = event->id,
            .at = g_string_chunk_insert(made->text, event->at),
            .from = g_string_chunk_insert(made->text, event_text(event->text)),
            .events = event->original_count,
            .is_undone = sqlite3_column_int(rows, 7) != 0,
        };
        g_array_append_val(made->list, one);
    }
    return end_of(rows, &trouble, error) ? g_steal_pointer(&made) : NULL;
}

void lyh_stored_imports_free(lyh_stored_imports *imports)
{
    if (!imports)
        return;
    g_array_unref(imports->list);
    g_string_chunk_free(imports->text);
    g_free(imports);
}

size_t lyh_stored_imports_count(const lyh_stored_imports *imports)
{
    return imports->list->len;
}

const lyh_stored_import *lyh_stored_imports_at(const lyh_stored_imports *imports,
                                               size_t index)
{
    g_assert(index < imports->list->len);
    return &g_array_index(imports->list, lyh_stored_import, index);
}

/* ---- taking one back ---- */

typedef struct undoer {
    database *db;
    lyh_diags *diags;
    GHashTable *brought;
    size_t hanging; /* decisions of others about what it brought */
    char *who, *at; /* of the first */
    lyh_error trouble;
} undoer;

static void undoer_clear(undoer *undoing)
{
    g_clear_pointer(&undoing->brought, g_hash_table_unref);
    g_free(undoing->who);
    g_free(undoing->at);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(undoer, undoer_clear)

static bool refuse(undoer *undoing, const char *fault)
{
    lyh_diags_error(undoing->diags, "import-undo", lyh_place_file(undoing->db->path),
                    "this import is not taken back: %s",
                    lyh_tr(lyh_diags_catalog(undoing->diags), fault));
    return lyh_error_set(&undoing->trouble, LYH_ERROR_DATA, 0, undoing->db->path);
}

static bool find_import(undoer *undoing, lyh_event_id import)
{
    sqlite3_stmt *rows = database_statement(undoing->db, IMPORT_ROWS "AND j.id = ?");
    g_auto(journal_row) row = { 0 };
    bind_id(rows, 1, import);
    if (!database_row(undoing->db, rows, &undoing->trouble))
        return undoing->trouble.kind == LYH_ERROR_NONE &&
               refuse(undoing, N_("there is none of that name"));
    if (!journal_row_read(&row, undoing->db, rows, &undoing->trouble))
        return false;
    bool is_undone = sqlite3_column_int(rows, 7) != 0;
    add_all(undoing->brought, &row.stored.event);
    sqlite3_reset(rows);
    if (is_undone)
        return refuse(undoing, N_("it is taken back already"));
    return row.stored.event.original_count > 0 ||
           refuse(undoing, N_("an older Lyhörd made it, and did not keep what came in"));
}

static bool hangs_on(const undoer *undoing, const lyh_event *event)
{
    if (event->kind == LYH_EVENT_JOINED || id_set_has(undoing->brought, event->id))
        return false;
    bool does = id_set_has(undoing->brought, event->target);
    for (size_t i = 0; i < event->original_count; i++)
        does |= id_set_has(undoing->brought, event->originals[i]);
    return does;
}

/* What people have decided since about what came in would be about nothing. */
static bool look_for_hanging(undoer *undoing)
{
    sqlite3_stmt *rows = database_statement(
        undoing->db, "SELECT " JOURNAL_COLUMNS " FROM journal j JOIN effects e USING(seq) "
                     "WHERE e.live ORDER BY j.seq");
    while (database_row(undoing->db, rows, &undoing->trouble)) {
        g_auto(journal_row) row = { 0 };
        if (!journal_row_read(&row, undoing->db, rows, &undoing->trouble))
            break;
        const lyh_event *event = &row.stored.event;
        if (!hangs_on(undoing, event) || undoing->hanging++ > 0)
            continue;
        undoing->who = g_strdup(event->who);
        undoing->at = g_strdup(event->at);
    }
    if (rows)
        sqlite3_reset(rows);
    return undoing->trouble.kind == LYH_ERROR_NONE;
}

static bool may_undo(undoer *undoing, lyh_event_id import)
{
    if (!find_import(undoing, import) || !look_for_hanging(undoing))
        return false;
    if (undoing->hanging == 0)
        return true;
    lyh_diags_error(
        undoing->diags, "import-undo", lyh_place_file(undoing->db->path),
        lyh_trn(lyh_diags_catalog(undoing->diags),
                "this import is not taken back: since then %zu decision is about "
                "what came in (by %s, %s); take that back in the workbench first",
                "this import is not taken back: since then %zu decisions are about "
                "what came in (the first by %s, %s); take those back in the "
                "workbench first",
                undoing->hanging),
        undoing->hanging, undoing->who, undoing->at);
    return lyh_error_set(&undoing->trouble, LYH_ERROR_DATA, 0, undoing->db->path);
}

static bool write_undo(undoer *undoing, const lyh_event *undo)
{
    int64_t clock, seq;
    g_autofree char *body = event_body(undo);
    return database_number(undoing->db, "SELECT max(clock) + 1 FROM journal", &clock,
                           &undoing->trouble) &&
           journal_insert(undoing->db, undo, body, clock, &seq, &undoing->trouble) &&
           journal_make_state(undoing->db, &undoing->trouble);
}

bool lyh_journal_can_undo_import(lyh_journal *journal, lyh_event_id import,
                                 lyh_diags *diags, lyh_error *error)
{
    g_auto(undoer) undoing = { .db = journal->db, .diags = diags, .brought = id_set_new() };
    if (may_undo(&undoing, import))
        return true;
    *error = undoing.trouble;
    return false;
}

bool lyh_journal_undo_import(lyh_journal *journal, lyh_event_id import,
                             lyh_event_id undo_id, const char *at, lyh_diags *diags,
                             lyh_error *error)
{
    g_auto(undoer) undoing = { .db = journal->db, .diags = diags, .brought = id_set_new() };
    const lyh_event undo = { .id = undo_id,
                             .at = at,
                             .who = LYH_IMPORTER,
                             .kind = LYH_EVENT_UNDO,
                             .target = import };
    g_assert(journal->mode != LYH_JOURNAL_READ);
    g_assert(!event_fault(&undo));
    if (!database_begin(journal->db, error))
        return false;
    if (may_undo(&undoing, import) && write_undo(&undoing, &undo))
        return database_commit(journal->db, error);
    database_rollback(journal->db);
    *error = undoing.trouble;
    return false;
}
