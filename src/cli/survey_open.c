/* Which survey is asked about, by whom it is grouped, and what its tables say of where they come from. */
#include "survey.h"

lyh_study *survey_open(lyh_cli *cli, cli_inputs *inputs, const char *survey,
                       const char *questions)
{
    inputs->survey = g_strdup(survey);
    inputs->questions = g_strdup(questions);
    return cli_study(cli, inputs, !survey);
}

void survey_show_by(survey_work *work, size_t index)
{
    work->view.plan = lyh_survey_release_plan(work->release);
    work->view.split = lyh_survey_release_first(work->release) + index;
}

void survey_tell_unsure(const lyh_survey_release *release, lyh_cli *cli)
{
    if (lyh_survey_plan_is_unsure(lyh_survey_release_plan(release)))
        lyh_diags_warning(cli->diags, "release-unsure", lyh_place_none(),
                          "there are too many groups or codes to work out what can be "
                          "told of small groups, so rows are hidden that might be shown; "
                          "ask for fewer splits");
}

bool survey_shows_anyone(lyh_cli *cli, const lyh_study *study)
{
    size_t base = lyh_survey_count(lyh_study_survey(study));
    if (base >= lyh_study_threshold(study))
        return true;
    lyh_diags_error(
        cli->diags, "base-small", lyh_place_none(),
        "the persons who answered are %zu, and of fewer than %zu nothing may be "
        "shown; ask more, or tell of them in words of your own",
        base, lyh_study_threshold(study));
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

bool survey_let_out(const lyh_survey_release *release, lyh_cli *cli, const char *kind)
{
    return lyh_survey_release_lets(release, cli->diags, &cli->error) &&
           lyh_survey_release_record(release, kind, cli->diags, &cli->error);
}

static bool is_of_text(const survey_work *work, size_t question)
{
    return question != LYH_NONE &&
           lyh_questions_at(lyh_study_questions(work->study), question)->type ==
               LYH_QUESTION_TEXT;
}

void survey_label(const survey_work *work, lyh_table *table, size_t question)
{
    const lyh_catalog *catalog = work->cli->catalog;
    g_autofree char *file = g_path_get_basename(lyh_study_survey_path(work->study));
    size_t persons = lyh_survey_count(work->survey);
    g_autofree char *source =
        g_strdup_printf(lyh_trn(catalog, "%s, answers of %zu person",
                                "%s, answers of %zu persons", persons),
                        file, persons);
    bool has_codings =
        work->counted > 0 && (question == LYH_NONE || is_of_text(work, question));
    const char *date = lyh_study_setting(work->study, "date");
    lyh_table_set_part(table, LYH_TABLE_SOURCE, source);
    lyh_table_set_part(table, LYH_TABLE_STATUS,
                       !has_codings ? lyh_tr(catalog, "answers as they were given")
                       : work->with_suggested
                           ? lyh_tr(catalog, "machine suggestions, not reviewed")
                           : lyh_tr(catalog, "codings reviewed by people"));
    if (*date)
        lyh_table_set_part(table, LYH_TABLE_DATE, date);
}
