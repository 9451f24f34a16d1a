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
    size_t known = 0;
    if (type < items->exact_end) /* words that came after the rules are not */
        known = GPOINTER_TO_SIZE(g_hash_table_lookup(items->exact, GUINT_TO_POINTER(type)));
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
    for (guint i = 0; i < globs->len; i++) {
        const glob_item *glob = &g_array_index(globs, glob_item, i);
        if (begins_with(word, size, glob) &&
            lyh_glob_matches(glob->pattern, glob->size, word, size))
            add_found(items, glob->item, false);
    }
}

/* Next to no word begins as a glob does, and of those that do not nothing but a bit is looked at. */
static bool has_globs(const lyh_items *items, const char *word)
{
    uint32_t bit = glob_bit(word);
    return items->glob_bits[bit / 64] >> (bit % 64) & 1;
}

static void find_globs(lyh_items *items, const char *word, size_t size)
{
    if (size >= GLOB_KEY && has_globs(items, word))
        find_globs_in(items, items->globs[glob_bucket(word)], word, size);
    find_globs_in(items, items->short_globs, word, size);
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

static void append_all(GArray *list, const GArray *more)
{
    if (more)
        g_array_append_vals(list, more->data, more->len);
}

static void *copied(const GArray *list, size_t size)
{
    return g_memdup2(list->data, list->len * size);
}

static gint by_phrase(gconstpointer one, gconstpointer two)
{
    return order(((const lyh_item_phrase *)one)->phrase,
                 ((const lyh_item_phrase *)two)->phrase);
}

/** What begins with the items that @set meets. */
static void add_beginnings(lyh_item_set *set, const GArray *asked)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autoptr(GArray) phrases = g_array_new(FALSE, FALSE, sizeof(lyh_item_phrase));
    for (size_t i = 0; i < set->item_count; i++) {
        const asked_item *item = &g_array_index(asked, asked_item, set->items[i]);
        append_all(starts, item->starts);
        append_all(phrases, item->phrases);
        set->has_second |= item->is_second;
    }
    tidy(starts);
    g_array_sort(phrases, by_phrase);
    set->start_count = starts->len;
    set->starts = copied(starts, sizeof(uint32_t));
    set->phrase_count = phrases->len;
    set->phrases = copied(phrases, sizeof(lyh_item_phrase));
}

static lyh_item_set *new_set(const GArray *found, const GArray *asked)
{
    lyh_item_set *set = g_new0(lyh_item_set, 1);
    uint32_t *met = g_new(uint32_t, found->len);
    bool *are_denied = g_new(bool, found->len);
    for (guint i = 0; i < found->len; i++) {
        const met_item *here = &g_array_index(found, met_item, i);
        met[i] = here->item;
        are_denied[i] = here->is_denied != 0;
        set->denies |= are_denied[i];
        set->signs |= lyh_item_sign(here->item);
    }
    set->items = met;
    set->are_denied = are_denied;
    set->item_count = found->len;
    add_beginnings(set, asked);
    return set;
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
    g_ptr_array_add(items->sets, new_set(items->found, items->asked));
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
        find_globs(items, word, size);
        find_words(items, type); /* last: it may intern lemmas, and move the spelling */
        find_compounds(items, type);
    }
    return intern_found(items);
}

static void add_set_bits(GArray *bits, guint size)
{
    guint old = bits->len;
    g_array_set_size(bits, size / 64);
    for (guint i = old; i < size / 64; i++)
        g_array_index(bits, uint64_t, i) = UINT64_MAX;
}

/* More than are there, so that a growing vocabulary is not moved for each document. */
static void make_room(lyh_items *items, uint32_t count)
{
    guint old = items->set_by_type->len, size = (count / 64 * 3 / 2 + 1) * 64;
    if (count <= old)
        return;
    g_array_set_size(items->set_by_type, size);
    for (guint type = old; type < size; type++)
        g_array_index(items->set_by_type, uint32_t, type) = UNDECIDED;
    add_set_bits(items->begins, size);
    add_set_bits(items->alone, size);
    add_set_bits(items->second, size);
}

lyh_item_places lyh_items_places(lyh_items *items)
{
    make_room(items, lyh_vocabulary_count(items->vocabulary));
    return (lyh_item_places){ &g_array_index(items->begins, uint64_t, 0),
                              &g_array_index(items->alone, uint64_t, 0),
                              &g_array_index(items->second, uint64_t, 0),
                              &g_array_index(items->set_by_type, uint32_t, 0) };
}

static void clear_bit(GArray *bits, uint32_t type, bool is_kept)
{
    if (!is_kept)
        g_array_index(bits, uint64_t, type / 64) &= ~(UINT64_C(1) << (type % 64));
}

static const lyh_item_set *set_at(const lyh_items *items, uint32_t set)
{
    return g_ptr_array_index(items->sets, set);
}

/* Once a type: beside what is asked of every token, and so apart from it. */
static G_NO_INLINE uint32_t decide_for(lyh_items *items, const lyh_token *token)
{
    make_room(items, token->type + 1);
    uint32_t id = decide(items, token->type);
    const lyh_item_set *set = set_at(items, id);
    bool is_filler = (token->flags & LYH_TOKEN_FILLER) != 0;
    g_array_index(items->set_by_type, uint32_t, token->type) = id;
    clear_bit(items->begins, token->type, set->start_count + set->phrase_count > 0);
    clear_bit(items->alone, token->type, set->start_count > 0);
    clear_bit(items->second, token->type, set->has_second || is_filler);
    return id;
}

const lyh_item_set *lyh_items_set(lyh_items *items, const lyh_token *token, uint32_t set)
{
    return G_LIKELY(set != UNDECIDED) ? set_at(items, set) : lyh_items_met(items, token);
}

const lyh_item_set *lyh_items_met(lyh_items *items, const lyh_token *token)
{
    uint32_t set = UNDECIDED;
    if (G_LIKELY(token->type < items->set_by_type->len))
        set = g_array_index(items->set_by_type, uint32_t, token->type);
    return set_at(items, G_LIKELY(set != UNDECIDED) ? set : decide_for(items, token));
}

lyh_meeting lyh_item_set_meets(const lyh_item_set *set, uint32_t item)
{
    size_t low = 0, high = set->item_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (set->items[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == set->item_count || set->items[low] != item)
        return LYH_MEETS_NOT;
    return set->are_denied[low] ? LYH_MEETS_DENIED : LYH_MEETS;
}
