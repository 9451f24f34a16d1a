#include <lyhord/survey/survey.h>

#include <string.h>

#include "autoptr.h"
#include "survey_private.h"
#include "words.h"

answer *survey_answer_at(const lyh_survey *survey, size_t person, size_t question)
{
    size_t questions = lyh_questions_count(survey->questions);
    return &g_array_index(survey->answers, answer, person * questions + question);
}

/* ---- who ---- */

static void check_id(const lyh_survey *survey, size_t person, const char *id,
                     GHashTable *rows, lyh_diags *diags)
{
    lyh_place place = lyh_csv_place(survey->csv, person, survey->columns.id);
    gpointer first;
    if (!*id)
        lyh_diags_error(diags, "answer-id", place,
                        "whose answers these are is not said; write an id");
    else if (g_hash_table_lookup_extended(rows, id, NULL, &first))
        lyh_diags_error(diags, "answer-id", place,
                        "the id '%s' is there twice; first on line %zu", id,
                        lyh_source_line(lyh_csv_source(survey->csv),
                                        lyh_csv_place(survey->csv, GPOINTER_TO_SIZE(first),
                                                      survey->columns.id)
                                            .start));
    else
        g_hash_table_insert(rows, (char *)id, GSIZE_TO_POINTER(person));
}

static void read_ids(lyh_survey *survey, lyh_diags *diags)
{
    g_autoptr(GHashTable) rows = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t person = 0; person < lyh_csv_row_count(survey->csv); person++) {
        const char *cell = lyh_csv_cell(survey->csv, person, survey->columns.id);
        char *id = lyh_survey_has_ids(survey) ? words_trim(cell, strlen(cell))
                                              : g_strdup_printf("enkät-%zu", person + 1);
        g_ptr_array_add(survey->ids, id);
        if (lyh_survey_has_ids(survey))
            check_id(survey, person, id, rows, diags);
    }
}

static void read_attributes(lyh_survey *survey)
{
    for (guint i = 0; i < survey->columns.attributes->len; i++) {
        size_t column = g_array_index(survey->columns.attributes, size_t, i);
        g_ptr_array_add(survey->names,
                        survey_heading_name(lyh_csv_heading(survey->csv, column)));
    }
}

lyh_survey *lyh_survey_read(const lyh_csv *csv, const lyh_questions *questions,
                            lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_survey) survey = g_new0(lyh_survey, 1);
    survey->csv = csv;
    survey->questions = questions;
    survey->ids = g_ptr_array_new_with_free_func(g_free);
    survey->names = g_ptr_array_new_with_free_func(g_free);
    survey->sets = g_byte_array_new();
    survey->answers = g_array_sized_new(FALSE, TRUE, sizeof(answer), 0);
    if (!survey_columns_find(&survey->columns, csv, questions, diags))
        return NULL;
    g_array_set_size(survey->answers,
                     (guint)(lyh_csv_row_count(csv) * lyh_questions_count(questions)));
    read_ids(survey, diags);
    read_attributes(survey);
    survey_read_answers(survey, diags);
    if (lyh_csv_row_count(csv) == 0)
        lyh_diags_error(diags, "answers-none", lyh_csv_heading_place(csv, 0),
                        "nobody has answered: there is no row below the heading");
    return lyh_diags_error_count(diags) > errors ? NULL : g_steal_pointer(&survey);
}

void lyh_survey_free(lyh_survey *survey)
{
    if (!survey)
        return;
    survey_columns_clear(&survey->columns);
    g_ptr_array_unref(survey->ids);
    g_ptr_array_unref(survey->names);
    g_array_unref(survey->answers);
    g_byte_array_unref(survey->sets);
    g_free(survey);
}

const lyh_questions *lyh_survey_questions(const lyh_survey *survey)
{
    return survey->questions;
}

size_t lyh_survey_count(const lyh_survey *survey)
{
    return survey->ids->len;
}

const char *lyh_survey_id(const lyh_survey *survey, size_t person)
{
    g_assert(person < survey->ids->len);
    return survey->ids->pdata[person];
}

bool lyh_survey_has_ids(const lyh_survey *survey)
{
    return survey->columns.id != LYH_NONE;
}

lyh_answer_state lyh_survey_state(const lyh_survey *survey, size_t person, size_t question)
{
    return survey_answer_at(survey, person, question)->state;
}

bool lyh_survey_chose(const lyh_survey *survey, size_t person, size_t question,
                      size_t alternative)
{
    const answer *given = survey_answer_at(survey, person, question);
    const lyh_question *asked = lyh_questions_at(survey->questions, question);
    g_assert(alternative < asked->alternative_count);
    if (given->state != LYH_ANSWER_GIVEN)
        return false;
    return asked->type == LYH_QUESTION_MULTIPLE
               ? survey->sets->data[given->choice + alternative]
               : given->choice == alternative;
}

int64_t lyh_survey_number(const lyh_survey *survey, size_t person, size_t question)
{
    return survey_answer_at(survey, person, question)->number;
}

const char *lyh_survey_words(const lyh_survey *survey, size_t person, size_t question)
{
    size_t column =
        g_array_index(survey->columns.questions, question_columns, question).whole;
    return lyh_survey_state(survey, person, question) == LYH_ANSWER_GIVEN
               ? lyh_csv_cell(survey->csv, person, column)
               : "";
}

lyh_place lyh_survey_place(const lyh_survey *survey, size_t person, size_t question,
                           size_t start, size_t end)
{
    size_t column =
        g_array_index(survey->columns.questions, question_columns, question).whole;
    g_assert(column != LYH_NONE);
    return lyh_csv_place_within(survey->csv, person, column, start, end);
}

size_t lyh_survey_column(const lyh_survey *survey, size_t question)
{
    return g_array_index(survey->columns.questions, question_columns, question).whole;
}

const lyh_csv *lyh_survey_csv(const lyh_survey *survey)
{
    return survey->csv;
}

size_t lyh_survey_attribute_count(const lyh_survey *survey)
{
    return survey->names->len;
}

const char *lyh_survey_attribute(const lyh_survey *survey, size_t attribute)
{
    g_assert(attribute < survey->names->len);
    return survey->names->pdata[attribute];
}

size_t lyh_survey_find_attribute(const lyh_survey *survey, const char *name)
{
    g_autofree char *wanted = words_fold(name, strlen(name));
    for (guint i = 0; i < survey->names->len; i++) {
        g_autofree char *folded =
            words_fold(survey->names->pdata[i], strlen(survey->names->pdata[i]));
        if (strcmp(folded, wanted) == 0)
            return i;
    }
    return LYH_NONE;
}

bool lyh_survey_is_words(const lyh_survey *survey, size_t column)
{
    for (size_t i = 0; i < lyh_questions_count(survey->questions); i++)
        if (lyh_questions_at(survey->questions, i)->type == LYH_QUESTION_TEXT &&
            g_array_index(survey->columns.questions, question_columns, i).whole == column)
            return true;
    return false;
}

const char *lyh_survey_value(const lyh_survey *survey, size_t person, size_t attribute)
{
    return lyh_csv_cell(survey->csv, person,
                        g_array_index(survey->columns.attributes, size_t, attribute));
}
