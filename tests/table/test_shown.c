#include <stdlib.h>

#include <glib.h>

#include <lyhord/table/writers.h>

static void assert_shown(lyh_cell cell, const char *swedish, const char *english)
{
    g_autofree char *sv = lyh_cell_shown(&cell, lyh_catalog_for("sv"));
    g_autofree char *en = lyh_cell_shown(&cell, lyh_catalog_for("en"));
    g_assert_cmpstr(sv, ==, swedish);
    g_assert_cmpstr(en, ==, english);
}

static void a_count_of_a_base_says_both_numbers(void)
{
    assert_shown(lyh_cell_of(7, 12), "7 av 12", "7 of 12");
    assert_shown(lyh_cell_of(0, 12), "0 av 12", "0 of 12");
}

static void percent_has_a_no_break_space_in_swedish_only(void)
{
    assert_shown(lyh_cell_percent(58, 0), "58\u00a0%", "58%");
    assert_shown(lyh_cell_percent(583, 1), "58,3\u00a0%", "58.3%");
}

static void decimals_keep_their_noughts(void)
{
    assert_shown(lyh_cell_decimal(30, 1), "3,0", "3.0");
    assert_shown(lyh_cell_decimal(5, 2), "0,05", "0.05");
    assert_shown(lyh_cell_decimal(0, 1), "0,0", "0.0");
}

static void thousands_are_parted_from_ten_thousand_on(void)
{
    assert_shown(lyh_cell_count(9999), "9999", "9999");
    assert_shown(lyh_cell_count(10000), "10\u202f000", "10\u202f000");
    assert_shown(lyh_cell_count(1234567), "1\u202f234\u202f567", "1\u202f234\u202f567");
    assert_shown(lyh_cell_decimal(123456, 1), "12\u202f345,6", "12\u202f345.6");
}

static void a_negative_number_has_a_real_minus(void)
{
    assert_shown(lyh_cell_decimal(-53, 2), "\u22120,53", "\u22120.53");
    assert_shown(lyh_cell_decimal(INT64_MIN, 0),
                 "\u22129\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808",
                 "\u22129\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808");
}

static void what_is_not_a_number_has_its_own_sign(void)
{
    assert_shown(lyh_cell_hidden(), "..", "..");
    assert_shown(lyh_cell_not_asked(), "–", "–");
    assert_shown(lyh_cell_empty(), "", "");
    assert_shown(lyh_cell_count(0), "0", "0");
}

static void a_fixed_word_is_read_in_peoples_language_and_written_as_it_is_for_programs(void)
{
    const lyh_cell cell = lyh_cell_word("shown", "visas");
    assert_shown(cell, "visas", "visas");
    g_assert_cmpstr(cell.text, ==, "shown");
    lyh_table *table = lyh_table_new("t");
    lyh_table_add_column(table, "status", "status");
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, cell);
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_csv(table, LYH_CSV_SWEDISH, output));
    size_t size;
    char *bytes = lyh_output_take(output, &size);
    g_autofree char *written = g_strndup(bytes, size);
    g_assert_cmpstr(written, ==, "status\nshown\n");
    free(bytes);
    lyh_table_free(table);
}

#define TEST(sentence) g_test_add_func("/table/shown/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_count_of_a_base_says_both_numbers);
    TEST(percent_has_a_no_break_space_in_swedish_only);
    TEST(decimals_keep_their_noughts);
    TEST(thousands_are_parted_from_ten_thousand_on);
    TEST(a_negative_number_has_a_real_minus);
    TEST(what_is_not_a_number_has_its_own_sign);
    TEST(a_fixed_word_is_read_in_peoples_language_and_written_as_it_is_for_programs);
    return g_test_run();
}
