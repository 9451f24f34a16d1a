/*
 * The table of tests against R 4.2: the call that gives a value stands beside it, rounded as the
 * table rounds. That the functions below equal R to 1e-9, tests/stats/test_contingency.c shows.
 */
#include <string.h>

#include <glib.h>

#include <lyhord/disclosure/comparison.h>

#include "../../src/disclosure/autoptr.h"
#include "../../src/table/autoptr.h"

static const char *const two_names[] = { "kvinna", "man" };
static const lyh_compared two = { two_names, 2, "kön", false };
static const char *const three_names[] = { "18–29", "30–49", "50–" };
static const lyh_compared ages = { three_names, 3, "ålder", true };

enum { STATISTIC = 2, FREEDOM, P, P_HOLM, CRAMERS_V, ODDS_RATIO, LOW, HIGH, WARNING };

/* Numbers with the decimals they are printed with: 12500 of three decimals is 12.5. */
static void assert_decimal(const lyh_table *table, size_t row, size_t column,
                           int64_t number)
{
    const lyh_cell *cell = lyh_table_cell(table, row, column);
    g_assert_cmpint(cell->kind, ==, LYH_CELL_DECIMAL);
    g_assert_cmpint(cell->number, ==, number);
}

static void assert_kind(const lyh_table *table, size_t row, size_t column,
                        lyh_cell_kind kind)
{
    g_assert_cmpint(lyh_table_cell(table, row, column)->kind, ==, kind);
}

static void assert_test(const lyh_table *table, size_t row, const char *label,
                        const char *test)
{
    g_assert_cmpstr(lyh_table_cell(table, row, 0)->text, ==, label);
    g_assert_cmpstr(lyh_table_cell(table, row, 1)->text, ==, test);
}

static bool has_note(const lyh_table *table, const char *part)
{
    for (size_t i = 0; i < lyh_table_note_count(table); i++)
        if (strstr(lyh_table_note(table, i), part))
            return true;
    return false;
}

static lyh_table *three_themes_of_two_groups(void)
{
    const uint64_t first[] = { 60, 60, 20, 60 }, second[] = { 50, 70, 30, 50 };
    const uint64_t third[] = { 3, 117, 0, 80 };
    g_autoptr(lyh_comparisons) comparisons = lyh_comparisons_new(&two, NULL);
    lyh_comparisons_add(comparisons, "Respekt", first, 2);
    lyh_comparisons_add(comparisons, "Trygghet", second, 2);
    lyh_comparisons_add(comparisons, "Fysisk miljö", third, 2);
    return lyh_comparisons_table(comparisons, "Theme");
}

static void two_groups_have_chi_square_and_fisher(void)
{
    /* m <- matrix(c(60, 60, 20, 60), 2, byrow = TRUE) */
    g_autoptr(lyh_table) table = three_themes_of_two_groups();
    g_assert_cmpuint(lyh_table_row_count(table), ==, 6);
    assert_test(table, 0, "Respekt", "chi2");
    assert_decimal(table, 0, STATISTIC, 12500); /* chisq.test(m, correct = FALSE): 12.5 */
    g_assert_cmpint(lyh_table_cell(table, 0, FREEDOM)->number, ==, 1);
    assert_decimal(table, 0, P, 4); /* 0.00040695201744495903 */
    /* sqrt(chisq.test(m, correct = FALSE)$statistic / 200): 0.25 */
    assert_decimal(table, 0, CRAMERS_V, 250);
    assert_test(table, 1, "Respekt", "fisher");
    assert_decimal(table, 1, P, 4); /* fisher.test(m)$p.value: 0.00041560124300072331 */
    /* exp(log(3) + c(-1, 1) * qnorm(.975) * sqrt(1/60 + 1/60 + 1/20 + 1/60)) */
    assert_decimal(table, 1, ODDS_RATIO, 3000);
    assert_decimal(table, 1, LOW, 1614);
    assert_decimal(table, 1, HIGH, 5576);
    assert_kind(table, 1, STATISTIC, LYH_CELL_EMPTY);
}

static void each_kind_of_test_is_adjusted_for_all_of_its_kind(void)
{
    g_autoptr(lyh_table) table = three_themes_of_two_groups();
    /* p.adjust(c(0.00040695201744495903, 0.55568979028279464, 0.15417425672344195), "holm") */
    assert_decimal(table, 0, P_HOLM, 12);
    assert_decimal(table, 2, P_HOLM, 5557);
    assert_decimal(table, 4, P_HOLM, 3083);
    /* p.adjust(c(0.00041560124300072331, 0.65868227453689476, 0.27638190954773878), "holm") */
    assert_decimal(table, 1, P_HOLM, 12);
    assert_decimal(table, 3, P_HOLM, 6587);
    assert_decimal(table, 5, P_HOLM, 5528);
    g_assert_true(has_note(table, "chi2: 3 tests"));
    g_assert_true(has_note(table, "fisher: 3 tests"));
}

static void a_sparse_table_is_warned_of_and_an_empty_cell_has_no_interval(void)
{
    g_autoptr(lyh_table) table = three_themes_of_two_groups();
    /* chisq.test(matrix(c(3, 117, 0, 80), 2, byrow = TRUE), correct = FALSE): warns */
    assert_decimal(table, 4, STATISTIC, 2030);
    g_assert_cmpstr(lyh_table_cell(table, 4, WARNING)->text, ==, "sparse");
    assert_kind(table, 0, WARNING, LYH_CELL_EMPTY);
    assert_kind(table, 5, ODDS_RATIO, LYH_CELL_NOT_ASKED);
    assert_kind(table, 5, HIGH, LYH_CELL_NOT_ASKED);
    g_assert_true(has_note(table, "fewer than five persons are expected"));
}

static void ordered_groups_have_a_trend(void)
{
    /* having <- c(15, 24, 40); sizes <- c(50, 60, 70) */
    const uint64_t counts[] = { 15, 35, 24, 36, 40, 30 };
    g_autoptr(lyh_comparisons) comparisons = lyh_comparisons_new(&ages, NULL);
    lyh_comparisons_add(comparisons, "Respekt", counts, 2);
    g_autoptr(lyh_table) table = lyh_comparisons_table(comparisons, "Theme");
    g_assert_cmpuint(lyh_table_row_count(table), ==, 2);
    /* chisq.test(cbind(having, sizes - having), correct = FALSE) */
    assert_decimal(table, 0, STATISTIC, 9278);
    g_assert_cmpint(lyh_table_cell(table, 0, FREEDOM)->number, ==, 2);
    assert_decimal(table, 0, P, 97);
    /* sqrt(9.2782840671047211 / 180) */
    assert_decimal(table, 0, CRAMERS_V, 227);
    /* prop.trend.test(having, sizes): 9.073062070955114, p 0.0025940233195203962 */
    assert_test(table, 1, "Respekt", "trend");
    assert_decimal(table, 1, STATISTIC, 9073);
    assert_decimal(table, 1, P, 26);
    assert_kind(table, 1, CRAMERS_V, LYH_CELL_EMPTY);
}

static void a_hidden_comparison_shows_nothing_and_is_no_test(void)
{
    const uint64_t counts[] = { 60, 60, 20, 60 };
    g_autoptr(lyh_comparisons) comparisons = lyh_comparisons_new(&two, NULL);
    lyh_comparisons_add(comparisons, "Respekt", counts, 2);
    lyh_comparisons_add(comparisons, "Trygghet", NULL, 2);
    g_autoptr(lyh_table) table = lyh_comparisons_table(comparisons, "Theme");
    g_assert_cmpuint(lyh_table_row_count(table), ==, 4);
    for (size_t row = 2; row < 4; row++)
        for (size_t column = STATISTIC; column < WARNING; column++)
            g_assert_true(lyh_table_cell(table, row, column)->kind == LYH_CELL_HIDDEN ||
                          lyh_table_cell(table, row, column)->kind == LYH_CELL_EMPTY);
    assert_decimal(table, 0, P_HOLM, 4); /* one test: p itself */
    g_assert_true(has_note(table, "chi2: 1 test in"));
}

static void what_few_answered_or_all_said_is_not_tested(void)
{
    const uint64_t few[] = { 20, 29, 20, 60 }, all[] = { 120, 0, 80, 0 };
    g_autoptr(lyh_comparisons) comparisons = lyh_comparisons_new(&two, NULL);
    lyh_comparisons_add(comparisons, "Few", few, 2);
    lyh_comparisons_add(comparisons, "All", all, 2);
    g_autoptr(lyh_table) table = lyh_comparisons_table(comparisons, "Theme");
    for (size_t row = 0; row < 4; row++)
        assert_kind(table, row, P, LYH_CELL_NOT_ASKED);
    g_assert_false(has_note(table, "tests in the table"));
}

static void an_answer_nobody_gave_is_left_out(void)
{
    /* chisq.test(matrix(c(60, 60, 20, 60), 2, byrow = TRUE), correct = FALSE) */
    const uint64_t counts[] = { 60, 0, 60, 20, 0, 60 };
    g_autoptr(lyh_comparisons) comparisons = lyh_comparisons_new(&two, NULL);
    lyh_comparisons_add(comparisons, "3", counts, 3);
    g_autoptr(lyh_table) table = lyh_comparisons_table(comparisons, "Question");
    g_assert_cmpuint(lyh_table_row_count(table), ==, 1);
    assert_decimal(table, 0, STATISTIC, 12500);
    g_assert_cmpint(lyh_table_cell(table, 0, FREEDOM)->number, ==, 1);
}

static void a_p_is_never_printed_as_nought(void)
{
    const uint64_t counts[] = { 100, 0, 0, 100 };
    g_autoptr(lyh_comparisons) comparisons = lyh_comparisons_new(&two, NULL);
    lyh_comparisons_add(comparisons, "Respekt", counts, 2);
    g_autoptr(lyh_table) table = lyh_comparisons_table(comparisons, "Theme");
    assert_decimal(table, 0, P, 1);
    assert_decimal(table, 1, P, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/comparison/two-groups", two_groups_have_chi_square_and_fisher);
    g_test_add_func("/comparison/holm", each_kind_of_test_is_adjusted_for_all_of_its_kind);
    g_test_add_func("/comparison/sparse",
                    a_sparse_table_is_warned_of_and_an_empty_cell_has_no_interval);
    g_test_add_func("/comparison/trend", ordered_groups_have_a_trend);
    g_test_add_func("/comparison/hidden", a_hidden_comparison_shows_nothing_and_is_no_test);
    g_test_add_func("/comparison/not-tested", what_few_answered_or_all_said_is_not_tested);
    g_test_add_func("/comparison/empty-answer", an_answer_nobody_gave_is_left_out);
    g_test_add_func("/comparison/p", a_p_is_never_printed_as_nought);
    return g_test_run();
}
