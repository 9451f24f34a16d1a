/*
 * The questions of a codebook, each an item. What types answer is in items_met.c.
 */
#include "items_private.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "glob.h"

static void clear_glob(void *data)
{
    free(((glob_item *)data)->pattern);
}

static GArray *new_globs(void)
{
    GArray *globs = g_array_new(FALSE, FALSE, sizeof(glob_item));
    g_array_set_clear_func(globs, clear_glob);
    return globs;
}

static void clear_asked(void *data)
{
    asked_item *asked = data;
    g_clear_pointer(&asked->starts, g_array_unref);
    g_clear_pointer(&asked->phrases, g_array_unref);
}

static void free_set(void *data)
{
    lyh_item_set *set = data;
    g_free((void *)set->items);
    g_free((void *)set->starts);
    g_free((void *)set->phrases);
    g_free((void *)set->are_denied);
    g_free(set);
}

lyh_items *lyh_items_new(lyh_vocabulary *vocabulary, lyh_lexicon *lexicon)
{
    lyh_items *items = g_new0(lyh_items, 1);
    items->vocabulary = vocabulary;
    items->lexicon = lexicon;
    items->asked = g_array_new(FALSE, FALSE, sizeof(asked_item));
    g_array_set_clear_func(items->asked, clear_asked);
    items->exact = g_hash_table_new(g_direct_hash, g_direct_equal);
    items->words = g_hash_table_new(g_direct_hash, g_direct_equal);
    items->by_lemma = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL,
                                            (GDestroyNotify)g_array_unref);
    items->by_probe = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    items->by_glob = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    items->short_globs = new_globs();
    items->sets = g_ptr_array_new_with_free_func(free_set);
    g_ptr_array_add(items->sets, g_new0(lyh_item_set, 1));
    items->set_ids = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                           (GDestroyNotify)g_bytes_unref, NULL);
    items->set_by_type = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    items->begins = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    items->alone = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    items->second = g_array_new(FALSE, FALSE, sizeof(uint64_t));
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
        g_clear_pointer(&items->globs[i], g_array_unref);
    g_array_unref(items->short_globs);
    g_array_unref(items->asked);
    g_ptr_array_unref(items->sets);
    g_hash_table_unref(items->set_ids);
    g_array_unref(items->set_by_type);
    g_array_unref(items->begins);
    g_array_unref(items->alone);
    g_array_unref(items->second);
    g_array_unref(items->found);
    g_free(items);
}

static uint32_t add_item(lyh_items *items, bool is_glob)
{
    const asked_item asked = { .is_glob = is_glob };
    g_array_append_val(items->asked, asked);
    return items->asked->len - 1;
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
    items->exact_end = MAX(items->exact_end, type + 1);
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

static void add_glob(lyh_items *items, glob_item glob)
{
    GArray **globs = &items->short_globs;
    if (glob.prefix >= GLOB_KEY) {
        uint32_t bit = glob_bit(glob.pattern);
        items->glob_bits[bit / 64] |= UINT64_C(1) << (bit % 64);
        globs = &items->globs[glob_bucket(glob.pattern)];
    }
    if (!*globs)
        *globs = new_globs();
    g_array_append_val(*globs, glob);
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
    add_glob(items, (glob_item){ folded, folded_size, lyh_glob_prefix(folded, folded_size),
                                 item });
    g_hash_table_insert(items->by_glob, g_strdup(folded),
                        GSIZE_TO_POINTER((size_t)item + 1));
    return item;
}

static asked_item *asked_at(const lyh_items *items, uint32_t item)
{
    return &g_array_index(items->asked, asked_item, item);
}

bool lyh_items_is_glob(const lyh_items *items, uint32_t item)
{
    return asked_at(items, item)->is_glob;
}

void lyh_items_start(lyh_items *items, uint32_t item, uint32_t start)
{
    GArray **starts = &asked_at(items, item)->starts;
    g_assert(items->set_by_type->len == 0);
    if (!*starts)
        *starts = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_array_append_val(*starts, start);
}

void lyh_items_open(lyh_items *items, uint32_t item, uint32_t second, uint32_t phrase)
{
    const lyh_item_phrase opened = { phrase, second };
    GArray **phrases = &asked_at(items, item)->phrases;
    g_assert(items->set_by_type->len == 0);
    if (!*phrases)
        *phrases = g_array_new(FALSE, FALSE, sizeof(lyh_item_phrase));
    g_array_append_val(*phrases, opened);
    asked_at(items, second)->is_second = true;
}
