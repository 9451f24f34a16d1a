#include "values.h"

#include <string.h>

#include <lyhord/stats/rounding.h>

/* With fewer persons a quartile would lie among fewer than five of them (docs/architecture.md §6). */
#define QUARTILES_FROM 20

static int by_number(const void *a, const void *b)
{
    gint64 one = *(const gint64 *)a, two = *(const gint64 *)b;
    return one < two ? -1 : one > two;
}

static GArray *numbers_of(const counted *counts, size_t part)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (size_t i = 0; i < lyh_survey_count(counts->survey); i++) {
        gint64 number = lyh_survey_number(counts->survey, i, counts->question);
        if (counted_has(counts, part, i))
            g_array_append_val(numbers, number);
    }
    g_array_sort(numbers, by_number);
    return numbers;
}

/* Thousandths with no more decimals than they need. */
static lyh_cell decimal_of(gint64 thousandths)
{
    unsigned decimals = LYH_ANSWER_DECIMALS;
    for (; decimals > 0 && thousandths % 10 == 0; decimals--)
        thousandths /= 10;
    return lyh_cell_decimal(thousandths, decimals);
}

lyh_cell values_number(const counted *counts, size_t part, unsigned quarter)
{
    g_autoptr(GArray) numbers = numbers_of(counts, part);
    size_t count = numbers->len, at = count * quarter / 4;
    if (count < QUARTILES_FROM)
        return lyh_cell_hidden();
    gint64 above = g_array_index(numbers, gint64, at);
    gint64 below =
        count * quarter % 4 == 0 ? g_array_index(numbers, gint64, at - 1) : above;
    return decimal_of(lyh_ratio(below + above, 2, 1, 0));
}

/* The step of the person at @place, from 0, when all stand in the order of the steps. */
static const char *step_at(const lyh_question *question, const size_t *counts, size_t place)
{
    size_t before = 0;
    for (size_t i = 0; i < question->alternative_count; i++) {
        before += counts[i];
        if (place < before)
            return question->alternatives[i].text;
    }
    g_assert_not_reached();
}

lyh_cell values_step(const counted *counts, size_t part)
{
    const lyh_question *question =
        lyh_questions_at(lyh_survey_questions(counts->survey), counts->question);
    g_autofree size_t *steps = g_new0(size_t, question->alternative_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < question->alternative_count; i++) {
        const counted_row *row = &g_array_index(counts->rows, counted_row, i);
        steps[i] = question->alternatives[i].is_outside ? 0 : row->counts[part];
        count += steps[i];
    }
    if (count == 0)
        return lyh_cell_not_asked();
    const char *below = step_at(question, steps, (count - 1) / 2);
    const char *above = step_at(question, steps, count / 2);
    if (below == above)
        return lyh_cell_text(below);
    char *between = g_strdup_printf("%s – %s", below, above);
    g_ptr_array_add(counts->texts, between);
    return lyh_cell_text(between);
}
