/* Quartiles of groups: when they are shown, worked out on paper in the comments. */
#include <lyhord/survey/plan.h>

#include "answers.h"

#define PERSONS 12
#define QUESTIONS "fråga;text;typ;alternativ\n1;Hur många?;tal;\n"

static const char *const firsts[PERSONS] = { "p", "p", "p", "p", "p", "p",
                                             "q", "q", "q", "r", "r", "r" };
static const char *const seconds[PERSONS] = { "x", "x", "x", "y", "y", "y",
                                              "x", "x", "x", "y", "y", "y" };

/* Twelve numbers, in the order of the persons; by the first background and by the second. */
static void hide(const char *numbers, bool hides[2])
{
    g_autoptr(GString) answers = g_string_new("id;1\n");
    for (size_t i = 0; i < PERSONS; i++)
        g_string_append_printf(answers, "%zu;%c\n", i + 1, numbers[i]);
    g_auto(read_survey) read = read_texts(QUESTIONS, answers->str);
    const lyh_background both[] = { { "a", firsts, NULL, false },
                                    { "b", seconds, NULL, false } };
    const lyh_survey_split splits[] = { { &both[0], NULL, 0 }, { &both[1], NULL, 0 } };
    lyh_survey_plan *plan =
        lyh_survey_plan_new(read.survey, splits, 2, 5, NULL, NULL, NULL);
    for (size_t i = 0; i < 2; i++) {
        g_assert_cmpuint(lyh_survey_plan_groups(plan, i, 0), ==, 2);
        hides[i] = lyh_survey_plan_hides_values(plan, i, 0, 0);
    }
    lyh_survey_plan_free(plan);
}

/* p 6, Others (q, r) 6; x 6, y 6. One of q and one of p, both x, gave 1 and 2: but p's numbers would be others. Two of
 * p, one of them x with 2, the other y with 1, make up for one of q, x with 1, and one of r, y with 2. */
static void two_and_two_may_exchange(void)
{
    bool hides[2];
    hide("222111111222", hides);
    g_assert_false(hides[0] || hides[1]);
}

/*
 * Of p's numbers, 3 and 4, nobody else has any, and 1 and 2 only q and r: nobody makes up for anybody. With Others
 * (q, r) hidden one of q may have the 3 of one of p who is x too, and one of r a 4: those by the second may stay.
 */
static void what_shows_the_group_with_others_goes_first(void)
{
    bool hides[2];
    hide("333444111222", hides);
    g_assert_true(hides[0]);
    g_assert_false(hides[1]);
}

/* Everybody gave 1: that is no secret, but nobody could have given another number. */
static void without_any_other_number_all_is_hidden(void)
{
    bool hides[2];
    hide("111111111111", hides);
    g_assert_true(hides[0] && hides[1]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/plan/two and two may exchange", two_and_two_may_exchange);
    g_test_add_func("/plan/what shows the group with others goes first",
                    what_shows_the_group_with_others_goes_first);
    g_test_add_func("/plan/without any other number all is hidden",
                    without_any_other_number_all_is_hidden);
    return g_test_run();
}
