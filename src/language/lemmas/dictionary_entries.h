/**
 * The entries of hunspell's list of words: each spelling with its flags, found by a hash that goes on from that of
 * what a word begins with.
 *
 * Most commands ask for a few words and wait for all of them, so little is done with each as they are read, and they
 * take little memory: the file's bytes and eight for each entry.
 */
#ifndef LYHORD_LANGUAGE_DICTIONARY_ENTRIES_H
#define LYHORD_LANGUAGE_DICTIONARY_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lyh_entries lyh_entries;

/** From the file .dic of the dictionary at @path without ending; NULL when it cannot be read. */
lyh_entries *lyh_entries_read(const char *path);
/** NULL is fine. */
void lyh_entries_free(lyh_entries *entries);

/** FNV-1a over a word's bytes: what stands before an ending is hashed once for all stems that begin so. */
#define LYH_ENTRIES_HASH_OF_NOTHING UINT64_C(0xcbf29ce484222325)

static inline uint64_t lyh_entries_hash_on(uint64_t hash, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/** Every bit of it tells, which FNV's own high bits do not for short words. */
static inline uint64_t lyh_entries_finish(uint64_t hash)
{
    hash *= UINT64_C(0x9fb21c651e98df25);
    return hash ^ hash >> 32;
}

/** The finished hash of a whole word. */
static inline uint64_t lyh_entries_hash(const char *word, size_t size)
{
    return lyh_entries_finish(lyh_entries_hash_on(LYH_ENTRIES_HASH_OF_NOTHING, word, size));
}

/** False: no entry has this finished hash. Of words that are none, one in ten may have. */
bool lyh_entries_may_have(const lyh_entries *entries, uint64_t hash);

/**
 * The flags of @word, of @size bytes with the finished @hash: those of homographs stand as "flags\nflags". NULL when
 * it is no entry. Lent.
 */
const char *lyh_entries_flags(const lyh_entries *entries, const char *word, size_t size,
                              uint64_t hash);

#endif
