/** What the files of a survey's plan share. Private to survey. */
#ifndef LYHORD_SURVEY_PLAN_PRIVATE_H
#define LYHORD_SURVEY_PLAN_PRIVATE_H

#include <glib.h>

#include <lyhord/disclosure/question.h>
#include <lyhord/survey/plan.h>

/* A background's values, and who has which. */
typedef struct plan_values {
    const lyh_background *background;
    GPtrArray *names; /* char *, lent */
    size_t *of;       /* by person of the survey */
} plan_values;

/* A question and what is released of it. Persons of the release are those who answered. */
typedef struct plan_question {
    const lyh_survey_plan *plan;
    const lyh_question *asked;
    size_t index;
    GArray *persons;   /* size_t: of the survey, by person of the release */
    size_t *person_of; /* the other way round; LYH_NONE for who did not answer */
    lyh_release *release;
    GArray *splits; /* lyh_release_split: those of the plan that the question is split by */
    size_t *split_of;      /* by split of the plan: index of these, or LYH_NONE */
    bool *hides_quartiles; /* by split of the plan */
} plan_question;

struct lyh_survey_plan {
    const lyh_survey *survey;
    const lyh_catalog *catalog;
    size_t threshold;
    lyh_survey_accepts accepts; /* or NULL */
    const void *user;
    GArray *given;        /* lyh_survey_split */
    GArray *splits;       /* lyh_release_split: the same by index of values */
    GPtrArray *values;    /* plan_values, a background each */
    GPtrArray *questions; /* plan_question */
};

/** The value of a person of the release by the background @values. */
size_t plan_value_of(const plan_question *question, size_t values, size_t person);

/** Hide the quartiles of a question of numbers where they could tell of a hidden group. */
void plan_hide_quartiles(plan_question *question);

#endif
