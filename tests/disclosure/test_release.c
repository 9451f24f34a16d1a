/*
 * Releases whose hidden groups were once given away, worked out by hand.
 */
#include <string.h>

#include <glib.h>

#include <lyhord/disclosure/release.h>

enum {
    PLUS = 1 << LYH_LINE_PLUS,
    MINUS = 1 << LYH_LINE_MINUS,
    NEUTRAL = 1 << LYH_LINE_NEUTRAL
};

static const char *const names[] = { "0", "1", "2", "3" };

static const size_t *no_parents(const void *user, size_t code, size_t *count)
{
    (void)user, (void)code;
    *count = 0;
    return NULL;
}

static size_t not_told(const void *user, size_t code, lyh_line line)
{
    (void)user, (void)code, (void)line;
    return (size_t)-1;
}

#define PERSONS 13

static void fill(const void *user, size_t code, unsigned char *lines)
{
    (void)code;
    memcpy(lines, user, PERSONS);
}

/*
 * All six of p2 are in r0, where only the first two persons are not: any of p2 is 2 and of r0 is 4, so both
 * of these two said it, and the first of them is the only one of p1 and q1. That the second could have said
 * the first one's - beside the own 0 is no other way: then one fewer of r0 would have said any.
 */
static void what_a_part_leaves_of_a_whole_is_not_shown(void)
{
    static const size_t p[PERSONS] = { 1, 0, 2, 2, 2, 2, 2, 2, 0, 1, 1, 0, 0 };
    static const size_t q[PERSONS] = { 1, 0, 0, 0, 3, 3, 1, 2, 0, 3, 3, 0, 0 };
    static const size_t r[PERSONS] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2 };
    static const unsigned char lines[PERSONS] = {
        MINUS, NEUTRAL, 0, NEUTRAL, 0, 0, 0, MINUS, NEUTRAL, PLUS | MINUS, 0, 0, 0
    };
    const lyh_release_attribute attributes[] = { { names, 3, p },
                                                 { names, 4, q },
                                                 { names, 3, r } };
    const lyh_release_split splits[] = {
        { 0, (size_t)-1, 0 }, { 1, (size_t)-1, 0 }, { 2, (size_t)-1, 0 }, { 0, 1, 0 }
    };
    const lyh_release_said said = {
        .codes = 1, .parents = no_parents, .fill = fill, .own = not_told, .user = lines
    };
    lyh_release *release = lyh_release_new(PERSONS, NULL, attributes, splits,
                                           G_N_ELEMENTS(splits), &said, 5, NULL);
    g_assert_true(lyh_release_hides(release, 0, 0, 0, LYH_LINE_ANY) ||
                  lyh_release_hides(release, 2, 0, 0, LYH_LINE_ANY));
    lyh_release_free(release);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/release/what_a_part_leaves_of_a_whole_is_not_shown",
                    what_a_part_leaves_of_a_whole_is_not_shown);
    return g_test_run();
}
