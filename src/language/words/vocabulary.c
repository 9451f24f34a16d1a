#include "vocabulary_private.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/blocks.h>
#include <lyhord/base/text.h>
#include <lyhord/base/wide.h>

#include "slots.h"
#include "traits.h"

/* The first table has two to the power of this lines. */
enum { FIRST_BITS = 11 };

typedef struct spelling {
    size_t offset; /* into the arena */
    uint32_t size;
    uint32_t flags; /* lyh_vocabulary_flags() */
} spelling;

struct lyh_vocabulary {
    table table;
    size_t used;       /* slots */
    GByteArray *arena; /* spellings of types, and of slots that are too long for those */
    GArray *types;     /* spelling */
    lyh_traits *traits;
};

static table table_new(unsigned bits)
{
    size_t count = (size_t)SLOTS_OF_LINE << bits;
    return (table){ lyh_wide_new(count, sizeof(slot)), count, 64 - bits };
}

lyh_vocabulary *lyh_vocabulary_new(void)
{
    lyh_vocabulary *vocabulary = g_new0(lyh_vocabulary, 1);
    vocabulary->table = table_new(FIRST_BITS);
    vocabulary->arena = g_byte_array_new();
    vocabulary->types = g_array_new(FALSE, FALSE, sizeof(spelling));
    vocabulary->traits = lyh_traits_new();
    return vocabulary;
}

void lyh_vocabulary_free(lyh_vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    lyh_wide_free(vocabulary->table.slots);
    g_byte_array_unref(vocabulary->arena);
    g_array_unref(vocabulary->types);
    lyh_traits_free(vocabulary->traits);
    g_free(vocabulary);
}

/* Spellings end in a zero so that they can be lent as strings. */
static size_t keep(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    size_t offset = vocabulary->arena->len;
    g_assert(size < G_MAXUINT - 1 - offset);
    g_byte_array_set_size(vocabulary->arena, (guint)(offset + size + 1));
    guint8 *kept = vocabulary->arena->data + offset;
    memcpy(kept, word, size);
    kept[size] = '\0';
    return offset;
}

static uint32_t add_type(lyh_vocabulary *vocabulary, const char *folded, size_t size)
{
    spelling new = { keep(vocabulary, folded, size), (uint32_t)size, 0 };
    const char *word = (const char *)vocabulary->arena->data + new.offset;
    new.flags = lyh_traits_flags(vocabulary->traits, word, size);
    g_array_append_val(vocabulary->types, new);
    return vocabulary->types->len - 1;
}

static bool is_empty(const slot *of)
{
    return of->key[2] == 0;
}

static slot *next_slot(const table *in, const slot *at)
{
    return in->slots + ((size_t)(at + 1 - in->slots) & (in->count - 1));
}

static void put(const table *in, slot new)
{
    slot *at = line_of(in, is_of_long(new.key) ? new.key[0] : hash_of_key(new.key));
    while (!is_empty(at))
        at = next_slot(in, at);
    *at = new;
}

static void grow(lyh_vocabulary *vocabulary)
{
    table old = vocabulary->table;
    vocabulary->table = table_new(64 - old.shift + 1);
    for (size_t i = 0; i < old.count; i++)
        if (!is_empty(&old.slots[i]))
            put(&vocabulary->table, old.slots[i]);
    lyh_wide_free(old.slots);
}

/* For one more spelling: at most three quarters of the slots are used. */
static void make_room(lyh_vocabulary *vocabulary)
{
    if (vocabulary->used + 1 > vocabulary->table.count / 4 * 3)
        grow(vocabulary);
}

static known intern_new(lyh_vocabulary *vocabulary, const char *word, size_t size,
                        const uint64_t key[KEY_WORDS]);

/* What is known of a spelling too long for a slot, of which @key has all but its place. */
static known intern_long(lyh_vocabulary *vocabulary, const char *word, size_t size,
                         const uint64_t key[KEY_WORDS])
{
    const table *in = &vocabulary->table;
    for (const slot *at = line_of(in, key[0]); !is_empty(at); at = next_slot(in, at))
        if (at->key[2] == key[2] && at->key[0] == key[0] &&
            memcmp(vocabulary->arena->data + at->key[1], word, size) == 0)
            return at->is;
    return intern_new(vocabulary, word, size, key);
}

static known intern_small(lyh_vocabulary *vocabulary, const char *word, size_t size);

/* Of a spelling never met: its fold tells whether it is a new type or another dress of a known one. */
static uint32_t type_by_fold(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    size_t folded_size;
    g_autofree char *folded = lyh_text_fold(word, size, &folded_size);
    if (folded_size == 0 || (folded_size == size && memcmp(folded, word, size) == 0))
        return add_type(vocabulary, word, size);
    return type_of(intern_small(vocabulary, folded, folded_size));
}

static known intern_new(lyh_vocabulary *vocabulary, const char *word, size_t size,
                        const uint64_t key[KEY_WORDS])
{
    uint32_t type = lyh_text_folds_at_sight(word, size)
                        ? add_type(vocabulary, word, size)
                        : type_by_fold(vocabulary, word, size);
    slot new = { { key[0], key[1], key[2] },
                 known_as(type, lyh_vocabulary_flags(vocabulary, type)) };
    if (is_of_long(key))
        new.key[1] = keep(vocabulary, word, size);
    make_room(vocabulary);
    put(&vocabulary->table, new);
    vocabulary->used++;
    return new.is;
}

/*
 * A word that others have kept out of its line changes places with one of them: whichever is met
 * more often is nearly always found at once. The slots between stay used, so that both are found.
 */
static known change_places(slot *here, slot *found)
{
    slot other = *here;
    *here = *found;
    *found = other;
    return here->is;
}

static known intern_short(lyh_vocabulary *vocabulary, const char *word, size_t size,
                          const uint64_t key[KEY_WORDS])
{
    const table *in = &vocabulary->table;
    slot *first = line_of(in, hash_of_key(key));
    for (slot *at = first; !is_empty(at); at = next_slot(in, at))
        if (is_key(at, key))
            return (size_t)(at - first) < SLOTS_OF_LINE ? at->is : change_places(first, at);
    return intern_new(vocabulary, word, size, key);
}

/* A word in small letters, as a folded one is. */
static known intern_small(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    uint64_t key[KEY_WORDS];
    if (size > INLINE_BYTES) {
        key_of_long(word, size, NO_PLACE, key);
        return intern_long(vocabulary, word, size, key);
    }
    key_of_short(word, size, key);
    return intern_short(vocabulary, word, size, key);
}

uint32_t lyh_vocabulary_intern(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    g_assert(size > 0 && size < UINT32_MAX);
    char short_one[INLINE_BYTES];
    g_autofree char *long_one = size > sizeof short_one ? g_malloc(size) : NULL;
    char *small = long_one ? long_one : short_one;
    lyh_small_letters(word, size, small);
    return type_of(intern_small(vocabulary, small, size));
}

void lyh_vocabulary_intern_tokens(lyh_vocabulary *vocabulary, const char *small,
                                  lyh_token *tokens, size_t count)
{
    batch on;
    for (size_t at = 0; at < count; at += TOKENS_AT_ONCE) {
        lyh_token *some = tokens + at;
        size_t far = lyh_slots_look_up(&vocabulary->table, small, some,
                                       MIN(count - at, TOKENS_AT_ONCE), &on);
        for (size_t i = 0; i < far; i++) {
            lyh_token *token = &some[on.far[i]];
            know(token,
                 intern_small(vocabulary, small + token->start, token->end - token->start));
        }
    }
}

uint32_t lyh_vocabulary_count(const lyh_vocabulary *vocabulary)
{
    return vocabulary->types->len;
}

const char *lyh_vocabulary_spelling(const lyh_vocabulary *vocabulary, uint32_t type,
                                    size_t *size)
{
    g_assert(type < vocabulary->types->len);
    const spelling *found = &g_array_index(vocabulary->types, spelling, type);
    if (size)
        *size = found->size;
    return (const char *)vocabulary->arena->data + found->offset;
}

uint32_t lyh_vocabulary_flags(const lyh_vocabulary *vocabulary, uint32_t type)
{
    return g_array_index(vocabulary->types, spelling, type).flags;
}
