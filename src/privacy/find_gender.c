#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* How many sentences a relative stays in mind, counted from where hon or han last was they. */
enum { REMEMBERED = 3, NEVER = UINT32_MAX };

/* Where somebody was last spoken of, in sentences. */
typedef struct mentions {
    uint32_t relative[2]; /* a woman, a man */
    uint32_t staff;
    uint32_t hen; /* the sentence of the last hen, or of the next one */
    bool is_rule; /* hen is written at least half as often as hon and han together */
} mentions;

enum { SHE, HE, NOBODY };

/* hon or han, henne or honom, hennes or hans; Hans may be a name. */
static int pronoun_at(const words *list, size_t i)
{
    static const char *const pronouns[2][3] = { { "hon", "henne", "hennes" },
                                                { "han", "honom", "hans" } };
    const word *at = &list->items[i];
    size_t size = at->end - at->start;
    if (size < 3 || size > 6 || (list->text[at->start] | 0x20) != 'h')
        return NOBODY;
    for (int who = SHE; who <= HE; who++)
        for (size_t k = 0; k < 3; k++)
            if (word_is(list, i, pronouns[who][k]) && !(at->is_capital && k == 2))
                return who;
    return NOBODY;
}

/* "han eller hon", "hans eller hennes": nobody in particular. */
static bool is_either(const words *list, size_t i)
{
    static const char *const joints[] = { "eller", "och" };
    for (size_t k = 0; k < G_N_ELEMENTS(joints); k++) {
        bool is_first = i + 2 < list->count && word_is(list, i + 1, joints[k]) &&
                        pronoun_at(list, i + 2) != NOBODY;
        bool is_second =
            i >= 2 && word_is(list, i - 1, joints[k]) && pronoun_at(list, i - 2) != NOBODY;
        if (is_first || is_second)
            return true;
    }
    return list->text[list->items[i].end] == '/' ||
           (list->items[i].start > 0 && list->text[list->items[i].start - 1] == '/');
}

static bool is_hen(const words *list, size_t i)
{
    return word_size(list, i) <= 4 && (word_is(list, i, "hen") || word_is(list, i, "hens"));
}

/* "hon … hen då, som vi säger": who corrects themselves does it within a few words. */
static bool is_hen_soon(const words *list, size_t i)
{
    if (pronoun_at(list, i) == NOBODY)
        return false;
    for (size_t k = i + 1; k < list->count && k <= i + 8; k++)
        if (is_hen(list, k))
            return true;
    return false;
}

static bool is_recent(uint32_t mention, uint32_t now)
{
    return mention != NEVER && now - mention <= REMEMBERED;
}

static void mention(mentions *known, const word *at)
{
    if (at->classes & CUE_FEMALE)
        known->relative[SHE] = at->sentence;
    if (at->classes & CUE_MALE)
        known->relative[HE] = at->sentence;
    if (at->classes & CUE_STAFF)
        known->staff = at->sentence;
    /* whoever was meant before, hon is now more likely somebody of the service */
    if ((at->classes & (CUE_STAFF | CUE_FEMALE | CUE_MALE)) == CUE_STAFF)
        known->relative[SHE] = known->relative[HE] = NEVER;
}

static void judge(const words *list, size_t i, int who, mentions *known, GArray *findings)
{
    const word *at = &list->items[i];
    if (is_recent(known->relative[who], at->sentence)) {
        known->relative[who] = at->sentence;
        return;
    }
    bool is_staff = is_recent(known->staff, at->sentence);
    if (!is_staff && !known->is_rule && !is_recent(known->hen, at->sentence))
        return;
    add_finding(findings, at->start, at->end, LYH_FINDING_GENDER,
                is_staff ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW,
                N_("the text writes hen, and no relative is spoken of"));
}

/* A narrative of a man has one hen and many han; where hen is the rule a hon is a slip. */
static bool is_rule(const words *list)
{
    size_t hens = 0, others = 0;
    for (size_t i = 0; i < list->count; i++) {
        hens += is_hen(list, i);
        others += pronoun_at(list, i) != NOBODY;
    }
    return hens * 2 >= others;
}

void find_gender(const words *list, GArray *findings)
{
    mentions known = { { NEVER, NEVER }, NEVER, NEVER, is_rule(list) };
    for (size_t i = 0; i < list->count; i++) {
        if (is_hen(list, i) || is_hen_soon(list, i))
            known.hen = list->items[i].sentence;
        int who = pronoun_at(list, i);
        if (who == NOBODY)
            mention(&known, &list->items[i]);
        else if (!is_either(list, i))
            judge(list, i, who, &known, findings);
    }
}
