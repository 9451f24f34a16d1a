/* Groups of those who answered, tested against each other where the sample allows it. */
#include <string.h>

#include <lyhord/disclosure/comparison.h>

#include "../table/autoptr.h"
#include "gate.h"
#include "survey.h"

/* The groups as they are printed when everybody answers; a group that is too small for that is merged. */
typedef struct test_groups {
    lyh_grouping *grouping;
    size_t *of_person; /* printed group, or LYH_NONE */
    size_t *sizes;
    const char **names;
} test_groups;

static void test_groups_clear(test_groups *groups)
{
    lyh_grouping_free(groups->grouping);
    g_free(groups->of_person);
    g_free(groups->sizes);
    g_free((char **)groups->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(test_groups, test_groups_clear)

static const lyh_background *background_of(const survey_work *work)
{
    return lyh_survey_plan_split(work->view.plan, work->view.split)->first;
}

static size_t index_of(GPtrArray *names, const char *name)
{
    guint index;
    if (g_ptr_array_find_with_equal_func(names, name, g_str_equal, &index))
        return index;
    g_ptr_array_add(names, (char *)name);
    return names->len - 1;
}

/* Those whose group is not known are compared with nobody. */
static void plan(const survey_work *work, test_groups *groups)
{
    const lyh_background *background = background_of(work);
    size_t persons = lyh_survey_count(work->survey);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    groups->of_person = g_new0(size_t, persons + 1);
    for (size_t i = 0; background->order && background->order[i]; i++)
        index_of(names, background->order[i]);
    for (size_t i = 0; i < persons; i++)
        groups->of_person[i] =
            *background->values[i] ? index_of(names, background->values[i]) : LYH_NONE;
    g_autofree size_t *sizes = g_new0(size_t, names->len + 1);
    for (size_t i = 0; i < persons; i++)
        if (groups->of_person[i] != LYH_NONE)
            sizes[groups->of_person[i]]++;
    groups->grouping =
        lyh_grouping_new((const char *const *)names->pdata, sizes, names->len,
                         work->view.threshold, work->cli->catalog);
    for (size_t i = 0; i < persons; i++)
        if (groups->of_person[i] != LYH_NONE)
            groups->of_person[i] = lyh_grouping_of(groups->grouping, groups->of_person[i]);
    size_t count = lyh_grouping_count(groups->grouping);
    groups->sizes = g_new0(size_t, count + 1);
    groups->names = g_new0(const char *, count + 1);
    for (size_t i = 0; i < count; i++) {
        groups->sizes[i] = lyh_grouping_size(groups->grouping, i);
        groups->names[i] = lyh_grouping_name(groups->grouping, i);
    }
}

static void add_question(const survey_work *work, const test_groups *groups,
                         size_t question, lyh_comparisons *comparisons)
{
    const lyh_question *asked =
        lyh_questions_at(lyh_survey_questions(work->survey), question);
    size_t answers = asked->alternative_count;
    bool is_of_one =
        asked->type == LYH_QUESTION_SINGLE || asked->type == LYH_QUESTION_SCALE;
    if (!is_of_one || strcmp(asked->name, background_of(work)->name) == 0)
        return;
    g_autofree uint64_t *counts =
        g_new0(uint64_t, lyh_grouping_count(groups->grouping) * answers);
    for (size_t person = 0; person < lyh_survey_count(work->survey); person++)
        for (size_t i = 0; groups->of_person[person] != LYH_NONE && i < answers; i++)
            counts[groups->of_person[person] * answers + i] +=
                lyh_survey_chose(work->survey, person, question, i);
    g_autofree char *label = g_strdup_printf("%s. %s", asked->name, asked->text);
    bool is_hidden =
        lyh_survey_plan_hides_any(work->view.plan, work->view.split, question) ||
        lyh_survey_plan_groups(work->view.plan, work->view.split, question) == 0;
    lyh_comparisons_add(comparisons, label, is_hidden ? NULL : counts, answers);
}

bool survey_write_tests(survey_work *work)
{
    lyh_cli *cli = work->cli;
    g_auto(test_groups) groups = { 0 };
    plan(work, &groups);
    const lyh_sample sample = {
        lyh_sample_kind_of(lyh_study_setting(work->study, "sample")),
        lyh_study_number(work->study, "population"),
        lyh_survey_count(work->survey),
    };
    size_t count = lyh_grouping_count(groups.grouping);
    if (!lyh_sample_lets_compare(&sample, groups.sizes, count, cli->diags, &cli->error))
        return false;
    const lyh_compared compared = { groups.names, count, background_of(work)->name,
                                    background_of(work)->is_ordered };
    lyh_comparisons *comparisons = lyh_comparisons_new(&compared, cli->catalog);
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(work->survey)); i++)
        if (work->only == LYH_NONE || work->only == i)
            add_question(work, &groups, i, comparisons);
    g_autoptr(lyh_table) table =
        lyh_comparisons_table(comparisons, lyh_trc(cli->catalog, "survey", "question"));
    lyh_comparisons_free(comparisons);
    survey_label(work, table, LYH_NONE);
    lyh_table_set_part(table, LYH_TABLE_UNIT, lyh_tr(cli->catalog, "persons"));
    lyh_table_set_part(table, LYH_TABLE_BASE,
                       lyh_tr(cli->catalog, "persons who answered each question"));
    return (!work->is_of_a_study || gate_lets_table(cli, work->study, table)) &&
           cli_write_table(cli, table);
}
