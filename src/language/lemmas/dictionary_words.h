/**
 * Words of hunspell's dictionary without its compounds: every entry in the forms its affixes give.
 *
 * hunspell takes a compound of any two words for a word, and needs ten microseconds to refuse
 * one; a paradigm asks for many forms that may not be there. This reads the same two files and
 * answers from a table. Suffixes only, with one-byte flags, as sv_SE has them.
 */
#ifndef LYHORD_LANGUAGE_DICTIONARY_WORDS_H
#define LYHORD_LANGUAGE_DICTIONARY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct lyh_dictionary_words lyh_dictionary_words;

/** From the files of the dictionary at @path without ending; NULL when they cannot be read or are of another kind. */
lyh_dictionary_words *lyh_dictionary_words_new(const char *path);
/** NULL is fine. */
void lyh_dictionary_words_free(lyh_dictionary_words *words);

/** Is @word, as it is spelled, an entry or a form of one? Never a compound that no entry holds. */
bool lyh_dictionary_words_have(const lyh_dictionary_words *words, const char *word);

/**
 * Is it one that hunspell takes for sure? That of lyh_dictionary_words_have(), but for what an entry forbids: förens, which
 * would be a form of fören. Not those alone: it takes compounds too.
 */
bool lyh_dictionary_words_take(const lyh_dictionary_words *words, const char *word);

/** Is @word, as it is spelled, an entry: a word as dictionaries list it, or held apart for its spelling? */
bool lyh_dictionary_words_enter(const lyh_dictionary_words *words, const char *word);

#endif
