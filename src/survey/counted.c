#include "counted.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/disclosure/grouping.h>
#include <lyhord/stats/rounding.h>

#include "values.h"

const char *counted_kind_name(row_kind kind)
{
    static const char *const names[] = {
        [ROW_ALTERNATIVE] = "alternative",
        [ROW_POOLED] = "pooled",
        [ROW_TOPIC] = "topic",
        [ROW_QUARTILE_LOW] = "quartile_low",
        [ROW_MEDIAN] = "median",
        [ROW_QUARTILE_HIGH] = "quartile_high",
        [ROW_TOTAL] = "total",
    };
    return names[kind];
}

static const lyh_question *question_of(const counted *counts)
{
    return lyh_questions_at(lyh_survey_questions(counts->survey), counts->question);
}

static const char *tr(const counted *counts, const char *text) G_GNUC_FORMAT(2);
static const char *tr(const counted *counts, const char *text)
{
    return lyh_tr(counts->view->catalog, text);
}

/* ---- groups ---- */

static bool answered(const counted *counts, size_t person)
{
    return lyh_survey_state(counts->survey, person, counts->question) == LYH_ANSWER_GIVEN;
}

/* Tables by one background and no other are a plan of their own. */
static void take_plan(counted *counts)
{
    const lyh_survey_view *view = counts->view;
    const lyh_survey_split split = { view->background, NULL, 0 };
    if (!view->plan && view->background)
        counts->own = lyh_survey_plan_new(counts->survey, &split, 1, view->threshold, NULL,
                                          NULL, view->catalog);
    counts->plan = view->plan ? view->plan : counts->own;
    counts->split = view->plan ? view->split : 0;
}

static size_t groups_of(const counted *counts)
{
    return counts->plan
               ? lyh_survey_plan_groups(counts->plan, counts->split, counts->question)
               : 0;
}

bool counted_has(const counted *counts, size_t part, size_t person)
{
    return answered(counts, person) &&
           (part == 0 || lyh_survey_plan_has(counts->plan, counts->split, counts->question,
                                             part - 1, person));
}

static void count_bases(counted *counts)
{
    size_t persons = lyh_survey_count(counts->survey);
    take_plan(counts);
    counts->parts = 1 + groups_of(counts);
    counts->bases = g_new0(size_t, counts->parts);
    for (size_t i = 0; i < persons; i++) {
        lyh_answer_state state = lyh_survey_state(counts->survey, i, counts->question);
        counts->missing += state == LYH_ANSWER_MISSING;
        counts->not_asked += state == LYH_ANSWER_NOT_ASKED;
        for (size_t part = 0; part < counts->parts; part++)
            counts->bases[part] += counted_has(counts, part, i);
    }
}

/* ---- rows ---- */

static counted_row *add_row(counted *counts, row_kind kind, size_t index, char *label)
{
    const counted_row row = { .kind = kind, .index = index, .label = label };
    g_array_append_val(counts->rows, row);
    return &g_array_index(counts->rows, counted_row, counts->rows->len - 1);
}

static bool chose_any(const counted *counts, size_t person, const bool *alternatives)
{
    const lyh_question *question = question_of(counts);
    for (size_t i = 0; i < question->alternative_count; i++)
        if (alternatives[i] &&
            lyh_survey_chose(counts->survey, person, counts->question, i))
            return true;
    return false;
}

static void count_row(counted *counts, counted_row *row, const bool *alternatives)
{
    row->counts = g_new0(size_t, counts->parts);
    for (size_t i = 0; i < lyh_survey_count(counts->survey); i++) {
        if (!answered(counts, i) || !chose_any(counts, i, alternatives))
            continue;
        for (size_t part = 0; part < counts->parts; part++)
            row->counts[part] += counted_has(counts, part, i);
    }
}

static void add_alternatives(counted *counts)
{
    const lyh_question *question = question_of(counts);
    g_autofree bool *only = g_new0(bool, question->alternative_count + 1);
    for (size_t i = 0; i < question->alternative_count; i++) {
        only[i] = true;
        count_row(
            counts,
            add_row(counts, ROW_ALTERNATIVE, i, g_strdup(question->alternatives[i].text)),
            only);
        only[i] = false;
    }
    for (size_t i = 0; i < question->pooling_count; i++) {
        const lyh_pooling *pooling = &question->poolings[i];
        count_row(counts,
                  add_row(counts, ROW_POOLED, i,
                          g_strdup_printf("%s (%s)", pooling->name, pooling->rule)),
                  pooling->holds);
    }
}

static void add_topics(counted *counts)
{
    const lyh_topics *topics =
        counts->view->topics ? &counts->view->topics[counts->question] : NULL;
    for (size_t i = 0; topics && i < topics->count; i++) {
        counted_row *row = add_row(counts, ROW_TOPIC, i, g_strdup(topics->items[i].label));
        row->counts = g_new0(size_t, counts->parts);
        row->counts[0] = topics->items[i].persons;
    }
}

static void add_values(counted *counts, row_kind kind, const char *label, unsigned quarter)
{
    counted_row *row = add_row(counts, kind, 0, g_strdup(label));
    row->values = g_new0(lyh_cell, counts->parts);
    for (size_t part = 0; part < counts->parts; part++) {
        bool is_number = question_of(counts)->type == LYH_QUESTION_NUMBER;
        row->values[part] =
            is_number ? values_number(counts, part, quarter) : values_step(counts, part);
    }
}

static void add_total(counted *counts)
{
    counted_row *row = add_row(counts, ROW_TOTAL, 0,
                               g_strdup(lyh_trc(counts->view->catalog, "survey", "Total")));
    row->counts = g_new0(size_t, counts->parts);
    memcpy(row->counts, counts->bases, counts->parts * sizeof *row->counts);
}

static void add_rows(counted *counts)
{
    switch (question_of(counts)->type) {
    case LYH_QUESTION_SINGLE:
    case LYH_QUESTION_MULTIPLE:
        add_alternatives(counts);
        break;
    case LYH_QUESTION_SCALE:
        add_alternatives(counts);
        add_values(counts, ROW_MEDIAN, tr(counts, "Median"), 2);
        break;
    case LYH_QUESTION_NUMBER:
        add_values(counts, ROW_QUARTILE_LOW, tr(counts, "Lower quartile"), 1);
        add_values(counts, ROW_MEDIAN, tr(counts, "Median"), 2);
        add_values(counts, ROW_QUARTILE_HIGH, tr(counts, "Upper quartile"), 3);
        break;
    case LYH_QUESTION_TEXT:
        add_topics(counts);
        break;
    }
    add_total(counts);
}

static void clear_row(void *data)
{
    counted_row *row = data;
    g_free(row->label);
    g_free(row->counts);
    g_free(row->values);
}

void counted_init(counted *counts, const lyh_survey *survey, size_t question,
                  const lyh_survey_view *view)
{
    *counts = (counted){ .survey = survey, .view = view, .question = question };
    counts->rows = g_array_new(FALSE, FALSE, sizeof(counted_row));
    g_array_set_clear_func(counts->rows, clear_row);
    counts->texts = g_ptr_array_new_with_free_func(g_free);
    count_bases(counts);
    add_rows(counts);
}

void counted_clear(counted *counts)
{
    lyh_survey_plan_free(counts->own);
    g_free(counts->bases);
    g_clear_pointer(&counts->rows, g_array_unref);
    g_clear_pointer(&counts->texts, g_ptr_array_unref);
}

/* ---- cells ---- */

bool counted_is_refused(const counted *counts)
{
    return counts->plan && counts->parts == 1;
}

bool counted_hides_groups(const counted *counts)
{
    return counts->parts > 1 &&
           lyh_survey_plan_hides_any(counts->plan, counts->split, counts->question);
}

bool counted_is_hidden(const counted *counts, size_t part)
{
    return lyh_print_level_of(counts->bases[part], counts->view->threshold) ==
           LYH_PRINT_NOTHING;
}

const char *counted_part_name(const counted *counts, size_t part)
{
    return part == 0 ? lyh_trc(counts->view->catalog, "group", "Everyone")
                     : lyh_survey_plan_name(counts->plan, counts->split, counts->question,
                                            part - 1);
}

const char *counted_part_name_by(const counted *counts, size_t part, size_t background)
{
    const char *name = part == 0 ? ""
                       : background == 0
                           ? lyh_survey_plan_first_name(counts->plan, counts->split,
                                                        counts->question, part - 1)
                           : lyh_survey_plan_second_name(counts->plan, counts->split,
                                                         counts->question, part - 1);
    return *name ? name : lyh_trc(counts->view->catalog, "group", "Everyone");
}

bool counted_is_merged(const counted *counts, size_t part)
{
    return part > 0 && lyh_survey_plan_is_merged(counts->plan, counts->split,
                                                 counts->question, part - 1);
}

static bool plan_hides(const counted *counts, const counted_row *row, size_t group)
{
    switch (row->kind) {
    case ROW_ALTERNATIVE:
        return lyh_survey_plan_hides(counts->plan, counts->split, counts->question, group,
                                     row->index);
    case ROW_POOLED:
        return lyh_survey_plan_hides_pooled(counts->plan, counts->split, counts->question,
                                            group, row->index);
    case ROW_QUARTILE_LOW:
    case ROW_MEDIAN:
    case ROW_QUARTILE_HIGH:
        return lyh_survey_plan_hides_values(counts->plan, counts->split, counts->question,
                                            group);
    case ROW_TOPIC:
    case ROW_TOTAL:
        break;
    }
    return false;
}

/* How large the groups are is no secret; how few answered at all may not be told. */
static bool is_told(const counted *counts, const counted_row *row, size_t part)
{
    if (row->kind == ROW_TOTAL)
        return !counted_is_hidden(counts, 0);
    return !counted_is_hidden(counts, part) &&
           (part == 0 || !plan_hides(counts, row, part - 1));
}

/* Answers in own words are counted for everyone together. */
static bool is_for_everyone(const counted_row *row, size_t part)
{
    return row->kind == ROW_TOPIC && part > 0;
}

lyh_cell counted_count(const counted *counts, const counted_row *row, size_t part)
{
    if (!row->counts || is_for_everyone(row, part))
        return lyh_cell_empty();
    return is_told(counts, row, part) ? lyh_cell_count(row->counts[part])
                                      : lyh_cell_hidden();
}

lyh_cell counted_percent(const counted *counts, const counted_row *row, size_t part)
{
    size_t base = counts->bases[part];
    lyh_print_level level = lyh_print_level_of(base, counts->view->threshold);
    if (!row->counts || row->kind == ROW_TOTAL || is_for_everyone(row, part))
        return lyh_cell_empty();
    if (!is_told(counts, row, part))
        return lyh_cell_hidden();
    if (level < LYH_PRINT_PERCENT)
        return lyh_cell_empty();
    unsigned decimals = level == LYH_PRINT_TESTS ? counts->view->decimals : 0;
    return lyh_cell_percent(
        lyh_ratio((int64_t)row->counts[part], (int64_t)base, 100, decimals), decimals);
}

lyh_cell counted_value(const counted *counts, const counted_row *row, size_t part)
{
    if (!row->values)
        return lyh_cell_empty();
    return is_told(counts, row, part) ? row->values[part] : lyh_cell_hidden();
}

/* ---- counts that others ask for ---- */

size_t lyh_survey_count_pooled(const lyh_survey *survey, size_t question,
                               const bool *alternatives)
{
    size_t count = 0;
    const counted counts = { .survey = survey, .question = question };
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        count += answered(&counts, i) && chose_any(&counts, i, alternatives);
    return count;
}

size_t lyh_survey_count_alternative(const lyh_survey *survey, size_t question,
                                    size_t alternative)
{
    size_t count = 0;
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        count += lyh_survey_chose(survey, i, question, alternative);
    return count;
}

size_t lyh_survey_base(const lyh_survey *survey, size_t question)
{
    size_t base = 0;
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        base += lyh_survey_state(survey, i, question) == LYH_ANSWER_GIVEN;
    return base;
}

size_t lyh_survey_asked(const lyh_survey *survey, size_t question)
{
    size_t asked = 0;
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        asked += lyh_survey_state(survey, i, question) != LYH_ANSWER_NOT_ASKED;
    return asked;
}
