/**
 * The slots of the vocabulary's table, and many words looked up in it at once.
 *
 * A slot is a spelling and what is known of it in 32 bytes, two slots a line of the cache. A spelling
 * stands in the line of its hash if it can, else in the slots that come.
 */
#ifndef LYHORD_LANGUAGE_SLOTS_H
#define LYHORD_LANGUAGE_SLOTS_H

#include <lyhord/language/tokens.h>

#include "keys.h"

/** A type, and above it lyh_vocabulary_flags(): read and written at once. */
typedef uint64_t known;

static inline known known_as(uint32_t type, uint32_t flags)
{
    return type | (known)flags << 32;
}

static inline uint32_t type_of(known is)
{
    return (uint32_t)is;
}

typedef struct slot {
    uint64_t key[KEY_WORDS]; /* 0 in the last: empty */
    known is;
} slot;

enum { SLOTS_OF_LINE = 2 };

_Static_assert(sizeof(slot) == 32, "two slots are a line of the cache");

static inline bool is_key(const slot *of, const uint64_t key[KEY_WORDS])
{
    return ((of->key[0] ^ key[0]) | (of->key[1] ^ key[1]) | (of->key[2] ^ key[2])) == 0;
}

typedef struct table {
    slot *slots;
    size_t count;   /* a power of two */
    unsigned shift; /* leaves of a hash the number of its line */
} table;

static inline slot *line_of(const table *in, uint64_t hash)
{
    return in->slots + (hash >> in->shift) * SLOTS_OF_LINE;
}

static inline void know(lyh_token *token, known is)
{
    token->type = type_of(is);
    token->flags |= (uint32_t)(is >> 32);
}

/** So many tokens, at most, are looked up at once. */
enum { TOKENS_AT_ONCE = 128 };

/** Tokens on their way. */
typedef struct batch {
    _Alignas(32) uint64_t keys[TOKENS_AT_ONCE][4]; /* the fourth is anything */
    const slot *lines[TOKENS_AT_ONCE];
    unsigned char far[TOKENS_AT_ONCE];
} batch;

/**
 * Give each of @count tokens what is known of it when it stands in its line; how many are left, in
 * the order of on->far: they are long, new, or kept out by others, or the other word of the line
 * begins alike. Behind @small, the text in small letters, LYH_VOCABULARY_BEHIND bytes can be read.
 */
size_t lyh_slots_look_up(const table *in, const char *small, lyh_token *tokens,
                         size_t count, batch *on);

#endif
