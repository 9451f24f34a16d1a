/**
 * The same word in its many forms: lemma sets, by type.
 *
 * Spellings of speech and of the keyboard are taken for the word that is meant (dom, mejl), and so
 * are misspellings of a kind (rättsäker) when one word alone can be meant. A closed list of
 * irregular words comes first, then the paradigms, proved in hunspell's dictionary by the other forms
 * of the word, then hunspell's analysis (never Hunspell_stem, which gives a compound's first
 * part). Without the dictionary, Snowball is the fallback for what no list knows, and
 * lyh_lexicon_source() says so. A lexicon belongs to one vocabulary and so to one thread; it asks
 * its dictionary once per type, and a warm look-up is one read of an array.
 */
#ifndef LYHORD_LANGUAGE_LEXICON_H
#define LYHORD_LANGUAGE_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/dictionary.h>
#include <lyhord/language/vocabulary.h>

typedef struct lyh_lexicon lyh_lexicon;

/** A lexicon over @vocabulary (lemmas are types of it too) and @dictionary; borrows both. */
lyh_lexicon *lyh_lexicon_new(lyh_vocabulary *vocabulary, lyh_dictionary *dictionary);
/** NULL is fine. */
void lyh_lexicon_free(lyh_lexicon *lexicon);

/**
 * From now on @written stands for @meaning: it has that word's lemmas instead of its own. Called again
 * for the same @written, it stands for each in turn, the likeliest first; for itself, too, when that
 * is one of them. @meaning may be a variant itself. Forms of a word that no dictionary has follow
 * it. All variants come before the first look-up.
 */
void lyh_lexicon_add_variant(lyh_lexicon *lexicon, uint32_t written, uint32_t meaning);

/** Types of the lemmas of @type, ascending, at least one; @count of them. Lent until the next look-up. */
const uint32_t *lyh_lexicon_lemmas(lyh_lexicon *lexicon, uint32_t type, size_t *count);

/** Is any lemma of @a a lemma of @b? */
bool lyh_lexicon_same_word(lyh_lexicon *lexicon, uint32_t a, uint32_t b);

/** Spelling of the first (likeliest) lemma of @type. Lent until the next look-up. */
const char *lyh_lexicon_lemma(lyh_lexicon *lexicon, uint32_t type);

/** lyh_dictionary_accepts() of the lexicon's dictionary: of @word as it is spelled, case and all. */
bool lyh_lexicon_accepts(lyh_lexicon *lexicon, const char *word, size_t size);

/** lyh_dictionary_source() of the lexicon's dictionary. */
const char *lyh_lexicon_source(const lyh_lexicon *lexicon);
/** lyh_dictionary_is_there() of it. */
bool lyh_lexicon_has_dictionary(const lyh_lexicon *lexicon);

#endif
