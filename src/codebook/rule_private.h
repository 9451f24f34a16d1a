/**
 * Inside the codebook: how a rule is held, and the signs it is read from.
 */
#ifndef LYHORD_CODEBOOK_RULE_PRIVATE_H
#define LYHORD_CODEBOOK_RULE_PRIVATE_H

#include "autoptr.h"

struct lyh_rule {
    char *text;
    lyh_rule_origin origin; /* of the first byte of text */
    GArray *nodes;          /* lyh_rule_node */
    GStringChunk *strings;  /* the leaves' texts */
    size_t root;
};

/** A rule without nodes; takes a copy of @size bytes of @text. */
lyh_rule *lyh_rule_empty(const char *text, size_t size, const lyh_rule_origin *origin);

typedef enum lyh_lexeme_kind {
    LEXEME_END,
    LEXEME_OPEN,
    LEXEME_CLOSE,
    LEXEME_OR,
    LEXEME_AND,
    LEXEME_NOT,
    LEXEME_NEAR,   /* number: the words */
    LEXEME_DOTS,   /* .. */
    LEXEME_BLANKS, /* number: of _ */
    LEXEME_LEAF    /* leaf: which; text */
} lyh_lexeme_kind;

typedef struct lyh_lexeme {
    lyh_lexeme_kind kind;
    lyh_rule_kind leaf;
    size_t start, end; /* bytes of the rule's text */
    size_t number;
    const char *text; /* of a leaf, unquoted; lives in the GStringChunk given */
} lyh_lexeme;

/** A text being split into lexemes, and where its problems are told. */
typedef struct lyh_lexer {
    const char *text;
    size_t size, at;
    const lyh_rule_origin *origin;
    lyh_diags *diags;
    GStringChunk *strings;
    GArray *lexemes; /* of lyh_lexeme; closed by a LEXEME_END */
} lyh_lexer;

/** Fill lexer->lexemes from text; a `#` outside quotes and patterns ends it. False: see diags. */
bool lyh_lexer_run(lyh_lexer *lexer);

#endif
