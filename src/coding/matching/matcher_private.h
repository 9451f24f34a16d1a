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
    const char *text; /* the rule's: of many rules each lies somewhere else */
    uint32_t code;
    lyh_rule_column column;
} ranked_rule;

/** Items that must follow one another: @count of them from @first on in the matcher's list. */
typedef struct item_sequence {
    uint32_t rule, first, count;
    uint32_t code; /* the rule's: of many rules each lies somewhere else */
} item_sequence;

typedef struct ranked_regex {
    lyh_regex *regex;
    const lyh_rule *text; /* that @node is of */
    const lyh_rule_node *node;
    uint32_t rule;
    bool is_part; /* asked for by a part of a rule; not searched for by itself */
} ranked_regex;

typedef enum part_kind {
    PART_ALL, /* where the first is, when the others are somewhere in the sentence, or not */
    PART_ANY,   /* where one of them is */
    PART_CHAIN, /* one after or near the other */
    PART_CODE, /* where a rule of a code is that no exception of it (is_negated) overlaps */
    PART_ITEM, /* a word */
    PART_PATTERN /* a regex */
} part_kind;

/** A part of a part, and how it hangs together with the one before it. */
typedef struct part_link {
    uint32_t part;
    lyh_gap gap;
    uint32_t words;    /* of the gap, when it is exact */
    uint32_t distance; /* of a near; 0: not one */
    bool is_negated;
} part_link;

/** A place of a part: tokens @first to @last, and bytes. */
typedef struct part_span {
    uint32_t first, last;
    uint32_t start, end;
    bool is_denied;
} part_span;

/** How far a chain goes from one of its places on; @is_alive: it can be gone to its end. */
typedef struct chain_reach {
    uint32_t first, last;
    bool is_denied, is_alive;
} chain_reach;

/** A part of a rule that is more than words in a row, and where it is in the sentence at hand. */
typedef struct rule_part {
    part_kind kind;
    bool is_nested;        /* a chain in a chain: each of its places may be the right one */
    bool leaves_fillers;   /* a glob inside a phrase */
    uint32_t watch, regex; /* of an item; of a pattern */
    uint32_t size;         /* of an item: bytes of its word in the rule */
    GArray *links;         /* part_link */
    GArray *spans;         /* part_span by first, then last; of sentence number @round */
    uint64_t round;
    uint32_t longest; /* tokens of the longest span of a chain's part */
} rule_part;

/** An item that parts ask for: where it is in the sentence numbered @round. */
typedef struct watched_item {
    uint32_t item;
    uint64_t round;
    GArray *spans;    /* part_span */
    GArray *programs; /* uint32_t: to be looked at when it is met */
} watched_item;

/** A rule's operand that is evaluated part by part, in sentences that hold what it cannot do without. */
typedef struct rule_program {
    uint32_t rule, part;
    uint64_t round; /* the last sentence it was wanted in */
} rule_program;

/** What stands before a token of the sentence: counted from its first. */
typedef struct token_counts {
    uint32_t words, marks, asides; /* marks: neither words nor fillers */
} token_counts;

/** A match: bytes of the document, tokens half-open. */
typedef struct rule_hit {
    uint32_t code, rule;
    uint32_t start, end;
    uint32_t first_token, end_token;
    uint32_t sentence;
    bool is_denied; /* one of its words denies itself: otrygghet for +trygghet */
} rule_hit;

/** A token that something may begin with, and what its type meets: a number for lyh_items_set(). */
typedef struct beginning {
    uint32_t token, set;
} beginning;

/** What is known of a code while hits are settled (matcher_hits.c). */
typedef struct code_settling code_settling;

struct lyh_matcher {
    lyh_vocabulary *vocabulary;
    lyh_matcher_options options;
    lyh_items *items;
    lyh_states *states;
    GHashTable *asked; /* rule << 32 | type that denies -> did the rule ask for it? */
    lyh_regex_engine *engine;
    GArray *rules;          /* ranked_rule */
    GArray *sequences;      /* item_sequence */
    GArray *sequence_items; /* uint32_t */
    GArray *regexes;        /* ranked_regex */
    GPtrArray *parts;       /* rule_part */
    GPtrArray *watches;     /* watched_item */
    GHashTable *watch_of;   /* item -> watch + 1 */
    GHashTable *code_parts; /* code -> part + 1 */
    GArray *programs;       /* rule_program */
    GArray *always;         /* uint32_t: programs that must be tried in every sentence */
    GArray *wanted;         /* scratch: uint32_t, programs to try in this sentence */
    uint64_t round;         /* number of the sentence, over all documents */
    GArray *counts;         /* scratch: token_counts of sentence number @counts_round */
    uint64_t counts_round;
    GArray *reaches[2];    /* scratch: of a chain being looked for */
    GArray *pattern_spans; /* scratch: part_span */
    GArray *beginnings;    /* scratch: beginning */
    rule_hit *hits;        /* scratch: of the document being matched, in order */
    size_t hit_count, hit_room;
    code_settling *settling; /* by code: scratch */
    size_t settling_count;
    GString *subject; /* scratch: sentence number @subject_round without its asides */
    uint64_t subject_round;
    uint32_t subject_start; /* the byte of the document it begins at */
};

/** What is being matched. */
typedef struct matching {
    lyh_matcher *matcher;
    const lyh_document *document;
    const lyh_token *tokens;
    const lyh_sentence *sentences; /* of the document */
    lyh_item_places places;        /* of the items */
    bool has_patterns;             /* there are some that stand by themselves */
    const lyh_sentence *sentence;
    uint32_t sentence_index;
    lyh_diags *diags;
} matching;

/** Sequences of one item and watches are told of by one number in lyh_items_start(). */
#define START_OF_WORD(index) ((index) << 1)
#define START_OF_WATCH(index) ((index) << 1 | 1)
#define IS_WATCH(start) (((start)&1) != 0)
#define START_INDEX(start) ((start) >> 1)

/** A rule being compiled. */
typedef struct compiling {
    lyh_matcher *matcher;
    const lyh_codebook *codebook; /* NULL: references lead nowhere */
    const lyh_rule *rule;
    lyh_tokens *tokens; /* scratch: the words of a leaf */
    lyh_diags *diags;
    size_t depth; /* of references */
    bool has_failed;
} compiling;

const lyh_rule_node *node_at(const compiling *work, size_t index);
lyh_place compiling_place(const compiling *work, const lyh_rule_node *node);

/** Items for @count leaves from @first on that stand in a row (words are read as one text). */
GArray *items_of_leaves(compiling *work, const lyh_rule_node *first,
                        const lyh_rule_node *last);
/** The last of the leaves from @first on whose words are read as one text. */
const lyh_rule_node *last_of_words(const compiling *work, const lyh_rule_node *first);
/** Compile a pattern; its index among the matcher's, or LYH_NONE after telling why not. */
size_t compile_pattern(compiling *work, const lyh_rule_node *node, bool is_part);

/** Compile @node, an operand of the last rule's, to a program. */
void lyh_matcher_plan(compiling *work, const lyh_rule_node *node);

/** The token @token has the watched item @watch. */
void lyh_matcher_note(const matching *work, uint32_t token, uint32_t watch);
/** Add the hits of the programs that the sentence calls for. False when a regex ran out. */
bool lyh_matcher_run_programs(const matching *work);

/** Add a match whose contents the caller writes, all of them. Lent until the next. */
rule_hit *lyh_matcher_add_blank(lyh_matcher *matcher);
void lyh_matcher_add_span(const matching *work, uint32_t rule, const part_span *span);

/** Add to @spans where pattern @regex is in the sentence. False when it ran out of its limits. */
bool lyh_matcher_find_pattern(const matching *work, uint32_t regex, GArray *spans);
/** Add the hits of all patterns that stand by themselves. False when one ran out. */
bool lyh_matcher_find_patterns(const matching *work);

/** Compile @rule as the next in rank. @tokens is scratch for all rules. Mistakes go to @diags. */
void lyh_matcher_compile(lyh_matcher *matcher, const lyh_codebook *codebook,
                         const lyh_rule *rule, uint32_t code, lyh_rule_column column,
                         lyh_tokens *tokens, lyh_diags *diags);

/** Put the hits from @first on, those of one sentence, in order. */
void lyh_matcher_sort_hits(lyh_matcher *matcher, size_t first);

/** Room to settle the hits of @count codes. Free with lyh_matcher_settling_free(). */
code_settling *lyh_matcher_settling_new(size_t count);
void lyh_matcher_settling_free(code_settling *settling, size_t count);

/** Drop hits that exceptions forbid, and those inside longer or equal to earlier ones of a code. */
void lyh_matcher_settle(lyh_matcher *matcher);

/** Add what is left of the hits to @codings, in their order. */
void lyh_matcher_suggest(const lyh_matcher *matcher, const lyh_document *document,
                         const lyh_tokens *tokens, lyh_codings *codings);

#endif
