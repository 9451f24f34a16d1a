#include "words.h"

#include <lyhord/corpus/document.h>

static void words_part_at_white_space_and_marks(void)
{
    assert_tokens("Hon lyssnade, äntligen!", "Hon|lyssnade|,|äntligen|!");
    assert_tokens("(ja) [nej] \"kanske\"", "(|ja|)|[|nej|]|\"|kanske|\"");
}

static void a_text_without_words_has_no_tokens(void)
{
    assert_tokens("", "");
    assert_tokens(" \n\t\xC2\xA0 ", "");
}

static void an_abbreviation_is_one_token_however_it_is_written(void)
{
    assert_tokens("det är t ex så", "det|är|t ex|så");
    assert_tokens("det är t.ex. så", "det|är|t.ex.|så");
    assert_tokens("det är t. ex. så", "det|är|t. ex.|så");
    assert_tokens("det är t\xC2\xA0"
                  "ex så",
                  "det|är|t\xC2\xA0"
                  "ex|så");
    assert_tokens("T.ex. jag, bl a hon o s v", "T.ex.|jag|,|bl a|hon|o s v");
}

static void an_abbreviation_is_not_found_inside_other_words(void)
{
    assert_tokens("t exakt", "t|exakt");
    assert_tokens("bröt ex", "bröt|ex");
    assert_tokens("resp: ja", "resp|:|ja");
}

static void a_word_that_often_ends_a_sentence_leaves_the_period_alone(void)
{
    assert_tokens("Det kostade 50 kr. Sen gick jag.", "Det|kostade|50|kr|.|Sen|gick|jag|.");
    assert_tokens("efter fem min. Ja", "efter|fem|min|.|Ja");
}

static void a_number_abbreviation_needs_its_number(void)
{
    assert_tokens("se s. 45 och nr. 3", "se|s.|45|och|nr.|3");
    assert_tokens("han bor i kl. Nej", "han|bor|i|kl|.|Nej");
}

static void an_initial_keeps_its_period_before_a_capital(void)
{
    assert_tokens("A. Persson och K.G. Berg", "A.|Persson|och|K.G.|Berg");
}

static void numbers_keep_what_joins_them(void)
{
    assert_tokens("1896-1923, 25:e, 13.30, 1,5 och 1896–1923",
                  "1896-1923|,|25:e|,|13.30|,|1,5|och|1896–1923");
    assert_tokens("1980-talet, 50%, 24/7.", "1980-talet|,|50|%|,|24/7|.");
}

static void a_hyphen_inside_or_hanging_belongs_to_the_word(void)
{
    assert_tokens("ATP-avgift, vård- och omsorg", "ATP-avgift|,|vård-|och|omsorg");
    assert_tokens("ja - nej -- kanske", "ja|-|nej|--|kanske");
    assert_tokens("jag ville-- nej", "jag|ville|--|nej");
}

static void a_colon_inflects_but_does_not_join_sentences(void)
{
    assert_tokens("SKR:s, tv:n och EU:s", "SKR:s|,|tv:n|och|EU:s");
    assert_tokens("Hon sa:Nej", "Hon|sa|:|Nej");
}

static void dots_in_a_row_are_one_token(void)
{
    assert_tokens("alltså... jag… ja.", "alltså|...|jag|…|ja|.");
}

static void an_apostrophe_is_a_genitive_only_outside_quotes(void)
{
    assert_tokens("Marx' böcker", "Marx'|böcker");
    assert_tokens("sa 'hos oss' igen", "sa|'|hos|oss|'|igen");
}

static void addresses_are_one_token(void)
{
    assert_tokens("se https://www.ivo.se/klaga, eller 1177.se.",
                  "se|https://www.ivo.se/klaga|,|eller|1177.se|.");
    assert_tokens("skriv till a.b@kommun.se!", "skriv|till|a.b@kommun.se|!");
}

static void a_soft_hyphen_is_in_the_span_but_not_in_the_type(void)
{
    g_auto(words) found = words_of("hem\xC2\xADtjänst");
    g_assert_cmpuint(lyh_tokens_count(found.tokens), ==, 1);
    const lyh_token *token = lyh_tokens_all(found.tokens);
    g_assert_cmpuint(token->end, ==, strlen("hem\xC2\xADtjänst"));
    g_assert_cmpstr(lyh_vocabulary_spelling(found.vocabulary, token->type, NULL), ==,
                    "hemtjänst");
}

static void an_emoji_with_its_joiners_is_one_token(void)
{
    assert_tokens("bra 👩‍👧👍🏽!", "bra|👩‍👧|👍🏽|!");
    assert_tokens("🇸🇪🇳🇴", "🇸🇪|🇳🇴");
}

static void a_letter_keeps_all_its_combining_marks(void)
{
    GString *storm = g_string_new("a");
    for (int i = 0; i < 50000; i++)
        g_string_append(storm, "\xCC\x81");
    g_string_append(storm, " b");
    g_auto(words) found = words_of(storm->str);
    g_assert_cmpuint(lyh_tokens_count(found.tokens), ==, 2);
    g_assert_cmpuint(lyh_tokens_all(found.tokens)[0].end, ==, 100001);
    g_string_free(storm, TRUE);
}

static void fillers_are_words_of_their_own_kind(void)
{
    g_auto(words) found = words_of("eh jag öööh vet mm m");
    const lyh_token *all = lyh_tokens_all(found.tokens);
    static const bool fillers[] = { true, false, true, false, true, false };
    for (size_t i = 0; i < G_N_ELEMENTS(fillers); i++)
        g_assert_cmpint((all[i].flags & LYH_TOKEN_FILLER) != 0, ==, fillers[i]);
    g_assert_cmpuint(lyh_tokens_words_in_turn(found.tokens, 0), ==, 3);
}

static void marks_are_no_words(void)
{
    g_auto(words) found = words_of("Ja , 3 %");
    const lyh_token *all = lyh_tokens_all(found.tokens);
    static const bool is_word[] = { true, false, true, false };
    for (size_t i = 0; i < G_N_ELEMENTS(is_word); i++)
        g_assert_cmpint((all[i].flags & LYH_TOKEN_WORD) != 0, ==, is_word[i]);
}

static void a_token_knows_whether_space_stands_before_it(void)
{
    g_auto(words) found = words_of("ja, nej");
    const lyh_token *all = lyh_tokens_all(found.tokens);
    static const bool after_space[] = { true, false, true };
    for (size_t i = 0; i < G_N_ELEMENTS(after_space); i++)
        g_assert_cmpint((all[i].flags & LYH_TOKEN_AFTER_SPACE) != 0, ==, after_space[i]);
}

/* "I: Hur?\nB: Bra (skratt) tack" with two turns and one aside, as ingest would make it. */
static lyh_document *two_turns(const char *text)
{
    lyh_document *document = lyh_document_new("r1", "r1.txt", text, strlen(text));
    size_t asks = lyh_document_add_speaker(document, "I", LYH_ROLE_INTERVIEWER);
    size_t answers = lyh_document_add_speaker(document, "B", LYH_ROLE_RESPONDENT);
    lyh_document_add_turn(
        document,
        (lyh_turn){ .start = 3, .end = 7, .speaker = asks, .role = LYH_ROLE_INTERVIEWER });
    lyh_document_add_turn(document, (lyh_turn){ .start = 11,
                                                .end = strlen(text),
                                                .speaker = answers,
                                                .role = LYH_ROLE_RESPONDENT });
    lyh_document_add_aside(document, (lyh_aside){ 15, 23, LYH_ASIDE_STAGE });
    return document;
}

static void marks_of_speakers_are_no_tokens_and_asides_are_not_counted(void)
{
    const char *text = "I: Hur?\nB: Bra (skratt) tack";
    lyh_document *document = two_turns(text);
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    lyh_tokens *tokens = lyh_tokens_new();
    lyh_tokens_read(tokens, document, vocabulary);

    g_autofree char *joined = tokens_joined(text, tokens, 0, lyh_tokens_count(tokens));
    g_assert_cmpstr(joined, ==, "Hur|?|Bra|(|skratt|)|tack");
    g_assert_cmpuint(lyh_tokens_words_in_turn(tokens, 0), ==, 1);
    g_assert_cmpuint(lyh_tokens_words_in_turn(tokens, 1), ==, 2);
    for (size_t i = 0; i < 7; i++)
        g_assert_cmpint((lyh_tokens_all(tokens)[i].flags & LYH_TOKEN_ASIDE) != 0, ==,
                        i >= 3 && i <= 5);
    g_assert_cmpuint(lyh_tokens_sentence_count(tokens), ==, 2);

    lyh_tokens_free(tokens);
    lyh_vocabulary_free(vocabulary);
    lyh_document_free(document);
}

/*
 * Long runs of what the rules look ahead for. Nothing is timed; were any rule to look at the
 * rest of the text from every place, this test would take minutes.
 */
static void bad_input_is_read_in_one_pass(void)
{
    static const char *const pieces[] = { "a",
                                          "a.",
                                          "a-",
                                          "a@",
                                          "a b ",
                                          ". ",
                                          ".",
                                          "! ",
                                          "-",
                                          "'",
                                          "s' ",
                                          "t ex ",
                                          "http://",
                                          "www.a",
                                          "(",
                                          "\n",
                                          "1,",
                                          "\xE2\x80\x8B",
                                          "\xF0\x9F\x91\xA9\xE2\x80\x8D",
                                          "o s v. ",
                                          "\"",
                                          "å:",
                                          "1.",
                                          "_",
                                          "ÅÄ" };
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        GString *text = g_string_new(NULL);
        while (text->len < 1000000)
            g_string_append(text, pieces[i]);
        g_auto(words) found = words_of(text->str);
        const lyh_token *all = lyh_tokens_all(found.tokens);
        for (size_t j = 0; j < lyh_tokens_count(found.tokens); j++) {
            g_assert_cmpuint(all[j].start, <, all[j].end);
            g_assert_true(j == 0 || all[j - 1].end <= all[j].start);
            g_assert_cmpuint(all[j].end, <=, text->len);
        }
        g_string_free(text, TRUE);
    }
}

static void one_sentence_spelled_twice_is_the_same_types(void)
{
    g_auto(words) found = words_of("Hon lyssnar. HON LYSSNAR.");
    const lyh_token *all = lyh_tokens_all(found.tokens);
    for (size_t i = 0; i < 3; i++)
        g_assert_cmpuint(all[i].type, ==, all[i + 3].type);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/tokens/" #name, name)
    ADD(words_part_at_white_space_and_marks);
    ADD(a_text_without_words_has_no_tokens);
    ADD(an_abbreviation_is_one_token_however_it_is_written);
    ADD(an_abbreviation_is_not_found_inside_other_words);
    ADD(a_word_that_often_ends_a_sentence_leaves_the_period_alone);
    ADD(a_number_abbreviation_needs_its_number);
    ADD(an_initial_keeps_its_period_before_a_capital);
    ADD(numbers_keep_what_joins_them);
    ADD(a_hyphen_inside_or_hanging_belongs_to_the_word);
    ADD(a_colon_inflects_but_does_not_join_sentences);
    ADD(dots_in_a_row_are_one_token);
    ADD(an_apostrophe_is_a_genitive_only_outside_quotes);
    ADD(addresses_are_one_token);
    ADD(a_soft_hyphen_is_in_the_span_but_not_in_the_type);
    ADD(an_emoji_with_its_joiners_is_one_token);
    ADD(a_letter_keeps_all_its_combining_marks);
    ADD(fillers_are_words_of_their_own_kind);
    ADD(marks_are_no_words);
    ADD(a_token_knows_whether_space_stands_before_it);
    ADD(marks_of_speakers_are_no_tokens_and_asides_are_not_counted);
    ADD(bad_input_is_read_in_one_pass);
    ADD(one_sentence_spelled_twice_is_the_same_types);
    return g_test_run();
}
