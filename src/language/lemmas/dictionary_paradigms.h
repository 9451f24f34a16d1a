/**
 * Regular inflection (data/paradigms.txt): which dictionary words a word can be a form of.
 *
 * hunspell's own analysis is made for spelling: to save space it gives one word's forms to
 * another (avgifter to the verb avgifta). Here a lemma is proved by the forms that a word of its
 * class must have beside the one that was met.
 */
#ifndef LYHORD_LANGUAGE_DICTIONARY_PARADIGMS_H
#define LYHORD_LANGUAGE_DICTIONARY_PARADIGMS_H

#include <stdbool.h>

#include <glib.h>

typedef struct lyh_paradigms lyh_paradigms;

/** Is @word a word of the dictionary, compounds left out; @is_entry: one that stands in it as it is? */
typedef bool (*lyh_is_word)(void *user, const char *word, bool is_entry);

lyh_paradigms *lyh_paradigms_new(void);
/** NULL is fine. */
void lyh_paradigms_free(lyh_paradigms *paradigms);

/**
 * Add the lemmas (char *) that @word is a form of to @lemmas, the likeliest first; @word itself
 * is among them when it has forms of its own. Adds nothing when no paradigm tells.
 */
void lyh_paradigms_lemmas(const lyh_paradigms *paradigms, const char *word,
                          lyh_is_word is_word, void *user, GPtrArray *lemmas);

#endif
