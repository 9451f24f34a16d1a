/**
 * Inside the codebook: how a rule is held, and the signs it is read from.
 */
#ifndef LYHORD_CODEBOOK_RULE_PRIVATE_H
#define LYHORD_CODEBOOK_RULE_PRIVATE_H

#include "autoptr.h"

/** What a rule is read as. */
typedef struct lyh_rule_tree {
    GArray *nodes; /* lyh_rule_node; NULL: not read yet, and nothing is wrong in it */
    GStringChunk *strings; /* the leaves' texts */
    size_t root;
} lyh_rule_tree;

struct lyh_rule {
    char *text;
    lyh_rule_origin origin; /* of the first byte of text */
    lyh_rule_tree *tree;
};

/** A rule that is not read yet; takes a copy of @size bytes of @text. */
lyh_rule *lyh_rule_unread(const char *text, size_t size, const lyh_rule_origin *origin);
/** The same with no nodes. */
lyh_rule *lyh_rule_empty(const char *text, size_t size, const lyh_rule_origin *origin);

/** Read its text, of @size bytes, into its tree, which is empty. False: see @diags. */
bool lyh_rule_read(const lyh_rule *rule, size_t size, lyh_diags *diags);

/**
 * Is it certain without reading that @text is a rule, with words in it? *end is then where it ends: comment and
 * white space behind it are no part of it. False tells nothing.
 */
bool lyh_rule_is_plain(const char *text, size_t size, size_t *end);

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
