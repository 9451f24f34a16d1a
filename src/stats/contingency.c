#include <lyhord/stats/contingency.h>

#include <math.h>
#include <stdlib.h>

#include <glib.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

/* Under so many expected in a cell χ² is no longer what its distribution says (Cochran 1954). */
#define EXPECTED_AT_LEAST 5

/* R's fisher.test takes two tables as equally likely when they differ by less. */
#define AS_LIKELY (1 + 1e-7)

static const lyh_chi_square undefined = { .statistic = NAN, .p = NAN };

static uint64_t row_sum(const lyh_contingency *table, size_t row)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < table->columns; i++)
        sum += table->counts[row * table->columns + i];
    return sum;
}

static uint64_t column_sum(const lyh_contingency *table, size_t column)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < table->rows; i++)
        sum += table->counts[i * table->columns + column];
    return sum;
}

static uint64_t sum_of_all(const lyh_contingency *table)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < table->rows; i++)
        sum += row_sum(table, i);
    return sum;
}

static bool has_empty_margin(const lyh_contingency *table)
{
    for (size_t i = 0; i < table->rows; i++)
        if (row_sum(table, i) == 0)
            return true;
    for (size_t i = 0; i < table->columns; i++)
        if (column_sum(table, i) == 0)
            return true;
    return false;
}

static void add_cell(lyh_chi_square *test, uint64_t count, double expected)
{
    double off = (double)count - expected;
    test->statistic += off * off / expected;
    test->is_sparse |= expected < EXPECTED_AT_LEAST;
}

lyh_chi_square lyh_contingency_chi_square(const lyh_contingency *table)
{
    g_assert(table->rows > 1 && table->columns > 1);
    if (has_empty_margin(table))
        return undefined;

    lyh_chi_square test = { .freedom = (table->rows - 1) * (table->columns - 1) };
    double all = (double)sum_of_all(table);
    for (size_t row = 0; row < table->rows; row++)
        for (size_t column = 0; column < table->columns; column++)
            add_cell(&test, table->counts[row * table->columns + column],
                     (double)row_sum(table, row) * (double)column_sum(table, column) / all);
    test.p = gsl_cdf_chisq_Q(test.statistic, (double)test.freedom);
    return test;
}

double lyh_contingency_cramers_v(const lyh_contingency *table)
{
    double statistic = lyh_contingency_chi_square(table).statistic;
    double smaller = (double)MIN(table->rows, table->columns) - 1;
    return sqrt(statistic / ((double)sum_of_all(table) * smaller));
}

static void assert_two_by_two(const lyh_contingency *table)
{
    g_assert(table->rows == 2 && table->columns == 2);
}

double lyh_contingency_fisher(const lyh_contingency *table)
{
    assert_two_by_two(table);
    if (has_empty_margin(table))
        return NAN;

    /* of `first` persons in the first row, and `others` in the second, `drawn` are in the first column */
    unsigned first = (unsigned)row_sum(table, 0), others = (unsigned)row_sum(table, 1);
    unsigned drawn = (unsigned)column_sum(table, 0);
    double seen =
        gsl_ran_hypergeometric_pdf((unsigned)table->counts[0], first, others, drawn);
    double as_likely = 0, all = 0;
    for (unsigned k = drawn > others ? drawn - others : 0; k <= MIN(first, drawn); k++) {
        double likelihood = gsl_ran_hypergeometric_pdf(k, first, others, drawn);
        all += likelihood;
        if (likelihood <= seen * AS_LIKELY)
            as_likely += likelihood;
    }
    return as_likely / all;
}

double lyh_contingency_odds_ratio(const lyh_contingency *table, lyh_interval *interval)
{
    assert_two_by_two(table);
    double a = (double)table->counts[0], b = (double)table->counts[1];
    double c = (double)table->counts[2], d = (double)table->counts[3];
    *interval = (lyh_interval){ NAN, NAN };
    if (b == 0 || c == 0)
        return NAN;

    double ratio = a * d / (b * c);
    if (ratio > 0) {
        double error = sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        double factor = exp(gsl_cdf_ugaussian_Pinv(0.975) * error);
        *interval = (lyh_interval){ ratio / factor, ratio * factor };
    }
    return ratio;
}

lyh_chi_square lyh_trend(const uint64_t *having, const uint64_t *sizes, size_t count)
{
    double persons = 0, all = 0, scores = 0, squares = 0, slope = 0;
    for (size_t i = 0; i < count; i++) {
        double score = (double)i + 1, size = (double)sizes[i];
        g_assert(having[i] <= sizes[i]);
        persons += size;
        all += (double)having[i];
        scores += size * score;
        squares += size * score * score;
        slope += (double)having[i] * score;
    }
    double share = all / persons;
    double spread = squares - scores * scores / persons;
    if (!(share > 0 && share < 1 && spread > 0))
        return undefined;

    double off = slope - share * scores;
    lyh_chi_square test = { .freedom = 1 };
    test.statistic = off * off / (share * (1 - share) * spread);
    test.p = gsl_cdf_chisq_Q(test.statistic, 1);
    return test;
}

typedef struct ranked {
    double p;
    size_t index;
} ranked;

static int by_p(const void *a, const void *b)
{
    const ranked *one = a, *other = b;
    return (one->p > other->p) - (one->p < other->p);
}

size_t lyh_holm(const double *p, size_t count, double *adjusted)
{
    g_autofree ranked *tests = g_new(ranked, count);
    size_t made = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(p[i]))
            tests[made++] = (ranked){ p[i], i };
    qsort(tests, made, sizeof *tests, by_p);

    for (size_t i = 0; i < count; i++)
        adjusted[i] = NAN;
    double highest = 0;
    for (size_t i = 0; i < made; i++) {
        highest = MAX(highest, MIN(1, tests[i].p * (double)(made - i)));
        adjusted[tests[i].index] = highest;
    }
    return made;
}
