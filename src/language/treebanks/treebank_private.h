/** A treebank as its reader and its scores share it. */
#ifndef LYHORD_LANGUAGE_TREEBANK_PRIVATE_H
#define LYHORD_LANGUAGE_TREEBANK_PRIVATE_H

#include <glib.h>
#include <stdbool.h>

#include <lyhord/language/treebank.h>

/** A word as it is written; @start and @end are bytes into its sentence's text. */
typedef struct bank_token {
    size_t start, end;
    const char *lemma; /* NULL: a range of words, which has none */
    bool is_content;
} bank_token;

typedef struct bank_sentence {
    const char *text; /* NULL: none was given */
    size_t size;
    size_t first, count; /* tokens */
    bool is_paragraph;   /* begins a paragraph or a document */
    bool is_glued;       /* no white space behind it */
} bank_sentence;

struct lyh_treebank {
    GStringChunk *strings;
    GArray *tokens;    /* bank_token */
    GArray *sentences; /* bank_sentence */
};

static inline const bank_token *bank_token_at(const lyh_treebank *bank, size_t index)
{
    return &g_array_index(bank->tokens, bank_token, index);
}

static inline const bank_sentence *bank_sentence_at(const lyh_treebank *bank, size_t index)
{
    return &g_array_index(bank->sentences, bank_sentence, index);
}

#endif
