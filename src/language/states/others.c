#include "standings.h"

#include <glib.h>

/*
 * Another authority, or the speaker, instead of the service. Only clear signs count: what is taken
 * for another's is lost to the service. The clause of the mention decides; where it names nobody
 * and goes on with a pronoun (de, hon, där), the one before it does.
 */

static uint32_t roles(const lyh_looking *at, size_t word)
{
    return lyh_clause_roles(at->clause, word);
}

/* ---- the clause before ---- */

/* Is another the last that was named, as a place? That is where där is. */
static bool is_named_last(const lyh_looking *at, lyh_stretch within)
{
    enum { PLACES = LYH_OBJECT_PLACE | LYH_OBJECT_TO };
    lyh_cue unused;
    for (size_t i = within.to; i > within.from; i--) {
        if (lyh_looking_parts(at, i - 1) & LYH_OBJECT_SERVICE)
            return false;
        if (lyh_objects_name_at(at->objects, at->clause, i - 1) == 0)
            continue;
        uint32_t before = i - 1 > within.from ? lyh_looking_parts(at, i - 2) : 0;
        if (before & PLACES)
            return !(before & LYH_OBJECT_FROM);
        return lyh_looking_standing(at, within, &unused) >= LYH_STANDS_AS_PLACE;
    }
    return false;
}

typedef enum going_on {
    GOES_NOT,
    GOES_BY_PRONOUN,       /* de, hon; som */
    GOES_WITHOUT,          /* "och fick": no subject of its own */
    GOES_BY_PLACE,         /* där */
    GOES_AFTER_SUBORDINATE /* "när jag ringde dit fick jag" */
} going_on;

static going_on goes_on(const lyh_looking *at, lyh_stretch here, bool is_coupled,
                        bool is_after_subordinate)
{
    enum { APART = LYH_ROLE_SUBORDINATES | LYH_ROLE_IF | LYH_ROLE_ASKS };
    size_t first = lyh_looking_past_openers(at, here);
    if (first >= here.to || roles(at, here.from) & APART)
        return GOES_NOT;
    if (is_after_subordinate)
        return GOES_AFTER_SUBORDINATE;
    if (lyh_looking_parts(at, first) & LYH_OBJECT_THERE)
        return GOES_BY_PLACE;
    if (lyh_looking_parts(at, first) & LYH_OBJECT_THIRD ||
        roles(at, here.from) & LYH_ROLE_RELATES)
        return GOES_BY_PRONOUN;
    bool has_no_subject = lyh_looking_is_finite(at, first) &&
                          !(lyh_looking_parts(at, first + 1) & LYH_OBJECT_SUBJECT) &&
                          !(roles(at, first + 1) & LYH_ROLE_SUBJECT);
    return is_coupled && has_no_subject ? GOES_WITHOUT : GOES_NOT;
}

/* What another must be before, so that words that go on in the way @way are of it. */
static bool is_enough(lyh_standing found, going_on way)
{
    switch (way) {
    case GOES_BY_PLACE:
    case GOES_BY_PRONOUN:
        return found >= LYH_STANDS_AS_PLACE;
    case GOES_WITHOUT: /* "jag låg på sjukhus och fick inget svar": by whom? */
        return found >= LYH_STANDS_AS_MET;
    case GOES_AFTER_SUBORDINATE: /* "när Försäkringskassan sa nej hjälpte de mig": who? */
        return found == LYH_STANDS_AS_MET;
    default:
        return false;
    }
}

/* "vårdcentralen skickade mig till dem, och de": somebody else than the name may be meant. */
static bool names_them(const lyh_looking *at, lyh_stretch within)
{
    for (size_t i = within.from; i < within.to; i++)
        if (lyh_looking_parts(at, i) & LYH_OBJECT_THEM ||
            (i > within.from && lyh_looking_parts(at, i) & LYH_OBJECT_THIRD &&
             lyh_looking_parts(at, i - 1) & LYH_OBJECT_PREPOSITION))
            return true;
    return false;
}

/* Does @within name anybody that words which go on in the way @way may be of instead? */
static bool names_who_else(const lyh_looking *at, lyh_stretch within, going_on way)
{
    return lyh_looking_names_service(at, within) ||
           (way == GOES_BY_PRONOUN && names_them(at, within));
}

/* What @within says of whom the words after it are about, which go on in the way @way. */
static lyh_standing told_before(const lyh_looking *at, lyh_stretch within, going_on way,
                                lyh_cue *cue)
{
    if (way == GOES_BY_PLACE && is_named_last(at, within)) {
        (void)lyh_looking_standing(at, within, cue);
        return LYH_STANDS_AS_PLACE;
    }
    if (names_who_else(at, within, way))
        return LYH_STANDS_BESIDE;
    lyh_standing found = lyh_looking_standing(at, within, cue);
    return found == LYH_STANDS_NOT || is_enough(found, way) ? found : LYH_STANDS_BESIDE;
}

static bool is_third_first(const lyh_looking *at, const lyh_sentence *sentence)
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

static uint32_t parts_among(const lyh_looking *at, const lyh_sentence *sentence)
{
    const lyh_token *tokens = lyh_tokens_all(at->clause->tokens);
    uint32_t low =
        sentence->end - MIN(sentence->end - sentence->first, (uint32_t)LYH_CLAUSE_BEFORE);
    uint32_t all = 0;
    for (uint32_t i = low; i < sentence->end; i++)
        all |= lyh_objects_parts(at->objects, tokens[i].type);
    return all;
}

static bool is_told_in(const lyh_looking *at, const lyh_sentence *sentence, going_on way,
                       lyh_cue *cue)
{
    lyh_clause before;
    lyh_clause_read(&before, at->clause->cues, at->clause->vocabulary, at->clause->tokens,
                    sentence, sentence->end - 1, sentence->end, true);
    const lyh_looking back = { &before, at->objects };
    lyh_stretch whole = { 0, before.count };
    if (way == GOES_BY_PLACE && is_named_last(&back, whole))
        return lyh_looking_standing(&back, whole, cue) != LYH_STANDS_NOT;
    if (names_who_else(&back, whole, way))
        return false;
    for (size_t end = before.count; end > 0;) {
        lyh_stretch part = lyh_looking_stretch(&back, end - 1, end, end);
        lyh_standing found = lyh_looking_standing(&back, part, cue);
        if (found != LYH_STANDS_NOT)
            return is_enough(found, way);
        end = MIN(part.from, end - 1);
    }
    return false;
}

/* "Jag var på Försäkringskassan. De lyssnade inte.": a few sentences back, each going on. */
static bool is_told_in_sentence_before(const lyh_looking *at, going_on way, lyh_cue *cue)
{
    enum { SENTENCES_BACK = 2 };
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

static joint joint_before(const lyh_looking *at, lyh_stretch here)
{
    joint found = { .end = here.from, .is_bare = true };
    for (size_t i = here.from; i < lyh_looking_past_openers(at, here); i++)
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

static bool is_told_before(const lyh_looking *at, lyh_stretch here, lyh_cue *cue)
{
    enum { STRETCHES_BACK = 3 };
    for (int i = 0; i < STRETCHES_BACK; i++) {
        joint to = joint_before(at, here);
        if (to.is_limited)
            return false;
        lyh_stretch before = { 0, 0 };
        if (to.end > 0)
            before = lyh_looking_stretch(at, to.end - 1, to.end, to.end);
        bool is_after = to.is_bare &&
                        roles(at, before.from) & (LYH_ROLE_SUBORDINATES | LYH_ROLE_IF) &&
                        lyh_looking_is_finite(at, here.from);
        going_on way = goes_on(at, here, to.is_coupled, is_after);
        if (way == GOES_NOT)
            return false;
        if (to.end == 0)
            return is_told_in_sentence_before(at, way, cue);
        lyh_standing found = told_before(at, before, way, cue);
        if (found != LYH_STANDS_NOT)
            return found != LYH_STANDS_BESIDE;
        here = before;
    }
    return false;
}

/* ---- oneself ---- */

/* "jag är", "vi försöker alltid vara", "då är jag", right before word @at. */
static bool is_actor_before(const lyh_looking *at, lyh_stretch within, size_t word,
                            size_t *actor)
{
    enum { DEGREES = 4 };
    bool has_copula = false;
    size_t steps = 0;
    for (size_t i = word; i > within.from; i--) {
        uint32_t part = lyh_looking_parts(at, i - 1);
        if (part & LYH_OBJECT_ACTOR) {
            bool is_inverted =
                i - 1 > within.from && lyh_looking_parts(at, i - 2) & LYH_OBJECT_COPULA;
            *actor = i - 1;
            return has_copula || is_inverted;
        }
        if (part & LYH_OBJECT_COPULA)
            has_copula = true;
        else if (has_copula ? !(part & LYH_OBJECT_TRIES)
                            : part & LYH_OBJECT_THIRD || lyh_looking_is_finite(at, i - 1) ||
                                  ++steps > DEGREES)
            return false;
    }
    return false;
}

/* "de säger att jag är otydlig" is told of them. */
static bool is_about_speaker(const lyh_looking *at, lyh_stretch within, lyh_cue *cue)
{
    const lyh_clause *clause = at->clause;
    size_t actor;
    if (roles(at, within.from) & LYH_ROLE_THAT)
        return false;
    for (size_t i = clause->first; i < clause->end; i++) {
        bool is_told = lyh_looking_parts(at, i) & LYH_OBJECT_TRAIT &&
                       is_actor_before(at, within, i, &actor);
        if (!is_told && lyh_looking_parts(at, i) & LYH_OBJECT_RESPECTS && i > within.from &&
            lyh_looking_parts(at, i - 1) & LYH_OBJECT_ACTOR) {
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
static bool is_topic(const lyh_looking *at)
{
    for (size_t i = at->clause->first; i < at->clause->end; i++)
        if (lyh_objects_name_at(at->objects, at->clause, i) > 0)
            return true;
    return false;
}

bool lyh_clause_is_about_other(const lyh_clause *clause, lyh_objects *objects,
                               bool is_staff, lyh_cue *cue)
{
    const lyh_looking at = { clause, objects };
    lyh_stretch here = lyh_looking_stretch(&at, clause->first, clause->end, clause->count);
    if (!is_staff && is_about_speaker(&at, here, cue))
        return true;
    if (lyh_looking_names_service(&at, here) || is_topic(&at))
        return false;
    lyh_cue found = { 0, 0 };
    lyh_standing named = lyh_looking_standing(&at, here, &found);
    bool is_other = named == LYH_STANDS_NOT ? is_told_before(&at, here, &found)
                                            : named != LYH_STANDS_BESIDE;
    if (is_other)
        *cue = found;
    return is_other;
}
