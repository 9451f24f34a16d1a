#include <stdlib.h>

#include <lyhord/survey/claims.h>

#include "answers.h"

/* 30 ja and 10 nej to one question; 8 helt, 12 delvis, 20 inte to another; 3 answers to a third. */
static read_survey read_forty(void)
{
    g_autoptr(GString) rows = g_string_new("1;2;3\n");
    for (size_t i = 0; i < 40; i++)
        g_string_append_printf(rows, "%s;%s;%s\n", i < 30 ? "Ja" : "Nej",
                               i < 8    ? "Helt"
                               : i < 20 ? "Delvis"
                                        : "Inte",
                               i < 3 ? "Ja" : "");
    return read_texts("fråga;text;typ;alternativ;sammanslagning\n"
                      "1;Finns handledning på arbetsplatsen?;en;Ja|Nej;\n"
                      "2;Jag trivs med schemat.;en;Helt|Delvis|Inte;trivs = Helt + Delvis\n"
                      "3;Har du kontor hemma?;en;Ja|Nej;\n",
                      rows->str);
}

static void assert_claims(const char *text, const char *wanted)
{
    g_auto(read_survey) read = read_forty();
    size_t count;
    lyh_claim *claims = lyh_claims_find(read.survey, 5, 100, text, strlen(text), &count);
    g_autoptr(GString) got = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(
            got, "%s%.*s %s", i ? ", " : "", (int)(claims[i].end - claims[i].start),
            text + claims[i].start, lyh_claim_verdict_name(claims[i].verdict));
    free(claims);
    g_assert_cmpstr(got->str, ==, wanted);
}

static void a_share_holds_with_the_decimals_the_text_has(void)
{
    assert_claims("75 % har handledning.", "75 % holds");
    assert_claims("75,0 procent har handledning.", "75,0 procent holds");
    assert_claims("Handledning har 30 av 40.", "30 av 40 holds");
    assert_claims("75,1 % har handledning.", "75,1 % differs");
    assert_claims("Handledning har 30 av 41.", "30 av 41 differs");
    assert_claims("55 % har handledning.", "55 % strange");
}

static void a_part_is_told_unless_it_is_named(void)
{
    assert_claims("50 % trivs med schemat.", "50 % holds");
    assert_claims("20 % trivs med schemat.", "20 % part");
    assert_claims("20 % trivs helt med schemat.", "20 % holds");
    assert_claims("30 % trivs delvis med sitt schema. 30 % trivs!",
                  "30 % holds, 30 % part");
}

static void a_sentence_is_tied_by_number_words_or_the_one_before(void)
{
    assert_claims("I fråga 1 sa 75 % ja.", "75 % holds");
    assert_claims("{{fråga:1}} Hela 75 % sa ja.", "75 % holds");
    assert_claims("Om handledningen finns delade meningar. 75 % har den.", "75 % holds");
    assert_claims("Handledning finns.\n75 % sa ja.", "75 % untied");
    assert_claims("75 % sa ja.", "75 % untied");
    assert_claims("Mer än hälften av de svarande har \nhandledning.\nHälften har det.",
                  "Mer än hälften holds, Hälften untied");
}

/* Each clause has its own question; a clause that names none goes on about the one before. */
static void two_figures_of_a_sentence_may_be_of_two_questions(void)
{
    assert_claims("75 % har handledning, och 50 % trivs med schemat.",
                  "75 % holds, 50 % holds");
    assert_claims("75 % har handledning medan 20 % trivs helt med schemat.",
                  "75 % holds, 20 % holds");
    assert_claims("Handledning har 75 %; schemat trivs 75 % med.",
                  "75 % holds, 75 % strange");
    assert_claims("75 % har handledning och 25 % har det inte.", "75 % holds, 25 % holds");
    assert_claims("Svarsfrekvensen var 40 %, och 75 % har handledning.",
                  "40 % holds, 75 % holds");
}

/* The survey's tables hold nothing of other places, other years, or of who was interviewed. */
static void what_is_said_of_others_is_not_held_against_the_question_before(void)
{
    assert_claims("75 % har handledning. I riket är det 62 %.", "75 % holds, 62 % untied");
    assert_claims("75 % har handledning. År 2019 var det 75 %.", "75 % holds, 75 % untied");
    assert_claims("75 % har handledning. Av de intervjuade sa 3 av 7 nej.",
                  "75 % holds, 3 av 7 untied");
    assert_claims("75 % har handledning. Bland de andra är det 12 av 90.",
                  "75 % holds, 12 av 90 untied");
    assert_claims("75 % har handledning. Mötena tar 45 % av tiden.",
                  "75 % holds, 45 % untied");
    assert_claims("75 % har handledning. 26 % har den inte.", "75 % holds, 26 % differs");
}

/* 75 % ja, 25 % nej; 20 % helt, 30 % delvis, 50 % inte: so near a share must be to bear the words. */
static void a_share_in_words_holds_as_far_as_the_words_reach(void)
{
    assert_claims("Tre fjärdedelar har handledning.", "Tre fjärdedelar holds");
    assert_claims("Var fjärde har ingen handledning.", "Var fjärde holds");
    assert_claims("Åtta av tio har handledning.", "Åtta av tio holds");
    assert_claims("Nio av tio har handledning.", "Nio av tio strange");
    assert_claims("Två tredjedelar har handledning.", "Två tredjedelar differs");
    assert_claims("Omkring hälften trivs med schemat.", "Omkring hälften holds");
    assert_claims("Varannan trivs med schemat.", "Varannan holds");
    assert_claims("En femtedel trivs helt med schemat.", "En femtedel holds");
    assert_claims("En femtedel trivs med schemat.", "En femtedel part");
    assert_claims("Var tredje trivs delvis med schemat.", "Var tredje holds");
    assert_claims("Three quarters har handledning, one in four har det inte.",
                  "Three quarters holds, one in four holds");
}

/* Half of forty is half, not more and not less. */
static void words_beside_a_share_say_on_which_side_it_is(void)
{
    assert_claims("Drygt hälften trivs med schemat.", "Drygt hälften differs");
    assert_claims("Knappt hälften trivs med schemat.", "Knappt hälften differs");
    assert_claims("Mer än hälften har handledning.", "Mer än hälften holds");
    assert_claims("Mer än tre fjärdedelar har handledning.",
                  "Mer än tre fjärdedelar differs");
    assert_claims("Inte fullt en tredjedel trivs delvis med schemat.",
                  "Inte fullt en tredjedel holds");
    assert_claims("Drygt en tredjedel trivs delvis med schemat.",
                  "Drygt en tredjedel differs");
}

static void how_often_is_no_share_and_twelve_are_persons(void)
{
    assert_claims("Var tredje vecka finns handledning, varannan gång i grupp.", "");
    assert_claims("Handledning fick tio av tolv.", "tio av tolv strange");
    assert_claims("Handledning fick en av oss, i halvan av huset, av tio skäl.", "");
    assert_claims("Hälftenbruk, var, en, tre; över – nästan. Mer än", "");
    assert_claims("Svarsfrekvensen var knappt hälften.", "knappt hälften differs");
    assert_claims("Svarsfrekvensen var två av fem.", "två av fem holds");
}

static void what_is_no_share_is_let_be(void)
{
    assert_claims("Det ökade med 25 procentenheter, handledning {{procent:1}} av 3.", "");
    assert_claims("År 2019 fanns 1 056 av dem, 40, 30.", "");
    assert_claims("", "");
    assert_claims("%%% av av 5 av {{ 80 % i handledning", "80 % differs");
}

static void the_response_rate_is_a_figure_too(void)
{
    assert_claims("Svarsfrekvensen var 40 %.", "40 % holds");
    assert_claims("Svarsfrekvensen var 45 %.", "45 % differs");
    assert_claims("Av de utskickade kom 40 av 100 tillbaka.", "40 av 100 holds");
}

static void a_question_that_few_answered_has_no_figures(void)
{
    assert_claims("100 % har kontor hemma.", "100 % untied");
}

static void an_abbreviation_ends_no_sentence(void)
{
    assert_claims("Handledning har t.ex. ca. 75 % av alla.", "75 % holds");
}

#define TEST(sentence) g_test_add_func("/survey/claims/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_share_holds_with_the_decimals_the_text_has);
    TEST(a_part_is_told_unless_it_is_named);
    TEST(a_sentence_is_tied_by_number_words_or_the_one_before);
    TEST(two_figures_of_a_sentence_may_be_of_two_questions);
    TEST(what_is_said_of_others_is_not_held_against_the_question_before);
    TEST(a_share_in_words_holds_as_far_as_the_words_reach);
    TEST(words_beside_a_share_say_on_which_side_it_is);
    TEST(how_often_is_no_share_and_twelve_are_persons);
    TEST(what_is_no_share_is_let_be);
    TEST(the_response_rate_is_a_figure_too);
    TEST(a_question_that_few_answered_has_no_figures);
    TEST(an_abbreviation_ends_no_sentence);
    return g_test_run();
}
