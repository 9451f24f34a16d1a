#include "stances.h"

#include <glib.h>

static bool has_kind(const lyh_clause *clause, lyh_cue_kind kind)
{
    for (size_t i = 0; i < clause->found_count; i++)
        if (clause->found[i].kind == kind)
            return true;
    return false;
}

/* "innan jag fick hjälp": the mention is in the clause that tells the time, and is not of it. */
static bool is_inside(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    if (cue->kind != LYH_CUE_THEN || cue->close > clause->first ||
        !lyh_clause_is_finite(clause, cue->end - 1))
        return false;
    for (size_t i = cue->close; i < clause->end; i++)
        if (!lyh_clause_is_word(clause, i) || lyh_clause_is_finite(clause, i))
            return false;
    return true;
}

static bool is_time(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    switch (cue->kind) {
    case LYH_CUE_THEN:
    case LYH_CUE_NOW:
        return !is_inside(clause, cue);
    case LYH_CUE_PERHAPS_THEN:
        return has_kind(clause, LYH_CUE_NOW) && lyh_clause_tense(clause) == LYH_TIME_THEN;
    case LYH_CUE_PERHAPS_NOW:
        return lyh_clause_tense(clause) != LYH_TIME_THEN;
    default:
        return false;
    }
}

static lyh_time time_of(const lyh_clause *clause, const lyh_clause_cue *found, lyh_cue *cue)
{
    *cue = lyh_clause_tokens(clause, found->first, found->end);
    return found->kind == LYH_CUE_THEN || found->kind == LYH_CUE_PERHAPS_THEN
               ? LYH_TIME_THEN
               : LYH_TIME_NOW;
}

/* men, a full stop: what was told of another time is over. */
static bool is_turn(const lyh_clause *clause, size_t at)
{
    return clause->words[at].roles & LYH_ROLE_LIMITS ||
           clause->words[at].mark == LYH_MARK_HARD ||
           clause->words[at].mark == LYH_MARK_DASH;
}

/* Is there a verb between the mark before @at and the next one? */
static bool has_verb(const lyh_clause *clause, size_t at)
{
    for (; lyh_clause_is_word(clause, at); at++)
        if (lyh_clause_is_finite(clause, at))
            return true;
    return false;
}

static bool is_next_clause(const lyh_clause *clause, size_t at)
{
    if (is_turn(clause, at))
        return true;
    if (!lyh_clause_is_word(clause, at))
        return clause->words[at].mark != LYH_MARK_SOFT && has_verb(clause, at + 1);
    return clause->words[at].roles & (LYH_ROLE_COUPLES | LYH_ROLE_THEREFORE) &&
           lyh_clause_begins_at(clause, at + 1);
}

/* Words between the mention and a cue in the same clause; SIZE_MAX when it is in another. */
static size_t distance(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    bool is_before = cue->close <= clause->first;
    size_t from = is_before ? cue->close : clause->end;
    size_t to = is_before ? clause->first : cue->start;
    for (size_t i = from; i < to; i++)
        if (is_next_clause(clause, i))
            return SIZE_MAX;
    return to - from;
}

/* A time told of before goes on through the sentence until another one or a men. */
static bool carries(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    for (size_t i = cue->close; i < clause->first; i++)
        if (is_turn(clause, i))
            return false;
    return cue->close <= clause->first;
}

lyh_time lyh_clause_time(const lyh_clause *clause, lyh_cue *cue)
{
    const lyh_clause_cue *nearest = NULL, *carried = NULL;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < clause->found_count; i++) {
        const lyh_clause_cue *tried = &clause->found[i];
        if (!is_time(clause, tried))
            continue;
        size_t away = distance(clause, tried);
        if (away < least) {
            least = away;
            nearest = tried;
        }
        if (carries(clause, tried))
            carried = tried;
    }
    nearest = nearest ? nearest : carried;
    return nearest ? time_of(clause, nearest, cue) : LYH_TIME_NONE;
}

lyh_time lyh_clause_last_time(const lyh_clause *clause, lyh_cue *cue)
{
    for (size_t i = clause->found_count; i > 0; i--)
        if (is_time(clause, &clause->found[i - 1]))
            return time_of(clause, &clause->found[i - 1], cue);
    return LYH_TIME_NONE;
}

lyh_time lyh_clause_tense(const lyh_clause *clause)
{
    for (size_t i = lyh_clause_start(clause, clause->first); i < clause->count; i++) {
        if (i >= clause->end && !lyh_clause_is_word(clause, i) &&
            clause->words[i].mark != LYH_MARK_SOFT)
            break;
        if (!lyh_clause_is_finite(clause, i))
            continue;
        if (clause->words[i].roles & LYH_ROLE_FINITE)
            return clause->words[i].roles & LYH_ROLE_PAST ? LYH_TIME_THEN : LYH_TIME_NOW;
        size_t size;
        const char *word =
            lyh_vocabulary_spelling(clause->vocabulary, clause->words[i].type, &size);
        return word[size - 1] == 'e' ? LYH_TIME_THEN : LYH_TIME_NOW;
    }
    return LYH_TIME_NONE;
}
