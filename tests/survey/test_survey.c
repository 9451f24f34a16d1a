#include "answers.h"

#define QUESTIONS                                                                          \
    "fråga;text;typ;alternativ;ej_svar\n"                                                 \
    "1;Hinner du?;en;Ja|Nej|Vet ej;99\n"                                                   \
    "2;Vad tar tid?;flera;Möten|Journal; \n"                                              \
    "3;Hur många ärenden?;tal;;\n"                                                       \
    "4;Vad vill du säga?;text;;\n"

static read_survey read_rows(const char *rows)
{
    g_autofree char *text = g_strconcat("id;1;2;3;4;kön\n", rows, NULL);
    return read_texts(QUESTIONS, text);
}

static void a_row_is_a_person(void)
{
    g_auto(read_survey) read =
        read_rows("a;Ja;Möten|Journal;37,5;Bra;k\nb; Nej ;Journal;1 200;;m\n");
    g_assert_nonnull(read.survey);
    g_assert_cmpuint(lyh_survey_count(read.survey), ==, 2);
    g_assert_cmpstr(lyh_survey_id(read.survey, 1), ==, "b");
    g_assert_true(lyh_survey_chose(read.survey, 0, 0, 0));
    g_assert_true(lyh_survey_chose(read.survey, 1, 0, 1));
    g_assert_true(lyh_survey_chose(read.survey, 0, 1, 0));
    g_assert_false(lyh_survey_chose(read.survey, 1, 1, 0));
    g_assert_cmpint(lyh_survey_number(read.survey, 0, 2), ==, 37500);
    g_assert_cmpint(lyh_survey_number(read.survey, 1, 2), ==, 1200000);
    g_assert_cmpstr(lyh_survey_words(read.survey, 0, 3), ==, "Bra");
    g_assert_cmpstr(lyh_survey_attribute(read.survey, 0), ==, "kön");
    g_assert_cmpstr(lyh_survey_value(read.survey, 1, 0), ==, "m");
    g_assert_cmpuint(lyh_diags_count(read.diags), ==, 0);
}

static void empty_is_no_answer_and_a_dash_was_not_asked(void)
{
    g_auto(read_survey) read = read_rows("a;;–;-;;\nb;99;;5;;\n");
    g_assert_nonnull(read.survey);
    g_assert_cmpint(lyh_survey_state(read.survey, 0, 0), ==, LYH_ANSWER_MISSING);
    g_assert_cmpint(lyh_survey_state(read.survey, 0, 1), ==, LYH_ANSWER_NOT_ASKED);
    g_assert_cmpint(lyh_survey_state(read.survey, 0, 2), ==, LYH_ANSWER_NOT_ASKED);
    g_assert_cmpint(lyh_survey_state(read.survey, 1, 0), ==, LYH_ANSWER_MISSING);
    g_assert_false(lyh_survey_chose(read.survey, 1, 0, 0));
}

static void what_is_no_alternative_is_told_with_its_place_and_the_nearest(void)
{
    g_auto(read_survey) read = read_rows("a;Ja;;;;\nb;Nejj;;;;\n");
    const lyh_diag *diag = only_diag(&read);
    g_assert_null(read.survey);
    g_assert_cmpstr(diag->code, ==, "answer-unknown");
    g_assert_cmpuint(diag->line, ==, 3);
    g_assert_cmpuint(diag->column, ==, 3);
    g_assert_nonnull(strstr(diag->message, "the nearest is 'Nej'"));
}

static void one_of_several_is_told_where_it_stands(void)
{
    g_auto(read_survey) read = read_rows("a;Ja;Möten|Jurnal;;;\n");
    g_assert_cmpuint(only_diag(&read)->column, ==, 12);
    g_assert_nonnull(strstr(only_diag(&read)->message, "'Jurnal'"));
}

static void case_and_space_are_forgiven_and_said_once(void)
{
    g_auto(read_survey) read = read_rows("a;ja;;;;\nb;VET  EJ;;;;\nc; Nej;;;;\n");
    g_assert_nonnull(read.survey);
    g_assert_cmpstr(only_diag(&read)->code, ==, "answer-spelling");
    g_assert_nonnull(strstr(only_diag(&read)->message, "cells: 2"));
    g_assert_true(lyh_survey_chose(read.survey, 1, 0, 2));
}

static void a_number_is_digits_with_at_most_three_decimals(void)
{
    static const struct {
        const char *cell;
        gint64 thousandths; /* -1: no number */
    } cases[] = { { "12", 12000 },           { "0,5", 500 }, { "12.25", 12250 },
                  { "1 234", 1234000 },      { "12h", -1 },  { "tolv", -1 },
                  { "1,2345", -1 },          { "12,", -1 },  { "1,2,3", -1 },
                  { "1234567890123456", -1 } };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *row = g_strdup_printf("a;;;%s;;\n", cases[i].cell);
        g_auto(read_survey) read = read_rows(row);
        if (cases[i].thousandths < 0)
            g_assert_cmpstr(only_diag(&read)->code, ==, "answer-number");
        else
            g_assert_cmpint(lyh_survey_number(read.survey, 0, 2), ==, cases[i].thousandths);
    }
    g_auto(read_survey) minus = read_rows("a;;;-3;;\n");
    g_assert_cmpint(lyh_survey_number(minus.survey, 0, 2), ==, -3000);
}

static void an_id_twice_or_missing_is_an_error(void)
{
    g_auto(read_survey) read = read_rows("a;Ja;;;;\na;Ja;;;;\n;Ja;;;;\n");
    g_assert_null(read.survey);
    g_assert_cmpuint(lyh_diags_error_count(read.diags), ==, 2);
    g_assert_nonnull(strstr(lyh_diags_at(read.diags, 0)->message, "first on line 2"));
}

static void without_ids_persons_are_their_rows(void)
{
    g_auto(read_survey) read =
        read_texts("fråga;text;typ;alternativ\n1;Hur?;en;Ja|Nej\n", "Fråga 1\nJa\nNej\n");
    g_assert_false(lyh_survey_has_ids(read.survey));
    g_assert_cmpstr(lyh_survey_id(read.survey, 1), ==, "enkät-2");
}

/* What forms and SPSS make of headings. */
static void a_column_is_called_as_the_question_or_its_text(void)
{
    static const char *const headings[] = {
        "7",  "F7",          "fråga 7",       "v_7",
        "7.", "Hinner  du?", "7. Hinner du?", "\"x\tHinner du?\""
    };
    for (size_t i = 0; i < G_N_ELEMENTS(headings); i++) {
        g_autofree char *answers = g_strconcat("id;", headings[i], "\na;Ja\n", NULL);
        g_auto(read_survey) read =
            read_texts("fråga;text;typ;alternativ\n7;Hinner du?;en;Ja|Nej\n", answers);
        g_assert_nonnull(read.survey);
        g_assert_true(lyh_survey_chose(read.survey, 0, 0, 0));
    }
}

static void question_1_is_not_question_12(void)
{
    g_auto(read_survey) read =
        read_texts("fråga;text;typ;alternativ\n1;Hur?;en;Ja|Nej\n12;När?;en;Nu|Sen\n",
                   "12;1\nSen;Ja\n");
    g_assert_nonnull(read.survey);
    g_assert_true(lyh_survey_chose(read.survey, 0, 0, 0));
    g_assert_true(lyh_survey_chose(read.survey, 0, 1, 1));
}

static void a_question_without_a_column_is_an_error_that_looks_for_one(void)
{
    g_auto(read_survey) read =
        read_texts("fråga;text;typ;alternativ\n1;Hinner du med?;en;Ja|Nej\n",
                   "id;Hiner du med\na;Ja\n");
    g_assert_null(read.survey);
    g_assert_cmpstr(only_diag(&read)->code, ==, "question-missing");
    g_assert_nonnull(strstr(only_diag(&read)->message, "'Hiner du med'"));
}

static void two_columns_for_a_question_are_an_error(void)
{
    g_auto(read_survey) read =
        read_texts("fråga;text;typ;alternativ\n1;Hur?;en;Ja|Nej\n", "1;F1\nJa;Nej\n");
    g_assert_cmpstr(only_diag(&read)->code, ==, "question-columns");
}

/* a: both; b: none, though asked; c: nothing at all; d: not asked. */
static void several_may_have_a_column_each(void)
{
    g_auto(read_survey) read =
        read_texts("fråga;text;typ;alternativ\n2;Vad?;flera;Möten|Journal\n",
                   "id;2: Möten;2_2\na;1;x\nb;0;nej\nc;;\nd;–;–\ne;;Journal\n");
    g_assert_nonnull(read.survey);
    g_assert_true(lyh_survey_chose(read.survey, 0, 0, 0));
    g_assert_true(lyh_survey_chose(read.survey, 0, 0, 1));
    g_assert_cmpint(lyh_survey_state(read.survey, 1, 0), ==, LYH_ANSWER_MISSING);
    g_assert_cmpint(lyh_survey_state(read.survey, 2, 0), ==, LYH_ANSWER_MISSING);
    g_assert_cmpint(lyh_survey_state(read.survey, 3, 0), ==, LYH_ANSWER_NOT_ASKED);
    g_assert_false(lyh_survey_chose(read.survey, 4, 0, 0));
    g_assert_true(lyh_survey_chose(read.survey, 4, 0, 1));
    g_assert_cmpstr(only_diag(&read)->code, ==, "answer-unticked");
}

static void a_column_for_some_alternatives_alone_is_an_error(void)
{
    g_auto(read_survey) read = read_texts(
        "fråga;text;typ;alternativ\n2;Vad?;flera;Möten|Journal\n", "id;2: Möten\na;1\n");
    g_assert_cmpstr(only_diag(&read)->code, ==, "question-missing");
    g_assert_nonnull(strstr(only_diag(&read)->message, "'Journal'"));
}

static void a_tick_is_a_tick_or_none(void)
{
    g_auto(read_survey) read =
        read_texts("fråga;text;typ;alternativ\n2;Vad?;flera;Möten|Journal\n",
                   "id;2: Möten;2: Journal\na;1;kanske\n");
    g_assert_cmpstr(only_diag(&read)->code, ==, "answer-tick");
}

/* An alternative may hold the sign that parts them. */
static void a_cell_that_is_one_alternative_is_not_parted(void)
{
    g_auto(read_survey) quoted =
        read_texts("fråga;text;typ;alternativ\n2;Vad?;flera;\"Möten; ibland|Journal\"\n",
                   "2\n\"Möten; ibland\"\n\"Journal;Journal\"\n");
    g_assert_nonnull(quoted.survey);
    g_assert_true(lyh_survey_chose(quoted.survey, 0, 0, 0));
    g_assert_true(lyh_survey_chose(quoted.survey, 1, 0, 1));
}

static void nobody_who_answered_is_an_error(void)
{
    g_auto(read_survey) read = read_rows("");
    g_assert_cmpstr(only_diag(&read)->code, ==, "answers-none");
}

#define TEST(sentence) g_test_add_func("/survey/survey/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_row_is_a_person);
    TEST(empty_is_no_answer_and_a_dash_was_not_asked);
    TEST(what_is_no_alternative_is_told_with_its_place_and_the_nearest);
    TEST(one_of_several_is_told_where_it_stands);
    TEST(case_and_space_are_forgiven_and_said_once);
    TEST(a_number_is_digits_with_at_most_three_decimals);
    TEST(an_id_twice_or_missing_is_an_error);
    TEST(without_ids_persons_are_their_rows);
    TEST(a_column_is_called_as_the_question_or_its_text);
    TEST(question_1_is_not_question_12);
    TEST(a_question_without_a_column_is_an_error_that_looks_for_one);
    TEST(two_columns_for_a_question_are_an_error);
    TEST(several_may_have_a_column_each);
    TEST(a_column_for_some_alternatives_alone_is_an_error);
    TEST(a_tick_is_a_tick_or_none);
    TEST(a_cell_that_is_one_alternative_is_not_parted);
    TEST(nobody_who_answered_is_an_error);
    return g_test_run();
}
