/*
 * Which hits stand, and what they suggest.
 */
#include "matcher_private.h"

#include <string.h>

#include "glob.h"
#include "../order.h"

/** In the order of the text, longer before shorter; of equal ones by code, earlier rules first. */
static gint by_place(gconstpointer one, gconstpointer two, gpointer unused)
{
    const rule_hit *a = one, *b = two;
    (void)unused;
    int start = order(a->start, b->start);
    int longer = order(b->end, a->end);
    int code = order(a->code, b->code);
    return start ? start : longer ? longer : code ? code : order(a->rule, b->rule);
}

/* Nearly all sentences hold one hit or two, and those in order. */
void lyh_matcher_sort_hits(lyh_matcher *matcher, size_t first)
{
    rule_hit *hits = matcher->hits;
    size_t count = matcher->hit_count, at = first + 1;
    while (at < count && by_place(&hits[at - 1], &hits[at], NULL) <= 0)
        at++;
    if (at < count)
        g_qsort_with_data(hits + first, (gint)(count - first), sizeof(rule_hit), by_place,
                          NULL);
}

static bool is_exception(const lyh_matcher *matcher, const rule_hit *hit)
{
    return g_array_index(matcher->rules, ranked_rule, hit->rule).column == LYH_RULES_EXCEPT;
}

typedef struct span {
    uint32_t start, end;
} span;

/** What the hits of a code are held against while they are settled. */
struct code_settling {
    uint32_t covered; /* where the last of them that stands ends */
    GArray
        *forbidden; /* span: of its exceptions, in order, not touching; NULL: none so far */
    guint next;     /* of those: the first that the hits to come may meet */
};

code_settling *lyh_matcher_settling_new(size_t count)
{
    return g_new0(code_settling, count);
}

void lyh_matcher_settling_free(code_settling *settling, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (settling[i].forbidden)
            g_array_unref(settling[i].forbidden);
    g_free(settling);
}

static void forbid(code_settling *code, const rule_hit *exception)
{
    if (!code->forbidden)
        code->forbidden = g_array_new(FALSE, FALSE, sizeof(span));
    GArray *spans = code->forbidden;
    span *last = spans->len ? &g_array_index(spans, span, spans->len - 1) : NULL;
    if (last && exception->start < last->end)
        last->end = MAX(last->end, exception->end);
    else
        g_array_append_val(spans, ((span){ exception->start, exception->end }));
}

/** Hits come by start: spans that end before one can be forgotten for the rest. */
static bool is_forbidden(const rule_hit *hit, code_settling *code)
{
    const GArray *spans = code->forbidden;
    if (!spans)
        return false;
    while (code->next < spans->len &&
           g_array_index(spans, span, code->next).end <= hit->start)
        code->next++;
    return code->next < spans->len &&
           g_array_index(spans, span, code->next).start < hit->end;
}

static void begin_settling(lyh_matcher *matcher)
{
    for (size_t i = 0; i < matcher->settling_count; i++) {
        matcher->settling[i].covered = matcher->settling[i].next = 0;
        if (matcher->settling[i].forbidden)
            g_array_set_size(matcher->settling[i].forbidden, 0);
    }
    for (size_t i = 0; i < matcher->hit_count; i++)
        if (is_exception(matcher, &matcher->hits[i]))
            forbid(&matcher->settling[matcher->hits[i].code], &matcher->hits[i]);
}

/* Sorted as they are, a hit lies inside another of its code just when one before it ends no earlier. */
void lyh_matcher_settle(lyh_matcher *matcher)
{
    size_t kept = 0;
    begin_settling(matcher);
    for (size_t i = 0; i < matcher->hit_count; i++) {
        const rule_hit *here = &matcher->hits[i];
        code_settling *code = &matcher->settling[here->code];
        if (is_exception(matcher, here) || is_forbidden(here, code) ||
            here->end <= code->covered)
            continue;
        code->covered = here->end;
        matcher->hits[kept++] = *here;
    }
    matcher->hit_count = kept;
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

/* How the words of @hit stand in what @respondent says. */
static lyh_stance stance_of(const lyh_matcher *matcher, const rule_hit *hit,
                            size_t respondent, const lyh_tokens *tokens)
{
    lyh_rule_column column = g_array_index(matcher->rules, ranked_rule, hit->rule).column;
    const lyh_mention mention = {
        .first = hit->first_token,
        .end = hit->end_token,
        .is_denied = hit->is_denied,
        .is_loose = is_loose(matcher, hit, lyh_tokens_all(tokens)),
        .is_judged = column != LYH_RULES_NEUTRAL,
        .is_praise = column == LYH_RULES_PLUS,
        .is_staff = is_staff(matcher, respondent),
        .is_timeless = matcher->options.judging != LYH_JUDGE_ALL,
    };
    return lyh_states_of(matcher->states, matcher->options.objects, tokens, &mention);
}

/* What is said of it is looked at only where somebody asks for that. */
static void judge(const lyh_matcher *matcher, const rule_hit *hit, const lyh_tokens *tokens,
                  lyh_coding *coding)
{
    const lyh_token *all = lyh_tokens_all(tokens);
    lyh_stance stance = stance_of(matcher, hit, coding->respondent, tokens);
    coding->state = stance.state;
    coding->time = stance.time;
    coding->polarity = polarity_of(
        g_array_index(matcher->rules, ranked_rule, hit->rule).column, stance.state);
    if (stance.cue.first < stance.cue.end) {
        coding->cue_start = all[stance.cue.first].start;
        coding->cue_end = all[stance.cue.end - 1].end;
    }
}

/* Written where it stays: a hundred bytes are soon more to move than to make. */
static void write_coding(const lyh_matcher *matcher, const rule_hit *hit,
                         const lyh_document *document, const lyh_tokens *tokens,
                         lyh_coding *coding)
{
    size_t turn = lyh_tokens_sentences(tokens)[hit->sentence].turn;
    *coding = (lyh_coding){
        .turn = turn,
        .respondent = lyh_document_turn(document, turn)->respondent,
        .sentence = hit->sentence,
        .start = hit->start,
        .end = hit->end,
        .code = hit->code,
        .polarity = LYH_NEUTRAL,
        .state = LYH_STATED,
        .time = LYH_TIME_NONE,
        .status = LYH_SUGGESTED,
        .coder = "",
        .rule = g_array_index(matcher->rules, ranked_rule, hit->rule).text,
    };
    if (matcher->options.judging != LYH_JUDGE_NOTHING)
        judge(matcher, hit, tokens, coding);
}

void lyh_matcher_suggest(const lyh_matcher *matcher, const lyh_document *document,
                         const lyh_tokens *tokens, lyh_codings *codings)
{
    if (matcher->hit_count == 0)
        return;
    lyh_coding *blank = lyh_codings_add_blank(codings, matcher->hit_count);
    for (size_t i = 0; i < matcher->hit_count; i++)
        write_coding(matcher, &matcher->hits[i], document, tokens, &blank[i]);
}
