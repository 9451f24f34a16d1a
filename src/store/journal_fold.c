/* The row that a subject has now, folded from those of its events that hold. */
#include <string.h>

#include "journal_private.h"

static bool remove_row(database *db, const char *sql, lyh_event_id subject,
                       lyh_error *error)
{
    sqlite3_stmt *remove = database_statement(db, sql);
    bind_id(remove, 1, subject);
    return database_do(db, remove, error);
}

/* Events of @subject that hold, oldest first. Not shared: folds may follow each other closely. */
static sqlite3_stmt *events_of(database *db, lyh_event_id subject)
{
    sqlite3_stmt *events = database_statement(
        db, "SELECT " JOURNAL_COLUMNS " FROM effects e JOIN journal j USING(seq) "
            "WHERE e.subject = ? AND e.live ORDER BY j.clock, j.id");
    bind_id(events, 1, subject);
    return events;
}

/* Only the last one counts of some, which may be as many as clicks. */
static sqlite3_stmt *last_event_of(database *db, lyh_event_id subject)
{
    sqlite3_stmt *events = database_statement(
        db, "SELECT " JOURNAL_COLUMNS " FROM effects e JOIN journal j USING(seq) "
            "WHERE e.subject = ? AND e.live ORDER BY j.clock DESC, j.id DESC LIMIT 1");
    bind_id(events, 1, subject);
    return events;
}

/* ---- codings ---- */

/* Values of the row; @made has the strings of the place, @first those that came with the coding. */
typedef struct coding_fold {
    bool is_there;
    lyh_event_id id;
    int64_t clock; /* of the event that chose the code */
    lyh_status status;
    lyh_mark mark;
    char *coder, *rule, *at;
    journal_row said; /* the event that chose place, code, polarity, state */
} coding_fold;

static void coding_fold_clear(coding_fold *fold)
{
    g_free(fold->coder);
    g_free(fold->rule);
    g_free(fold->at);
    journal_row_clear(&fold->said);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(coding_fold, coding_fold_clear)

static lyh_status status_of(const lyh_event *event)
{
    if (event->kind == LYH_EVENT_REJECT ||
        (event->kind == LYH_EVENT_AGREED && !event->is_on))
        return LYH_REJECTED;
    return *event_text(event->rule) ? LYH_ACCEPTED : LYH_MANUAL;
}

/* What a machine proposed and a person made something else of is the person's. */
static void leave_rule(coding_fold *fold, const lyh_event *before, const lyh_event *now)
{
    if (fold->status == LYH_REJECTED ||
        (strcmp(before->code, now->code) == 0 && before->polarity == now->polarity))
        return;
    fold->status = LYH_MANUAL;
    g_free(fold->rule);
    fold->rule = g_strdup("");
}

static void take_said(coding_fold *fold, journal_row *row)
{
    journal_row_clear(&fold->said);
    fold->said = *row;
    fold->clock = row->clock;
    *row = (journal_row){ 0 };
}

static void make(coding_fold *fold, journal_row *row)
{
    const lyh_event *event = &row->stored.event;
    if (!fold->is_there && lyh_event_id_is_none(fold->id))
        fold->id = event->id;
    fold->is_there = true;
    fold->status = status_of(event);
    fold->mark = event->mark;
    g_free(fold->rule);
    fold->rule = g_strdup(event->rule);
    g_free(fold->coder);
    fold->coder = g_strdup(event->kind == LYH_EVENT_AGREED ? LYH_TOGETHER : event->who);
    take_said(fold, row);
}

static void fold_coding(coding_fold *fold, journal_row *row)
{
    const lyh_event *event = &row->stored.event;
    g_free(fold->at);
    fold->at = g_strdup(event->at);
    if (event_makes_coding(event->kind))
        make(fold, row);
    else if (event->kind == LYH_EVENT_UNCODE)
        fold->is_there = false;
    else if (fold->is_there && event->kind == LYH_EVENT_MARK)
        fold->mark = event->mark;
    else if (fold->is_there && event->kind == LYH_EVENT_RECODE) {
        leave_rule(fold, &fold->said.stored.event, event);
        take_said(fold, row);
    }
}

static bool write_coding(database *db, lyh_event_id subject, const coding_fold *fold,
                         lyh_error *error)
{
    sqlite3_stmt *insert =
        database_statement(db, "INSERT OR REPLACE INTO codings "
                               "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    const lyh_event *said = &fold->said.stored.event;
    const lyh_text_place *place = &said->place;
    bind_id(insert, 1, subject);
    bind_id(insert, 2, fold->id);
    bind_text(insert, 3, fold->coder);
    bind_text(insert, 4, place->document);
    bind_text(insert, 5, place->text_sha256);
    bind_number(insert, 6, (int64_t)place->start);
    bind_number(insert, 7, (int64_t)place->end);
    bind_text(insert, 8, place->quote);
    bind_text(insert, 9, place->before);
    bind_text(insert, 10, place->after);
    bind_text(insert, 11, place->respondent);
    bind_number(insert, 12, place->turn == LYH_NONE ? -1 : (int64_t)place->turn);
    bind_text(insert, 13, said->code);
    bind_number(insert, 14, fold->clock);
    bind_number(insert, 15, said->polarity);
    bind_number(insert, 16, said->state);
    bind_number(insert, 17, said->time);
    bind_text(insert, 18, said->cue);
    bind_number(insert, 19, fold->status);
    bind_number(insert, 20, fold->mark);
    bind_text(insert, 21, fold->rule);
    bind_text(insert, 22, fold->at);
    return database_do(db, insert, error);
}

static bool fold_codings(database *db, lyh_event_id subject, lyh_error *error)
{
    g_auto(coding_fold) fold = { 0 };
    sqlite3_stmt *events = events_of(db, subject);
    lyh_error trouble = { 0 };
    while (database_row(db, events, &trouble)) {
        g_auto(journal_row) row = { 0 };
        if (!journal_row_read(&row, db, events, &trouble))
            break;
        fold_coding(&fold, &row);
    }
    if (events)
        sqlite3_reset(events);
    if (trouble.kind != LYH_ERROR_NONE) {
        *error = trouble;
        return false;
    }
    return fold.is_there
               ? write_coding(db, subject, &fold, error)
               : remove_row(db, "DELETE FROM codings WHERE subject = ?", subject, error);
}

/* ---- what only the last event says ---- */

/* The last event of @subject that holds: false and no trouble when there is none. */
static bool last_of(database *db, lyh_event_id subject, journal_row *row, sqlite3_stmt **at,
                    lyh_error *error)
{
    *at = last_event_of(db, subject);
    return database_row(db, *at, error) && journal_row_read(row, db, *at, error);
}

/* What it is about is said by its first event: one that writes it anew names that. */
static bool write_memo(database *db, lyh_event_id subject, const journal_row *row,
                       lyh_error *error)
{
    const lyh_event *event = &row->stored.event;
    sqlite3_stmt *insert = database_statement(
        db,
        "INSERT OR REPLACE INTO memos VALUES(?1, "
        "(SELECT clock FROM journal WHERE id = ?1), ?2, ?3, ?4, ?5, ?6, "
        "(SELECT e.target FROM effects e JOIN journal j USING(seq) WHERE j.id = ?1), ?7)");
    bind_id(insert, 1, subject);
    bind_text(insert, 2, event->who);
    bind_text(insert, 3, event->at);
    bind_number(insert, 4, event->about);
    bind_text(insert, 5, event->place.document);
    bind_text(insert, 6, event->code);
    bind_text(insert, 7, event->text);
    return database_do(db, insert, error);
}

static bool write_done(database *db, lyh_event_id subject, const journal_row *row,
                       lyh_error *error)
{
    const lyh_event *event = &row->stored.event;
    sqlite3_stmt *insert =
        database_statement(db, "INSERT OR REPLACE INTO done VALUES(?,?,?)");
    bind_id(insert, 1, subject);
    bind_text(insert, 2, event->place.document);
    bind_text(insert, 3, event->who);
    return database_do(db, insert, error);
}

static bool write_position(database *db, lyh_event_id subject, const journal_row *row,
                           lyh_error *error)
{
    const lyh_event *event = &row->stored.event;
    const lyh_text_place *place = &event->place;
    sqlite3_stmt *insert =
        database_statement(db, "INSERT OR REPLACE INTO positions VALUES(?,?,?,?,?,?,?)");
    bind_id(insert, 1, subject);
    bind_text(insert, 2, event->who);
    bind_text(insert, 3, place->document);
    bind_text(insert, 4, place->text_sha256);
    bind_number(insert, 5, (int64_t)place->start);
    bind_number(insert, 6, (int64_t)place->end);
    bind_number(insert, 7, place->turn == LYH_NONE ? -1 : (int64_t)place->turn);
    return database_do(db, insert, error);
}

static bool write_merge(database *db, lyh_event_id subject, const journal_row *row,
                        lyh_error *error)
{
    const lyh_event *event = &row->stored.event;
    sqlite3_stmt *insert =
        database_statement(db, "INSERT OR REPLACE INTO merges VALUES(?,?,?,?)");
    bind_id(insert, 1, subject);
    bind_number(insert, 2, row->clock);
    bind_text(insert, 3, event->code);
    bind_text(insert, 4, event->into);
    return database_do(db, insert, error);
}

typedef struct last_kind {
    lyh_event_kind kind;
    const char *remove;
    bool (*write)(database *db, lyh_event_id subject, const journal_row *row,
                  lyh_error *error);
} last_kind;

static const last_kind lasts[] = {
    { LYH_EVENT_DONE, "DELETE FROM done WHERE subject = ?", write_done },
    { LYH_EVENT_MEMO, "DELETE FROM memos WHERE subject = ?", write_memo },
    { LYH_EVENT_MERGE, "DELETE FROM merges WHERE subject = ?", write_merge },
    { LYH_EVENT_PLACE, "DELETE FROM positions WHERE subject = ?", write_position },
};

/* A memo of no words, and a "Klar" taken back, are none. */
static bool says_nothing(const lyh_event *event)
{
    return (event->kind == LYH_EVENT_MEMO && !*event->text) ||
           (event->kind == LYH_EVENT_DONE && !event->is_on);
}

static bool fold_last(database *db, lyh_event_id subject, const last_kind *kind,
                      lyh_error *error)
{
    g_auto(journal_row) row = { 0 };
    sqlite3_stmt *at;
    lyh_error trouble = { 0 };
    bool is_there = last_of(db, subject, &row, &at, &trouble);
    bool is_fine = trouble.kind == LYH_ERROR_NONE;
    if (is_fine && is_there && !says_nothing(&row.stored.event))
        is_fine = kind->write(db, subject, &row, &trouble);
    else if (is_fine)
        is_fine = remove_row(db, kind->remove, subject, &trouble);
    if (at)
        sqlite3_reset(at);
    if (!is_fine)
        *error = trouble;
    return is_fine;
}

bool journal_fold(database *db, lyh_event_id subject, lyh_event_kind kind, lyh_error *error)
{
    if (event_is_of_coding(kind))
        return fold_codings(db, subject, error);
    for (size_t i = 0; i < G_N_ELEMENTS(lasts); i++)
        if (lasts[i].kind == kind)
            return fold_last(db, subject, &lasts[i], error);
    return true;
}
