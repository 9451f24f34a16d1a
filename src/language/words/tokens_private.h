/**
 * Inside a list of tokens: what its two halves (words, sentences) share.
 */
#ifndef LYHORD_LANGUAGE_TOKENS_PRIVATE_H
#define LYHORD_LANGUAGE_TOKENS_PRIVATE_H

#include <glib.h>

#include <lyhord/language/tokens.h>

#include "abbreviations.h"
#include "masks.h"
#include "scan.h"

struct lyh_tokens {
    lyh_abbreviations *abbreviations;
    lyh_token *tokens;
    size_t count;
    size_t room; /* of tokens and of noted */
    uint32_t
        *noted; /* tokens that may be LYH_SCAN_OF_NOTE, in their order; no others are */
    size_t noted_count;
    size_t next_noted;   /* the first that no sentence has been looked for at */
    uint32_t one_by_one; /* all flags of tokens that went through lyh_tokens_scan_one() */
    lyh_window window;   /* of the text */
    lyh_sentence *sentences;
    size_t sentence_count;
    size_t sentence_room;
    GArray *words; /* size_t: words in each turn */
    GArray *ends;  /* size_t: tokens up to the end of each turn */
    char *small;   /* the text in small letters, and as much behind it as types ask for */
    size_t small_room;
};

/** Where the next tokens go: @count at least have room there. */
static inline lyh_token *lyh_tokens_room(lyh_tokens *tokens, size_t count)
{
    if (G_UNLIKELY(tokens->room - tokens->count < count)) {
        tokens->room = MAX(tokens->room * 2, 1024);
        tokens->tokens = g_renew(lyh_token, tokens->tokens, tokens->room);
        tokens->noted = g_renew(uint32_t, tokens->noted, tokens->room);
    }
    return tokens->tokens + tokens->count;
}

/** Add the scanner's next token, yet without its type; false at the end. */
bool lyh_tokens_scan_one(lyh_tokens *tokens, lyh_scanner *scanner);

/** Divide tokens @first to before @end, all of turn @turn, into sentences. */
void lyh_tokens_add_sentences(lyh_tokens *tokens, size_t first, size_t end, uint32_t turn);

#endif
