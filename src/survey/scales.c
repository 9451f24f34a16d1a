#include <lyhord/survey/scales.h>

#include <string.h>

#include <glib.h>

#include <lyhord/disclosure/grouping.h>
#include <lyhord/stats/rounding.h>

static const lyh_question *question_at(const lyh_survey *survey, size_t question)
{
    return lyh_questions_at(lyh_survey_questions(survey), question);
}

bool lyh_survey_same_scale(const lyh_survey *survey, size_t question, size_t other)
{
    const lyh_question *one = question_at(survey, question);
    const lyh_question *two = question_at(survey, other);
    if (one->type != LYH_QUESTION_SCALE || two->type != LYH_QUESTION_SCALE ||
        one->alternative_count != two->alternative_count)
        return false;
    for (size_t i = 0; i < one->alternative_count; i++)
        if (strcmp(one->alternatives[i].text, two->alternatives[i].text) != 0 ||
            one->alternatives[i].is_outside != two->alternatives[i].is_outside)
            return false;
    return true;
}

void lyh_survey_scale(const lyh_survey *survey, size_t question, size_t *questions,
                      size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(survey)); i++)
        if (lyh_survey_same_scale(survey, question, i))
            questions[(*count)++] = i;
}

/* The steps in their order, then what is no step: a column each, and one of percent. */
static void add_columns(const lyh_question *question, lyh_table *table, bool are_outside)
{
    size_t number = 0;
    for (size_t i = 0; i < question->alternative_count; i++) {
        const lyh_alternative *alternative = &question->alternatives[i];
        if (alternative->is_outside != are_outside)
            continue;
        g_autofree char *name =
            g_strdup_printf("%s_%zu", are_outside ? "aside" : "step", ++number);
        g_autofree char *percent = g_strdup_printf("%s percent", name);
        lyh_table_add_column(table, name, alternative->text);
        lyh_table_add_column(table, percent, alternative->text);
    }
}

static void set_alternative(const lyh_survey *survey, size_t question, size_t alternative,
                            const lyh_survey_view *view, lyh_table *table, size_t row,
                            size_t column)
{
    size_t base = lyh_survey_base(survey, question);
    size_t persons = lyh_survey_count_alternative(survey, question, alternative);
    lyh_print_level level = lyh_print_level_of(base, view->threshold);
    int64_t percent = base > 0 ? lyh_ratio((int64_t)persons, (int64_t)base, 100, 0) : 0;
    bool is_hidden = level == LYH_PRINT_NOTHING;
    lyh_table_set_cell(table, row, column,
                       is_hidden ? lyh_cell_hidden() : lyh_cell_of(persons, base));
    if (level >= LYH_PRINT_PERCENT)
        lyh_table_set_cell(table, row, column + 1, lyh_cell_percent(percent, 0));
    else if (is_hidden)
        lyh_table_set_cell(table, row, column + 1, lyh_cell_hidden());
}

static void add_question(const lyh_survey *survey, size_t question,
                         const lyh_survey_view *view, lyh_table *table)
{
    const lyh_question *asked = question_at(survey, question);
    size_t row = lyh_table_add_row(table), column = 1;
    g_autofree char *label = g_strdup_printf("%s. %s", asked->name, asked->text);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(label));
    for (int outside = 0; outside <= 1; outside++) {
        for (size_t i = 0; i < asked->alternative_count; i++) {
            if (asked->alternatives[i].is_outside != (outside == 1))
                continue;
            set_alternative(survey, question, i, view, table, row, column);
            column += 2;
        }
    }
}

/* "181–185 persons a question", or that all questions have the same number; none of those that are hidden. */
static char *base_of(const lyh_survey *survey, const size_t *questions, size_t count,
                     const lyh_survey_view *view, bool *has_percent)
{
    size_t low = SIZE_MAX, high = 0;
    *has_percent = true;
    for (size_t i = 0; i < count; i++) {
        size_t base = lyh_survey_base(survey, questions[i]);
        lyh_print_level level = lyh_print_level_of(base, view->threshold);
        if (level == LYH_PRINT_NOTHING)
            continue;
        *has_percent &= level >= LYH_PRINT_PERCENT;
        low = MIN(low, base);
        high = MAX(high, base);
    }
    if (high == 0)
        return NULL;
    return low == high
               ? g_strdup_printf(lyh_trn(view->catalog, "%zu person", "%zu persons", low),
                                 low)
               : g_strdup_printf(lyh_tr(view->catalog, "%1$zu–%2$zu persons"), low, high);
}

lyh_table *lyh_survey_scale_table(const lyh_survey *survey, const size_t *questions,
                                  size_t count, const lyh_survey_view *view)
{
    const lyh_catalog *catalog = view->catalog;
    bool has_percent;
    lyh_table *table = lyh_table_new("scale");
    g_assert(count > 0);
    lyh_table_add_column(table, "question", lyh_trc(catalog, "survey", "question"));
    add_columns(question_at(survey, questions[0]), table, false);
    add_columns(question_at(survey, questions[0]), table, true);
    for (size_t i = 0; i < count; i++)
        add_question(survey, questions[i], view, table);
    g_autofree char *base = base_of(survey, questions, count, view, &has_percent);
    lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT,
                       has_percent
                           ? lyh_tr(catalog, "per cent of those who answered each question")
                           : lyh_tr(catalog, "persons who answered each question"));
    return table;
}
