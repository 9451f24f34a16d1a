/** Sets of event ids. Private to store. */
#ifndef LYHORD_STORE_ID_SET_H
#define LYHORD_STORE_ID_SET_H

#include <glib.h>

#include <lyhord/store/event.h>

/** For tables whose keys are lyh_event_id that somebody else keeps. */
guint id_hash(gconstpointer id);
gboolean id_equal(gconstpointer a, gconstpointer b);

/** A set that owns its ids: g_hash_table_unref(). */
GHashTable *id_set_new(void);
void id_set_add(GHashTable *set, lyh_event_id id);
bool id_set_has(GHashTable *set, lyh_event_id id);

#endif
