/** Which columns of survey.csv hold the answers to which question. Private to survey. */
#ifndef LYHORD_SURVEY_COLUMNS_H
#define LYHORD_SURVEY_COLUMNS_H

#include <glib.h>

#include <lyhord/survey/questions.h>

typedef struct question_columns {
    size_t whole; /* the column that holds the answer, or LYH_NONE */
    GArray
        *alternatives; /* size_t: a column an alternative, or LYH_NONE; empty without any */
} question_columns;

typedef struct survey_columns {
    size_t id;          /* or LYH_NONE */
    GArray *questions;  /* question_columns, as the questions */
    GArray *attributes; /* size_t: all other columns */
} survey_columns;

/** Find them. False when a question has no column, or two: said. Clear in either case. */
bool survey_columns_find(survey_columns *columns, const lyh_csv *csv,
                         const lyh_questions *questions, lyh_diags *diags);
void survey_columns_clear(survey_columns *columns);

/** A heading without a label after a tab or line end (of a .sav, of a form): its name. g_free(). */
char *survey_heading_name(const char *heading);

#endif
