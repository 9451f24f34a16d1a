/**
 * Globs over one word: `*` is any characters, also none; `?` is exactly one character.
 */
#ifndef LYHORD_CODING_GLOB_H
#define LYHORD_CODING_GLOB_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Does the whole of @word match @pattern? Both are folded UTF-8. Time is at most the product of
 * their lengths, whatever they hold.
 */
bool lyh_glob_matches(const char *pattern, size_t pattern_size, const char *word,
                      size_t word_size);

/** Bytes at the start of @pattern that stand for themselves. */
size_t lyh_glob_prefix(const char *pattern, size_t size);

#endif
