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

lyh_rule *lyh_rule_empty(const char *text, size_t size, const lyh_rule_origin *origin)
{
    lyh_rule *rule = g_new0(lyh_rule, 1);
    rule->text = g_strndup(text, size);
    rule->origin = *origin;
    rule->nodes = g_array_new(FALSE, FALSE, sizeof(lyh_rule_node));
    rule->strings = g_string_chunk_new(64);
    rule->root = LYH_NONE;
    return rule;
}

void lyh_rule_free(lyh_rule *rule)
{
    if (!rule)
        return;
    g_free(rule->text);
    g_array_unref(rule->nodes);
    g_string_chunk_free(rule->strings);
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
    g_array_append_val(rule->nodes, node);
    rule->root = 0;
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
    return rule->nodes->len;
}

const lyh_rule_node *lyh_rule_node_at(const lyh_rule *rule, size_t index)
{
    g_assert(index < rule->nodes->len);
    return &g_array_index(rule->nodes, lyh_rule_node, index);
}

size_t lyh_rule_root(const lyh_rule *rule)
{
    return rule->root;
}
