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
    assert_tokens("bil. 2 och v. 12, men ny bil. Ja", "bil.|2|och|v.|12|,|men|ny|bil|.|Ja");
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

static const char *spelling_of(const words *found, size_t token)
{
    return lyh_vocabulary_spelling(found->vocabulary,
                                   lyh_tokens_all(found->tokens)[token].type, NULL);
}

static void what_nobody_sees_is_in_no_type(void)
{
    /* zero-width space, joiner and non-joiner, word joiner, byte order mark, marks of direction */
    static const char *const invisible[] = { "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
                                             "\xE2\x81\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8E",
                                             "\xE2\x80\x8F", "\xE2\x80\xAE", "\xC2\xAD" };
    for (size_t i = 0; i < G_N_ELEMENTS(invisible); i++) {
        const char *sign = invisible[i];
        g_autofree char *text =
            g_strconcat("hem", sign, "tjänst ", sign, "och", sign, NULL);
        g_auto(words) found = words_of(text);
        g_assert_cmpuint(lyh_tokens_count(found.tokens), ==, 2);
        g_assert_cmpstr(spelling_of(&found, 0), ==, "hemtjänst");
        g_assert_cmpstr(spelling_of(&found, 1), ==, "och");
        g_assert_cmpuint(lyh_tokens_all(found.tokens)[0].end, ==,
                         strlen("hemtjänst") + strlen(sign));
        g_assert_cmpuint(lyh_tokens_all(found.tokens)[1].end, ==, strlen(text));
    }
}

static void a_capital_behind_an_invisible_sign_is_one(void)
{
    g_auto(words) found = words_of("Ja. \xE2\x80\x8EHon kom. \xE2\x80\x8FKom");
    g_assert_cmpuint(lyh_tokens_sentence_count(found.tokens), ==, 3);
}

static void composed_and_decomposed_letters_are_one_type(void)
{
    g_auto(words) found = words_of("FÖRSTÅR fo\xCC\x88rsta\xCC\x8Ar fo\xCC\x88rstår");
    const lyh_token *all = lyh_tokens_all(found.tokens);
    g_assert_cmpuint(lyh_tokens_count(found.tokens), ==, 3);
    g_assert_cmpuint(all[0].type, ==, all[1].type);
    g_assert_cmpuint(all[1].type, ==, all[2].type);
    g_assert_cmpuint(all[1].end - all[1].start, ==, strlen("förstår") + 2);
}

static void letters_that_only_look_alike_are_other_words(void)
{
    g_auto(words) found = words_of("stöd \xD1\x95töd");
    g_assert_cmpuint(lyh_tokens_count(found.tokens), ==, 2);
    g_assert_cmpuint(lyh_tokens_all(found.tokens)[0].type, !=,
                     lyh_tokens_all(found.tokens)[1].type);
}

static void other_scripts_have_words(void)
{
    assert_tokens("привет, мир! مرحبا שלום", "привет|,|мир|!|مرحبا|שלום");
    assert_tokens("你好。ελλάδα", "你好|。|ελλάδα");
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

/* Every byte that is not white space is in just one token, and every token in one sentence. */
static void assert_covers(const words *found)
{
    const lyh_token *all = lyh_tokens_all(found->tokens);
    const lyh_sentence *sentences = lyh_tokens_sentences(found->tokens);
    size_t at = 0, token = 0;
    for (size_t i = 0; i < lyh_tokens_count(found->tokens); i++) {
        for (; at < all[i].start; at++)
            g_assert_nonnull(memchr(" \n", found->text[at], 2));
        g_assert_cmpuint(all[i].end, >, all[i].start);
        g_assert_true(
            g_utf8_validate(found->text + all[i].start, all[i].end - all[i].start, NULL));
        at = all[i].end;
    }
    g_assert_cmpuint(at, <=, strlen(found->text));
    for (size_t i = 0; i < lyh_tokens_sentence_count(found->tokens); i++) {
        g_assert_cmpuint(sentences[i].first, ==, token);
        token = sentences[i].end;
    }
    g_assert_cmpuint(token, ==, lyh_tokens_count(found->tokens));
}

static void assert_reads(const char *piece, size_t size)
{
    g_autoptr(GString) text = g_string_sized_new(size + 64);
    while (text->len < size)
        g_string_append(text, piece);
    g_auto(words) found = words_of(text->str);
    assert_covers(&found);
}

/*
 * Long runs of what the rules look ahead for. Nothing is timed; were any rule to look at the
 * rest of the text from every place, this test would take minutes.
 */
static void bad_input_is_read_in_one_pass(void)
{
    static const char *const pieces[] = {
        "a", "a.", "a-", "a@", "a b ", ". ", ".", "! ", "-", "'", "s' ", "t ex ", "http://",
        "www.a", "(", "\n", "1,", "o s v. ", "\"", "å:", "1.", "_", "ÅÄ",
        /* stops, colons and questions, each with the next to look at */
        "a. b. c. ", "ja: De e", ":", ": ", "sa x: Ja ", "a? ", "a? b c d ", ".7 ",
        ". 7 7. ", "!\n", "? - ", ".\" ", "(a.) ", "- a\n",
        /* zero-width space, soft hyphen, a joined emoji, a flag, marks of direction */
        "\xE2\x80\x8B", "a\xC2\xAD", "\xF0\x9F\x91\xA9\xE2\x80\x8D", "\xF0\x9F\x87\xB8",
        "\xE2\x80\xAEord\xE2\x80\xAC ", "\xE2\x80\x8F", "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD",
        /* marks that hang on a letter, alone and out of order */
        "\xCC\x81", "a\xCC\x81", "\xCC\x81\xCC\xA3", "e\xCD\xA2",
        /* look-alikes and other scripts */
        "hj\xD1\x98lp ", "\xD0\xB0", "مرحبا ", "你好", "สวัสดี", "한\xE1\x84\x92\xE1\x85\xA1"
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++)
        assert_reads(pieces[i], 1000000);
}

static void words_of_a_hundred_kilobytes_are_read_in_one_pass(void)
{
    g_autofree char *plain = g_strnfill(100000, 'a');
    g_autofree char *capital = g_strnfill(100000, 'A');
    g_autoptr(GString) storm = g_string_new("o");
    while (storm->len < 20000)
        g_string_append(storm, "\xCC\x81\xCC\xA3");
    g_autofree char *piece = g_strconcat(plain, " ", capital, ". ", storm->str, "r ", NULL);
    assert_reads(piece, 4000000);
    g_auto(words) found = words_of(piece);
    g_assert_cmpuint(lyh_tokens_count(found.tokens), ==, 4);
    g_assert_cmpuint(lyh_tokens_all(found.tokens)[0].type, ==,
                     lyh_tokens_all(found.tokens)[1].type);
}

/* More tokens than are interned at one time, with hidden signs among them or not. */
static void a_type_does_not_depend_on_what_stands_around_it(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 200; i++)
        g_string_append_printf(text, "ord%d%s ja ", i, i == 150 ? "\xC2\xAD" : "");
    g_auto(words) found = words_of(text->str);
    g_assert_cmpuint(lyh_tokens_count(found.tokens), ==, 400);
    g_assert_cmpuint(lyh_vocabulary_count(found.vocabulary), ==, 201);
    for (size_t i = 0; i < 200; i++) {
        g_autofree char *expected = g_strdup_printf("ord%zu", i);
        g_assert_cmpstr(spelling_of(&found, 2 * i), ==, expected);
        g_assert_cmpstr(spelling_of(&found, 2 * i + 1), ==, "ja");
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
    ADD(what_nobody_sees_is_in_no_type);
    ADD(a_capital_behind_an_invisible_sign_is_one);
    ADD(composed_and_decomposed_letters_are_one_type);
    ADD(letters_that_only_look_alike_are_other_words);
    ADD(other_scripts_have_words);
    ADD(an_emoji_with_its_joiners_is_one_token);
    ADD(a_letter_keeps_all_its_combining_marks);
    ADD(fillers_are_words_of_their_own_kind);
    ADD(marks_are_no_words);
    ADD(a_token_knows_whether_space_stands_before_it);
    ADD(marks_of_speakers_are_no_tokens_and_asides_are_not_counted);
    ADD(bad_input_is_read_in_one_pass);
    ADD(words_of_a_hundred_kilobytes_are_read_in_one_pass);
    ADD(a_type_does_not_depend_on_what_stands_around_it);
    ADD(one_sentence_spelled_twice_is_the_same_types);
    return g_test_run();
}
