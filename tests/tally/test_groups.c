#include "counted.h"

/* Two towns and an empty cell; R6 never spoke. */
#define SIX "id;stad;roll\nR1;C;k\nR2;A;k\nR3;C;k\nR4;;k\nR5;A;k\nR6;C;k\n"

static void all_speak(counted_study *study, size_t count)
{
    for (size_t i = 0; i < count; i++)
        say(study, i, "B: Ja.\n", NULL, 0);
}

static void groups_come_in_the_order_of_the_list_and_hold_those_who_spoke(void)
{
    g_auto(counted_study) study = study_new(SIX, (lyh_tally_options){ 0 });
    all_speak(&study, 5);
    g_autoptr(lyh_grouping) grouping =
        lyh_tally_grouping(study.tally, 0, 1, lyh_catalog_for("sv"));
    g_assert_cmpuint(lyh_grouping_count(grouping), ==, 3);
    g_assert_cmpstr(lyh_grouping_name(grouping, 0), ==, "C");
    g_assert_cmpuint(lyh_grouping_size(grouping, 0), ==, 2);
    g_assert_cmpstr(lyh_grouping_name(grouping, 1), ==, "A");
    g_assert_cmpstr(lyh_grouping_name(grouping, 2), ==, "(okänd)");
    g_assert_cmpuint(lyh_grouping_size(grouping, 2), ==, 1);
}

static void a_person_is_found_in_the_group_that_is_printed(void)
{
    g_auto(counted_study) study = study_new(SIX, (lyh_tally_options){ 0 });
    all_speak(&study, 5);
    g_autoptr(lyh_grouping) grouping = lyh_tally_grouping(study.tally, 0, 2, NULL);
    const lyh_tally_view view = { 0, grouping, 2, NULL, false, NULL };
    const lyh_tally_view whole = { LYH_NONE, NULL, 2, NULL, false, NULL };
    g_assert_cmpstr(lyh_grouping_name(grouping, 1), ==, "Others (C, (unknown))");
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &view, 1), ==, 0);
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &view, 0), ==, 1);
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &view, 3), ==, 1);
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &whole, 3), ==, LYH_NONE);
}

static void one_value_for_everyone_is_no_split(void)
{
    g_auto(counted_study) study = study_new(SIX, (lyh_tally_options){ 0 });
    all_speak(&study, 6);
    g_autoptr(lyh_grouping) grouping = lyh_tally_grouping(study.tally, 1, 1, NULL);
    g_assert_true(lyh_grouping_is_refused(grouping));
}

#define TEST(sentence) g_test_add_func("/tally/groups/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(groups_come_in_the_order_of_the_list_and_hold_those_who_spoke);
    TEST(a_person_is_found_in_the_group_that_is_printed);
    TEST(one_value_for_everyone_is_no_split);
    return g_test_run();
}
