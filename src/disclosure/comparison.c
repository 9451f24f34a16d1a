#include <lyhord/disclosure/comparison.h>

#include <math.h>

#include <glib.h>

#include <lyhord/disclosure/grouping.h>
#include <lyhord/stats/contingency.h>

#include "../table/autoptr.h"

/* The kinds of test, in the order of their rows. */
typedef enum test_kind { TEST_CHI_SQUARE, TEST_FISHER, TEST_TREND, TEST_COUNT } test_kind;

static const char *const test_names[TEST_COUNT] = { "chi2", "fisher", "trend" };

/* One comparison: its test of each kind, and what goes with it. Undefined is NAN. */
typedef struct comparison {
    char *label;
    bool is_hidden;
    bool is_sparse;
    bool is_made[TEST_COUNT]; /* has a row of its own */
    double statistic[TEST_COUNT], p[TEST_COUNT];
    size_t freedom[TEST_COUNT];
    double cramers_v, odds_ratio;
    lyh_interval odds_interval;
} comparison;

struct lyh_comparisons {
    lyh_compared groups;
    const lyh_catalog *catalog;
    GArray *all; /* comparison */
};

static void clear_comparison(gpointer data)
{
    g_free(((comparison *)data)->label);
}

lyh_comparisons *lyh_comparisons_new(const lyh_compared *groups, const lyh_catalog *catalog)
{
    g_assert(groups->count > 1);
    lyh_comparisons *comparisons = g_new0(lyh_comparisons, 1);
    comparisons->groups = *groups;
    comparisons->catalog = catalog;
    comparisons->all = g_array_new(FALSE, FALSE, sizeof(comparison));
    g_array_set_clear_func(comparisons->all, clear_comparison);
    return comparisons;
}

void lyh_comparisons_free(lyh_comparisons *comparisons)
{
    if (!comparisons)
        return;
    g_array_unref(comparisons->all);
    g_free(comparisons);
}

static bool is_given(const uint64_t *counts, size_t groups, size_t answers, size_t answer)
{
    uint64_t given = 0;
    for (size_t group = 0; group < groups; group++)
        given += counts[group * answers + answer];
    return given > 0;
}

/* The counts without the answers that nobody gave; @left becomes how many answers there are. */
static uint64_t *given_answers(const uint64_t *counts, size_t groups, size_t answers,
                               size_t *left)
{
    uint64_t *kept = g_new(uint64_t, groups * answers);
    *left = 0;
    for (size_t answer = 0; answer < answers; answer++)
        *left += is_given(counts, groups, answers, answer);
    for (size_t group = 0; group < groups; group++)
        for (size_t answer = 0, to = 0; answer < answers; answer++)
            if (is_given(counts, groups, answers, answer))
                kept[group * *left + to++] = counts[group * answers + answer];
    return kept;
}

static bool has_enough_in_each(const uint64_t *counts, size_t groups, size_t answers)
{
    for (size_t group = 0; group < groups; group++) {
        uint64_t base = 0;
        for (size_t answer = 0; answer < answers; answer++)
            base += counts[group * answers + answer];
        if (lyh_print_level_of(base, LYH_THRESHOLD) < LYH_PRINT_TESTS)
            return false;
    }
    return true;
}

static void set_chi_square(comparison *made, test_kind kind, lyh_chi_square test)
{
    made->statistic[kind] = test.statistic;
    made->freedom[kind] = test.freedom;
    made->p[kind] = test.p;
}

static void test_trend(comparison *made, const uint64_t *counts, size_t groups)
{
    g_autofree uint64_t *having = g_new(uint64_t, groups);
    g_autofree uint64_t *sizes = g_new(uint64_t, groups);
    for (size_t group = 0; group < groups; group++) {
        having[group] = counts[group * 2];
        sizes[group] = counts[group * 2] + counts[group * 2 + 1];
    }
    set_chi_square(made, TEST_TREND, lyh_trend(having, sizes, groups));
}

static void test_counts(comparison *made, const uint64_t *counts, size_t groups,
                        size_t answers)
{
    const lyh_contingency table = { counts, groups, answers };
    lyh_chi_square test = lyh_contingency_chi_square(&table);
    set_chi_square(made, TEST_CHI_SQUARE, test);
    made->is_sparse = test.is_sparse;
    made->cramers_v = lyh_contingency_cramers_v(&table);
    if (made->is_made[TEST_FISHER]) {
        made->p[TEST_FISHER] = lyh_contingency_fisher(&table);
        made->odds_ratio = lyh_contingency_odds_ratio(&table, &made->odds_interval);
    }
    if (made->is_made[TEST_TREND])
        test_trend(made, counts, groups);
}

void lyh_comparisons_add(lyh_comparisons *comparisons, const char *label,
                         const uint64_t *counts, size_t answers)
{
    size_t groups = comparisons->groups.count;
    g_assert(answers > 1);
    comparison made = {
        .label = g_strdup(label),
        .is_hidden = !counts,
        .is_made = { [TEST_CHI_SQUARE] = true,
                     [TEST_FISHER] = groups == 2 && answers == 2,
                     [TEST_TREND] =
                         comparisons->groups.is_ordered && groups > 2 && answers == 2 },
        .statistic = { NAN, NAN, NAN },
        .p = { NAN, NAN, NAN },
        .cramers_v = NAN,
        .odds_ratio = NAN,
        .odds_interval = { NAN, NAN },
    };
    size_t given;
    g_autofree uint64_t *kept =
        counts ? given_answers(counts, groups, answers, &given) : NULL;
    if (kept && given > 1 && has_enough_in_each(kept, groups, given))
        test_counts(&made, kept, groups, given);
    g_array_append_val(comparisons->all, made);
}

/* As many decimals as a reader of a test can use; less than the least p is written as that. */
enum { DECIMALS = 3, P_DECIMALS = 4 };

static lyh_cell number(double value, unsigned decimals)
{
    double scaled = value * pow(10, decimals);
    return isnan(value) || fabs(scaled) > 1e15
               ? lyh_cell_not_asked()
               : lyh_cell_decimal((int64_t)llround(scaled), decimals);
}

static lyh_cell probability(double p)
{
    return number(isnan(p) ? p : MAX(p, pow(10, -P_DECIMALS)), P_DECIMALS);
}

/* Holm's adjustment over the tests of one kind; the number of tests is returned. */
static size_t adjust(const lyh_comparisons *comparisons, test_kind kind, double *adjusted)
{
    g_autofree double *p = g_new(double, comparisons->all->len);
    for (guint i = 0; i < comparisons->all->len; i++)
        p[i] = g_array_index(comparisons->all, comparison, i).p[kind];
    return lyh_holm(p, comparisons->all->len, adjusted);
}

static void add_columns(const lyh_comparisons *comparisons, lyh_table *table,
                        const char *heading)
{
    const lyh_catalog *catalog = comparisons->catalog;
    lyh_table_add_column(table, "label", heading);
    lyh_table_add_column(table, "test", lyh_trc(catalog, "heading", "test"));
    lyh_table_add_column(table, "statistic", "χ²");
    lyh_table_add_column(table, "freedom",
                         lyh_trc(catalog, "heading", "degrees of freedom"));
    lyh_table_add_column(table, "p", "p");
    lyh_table_add_column(table, "p_holm", lyh_trc(catalog, "heading", "adjusted p"));
    lyh_table_add_column(table, "cramers_v", "V");
    lyh_table_add_column(table, "odds_ratio", lyh_trc(catalog, "heading", "odds ratio"));
    lyh_table_add_column(table, "low", lyh_trc(catalog, "heading", "from"));
    lyh_table_add_column(table, "high", lyh_trc(catalog, "heading", "to"));
    lyh_table_add_column(table, "warning", lyh_trc(catalog, "heading", "warning"));
}

static void set_figures(const comparison *made, test_kind kind, double adjusted,
                        lyh_cell *cells)
{
    cells[0] = number(made->statistic[kind], DECIMALS);
    cells[1] =
        made->freedom[kind] ? lyh_cell_count(made->freedom[kind]) : lyh_cell_not_asked();
    cells[2] = probability(made->p[kind]);
    cells[3] = probability(adjusted);
    cells[4] = number(made->cramers_v, DECIMALS);
    cells[5] = number(made->odds_ratio, DECIMALS);
    cells[6] = number(made->odds_interval.low, DECIMALS);
    cells[7] = number(made->odds_interval.high, DECIMALS);
}

/* Which of the eight figures a test has; the others are empty. */
static bool has_figure(test_kind kind, size_t figure)
{
    bool is_chi_square = figure < 2 || figure == 4, is_ratio = figure > 4;
    bool is_probability = figure == 2 || figure == 3;
    if (kind == TEST_CHI_SQUARE)
        return is_chi_square || is_probability;
    if (kind == TEST_FISHER)
        return is_ratio || is_probability;
    return figure < 4;
}

static void add_row(const comparison *made, test_kind kind, double adjusted,
                    lyh_table *table)
{
    lyh_cell cells[8];
    size_t row = lyh_table_add_row(table);
    set_figures(made, kind, adjusted, cells);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(made->label));
    lyh_table_set_cell(table, row, 1, lyh_cell_text(test_names[kind]));
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        if (has_figure(kind, i))
            lyh_table_set_cell(table, row, 2 + i,
                               made->is_hidden ? lyh_cell_hidden() : cells[i]);
    if (kind == TEST_CHI_SQUARE && made->is_sparse)
        lyh_table_set_cell(table, row, 10, lyh_cell_text("sparse"));
}

static void note_number(const lyh_comparisons *comparisons, test_kind kind, size_t tests,
                        lyh_table *table)
{
    const lyh_catalog *catalog = comparisons->catalog;
    g_autofree char *note = g_strdup_printf(
        lyh_trn(catalog, "%s: %zu test in the table, so the adjusted p is p itself.",
                "%s: %zu tests in the table; p is adjusted for all of them (Holm 1979).",
                tests),
        test_names[kind], tests);
    lyh_table_add_note(table, note);
}

static void note_sparse(const lyh_comparisons *comparisons, lyh_table *table)
{
    for (guint i = 0; i < comparisons->all->len; i++) {
        if (!g_array_index(comparisons->all, comparison, i).is_sparse)
            continue;
        lyh_table_add_note(
            table, lyh_tr(comparisons->catalog,
                          "sparse: fewer than five persons are expected in a cell, and the "
                          "p of χ² is rough there."));
        return;
    }
}

static void note_how_to_read(const lyh_comparisons *comparisons, lyh_table *table)
{
    const lyh_catalog *catalog = comparisons->catalog;
    const lyh_compared *groups = &comparisons->groups;
    if (groups->count == 2) {
        g_autofree char *ratio = g_strdup_printf(
            lyh_tr(catalog,
                   "The odds ratio is that of %s to %s, with the interval that holds "
                   "the true one in 95 samples of 100 (Woolf 1955)."),
            groups->names[0], groups->names[1]);
        lyh_table_add_note(table, ratio);
    }
    note_sparse(comparisons, table);
    lyh_table_add_note(table,
                       lyh_tr(catalog, "V: how strongly the two hang together, "
                                       "from 0 to 1 (Cramér 1946). Decide before you look "
                                       "which test you go by. A large p does not show that "
                                       "the groups are alike."));
}

lyh_table *lyh_comparisons_table(const lyh_comparisons *comparisons, const char *heading)
{
    guint count = comparisons->all->len;
    lyh_table *table = lyh_table_new("tests");
    g_autofree double *adjusted = g_new(double, count *TEST_COUNT + 1);
    size_t tests[TEST_COUNT];
    for (test_kind kind = 0; kind < TEST_COUNT; kind++)
        tests[kind] = adjust(comparisons, kind, adjusted + count * kind);

    add_columns(comparisons, table, heading);
    for (guint i = 0; i < count; i++) {
        const comparison *made = &g_array_index(comparisons->all, comparison, i);
        for (test_kind kind = 0; kind < TEST_COUNT; kind++)
            if (made->is_made[kind])
                add_row(made, kind, adjusted[count * kind + i], table);
    }
    for (test_kind kind = 0; kind < TEST_COUNT; kind++)
        if (tests[kind] > 0)
            note_number(comparisons, kind, tests[kind], table);
    note_how_to_read(comparisons, table);
    return table;
}
