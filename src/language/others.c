#include "objects.h"

#include <glib.h>

/*
 * Another authority, or the speaker, instead of the service. Only clear signs count: what is taken
 * for another's is lost to the service. The clause of the mention decides; where it names nobody
 * and goes on with a pronoun (de, hon, där), the one before it does.
 */

/* A stretch of a clause's words, half-open. */
typedef struct stretch {
    size_t from, to;
} stretch;

typedef struct looking {
    const lyh_clause *clause;
    lyh_objects *objects;
} looking;

/* How another stands in a stretch. */
typedef enum standing {
    STANDS_NOT,
    STANDS_BESIDE,   /* named, but the statement need not be of it */
    STANDS_AS_PLACE, /* where the speaker met what is told */
    STANDS_AS_SUBJECT
} standing;

static uint32_t roles(const looking *at, size_t word)
{
    return lyh_clause_roles(at->clause, word);
}

static uint32_t parts(const looking *at, size_t word)
{
    if (!lyh_clause_is_word(at->clause, word))
        return 0;
    return lyh_objects_parts(at->objects, at->clause->words[word].type);
}

/* ---- stretches ---- */

static bool ends_stretch(const looking *at, size_t word)
{
    enum {
        ENDS = LYH_ROLE_LIMITS | LYH_ROLE_BUT | LYH_ROLE_SUBORDINATES | LYH_ROLE_RELATES |
               LYH_ROLE_THAT | LYH_ROLE_ASKS
    };
    if (!lyh_clause_is_word(at->clause, word))
        return at->clause->words[word].mark != LYH_MARK_SOFT;
    if (roles(at, word) & ENDS && !(parts(at, word) & LYH_OBJECT_COMPARES))
        return true;
    if (roles(at, word) & LYH_ROLE_IF)
        return lyh_clause_is_if(at->clause, word);
    return roles(at, word) & (LYH_ROLE_COUPLES | LYH_ROLE_THEREFORE) &&
           lyh_clause_begins_at(at->clause, word + 1);
}

/* "när jag ringde dit | fick jag svar": the main clause begins with its verb; @to without one. */
static size_t main_clause(const looking *at, stretch within)
{
    enum { SUBJECTS = LYH_OBJECT_ONESELF | LYH_OBJECT_THIRD };
    bool has_verb = false;
    if (!(roles(at, within.from) & (LYH_ROLE_SUBORDINATES | LYH_ROLE_IF)))
        return within.to;
    for (size_t i = within.from + 1; i < within.to; i++) {
        if (!lyh_clause_is_finite(at->clause, i))
            continue;
        if (has_verb && (parts(at, i + 1) & SUBJECTS ||
                         roles(at, i + 1) & (LYH_ROLE_SUBJECT | LYH_ROLE_PRONOUN)))
            return i;
        has_verb = true;
    }
    return within.to;
}

/* The stretch that the words @word to @end are in, up to @limit. */
static stretch stretch_of(const looking *at, size_t word, size_t end, size_t limit)
{
    stretch found = { lyh_clause_start(at->clause, word), end };
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

static bool any(const looking *at, size_t from, size_t to, uint32_t part)
{
    for (size_t i = from; i < to; i++)
        if (parts(at, i) & part)
            return true;
    return false;
}

static bool is_finite(const looking *at, size_t word)
{
    return lyh_clause_is_finite(at->clause, word) || parts(at, word) & LYH_OBJECT_COPULA;
}

/* och, alltså, så, nej: stand before a clause. */
static size_t past_openers(const looking *at, stretch within)
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
static bool is_place_of_third(const looking *at, stretch within, size_t preposition)
{
    if (preposition == past_openers(at, within))
        return true;
    if (preposition > within.from && parts(at, preposition - 1) & LYH_OBJECT_THIRD)
        return true;
    if (parts(at, preposition) & LYH_OBJECT_FROM)
        return false; /* "de kräver intyg från vårdcentralen" */
    for (size_t i = within.from; i < preposition; i++)
        if (parts(at, i) & LYH_OBJECT_THIRD && !(roles(at, i) & LYH_ROLE_PRONOUN))
            return false; /* "hon hjälpte mig på vårdcentralen": de is a pronoun, hon a subject */
    return true;
}

static standing standing_of_place(const looking *at, stretch within, size_t preposition)
{
    enum { BOUND_REACH = 3, PAPER_REACH = 2 };
    size_t low = within.from;
    size_t verb = preposition > low + BOUND_REACH ? preposition - BOUND_REACH : low;
    size_t paper = preposition > low + PAPER_REACH ? preposition - PAPER_REACH : low;
    if (preposition > low && parts(at, preposition - 1) & LYH_OBJECT_COMPARES)
        return STANDS_BESIDE;
    if (any(at, verb, preposition, LYH_OBJECT_BOUND))
        return STANDS_BESIDE;
    if (parts(at, preposition) & LYH_OBJECT_FROM &&
        any(at, paper, preposition, LYH_OBJECT_PAPER))
        return STANDS_BESIDE;
    if (any(at, within.from, within.to, LYH_OBJECT_THIRD) &&
        !is_place_of_third(at, within, preposition))
        return STANDS_BESIDE;
    return STANDS_AS_PLACE;
}

/* "jag ringde", "var jag", "om man räknar": a @verb of the speaker, the name soon behind it. */
static bool is_met(const looking *at, stretch within, size_t name, uint32_t verb)
{
    enum { TO_VERB = 4 };
    size_t low = name > within.from + TO_VERB ? name - TO_VERB : within.from;
    for (size_t i = name; i > low; i--)
        if (parts(at, i - 1) & verb)
            return parts(at, i) & LYH_OBJECT_ONESELF ||
                   (i - 1 > within.from && parts(at, i - 2) & LYH_OBJECT_ONESELF);
    return false;
}

/* "nöjd med vårdcentralen", "kontakten med vårdcentralen": of it, where nobody else is named. */
static standing standing_with(const looking *at, stretch within, size_t preposition)
{
    if (preposition == within.from || any(at, within.from, within.to, LYH_OBJECT_THIRD))
        return STANDS_BESIDE;
    size_t before = preposition - 1;
    if (is_met(at, within, preposition, LYH_OBJECT_TAKES))
        return STANDS_AS_PLACE;
    bool is_meeting =
        parts(at, before) & LYH_OBJECT_MEETING &&
        !(before > within.from &&
          parts(at, before - 1) & (LYH_OBJECT_PLACE | LYH_OBJECT_BESIDE | LYH_OBJECT_WITH));
    return is_meeting || parts(at, before) & LYH_OBJECT_FEELS ? STANDS_AS_PLACE
                                                              : STANDS_BESIDE;
}

static bool is_fronted_object(const looking *at, stretch within, size_t end)
{
    enum { SUBJECTS = LYH_OBJECT_ONESELF | LYH_OBJECT_THIRD };
    return end + 1 < within.to && is_finite(at, end) && parts(at, end + 1) & SUBJECTS;
}

static bool is_denied(const looking *at, stretch within)
{
    for (size_t i = within.from; i < within.to; i++)
        if (roles(at, i) & LYH_ROLE_NEGATES)
            return true;
    return false;
}

/* "det var Försäkringskassan som": the name, and whoever tells it. */
static bool is_cleft(const looking *at, stretch within, size_t name)
{
    enum { TO_COPULA = 3 };
    size_t low = name > within.from + TO_COPULA ? name - TO_COPULA : within.from;
    return any(at, low, name, LYH_OBJECT_COPULA) && !is_denied(at, within) &&
           roles(at, past_openers(at, within)) & LYH_ROLE_PRONOUN;
}

/* "då svarar Försäkringskassan", "lyhörda är Försäkringskassan": no subject before the verb. */
static bool is_inverted(const looking *at, stretch within, size_t name)
{
    enum { SUBJECTS = LYH_OBJECT_ONESELF | LYH_OBJECT_THIRD };
    if (name == within.from || !is_finite(at, name - 1))
        return false;
    size_t verb = name - 1, first = past_openers(at, within);
    bool is_mention_first = at->clause->first <= first && at->clause->end == verb;
    return !any(at, within.from, name, SUBJECTS) && (verb <= first || is_mention_first);
}

static standing standing_as_subject(const looking *at, stretch within, size_t name,
                                    size_t end)
{
    enum { ADVERBS = 2 };
    if (name <= past_openers(at, within))
        return is_fronted_object(at, within, end) ? STANDS_BESIDE : STANDS_AS_SUBJECT;
    if (is_met(at, within, name, LYH_OBJECT_CONTACT | LYH_OBJECT_TAKES))
        return STANDS_AS_PLACE;
    if (is_cleft(at, within, name) || is_inverted(at, within, name))
        return STANDS_AS_SUBJECT;
    for (size_t i = end; i <= end + ADVERBS && i < within.to; i++) {
        if (is_finite(at, i))
            return STANDS_AS_SUBJECT; /* "jag tycker att vårdcentralen aldrig har" */
        if (!(roles(at, i) & LYH_ROLE_NEGATES) && !(parts(at, i) & LYH_OBJECT_TRIES))
            break;
    }
    return STANDS_BESIDE;
}

/* The name of words @name to @end. */
static standing standing_of(const looking *at, stretch within, size_t name, size_t end)
{
    size_t first = name;
    while (first > within.from && parts(at, first - 1) & LYH_OBJECT_NEAR)
        first--;
    uint32_t before = first > within.from ? parts(at, first - 1) : 0;
    if (before & LYH_OBJECT_PLACE)
        return standing_of_place(at, within, first - 1);
    if (before & LYH_OBJECT_WITH)
        return standing_with(at, within, first - 1);
    if (before & LYH_OBJECT_COMPARES)
        return STANDS_BESIDE;
    if (before & LYH_OBJECT_BESIDE)
        return is_met(at, within, first, LYH_OBJECT_CONTACT | LYH_OBJECT_TAKES)
                   ? STANDS_AS_PLACE
                   : STANDS_BESIDE;
    return standing_as_subject(at, within, first, end);
}

/* The clearest standing of another in the stretch, and its name as @cue. */
static standing standing_in(const looking *at, stretch within, lyh_cue *cue)
{
    standing best = STANDS_NOT;
    for (size_t i = within.from; i < within.to; i++) {
        size_t count = lyh_objects_name_at(at->objects, at->clause, i);
        if (count == 0)
            continue;
        standing found = standing_of(at, within, i, i + count);
        if (found > best) {
            best = found;
            *cue = lyh_clause_tokens(at->clause, i, i + count);
        }
        i += count - 1;
    }
    return best;
}

static bool is_genitive(const looking *at, size_t word)
{
    size_t size;
    const char *spelling = lyh_vocabulary_spelling(at->clause->vocabulary,
                                                   at->clause->words[word].type, &size);
    return size > 0 && spelling[size - 1] == 's';
}

/* "handläggaren på Försäkringskassan", "Försäkringskassans handläggare": none of ours. */
static bool is_others_own(const looking *at, size_t word)
{
    if (word > 0 && parts(at, word - 1) & LYH_OBJECT_OTHER && is_genitive(at, word - 1))
        return true;
    if (!(parts(at, word + 1) & LYH_OBJECT_PLACE))
        return false;
    size_t name = word + 2;
    while (parts(at, name) & LYH_OBJECT_NEAR)
        name++;
    return lyh_objects_name_at(at->objects, at->clause, name) > 0;
}

static bool names_service(const looking *at, stretch within)
{
    for (size_t i = within.from; i < within.to; i++)
        if (parts(at, i) & LYH_OBJECT_SERVICE && !is_others_own(at, i))
            return true;
    return false;
}

/* ---- the clause before ---- */

/* Whom does där mean: the last that was named? */
static bool is_named_last(const looking *at, stretch within)
{
    for (size_t i = within.to; i > within.from; i--) {
        if (lyh_objects_name_at(at->objects, at->clause, i - 1) > 0)
            return true;
        if (parts(at, i - 1) & LYH_OBJECT_SERVICE)
            return false;
    }
    return false;
}

typedef enum going_on {
    GOES_NOT,
    GOES_BY_PRONOUN,       /* de, hon; no subject of its own; som */
    GOES_BY_PLACE,         /* där */
    GOES_AFTER_SUBORDINATE /* "när jag ringde dit fick jag" */
} going_on;

static going_on goes_on(const looking *at, stretch here, bool is_coupled,
                        bool is_after_subordinate)
{
    enum { SUBJECTS = LYH_OBJECT_ONESELF | LYH_OBJECT_THIRD };
    size_t first = past_openers(at, here);
    if (first >= here.to)
        return GOES_NOT;
    if (is_after_subordinate)
        return GOES_AFTER_SUBORDINATE;
    if (parts(at, first) & LYH_OBJECT_THERE)
        return GOES_BY_PLACE;
    if (parts(at, first) & LYH_OBJECT_THIRD || roles(at, here.from) & LYH_ROLE_RELATES)
        return GOES_BY_PRONOUN;
    bool has_no_subject = is_finite(at, first) && !(parts(at, first + 1) & SUBJECTS) &&
                          !(roles(at, first + 1) & LYH_ROLE_SUBJECT);
    return is_coupled && has_no_subject ? GOES_BY_PRONOUN : GOES_NOT;
}

/* What @within says of whom the words after it are about, which go on in the way @way. */
static standing told_before(const looking *at, stretch within, going_on way, lyh_cue *cue)
{
    if (way == GOES_BY_PLACE && is_named_last(at, within)) {
        (void)standing_in(at, within, cue);
        return STANDS_AS_PLACE;
    }
    if (names_service(at, within))
        return STANDS_BESIDE;
    standing found = standing_in(at, within, cue);
    if (way == GOES_AFTER_SUBORDINATE && found == STANDS_AS_SUBJECT)
        return STANDS_BESIDE; /* "när Försäkringskassan sa nej hjälpte de mig" */
    return found;
}

static bool is_third_first(const looking *at, const lyh_sentence *sentence)
{
    const lyh_token *tokens = lyh_tokens_all(at->clause->tokens);
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        uint32_t role = lyh_cues_roles(at->clause->cues, tokens[i].type);
        uint32_t part = lyh_objects_parts(at->objects, tokens[i].type);
        if (part & (LYH_OBJECT_THIRD | LYH_OBJECT_THERE))
            return true;
        if (!(role & (LYH_ROLE_OPENS | LYH_ROLE_COUPLES | LYH_ROLE_COMMA)) ||
            role & LYH_ROLE_LIMITS)
            return false;
    }
    return false;
}

static uint32_t parts_among(const looking *at, const lyh_sentence *sentence)
{
    const lyh_token *tokens = lyh_tokens_all(at->clause->tokens);
    uint32_t low =
        sentence->end - MIN(sentence->end - sentence->first, (uint32_t)LYH_CLAUSE_BEFORE);
    uint32_t all = 0;
    for (uint32_t i = low; i < sentence->end; i++)
        all |= lyh_objects_parts(at->objects, tokens[i].type);
    return all;
}

static bool is_told_in(const looking *at, const lyh_sentence *sentence, going_on way,
                       lyh_cue *cue)
{
    lyh_clause before;
    lyh_clause_read(&before, at->clause->cues, at->clause->vocabulary, at->clause->tokens,
                    sentence, sentence->end - 1, sentence->end);
    const looking back = { &before, at->objects };
    stretch whole = { 0, before.count };
    if (way == GOES_BY_PLACE && is_named_last(&back, whole))
        return standing_in(&back, whole, cue) != STANDS_NOT;
    if (names_service(&back, whole))
        return false;
    for (size_t end = before.count; end > 0;) {
        stretch part = stretch_of(&back, end - 1, end, end);
        standing found = standing_in(&back, part, cue);
        if (found != STANDS_NOT)
            return found != STANDS_BESIDE;
        end = MIN(part.from, end - 1);
    }
    return false;
}

/* "Jag var på Försäkringskassan. De lyssnade inte.": a few sentences back, each going on. */
static bool is_told_in_sentence_before(const looking *at, going_on way, lyh_cue *cue)
{
    enum { SENTENCES_BACK = 3 };
    const lyh_sentence *sentences = lyh_tokens_sentences(at->clause->tokens);
    const lyh_sentence *here = at->clause->sentence;
    if (!at->clause->is_whole_before)
        return false;
    for (int i = 0; i < SENTENCES_BACK && here > sentences; i++) {
        const lyh_sentence *before = here - 1;
        if (before->turn != here->turn || before->end == before->first)
            return false;
        uint32_t named = parts_among(at, before);
        if (named & (LYH_OBJECT_OTHER | LYH_OBJECT_BEGINS))
            return is_told_in(at, before, way, cue);
        if (named & LYH_OBJECT_SERVICE || !is_third_first(at, before))
            return false;
        here = before;
    }
    return false;
}

/* What stands between two stretches. */
typedef struct joint {
    size_t end;                           /* of the stretch before */
    bool is_coupled, is_limited, is_bare; /* bare: but for så and då */
} joint;

static joint joint_before(const looking *at, stretch here)
{
    joint found = { .end = here.from, .is_bare = true };
    for (size_t i = here.from; i < past_openers(at, here); i++)
        found.is_limited |= (roles(at, i) & LYH_ROLE_LIMITS) != 0;
    while (found.end > 0) {
        uint32_t role = roles(at, found.end - 1);
        bool is_mark = !lyh_clause_is_word(at->clause, found.end - 1);
        if (!is_mark && !(role & (LYH_ROLE_COUPLES | LYH_ROLE_LIMITS | LYH_ROLE_OPENS |
                                  LYH_ROLE_THEREFORE)))
            break;
        found.is_coupled |= (role & LYH_ROLE_COUPLES) != 0;
        found.is_limited |= (role & LYH_ROLE_LIMITS) != 0;
        found.is_bare &= (role & LYH_ROLE_THEREFORE) != 0;
        found.end--;
    }
    return found;
}

static bool is_told_before(const looking *at, stretch here, lyh_cue *cue)
{
    enum { STRETCHES_BACK = 3 };
    for (int i = 0; i < STRETCHES_BACK; i++) {
        joint to = joint_before(at, here);
        if (to.is_limited)
            return false;
        stretch before = { 0, 0 };
        if (to.end > 0)
            before = stretch_of(at, to.end - 1, to.end, to.end);
        bool is_after = to.is_bare &&
                        roles(at, before.from) & (LYH_ROLE_SUBORDINATES | LYH_ROLE_IF) &&
                        is_finite(at, here.from);
        going_on way = goes_on(at, here, to.is_coupled, is_after);
        if (way == GOES_NOT)
            return false;
        if (to.end == 0)
            return is_told_in_sentence_before(at, way, cue);
        standing found = told_before(at, before, way, cue);
        if (found != STANDS_NOT)
            return found != STANDS_BESIDE;
        here = before;
    }
    return false;
}

/* ---- oneself ---- */

/* "jag är", "vi försöker alltid vara", "då är jag", right before word @at. */
static bool is_actor_before(const looking *at, stretch within, size_t word, size_t *actor)
{
    enum { DEGREES = 4 };
    bool has_copula = false;
    size_t steps = 0;
    for (size_t i = word; i > within.from; i--) {
        uint32_t part = parts(at, i - 1);
        if (part & LYH_OBJECT_ACTOR) {
            bool is_inverted = i - 1 > within.from && parts(at, i - 2) & LYH_OBJECT_COPULA;
            *actor = i - 1;
            return has_copula || is_inverted;
        }
        if (part & LYH_OBJECT_COPULA)
            has_copula = true;
        else if (has_copula
                     ? !(part & LYH_OBJECT_TRIES)
                     : part & LYH_OBJECT_THIRD || is_finite(at, i - 1) || ++steps > DEGREES)
            return false;
    }
    return false;
}

/* "de säger att jag är otydlig" is told of them. */
static bool is_about_speaker(const looking *at, stretch within, lyh_cue *cue)
{
    const lyh_clause *clause = at->clause;
    size_t actor;
    if (roles(at, within.from) & LYH_ROLE_THAT)
        return false;
    for (size_t i = clause->first; i < clause->end; i++) {
        bool is_told =
            parts(at, i) & LYH_OBJECT_TRAIT && is_actor_before(at, within, i, &actor);
        if (!is_told && parts(at, i) & LYH_OBJECT_RESPECTS && i > within.from &&
            parts(at, i - 1) & LYH_OBJECT_ACTOR) {
            actor = i - 1;
            is_told = true;
        }
        if (is_told) {
            *cue = lyh_clause_tokens(clause, actor, actor + 1);
            return true;
        }
    }
    return false;
}

/* The mention names another itself: the rule asked for it, and knows of whom it speaks. */
static bool is_topic(const looking *at)
{
    for (size_t i = at->clause->first; i < at->clause->end; i++)
        if (lyh_objects_name_at(at->objects, at->clause, i) > 0)
            return true;
    return false;
}

bool lyh_clause_is_about_other(const lyh_clause *clause, lyh_objects *objects,
                               bool is_staff, lyh_cue *cue)
{
    const looking at = { clause, objects };
    stretch here = stretch_of(&at, clause->first, clause->end, clause->count);
    if (!is_staff && is_about_speaker(&at, here, cue))
        return true;
    if (names_service(&at, here) || is_topic(&at))
        return false;
    lyh_cue found = { 0, 0 };
    standing named = standing_in(&at, here, &found);
    bool is_other =
        named == STANDS_NOT ? is_told_before(&at, here, &found) : named != STANDS_BESIDE;
    if (is_other)
        *cue = found;
    return is_other;
}
