#include "stances.h"

#include <glib.h>

/*
 * Wishes, questions and conditions: what is not said to be so.
 */

static const lyh_reach of_wish = { .words = 16, .is_wish = true };
static const lyh_reach of_wish_behind = { .words = 6 };
static const lyh_reach of_doubt = { .words = 16, .is_wish = true };

static uint32_t roles(const lyh_clause *clause, size_t at)
{
    return lyh_clause_roles(clause, at);
}

static bool decide(const lyh_clause *clause, size_t first, size_t end, lyh_cue *cue)
{
    *cue = lyh_clause_tokens(clause, first, end);
    return true;
}

/* The first word of the sentence that is more than nej, men or och; @count when out of sight. */
static size_t sentence_start(const lyh_clause *clause)
{
    size_t at = clause->is_whole_before ? 0 : clause->count;
    enum { OPENS = LYH_ROLE_OPENS | LYH_ROLE_COUPLES | LYH_ROLE_LIMITS };
    while (at < clause->first &&
           (!lyh_clause_is_word(clause, at) ||
            (roles(clause, at) & OPENS && !(roles(clause, at) & LYH_ROLE_FINITE))))
        at++;
    return at;
}

/* "om de bara lyssnade skulle det gå bra" has a verb more, and is a condition. */
static bool is_consequent(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    if (!(roles(clause, cue->first) & LYH_ROLE_IF))
        return false;
    for (size_t i = clause->end; i < clause->count; i++)
        if (roles(clause, i) & (LYH_ROLE_FINITE | LYH_ROLE_THEREFORE))
            return true;
    return false;
}

static bool wishes(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    if (cue->kind != LYH_CUE_WISH && cue->kind != LYH_CUE_DEMAND)
        return false;
    if (cue->kind == LYH_CUE_DEMAND &&
        (cue->start != sentence_start(clause) || is_consequent(clause, cue)))
        return false;
    if (cue->close <= clause->first)
        return lyh_clause_reaches_forward(clause, cue, of_wish);
    return cue->kind == LYH_CUE_WISH &&
           lyh_clause_reaches_back(clause, cue, of_wish_behind);
}

/* "Mer tid, tack": written answers ask without a verb. */
static bool asks_for_more(const lyh_clause *clause, lyh_cue *cue)
{
    if (!clause->is_whole_before || !clause->is_whole_behind ||
        !(clause->any_roles & LYH_ROLE_MORE))
        return false;
    for (size_t i = 0; i < clause->count; i++)
        if (roles(clause, i) & (LYH_ROLE_FINITE | LYH_ROLE_SUBJECT | LYH_ROLE_ASKS))
            return false;
    size_t found = clause->count;
    for (size_t i = 0; i < clause->first; i++)
        if (roles(clause, i) & LYH_ROLE_MORE)
            found = i;
    return found < clause->first && decide(clause, found, found + 1, cue);
}

/* "får man", "har de": the verb first, its subject behind it. */
static bool is_verb_first(const lyh_clause *clause, size_t at)
{
    size_t next = at + 1 + ((roles(clause, at + 1) & LYH_ROLE_NEGATES) != 0);
    return lyh_clause_is_finite(clause, at) && !(roles(clause, at) & LYH_ROLE_SAYS) &&
           roles(clause, next) & (LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN);
}

/* "hur är det", "vilken hjälp får man", not "när de ringer". */
static bool is_asked(const lyh_clause *clause, size_t at)
{
    enum { SUBJECTS = LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN | LYH_ROLE_RELATES };
    if (!(roles(clause, at) & LYH_ROLE_ASKS))
        return false;
    for (size_t verb = at + 1; verb <= at + 3; verb++) {
        if (lyh_clause_is_finite(clause, verb))
            return true;
        if (!lyh_clause_is_word(clause, verb) || roles(clause, verb) & SUBJECTS)
            return false;
    }
    return false;
}

/* "om jag, mot förmodan, får": the second comma of a few words without a verb; @at itself for a mark that parts nothing. */
static size_t past_inserted(const lyh_clause *clause, size_t at)
{
    enum { LONGEST_INSERTION = 5 };
    if (clause->words[at].mark == LYH_MARK_SOFT)
        return at;
    if (clause->words[at].mark != LYH_MARK_COMMA)
        return 0;
    for (size_t i = at + 1; i <= at + LONGEST_INSERTION && i < clause->first; i++) {
        if (clause->words[i].mark == LYH_MARK_COMMA)
            return i;
        if (!lyh_clause_is_word(clause, i) || lyh_clause_is_finite(clause, i))
            return 0;
    }
    return 0;
}

/*
 * A condition holds for its own clause: up to så, a comma or its second verb. "om de lyssnar och
 * förstår" has two of them and one clause.
 */
static bool condition_reaches(const lyh_clause *clause, size_t from, size_t verbs)
{
    size_t allowed = 1;
    for (size_t i = from; i < clause->end; i++) {
        uint32_t role = roles(clause, i);
        if (i < clause->first && !lyh_clause_is_word(clause, i)) {
            size_t onward = past_inserted(clause, i);
            if (onward == 0)
                return false;
            i = onward;
            continue;
        }
        if (role & LYH_ROLE_LIMITS || (role & LYH_ROLE_THEREFORE && i + 1 < clause->end &&
                                       lyh_clause_begins_at(clause, i + 1)))
            return false;
        allowed += (role & (LYH_ROLE_COUPLES | LYH_ROLE_OR | LYH_ROLE_RELATES |
                            LYH_ROLE_THAT | LYH_ROLE_SUBORDINATES | LYH_ROLE_ASKS)) != 0;
        verbs += lyh_clause_is_finite(clause, i);
        if (verbs > allowed)
            return false;
    }
    return true;
}

/* "som om de lyssnade" likens, and makes no condition. */
static bool is_as_if(const lyh_clause *clause, size_t at)
{
    return at > 0 && roles(clause, at - 1) & LYH_ROLE_RELATES;
}

/* Any word is but "om" where it is a preposition or likens. */
static bool is_conjunction(const lyh_clause *clause, size_t at)
{
    return !(roles(clause, at) & LYH_ROLE_IF) ||
           (!is_as_if(clause, at) && lyh_clause_is_if(clause, at));
}

/* A condition or doubt of the lists, or an "om" of no list. */
static bool is_doubted(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    if (cue->close > clause->first)
        return false;
    if (!is_conjunction(clause, cue->close - 1))
        return false;
    if (cue->kind == LYH_CUE_CONDITION)
        return condition_reaches(clause, cue->close, 0);
    return cue->kind == LYH_CUE_DOUBT && lyh_clause_reaches_forward(clause, cue, of_doubt);
}

static bool is_in_cue(const lyh_clause *clause, size_t at)
{
    for (size_t i = 0; i < clause->found_count; i++)
        if (clause->found[i].start <= at && at < clause->found[i].close)
            return true;
    return false;
}

/* In a cue that makes no condition: även om, vet inte om. */
static bool is_in_plain(const lyh_clause *clause, size_t at)
{
    for (size_t i = 0; i < clause->found_count; i++)
        if (clause->found[i].kind != LYH_CUE_CONDITION && clause->found[i].start <= at &&
            at < clause->found[i].close)
            return true;
    return false;
}

static bool is_on_condition(const lyh_clause *clause, lyh_cue *cue)
{
    for (size_t i = clause->found_count; i > 0; i--) {
        const lyh_clause_cue *tried = &clause->found[i - 1];
        if (is_doubted(clause, tried))
            return decide(clause, tried->first, tried->end, cue);
    }
    for (size_t i = clause->first; i > 0; i--)
        if (roles(clause, i - 1) & LYH_ROLE_IF && !is_as_if(clause, i - 1) &&
            !is_in_cue(clause, i - 1) && lyh_clause_is_if(clause, i - 1) &&
            condition_reaches(clause, i, 0))
            return decide(clause, i - 1, i, cue);
    return false;
}

/* Where the closing ? stands, or @count. */
static size_t question_mark(const lyh_clause *clause)
{
    if (!clause->sentence->is_question || !clause->is_whole_behind)
        return clause->count;
    size_t at = clause->count;
    while (at > clause->end && !lyh_clause_is_word(clause, at - 1))
        at--;
    while (at < clause->count && clause->words[at].mark != LYH_MARK_HARD)
        at++;
    return at;
}

/* "…, eller hur?" asks nothing; a closing "eller?" does. */
static bool is_tag(const lyh_clause *clause, size_t mark)
{
    for (size_t i = 0; i < clause->found_count; i++)
        if (clause->found[i].kind == LYH_CUE_TAG && clause->found[i].close == mark)
            return true;
    return false;
}

/* The word that opens the question that closes at @mark, or @mark. */
static size_t question_opener(const lyh_clause *clause, size_t mark)
{
    for (size_t i = mark; i > 0; i--) {
        size_t at = i - 1;
        bool opens =
            at == 0 || !lyh_clause_is_word(clause, at - 1) ||
            roles(clause, at - 1) & (LYH_ROLE_COUPLES | LYH_ROLE_LIMITS | LYH_ROLE_OPENS);
        if (opens && (is_asked(clause, at) || is_verb_first(clause, at)))
            return at;
    }
    return mark;
}

/* The mention's clause is a statement, and the question comes in a later one. */
static bool is_before_question(const lyh_clause *clause, size_t mark)
{
    for (size_t i = clause->end; i < mark; i++)
        if (!lyh_clause_is_word(clause, i) && clause->words[i].mark != LYH_MARK_SOFT &&
            lyh_clause_begins_at(clause, i + 1))
            return true;
    return false;
}

static bool is_in_question(const lyh_clause *clause, lyh_cue *cue)
{
    size_t mark = question_mark(clause);
    if (mark >= clause->count || is_tag(clause, mark))
        return false;
    size_t opener = question_opener(clause, mark);
    if (opener < clause->first)
        return decide(clause, opener, opener + 1, cue);
    if (opener >= clause->end && opener < mark)
        return false;
    if (is_before_question(clause, mark))
        return false;
    bool is_or = roles(clause, mark - 1) & LYH_ROLE_OR;
    return decide(clause, is_or ? mark - 1 : mark, is_or ? mark : mark + 1, cue);
}

/* Without a question mark the first words of the sentence tell: "får man hjälp", "vem lyssnar". */
static bool is_opened_as_question(const lyh_clause *clause, lyh_cue *cue)
{
    size_t start = sentence_start(clause);
    if (start >= clause->count || start > clause->first)
        return false;
    if (is_asked(clause, start))
        return condition_reaches(clause, start + 1, 0) &&
               decide(clause, start, start + 1, cue);
    if (roles(clause, start) & LYH_ROLE_MAYBE && (lyh_clause_is_finite(clause, start + 1) ||
                                                  roles(clause, start + 1) & LYH_ROLE_THAT))
        return condition_reaches(clause, start + 1, 0) &&
               decide(clause, start, start + 1, cue);
    return is_verb_first(clause, start) && condition_reaches(clause, start, 0) &&
           decide(clause, start, start + 1, cue);
}

/* Does the mention's clause say skulle, hade, vore, väl? */
static bool is_hedged(const lyh_clause *clause)
{
    if (!(clause->any_roles & LYH_ROLE_WOULD))
        return false;
    for (size_t i = lyh_clause_start(clause, clause->first);
         i < clause->count && (i < clause->end || lyh_clause_is_word(clause, i)); i++)
        if (roles(clause, i) & LYH_ROLE_WOULD)
            return true;
    return false;
}

/* "om jag bott i stan hade jag fått hjälp": what would be, if; the condition is another clause of the sentence. */
static bool is_consequence(const lyh_clause *clause, lyh_cue *cue)
{
    if (!is_hedged(clause))
        return false;
    size_t start = sentence_start(clause);
    if (start < clause->first && is_verb_first(clause, start) &&
        roles(clause, start) & LYH_ROLE_WOULD)
        return decide(clause, start, start + 1, cue);
    for (size_t i = 0; i < clause->found_count; i++)
        if (clause->found[i].kind == LYH_CUE_CONDITION &&
            is_conjunction(clause, clause->found[i].close - 1))
            return decide(clause, clause->found[i].first, clause->found[i].end, cue);
    for (size_t i = 0; i < clause->count; i++)
        if (roles(clause, i) & LYH_ROLE_IF && !is_in_plain(clause, i) &&
            lyh_clause_is_if(clause, i))
            return decide(clause, i, i + 1, cue);
    return false;
}

bool lyh_clause_is_unclear(const lyh_clause *clause, lyh_cue *cue)
{
    return is_on_condition(clause, cue) || is_in_question(clause, cue) ||
           is_opened_as_question(clause, cue) || is_consequence(clause, cue);
}

bool lyh_clause_is_excessive(const lyh_clause *clause, lyh_cue *cue)
{
    for (size_t i = 0; i < clause->found_count; i++)
        if (clause->found[i].kind == LYH_CUE_EXCESS &&
            clause->found[i].close == clause->first)
            return decide(clause, clause->found[i].first, clause->found[i].end, cue);
    return false;
}

/* "frågade om vi ville ha tolk", "om någon lyssnade skulle det bli bättre": no wish. */
static bool is_conditional(const lyh_clause *clause, const lyh_clause_cue *wish)
{
    lyh_cue condition;
    return is_on_condition(clause, &condition) &&
           (wish->start >= clause->end ||
            condition.first < clause->words[wish->first].token);
}

bool lyh_clause_is_wish(const lyh_clause *clause, lyh_cue *cue)
{
    const lyh_clause_cue *nearest = NULL;
    for (size_t i = 0; i < clause->found_count; i++) {
        const lyh_clause_cue *tried = &clause->found[i];
        if (wishes(clause, tried) && (!nearest || tried->close <= clause->first))
            nearest = tried;
    }
    if (nearest && is_conditional(clause, nearest))
        return false;
    if (nearest)
        return decide(clause, nearest->first, nearest->end, cue);
    return asks_for_more(clause, cue);
}
