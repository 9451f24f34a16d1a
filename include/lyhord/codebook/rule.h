/**
 * A rule: the parsed form of one line of a rule cell (grammar: docs/architecture.md §4).
 *
 * The whole grammar is parsed, with the place of everything. Nodes lie in one array, children
 * before parents' next sibling; they refer to one another by index.
 */
#ifndef LYHORD_CODEBOOK_RULE_H
#define LYHORD_CODEBOOK_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/diags.h>

typedef enum lyh_rule_kind {
    LYH_RULE_WORD,      /* any inflected form */
    LYH_RULE_EXACT,     /* "this spelling", one or several tokens */
    LYH_RULE_GLOB,      /* * and ? within one token */
    LYH_RULE_HEAD,      /* +word: the word, or a compound with it as head */
    LYH_RULE_FIRST,     /* word+: the word, or a compound with it as first part */
    LYH_RULE_REFERENCE, /* @code */
    LYH_RULE_REGEX,     /* /pattern/ or a line of the mönster column */
    LYH_RULE_SEQUENCE, /* children in a row; a child's gap_before says what may stand before it */
    LYH_RULE_NEAR, /* children left to right; a child's distance is its "~n" */
    LYH_RULE_ALL,  /* A & B & !C */
    LYH_RULE_ANY   /* A | B */
} lyh_rule_kind;

typedef enum lyh_gap { LYH_GAP_NONE, LYH_GAP_UP_TO_THREE, LYH_GAP_EXACTLY } lyh_gap;

typedef struct lyh_rule_node {
    lyh_rule_kind kind;
    size_t start, end;   /* bytes of the rule's text */
    const char *text;    /* of a leaf: unquoted word, pattern or code name; else NULL */
    size_t first_child;  /* index, or LYH_NONE */
    size_t next_sibling; /* index, or LYH_NONE */
    lyh_gap gap;         /* in a SEQUENCE: between this child and the one before it */
    size_t gap_words;    /* LYH_GAP_EXACTLY: how many */
    size_t distance;     /* in a NEAR: words at most from the child before */
    bool is_negated;     /* in an ALL: "!" */
} lyh_rule_node;

/**
 * Where a rule's text stands: in a cell of a codebook, in a text (a rule of the command line made a
 * source of), or, with both NULL, nowhere that has a line. What is borrowed must outlive the rule.
 */
typedef struct lyh_rule_origin {
    const lyh_csv *csv;
    size_t row, column; /* of @csv */
    size_t offset; /* bytes into the cell or the source at which the rule's text begins */
    const lyh_source *source; /* used when @csv is NULL */
} lyh_rule_origin;

/** The place of bytes @start to @end of a rule's text. */
lyh_place lyh_rule_place(const lyh_rule_origin *origin, size_t start, size_t end);

typedef struct lyh_rule lyh_rule;

/** What NEAR may ask for at most: "~30". */
#define LYH_RULE_DISTANCE_MAX 30
/** Parentheses may stand inside one another this many times. */
#define LYH_RULE_DEPTH_MAX 32

/**
 * Parse one line; `#` outside quotes and patterns begins a comment. An empty line or one of only a
 * comment gives NULL without a diagnostic. The first mistake of a line is an error that says where
 * and what would be right, and gives NULL. Free with lyh_rule_free().
 */
lyh_rule *lyh_rule_parse(const char *text, size_t size, const lyh_rule_origin *origin,
                         lyh_diags *diags);

/** A rule that is one bare PCRE2 expression, as in the mönster column. Checked when compiled. */
lyh_rule *lyh_rule_from_pattern(const char *text, size_t size,
                                const lyh_rule_origin *origin);

/** NULL is fine. */
void lyh_rule_free(lyh_rule *rule);

/** The rule's text, comment and outer white space left out. */
const char *lyh_rule_text(const lyh_rule *rule);
/** Where that text begins: nodes' positions count from there. */
const lyh_rule_origin *lyh_rule_where(const lyh_rule *rule);
size_t lyh_rule_node_count(const lyh_rule *rule);
const lyh_rule_node *lyh_rule_node_at(const lyh_rule *rule, size_t index);
/** Index of the outermost node. */
size_t lyh_rule_root(const lyh_rule *rule);

#endif
