#include "clauses.h"

#include <glib.h>
#include <string.h>

#include "../words/scan.h"

/*
 * Reading the words round a mention, and where clauses begin. How far a cue reaches through them
 * is in reach.c.
 */

static lyh_clause_mark mark_of(uint32_t flags, uint32_t roles)
{
    if (flags & LYH_TOKEN_WORD)
        return LYH_MARK_WORD;
    if (flags & (LYH_SCAN_QUOTE | LYH_SCAN_ELLIPSIS))
        return LYH_MARK_SOFT;
    if (roles & LYH_ROLE_COMMA)
        return LYH_MARK_COMMA;
    return flags & LYH_SCAN_COLON  ? LYH_MARK_COLON
           : flags & LYH_SCAN_DASH ? LYH_MARK_DASH
                                   : LYH_MARK_HARD;
}

static inline void read_word(lyh_clause *clause, size_t token, lyh_clause_word *word)
{
    const lyh_token *here = &clause->all[token];
    lyh_cue_word known = lyh_cues_word(&clause->known, here->type);
    lyh_clause_mark mark = mark_of(here->flags, known.roles);
    clause->any_roles |= known.roles;
    clause->any_forms |= known.forms;
    clause->any_marks |= 1U << mark;
    word->token = (uint32_t)token;
    word->type = here->type;
    word->roles = known.roles;
    word->forms = known.forms;
    word->mark = mark;
}

/*
 * What is known of words lies all over the memory: all of it is asked for before any is read. A call
 * of a function that does nothing else is left out by gcc as one that does nothing.
 */
static inline __attribute__((always_inline)) void ask_for_words(const lyh_clause *clause,
                                                                size_t first, size_t end)
{
    const lyh_sentence *sentence = clause->sentence;
    size_t least = sentence->first + LYH_CLAUSE_BEFORE;
    size_t at = first > least ? first - LYH_CLAUSE_BEFORE : sentence->first;
    size_t last = MIN(end + LYH_CLAUSE_BEHIND, sentence->end);
    for (; at < last; at++)
        __builtin_prefetch(&clause->known.forms[clause->all[at].type]);
}

static bool is_skipped(const lyh_clause *clause, size_t token)
{
    return clause->all[token].flags & (LYH_TOKEN_ASIDE | LYH_TOKEN_FILLER);
}

/* "de de lyssnar", "lyssna- lyssnar": said again, the first time does not count. */
static inline bool is_false_start(const lyh_clause *clause, const lyh_clause_word *word,
                                  const lyh_clause_word *next)
{
    if (word->mark == LYH_MARK_COMMA)
        return next->mark == LYH_MARK_COMMA; /* with a filler between them */
    if (word->mark != LYH_MARK_WORD || next->mark != LYH_MARK_WORD)
        return false;
    if (word->type == next->type)
        return true;
    if (!(word->forms & LYH_FORM_BROKEN))
        return false;
    size_t size;
    const char *begun = lyh_vocabulary_spelling(clause->vocabulary, word->type, &size);
    const char *whole = lyh_vocabulary_spelling(clause->vocabulary, next->type, NULL);
    return strncmp(begun, whole, size - 1) == 0;
}

/* Fills the front of the list, backwards from the mention. */
static void read_before(lyh_clause *clause, size_t first)
{
    size_t count = 0; /* kept; the last of them first, at the end of the room for them */
    size_t token = first;
    size_t looks = LYH_CLAUSE_BEFORE * LYH_CLAUSE_LOOKS;
    lyh_clause_word *next = &clause->words[LYH_CLAUSE_BEFORE];

    read_word(clause, first, next);
    for (; token > clause->sentence->first && count < LYH_CLAUSE_BEFORE && looks > 0;
         looks--) {
        if (is_skipped(clause, --token))
            continue;
        read_word(clause, token, next - 1);
        if (is_false_start(clause, next - 1, next))
            continue;
        next--;
        count++;
    }
    clause->is_whole_before = token == clause->sentence->first;
    memmove(clause->words, &clause->words[LYH_CLAUSE_BEFORE - count],
            count * sizeof *clause->words);
    clause->count = count;
}

static void read_behind(lyh_clause *clause, size_t end)
{
    size_t token = end;
    size_t looks = LYH_CLAUSE_BEHIND * LYH_CLAUSE_LOOKS;
    size_t most = clause->count + LYH_CLAUSE_BEHIND;

    for (; token < clause->sentence->end && clause->count < most && looks > 0;
         token++, looks--) {
        if (is_skipped(clause, token))
            continue;
        lyh_clause_word *word = &clause->words[clause->count];
        read_word(clause, token, word);
        if (clause->count > clause->end && is_false_start(clause, word - 1, word))
            word[-1] = *word;
        else
            clause->count++;
    }
    clause->is_whole_behind = token == clause->sentence->end;
}

/* Words @start to @close are taken out, with a comma on either side of them. */
static void take_out(lyh_clause *clause, size_t start, size_t close)
{
    bool before = start == 0 || clause->words[start - 1].mark == LYH_MARK_COMMA;
    bool behind = close < clause->count && clause->words[close].mark == LYH_MARK_COMMA;
    if (before && behind) {
        start -= start > 0;
        close++;
    }
    if (start < clause->end && close > clause->end)
        return; /* the mention stands between */
    if (start == 0 && !behind)
        clause->is_whole_before =
            false; /* "ärligt talat får man hjälp": not the verb first */
    memmove(&clause->words[start], &clause->words[close],
            (clause->count - close) * sizeof *clause->words);
    clause->count -= close - start;
    if (close <= clause->first) {
        clause->first -= close - start;
        clause->end -= close - start;
    }
}

/* Does a word stand at @at that goes on a run from @from, neither of marks nor over the mention? */
static bool is_in_run(const lyh_clause *clause, size_t from, size_t at)
{
    return at < clause->count && clause->words[at].mark == LYH_MARK_WORD &&
           (from >= clause->end || at < clause->first);
}

static uint32_t begin_at(const lyh_clause *clause, lyh_cue_layer layer, size_t at)
{
    uint32_t first = clause->words[at].type;
    if (!is_in_run(clause, at, at + 1))
        return lyh_cues_begin_alone(clause->cues, layer, first);
    const lyh_clause_word *second = &clause->words[at + 1];
    return lyh_cues_begin(clause->cues, layer, first, second->type, second->roles);
}

static lyh_cue_match match_at(const lyh_clause *clause, lyh_cue_layer layer, size_t at)
{
    enum { LONGEST_RUN = 16 };
    uint32_t types[LONGEST_RUN];
    size_t count = 0;
    uint32_t begin = begin_at(clause, layer, at);
    if (begin == 0)
        return (lyh_cue_match){ .kind = LYH_CUE_NONE };
    for (; count < LONGEST_RUN && is_in_run(clause, at, at + count); count++)
        types[count] = clause->words[at + count].type;
    return lyh_cues_match_from(clause->cues, begin, types, count);
}

static size_t next_start(const lyh_clause *clause, size_t at)
{
    return at + 1 == clause->first ? clause->end : at + 1;
}

/* The first place from @at on where a cue of @layer may begin, or the end: most words begin none. */
static size_t may_begin_from(const lyh_clause *clause, lyh_cue_layer layer, size_t at)
{
    while (at < clause->count && !lyh_cues_may_begin(clause->words[at].forms, layer))
        at = next_start(clause, at);
    return at;
}

static void add_cue(lyh_clause *clause, size_t at, lyh_cue_match match)
{
    clause->found[clause->found_count++] =
        (lyh_clause_cue){ match.kind, at + match.first, at + match.end, at,
                          at + match.length };
}

static void find_cues(lyh_clause *clause, lyh_cue_layer layer)
{
    if (!lyh_cues_may_begin(clause->any_forms, layer))
        return;
    for (size_t at = 0; (at = may_begin_from(clause, layer, at)) < clause->count;) {
        lyh_cue_match match = match_at(clause, layer, at);
        if (match.kind == LYH_CUE_NONE) {
            at = next_start(clause, at);
        } else {
            add_cue(clause, at, match);
            at += match.length;
        }
    }
}

/*
 * Asides first of all, so that what stands on either side of them is found together. Most clauses have
 * none, and then the other cues were met on the way.
 */
static void find_states(lyh_clause *clause)
{
    size_t all = clause->count;
    for (size_t at = 0;
         (at = may_begin_from(clause, LYH_LAYER_STATE, at)) < clause->count;) {
        lyh_cue_match match = match_at(clause, LYH_LAYER_STATE, at);
        size_t before = clause->count;
        if (match.kind == LYH_CUE_ASIDE)
            take_out(clause, at, at + match.length);
        if (clause->count != before)
            continue;
        if (match.kind != LYH_CUE_NONE)
            add_cue(clause, at, match);
        at = match.length > 0 ? at + match.length : next_start(clause, at);
    }
    if (clause->count == all)
        return;
    clause->found_count = 0;
    find_cues(clause, LYH_LAYER_STATE);
}

void lyh_clause_read(lyh_clause *clause, lyh_cues *cues, const lyh_vocabulary *vocabulary,
                     const lyh_tokens *tokens, const lyh_sentence *sentence, size_t first,
                     size_t end, bool asks_time)
{
    clause->cues = cues;
    clause->vocabulary = vocabulary;
    clause->tokens = tokens;
    clause->all = lyh_tokens_all(tokens);
    clause->known = lyh_cues_known(cues);
    clause->sentence = sentence;
    clause->found_count = 0;
    clause->any_roles = clause->any_marks = clause->any_forms = 0;

    ask_for_words(clause, first, end);
    read_before(clause, first);
    clause->first = clause->count;
    for (size_t i = first; i < MIN(end, first + LYH_CLAUSE_MENTION); i++)
        read_word(clause, i, &clause->words[clause->count++]);
    clause->end = clause->count;
    read_behind(clause, end);
    find_states(clause);
    if (asks_time || clause->any_roles & LYH_ROLE_IF) /* "om en vecka" is no condition */
        find_cues(clause, LYH_LAYER_TIME);
}

static bool is_beside_subject(const lyh_clause *clause, size_t at)
{
    enum { SUBJECTS = LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN };
    if (lyh_clause_roles(clause, at + 1) & LYH_ROLE_SUBJECT)
        return true;
    if (at > 0 && lyh_clause_roles(clause, at - 1) & LYH_ROLE_THEREFORE &&
        lyh_clause_roles(clause, at + 1) & SUBJECTS)
        return true; /* "så hämtar de mig" */
    return at > 0 && lyh_clause_roles(clause, at - 1) & SUBJECTS;
}

/* "det utlovade stödet": between an article and a definite noun stands no verb. */
static bool is_attribute(const lyh_clause *clause, size_t at)
{
    if (at == 0 || !(lyh_clause_roles(clause, at - 1) & LYH_ROLE_PRONOUN) ||
        !lyh_clause_is_word(clause, at + 1))
        return false;
    return clause->words[at + 1].forms & LYH_FORM_DEFINITE;
}

/* Presents end in -r, pasts in -de or -te; so do many nouns, but not beside a subject. */
bool lyh_clause_is_finite(const lyh_clause *clause, size_t at)
{
    if (!lyh_clause_is_word(clause, at))
        return false;
    if (lyh_clause_roles(clause, at) & LYH_ROLE_FINITE)
        return true;
    if (clause->words[at].roles != 0)
        return false;
    if (clause->words[at].forms & LYH_FORM_PAST)
        return !is_attribute(clause, at);
    return clause->words[at].forms & LYH_FORM_VERB && is_beside_subject(clause, at);
}

bool lyh_clause_begins_at(const lyh_clause *clause, size_t at)
{
    if (lyh_clause_roles(clause, at) & (LYH_ROLE_THEREFORE | LYH_ROLE_OPENS))
        at++;
    uint32_t roles = lyh_clause_roles(clause, at);
    if (roles & LYH_ROLE_SUBJECT || lyh_clause_is_finite(clause, at))
        return true;
    return roles & LYH_ROLE_PRONOUN &&
           (lyh_clause_is_finite(clause, at + 1) || lyh_clause_is_finite(clause, at + 2));
}

size_t lyh_clause_start(const lyh_clause *clause, size_t at)
{
    enum { INTRODUCES = LYH_ROLE_SUBORDINATES | LYH_ROLE_RELATES | LYH_ROLE_THAT };
    for (; at > 0; at--) {
        size_t before = at - 1;
        if (!lyh_clause_is_word(clause, before) &&
            clause->words[before].mark != LYH_MARK_SOFT)
            return at;
        uint32_t roles = clause->words[before].roles;
        if (roles & (LYH_ROLE_LIMITS | LYH_ROLE_BUT) ||
            (roles & (LYH_ROLE_COUPLES | LYH_ROLE_THEREFORE) &&
             lyh_clause_begins_at(clause, at)))
            return at;
        if (roles & INTRODUCES || (roles & LYH_ROLE_IF && lyh_clause_is_if(clause, before)))
            return before;
    }
    return 0;
}

/* Is there a finite verb in the @most words from @at on, before a mark? */
static bool has_finite(const lyh_clause *clause, size_t at, size_t most)
{
    for (size_t i = at; i < at + most && lyh_clause_is_word(clause, i); i++)
        if (lyh_clause_is_finite(clause, i))
            return true;
    return false;
}

/*
 * "om de ringer", ", om hjälpen kommer": a condition or a question told of; "prata om stödet", "bryr
 * sig om": not. A subject behind it decides; else what stands before it.
 */
bool lyh_clause_is_if(const lyh_clause *clause, size_t at)
{
    uint32_t next = lyh_clause_roles(clause, at + 1);
    if (!lyh_clause_is_word(clause, at + 1))
        return false;
    if (next & LYH_ROLE_SUBJECT)
        return true;
    if (next & (LYH_ROLE_ASKS | LYH_ROLE_THAT | LYH_ROLE_COUPLES))
        return false;
    if (next & LYH_ROLE_PRONOUN && !(next & LYH_ROLE_THIRD) &&
        lyh_clause_is_finite(clause, at + 2) &&
        lyh_clause_roles(clause, at + 3) & (LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN))
        return false; /* "visste om det hade de" */
    bool is_about = at > 0 && lyh_clause_roles(clause, at - 1) & LYH_ROLE_ABOUT;
    if (next & (LYH_ROLE_PRONOUN | LYH_ROLE_ANY))
        return !is_about && (has_finite(clause, at + 2, 4) || clause->first == at + 2 ||
                             clause->first == at + 3);
    bool is_first = at == 0 || !lyh_clause_is_word(clause, at - 1) ||
                    clause->words[at - 1].roles & (LYH_ROLE_COUPLES | LYH_ROLE_LIMITS |
                                                   LYH_ROLE_THAT | LYH_ROLE_OPENS);
    if (is_first)
        return has_finite(clause, at + 1, 10);
    return !is_about && has_finite(clause, at + 2, 3);
}

lyh_cue lyh_clause_tokens(const lyh_clause *clause, size_t first, size_t end)
{
    if (first >= end)
        return (lyh_cue){ 0, 0 };
    return (lyh_cue){ clause->words[first].token, clause->words[end - 1].token + 1 };
}
