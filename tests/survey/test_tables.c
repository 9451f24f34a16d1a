#include <lyhord/survey/tables.h>
#include <lyhord/table/writers.h>

#include "answers.h"

/* @count rows "answer;group", after what is in @rows already. */
static void add(GString *rows, size_t count, const char *answer, const char *group)
{
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(rows, "%s;%s\n", answer, group);
}

static read_survey read_answers(const char *type, const GString *rows)
{
    g_autofree char *questions =
        g_strconcat("fråga;text;typ;alternativ;sammanslagning;vet_ej\n"
                    "1;Hur?;",
                    type, "\n", NULL);
    g_autofree char *answers = g_strconcat("1;kön\n", rows->str, NULL);
    return read_texts(questions, answers);
}

static lyh_survey_view plain(void)
{
    return (lyh_survey_view){ .threshold = 5, .catalog = NULL };
}

static void assert_cell(const lyh_table *table, size_t row, const char *column,
                        const char *wanted)
{
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        if (strcmp(lyh_table_column_name(table, i), column) != 0)
            continue;
        g_autofree char *shown =
            lyh_cell_shown(lyh_table_cell(table, row, i), lyh_catalog_for("sv"));
        g_assert_cmpstr(shown, ==, wanted);
        return;
    }
    g_assert_cmpstr(wanted, ==, "no such column");
}

static bool has_note(const lyh_table *table, const char *words)
{
    for (size_t i = 0; i < lyh_table_note_count(table); i++)
        if (strstr(lyh_table_note(table, i), words))
            return true;
    return false;
}

static bool has_column(const lyh_table *table, const char *name)
{
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        if (strcmp(lyh_table_column_name(table, i), name) == 0)
            return true;
    return false;
}

/* 51 + 101 + 19 + 8 + 3 of 182, as a survey of social workers printed them: 28,0 55,5 10,4 4,4 1,6 and 83,5. */
static read_survey read_agreeing(void)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    add(rows, 51, "Helt", "");
    add(rows, 101, "Delvis", "");
    add(rows, 19, "Inte", "");
    add(rows, 8, "Inte alls", "");
    add(rows, 3, "Vet ej", "");
    add(rows, 3, "", "x");
    return read_answers("skala;Helt|Delvis|Inte|Inte alls|Vet ej;instämmer = Helt + Delvis;"
                        "Vet ej",
                        rows);
}

static void percent_are_half_up_of_the_counts(void)
{
    g_auto(read_survey) read = read_agreeing();
    lyh_survey_view view = plain();
    view.decimals = 1;
    view.sent = 640;
    g_autoptr(lyh_table) table = lyh_survey_table(read.survey, 0, &view);
    static const char *const percent[] = { "28,0\u00a0%", "55,5\u00a0%", "10,4\u00a0%",
                                           "4,4\u00a0%",  "1,6\u00a0%",  "83,5\u00a0%" };
    for (size_t i = 0; i < G_N_ELEMENTS(percent); i++)
        assert_cell(table, i, "percent", percent[i]);
    assert_cell(table, 1, "count", "101");
    assert_cell(table, 5, "alternative", "instämmer (Helt + Delvis)");
    assert_cell(table, 5, "count", "152");
    assert_cell(table, 6, "count", "182");
    assert_cell(table, 6, "percent", "");
    g_assert_true(has_note(table, "Median of those who chose a step: Delvis."));
    g_assert_true(has_note(table, "3 of 185"));
    g_assert_true(has_note(table, "185 of 640 (28.9%)"));
}

static void whole_percent_unless_more_is_asked_for(void)
{
    g_auto(read_survey) read = read_agreeing();
    const lyh_survey_view view = plain();
    g_autoptr(lyh_table) table = lyh_survey_table(read.survey, 0, &view);
    assert_cell(table, 0, "percent", "28\u00a0%");
    assert_cell(table, 1, "percent", "55\u00a0%");
    assert_cell(table, 5, "percent", "84\u00a0%");
}

/* Of 179 who chose a step, the 90th chose Delvis. */
static void the_median_leaves_out_what_is_no_step(void)
{
    g_auto(read_survey) read = read_agreeing();
    const lyh_survey_view view = plain();
    g_autoptr(lyh_table) table = lyh_survey_long(read.survey, LYH_NONE, &view);
    assert_cell(table, 6, "kind", "median");
    assert_cell(table, 6, "value", "Delvis");
}

static void what_is_printed_follows_the_base(void)
{
    static const struct {
        size_t persons;
        const char *count, *percent; /* NULL: no such column */
    } cases[] = { { 4, "..", NULL },       { 5, "2 av 5", NULL },
                  { 19, "2 av 19", NULL }, { 20, "2", "10\u00a0%" },
                  { 49, "2", "4\u00a0%" }, { 50, "2", "4,0\u00a0%" } };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) rows = g_string_new(NULL);
        add(rows, 2, "Ja", "");
        add(rows, cases[i].persons - 2, "Nej", "");
        g_auto(read_survey) read = read_answers("en;Ja|Nej;;", rows);
        lyh_survey_view view = plain();
        view.decimals = 1;
        g_autoptr(lyh_table) table = lyh_survey_table(read.survey, 0, &view);
        assert_cell(table, 0, "count", cases[i].count);
        g_assert_true(has_column(table, "percent") == (cases[i].percent != NULL));
        if (cases[i].percent)
            assert_cell(table, 0, "percent", cases[i].percent);
    }
}

static void a_hidden_question_tells_not_even_how_many_answered(void)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    add(rows, 4, "Ja", "");
    add(rows, 20, "", "x");
    g_auto(read_survey) read = read_answers("en;Ja|Nej;;", rows);
    const lyh_survey_view view = plain();
    g_autoptr(lyh_table) table = lyh_survey_long(read.survey, LYH_NONE, &view);
    for (size_t row = 0; row < 3; row++) {
        assert_cell(table, row, "count", "..");
        assert_cell(table, row, "base", "..");
        assert_cell(table, row, "missing", "..");
        assert_cell(table, row, "status", "hidden");
    }
}

/* 1 … 20: quarters of five. R: quantile(1:20, type = 2) gives 5.5, 10.5, 15.5. */
static void quartiles_are_printed_from_twenty_persons_on(void)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    for (size_t i = 1; i <= 20; i++)
        g_string_append_printf(rows, "%zu;\n", i);
    g_auto(read_survey) read = read_answers("tal;;;", rows);
    const lyh_survey_view view = plain();
    g_autoptr(lyh_table) table = lyh_survey_long(read.survey, LYH_NONE, &view);
    assert_cell(table, 0, "value", "5,5");
    assert_cell(table, 1, "value", "10,5");
    assert_cell(table, 2, "value", "15,5");
    assert_cell(table, 3, "count", "20");

    g_string_truncate(rows, rows->len - strlen("20;\n"));
    g_auto(read_survey) fewer = read_answers("tal;;;", rows);
    g_autoptr(lyh_table) hidden = lyh_survey_long(fewer.survey, LYH_NONE, &view);
    assert_cell(hidden, 1, "value", "..");
    assert_cell(hidden, 1, "status", "hidden");
    assert_cell(hidden, 3, "count", "19");
}

/* R: quantile(c(1:20, 100), type = 2)[2:4] gives 6, 11, 16. */
static void an_odd_number_has_a_middle(void)
{
    g_autoptr(GString) rows = g_string_new("100;\n");
    for (size_t i = 1; i <= 20; i++)
        g_string_append_printf(rows, "%zu;\n", i);
    g_auto(read_survey) read = read_answers("tal;;;", rows);
    const lyh_survey_view view = plain();
    g_autoptr(lyh_table) table = lyh_survey_long(read.survey, LYH_NONE, &view);
    assert_cell(table, 0, "value", "6");
    assert_cell(table, 1, "value", "11");
    assert_cell(table, 2, "value", "16");
}

/* Of 10 persons 6 chose a, 7 b: the base is persons, and 13 answers are no mistake. */
static void several_answers_are_counted_of_persons(void)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    add(rows, 3, "a|b", "");
    add(rows, 3, "a", "");
    add(rows, 4, "b", "");
    g_auto(read_survey) read = read_answers("flera;a|b;något = a + b;", rows);
    const lyh_survey_view view = plain();
    g_autoptr(lyh_table) table = lyh_survey_table(read.survey, 0, &view);
    assert_cell(table, 0, "count", "6 av 10");
    assert_cell(table, 1, "count", "7 av 10");
    assert_cell(table, 2, "count", "10 av 10");
    g_assert_true(has_note(table, "100"));
}

/* ---- groups ---- */

static lyh_background by_gender(const lyh_survey *survey, const char **values)
{
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        values[i] = lyh_survey_value(survey, i, 0);
    return (lyh_background){ "kön", values, NULL, false };
}

static void groups_stand_beside_everyone(void)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    add(rows, 12, "Ja", "kvinna");
    add(rows, 8, "Nej", "kvinna");
    add(rows, 3, "Ja", "man");
    add(rows, 4, "Nej", "man");
    g_auto(read_survey) read = read_answers("en;Ja|Nej;;", rows);
    const char *values[27];
    const lyh_background background = by_gender(read.survey, values);
    lyh_survey_view view = plain();
    view.background = &background;
    g_autoptr(lyh_table) table = lyh_survey_table(read.survey, 0, &view);
    assert_cell(table, 0, "count", "15");
    assert_cell(table, 0, "percent", "56\u00a0%");
    assert_cell(table, 0, "count_1", "12");
    assert_cell(table, 0, "percent_1", "60\u00a0%");
    assert_cell(table, 0, "count_2", "3 av 7");
    g_assert_false(has_column(table, "percent_2"));
}

/*
 * 10 + 4 + 3: the seven are merged, and none of them chose "Vet ej". One alternative alone would be known from
 * the base, so another goes with it: "Ja" is the first with which somebody of the ten could have answered
 * as one of the seven did.
 */
static void a_merged_none_hides_two_alternatives(void)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    add(rows, 5, "Ja", "a");
    add(rows, 3, "Nej", "a");
    add(rows, 2, "Vet ej", "a");
    add(rows, 4, "Ja", "b");
    add(rows, 3, "Nej", "c");
    g_auto(read_survey) read = read_answers("en;Ja|Nej|Vet ej;;", rows);
    const char *values[17];
    const lyh_background background = by_gender(read.survey, values);
    lyh_survey_view view = plain();
    view.background = &background;
    g_autoptr(lyh_table) table = lyh_survey_long(read.survey, LYH_NONE, &view);
    g_assert_cmpuint(lyh_table_row_count(table), ==, 4 * 3);
    /* Beside "Vet ej" one more goes, or it were what is left of seven; the one that fewer chose. */
    for (size_t row = 0; row < 9; row++) {
        bool is_everyone = row % 3 == 0, is_yes = row / 3 == 0, is_merged = row % 3 == 2;
        assert_cell(table, row, "status",
                    is_everyone ? "shown"
                    : !is_yes   ? "hidden"
                    : is_merged ? "merged"
                                : "shown");
    }
    assert_cell(table, 0, "count", "9");
    assert_cell(table, 1, "count", "5");
    assert_cell(table, 2, "count", "4");
    assert_cell(table, 4, "count", "..");
    assert_cell(table, 10, "count", "10");
    assert_cell(table, 11, "count", "7");
    assert_cell(table, 11, "kön", "Others (b, c)");
}

static void a_split_that_leaves_one_group_is_not_shown(void)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    add(rows, 11, "Ja", "a");
    add(rows, 1, "Nej", "b");
    g_auto(read_survey) read = read_answers("en;Ja|Nej;;", rows);
    const char *values[12];
    const lyh_background background = by_gender(read.survey, values);
    lyh_survey_view view = plain();
    view.background = &background;
    g_autoptr(lyh_table) table = lyh_survey_table(read.survey, 0, &view);
    g_assert_cmpuint(lyh_table_column_count(table), ==, 2);
    g_assert_true(has_note(table, "Groups are not shown"));
}

#define TEST(sentence) g_test_add_func("/survey/tables/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(percent_are_half_up_of_the_counts);
    TEST(whole_percent_unless_more_is_asked_for);
    TEST(the_median_leaves_out_what_is_no_step);
    TEST(what_is_printed_follows_the_base);
    TEST(a_hidden_question_tells_not_even_how_many_answered);
    TEST(quartiles_are_printed_from_twenty_persons_on);
    TEST(an_odd_number_has_a_middle);
    TEST(several_answers_are_counted_of_persons);
    TEST(groups_stand_beside_everyone);
    TEST(a_merged_none_hides_two_alternatives);
    TEST(a_split_that_leaves_one_group_is_not_shown);
    return g_test_run();
}
