/* What can be worked out of a few sums: each system is solved on paper in the comment above it. */
#include <glib.h>

#include <lyhord/disclosure/derivable.h>

#include "../../src/disclosure/autoptr.h"

static lyh_unknowns *one_code(const size_t *sizes, size_t cells)
{
    return lyh_unknowns_new(sizes, cells, 1, false);
}

/* Cells of 3 and 4; 5 of the 7 took it up. The first may be 1, 2 or 3: 5 less at most 4, and at most 3. */
static void a_total_alone_leaves_a_choice(void)
{
    const size_t sizes[] = { 3, 4 };
    const bool all[] = { true, true }, first[] = { true, false };
    for (size_t truth = 1; truth <= 3; truth++) {
        g_autoptr(lyh_unknowns) sums = one_code(sizes, 2);
        lyh_unknowns_print(sums, 0, LYH_LINE_ANY, all, 5);
        g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_ANY, first, truth), ==,
                        LYH_DERIVABLE_NO);
    }
}

/* The same with 7 of 7, or 0 of 7: all of everybody, and none, leave one value. */
static void none_and_all_are_told(void)
{
    const size_t sizes[] = { 3, 4 };
    const bool all[] = { true, true }, first[] = { true, false };
    for (size_t count = 0; count <= 7; count += 7) {
        g_autoptr(lyh_unknowns) sums = one_code(sizes, 2);
        lyh_unknowns_print(sums, 0, LYH_LINE_ANY, all, count);
        g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_ANY, first, count ? 3 : 0), ==,
                        LYH_DERIVABLE_YES);
    }
}

/* Cells a 2, b 5, c 5. Printed: a + b 4, b 3. a = 4 - 3 = 1; of c nothing is known but that it is 0 to 5. */
static void what_is_left_when_one_is_taken_from_another_is_told(void)
{
    const size_t sizes[] = { 2, 5, 5 };
    const bool both[] = { true, true, false }, b[] = { false, true, false };
    const bool a[] = { true, false, false }, c[] = { false, false, true };
    g_autoptr(lyh_unknowns) sums = one_code(sizes, 3);
    lyh_unknowns_print(sums, 0, LYH_LINE_PLUS, both, 4);
    lyh_unknowns_print(sums, 0, LYH_LINE_PLUS, b, 3);
    g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_PLUS, a, 1), ==, LYH_DERIVABLE_YES);
    g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_PLUS, c, 2), ==, LYH_DERIVABLE_NO);
}

/*
 * Cells a 2, b 2, c 2; a + b is 3, b + c is 3, a + c is 2. Added: 2 (a + b + c) = 8, so a + b + c = 4 and a = 1,
 * b = 2, c = 1: no sum is of one cell, and all are known.
 */
static void sums_that_overlap_are_solved(void)
{
    const size_t sizes[] = { 2, 2, 2 };
    const bool ab[] = { true, true, false }, bc[] = { false, true, true };
    const bool ac[] = { true, false, true }, a[] = { true, false, false };
    g_autoptr(lyh_unknowns) sums = one_code(sizes, 3);
    lyh_unknowns_print(sums, 0, LYH_LINE_MINUS, ab, 3);
    lyh_unknowns_print(sums, 0, LYH_LINE_MINUS, bc, 3);
    lyh_unknowns_print(sums, 0, LYH_LINE_MINUS, ac, 2);
    g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_MINUS, a, 1), ==, LYH_DERIVABLE_YES);
}

/*
 * One cell of 4 and one of 6. Of the first 2 took it up (printed), nobody +, nobody 0, in all 10: who took it up said
 * something, so these 2 said -. Without the 0 printed they may have said 0 instead.
 */
static void who_took_it_up_said_something(void)
{
    const size_t sizes[] = { 4, 6 };
    const bool all[] = { true, true }, first[] = { true, false };
    for (int is_told = 0; is_told < 2; is_told++) {
        g_autoptr(lyh_unknowns) sums = one_code(sizes, 2);
        lyh_unknowns_print(sums, 0, LYH_LINE_ANY, first, 2);
        lyh_unknowns_print(sums, 0, LYH_LINE_PLUS, all, 0);
        if (is_told)
            lyh_unknowns_print(sums, 0, LYH_LINE_NEUTRAL, all, 0);
        g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_MINUS, first, 2), ==,
                        is_told ? LYH_DERIVABLE_YES : LYH_DERIVABLE_NO);
    }
}

/* Of a cell of 3, 1 took up the parent. The child is 0 or 1; where the parent is 0 the child is 0. */
static void a_child_is_no_more_than_its_parent(void)
{
    const size_t sizes[] = { 3, 5 };
    const bool first[] = { true, false };
    for (size_t parent = 0; parent < 2; parent++) {
        g_autoptr(lyh_unknowns) sums = lyh_unknowns_new(sizes, 2, 2, false);
        lyh_unknowns_below(sums, 1, 0);
        lyh_unknowns_print(sums, 0, LYH_LINE_ANY, first, parent);
        g_assert_cmpint(lyh_unknowns_ask(sums, 1, LYH_LINE_ANY, first, 0), ==,
                        parent ? LYH_DERIVABLE_NO : LYH_DERIVABLE_YES);
    }
}

/* The parent has no + of its own, and one child: who said + of the parent said + of the child, 2 of 3. */
static void a_parent_without_hits_of_its_own_is_its_child(void)
{
    const size_t sizes[] = { 3, 5 };
    const bool first[] = { true, false };
    for (size_t own = 0; own < 2; own++) {
        g_autoptr(lyh_unknowns) sums = lyh_unknowns_new(sizes, 2, 2, false);
        lyh_unknowns_below(sums, 1, 0);
        lyh_unknowns_own(sums, 0, LYH_LINE_PLUS, own);
        lyh_unknowns_print(sums, 0, LYH_LINE_PLUS, first, 2);
        g_assert_cmpint(lyh_unknowns_ask(sums, 1, LYH_LINE_PLUS, first, 2), ==,
                        own ? LYH_DERIVABLE_NO : LYH_DERIVABLE_YES);
    }
}

/* 1 of a cell of 2 said + and 1 said -; both were said by nobody: 2 took it up, each one of them. */
static void persons_of_both_are_reckoned_with(void)
{
    const size_t sizes[] = { 2, 5 };
    const bool first[] = { true, false }, all[] = { true, true };
    for (int is_told = 0; is_told < 2; is_told++) {
        g_autoptr(lyh_unknowns) sums = one_code(sizes, 2);
        lyh_unknowns_print(sums, 0, LYH_LINE_PLUS, first, 1);
        lyh_unknowns_print(sums, 0, LYH_LINE_MINUS, first, 1);
        lyh_unknowns_print(sums, 0, LYH_LINE_NEUTRAL, all, 0);
        if (is_told)
            lyh_unknowns_both(sums, 0, 0);
        g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_ANY, first, 2), ==,
                        is_told ? LYH_DERIVABLE_YES : LYH_DERIVABLE_NO);
    }
}

/* 2 600 cells of 8 kinds are 20 800 columns: more than are sought through, and taken for a yes. */
static void what_is_too_large_is_unsure(void)
{
    const size_t cells = 2600;
    g_autofree size_t *sizes = g_new(size_t, cells);
    g_autofree bool *in = g_new0(bool, cells);
    for (size_t i = 0; i < cells; i++)
        sizes[i] = 3;
    in[0] = true;
    g_autoptr(lyh_unknowns) sums = one_code(sizes, cells);
    g_assert_cmpint(lyh_unknowns_ask(sums, 0, LYH_LINE_ANY, in, 1), ==,
                    LYH_DERIVABLE_UNSURE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    const struct {
        const char *path;
        GTestFunc test;
    } tests[] = {
        { "/derivable/a total alone leaves a choice", a_total_alone_leaves_a_choice },
        { "/derivable/none and all are told", none_and_all_are_told },
        { "/derivable/what is left when one is taken from another is told",
          what_is_left_when_one_is_taken_from_another_is_told },
        { "/derivable/sums that overlap are solved", sums_that_overlap_are_solved },
        { "/derivable/who took it up said something", who_took_it_up_said_something },
        { "/derivable/a child is no more than its parent",
          a_child_is_no_more_than_its_parent },
        { "/derivable/a parent without hits of its own is its child",
          a_parent_without_hits_of_its_own_is_its_child },
        { "/derivable/persons of both are reckoned with",
          persons_of_both_are_reckoned_with },
        { "/derivable/what is too large is unsure", what_is_too_large_is_unsure },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add_func(tests[i].path, tests[i].test);
    return g_test_run();
}
