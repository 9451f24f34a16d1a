/* Whether answers could have been others' too: small surveys, each worked out on paper in the comment above it. */
#include <string.h>

#include <glib.h>

#include "../../src/disclosure/answered.h"

/* Persons alike: of their first background p, q or r, of the second x or y, and what they chose of a, b. */
typedef struct alike {
    const char *of, *chosen;
    size_t persons;
} alike;

typedef struct polled {
    alike some[8]; /* ended by 0 persons */
    bool is_exclusive;
} polled;

typedef struct worked_out {
    const polled *all;
    lyh_release_question question;
    lyh_release *release;
    answered asked;
} worked_out;

static const alike *alike_of(const polled *all, size_t person)
{
    const alike *some = all->some;
    while (person >= some->persons)
        person -= (some++)->persons;
    return some;
}

static bool chose(const void *user, size_t person, size_t alternative)
{
    return strchr(alike_of(user, person)->chosen, 'a' + (int)alternative);
}

static bool holds(const void *user, size_t row, size_t alternative)
{
    (void)user;
    return row == alternative;
}

/* By both backgrounds, each alone. Cleared by work_clear(). */
static void work(worked_out *work, const polled *all)
{
    static const char *const firsts[] = { "p", "q", "r" };
    static const char *const seconds[] = { "x", "y" };
    static const lyh_release_split both[] = { { 0, LYH_NONE, 0 }, { 1, LYH_NONE, 0 } };
    size_t first[32], second[32], persons = 0;
    for (const alike *some = all->some; some->persons > 0; some++)
        persons += some->persons;
    for (size_t i = 0; i < persons; i++) {
        first[i] = (size_t)(alike_of(all, i)->of[0] - 'p');
        second[i] = (size_t)(alike_of(all, i)->of[1] - 'x');
    }
    const lyh_release_attribute attributes[] = {
        { firsts, G_N_ELEMENTS(firsts), first },
        { seconds, G_N_ELEMENTS(seconds), second },
    };
    work->all = all;
    work->question = (lyh_release_question){ .alternatives = 2,
                                             .is_exclusive = all->is_exclusive,
                                             .chose = chose,
                                             .rows = 2,
                                             .holds = holds,
                                             .user = all };
    work->release = release_planned(persons, NULL, attributes, both, 2, 2, 5, NULL);
    answered_init(&work->asked, work->release, &work->question);
    answered_begin(&work->asked, 0);
}

static void work_clear(worked_out *work)
{
    answered_clear(&work->asked);
    lyh_release_free(work->release);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(worked_out, work_clear)

/* How many of q chose a (row 0) or b (row 1): q is a hidden group in all of them. */
static secret of_q(worked_out *work, size_t row)
{
    const GPtrArray *targets = work->release->targets;
    for (guint i = 0; i < targets->len; i++) {
        const release_target *target = targets->pdata[i];
        size_t person = g_array_index(target->persons, size_t, 0);
        if (alike_of(work->all, person)->of[0] == 'q')
            return (secret){ &work->asked, target, row };
    }
    g_assert_not_reached();
}

/* p 6, Others (q, r) 6, everybody x or y alike. q's one a and a b of r, all of x, may be each other's. */
static void two_of_the_same_groups_may_exchange(void)
{
    const polled all = { { { "px", "a", 3 },
                           { "py", "b", 6 },
                           { "qx", "a", 1 },
                           { "qx", "b", 2 },
                           { "rx", "b", 3 } },
                         true };
    g_auto(worked_out) made = { .all = NULL };
    work(&made, &all);
    for (size_t row = 0; row < 2; row++) {
        const secret kept = of_q(&made, row);
        g_assert_cmpuint(answered_secret(&kept), ==, 1 + row);
        g_assert_true(answered_has_exchange(&kept, false));
    }
}

/*
 * All of q are x and chose a, all of r y and chose b: two of them cannot exchange, x would have one a less. But
 * of p one of x and b, and one of y and a, make up for it. x is a 3 of 6, as before, and y too.
 */
static const polled parted = {
    { { "px", "b", 3 }, { "py", "a", 3 }, { "qx", "a", 3 }, { "ry", "b", 3 } }, true
};

static void others_make_up_for_two_who_are_parted(void)
{
    g_auto(worked_out) made = { .all = NULL };
    work(&made, &parted);
    const secret kept = of_q(&made, 0);
    g_assert_false(answered_has_exchange(&kept, false));
    g_assert_true(answered_has_exchange(&kept, true));
    g_assert_cmpint(answered_derivable(&kept), ==, LYH_DERIVABLE_NO);
}

/* While nothing is shown by the second background two may exchange; then not, until the way of four is known. */
static void a_way_serves_while_what_is_shown_lets_it(void)
{
    g_auto(worked_out) made = { .all = NULL };
    work(&made, &parted);
    const secret kept = of_q(&made, 0);
    release_layer *by_second = made.release->layers->pdata[1];
    memset(by_second->hidden, ALL_LINES, 2);
    g_assert_true(answered_has_exchange(&kept, false));
    memset(by_second->hidden, 0, 2);
    g_assert_false(answered_has_exchange(&kept, false));
    g_assert_true(answered_has_exchange(&kept, true));
    g_assert_true(answered_has_exchange(&kept, false));
}

/* x is 6 of 6 a: q's three, who are x, chose a. There is no other way, for any number of persons. */
static void what_all_of_a_group_chose_is_no_ones_to_exchange(void)
{
    const polled all = {
        { { "px", "a", 3 }, { "py", "b", 3 }, { "qx", "a", 3 }, { "ry", "b", 3 } }, true
    };
    g_auto(worked_out) made = { .all = NULL };
    work(&made, &all);
    for (size_t row = 0; row < 2; row++) {
        const secret kept = of_q(&made, row);
        g_assert_false(answered_has_exchange(&kept, true));
        g_assert_cmpint(answered_derivable(&kept), ==, LYH_DERIVABLE_YES);
    }
}

/*
 * Several may be chosen. One of q chose a beside b, and one of r may have instead: b stands. That all of Others
 * (q, r) chose b is told by 6 of 6, and nobody may be left without any.
 */
static void one_more_alternative_may_be_anothers(void)
{
    const polled all = { { { "px", "a", 3 },
                           { "py", "b", 3 },
                           { "qx", "ab", 1 },
                           { "qx", "b", 2 },
                           { "rx", "b", 3 } },
                         false };
    g_auto(worked_out) made = { .all = NULL };
    work(&made, &all);
    const secret a = of_q(&made, 0), b = of_q(&made, 1);
    g_assert_true(answered_has_exchange(&a, false));
    g_assert_false(answered_has_exchange(&b, true));
    g_assert_cmpint(answered_derivable(&b), ==, LYH_DERIVABLE_YES);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exchange/two of the same groups may exchange",
                    two_of_the_same_groups_may_exchange);
    g_test_add_func("/exchange/others make up for two who are parted",
                    others_make_up_for_two_who_are_parted);
    g_test_add_func("/exchange/a way serves while what is shown lets it",
                    a_way_serves_while_what_is_shown_lets_it);
    g_test_add_func("/exchange/what all of a group chose is no one's to exchange",
                    what_all_of_a_group_chose_is_no_ones_to_exchange);
    g_test_add_func("/exchange/one more alternative may be another's",
                    one_more_alternative_may_be_anothers);
    return g_test_run();
}
