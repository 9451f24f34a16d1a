#include <glib.h>
#include <math.h>

#include <lyhord/stats/bootstrap.h>

/*
 * The first numbers of SplitMix64 with seed 1234567, as its author's program gives them (Vigna,
 * splitmix64.c), times ten and divided by 2^64: 6457827717110365317, 3203168211198807973,
 * 9817491932198370423, 4593380528125082431, 16408922859458223821.
 */
static void the_numbers_are_those_of_splitmix64(void)
{
    static const size_t expected[] = { 3, 1, 5, 2, 8 };
    uint64_t state = 1234567;
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        g_assert_cmpuint(lyh_random_below(&state, 10), ==, expected[i]);
}

static void as_many_clusters_are_drawn_as_there_are(void)
{
    uint32_t times[7];
    uint64_t state = 1;
    for (size_t round = 0; round < 100; round++) {
        size_t sum = 0;
        lyh_bootstrap_draw(&state, G_N_ELEMENTS(times), times);
        for (size_t i = 0; i < G_N_ELEMENTS(times); i++)
            sum += times[i];
        g_assert_cmpuint(sum, ==, 7);
    }
}

/* Each of 5 is drawn 10 000 times in 10 000 resamples, give or take 89 (√(10 000 · 5 · 0,16)). */
static void every_cluster_is_as_likely(void)
{
    uint32_t times[5];
    size_t sums[5] = { 0 };
    uint64_t state = 20;
    for (size_t round = 0; round < 10000; round++) {
        lyh_bootstrap_draw(&state, 5, times);
        for (size_t i = 0; i < 5; i++)
            sums[i] += times[i];
    }
    for (size_t i = 0; i < 5; i++)
        g_assert_true(sums[i] > 9600 && sums[i] < 10400);
}

static void the_interval_leaves_out_the_same_at_both_ends(void)
{
    double values[1000];
    for (size_t i = 0; i < 1000; i++)
        values[i] = (double)((i * 7) % 1000);
    lyh_interval interval = lyh_bootstrap_interval(values, 1000);
    g_assert_cmpfloat(interval.low, ==, 24);
    g_assert_cmpfloat(interval.high, ==, 975);
}

static void too_many_undefined_resamples_give_no_interval(void)
{
    double values[80];
    for (size_t i = 0; i < 80; i++)
        values[i] = i < 2 ? NAN : 0.5;
    g_assert_cmpfloat(lyh_bootstrap_interval(values, 80).low, ==, 0.5);
    for (size_t i = 0; i < 80; i++)
        values[i] = i < 3 ? NAN : 0.5;
    g_assert_true(isnan(lyh_bootstrap_interval(values, 80).low));
    g_assert_true(isnan(lyh_bootstrap_interval(values, 0).high));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bootstrap/splitmix64", the_numbers_are_those_of_splitmix64);
    g_test_add_func("/bootstrap/as many", as_many_clusters_are_drawn_as_there_are);
    g_test_add_func("/bootstrap/as likely", every_cluster_is_as_likely);
    g_test_add_func("/bootstrap/ends", the_interval_leaves_out_the_same_at_both_ends);
    g_test_add_func("/bootstrap/undefined", too_many_undefined_resamples_give_no_interval);
    return g_test_run();
}
