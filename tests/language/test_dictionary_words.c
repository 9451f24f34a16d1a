/* What the table of the dictionary's own words is sure of, hunspell says too: of every entry, with and without endings. */
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>
#include <hunspell/hunspell.h>

#include "../../src/language/lemmas/dictionary_words.h"

#define DICTIONARY "/usr/share/hunspell/sv_SE"

typedef struct answers {
    Hunhandle *hunspell;
    lyh_dictionary_words *words;
    size_t asked, taken;
} answers;

static void compare(answers *all, const char *word)
{
    all->asked++;
    if (!lyh_dictionary_words_take(all->words, word))
        return;
    all->taken++;
    if (!Hunspell_spell(all->hunspell, word))
        g_error("hunspell refuses %s", word);
}

/* As it is spelled and in small letters, since types are; with what may be an ending of another word. */
static void compare_forms(answers *all, const char *entry)
{
    static const char *const endings[] = {
        "",   "s", "n",  "en", "et",   "r",  "ar",  "er",
        "or", "a", "de", "t",  "erna", "ns", "ade", "at"
    };
    g_autofree char *small = g_utf8_strdown(entry, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *form = g_strconcat(entry, endings[i], NULL);
        g_autofree char *small_form = g_strconcat(small, endings[i], NULL);
        compare(all, form);
        if (strcmp(form, small_form) != 0)
            compare(all, small_form);
    }
}

static void what_the_table_is_sure_of_hunspell_takes(void)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(DICTIONARY ".dic", &text, NULL, NULL)) {
        g_test_skip("the Swedish dictionary of hunspell is not installed");
        return;
    }
    answers all = { Hunspell_create(DICTIONARY ".aff", DICTIONARY ".dic"),
                    lyh_dictionary_words_new(DICTIONARY), 0, 0 };
    g_auto(GStrv) lines = g_strsplit_set(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        (*line)[strcspn(*line, "/\t")] = '\0';
        if (**line && g_utf8_validate(*line, -1, NULL))
            compare_forms(&all, *line);
    }
    g_test_message("%zu of %zu", all.taken, all.asked);
    g_assert_cmpuint(all.taken, >, 100000);
    Hunspell_destroy(all.hunspell);
    lyh_dictionary_words_free(all.words);
}

/* förens would be a form of fören, massvisa one of massvis: entries of their own forbid them. */
static void what_an_entry_forbids_is_not_sure(void)
{
    lyh_dictionary_words *words = lyh_dictionary_words_new(DICTIONARY);
    if (!words) {
        g_test_skip("the Swedish dictionary of hunspell is not installed");
        return;
    }
    g_assert_false(lyh_dictionary_words_take(words, "förens"));
    g_assert_false(lyh_dictionary_words_take(words, "massvisa"));
    g_assert_true(lyh_dictionary_words_take(words, "massvis"));
    lyh_dictionary_words_free(words);
}

static lyh_dictionary_words *words_of(const char *rules, const char *list)
{
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "small", NULL);
    g_autofree char *rules_file = g_strconcat(path, ".aff", NULL);
    g_autofree char *list_file = g_strconcat(path, ".dic", NULL);
    g_assert_true(g_file_set_contents(rules_file, rules, -1, NULL));
    g_assert_true(g_file_set_contents(list_file, list, -1, NULL));
    lyh_dictionary_words *words = lyh_dictionary_words_new(path);
    g_assert_cmpint(g_remove(rules_file) + g_remove(list_file) + g_rmdir(folder), ==, 0);
    return words;
}

#define RULES                                                                              \
    "SET UTF-8\nFORBIDDENWORD !\nSFX A Y 1\nSFX A a or a\nSFX B Y 1\nSFX B 0 n .\n"

/* Homographs have each other's endings, lines end as any program ends them, morphology stands behind a tab. */
static void an_entry_is_its_line_however_that_ends(void)
{
    lyh_dictionary_words *words =
        words_of(RULES, "6\nkrona/A\nkrona/B\nhus\tpo:noun\r\nlampa/A\r\n\nå/!\nbi");
    static const char *const there[] = { "krona", "kronor", "kronan", "hus",
                                         "lampa", "lampor", "bi" };
    static const char *const missing[] = { "lampan",  "6",       "bin", "kron",
                                           "krona/A", "lampa/A", "",    "å" };
    for (size_t i = 0; i < G_N_ELEMENTS(there); i++)
        g_assert_true(lyh_dictionary_words_have(words, there[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(missing); i++)
        g_assert_false(lyh_dictionary_words_have(words, missing[i]));
    lyh_dictionary_words_free(words);
}

static void a_list_of_nothing_has_no_words(void)
{
    static const char *const lists[] = { "", "0", "0\n", "\n\n" };
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        lyh_dictionary_words *words = words_of(RULES, lists[i]);
        g_assert_false(lyh_dictionary_words_have(words, "krona"));
        g_assert_false(lyh_dictionary_words_enter(words, ""));
        lyh_dictionary_words_free(words);
    }
}

/* What the first line says is the count, and it may be wrong. */
static void a_list_may_be_longer_than_it_says(void)
{
    enum { WORDS = 5000 };
    static const char *const counts[] = { "1", "", "x", "99999999999999999999", "5000" };
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
        g_autoptr(GString) list = g_string_new(counts[i]);
        for (int k = 0; k < WORDS; k++)
            g_string_append_printf(list, "\nord-%d-%.*s/B", k, k % 20,
                                   "abcdefghijklmnopqrst");
        lyh_dictionary_words *words = words_of(RULES, list->str);
        for (int k = 0; k < WORDS; k++) {
            g_autofree char *word =
                g_strdup_printf("ord-%d-%.*sn", k, k % 20, "abcdefghijklmnopqrst");
            g_assert_true(lyh_dictionary_words_have(words, word));
        }
        g_assert_false(lyh_dictionary_words_have(words, "ord-5000-"));
        lyh_dictionary_words_free(words);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/language/dictionary-words/what-the-table-is-sure-of-hunspell-takes",
                    what_the_table_is_sure_of_hunspell_takes);
    g_test_add_func("/language/dictionary-words/what-an-entry-forbids-is-not-sure",
                    what_an_entry_forbids_is_not_sure);
    g_test_add_func("/language/dictionary-words/an-entry-is-its-line-however-that-ends",
                    an_entry_is_its_line_however_that_ends);
    g_test_add_func("/language/dictionary-words/a-list-of-nothing-has-no-words",
                    a_list_of_nothing_has_no_words);
    g_test_add_func("/language/dictionary-words/a-list-may-be-longer-than-it-says",
                    a_list_may_be_longer_than_it_says);
    return g_test_run();
}
