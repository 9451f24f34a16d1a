/*
 * References in the rules of a codebook whose codes are joined. A rule's text is cut and pasted where
 * its nodes stand, so that comments, spaces and quotes stay as people wrote them.
 */
#include "code_merge_private.h"

#include <string.h>

/** A stretch of a cell, and what stands there instead. */
typedef struct splice {
    size_t start, end;
    const char *text;
} splice;

/* A word to the rule language when nothing in it is a sign of it; else it stands in quotes. */
static char *reference_to(const char *name)
{
    bool is_word = true;
    for (const char *c = name; *c; c++)
        is_word &= g_ascii_isalnum(*c) || *c == '-' || (unsigned char)*c >= 0x80;
    if (is_word)
        return g_strconcat("@", name, NULL);
    g_auto(GStrv) parts = g_strsplit(name, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    return g_strconcat("@\"", doubled, "\"", NULL);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

/*
 * An operand of `|`, with the sign that ties it to the others: the one before it, or for the first
 * the one after. False where it is something else; alone on its line it goes with no sign.
 */
static bool widen_to_operand(const char *cell, splice *cut)
{
    size_t before = cut->start, after = cut->end;
    while (before > 0 && is_space(cell[before - 1]))
        before--;
    while (is_space(cell[after]))
        after++;
    bool is_first = before == 0 || cell[before - 1] == '\n';
    bool is_last = cell[after] == '\0' || cell[after] == '\n' || cell[after] == '#';
    bool is_after_or = before > 0 && cell[before - 1] == '|';
    bool is_before_or = cell[after] == '|';
    if (is_after_or && (is_last || is_before_or)) {
        for (cut->start = before - 1; cut->start > 0 && is_space(cell[cut->start - 1]);)
            cut->start--;
        return true;
    }
    if (is_first && is_before_or) {
        cut->end = after + 1;
        while (is_space(cell[cut->end]))
            cut->end++;
        return true;
    }
    return is_first && is_last;
}

/* Does @node refer to what a rule may not refer to any more, by that name or, when @is_joined, at all? */
static bool is_to_go(const code_merging *work, const lyh_rule_node *node, bool is_joined)
{
    if (node->kind != LYH_RULE_REFERENCE)
        return false;
    size_t to = lyh_codebook_find(work->book, node->text);
    return is_joined ? lyh_code_merge_takes(work->merge, to) : code_merge_moves(work, to);
}

/* The reference @node of @rule: another name, or, in a code that is joined itself, nothing. */
static splice splice_of(const code_merging *work, const lyh_rule *rule,
                        const lyh_rule_node *node, bool is_joined, const char *cell,
                        const char *name)
{
    size_t offset = lyh_rule_where(rule)->offset;
    splice made = { offset + node->start, offset + node->end, name };
    if (!is_joined)
        return made;
    made.text = "";
    if (!widen_to_operand(cell, &made))
        lyh_diags_error(work->diags, "merge-reference",
                        lyh_rule_place(lyh_rule_where(rule), node->start, node->end),
                        "joined, the code would refer to itself here; write the rule "
                        "without this reference first");
    return made;
}

static void paste(GString *made, const char *cell, size_t *at, const splice *change)
{
    /* Two references side by side may both want the sign between them. */
    size_t start = MAX(change->start, *at);
    g_string_append_len(made, cell + *at, (gssize)(start - *at));
    g_string_append(made, change->text);
    *at = MAX(change->end, *at);
}

char *code_merge_rules(const code_merging *work, size_t code, lyh_field field)
{
    const char *cell = lyh_codebook_cell(work->book, code, field);
    bool is_joined = lyh_code_merge_takes(work->merge, code);
    g_autofree char *name = reference_to(work->merge->name);
    GString *made = g_string_new(NULL);
    size_t at = 0;
    for (size_t i = 0; i < lyh_codebook_rule_count(work->book, code); i++) {
        const lyh_rule *rule = lyh_codebook_rule(work->book, code, i);
        if (lyh_codebook_rule_field(work->book, code, i) != field)
            continue;
        for (size_t n = 0; n < lyh_rule_node_count(rule); n++) {
            const lyh_rule_node *node = lyh_rule_node_at(rule, n);
            if (!is_to_go(work, node, is_joined))
                continue;
            splice change = splice_of(work, rule, node, is_joined, cell, name);
            paste(made, cell, &at, &change);
        }
    }
    g_string_append(made, cell + at);
    return g_string_free(made, FALSE);
}
