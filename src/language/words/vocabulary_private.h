/**
 * What the vocabulary knows of a type beyond its spelling, for the folder's own use.
 */
#ifndef LYHORD_LANGUAGE_VOCABULARY_PRIVATE_H
#define LYHORD_LANGUAGE_VOCABULARY_PRIVATE_H

#include <lyhord/language/vocabulary.h>

/** What is known of a type before any dictionary is asked. */
enum {
    LYH_TRAIT_FILLER = 1, /* data/fillers.txt */
    LYH_TRAIT_SAYING = 2  /* gives somebody the word: data/sayings.txt */
};

/** A word of a text and, once it has been interned, its type. */
typedef struct lyh_word {
    const char *text;
    size_t size;
    uint64_t key[2], hash; /* while it is looked up */
    uint32_t type;
} lyh_word;

/**
 * Intern @count words of a text that can be read up to @readable; some at a time are interned faster
 * than one after the other.
 */
void lyh_vocabulary_intern_all(lyh_vocabulary *vocabulary, lyh_word *words, size_t count,
                               const char *readable);

/** One byte of LYH_TRAIT_… a type. Lent until the next intern. */
const unsigned char *lyh_vocabulary_traits(const lyh_vocabulary *vocabulary);

#endif
