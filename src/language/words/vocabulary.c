#include "vocabulary_private.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../lists.h"

extern const unsigned char lyh_embedded_fillers[];
extern const size_t lyh_embedded_fillers_size;
extern const unsigned char lyh_embedded_sayings[];
extern const size_t lyh_embedded_sayings_size;

enum { INLINE_BYTES = 16, FIRST_SLOTS = 1 << 12, LONGEST_FILLER = 16, LONGEST_SAYING = 16 };

/*
 * A raw spelling in 24 bytes. Up to sixteen bytes of text stand in the key itself, zeros behind
 * them: together with the size they are the text, so that a hit compares three numbers and
 * never follows a pointer. Longer spellings keep their hash and their place among the long ones.
 */
typedef struct slot {
    uint64_t key[2];
    uint32_t size; /* 0: empty */
    uint32_t type;
} slot;

typedef struct spelling {
    size_t offset; /* into the arena */
    size_t size;
} spelling;

struct lyh_vocabulary {
    slot *slots;
    size_t slot_count; /* a power of two */
    size_t used;
    GByteArray *arena; /* spellings of types, and raw spellings too long for a slot */
    GArray *types;     /* spelling */
    GByteArray *traits;
    GHashTable *filler_words; /* spellings whose repeated letters are taken together */
    GHashTable *saying_words;
};

static uint64_t load8(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Multiply to 128 bits and fold: both halves of both words reach every bit (after wyhash). */
static uint64_t mixed(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t hash_of_key(const uint64_t key[2], uint64_t size)
{
    return mixed(key[0] ^ UINT64_C(0xa0761d6478bd642f) ^ (size << 56),
                 key[1] ^ UINT64_C(0xe7037ed1a0b428db));
}

static uint64_t hash_of_long(const char *word, size_t size)
{
    uint64_t hash = size;
    size_t at = 0;
    for (; at + 16 <= size; at += 16)
        hash = mixed(load8(word + at) ^ hash,
                     load8(word + at + 8) ^ UINT64_C(0x8ebc6af09c88c6e3));
    uint64_t tail[2] = { load8(word + size - 16), load8(word + size - 8) };
    return mixed(hash, UINT64_C(0x589965cc75374cc3)) ^ hash_of_key(tail, size);
}

/* The bytes of a short word, with zeros behind them. */
static void key_of(const char *word, size_t size, uint64_t key[2])
{
    key[0] = key[1] = 0;
    memcpy(key, word, size);
}

/*
 * The same where sixteen bytes can be read: how long words are is never foreseen, so no branch may
 * depend on it.
 */
static void key_of_readable(const char *word, size_t size, uint64_t key[2])
{
    static const char used[2 * INLINE_BYTES] = { [0 ... INLINE_BYTES - 1] = -1 };
    const char *mask = used + INLINE_BYTES - size;
    key[0] = load8(word) & load8(mask);
    key[1] = load8(word + 8) & load8(mask + 8);
}

static uint64_t hash_of(const char *word, size_t size)
{
    if (size > INLINE_BYTES)
        return hash_of_long(word, size);
    uint64_t key[2];
    key_of(word, size, key);
    return hash_of_key(key, size);
}

static bool is_filler(const lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    char once[LONGEST_FILLER + 1];
    size_t length = 0;
    size_t letters = 0;

    for (size_t i = 0, step; i < size; i += step, letters++) {
        lyh_text_char(word + i, size - i, &step);
        if (length >= step && memcmp(once + length - step, word + i, step) == 0)
            continue;
        if (length + step > LONGEST_FILLER)
            return false;
        memcpy(once + length, word + i, step);
        length += step;
    }
    once[length] = '\0';
    return letters > 1 && g_hash_table_contains(vocabulary->filler_words, once);
}

/* The list is folded in the same way as the words that are looked up in it: mm is kept as m. */
static GHashTable *filler_words(void)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *bytes = (const char *)lyh_embedded_fillers;
    lyh_list list = { bytes, bytes + lyh_embedded_fillers_size };
    lyh_span line;

    while (lyh_list_next(&list, &line)) {
        GString *once = g_string_new(NULL);
        for (size_t i = 0, step; i < line.size; i += step) {
            lyh_text_char(line.text + i, line.size - i, &step);
            if (once->len < step ||
                memcmp(once->str + once->len - step, line.text + i, step) != 0)
                g_string_append_len(once, line.text + i, (gssize)step);
        }
        g_hash_table_add(words, g_string_free(once, FALSE));
    }
    return words;
}

static GHashTable *saying_words(void)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *bytes = (const char *)lyh_embedded_sayings;
    lyh_list list = { bytes, bytes + lyh_embedded_sayings_size };
    lyh_span line;

    while (lyh_list_next(&list, &line))
        while (line.size > 0) {
            lyh_span form = lyh_span_cut(&line, ' ');
            g_hash_table_add(words, g_strndup(form.text, form.size));
        }
    return words;
}

lyh_vocabulary *lyh_vocabulary_new(void)
{
    lyh_vocabulary *vocabulary = g_new0(lyh_vocabulary, 1);
    vocabulary->slots = g_new0(slot, FIRST_SLOTS);
    vocabulary->slot_count = FIRST_SLOTS;
    vocabulary->arena = g_byte_array_new();
    vocabulary->types = g_array_new(FALSE, FALSE, sizeof(spelling));
    vocabulary->traits = g_byte_array_new();
    vocabulary->filler_words = filler_words();
    vocabulary->saying_words = saying_words();
    return vocabulary;
}

void lyh_vocabulary_free(lyh_vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    g_free(vocabulary->slots);
    g_byte_array_unref(vocabulary->arena);
    g_array_unref(vocabulary->types);
    g_byte_array_unref(vocabulary->traits);
    g_hash_table_unref(vocabulary->filler_words);
    g_hash_table_unref(vocabulary->saying_words);
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
    spelling new = { keep(vocabulary, folded, size), size };
    const char *word = (const char *)vocabulary->arena->data + new.offset;
    guint8 traits = 0;
    if (is_filler(vocabulary, word, size))
        traits |= LYH_TRAIT_FILLER;
    if (size <= LONGEST_SAYING && g_hash_table_contains(vocabulary->saying_words, word))
        traits |= LYH_TRAIT_SAYING;
    g_array_append_val(vocabulary->types, new);
    g_byte_array_append(vocabulary->traits, &traits, 1);
    return vocabulary->types->len - 1;
}

static void grow(lyh_vocabulary *vocabulary)
{
    slot *old = vocabulary->slots;
    size_t old_count = vocabulary->slot_count;

    vocabulary->slot_count *= 2;
    vocabulary->slots = g_new0(slot, vocabulary->slot_count);
    size_t mask = vocabulary->slot_count - 1;
    for (size_t i = 0; i < old_count; i++) {
        if (old[i].size == 0)
            continue;
        uint64_t hash = old[i].size > INLINE_BYTES ? old[i].key[0]
                                                   : hash_of_key(old[i].key, old[i].size);
        size_t at = hash & mask;
        while (vocabulary->slots[at].size != 0)
            at = (at + 1) & mask;
        vocabulary->slots[at] = old[i];
    }
    g_free(old);
}

static bool is_half_full(const lyh_vocabulary *vocabulary)
{
    return vocabulary->used * 2 >= vocabulary->slot_count;
}

static uint32_t intern_new(lyh_vocabulary *vocabulary, const char *word, size_t size);

/* Type of a spelling too long for a slot: its hash stands in key[0], its place in key[1]. */
static uint32_t intern_long(lyh_vocabulary *vocabulary, const char *word, size_t size,
                            uint64_t hash)
{
    size_t mask = vocabulary->slot_count - 1;

    for (size_t at = hash & mask; vocabulary->slots[at].size != 0; at = (at + 1) & mask) {
        const slot *found = &vocabulary->slots[at];
        if (found->size == size && found->key[0] == hash &&
            memcmp(vocabulary->arena->data + found->key[1], word, size) == 0)
            return found->type;
    }
    return intern_new(vocabulary, word, size);
}

static void put(lyh_vocabulary *vocabulary, const char *word, size_t size, uint32_t type)
{
    slot new = { .size = (uint32_t)size, .type = type };
    uint64_t hash = hash_of(word, size);

    if (is_half_full(vocabulary))
        grow(vocabulary);
    if (size > INLINE_BYTES) {
        new.key[0] = hash;
        new.key[1] = keep(vocabulary, word, size);
    } else {
        key_of(word, size, new.key);
    }
    size_t mask = vocabulary->slot_count - 1;
    size_t at = hash & mask;
    while (vocabulary->slots[at].size != 0)
        at = (at + 1) & mask;
    vocabulary->slots[at] = new;
    vocabulary->used++;
}

/* A spelling never met: fold it, and it is either a new type or another dress of a known one. */
static uint32_t intern_new(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    size_t folded_size;
    char *folded = lyh_text_fold(word, size, &folded_size);
    bool is_folded = folded_size == size && memcmp(folded, word, size) == 0;
    uint32_t type;

    if (is_folded || folded_size == 0)
        type = add_type(vocabulary, folded_size ? folded : word, size);
    else
        type = lyh_vocabulary_intern(vocabulary, folded, folded_size);
    put(vocabulary, word, size, type);
    free(folded);
    return type;
}

static uint32_t intern_short(lyh_vocabulary *vocabulary, const char *word, size_t size,
                             const uint64_t key[2], uint64_t hash)
{
    size_t mask = vocabulary->slot_count - 1;
    const slot *slots = vocabulary->slots;
    for (size_t at = hash & mask; slots[at].size != 0; at = (at + 1) & mask)
        if (slots[at].key[0] == key[0] && slots[at].key[1] == key[1] &&
            slots[at].size == size)
            return slots[at].type;
    return intern_new(vocabulary, word, size);
}

uint32_t lyh_vocabulary_intern(lyh_vocabulary *vocabulary, const char *word, size_t size)
{
    uint64_t key[2];
    g_assert(size > 0 && size < UINT32_MAX);
    if (size > INLINE_BYTES)
        return intern_long(vocabulary, word, size, hash_of_long(word, size));
    key_of(word, size, key);
    return intern_short(vocabulary, word, size, key, hash_of_key(key, size));
}

static void set_key(lyh_word *word, const char *readable)
{
    if (word->size > INLINE_BYTES) {
        word->hash = hash_of_long(word->text, word->size);
        return;
    }
    if ((size_t)(readable - word->text) >= INLINE_BYTES)
        key_of_readable(word->text, word->size, word->key);
    else
        key_of(word->text, word->size, word->key);
    word->hash = hash_of_key(word->key, word->size);
}

/* Slots lie all over the memory: they are asked for before any is looked at. */
void lyh_vocabulary_intern_all(lyh_vocabulary *vocabulary, lyh_word *words, size_t count,
                               const char *readable)
{
    for (size_t i = 0; i < count; i++) {
        set_key(&words[i], readable);
        __builtin_prefetch(
            &vocabulary->slots[words[i].hash & (vocabulary->slot_count - 1)]);
    }
    for (size_t i = 0; i < count; i++) {
        lyh_word *word = &words[i];
        word->type =
            word->size > INLINE_BYTES
                ? intern_long(vocabulary, word->text, word->size, word->hash)
                : intern_short(vocabulary, word->text, word->size, word->key, word->hash);
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

const unsigned char *lyh_vocabulary_traits(const lyh_vocabulary *vocabulary)
{
    return vocabulary->traits->data;
}
