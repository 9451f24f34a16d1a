/* Adding to the journal: what is looked at before, and one transaction. */
#include <string.h>

#include "journal_private.h"

typedef struct appender {
    database *db;
    lyh_diags *diags;
    lyh_error trouble; /* of the machine */
    int64_t clock;
} appender;

static bool refuse(const appender *adding, const char *fault)
{
    lyh_diags_error(adding->diags, "journal-event", lyh_place_file(adding->db->path),
                    "this is not written: %s",
                    lyh_tr(lyh_diags_catalog(adding->diags), fault));
    return false;
}

bool journal_insert(database *db, const lyh_event *event, const char *body, int64_t clock,
                    int64_t *seq, lyh_error *error)
{
    sqlite3_stmt *insert = database_statement(
        db, "INSERT INTO journal(id, clock, at, who, kind, body) VALUES(?,?,?,?,?,?)");
    bind_id(insert, 1, event->id);
    bind_number(insert, 2, clock);
    bind_text(insert, 3, event->at);
    bind_text(insert, 4, event->who);
    bind_text(insert, 5, lyh_event_kind_name(event->kind));
    bind_text(insert, 6, body);
    if (!database_do(db, insert, error))
        return false;
    *seq = sqlite3_last_insert_rowid(db->handle);
    return true;
}

/* The event that @event is about. False: it is not there (row->seq is 0), or trouble. */
static bool find_target(appender *adding, lyh_event_id id, journal_row *row, char **who,
                        bool *is_live)
{
    sqlite3_stmt *find = database_statement(
        adding->db, "SELECT " JOURNAL_COLUMNS
                    ", e.live FROM journal j JOIN effects e USING(seq) WHERE j.id = ?");
    bind_id(find, 1, id);
    if (!database_row(adding->db, find, &adding->trouble))
        return false;
    bool is_read = journal_row_read(row, adding->db, find, &adding->trouble);
    if (is_read) {
        *who = g_strdup(row->stored.event.who);
        *is_live = sqlite3_column_int(find, 7) != 0;
    }
    sqlite3_reset(find);
    return is_read;
}

/* Its own maker may change a coding; what was decided together, each who decided, or who knows who. */
static bool may_change(const lyh_event *made, const char *maker, const char *who)
{
    bool is_nobodys = made->kind == LYH_EVENT_AGREED && made->coder_count == 0;
    bool is_among = strcmp(maker, who) == 0 || is_nobodys;
    for (size_t i = 0; i < made->coder_count; i++)
        is_among |= strcmp(made->coders[i], who) == 0;
    return is_among;
}

static const char *undo_fault(const lyh_event *target, const char *maker, bool is_live,
                              const lyh_event *event)
{
    if (strcmp(maker, event->who) != 0)
        return N_("what another person did is theirs to take back");
    if (!event_can_be_undone(target->kind))
        return N_("this is nothing that can be taken back");
    return is_live ? NULL : N_("it is taken back already");
}

static const char *memo_target_fault(const lyh_event *target, const char *maker,
                                     const lyh_event *event)
{
    if (target->kind != LYH_EVENT_MEMO)
        return event->about == LYH_MEMO_CODING && event_makes_coding(target->kind)
                   ? NULL
                   : N_("it is about an event that is no coding");
    return strcmp(maker, event->who) == 0 && target->about == event->about
               ? NULL
               : N_("what another person wrote is theirs to change");
}

static const char *target_fault(const lyh_event *target, const char *maker, bool is_live,
                                const lyh_event *event)
{
    switch (event->kind) {
    case LYH_EVENT_UNDO:
        return undo_fault(target, maker, is_live, event);
    case LYH_EVENT_MEMO:
        return memo_target_fault(target, maker, event);
    default:
        if (!event_makes_coding(target->kind))
            return N_("it is about an event that is no coding");
        return may_change(target, maker, event->who)
                   ? NULL
                   : N_("what another person coded is theirs to change");
    }
}

/* What it is about must be there, and be the person's own. */
static bool check_target(appender *adding, const lyh_event *event)
{
    g_auto(journal_row) row = { 0 };
    g_autofree char *maker = NULL;
    bool is_live;
    bool is_about_something =
        event->kind == LYH_EVENT_RECODE || event->kind == LYH_EVENT_UNCODE ||
        event->kind == LYH_EVENT_MARK || event->kind == LYH_EVENT_UNDO ||
        (event->kind == LYH_EVENT_MEMO && !lyh_event_id_is_none(event->target));
    if (!is_about_something)
        return true;
    if (!find_target(adding, event->target, &row, &maker, &is_live))
        return adding->trouble.kind == LYH_ERROR_NONE &&
               refuse(adding, N_("what it is about is not in the journal"));
    const char *fault = target_fault(&row.stored.event, maker, is_live, event);
    return !fault || refuse(adding, fault);
}

/* Sent twice, written once. */
static bool is_there(appender *adding, const lyh_event *event, const char *body,
                     bool *is_same)
{
    sqlite3_stmt *find = database_statement(
        adding->db, "SELECT at, who, kind, body FROM journal WHERE id = ?");
    bind_id(find, 1, event->id);
    if (!database_row(adding->db, find, &adding->trouble))
        return false;
    *is_same = strcmp(column_text(find, 0), event->at) == 0 &&
               strcmp(column_text(find, 1), event_text(event->who)) == 0 &&
               strcmp(column_text(find, 2), lyh_event_kind_name(event->kind)) == 0 &&
               strcmp(column_text(find, 3), body) == 0;
    sqlite3_reset(find);
    return true;
}

static bool add_one(appender *adding, const lyh_event *event)
{
    const char *fault = event_fault(event);
    bool is_same;
    int64_t seq;
    if (fault)
        return refuse(adding, fault);
    g_autofree char *body = event_body(event);
    if (is_there(adding, event, body, &is_same))
        return is_same || refuse(adding, N_("another event has its id"));
    if (adding->trouble.kind != LYH_ERROR_NONE || !check_target(adding, event))
        return false;
    return journal_insert(adding->db, event, body, ++adding->clock, &seq,
                          &adding->trouble) &&
           journal_apply(adding->db, event, seq, &adding->trouble);
}

static bool add_all(appender *adding, const lyh_event *events, size_t count)
{
    if (!database_number(adding->db, "SELECT coalesce(max(clock), 0) FROM journal",
                         &adding->clock, &adding->trouble))
        return false;
    bool is_fine = true;
    for (size_t i = 0; i < count && adding->trouble.kind == LYH_ERROR_NONE; i++)
        is_fine &= add_one(adding, &events[i]);
    return is_fine && adding->trouble.kind == LYH_ERROR_NONE;
}

bool lyh_journal_append(lyh_journal *journal, const lyh_event *events, size_t count,
                        lyh_diags *diags, lyh_error *error)
{
    appender adding = { .db = journal->db, .diags = diags };
    g_assert(journal->mode != LYH_JOURNAL_READ);
    if (!database_begin(journal->db, error))
        return false;
    if (add_all(&adding, events, count))
        return database_commit(journal->db, error);
    database_rollback(journal->db);
    if (adding.trouble.kind == LYH_ERROR_NONE)
        lyh_error_set(&adding.trouble, LYH_ERROR_DATA, 0, journal->db->path);
    *error = adding.trouble;
    return false;
}
