/* Which table each kind of figure shows. */
#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/survey/scales.h>

#include "tally_tables.h"

typedef struct figure_kind {
    const char *name;
    lyh_table *(*make)(const figure_job *job);
    bool compares_groups, needs_log;
} figure_kind;

static lyh_table *make_counts(const figure_job *job)
{
    return job->code == LYH_NONE
               ? lyh_tally_persons_table(job->tally, &job->view, job->measure, true)
               : lyh_tally_code_table(job->tally, &job->view, job->code);
}

/* The square that `tally --table NAME` makes of everyone. */
static lyh_table *make_wide(const figure_job *job, const char *name)
{
    tables_job wide = {
        .cli = job->cli,
        .study = job->study,
        .tally = job->tally,
        .log = job->log,
        .view = job->view,
        .shape = "wide",
        .measure = LYH_MEASURE_ANY,
    };
    return tally_table_make(tally_table_find(job->cli, name), &wide);
}

static lyh_table *make_pairs(const figure_job *job)
{
    return make_wide(job, "cooccurrence");
}

static lyh_table *make_timeline(const figure_job *job)
{
    return make_wide(job, "timeline");
}

static lyh_table *make_typology(const figure_job *job)
{
    return make_wide(job, "typology");
}

static const figure_kind kinds[] = {
    { "matris", make_counts, true, false },
    { "personprickar", make_counts, false, false },
    { "prick", make_counts, true, false },
    { "samforekomst", make_pairs, false, true },
    { "stapel", make_counts, false, false },
    { "tidslinje", make_timeline, false, true },
    { "typologi", make_typology, false, true },
};

static const figure_kind *kind_called(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

lyh_table *figure_table(const figure_job *job, const char *kind)
{
    const figure_kind *found = kind_called(kind);
    g_assert(found && (!found->needs_log || job->log));
    return found->make(job);
}

bool figure_compares_groups(const char *kind)
{
    const figure_kind *found = kind_called(kind);
    return found && found->compares_groups;
}

bool figure_needs_log(const char *kind)
{
    const figure_kind *found = kind_called(kind);
    return found && found->needs_log;
}

lyh_table *figure_main_themes(const lyh_table *table)
{
    lyh_table *themes = lyh_table_new(lyh_table_name(table));
    for (size_t column = 0; column < lyh_table_column_count(table); column++)
        lyh_table_add_column(themes, lyh_table_column_name(table, column),
                             lyh_table_heading(table, column));
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        if (g_str_has_prefix(lyh_table_cell(table, row, 0)->text, FIGURE_BELOW))
            continue;
        size_t kept = lyh_table_add_row(themes);
        for (size_t column = 0; column < lyh_table_column_count(table); column++)
            lyh_table_set_cell(themes, kept, column, *lyh_table_cell(table, row, column));
    }
    for (int part = 0; part < LYH_TABLE_PART_COUNT; part++)
        lyh_table_set_part(themes, (lyh_table_part)part,
                           lyh_table_part_text(table, (lyh_table_part)part));
    return themes;
}

/* ---- a survey ---- */

/* The scale that most questions are on, told by its first question; LYH_NONE for none. */
static size_t commonest_scale(const lyh_survey *survey, size_t *questions)
{
    size_t best = LYH_NONE, most = 0, count;
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(survey)); i++) {
        lyh_survey_scale(survey, i, questions, &count);
        if (count > most) {
            most = count;
            best = i;
        }
    }
    return best;
}

void figure_scale(const survey_work *work, size_t question, size_t *questions,
                  size_t *count)
{
    size_t first =
        question == LYH_NONE ? commonest_scale(work->survey, questions) : question;
    *count = 0;
    if (first != LYH_NONE)
        lyh_survey_scale(work->survey, first, questions, count);
}

lyh_table *figure_scale_table(const survey_work *work, const size_t *questions,
                              size_t count)
{
    lyh_table *table = lyh_survey_scale_table(work->survey, questions, count, &work->view);
    survey_label(work, table, questions[0]);
    return table;
}
