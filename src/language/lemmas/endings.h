/**
 * Texts that words may end in, found by walking a word from its last byte: one walk tells all that
 * a word ends in, however many there are.
 */
#ifndef LYHORD_LANGUAGE_ENDINGS_H
#define LYHORD_LANGUAGE_ENDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Longest ending, in bytes. */
enum { LYH_LONGEST_ENDING = 16 };

typedef struct lyh_endings lyh_endings;

/** An ending of a word: its id and its bytes. */
typedef struct lyh_ending {
    uint32_t id, size;
} lyh_ending;

lyh_endings *lyh_endings_new(void);
/** NULL is fine. */
void lyh_endings_free(lyh_endings *endings);

/** The id of @text, at most LYH_LONGEST_ENDING bytes; counted from 0, the same text the same one. */
uint32_t lyh_endings_add(lyh_endings *endings, const char *text);

/** How many different ones were added. */
size_t lyh_endings_count(const lyh_endings *endings);

/**
 * Which of them the @size bytes of @word end in, shortest first; the empty one and the whole word
 * may be among them. Returns how many stand in @found.
 */
size_t lyh_endings_of(const lyh_endings *endings, const char *word, size_t size,
                      lyh_ending found[LYH_LONGEST_ENDING + 1]);

/** For a few, asked once: does @word end in one of @endings, NULL behind the last? */
bool lyh_ends_in_one_of(const char *word, const char *const *endings);

#endif
