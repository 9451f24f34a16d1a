#include "logistic.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { ROUNDS = 8 };

logistic *logistic_new(const GArray *uses, guint fewest)
{
    logistic *of = g_new0(logistic, 1);
    of->count = uses->len;
    of->weights = g_new(double, of->count);
    of->squares = g_new(double, of->count);
    of->is_out = g_new(bool, of->count);
    for (guint i = 0; i < of->count; i++)
        of->is_out[i] = g_array_index(uses, guint, i) < fewest;
    return of;
}

/* e to @x: the limit's own form, with no library that rounds in its own way. */
static double power_of_e(double x)
{
    double power = 1 + CLAMP(x, -30.0, 30.0) / 4096;
    for (int i = 0; i < 12; i++)
        power *= power;
    return power;
}

static void learn_from(logistic *of, const example *one, double step)
{
    const double shrink = 0.1;
    double sum = of->bias;
    for (guint k = 0; k < one->count; k++)
        if (!of->is_out[one->cues[k]])
            sum += of->weights[one->cues[k]];
    double wrong = one->weight * (1 / (1 + power_of_e(-sum)) - one->is_identifier);
    of->bias_squares += wrong * wrong;
    of->bias -= step * wrong / sqrt(of->bias_squares);
    for (guint k = 0; k < one->count; k++) {
        guint cue = one->cues[k];
        if (of->is_out[cue])
            continue;
        double slope = wrong + shrink * of->weights[cue];
        of->squares[cue] += slope * slope;
        of->weights[cue] -= step * slope / sqrt(of->squares[cue]);
    }
}

/* A fixed order that looks like none (Numerical Recipes' quick generator). */
static void shuffle(guint *order, guint count, uint32_t *seed)
{
    for (guint i = count; i-- > 1;) {
        *seed = *seed * 1664525u + 1013904223u;
        guint other = (*seed >> 8) % (i + 1), kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
}

void logistic_learn(logistic *of, const GArray *examples)
{
    const double first_step = 0.15, slower = 0.3, first_square = 0.01;
    g_autofree guint *order = g_new(guint, examples->len + 1);
    uint32_t seed = 12345;
    for (guint i = 0; i < examples->len; i++)
        order[i] = i;
    for (guint i = 0; i < of->count; i++)
        of->weights[i] = 0, of->squares[i] = first_square;
    of->bias = -4, of->bias_squares = first_square;
    for (int round = 0; round < ROUNDS; round++) {
        shuffle(order, examples->len, &seed);
        for (guint i = 0; i < examples->len; i++)
            learn_from(of, &g_array_index(examples, example, order[i]),
                       first_step / (1 + slower * round));
    }
}

/* What is sorted by how much it says. */
typedef struct standing {
    guint cue;
    double says;
} standing;

static int by_what_it_says(const void *a, const void *b)
{
    const standing *one = a, *other = b;
    if (one->says != other->says)
        return one->says < other->says ? 1 : -1;
    return (one->cue > other->cue) - (one->cue < other->cue);
}

void logistic_keep(logistic *of, const GArray *uses, guint most)
{
    g_autofree standing *order = g_new(standing, of->count + 1);
    for (guint i = 0; i < of->count; i++)
        order[i] =
            (standing){ i, fabs(of->weights[i]) * sqrt(g_array_index(uses, guint, i)) };
    qsort(order, of->count, sizeof *order, by_what_it_says);
    for (guint i = most; i < of->count; i++)
        of->is_out[order[i].cue] = true;
}
