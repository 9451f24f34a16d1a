/**
 * A journal that begins with what was decided before there was one.
 *
 * Codings that people kept in files say who, what and where, but not when, so their events stand
 * before all others: at LYH_TIME_UNKNOWN, with a clock of 0, and in nobody's row of things to
 * take back. The id of each is made of what it says (UUID version 5, RFC 9562), so that the same files
 * give the same events, however often and on how many computers they are taken in.
 */
#ifndef LYHORD_STORE_BEGINNING_H
#define LYHORD_STORE_BEGINNING_H

#include <lyhord/store/journal.h>

/** The id of @event by all it says but its id. */
lyh_event_id lyh_event_id_of(const lyh_event *event);

/**
 * A journal, in memory, of @count events, which may be in any order; two that are the same are one.
 * NULL: @diags (one that is not as an event must be), @error. lyh_journal_close().
 */
lyh_journal *lyh_journal_begin(const lyh_event *events, size_t count, lyh_diags *diags,
                               lyh_error *error);

/**
 * Write such a journal as @path, where nothing is: whole or not at all, 0600. LYH_ERROR_CANNOT_CREATE
 * with EEXIST when something has come there.
 */
bool lyh_journal_write(lyh_journal *journal, const char *path, lyh_error *error);

/**
 * What coders decided together, of which a file tells only what: find which codings of two of them each
 * decision was about. @codings are coders' (CODE, ACCEPT, REJECT), @decided of the kind AGREED with their
 * places; of each document the two coders first by name who coded it are paired as
 * lyh_journal_pairs() does, and a decision is about the pair it shares most characters with, one of the
 * same code before others. Then originals and coders are filled, from @kept and @codings' names, and who is the first of
 * them; else they stay empty, and who is LYH_IMPORTER. @kept: g_free() it after the events.
 */
void lyh_together_find(const lyh_event *codings, size_t count, lyh_event *decided,
                       size_t decided_count, void **kept);

#endif
