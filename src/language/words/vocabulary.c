#include "vocabulary_private.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/blocks.h>
#include <lyhord/base/text.h>
#include <lyhord/base/wide.h>

#include "keys.h"
#include "traits.h"

enum { FIRST_SLOTS = 1 << 12 };

/* Tokens whose slots are asked for before any is looked at. */
enum { TOKENS_AT_ONCE = 64 };

typedef struct known {
    uint32_t type;
    uint32_t flags; /* lyh_vocabulary_flags() */
} known;

/* A spelling in 32 bytes, two slots a line of the cache. */
typedef struct slot {
    uint64_t key[KEY_WORDS]; /* 0 in the last: empty */
    known is;
} slot;

/* A spelling stands in its line if it can, else in the slots that come. */
enum { SLOTS_OF_LINE = 2 };

_Static_assert(sizeof(slot) == 32, "two slots are a line of the cache");

typedef struct spelling {
    size_t offset; /* into the arena */
    uint32_t size;
    uint32_t flags; /* lyh_vocabulary_flags() */
} spelling;

/* Tokens on their way, while their slots are. */
typedef struct batch {
    const char *small; /* the text */
    uint64_t keys[TOKENS_AT_ONCE][KEY_WORDS];
    const slot *lines[TOKENS_AT_ONCE];
} batch;

struct lyh_vocabulary {
    batch batch;
    slot *slots;
    size_t slot_count; /* a power of two */
    size_t used;
    GByteArray *arena; /* spellings of types, and of slots that are too long for those */
    GArray *types;     /* spelling */
    lyh_traits *traits;
};

lyh_vocabulary *lyh_vocabulary_new(void)
{
    lyh_vocabulary *vocabulary = g_new0(lyh_vocabulary, 1);
    vocabulary->slots = lyh_wide_new(FIRST_SLOTS, sizeof(slot));
    vocabulary->slot_count = FIRST_SLOTS;
    vocabulary->arena = g_byte_array_new();
    vocabulary->types = g_array_new(FALSE, FALSE, sizeof(spelling));
    vocabulary->traits = lyh_traits_new();
    return vocabulary;
}

void lyh_vocabulary_free(lyh_vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    lyh_wide_free(vocabulary->slots);
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
    g_byte_array_append(vocabulary->arena, (const guint8 *)word, (guint)size);
    g_byte_array_append(vocabulary->arena, (const guint8 *)"", 1);
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

static bool is_long(const slot *of)
{
    return of->key[2] >= IS_LONG;
}

static bool is_empty(const slot *of)
{
    return of->key[2] == 0;
}

static size_t first_slot(const lyh_vocabulary *vocabulary, uint64_t hash)
{
    return (size_t)hash & (vocabulary->slot_count - SLOTS_OF_LINE);
}

static size_t next_slot(const lyh_vocabulary *vocabulary, size_t at)
{
    return (at + 1) & (vocabulary->slot_count - 1);
}

static void put(lyh_vocabulary *vocabulary, slot new)
{
    uint64_t hash = is_long(&new) ? new.key[0] : hash_of_key(new.key);
    size_t at = first_slot(vocabulary, hash);
    while (!is_empty(&vocabulary->slots[at]))
        at = next_slot(vocabulary, at);
    vocabulary->slots[at] = new;
}

static void grow(lyh_vocabulary *vocabulary)
{
    slot *old = vocabulary->slots;
    size_t old_count = vocabulary->slot_count;

    vocabulary->slot_count *= 2;
    vocabulary->slots = lyh_wide_new(vocabulary->slot_count, sizeof(slot));
    for (size_t i = 0; i < old_count; i++)
        if (!is_empty(&old[i]))
            put(vocabulary, old[i]);
    lyh_wide_free(old);
}

/* At most three quarters of the slots are used, though @more spellings come. */
static void make_room(lyh_vocabulary *vocabulary, size_t more)
{
    while (vocabulary->used + more > vocabulary->slot_count / 4 * 3)
        grow(vocabulary);
}

static known intern_new(lyh_vocabulary *vocabulary, const char *word, size_t size);

/* Type of a spelling too long for a slot, of which @key has all but its place. */
static known intern_long(lyh_vocabulary *vocabulary, const char *word, size_t size,
                         const uint64_t key[KEY_WORDS])
{
    const slot *slots = vocabulary->slots;
    for (size_t at = first_slot(vocabulary, key[0]); !is_empty(&slots[at]);
         at = next_slot(vocabulary, at)) {
        const slot *found = &slots[at];
        if (found->key[2] == key[2] && found->key[0] == key[0] &&
            memcmp(vocabulary->arena->data + found->key[1], word, size) == 0)
            return found->is;
    }
    return intern_new(vocabulary, word, size);
}

static void add_spelling(lyh_vocabulary *vocabulary, const char *word, size_t size,
                         known is)
{
    slot new = { .is = is };
    if (size > INLINE_BYTES)
        key_of_long(word, size, keep(vocabulary, word, size), new.key);
    else
        key_of(word, size, new.key);
    make_room(vocabulary, 1);
    put(vocabulary, new);
    vocabulary->used++;
}

static known intern_small(lyh_vocabulary *vocabulary, const char *word, size_t size);

/* A spelling never met: fold it, and it is either a new type or another dress of a known one. */
static known intern_new(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    size_t folded_size;
    g_autofree char *folded = lyh_text_fold(word, size, &folded_size);
    bool is_folded = folded_size == size && memcmp(folded, word, size) == 0;
    uint32_t type;

    if (is_folded || folded_size == 0)
        type = add_type(vocabulary, folded_size ? folded : word, size);
    else
        type = intern_small(vocabulary, folded, folded_size).type;
    known is = { type, lyh_vocabulary_flags(vocabulary, type) };
    add_spelling(vocabulary, word, size, is);
    return is;
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

/* 0 when the slot is that of the key. */
static inline uint64_t difference(const slot *of, const uint64_t key[KEY_WORDS])
{
    return (of->key[0] ^ key[0]) | (of->key[1] ^ key[1]) | (of->key[2] ^ key[2]);
}

static known intern_short(lyh_vocabulary *vocabulary, const char *word, size_t size,
                          const uint64_t key[KEY_WORDS])
{
    slot *slots = vocabulary->slots;
    size_t first = first_slot(vocabulary, hash_of_key(key));
    for (size_t at = first;; at = next_slot(vocabulary, at)) {
        slot *found = &slots[at];
        if (difference(found, key) == 0)
            return at - first < SLOTS_OF_LINE ? found->is
                                              : change_places(&slots[first], found);
        if (is_empty(found))
            return intern_new(vocabulary, word, size);
    }
}

/* A word in small letters, as a folded one is. */
static known intern_small(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    uint64_t key[KEY_WORDS];
    if (size > INLINE_BYTES) {
        key_of_long(word, size, NO_PLACE, key);
        return intern_long(vocabulary, word, size, key);
    }
    key_of(word, size, key);
    return intern_short(vocabulary, word, size, key);
}

uint32_t lyh_vocabulary_intern(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    g_assert(size > 0 && size < UINT32_MAX);
    char short_one[INLINE_BYTES];
    g_autofree char *long_one = size > sizeof short_one ? g_malloc(size) : NULL;
    char *small = long_one ? long_one : short_one;
    lyh_small_letters(word, size, small);
    return intern_small(vocabulary, small, size).type;
}

/* Lines lie all over the memory: they are asked for before any is looked at. */
static void ask_for_lines(const lyh_vocabulary *vocabulary, batch *on,
                          const lyh_token *tokens, size_t count)
{
    const char *small = on->small;
    const slot *slots = vocabulary->slots;
    size_t mask = vocabulary->slot_count - SLOTS_OF_LINE;
    for (size_t i = 0; i < count; i++) {
        const char *word = small + tokens[i].start;
        size_t size = tokens[i].end - tokens[i].start;
        uint64_t *key = on->keys[i];
        uint64_t hash;
        if (size > INLINE_BYTES) {
            key_of_long(word, size, NO_PLACE, key);
            hash = key[0];
        } else {
            key_of_readable(word, size, key);
            hash = hash_of_key(key);
        }
        on->lines[i] = &slots[hash & mask];
        __builtin_prefetch(on->lines[i]);
    }
}

/* Of a word that is long, new, or not in its line. */
static known intern_far(lyh_vocabulary *vocabulary, const batch *on, const lyh_token *token,
                        const uint64_t key[KEY_WORDS])
{
    const char *word = on->small + token->start;
    size_t size = token->end - token->start;
    return size > INLINE_BYTES ? intern_long(vocabulary, word, size, key)
                               : intern_short(vocabulary, word, size, key);
}

/* Which of the two slots of its line a word stands in is never foreseen: no branch depends on it. */
static void look_up(lyh_vocabulary *vocabulary, const batch *on, lyh_token *tokens,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const uint64_t *key = on->keys[i];
        const slot *line = on->lines[i];
        const slot *found = line + (difference(line + 1, key) == 0);
        known is = difference(found, key) == 0
                       ? found->is
                       : intern_far(vocabulary, on, &tokens[i], key);
        tokens[i].type = is.type;
        tokens[i].flags |= is.flags & -(tokens[i].flags & LYH_TOKEN_WORD);
    }
}

void lyh_vocabulary_intern_tokens(lyh_vocabulary *vocabulary, const char *small,
                                  lyh_token *tokens, size_t count)
{
    batch *on = &vocabulary->batch;
    on->small = small;
    for (size_t at = 0; at < count; at += TOKENS_AT_ONCE) {
        size_t some = MIN(count - at, TOKENS_AT_ONCE);
        make_room(vocabulary,
                  2 * some); /* lines stay where they are; a new type has two spellings */
        ask_for_lines(vocabulary, on, tokens + at, some);
        look_up(vocabulary, on, tokens + at, some);
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
