/* Figures that compare: groups with one another, questions on one scale, themes the same persons took up. */
#include "../chart/autoptr.h"
#include "../table/autoptr.h"
#include "compose.h"
#include "survey.h"

#include <lyhord/tally/cooccurrence.h>

#define LEAST_PAIRED 3 /* themes: of two there is one pair, and a sentence tells it */
#define MOST_PAIRED 12 /* themes: the table of their pairs is two pages */

static lyh_display *if_it_fits(lyh_display *figure)
{
    if (figure && lyh_display_height(figure) <= COMPOSE_MOST_TALL)
        return figure;
    lyh_display_free(figure);
    return NULL;
}

bool compose_figure_that_fits(lyh_report *report, lyh_display *figure)
{
    lyh_display *fitting = if_it_fits(figure);
    if (fitting)
        lyh_report_figure(report, fitting);
    return fitting != NULL;
}

/* The kinds that compare groups, the one that shows most of a difference first. */
static lyh_display *figure_of_groups(const figure_job *job, const lyh_table *table)
{
    static const char *const kinds[] = { "prick", "matris" };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *finding = figure_finding(job, kinds[i], table);
        lyh_display *figure =
            if_it_fits(figure_of(job->cli, job->study, kinds[i], table, finding));
        if (figure)
            return figure;
    }
    return NULL;
}

void compose_group_figure(const report_material *material, const lyh_tally_view *view,
                          const lyh_table *table, lyh_report *report)
{
    figure_job job = { .cli = material->cli,
                       .study = material->study,
                       .tally = material->tally,
                       .view = *view,
                       .measure = LYH_MEASURE_ANY,
                       .code = LYH_NONE };
    lyh_display *figure = figure_of_groups(&job, table);
    if (!figure) {
        g_autoptr(lyh_table) main_themes = figure_main_themes(table);
        job.is_of_main_themes = true;
        figure = figure_of_groups(&job, main_themes);
    }
    if (figure)
        lyh_report_figure(report, figure);
}

/* ---- pairs ---- */

static size_t persons_of_both(const report_material *material, size_t one, size_t other)
{
    size_t persons = 0;
    const lyh_respondents *respondents = lyh_study_respondents(material->study);
    for (size_t i = 0; i < lyh_respondents_count(respondents); i++)
        persons += lyh_tally_said(material->tally, i, one, LYH_MEASURE_ANY) &&
                   lyh_tally_said(material->tally, i, other, LYH_MEASURE_ANY);
    return persons;
}

/* Where nearly everybody took up nearly everything, pairs tell that and nothing else. */
static bool has_pairs(const report_material *material)
{
    g_autoptr(GArray) codes = codes_by(material, LYH_MEASURE_ANY);
    size_t themes = lyh_tally_cooccurring(material->tally, &material->everyone);
    size_t base = lyh_tally_base(material->tally), of_most = 0, pairs = 0;
    if (themes < LEAST_PAIRED || themes > MOST_PAIRED)
        return false;
    for (guint i = 0; i < themes; i++) {
        for (guint k = 0; k < i; k++) {
            size_t both = persons_of_both(material, g_array_index(codes, size_t, i),
                                          g_array_index(codes, size_t, k));
            of_most += both * 4 >= base * 3;
            pairs++;
        }
    }
    return of_most * 2 < pairs;
}

/* Persons are what the figure shows; places where words overlap are for who analyses. */
static lyh_table *pairs_on_paper(const figure_job *job, const lyh_table *square)
{
    enum { COLUMNS = 3, NOTES = 2 };
    g_autoptr(lyh_table) all = lyh_tally_cooccurrence(job->tally, &job->view, job->log);
    lyh_table *paper = lyh_table_new(lyh_table_name(all));
    for (size_t column = 0; column < COLUMNS; column++)
        lyh_table_add_column(paper, lyh_table_column_name(all, column),
                             lyh_table_heading(all, column));
    for (size_t row = 0; row < lyh_table_row_count(all); row++) {
        lyh_table_add_row(paper);
        for (size_t column = 0; column < COLUMNS; column++)
            lyh_table_set_cell(paper, row, column, *lyh_table_cell(all, row, column));
    }
    for (int part = LYH_TABLE_TITLE; part < LYH_TABLE_PART_COUNT; part++)
        lyh_table_set_part(paper, (lyh_table_part)part,
                           lyh_table_part_text(square, (lyh_table_part)part));
    for (size_t i = 0; i < NOTES; i++)
        lyh_table_add_note(paper, lyh_table_note(all, i));
    return paper;
}

figure_job compose_job_of_everyone(const report_material *material)
{
    return (figure_job){ .cli = material->cli,
                         .study = material->study,
                         .tally = material->tally,
                         .log = material->log,
                         .view = material->everyone,
                         .measure = LYH_MEASURE_ANY,
                         .code = LYH_NONE };
}

void compose_pairs(const report_material *material, lyh_report *report)
{
    const figure_job job = compose_job_of_everyone(material);
    g_autoptr(lyh_table) square =
        has_pairs(material) ? figure_table(&job, "samforekomst") : NULL;
    if (!square)
        return;
    lyh_study_label(material->study, square, material->counts, material->with_suggested);
    g_autofree char *finding = figure_finding(&job, "samforekomst", square);
    lyh_display *figure = if_it_fits(
        figure_of(material->cli, material->study, "samforekomst", square, finding));
    if (!figure)
        return;
    lyh_report_page(report);
    lyh_report_heading(report, 2, lyh_table_part_text(square, LYH_TABLE_TITLE));
    lyh_report_figure(report, figure);
    lyh_report_table(report, pairs_on_paper(&job, square));
}

/* ---- a survey ---- */

static bool has_percent(const lyh_table *scale)
{
    for (size_t row = 0; row < lyh_table_row_count(scale); row++)
        if (lyh_table_cell(scale, row, 1)->kind == LYH_CELL_OF &&
            lyh_table_cell(scale, row, 2)->kind != LYH_CELL_PERCENT)
            return false;
    return true;
}

static const char *name_of(const survey_work *work, size_t question)
{
    return lyh_questions_at(lyh_survey_questions(work->survey), question)->name;
}

/* Of each answer per cent, or else numbers; then how many answered. What was asked stands in the figure. */
static lyh_table *scale_on_paper(const survey_work *work, const size_t *questions,
                                 const lyh_table *scale)
{
    lyh_table *paper = lyh_table_new("scale");
    size_t columns = lyh_table_column_count(scale), shift = has_percent(scale) ? 1 : 0;
    lyh_table_add_column(paper, "question", lyh_table_heading(scale, 0));
    for (size_t column = 1; column < columns; column += 2)
        lyh_table_add_column(paper, lyh_table_column_name(scale, column),
                             lyh_table_heading(scale, column));
    lyh_table_add_column(paper, "base", "n");
    for (size_t row = 0; row < lyh_table_row_count(scale); row++) {
        const lyh_cell *first = lyh_table_cell(scale, row, 1);
        lyh_table_add_row(paper);
        lyh_table_set_cell(paper, row, 0, lyh_cell_text(name_of(work, questions[row])));
        for (size_t column = 1; column < columns; column += 2)
            lyh_table_set_cell(paper, row, (column + 1) / 2,
                               *lyh_table_cell(scale, row, column + shift));
        lyh_table_set_cell(paper, row, (columns + 1) / 2,
                           first->kind == LYH_CELL_OF ? lyh_cell_count((size_t)first->base)
                                                      : lyh_cell_hidden());
    }
    lyh_table_set_part(paper, LYH_TABLE_TITLE,
                       lyh_tr(work->cli->catalog, "Questions answered on the same scale"));
    lyh_table_set_part(paper, LYH_TABLE_BASE, lyh_table_part_text(scale, LYH_TABLE_BASE));
    lyh_table_set_part(paper, LYH_TABLE_UNIT, lyh_table_part_text(scale, LYH_TABLE_UNIT));
    survey_label(work, paper, questions[0]);
    return paper;
}

/* Where several questions are on one scale, they are seen together before each has its own table. */
void compose_scale_figure(const survey_work *work, size_t question, lyh_report *report)
{
    size_t count;
    g_autofree size_t *questions =
        g_new0(size_t, lyh_questions_count(lyh_survey_questions(work->survey)) + 1);
    figure_scale(work, question, questions, &count);
    if (count < 2 || questions[0] != question)
        return;
    g_autoptr(lyh_table) scale = figure_scale_table(work, questions, count);
    g_autofree char *finding = figure_scale_finding(work, questions, count);
    g_autofree char *note = figure_scale_note(work, questions, count);
    lyh_display *figure =
        if_it_fits(figure_of(work->cli, work->study, "likert", scale, finding));
    if (!figure)
        return;
    lyh_table *table = scale_on_paper(work, questions, scale);
    if (note)
        lyh_table_add_note(table, note);
    lyh_report_heading(report, 2,
                       lyh_tr(work->cli->catalog, "Questions answered on the same scale"));
    lyh_report_figure(report, figure);
    lyh_report_table(report, table);
}
