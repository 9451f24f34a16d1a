#include "../../src/report/flow.h"

/* One piece a letter of @ties: '.' lets go of the next; '~' loose, '-' soft and '=' hard ties. */
static GArray *pieces_of(const char *ties, double height)
{
    GArray *pieces = g_array_new(FALSE, TRUE, sizeof(lyh_piece));
    for (; *ties; ties++) {
        lyh_piece piece = { .height = height };
        piece.keep = *ties == '='   ? LYH_KEEP_HARD
                     : *ties == '-' ? LYH_KEEP_SOFT
                     : *ties == '~' ? LYH_KEEP_LOOSE
                                    : LYH_KEEP_NONE;
        g_array_append_val(pieces, piece);
    }
    return pieces;
}

static lyh_piece *at(GArray *pieces, guint index)
{
    return &g_array_index(pieces, lyh_piece, index);
}

/* The page of each piece as a digit, on pages of 100 points. */
static void assert_pages(GArray *pieces, const char *expected)
{
    g_autoptr(GString) pages = g_string_new(NULL);
    size_t count = lyh_flow_paginate(pieces, 100);
    for (guint i = 0; i < pieces->len; i++)
        g_string_append_printf(pages, "%zu", at(pieces, i)->page);
    g_assert_cmpstr(pages->str, ==, expected);
    g_assert_cmpuint(count, ==, at(pieces, pieces->len - 1)->page + 1);
}

static void assert_ties_give(const char *ties, double height, const char *expected)
{
    g_autoptr(GArray) pieces = pieces_of(ties, height);
    assert_pages(pieces, expected);
}

static void a_page_is_filled_before_the_next_begins(void)
{
    assert_ties_give(".......", 30, "0001112");
    assert_ties_give("..", 50, "00");
}

static void what_holds_on_goes_together(void)
{
    assert_ties_give("..=.", 30, "0011");
    assert_ties_give("..-.", 30, "0011");
    assert_ties_give(".==.", 30, "0111");
}

/* Together 120 points: the weakest ties are let go of, all of them, the stronger kept. */
static void the_weakest_ties_give_way_when_a_page_is_too_small(void)
{
    assert_ties_give("--=.", 30, "0011");
    assert_ties_give("~~-.", 30, "0011");
    assert_ties_give("~~--.", 30, "00111");
}

/* Rows of a table over two pages fill the first one. */
static void what_is_let_go_of_fills_its_page(void)
{
    assert_ties_give("-------.", 20, "00000111");
}

/* No page can hold it: then every piece is on its own. */
static void what_no_page_can_hold_is_divided(void)
{
    assert_ties_give("====.", 30, "00011");
    assert_ties_give("..", 150, "01");
}

static void space_above_is_dropped_at_the_top_of_a_page(void)
{
    g_autoptr(GArray) pieces = pieces_of("...", 40);
    at(pieces, 1)->before = 10;
    at(pieces, 2)->before = 10;
    assert_pages(pieces, "001");
    g_assert_cmpfloat(at(pieces, 1)->y, ==, 50);
    g_assert_cmpfloat(at(pieces, 2)->y, ==, 0);
    g_assert_true(at(pieces, 2)->is_first_on_page);
}

static void space_that_holds_down_is_kept(void)
{
    g_autoptr(GArray) pieces = pieces_of(".", 40);
    at(pieces, 0)->before = 20;
    at(pieces, 0)->holds_down = true;
    assert_pages(pieces, "0");
    g_assert_cmpfloat(at(pieces, 0)->y, ==, 20);
}

static void a_piece_may_begin_a_page(void)
{
    g_autoptr(GArray) pieces = pieces_of("=..", 10);
    at(pieces, 1)->begins = true;
    assert_pages(pieces, "011");
}

static void a_repeated_heading_gets_its_room(void)
{
    g_autoptr(GArray) pieces = pieces_of("=....", 30);
    for (guint i = 1; i < pieces->len; i++)
        at(pieces, i)->repeat = 30;
    assert_pages(pieces, "00011");
    g_assert_cmpfloat(at(pieces, 3)->y, ==, 30);
    g_assert_cmpfloat(at(pieces, 4)->y, ==, 60);
}

/* Of 100 points, 18 part the footnotes from the text. */
static void a_footnote_takes_its_room_at_the_foot_of_its_page(void)
{
    g_autoptr(GArray) pieces = pieces_of("....", 30);
    at(pieces, 0)->foot = 10;
    at(pieces, 3)->foot = 20;
    assert_pages(pieces, "0011");
    g_assert_cmpfloat_with_epsilon(at(pieces, 0)->foot_y, 90, 0.001);
    g_assert_cmpfloat_with_epsilon(at(pieces, 3)->foot_y, 80, 0.001);

    g_autoptr(GArray) bigger = pieces_of("...", 30);
    at(bigger, 2)->foot = 1;
    assert_pages(bigger, "001");
}

static void footnotes_of_a_page_stand_below_each_other(void)
{
    g_autoptr(GArray) pieces = pieces_of("...", 20);
    at(pieces, 0)->foot = 6;
    at(pieces, 2)->foot = 8;
    assert_pages(pieces, "000");
    g_assert_cmpfloat_with_epsilon(at(pieces, 0)->foot_y, 86, 0.001);
    g_assert_cmpfloat_with_epsilon(at(pieces, 2)->foot_y, 92, 0.001);
    g_assert_true(at(pieces, 0)->is_first_foot);
    g_assert_false(at(pieces, 1)->is_first_foot);
    g_assert_false(at(pieces, 2)->is_first_foot);
}

static void a_page_with_a_few_lines_left_over_is_filled(void)
{
    g_autoptr(GArray) pieces = pieces_of("......", 24);
    at(pieces, 1)->begins = at(pieces, 1)->yields = true;
    at(pieces, 3)->begins = at(pieces, 3)->yields = true;
    assert_pages(pieces, "000111");
}

/* Rows of 20 points: four hold together on a page of their own when the last one is well filled. */
static void a_table_begins_on_a_page_that_is_half_empty(void)
{
    assert_ties_give("..---.", 20, "000001");
    g_autoptr(GArray) fuller = pieces_of("...---.", 20);
    at(fuller, 2)->height = 21;
    assert_pages(fuller, "0001111");
    assert_ties_give("..~~~.", 20, "001111");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/flow/" #name, name)
    TEST(a_page_is_filled_before_the_next_begins);
    TEST(what_holds_on_goes_together);
    TEST(the_weakest_ties_give_way_when_a_page_is_too_small);
    TEST(what_is_let_go_of_fills_its_page);
    TEST(what_no_page_can_hold_is_divided);
    TEST(space_above_is_dropped_at_the_top_of_a_page);
    TEST(space_that_holds_down_is_kept);
    TEST(a_piece_may_begin_a_page);
    TEST(a_repeated_heading_gets_its_room);
    TEST(a_footnote_takes_its_room_at_the_foot_of_its_page);
    TEST(footnotes_of_a_page_stand_below_each_other);
    TEST(a_page_with_a_few_lines_left_over_is_filled);
    TEST(a_table_begins_on_a_page_that_is_half_empty);
    return g_test_run();
}
