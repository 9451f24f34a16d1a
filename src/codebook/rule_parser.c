/*
 * Recursive descent over the lexemes of a rule: one function a line of the grammar
 * (docs/architecture.md §4). Each returns the index of a node, or LYH_NONE after an error.
 */
#include "rule_private.h"

#include <lyhord/base/text.h>

typedef struct rule_parser {
    const lyh_rule *rule;
    lyh_diags *diags;
    const lyh_lexeme *next; /* never beyond the LEXEME_END */
    size_t depth;           /* of parentheses */
} rule_parser;

/** Children being strung together. */
typedef struct child_chain {
    size_t first, last, count;
} child_chain;

static size_t parse_any(rule_parser *parser);

static lyh_rule_node *node_at(rule_parser *parser, size_t index)
{
    return &g_array_index(parser->rule->tree->nodes, lyh_rule_node, index);
}

static size_t add_node(rule_parser *parser, lyh_rule_node node)
{
    node.next_sibling = LYH_NONE;
    g_array_append_val(parser->rule->tree->nodes, node);
    return parser->rule->tree->nodes->len - 1;
}

static void chain_add(rule_parser *parser, child_chain *chain, size_t child)
{
    if (chain->count++ == 0)
        chain->first = child;
    else
        node_at(parser, chain->last)->next_sibling = child;
    chain->last = child;
}

/** The node over a chain; a single child needs none. */
static size_t joined(rule_parser *parser, lyh_rule_kind kind, const child_chain *chain)
{
    if (chain->count == 1)
        return chain->first;
    return add_node(parser, (lyh_rule_node){
                                .kind = kind,
                                .start = node_at(parser, chain->first)->start,
                                .end = node_at(parser, chain->last)->end,
                                .first_child = chain->first,
                            });
}

static bool accept(rule_parser *parser, lyh_lexeme_kind kind)
{
    if (parser->next->kind != kind)
        return false;
    parser->next++;
    return true;
}

static lyh_place lexeme_place(const rule_parser *parser, const lyh_lexeme *at)
{
    return lyh_rule_place(&parser->rule->origin, at->start, at->end);
}

static size_t fail_missing(rule_parser *parser)
{
    const lyh_lexeme *at = parser->next;
    lyh_place place = lexeme_place(parser, at);
    if (at->kind == LEXEME_END) {
        lyh_diags_error(parser->diags, "rule-syntax", place,
                        "the rule ends where a word should come");
    } else if (at->kind == LEXEME_NOT) {
        lyh_diags_error(parser->diags, "rule-syntax", place,
                        "'!' excludes only after '&', as in lukt & !mat");
    } else if (at->kind == LEXEME_CLOSE && parser->depth == 0) {
        lyh_diags_error(parser->diags, "rule-syntax", place,
                        "this ')' closes nothing; remove it, or write '(' before");
    } else {
        g_autofree char *sign =
            g_strndup(parser->rule->text + at->start, at->end - at->start);
        lyh_diags_error(parser->diags, "rule-syntax", place,
                        "a word is missing before '%s'", sign);
    }
    return LYH_NONE;
}

static size_t parse_group(rule_parser *parser)
{
    const lyh_lexeme *open = parser->next++;
    if (parser->depth == LYH_RULE_DEPTH_MAX) {
        lyh_diags_error(parser->diags, "rule-deep", lexeme_place(parser, open),
                        "parentheses stand more than %d deep; write several rules instead",
                        LYH_RULE_DEPTH_MAX);
        return LYH_NONE;
    }
    parser->depth++;
    size_t inside = parse_any(parser);
    parser->depth--;
    if (inside == LYH_NONE)
        return LYH_NONE;
    if (accept(parser, LEXEME_CLOSE))
        return inside;
    lyh_diags_error(parser->diags, "rule-syntax", lexeme_place(parser, open),
                    "this '(' is never closed; write ')' where its part of the rule ends");
    return LYH_NONE;
}

/* item = "(" rule ")" | exact | glob | comp | word | ref | regex */
static size_t parse_item(rule_parser *parser)
{
    const lyh_lexeme *at = parser->next;
    if (at->kind == LEXEME_OPEN)
        return parse_group(parser);
    if (at->kind != LEXEME_LEAF)
        return fail_missing(parser);
    parser->next++;
    return add_node(parser, (lyh_rule_node){
                                .kind = at->leaf,
                                .start = at->start,
                                .end = at->end,
                                .text = at->text,
                                .first_child = LYH_NONE,
                            });
}

static const char *cannot_stand_in_row(lyh_rule_kind kind)
{
    switch (kind) {
    case LYH_RULE_ALL:
        return N_("'&' looks at the whole sentence and cannot stand inside a phrase or "
                  "'~n'; write the parts as operands of '&'");
    case LYH_RULE_REFERENCE:
        return N_("a reference to a code cannot stand inside a phrase or '~n'; write it "
                  "alone, or as an operand of '|' or '&'");
    case LYH_RULE_REGEX:
        return N_("a pattern between slashes cannot stand inside a phrase or '~n'; write "
                  "it alone, or as an operand of '|' or '&'");
    default:
        return NULL;
    }
}

/** Words in a row have places among the words; what has none cannot be among them. */
static bool may_stand_in_row(rule_parser *parser, size_t index)
{
    const lyh_rule_node *node = node_at(parser, index);
    const char *trouble = cannot_stand_in_row(node->kind);
    if (trouble) {
        lyh_place place = lyh_rule_place(&parser->rule->origin, node->start, node->end);
        lyh_diags_error(parser->diags, "rule-operand", place, "%s",
                        lyh_tr(lyh_diags_catalog(parser->diags), trouble));
        return false;
    }
    for (size_t child = node->first_child; child != LYH_NONE;
         child = node_at(parser, child)->next_sibling)
        if (!may_stand_in_row(parser, child))
            return false;
    return true;
}

/** A chain in a row or near: checked when it is more than one thing. */
static size_t joined_in_row(rule_parser *parser, lyh_rule_kind kind,
                            const child_chain *chain)
{
    size_t index = joined(parser, kind, chain);
    return chain->count == 1 || may_stand_in_row(parser, index) ? index : LYH_NONE;
}

static void read_gap(rule_parser *parser, lyh_gap *gap, size_t *words)
{
    *gap = LYH_GAP_NONE;
    *words = 0;
    if (accept(parser, LEXEME_DOTS)) {
        *gap = LYH_GAP_UP_TO_THREE;
        return;
    }
    for (; parser->next->kind == LEXEME_BLANKS; parser->next++) {
        *gap = LYH_GAP_EXACTLY;
        *words += parser->next->number;
    }
}

static bool continues_sequence(const rule_parser *parser)
{
    lyh_lexeme_kind kind = parser->next->kind;
    return kind == LEXEME_LEAF || kind == LEXEME_OPEN || kind == LEXEME_DOTS ||
           kind == LEXEME_BLANKS;
}

/* seq = item { [ gap ] item } */
static size_t parse_sequence(rule_parser *parser)
{
    child_chain chain = { 0 };
    lyh_gap gap = LYH_GAP_NONE;
    size_t words = 0;
    do {
        if (chain.count > 0)
            read_gap(parser, &gap, &words);
        size_t item = parse_item(parser);
        if (item == LYH_NONE)
            return LYH_NONE;
        node_at(parser, item)->gap = gap;
        node_at(parser, item)->gap_words = words;
        chain_add(parser, &chain, item);
    } while (continues_sequence(parser));
    return joined_in_row(parser, LYH_RULE_SEQUENCE, &chain);
}

/* near = seq { "~" NUMBER seq } */
static size_t parse_near(rule_parser *parser)
{
    child_chain chain = { 0 };
    size_t distance = 0;
    do {
        if (chain.count > 0)
            distance = (parser->next - 1)->number;
        size_t sequence = parse_sequence(parser);
        if (sequence == LYH_NONE)
            return LYH_NONE;
        node_at(parser, sequence)->distance = distance;
        chain_add(parser, &chain, sequence);
    } while (accept(parser, LEXEME_NEAR));
    return joined_in_row(parser, LYH_RULE_NEAR, &chain);
}

/* conj = near { "&" [ "!" ] near } */
static size_t parse_all(rule_parser *parser)
{
    child_chain chain = { 0 };
    do {
        bool is_negated = chain.count > 0 && accept(parser, LEXEME_NOT);
        size_t near = parse_near(parser);
        if (near == LYH_NONE)
            return LYH_NONE;
        node_at(parser, near)->is_negated = is_negated;
        chain_add(parser, &chain, near);
    } while (accept(parser, LEXEME_AND));
    return joined(parser, LYH_RULE_ALL, &chain);
}

/* rule = conj { "|" conj } */
static size_t parse_any(rule_parser *parser)
{
    child_chain chain = { 0 };
    do {
        size_t all = parse_all(parser);
        if (all == LYH_NONE)
            return LYH_NONE;
        chain_add(parser, &chain, all);
    } while (accept(parser, LEXEME_OR));
    return joined(parser, LYH_RULE_ANY, &chain);
}

static bool parse_whole(rule_parser *parser)
{
    parser->rule->tree->root = parse_any(parser);
    if (parser->rule->tree->root == LYH_NONE)
        return false;
    if (parser->next->kind == LEXEME_END)
        return true;
    return fail_missing(parser) != LYH_NONE;
}

bool lyh_rule_read(const lyh_rule *rule, size_t size, lyh_diags *diags)
{
    g_autoptr(GArray) lexemes = g_array_new(FALSE, FALSE, sizeof(lyh_lexeme));
    lyh_lexer lexer = { rule->text,          size,   0, &rule->origin, diags,
                        rule->tree->strings, lexemes };
    if (!lyh_lexer_run(&lexer) || lexemes->len == 1)
        return false;

    const lyh_lexeme *first = &g_array_index(lexemes, lyh_lexeme, 0);
    rule->text[first[lexemes->len - 1].end] = '\0';
    rule_parser parser = { rule, diags, first, 0 };
    return parse_whole(&parser);
}

lyh_rule *lyh_rule_parse(const char *text, size_t size, const lyh_rule_origin *origin,
                         lyh_diags *diags)
{
    size_t lead = lyh_text_leading_space(text, size), end;
    lyh_rule_origin inner = *origin;
    inner.offset += lead;
    if (lyh_rule_is_plain(text + lead, size - lead, &end))
        return lyh_rule_unread(text + lead, end, &inner);
    g_autoptr(lyh_rule) rule = lyh_rule_empty(text + lead, size - lead, &inner);
    return lyh_rule_read(rule, size - lead, diags) ? g_steal_pointer(&rule) : NULL;
}
