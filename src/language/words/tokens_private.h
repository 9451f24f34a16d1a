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
    GArray *ends;  /* size_t: tokens up to the end of each turn */
    char *small;   /* the text in small letters, and as much behind it as types ask for */
    size_t small_room;
};

/** Divide tokens @first to before @end, all of turn @turn, into sentences. */
void lyh_tokens_add_sentences(lyh_tokens *tokens, size_t first, size_t end, uint32_t turn);

#endif
