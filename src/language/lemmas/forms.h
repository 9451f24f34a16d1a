/**
 * The closed list of irregular words (data/forms.txt): a form's lemmas.
 */
#ifndef LYHORD_LANGUAGE_FORMS_H
#define LYHORD_LANGUAGE_FORMS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct lyh_forms lyh_forms;

/** The list is read when it is first asked: by one thread at a time, as dictionary.c sees to. */
lyh_forms *lyh_forms_new(void);
/** NULL is fine. */
void lyh_forms_free(lyh_forms *forms);

/** The lemmas (const char *) of the form @word, the likeliest first, or NULL. Lent. */
const GPtrArray *lyh_forms_lemmas(lyh_forms *forms, const char *word);

/** Are the @size bytes at @word what verbs are written together with: av, åter, till? */
bool lyh_forms_is_prefix(const char *word, size_t size);

/** Is @word a form word's, and so nothing else? */
bool lyh_forms_is_closed(lyh_forms *forms, const char *word);

/**
 * The lemma of the longest listed form that ends @word behind at least two letters, or NULL;
 * @tail is where in @word it begins. Short forms (antog, avvek) only behind a verb's prefix.
 */
const char *lyh_forms_tail(lyh_forms *forms, const char *word, size_t *tail);

#endif
