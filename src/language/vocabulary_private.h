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

/** One byte of LYH_TRAIT_… a type. Lent until the next intern. */
const unsigned char *lyh_vocabulary_traits(const lyh_vocabulary *vocabulary);

#endif
