/* Which rule became which: long lines of alternatives change by a word. */
#include "difference_private.h"

#include <string.h>

#include <lyhord/base/text.h>

/* ---- the alternatives of a rule ---- */

/* Parentheses of a group that the piece is only one end of are not its own. g_free(). */
static char *own_piece(const char *from, const char *end)
{
    int open = 0;
    size_t size = (size_t)(end - from);
    for (const char *at = from; at < end; at++)
        open += *at == '(' ? 1 : *at == ')' ? -1 : 0;
    size_t lead = lyh_text_leading_space(from, size);
    for (from += lead, size -= lead; open > 0 && size > 0 && *from == '('; open--)
        from++, size--;
    size = lyh_text_trimmed_size(from, size);
    for (; open < 0 && size > 0 && from[size - 1] == ')'; open++)
        size--;
    lead = lyh_text_leading_space(from, size);
    return g_strndup(from + lead, lyh_text_trimmed_size(from + lead, size - lead));
}

/* As they are written, in their order: the parts of its outermost "|", or the whole rule. */
static GPtrArray *alternatives_of(const lyh_rule *rule)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    const char *text = lyh_rule_text(rule), *from = text;
    const lyh_rule_node *root = lyh_rule_node_at(rule, lyh_rule_root(rule));
    if (root->kind == LYH_RULE_ANY) {
        const lyh_rule_node *child = lyh_rule_node_at(rule, root->first_child);
        for (; child->next_sibling != LYH_NONE;
             child = lyh_rule_node_at(rule, child->next_sibling)) {
            const char *bar = strchr(text + child->end, '|');
            g_assert(bar);
            g_ptr_array_add(found, own_piece(from, bar));
            from = bar + 1;
        }
    }
    g_ptr_array_add(found, own_piece(from, text + strlen(text)));
    return found;
}

static const lyh_rule *rule_of(const lyh_difference *made, const lyh_change *change)
{
    return change->kind == LYH_RULE_ADDED
               ? lyh_codebook_rule(made->after, change->new_code, change->rule)
               : lyh_codebook_rule(made->before, change->old_code, change->rule);
}

/* ---- which became which ---- */

typedef struct rule_pairing {
    lyh_difference *made;
    GHashTable
        *owners; /* "column alternative" -> the first rule that came with it: change + 1 */
    GHashTable *common; /* change -> alternatives it has of the rule at hand */
    GHashTable *sizes;  /* change -> alternatives in all */
} rule_pairing;

static lyh_change *change_at(const lyh_difference *made, size_t index)
{
    return &g_array_index(made->changes, lyh_change, index);
}

static char *key_of(const lyh_change *change, const char *alternative)
{
    return g_strdup_printf("%s %s", lyh_field_name(change->field), alternative);
}

static void own_alternatives(rule_pairing *work, size_t index)
{
    const lyh_change *change = change_at(work->made, index);
    g_autoptr(GPtrArray) alternatives = alternatives_of(rule_of(work->made, change));
    g_hash_table_insert(work->sizes, GSIZE_TO_POINTER(index),
                        GSIZE_TO_POINTER((size_t)alternatives->len));
    for (guint i = 0; i < alternatives->len; i++) {
        char *key = key_of(change, alternatives->pdata[i]);
        if (g_hash_table_contains(work->owners, key))
            g_free(key);
        else
            g_hash_table_insert(work->owners, key, GSIZE_TO_POINTER(index + 1));
    }
}

/* The rule that came with the most of @alternatives, and is nobody's yet; the first of equals. */
static size_t nearest(const rule_pairing *work, const lyh_change *gone,
                      const GPtrArray *alternatives, size_t *most)
{
    size_t best = LYH_NONE;
    *most = 0;
    g_hash_table_remove_all(work->common);
    for (guint i = 0; i < alternatives->len; i++) {
        g_autofree char *key = key_of(gone, alternatives->pdata[i]);
        size_t owner = GPOINTER_TO_SIZE(g_hash_table_lookup(work->owners, key));
        if (owner == 0 || change_at(work->made, owner - 1)->pair != LYH_NONE)
            continue;
        gpointer came = GSIZE_TO_POINTER(owner - 1);
        size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(work->common, came)) + 1;
        g_hash_table_insert(work->common, came, GSIZE_TO_POINTER(count));
        if (count > *most || (count == *most && owner - 1 < best)) {
            *most = count;
            best = owner - 1;
        }
    }
    return best;
}

/* One rule, changed: more than half of the shorter of the two stands in the other. */
static void pair_rule(rule_pairing *work, size_t index)
{
    lyh_change *gone = change_at(work->made, index);
    g_autoptr(GPtrArray) alternatives = alternatives_of(rule_of(work->made, gone));
    size_t most, came = nearest(work, gone, alternatives, &most);
    if (came == LYH_NONE)
        return;
    size_t size =
        GPOINTER_TO_SIZE(g_hash_table_lookup(work->sizes, GSIZE_TO_POINTER(came)));
    if (2 * most <= MIN(size, alternatives->len))
        return;
    gone->pair = came;
    change_at(work->made, came)->pair = index;
}

void difference_pair_rules(lyh_difference *made, guint first)
{
    rule_pairing work = {
        .made = made,
        .owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .common = g_hash_table_new(g_direct_hash, g_direct_equal),
        .sizes = g_hash_table_new(g_direct_hash, g_direct_equal),
    };
    for (guint i = first; i < made->changes->len; i++)
        if (change_at(made, i)->kind == LYH_RULE_ADDED)
            own_alternatives(&work, i);
    for (guint i = first; i < made->changes->len; i++)
        if (change_at(made, i)->kind == LYH_RULE_REMOVED)
            pair_rule(&work, i);
    g_hash_table_unref(work.owners);
    g_hash_table_unref(work.common);
    g_hash_table_unref(work.sizes);
}

/* ---- what came and went within a rule ---- */

static void tell_missing(const GPtrArray *alternatives, const GPtrArray *others,
                         bool is_new, lyh_alternative_taker take, void *user)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < others->len; i++)
        g_hash_table_add(known, others->pdata[i]);
    for (guint i = 0; i < alternatives->len; i++)
        if (g_hash_table_add(known, alternatives->pdata[i]))
            take(user, is_new, alternatives->pdata[i]);
}

void lyh_difference_alternatives(const lyh_difference *difference, size_t index,
                                 lyh_alternative_taker take, void *user)
{
    const lyh_change *change = lyh_difference_at(difference, index);
    if (change->pair == LYH_NONE)
        return;
    const lyh_change *other = lyh_difference_at(difference, change->pair);
    bool is_new = change->kind == LYH_RULE_ADDED;
    g_autoptr(GPtrArray) came =
        alternatives_of(rule_of(difference, is_new ? change : other));
    g_autoptr(GPtrArray) gone =
        alternatives_of(rule_of(difference, is_new ? other : change));
    tell_missing(came, gone, true, take, user);
    tell_missing(gone, came, false, take, user);
}
