#include "answers.h"

#define HEADING "fråga;text;typ;alternativ;sammanslagning;vet_ej;ej_svar\n"

static const lyh_question *question(const read_survey *read, size_t index)
{
    g_assert_nonnull(read->questions);
    return lyh_questions_at(read->questions, index);
}

static void types_have_swedish_names_too(void)
{
    static const char *const names[] = {
        "en",    "single", "flera",  "multiple", "Skala",
        "scale", "tal",    "number", "text",     "fritext"
    };
    static const lyh_question_type types[] = { LYH_QUESTION_SINGLE,   LYH_QUESTION_SINGLE,
                                               LYH_QUESTION_MULTIPLE, LYH_QUESTION_MULTIPLE,
                                               LYH_QUESTION_SCALE,    LYH_QUESTION_SCALE,
                                               LYH_QUESTION_NUMBER,   LYH_QUESTION_NUMBER,
                                               LYH_QUESTION_TEXT,     LYH_QUESTION_TEXT };
    g_autoptr(GString) text = g_string_new(HEADING);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        g_string_append_printf(text, "%zu;Hur?;%s;%s;;;\n", i, names[i],
                               i < 6 ? "Ja|Nej" : "");
    g_auto(read_survey) read = read_texts(text->str, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_cmpint(question(&read, i)->type, ==, types[i]);
    g_assert_cmpuint(lyh_diags_count(read.diags), ==, 0);
}

static void alternatives_are_parted_by_a_stroke_and_may_have_codes(void)
{
    g_auto(read_survey) read = read_texts(
        HEADING "1;Hur?;en; Ja | Nej |Vet ej;;;\n2;Hur?;en;1=Ja|2 = Nej, aldrig;;;\n",
        NULL);
    g_assert_cmpuint(question(&read, 0)->alternative_count, ==, 3);
    g_assert_cmpstr(question(&read, 0)->alternatives[2].text, ==, "Vet ej");
    g_assert_cmpstr(question(&read, 1)->alternatives[1].text, ==, "Nej, aldrig");
    g_assert_cmpstr(question(&read, 1)->alternatives[1].value, ==, "2");
}

static void a_range_is_its_steps(void)
{
    g_auto(read_survey) read =
        read_texts(HEADING "1;Hur?;skala;1-10;;;\n2;Hur?;skala;0 – 4;;;\n", NULL);
    g_assert_cmpuint(question(&read, 0)->alternative_count, ==, 10);
    g_assert_cmpstr(question(&read, 0)->alternatives[9].text, ==, "10");
    g_assert_cmpuint(question(&read, 1)->alternative_count, ==, 5);
    g_assert_cmpstr(question(&read, 1)->alternatives[0].text, ==, "0");
}

static void a_pooling_names_its_alternatives(void)
{
    g_auto(read_survey) read = read_texts(
        HEADING
        "1;Hur?;en;Helt|Delvis|Inte;instämmer = helt + Delvis|nej = Delvis+Inte;Inte;\n",
        NULL);
    const lyh_question *asked = question(&read, 0);
    g_assert_cmpuint(asked->pooling_count, ==, 2);
    g_assert_cmpstr(asked->poolings[0].name, ==, "instämmer");
    g_assert_cmpstr(asked->poolings[0].rule, ==, "Helt + Delvis");
    g_assert_true(asked->poolings[0].holds[0] && asked->poolings[0].holds[1]);
    g_assert_false(asked->poolings[0].holds[2]);
    g_assert_true(asked->alternatives[2].is_outside);
}

static void assert_error(const char *rows, const char *code, const char *words)
{
    g_autofree char *text = g_strconcat(HEADING, rows, NULL);
    g_auto(read_survey) read = read_texts(text, NULL);
    g_assert_null(read.questions);
    g_assert_cmpstr(only_diag(&read)->code, ==, code);
    g_assert_nonnull(strstr(only_diag(&read)->message, words));
}

static void what_is_wrong_is_said(void)
{
    assert_error(";Hur?;tal;;;;\n", "question-name", "no name");
    assert_error("1;Hur?;tal;;;;\n1;När?;tal;;;;\n", "question-twice", "first on line 2");
    assert_error("1;;tal;;;;\n", "question-text", "no text");
    assert_error("1;Hur?;kanske;;;;\n", "question-type", "'kanske'");
    assert_error("1;Hur?;en;;;;\n", "alternatives-missing", "0 alternatives");
    assert_error("1;Hur?;en;Ja|ja ;;;\n", "alternative-twice", "'Ja' and 'ja'");
    assert_error("1;Hur?;en;Ja|Nej;alla = Ja + Nejj;;\n", "alternative-unknown",
                 "the nearest is 'Nej'");
    assert_error("1;Hur?;en;Ja|Nej;alla;;\n", "pooling-form", "name = ");
    assert_error("", "questions-none", "no question");
}

static void all_mistakes_come_in_one_run(void)
{
    g_auto(read_survey) read =
        read_texts(HEADING "1;;tal;;;;\n2;Hur?;kanske;;;;\n3;Hur?;en;;;;\n", NULL);
    g_assert_cmpuint(lyh_diags_error_count(read.diags), ==, 3);
}

static void the_nearest_alternative_is_a_few_letters_away(void)
{
    g_auto(read_survey) read =
        read_texts(HEADING "1;Hur?;en;Instämmer helt|Instämmer delvis|Vet ej;;;\n", NULL);
    const lyh_question *asked = question(&read, 0);
    g_assert_cmpuint(lyh_question_nearest(asked, "Instämer delvis", 16), ==, 1);
    g_assert_cmpuint(lyh_question_nearest(asked, "Vte ej", 6), ==, 2);
    g_assert_cmpuint(lyh_question_nearest(asked, "Kanelbulle", 10), ==, LYH_NONE);
}

#define TEST(sentence) g_test_add_func("/survey/questions/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(types_have_swedish_names_too);
    TEST(alternatives_are_parted_by_a_stroke_and_may_have_codes);
    TEST(a_range_is_its_steps);
    TEST(a_pooling_names_its_alternatives);
    TEST(what_is_wrong_is_said);
    TEST(all_mistakes_come_in_one_run);
    TEST(the_nearest_alternative_is_a_few_letters_away);
    return g_test_run();
}
