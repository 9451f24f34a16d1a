#include "stances.h"

#include <glib.h>

#include "../words/scan.h"

/* Words between a verb of saying and its colon, and tokens of a quotation that are looked back over. */
enum { TO_COLON = 5, LONGEST_QUOTATION = 400, TO_SAYING = 8 };

static uint32_t roles(const lyh_clause *clause, size_t at)
{
    return lyh_clause_roles(clause, at);
}

static bool decide(size_t token, lyh_cue *cue)
{
    *cue = (lyh_cue){ token, token + 1 };
    return true;
}

static bool is_quoted(const lyh_token *tokens, size_t at)
{
    return tokens[at].flags & LYH_TOKEN_QUOTED;
}

/* The saying of the quotation that tokens @first to @end are: before it, or right behind it. */
static size_t saying_of(const lyh_clause *clause, size_t first, size_t end)
{
    const lyh_token *tokens = lyh_tokens_all(clause->tokens);
    size_t low = first > TO_SAYING ? first - TO_SAYING : 0;
    for (size_t i = first; i > low; i--) {
        if (tokens[i - 1].flags & LYH_SCAN_STOP || is_quoted(tokens, i - 1))
            break;
        if (lyh_cues_roles(clause->cues, tokens[i - 1].type) & LYH_ROLE_SAYS)
            return i - 1;
    }
    size_t high = MIN(end + TO_COLON, lyh_tokens_count(clause->tokens));
    for (size_t i = end; i < high && !(tokens[i].flags & LYH_SCAN_STOP); i++)
        if (lyh_cues_roles(clause->cues, tokens[i].type) & LYH_ROLE_SAYS)
            return i;
    return first;
}

/* In quotation marks: the tokens say so. */
static bool is_in_quotation(const lyh_clause *clause, size_t mention, lyh_cue *cue)
{
    const lyh_token *tokens = lyh_tokens_all(clause->tokens);
    if (!is_quoted(tokens, mention))
        return false;
    size_t first = mention, end = mention + 1;
    size_t count = lyh_tokens_count(clause->tokens);
    while (first > 0 && mention - first < LONGEST_QUOTATION && is_quoted(tokens, first - 1))
        first--;
    while (end < count && end - mention < LONGEST_QUOTATION && is_quoted(tokens, end))
        end++;
    return decide(saying_of(clause, first, end), cue);
}

/* "hon sa så här: du behöver stöd", "var hon bara: nej" */
static bool is_behind_colon(const lyh_clause *clause, lyh_cue *cue)
{
    if (!(clause->any_marks & 1U << LYH_MARK_COLON))
        return false;
    for (size_t colon = clause->first; colon > 0; colon--) {
        if (clause->words[colon - 1].mark != LYH_MARK_COLON)
            continue;
        size_t say = colon;
        for (size_t i = colon - 1;
             i > 0 && colon - i <= TO_COLON && lyh_clause_is_word(clause, i - 1); i--)
            if (roles(clause, i - 1) & LYH_ROLE_SAYS)
                say = i - 1;
        if (say < colon)
            return decide(clause->words[say].token, cue);
    }
    return false;
}

/* du, ni; or nej, jaha with more of the same behind: "sa nej till" is told, not quoted. */
static bool begins_speech(const lyh_clause *clause, size_t at)
{
    enum {
        MORE = LYH_ROLE_YOU | LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN | LYH_ROLE_OPENS |
               LYH_ROLE_THEREFORE
    };
    if (!(roles(clause, at) & LYH_ROLE_YOU))
        return false;
    return !(roles(clause, at) & LYH_ROLE_OPENS) || roles(clause, at + 1) & MORE ||
           (at + 1 < clause->first && clause->words[at + 1].mark == LYH_MARK_COMMA);
}

/* "hon ba nej du får vänta", "då sa de, vi har inte tid": who is spoken to is named at once. */
static bool is_addressed(const lyh_clause *clause, lyh_cue *cue)
{
    for (size_t at = clause->first; at > 0; at--) {
        size_t say = at - 1;
        if (!(roles(clause, say) & LYH_ROLE_SAYS))
            continue;
        bool is_after = roles(clause, say + 1) & LYH_ROLE_THIRD;
        bool is_before =
            say > 0 && roles(clause, say - 1) & (LYH_ROLE_THIRD | LYH_ROLE_SUBJECT);
        if (!is_after && !is_before)
            continue;
        size_t next = say + 1 + is_after;
        if (roles(clause, next) & LYH_ROLE_THEREFORE && next + 2 < clause->first)
            next += 2; /* "så här" */
        if (next < clause->first && !lyh_clause_is_word(clause, next))
            next++;
        if (next < clause->first && begins_speech(clause, next))
            return decide(clause->words[say].token, cue);
    }
    return false;
}

/* "sa hon", "svarade Eva"; "säger jag" insists, and quotes nobody. */
static bool is_saying(const lyh_clause *clause, size_t at)
{
    if (!(roles(clause, at) & LYH_ROLE_SAYS) || !(roles(clause, at) & LYH_ROLE_FINITE))
        return false;
    return roles(clause, at) & LYH_ROLE_PAST ||
           !(roles(clause, at + 1) & LYH_ROLE_SUBJECT) ||
           roles(clause, at + 1) & LYH_ROLE_THIRD;
}

/* "vi har inte tid, sa hon": said behind a comma, and nothing more. */
static bool is_said_behind(const lyh_clause *clause, lyh_cue *cue)
{
    for (size_t i = clause->end; i + 2 < clause->count; i++)
        if (clause->words[i].mark == LYH_MARK_COMMA && is_saying(clause, i + 1) &&
            lyh_clause_is_word(clause, i + 2) && !lyh_clause_is_word(clause, i + 3))
            return decide(clause->words[i + 1].token, cue);
    return false;
}

bool lyh_clause_is_quoted(const lyh_clause *clause, size_t mention, lyh_cue *cue)
{
    if (is_in_quotation(clause, mention, cue))
        return true;
    if (!(clause->any_roles & LYH_ROLE_SAYS))
        return false;
    return is_behind_colon(clause, cue) || is_addressed(clause, cue) ||
           is_said_behind(clause, cue);
}
