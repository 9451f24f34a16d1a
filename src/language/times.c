#include "stances.h"

#include <glib.h>

static bool is_word(const lyh_clause *clause, size_t at)
{
    return at < clause->count && clause->words[at].mark == LYH_MARK_WORD;
}

static bool is_time(const lyh_clause_cue *cue)
{
    return cue->kind == LYH_CUE_THEN || cue->kind == LYH_CUE_NOW;
}

static lyh_time time_of(const lyh_clause *clause, const lyh_clause_cue *found, lyh_cue *cue)
{
    *cue = lyh_clause_tokens(clause, found->first, found->end);
    return found->kind == LYH_CUE_THEN ? LYH_TIME_THEN : LYH_TIME_NOW;
}

/* men, a full stop: what was told of another time is over. */
static bool is_turn(const lyh_clause *clause, size_t at)
{
    return clause->words[at].roles & LYH_ROLE_LIMITS ||
           clause->words[at].mark == LYH_MARK_HARD ||
           clause->words[at].mark == LYH_MARK_DASH;
}

static bool is_next_clause(const lyh_clause *clause, size_t at)
{
    if (is_turn(clause, at))
        return true;
    if (!is_word(clause, at))
        return clause->words[at].mark != LYH_MARK_SOFT &&
               lyh_clause_begins_at(clause, at + 1);
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
        if (!is_time(tried))
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
        if (is_time(&clause->found[i - 1]))
            return time_of(clause, &clause->found[i - 1], cue);
    return LYH_TIME_NONE;
}

lyh_time lyh_clause_tense(const lyh_clause *clause)
{
    for (size_t i = lyh_clause_start(clause, clause->first); i < clause->count; i++) {
        if (i >= clause->end && !is_word(clause, i) &&
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
