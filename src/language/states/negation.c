#include "stances.h"

#include <glib.h>

/* How far negations reach, in words (NegEx for Swedish: Skeppstedt 2011; PyConText). */
static const lyh_reach before_mention = { .words =
                                              7 }; /* between: the eighth is the mention */
static const lyh_reach behind_mention = { .words = 4 };
static const lyh_reach of_lack = { .words = 7, .is_short = true };
static const lyh_reach of_without = { .words = 4, .is_short = true };
static const lyh_reach of_verbs_behind = { .words = 6 };

/* How far back a negation makes utan mean but. */
enum { BUT_REACH = 12 };

static bool is_negation(const lyh_clause_cue *cue)
{
    return cue->kind == LYH_CUE_NEGATES || cue->kind == LYH_CUE_DETERMINES;
}

static bool is_lack(const lyh_clause_cue *cue)
{
    return cue->kind == LYH_CUE_LACKS || cue->kind == LYH_CUE_ABSENT ||
           cue->kind == LYH_CUE_WITHOUT;
}

/* "inte dyrt utan bra", "inte bara stöd utan hjälp": utan means but. */
static bool is_but(const lyh_clause *clause, size_t index)
{
    const lyh_clause_cue *without = &clause->found[index];
    for (size_t i = index; i > 0; i--) {
        const lyh_clause_cue *cue = &clause->found[i - 1];
        if (without->start - cue->close > BUT_REACH)
            return false;
        if (is_negation(cue) || cue->kind == LYH_CUE_PLAIN)
            return true;
    }
    return false;
}

/*
 * "de skulle ringa, men det gjorde de aldrig", "bad om hjälp men fick ingen": the clause before is taken
 * back. What comes after it must end there, or the answer has matter of its own.
 */
static bool answers(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    enum { ANSWER_REACH = 9 };
    if (cue->start - clause->end > ANSWER_REACH)
        return false;
    for (size_t i = clause->end; i < cue->start; i++)
        if ((!lyh_clause_is_word(clause, i) && clause->words[i].mark != LYH_MARK_COMMA) ||
            clause->words[i].roles & LYH_ROLE_LIMITS)
            return false;
    return !lyh_clause_is_word(clause, cue->close) ||
           clause->words[cue->close].roles & LYH_ROLE_LOOSE;
}

/* "utan stödet hade jag inte levt": it was there, and nothing denies it. */
static bool is_unreal(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    if (cue->kind != LYH_CUE_WITHOUT)
        return false;
    for (size_t i = cue->close; i < clause->count; i++)
        if (clause->words[i].roles & LYH_ROLE_WOULD &&
            clause->words[i].roles & LYH_ROLE_FINITE)
            return true;
    return false;
}

static bool reaches(const lyh_clause *clause, size_t index)
{
    const lyh_clause_cue *cue = &clause->found[index];
    bool is_before = cue->close <= clause->first;
    switch (cue->kind) {
    case LYH_CUE_NEGATES:
    case LYH_CUE_DETERMINES:
        return is_before ? lyh_clause_reaches_forward(clause, cue, before_mention)
                         : lyh_clause_reaches_back(clause, cue, behind_mention);
    case LYH_CUE_LACKS:
        if (clause->words[cue->start].roles & LYH_ROLE_BUT && is_but(clause, index))
            return false; /* "inte en dag utan att de ringer" */
        return is_before ? lyh_clause_reaches_forward(clause, cue, of_lack)
                         : lyh_clause_reaches_back(clause, cue, of_verbs_behind);
    case LYH_CUE_ABSENT:
        return is_before ? lyh_clause_reaches_forward(clause, cue, before_mention)
                         : lyh_clause_reaches_back(clause, cue, of_verbs_behind);
    case LYH_CUE_WITHOUT:
        if (is_but(clause, index))
            return false;
        return is_before ? lyh_clause_reaches_forward(clause, cue, of_without)
                         : lyh_clause_reaches_back(clause, cue, of_verbs_behind);
    case LYH_CUE_ANSWER:
        return !is_before && answers(clause, cue);
    default:
        return false;
    }
}

static bool has_between(const lyh_clause *clause, const lyh_clause_cue *a,
                        const lyh_clause_cue *b, uint32_t role)
{
    for (size_t i = a->close; i < b->start; i++)
        if (clause->words[i].roles & role)
            return true;
    return false;
}

/*
 * Two negations of one mention: "kan inte säga att de inte lyssnar" says that they do; "inte utan
 * hjälp", "saknar inte" too. Two in one clause, as in "aldrig nån hjälp inte", only say it louder.
 */
static bool flips(const lyh_clause *clause, const lyh_clause_cue *outer,
                  const lyh_clause_cue *inner)
{
    if (is_lack(outer) != is_lack(inner))
        return true;
    return has_between(clause, outer, inner, LYH_ROLE_THAT | LYH_ROLE_RELATES);
}

/* "aldrig fått så bra hjälp", "aldrig varit med om sån respekt": never so much as now. */
static bool is_never_better(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    if (!(clause->words[cue->first].roles & LYH_ROLE_NEVER) || cue->close > clause->first)
        return false;
    enum { NO_DEGREE = LYH_ROLE_THAT | LYH_ROLE_SUBJECT | LYH_ROLE_FINITE };
    size_t from = MAX(cue->close, clause->first > 3 ? clause->first - 3 : 0);
    for (size_t i = from; i < clause->first; i++)
        if (clause->words[i].roles & LYH_ROLE_BETTER &&
            !(i + 1 < clause->first && clause->words[i + 1].roles & NO_DEGREE))
            return true;
    return false;
}

/* "det är inte pengarna som är viktiga": something else is; the money is there. */
static bool is_cleft(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    bool is_definite = clause->words[clause->end - 1].forms & LYH_FORM_DEFINITE;
    return is_definite && cue->kind == LYH_CUE_NEGATES && cue->close == clause->first &&
           lyh_clause_roles(clause, clause->end) & LYH_ROLE_RELATES;
}

/* "trodde aldrig att jag skulle få hjälp, men det fick jag" */
static bool is_affirmed(const lyh_clause *clause)
{
    for (size_t i = 0; i < clause->found_count; i++)
        if (clause->found[i].kind == LYH_CUE_AFFIRM &&
            clause->found[i].start >= clause->end && answers(clause, &clause->found[i]))
            return true;
    return false;
}

static bool holds_negation(const lyh_clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (lyh_clause_is_word(clause, i) && clause->words[i].roles & LYH_ROLE_NEGATES)
            return true;
    return false;
}

/* The nearest cue before the mention that reaches it and the nearest behind. */
typedef struct deciders {
    const lyh_clause_cue *outer, *inner, *behind;
} deciders;

static deciders deciders_of(const lyh_clause *clause)
{
    deciders found = { 0 };
    for (size_t i = 0; i < clause->found_count && !found.behind; i++) {
        const lyh_clause_cue *cue = &clause->found[i];
        if (!reaches(clause, i))
            continue;
        if (cue->start >= clause->end) {
            found.behind = cue;
        } else {
            found.outer = found.inner;
            found.inner = cue;
        }
    }
    return found;
}

/* "tar sig inte tid": not asked for, and no "inte bara". */
static bool is_denied_within(const lyh_clause *clause, lyh_cue *cue)
{
    uint32_t types[LYH_CLAUSE_MENTION];
    size_t count = clause->end - clause->first;
    for (size_t i = 0; i < count; i++)
        types[i] = clause->words[clause->first + i].type;
    for (size_t i = 0; i < count; i++) {
        lyh_cue_match match =
            lyh_cues_match(clause->cues, LYH_LAYER_STATE, types + i, count - i);
        size_t first = clause->first + i;
        if (match.kind == LYH_CUE_NEGATES || match.kind == LYH_CUE_DETERMINES) {
            *cue = lyh_clause_tokens(clause, first + match.first, first + match.end);
            return true;
        }
        i += match.length > 0 ? match.length - 1 : 0;
    }
    return false;
}

bool lyh_clause_is_negated(const lyh_clause *clause, bool is_loose, lyh_cue *cue)
{
    if (holds_negation(clause))
        return is_loose && is_denied_within(clause, cue);
    deciders found = deciders_of(clause);
    const lyh_clause_cue *decided = found.inner ? found.inner : found.behind;
    if (!decided)
        return false;
    if (found.inner && is_unreal(clause, found.inner))
        return false;
    if (found.outer && flips(clause, found.outer, found.inner))
        return false;
    if (found.inner && found.behind && is_lack(found.inner) != is_lack(found.behind))
        return false;
    if (is_never_better(clause, decided) || is_affirmed(clause) ||
        is_cleft(clause, decided))
        return false;
    *cue = lyh_clause_tokens(clause, decided->first, decided->end);
    return true;
}
