#include <glib.h>
#include <string.h>

#include <lyhord/language/vocabulary.h>

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

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/vocabulary/" #name, name)
    ADD(ids_are_dense_in_the_order_of_first_meeting);
    ADD(case_makes_no_new_type_but_rings_and_dots_do);
    ADD(words_of_every_length_are_kept_apart);
    ADD(two_hundred_thousand_words_are_found_again);
    ADD(a_word_of_a_hundred_kilobytes_is_a_word);
    return g_test_run();
}
