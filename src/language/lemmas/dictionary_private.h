/**
 * What the folder itself asks a dictionary. All of it may be called from any thread; answers are
 * kept by spelling and lent as long as the dictionary lives.
 */
#ifndef LYHORD_LANGUAGE_DICTIONARY_PRIVATE_H
#define LYHORD_LANGUAGE_DICTIONARY_PRIVATE_H

#include <lyhord/language/dictionary.h>

/** hunspell needs a millisecond for junk of forty letters and accepts it: no word of more characters is asked. */
enum { LYH_LONGEST_WORD = 60 };

/** A list of words, zero-terminated strings. */
typedef struct lyh_word_list {
    const char *const *words;
    size_t count;
} lyh_word_list;

/** Lemmas of @word (NFC, case-folded): at least one, the likeliest first. */
lyh_word_list lyh_dictionary_lemmas(lyh_dictionary *dictionary, const char *word);

/**
 * Lemmas of which @word (letters, as it is spelled) is a form, when it stands in the closed list
 * or in hunspell's dictionary as one word, not as a compound of shorter ones. None: it is no
 * word of its own.
 */
lyh_word_list lyh_dictionary_own(lyh_dictionary *dictionary, const char *word);

/** hunspell's analysis of @word as it is spelled, its lines as they are; none without hunspell's dictionary. */
lyh_word_list lyh_dictionary_analysis(lyh_dictionary *dictionary, const char *word);

#endif
