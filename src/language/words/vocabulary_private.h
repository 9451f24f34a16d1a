/**
 * What the vocabulary knows of a type beyond its spelling, for the folder's own use.
 */
#ifndef LYHORD_LANGUAGE_VOCABULARY_PRIVATE_H
#define LYHORD_LANGUAGE_VOCABULARY_PRIVATE_H

#include <lyhord/language/tokens.h>

/** So many bytes can be read behind every text whose tokens are interned at once. */
enum { LYH_VOCABULARY_BEHIND = 32 };

/**
 * Set the types of @count tokens of a text, and add the flags that types bring along (those of marks
 * bring none: no mark is in a list of words); many at a time are interned faster than one after the
 * other. @small is the text in lyh_small_letters().
 */
void lyh_vocabulary_intern_tokens(lyh_vocabulary *vocabulary, const char *small,
                                  lyh_token *tokens, size_t count);

/** The flags of traits.h that all tokens of a type have. */
uint32_t lyh_vocabulary_flags(const lyh_vocabulary *vocabulary, uint32_t type);

#endif
