/**
 * What the files of `survey` share: the survey that is looked at, and what is asked of it.
 */
#ifndef LYHORD_CLI_SURVEY_H
#define LYHORD_CLI_SURVEY_H

#include <lyhord/study/survey_release.h>
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
    const lyh_survey_release *release; /* lent; what of the tables may be shown */
    GPtrArray *labels;                 /* char *: of topics */
    lyh_topics *topics;                /* by question */
    size_t counted;                    /* codings of answers that count */
} survey_work;

void survey_work_clear(survey_work *work);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(survey_work, survey_work_clear)

/** The study that the words of the command name, or loose files. NULL: call cli_finish(). */
lyh_study *survey_open(lyh_cli *cli, cli_inputs *inputs, const char *survey,
                       const char *questions);

/** Show tables by the split @index of those that the release was asked for. */
void survey_show_by(survey_work *work, size_t index);

/** Warn when the plan hides what was too large to be worked out. */
void survey_tell_unsure(const lyh_survey_release *release, lyh_cli *cli);

/** False, after a diagnostic, when so few have answered the survey that nothing is shown of them. */
bool survey_shows_anyone(lyh_cli *cli, const lyh_study *study);

/** Let the release out as a @kind: the ledger must allow it, and gets its row. False after a diagnostic. */
bool survey_let_out(const lyh_survey_release *release, lyh_cli *cli, const char *kind);

/** Count the codes of answers in people's own words into work->view. False: said. */
bool survey_count_topics(survey_work *work);

/** Source, status and date of a table of @question, or of all (LYH_NONE). */
void survey_label(const survey_work *work, lyh_table *table, size_t question);

/** Write the table of tests: each question by the background. False: said, or it may not be written. */
bool survey_write_tests(survey_work *work);

/** Hold the figures of the text @path against the tables, and finish: EXIT_WARNINGS when one does not hold. */
int survey_check_text(survey_work *work, const char *path);

#endif
