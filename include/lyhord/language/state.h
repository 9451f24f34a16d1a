/**
 * What a speaker does with what is said: states it, or denies it.
 *
 * The plain case of negation: inte, aldrig or ingen (inget, inga, ingenting, ej, icke) stands
 * before the mention in its clause, at most eight words away (after the clause
 * rules of NegEx). Pseudo-negations (inte bara, inte minst, inte sant?) deny nothing.
 */
#ifndef LYHORD_LANGUAGE_STATE_H
#define LYHORD_LANGUAGE_STATE_H

#include <stddef.h>

#include <lyhord/language/tokens.h>

typedef enum lyh_state {
    LYH_STATED,
    LYH_NEGATED,
    LYH_UNCLEAR, /* questions and conditionals */
    LYH_WISH,
    LYH_QUOTED
} lyh_state;

/** "stated", "negated", "unclear", "wish", "quoted": fixed words of the CSV formats. */
const char *lyh_state_name(lyh_state state);

/** What decided it: @first and @end are tokens, half-open; equal when nothing did. */
typedef struct lyh_cue {
    size_t first, end;
} lyh_cue;

typedef struct lyh_states lyh_states;

/** Cue words of the plain case as types of @vocabulary. Free with lyh_states_free(). */
lyh_states *lyh_states_new(lyh_vocabulary *vocabulary);
/** NULL is fine. */
void lyh_states_free(lyh_states *states);

/** The state of the mention that is tokens @first to @end (half-open, in one sentence). */
lyh_state lyh_states_of(const lyh_states *states, const lyh_tokens *tokens, size_t first,
                        size_t end, lyh_cue *cue);

#endif
