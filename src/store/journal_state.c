/*
 * What holds, from the journal. Every event has a subject: the coding, the memo, who is done with
 * what. What a subject is now comes from those of its events that hold, folded in their order, so
 * that taking one back is to fold without it.
 */
#include <string.h>

#include "journal_private.h"

/* ---- subjects ---- */

lyh_event_id journal_id_of(const char *first, ...)
{
    lyh_event_id subject;
    guint8 digest[32];
    gsize size = sizeof digest;
    va_list more;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    va_start(more, first);
    for (const char *text = first; text; text = va_arg(more, const char *))
        g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
    va_end(more);
    g_checksum_get_digest(sum, digest, &size);
    memcpy(subject.bytes, digest, sizeof subject.bytes);
    return subject;
}

/* Who thinks better of a suggestion answers the same one again, not another. */
static lyh_event_id subject_of_suggestion(const lyh_event *event)
{
    const lyh_text_place *place = &event->place;
    g_autofree char *span = g_strdup_printf("%zu-%zu", place->start, place->end);
    return journal_id_of("suggestion", event->who, place->document, place->text_sha256,
                         span, event->code, lyh_polarity_name(event->polarity), event->rule,
                         NULL);
}

/* Two who decide about the same codings decide the same question. @event was read back: sorted. */
static lyh_event_id subject_of_agreement(const lyh_event *event)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (size_t i = 0; i < event->original_count; i++) {
        char text[LYH_EVENT_ID_SIZE];
        lyh_event_id_text(event->originals[i], text);
        g_string_append(ids, text);
    }
    return ids->len > 0 ? journal_id_of("agreed", ids->str, NULL) : event->id;
}

static bool subject_of_target(database *db, lyh_event_id target, lyh_event_id *subject,
                              lyh_error *error)
{
    sqlite3_stmt *find = database_statement(
        db, "SELECT e.subject FROM journal j JOIN effects e USING(seq) WHERE j.id = ?");
    lyh_error trouble = { 0 };
    *subject = target; /* one that is not there makes nothing */
    bind_id(find, 1, target);
    if (database_row(db, find, &trouble)) {
        *subject = column_id(find, 0);
        sqlite3_reset(find);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

static bool target_is_memo(database *db, lyh_event_id target, bool *is_memo,
                           lyh_error *error)
{
    sqlite3_stmt *find =
        database_statement(db, "SELECT kind = 'memo' FROM journal WHERE id = ?");
    lyh_error trouble = { 0 };
    *is_memo = false;
    bind_id(find, 1, target);
    if (database_row(db, find, &trouble)) {
        *is_memo = sqlite3_column_int(find, 0) != 0;
        sqlite3_reset(find);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

bool journal_subject(database *db, const lyh_event *event, lyh_event_id *subject,
                     lyh_error *error)
{
    bool is_memo;
    *subject = event->id;
    switch (event->kind) {
    case LYH_EVENT_ACCEPT:
    case LYH_EVENT_REJECT:
        *subject = subject_of_suggestion(event);
        return true;
    case LYH_EVENT_AGREED:
        *subject = subject_of_agreement(event);
        return true;
    case LYH_EVENT_DONE:
        *subject = journal_id_of("done", event->place.document, event->who, NULL);
        return true;
    case LYH_EVENT_PLACE:
        *subject = journal_id_of("place", event->who, NULL);
        return true;
    case LYH_EVENT_RECODE:
    case LYH_EVENT_UNCODE:
    case LYH_EVENT_MARK:
        return subject_of_target(db, event->target, subject, error);
    case LYH_EVENT_MEMO:
        if (!target_is_memo(db, event->target, &is_memo, error))
            return false;
        return !is_memo || subject_of_target(db, event->target, subject, error);
    default:
        return true;
    }
}

/* ---- what holds ---- */

static bool note(database *db, const lyh_event *event, int64_t seq, lyh_event_id subject,
                 lyh_error *error)
{
    sqlite3_stmt *insert = database_statement(
        db, "INSERT INTO effects(seq, subject, target, live) VALUES(?,?,?,1)");
    bind_number(insert, 1, seq);
    bind_id(insert, 2, subject);
    bind_id(insert, 3, event->target);
    return database_do(db, insert, error);
}

static bool note_document(database *db, const lyh_event *event, lyh_error *error)
{
    if (!event_is_of_coding(event->kind) || !*event_text(event->place.text_sha256))
        return true;
    sqlite3_stmt *insert =
        database_statement(db, "INSERT OR IGNORE INTO documents VALUES(?,?)");
    bind_text(insert, 1, event->place.document);
    bind_text(insert, 2, event->place.text_sha256);
    return database_do(db, insert, error);
}

typedef struct undone {
    lyh_event_id id, target, subject;
    lyh_event_kind kind;
    bool is_live; /* as it is noted */
    bool should_be;
} undone;

static bool look_up(database *db, lyh_event_id id, undone *found, lyh_error *error)
{
    sqlite3_stmt *find =
        database_statement(db, "SELECT e.target, e.subject, j.kind, e.live, NOT EXISTS("
                               "SELECT 1 FROM effects u JOIN journal k USING(seq) "
                               "WHERE u.target = j.id AND k.kind = 'undo' AND u.live) "
                               "FROM journal j JOIN effects e USING(seq) WHERE j.id = ?");
    bind_id(find, 1, id);
    if (!database_row(db, find, error))
        return false;
    *found = (undone){ id,
                       column_id(find, 0),
                       column_id(find, 1),
                       event_kind_of(column_text(find, 2)),
                       sqlite3_column_int(find, 3) != 0,
                       sqlite3_column_int(find, 4) != 0 };
    sqlite3_reset(find);
    return true;
}

static bool set_live(database *db, lyh_event_id id, bool is_live, lyh_error *error)
{
    sqlite3_stmt *update = database_statement(
        db,
        "UPDATE effects SET live = ? WHERE seq = (SELECT seq FROM journal WHERE id = ?)");
    bind_number(update, 1, is_live);
    bind_id(update, 2, id);
    return database_do(db, update, error);
}

/* An undo changes whether another event holds; of an undo of an undo, so on down to a decision. */
static bool undo(database *db, lyh_event_id target, lyh_error *error)
{
    lyh_error trouble = { 0 };
    undone found;
    while (look_up(db, target, &found, &trouble) && found.is_live != found.should_be) {
        if (!set_live(db, found.id, found.should_be, error))
            return false;
        if (found.kind != LYH_EVENT_UNDO)
            return journal_fold(db, found.subject, found.kind, error);
        target = found.target;
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

bool journal_note(database *db, const lyh_event *event, int64_t seq, lyh_error *error)
{
    lyh_event_id subject;
    return journal_subject(db, event, &subject, error) &&
           note(db, event, seq, subject, error) && note_document(db, event, error);
}

bool journal_apply(database *db, const lyh_event *event, int64_t seq, lyh_error *error)
{
    /* as it will be read back: in the canonical order */
    g_autofree char *body = event_body(event);
    g_auto(stored_event) stored = { 0 };
    lyh_event_id subject;
    if (!stored_event_read(&stored, event->kind, body))
        return lyh_error_set(error, LYH_ERROR_DATA, 0, db->path);
    stored.event.id = event->id;
    stored.event.who = event->who;
    if (!journal_note(db, &stored.event, seq, error) ||
        !journal_subject(db, &stored.event, &subject, error))
        return false;
    return event->kind == LYH_EVENT_UNDO ? undo(db, event->target, error)
                                         : journal_fold(db, subject, event->kind, error);
}
