/* Quartiles of groups, shown where two persons, or two and two, could have given each other's number. */
#include "plan_private.h"

/* So many times two are sought who make up for two others. */
#define MOST_TRIED 2000000

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

static bool is_together(const plan_question *question, guint split, size_t one,
                        size_t other)
{
    size_t own = question->split_of[split];
    return lyh_release_part_of(question->release, own, one) ==
           lyh_release_part_of(question->release, own, other);
}

static bool may_exchange(const plan_question *question, size_t one, size_t other,
                         size_t now)
{
    if (number_of(question, one) == number_of(question, other))
        return false;
    for (guint i = 0; i < question->plan->splits->len; i++)
        if (is_shown(question, i, now) && !is_together(question, i, one, other))
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

static bool two_could(const plan_question *question, const number_target *target,
                      size_t now)
{
    for (guint i = 0; i < target->persons->len; i++)
        for (size_t other = 0; other < question->persons->len; other++)
            if (may_exchange(question, g_array_index(target->persons, size_t, i), other,
                             now) &&
                !is_in(target, other))
                return true;
    return false;
}

/* ---- two and two ---- */

/*
 * When @one and @other exchange their numbers, @third, who gave the number of @other, and @fourth, who gave that of
 * @one, make up for it: where the first two are parted, the third is with the first and the fourth with the second;
 * elsewhere they are together.
 */
typedef struct four {
    size_t one, other, third, fourth;
} four;

static bool make_up(const plan_question *question, const four *who, size_t now)
{
    for (guint i = 0; i < question->plan->splits->len; i++) {
        if (!is_shown(question, i, now))
            continue;
        bool fits = is_together(question, i, who->one, who->other)
                        ? is_together(question, i, who->third, who->fourth)
                        : is_together(question, i, who->one, who->third) &&
                              is_together(question, i, who->other, who->fourth);
        if (!fits)
            return false;
    }
    return true;
}

/* Those outside the group by their number: gint64 -> GArray of size_t. */
static GHashTable *by_number(const plan_question *question, const number_target *target)
{
    GHashTable *all = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free,
                                            (GDestroyNotify)g_array_unref);
    for (size_t i = 0; i < question->persons->len; i++) {
        gint64 number = number_of(question, i);
        GArray *those = g_hash_table_lookup(all, &number);
        if (is_in(target, i))
            continue;
        if (!those) {
            those = g_array_new(FALSE, FALSE, sizeof(size_t));
            g_hash_table_insert(all, g_memdup2(&number, sizeof number), those);
        }
        g_array_append_val(those, i);
    }
    return all;
}

static bool somebody_makes_up(const plan_question *question, GHashTable *all, size_t one,
                              size_t other, size_t now, size_t *tried)
{
    gint64 first = number_of(question, one), second = number_of(question, other);
    const GArray *thirds = g_hash_table_lookup(all, &second);
    const GArray *fourths = g_hash_table_lookup(all, &first);
    for (guint i = 0; thirds && fourths && i < thirds->len; i++)
        for (guint k = 0; k < fourths->len && *tried < MOST_TRIED; k++) {
            const four who = { one, other, g_array_index(thirds, size_t, i),
                               g_array_index(fourths, size_t, k) };
            (*tried)++;
            if (who.third != other && make_up(question, &who, now))
                return true;
        }
    return false;
}

static bool four_could(const plan_question *question, const number_target *target,
                       size_t now)
{
    size_t tried = 0;
    g_autoptr(GHashTable) all = by_number(question, target);
    for (guint i = 0; i < target->persons->len; i++) {
        size_t one = g_array_index(target->persons, size_t, i);
        for (size_t other = 0; other < question->persons->len; other++)
            if (!is_in(target, other) &&
                number_of(question, one) != number_of(question, other) &&
                somebody_makes_up(question, all, one, other, now, &tried))
                return true;
    }
    return false;
}

static bool is_safe(const plan_question *question, const number_target *target, size_t now)
{
    return two_could(question, target, now) || four_could(question, target, now);
}

/* ---- what is hidden ---- */

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

/* Does the split show the group as one with others? Then it is its quartiles that tell most of it. */
static bool is_own(const plan_question *question, const number_target *target, guint split)
{
    size_t own = question->split_of[split];
    size_t first = g_array_index(target->persons, size_t, 0);
    for (guint i = 1; i < target->persons->len; i++)
        if (!is_together(question, split, first, g_array_index(target->persons, size_t, i)))
            return false;
    size_t part = lyh_release_part_of(question->release, own, first);
    return part != LYH_NONE && lyh_release_is_merged(question->release, own, part);
}

/* Splits that may be hidden: those that show the group with others, and the newest, first. guint. */
static GArray *splits_to_hide(const plan_question *question, const number_target *target,
                              size_t now)
{
    GArray *some = g_array_new(FALSE, FALSE, sizeof(guint));
    for (int own = 1; own >= 0; own--)
        for (guint i = question->plan->splits->len; i > 0; i--) {
            guint split = i - 1;
            if (is_shown(question, split, now) && split_at(question, split)->time == now &&
                is_own(question, target, split) == own)
                g_array_append_val(some, split);
        }
    return some;
}

/* One split if one is enough; else all, less those that need not be. */
static void keep(plan_question *question, const number_target *target, size_t now)
{
    if (is_safe(question, target, now))
        return;
    g_autoptr(GArray) some = splits_to_hide(question, target, now);
    for (guint i = 0; i < some->len; i++) {
        bool *hides = &question->hides_quartiles[g_array_index(some, guint, i)];
        *hides = true;
        if (is_safe(question, target, now))
            return;
        *hides = false;
    }
    for (guint i = 0; i < some->len; i++)
        question->hides_quartiles[g_array_index(some, guint, i)] = true;
    for (guint i = some->len; i > 0; i--) {
        bool *hides = &question->hides_quartiles[g_array_index(some, guint, i - 1)];
        *hides = false;
        *hides = !is_safe(question, target, now);
    }
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
