/** What the files of the store share about events. */
#ifndef LYHORD_STORE_EVENT_PRIVATE_H
#define LYHORD_STORE_EVENT_PRIVATE_H

#include <glib.h>
#include <jansson.h>

#include <lyhord/store/event.h>

/** @text, or "". */
const char *event_text(const char *text);

/**
 * What is wrong with @event, an English msgid, or NULL. Nothing about its target: that is for
 * whoever knows the journal.
 */
const char *event_fault(const lyh_event *event);

/** Does it make a coding, or say that somebody does not want one? */
bool event_makes_coding(lyh_event_kind kind);
/** Is it about a coding: does it make, change or end one? */
bool event_is_of_coding(lyh_event_kind kind);
bool event_can_be_undone(lyh_event_kind kind);

/** The kind called @name; LYH_EVENT_KIND_COUNT: none. */
lyh_event_kind event_kind_of(const char *name);

/** The body of @event as it is kept: one canonical form, keys sorted, nothing that is empty. g_free(). */
char *event_body(const lyh_event *event);

/** An event read back; its strings live as long as @root. */
typedef struct stored_event {
    lyh_event event;
    json_t *root;
    lyh_event_id *originals;
    const char **coders;
} stored_event;

/** Fill all of @stored->event that the body holds, for its kind. False: it is no body of ours. */
bool stored_event_read(stored_event *stored, lyh_event_kind kind, const char *body);
void stored_event_clear(stored_event *stored);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(stored_event, stored_event_clear)

#endif
