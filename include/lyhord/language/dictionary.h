/**
 * What is known of Swedish words: the closed lists built in, and hunspell's dictionary.
 *
 * One dictionary serves any number of threads. hunspell's files are loaded at the first look-up
 * that needs them; every spelling is looked up once, whoever asks, and the answer is kept as
 * long as the dictionary. What a thread asks again and again it keeps by type in a lexicon
 * (lyhord/language/lexicon.h).
 */
#ifndef LYHORD_LANGUAGE_DICTIONARY_H
#define LYHORD_LANGUAGE_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct lyh_dictionary lyh_dictionary;

/**
 * @path is that of sv_SE without ending, e.g. "/usr/share/hunspell/sv_SE"; NULL, or files that
 * are not there: the closed lists and Snowball only. Free with lyh_dictionary_free(), after the
 * last lexicon over it.
 */
lyh_dictionary *lyh_dictionary_new(const char *path);
/** NULL is fine. */
void lyh_dictionary_free(lyh_dictionary *dictionary);

/**
 * Does hunspell's dictionary take @word, @size bytes of it, as it is spelled? A word of more
 * than 60 characters is none; without hunspell's dictionary none is.
 */
bool lyh_dictionary_accepts(lyh_dictionary *dictionary, const char *word, size_t size);

/** "hunspell", or "snowball" once a look-up found no dictionary. */
const char *lyh_dictionary_source(lyh_dictionary *dictionary);
/** Is the source hunspell's dictionary, as far as anybody has looked? */
bool lyh_dictionary_is_there(lyh_dictionary *dictionary);

#endif
