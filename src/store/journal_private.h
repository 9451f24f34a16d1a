/** What the files of the journal share. */
#ifndef LYHORD_STORE_JOURNAL_PRIVATE_H
#define LYHORD_STORE_JOURNAL_PRIVATE_H

#include <lyhord/store/journal.h>

#include "database.h"
#include "event_private.h"

struct lyh_journal {
    database *db;
    lyh_journal_mode mode;
};

/** An event of the journal with its number and clock. */
typedef struct journal_row {
    stored_event stored;
    int64_t seq, clock;
} journal_row;

void journal_row_clear(journal_row *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(journal_row, journal_row_clear)

/** The columns that journal_row_read() wants, in its order. */
#define JOURNAL_COLUMNS "j.seq, j.id, j.clock, j.at, j.who, j.kind, j.body"

/** The row @statement stands at. at and who are lent until its next step. False: @error (damaged). */
bool journal_row_read(journal_row *row, const database *db, sqlite3_stmt *statement,
                      lyh_error *error);

/** Write the row of @event; @seq gets its number. */
bool journal_insert(database *db, const lyh_event *event, const char *body, int64_t clock,
                    int64_t *seq, lyh_error *error);

/** A name of 16 bytes made of texts, which NULL ends. */
lyh_event_id journal_id_of(const char *first, ...);

/** What an event is about: events with the same subject are folded together in their order. */
bool journal_subject(database *db, const lyh_event *event, lyh_event_id *subject,
                     lyh_error *error);

/** Note what @event, read back, is about, and that it holds. */
bool journal_note(database *db, const lyh_event *event, int64_t seq, lyh_error *error);

/** Note what @event, the newest of all, is about, and make what holds anew where it matters. */
bool journal_apply(database *db, const lyh_event *event, int64_t seq, lyh_error *error);

/** Empty all that follows from the journal and make it again, within the caller's transaction. */
bool journal_make_state(database *db, lyh_error *error);

/** Make the row of @subject, in the table that events of @kind have, from the events that hold. */
bool journal_fold(database *db, lyh_event_id subject, lyh_event_kind kind,
                  lyh_error *error);

#endif
