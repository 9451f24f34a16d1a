/**
 * What a speaker does with what is said: states it, denies it, asks, wishes it, quotes another, says
 * it of somebody else than the service; and whether it is told of then or of now.
 *
 * Clause rules after NegEx for Swedish (Skeppstedt 2011) and ConText (Harkema et al. 2009),
 * widened for talk: cues before and behind the mention, what ends their reach, expressions that
 * look like cues and are none. Cue words are types, looked up once each.
 */
#ifndef LYHORD_LANGUAGE_STATE_H
#define LYHORD_LANGUAGE_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/lexicon.h>
#include <lyhord/language/objects.h>
#include <lyhord/language/tokens.h>

typedef enum lyh_state {
    LYH_STATED,
    LYH_NEGATED,
    LYH_UNCLEAR, /* questions, conditionals, "vet inte om"; praise that is too much */
    LYH_WISH,
    LYH_QUOTED, /* another's words */
    LYH_OTHER   /* of another authority, or of the speaker: not of the service */
} lyh_state;

/** "stated", "negated", "unclear", "wish", "quoted", "other": fixed words of the CSV formats. */
const char *lyh_state_name(lyh_state state);

typedef enum lyh_time { LYH_TIME_NONE, LYH_TIME_THEN, LYH_TIME_NOW } lyh_time;

/** "", "then", "now": fixed words of the CSV formats. */
const char *lyh_time_name(lyh_time time);

/** What decided it: @first and @end are tokens, half-open; equal when nothing did. */
typedef struct lyh_cue {
    size_t first, end;
} lyh_cue;

typedef struct lyh_stance {
    lyh_state state;
    lyh_cue cue;
    lyh_time time;
    lyh_cue time_cue;
} lyh_stance;

/** A mention: tokens @first to @end, half-open, in one sentence. */
typedef struct lyh_mention {
    size_t first, end;
    /* the word denies itself (LYH_KINSHIP_DENIED): "otrygg" as a mention of trygg */
    bool is_denied;
    /* words stand in it that nobody asked for, and a negation among them denies it: "tar sig
       inte tid" met by tar .. tid; else a negation in it is its own */
    bool is_loose;
    /* it praises or blames, so that it matters whom: LYH_OTHER is for these alone. A topic is
       brought up whoever it is told of, and a name in the mention itself is its topic */
    bool is_judged;
    bool is_praise;   /* it praises, and "lite väl trevlig" does not: unclear */
    bool is_staff;    /* the speaker is of the service: "jag är tydlig" is said of it */
    bool is_timeless; /* nobody asks when: LYH_TIME_NONE, for less work */
} lyh_mention;

typedef struct lyh_states lyh_states;

/**
 * Cues as types of @vocabulary, which is borrowed. One thread's, as the vocabulary is:
 * lyh_states_of() reads into room that it keeps. Free with lyh_states_free().
 */
lyh_states *lyh_states_new(lyh_vocabulary *vocabulary);
/** NULL is fine. */
void lyh_states_free(lyh_states *states);

/** Is @type a negation: inte, ingen, aldrig? */
bool lyh_states_denies(const lyh_states *states, uint32_t type);

/**
 * How @mention stands in its sentence; its turn is looked at where the sentence alone cannot tell.
 * @objects (of the same vocabulary) tells whom it is about; NULL: always the service.
 */
lyh_stance lyh_states_of(const lyh_states *states, lyh_objects *objects,
                         const lyh_tokens *tokens, const lyh_mention *mention);

#endif
