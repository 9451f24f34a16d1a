#include "rule_private.h"

static size_t cell_limit(const lyh_rule_origin *origin)
{
    return strlen(lyh_csv_cell(origin->csv, origin->row, origin->column));
}

lyh_place lyh_rule_place(const lyh_rule_origin *origin, size_t start, size_t end)
{
    if (origin->csv) {
        size_t limit = cell_limit(origin);
        return lyh_csv_place_within(origin->csv, origin->row, origin->column,
                                    MIN(origin->offset + start, limit),
                                    MIN(origin->offset + end, limit));
    }
    if (origin->source) {
        size_t limit = lyh_source_size(origin->source);
        return lyh_place_text(origin->source, MIN(origin->offset + start, limit),
                              MIN(origin->offset + end, limit));
    }
    return lyh_place_none();
}

lyh_rule *lyh_rule_unread(const char *text, size_t size, const lyh_rule_origin *origin)
{
    lyh_rule *rule = g_new0(lyh_rule, 1);
    rule->text = g_strndup(text, size);
    rule->origin = *origin;
    rule->tree = g_new0(lyh_rule_tree, 1);
    return rule;
}

static void begin_tree(lyh_rule_tree *tree)
{
    tree->nodes = g_array_new(FALSE, FALSE, sizeof(lyh_rule_node));
    tree->strings = g_string_chunk_new(64);
    tree->root = LYH_NONE;
}

lyh_rule *lyh_rule_empty(const char *text, size_t size, const lyh_rule_origin *origin)
{
    lyh_rule *rule = lyh_rule_unread(text, size, origin);
    begin_tree(rule->tree);
    return rule;
}

static const lyh_rule_tree *tree_of(const lyh_rule *rule)
{
    if (!rule->tree->nodes) {
        begin_tree(rule->tree);
        bool is_read = lyh_rule_read(rule, strlen(rule->text),
                                     NULL); /* it is plain: there is nothing to tell */
        g_assert(is_read);
    }
    return rule->tree;
}

void lyh_rule_free(lyh_rule *rule)
{
    if (!rule)
        return;
    g_free(rule->text);
    g_clear_pointer(&rule->tree->nodes, g_array_unref);
    g_clear_pointer(&rule->tree->strings, g_string_chunk_free);
    g_free(rule->tree);
    g_free(rule);
}

lyh_rule *lyh_rule_from_pattern(const char *text, size_t size,
                                const lyh_rule_origin *origin)
{
    lyh_rule *rule = lyh_rule_empty(text, size, origin);
    lyh_rule_node node = {
        .kind = LYH_RULE_REGEX,
        .end = size,
        .text = rule->text,
        .first_child = LYH_NONE,
        .next_sibling = LYH_NONE,
    };
    g_array_append_val(rule->tree->nodes, node);
    rule->tree->root = 0;
    return rule;
}

const char *lyh_rule_text(const lyh_rule *rule)
{
    return rule->text;
}

const lyh_rule_origin *lyh_rule_where(const lyh_rule *rule)
{
    return &rule->origin;
}

size_t lyh_rule_node_count(const lyh_rule *rule)
{
    return tree_of(rule)->nodes->len;
}

const lyh_rule_node *lyh_rule_node_at(const lyh_rule *rule, size_t index)
{
    const GArray *nodes = tree_of(rule)->nodes;
    g_assert(index < nodes->len);
    return &g_array_index(nodes, lyh_rule_node, index);
}

size_t lyh_rule_root(const lyh_rule *rule)
{
    return tree_of(rule)->root;
}
