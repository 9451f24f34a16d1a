/**
 * Words and sentences of a document, after the conventions of SUC.
 *
 * Tokens cover all text that is not white space: words, numbers, and punctuation one mark at a
 * time (`...` and `--` are one). A sentence never crosses a turn. It ends at a stop before a
 * capital, a digit, a quotation or (speech is often typed so) a small letter, at a colon between
 * a clause and a whole sentence, and at the end of a short line; what is said stays with who
 * says it. Positions are bytes into the document text. Time is linear on any text.
 */
#ifndef LYHORD_LANGUAGE_TOKENS_H
#define LYHORD_LANGUAGE_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/corpus/document.h>
#include <lyhord/language/vocabulary.h>

enum {
    LYH_TOKEN_WORD = 1, /* letters or digits: counted as a word */
    LYH_TOKEN_FILLER =
        2, /* eh, öh, mm, hm …: a word of its own kind, may stand inside a phrase */
    LYH_TOKEN_ASIDE =
        4, /* in [editor's] or (stage) brackets, or in a repeat: never matched nor counted */
    LYH_TOKEN_AFTER_SPACE = 8, /* white space, or the start of the turn, stands before it */
    LYH_TOKEN_QUOTED = 16      /* of a quotation the document knows, its marks included */
};

typedef struct lyh_token {
    uint32_t start, end;
    /* of the vocabulary; punctuation has types too, soft hyphens are left out */
    uint32_t type;
    uint32_t flags; /* LYH_TOKEN_…; bits from 8 up are the library's own */
} lyh_token;

typedef struct lyh_sentence {
    uint32_t first, end; /* tokens, half-open */
    uint32_t turn;
    bool is_question; /* closes with ? */
} lyh_sentence;

typedef struct lyh_tokens lyh_tokens;

/** An empty list that lyh_tokens_read() fills again and again without giving memory back. */
lyh_tokens *lyh_tokens_new(void);
/** NULL is fine. */
void lyh_tokens_free(lyh_tokens *tokens);

/** Replace the list by the words and sentences of every turn of @document. */
void lyh_tokens_read(lyh_tokens *tokens, const lyh_document *document,
                     lyh_vocabulary *vocabulary);

/**
 * Replace the list by the words of one text (a rule, a query), as one turn. Numbered and dotted
 * abbreviations, numbers and hyphenated words come out just as in a transcript.
 */
void lyh_tokens_read_text(lyh_tokens *tokens, const char *text, size_t size,
                          lyh_vocabulary *vocabulary);

size_t lyh_tokens_count(const lyh_tokens *tokens);
const lyh_token *lyh_tokens_all(const lyh_tokens *tokens);
size_t lyh_tokens_sentence_count(const lyh_tokens *tokens);
const lyh_sentence *lyh_tokens_sentences(const lyh_tokens *tokens);

/** Words (LYH_TOKEN_WORD, neither filler nor aside) in turn @turn. */
size_t lyh_tokens_words_in_turn(const lyh_tokens *tokens, size_t turn);

/** Index of the sentence that holds token @token. */
size_t lyh_tokens_sentence_of(const lyh_tokens *tokens, size_t token);

#endif
