#include <string.h>

#include <lyhord/language/treebank.h>

#include "../../src/base/autoptr.h"
#include "../../src/language/autoptr.h"

#define REST "\t_\t_\t_\t_\t"
#define ROW(id, form, lemma, upos) id "\t" form "\t" lemma "\t" upos "\t_" REST "_\n"
#define TIGHT(id, form, lemma, upos)                                                       \
    id "\t" form "\t" lemma "\t" upos "\t_" REST "SpaceAfter=No\n"

/* Three sentences of 4, 2 and 3 words; the second is a heading and closes with no sign. */
static const char three[] =
    "# newpar\n# text = Vi fick hjälp.\n" ROW("1", "Vi", "vi", "PRON")
        ROW("2", "fick", "få", "VERB") TIGHT("3", "hjälp", "hjälp", "NOUN")
            ROW("4", ".", ".", "PUNCT") "\n# text = Hjälpen kom\n" ROW("1", "Hjälpen",
                                                                       "hjälp", "NOUN")
                ROW("2", "kom", "komma",
                    "VERB") "\n"
                            "# text = Hon pratade.\n" ROW("1", "Hon", "hon", "PRON")
                                TIGHT("2", "pratade", "prata", "VERB")
                                    ROW("3", ".", ".", "PUNCT") "\n";

static lyh_treebank *read_bank(const char *text, lyh_diags *diags)
{
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("bank.conllu", LYH_SOURCE_TABLE, text, strlen(text), diags);
    return lyh_treebank_read(source, diags);
}

static lyh_score score_of(const char *text, lyh_treebank_measure measure)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_treebank) bank = read_bank(text, diags);
    g_assert_nonnull(bank);
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new(NULL);
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_lexicon) lexicon = lyh_lexicon_new(vocabulary, dictionary);
    return lyh_treebank_score(bank, measure, vocabulary, lexicon, NULL, NULL);
}

static void assert_score(const char *text, lyh_treebank_measure measure, size_t gold,
                         size_t predicted, size_t correct)
{
    lyh_score score = score_of(text, measure);
    g_assert_cmpuint(score.gold, ==, gold);
    g_assert_cmpuint(score.predicted, ==, predicted);
    g_assert_cmpuint(score.correct, ==, correct);
}

static void words_are_scored_by_their_places(void)
{
    assert_score(three, LYH_TREEBANK_TOKEN, 9, 9, 9);
    /* the treebank holds "t ex" for two words, we for one */
    assert_score("# text = Ja, t ex så.\n" TIGHT("1", "Ja", "ja", "INTJ")
                     ROW("2", ",", ",", "PUNCT") ROW("3", "t", "t", "X")
                         ROW("4", "ex", "ex", "X") TIGHT("5", "så", "så", "ADV")
                             ROW("6", ".", ".", "PUNCT"),
                 LYH_TREEBANK_TOKEN, 6, 5, 4);
}

/* By hand: "Hjälpen kom Hon pratade." is one sentence of ours where the treebank has two. */
static void a_heading_is_told_from_what_follows_by_its_line_alone(void)
{
    assert_score(three, LYH_TREEBANK_SENTENCE, 3, 2, 1);
    assert_score(three, LYH_TREEBANK_SENTENCE_HEADINGS, 3, 3, 3);
}

/* Without a dictionary "pratade" is the stem "prat"; hjälp and hjälpen are one word. */
static void lemmas_are_those_of_the_treebanks_own_words(void)
{
    assert_score(three, LYH_TREEBANK_LEMMA, 9, 9, 8);
    assert_score(three, LYH_TREEBANK_CONFLATION, 1, 1, 1);
}

static void a_score_is_correct_of_gold_and_of_predicted(void)
{
    lyh_score score = { 8, 5, 4 };
    g_assert_cmpfloat_with_epsilon(lyh_score_precision(score), 0.8, 1e-12);
    g_assert_cmpfloat_with_epsilon(lyh_score_recall(score), 0.5, 1e-12);
    g_assert_cmpfloat_with_epsilon(lyh_score_f1(score), 8.0 / 13, 1e-12);
    g_assert_cmpfloat(lyh_score_f1((lyh_score){ 0 }), ==, 0);
}

static void a_range_is_one_token_and_an_empty_node_is_none(void)
{
    static const char bank[] = "# text = Hardu tid\n" ROW("1-2", "Hardu", "_", "_")
        ROW("1", "Har", "ha", "VERB") ROW("2", "du", "du", "PRON")
            ROW("3", "tid", "tid", "NOUN") ROW("3.1", "nu", "nu", "ADV");
    assert_score(bank, LYH_TREEBANK_TOKEN, 2, 2, 2);
    assert_score(bank, LYH_TREEBANK_LEMMA, 1, 1, 1);
}

static void a_paragraph_begins_a_sentence(void)
{
    assert_score("# text = Ett\n" ROW("1", "Ett", "en",
                                      "DET") "\n# newpar\n# text = Två\n" ROW("1", "Två",
                                                                              "två", "NUM"),
                 LYH_TREEBANK_SENTENCE, 2, 2, 2);
}

static void assert_wrong(const char *text, size_t line)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_treebank) bank = read_bank(text, diags);
    g_assert_null(bank);
    g_assert_cmpuint(lyh_diags_error_count(diags), ==, 1);
    g_assert_cmpstr(lyh_diags_at(diags, 0)->code, ==, "treebank");
    g_assert_cmpuint(lyh_diags_at(diags, 0)->line, ==, line);
}

static void what_is_wrong_in_a_treebank_is_told_with_its_line(void)
{
    assert_wrong("", 0);
    assert_wrong("# text = Ja\n\n", 0);
    assert_wrong("# text = Ja\n1\tJa\tja\n", 2);
    assert_wrong("# text = Ja\n" ROW("2", "Ja", "ja", "INTJ"), 2);
    assert_wrong("# text = Ja\n" ROW("x", "Ja", "ja", "INTJ"), 2);
    assert_wrong("# text = Ja\n" ROW("1", "", "ja", "INTJ"), 2);
    assert_wrong("# text = Ja\n" ROW("1", "Nej", "nej", "INTJ"), 2);
    assert_wrong(ROW("1", "Ja", "ja", "INTJ"), 1);
    assert_wrong(
        "# text = Ja ja\n" ROW("1", "Ja", "ja", "INTJ") ROW("1", "ja", "ja", "INTJ"), 3);
    assert_wrong("# text = Ja\n" ROW("1-1", "Ja", "_", "_"), 2);
    assert_wrong("# text = Ja\n99999999999999999999\tJa\tja\tINTJ\t_" REST "_\n", 2);
}

static void line_ends_of_any_kind_and_a_bom_are_read(void)
{
    assert_score("\xEF\xBB\xBF# text = Ja\r\n1\tJa\tja\tINTJ\t_" REST "_\r\n\r\n",
                 LYH_TREEBANK_TOKEN, 1, 1, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/treebank_scores/" #name, name)
    TEST(words_are_scored_by_their_places);
    TEST(a_heading_is_told_from_what_follows_by_its_line_alone);
    TEST(lemmas_are_those_of_the_treebanks_own_words);
    TEST(a_score_is_correct_of_gold_and_of_predicted);
    TEST(a_range_is_one_token_and_an_empty_node_is_none);
    TEST(a_paragraph_begins_a_sentence);
    TEST(what_is_wrong_in_a_treebank_is_told_with_its_line);
    TEST(line_ends_of_any_kind_and_a_bom_are_read);
    return g_test_run();
}
