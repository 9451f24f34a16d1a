/** How like all that was said of their code statements are. Private to quotes. */
#ifndef LYHORD_QUOTES_PROPOSING_H
#define LYHORD_QUOTES_PROPOSING_H

#include <glib.h>

#include <lyhord/coding/coding.h>
#include <lyhord/language/lexicon.h>
#include <lyhord/language/tokens.h>

/** A word of a statement, and how often. */
typedef struct lyh_term {
    guint32 type; /* of its likeliest lemma */
    guint32 times;
} lyh_term;

/** A statement's words: lyh_term, ascending by type; g_array_unref(). @words is how many there are in all. */
GArray *terms_of(const lyh_tokens *tokens, size_t first, size_t end, lyh_lexicon *lexicon,
                 size_t *words);

/** What is known of a statement, and what is found out. */
typedef struct lyh_offer {
    size_t code;
    const GArray *terms;
    size_t likeness; /* thousandths: the cosine to the middle of its code's statements */
} lyh_offer;

/** Find the likeness of every one of @count @offers, which stand in the order of their codes. */
void offers_weigh(lyh_offer *offers, size_t count);

#endif
