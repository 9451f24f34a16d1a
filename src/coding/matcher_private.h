/**
 * Inside the matcher: rules compiled to sequences and patterns, and hits on their way to codings.
 */
#ifndef LYHORD_CODING_MATCHER_PRIVATE_H
#define LYHORD_CODING_MATCHER_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/matcher.h>
#include <lyhord/language/state.h>

#include "items.h"
#include "regex.h"

/** Rules expand into at most this many sequences each. */
#define SEQUENCES_MAX 1000

/** A rule and what a hit of it suggests. Its index is its rank: lower ones win. */
typedef struct ranked_rule {
    const lyh_rule *rule;
    uint32_t code;
    lyh_rule_column column;
} ranked_rule;

/** Items that must follow one another: @count of them from @first on in the matcher's list. */
typedef struct item_sequence {
    uint32_t rule, first, count;
} item_sequence;

typedef struct ranked_regex {
    lyh_regex *regex;
    const lyh_rule_node *node;
    uint32_t rule;
} ranked_regex;

/** A match: bytes of the document, tokens half-open. */
typedef struct rule_hit {
    uint32_t code, rule;
    uint32_t start, end;
    uint32_t first_token, end_token;
    uint32_t sentence;
    bool is_denied; /* one of its words denies itself: otrygghet for +trygghet */
} rule_hit;

struct lyh_matcher {
    lyh_vocabulary *vocabulary;
    lyh_matcher_options options;
    lyh_items *items;
    lyh_states *states;
    lyh_regex_engine *engine;
    GArray *rules;          /* ranked_rule */
    GArray *sequences;      /* item_sequence */
    GArray *sequence_items; /* uint32_t */
    GArray *regexes;        /* ranked_regex */
    GArray *hits;           /* rule_hit: scratch, of the document being matched */
    GString *subject;       /* scratch: a sentence without its asides */
};

/** Compile @rule as the next in rank. Mistakes go to @diags. */
void lyh_matcher_compile(lyh_matcher *matcher, const lyh_rule *rule, uint32_t code,
                         lyh_rule_column column, lyh_diags *diags);

/** Drop hits that exceptions forbid, and those inside longer or equal to earlier ones of a code. */
void lyh_matcher_settle(lyh_matcher *matcher);

/** Add what is left of the hits to @codings, sorted. */
void lyh_matcher_suggest(const lyh_matcher *matcher, const lyh_document *document,
                         const lyh_tokens *tokens, lyh_codings *codings);

#endif
