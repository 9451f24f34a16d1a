#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/stats/agreement.h>

#define NEAR 0.0005 /* three decimals, as the examples are printed */
#define SEED 1

/* A digit a value, a point where there is none; a string a coder, a character a unit. */
static unsigned char *matrix(const char *const *coders, size_t count)
{
    size_t units = strlen(coders[0]);
    unsigned char *values = g_new(unsigned char, units *count);
    for (size_t coder = 0; coder < count; coder++) {
        g_assert_cmpuint(strlen(coders[coder]), ==, units);
        for (size_t unit = 0; unit < units; unit++) {
            char value = coders[coder][unit];
            values[unit * count + coder] =
                value == '.' ? LYH_NO_RATING : (unsigned char)(value - '0');
        }
    }
    return values;
}

static lyh_ratings ratings(const unsigned char *values, size_t units, size_t coders)
{
    return (lyh_ratings){ .values = values, .units = units, .coders = coders, .kinds = 10 };
}

#define RATINGS(name, ...)                                                                 \
    const char *const name##_coders[] = { __VA_ARGS__ };                                   \
    g_autofree unsigned char *name##_values =                                              \
        matrix(name##_coders, G_N_ELEMENTS(name##_coders));                                \
    lyh_ratings name =                                                                     \
        ratings(name##_values, strlen(name##_coders[0]), G_N_ELEMENTS(name##_coders))

/* Krippendorff (2011), section A: binary data, two observers, no missing data. */
static void two_observers_with_two_values_are_those_of_the_book(void)
{
    RATINGS(book, "0100000010", "1110010000");
    g_assert_cmpfloat_with_epsilon(lyh_ratings_alpha(&book), 0.095, NEAR);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_share(&book), 0.6, 1e-12);
}

/* Krippendorff (2011), section B: nominal data, two observers; a to e are 1 to 5. */
static void two_observers_with_five_values_are_those_of_the_book(void)
{
    RATINGS(book, "112243335441", "212223335444");
    g_assert_cmpfloat_with_epsilon(lyh_ratings_alpha(&book), 0.692, NEAR);
}

/* Krippendorff (2011), section C: nominal data, four observers, missing data. */
static void four_observers_with_missing_values_are_those_of_the_book(void)
{
    RATINGS(book, "123321412...", "1233224125.3", ".3332342251.", "12332441251.");
    g_assert_cmpfloat_with_epsilon(lyh_ratings_alpha(&book), 0.743, NEAR);
    g_assert_cmpuint(lyh_ratings_units(&book), ==, 11);
}

/* Cohen (1960), after Cohen's own example: 50 applications, 20 yes-yes, 5, 10, 15 no-no. */
static void fifty_judgements_give_a_kappa_of_two_fifths(void)
{
    unsigned char values[100];
    for (size_t unit = 0; unit < 50; unit++) {
        values[2 * unit] = unit < 25;
        values[2 * unit + 1] = unit < 20 || (unit >= 25 && unit < 35);
    }
    lyh_ratings all = ratings(values, 50, 2);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_share(&all), 0.7, 1e-12);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_kappa(&all), 0.4, 1e-12);
}

/* Both say yes to 900 of 1 000, and to 810 of them together: just what chance gives. */
static void pure_chance_is_no_agreement(void)
{
    unsigned char values[2000];
    for (size_t unit = 0; unit < 1000; unit++) {
        values[2 * unit] = unit < 900;
        values[2 * unit + 1] = unit < 810 || unit >= 910;
    }
    lyh_ratings all = ratings(values, 1000, 2);
    g_assert_true(lyh_ratings_kappa(&all) == 0);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_share(&all), 0.82, 1e-12);
    /* by hand: 1 - 1999 × 360 / (2000² - 1800² - 200²) */
    g_assert_cmpfloat_with_epsilon(lyh_ratings_alpha(&all), 1 - 1999.0 * 360 / 720000,
                                   1e-12);
}

/* Worked by hand: the three pairs have 1/2, 0 and 1/2. */
static void of_three_coders_kappa_is_the_mean_over_pairs(void)
{
    RATINGS(three, "1100", "1000", "1010");
    RATINGS(first, "1100", "1000");
    RATINGS(second, "1100", "1010");
    RATINGS(third, "1000", "1010");
    g_assert_cmpfloat_with_epsilon(lyh_ratings_kappa(&first), 0.5, 1e-12);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_kappa(&second), 0, 1e-12);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_kappa(&third), 0.5, 1e-12);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_kappa(&three), 1.0 / 3, 1e-12);
    g_assert_cmpfloat_with_epsilon(lyh_ratings_share(&three), (0.75 + 0.5 + 0.75) / 3,
                                   1e-12);
}

static void full_agreement_is_one(void)
{
    RATINGS(same, "1010", "1010", "1010");
    g_assert_true(lyh_ratings_share(&same) == 1);
    g_assert_true(lyh_ratings_kappa(&same) == 1);
    g_assert_true(lyh_ratings_alpha(&same) == 1);
}

static void without_variation_only_the_share_is_defined(void)
{
    RATINGS(never, "0000", "0000");
    g_assert_true(lyh_ratings_share(&never) == 1);
    g_assert_true(isnan(lyh_ratings_kappa(&never)));
    g_assert_true(isnan(lyh_ratings_alpha(&never)));
    g_assert_true(isnan(lyh_ratings_alpha_interval(&never, 100, SEED).low));
}

/* Of the pairs one has never said yes: there is no mean over coders who were left out. */
static void a_pair_without_variation_leaves_no_mean(void)
{
    RATINGS(one_speaks, "1100", "0000", "0000");
    g_assert_true(isnan(lyh_ratings_kappa(&one_speaks)));
    g_assert_false(isnan(lyh_ratings_alpha(&one_speaks)));
}

static void a_coder_alone_agrees_with_nobody(void)
{
    RATINGS(alone, "1010");
    g_assert_cmpuint(lyh_ratings_units(&alone), ==, 0);
    g_assert_true(isnan(lyh_ratings_share(&alone)));
    g_assert_true(isnan(lyh_ratings_kappa(&alone)));
    g_assert_true(isnan(lyh_ratings_alpha(&alone)));
}

static void what_one_alone_has_judged_tells_nothing(void)
{
    RATINGS(gaps, "10110.", "1011.1");
    RATINGS(whole, "1011", "1011");
    g_assert_cmpuint(lyh_ratings_units(&gaps), ==, 4);
    g_assert_true(lyh_ratings_share(&gaps) == lyh_ratings_share(&whole));
    g_assert_true(lyh_ratings_alpha(&gaps) == lyh_ratings_alpha(&whole));
}

static void the_interval_is_the_same_every_time_and_holds_alpha(void)
{
    RATINGS(some, "11010010110010100110", "11010110100010000111");
    lyh_interval once = lyh_ratings_alpha_interval(&some, 1000, SEED);
    lyh_interval again = lyh_ratings_alpha_interval(&some, 1000, SEED);
    g_assert_true(once.low == again.low && once.high == again.high);
    double alpha = lyh_ratings_alpha(&some);
    g_assert_cmpfloat(once.low, <, alpha);
    g_assert_cmpfloat(once.high, >, alpha);
    g_assert_cmpfloat(once.low, >=, -1);
    g_assert_cmpfloat(once.high, <=, 1);
}

/*
 * Two coders, n units, 100 alike and 100 not: α is about 2 p − 1 with p the share alike, so its
 * standard error is about 2 √(p (1 − p) / n) = 0.0707 and the interval about ± 0.139 wide.
 */
static void the_interval_is_as_wide_as_theory_says(void)
{
    unsigned char values[400];
    for (size_t unit = 0; unit < 200; unit++) {
        values[2 * unit] = unit % 2;
        values[2 * unit + 1] = unit < 100 ? unit % 2 : 1 - unit % 2;
    }
    lyh_ratings all = ratings(values, 200, 2);
    lyh_interval found = lyh_ratings_alpha_interval(&all, 4000, SEED);
    g_assert_cmpfloat_with_epsilon(found.high - found.low, 2 * 1.96 * 0.0707, 0.02);
}

/* The same judgements said ten times over in each document are no more than said once. */
static void units_of_one_document_are_drawn_together(void)
{
    enum { DOCUMENTS = 20, TIMES = 10 };
    RATINGS(once, "11010010110010100110", "11010110100010000111");
    unsigned char values[DOCUMENTS * TIMES * 2];
    size_t documents[DOCUMENTS * TIMES];
    for (size_t unit = 0; unit < (size_t)DOCUMENTS * TIMES; unit++) {
        memcpy(values + 2 * unit, once_values + 2 * (unit / TIMES), 2);
        documents[unit] = unit / TIMES;
    }
    lyh_ratings all = ratings(values, (size_t)DOCUMENTS * TIMES, 2);
    lyh_interval narrow = lyh_ratings_alpha_interval(&all, 1000, SEED);
    all.clusters = documents;
    all.cluster_count = DOCUMENTS;
    lyh_interval wide = lyh_ratings_alpha_interval(&all, 1000, SEED);
    lyh_interval single = lyh_ratings_alpha_interval(&once, 1000, SEED);
    g_assert_cmpfloat(wide.high - wide.low, >, 2 * (narrow.high - narrow.low));
    g_assert_cmpfloat_with_epsilon(wide.high - wide.low, single.high - single.low, 0.1);
}

static void one_document_has_no_interval(void)
{
    RATINGS(some, "110100", "110101");
    const size_t documents[6] = { 0 };
    some.clusters = documents;
    some.cluster_count = 1;
    g_assert_true(isnan(lyh_ratings_alpha_interval(&some, 100, SEED).low));
    g_assert_false(isnan(lyh_ratings_alpha(&some)));
}

/* In (9/10)^10, a third, of the resamples the only document that says anything is missing. */
static void a_code_of_one_document_in_ten_has_no_interval(void)
{
    RATINGS(rare, "1000000000", "1000000000");
    g_assert_true(lyh_ratings_alpha(&rare) == 1);
    g_assert_true(isnan(lyh_ratings_alpha_interval(&rare, 1000, SEED).low));
}

static void resample(size_t units, size_t per_cluster)
{
    g_autofree unsigned char *values = g_new(unsigned char, 2 * units);
    g_autofree size_t *documents = g_new(size_t, units);
    for (size_t unit = 0; unit < units; unit++) {
        values[2 * unit] = unit % 7 == 0;
        values[2 * unit + 1] = unit % 7 == 0 ? unit % 5 != 0 : unit % 31 == 0;
        documents[unit] = unit / per_cluster;
    }
    lyh_ratings all = ratings(values, units, 2);
    all.kinds = 2;
    all.clusters = documents;
    all.cluster_count = (units + per_cluster - 1) / per_cluster;
    lyh_interval found = lyh_ratings_alpha_interval(&all, 1000, SEED);
    g_assert_false(isnan(found.low));
    g_assert_true(found.low <= lyh_ratings_alpha(&all) &&
                  lyh_ratings_alpha(&all) <= found.high);
}

/* The time that every test is given is what ends it: a square of the units would take days. */
static void a_hundred_thousand_units_are_resampled(void)
{
    resample(100000, 100);
    resample(100000, 1);
}

#define TEST(sentence) g_test_add_func("/stats/agreement/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(two_observers_with_two_values_are_those_of_the_book);
    TEST(two_observers_with_five_values_are_those_of_the_book);
    TEST(four_observers_with_missing_values_are_those_of_the_book);
    TEST(fifty_judgements_give_a_kappa_of_two_fifths);
    TEST(pure_chance_is_no_agreement);
    TEST(of_three_coders_kappa_is_the_mean_over_pairs);
    TEST(full_agreement_is_one);
    TEST(without_variation_only_the_share_is_defined);
    TEST(a_pair_without_variation_leaves_no_mean);
    TEST(a_coder_alone_agrees_with_nobody);
    TEST(what_one_alone_has_judged_tells_nothing);
    TEST(the_interval_is_the_same_every_time_and_holds_alpha);
    TEST(the_interval_is_as_wide_as_theory_says);
    TEST(units_of_one_document_are_drawn_together);
    TEST(one_document_has_no_interval);
    TEST(a_code_of_one_document_in_ten_has_no_interval);
    TEST(a_hundred_thousand_units_are_resampled);
    return g_test_run();
}
