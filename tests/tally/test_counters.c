#include "../../src/tally/counters.h"

#include <string.h>

/* What was added, kept beside in the plainest way: a table of all pairs. */
enum { CODES = 40, PEOPLE = 300, ROUNDS = 20000 };

/* The numbers that are added have from one to sixty bits. */
static size_t number(GRand *random)
{
    guint bits = (guint)g_rand_int_range(random, 0, 60);
    return ((size_t)g_rand_int(random) << 32 | g_rand_int(random)) >> (63 - bits);
}

static void add(tally_counter *counter, lyh_measure measure, size_t more)
{
    counter->persons[measure] = 1;
    counter->hits[measure] += more;
    counter->words[measure] += more / 3;
}

static size_t respondent_of(size_t index)
{
    return index == PEOPLE - 1 ? LYH_NONE : index;
}

static void are_what_was_added(void)
{
    tally_counters *counters = tally_counters_new(CODES);
    g_autofree tally_counter *plain = g_new0(tally_counter, CODES * PEOPLE);
    GRand *random = g_rand_new_with_seed(11);
    for (size_t i = 0; i < ROUNDS; i++) {
        size_t code = (size_t)g_rand_int_range(random, 0, CODES - 1);
        size_t person = (size_t)g_rand_int_range(random, 0, PEOPLE);
        lyh_measure measure = (lyh_measure)g_rand_int_range(random, 0, LYH_MEASURE_COUNT);
        size_t more = number(random);
        add(tally_counters_take(counters, code, respondent_of(person)), measure, more);
        add(&plain[code * PEOPLE + person], measure, more);
    }
    for (size_t code = 0; code < CODES; code++)
        for (size_t person = 0; person < PEOPLE; person++) {
            tally_counter *was = &plain[code * PEOPLE + person];
            was->code = code;
            was->respondent = respondent_of(person);
            tally_counter is = { .code = code, .respondent = was->respondent };
            tally_counters_find(counters, code, was->respondent, &is);
            g_assert_true(memcmp(was, &is, sizeof is) == 0);
        }
    g_rand_free(random);
    tally_counters_free(counters);
}

static void are_shown_in_the_order_in_which_they_were_met(void)
{
    tally_counters *counters = tally_counters_new(1);
    tally_counter counter;
    for (size_t i = 0; i < 2000; i++)
        add(tally_counters_take(counters, 0, 2000 - i), LYH_MEASURE_ANY, i + 1);
    for (size_t i = 0; i < 2000; i++)
        add(tally_counters_take(counters, 0, 2000 - i), LYH_MEASURE_WISH, 1);
    size_t at = 0;
    for (size_t i = 0; i < 2000; i++) {
        g_assert_true(tally_counters_next(counters, 0, &at, &counter));
        g_assert_cmpuint(counter.respondent, ==, 2000 - i);
        g_assert_cmpuint(counter.hits[LYH_MEASURE_ANY], ==, i + 1);
        g_assert_cmpuint(counter.hits[LYH_MEASURE_WISH], ==, 1);
    }
    g_assert_false(tally_counters_next(counters, 0, &at, &counter));
    tally_counters_free(counters);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/counters are what was added, however large and in whatever order",
                    are_what_was_added);
    g_test_add_func("/counters are shown in the order in which they were met",
                    are_shown_in_the_order_in_which_they_were_met);
    return g_test_run();
}
