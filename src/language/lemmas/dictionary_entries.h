/**
 * The entries of hunspell's list of words: each spelling with its flags.
 *
 * Most commands ask for a few words and wait for all of them, so little is done with each as they are read, and they
 * take little memory: the file stays where it is, and there are some twelve bytes for each entry.
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

/** The hash of a word. */
uint64_t lyh_entries_hash(const char *word, size_t size);

/** False: no entry has this hash. Of words that are none, one in ten may have. */
bool lyh_entries_may_have(const lyh_entries *entries, uint64_t hash);

/**
 * The flags of @word, of @size bytes with @hash, and how many bytes they are: those of homographs stand as
 * "flags\nflags". NULL when it is no entry. Lent, and not ended by a zero.
 */
const char *lyh_entries_flags(const lyh_entries *entries, const char *word, size_t size,
                              uint64_t hash, size_t *flags_size);

#endif
