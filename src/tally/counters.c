#include "counters.h"

struct tally_counters {
    GHashTable *all;     /* tally_counter, owned, as its own key */
    GPtrArray **of_code; /* tally_counter *, or NULL */
    size_t code_count;
};

static guint hash_counter(gconstpointer data)
{
    const tally_counter *counter = data;
    guint64 key = (guint64)counter->code * 0x9e3779b97f4a7c15u + counter->respondent;
    return (guint)(key ^ (key >> 29));
}

static gboolean same_counter(gconstpointer one, gconstpointer two)
{
    const tally_counter *a = one, *b = two;
    return a->code == b->code && a->respondent == b->respondent;
}

tally_counters *tally_counters_new(size_t code_count)
{
    tally_counters *counters = g_new0(tally_counters, 1);
    counters->all = g_hash_table_new_full(hash_counter, same_counter, g_free, NULL);
    counters->of_code = g_new0(GPtrArray *, code_count);
    counters->code_count = code_count;
    return counters;
}

void tally_counters_free(tally_counters *counters)
{
    if (!counters)
        return;
    for (size_t i = 0; i < counters->code_count; i++)
        g_clear_pointer(&counters->of_code[i], g_ptr_array_unref);
    g_free(counters->of_code);
    g_hash_table_unref(counters->all);
    g_free(counters);
}

const tally_counter *tally_counters_find(const tally_counters *counters, size_t code,
                                         size_t respondent)
{
    const tally_counter key = { .code = code, .respondent = respondent };
    return g_hash_table_lookup(counters->all, &key);
}

/* A person's codings come together: the counter is often the code's last one. */
static tally_counter *last_of_code(const tally_counters *counters, size_t code,
                                   size_t respondent)
{
    const GPtrArray *all = counters->of_code[code];
    tally_counter *last = all && all->len > 0 ? all->pdata[all->len - 1] : NULL;
    return last && last->respondent == respondent ? last : NULL;
}

tally_counter *tally_counters_take(tally_counters *counters, size_t code, size_t respondent)
{
    const tally_counter key = { .code = code, .respondent = respondent };
    tally_counter *counter = last_of_code(counters, code, respondent);
    if (!counter)
        counter = g_hash_table_lookup(counters->all, &key);
    if (counter)
        return counter;

    counter = g_new(tally_counter, 1);
    *counter = key;
    g_hash_table_add(counters->all, counter);
    if (!counters->of_code[code])
        counters->of_code[code] = g_ptr_array_new();
    g_ptr_array_add(counters->of_code[code], counter);
    return counter;
}

void tally_counters_drain(tally_counters *counters,
                          void (*visit)(const tally_counter *counter, void *user),
                          void *user)
{
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, counters->all);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const tally_counter *counter = key;
        visit(counter, user);
        g_ptr_array_set_size(counters->of_code[counter->code], 0);
    }
    g_hash_table_remove_all(counters->all);
}

const GPtrArray *tally_counters_of(const tally_counters *counters, size_t code)
{
    g_assert(code < counters->code_count);
    return counters->of_code[code];
}
