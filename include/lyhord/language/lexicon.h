/**
 * The same word in its many forms: lemma sets.
 *
 * A closed-class list first, then hunspell's analysis (rebuilt from its parts, never
 * Hunspell_stem, which gives a compound's first part). Without the dictionary, Snowball is the
 * fallback, and lyh_lexicon_source() says so. The dictionary is loaded at the first look-up
 * that needs it; each type is looked up once.
 */
#ifndef LYHORD_LANGUAGE_LEXICON_H
#define LYHORD_LANGUAGE_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/vocabulary.h>

typedef struct lyh_lexicon lyh_lexicon;

/**
 * A lexicon over @vocabulary (borrowed; lemmas are types of it too). @dictionary is the path of
 * sv_SE without ending, e.g. "/usr/share/hunspell/sv_SE"; NULL: Snowball only.
 */
lyh_lexicon *lyh_lexicon_new(lyh_vocabulary *vocabulary, const char *dictionary);
/** NULL is fine. */
void lyh_lexicon_free(lyh_lexicon *lexicon);

/** Types of the lemmas of @type, ascending, at least one; @count of them. Lent until the next look-up. */
const uint32_t *lyh_lexicon_lemmas(lyh_lexicon *lexicon, uint32_t type, size_t *count);

/** Is any lemma of @a a lemma of @b? */
bool lyh_lexicon_same_word(lyh_lexicon *lexicon, uint32_t a, uint32_t b);

/** Spelling of the first (likeliest) lemma of @type. Lent until the next look-up. */
const char *lyh_lexicon_lemma(lyh_lexicon *lexicon, uint32_t type);

/**
 * Does the dictionary take @word, @size bytes of it, as it is spelled? A word of more than 60
 * characters is none; without a dictionary none is.
 */
bool lyh_lexicon_accepts(lyh_lexicon *lexicon, const char *word, size_t size);

/** "hunspell", or "snowball" once a look-up found no dictionary. */
const char *lyh_lexicon_source(const lyh_lexicon *lexicon);

#endif
