#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/disclosure/grouping.h>

#include "../../src/disclosure/autoptr.h"

static const char *const towns[] = { "A-stad", "B-stad", "C-stad", "D-stad" };

static lyh_grouping *plan(size_t a, size_t b, size_t c, size_t d)
{
    const size_t sizes[] = { a, b, c, d };
    return lyh_grouping_new(towns, sizes, 4, LYH_THRESHOLD, lyh_catalog_for("sv"));
}

static void assert_printed(const lyh_grouping *grouping, size_t printed, const char *name,
                           size_t size, bool is_merged)
{
    g_assert_cmpstr(lyh_grouping_name(grouping, printed), ==, name);
    g_assert_cmpuint(lyh_grouping_size(grouping, printed), ==, size);
    g_assert_true(lyh_grouping_is_merged(grouping, printed) == is_merged);
}

/* Twelve users of a service in three towns: 5 + 2 + 5. B joins A, the first of the next smallest. */
static void the_smallest_joins_the_first_of_the_next_smallest(void)
{
    g_autoptr(lyh_grouping) grouping = plan(5, 2, 5, 0);
    g_assert_false(lyh_grouping_is_refused(grouping));
    g_assert_cmpuint(lyh_grouping_count(grouping), ==, 2);
    assert_printed(grouping, 0, "C-stad", 5, false);
    assert_printed(grouping, 1, "Övriga (A-stad, B-stad)", 7, true);
    g_assert_cmpuint(lyh_grouping_of(grouping, 0), ==, 1);
    g_assert_cmpuint(lyh_grouping_of(grouping, 1), ==, 1);
    g_assert_cmpuint(lyh_grouping_of(grouping, 2), ==, 0);
    g_assert_cmpuint(lyh_grouping_of(grouping, 3), ==, LYH_NONE);
}

/* Nine officers, three a town: 3 + 3 are six, the last three may not stand alone. */
static void three_groups_of_three_stay_together(void)
{
    g_autoptr(lyh_grouping) grouping = plan(3, 3, 3, 0);
    g_assert_true(lyh_grouping_is_refused(grouping));
    g_assert_cmpuint(lyh_grouping_count(grouping), ==, 0);
    g_assert_cmpuint(lyh_grouping_of(grouping, 0), ==, LYH_NONE);
}

/* Eleven clients and one guardian: showing the eleven would show the one. */
static void a_group_of_one_refuses_the_split(void)
{
    g_autoptr(lyh_grouping) grouping = plan(11, 1, 0, 0);
    g_assert_true(lyh_grouping_is_refused(grouping));
}

static void groups_of_five_stand_alone_in_their_order(void)
{
    g_autoptr(lyh_grouping) grouping = plan(9, 5, 6, 5);
    g_assert_cmpuint(lyh_grouping_count(grouping), ==, 4);
    assert_printed(grouping, 0, "A-stad", 9, false);
    assert_printed(grouping, 3, "D-stad", 5, false);
}

static void several_small_groups_become_one(void)
{
    g_autoptr(lyh_grouping) grouping = plan(1, 8, 2, 2);
    g_assert_cmpuint(lyh_grouping_count(grouping), ==, 2);
    assert_printed(grouping, 0, "B-stad", 8, false);
    assert_printed(grouping, 1, "Övriga (A-stad, C-stad, D-stad)", 5, true);
}

static void everyone_in_one_group_is_no_split(void)
{
    g_autoptr(lyh_grouping) grouping = plan(12, 0, 0, 0);
    g_assert_true(lyh_grouping_is_refused(grouping));
    g_autoptr(lyh_grouping) nobody = plan(0, 0, 0, 0);
    g_assert_true(lyh_grouping_is_refused(nobody));
}

static void the_threshold_is_the_callers(void)
{
    const size_t sizes[] = { 3, 3, 3 };
    g_autoptr(lyh_grouping) lowered = lyh_grouping_new(towns, sizes, 3, 3, NULL);
    g_assert_cmpuint(lyh_grouping_count(lowered), ==, 3);
    const size_t large[] = { 9, 9, 12 };
    g_autoptr(lyh_grouping) raised = lyh_grouping_new(towns, large, 3, 10, NULL);
    g_assert_cmpuint(lyh_grouping_count(raised), ==, 2);
    assert_printed(raised, 1, "Others (A-stad, B-stad)", 18, true);
}

static void a_merged_none_or_all_hides_the_row(void)
{
    g_autoptr(lyh_grouping) grouping = plan(5, 2, 5, 0);
    bool hidden[2];
    g_assert_true(lyh_grouping_hide(grouping, (size_t[]){ 3, 0 }, hidden));
    g_assert_true(hidden[0] && hidden[1]);
    g_assert_true(lyh_grouping_hide(grouping, (size_t[]){ 3, 7 }, hidden));
    g_assert_true(hidden[0] && hidden[1]);
    /* Nobody at all, or everybody: the row for everyone tells it. */
    g_assert_false(lyh_grouping_hide(grouping, (size_t[]){ 0, 0 }, hidden));
    g_assert_false(lyh_grouping_hide(grouping, (size_t[]){ 5, 7 }, hidden));
    g_assert_false(hidden[0] || hidden[1]);
    g_assert_false(lyh_grouping_hide(grouping, (size_t[]){ 3, 6 }, hidden));
    g_assert_false(hidden[0] || hidden[1]);
}

/* The threshold is on bases: none, one or all of a group that stands alone may be told. */
static void counts_of_a_group_that_stands_alone_are_never_hidden(void)
{
    g_autoptr(lyh_grouping) grouping = plan(5, 5, 5, 0);
    bool hidden[3];
    g_assert_false(lyh_grouping_hide(grouping, (size_t[]){ 0, 1, 5 }, hidden));
    g_assert_false(hidden[0] || hidden[1] || hidden[2]);
}

static void what_a_base_bears_changes_at_5_20_and_50(void)
{
    g_assert_cmpint(lyh_print_level_of(4, LYH_THRESHOLD), ==, LYH_PRINT_NOTHING);
    g_assert_cmpint(lyh_print_level_of(5, LYH_THRESHOLD), ==, LYH_PRINT_COUNTS);
    g_assert_cmpint(lyh_print_level_of(19, LYH_THRESHOLD), ==, LYH_PRINT_COUNTS);
    g_assert_cmpint(lyh_print_level_of(20, LYH_THRESHOLD), ==, LYH_PRINT_PERCENT);
    g_assert_cmpint(lyh_print_level_of(49, LYH_THRESHOLD), ==, LYH_PRINT_PERCENT);
    g_assert_cmpint(lyh_print_level_of(50, LYH_THRESHOLD), ==, LYH_PRINT_TESTS);
}

#define TEST(sentence) g_test_add_func("/disclosure/grouping/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(the_smallest_joins_the_first_of_the_next_smallest);
    TEST(three_groups_of_three_stay_together);
    TEST(a_group_of_one_refuses_the_split);
    TEST(groups_of_five_stand_alone_in_their_order);
    TEST(several_small_groups_become_one);
    TEST(everyone_in_one_group_is_no_split);
    TEST(the_threshold_is_the_callers);
    TEST(a_merged_none_or_all_hides_the_row);
    TEST(counts_of_a_group_that_stands_alone_are_never_hidden);
    TEST(what_a_base_bears_changes_at_5_20_and_50);
    return g_test_run();
}
