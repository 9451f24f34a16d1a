/*
 * Wilson's interval against R 4.2; the call that gives it stands beside each value.
 */
#include <math.h>

#include <glib.h>

#include <lyhord/stats/interval.h>

#include "near.h"

static void assert_interval(lyh_interval found, double low, double high)
{
    assert_near(found.low, low);
    assert_near(found.high, high);
}

static void a_share_has_the_interval_of_prop_test(void)
{
    /* prop.test(7, 12, correct = FALSE)$conf.int */
    assert_interval(lyh_wilson(7, 12, 0), 0.31951131254954984, 0.80673968634124349);
    /* prop.test(123, 185, correct = FALSE)$conf.int */
    assert_interval(lyh_wilson(123, 185, 0), 0.59410270669548482, 0.72891958078811170);
    /* prop.test(81234, 250000, correct = FALSE)$conf.int */
    assert_interval(lyh_wilson(81234, 250000, 0), 0.32310280017813392, 0.32677457974837482);
}

static void none_and_all_reach_the_ends(void)
{
    /* prop.test(0, 20, correct = FALSE)$conf.int */
    assert_interval(lyh_wilson(0, 20, 0), 0, 0.1611251580528193);
    /* prop.test(50, 50, correct = FALSE)$conf.int */
    assert_interval(lyh_wilson(50, 50, 0), 0.92865240086664136, 1);
}

static void a_draw_from_few_knows_more(void)
{
    /* g <- function(x) (45/120 - x)^2 - qnorm(.975)^2 * (400-120)/(400-1) * x * (1 - x) / 120
       uniroot(g, c(0, 45/120), tol = 1e-15)$root; uniroot(g, c(45/120, 1), tol = 1e-15)$root */
    assert_interval(lyh_wilson(45, 120, 400), 0.30593400162032874, 0.44955877287178087);
    /* so many that nobody would notice the 120 */
    lyh_interval many = lyh_wilson(45, 120, 4000000000000000000),
                 any = lyh_wilson(45, 120, 0);
    assert_interval(many, any.low, any.high);
}

static void a_census_has_no_width(void)
{
    assert_interval(lyh_wilson(45, 120, 120), 0.375, 0.375);
    assert_interval(lyh_wilson(1, 1, 1), 1, 1);
}

static void nobody_asked_and_more_asked_than_there_are_have_none(void)
{
    g_assert_true(isnan(lyh_wilson(0, 0, 0).low));
    g_assert_true(isnan(lyh_wilson(0, 0, 0).high));
    g_assert_true(isnan(lyh_wilson(3, 12, 11).low));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/stats/interval/" #name, name)
    TEST(a_share_has_the_interval_of_prop_test);
    TEST(none_and_all_reach_the_ends);
    TEST(a_draw_from_few_knows_more);
    TEST(a_census_has_no_width);
    TEST(nobody_asked_and_more_asked_than_there_are_have_none);
    return g_test_run();
}
