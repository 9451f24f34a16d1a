/** What the files of a survey's answers share. Private to survey. */
#ifndef LYHORD_SURVEY_SURVEY_PRIVATE_H
#define LYHORD_SURVEY_SURVEY_PRIVATE_H

#include <glib.h>

#include <lyhord/survey/survey.h>

#include "columns.h"

/* One person's answer to one question. */
typedef struct answer {
    lyh_answer_state state;
    guint32
        choice; /* single, scale: the alternative; multiple: where its set begins in sets */
    gint64 number; /* number: in thousandths */
} answer;

struct lyh_survey {
    const lyh_csv *csv;
    const lyh_questions *questions;
    survey_columns columns;
    GPtrArray *ids;   /* char *, a person each */
    GPtrArray *names; /* char *, of the attributes */
    GArray *answers;  /* answer: persons × questions */
    GByteArray *sets; /* of multiple: a byte an alternative */
};

/** Lent. */
answer *survey_answer_at(const lyh_survey *survey, size_t person, size_t question);

/** Read every cell of every question; mistakes and what was tolerated go to @diags. */
void survey_read_answers(lyh_survey *survey, lyh_diags *diags);

#endif
