/**
 * What the vocabulary knows of a type beyond its spelling, for the folder's own use.
 */
#ifndef LYHORD_LANGUAGE_VOCABULARY_PRIVATE_H
#define LYHORD_LANGUAGE_VOCABULARY_PRIVATE_H

#include <lyhord/language/vocabulary.h>

/**
 * One byte a type, not 0 where the type is a filler (data/fillers.txt). Lent until the next
 * intern.
 */
const unsigned char *lyh_vocabulary_fillers(const lyh_vocabulary *vocabulary);

#endif
