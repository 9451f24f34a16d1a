/**
 * Distinct words, each met once: the intern table on which all speed rests.
 *
 * A type is a distinct case-folded NFC spelling; ids are dense, from 0, in the order of first
 * meeting. Whatever is decided about a word (its lemmas, which rules it starts) is decided once
 * per type and kept in an array indexed by type id, never once per token.
 */
#ifndef LYHORD_LANGUAGE_VOCABULARY_H
#define LYHORD_LANGUAGE_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

typedef struct lyh_vocabulary lyh_vocabulary;

lyh_vocabulary *lyh_vocabulary_new(void);
/** NULL is fine. */
void lyh_vocabulary_free(lyh_vocabulary *vocabulary);

/**
 * The type of the word spelled @size bytes at @word (NFC, any case). A raw spelling met before
 * costs one probe; folding happens once per raw spelling.
 */
uint32_t lyh_vocabulary_intern(lyh_vocabulary *vocabulary, const char *word, size_t size);

/** Number of types so far. */
uint32_t lyh_vocabulary_count(const lyh_vocabulary *vocabulary);

/** The folded spelling of a type, zero-terminated; @size may be NULL. Lent until the next intern. */
const char *lyh_vocabulary_spelling(const lyh_vocabulary *vocabulary, uint32_t type,
                                    size_t *size);

#endif
