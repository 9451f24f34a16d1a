#include <lyhord/base/wide.h>

#include <stdint.h>

#include <glib.h>

/* Small ones, and such as large pages hold, in full or not. */
static void tables_are_empty_and_begin_with_a_line_of_the_cache(void)
{
    const size_t counts[] = { 1, 1000, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 1 << 20 };
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
        uint64_t *table = lyh_wide_new(counts[i], sizeof *table);
        g_assert_cmpuint((uintptr_t)table % 64, ==, 0);
        for (size_t at = 0; at < counts[i]; at++)
            g_assert_true(table[at] == 0);
        for (size_t at = 0; at < counts[i]; at++)
            table[at] = UINT64_MAX; /* what is given back may be given again */
        lyh_wide_free(table);
    }
    lyh_wide_free(NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wide/tables are empty and begin with a line of the cache",
                    tables_are_empty_and_begin_with_a_line_of_the_cache);
    return g_test_run();
}
