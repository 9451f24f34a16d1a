/** A survey from two texts, for tests. */
#ifndef LYHORD_TESTS_SURVEY_ANSWERS_H
#define LYHORD_TESTS_SURVEY_ANSWERS_H

#include <string.h>

#include <glib.h>

#include <lyhord/survey/survey.h>

#include "../../src/base/autoptr.h"
#include "../../src/survey/autoptr.h"
#include "../../src/table/autoptr.h"

typedef struct read_survey {
    lyh_diags *diags;
    lyh_source *sources[2];
    lyh_csv *csvs[2];
    lyh_questions *questions;
    lyh_survey *survey;
} read_survey;

static inline lyh_csv *csv_of(read_survey *read, size_t index, const char *name,
                              const char *text)
{
    read->sources[index] =
        lyh_source_from_bytes(name, LYH_SOURCE_TABLE, text, strlen(text), read->diags);
    read->csvs[index] = lyh_csv_read(read->sources[index], read->diags);
    g_assert_nonnull(read->csvs[index]);
    return read->csvs[index];
}

/* questions or survey are NULL when there are errors; @answers may be NULL. */
static inline read_survey read_texts(const char *questions, const char *answers)
{
    read_survey read = { .diags = lyh_diags_new(NULL) };
    read.questions =
        lyh_questions_read(csv_of(&read, 0, "questions.csv", questions), read.diags);
    if (read.questions && answers)
        read.survey = lyh_survey_read(csv_of(&read, 1, "survey.csv", answers),
                                      read.questions, read.diags);
    return read;
}

static inline void read_survey_clear(read_survey *read)
{
    lyh_survey_free(read->survey);
    lyh_questions_free(read->questions);
    for (size_t i = 0; i < 2; i++) {
        lyh_csv_free(read->csvs[i]);
        lyh_source_free(read->sources[i]);
    }
    lyh_diags_free(read->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(read_survey, read_survey_clear)

/* The only diagnostic there is. */
static inline const lyh_diag *only_diag(const read_survey *read)
{
    g_assert_cmpuint(lyh_diags_count(read->diags), ==, 1);
    return lyh_diags_at(read->diags, 0);
}

#endif
