/* The oracle is the definition, tried in full: a pattern matches by any way of giving its stars words. */
#include <glib.h>
#include <string.h>

#include "../../src/coding/matching/glob.h"

static bool matches(const char *pattern, const char *word)
{
    return lyh_glob_matches(pattern, strlen(pattern), word, strlen(word));
}

/** The definition, over letters of one byte; slow. */
static bool by_definition(const char *pattern, const char *word)
{
    if (*pattern == '\0')
        return *word == '\0';
    if (*pattern == '*')
        return by_definition(pattern + 1, word) ||
               (*word && by_definition(pattern, word + 1));
    return *word && (*pattern == '?' || *pattern == *word) &&
           by_definition(pattern + 1, word + 1);
}

/** The @number-th text over @letters, shortest first. */
static void text_number(size_t number, const char *letters, char text[8])
{
    size_t base = strlen(letters), at = 0;
    for (; number > 0 && at < 7; number = (number - 1) / base)
        text[at++] = letters[(number - 1) % base];
    text[at] = '\0';
}

static void every_short_pattern_means_what_it_is_defined_to(void)
{
    char pattern[8], word[8];
    for (size_t p = 0; p < 1365; p++) {
        text_number(p, "ab*?", pattern);
        for (size_t w = 0; w < 127; w++) {
            text_number(w, "ab", word);
            g_assert_true(matches(pattern, word) == by_definition(pattern, word));
        }
    }
}

static void a_question_mark_is_one_character_however_many_bytes(void)
{
    g_assert_true(matches("f?r", "för"));
    g_assert_true(matches("?", "€"));
    g_assert_true(matches("*?", "aå"));
    g_assert_true(matches("*??", "åö"));
    g_assert_false(matches("f??r", "för"));
    g_assert_false(matches("*??", "å"));
}

static void many_stars_on_a_long_word_end(void)
{
    g_autofree char *word = g_strnfill(100000, 'a');
    g_assert_false(matches("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", word));
}

static void a_prefix_ends_at_the_first_open_sign(void)
{
    g_assert_cmpuint(lyh_glob_prefix("lukt*", 5), ==, 4);
    g_assert_cmpuint(lyh_glob_prefix("?lukt", 5), ==, 0);
    g_assert_cmpuint(lyh_glob_prefix("lukt", 4), ==, 4);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/glob/" #name, name)
    ADD(every_short_pattern_means_what_it_is_defined_to);
    ADD(a_question_mark_is_one_character_however_many_bytes);
    ADD(many_stars_on_a_long_word_end);
    ADD(a_prefix_ends_at_the_first_open_sign);
#undef ADD
    return g_test_run();
}
