#include "items.h"

#include <glib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "glob.h"
#include "../order.h"

#define UNDECIDED UINT32_MAX

/** A glob's pattern, and where it is looked for. */
typedef struct glob_item {
    char *pattern;
    size_t size, prefix;
    uint32_t item;
} glob_item;

/** An item met by the type being decided. */
typedef struct met_item {
    uint32_t item;
    uint32_t is_denied; /* of the item's size, that no byte between them be undefined */
} met_item;

struct lyh_items {
    lyh_vocabulary *vocabulary;
    lyh_lexicon *lexicon;
    lyh_compounds *compounds; /* NULL until a compound is asked about */
    uint32_t count;
    GHashTable *exact;    /* type -> item + 1 */
    GHashTable *words;    /* type of a word -> item + 1 */
    GHashTable *by_lemma; /* type of a lemma -> GArray of item */
    GArray *by_probe;     /* item, by probe of the compounds */
    GHashTable *by_glob;  /* pattern -> item + 1 */
    GArray *globs[257];   /* glob_item by first byte; [256]: no literal first byte */
    GArray *is_glob;      /* bool by item */
    GPtrArray *starts;    /* GArray of sequence, by item */
    GArray *sets;         /* lyh_item_set; [0] is empty */
    GHashTable *set_ids;  /* GBytes of met_item -> set id */
    GArray *set_by_type;  /* uint32_t, UNDECIDED until asked */
    GArray *found;        /* scratch: met_item of the type being decided */
};

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

static void add_found(lyh_items *items, uint32_t item, bool is_denied)
{
    met_item met = { item, is_denied };
    g_array_append_val(items->found, met);
}

static void find_exact(lyh_items *items, uint32_t type)
{
    size_t known =
        GPOINTER_TO_SIZE(g_hash_table_lookup(items->exact, GUINT_TO_POINTER(type)));
    if (known)
        add_found(items, (uint32_t)(known - 1), false);
}

static void find_globs_in(lyh_items *items, const GArray *globs, const char *word,
                          size_t size)
{
    for (size_t i = 0; globs && i < globs->len; i++) {
        const glob_item *glob = &g_array_index(globs, glob_item, i);
        if (glob->prefix <= size && memcmp(glob->pattern, word, glob->prefix) == 0 &&
            lyh_glob_matches(glob->pattern, glob->size, word, size))
            add_found(items, glob->item, false);
    }
}

static void find_words(lyh_items *items, uint32_t type)
{
    size_t count;
    if (g_hash_table_size(items->by_lemma) == 0)
        return;
    const uint32_t *lemmas = lyh_lexicon_lemmas(items->lexicon, type, &count);
    for (size_t i = 0; i < count; i++) {
        const GArray *list =
            g_hash_table_lookup(items->by_lemma, GUINT_TO_POINTER(lemmas[i]));
        for (guint k = 0; list && k < list->len; k++)
            add_found(items, g_array_index(list, uint32_t, k), false);
    }
}

static void find_compounds(lyh_items *items, uint32_t type)
{
    size_t count;
    if (!items->compounds)
        return;
    const lyh_compound_match *matches = lyh_compounds_match(items->compounds, type, &count);
    for (size_t i = 0; i < count; i++)
        add_found(items, g_array_index(items->by_probe, uint32_t, matches[i].probe),
                  matches[i].kinship == LYH_KINSHIP_DENIED);
}

static bool has_word_character(const char *word, size_t size)
{
    size_t length;
    for (size_t at = 0; at < size; at += length)
        if (lyh_char_is_word(lyh_text_char(word + at, size - at, &length)))
            return true;
    return false;
}

static gint ascending(gconstpointer one, gconstpointer two)
{
    return order(*(const uint32_t *)one, *(const uint32_t *)two);
}

/** Ascending, each once. */
static void tidy(GArray *list)
{
    guint kept = 0;
    g_array_sort(list, ascending);
    for (guint i = 0; i < list->len; i++) {
        uint32_t value = g_array_index(list, uint32_t, i);
        if (kept == 0 || g_array_index(list, uint32_t, kept - 1) != value)
            g_array_index(list, uint32_t, kept++) = value;
    }
    g_array_set_size(list, kept);
}

static gint by_item(gconstpointer one, gconstpointer two)
{
    return order(((const met_item *)one)->item, ((const met_item *)two)->item);
}

/** Ascending, each once. A word is found by each lemma it shares with the type. */
static void tidy_found(GArray *found)
{
    guint kept = 0;
    g_array_sort(found, by_item);
    for (guint i = 0; i < found->len; i++) {
        met_item met = g_array_index(found, met_item, i);
        if (kept == 0 || g_array_index(found, met_item, kept - 1).item != met.item)
            g_array_index(found, met_item, kept++) = met;
    }
    g_array_set_size(found, kept);
}

static lyh_item_set new_set(lyh_items *items)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    size_t count = items->found->len;
    uint32_t *met = g_new(uint32_t, count);
    bool *are_denied = g_new(bool, count);
    for (guint i = 0; i < count; i++) {
        const met_item *here = &g_array_index(items->found, met_item, i);
        const GArray *more = g_ptr_array_index(items->starts, here->item);
        g_array_append_vals(starts, more->data, more->len);
        met[i] = here->item;
        are_denied[i] = here->is_denied != 0;
    }
    tidy(starts);
    return (lyh_item_set){
        .items = met,
        .starts = g_memdup2(starts->data, starts->len * sizeof(uint32_t)),
        .are_denied = are_denied,
        .item_count = count,
        .start_count = starts->len,
    };
}

/** The id of the set of what was found. */
static uint32_t intern_found(lyh_items *items)
{
    if (items->found->len == 0)
        return 0;
    tidy_found(items->found);
    g_autoptr(GBytes) key =
        g_bytes_new(items->found->data, items->found->len * sizeof(met_item));
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(items->set_ids, key));
    if (known)
        return (uint32_t)known;
    lyh_item_set set = new_set(items);
    g_array_append_val(items->sets, set);
    uint32_t id = items->sets->len - 1;
    g_hash_table_insert(items->set_ids, g_steal_pointer(&key),
                        GSIZE_TO_POINTER((size_t)id));
    return id;
}

static uint32_t decide(lyh_items *items, uint32_t type)
{
    size_t size;
    const char *word = lyh_vocabulary_spelling(items->vocabulary, type, &size);
    g_array_set_size(items->found, 0);
    find_exact(items, type);
    if (has_word_character(word, size)) {
        find_globs_in(items, items->globs[(unsigned char)word[0]], word, size);
        find_globs_in(items, items->globs[256], word, size);
        find_words(items, type); /* last: it may intern lemmas, and move the spelling */
        find_compounds(items, type);
    }
    return intern_found(items);
}

static void make_room(lyh_items *items, uint32_t type)
{
    guint old = items->set_by_type->len;
    guint needed = MAX(lyh_vocabulary_count(items->vocabulary), type + 1);
    g_array_set_size(items->set_by_type, needed);
    for (guint i = old; i < needed; i++)
        g_array_index(items->set_by_type, uint32_t, i) = UNDECIDED;
}

uint32_t lyh_items_set_of(lyh_items *items, uint32_t type)
{
    if (G_UNLIKELY(type >= items->set_by_type->len))
        make_room(items, type);
    uint32_t set = g_array_index(items->set_by_type, uint32_t, type);
    if (G_LIKELY(set != UNDECIDED))
        return set;
    set = decide(items, type);
    g_array_index(items->set_by_type, uint32_t, type) = set;
    return set;
}

lyh_item_set lyh_items_set(const lyh_items *items, uint32_t set)
{
    return g_array_index(items->sets, lyh_item_set, set);
}

lyh_meeting lyh_items_set_meets(const lyh_items *items, uint32_t set, uint32_t item)
{
    const lyh_item_set *found = &g_array_index(items->sets, lyh_item_set, set);
    size_t low = 0, high = found->item_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (found->items[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == found->item_count || found->items[low] != item)
        return LYH_MEETS_NOT;
    return found->are_denied[low] ? LYH_MEETS_DENIED : LYH_MEETS;
}
