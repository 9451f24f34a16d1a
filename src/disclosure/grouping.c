#include <lyhord/disclosure/grouping.h>

#include <glib.h>

#include <lyhord/base/csv.h>

/* From these bases on whole percent, and tests, say more than they hide (docs/architecture.md §6). */
#define PERCENT_FROM 20
#define TESTS_FROM 50

typedef struct printed_group {
    char *name;
    size_t size;
    bool is_merged;
} printed_group;

struct lyh_grouping {
    GArray *printed; /* printed_group */
    GArray *of;      /* size_t: original group -> printed group, or LYH_NONE */
};

/* The groups while they are merged. */
typedef struct merging {
    const char *const *names;
    const size_t *sizes;
    size_t count, threshold;
    bool *is_merged; /* by original group */
    size_t merged_size;
} merging;

/* The smallest group with anybody that stands alone, the first of equals; LYH_NONE for none. */
static size_t smallest_alone(const merging *plan)
{
    size_t smallest = LYH_NONE;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->sizes[i] > 0 && !plan->is_merged[i] &&
            (smallest == LYH_NONE || plan->sizes[i] < plan->sizes[smallest]))
            smallest = i;
    return smallest;
}

/* Every group under the threshold, then, while together they are still under it, the next smallest. */
static void merge_small_ones(merging *plan)
{
    for (;;) {
        size_t next = smallest_alone(plan);
        if (next == LYH_NONE)
            return;
        bool is_small = plan->sizes[next] < plan->threshold;
        bool needs_more = plan->merged_size > 0 && plan->merged_size < plan->threshold;
        if (!is_small && !needs_more)
            return;
        plan->is_merged[next] = true;
        plan->merged_size += plan->sizes[next];
    }
}

static char *merged_name(const merging *plan, const lyh_catalog *catalog)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < plan->count; i++)
        if (plan->is_merged[i])
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "",
                                   plan->names[i]);
    return g_strdup_printf(lyh_tr(catalog, "Others (%s)"), names->str);
}

static void print_those_alone(lyh_grouping *grouping, const merging *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        size_t printed = LYH_NONE;
        if (plan->sizes[i] > 0 && !plan->is_merged[i]) {
            printed_group group = { g_strdup(plan->names[i]), plan->sizes[i], false };
            printed = grouping->printed->len;
            g_array_append_val(grouping->printed, group);
        }
        g_array_append_val(grouping->of, printed);
    }
}

static void print_merged(lyh_grouping *grouping, const merging *plan,
                         const lyh_catalog *catalog)
{
    if (plan->merged_size == 0)
        return;
    printed_group group = { merged_name(plan, catalog), plan->merged_size, true };
    for (size_t i = 0; i < plan->count; i++)
        if (plan->is_merged[i])
            g_array_index(grouping->of, size_t, i) = grouping->printed->len;
    g_array_append_val(grouping->printed, group);
}

static void refuse(lyh_grouping *grouping)
{
    g_array_set_size(grouping->printed, 0);
    for (guint i = 0; i < grouping->of->len; i++)
        g_array_index(grouping->of, size_t, i) = LYH_NONE;
}

static void clear_printed(gpointer data)
{
    g_free(((printed_group *)data)->name);
}

lyh_grouping *lyh_grouping_new(const char *const *names, const size_t *sizes, size_t count,
                               size_t threshold, const lyh_catalog *catalog)
{
    g_autofree bool *is_merged = g_new0(bool, count);
    merging plan = { names, sizes, count, threshold, is_merged, 0 };
    merge_small_ones(&plan);

    lyh_grouping *grouping = g_new0(lyh_grouping, 1);
    grouping->printed = g_array_new(FALSE, FALSE, sizeof(printed_group));
    g_array_set_clear_func(grouping->printed, clear_printed);
    grouping->of = g_array_new(FALSE, FALSE, sizeof(size_t));
    print_those_alone(grouping, &plan);
    print_merged(grouping, &plan, catalog);
    if (grouping->printed->len < 2)
        refuse(grouping);
    return grouping;
}

void lyh_grouping_free(lyh_grouping *grouping)
{
    if (!grouping)
        return;
    g_array_unref(grouping->printed);
    g_array_unref(grouping->of);
    g_free(grouping);
}

bool lyh_grouping_is_refused(const lyh_grouping *grouping)
{
    return grouping->printed->len == 0;
}

size_t lyh_grouping_count(const lyh_grouping *grouping)
{
    return grouping->printed->len;
}

static const printed_group *printed_at(const lyh_grouping *grouping, size_t printed)
{
    g_assert(printed < grouping->printed->len);
    return &g_array_index(grouping->printed, printed_group, printed);
}

const char *lyh_grouping_name(const lyh_grouping *grouping, size_t printed)
{
    return printed_at(grouping, printed)->name;
}

size_t lyh_grouping_size(const lyh_grouping *grouping, size_t printed)
{
    return printed_at(grouping, printed)->size;
}

bool lyh_grouping_is_merged(const lyh_grouping *grouping, size_t printed)
{
    return printed_at(grouping, printed)->is_merged;
}

size_t lyh_grouping_of(const lyh_grouping *grouping, size_t group)
{
    g_assert(group < grouping->of->len);
    return g_array_index(grouping->of, size_t, group);
}

lyh_print_level lyh_print_level_of(size_t base, size_t threshold)
{
    if (base < threshold)
        return LYH_PRINT_NOTHING;
    if (base < PERCENT_FROM)
        return LYH_PRINT_COUNTS;
    return base < TESTS_FROM ? LYH_PRINT_PERCENT : LYH_PRINT_TESTS;
}

bool lyh_grouping_hide(const lyh_grouping *grouping, const size_t *counts, bool *hidden)
{
    bool tells = false;
    size_t said = 0, persons = 0;
    for (guint i = 0; i < grouping->printed->len; i++) {
        const printed_group *group = printed_at(grouping, i);
        g_assert(counts[i] <= group->size);
        said += counts[i];
        persons += group->size;
        tells |= group->is_merged && (counts[i] == 0 || counts[i] == group->size);
    }
    tells &= said > 0 && said < persons;
    for (guint i = 0; i < grouping->printed->len; i++)
        hidden[i] = tells;
    return tells;
}
