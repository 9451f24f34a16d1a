/**
 * A coding: a code at a span of a respondent's words, with polarity, state, status, and its reason.
 */
#ifndef LYHORD_CODING_CODING_H
#define LYHORD_CODING_CODING_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/language/state.h>

typedef enum lyh_polarity { LYH_NEUTRAL, LYH_PLUS, LYH_MINUS } lyh_polarity;
typedef enum lyh_status {
    LYH_SUGGESTED,
    LYH_ACCEPTED,
    LYH_REJECTED,
    LYH_MANUAL
} lyh_status;
typedef enum lyh_mark { LYH_MARK_NONE, LYH_MARK_QUOTE, LYH_MARK_PROPOSAL } lyh_mark;

/** Fixed words of the CSV formats: "0" "+" "-"; "suggested" …; "" "quote" "proposal". */
const char *lyh_polarity_name(lyh_polarity polarity);
const char *lyh_status_name(lyh_status status);
const char *lyh_mark_name(lyh_mark mark);

/** Positions are bytes of the document's text; strings are lent by whoever made the coding. */
typedef struct lyh_coding {
    size_t turn;       /* of the document */
    size_t respondent; /* of the study, or LYH_NONE */
    size_t sentence;   /* of the document's tokens: the one where it begins */
    size_t start, end;
    size_t code; /* of the codebook */
    lyh_polarity polarity;
    lyh_state state;
    lyh_time time;
    size_t cue_start, cue_end; /* equal when nothing decided the state */
    lyh_status status;
    lyh_mark mark;
    const char *coder; /* "" for the machine */
    const char *rule;  /* the rule's text; "" for a person's coding */
} lyh_coding;

typedef struct lyh_codings lyh_codings;

lyh_codings *lyh_codings_new(void);
/** NULL is fine. */
void lyh_codings_free(lyh_codings *codings);
void lyh_codings_clear(lyh_codings *codings);
void lyh_codings_add(lyh_codings *codings, lyh_coding coding);
/** Add @count codings, one at least, whose contents the caller writes, all of them. Lent until more are added. */
lyh_coding *lyh_codings_add_blank(lyh_codings *codings, size_t count);
size_t lyh_codings_count(const lyh_codings *codings);
const lyh_coding *lyh_codings_at(const lyh_codings *codings, size_t index);
/** By start, then end (longer first), then code, then polarity. */
void lyh_codings_sort(lyh_codings *codings);

/**
 * A learned model's suggestions (lyhord/coding/learning.h) have this in the column coder, and what
 * begins so in the column rule: people may put their own name in the first.
 */
#define LYH_MODEL_CODER "modell"
#define LYH_MODEL_RULE LYH_MODEL_CODER ": "

/** Did a model propose it, whatever people then decided? */
bool lyh_coding_came_from_model(const lyh_coding *coding);

/**
 * Is it a model's suggestion that nobody has accepted or rejected? Such a one is counted nowhere, not
 * even among suggestions: those are what rules find.
 */
bool lyh_coding_is_of_model(const lyh_coding *coding);

/** Accepted or manual, or suggested too when @with_suggested: whatever its state. */
bool lyh_coding_is_taken(const lyh_coding *coding, bool with_suggested);

/** What is counted: stated or negated, and accepted or manual, or suggested too when @with_suggested. */
bool lyh_coding_counts(const lyh_coding *coding, bool with_suggested);

#endif
