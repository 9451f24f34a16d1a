/* Numbers of a survey: who answered what, and what of their own words was coded. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/study/survey.h>
#include <lyhord/survey/tables.h>

#include "../study/autoptr.h"
#include "../table/autoptr.h"
#include "../tally/autoptr.h"
#include "explain.h"
#include "rows.h"
#include "survey.h"

static const char *const columns[] = {
    "respondent", "row",    "question", "answer", "code",   "polarity",
    "state",      "status", "coder",    "quote",  "counts", "why",
};

/* What a row of a survey's table is of. */
typedef enum survey_row {
    ROW_ALTERNATIVES, /* one, or several pooled */
    ROW_TOPIC,        /* of answers in own words */
    ROW_VALUES        /* total, median, quartiles: whoever answered */
} survey_row;

typedef struct explaining_survey {
    lyh_cli *cli;
    lyh_study *study;
    const lyh_survey *survey;
    const lyh_question *question;
    size_t index; /* of the question */
    bool with_suggested;
    survey_row kind;
    char *label;        /* of the row; its own */
    bool *alternatives; /* that are asked for; its own */
    cli_cell topic;     /* cleared with it */
    char *background;   /* its name, or NULL; its own */
    char *value;
    const char **values; /* by person; its own */
    cli_rows *rows;
    bool *is_written; /* by person: there is a row */
    size_t base, persons;
    bool *is_counted; /* by person */
} explaining_survey;

static void explaining_survey_clear(explaining_survey *all)
{
    g_free(all->label);
    g_free(all->alternatives);
    cli_cell_clear(&all->topic);
    g_free(all->background);
    g_free(all->value);
    free(all->values);
    g_free(all->is_written);
    g_free(all->is_counted);
    rows_discard(all->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(explaining_survey, explaining_survey_clear)

static bool refuse(const explaining_survey *all)
{
    return lyh_error_set(&all->cli->error, LYH_ERROR_DATA, 0, "");
}

/* ---- which number ---- */

static bool find_question(explaining_survey *all, const char *name)
{
    const lyh_questions *questions = lyh_survey_questions(all->survey);
    all->index = lyh_questions_find(questions, name);
    if (all->index != LYH_NONE) {
        all->question = lyh_questions_at(questions, all->index);
        return true;
    }
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < lyh_questions_count(questions); i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "",
                               lyh_questions_at(questions, i)->name);
    lyh_diags_error(all->cli->diags, "question-unknown", lyh_place_none(),
                    "there is no question '%s'; there is: %s", name, known->str);
    return refuse(all);
}

static bool take_alternative(explaining_survey *all, const char *name)
{
    const lyh_question *question = all->question;
    size_t found;
    all->alternatives = g_new0(bool, question->alternative_count + 1);
    if (lyh_question_match(question, name, strlen(name), &found) != LYH_MATCH_NONE) {
        all->alternatives[found] = true;
        all->label = g_strdup(question->alternatives[found].text);
        return true;
    }
    for (size_t i = 0; i < question->pooling_count; i++) {
        g_autofree char *printed = g_strdup_printf("%s (%s)", question->poolings[i].name,
                                                   question->poolings[i].rule);
        if (strcmp(question->poolings[i].name, name) != 0 && strcmp(printed, name) != 0)
            continue;
        memcpy(all->alternatives, question->poolings[i].holds,
               question->alternative_count * sizeof(bool));
        all->label = g_steal_pointer(&printed);
        return true;
    }
    g_clear_pointer(&all->alternatives, g_free);
    return false;
}

static bool take_value(explaining_survey *all, const char *name)
{
    const lyh_catalog *catalog = all->cli->catalog;
    const char *const values[] = {
        "total",         lyh_trc(catalog, "survey", "Total"),
        "median",        lyh_tr(catalog, "Median"),
        "quartile_low",  lyh_tr(catalog, "Lower quartile"),
        "quartile_high", lyh_tr(catalog, "Upper quartile"),
    };
    bool is_value = false;
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        is_value |= strcmp(values[i], name) == 0;
    if (is_value)
        all->kind = ROW_VALUES;
    return is_value;
}

/* A code of the codebook; without a word when there is none of that name. */
static bool take_topic(explaining_survey *all, const char *name)
{
    if (all->question->type != LYH_QUESTION_TEXT || !lyh_study_codebook(all->study))
        return false;
    all->kind = ROW_TOPIC;
    return cli_cell_find(&all->topic, all->study, name);
}

static bool take_row(explaining_survey *all, const char *name)
{
    return take_alternative(all, name) || take_value(all, name) || take_topic(all, name);
}

/* "NAME@background=value", where no alternative has such a name itself. */
static bool take_group(explaining_survey *all, const char *name)
{
    const char *at = strrchr(name, '@'), *sign = at ? strchr(at, '=') : NULL;
    if (!sign)
        return false;
    g_autofree char *row = g_strstrip(g_strndup(name, (size_t)(at - name)));
    all->background = g_strstrip(g_strndup(at + 1, (size_t)(sign - at) - 1));
    all->value = g_strstrip(g_strdup(sign + 1));
    return take_row(all, row);
}

static bool say_rows(const explaining_survey *all, const char *name)
{
    const lyh_question *question = all->question;
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < question->alternative_count; i++)
        g_string_append_printf(known, "%s, ", question->alternatives[i].text);
    for (size_t i = 0; i < question->pooling_count; i++)
        g_string_append_printf(known, "%s, ", question->poolings[i].name);
    g_string_append(known, "total");
    if (question->type == LYH_QUESTION_TEXT)
        lyh_diags_error(all->cli->diags, "cell-unknown", lyh_place_none(),
                        "'%s' is no topic of question '%s'; name a code of the codebook, "
                        "or total",
                        name, question->name);
    else
        lyh_diags_error(all->cli->diags, "cell-unknown", lyh_place_none(),
                        "'%s' is no alternative of this question; there is: %s", name,
                        known->str);
    return refuse(all);
}

/* ---- whose answers ---- */

/* A printed group holds the values that stand in its brackets: "Övriga (norr, söder)". */
static bool names_value(const char *group, const char *value)
{
    size_t size = strlen(value);
    for (const char *at = strstr(group, value); at; at = strstr(at + 1, value)) {
        bool begins = at > group && (at[-1] == '(' || (at - group > 1 && at[-2] == ','));
        if (begins && (at[size] == ')' || (at[size] == ',' && at[size + 1] == ' ')))
            return true;
    }
    return false;
}

static const char *value_of(const explaining_survey *all, size_t person)
{
    const char *value = all->values[person];
    return *value ? value : lyh_tr(all->cli->catalog, "(unknown)");
}

static bool is_value(const explaining_survey *all)
{
    for (size_t i = 0; i < lyh_survey_count(all->survey); i++)
        if (strcmp(value_of(all, i), all->value) == 0)
            return true;
    return false;
}

static bool find_group(explaining_survey *all)
{
    if (!all->background)
        return true;
    all->values = lyh_study_survey_background(all->study, all->background);
    if (!all->values) {
        lyh_diags_error(all->cli->diags, "background-unknown", lyh_place_none(),
                        "'%s' is no background in the survey and no question with one "
                        "alternative; name it as survey --by does",
                        all->background);
        return refuse(all);
    }
    bool has_any = is_value(all);
    for (size_t i = 0; i < lyh_survey_count(all->survey) && !has_any; i++)
        has_any = names_value(all->value, value_of(all, i));
    if (has_any)
        return true;
    lyh_diags_error(all->cli->diags, "cell-unknown", lyh_place_none(),
                    "nobody has '%s' in '%s'", all->value, all->background);
    return refuse(all);
}

static bool is_in_group(const explaining_survey *all, size_t person, bool is_one_value)
{
    if (!all->background)
        return true;
    const char *value = value_of(all, person);
    return is_one_value ? strcmp(value, all->value) == 0 : names_value(all->value, value);
}

/* ---- rows ---- */

/* What the person answered, as the table calls it. g_free(). */
static char *answer_of(const explaining_survey *all, size_t person)
{
    const lyh_question *question = all->question;
    if (question->alternative_count == 0)
        return g_strdup(lyh_survey_words(all->survey, person, all->index));
    g_autoptr(GString) chosen = g_string_new(NULL);
    for (size_t i = 0; i < question->alternative_count; i++)
        if (lyh_survey_chose(all->survey, person, all->index, i))
            g_string_append_printf(chosen, "%s%s", chosen->len ? "|" : "",
                                   question->alternatives[i].text);
    return g_strdup(chosen->str);
}

static void write_row(explaining_survey *all, size_t person, const lyh_visit *visit,
                      const lyh_coding *coding, const char *why)
{
    lyh_answer_state state = lyh_survey_state(all->survey, person, all->index);
    bool counts = strcmp(why, "counted") == 0;
    g_autofree char *answer =
        state == LYH_ANSWER_GIVEN ? answer_of(all, person) : g_strdup("");
    rows_text(all->rows, lyh_survey_id(all->survey, person));
    rows_number(all->rows, person + 1);
    rows_text(all->rows, all->question->name);
    rows_text(all->rows, answer);
    rows_text(all->rows,
              coding ? lyh_codebook_code(lyh_study_codebook(all->study), coding->code)->name
                     : "");
    rows_text(all->rows, coding ? lyh_polarity_name(coding->polarity) : "");
    rows_text(all->rows, coding ? lyh_state_name(coding->state) : "");
    rows_text(all->rows, coding ? lyh_status_name(coding->status) : "");
    rows_text(all->rows, coding && coding->coder ? coding->coder : "");
    if (coding)
        rows_bytes(all->rows, lyh_document_text(visit->document) + coding->start,
                   coding->end - coding->start);
    else
        rows_text(all->rows, "");
    rows_number(all->rows, counts);
    rows_text(all->rows, why);
    all->is_written[person] = true;
    all->is_counted[person] |= counts;
}

static bool chose_any(const explaining_survey *all, size_t person)
{
    for (size_t i = 0; i < all->question->alternative_count; i++)
        if (all->alternatives[i] && lyh_survey_chose(all->survey, person, all->index, i))
            return true;
    return false;
}

/* Of a person without a coding that is told. */
static const char *why_of(const explaining_survey *all, size_t person)
{
    switch (lyh_survey_state(all->survey, person, all->index)) {
    case LYH_ANSWER_MISSING:
        return "missing";
    case LYH_ANSWER_NOT_ASKED:
        return "not_asked";
    case LYH_ANSWER_GIVEN:
        break;
    }
    if (all->kind == ROW_TOPIC)
        return "nothing";
    return all->kind == ROW_VALUES || chose_any(all, person) ? "counted" : "another";
}

/* ---- topics ---- */

typedef struct topic_visit {
    explaining_survey *all;
    const explain_people *people;
    size_t next;
} topic_visit;

/* The person of the survey who is this respondent of the study, or LYH_NONE. */
static size_t person_of(const explaining_survey *all, size_t respondent)
{
    const lyh_respondents *respondents = lyh_study_respondents(all->study);
    for (size_t i = 0; i < lyh_survey_count(all->survey) && respondent != LYH_NONE; i++)
        if (strcmp(lyh_survey_id(all->survey, i),
                   lyh_respondents_id(respondents, respondent)) == 0)
            return i;
    return LYH_NONE;
}

static void explain_answer(const topic_visit *visiting, const lyh_visit *visit,
                           const lyh_coding *coding)
{
    explaining_survey *all = visiting->all;
    size_t person = person_of(all, coding->respondent);
    bool is_one_value = all->background && is_value(all);
    if (person == LYH_NONE || !is_in_group(all, person, is_one_value) ||
        !lyh_codebook_is_within(lyh_study_codebook(all->study), coding->code,
                                all->topic.code))
        return;
    explain_why why = explain_coding(visiting->people, coding, false, all->with_suggested);
    write_row(all, person, visit, coding, explain_why_name(why));
}

static bool visit_answers(void *user, const lyh_visit *visit)
{
    topic_visit *visiting = user;
    explaining_survey *all = visiting->all;
    size_t question = lyh_study_survey_document_question(all->study, visiting->next++);
    if (question != all->index)
        return true;
    const lyh_tally_options options = { .with_suggested = all->with_suggested };
    g_autoptr(lyh_tally) tally = lyh_tally_new(lyh_study_codebook(all->study),
                                               lyh_study_respondents(all->study), &options);
    lyh_tally_add(tally, visit->document, visit->tokens, visit->codings);
    const explain_people people = { .tally = tally,
                                    .respondents = lyh_study_respondents(all->study),
                                    .cell = &all->topic,
                                    .group = LYH_NONE };
    visiting->people = &people;
    for (size_t i = 0; i < lyh_codings_count(visit->codings); i++)
        explain_answer(visiting, visit, lyh_codings_at(visit->codings, i));
    return true;
}

static bool write_topics(explaining_survey *all)
{
    topic_visit visiting = { all, NULL, 0 };
    return lyh_study_walk_survey(
        all->study, all->with_suggested ? LYH_WHICH_BOTH : LYH_WHICH_PEOPLE, visit_answers,
        &visiting, all->cli->diags, &all->cli->error);
}

/* ---- the answer ---- */

static void write_persons(explaining_survey *all)
{
    bool is_one_value = all->background && is_value(all);
    for (size_t i = 0; i < lyh_survey_count(all->survey); i++) {
        if (!is_in_group(all, i, is_one_value))
            continue;
        if (!all->is_written[i])
            write_row(all, i, NULL, NULL, why_of(all, i));
        all->base += lyh_survey_state(all->survey, i, all->index) == LYH_ANSWER_GIVEN;
        all->persons += all->is_counted[i];
    }
}

/* Does the table print the row's figure of the group? Of topics the base alone is asked. */
static bool is_printed(const explaining_survey *all)
{
    size_t threshold = lyh_study_threshold(all->study);
    if (all->base < threshold || all->kind != ROW_ALTERNATIVES || !all->background)
        return all->base >= threshold;
    g_autoptr(lyh_survey_release) release = lyh_survey_release_new(
        all->study, all->background, all->cli->catalog, all->cli->diags, &all->cli->error);
    if (!release)
        return false;
    const lyh_survey_view view = { .threshold = threshold,
                                   .catalog = all->cli->catalog,
                                   .plan = lyh_survey_release_plan(release),
                                   .split = lyh_survey_release_first(release) };
    g_autoptr(lyh_table) table = lyh_survey_long(all->survey, all->index, &view);
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        if (g_strcmp0(lyh_table_cell(table, row, 1)->text, all->label) == 0 &&
            g_strcmp0(lyh_table_cell(table, row, 2)->text, all->value) == 0)
            return lyh_table_cell(table, row, 3)->kind != LYH_CELL_HIDDEN;
    return false;
}

static void answer(explaining_survey *all)
{
    size_t persons = lyh_survey_count(all->survey);
    all->is_written = g_new0(bool, persons + 1);
    all->is_counted = g_new0(bool, persons + 1);
    all->rows = rows_new(all->cli, columns, G_N_ELEMENTS(columns));
    if (!all->rows || (all->kind == ROW_TOPIC && !write_topics(all)))
        return;
    write_persons(all);
    if (!rows_close(g_steal_pointer(&all->rows)))
        return;
    if (!all->cli->is_quiet)
        cli_say(all->cli, "persons: %zu of %zu", all->persons, all->base);
    explain_warn(all->cli, !is_printed(all));
}

void explain_survey(lyh_cli *cli, lyh_study *study, char **words, bool with_suggested)
{
    g_auto(explaining_survey) all = {
        .cli = cli,
        .study = study,
        .survey = lyh_study_survey(study),
        .with_suggested = with_suggested,
    };
    if (!all.survey) {
        lyh_diags_error(cli->diags, "survey-missing", lyh_place_none(),
                        "there are no answers to a survey; put survey.csv (or .xlsx, .sav) "
                        "and questions.csv into the study");
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
        return;
    }
    if (!find_question(&all, words[0]))
        return;
    if (!take_row(&all, words[1]) && !take_group(&all, words[1]))
        say_rows(&all, words[1]);
    else if (find_group(&all))
        answer(&all);
}
