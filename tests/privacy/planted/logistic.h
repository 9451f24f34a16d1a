/**
 * Logistic regression over examples that have few of many cues (AdaGrad, Duchi, Hazan and Singer 2011, J. Mach. Learn.
 * Res. 12, 2121-2159; each weight shrinks). Arithmetic is plain and in a fixed order, so that the same examples give the
 * same bytes.
 */
#ifndef LYHORD_TESTS_PRIVACY_LOGISTIC_H
#define LYHORD_TESTS_PRIVACY_LOGISTIC_H

#include <stdbool.h>

#include <glib.h>

/* One word to learn from: its cues, by number from 0. */
typedef struct example {
    guint *cues;
    guint count;
    double weight; /* how much it says */
    bool is_identifier;
} example;

typedef struct logistic {
    guint count;     /* of cues */
    double *weights; /* of each cue */
    double *squares; /* of its slopes, summed */
    bool *is_out;    /* cues that are not asked */
    double bias, bias_squares;
} logistic;

/** @uses: guint of each cue, how many examples have it; of cues with fewer than @fewest none is asked. It is never freed. */
logistic *logistic_new(const GArray *uses, guint fewest);
/** Weights and bias, from nothing, by @examples (example). */
void logistic_learn(logistic *of, const GArray *examples);
/** The @most cues that weigh most in most examples stay, all others are out. */
void logistic_keep(logistic *of, const GArray *uses, guint most);

#endif
