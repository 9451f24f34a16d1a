#include "clauses.h"

#include <glib.h>

/*
 * How far a cue reaches: the scope rules of NegEx and ConText for Swedish, widened for talk.
 */

/* A mention with någon before it waits for its negation, however far back. */
enum { FAR = 20, BEHIND_THAT = 12, LIST_LOOKS = 16, FRONTED = 10 };

static uint32_t roles(const lyh_clause *clause, size_t at)
{
    return lyh_clause_roles(clause, at);
}

static bool is_subject(const lyh_clause *clause, size_t at)
{
    return roles(clause, at) & (LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN);
}

/* "jag fick", "de lyssnade" with nothing that binds it to what stands before. */
static bool is_run_on(const lyh_clause *clause, size_t at)
{
    return is_subject(clause, at) && lyh_clause_is_finite(clause, at + 1);
}

static size_t finites(const lyh_clause *clause, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += lyh_clause_is_finite(clause, i);
    return count;
}

static bool any_role(const lyh_clause *clause, size_t from, size_t to, uint32_t role)
{
    for (size_t i = from; i < to; i++)
        if (roles(clause, i) & role)
            return true;
    return false;
}

/* "hjälp, stöd eller respekt": the comma counts up, and no verb stands before the last of it. */
static bool lists_on(const lyh_clause *clause, size_t comma)
{
    enum {
        STOPS = LYH_ROLE_SUBJECT | LYH_ROLE_LIMITS | LYH_ROLE_BUT | LYH_ROLE_SUBORDINATES |
                LYH_ROLE_RELATES | LYH_ROLE_THAT | LYH_ROLE_FINITE
    };
    bool is_coupled = false;
    for (size_t i = comma + 1; i < comma + LIST_LOOKS && i < clause->count; i++) {
        bool is_comma = clause->words[i].mark == LYH_MARK_COMMA;
        if ((!is_comma && !lyh_clause_is_word(clause, i)) || roles(clause, i) & STOPS ||
            (is_coupled && is_comma))
            return is_coupled && i > clause->first;
        if (roles(clause, i) & (LYH_ROLE_OR | LYH_ROLE_COUPLES)) {
            if (lyh_clause_begins_at(clause, i + 1))
                return false;
            is_coupled = true;
        }
    }
    return is_coupled;
}

/* "fått", "något besked", "den hjälp": no clause of its own. */
static bool goes_on(const lyh_clause *clause, size_t at)
{
    if (roles(clause, at) & (LYH_ROLE_NONFINITE | LYH_ROLE_ANY))
        return true;
    return roles(clause, at) & LYH_ROLE_PRONOUN && !lyh_clause_is_finite(clause, at + 1);
}

/* "har inte, fast jag har bett, fått": where the clause goes on that was broken off, or 0. */
static size_t past_insertion(const lyh_clause *clause, size_t comma)
{
    enum {
        OPENS = LYH_ROLE_LIMITS | LYH_ROLE_SUBORDINATES | LYH_ROLE_RELATES | LYH_ROLE_IF |
                LYH_ROLE_ASKS | LYH_ROLE_COUPLES
    };
    if (!(roles(clause, comma + 1) & OPENS))
        return 0;
    for (size_t i = comma + 1; i < MIN(comma + LIST_LOOKS, clause->first); i++)
        if (clause->words[i].mark == LYH_MARK_COMMA && goes_on(clause, i + 1))
            return i;
    return 0;
}

/* "visste inte att man kunde", "inte bra att de": what att tells of is so. */
static bool is_fact(const lyh_clause *clause, size_t cue, size_t that)
{
    return lyh_clause_begins_at(clause, that + 1) &&
           any_role(clause, cue > 1 ? cue - 2 : 0, that, LYH_ROLE_FACTIVE);
}

/* "ingen som lyssnar", "inte någon jag känner som": the relative clause is what is denied. */
static bool is_open_relative(const lyh_clause *clause, const lyh_clause_cue *cue,
                             size_t som)
{
    if (cue->kind == LYH_CUE_DETERMINES && som - cue->end <= 8 &&
        finites(clause, cue->end, som) == 0)
        return true;
    return any_role(clause, cue->first, som, LYH_ROLE_SOME);
}

/*
 * A negation in a clause that som, när or att opens ends with it, and the clause ends before the
 * second finite verb: de som inte får hjälp | blir arga.
 */
static bool clause_ended(const lyh_clause *clause, size_t cue)
{
    size_t start = lyh_clause_start(clause, cue);
    enum { OPENS = LYH_ROLE_SUBORDINATES | LYH_ROLE_RELATES | LYH_ROLE_THAT | LYH_ROLE_IF };
    bool is_concession = start == 1 && roles(clause, 0) & LYH_ROLE_LIMITS; /* "fast jag" */
    if (!(roles(clause, start) & OPENS) && !is_concession)
        return false;
    size_t before = finites(clause, start, cue);
    if (before > 1)
        return false;
    size_t end = clause->first + lyh_clause_is_finite(clause, clause->first);
    size_t coupled = 0;
    for (size_t i = cue + 1; i < end; i++)
        coupled += (roles(clause, i) & (LYH_ROLE_THAT | LYH_ROLE_RELATES)) != 0;
    return before + finites(clause, cue + 1, end) > 1 + coupled;
}

/* "känns inte som att de lyssnar": som opens no relative clause. */
static bool is_as_if(const lyh_clause *clause, size_t som)
{
    return roles(clause, som + 1) & (LYH_ROLE_THAT | LYH_ROLE_IF);
}

/* May the reach go on past word @i? *@i moves on where something is jumped over. */
static bool passes_mark(const lyh_clause *clause, size_t *i, bool is_wish)
{
    lyh_clause_mark mark = clause->words[*i].mark;
    if (mark == LYH_MARK_SOFT)
        return true;
    if (mark != LYH_MARK_COMMA)
        return false;
    if (roles(clause, *i + 1) & LYH_ROLE_ANY)
        return true; /* "jag får inte, och har aldrig fått, nån hjälp" */
    size_t onward = past_insertion(clause, *i);
    if (onward != 0) {
        *i = onward;
        return true;
    }
    if (is_wish && roles(clause, *i + 1) & LYH_ROLE_THAT)
        return true;
    return roles(clause, *i + 1) & LYH_ROLE_RELATES || lists_on(clause, *i);
}

/* "och handläggaren lyssnade": another clause, its subject a noun. */
static bool begins_with_noun(const lyh_clause *clause, size_t at)
{
    return lyh_clause_is_word(clause, at) && roles(clause, at) == 0 &&
           roles(clause, at + 1) & LYH_ROLE_FINITE;
}

static bool ends_forward(const lyh_clause *clause, const lyh_clause_cue *cue, size_t i,
                         lyh_reach reach)
{
    uint32_t role = roles(clause, i);
    if (role & LYH_ROLE_LIMITS || (role & LYH_ROLE_BUT && !reach.is_wish))
        return true;
    if (role & LYH_ROLE_COUPLES && reach.is_wish)
        return (roles(clause, i + 1) & LYH_ROLE_SUBJECT) != 0;
    if (role & LYH_ROLE_COUPLES)
        return lyh_clause_begins_at(clause, i + 1) || begins_with_noun(clause, i + 1);
    if (role & LYH_ROLE_OR && roles(clause, i + 1) & LYH_ROLE_SUBJECT)
        return true;
    if (role & LYH_ROLE_THEREFORE && lyh_clause_begins_at(clause, i + 1) &&
        !lyh_clause_is_finite(clause, i - 1))
        return true;
    if (role & LYH_ROLE_THAT)
        return !reach.is_wish && is_fact(clause, cue->first, i);
    if (role & LYH_ROLE_RELATES)
        return !reach.is_wish && !is_as_if(clause, i) && !is_open_relative(clause, cue, i);
    if (role & LYH_ROLE_IF)
        return lyh_clause_is_if(clause, i) && !reach.is_wish &&
               !(roles(clause, i - 1) & LYH_ROLE_RELATES);
    if (role & (LYH_ROLE_SUBORDINATES | LYH_ROLE_ASKS))
        return !reach.is_wish;
    return reach.is_short && role & LYH_ROLE_FINITE &&
           !any_role(clause, cue->end, i, LYH_ROLE_THAT | LYH_ROLE_RELATES);
}

/* "jag tycker inte de lyssnar": att is left out, and nothing ends. */
static bool is_opinion(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    return any_role(clause, cue->first > 2 ? cue->first - 3 : 0, cue->end + 2,
                    LYH_ROLE_OPINES);
}

static bool runs_on(const lyh_clause *clause, const lyh_clause_cue *cue, size_t i)
{
    enum { BINDS = LYH_ROLE_THAT | LYH_ROLE_RELATES | LYH_ROLE_IF };
    if (!is_run_on(clause, i) || is_opinion(clause, cue))
        return false;
    if (i == cue->close && (cue->start == 0 || !lyh_clause_is_word(clause, cue->start - 1)))
        return false; /* "inte dom lyssnar" */
    if (i > 0 && roles(clause, i - 1) & BINDS)
        return false;
    /* "ingen jag har träffat har visat": a relative clause without its som */
    return finites(clause, i + 2, clause->end) == 0;
}

bool lyh_clause_reaches_forward(const lyh_clause *clause, const lyh_clause_cue *cue,
                                lyh_reach reach)
{
    bool waits = any_role(clause, clause->first > 1 ? clause->first - 2 : 0, clause->first,
                          LYH_ROLE_ANY) ||
                 any_role(clause, cue->end, MIN(cue->end + 2, clause->first), LYH_ROLE_ANY);
    size_t most = waits && !reach.is_short ? MAX(FAR, reach.words) : reach.words;
    size_t words = 0;
    for (size_t i = cue->end; i < clause->first; i++) {
        if (roles(clause, i) & LYH_ROLE_THAT) {
            words = 0;
            most = MAX(most, BEHIND_THAT);
        }
        if (!lyh_clause_is_word(clause, i)) {
            if (reach.is_wish && i == cue->end)
                continue; /* "snälla, lyssna" */
            if (!passes_mark(clause, &i, reach.is_wish))
                return false;
            continue;
        }
        if (ends_forward(clause, cue, i, reach) || ++words > most)
            return false;
        if (!waits && !reach.is_wish && runs_on(clause, cue, i))
            return false;
    }
    return reach.is_wish || !clause_ended(clause, cue->first);
}

/* "nån respekt har de ingen", "att stödet inte kom": the mention comes before any verb. */
static bool is_fronted(const lyh_clause *clause)
{
    size_t start = lyh_clause_start(clause, clause->first);
    if (start == 0 && clause->is_whole_before && roles(clause, 0) & LYH_ROLE_THAT)
        return true;
    return clause->first - start <= 5 &&
           !any_role(clause, start, clause->first, LYH_ROLE_SUBJECT) &&
           finites(clause, start, clause->first) == 0;
}

/*
 * "hjälpen som de gav räckte inte": the verb of a relative clause stands between, with its som or,
 * in talk, without.
 */
static bool is_related(const lyh_clause *clause, bool fronted)
{
    if (roles(clause, clause->end) & LYH_ROLE_RELATES)
        return true;
    return fronted && is_run_on(clause, clause->end) &&
           !is_subject(clause, clause->end + 2);
}

/* "ingen tid" behind the mention denies the time; "svar kom det inget" the answer. */
static bool has_own_noun(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    /* "respekt saknar de helt", "stöd får man vara utan": what they lack stands before them */
    if (cue->kind == LYH_CUE_LACKS || cue->kind == LYH_CUE_WITHOUT)
        return lyh_clause_is_word(clause, cue->close) &&
               !(is_subject(clause, cue->close) ||
                 roles(clause, cue->close) & (LYH_ROLE_LOOSE | LYH_ROLE_LIMITS));
    if (cue->kind != LYH_CUE_DETERMINES || !lyh_clause_is_word(clause, cue->close))
        return false;
    if (cue->start == clause->end && lyh_clause_is_finite(clause, clause->end - 1))
        return false;
    return !(roles(clause, cue->close) &
             (LYH_ROLE_LOOSE | LYH_ROLE_RELATES | LYH_ROLE_COUPLES | LYH_ROLE_LIMITS |
              LYH_ROLE_BUT | LYH_ROLE_SUBORDINATES | LYH_ROLE_FINITE));
}

/* Where "det fick", "nej, det har" begins behind the mark at @at, or 0. */
static size_t taken_up_at(const lyh_clause *clause, size_t at)
{
    size_t next = at + 1;
    while (roles(clause, next) & (LYH_ROLE_OPENS | LYH_ROLE_COMMA) ||
           roles(clause, next - 1) & roles(clause, next) & LYH_ROLE_YOU)
        next++; /* "nej du, det är det inte" */
    bool is_there =
        roles(clause, next) & LYH_ROLE_PRONOUN && lyh_clause_is_finite(clause, next + 1);
    return is_there ? next + 1 : 0;
}

/* A verb that is no relative clause's: what is put first has none. */
static bool has_own_verb(const lyh_clause *clause, size_t from, size_t to)
{
    size_t clauses = 0;
    for (size_t i = from; i < to; i++)
        clauses += (roles(clause, i) & (LYH_ROLE_RELATES | LYH_ROLE_ASKS)) != 0;
    return finites(clause, from, to) > clauses;
}

/*
 * "hjälp, det fick jag aldrig", "lyssna på vad jag sa, det gjorde de inte", "hjälpsamhet, noll": what is
 * put first is taken up again, and denied there.
 */
static bool is_taken_up(const lyh_clause *clause, const lyh_clause_cue *cue)
{
    enum { FIRST_PART = 8, SECOND_PART = 6 };
    size_t comma = clause->end;
    while (comma < cue->start && lyh_clause_is_word(clause, comma))
        comma++;
    if (comma >= cue->start || comma - clause->end > FIRST_PART ||
        clause->words[comma].mark != LYH_MARK_COMMA)
        return false;
    if (comma == clause->end && comma + 1 == cue->start)
        return !lyh_clause_is_word(clause, cue->close);
    if (comma > clause->end && (lyh_clause_is_finite(clause, clause->first) ||
                                has_own_verb(clause, clause->end, comma)))
        return false;
    size_t from = taken_up_at(clause, comma);
    if (from == 0 || from > cue->start || cue->start - from > SECOND_PART)
        return false;
    for (size_t i = from; i < cue->start; i++)
        if (!lyh_clause_is_word(clause, i) ||
            roles(clause, i) & (LYH_ROLE_LIMITS | LYH_ROLE_BUT))
            return false;
    return !has_own_noun(clause, cue);
}

static bool ends_back(const lyh_clause *clause, size_t i)
{
    enum { ENDS = LYH_ROLE_LIMITS | LYH_ROLE_SUBORDINATES | LYH_ROLE_THAT | LYH_ROLE_ASKS };
    uint32_t role = roles(clause, i);
    if (role & ENDS)
        return true;
    if (role & LYH_ROLE_IF)
        return lyh_clause_is_if(clause, i);
    return role & (LYH_ROLE_COUPLES | LYH_ROLE_OR | LYH_ROLE_THEREFORE) &&
           lyh_clause_begins_at(clause, i + 1);
}

bool lyh_clause_reaches_back(const lyh_clause *clause, const lyh_clause_cue *cue,
                             lyh_reach reach)
{
    bool fronted = is_fronted(clause);
    if (fronted && is_taken_up(clause, cue))
        return true;
    bool related = is_related(clause, fronted);
    size_t between = finites(clause, clause->end, cue->start);
    bool is_verb = (cue->kind == LYH_CUE_ABSENT || cue->kind == LYH_CUE_LACKS) &&
                   lyh_clause_is_finite(clause, cue->first);
    if (cue->kind == LYH_CUE_LACKS &&
        (!fronted || roles(clause, cue->start) & LYH_ROLE_BUT))
        return false;
    if (cue->kind == LYH_CUE_WITHOUT && !fronted)
        return false;
    if (between + is_verb > (size_t)fronted + related || (related && between + is_verb < 2))
        return false;
    if (has_own_noun(clause, cue))
        return false;
    /* "hjälp jag inte fick": a subordinate clause has its negation before the verb */
    if (is_subject(clause, cue->start - 1) && lyh_clause_is_finite(clause, cue->close) &&
        between == 0)
        return false;

    size_t most = fronted ? MAX(FRONTED, reach.words) : reach.words;
    size_t words = 0;
    for (size_t i = clause->end; i < cue->start; i++) {
        if (!lyh_clause_is_word(clause, i)) {
            if (clause->words[i].mark != LYH_MARK_SOFT)
                return false;
            continue;
        }
        if (ends_back(clause, i) || ++words > most)
            return false;
    }
    return true;
}
