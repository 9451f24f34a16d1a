#include <lyhord/survey/tables.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/disclosure/grouping.h>
#include <lyhord/stats/rounding.h>
#include <lyhord/table/writers.h>

#include "counted.h"

static const lyh_question *question_of(const counted *counts)
{
    return lyh_questions_at(lyh_survey_questions(counts->survey), counts->question);
}

static const counted_row *row_at(const counted *counts, guint index)
{
    return &g_array_index(counts->rows, counted_row, index);
}

/* ---- what stands below ---- */

char *lyh_survey_response(const lyh_survey *survey, const lyh_survey_view *view)
{
    size_t persons = lyh_survey_count(survey);
    if (view->sent == 0 || view->sent < persons) {
        g_autofree char *unknown = g_strdup_printf(
            lyh_tr(view->catalog, "Answered: %zu persons. The response rate is not known, "
                                  "as it is not known how many were asked."),
            persons);
        return strdup(unknown);
    }
    const lyh_cell percent =
        lyh_cell_percent(lyh_ratio((int64_t)persons, (int64_t)view->sent, 100, 1), 1);
    g_autofree char *share = lyh_cell_shown(&percent, view->catalog);
    g_autofree char *text =
        g_strdup_printf(lyh_tr(view->catalog, "Response rate: %zu of %zu (%s)."), persons,
                        view->sent, share);
    return strdup(text);
}

static void add_note(lyh_table *table, const char *lead, const char *text)
{
    g_autofree char *note = g_strconcat(lead, text, NULL);
    lyh_table_add_note(table, note);
}

static void note_missing(const counted *counts, lyh_table *table, const char *lead)
{
    const lyh_catalog *catalog = counts->view->catalog;
    size_t asked = lyh_survey_count(counts->survey) - counts->not_asked;
    g_autofree char *missing =
        g_strdup_printf(lyh_tr(catalog, "Did not answer the question: %zu of %zu."),
                        counts->missing, asked);
    g_autofree char *not_asked =
        g_strdup_printf(lyh_tr(catalog, "Were not asked: %zu."), counts->not_asked);
    add_note(table, lead, missing);
    if (counts->not_asked > 0)
        add_note(table, lead, not_asked);
}

static void note_type(const counted *counts, lyh_table *table, const char *lead)
{
    const lyh_catalog *catalog = counts->view->catalog;
    const lyh_question *question = question_of(counts);
    const lyh_topics *topics =
        counts->view->topics ? &counts->view->topics[counts->question] : NULL;
    if (question->type == LYH_QUESTION_MULTIPLE)
        add_note(table, lead,
                 lyh_tr(catalog,
                        "Several answers could be given: together they may be more "
                        "than the persons, and more than 100 per cent."));
    if (question->type == LYH_QUESTION_TEXT && (!topics || !topics->is_coded))
        add_note(table, lead,
                 lyh_tr(catalog, "The answers in people's own words are not coded, so what "
                                 "they are about is not counted."));
    if (question->type == LYH_QUESTION_TEXT && topics && topics->is_coded)
        add_note(table, lead,
                 lyh_tr(catalog,
                        "One answer may be about several things. That somebody did "
                        "not bring a thing up does not mean that it is fine."));
    if (question->type == LYH_QUESTION_TEXT && topics && topics->is_suggested)
        add_note(table, lead, lyh_tr(catalog, "machine suggestions, not reviewed"));
}

static void note_groups(const counted *counts, lyh_table *table, const char *lead)
{
    const lyh_catalog *catalog = counts->view->catalog;
    if (counted_is_refused(counts))
        add_note(table, lead,
                 lyh_tr(catalog,
                        "Groups are not shown: no two groups that are large enough "
                        "can be made of those who answered."));
    if (counted_hides_groups(counts))
        add_note(table, lead,
                 lyh_tr(catalog, "Figures of groups are hidden (..) where the tables "
                                 "together would tell what a small group answered."));
}

void counted_add_notes(const counted *counts, lyh_table *table, const char *lead)
{
    if (counted_is_hidden(counts, 0)) {
        add_note(table, lead,
                 lyh_tr(counts->view->catalog,
                        "So few answered the question that nothing is shown of it."));
        return;
    }
    note_missing(counts, table, lead);
    note_type(counts, table, lead);
    note_groups(counts, table, lead);
}

static void note_response(const counted *counts, lyh_table *table)
{
    if (counts->view->is_brief)
        return;
    g_autofree char *response = lyh_survey_response(counts->survey, counts->view);
    lyh_table_add_note(table, response);
}

/* ---- one question, for people ---- */

static bool has_percent(const counted *counts, size_t part)
{
    lyh_print_level level =
        lyh_print_level_of(counts->bases[part], counts->view->threshold);
    lyh_question_type type = question_of(counts)->type;
    return level >= LYH_PRINT_PERCENT && type != LYH_QUESTION_NUMBER &&
           !(type == LYH_QUESTION_TEXT && part > 0);
}

static void add_columns(const counted *counts, lyh_table *table)
{
    const lyh_catalog *catalog = counts->view->catalog;
    lyh_table_add_column(table, "alternative",
                         question_of(counts)->type == LYH_QUESTION_TEXT
                             ? lyh_trc(catalog, "survey", "What they wrote about")
                             : lyh_trc(catalog, "survey", "Alternative"));
    for (size_t part = 0; part < counts->parts; part++) {
        g_autofree char *percent =
            part == 0 ? g_strdup("percent") : g_strdup_printf("percent_%zu", part);
        g_autofree char *count =
            part == 0 ? g_strdup("count") : g_strdup_printf("count_%zu", part);
        const char *heading = counts->parts == 1 ? lyh_trc(catalog, "survey", "Values")
                                                 : counted_part_name(counts, part);
        if (has_percent(counts, part))
            lyh_table_add_column(table, percent, lyh_trc(catalog, "survey", "Per cent"));
        lyh_table_add_column(table, count, heading);
    }
}

/* The median step is words among numbers: people read it below the table. */
static bool is_shown_below(const counted *counts, const counted_row *row)
{
    return row->kind == ROW_MEDIAN && question_of(counts)->type == LYH_QUESTION_SCALE;
}

static void note_medians(const counted *counts, const counted_row *row, lyh_table *table)
{
    const lyh_catalog *catalog = counts->view->catalog;
    for (size_t part = 0; part < counts->parts; part++) {
        const lyh_cell value = counted_value(counts, row, part);
        if (value.kind != LYH_CELL_TEXT)
            continue;
        g_autofree char *note =
            part == 0
                ? g_strdup_printf(lyh_tr(catalog, "Median of those who chose a step: %s."),
                                  value.text)
                : g_strdup_printf(lyh_tr(catalog, "Median, %s: %s."),
                                  counted_part_name(counts, part), value.text);
        lyh_table_add_note(table, note);
    }
}

/* A base that bears no percent is told with each count: "7 av 12". */
static lyh_cell shown_count(const counted *counts, const counted_row *row, size_t part)
{
    if (row->values)
        return counted_value(counts, row, part);
    lyh_cell cell = counted_count(counts, row, part);
    bool is_bare =
        cell.kind == LYH_CELL_COUNT && row->kind != ROW_TOTAL && !has_percent(counts, part);
    return is_bare ? lyh_cell_of(row->counts[part], counts->bases[part]) : cell;
}

static void add_row(const counted *counts, lyh_table *table, const counted_row *shown)
{
    size_t column = 0, row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, column++, lyh_cell_text(shown->label));
    for (size_t part = 0; part < counts->parts; part++) {
        if (has_percent(counts, part))
            lyh_table_set_cell(table, row, column++, counted_percent(counts, shown, part));
        lyh_table_set_cell(table, row, column++, shown_count(counts, shown, part));
    }
}

static void label_table(const counted *counts, lyh_table *table)
{
    const lyh_catalog *catalog = counts->view->catalog;
    const lyh_question *question = question_of(counts);
    g_autofree char *title = g_strdup_printf("%s. %s", question->name, question->text);
    g_autofree char *base =
        g_strdup_printf(lyh_trn(catalog, "%zu person who answered the question",
                                "%zu persons who answered the question", counts->bases[0]),
                        counts->bases[0]);
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    if (!counted_is_hidden(counts, 0))
        lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT, lyh_tr(catalog, "persons"));
}

lyh_table *lyh_survey_table(const lyh_survey *survey, size_t question,
                            const lyh_survey_view *view)
{
    g_auto(counted) counts = { 0 };
    counted_init(&counts, survey, question, view);
    lyh_table *table = lyh_table_new("survey");
    add_columns(&counts, table);
    for (guint i = 0; i < counts.rows->len; i++)
        if (!is_shown_below(&counts, row_at(&counts, i)))
            add_row(&counts, table, row_at(&counts, i));
    label_table(&counts, table);
    for (guint i = 0; i < counts.rows->len; i++)
        if (is_shown_below(&counts, row_at(&counts, i)))
            note_medians(&counts, row_at(&counts, i), table);
    counted_add_notes(&counts, table, "");
    note_response(&counts, table);
    return table;
}

/* ---- all questions, long ---- */

enum {
    QUESTION,
    ALTERNATIVE,
    COUNT,
    BASE,
    PERCENT,
    MISSING,
    NOT_ASKED,
    VALUE,
    KIND,
    STATUS,
    TEXT
};

/* The backgrounds the table is split by: none, one or two. */
static size_t backgrounds_of(const lyh_survey_view *view, const char *names[2])
{
    const lyh_survey_split *split =
        view->plan ? lyh_survey_plan_split(view->plan, view->split) : NULL;
    names[0] = split              ? split->first->name
               : view->background ? view->background->name
                                  : NULL;
    names[1] = split && split->second ? split->second->name : NULL;
    return names[1] ? 2 : names[0] ? 1 : 0;
}

static void add_long_columns(lyh_table *table, const lyh_survey_view *view)
{
    const lyh_catalog *catalog = view->catalog;
    const struct {
        const char *name, *heading;
    } columns[] = {
        { "question", lyh_trc(catalog, "survey", "question") },
        { "alternative", lyh_trc(catalog, "survey", "alternative") },
        { "count", lyh_trc(catalog, "survey", "count") },
        { "base", lyh_trc(catalog, "survey", "base") },
        { "percent", lyh_trc(catalog, "survey", "per cent") },
        { "missing", lyh_trc(catalog, "survey", "did not answer") },
        { "not_asked", lyh_trc(catalog, "survey", "not asked") },
        { "value", lyh_trc(catalog, "survey", "value") },
        { "kind", lyh_trc(catalog, "survey", "kind") },
        { "status", lyh_trc(catalog, "survey", "status") },
        { "text", lyh_trc(catalog, "survey", "text") },
    };
    const char *names[2];
    size_t backgrounds = backgrounds_of(view, names);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        lyh_table_add_column(table, columns[i].name, columns[i].heading);
        for (size_t k = 0; i == ALTERNATIVE && k < backgrounds; k++)
            lyh_table_add_column(table, names[k], names[k]);
    }
}

static const char *status_of(const counted *counts, const counted_row *row, size_t part)
{
    bool is_hidden = row->values ? counted_value(counts, row, part).kind == LYH_CELL_HIDDEN
                                 : counted_count(counts, row, part).kind == LYH_CELL_HIDDEN;
    return is_hidden ? "hidden" : counted_is_merged(counts, part) ? "merged" : "shown";
}

static void add_long_row(const counted *counts, lyh_table *table, const counted_row *shown,
                         size_t part)
{
    const lyh_question *question = question_of(counts);
    size_t row = lyh_table_add_row(table);
    bool is_hidden = counted_is_hidden(counts, 0);
    bool is_everyone = part == 0 && !is_hidden;
    const char *names[2];
    size_t shift = backgrounds_of(counts->view, names);
    lyh_table_set_cell(table, row, QUESTION, lyh_cell_text(question->name));
    lyh_table_set_cell(table, row, ALTERNATIVE, lyh_cell_text(shown->label));
    for (size_t i = 0; i < shift; i++)
        lyh_table_set_cell(table, row, ALTERNATIVE + 1 + i,
                           lyh_cell_text(counted_part_name_by(counts, part, i)));
    const struct {
        size_t column;
        lyh_cell cell;
    } cells[] = {
        { COUNT, counted_count(counts, shown, part) },
        { BASE, is_hidden ? lyh_cell_hidden() : lyh_cell_count(counts->bases[part]) },
        { PERCENT, counted_percent(counts, shown, part) },
        { MISSING, is_everyone ? lyh_cell_count(counts->missing)
                   : is_hidden ? lyh_cell_hidden()
                               : lyh_cell_empty() },
        { NOT_ASKED, is_everyone ? lyh_cell_count(counts->not_asked)
                     : is_hidden ? lyh_cell_hidden()
                                 : lyh_cell_empty() },
        { VALUE, counted_value(counts, shown, part) },
        { KIND, lyh_cell_text(counted_kind_name(shown->kind)) },
        { STATUS, lyh_cell_text(status_of(counts, shown, part)) },
        { TEXT, lyh_cell_text(question->text) },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_set_cell(table, row, cells[i].column + shift, cells[i].cell);
}

static void add_question(const lyh_survey *survey, size_t question,
                         const lyh_survey_view *view, lyh_table *table)
{
    g_auto(counted) counts = { 0 };
    counted_init(&counts, survey, question, view);
    g_autofree char *lead = g_strdup_printf("%s: ", question_of(&counts)->name);
    for (guint i = 0; i < counts.rows->len; i++) {
        const counted_row *row = row_at(&counts, i);
        size_t parts = row->kind == ROW_TOPIC ? 1 : counts.parts;
        for (size_t part = 0; part < parts; part++)
            add_long_row(&counts, table, row, part);
    }
    counted_add_notes(&counts, table, lead);
}

lyh_table *lyh_survey_long(const lyh_survey *survey, size_t question,
                           const lyh_survey_view *view)
{
    lyh_table *table = lyh_table_new("survey");
    add_long_columns(table, view);
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(survey)); i++)
        if (question == LYH_NONE || question == i)
            add_question(survey, i, view, table);
    lyh_table_set_part(table, LYH_TABLE_TITLE, lyh_tr(view->catalog, "The survey"));
    lyh_table_set_part(table, LYH_TABLE_UNIT, lyh_tr(view->catalog, "persons"));
    lyh_table_set_part(table, LYH_TABLE_BASE,
                       lyh_tr(view->catalog, "persons who answered each question"));
    g_autofree char *response = lyh_survey_response(survey, view);
    lyh_table_add_note(table, response);
    return table;
}
