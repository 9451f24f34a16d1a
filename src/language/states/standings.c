#include "standings.h"

#include <glib.h>

static uint32_t roles(const lyh_looking *at, size_t word)
{
    return lyh_clause_roles(at->clause, word);
}

uint32_t lyh_looking_parts(const lyh_looking *at, size_t word)
{
    if (!lyh_clause_is_word(at->clause, word))
        return 0;
    return lyh_objects_parts(at->objects, at->clause->words[word].type);
}

/* ---- stretches ---- */

static bool ends_stretch(const lyh_looking *at, size_t word)
{
    enum {
        ENDS = LYH_ROLE_LIMITS | LYH_ROLE_BUT | LYH_ROLE_SUBORDINATES | LYH_ROLE_RELATES |
               LYH_ROLE_THAT | LYH_ROLE_ASKS
    };
    if (!lyh_clause_is_word(at->clause, word))
        return at->clause->words[word].mark != LYH_MARK_SOFT;
    if (roles(at, word) & ENDS && !(lyh_looking_parts(at, word) & LYH_OBJECT_COMPARES))
        return true;
    if (roles(at, word) & LYH_ROLE_IF)
        return lyh_clause_is_if(at->clause, word);
    return roles(at, word) & (LYH_ROLE_COUPLES | LYH_ROLE_THEREFORE) &&
           lyh_clause_begins_at(at->clause, word + 1);
}

/* "när jag ringde dit | fick jag svar": the main clause begins with its verb; @to without one. */
static size_t main_clause(const lyh_looking *at, lyh_stretch within)
{
    bool has_verb = false;
    if (!(roles(at, within.from) & (LYH_ROLE_SUBORDINATES | LYH_ROLE_IF)))
        return within.to;
    for (size_t i = within.from + 1; i < within.to; i++) {
        if (!lyh_clause_is_finite(at->clause, i))
            continue;
        if (has_verb && (lyh_looking_parts(at, i + 1) & LYH_OBJECT_SUBJECT ||
                         roles(at, i + 1) & (LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN)))
            return i;
        has_verb = true;
    }
    return within.to;
}

lyh_stretch lyh_looking_stretch(const lyh_looking *at, size_t word, size_t end,
                                size_t limit)
{
    lyh_stretch found = { lyh_clause_start(at->clause, word), end };
    while (found.to < limit && !ends_stretch(at, found.to))
        found.to++;
    size_t main = main_clause(at, found);
    if (word >= main)
        found.from = main;
    else
        found.to = main;
    return found;
}

/* ---- how another stands in a stretch ---- */

/* Does one of the words @from to @to play any of the parts @parts? */
static bool any_plays(const lyh_looking *at, size_t from, size_t to, uint32_t parts)
{
    for (size_t i = from; i < to; i++)
        if (lyh_looking_parts(at, i) & parts)
            return true;
    return false;
}

bool lyh_looking_is_finite(const lyh_looking *at, size_t word)
{
    return lyh_clause_is_finite(at->clause, word) ||
           lyh_looking_parts(at, word) & LYH_OBJECT_COPULA;
}

/* och, alltså, så, nej: stand before a clause. */
size_t lyh_looking_past_openers(const lyh_looking *at, lyh_stretch within)
{
    enum {
        OPENERS = LYH_ROLE_COUPLES | LYH_ROLE_OPENS | LYH_ROLE_THEREFORE | LYH_ROLE_THAT |
                  LYH_ROLE_LIMITS | LYH_ROLE_SUBORDINATES
    };
    size_t word = within.from;
    while (word < within.to &&
           (!lyh_clause_is_word(at->clause, word) ||
            (roles(at, word) & OPENERS && !(roles(at, word) & LYH_ROLE_FINITE))))
        word++;
    return word;
}

/* "på Försäkringskassan var de", "de på Försäkringskassan", "de svarar aldrig på Försäkringskassan". */
static bool is_place_of_third(const lyh_looking *at, lyh_stretch within, size_t preposition)
{
    if (preposition == lyh_looking_past_openers(at, within))
        return true;
    if (preposition > within.from &&
        lyh_looking_parts(at, preposition - 1) & LYH_OBJECT_THIRD)
        return true;
    if (lyh_looking_parts(at, preposition) & LYH_OBJECT_FROM)
        return false; /* "de kräver intyg från vårdcentralen" */
    for (size_t i = within.from; i < preposition; i++)
        if (lyh_looking_parts(at, i) & LYH_OBJECT_THIRD &&
            !(roles(at, i) & LYH_ROLE_PRONOUN))
            return false; /* "hon hjälpte mig på vårdcentralen": de is a pronoun, hon a subject */
    return true;
}

/* "jag ringde", "var jag", "om man räknar": a @verb of the speaker, the name soon behind it. */
static bool is_met(const lyh_looking *at, lyh_stretch within, size_t name, uint32_t verb)
{
    enum { TO_VERB = 4 };
    size_t low = name > within.from + TO_VERB ? name - TO_VERB : within.from;
    for (size_t i = name; i > low; i--)
        if (lyh_looking_parts(at, i - 1) & verb)
            return lyh_looking_parts(at, i) & LYH_OBJECT_ONESELF ||
                   (i - 1 > within.from &&
                    lyh_looking_parts(at, i - 2) & LYH_OBJECT_ONESELF);
    return false;
}

/* "intyg från vårdcentralen"; unless it is the mention. */
static bool has_paper(const lyh_looking *at, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (lyh_looking_parts(at, i) & LYH_OBJECT_PAPER &&
            (i < at->clause->first || i >= at->clause->end))
            return true;
    return false;
}

static lyh_standing standing_of_place(const lyh_looking *at, lyh_stretch within,
                                      size_t preposition)
{
    enum { BOUND_REACH = 3, PAPER_REACH = 2 };
    size_t low = within.from;
    size_t verb = preposition > low + BOUND_REACH ? preposition - BOUND_REACH : low;
    size_t paper = preposition > low + PAPER_REACH ? preposition - PAPER_REACH : low;
    if (preposition > low && lyh_looking_parts(at, preposition - 1) & LYH_OBJECT_COMPARES)
        return LYH_STANDS_BESIDE;
    if (any_plays(at, verb, preposition, LYH_OBJECT_BOUND))
        return LYH_STANDS_BESIDE;
    if (lyh_looking_parts(at, preposition) & LYH_OBJECT_FROM &&
        has_paper(at, paper, preposition))
        return LYH_STANDS_BESIDE;
    if (any_plays(at, within.from, within.to, LYH_OBJECT_THIRD) &&
        !is_place_of_third(at, within, preposition))
        return LYH_STANDS_BESIDE;
    if (lyh_looking_parts(at, preposition) & LYH_OBJECT_FROM)
        return LYH_STANDS_AS_SOURCE;
    return is_met(at, within, preposition, LYH_OBJECT_CONTACT) ? LYH_STANDS_AS_MET
                                                               : LYH_STANDS_AS_PLACE;
}

/* "nöjd med vårdcentralen", "kontakten med vårdcentralen": of it, where nobody else is named. */
static lyh_standing standing_with(const lyh_looking *at, lyh_stretch within,
                                  size_t preposition)
{
    if (preposition == within.from ||
        any_plays(at, within.from, within.to, LYH_OBJECT_THIRD))
        return LYH_STANDS_BESIDE;
    size_t before = preposition - 1;
    if (is_met(at, within, preposition, LYH_OBJECT_TAKES))
        return LYH_STANDS_AS_MET;
    bool is_meeting = lyh_looking_parts(at, before) & LYH_OBJECT_MEETING &&
                      !(before > within.from &&
                        lyh_looking_parts(at, before - 1) & LYH_OBJECT_PREPOSITION);
    return is_meeting || lyh_looking_parts(at, before) & LYH_OBJECT_FEELS
               ? LYH_STANDS_AS_PLACE
               : LYH_STANDS_BESIDE;
}

static bool is_fronted_object(const lyh_looking *at, lyh_stretch within, size_t end)
{
    return end + 1 < within.to && lyh_looking_is_finite(at, end) &&
           lyh_looking_parts(at, end + 1) & LYH_OBJECT_SUBJECT;
}

static bool is_denied(const lyh_looking *at, lyh_stretch within)
{
    for (size_t i = within.from; i < within.to; i++)
        if (roles(at, i) & LYH_ROLE_NEGATES)
            return true;
    return false;
}

/* "det var Försäkringskassan som": the name, and whoever tells it. */
static bool is_cleft(const lyh_looking *at, lyh_stretch within, size_t name)
{
    enum { TO_COPULA = 3 };
    size_t low = name > within.from + TO_COPULA ? name - TO_COPULA : within.from;
    return any_plays(at, low, name, LYH_OBJECT_COPULA) && !is_denied(at, within) &&
           roles(at, lyh_looking_past_openers(at, within)) & LYH_ROLE_PRONOUN;
}

/* "då svarar Försäkringskassan", "lyhörda är Försäkringskassan": no subject before the verb. */
static bool is_inverted(const lyh_looking *at, lyh_stretch within, size_t name)
{
    if (name == within.from || !lyh_looking_is_finite(at, name - 1))
        return false;
    size_t verb = name - 1, first = lyh_looking_past_openers(at, within);
    bool is_mention_first = at->clause->first <= first && at->clause->end == verb;
    return !any_plays(at, within.from, name, LYH_OBJECT_SUBJECT) &&
           (verb <= first || is_mention_first);
}

static lyh_standing standing_as_subject(const lyh_looking *at, lyh_stretch within,
                                        size_t name, size_t end)
{
    enum { ADVERBS = 2 };
    if (name <= lyh_looking_past_openers(at, within))
        return is_fronted_object(at, within, end) ? LYH_STANDS_BESIDE
                                                  : LYH_STANDS_AS_SUBJECT;
    if (is_met(at, within, name, LYH_OBJECT_CONTACT | LYH_OBJECT_TAKES))
        return LYH_STANDS_AS_MET;
    if (is_cleft(at, within, name) || is_inverted(at, within, name))
        return LYH_STANDS_AS_SUBJECT;
    for (size_t i = end; i <= end + ADVERBS && i < within.to; i++) {
        if (lyh_looking_is_finite(at, i))
            return LYH_STANDS_AS_SUBJECT; /* "jag tycker att vårdcentralen aldrig har" */
        if (!(roles(at, i) & LYH_ROLE_NEGATES) &&
            !(lyh_looking_parts(at, i) & LYH_OBJECT_TRIES))
            break;
    }
    return LYH_STANDS_BESIDE;
}

/* The name of words @name to @end. */
static lyh_standing standing_of(const lyh_looking *at, lyh_stretch within, size_t name,
                                size_t end)
{
    size_t first = name;
    while (first > within.from && lyh_looking_parts(at, first - 1) & LYH_OBJECT_NEAR)
        first--;
    uint32_t before = first > within.from ? lyh_looking_parts(at, first - 1) : 0;
    if (before & LYH_OBJECT_PLACE)
        return standing_of_place(at, within, first - 1);
    if (before & LYH_OBJECT_WITH)
        return standing_with(at, within, first - 1);
    if (before & LYH_OBJECT_COMPARES)
        return LYH_STANDS_BESIDE;
    if (before & LYH_OBJECT_BESIDE) /* "gick till", "pratar om" */
        return is_met(at, within, first,
                      before & LYH_OBJECT_TO ? LYH_OBJECT_CONTACT : LYH_OBJECT_TAKES)
                   ? LYH_STANDS_AS_MET
                   : LYH_STANDS_BESIDE;
    return standing_as_subject(at, within, first, end);
}

lyh_standing lyh_looking_standing(const lyh_looking *at, lyh_stretch within, lyh_cue *cue)
{
    lyh_standing best = LYH_STANDS_NOT;
    for (size_t i = within.from; i < within.to; i++) {
        size_t count = lyh_objects_name_at(at->objects, at->clause, i);
        if (count == 0)
            continue;
        lyh_standing found = standing_of(at, within, i, i + count);
        if (found > best) {
            best = found;
            *cue = lyh_clause_tokens(at->clause, i, i + count);
        }
        i += count - 1;
    }
    return best;
}

static bool is_genitive(const lyh_looking *at, size_t word)
{
    size_t size;
    const char *spelling = lyh_vocabulary_spelling(at->clause->vocabulary,
                                                   at->clause->words[word].type, &size);
    return size > 0 && spelling[size - 1] == 's';
}

/* "handläggaren på Försäkringskassan", "Försäkringskassans handläggare": none of ours. */
static bool is_others_own(const lyh_looking *at, size_t word)
{
    if (word > 0 && lyh_looking_parts(at, word - 1) & LYH_OBJECT_OTHER &&
        is_genitive(at, word - 1))
        return true;
    if (!(lyh_looking_parts(at, word + 1) & LYH_OBJECT_PLACE))
        return false;
    size_t name = word + 2;
    while (lyh_looking_parts(at, name) & LYH_OBJECT_NEAR)
        name++;
    return lyh_objects_name_at(at->objects, at->clause, name) > 0;
}

bool lyh_looking_names_service(const lyh_looking *at, lyh_stretch within)
{
    for (size_t i = within.from; i < within.to; i++)
        if (lyh_looking_parts(at, i) & LYH_OBJECT_SERVICE && !is_others_own(at, i))
            return true;
    return false;
}
