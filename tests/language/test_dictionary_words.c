/* What the table of the dictionary's own words is sure of, hunspell says too: of every entry, with and without endings. */
#include <string.h>

#include <glib.h>
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

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/language/dictionary-words/what-the-table-is-sure-of-hunspell-takes",
                    what_the_table_is_sure_of_hunspell_takes);
    g_test_add_func("/language/dictionary-words/what-an-entry-forbids-is-not-sure",
                    what_an_entry_forbids_is_not_sure);
    return g_test_run();
}
