/* The chapter on the survey: how many answered, then a table a question, for everyone and by each background. */
#include "../table/autoptr.h"
#include "compose.h"
#include "survey.h"

static void add_answered(const report_material *material, const survey_work *work,
                         lyh_report *report)
{
    g_autofree char *response = lyh_survey_response(work->survey, &work->view);
    lyh_report_paragraph(report, response);
    lyh_report_paragraph(report,
                         tr(material,
                            "The numbers are of those who answered each question. They say "
                            "nothing about those who did not answer, who may have answered "
                            "otherwise."));
    lyh_report_paragraph(
        report,
        tr(material, "Per cent are rounded half up and need not add up to 100. Of "
                     "fewer than 20 answers only numbers are shown, and of fewer than "
                     "five nothing. Where alternatives are pooled, the table says "
                     "which."));
}

static void add_table(const survey_work *work, size_t question, lyh_table *table,
                      const char *title, lyh_report *report)
{
    survey_label(work, table, question);
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    lyh_report_table(report, table);
}

/* Groups are rows here: a column each, with its per cent, is too wide for a page. */
static lyh_table *table_of_groups(const survey_work *work, size_t question)
{
    static const char *const left_out[] = { "question", "missing", "not_asked",
                                            "kind",     "status",  "text" };
    g_autoptr(lyh_table) all = lyh_survey_long(work->survey, question, &work->view);
    lyh_table *table = lyh_table_new("survey");
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(size_t));
    bool has_hidden = false;
    lyh_question_type type =
        lyh_questions_at(lyh_survey_questions(work->survey), question)->type;
    bool has_values = type == LYH_QUESTION_SCALE || type == LYH_QUESTION_NUMBER;
    for (size_t i = 0; i < lyh_table_column_count(all); i++) {
        bool is_left_out = false;
        for (size_t k = 0; k < G_N_ELEMENTS(left_out); k++)
            is_left_out |= g_strcmp0(lyh_table_column_name(all, i), left_out[k]) == 0;
        is_left_out |=
            !has_values && g_strcmp0(lyh_table_column_name(all, i), "value") == 0;
        if (is_left_out)
            continue;
        g_array_append_val(columns, i);
        lyh_table_add_column(table, lyh_table_column_name(all, i),
                             lyh_table_heading(all, i));
    }
    for (size_t from = 0; from < lyh_table_row_count(all); from++) {
        size_t row = lyh_table_add_row(table);
        for (guint i = 0; i < columns->len; i++) {
            const lyh_cell *cell =
                lyh_table_cell(all, from, g_array_index(columns, size_t, i));
            has_hidden |= cell->kind == LYH_CELL_HIDDEN;
            lyh_table_set_cell(table, row, i, *cell);
        }
    }
    lyh_table_set_part(table, LYH_TABLE_UNIT, lyh_tr(work->cli->catalog, "persons"));
    lyh_table_set_part(table, LYH_TABLE_BASE,
                       lyh_tr(work->cli->catalog, "persons who answered each question"));
    if (has_hidden)
        lyh_table_add_note(
            table, lyh_tr(work->cli->catalog,
                          "Figures of groups are hidden (..) where the tables together "
                          "would tell what a small group answered."));
    return table;
}

/* A split that this question cannot be shown by has no table of its own. */
static void add_groups(survey_work *work, size_t question, lyh_report *report)
{
    const lyh_question *asked =
        lyh_questions_at(lyh_survey_questions(work->survey), question);
    const lyh_survey_release *release = work->release;
    for (size_t i = 0; i < lyh_survey_release_count(release); i++) {
        const char *name = lyh_survey_release_name(release, i);
        survey_show_by(work, i);
        if (asked->type != LYH_QUESTION_TEXT && g_strcmp0(asked->name, name) != 0 &&
            lyh_survey_plan_groups(work->view.plan, work->view.split, question) > 0) {
            g_autofree char *title = g_strdup_printf(
                lyh_tr(work->cli->catalog, "Question %s by %s"), asked->name, name);
            add_table(work, question, table_of_groups(work, question), title, report);
        }
    }
    work->view.plan = NULL;
}

void compose_survey_question(survey_work *work, size_t question, unsigned level,
                             lyh_report *report)
{
    const lyh_question *asked =
        lyh_questions_at(lyh_survey_questions(work->survey), question);
    g_autofree char *heading = g_strdup_printf("%s. %s", asked->name, asked->text);
    if (level > 0)
        lyh_report_heading(report, level, heading);
    g_autofree char *title =
        g_strdup_printf(lyh_tr(work->cli->catalog, "Answers to question %s"), asked->name);
    add_table(work, question, lyh_survey_table(work->survey, question, &work->view), title,
              report);
    add_groups(work, question, report);
}

bool compose_survey_begin(const report_material *material, survey_work *work)
{
    *work = (survey_work){ .cli = material->cli,
                           .study = material->study,
                           .survey = lyh_study_survey(material->study),
                           .release = material->survey,
                           .is_of_a_study = true,
                           .with_suggested = material->with_suggested,
                           .only = LYH_NONE };
    if (!work->survey)
        return false;
    work->view = (lyh_survey_view){ .threshold = lyh_study_threshold(work->study),
                                    .sent = lyh_study_survey_sent(work->study),
                                    .catalog = material->cli->catalog,
                                    .is_brief = true };
    return survey_count_topics(work);
}

void compose_survey(const report_material *material, survey_work *work, const bool *is_told,
                    lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "The survey"));
    add_answered(material, work, report);
    compose_survey_method(material, report);
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(work->survey)); i++) {
        compose_scale_figure(work, i, report);
        if (!is_told || !is_told[i])
            compose_survey_question(work, i, 2, report);
    }
}
