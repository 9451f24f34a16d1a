#include "entries.h"

#include <string.h>

enum { FIRST_SLOTS = 1u << 6 };

/* As many bits as an entry has for them. */
#define CLASSES ((1ull << 48) - 1)

/* The place of @key, or the free one where it would stand. */
static size_t place_of(const entries_view *view, const char *key, size_t size,
                       uint32_t hash)
{
    for (size_t i = hash & view->mask;; i = (i + 1) & view->mask) {
        const entry *at = &view->slots[i];
        if (at->classes == 0 || (at->hash == hash && at->size == size &&
                                 memcmp(view->keys + at->at, key, size) == 0))
            return i;
    }
}

/* Most words of a text are on no list: one bit says so without a look at the table. */
static uint32_t bit_of(uint32_t hash)
{
    return (hash * 2654435769u) >> (32 - ENTRIES_BITS);
}

static bool may_be_there(const entries_view *view, uint32_t hash)
{
    uint32_t bit = bit_of(hash);
    return view->sieve[bit >> 3] & 1u << (bit & 7);
}

word_classes entries_find(const entries_view *view, const char *folded, size_t size,
                          uint32_t hash)
{
    return may_be_there(view, hash)
               ? view->slots[place_of(view, folded, size, hash)].classes
               : 0;
}

entries_view entries_look(const entries *table)
{
    return (entries_view){ table->slots, table->mask, table->keys->str, table->sieve };
}

void entries_init(entries *table)
{
    *table = (entries){ .slots = g_new0(entry, FIRST_SLOTS),
                        .mask = FIRST_SLOTS - 1,
                        .keys = g_string_new(NULL),
                        .sieve = g_malloc0(ENTRIES_SIEVE) };
}

void entries_clear(entries *table)
{
    g_free(table->slots);
    g_string_free(table->keys, TRUE);
    g_free(table->sieve);
}

static void grow(entries *table)
{
    entry *old = table->slots;
    size_t size = table->mask + 1;
    table->slots = g_new0(entry, size * 2);
    table->mask = size * 2 - 1;
    entries_view view = entries_look(table);
    for (size_t i = 0; i < size; i++)
        if (old[i].classes)
            table->slots[place_of(&view, view.keys + old[i].at, old[i].size, old[i].hash)] =
                old[i];
    g_free(old);
}

static void put(entries *table, const char *folded, size_t size, uint32_t hash,
                word_classes classes)
{
    entries_view view = entries_look(table);
    entry *at = &table->slots[place_of(&view, folded, size, hash)];
    if (at->classes) {
        at->classes = (at->classes | classes) & CLASSES;
        return;
    }
    table->sieve[bit_of(hash) >> 3] |= (uint8_t)(1u << (bit_of(hash) & 7));
    *at = (entry){ classes & CLASSES, size & 0xFFFF, hash, (uint32_t)table->keys->len };
    g_string_append_len(table->keys, folded, (gssize)size);
    if (++table->count * 4 > table->mask * 3)
        grow(table);
}

void entries_add(entries *table, const char *text, size_t size, word_classes classes)
{
    char folded[WORD_MOST];
    size_t length;
    if (size == 0 || size > WORD_MOST)
        return;
    if ((classes & (WORD_PLACE | WORD_CARD | WORD_STUDY)) && !word_is_capital(text, size))
        classes |= WORD_LOWER;
    uint32_t hash = word_fold(text, size, folded, &length);
    put(table, folded, length, hash, classes);
    const char *space = memchr(folded, ' ', length);
    if (space)
        put(table, folded, (size_t)(space - folded),
            word_hash(folded, (size_t)(space - folded)), WORD_FIRST);
}
