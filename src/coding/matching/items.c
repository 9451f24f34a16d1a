/*
 * The questions of a codebook, each an item. What types answer is in items_met.c.
 */
#include "items_private.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "glob.h"

static void free_globs(GArray *globs)
{
    for (size_t i = 0; globs && i < globs->len; i++)
        free(g_array_index(globs, glob_item, i).pattern);
    if (globs)
        g_array_unref(globs);
}

static void clear_set(void *data)
{
    lyh_item_set *set = data;
    g_free((void *)set->items);
    g_free((void *)set->starts);
    g_free((void *)set->are_denied);
}

lyh_items *lyh_items_new(lyh_vocabulary *vocabulary, lyh_lexicon *lexicon)
{
    lyh_items *items = g_new0(lyh_items, 1);
    lyh_item_set nothing = { 0 };
    items->vocabulary = vocabulary;
    items->lexicon = lexicon;
    items->exact = g_hash_table_new(g_direct_hash, g_direct_equal);
    items->words = g_hash_table_new(g_direct_hash, g_direct_equal);
    items->by_lemma = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL,
                                            (GDestroyNotify)g_array_unref);
    items->by_probe = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    items->by_glob = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    items->is_glob = g_array_new(FALSE, FALSE, sizeof(bool));
    items->starts = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    items->sets = g_array_new(FALSE, FALSE, sizeof(lyh_item_set));
    g_array_set_clear_func(items->sets, clear_set);
    g_array_append_val(items->sets, nothing);
    items->set_ids = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                           (GDestroyNotify)g_bytes_unref, NULL);
    items->set_by_type = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    items->beginnings = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    items->meetings = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    items->found = g_array_new(FALSE, FALSE, sizeof(met_item));
    return items;
}

void lyh_items_free(lyh_items *items)
{
    if (!items)
        return;
    g_hash_table_unref(items->exact);
    g_hash_table_unref(items->words);
    g_hash_table_unref(items->by_lemma);
    lyh_compounds_free(items->compounds);
    g_array_unref(items->by_probe);
    g_hash_table_unref(items->by_glob);
    for (size_t i = 0; i < G_N_ELEMENTS(items->globs); i++)
        free_globs(items->globs[i]);
    g_array_unref(items->is_glob);
    g_ptr_array_unref(items->starts);
    g_array_unref(items->sets);
    g_hash_table_unref(items->set_ids);
    g_array_unref(items->set_by_type);
    g_array_unref(items->beginnings);
    g_array_unref(items->meetings);
    g_array_unref(items->found);
    g_free(items);
}

static uint32_t add_item(lyh_items *items, bool is_glob)
{
    g_array_append_val(items->is_glob, is_glob);
    g_ptr_array_add(items->starts, g_array_new(FALSE, FALSE, sizeof(uint32_t)));
    return items->count++;
}

/** The item kept under @key, or a new one. @is_new says which. */
static uint32_t item_under(lyh_items *items, GHashTable *table, uint32_t key, bool *is_new)
{
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(table, GUINT_TO_POINTER(key)));
    *is_new = known == 0;
    if (known)
        return (uint32_t)(known - 1);
    uint32_t item = add_item(items, false);
    g_hash_table_insert(table, GUINT_TO_POINTER(key), GSIZE_TO_POINTER((size_t)item + 1));
    return item;
}

uint32_t lyh_items_exact(lyh_items *items, uint32_t type)
{
    bool is_new;
    return item_under(items, items->exact, type, &is_new);
}

static void add_lemma(lyh_items *items, uint32_t lemma, uint32_t item)
{
    void *key = GUINT_TO_POINTER(lemma);
    GArray *list = g_hash_table_lookup(items->by_lemma, key);
    if (!list) {
        list = g_array_new(FALSE, FALSE, sizeof(uint32_t));
        g_hash_table_insert(items->by_lemma, key, list);
    }
    g_array_append_val(list, item);
}

uint32_t lyh_items_word(lyh_items *items, uint32_t type)
{
    bool is_new;
    size_t count;
    uint32_t item = item_under(items, items->words, type, &is_new);
    if (!is_new)
        return item;
    const uint32_t *lemmas = lyh_lexicon_lemmas(items->lexicon, type, &count);
    for (size_t i = 0; i < count; i++)
        add_lemma(items, lemmas[i], item);
    return item;
}

uint32_t lyh_items_compound(lyh_items *items, uint32_t type, lyh_compound_part part)
{
    if (!items->compounds)
        items->compounds = lyh_compounds_new(items->lexicon);
    uint32_t probe = lyh_compounds_probe(items->compounds, type, part);
    if (probe == items->by_probe->len) {
        uint32_t item = add_item(items, false);
        g_array_append_val(items->by_probe, item);
    }
    return g_array_index(items->by_probe, uint32_t, probe);
}

uint32_t lyh_items_glob(lyh_items *items, const char *pattern, size_t size)
{
    size_t folded_size;
    char *folded = lyh_text_fold(pattern, size, &folded_size);
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(items->by_glob, folded));
    if (known) {
        free(folded);
        return (uint32_t)(known - 1);
    }
    uint32_t item = add_item(items, true);
    size_t prefix = lyh_glob_prefix(folded, folded_size);
    size_t bucket = prefix ? (unsigned char)folded[0] : 256;
    if (!items->globs[bucket])
        items->globs[bucket] = g_array_new(FALSE, FALSE, sizeof(glob_item));
    g_array_append_val(items->globs[bucket],
                       ((glob_item){ folded, folded_size, prefix, item }));
    g_hash_table_insert(items->by_glob, g_strdup(folded),
                        GSIZE_TO_POINTER((size_t)item + 1));
    return item;
}

bool lyh_items_is_glob(const lyh_items *items, uint32_t item)
{
    return g_array_index(items->is_glob, bool, item);
}

void lyh_items_start(lyh_items *items, uint32_t item, uint32_t sequence)
{
    g_assert(items->set_by_type->len == 0);
    g_array_append_val((GArray *)g_ptr_array_index(items->starts, item), sequence);
}
