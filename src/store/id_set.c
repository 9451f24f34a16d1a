#include "id_set.h"

#include <string.h>

guint id_hash(gconstpointer id)
{
    guint hash;
    memcpy(&hash, id, sizeof hash);
    return hash;
}

gboolean id_equal(gconstpointer a, gconstpointer b)
{
    return memcmp(a, b, sizeof(lyh_event_id)) == 0;
}

GHashTable *id_set_new(void)
{
    return g_hash_table_new_full(id_hash, id_equal, g_free, NULL);
}

void id_set_add(GHashTable *set, lyh_event_id id)
{
    g_hash_table_add(set, g_memdup2(&id, sizeof id));
}

bool id_set_has(GHashTable *set, lyh_event_id id)
{
    return g_hash_table_contains(set, &id);
}
