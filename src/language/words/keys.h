/**
 * How the vocabulary finds a spelling: three numbers.
 *
 * Spellings are in small letters as far as ASCII and Latin-1 go. Up to 23 bytes of text stand in the
 * key itself, and behind them FF, which is no byte of UTF-8: a hit compares three numbers and never
 * follows a pointer. Of a longer spelling the key is its hash, its place, and its size.
 */
#ifndef LYHORD_LANGUAGE_KEYS_H
#define LYHORD_LANGUAGE_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    KEY_WORDS = 3,
    KEY_BYTES = KEY_WORDS * sizeof(uint64_t),
    INLINE_BYTES =
        KEY_BYTES - 1 /* the last is always FF, and so the last number never small */
};

/* The place of a long spelling that is looked for: none has it. */
#define NO_PLACE UINT64_MAX

static inline uint64_t load8(const void *bytes)
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

static inline uint64_t rotated(uint64_t word, unsigned bits)
{
    return word >> bits | word << (64 - bits);
}

/* Of a short spelling: its highest bits are the best. */
static inline uint64_t hash_of_key(const uint64_t key[KEY_WORDS])
{
    return (key[0] ^ rotated(key[1], 23) ^ rotated(key[2], 46)) *
           UINT64_C(0x9E3779B97F4A7C15);
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
    key[2] = size;
}

static inline bool is_of_long(const uint64_t key[KEY_WORDS])
{
    return key[2] <= UINT32_MAX;
}

/* Of a short word. */
static inline void key_of_short(const char *word, size_t size, uint64_t key[KEY_WORDS])
{
    memset(key, 0xFF, KEY_BYTES);
    memcpy(key, word, size);
}

#endif
