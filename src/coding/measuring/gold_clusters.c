/*
 * Which records of a gold file hang together.
 */
#include "gold_private.h"

/* The record that stands for all that hang together with @record; ways are halved as they are gone. */
static size_t root_of(size_t *above, size_t record)
{
    while (above[record] != record) {
        above[record] = above[above[record]];
        record = above[record];
    }
    return record;
}

/* The earlier record stands for both. */
static void tie(size_t *above, size_t one, size_t two)
{
    size_t a = root_of(above, one), b = root_of(above, two);
    above[MAX(a, b)] = MIN(a, b);
}

void gold_cluster(lyh_gold *gold, const GPtrArray *keys)
{
    size_t count = gold->records->len;
    g_autofree size_t *above = g_new(size_t, count);
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < count; i++) {
        const GPtrArray *shared = keys->pdata[i];
        above[i] = i;
        for (guint k = 0; k < shared->len; k++) {
            gpointer known = g_hash_table_lookup(first, shared->pdata[k]);
            if (known)
                tie(above, i, GPOINTER_TO_SIZE(known) - 1);
            else
                g_hash_table_insert(first, shared->pdata[k], GSIZE_TO_POINTER(i + 1));
        }
    }
    for (size_t i = 0; i < count; i++)
        g_array_index(gold->records, lyh_gold_record, i).cluster = root_of(above, i);
}
