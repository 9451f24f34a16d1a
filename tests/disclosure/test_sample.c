/*
 * When intervals and tests may be printed (docs/architecture.md §6, the last row of the table).
 * Values are those of R 4.2; the call stands beside each.
 */
#include <math.h>

#include <glib.h>

#include <lyhord/disclosure/sample.h>

#include "../../src/base/autoptr.h"
#include "../stats/near.h"

static void an_interval_is_that_of_prop_test(void)
{
    const lyh_sample sample = { LYH_SAMPLE_RANDOM, 0, 200 };
    /* prop.test(60, 120, correct = FALSE)$conf.int */
    lyh_interval group = lyh_sample_interval(&sample, 60, 120);
    assert_near(group.low, 0.41193870541108391);
    assert_near(group.high, 0.58806129458891609);
    /* prop.test(83, 200, correct = FALSE)$conf.int */
    lyh_interval all = lyh_sample_interval(&sample, 83, 200);
    assert_near(all.low, 0.34894285449757573);
    assert_near(all.high, 0.48426085098655958);
}

static void a_known_population_narrows_the_interval_of_all_and_of_a_group(void)
{
    /* Wilson's formula with z2 <- qnorm(.975)^2 * (N - n) / (N - 1), p <- x / n:
       (p + z2/(2*n) + c(-1,1) * sqrt(z2*(p*(1-p)/n + z2/(4*n^2)))) / (1 + z2/n) */
    const lyh_sample sample = { LYH_SAMPLE_RANDOM, 640, 200 };
    lyh_interval all = lyh_sample_interval(&sample, 80, 200); /* N = 640 */
    assert_near(all.low, 0.34531928401008538);
    assert_near(all.high, 0.45729132487681029);
    lyh_interval group =
        lyh_sample_interval(&sample, 60, 120); /* N = 640 · 120 / 200 = 384 */
    assert_near(group.low, 0.42653328584582173);
    assert_near(group.high, 0.57346671415417827);
}

static void nobody_but_a_random_sample_of_fifty_has_an_interval(void)
{
    static const lyh_sample_kind others[] = { LYH_SAMPLE_VOLUNTEERS, LYH_SAMPLE_PURPOSIVE,
                                              LYH_SAMPLE_CENSUS };
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        const lyh_sample sample = { others[i], 0, 200 };
        g_assert_true(isnan(lyh_sample_interval(&sample, 60, 120).low));
    }
    const lyh_sample random = { LYH_SAMPLE_RANDOM, 0, 200 };
    g_assert_true(isnan(lyh_sample_interval(&random, 30, 49).low));
    g_assert_false(isnan(lyh_sample_interval(&random, 30, 50).low));
    const lyh_sample impossible = { LYH_SAMPLE_RANDOM, 150, 200 };
    g_assert_true(isnan(lyh_sample_interval(&impossible, 60, 120).low));
}

static void assert_compares(const lyh_sample *sample, size_t one, size_t other,
                            const char *because)
{
    const size_t sizes[] = { one, other };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    bool lets = lyh_sample_lets_compare(sample, sizes, other ? 2 : 1, diags, &error);
    g_assert_true(lets == !because);
    g_assert_cmpuint(lyh_diags_error_count(diags), ==, lets ? 0 : 1);
    g_assert_cmpint(error.kind, ==, lets ? LYH_ERROR_NONE : LYH_ERROR_NOT_ALLOWED);
    if (because)
        g_assert_nonnull(strstr(lyh_diags_at(diags, 0)->message, because));
}

static void a_refused_test_says_why_in_one_sentence(void)
{
    const lyh_sample random = { LYH_SAMPLE_RANDOM, 0, 200 };
    assert_compares(&random, 120, 80, NULL);
    assert_compares(&random, 150, 50, NULL);
    assert_compares(&random, 151, 49, "the smallest group has 49 persons");
    assert_compares(&random, 200, 0, "no two groups");
    const lyh_sample impossible = { LYH_SAMPLE_RANDOM, 150, 200 };
    assert_compares(&impossible, 120, 80, "population is 150");
    const lyh_sample census = { LYH_SAMPLE_CENSUS, 0, 200 };
    assert_compares(&census, 120, 80, "everybody was asked");
    const lyh_sample purposive = { LYH_SAMPLE_PURPOSIVE, 0, 200 };
    assert_compares(&purposive, 120, 80, "chosen for what they could tell");
    const lyh_sample unsaid = { 0 };
    assert_compares(&unsaid, 120, 80, "came forward themselves");
}

static void a_kind_that_is_not_known_is_volunteers(void)
{
    g_assert_cmpint(lyh_sample_kind_of("random"), ==, LYH_SAMPLE_RANDOM);
    g_assert_cmpint(lyh_sample_kind_of("census"), ==, LYH_SAMPLE_CENSUS);
    g_assert_cmpint(lyh_sample_kind_of("purposive"), ==, LYH_SAMPLE_PURPOSIVE);
    g_assert_cmpint(lyh_sample_kind_of(""), ==, LYH_SAMPLE_VOLUNTEERS);
    g_assert_cmpint(lyh_sample_kind_of("Random"), ==, LYH_SAMPLE_VOLUNTEERS);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sample/prop-test", an_interval_is_that_of_prop_test);
    g_test_add_func("/sample/population",
                    a_known_population_narrows_the_interval_of_all_and_of_a_group);
    g_test_add_func("/sample/fifty", nobody_but_a_random_sample_of_fifty_has_an_interval);
    g_test_add_func("/sample/refused", a_refused_test_says_why_in_one_sentence);
    g_test_add_func("/sample/kinds", a_kind_that_is_not_known_is_volunteers);
    return g_test_run();
}
