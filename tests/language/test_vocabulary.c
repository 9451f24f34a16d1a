#include <glib.h>
#include <string.h>

#include <lyhord/base/blocks.h>
#include <lyhord/language/tokens.h>
#include <lyhord/language/vocabulary.h>

#include "../../src/language/autoptr.h"

static uint32_t intern(lyh_vocabulary *vocabulary, const char *word)
{
    return lyh_vocabulary_intern(vocabulary, word, strlen(word));
}

static void ids_are_dense_in_the_order_of_first_meeting(void)
{
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    g_assert_cmpuint(lyh_vocabulary_count(vocabulary), ==, 0);
    g_assert_cmpuint(intern(vocabulary, "hjälp"), ==, 0);
    g_assert_cmpuint(intern(vocabulary, "stöd"), ==, 1);
    g_assert_cmpuint(intern(vocabulary, "hjälp"), ==, 0);
    g_assert_cmpuint(lyh_vocabulary_count(vocabulary), ==, 2);
    lyh_vocabulary_free(vocabulary);
}

static void case_makes_no_new_type_but_rings_and_dots_do(void)
{
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    uint32_t type = intern(vocabulary, "ÅKA");
    g_assert_cmpstr(lyh_vocabulary_spelling(vocabulary, type, NULL), ==, "åka");
    g_assert_cmpuint(intern(vocabulary, "åka"), ==, type);
    g_assert_cmpuint(intern(vocabulary, "Åka"), ==, type);
    uint32_t long_one = intern(vocabulary, "ÖVERFÖRMYNDARNÄMNDENS"); /* 24 bytes */
    g_assert_cmpuint(intern(vocabulary, "Överförmyndarnämndens"), ==, long_one);
    uint32_t other =
        intern(vocabulary, "STRAẞE"); /* small letters of Latin-1 do not tell */
    g_assert_cmpuint(intern(vocabulary, "straße"), ==, other);
    g_assert_cmpuint(intern(vocabulary, "Strasse"), ==, other);
    g_assert_cmpuint(intern(vocabulary, "aka"), !=, type);
    g_assert_cmpuint(intern(vocabulary, "äka"), !=, type);
    lyh_vocabulary_free(vocabulary);
}

/* Every length around the 23 bytes that stand in a slot, and words that differ in one byte only. */
static void words_of_every_length_are_kept_apart(void)
{
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (size_t size = 1; size <= 40; size++)
        for (size_t at = 0; at < size; at++) {
            char *word = g_strnfill(size, 'a');
            word[at] = 'b';
            g_ptr_array_add(words, word);
        }
    for (guint i = 0; i < words->len; i++)
        g_assert_cmpuint(intern(vocabulary, words->pdata[i]), ==, i);
    for (guint i = 0; i < words->len; i++) {
        size_t size;
        g_assert_cmpuint(intern(vocabulary, words->pdata[i]), ==, i);
        g_assert_cmpstr(lyh_vocabulary_spelling(vocabulary, i, &size), ==, words->pdata[i]);
        g_assert_cmpuint(size, ==, strlen(words->pdata[i]));
    }
    lyh_vocabulary_free(vocabulary);
}

static void two_hundred_thousand_words_are_found_again(void)
{
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    char word[32];
    for (guint i = 0; i < 200000; i++) {
        int size =
            g_snprintf(word, sizeof word, "%sord%u", i % 7 == 0 ? "förvaltnings" : "", i);
        g_assert_cmpuint(lyh_vocabulary_intern(vocabulary, word, (size_t)size), ==, i);
    }
    for (guint i = 0; i < 200000; i += 13) {
        int size =
            g_snprintf(word, sizeof word, "%sord%u", i % 7 == 0 ? "förvaltnings" : "", i);
        g_assert_cmpuint(lyh_vocabulary_intern(vocabulary, word, (size_t)size), ==, i);
    }
    lyh_vocabulary_free(vocabulary);
}

static void a_word_of_a_hundred_kilobytes_is_a_word(void)
{
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    g_autofree char *word = g_strnfill(100000, 'A');
    g_autofree char *lower = g_strnfill(100000, 'a');
    uint32_t type = intern(vocabulary, word);
    g_assert_cmpuint(intern(vocabulary, lower), ==, type);
    g_assert_cmpstr(lyh_vocabulary_spelling(vocabulary, type, NULL), ==, lower);
    lyh_vocabulary_free(vocabulary);
}

/* Words that differ in one byte, of every length around what a slot holds; then each once more. */
static GString *text_of_all_lengths(void)
{
    GString *text = g_string_new(NULL);
    for (int round = 0; round < 2; round++)
        for (size_t size = 1; size <= 40; size++)
            for (size_t at = 0; at < size; at++) {
                g_autofree char *word = g_strnfill(size, round == 0 ? 'a' : 'A');
                word[at] = 'b';
                g_string_append_printf(text, "%s ", word);
            }
    return text;
}

static void read_by(lyh_blocks path, const GString *text, lyh_tokens *tokens,
                    lyh_vocabulary *vocabulary)
{
    lyh_blocks before = lyh_blocks_path();
    g_assert_true(lyh_blocks_choose(path));
    lyh_tokens_read_text(tokens, text->str, text->len, vocabulary);
    g_assert_true(lyh_blocks_choose(before));
}

static void words_of_a_text_have_the_types_that_they_have_alone(void)
{
    g_autoptr(GString) text = text_of_all_lengths();
    for (int path = LYH_BLOCKS_PLAIN; path <= (int)lyh_blocks_path(); path++) {
        g_autoptr(lyh_vocabulary) together = lyh_vocabulary_new();
        g_autoptr(lyh_vocabulary) alone = lyh_vocabulary_new();
        g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
        read_by((lyh_blocks)path, text, tokens, together);
        g_assert_cmpuint(lyh_tokens_count(tokens), ==, 2 * 820);
        for (size_t i = 0; i < lyh_tokens_count(tokens); i++) {
            const lyh_token *token = &lyh_tokens_all(tokens)[i];
            g_assert_cmpuint(token->type, ==,
                             lyh_vocabulary_intern(alone, text->str + token->start,
                                                   token->end - token->start));
        }
        g_assert_cmpuint(lyh_vocabulary_count(together), ==, 820);
    }
}

/* Whichever path met a word first, the other finds it. */
static void a_vocabulary_serves_both_paths(void)
{
    g_autoptr(GString) text = text_of_all_lengths();
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_tokens) plain = lyh_tokens_new();
    g_autoptr(lyh_tokens) best = lyh_tokens_new();
    read_by(LYH_BLOCKS_PLAIN, text, plain, vocabulary);
    read_by(lyh_blocks_path(), text, best, vocabulary);
    for (size_t i = 0; i < lyh_tokens_count(plain); i++)
        g_assert_cmpuint(lyh_tokens_all(plain)[i].type, ==, lyh_tokens_all(best)[i].type);
}

/* As many words as fill the table several times, so that many stand outside of their lines. */
static void words_kept_out_of_their_lines_are_found_among_others(void)
{
    enum { MANY = 30000 };
    g_autoptr(GString) text = g_string_new(NULL);
    for (int round = 0; round < 3; round++)
        for (unsigned i = 0; i < MANY; i++)
            g_string_append_printf(text, "%sord%u ", i % 7 == 0 ? "förvaltnings" : "", i);
    for (int path = LYH_BLOCKS_PLAIN; path <= (int)lyh_blocks_path(); path++) {
        g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
        g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
        read_by((lyh_blocks)path, text, tokens, vocabulary);
        for (size_t i = 0; i < lyh_tokens_count(tokens); i++)
            g_assert_cmpuint(lyh_tokens_all(tokens)[i].type, ==, i % MANY);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/vocabulary/" #name, name)
    ADD(ids_are_dense_in_the_order_of_first_meeting);
    ADD(case_makes_no_new_type_but_rings_and_dots_do);
    ADD(words_of_every_length_are_kept_apart);
    ADD(two_hundred_thousand_words_are_found_again);
    ADD(a_word_of_a_hundred_kilobytes_is_a_word);
    ADD(words_of_a_text_have_the_types_that_they_have_alone);
    ADD(a_vocabulary_serves_both_paths);
    ADD(words_kept_out_of_their_lines_are_found_among_others);
    return g_test_run();
}
