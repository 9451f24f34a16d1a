/**
 * The questions of a survey: questions.csv.
 *
 * Columns `fråga;text;typ;alternativ`, and where they are needed `sammanslagning;vet_ej;ej_svar;intervjufråga`.
 *
 * | column         | holds                                                                        |
 * |----------------|------------------------------------------------------------------------------|
 * | fråga          | a short name: "1", "F7", "3b"                                                |
 * | text           | the question as it was put                                                   |
 * | typ            | single, multiple, scale, number or text (en, flera, skala, tal, text)        |
 * | alternativ     | `Ja|Nej|Vet ej`; `1=Ja|2=Nej` where answers are codes; `1-10` for steps      |
 * | sammanslagning | a line or `|` each: `instämmer = Instämmer helt + Instämmer delvis`          |
 * | vet_ej         | alternatives that are no step of the scale: in the base, not in the median   |
 * | ej_svar        | what a cell says when nobody answered: `99|Vill ej svara`; empty always does |
 * | intervjufråga  | the number in guide.csv of the question that interviews have of the same     |
 */
#ifndef LYHORD_SURVEY_QUESTIONS_H
#define LYHORD_SURVEY_QUESTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/base/csv.h>

typedef enum lyh_question_type {
    LYH_QUESTION_SINGLE,   /* one alternative */
    LYH_QUESTION_MULTIPLE, /* one or several */
    LYH_QUESTION_SCALE,    /* one of alternatives in their order */
    LYH_QUESTION_NUMBER,
    LYH_QUESTION_TEXT /* in the person's own words */
} lyh_question_type;

/** "single", "multiple", "scale", "number", "text": fixed words of the formats. */
const char *lyh_question_type_name(lyh_question_type type);

/** Alternatives that one question may have. */
#define LYH_ALTERNATIVES_MAX 128

typedef struct lyh_alternative {
    const char *text;
    const char *value; /* the code that stands for it in cells, or "" */
    bool is_outside;   /* "Vet ej": no step of the scale */
} lyh_alternative;

/** Alternatives that are also counted as one. */
typedef struct lyh_pooling {
    const char *name;
    const char *
        rule; /* "Instämmer helt + Instämmer delvis", the alternatives as they are written */
    const bool *holds; /* by alternative */
} lyh_pooling;

/** Plain data, lent by the list. */
typedef struct lyh_question {
    const char *name, *text;
    lyh_question_type type;
    const lyh_alternative *alternatives;
    size_t alternative_count;
    const lyh_pooling *poolings;
    size_t pooling_count;
    const char *const *no_answer; /* folded, NULL-ended */
    const char *guide;            /* the number of a question of guide.csv, or "" */
    size_t row;                   /* of questions.csv, from 0 */
} lyh_question;

typedef struct lyh_questions lyh_questions;

/**
 * NULL when there are errors, all of them in @diags: a name missing or twice, an unknown type, no
 * or the same alternatives, a pooling of what is no alternative. Borrows nothing. Free with
 * lyh_questions_free().
 */
lyh_questions *lyh_questions_read(const lyh_csv *csv, lyh_diags *diags);
/** NULL is fine. */
void lyh_questions_free(lyh_questions *questions);

size_t lyh_questions_count(const lyh_questions *questions);
const lyh_question *lyh_questions_at(const lyh_questions *questions, size_t index);
/** The question called @name (case-folded, trimmed), or LYH_NONE. */
size_t lyh_questions_find(const lyh_questions *questions, const char *name);

/** How a cell names an alternative. */
typedef enum lyh_match {
    LYH_MATCH_NONE,
    LYH_MATCH_LOOSE, /* but for case and white space */
    LYH_MATCH_EXACT  /* as written, or its code */
} lyh_match;

/** Which alternative @size bytes of @text name; white space at the ends is nothing. */
lyh_match lyh_question_match(const lyh_question *question, const char *text, size_t size,
                             size_t *alternative);
/** The alternative most like @text, or LYH_NONE when none is like it at all: for a hint. */
size_t lyh_question_nearest(const lyh_question *question, const char *text, size_t size);

#endif
