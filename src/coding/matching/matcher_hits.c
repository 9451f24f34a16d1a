/*
 * Which hits stand, and what they suggest.
 */
#include "matcher_private.h"

#include <string.h>

#include "glob.h"
#include "../order.h"

/** Code by code, in the order of the text, longer before shorter, earlier rules first. */
static gint by_code(gconstpointer one, gconstpointer two)
{
    const rule_hit *a = one, *b = two;
    int code = order(a->code, b->code);
    int start = order(a->start, b->start);
    int longer = order(b->end, a->end);
    return code ? code : start ? start : longer ? longer : order(a->rule, b->rule);
}

static gint by_place(gconstpointer one, gconstpointer two)
{
    const rule_hit *a = one, *b = two;
    int start = order(a->start, b->start);
    int longer = order(b->end, a->end);
    return start ? start : longer ? longer : order(a->code, b->code);
}

static rule_hit *hit_at(const lyh_matcher *matcher, guint index)
{
    return &g_array_index(matcher->hits, rule_hit, index);
}

static bool is_exception(const lyh_matcher *matcher, const rule_hit *hit)
{
    return g_array_index(matcher->rules, ranked_rule, hit->rule).column == LYH_RULES_EXCEPT;
}

/** The hit after the last of the code that @first begins with. */
static guint code_end(const lyh_matcher *matcher, guint first)
{
    guint end = first;
    while (end < matcher->hits->len &&
           hit_at(matcher, end)->code == hit_at(matcher, first)->code)
        end++;
    return end;
}

typedef struct span {
    uint32_t start, end;
} span;

/** The exceptions among the hits @first to @end as spans that do not touch, in order. */
static GArray *exceptions_among(const lyh_matcher *matcher, guint first, guint end)
{
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(span));
    for (guint i = first; i < end; i++) {
        const rule_hit *here = hit_at(matcher, i);
        span *last = spans->len ? &g_array_index(spans, span, spans->len - 1) : NULL;
        if (!is_exception(matcher, here))
            continue;
        if (last && here->start < last->end)
            last->end = MAX(last->end, here->end);
        else
            g_array_append_val(spans, ((span){ here->start, here->end }));
    }
    return spans;
}

/** Hits come by start: spans that end before one can be forgotten for the rest. */
static bool is_forbidden(const rule_hit *hit, const GArray *spans, guint *next)
{
    while (*next < spans->len && g_array_index(spans, span, *next).end <= hit->start)
        (*next)++;
    return *next < spans->len && g_array_index(spans, span, *next).start < hit->end;
}

/**
 * Move the hits of one code that stand down to @kept; the number there is then. Sorted as they are,
 * a hit lies inside another just when one before it ends no earlier.
 */
static guint settle_code(lyh_matcher *matcher, guint first, guint end, guint kept)
{
    g_autoptr(GArray) spans = exceptions_among(matcher, first, end);
    guint next = 0;
    uint32_t covered = 0;
    for (guint i = first; i < end; i++) {
        rule_hit here = *hit_at(matcher, i);
        if (is_exception(matcher, &here) || is_forbidden(&here, spans, &next) ||
            here.end <= covered)
            continue;
        covered = here.end;
        *hit_at(matcher, kept++) = here;
    }
    return kept;
}

void lyh_matcher_settle(lyh_matcher *matcher)
{
    guint kept = 0;
    g_array_sort(matcher->hits, by_code);
    for (guint first = 0; first < matcher->hits->len;) {
        guint end = code_end(matcher, first);
        kept = settle_code(matcher, first, end, kept);
        first = end;
    }
    g_array_set_size(matcher->hits, kept);
}

/* docs/architecture.md §3: a negated plus is a minus; a negated minus is only not a minus. */
static lyh_polarity polarity_of(lyh_rule_column column, lyh_state state)
{
    if (state == LYH_STATED)
        return column == LYH_RULES_PLUS    ? LYH_PLUS
               : column == LYH_RULES_MINUS ? LYH_MINUS
                                           : LYH_NEUTRAL;
    return state == LYH_NEGATED && column == LYH_RULES_PLUS ? LYH_MINUS : LYH_NEUTRAL;
}

/* Does one of @words (folded, white space between) deny? */
static bool words_deny(const lyh_matcher *matcher, const char *words)
{
    g_auto(GStrv) all = g_strsplit_set(words, " \t", -1);
    for (char **word = all; *word; word++)
        if (**word &&
            lyh_states_denies(matcher->states, lyh_vocabulary_intern(matcher->vocabulary,
                                                                     *word, strlen(*word))))
            return true;
    return false;
}

/* May the leaf be what asked for the negation @found? A reference may ask for anything. */
static bool leaf_asks(const lyh_matcher *matcher, const lyh_rule_node *leaf,
                      const char *found)
{
    switch (leaf->kind) {
    case LYH_RULE_WORD:
    case LYH_RULE_EXACT:
        return words_deny(matcher, leaf->text);
    case LYH_RULE_GLOB: {
        g_autofree char *pattern = g_utf8_casefold(leaf->text, -1);
        return lyh_glob_matches(pattern, strlen(pattern), found, strlen(found));
    }
    case LYH_RULE_REGEX:
        return strstr(leaf->text, found) != NULL;
    case LYH_RULE_REFERENCE:
        return true;
    default:
        return false;
    }
}

static bool rule_asks(const lyh_matcher *matcher, const lyh_rule *rule, const char *found)
{
    for (size_t i = 0; i < lyh_rule_node_count(rule); i++)
        if (leaf_asks(matcher, lyh_rule_node_at(rule, i), found))
            return true;
    return false;
}

/* What a rule asks for is decided once for each word that denies, not for each hit. */
static bool asks(const lyh_matcher *matcher, uint32_t rule, uint32_t type)
{
    gpointer key = GSIZE_TO_POINTER((gsize)rule << 32 | type), known;
    if (g_hash_table_lookup_extended(matcher->asked, key, NULL, &known))
        return known != NULL;
    g_autofree char *found =
        g_strdup(lyh_vocabulary_spelling(matcher->vocabulary, type, NULL));
    bool is_asked =
        rule_asks(matcher, g_array_index(matcher->rules, ranked_rule, rule).rule, found);
    g_hash_table_insert(matcher->asked, key, GINT_TO_POINTER(is_asked));
    return is_asked;
}

/* "tar sig inte tid" for tar .. tid: the negation stands in it, and the rule did not ask for it. */
static bool is_loose(const lyh_matcher *matcher, const rule_hit *hit,
                     const lyh_token *tokens)
{
    for (uint32_t i = hit->first_token; i < hit->end_token; i++)
        if (lyh_states_denies(matcher->states, tokens[i].type))
            return !asks(matcher, hit->rule, tokens[i].type);
    return false;
}

static bool is_staff(const lyh_matcher *matcher, size_t respondent)
{
    const lyh_matcher_options *options = &matcher->options;
    return respondent != LYH_NONE && options->is_staff &&
           options->is_staff(options->staff_user, respondent);
}

static lyh_coding coding_of(const lyh_matcher *matcher, const rule_hit *hit,
                            const lyh_document *document, const lyh_tokens *tokens)
{
    const ranked_rule *rule = &g_array_index(matcher->rules, ranked_rule, hit->rule);
    const lyh_token *all = lyh_tokens_all(tokens);
    size_t turn = lyh_tokens_sentences(tokens)[hit->sentence].turn;
    size_t respondent = lyh_document_turn(document, turn)->respondent;
    const lyh_mention mention = {
        .first = hit->first_token,
        .end = hit->end_token,
        .is_denied = hit->is_denied,
        .is_loose = is_loose(matcher, hit, all),
        .is_judged = rule->column != LYH_RULES_NEUTRAL,
        .is_praise = rule->column == LYH_RULES_PLUS,
        .is_staff = is_staff(matcher, respondent),
    };
    lyh_stance stance =
        lyh_states_of(matcher->states, matcher->options.objects, tokens, &mention);
    bool has_cue = stance.cue.first < stance.cue.end;
    return (lyh_coding){
        .turn = turn,
        .respondent = respondent,
        .sentence = hit->sentence,
        .start = hit->start,
        .end = hit->end,
        .code = rule->code,
        .polarity = polarity_of(rule->column, stance.state),
        .state = stance.state,
        .time = stance.time,
        .cue_start = has_cue ? all[stance.cue.first].start : 0,
        .cue_end = has_cue ? all[stance.cue.end - 1].end : 0,
        .status = LYH_SUGGESTED,
        .coder = "",
        .rule = lyh_rule_text(rule->rule),
    };
}

void lyh_matcher_suggest(const lyh_matcher *matcher, const lyh_document *document,
                         const lyh_tokens *tokens, lyh_codings *codings)
{
    g_array_sort(matcher->hits, by_place);
    for (guint i = 0; i < matcher->hits->len; i++)
        lyh_codings_add(codings, coding_of(matcher, hit_at(matcher, i), document, tokens));
}
