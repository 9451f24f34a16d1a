/**
 * What came into a journal from elsewhere, and how it is taken back: all of it in one step.
 *
 * An import is an event of the kind JOINED that names the events it brought (originals). An UNDO of
 * it sets them aside: they stand in the journal and hold no more, and no other journal that joins
 * this one gets them. Somebody's own decisions were never brought and are never set aside. The same
 * file taken in again brings them back, by an import of its own.
 *
 * An import is of this journal alone: it is not handed on to another one that joins it.
 */
#ifndef LYHORD_STORE_IMPORTS_H
#define LYHORD_STORE_IMPORTS_H

#include <lyhord/store/journal.h>

/** Strings are lent by the list. */
typedef struct lyh_stored_import {
    lyh_event_id id; /* of the JOINED event */
    const char *at, *from;
    size_t events; /* that it brought; 0: of a time when that was not kept */
    bool is_undone;
} lyh_stored_import;

typedef struct lyh_stored_imports lyh_stored_imports;

/** All of them, newest first. Free with lyh_stored_imports_free(). NULL: @error. */
lyh_stored_imports *lyh_journal_imports(lyh_journal *journal, lyh_error *error);
/** NULL is fine. */
void lyh_stored_imports_free(lyh_stored_imports *imports);
size_t lyh_stored_imports_count(const lyh_stored_imports *imports);
const lyh_stored_import *lyh_stored_imports_at(const lyh_stored_imports *imports,
                                               size_t index);

/**
 * Take the import @import back, as the event @undo_id (random) at @at. Whole or not at all. Refused
 * (@diags, LYH_ERROR_DATA): there is no such import, it is taken back already, it is of a time when
 * what it brought was not kept, or people have decided things since about what came in, which
 * they must take back first.
 */
bool lyh_journal_undo_import(lyh_journal *journal, lyh_event_id import,
                             lyh_event_id undo_id, const char *at, lyh_diags *diags,
                             lyh_error *error);

/** Would it be? The same answer, and nothing is written: @journal may be open for reading. */
bool lyh_journal_can_undo_import(lyh_journal *journal, lyh_event_id import,
                                 lyh_diags *diags, lyh_error *error);

#endif
