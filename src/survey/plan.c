/* The groups of a survey's tables, question by question, and what is released of each. */
#include "plan_private.h"

static void free_values(void *data)
{
    plan_values *values = data;
    g_ptr_array_unref(values->names);
    g_free(values->of);
    g_free(values);
}

static void free_question(void *data)
{
    plan_question *question = data;
    lyh_release_free(question->release);
    g_array_unref(question->persons);
    g_array_unref(question->splits);
    g_free(question->person_of);
    g_free(question->split_of);
    g_free(question->hides_quartiles);
    g_free(question);
}

void lyh_survey_plan_free(lyh_survey_plan *plan)
{
    if (!plan)
        return;
    g_array_unref(plan->given);
    g_array_unref(plan->splits);
    g_ptr_array_unref(plan->values);
    g_ptr_array_unref(plan->questions);
    g_free(plan);
}

/* ---- backgrounds ---- */

static size_t value_index(GPtrArray *names, GHashTable *known, const char *name)
{
    gpointer index;
    if (g_hash_table_lookup_extended(known, name, NULL, &index))
        return GPOINTER_TO_SIZE(index);
    g_hash_table_insert(known, (char *)name, GSIZE_TO_POINTER(names->len));
    g_ptr_array_add(names, (char *)name);
    return names->len - 1;
}

static plan_values *values_of(const lyh_survey_plan *plan, const lyh_background *background)
{
    size_t persons = lyh_survey_count(plan->survey);
    plan_values *values = g_new0(plan_values, 1);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    values->background = background;
    values->names = g_ptr_array_new();
    values->of = g_new0(size_t, persons + 1);
    for (size_t i = 0; background->order && background->order[i]; i++)
        value_index(values->names, known, background->order[i]);
    for (size_t i = 0; i < persons; i++)
        values->of[i] =
            value_index(values->names, known,
                        *background->values[i] ? background->values[i]
                                               : lyh_tr(plan->catalog, "(unknown)"));
    return values;
}

/* Backgrounds of the same values are the same: a release of another day brings its own. */
static size_t take_background(lyh_survey_plan *plan, const lyh_background *background)
{
    for (guint i = 0; i < plan->values->len; i++) {
        const plan_values *known = plan->values->pdata[i];
        if (g_strcmp0(known->background->name, background->name) == 0)
            return i;
    }
    g_ptr_array_add(plan->values, values_of(plan, background));
    return plan->values->len - 1;
}

static void take_split(lyh_survey_plan *plan, const lyh_survey_split *given)
{
    const lyh_release_split split = {
        .first = take_background(plan, given->first),
        .second = given->second ? take_background(plan, given->second) : LYH_NONE,
        .time = given->time,
    };
    g_array_append_val(plan->given, *given);
    g_array_append_val(plan->splits, split);
}

size_t plan_value_of(const plan_question *question, size_t values, size_t person)
{
    const plan_values *known = question->plan->values->pdata[values];
    return known->of[g_array_index(question->persons, size_t, person)];
}

/* ---- what is asked of a question ---- */

static bool chose(const void *user, size_t person, size_t alternative)
{
    const plan_question *question = user;
    return lyh_survey_chose(question->plan->survey,
                            g_array_index(question->persons, size_t, person),
                            question->index, alternative);
}

static bool holds(const void *user, size_t row, size_t alternative)
{
    const lyh_question *asked = ((const plan_question *)user)->asked;
    return row < asked->alternative_count
               ? row == alternative
               : asked->poolings[row - asked->alternative_count].holds[alternative];
}

const char *lyh_survey_row_label(const lyh_question *question, size_t row)
{
    size_t alternatives = question->alternative_count;
    return row < alternatives ? question->alternatives[row].text
                              : question->poolings[row - alternatives].name;
}

static bool accepts(const void *user, const char *group, size_t row)
{
    const plan_question *question = user;
    const lyh_survey_plan *plan = question->plan;
    return plan->accepts(plan->user, question->asked,
                         lyh_survey_row_label(question->asked, row), group);
}

/*
 * Would the names of the groups tell that none of a hidden group answered, though somebody of it was asked?
 * Who was not asked at all is no secret: that is the survey's doing.
 */
static bool would_miss_a_name(const plan_question *question, const plan_values *values)
{
    const lyh_survey_plan *plan = question->plan;
    g_autofree size_t *all = g_new0(size_t, values->names->len + 1);
    g_autofree size_t *answered = g_new0(size_t, values->names->len + 1);
    g_autofree size_t *silent = g_new0(size_t, values->names->len + 1);
    for (size_t i = 0; i < lyh_survey_count(plan->survey); i++) {
        lyh_answer_state state = lyh_survey_state(plan->survey, i, question->index);
        all[values->of[i]]++;
        answered[values->of[i]] += state == LYH_ANSWER_GIVEN;
        silent[values->of[i]] += state == LYH_ANSWER_MISSING;
    }
    for (guint i = 0; i < values->names->len; i++)
        if (all[i] < plan->threshold && answered[i] == 0 && silent[i] > 0)
            return true;
    return false;
}

static void choose_splits(plan_question *question)
{
    const lyh_survey_plan *plan = question->plan;
    for (guint i = 0; i < plan->splits->len; i++) {
        lyh_release_split split = g_array_index(plan->splits, lyh_release_split, i);
        bool is_fit = !would_miss_a_name(question, plan->values->pdata[split.first]);
        if (split.second != LYH_NONE)
            is_fit =
                is_fit && !would_miss_a_name(question, plan->values->pdata[split.second]);
        question->split_of[i] = is_fit ? question->splits->len : LYH_NONE;
        if (is_fit)
            g_array_append_val(question->splits, split);
    }
}

static void plan_release(plan_question *question)
{
    const lyh_survey_plan *plan = question->plan;
    size_t persons = question->persons->len;
    g_autofree lyh_release_attribute *attributes =
        g_new0(lyh_release_attribute, plan->values->len + 1);
    g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < plan->values->len; i++) {
        const plan_values *values = plan->values->pdata[i];
        size_t *of = g_new0(size_t, persons + 1);
        for (size_t person = 0; person < persons; person++)
            of[person] = plan_value_of(question, i, person);
        g_ptr_array_add(held, of);
        attributes[i] = (lyh_release_attribute){ (const char *const *)values->names->pdata,
                                                 values->names->len, of };
    }
    const lyh_release_split *splits =
        (const lyh_release_split *)(void *)question->splits->data;
    const lyh_release_question closed = {
        .alternatives = question->asked->alternative_count,
        .is_exclusive = question->asked->type != LYH_QUESTION_MULTIPLE,
        .chose = chose,
        .rows = question->asked->alternative_count + question->asked->pooling_count,
        .holds = holds,
        .accepts = plan->accepts ? accepts : NULL,
        .user = question,
    };
    question->release =
        closed.rows > 0
            ? lyh_release_of_question(persons, attributes, splits, question->splits->len,
                                      &closed, plan->threshold, plan->catalog)
            : lyh_release_new(persons, NULL, attributes, splits, question->splits->len,
                              NULL, plan->threshold, plan->catalog);
}

static plan_question *question_of(const lyh_survey_plan *plan, size_t index)
{
    size_t persons = lyh_survey_count(plan->survey);
    plan_question *question = g_new0(plan_question, 1);
    question->plan = plan;
    question->index = index;
    question->asked = lyh_questions_at(lyh_survey_questions(plan->survey), index);
    question->persons = g_array_new(FALSE, FALSE, sizeof(size_t));
    question->person_of = g_new0(size_t, persons + 1);
    for (size_t i = 0; i < persons; i++) {
        bool has_answered = lyh_survey_state(plan->survey, i, index) == LYH_ANSWER_GIVEN;
        question->person_of[i] = has_answered ? question->persons->len : LYH_NONE;
        if (has_answered)
            g_array_append_val(question->persons, i);
    }
    question->splits = g_array_new(FALSE, FALSE, sizeof(lyh_release_split));
    question->split_of = g_new0(size_t, plan->splits->len + 1);
    question->hides_quartiles = g_new0(bool, plan->splits->len + 1);
    choose_splits(question);
    plan_release(question);
    if (question->asked->type == LYH_QUESTION_NUMBER)
        plan_hide_quartiles(question);
    return question;
}

lyh_survey_plan *lyh_survey_plan_new(const lyh_survey *survey,
                                     const lyh_survey_split *splits, size_t count,
                                     size_t threshold, lyh_survey_accepts accepts_cell,
                                     const void *user, const lyh_catalog *catalog)
{
    lyh_survey_plan *plan = g_new0(lyh_survey_plan, 1);
    plan->accepts = accepts_cell;
    plan->user = user;
    plan->survey = survey;
    plan->catalog = catalog;
    plan->threshold = threshold;
    plan->given = g_array_new(FALSE, FALSE, sizeof(lyh_survey_split));
    plan->splits = g_array_new(FALSE, FALSE, sizeof(lyh_release_split));
    plan->values = g_ptr_array_new_with_free_func(free_values);
    plan->questions = g_ptr_array_new_with_free_func(free_question);
    for (size_t i = 0; i < count; i++)
        take_split(plan, &splits[i]);
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(survey)); i++)
        g_ptr_array_add(plan->questions, question_of(plan, i));
    return plan;
}

/* ---- what others ask ---- */

const lyh_survey_split *lyh_survey_plan_split(const lyh_survey_plan *plan, size_t split)
{
    g_assert(split < plan->given->len);
    return &g_array_index(plan->given, lyh_survey_split, split);
}

static const plan_question *question_at(const lyh_survey_plan *plan, size_t question)
{
    g_assert(question < plan->questions->len);
    return plan->questions->pdata[question];
}

size_t lyh_survey_plan_groups(const lyh_survey_plan *plan, size_t split, size_t question)
{
    const plan_question *asked = question_at(plan, question);
    size_t own = asked->split_of[split];
    return own == LYH_NONE ? 0 : lyh_release_parts(asked->release, own);
}

const char *lyh_survey_plan_name(const lyh_survey_plan *plan, size_t split, size_t question,
                                 size_t group)
{
    const plan_question *asked = question_at(plan, question);
    return lyh_release_full_name(asked->release, asked->split_of[split], group);
}

const char *lyh_survey_plan_first_name(const lyh_survey_plan *plan, size_t split,
                                       size_t question, size_t group)
{
    const plan_question *asked = question_at(plan, question);
    return lyh_release_name(asked->release, asked->split_of[split], group);
}

const char *lyh_survey_plan_second_name(const lyh_survey_plan *plan, size_t split,
                                        size_t question, size_t group)
{
    const plan_question *asked = question_at(plan, question);
    return lyh_release_second_name(asked->release, asked->split_of[split], group);
}

bool lyh_survey_plan_is_merged(const lyh_survey_plan *plan, size_t split, size_t question,
                               size_t group)
{
    const plan_question *asked = question_at(plan, question);
    return lyh_release_is_merged(asked->release, asked->split_of[split], group);
}

bool lyh_survey_plan_has(const lyh_survey_plan *plan, size_t split, size_t question,
                         size_t group, size_t person)
{
    const plan_question *asked = question_at(plan, question);
    size_t own = asked->split_of[split];
    if (own == LYH_NONE || asked->person_of[person] == LYH_NONE)
        return false;
    size_t part = lyh_release_part_of(asked->release, own, asked->person_of[person]);
    return part != LYH_NONE &&
           (part == group || lyh_release_within(asked->release, own, part) == group);
}

static bool hides_row(const lyh_survey_plan *plan, size_t split, size_t question,
                      size_t group, size_t row)
{
    const plan_question *asked = question_at(plan, question);
    return lyh_release_hides(asked->release, asked->split_of[split], group, row,
                             LYH_LINE_ANY);
}

bool lyh_survey_plan_hides(const lyh_survey_plan *plan, size_t split, size_t question,
                           size_t group, size_t alternative)
{
    return hides_row(plan, split, question, group, alternative);
}

bool lyh_survey_plan_hides_pooled(const lyh_survey_plan *plan, size_t split,
                                  size_t question, size_t group, size_t pooling)
{
    size_t alternatives = question_at(plan, question)->asked->alternative_count;
    return hides_row(plan, split, question, group, alternatives + pooling);
}

bool lyh_survey_plan_hides_values(const lyh_survey_plan *plan, size_t split,
                                  size_t question, size_t group)
{
    const plan_question *asked = question_at(plan, question);
    return asked->asked->type == LYH_QUESTION_NUMBER
               ? asked->hides_quartiles[split]
               : lyh_release_hides_values(asked->release, asked->split_of[split], group);
}

bool lyh_survey_plan_hides_any(const lyh_survey_plan *plan, size_t split, size_t question)
{
    for (size_t group = 0; group < lyh_survey_plan_groups(plan, split, question); group++)
        if (lyh_survey_plan_hides_values(plan, split, question, group))
            return true;
    return false;
}

bool lyh_survey_plan_is_unsure(const lyh_survey_plan *plan)
{
    for (guint i = 0; i < plan->questions->len; i++)
        if (lyh_release_is_unsure(question_at(plan, i)->release))
            return true;
    return false;
}
