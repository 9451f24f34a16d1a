/*
 * Which items a type meets: decided when it is asked for the first time, and kept by its number.
 */
#include "items_private.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "glob.h"
#include "../order.h"

#define UNDECIDED UINT32_MAX

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

/* Of globs with one first letter the last letter of the prefix tells most apart. */
static bool begins_with(const char *word, size_t size, const glob_item *glob)
{
    size_t prefix = glob->prefix;
    return prefix == 0 ||
           (prefix <= size && word[prefix - 1] == glob->pattern[prefix - 1] &&
            memcmp(glob->pattern, word, prefix) == 0);
}

static void find_globs_in(lyh_items *items, const GArray *globs, const char *word,
                          size_t size)
{
    for (size_t i = 0; globs && i < globs->len; i++) {
        const glob_item *glob = &g_array_index(globs, glob_item, i);
        if (begins_with(word, size, glob) &&
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
    if (size > 0 && g_ascii_isalnum(word[0]))
        return true; /* nearly all */
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
    bool *are_denied = g_new(bool, count), denies = false;
    for (guint i = 0; i < count; i++) {
        const met_item *here = &g_array_index(items->found, met_item, i);
        const GArray *more = g_ptr_array_index(items->starts, here->item);
        g_array_append_vals(starts, more->data, more->len);
        met[i] = here->item;
        are_denied[i] = here->is_denied != 0;
        denies |= are_denied[i];
    }
    tidy(starts);
    return (lyh_item_set){
        .items = met,
        .starts = g_memdup2(starts->data, starts->len * sizeof(uint32_t)),
        .are_denied = are_denied,
        .item_count = count,
        .start_count = starts->len,
        .denies = denies,
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

/* More than are there, so that a growing vocabulary is not moved for each document. */
static void make_room(lyh_items *items, uint32_t count)
{
    guint old = items->set_by_type->len, size = (count / 64 * 3 / 2 + 1) * 64;
    if (count <= old)
        return;
    g_array_set_size(items->set_by_type, size);
    g_array_set_size(items->beginnings, size / 64);
    g_array_set_size(items->meetings, size / 64);
    for (guint type = old; type < size; type++)
        g_array_index(items->set_by_type, uint32_t, type) = UNDECIDED;
    for (guint i = old / 64; i < size / 64; i++) {
        g_array_index(items->beginnings, uint64_t, i) = UINT64_MAX;
        g_array_index(items->meetings, uint64_t, i) = UINT64_MAX;
    }
}

const uint64_t *lyh_items_beginnings(lyh_items *items)
{
    make_room(items, lyh_vocabulary_count(items->vocabulary));
    return &g_array_index(items->beginnings, uint64_t, 0);
}

const uint64_t *lyh_items_meetings(const lyh_items *items)
{
    return &g_array_index(items->meetings, uint64_t, 0);
}

/* Nothing begins with a type that is decided, and it meets nothing, unless its set says so. */
static void keep(lyh_items *items, uint32_t type, uint32_t set)
{
    uint64_t others = ~(UINT64_C(1) << (type % 64));
    g_array_index(items->set_by_type, uint32_t, type) = set;
    if (g_array_index(items->sets, lyh_item_set, set).start_count == 0)
        g_array_index(items->beginnings, uint64_t, type / 64) &= others;
    if (set == 0)
        g_array_index(items->meetings, uint64_t, type / 64) &= others;
}

uint32_t lyh_items_set_of(lyh_items *items, uint32_t type)
{
    if (G_UNLIKELY(type >= items->set_by_type->len))
        make_room(items, type + 1);
    uint32_t set = g_array_index(items->set_by_type, uint32_t, type);
    if (G_LIKELY(set != UNDECIDED))
        return set;
    set = decide(items, type);
    keep(items, type, set);
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
