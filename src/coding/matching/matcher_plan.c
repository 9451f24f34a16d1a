/*
 * From a rule with gaps, `~n`, `&` or references to a tree of parts.
 *
 * A program is tried only in sentences that hold one of the words it cannot do without: of the
 * choices there are, the fewest words, and among as few the longest, which are the rarest in any
 * language (Zipf 1935).
 */
#include "matcher_private.h"

/** Codes may refer to codes this many times over; each is a call within a call. */
#define REFERENCES_MAX 64

static rule_part *part_at(const lyh_matcher *matcher, size_t index)
{
    return g_ptr_array_index(matcher->parts, index);
}

static uint32_t add_part(lyh_matcher *matcher, part_kind kind)
{
    rule_part *part = g_new0(rule_part, 1);
    part->kind = kind;
    part->links = g_array_new(FALSE, FALSE, sizeof(part_link));
    part->spans = g_array_new(FALSE, FALSE, sizeof(part_span));
    g_ptr_array_add(matcher->parts, part);
    return matcher->parts->len - 1;
}

static void add_link(lyh_matcher *matcher, uint32_t part, part_link link)
{
    g_array_append_val(part_at(matcher, part)->links, link);
}

static uint32_t watch_for(lyh_matcher *matcher, uint32_t item)
{
    void *key = GUINT_TO_POINTER(item);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(matcher->watch_of, key));
    if (known)
        return known - 1;
    uint32_t index = matcher->watches->len;
    watched_item *watch = g_new0(watched_item, 1);
    watch->item = item;
    watch->spans = g_array_new(FALSE, FALSE, sizeof(part_span));
    watch->programs = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_ptr_array_add(matcher->watches, watch);
    g_hash_table_insert(matcher->watch_of, key, GUINT_TO_POINTER(index + 1));
    lyh_items_start(matcher->items, item, START_OF_WATCH(index));
    return index;
}

static uint32_t plan_item(lyh_matcher *matcher, uint32_t item, bool is_inside)
{
    uint32_t index = add_part(matcher, PART_ITEM);
    part_at(matcher, index)->watch = watch_for(matcher, item);
    part_at(matcher, index)->leaves_fillers =
        is_inside && lyh_items_is_glob(matcher->items, item);
    return index;
}

static uint32_t plan(compiling *work, const lyh_rule_node *node, bool is_inside);

/** The leaves from @first to @last as links of @chain, the first of them after @link's gap. */
static void plan_leaves(compiling *work, uint32_t chain, const lyh_rule_node *first,
                        const lyh_rule_node *last, part_link link, bool is_inside)
{
    g_autoptr(GArray) items = items_of_leaves(work, first, last);
    for (guint i = 0; i < items->len; i++) {
        uint32_t item = g_array_index(items, uint32_t, i);
        link.part = plan_item(work->matcher, item, is_inside || i > 0);
        part_at(work->matcher, link.part)->size =
            (uint32_t)((last->end - first->start) / items->len);
        add_link(work->matcher, chain, link);
        link = (part_link){ .gap = LYH_GAP_NONE };
    }
}

static bool is_leaf(const lyh_rule_node *node)
{
    return node->first_child == LYH_NONE && node->kind != LYH_RULE_REGEX &&
           node->kind != LYH_RULE_REFERENCE;
}

/** A row within a row is one row: its words have the same neighbours. */
static void plan_row(compiling *work, uint32_t chain, const lyh_rule_node *node,
                     part_link before, bool is_inside)
{
    for (const lyh_rule_node *child = node_at(work, node->first_child); child;) {
        const lyh_rule_node *last = last_of_words(work, child);
        part_link link = before;
        if (child != node_at(work, node->first_child))
            link = (part_link){ .gap = child->gap, .words = (uint32_t)child->gap_words };
        bool is_later = is_inside || part_at(work->matcher, chain)->links->len > 0;
        if (is_leaf(child)) {
            plan_leaves(work, chain, child, last, link, is_later);
        } else if (child->kind == LYH_RULE_SEQUENCE) {
            plan_row(work, chain, child, link, is_later);
        } else {
            link.part = plan(work, child, is_later);
            add_link(work->matcher, chain, link);
        }
        child = last->next_sibling == LYH_NONE ? NULL : node_at(work, last->next_sibling);
    }
}

static void plan_near(compiling *work, uint32_t chain, const lyh_rule_node *node)
{
    for (size_t child = node->first_child; child != LYH_NONE;
         child = node_at(work, child)->next_sibling) {
        const lyh_rule_node *operand = node_at(work, child);
        part_link link = { .distance = (uint32_t)operand->distance };
        link.part = plan(work, operand, true);
        add_link(work->matcher, chain, link);
    }
}

static uint32_t plan_operands(compiling *work, const lyh_rule_node *node, part_kind kind,
                              bool is_inside)
{
    uint32_t index = add_part(work->matcher, kind);
    for (size_t child = node->first_child; child != LYH_NONE;
         child = node_at(work, child)->next_sibling) {
        const lyh_rule_node *operand = node_at(work, child);
        part_link link = { .is_negated = operand->is_negated };
        link.part = plan(work, operand, is_inside);
        add_link(work->matcher, index, link);
    }
    return index;
}

static void plan_rules_of(compiling *work, uint32_t part, size_t code)
{
    const lyh_rule *rule = work->rule;
    for (size_t i = 0; i < lyh_codebook_rule_count(work->codebook, code); i++) {
        lyh_rule_column column = lyh_codebook_rule_column(work->codebook, code, i);
        part_link link = { .is_negated = column == LYH_RULES_EXCEPT };
        work->rule = lyh_codebook_rule(work->codebook, code, i);
        link.part = plan(work, node_at(work, lyh_rule_root(work->rule)), false);
        add_link(work->matcher, part, link);
    }
    work->rule = rule;
}

/** However many rules refer to a code, its own are planned, and looked for, once. */
static uint32_t plan_code(compiling *work, size_t code)
{
    GHashTable *table = work->matcher->code_parts;
    void *key = GSIZE_TO_POINTER(code);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
    if (known)
        return known - 1;
    uint32_t index = add_part(work->matcher, PART_CODE);
    g_hash_table_insert(table, key, GUINT_TO_POINTER(index + 1));
    work->depth++;
    plan_rules_of(work, index, code);
    work->depth--;
    return index;
}

static uint32_t plan_reference(compiling *work, const lyh_rule_node *node)
{
    size_t code = work->codebook ? lyh_codebook_find(work->codebook, node->text) : LYH_NONE;
    if (code != LYH_NONE && work->depth < REFERENCES_MAX)
        return plan_code(work, code);
    if (!work->codebook)
        lyh_diags_error(
            work->diags, "reference-missing", compiling_place(work, node),
            "'%s' is a code of a codebook, and there is none here; name a study "
            "that has one",
            node->text);
    else if (code == LYH_NONE)
        lyh_diags_error(work->diags, "reference-missing", compiling_place(work, node),
                        "there is no code '%s'; write the name of one in this codebook",
                        node->text);
    else if (!work->has_failed)
        lyh_diags_error(work->diags, "reference-deep", compiling_place(work, node),
                        "codes refer to codes more than %d times over; write the rules out",
                        REFERENCES_MAX);
    work->has_failed = true;
    return add_part(work->matcher, PART_ANY);
}

static uint32_t plan_pattern(compiling *work, const lyh_rule_node *node)
{
    uint32_t index = add_part(work->matcher, PART_PATTERN);
    size_t regex = compile_pattern(work, node, true);
    work->has_failed |= regex == LYH_NONE;
    part_at(work->matcher, index)->regex = (uint32_t)regex;
    return index;
}

/** A chain of one is what it holds. */
static uint32_t plan_chain(compiling *work, const lyh_rule_node *node, bool is_inside)
{
    uint32_t index = add_part(work->matcher, PART_CHAIN);
    if (node->kind == LYH_RULE_NEAR)
        plan_near(work, index, node);
    else if (node->kind == LYH_RULE_SEQUENCE)
        plan_row(work, index, node, (part_link){ 0 }, is_inside);
    else
        plan_leaves(work, index, node, node, (part_link){ 0 }, is_inside);
    const GArray *links = part_at(work->matcher, index)->links;
    return links->len == 1 ? g_array_index(links, part_link, 0).part : index;
}

static uint32_t plan(compiling *work, const lyh_rule_node *node, bool is_inside)
{
    switch (node->kind) {
    case LYH_RULE_ALL:
        return plan_operands(work, node, PART_ALL, is_inside);
    case LYH_RULE_ANY:
        return plan_operands(work, node, PART_ANY, is_inside);
    case LYH_RULE_REFERENCE:
        return plan_reference(work, node);
    case LYH_RULE_REGEX:
        return plan_pattern(work, node);
    default:
        return plan_chain(work, node, is_inside);
    }
}

/** Chains below chains may be needed at any of their places. */
static void mark_nested(lyh_matcher *matcher, uint32_t index, bool is_below)
{
    rule_part *part = part_at(matcher, index);
    part->is_nested = part->kind == PART_CHAIN && is_below;
    for (guint i = 0; part->kind != PART_CODE && i < part->links->len; i++)
        mark_nested(matcher, g_array_index(part->links, part_link, i).part,
                    is_below || part->kind == PART_CHAIN);
}

/** Words of which a sentence must hold one, for a part to be in it. */
typedef struct needed_words {
    GArray *watches; /* uint32_t; NULL: there is no such list */
    size_t shortest; /* bytes of the shortest */
} needed_words;

static void needed_clear(needed_words *needed)
{
    if (needed->watches)
        g_array_unref(needed->watches);
    needed->watches = NULL;
}

static bool is_rarer(const needed_words *one, const needed_words *other)
{
    if (!one->watches || !other->watches)
        return one->watches && !other->watches;
    return one->watches->len < other->watches->len ||
           (one->watches->len == other->watches->len && one->shortest > other->shortest);
}

static needed_words needed_by(const lyh_matcher *matcher, uint32_t index);

/** The rarest of what its parts need: all of them must be there. */
static needed_words needed_by_one(const lyh_matcher *matcher, const rule_part *part)
{
    needed_words rarest = { 0 };
    for (guint i = 0; i < part->links->len; i++) {
        const part_link *link = &g_array_index(part->links, part_link, i);
        if (link->is_negated)
            continue;
        needed_words needed = needed_by(matcher, link->part);
        if (is_rarer(&needed, &rarest)) {
            needed_words dropped = rarest;
            rarest = needed;
            needed = dropped;
        }
        needed_clear(&needed);
    }
    return rarest;
}

/** What its parts need, together: any of them may be there. */
static needed_words needed_by_any(const lyh_matcher *matcher, const rule_part *part)
{
    needed_words all = { g_array_new(FALSE, FALSE, sizeof(uint32_t)), SIZE_MAX };
    for (guint i = 0; all.watches && i < part->links->len; i++) {
        const part_link *link = &g_array_index(part->links, part_link, i);
        if (link->is_negated)
            continue;
        needed_words needed = needed_by(matcher, link->part);
        if (needed.watches)
            g_array_append_vals(all.watches, needed.watches->data, needed.watches->len);
        else
            needed_clear(&all);
        all.shortest = MIN(all.shortest, needed.shortest);
        needed_clear(&needed);
    }
    return all;
}

static needed_words needed_by(const lyh_matcher *matcher, uint32_t index)
{
    const rule_part *part = part_at(matcher, index);
    needed_words needed = { 0 };
    switch (part->kind) {
    case PART_PATTERN:
        return needed;
    case PART_ITEM:
        needed.watches = g_array_new(FALSE, FALSE, sizeof(uint32_t));
        g_array_append_val(needed.watches, part->watch);
        needed.shortest = part->size;
        return needed;
    case PART_ALL:
    case PART_CHAIN:
        return needed_by_one(matcher, part);
    case PART_ANY:
    case PART_CODE:
        return needed_by_any(matcher, part);
    }
    g_assert_not_reached();
}

static void add_program(lyh_matcher *matcher, uint32_t part)
{
    rule_program program = { .rule = matcher->rules->len - 1, .part = part };
    uint32_t index = matcher->programs->len;
    needed_words needed = needed_by(matcher, part);
    g_array_append_val(matcher->programs, program);
    if (!needed.watches)
        g_array_append_val(matcher->always, index);
    for (guint i = 0; needed.watches && i < needed.watches->len; i++) {
        uint32_t at = g_array_index(needed.watches, uint32_t, i);
        const watched_item *watch = g_ptr_array_index(matcher->watches, at);
        g_array_append_val(watch->programs, index);
    }
    needed_clear(&needed);
}

void lyh_matcher_plan(compiling *work, const lyh_rule_node *node)
{
    uint32_t part = plan(work, node, false);
    if (work->has_failed)
        return;
    mark_nested(work->matcher, part, false);
    add_program(work->matcher, part);
}
