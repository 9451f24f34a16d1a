#include <glib.h>
#include <string.h>

#include "../../src/language/autoptr.h"
#include "../../src/language/lemmas/dictionary_private.h"

#define DICTIONARY "/usr/share/hunspell/sv_SE"

enum { THREADS = 4, ROUNDS = 3 };

/* Of every kind: listed, regular, compound, name, acronym, hyphen, colon, junk, none of ours. */
static const char *const words[] = {
    "handläggarens", "lyssnade", "säger",       "dom",          "bemötandekulturen",
    "uppsalas",      "skr:s",    "moshavbarn",  "färdtjänsten", "lss-handläggarens",
    "xyzzyq",        "24/7",     "respektlöst", "boendestöd",   "hemtjänstens",
    "utgörs",        "låg",      "större",      "mådde",        "samordningsförbundets",
};

static bool no_dictionary(void)
{
    if (g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS))
        return false;
    g_test_skip("the Swedish dictionary of hunspell is not installed");
    return true;
}

/* Everything a lexicon says of the words, met from word @from on, round and round. */
static GPtrArray *told(lyh_dictionary *dictionary, size_t from)
{
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_lexicon) lexicon = lyh_lexicon_new(vocabulary, dictionary);
    GPtrArray *answers = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_set_size(answers, G_N_ELEMENTS(words));
    for (size_t i = 0; i < ROUNDS * G_N_ELEMENTS(words); i++) {
        size_t at = (from + i) % G_N_ELEMENTS(words);
        const char *word = words[at];
        uint32_t type = lyh_vocabulary_intern(vocabulary, word, strlen(word));
        size_t count;
        lyh_lexicon_lemmas(lexicon, type, &count);
        g_autoptr(GString) answer = g_string_new(lyh_lexicon_lemma(lexicon, type));
        g_string_append_printf(answer, " %zu %d %zu %zu", count,
                               lyh_lexicon_accepts(lexicon, word, strlen(word)),
                               lyh_dictionary_own(dictionary, word).count,
                               lyh_dictionary_analysis(dictionary, word).count);
        g_free(answers->pdata[at]);
        answers->pdata[at] = g_strdup(answer->str);
    }
    return answers;
}

typedef struct asker {
    lyh_dictionary *dictionary;
    size_t from;
} asker;

static gpointer ask(gpointer data)
{
    const asker *asking = data;
    return told(asking->dictionary, asking->from);
}

static void assert_all_say(const char *path)
{
    g_autoptr(lyh_dictionary) alone = lyh_dictionary_new(path);
    g_autoptr(GPtrArray) expected = told(alone, 0);

    g_autoptr(lyh_dictionary) shared = lyh_dictionary_new(path);
    asker askers[THREADS];
    GThread *threads[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        askers[i] = (asker){ shared, i * 5 };
        threads[i] = g_thread_new("asker", ask, &askers[i]);
    }
    for (size_t i = 0; i < THREADS; i++) {
        g_autoptr(GPtrArray) answers = g_thread_join(threads[i]);
        for (guint j = 0; j < answers->len; j++)
            g_assert_cmpstr(answers->pdata[j], ==, expected->pdata[j]);
    }
}

static void threads_that_share_a_dictionary_are_told_what_one_is(void)
{
    assert_all_say(DICTIONARY);
}

static void threads_that_share_no_dictionary_are_told_what_one_is(void)
{
    assert_all_say(NULL);
    assert_all_say("/nonexistent/sv_SE");
}

static void an_answer_is_kept_and_lent(void)
{
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new(DICTIONARY);
    lyh_word_list first = lyh_dictionary_lemmas(dictionary, "handläggarens");
    lyh_dictionary_lemmas(dictionary, "lyssnade");
    lyh_word_list again = lyh_dictionary_lemmas(dictionary, "handläggarens");
    g_assert_true(first.words == again.words);
    g_assert_cmpuint(first.count, ==, again.count);
}

static void a_word_of_its_own_is_told_from_a_compound(void)
{
    if (no_dictionary())
        return;
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new(DICTIONARY);
    static const struct {
        const char *word, *lemma; /* NULL: no word of its own */
    } cases[] = {
        { "handläggarens", "handläggare" }, { "säger", "säga" }, { "tillgång", "tillgång" },
        { "färdtjänstresorna", NULL },      { "xyzzyq", NULL },  { "", NULL },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        lyh_word_list own = lyh_dictionary_own(dictionary, cases[i].word);
        g_assert_cmpstr(own.count ? own.words[0] : NULL, ==, cases[i].lemma);
    }
}

static void the_parts_of_a_compound_stand_in_its_analysis(void)
{
    if (no_dictionary())
        return;
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new(DICTIONARY);
    lyh_word_list lines = lyh_dictionary_analysis(dictionary, "bemötandekulturen");
    g_assert_cmpuint(lines.count, >, 0);
    g_assert_nonnull(strstr(lines.words[0], "pa:bemötande"));
    g_assert_nonnull(strstr(lines.words[0], "st:kultur"));

    g_autofree char *junk = g_strnfill(61, 'a');
    g_assert_cmpuint(lyh_dictionary_analysis(dictionary, junk).count, ==, 0);
    g_assert_cmpuint(lyh_dictionary_own(dictionary, junk).count, ==, 0);
}

static void without_hunspell_the_closed_list_still_knows_its_own(void)
{
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new(NULL);
    g_assert_cmpstr(lyh_dictionary_own(dictionary, "säger").words[0], ==, "säga");
    g_assert_cmpuint(lyh_dictionary_own(dictionary, "handläggarens").count, ==, 0);
    g_assert_cmpuint(lyh_dictionary_analysis(dictionary, "boendestöd").count, ==, 0);
    g_assert_cmpstr(lyh_dictionary_source(dictionary), ==, "snowball");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/dictionary/" #name, name)
    ADD(threads_that_share_a_dictionary_are_told_what_one_is);
    ADD(threads_that_share_no_dictionary_are_told_what_one_is);
    ADD(an_answer_is_kept_and_lent);
    ADD(a_word_of_its_own_is_told_from_a_compound);
    ADD(the_parts_of_a_compound_stand_in_its_analysis);
    ADD(without_hunspell_the_closed_list_still_knows_its_own);
    return g_test_run();
}
