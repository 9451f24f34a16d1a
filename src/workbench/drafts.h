/**
 * From what a page says to an event of the journal: every name, place and id is looked up, and what
 * does not fit the study is refused before anything is written.
 *
 * The page says where and what; the words, their surroundings, whose they are, and what a
 * suggestion found are taken from the interview itself, so that no page can write words that
 * nobody said.
 */
#ifndef LYHORD_WORKBENCH_DRAFTS_H
#define LYHORD_WORKBENCH_DRAFTS_H

#include <jansson.h>
#include <lyhord/store/event.h>

#include "bench.h"

typedef struct draft_list draft_list;

/**
 * Events of the coder at @bench, made at one time. @sending names what is sent, or is NULL: what
 * comes twice under one name has the same ids. Free with drafts_free().
 */
draft_list *drafts_new(workbench *bench, const char *sending);
/** NULL is fine. */
void drafts_free(draft_list *drafts);

/**
 * Add the event that @said, an object of the page, means. NULL when it was added, else what is wrong: an
 * English msgid.
 */
const char *drafts_take(draft_list *drafts, const json_t *said);
/** Add the event that takes back @target. */
void drafts_undo(draft_list *drafts, lyh_event_id target);

/** Lent until the next is added. */
const lyh_event *drafts_events(const draft_list *drafts, size_t *count);

#endif
