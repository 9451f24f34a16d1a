#include <lyhord/language/state.h>

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "lists.h"
#include "scan.h"

extern const unsigned char lyh_embedded_finites[];
extern const size_t lyh_embedded_finites_size;

/* How far a negation reaches, in words (NegEx for Swedish: Skeppstedt 2011; PyConText). */
enum { REACH = 8 };

/* The part a word may play in the plain case of negation; a word may play several. */
enum {
    NEGATES = 1,
    LIMITS = 2,     /* men, utan …: what was said before them no longer holds */
    SOFTENS = 4,    /* right after inte: bara, minst … */
    CONDITIONS = 8, /* right before inte: om, varför */
    KNOWS = 16,     /* right before inte, with ASKS right after: vet inte om */
    ASKS = 32,
    RELATES = 64,  /* som, vilken: a relative clause */
    COUPLES = 128, /* och, eller: before a subject they begin a clause */
    SUBJECT = 256,
    FINITE = 512,
    IS_INTE = 1024
};

typedef struct part {
    const char *word;
    uint32_t roles;
} part;

static const part parts[] = {
    { "aldrig", NEGATES },
    { "bara", SOFTENS },
    { "de", SUBJECT },
    { "den", SUBJECT },
    { "det", SUBJECT },
    { "dom", SUBJECT },
    { "du", SUBJECT },
    { "dumt", SOFTENS },
    { "däremot", LIMITS },
    { "ej", NEGATES | IS_INTE },
    { "eller", COUPLES },
    { "enbart", SOFTENS },
    { "endast", SOFTENS },
    { "fast", LIMITS },
    { "han", SUBJECT },
    { "hen", SUBJECT },
    { "hon", SUBJECT },
    { "hur", ASKS },
    { "icke", NEGATES | IS_INTE },
    { "illa", SOFTENS },
    { "inga", NEGATES },
    { "ingen", NEGATES },
    { "inget", NEGATES },
    { "ingenting", NEGATES },
    { "int", NEGATES | IS_INTE },
    { "inte", NEGATES | IS_INTE },
    { "jag", SUBJECT },
    { "man", SUBJECT },
    { "medan", LIMITS },
    { "men", LIMITS },
    { "minst", SOFTENS },
    { "när", ASKS },
    { "ni", SUBJECT },
    { "och", COUPLES },
    { "om", CONDITIONS | ASKS },
    { "sant", SOFTENS },
    { "som", RELATES },
    { "utan", LIMITS },
    { "vad", ASKS },
    { "varför", CONDITIONS | ASKS },
    { "vem", ASKS },
    { "vet", KNOWS },
    { "vi", SUBJECT },
    { "visste", KNOWS },
    { "å", COUPLES },
};

struct lyh_states {
    GHashTable *roles; /* type → roles; one look-up a token near a hit, never one a token */
};

const char *lyh_state_name(lyh_state state)
{
    static const char *const names[] = { "stated", "negated", "unclear", "wish", "quoted" };
    g_assert((size_t)state < G_N_ELEMENTS(names));
    return names[state];
}

static void add_role(lyh_states *states, lyh_vocabulary *vocabulary, const char *word,
                     size_t size, uint32_t roles)
{
    gpointer type = GUINT_TO_POINTER(lyh_vocabulary_intern(vocabulary, word, size));
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(states->roles, type));
    g_hash_table_insert(states->roles, type, GUINT_TO_POINTER(known | roles));
}

lyh_states *lyh_states_new(lyh_vocabulary *vocabulary)
{
    lyh_states *states = g_new0(lyh_states, 1);
    states->roles = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        add_role(states, vocabulary, parts[i].word, strlen(parts[i].word), parts[i].roles);

    const char *bytes = (const char *)lyh_embedded_finites;
    lyh_list list = { bytes, bytes + lyh_embedded_finites_size };
    lyh_span line;
    while (lyh_list_next(&list, &line))
        add_role(states, vocabulary, line.text, line.size, FINITE);
    return states;
}

void lyh_states_free(lyh_states *states)
{
    if (!states)
        return;
    g_hash_table_unref(states->roles);
    g_free(states);
}

/* A sentence's tokens as the rules of negation see them: words with roles, and clause limits. */
typedef struct view {
    const lyh_states *states;
    const lyh_token *tokens;
    size_t first, end; /* of the sentence */
} view;

static bool is_skipped(const view *clause, size_t token)
{
    return (clause->tokens[token].flags & (LYH_TOKEN_ASIDE | LYH_TOKEN_FILLER)) != 0;
}

static uint32_t roles(const view *clause, size_t token)
{
    if (token < clause->first || token >= clause->end)
        return 0;
    gpointer type = GUINT_TO_POINTER(clause->tokens[token].type);
    return GPOINTER_TO_UINT(g_hash_table_lookup(clause->states->roles, type));
}

static size_t word_after(const view *clause, size_t token)
{
    do
        token++;
    while (token < clause->end && is_skipped(clause, token));
    return token;
}

/* The word before @token, or the sentence's end (which has no role) when there is none. */
static size_t word_before(const view *clause, size_t token)
{
    while (token > clause->first)
        if (!is_skipped(clause, --token))
            return token;
    return clause->end;
}

/* Quotation marks part nothing; any other mark does. */
static bool is_limit(const view *clause, size_t token)
{
    uint32_t flags = clause->tokens[token].flags;
    if (!(flags & LYH_TOKEN_WORD))
        return !(flags & LYH_SCAN_QUOTE);
    uint32_t role = roles(clause, token);
    if (role & LIMITS)
        return true;
    /* "fick inte hjälp och blev arg", "… och de lyssnade": another clause; "hjälp och stöd": not. */
    return role & COUPLES && roles(clause, word_after(clause, token)) & (SUBJECT | FINITE);
}

/* inte bara, om inte, varför inte, inte sant, vet inte om: nothing is denied. */
static bool is_pseudo(const view *clause, size_t cue)
{
    if (!(roles(clause, cue) & IS_INTE))
        return false;
    uint32_t before = roles(clause, word_before(clause, cue));
    uint32_t after = roles(clause, word_after(clause, cue));
    return after & SOFTENS || before & CONDITIONS || (before & KNOWS && after & ASKS);
}

/*
 * A negation inside a relative clause ends with it, and the clause ends before the second finite
 * verb: de som inte får hjälp | blir arga.
 */
static bool relative_clause_ended(const view *clause, size_t cue, size_t mention)
{
    size_t before = word_before(clause, cue);
    bool relative = roles(clause, before) & RELATES;
    if (!relative && before < clause->end)
        relative = roles(clause, word_before(clause, before)) & RELATES;
    if (!relative)
        return false;

    size_t finite = roles(clause, before) & FINITE ? 1 : 0;
    for (size_t i = cue + 1; i < mention; i++)
        finite += !is_skipped(clause, i) && roles(clause, i) & FINITE ? 1 : 0;
    return finite > 1;
}

static bool negates(const view *clause, size_t cue, size_t mention)
{
    return roles(clause, cue) & NEGATES && !is_pseudo(clause, cue) &&
           !relative_clause_ended(clause, cue, mention);
}

lyh_state lyh_states_of(const lyh_states *states, const lyh_tokens *tokens, size_t first,
                        size_t end, lyh_cue *cue)
{
    const lyh_sentence *sentence =
        &lyh_tokens_sentences(tokens)[lyh_tokens_sentence_of(tokens, first)];
    view clause = { states, lyh_tokens_all(tokens), sentence->first, sentence->end };

    g_assert(first < end);
    *cue = (lyh_cue){ 0, 0 };
    /* "lyssnar inte" as a rule is what the rule says: its own negation is not a state. */
    for (size_t i = first; i < end && i < sentence->end; i++)
        if (roles(&clause, i) & NEGATES)
            return LYH_STATED;

    size_t words = 0;
    for (size_t i = first; i > sentence->first && words < REACH; i--) {
        size_t at = i - 1;
        if (is_skipped(&clause, at))
            continue;
        if (negates(&clause, at, first)) {
            *cue = (lyh_cue){ at, at + 1 };
            return LYH_NEGATED;
        }
        if (is_limit(&clause, at))
            break;
        words += (clause.tokens[at].flags & LYH_TOKEN_WORD) != 0;
    }
    return LYH_STATED;
}
