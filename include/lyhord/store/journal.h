/**
 * study.db: what people decided about a study, in the order in which they did.
 *
 * One SQLite file. Its truth is the journal: events (lyhord/store/event.h) that are only ever
 * added. What holds now (codings, memos, who is done) stands beside it in tables that can be made
 * from the journal alone at any time. Suggestions are never in it, but for what people answered.
 *
 * An append is one transaction, on the disk before it returns (synchronous FULL: a decision that was
 * said to be kept is kept, also when the power goes). Two programs may have the file open and write; who
 * has to wait longer than LYH_JOURNAL_PATIENCE is told that it is busy. On disks that this machine
 * alone writes to it uses a write-ahead log (study.db-wal, -shm while open), elsewhere a rollback
 * journal, since a log needs shared memory (sqlite.org/wal.html). The file is its owner's
 * alone (0600), what is deleted is overwritten (secure_delete), and no temporary file is written.
 *
 * What one person undoes is their own, however long ago, in whatever session. The order of events is
 * that of a Lamport clock (Lamport 1978), then of ids, so that two people who join each other's
 * journals have the same state, whoever did so first.
 */
#ifndef LYHORD_STORE_JOURNAL_H
#define LYHORD_STORE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/error.h>
#include <lyhord/store/event.h>

/** "Lyhd": application_id in the file's header. */
#define LYH_JOURNAL_APPLICATION 0x4c796864
/** user_version: what this Lyhörd writes. 2: an import can be taken back, which 1 did not know. */
#define LYH_JOURNAL_VERSION 2
/** The oldest whose tables are the same: it is read as it stands. */
#define LYH_JOURNAL_OLDEST_READ 1
/** Milliseconds another writer is waited for. */
#define LYH_JOURNAL_PATIENCE 5000

typedef struct lyh_journal lyh_journal;

typedef enum lyh_journal_mode {
    LYH_JOURNAL_READ,  /* must be there; nothing is written */
    LYH_JOURNAL_WRITE, /* must be there */
    LYH_JOURNAL_CREATE /* made when there is none */
} lyh_journal_mode;

/**
 * Open @path. Refused with a diagnostic and LYH_ERROR_DATA: an empty file, one that is no journal
 * of ours, a damaged one, one that a newer Lyhörd wrote. An older one is brought up to date, after a
 * backup beside it, `study.db.bak-VERSION-NUMBER`, that has been opened and checked (the three
 * newest are kept); for reading alone one with other tables is refused. NULL: @diags, @error. Free with
 * lyh_journal_close().
 */
lyh_journal *lyh_journal_open(const char *path, lyh_journal_mode mode, lyh_diags *diags,
                              lyh_error *error);
/** NULL is fine. */
void lyh_journal_close(lyh_journal *journal);

const char *lyh_journal_path(const lyh_journal *journal);

/**
 * Add @count events, all or none, in this order. One whose id is there already with the same
 * content is passed over, so that a request may be sent twice. Refused, with a diagnostic each and
 * LYH_ERROR_DATA: what is incomplete; a target that is not there, or another person's (coders decide
 * together in the set LYH_TOGETHER, and each of them may change it); an undo of what cannot be
 * undone (place, joined, forgotten) or is undone already. LYH_ERROR_BUSY: another writer.
 */
bool lyh_journal_append(lyh_journal *journal, const lyh_event *events, size_t count,
                        lyh_diags *diags, lyh_error *error);

/**
 * Hand every event after number @after (0: all) to @visitor, oldest first by number, until it says
 * false; the event is lent for the call. @number counts up, with gaps.
 */
bool lyh_journal_read(lyh_journal *journal, uint64_t after,
                      bool (*visitor)(void *user, uint64_t number, const lyh_event *event),
                      void *user, lyh_error *error);

/** The same for the event @id alone, if it is there. */
bool lyh_journal_find(lyh_journal *journal, lyh_event_id id,
                      bool (*visitor)(void *user, uint64_t number, const lyh_event *event),
                      void *user, lyh_error *error);

/** The number of the last event: another program has written when it has grown. 0: none. */
bool lyh_journal_last(lyh_journal *journal, uint64_t *number, lyh_error *error);

/**
 * The newest event of @who that holds and can be undone; an id of none when there is none. A
 * lyh_event of the kind UNDO with it as target takes it back.
 */
bool lyh_journal_undo_next(lyh_journal *journal, const char *who, lyh_event_id *id,
                           lyh_error *error);
/** The same of what @who undid last, and has decided nothing since: an UNDO of it is a redo. */
bool lyh_journal_redo_next(lyh_journal *journal, const char *who, lyh_event_id *id,
                           lyh_error *error);

/** A coding as it stands. Strings are lent by the list. */
typedef struct lyh_stored_coding {
    lyh_event_id id;   /* of the event that made it: the target of what is done about it */
    const char *coder; /* or LYH_TOGETHER */
    lyh_text_place place;
    const char *code; /* after merges */
    lyh_polarity polarity;
    lyh_state state;
    lyh_time time;
    const char *cue;
    lyh_status status; /* manual, accepted or rejected */
    lyh_mark mark;
    const char *rule;
    const char *at; /* of the last event about it */
} lyh_stored_coding;

typedef struct lyh_stored_codings lyh_stored_codings;

/**
 * What @coder (NULL: everyone, LYH_TOGETHER too) has coded in @document (NULL: all), rejected
 * suggestions too; by document, start, end (longer first), coder, code. Free with
 * lyh_stored_codings_free(). NULL: @error.
 */
lyh_stored_codings *lyh_journal_codings(lyh_journal *journal, const char *coder,
                                        const char *document, lyh_error *error);
/** NULL is fine. */
void lyh_stored_codings_free(lyh_stored_codings *codings);
size_t lyh_stored_codings_count(const lyh_stored_codings *codings);
const lyh_stored_coding *lyh_stored_codings_at(const lyh_stored_codings *codings,
                                               size_t index);

/** A memo as it stands. Strings are lent by the list. */
typedef struct lyh_stored_memo {
    lyh_event_id id; /* of its first event: the target when it is written anew */
    const char *who, *at, *text;
    lyh_memo_about about;
    const char *document, *code;
    lyh_event_id coding;
} lyh_stored_memo;

typedef struct lyh_stored_memos lyh_stored_memos;

/** Memos that are not empty, oldest first. Free with lyh_stored_memos_free(). NULL: @error. */
lyh_stored_memos *lyh_journal_memos(lyh_journal *journal, lyh_error *error);
/** NULL is fine. */
void lyh_stored_memos_free(lyh_stored_memos *memos);
size_t lyh_stored_memos_count(const lyh_stored_memos *memos);
const lyh_stored_memo *lyh_stored_memos_at(const lyh_stored_memos *memos, size_t index);

/** A list of words that owns them. Free with lyh_stored_names_free(). */
typedef struct lyh_stored_names lyh_stored_names;
/** NULL is fine. */
void lyh_stored_names_free(lyh_stored_names *words);
size_t lyh_stored_names_count(const lyh_stored_names *words);
const char *lyh_stored_names_at(const lyh_stored_names *words, size_t index);

/** Who has codings or is done with something, sorted; LYH_TOGETHER last when there is such a set. */
lyh_stored_names *lyh_journal_coders(lyh_journal *journal, lyh_error *error);
/** Names of documents of which something is coded or done, sorted. */
lyh_stored_names *lyh_journal_documents(lyh_journal *journal, lyh_error *error);

/**
 * Names of documents that somebody has coded and of which nothing has been decided together, while
 * of others something has, sorted: what counts the set LYH_TOGETHER leaves them out.
 */
lyh_stored_names *lyh_journal_undecided(lyh_journal *journal, lyh_error *error);

/** Who is done with what ("Klar"): read at once, so that to ask of every interview and coder reads nothing more. */
typedef struct lyh_stored_done lyh_stored_done;

/** As the journal has it at this moment. Free with lyh_stored_done_free(). NULL: @error. */
lyh_stored_done *lyh_journal_done(lyh_journal *journal, lyh_error *error);
/** NULL is fine. */
void lyh_stored_done_free(lyh_stored_done *done);
/** Is @coder done with @document? */
bool lyh_stored_done_has(const lyh_stored_done *done, const char *document,
                         const char *coder);

/** Where @coder was last: @document and @text_sha256 are to be freed with free(), NULL when nowhere. */
typedef struct lyh_stored_position {
    char *document, *text_sha256;
    size_t start, end, turn;
} lyh_stored_position;
bool lyh_journal_position(lyh_journal *journal, const char *coder,
                          lyh_stored_position *position, lyh_error *error);

/**
 * Make all that holds from the journal alone. True when nothing had to be changed: it is so
 * always, unless the file has been tampered with. In LYH_JOURNAL_READ it only compares.
 */
bool lyh_journal_rebuild(lyh_journal *journal, bool *was_right, lyh_error *error);

#endif
