/*
 * From a parsed rule to sequences of items.
 *
 * Alternatives are multiplied out: `(ringer | hör av sig) tillbaka` becomes two sequences. What is
 * more than words in a row becomes a program (matcher_plan.c).
 */
#include "matcher_private.h"

const lyh_rule_node *node_at(const compiling *work, size_t index)
{
    return lyh_rule_node_at(work->rule, index);
}

static lyh_place place(const compiling *work, size_t start, size_t end)
{
    return lyh_rule_place(lyh_rule_where(work->rule), start, end);
}

lyh_place compiling_place(const compiling *work, const lyh_rule_node *node)
{
    return place(work, node->start, node->end);
}

/** A list of alternatives, each a GArray of items. */
typedef GPtrArray alternatives;

static GArray *no_items(void)
{
    return g_array_new(FALSE, FALSE, sizeof(uint32_t));
}

static alternatives *no_alternatives(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
}

static alternatives *one_alternative(GArray *items)
{
    alternatives *only = no_alternatives();
    g_ptr_array_add(only, items);
    return only;
}

static bool are_too_many(compiling *work, const lyh_rule_node *node, size_t count)
{
    if (count <= SEQUENCES_MAX)
        return false;
    if (!work->has_failed)
        lyh_diags_error(
            work->diags, "rule-too-many", place(work, node->start, node->end),
            "the alternatives of this rule make more than %d phrases; write several "
            "rules",
            SEQUENCES_MAX);
    work->has_failed = true;
    return true;
}

/** Every one of @heads followed by every one of @tails. */
static alternatives *multiplied(compiling *work, const lyh_rule_node *node,
                                const alternatives *heads, const alternatives *tails)
{
    alternatives *all = no_alternatives();
    if (are_too_many(work, node, (size_t)heads->len * tails->len))
        return all;
    for (guint h = 0; h < heads->len; h++) {
        for (guint t = 0; t < tails->len; t++) {
            const GArray *head = heads->pdata[h], *tail = tails->pdata[t];
            GArray *both = no_items();
            g_array_append_vals(both, head->data, head->len);
            g_array_append_vals(both, tail->data, tail->len);
            g_ptr_array_add(all, both);
        }
    }
    return all;
}

/** Items for the tokens of @size bytes of @text, which stands at @start to @end in the rule. */
static GArray *items_of_text(compiling *work, const char *text, size_t size, bool any_form,
                             size_t start, size_t end)
{
    GArray *items = no_items();
    lyh_tokens_read_text(work->tokens, text, size, work->matcher->vocabulary);
    const lyh_token *tokens = lyh_tokens_all(work->tokens);
    size_t count = lyh_tokens_count(work->tokens);
    for (size_t i = 0; i < count; i++) {
        bool is_word = (tokens[i].flags & (LYH_TOKEN_WORD | LYH_TOKEN_FILLER)) != 0;
        uint32_t item = any_form && is_word
                            ? lyh_items_word(work->matcher->items, tokens[i].type)
                            : lyh_items_exact(work->matcher->items, tokens[i].type);
        g_array_append_val(items, item);
    }
    if (count == 0) {
        lyh_diags_error(work->diags, "rule-syntax", place(work, start, end),
                        "there is no word here; write one");
        work->has_failed = true;
    }
    return items;
}

/* One word: the parts of a compound are not parted by anything else in the text either. */
static GArray *items_of_compound(compiling *work, const lyh_rule_node *node)
{
    GArray *items = no_items();
    lyh_matcher *matcher = work->matcher;
    lyh_tokens_read_text(work->tokens, node->text, strlen(node->text), matcher->vocabulary);
    const lyh_token *tokens = lyh_tokens_all(work->tokens);
    if (lyh_tokens_count(work->tokens) == 1 && tokens[0].flags & LYH_TOKEN_WORD) {
        lyh_compound_part part =
            node->kind == LYH_RULE_HEAD ? LYH_COMPOUND_HEAD : LYH_COMPOUND_FIRST;
        uint32_t item = lyh_items_compound(matcher->items, tokens[0].type, part);
        g_array_append_val(items, item);
        return items;
    }
    lyh_diags_error(work->diags, "rule-syntax", place(work, node->start, node->end),
                    "'+' looks for compounds with one word, and '%s' is not one; write a "
                    "word such as +stöd or stöd+",
                    node->text);
    work->has_failed = true;
    return items;
}

static GArray *items_of_glob(compiling *work, const lyh_rule_node *node)
{
    GArray *items = no_items();
    uint32_t item = lyh_items_glob(work->matcher->items, node->text, strlen(node->text));
    g_array_append_val(items, item);
    return items;
}

size_t compile_pattern(compiling *work, const lyh_rule_node *node, bool is_part)
{
    ranked_regex regex = {
        .regex = lyh_regex_new(work->matcher->engine, work->rule, node, work->diags),
        .text = work->rule,
        .node = node,
        .rule = work->matcher->rules->len - 1,
        .is_part = is_part,
    };
    if (!regex.regex)
        return LYH_NONE;
    g_array_append_val(work->matcher->regexes, regex);
    return work->matcher->regexes->len - 1;
}

/** A pattern is searched for by itself and adds no sequence. */
static alternatives *from_regex(compiling *work, const lyh_rule_node *node)
{
    compile_pattern(work, node, false);
    return no_alternatives();
}

static alternatives *expand(compiling *work, const lyh_rule_node *node);

/** The rule's own text of the words: a parenthesis among them would be in the way. */
static bool are_bare(const compiling *work, const lyh_rule_node *first,
                     const lyh_rule_node *last)
{
    const char *text = lyh_rule_text(work->rule);
    return !memchr(text + first->start, ')', last->end - first->start) &&
           !memchr(text + first->start, '(', last->end - first->start);
}

/** Do these words of a phrase stand in a row? */
static bool goes_on(const compiling *work, const lyh_rule_node *last)
{
    if (last->next_sibling == LYH_NONE)
        return false;
    const lyh_rule_node *next = node_at(work, last->next_sibling);
    return next->kind == LYH_RULE_WORD && next->gap == LYH_GAP_NONE;
}

const lyh_rule_node *last_of_words(const compiling *work, const lyh_rule_node *first)
{
    const lyh_rule_node *last = first;
    if (first->kind != LYH_RULE_WORD)
        return first;
    while (goes_on(work, last))
        last = node_at(work, last->next_sibling);
    return are_bare(work, first, last) ? last : first;
}

GArray *items_of_leaves(compiling *work, const lyh_rule_node *first,
                        const lyh_rule_node *last)
{
    if (first->kind == LYH_RULE_GLOB)
        return items_of_glob(work, first);
    if (first->kind == LYH_RULE_HEAD || first->kind == LYH_RULE_FIRST)
        return items_of_compound(work, first);
    if (first == last)
        return items_of_text(work, first->text, strlen(first->text),
                             first->kind == LYH_RULE_WORD, first->start, first->end);
    return items_of_text(work, lyh_rule_text(work->rule) + first->start,
                         last->end - first->start, true, first->start, last->end);
}

static alternatives *expand_sequence(compiling *work, const lyh_rule_node *node)
{
    g_autoptr(GPtrArray) all = one_alternative(no_items());
    for (const lyh_rule_node *part = node_at(work, node->first_child); part;) {
        const lyh_rule_node *last = last_of_words(work, part);
        g_autoptr(GPtrArray) tails =
            last == part ? expand(work, part)
                         : one_alternative(items_of_leaves(work, part, last));
        alternatives *longer = multiplied(work, node, all, tails);
        g_ptr_array_unref(all);
        all = longer;
        part = last->next_sibling == LYH_NONE ? NULL : node_at(work, last->next_sibling);
    }
    return g_steal_pointer(&all);
}

static alternatives *expand_any(compiling *work, const lyh_rule_node *node)
{
    alternatives *all = no_alternatives();
    for (size_t child = node->first_child; child != LYH_NONE;
         child = node_at(work, child)->next_sibling) {
        alternatives *more = expand(work, node_at(work, child));
        g_ptr_array_extend_and_steal(all, more);
        if (are_too_many(work, node, all->len))
            break;
    }
    return all;
}

static alternatives *expand(compiling *work, const lyh_rule_node *node)
{
    switch (node->kind) {
    case LYH_RULE_WORD:
    case LYH_RULE_EXACT:
    case LYH_RULE_HEAD:
    case LYH_RULE_FIRST:
    case LYH_RULE_GLOB:
        return one_alternative(items_of_leaves(work, node, node));
    case LYH_RULE_REGEX:
        return from_regex(work, node);
    case LYH_RULE_SEQUENCE:
        return expand_sequence(work, node);
    case LYH_RULE_ANY:
        return expand_any(work, node);
    case LYH_RULE_REFERENCE:
    case LYH_RULE_NEAR:
    case LYH_RULE_ALL:
        break;
    }
    g_assert_not_reached(); /* a program */
}

static void add_sequence(lyh_matcher *matcher, const GArray *items)
{
    item_sequence added = {
        .rule = matcher->rules->len - 1,
        .first = matcher->sequence_items->len,
        .count = items->len,
        .code = g_array_index(matcher->rules, ranked_rule, matcher->rules->len - 1).code,
    };
    uint32_t index = matcher->sequences->len;
    if (items->len == 0)
        return;
    uint32_t first = g_array_index(items, uint32_t, 0);
    if (items->len == 1)
        lyh_items_start(matcher->items, first, START_OF_WORD(index));
    else
        lyh_items_open(matcher->items, first, g_array_index(items, uint32_t, 1), index);
    g_array_append_vals(matcher->sequence_items, items->data, items->len);
    g_array_append_val(matcher->sequences, added);
}

/** Is this nothing but words in a row, patterns, and alternatives of them? */
static bool is_plain(const compiling *work, const lyh_rule_node *node)
{
    if (node->kind == LYH_RULE_REFERENCE || node->kind == LYH_RULE_NEAR ||
        node->kind == LYH_RULE_ALL)
        return false;
    for (size_t child = node->first_child; child != LYH_NONE;
         child = node_at(work, child)->next_sibling)
        if ((node->kind == LYH_RULE_SEQUENCE &&
             node_at(work, child)->gap != LYH_GAP_NONE) ||
            !is_plain(work, node_at(work, child)))
            return false;
    return true;
}

static void compile_plain(compiling *work, const lyh_rule_node *node)
{
    g_autoptr(GPtrArray) all = expand(work, node);
    for (guint i = 0; !work->has_failed && i < all->len; i++)
        add_sequence(work->matcher, all->pdata[i]);
}

static void compile_operand(compiling *work, const lyh_rule_node *node)
{
    if (is_plain(work, node)) {
        compile_plain(work, node);
    } else if (node->kind == LYH_RULE_ANY) {
        for (size_t child = node->first_child; child != LYH_NONE;
             child = node_at(work, child)->next_sibling)
            compile_operand(work, node_at(work, child));
    } else {
        lyh_matcher_plan(work, node);
    }
}

void lyh_matcher_compile(lyh_matcher *matcher, const lyh_codebook *codebook,
                         const lyh_rule *rule, uint32_t code, lyh_rule_column column,
                         lyh_tokens *tokens, lyh_diags *diags)
{
    compiling work = { .matcher = matcher,
                       .codebook = codebook,
                       .rule = rule,
                       .tokens = tokens,
                       .diags = diags };
    ranked_rule ranked = { rule, lyh_rule_text(rule), code, column };
    g_array_append_val(matcher->rules, ranked);
    compile_operand(&work, node_at(&work, lyh_rule_root(rule)));
}
