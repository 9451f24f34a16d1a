#include "doubtful_around.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "finders.h"

/* Weights above ENOUGH count, in steps up to STEPS. Of a thousand words ALL are told with what rules doubt, but by their
 * surroundings alone FEWEST at least, and no more than MORE beside: those that weigh most. */
enum { ENOUGH = -1, STEPS = 127, ALL = 11, FEWEST = 3, MORE = 2 };

/* The kinds of cues as people are told of them. */
typedef enum side { BEFORE, BEHIND, FORM, NEAR, SENTENCE, SIDES } side;

static side side_of(const char *cue)
{
    static const struct {
        const char *kind;
        side side;
    } sides[] = { { "pos", SENTENCE }, { "slen", SENTENCE }, { "g=", SENTENCE },
                  { "p", BEFORE },     { "docp", BEFORE },   { "n1", BEHIND },
                  { "n2", BEHIND },    { "near", NEAR },     { "win", NEAR } };
    for (size_t k = 0; k < G_N_ELEMENTS(sides); k++)
        if (g_str_has_prefix(cue, sides[k].kind))
            return sides[k].side;
    return FORM;
}

static void add_to_side(void *data, const char *cue, size_t size)
{
    int *weights = (int *)data;
    weights[side_of(cue)] += surroundings_weight_of(cue, size);
}

/* What weighs most. */
static const char *why_of(surroundings *around, size_t i)
{
    static const char *const whys[SIDES] = {
        N_("what stands before it stands before names, places and parts that few have"),
        N_("what stands behind it stands behind names, places and parts that few have"),
        N_("a word of a form that names, places and parts that few have are of"),
        N_("it stands near what was found, as names, places and parts that few have do"),
        N_("it stands in its sentence as names, places and parts that few have do")
    };
    int weights[SIDES] = { 0 };
    surroundings_cues(around, i, add_to_side, weights);
    side most = BEFORE;
    for (side k = BEFORE; k < SIDES; k++)
        if (weights[k] > weights[most])
            most = k;
    return whys[most];
}

/* The weight from which on no more than @most words are told. */
static int least_of(const guint *counts, guint most)
{
    int least = STEPS;
    for (guint told = 0; least > 0 && told + counts[least - 1] <= most; least--)
        told += counts[least - 1];
    return least;
}

/* The weight of each word above ENOUGH, at most STEPS; 0 where it is held or weighs less. */
static uint8_t *weigh(surroundings *around, const bool *is_taken, guint *counts)
{
    const words *list = around->list;
    uint8_t *weights = g_new0(uint8_t, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        if (!is_taken[i] && surroundings_may_tell(around, i)) {
            int weight = surroundings_weight(around, i) - ENOUGH;
            weights[i] = (uint8_t)CLAMP(weight, 0, STEPS);
            counts[weights[i]]++;
        }
    return weights;
}

void doubt_what_stands_around(surroundings *around, const bool *is_taken, size_t doubted,
                              GArray *findings)
{
    enum { THOUSAND = 1000 };
    const words *list = around->list;
    guint counts[STEPS + 1] = { 0 };
    g_autofree uint8_t *weights = weigh(around, is_taken, counts);
    size_t all = list->count * ALL / THOUSAND;
    size_t fewest = (list->count * FEWEST + THOUSAND - 1) / THOUSAND;
    size_t most =
        CLAMP(all - MIN(all, doubted), fewest, fewest + list->count * MORE / THOUSAND);
    int least = least_of(counts + 1, (guint)most) + 1;
    for (size_t i = 0, next; i < list->count; i = next) {
        next = i + 1;
        if (weights[i] < least)
            continue;
        while (next < list->count && list->items[next].gap <= GAP_SPACE &&
               weights[next] >= least)
            next++;
        add_finding(findings, list->items[i].start, list->items[next - 1].end,
                    LYH_FINDING_DOUBT, LYH_CONFIDENCE_LOW, why_of(around, i));
    }
}
