/**
 * What the files of `survey` share: the survey that is looked at, and what is asked of it.
 */
#ifndef LYHORD_CLI_SURVEY_H
#define LYHORD_CLI_SURVEY_H

#include <lyhord/study/survey.h>
#include <lyhord/survey/tables.h>

#include "cli.h"

typedef struct survey_work {
    lyh_cli *cli;
    lyh_study *study;         /* lent, as is the survey */
    const lyh_survey *survey; /* of the study; NULL without one */
    bool is_of_a_study; /* and not of loose files, which nobody hands over as a result */
    bool with_suggested;
    size_t only; /* the question asked for, or LYH_NONE */
    lyh_survey_view view;
    lyh_background background;
    const char **values; /* of the background; free() */
    GPtrArray *labels;   /* char *: of topics */
    lyh_topics *topics;  /* by question */
    size_t counted;      /* codings of answers that count */
} survey_work;

void survey_work_clear(survey_work *work);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(survey_work, survey_work_clear)

/** The study that the words of the command name, or loose files. NULL: call cli_finish(). */
lyh_study *survey_open(lyh_cli *cli, cli_inputs *inputs, const char *survey,
                       const char *questions);

/** Groups by @name: a question's in the order of its alternatives. */
lyh_background survey_background_of(const lyh_study *study, const char *name,
                                    const char *const *values);

/** Count the codes of answers in people's own words into work->view. False: said. */
bool survey_count_topics(survey_work *work);

/** Source, status and date of a table of @question, or of all (LYH_NONE). */
void survey_label(const survey_work *work, lyh_table *table, size_t question);

/** Write the table of tests: each question by the background. False: said, or it may not be written. */
bool survey_write_tests(survey_work *work);

/** Hold the figures of the text @path against the tables, and finish: EXIT_WARNINGS when one does not hold. */
int survey_check_text(survey_work *work, const char *path);

#endif
