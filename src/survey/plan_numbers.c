/* Quartiles of groups, shown where two persons could have given each other's number. */
#include "plan_private.h"

/* A group too small to be shown alone, among those who answered. */
typedef struct number_target {
    GArray *persons; /* size_t, of the release */
    size_t time;
} number_target;

static void clear_target(void *data)
{
    g_array_unref(((number_target *)data)->persons);
}

static const lyh_release_split *split_at(const plan_question *question, size_t index)
{
    return &g_array_index(question->plan->splits, lyh_release_split, index);
}

static bool is_shown(const plan_question *question, size_t split, size_t now)
{
    return question->split_of[split] != LYH_NONE && !question->hides_quartiles[split] &&
           split_at(question, split)->time <= now;
}

static gint64 number_of(const plan_question *question, size_t person)
{
    return lyh_survey_number(question->plan->survey,
                             g_array_index(question->persons, size_t, person),
                             question->index);
}

static bool may_exchange(const plan_question *question, size_t one, size_t other,
                         size_t now)
{
    if (number_of(question, one) == number_of(question, other))
        return false;
    for (guint i = 0; i < question->plan->splits->len; i++)
        if (is_shown(question, i, now) &&
            lyh_release_part_of(question->release, question->split_of[i], one) !=
                lyh_release_part_of(question->release, question->split_of[i], other))
            return false;
    return true;
}

static bool is_in(const number_target *target, size_t person)
{
    for (guint i = 0; i < target->persons->len; i++)
        if (g_array_index(target->persons, size_t, i) == person)
            return true;
    return false;
}

static bool is_safe(const plan_question *question, const number_target *target, size_t now)
{
    for (guint i = 0; i < target->persons->len; i++)
        for (size_t other = 0; other < question->persons->len; other++)
            if (may_exchange(question, g_array_index(target->persons, size_t, i), other,
                             now) &&
                !is_in(target, other))
                return true;
    return false;
}

/* Of persons by their values of a split: those of the same value or pair of values are a group. */
static void find_targets(const plan_question *question, const lyh_release_split *split,
                         size_t second, GArray *targets)
{
    g_autoptr(GHashTable) groups = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autofree gint64 *keys = g_new0(gint64, question->persons->len + 1);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    for (size_t i = 0; i < question->persons->len; i++) {
        size_t within = second == LYH_NONE ? 0 : plan_value_of(question, second, i);
        keys[i] =
            (gint64)plan_value_of(question, split->first, i) * G_MAXINT32 + (gint64)within;
        GArray *group = g_hash_table_lookup(groups, &keys[i]);
        if (!group) {
            group = g_array_new(FALSE, FALSE, sizeof(size_t));
            g_hash_table_insert(groups, &keys[i], group);
            g_ptr_array_add(found, group);
        }
        g_array_append_val(group, i);
    }
    for (guint i = 0; i < found->len; i++) {
        const number_target target = { found->pdata[i], split->time };
        if (target.persons->len < question->plan->threshold)
            g_array_append_val(targets, target);
        else
            g_array_unref(target.persons);
    }
}

static void keep(plan_question *question, const number_target *target, size_t now)
{
    for (guint i = question->plan->splits->len; i > 0; i--)
        if (split_at(question, i - 1)->time == now && !is_safe(question, target, now))
            question->hides_quartiles[i - 1] = true;
}

void plan_hide_quartiles(plan_question *question)
{
    size_t last = 0;
    g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(number_target));
    g_array_set_clear_func(targets, clear_target);
    for (guint i = 0; i < question->plan->splits->len; i++) {
        const lyh_release_split *split = split_at(question, i);
        last = MAX(last, split->time);
        if (question->split_of[i] == LYH_NONE)
            continue;
        find_targets(question, split, LYH_NONE, targets);
        if (split->second != LYH_NONE) {
            const lyh_release_split other = { split->second, LYH_NONE, split->time };
            find_targets(question, &other, LYH_NONE, targets);
            find_targets(question, split, split->second, targets);
        }
    }
    for (size_t now = 0; now <= last; now++)
        for (guint i = 0; i < targets->len; i++) {
            const number_target *target = &g_array_index(targets, number_target, i);
            if (target->time <= now)
                keep(question, target, now);
        }
}
