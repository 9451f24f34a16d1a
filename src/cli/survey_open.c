/* Which survey is asked about, by whom it is grouped, and what its tables say of where they come from. */
#include <string.h>

#include "survey.h"

lyh_study *survey_open(lyh_cli *cli, cli_inputs *inputs, const char *survey,
                       const char *questions)
{
    inputs->survey = g_strdup(survey);
    inputs->questions = g_strdup(questions);
    return cli_study(cli, inputs, !survey);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The order of rows is chance: values stand as they sort, or as the question has its alternatives. */
static GPtrArray *values_sorted(const lyh_survey *survey, const char *const *values)
{
    GPtrArray *sorted = g_ptr_array_new();
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        if (*values[i] && g_hash_table_add(known, (char *)values[i]))
            g_ptr_array_add(sorted, (char *)values[i]);
    g_ptr_array_sort(sorted, by_bytes);
    return sorted;
}

lyh_background survey_background_of(const lyh_study *study, const char *name,
                                    const char *const *values)
{
    const lyh_survey *survey = lyh_study_survey(study);
    const lyh_questions *questions = lyh_study_questions(study);
    size_t index = lyh_survey_find_attribute(survey, name) == LYH_NONE
                       ? lyh_questions_find(questions, name)
                       : LYH_NONE;
    GPtrArray *order =
        index == LYH_NONE ? values_sorted(survey, values) : g_ptr_array_new();
    const lyh_question *question =
        index == LYH_NONE ? NULL : lyh_questions_at(questions, index);
    for (size_t i = 0; question && i < question->alternative_count; i++)
        g_ptr_array_add(order, (char *)question->alternatives[i].text);
    g_ptr_array_add(order, NULL);
    return (lyh_background){ name, values,
                             (const char *const *)g_ptr_array_free(order, FALSE),
                             question && question->type == LYH_QUESTION_SCALE };
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
