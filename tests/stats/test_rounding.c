#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/stats/rounding.h>

static void seven_of_twelve_is_58_percent_and_three_tenths(void)
{
    g_assert_cmpint(lyh_ratio(7, 12, 100, 1), ==, 583);
    g_assert_cmpint(lyh_ratio(7, 12, 100, 0), ==, 58);
    g_assert_cmpint(lyh_ratio(7, 12, 1, 4), ==, 5833);
}

/* 1/8 = 12.5 %: half goes up, where floating point and banker's rounding would give 12. */
static void half_goes_up(void)
{
    g_assert_cmpint(lyh_ratio(1, 8, 100, 0), ==, 13);
    g_assert_cmpint(lyh_ratio(3, 8, 100, 0), ==, 38);
    g_assert_cmpint(lyh_ratio(1, 16, 100, 1), ==, 63);
    g_assert_cmpint(lyh_ratio(1, 2000, 100, 1), ==, 1);
}

static void half_of_a_negative_goes_away_from_zero(void)
{
    g_assert_cmpint(lyh_ratio(-1, 8, 100, 0), ==, -13);
    g_assert_cmpint(lyh_ratio(-1, 9, 100, 0), ==, -11);
}

static void just_under_half_goes_down(void)
{
    g_assert_cmpint(lyh_ratio(1249, 10000, 100, 0), ==, 12);
    g_assert_cmpint(lyh_ratio(0, 12, 100, 1), ==, 0);
    g_assert_cmpint(lyh_ratio(12, 12, 100, 1), ==, 1000);
}

static void large_numbers_do_not_wrap(void)
{
    g_assert_cmpint(lyh_ratio(INT64_MAX, INT64_MAX, 1000, 3), ==, 1000000);
    g_assert_cmpint(lyh_ratio(INT64_MAX / 2, INT64_MAX, 100, 0), ==, 50);
}

/* "72.8" and the like, after @key, as tenths; moves @text to it. */
static int64_t tenths_after(const char **text, const char *key)
{
    *text = strstr(*text, key) + strlen(key);
    return (int64_t)(g_ascii_strtod(*text, NULL) * 10 + 0.5);
}

static size_t check_printed_table(const char *table, const char *end)
{
    const char *total_at = table;
    int64_t total = tenths_after(&total_at, "\"totalt\": ") / 10;
    size_t checked = 0;
    for (const char *at = table; (at = strstr(at, "\"procent\": ")) && at < end;
         checked++) {
        int64_t percent = tenths_after(&at, "\"procent\": ");
        int64_t count = tenths_after(&at, "\"varden\": ") / 10;
        g_assert_cmpint(lyh_ratio(count, total, 100, 1), ==, percent);
    }
    return checked;
}

/* The percentages of a survey report as they were printed. */
static void every_percentage_that_was_printed_comes_out_again(void)
{
    const char *material = g_getenv("LYHORD_MATERIAL");
    if (!material) {
        g_test_skip("LYHORD_MATERIAL is not set");
        return;
    }
    g_autofree char *path = g_build_filename(material, "gold", "tables.json", NULL);
    g_autofree char *json = NULL;
    g_assert_true(g_file_get_contents(path, &json, NULL, NULL));

    size_t checked = 0;
    const char *all_end = strstr(json, "\"other_numeric\"");
    for (const char *table = json;
         (table = strstr(table, "\"rows\": ")) && table < all_end;) {
        const char *end = strstr(table, "\"totalt\": ");
        checked += check_printed_table(table, end);
        table = end;
    }
    g_assert_cmpuint(checked, ==, 28);
}

#define TEST(sentence) g_test_add_func("/stats/rounding/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(seven_of_twelve_is_58_percent_and_three_tenths);
    TEST(half_goes_up);
    TEST(half_of_a_negative_goes_away_from_zero);
    TEST(just_under_half_goes_down);
    TEST(large_numbers_do_not_wrap);
    TEST(every_percentage_that_was_printed_comes_out_again);
    return g_test_run();
}
