/* What is shown of a survey's question: worked out on paper, in the comments. */
#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/disclosure/question.h>

#include "../../src/disclosure/autoptr.h"

/* Who answered: their values of two backgrounds, and what they chose, by letters a, b, c. */
typedef struct answering {
    const char *first, *second, *chosen;
    size_t persons;
} answering;

typedef struct answers {
    answering groups[16]; /* ended by 0 persons */
    size_t alternatives;
    bool is_exclusive, has_pooled; /* the last row is a or b */
    const char *accepted;          /* a group whose none or all is accepted, or NULL */
} answers;

static const answering *group_of(const answers *all, size_t person)
{
    const answering *group = all->groups;
    while (person >= group->persons)
        person -= (group++)->persons;
    return group;
}

static bool chose(const void *user, size_t person, size_t alternative)
{
    return strchr(group_of(user, person)->chosen, 'a' + (int)alternative);
}

static bool holds(const void *user, size_t row, size_t alternative)
{
    return row == alternative ||
           (row == ((const answers *)user)->alternatives && alternative < 2);
}

static bool accepts(const void *user, const char *group, size_t row)
{
    (void)row;
    const answers *all = user;
    return all->accepted && strcmp(group, all->accepted) == 0;
}

static size_t persons_of(const answers *all)
{
    size_t persons = 0;
    for (const answering *group = all->groups; group->persons > 0; group++)
        persons += group->persons;
    return persons;
}

/* The values of an attribute are letters, in the order of the alphabet from 'p' and from 'x'. */
static lyh_release *plan(const answers *all, const lyh_release_split *splits, size_t count)
{
    static const char *const firsts[] = { "p", "q", "r", "s" };
    static const char *const seconds[] = { "x", "y", "z" };
    size_t persons = persons_of(all);
    g_autofree size_t *first = g_new(size_t, persons);
    g_autofree size_t *second = g_new(size_t, persons);
    for (size_t i = 0; i < persons; i++) {
        first[i] = (size_t)(*group_of(all, i)->first - 'p');
        second[i] = (size_t)(*group_of(all, i)->second - 'x');
    }
    const lyh_release_attribute attributes[] = {
        { firsts, G_N_ELEMENTS(firsts), first },
        { seconds, G_N_ELEMENTS(seconds), second },
    };
    const lyh_release_question question = {
        .alternatives = all->alternatives,
        .is_exclusive = all->is_exclusive,
        .chose = chose,
        .rows = all->alternatives + all->has_pooled,
        .holds = holds,
        .accepts = accepts,
        .user = all,
    };
    return lyh_release_of_question(persons, attributes, splits, count, &question, 5, NULL);
}

static bool hides(const lyh_release *release, size_t split, size_t row)
{
    return lyh_release_hides(release, split, 0, row, LYH_LINE_ANY);
}

static const lyh_release_split by_first = { 0, LYH_NONE, 0 };

/* p 6, q 3 and r 3 are Others (q, r) 6: 2 chose a of them, so q may have 0, 1 or 2. Nothing is hidden. */
static void what_tells_of_nobody_is_shown(void)
{
    const answers all = { { { "p", "x", "a", 3 },
                            { "p", "x", "b", 3 },
                            { "q", "x", "a", 1 },
                            { "q", "x", "b", 2 },
                            { "r", "x", "a", 1 },
                            { "r", "x", "b", 2 } },
                          2,
                          true,
                          false,
                          NULL };
    g_autoptr(lyh_release) release = plan(&all, &by_first, 1);
    g_assert_cmpuint(lyh_release_parts(release, 0), ==, 2);
    g_assert_cmpuint(lyh_release_size(release, 0, 1), ==, 6);
    g_assert_false(hides(release, 0, 0));
    g_assert_false(hides(release, 0, 1));
    g_assert_false(lyh_release_hides_values(release, 0, 0));
}

/*
 * Of Others (q, r) nobody chose c: that tells of q and of r. With c hidden the base 6 less a and b is c
 * all the same, so one more must go; with a hidden too, c of Others is 0 to 4 of q 3.
 */
static void alternatives_that_add_up_hide_two(void)
{
    const answers all = { { { "p", "x", "a", 2 },
                            { "p", "x", "b", 2 },
                            { "p", "x", "c", 2 },
                            { "q", "x", "a", 2 },
                            { "q", "x", "b", 1 },
                            { "r", "x", "a", 2 },
                            { "r", "x", "b", 1 } },
                          3,
                          true,
                          false,
                          NULL };
    g_autoptr(lyh_release) release = plan(&all, &by_first, 1);
    g_assert_true(hides(release, 0, 2));
    g_assert_cmpint(hides(release, 0, 0) + hides(release, 0, 1), ==, 1);
    g_assert_true(lyh_release_hides_values(release, 0, 0));
}

/* The same, where one may choose several: a and b do not tell of c. */
static void alternatives_that_do_not_add_up_hide_one(void)
{
    const answers all = { { { "p", "x", "ac", 3 },
                            { "p", "x", "b", 3 },
                            { "q", "x", "ab", 2 },
                            { "q", "x", "b", 1 },
                            { "r", "x", "a", 1 },
                            { "r", "x", "b", 2 } },
                          3,
                          false,
                          false,
                          NULL };
    g_autoptr(lyh_release) release = plan(&all, &by_first, 1);
    g_assert_true(hides(release, 0, 2));
    g_assert_false(hides(release, 0, 0));
    g_assert_false(hides(release, 0, 1));
}

static const answers one_none = { { { "p", "x", "ac", 3 },
                                    { "p", "x", "b", 5 },
                                    { "q", "x", "bc", 2 },
                                    { "q", "x", "a", 5 },
                                    { "r", "x", "ab", 1 },
                                    { "r", "x", "b", 1 },
                                    { "s", "x", "a", 2 },
                                    { "s", "x", "b", 1 } },
                                  3,
                                  false,
                                  false,
                                  NULL };

/*
 * p 8, q 7 and Others (r, s) 5, of whom nobody chose c, which 3 of p and 2 of q did. Everyone's 5 less p's 3 leaves 2 for
 * q and Others: p may be shown, and then q, the smaller, may not.
 */
static void of_a_hidden_row_the_groups_that_tell_nothing_are_shown(void)
{
    g_autoptr(lyh_release) release = plan(&one_none, &by_first, 1);
    g_assert_cmpuint(lyh_release_parts(release, 0), ==, 3);
    g_assert_false(lyh_release_hides(release, 0, 0, 2, LYH_LINE_ANY));
    g_assert_true(lyh_release_hides(release, 0, 1, 2, LYH_LINE_ANY));
    g_assert_true(lyh_release_hides(release, 0, 2, 2, LYH_LINE_ANY));
    g_assert_false(lyh_release_hides_values(release, 0, 0));
    g_assert_true(lyh_release_hides_values(release, 0, 1));
}

/* The same none, accepted: c of r and of s is told, and all three are shown. */
static void what_somebody_accepts_is_shown(void)
{
    answers all = one_none;
    all.accepted = "Others (r, s)";
    g_autoptr(lyh_release) release = plan(&all, &by_first, 1);
    for (size_t part = 0; part < 3; part++)
        g_assert_false(lyh_release_hides_values(release, 0, part));
    all.accepted = "Others (q, s)";
    g_autoptr(lyh_release) other = plan(&all, &by_first, 1);
    g_assert_true(lyh_release_hides_values(other, 0, 2));
}

/*
 * "a or b" is pooled, and printed. Of Others (q, r) everybody chose a or b, which is none of c: the
 * pooled row goes with c, and one of a and b, or a + b would give it.
 */
static void a_pooled_row_is_a_sum(void)
{
    const answers all = { { { "p", "x", "a", 2 },
                            { "p", "x", "b", 2 },
                            { "p", "x", "c", 2 },
                            { "q", "x", "a", 2 },
                            { "q", "x", "b", 1 },
                            { "r", "x", "a", 2 },
                            { "r", "x", "b", 1 } },
                          3,
                          true,
                          true,
                          NULL };
    g_autoptr(lyh_release) release = plan(&all, &by_first, 1);
    g_assert_true(hides(release, 0, 2));
    g_assert_true(hides(release, 0, 3));
    g_assert_cmpint(hides(release, 0, 0) + hides(release, 0, 1), ==, 1);
}

/*
 * By the first background p 9 and q 9; by the second x 8, y 5 and z 5. No group is small. The pair adds
 * none either: each split's sums leave nobody alone.
 */
static void groups_that_are_large_enough_are_shown(void)
{
    const lyh_release_split both[] = { { 0, LYH_NONE, 0 }, { 1, LYH_NONE, 0 } };
    const answers all = { { { "p", "x", "a", 4 },
                            { "p", "y", "b", 5 },
                            { "q", "x", "a", 4 },
                            { "q", "z", "b", 5 } },
                          2,
                          true,
                          false,
                          NULL };
    g_autoptr(lyh_release) release = plan(&all, both, 2);
    for (size_t split = 0; split < 2; split++)
        g_assert_false(hides(release, split, 0) || hides(release, split, 1));
}

/*
 * Two backgrounds together: p 6 and Others (q, r) 6; x 7 and Others (y, z) 5. Everybody of x is p or r.
 * By the second: x has 7 = p's 6 and r's one, of whom a is 3; p has 2 of a: so r's one chose a (3 - 2),
 * r being the only one of r. Either table alone tells nothing of r; together they do, so one goes.
 */
static void two_backgrounds_are_held_together(void)
{
    const lyh_release_split both[] = { { 0, LYH_NONE, 0 }, { 1, LYH_NONE, 0 } };
    const answers all = { { { "p", "x", "a", 2 },
                            { "p", "x", "b", 4 },
                            { "r", "x", "a", 1 },
                            { "q", "y", "a", 1 },
                            { "q", "y", "b", 1 },
                            { "q", "z", "a", 1 },
                            { "q", "z", "b", 2 } },
                          2,
                          true,
                          false,
                          NULL };
    g_autoptr(lyh_release) first = plan(&all, &both[0], 1);
    g_autoptr(lyh_release) second = plan(&all, &both[1], 1);
    g_autoptr(lyh_release) together = plan(&all, both, 2);
    g_assert_false(lyh_release_hides_values(first, 0, 0));
    g_assert_false(lyh_release_hides_values(second, 0, 0));
    g_assert_true(lyh_release_hides_values(together, 0, 0) !=
                  lyh_release_hides_values(together, 1, 0));
}

/* What an earlier release has shown stays: it is the later background that is hidden. */
static void what_is_out_stays_and_the_later_hides(void)
{
    const lyh_release_split both[] = { { 1, LYH_NONE, 0 }, { 0, LYH_NONE, 1 } };
    const answers all = { { { "p", "x", "a", 2 },
                            { "p", "x", "b", 4 },
                            { "r", "x", "a", 1 },
                            { "q", "y", "a", 1 },
                            { "q", "y", "b", 1 },
                            { "q", "z", "a", 1 },
                            { "q", "z", "b", 2 } },
                          2,
                          true,
                          false,
                          NULL };
    g_autoptr(lyh_release) release = plan(&all, both, 2);
    g_assert_false(lyh_release_hides_values(release, 0, 0));
    g_assert_true(lyh_release_hides_values(release, 1, 0));
}

/* Nobody at all chose c: everyone's 0 says so of each group, and the groups' 0 is shown. */
static void what_everyone_tells_is_shown(void)
{
    const answers all = { { { "p", "x", "a", 3 },
                            { "p", "x", "b", 3 },
                            { "q", "x", "a", 1 },
                            { "q", "x", "b", 2 },
                            { "r", "x", "a", 1 },
                            { "r", "x", "b", 2 } },
                          3,
                          true,
                          false,
                          NULL };
    g_autoptr(lyh_release) release = plan(&all, &by_first, 1);
    for (size_t row = 0; row < 3; row++)
        g_assert_false(hides(release, 0, row));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    const struct {
        const char *path;
        GTestFunc test;
    } tests[] = {
        { "/question/what tells of nobody is shown", what_tells_of_nobody_is_shown },
        { "/question/alternatives that add up hide two",
          alternatives_that_add_up_hide_two },
        { "/question/alternatives that do not add up hide one",
          alternatives_that_do_not_add_up_hide_one },
        { "/question/of a hidden row the groups that tell nothing are shown",
          of_a_hidden_row_the_groups_that_tell_nothing_are_shown },
        { "/question/what somebody accepts is shown", what_somebody_accepts_is_shown },
        { "/question/a pooled row is a sum", a_pooled_row_is_a_sum },
        { "/question/groups that are large enough are shown",
          groups_that_are_large_enough_are_shown },
        { "/question/two backgrounds are held together",
          two_backgrounds_are_held_together },
        { "/question/what is out stays, and the later hides",
          what_is_out_stays_and_the_later_hides },
        { "/question/what everyone tells is shown", what_everyone_tells_is_shown },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add_func(tests[i].path, tests[i].test);
    return g_test_run();
}
