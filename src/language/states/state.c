#include <lyhord/language/state.h>

#include <glib.h>

#include "objects.h"
#include "stances.h"

struct lyh_states {
    lyh_vocabulary *vocabulary;
    lyh_cues *cues;
    /* room for what is read: of the mention, and of the end of the sentence before */
    lyh_clause *clause, *before;
};

const char *lyh_state_name(lyh_state state)
{
    static const char *const names[] = { "stated", "negated", "unclear",
                                         "wish",   "quoted",  "other" };
    g_assert((size_t)state < G_N_ELEMENTS(names));
    return names[state];
}

const char *lyh_time_name(lyh_time time)
{
    static const char *const names[] = { "", "then", "now" };
    g_assert((size_t)time < G_N_ELEMENTS(names));
    return names[time];
}

lyh_states *lyh_states_new(lyh_vocabulary *vocabulary)
{
    lyh_states *states = g_new0(lyh_states, 1);
    states->vocabulary = vocabulary;
    states->cues = lyh_cues_new(vocabulary);
    states->clause = g_new(lyh_clause, 1);
    states->before = g_new(lyh_clause, 1);
    return states;
}

void lyh_states_free(lyh_states *states)
{
    if (!states)
        return;
    lyh_cues_free(states->cues);
    g_free(states->clause);
    g_free(states->before);
    g_free(states);
}

bool lyh_states_denies(const lyh_states *states, uint32_t type)
{
    return lyh_cues_roles(states->cues, type) & LYH_ROLE_NEGATES;
}

/* What is denied twice is so: "otrygg" denies trygg, "inte otrygg" does not. */
static lyh_state turned(lyh_state state, const lyh_mention *mention, lyh_cue *cue)
{
    if (!mention->is_denied)
        return state;
    if (state == LYH_NEGATED) {
        *cue = (lyh_cue){ 0, 0 };
        return LYH_STATED;
    }
    if (state == LYH_STATED) {
        *cue = (lyh_cue){ mention->first, mention->end };
        return LYH_NEGATED;
    }
    return state;
}

/* When several hold, the first of these says most about whose experience it is. */
static lyh_state state_of(const lyh_clause *clause, lyh_objects *objects,
                          const lyh_mention *mention, lyh_cue *cue)
{
    if (lyh_clause_is_quoted(clause, mention->first, cue))
        return LYH_QUOTED;
    if (objects && mention->is_judged &&
        lyh_clause_is_about_other(clause, objects, mention->is_staff, cue))
        return LYH_OTHER;
    if (lyh_clause_is_wish(clause, cue))
        return LYH_WISH;
    if (lyh_clause_is_unclear(clause, cue))
        return LYH_UNCLEAR;
    if (mention->is_praise && lyh_clause_is_excessive(clause, cue))
        return LYH_UNCLEAR;
    lyh_state state =
        lyh_clause_is_negated(clause, mention->is_loose, cue) ? LYH_NEGATED : LYH_STATED;
    return turned(state, mention, cue);
}

/* A glance: does any word begin a cue of time, of those read back from the end of @sentence? */
static bool may_tell_time(const lyh_states *states, const lyh_tokens *tokens,
                          const lyh_sentence *sentence)
{
    enum { MOST = LYH_CLAUSE_BEFORE * LYH_CLAUSE_LOOKS + 1 };
    const lyh_token *all = lyh_tokens_all(tokens);
    const lyh_cue_words known = lyh_cues_known(states->cues);
    for (size_t i = sentence->end; i > sentence->first && sentence->end - i < MOST; i--)
        if (lyh_cues_may_begin(lyh_cues_word(&known, all[i - 1].type).forms,
                               LYH_LAYER_TIME))
            return true;
    return false;
}

/* "Förr var det bra. De lyssnade.": the time of the sentence before, while the tense goes on. */
static lyh_time carried_time(const lyh_states *states, const lyh_tokens *tokens,
                             const lyh_clause *clause, size_t sentence, lyh_cue *cue)
{
    const lyh_sentence *sentences = lyh_tokens_sentences(tokens);
    lyh_time tense = lyh_clause_tense(clause);
    if (tense == LYH_TIME_NONE || sentence == 0 ||
        sentences[sentence - 1].turn != sentences[sentence].turn)
        return LYH_TIME_NONE;
    const lyh_sentence *last = &sentences[sentence - 1];
    if (!may_tell_time(states, tokens, last))
        return LYH_TIME_NONE;
    lyh_clause_read(states->before, states->cues, states->vocabulary, tokens, last,
                    last->end - 1, last->end, true);
    lyh_cue found;
    lyh_time time = lyh_clause_last_time(states->before, &found);
    if (time != tense)
        return LYH_TIME_NONE;
    *cue = found;
    return time;
}

/* "Förklaringar? Ingenting, ingenting fick jag.": a question of few words, and its own answer. */
static bool is_answered(const lyh_states *states, const lyh_tokens *tokens,
                        const lyh_clause *clause, size_t sentence, lyh_cue *cue)
{
    enum { FEW_WORDS = 4 };
    const lyh_sentence *sentences = lyh_tokens_sentences(tokens);
    if (!sentences[sentence].is_question || clause->count > FEW_WORDS ||
        sentence + 1 >= lyh_tokens_sentence_count(tokens) ||
        sentences[sentence + 1].turn != sentences[sentence].turn)
        return false;
    for (size_t i = 0; i < clause->count; i++)
        if (lyh_clause_is_finite(clause, i))
            return false;
    const lyh_sentence *next = &sentences[sentence + 1];
    for (size_t i = next->first; i < next->end && i < next->first + FEW_WORDS; i++) {
        uint32_t roles = lyh_cues_roles(states->cues, lyh_tokens_all(tokens)[i].type);
        *cue = (lyh_cue){ i, i + 1 };
        if (roles & LYH_ROLE_NEGATES)
            return true;
        if (!(roles & (LYH_ROLE_OPENS | LYH_ROLE_COMMA)))
            return false; /* "nej, ingen" */
    }
    return false;
}

/* A word of time within what is quoted is of the quoted one's now. */
static bool is_said_inside(const lyh_tokens *tokens, const lyh_stance *stance)
{
    return stance->time_cue.first >= stance->cue.end ||
           lyh_tokens_all(tokens)[stance->time_cue.first].flags & LYH_TOKEN_QUOTED;
}

lyh_stance lyh_states_of(const lyh_states *states, lyh_objects *objects,
                         const lyh_tokens *tokens, const lyh_mention *mention)
{
    size_t sentence = lyh_tokens_sentence_of(tokens, mention->first);
    lyh_stance stance = { .state = LYH_STATED };
    lyh_clause *clause = states->clause;

    g_assert(mention->first < mention->end);
    lyh_clause_read(clause, states->cues, states->vocabulary, tokens,
                    &lyh_tokens_sentences(tokens)[sentence], mention->first, mention->end,
                    !mention->is_timeless);
    stance.state = state_of(clause, objects, mention, &stance.cue);
    lyh_cue answer;
    if (stance.state == LYH_UNCLEAR &&
        is_answered(states, tokens, clause, sentence, &answer)) {
        stance.state = LYH_NEGATED;
        stance.cue = answer;
    }
    if (mention->is_timeless)
        return stance;
    stance.time = lyh_clause_time(clause, &stance.time_cue);
    if (stance.state == LYH_QUOTED && is_said_inside(tokens, &stance)) {
        stance.time = LYH_TIME_NONE; /* "ropade: kom nu!" */
        stance.time_cue = (lyh_cue){ 0, 0 };
        return stance;
    }
    if (stance.time == LYH_TIME_NONE)
        stance.time = carried_time(states, tokens, clause, sentence, &stance.time_cue);
    return stance;
}
