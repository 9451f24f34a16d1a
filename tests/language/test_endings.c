#include <glib.h>

#include "../../src/language/lemmas/endings.h"

static void a_word_tells_all_that_it_ends_in_shortest_first(void)
{
    lyh_endings *endings = lyh_endings_new();
    lyh_ending found[LYH_LONGEST_ENDING + 1];
    uint32_t arna = lyh_endings_add(endings, "arna");
    uint32_t na = lyh_endings_add(endings, "na");
    uint32_t none = lyh_endings_add(endings, "");
    lyh_endings_add(endings, "erna");
    g_assert_cmpuint(lyh_endings_of(endings, "bilarna", 7, found), ==, 3);
    g_assert_cmpuint(found[0].id, ==, none);
    g_assert_cmpuint(found[0].size, ==, 0);
    g_assert_cmpuint(found[1].id, ==, na);
    g_assert_cmpuint(found[2].id, ==, arna);
    g_assert_cmpuint(found[2].size, ==, 4);
    lyh_endings_free(endings);
}

static void the_same_ending_has_the_same_id(void)
{
    lyh_endings *endings = lyh_endings_new();
    uint32_t first = lyh_endings_add(endings, "ös");
    g_assert_cmpuint(lyh_endings_add(endings, "s"), !=, first);
    g_assert_cmpuint(lyh_endings_add(endings, "ös"), ==, first);
    g_assert_cmpuint(lyh_endings_count(endings), ==, 2);
    lyh_endings_free(endings);
}

static void a_word_may_be_an_ending_whole_and_is_never_read_before_its_start(void)
{
    lyh_endings *endings = lyh_endings_new();
    lyh_ending found[LYH_LONGEST_ENDING + 1];
    lyh_endings_add(endings, "en");
    lyh_endings_add(endings, "xen");
    g_assert_cmpuint(lyh_endings_of(endings, &"xen"[1], 2, found), ==, 1);
    g_assert_cmpuint(found[0].size, ==, 2);
    g_assert_cmpuint(lyh_endings_of(endings, "", 0, found), ==, 0);
    lyh_endings_free(endings);
}

static void the_longest_ending_fits(void)
{
    lyh_endings *endings = lyh_endings_new();
    lyh_ending found[LYH_LONGEST_ENDING + 1];
    const char text[] = "aaaaaaaaaaaaaaaa";
    for (size_t size = 0; size <= LYH_LONGEST_ENDING; size++)
        lyh_endings_add(endings, text + LYH_LONGEST_ENDING - size);
    g_assert_cmpuint(lyh_endings_of(endings, text, sizeof text - 1, found), ==,
                     LYH_LONGEST_ENDING + 1);
    lyh_endings_free(endings);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/endings/a word tells all that it ends in, shortest first",
                    a_word_tells_all_that_it_ends_in_shortest_first);
    g_test_add_func("/endings/the same ending has the same id",
                    the_same_ending_has_the_same_id);
    g_test_add_func(
        "/endings/a word may be an ending whole, and is never read before its start",
        a_word_may_be_an_ending_whole_and_is_never_read_before_its_start);
    g_test_add_func("/endings/the longest ending fits", the_longest_ending_fits);
    return g_test_run();
}
