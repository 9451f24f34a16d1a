#include <math.h>

#include <glib.h>

#include <lyhord/stats/keyness.h>

#define NEAR 1e-9

static double g2(size_t a, size_t b, size_t c, size_t d)
{
    return lyh_keyness_g2(&(lyh_keyness){ a, c, b, d });
}

static double log_ratio(size_t a, size_t b, size_t c, size_t d)
{
    return lyh_keyness_log_ratio(&(lyh_keyness){ a, c, b, d });
}

/*
 * R 4.2, base alone: the deviance that a word's two shares explain is G².
 *   m <- glm(cbind(c(20, 10), c(980, 3990)) ~ factor(1:2), family = binomial)
 *   m$null.deviance - m$deviance     # 30.8968908591
 * and so are 3 of 40 against 0 of 1200, and 1 of 500 against 30 of 2000, by
 *   o <- matrix(c(a, b, c - a, d - b), 2); e <- outer(rowSums(o), colSums(o)) / sum(o)
 *   2 * sum(ifelse(o > 0, o * log(o / e), 0))
 */
static void the_likelihood_ratio_is_that_of_r(void)
{
    g_assert_cmpfloat_with_epsilon(g2(20, 10, 1000, 4000), 30.8968908591327, NEAR);
    g_assert_cmpfloat_with_epsilon(g2(3, 0, 40, 1200), 20.8275052332675, NEAR);
}

/* Worked by hand: 1 of 2 against 0 of 2: 2 (ln 2 + 1 ln(1/1.5) + 2 ln(2/1.5)). */
static void a_small_table_is_as_worked_by_hand(void)
{
    g_assert_cmpfloat_with_epsilon(g2(1, 0, 2, 2),
                                   2 * (log(2) + log(1 / 1.5) + 2 * log(2 / 1.5)), 1e-12);
}

static void a_word_commoner_in_the_rest_is_negative(void)
{
    g_assert_cmpfloat_with_epsilon(g2(1, 30, 500, 2000), -7.84039471032361, NEAR);
    g_assert_cmpfloat_with_epsilon(log_ratio(1, 30, 500, 2000), -2.90689059560852, NEAR);
}

static void equal_shares_tell_nothing(void)
{
    g_assert_cmpfloat_with_epsilon(g2(7, 14, 100, 200), 0, 1e-12);
    g_assert_cmpfloat_with_epsilon(log_ratio(7, 14, 100, 200), 0, 1e-12);
}

/* Hardie 2014: one step is twice as common; (20 / 1000) / (10 / 4000) is 8. */
static void the_log_ratio_counts_doublings(void)
{
    g_assert_cmpfloat_with_epsilon(log_ratio(20, 10, 1000, 4000), 3, 1e-12);
}

static void a_word_that_the_rest_lacks_is_taken_as_half_a_word_there(void)
{
    g_assert_cmpfloat_with_epsilon(log_ratio(3, 0, 40, 1200), 7.49185309632967, NEAR);
}

static void without_words_there_is_nothing_to_compare(void)
{
    g_assert_true(g2(0, 3, 0, 10) == 0);
    g_assert_true(g2(3, 0, 10, 0) == 0);
    g_assert_true(isnan(log_ratio(3, 0, 10, 0)));
    g_assert_true(isnan(log_ratio(0, 0, 10, 10)));
}

/* A word that is all of the part: the cell of other words there is empty. */
static void a_part_of_one_word_has_a_finite_ratio(void)
{
    g_assert_true(isfinite(g2(5, 0, 5, 10)));
    g_assert_cmpfloat(g2(5, 0, 5, 10), >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/keyness/r", the_likelihood_ratio_is_that_of_r);
    g_test_add_func("/keyness/by-hand", a_small_table_is_as_worked_by_hand);
    g_test_add_func("/keyness/sign", a_word_commoner_in_the_rest_is_negative);
    g_test_add_func("/keyness/equal", equal_shares_tell_nothing);
    g_test_add_func("/keyness/log-ratio", the_log_ratio_counts_doublings);
    g_test_add_func("/keyness/zero",
                    a_word_that_the_rest_lacks_is_taken_as_half_a_word_there);
    g_test_add_func("/keyness/nothing", without_words_there_is_nothing_to_compare);
    g_test_add_func("/keyness/whole", a_part_of_one_word_has_a_finite_ratio);
    return g_test_run();
}
