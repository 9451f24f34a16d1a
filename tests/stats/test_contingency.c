/*
 * Tests of tables against R 4.2; the call that gives it stands beside each value. R fills a
 * matrix column by column, so tables are written with byrow = TRUE.
 */
#include <math.h>

#include <glib.h>

#include <lyhord/stats/contingency.h>

#include "near.h"

static const uint64_t two[] = { 30, 20, 15, 35 };
static const uint64_t three[] = { 12, 5, 7, 22, 9, 3, 4, 18, 11 };
static const lyh_contingency two_by_two = { two, 2, 2 };
static const lyh_contingency three_by_three = { three, 3, 3 };

static void assert_chi_square(lyh_chi_square found, double statistic, size_t freedom,
                              double p)
{
    assert_near(found.statistic, statistic);
    g_assert_cmpuint(found.freedom, ==, freedom);
    assert_near(found.p, p);
}

static void chi_square_is_that_of_chisq_test(void)
{
    /* chisq.test(matrix(c(30, 20, 15, 35), 2, byrow = TRUE), correct = FALSE) */
    assert_chi_square(lyh_contingency_chi_square(&two_by_two), 9.0909090909090899, 1,
                      0.0025688315270227251);
    /* chisq.test(matrix(c(12, 5, 7, 22, 9, 3, 4, 18, 11), 3, byrow = TRUE)) */
    assert_chi_square(lyh_contingency_chi_square(&three_by_three), 22.1599691037699, 4,
                      0.00018624740416021146);
    /* chisq.test(matrix(c(1e6, 2e6, 15e5, 31e5), 2, byrow = TRUE), correct = FALSE) */
    const uint64_t many[] = { 1000000, 2000000, 1500000, 3100000 };
    const lyh_contingency large = { many, 2, 2 };
    assert_chi_square(lyh_contingency_chi_square(&large), 431.94089229894809, 1,
                      6.1440563355886996e-96);
}

static void few_expected_in_a_cell_are_told(void)
{
    /* chisq.test(matrix(c(1, 9, 11, 3, 20, 2, 8, 14), 2, byrow = TRUE)): warns */
    const uint64_t counts[] = { 1, 9, 11, 3, 20, 2, 8, 14 };
    const lyh_contingency sparse = { counts, 2, 4 };
    lyh_chi_square test = lyh_contingency_chi_square(&sparse);
    assert_chi_square(test, 25.565553000959699, 3, 1.1758869398673282e-05);
    g_assert_true(test.is_sparse);
    g_assert_false(lyh_contingency_chi_square(&two_by_two).is_sparse);
}

static void an_empty_row_or_column_leaves_nothing_to_test(void)
{
    const uint64_t counts[] = { 3, 0, 5, 0 };
    const lyh_contingency column = { counts, 2, 2 };
    g_assert_true(isnan(lyh_contingency_chi_square(&column).p));
    g_assert_true(isnan(lyh_contingency_cramers_v(&column)));
    g_assert_true(isnan(lyh_contingency_fisher(&column)));
    const uint64_t more[] = { 3, 5, 0, 0 };
    const lyh_contingency row = { more, 2, 2 };
    g_assert_true(isnan(lyh_contingency_chi_square(&row).p));
}

static void cramers_v_is_chi_square_over_its_highest(void)
{
    /* sqrt(chisq.test(m)$statistic / (sum(m) * 2)), m the three by three above */
    assert_near(lyh_contingency_cramers_v(&three_by_three), 0.34893849314561975);
    const uint64_t apart[] = { 10, 0, 0, 7 };
    const lyh_contingency table = { apart, 2, 2 };
    assert_near(lyh_contingency_cramers_v(&table), 1);
}

static void fishers_p_is_that_of_fisher_test(void)
{
    static const struct {
        uint64_t counts[4];
        double p;
    } cases[] = {
        /* fisher.test(matrix(c(3, 1, 1, 3), 2, byrow = TRUE))$p.value: the lady tasting tea */
        { { 3, 1, 1, 3 }, 0.48571428571428582 },
        /* fisher.test(matrix(c(30, 20, 15, 35), 2, byrow = TRUE))$p.value */
        { { 30, 20, 15, 35 }, 0.004635020180798928 },
        /* fisher.test(matrix(c(2, 15, 10, 3), 2, byrow = TRUE))$p.value */
        { { 2, 15, 10, 3 }, 0.00053672411914343636 },
        /* fisher.test(matrix(c(0, 7, 10, 9), 2, byrow = TRUE))$p.value */
        { { 0, 7, 10, 9 }, 0.022681666159927019 },
        /* fisher.test(matrix(c(400, 300, 350, 420), 2, byrow = TRUE))$p.value */
        { { 400, 300, 350, 420 }, 8.821567771440051e-06 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const lyh_contingency table = { cases[i].counts, 2, 2 };
        assert_near(lyh_contingency_fisher(&table), cases[i].p);
    }
}

static void the_odds_ratio_has_woolfs_interval(void)
{
    /* exp(log(3.5) + c(-1, 1) * qnorm(.975) * sqrt(1/30 + 1/20 + 1/15 + 1/35)) */
    lyh_interval interval;
    assert_near(lyh_contingency_odds_ratio(&two_by_two, &interval), 3.5);
    assert_near(interval.low, 1.5288671222558556);
    assert_near(interval.high, 8.0124687238515708);
}

static void an_empty_cell_leaves_the_odds_ratio_without_interval(void)
{
    lyh_interval interval;
    const uint64_t none[] = { 0, 7, 10, 9 }, all[] = { 7, 0, 10, 9 };
    const lyh_contingency low = { none, 2, 2 }, high = { all, 2, 2 };
    g_assert_cmpfloat(lyh_contingency_odds_ratio(&low, &interval), ==, 0);
    g_assert_true(isnan(interval.low) && isnan(interval.high));
    g_assert_true(isnan(lyh_contingency_odds_ratio(&high, &interval)));
    g_assert_true(isnan(interval.low) && isnan(interval.high));
}

static void the_trend_is_that_of_prop_trend_test(void)
{
    /* prop.trend.test(c(15, 10, 5, 2), c(30, 25, 28, 22)) */
    const uint64_t having[] = { 15, 10, 5, 2 }, sizes[] = { 30, 25, 28, 22 };
    assert_chi_square(lyh_trend(having, sizes, 4), 12.91097215742823, 1,
                      0.00032666158640630574);
    /* prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82)): R's own example */
    const uint64_t smokers[] = { 83, 90, 129, 70 }, patients[] = { 86, 93, 136, 82 };
    assert_chi_square(lyh_trend(smokers, patients, 4), 8.2249222851977102, 1,
                      0.004131897477641487);
}

static void no_trend_where_all_or_nobody_or_one_group_has_it(void)
{
    const uint64_t all[] = { 3, 4, 5 }, none[] = { 0, 0, 0 }, alone[] = { 0, 4, 0 };
    const uint64_t some[] = { 0, 2, 0 };
    g_assert_true(isnan(lyh_trend(all, all, 3).p));
    g_assert_true(isnan(lyh_trend(none, all, 3).p));
    g_assert_true(isnan(lyh_trend(some, alone, 3).p));
}

static void many_tests_are_adjusted_as_p_adjust_does(void)
{
    /* p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") */
    double p[] = { 0.01, 0.04, 0.03, 0.005 };
    const double expected[] = { 0.03, 0.06, 0.06, 0.02 };
    g_assert_cmpuint(lyh_holm(p, 4, p), ==, 4);
    for (size_t i = 0; i < 4; i++)
        assert_near(p[i], expected[i]);
}

static void what_was_no_test_is_not_counted(void)
{
    /* p.adjust(c(0.2, NA, 0.001, 0.6, 0.02), "holm") */
    const double p[] = { 0.2, NAN, 0.001, 0.6, 0.02 };
    double adjusted[5];
    g_assert_cmpuint(lyh_holm(p, 5, adjusted), ==, 4);
    assert_near(adjusted[0], 0.4);
    g_assert_true(isnan(adjusted[1]));
    assert_near(adjusted[2], 0.004);
    assert_near(adjusted[3], 0.6);
    assert_near(adjusted[4], 0.06);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/stats/contingency/" #name, name)
    TEST(chi_square_is_that_of_chisq_test);
    TEST(few_expected_in_a_cell_are_told);
    TEST(an_empty_row_or_column_leaves_nothing_to_test);
    TEST(cramers_v_is_chi_square_over_its_highest);
    TEST(fishers_p_is_that_of_fisher_test);
    TEST(the_odds_ratio_has_woolfs_interval);
    TEST(an_empty_cell_leaves_the_odds_ratio_without_interval);
    TEST(the_trend_is_that_of_prop_trend_test);
    TEST(no_trend_where_all_or_nobody_or_one_group_has_it);
    TEST(many_tests_are_adjusted_as_p_adjust_does);
    TEST(what_was_no_test_is_not_counted);
    return g_test_run();
}
