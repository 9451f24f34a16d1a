#include "../../src/tally/autoptr.h"
#include "counted.h"

/* Two towns and an empty cell; R6 never spoke. */
#define SIX "id;stad;roll\nR1;C;k\nR2;A;k\nR3;C;k\nR4;;k\nR5;A;k\nR6;C;k\n"

static void all_speak(counted_study *study, size_t count)
{
    for (size_t i = 0; i < count; i++)
        say(study, i, "B: Ja.\n", NULL, 0);
}

/* The plan of one split by @first, or by it and @second. */
static lyh_tally_plan *plan_by(const counted_study *study, size_t first, size_t second,
                               size_t threshold, const lyh_catalog *catalog)
{
    const lyh_release_split split = { first, second, 0 };
    return lyh_tally_plan_new(study->tally, &split, 1, threshold, NULL, NULL, catalog);
}

static void groups_come_in_the_order_of_the_list_and_hold_those_who_spoke(void)
{
    g_auto(counted_study) study = study_new(SIX, (lyh_tally_options){ 0 });
    all_speak(&study, 5);
    g_autoptr(lyh_tally_plan) plan = plan_by(&study, 0, LYH_NONE, 1, lyh_catalog_for("sv"));
    const lyh_release *release = lyh_tally_plan_release(plan);
    g_assert_cmpuint(lyh_release_parts(release, 0), ==, 3);
    g_assert_cmpstr(lyh_release_name(release, 0, 0), ==, "C");
    g_assert_cmpuint(lyh_release_size(release, 0, 0), ==, 2);
    g_assert_cmpstr(lyh_release_name(release, 0, 1), ==, "A");
    g_assert_cmpstr(lyh_release_name(release, 0, 2), ==, "(okänd)");
    g_assert_cmpuint(lyh_release_size(release, 0, 2), ==, 1);
}

static void a_person_is_found_in_the_group_that_is_printed(void)
{
    g_auto(counted_study) study = study_new(SIX, (lyh_tally_options){ 0 });
    all_speak(&study, 5);
    g_autoptr(lyh_tally_plan) plan = plan_by(&study, 0, LYH_NONE, 2, NULL);
    const lyh_tally_view view = lyh_tally_view_of(plan, 0, 2, NULL);
    const lyh_tally_view whole = lyh_tally_view_of(NULL, 0, 2, NULL);
    g_assert_cmpstr(lyh_grouping_name(view.grouping, 1), ==, "Others (C, (unknown))");
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &view, 1), ==, 0);
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &view, 0), ==, 1);
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &view, 3), ==, 1);
    g_assert_cmpuint(lyh_tally_group_of(study.tally, &whole, 3), ==, LYH_NONE);
}

static void one_value_for_everyone_is_no_split(void)
{
    g_auto(counted_study) study = study_new(SIX, (lyh_tally_options){ 0 });
    all_speak(&study, 6);
    g_autoptr(lyh_tally_plan) plan = plan_by(&study, 1, LYH_NONE, 1, NULL);
    g_assert_true(lyh_release_is_refused(lyh_tally_plan_release(plan), 0));
}

/*
 * Nine handläggare, three of each town, and twelve brukare, 5 + 2 + 5: a pair is parted by role, and the
 * roles by town where that can be done.
 */
static char *nine_and_twelve(void)
{
    static const struct {
        const char *role, *town;
        int count;
    } cells[] = { { "handläggare", "A-stad", 3 }, { "handläggare", "B-stad", 3 },
                  { "handläggare", "C-stad", 3 }, { "brukare", "A-stad", 5 },
                  { "brukare", "B-stad", 2 },     { "brukare", "C-stad", 5 } };
    GString *list = g_string_new("id;roll;stad\n");
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        for (int k = 0; k < cells[i].count; k++)
            g_string_append_printf(list, "P%zu%d;%s;%s\n", i, k, cells[i].role,
                                   cells[i].town);
    return g_string_free(list, FALSE);
}

static void assert_part(const lyh_release *release, size_t part, const char *name,
                        size_t size, size_t within)
{
    g_assert_cmpstr(lyh_release_full_name(release, 0, part), ==, name);
    g_assert_cmpuint(lyh_release_size(release, 0, part), ==, size);
    g_assert_cmpuint(lyh_release_within(release, 0, part), ==, within);
}

static void a_pair_is_nested_and_what_is_too_small_within_a_group_stays_together(void)
{
    g_autofree char *list = nine_and_twelve();
    g_auto(counted_study) study = study_new(list, (lyh_tally_options){ 0 });
    all_speak(&study, 21);
    g_autoptr(lyh_tally_plan) plan =
        plan_by(&study, 0, 1, LYH_THRESHOLD, lyh_catalog_for("sv"));
    const lyh_release *release = lyh_tally_plan_release(plan);
    g_assert_cmpuint(lyh_release_parts(release, 0), ==, 4);
    assert_part(release, 0, "handläggare", 9, LYH_NONE);
    assert_part(release, 1, "brukare", 12, LYH_NONE);
    assert_part(release, 2, "brukare, C-stad", 5, 1);
    assert_part(release, 3, "brukare, Övriga (A-stad, B-stad)", 7, 1);
    g_assert_cmpstr(lyh_release_second_name(release, 0, 1), ==, "");
    g_assert_cmpstr(lyh_release_second_name(release, 0, 2), ==, "C-stad");
}

static void eleven_and_one_are_no_split(void)
{
    g_autoptr(GString) list = g_string_new("id;roll;stad\n");
    for (int i = 0; i < 12; i++)
        g_string_append_printf(list, "P%d;%s;%s\n", i, i ? "brukare" : "anhörig",
                               i % 2 ? "A" : "B");
    g_auto(counted_study) study = study_new(list->str, (lyh_tally_options){ 0 });
    all_speak(&study, 12);
    g_autoptr(lyh_tally_plan) single = plan_by(&study, 0, LYH_NONE, LYH_THRESHOLD, NULL);
    g_assert_true(lyh_release_is_refused(lyh_tally_plan_release(single), 0));
    g_autoptr(lyh_tally_plan) pair = plan_by(&study, 0, 1, LYH_THRESHOLD, NULL);
    g_assert_true(lyh_release_is_refused(lyh_tally_plan_release(pair), 0));
}

#define TEST(sentence) g_test_add_func("/tally/groups/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(groups_come_in_the_order_of_the_list_and_hold_those_who_spoke);
    TEST(a_person_is_found_in_the_group_that_is_printed);
    TEST(one_value_for_everyone_is_no_split);
    TEST(a_pair_is_nested_and_what_is_too_small_within_a_group_stays_together);
    TEST(eleven_and_one_are_no_split);
    return g_test_run();
}
