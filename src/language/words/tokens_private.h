/**
 * Inside a list of tokens: what its two halves (words, sentences) share.
 */
#ifndef LYHORD_LANGUAGE_TOKENS_PRIVATE_H
#define LYHORD_LANGUAGE_TOKENS_PRIVATE_H

#include <glib.h>

#include <lyhord/language/tokens.h>

#include "abbreviations.h"

struct lyh_tokens {
    lyh_abbreviations *abbreviations;
    lyh_token *tokens;
    size_t count;
    size_t room;
    lyh_sentence *sentences;
    size_t sentence_count;
    size_t sentence_room;
    GArray *words; /* size_t: words in each turn */
};

/** Divide tokens @first to the last one, all of turn @turn, into sentences. */
void lyh_tokens_add_sentences(lyh_tokens *tokens, size_t first, uint32_t turn);

#endif
