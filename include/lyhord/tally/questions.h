/**
 * What was said in answer to which question; and whether people were asked about a theme, or brought it up themselves.
 *
 * A question asks about the codes that guide.csv names as its theme, and about the codes below
 * them. Somebody who was not asked cannot have failed to answer: the base of a question is the
 * persons who got it.
 */
#ifndef LYHORD_TALLY_QUESTIONS_H
#define LYHORD_TALLY_QUESTIONS_H

#include <lyhord/tally/tally.h>

/** A question of the guide; all lent. */
typedef struct lyh_tally_question {
    const char *number, *text;
    const size_t *codes; /* that it asks about */
    size_t code_count;
} lyh_tally_question;

/** The guide, in the order of its rows, and what was said in answer to it; all lent. */
typedef struct lyh_tally_guide {
    const lyh_statement_log *log; /* of the same tally */
    const lyh_tally_question *questions;
    size_t count;
    const lyh_tally_plan *beside; /* what is shown of groups beside, or NULL for nothing */
} lyh_tally_guide;

/** Does @question ask about @code: name it, or a code above it? What is said in answer to it is asked-about. */
bool lyh_tally_question_asks(const lyh_tally *tally, const lyh_tally_question *question,
                             size_t code);
/** The same, or about a code below it: whoever answers such a question speaks of @code too. */
bool lyh_tally_question_concerns(const lyh_tally *tally, const lyh_tally_question *question,
                                 size_t code);
/** Was @respondent asked about @code: did they get a question that concerns it? */
bool lyh_tally_was_asked(const lyh_tally *tally, const lyh_tally_guide *guide,
                         size_t respondent, size_t code);
/** Does lyh_tally_asked_table() hide the figures of @code? */
bool lyh_tally_asked_hides(const lyh_tally *tally, const lyh_tally_view *view,
                           const lyh_tally_guide *guide, size_t code);
/** Does lyh_tally_questions_table() hide the figure of @code at @question? */
bool lyh_tally_questions_hides(lyh_tally *tally, const lyh_tally_view *view,
                               const lyh_tally_guide *guide, size_t question, size_t code);

/**
 * question;text;code;asked;persons: of every question (written out in its first row) the codes
 * that somebody brought up in answer to it and those it asks about, most persons first; "asked
 * about" or "unasked"; and how many of those who got the question. A question found in no
 * transcript has one row, with –; one that fewer than the threshold got has one with `..`.
 *
 * Where between one person and the threshold did not get a question, they are a small group, and a count that would
 * tell how many of them took a code up elsewhere (from the total that other tables print) is hidden. So is one that,
 * beside what is shown of groups, would tell of a hidden group: guides may differ by town.
 */
lyh_table *lyh_tally_questions_table(lyh_tally *tally, const lyh_tally_view *view,
                                     const lyh_tally_guide *guide);

/**
 * code;asked;in_answer;elsewhere_too;only_elsewhere;place_unknown: of every code that a question asks
 * about, persons who got such a question; of them, those who brought it up in answer to it; those of these who came
 * back to it in answer to something else; those who brought it up only there; and those who brought it up
 * only where it is not known what they answered. – when nobody got a question about it. With a small group
 * that was not asked, the last two are hidden; and all four where those who were asked, less what is shown of groups,
 * would tell of a hidden group.
 */
lyh_table *lyh_tally_asked_table(lyh_tally *tally, const lyh_tally_view *view,
                                 const lyh_tally_guide *guide);

#endif
