#include <lyhord/store/join.h>

#include <string.h>

#include "id_set.h"
#include "imports.h"
#include "journal_private.h"

typedef struct joiner {
    database *mine, *other;
    const lyh_join_texts *texts; /* or NULL */
    lyh_diags *diags;
    size_t added, known;
    GArray *brought;    /* lyh_event_id, of what is added or comes back */
    GHashTable *aside;  /* of mine: what an import brought that was taken back */
    GHashTable *hidden; /* the same of the other one, which does not hand it on */
    lyh_error trouble;
    size_t errors; /* told before */
} joiner;

static bool is_fine(const joiner *joining)
{
    return joining->trouble.kind == LYH_ERROR_NONE &&
           lyh_diags_error_count(joining->diags) == joining->errors;
}

/* ---- texts ---- */

/* The hash @mine coded @document by, when it has coded it by one other than @hash alone; g_free(). */
static char *coded_otherwise(joiner *joining, const char *document, const char *hash)
{
    sqlite3_stmt *find = database_statement(
        joining->mine, "SELECT text_sha256 FROM documents WHERE name = ?1 AND NOT EXISTS("
                       "SELECT 1 FROM documents WHERE name = ?1 AND text_sha256 = ?2)");
    bind_text(find, 1, document);
    bind_text(find, 2, hash);
    if (!database_row(joining->mine, find, &joining->trouble))
        return NULL;
    char *other = g_strdup(column_text(find, 0));
    sqlite3_reset(find);
    return other;
}

static void say_differs(const joiner *joining, const char *document)
{
    lyh_diags_error(joining->diags, "join-text", lyh_place_file(joining->other->path),
                    "the document '%s' was coded there in another text than the one here; "
                    "nothing is taken over until both have the same transcript",
                    document);
}

static void check_text(joiner *joining, const char *document, const char *hash)
{
    const lyh_join_texts *texts = joining->texts;
    if (!texts || !texts->text_sha256) {
        g_autofree char *other = coded_otherwise(joining, document, hash);
        if (other)
            say_differs(joining, document);
        return;
    }
    const char *here = texts->text_sha256(texts->user, document);
    if (!here)
        lyh_diags_error(joining->diags, "join-document",
                        lyh_place_file(joining->other->path),
                        "the document '%s' was coded there, and this study has no such "
                        "transcript; bring it here, or leave that journal out",
                        document);
    else if (strcmp(here, hash) != 0)
        say_differs(joining, document);
}

/* What stands coded now; how it came to that may have been in other texts. */
static void check_texts(joiner *joining)
{
    sqlite3_stmt *rows = database_statement(
        joining->other, "SELECT DISTINCT document, text_sha256 FROM codings ORDER BY 1, 2");
    while (database_row(joining->other, rows, &joining->trouble)) {
        g_autofree char *document = g_strdup(column_text(rows, 0));
        g_autofree char *hash = g_strdup(column_text(rows, 1));
        check_text(joining, document, hash);
    }
}

/* ---- events ---- */

static bool refuse(const joiner *joining, const lyh_event *event, const char *fault)
{
    char id[LYH_EVENT_ID_SIZE];
    lyh_event_id_text(event->id, id);
    lyh_diags_error(
        joining->diags, "join-event", lyh_place_file(joining->other->path),
        "nothing is taken over from this journal, for an event of it (%s) is not "
        "as it should be: %s",
        id, lyh_tr(lyh_diags_catalog(joining->diags), fault));
    return false;
}

/* Words that this study was to forget may still be there. */
static bool is_withdrawn(const joiner *joining, const lyh_event *event)
{
    const lyh_join_texts *texts = joining->texts;
    const char *respondent = event_text(event->place.respondent);
    if (!texts || !texts->is_withdrawn || !*respondent ||
        !texts->is_withdrawn(texts->user, respondent))
        return false;
    lyh_diags_error(joining->diags, "join-withdrawn", lyh_place_file(joining->other->path),
                    "this journal still holds words of '%s', who has withdrawn; take the "
                    "person out there first, with lyhord withdraw",
                    respondent);
    return true;
}

/* 1: @mine has just this; 0: it has nothing of that id; -1: something else, or trouble. */
static int find_double(joiner *joining, const lyh_event *event, const char *body)
{
    sqlite3_stmt *find = database_statement(
        joining->mine, "SELECT at, who, kind, body FROM journal WHERE id = ?");
    bind_id(find, 1, event->id);
    if (!database_row(joining->mine, find, &joining->trouble))
        return joining->trouble.kind == LYH_ERROR_NONE ? 0 : -1;
    bool is_same = strcmp(column_text(find, 0), event->at) == 0 &&
                   strcmp(column_text(find, 1), event->who) == 0 &&
                   strcmp(column_text(find, 2), lyh_event_kind_name(event->kind)) == 0 &&
                   strcmp(column_text(find, 3), body) == 0;
    sqlite3_reset(find);
    return is_same ? 1 : -1;
}

static bool take(joiner *joining, const journal_row *row)
{
    const lyh_event *event = &row->stored.event;
    const char *fault = event_fault(event);
    int64_t seq;
    if (fault)
        return refuse(joining, event, fault);
    if (is_withdrawn(joining, event))
        return false;
    g_autofree char *body = event_body(event);
    int is_known = find_double(joining, event, body);
    if (is_known < 0)
        return joining->trouble.kind == LYH_ERROR_NONE &&
               refuse(joining, event, N_("another event has its id"));
    bool is_back = is_known > 0 && id_set_has(joining->aside, event->id);
    joining->known += is_known > 0 && !is_back;
    joining->added += is_known == 0 || is_back;
    if (is_known == 0 || is_back)
        g_array_append_val(joining->brought, event->id);
    return is_known > 0 ||
           journal_insert(joining->mine, event, body, row->clock, &seq, &joining->trouble);
}

/* But its own imports, and what it took back of them: those are about that journal alone. */
static void take_all(joiner *joining)
{
    sqlite3_stmt *rows = database_statement(
        joining->other,
        "SELECT " JOURNAL_COLUMNS " FROM journal j JOIN effects e USING(seq) "
        "LEFT JOIN journal t ON t.id = e.target WHERE j.kind != 'joined' "
        "AND NOT (j.kind = 'undo' AND t.kind IS 'joined') ORDER BY j.seq");
    while (database_row(joining->other, rows, &joining->trouble)) {
        g_auto(journal_row) row = { 0 };
        if (!journal_row_read(&row, joining->other, rows, &joining->trouble))
            break;
        if (!id_set_has(joining->hidden, row.stored.event.id) && !take(joining, &row))
            break;
    }
    if (rows)
        sqlite3_reset(rows);
}

/* Everyone's decisions are their own in a journal from elsewhere, too. */
static void check_targets(joiner *joining)
{
    sqlite3_stmt *rows = database_statement(
        joining->mine,
        "SELECT j.id FROM effects e JOIN journal j USING(seq) "
        "LEFT JOIN journal t ON t.id = e.target WHERE e.target != zeroblob(16) "
        "AND (t.id IS NULL OR (j.kind = 'undo' AND t.who != j.who)) LIMIT 1");
    if (!database_row(joining->mine, rows, &joining->trouble))
        return;
    const lyh_event event = { .id = column_id(rows, 0) };
    refuse(joining, &event, N_("it is about what is another person's, or not there"));
    sqlite3_reset(rows);
}

static void note_join(joiner *joining, const lyh_event *joined)
{
    int64_t clock, seq;
    lyh_event naming = *joined;
    naming.originals = (const lyh_event_id *)(const void *)joining->brought->data;
    naming.original_count = joining->brought->len;
    g_autofree char *body = event_body(&naming);
    if (database_number(joining->mine, "SELECT max(clock) + 1 FROM journal", &clock,
                        &joining->trouble))
        journal_insert(joining->mine, &naming, body, clock, &seq, &joining->trouble);
}

static void join(joiner *joining, const lyh_event *joined)
{
    joining->aside =
        joined ? imports_aside(joining->mine, &joining->trouble) : id_set_new();
    joining->hidden = imports_aside(joining->other, &joining->trouble);
    if (joining->aside && joining->hidden)
        check_texts(joining);
    if (is_fine(joining))
        take_all(joining);
    if (is_fine(joining) && joining->added > 0 && joined)
        note_join(joining, joined);
    if (is_fine(joining) && joining->added > 0 &&
        journal_make_state(joining->mine, &joining->trouble))
        check_targets(joining);
}

static bool join_or_leave(joiner *joining, const lyh_event *joined, lyh_error *error)
{
    join(joining, joined);
    if (is_fine(joining))
        return database_commit(joining->mine, error);
    database_rollback(joining->mine);
    if (joining->trouble.kind == LYH_ERROR_NONE)
        lyh_error_set(&joining->trouble, LYH_ERROR_DATA, 0, joining->other->path);
    *error = joining->trouble;
    return false;
}

bool lyh_journal_join(lyh_journal *mine, lyh_journal *other, const lyh_join_texts *texts,
                      const lyh_event *joined, size_t *added, size_t *known,
                      lyh_diags *diags, lyh_error *error)
{
    joiner joining = { .mine = mine->db,
                       .other = other->db,
                       .texts = texts,
                       .diags = diags,
                       .brought = g_array_new(FALSE, FALSE, sizeof(lyh_event_id)),
                       .errors = lyh_diags_error_count(diags) };
    g_assert(mine->mode != LYH_JOURNAL_READ);
    bool is_joined =
        database_begin(mine->db, error) && join_or_leave(&joining, joined, error);
    if (added)
        *added = joining.added;
    if (known)
        *known = joining.known;
    g_array_unref(joining.brought);
    g_clear_pointer(&joining.aside, g_hash_table_unref);
    g_clear_pointer(&joining.hidden, g_hash_table_unref);
    return is_joined;
}
