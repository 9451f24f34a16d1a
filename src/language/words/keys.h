/**
 * How the vocabulary finds a spelling: three numbers.
 *
 * Spellings are in small letters as far as ASCII and Latin-1 go. Up to 23 bytes of text stand in the
 * key itself, zeros behind them, and their number in its last byte: a hit compares three numbers and
 * never follows a pointer. Of a longer spelling the key is its hash, its place, and its size.
 */
#ifndef LYHORD_LANGUAGE_KEYS_H
#define LYHORD_LANGUAGE_KEYS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "vocabulary_private.h"

enum {
    KEY_BYTES = LYH_VOCABULARY_BEHIND,
    KEY_WORDS = KEY_BYTES / sizeof(uint64_t),
    INLINE_BYTES = KEY_BYTES - 1
};

/* In the last byte of the key of a long spelling. */
#define IS_LONG (UINT64_C(0xFF) << 56)
/* The place of a long spelling that is looked for: none has it. */
#define NO_PLACE UINT64_MAX

static inline uint64_t load8(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Multiply to 128 bits and fold: both halves of both words reach every bit (after wyhash). */
static inline uint64_t mixed(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_of_key(const uint64_t key[KEY_WORDS])
{
    uint64_t rest = key[2] * UINT64_C(0x8ebc6af09c88c6e3);
    return mixed(key[0] ^ rest ^ UINT64_C(0xa0761d6478bd642f),
                 key[1] ^ UINT64_C(0xe7037ed1a0b428db));
}

static inline uint64_t hash_of_long(const char *word, size_t size)
{
    uint64_t hash = size;
    size_t at = 0;
    for (; at + 16 <= size; at += 16)
        hash = mixed(load8(word + at) ^ hash,
                     load8(word + at + 8) ^ UINT64_C(0x8ebc6af09c88c6e3));
    return mixed(hash ^ load8(word + size - 16),
                 load8(word + size - 8) ^ UINT64_C(0x589965cc75374cc3));
}

static inline void key_of_long(const char *word, size_t size, uint64_t place,
                               uint64_t key[KEY_WORDS])
{
    key[0] = hash_of_long(word, size);
    key[1] = place;
    key[2] = IS_LONG | size;
}

/* The bytes of a short word, zeros behind them, and their number. */
static inline void key_of(const char *word, size_t size, uint64_t key[KEY_WORDS])
{
    key[0] = key[1] = key[2] = 0;
    memcpy(key, word, size);
    key[2] |= (uint64_t)size << 56;
}

/*
 * The same where as many bytes can be read as a key has: how long words are is never foreseen, so no
 * branch may depend on it.
 */
static inline void key_of_readable(const char *word, size_t size, uint64_t key[KEY_WORDS])
{
    static const char used[2 * KEY_BYTES] = { [0 ... KEY_BYTES - 1] = -1 };
    const char *mask = used + KEY_BYTES - size;
    key[0] = load8(word) & load8(mask);
    key[1] = load8(word + 8) & load8(mask + 8);
    key[2] = (load8(word + 16) & load8(mask + 16)) | (uint64_t)size << 56;
}

#endif
