#include <lyhord/tally/group_tests.h>

#include <lyhord/disclosure/comparison.h>

#include "tables.h"

/* The groups as they are compared. */
typedef struct compared_groups {
    lyh_compared plain; /* lends the names */
    const char **names; /* in the order they are compared in */
    size_t *sizes;
    size_t *place; /* by printed group: where it stands in that order */
} compared_groups;

static void compared_groups_clear(compared_groups *groups)
{
    g_free(groups->names);
    g_free(groups->sizes);
    g_free(groups->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(compared_groups, compared_groups_clear)

/* Where @name stands in @order; LYH_NONE for nowhere, as a merged group does. */
static size_t place_in(const char *const *order, const char *name)
{
    for (size_t i = 0; order && order[i]; i++)
        if (g_strcmp0(order[i], name) == 0)
            return i;
    return LYH_NONE;
}

static bool are_ordered(const lyh_grouping *grouping, const char *const *order)
{
    for (size_t i = 0; i < lyh_grouping_count(grouping); i++)
        if (place_in(order, lyh_grouping_name(grouping, i)) == LYH_NONE)
            return false;
    return true;
}

/* How many of the printed groups come before group @group in @order. */
static size_t earlier_in(const lyh_grouping *grouping, const char *const *order,
                         size_t group)
{
    size_t own = place_in(order, lyh_grouping_name(grouping, group)), earlier = 0;
    for (size_t i = 0; i < lyh_grouping_count(grouping); i++)
        earlier += place_in(order, lyh_grouping_name(grouping, i)) < own;
    return earlier;
}

static void compared_groups_init(compared_groups *groups, const lyh_tally *tally,
                                 const lyh_tally_view *view, const char *const *order)
{
    const lyh_grouping *grouping = view->grouping;
    size_t count = grouping ? lyh_grouping_count(grouping) : 0;
    bool is_ordered = count > 0 && are_ordered(grouping, order);
    *groups = (compared_groups){
        .names = g_new0(const char *, count + 1),
        .sizes = g_new0(size_t, count + 1),
        .place = g_new0(size_t, count + 1),
    };
    for (size_t i = 0; i < count; i++) {
        size_t place = is_ordered ? earlier_in(grouping, order, i) : i;
        groups->place[i] = place;
        groups->names[place] = lyh_grouping_name(grouping, i);
        groups->sizes[place] = lyh_grouping_size(grouping, i);
    }
    groups->plain = (lyh_compared){
        .names = groups->names,
        .count = count,
        .attribute = count > 0
                         ? lyh_respondents_attribute(tally->respondents, view->attribute)
                         : NULL,
        .is_ordered = is_ordered,
    };
}

/* The figures of the groups, in the order of their columns: everyone's is the first of a row. */
static bool take_figures(const lyh_table *persons, size_t row,
                         const compared_groups *groups, uint64_t *counts)
{
    size_t group = 0;
    bool is_everyone = true;
    for (size_t column = 1; column < lyh_table_column_count(persons); column++) {
        const lyh_cell *cell = lyh_table_cell(persons, row, column);
        if (cell->kind == LYH_CELL_HIDDEN)
            return false;
        if (cell->kind != LYH_CELL_OF)
            continue;
        if (!is_everyone) {
            g_assert(group < groups->plain.count);
            uint64_t *of_group = counts + groups->place[group++] * 2;
            of_group[0] = (uint64_t)cell->number;
            of_group[1] = (uint64_t)(cell->base - cell->number);
        }
        is_everyone = false;
    }
    return group == groups->plain.count;
}

static void compare(const lyh_table *persons, const compared_groups *groups,
                    lyh_comparisons *comparisons)
{
    g_autofree uint64_t *counts = g_new(uint64_t, groups->plain.count * 2);
    for (size_t row = 0; row < lyh_table_row_count(persons); row++) {
        const char *code = lyh_table_cell(persons, row, 0)->text;
        bool is_shown = take_figures(persons, row, groups, counts);
        lyh_comparisons_add(comparisons, code, is_shown ? counts : NULL, 2);
    }
}

/* Base, unit and notes are those of the table whose figures are tested. */
static void take_parts(const lyh_table *persons, lyh_table *table)
{
    lyh_table_set_part(table, LYH_TABLE_BASE, lyh_table_part_text(persons, LYH_TABLE_BASE));
    lyh_table_set_part(table, LYH_TABLE_UNIT, lyh_table_part_text(persons, LYH_TABLE_UNIT));
    for (size_t i = 0; i < lyh_table_note_count(persons); i++)
        lyh_table_add_note(table, lyh_table_note(persons, i));
}

static lyh_table *tests_of(const lyh_tally *tally, const lyh_tally_view *view,
                           lyh_measure measure, const compared_groups *groups)
{
    lyh_tally_view plain = *view;
    plain.sample = NULL; /* intervals stand in the table of persons */
    g_autoptr(lyh_table) persons = lyh_tally_persons_table(tally, &plain, measure, false);
    g_autoptr(lyh_comparisons) comparisons =
        lyh_comparisons_new(&groups->plain, view->catalog);
    compare(persons, groups, comparisons);
    lyh_table *table =
        lyh_comparisons_table(comparisons, lyh_trc(view->catalog, "heading", "Theme"));
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       lyh_tr(view->catalog, "Do the groups differ?"));
    take_parts(persons, table);
    return table;
}

lyh_table *lyh_tally_group_tests(const lyh_tally *tally, const lyh_tally_view *view,
                                 lyh_measure measure, const char *const *order,
                                 lyh_diags *diags, lyh_error *error)
{
    static const lyh_sample unknown = { 0 };
    g_auto(compared_groups) groups;
    compared_groups_init(&groups, tally, view, order);
    const lyh_sample *sample = view->sample ? view->sample : &unknown;
    return lyh_sample_lets_compare(sample, groups.sizes, groups.plain.count, diags, error)
               ? tests_of(tally, view, measure, &groups)
               : NULL;
}
