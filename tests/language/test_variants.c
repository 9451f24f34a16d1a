#include <glib.h>
#include <string.h>

#include "../../src/language/autoptr.h"

#define DICTIONARY "/usr/share/hunspell/sv_SE"

typedef struct shelf {
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_lexicon *lexicon;
} shelf;

static shelf shelf_with(const char *path)
{
    shelf new = { lyh_vocabulary_new(), lyh_dictionary_new(path), NULL };
    new.lexicon = lyh_lexicon_new(new.vocabulary, new.dictionary);
    return new;
}

static void shelf_clear(shelf *it)
{
    lyh_lexicon_free(it->lexicon);
    lyh_dictionary_free(it->dictionary);
    lyh_vocabulary_free(it->vocabulary);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(shelf, shelf_clear)

static bool no_dictionary(void)
{
    if (g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS))
        return false;
    g_test_skip("the Swedish dictionary of hunspell is not installed");
    return true;
}

static uint32_t type_of(shelf *it, const char *word)
{
    return lyh_vocabulary_intern(it->vocabulary, word, strlen(word));
}

static bool same(shelf *it, const char *a, const char *b)
{
    return lyh_lexicon_same_word(it->lexicon, type_of(it, a), type_of(it, b));
}

static const char *lemma(shelf *it, const char *word)
{
    return lyh_lexicon_lemma(it->lexicon, type_of(it, word));
}

static void what_is_said_is_the_word_that_is_written(void)
{
    static const char *const paths[] = { DICTIONARY, NULL };
    static const char *const pairs[][2] = {
        { "dom", "de" },       { "dom", "dem" },     { "mej", "mig" },
        { "nån", "någon" },    { "nåt", "något" },   { "sån", "sådan" },
        { "sånt", "sådana" },  { "asså", "alltså" }, { "ba", "bara" },
        { "sen", "sedan" },    { "va", "vara" },     { "va", "vad" },
        { "e", "är" },         { "o", "och" },       { "int", "inte" },
        { "maila", "mejla" },  { "mail", "mejl" },   { "säjer", "sagt" },
        { "sa", "sade" },      { "la", "lägga" },    { "skall", "skulle" },
        { "mycke", "mycket" }, { "å", "och" },       { "inge", "inget" },
        { "DOM", "de" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_auto(shelf) it = shelf_with(paths[i]);
        for (size_t j = 0; j < G_N_ELEMENTS(pairs); j++)
            if (!same(&it, pairs[j][0], pairs[j][1]))
                g_error("%s is not %s", pairs[j][0], pairs[j][1]);
    }
}

static void synonyms_and_words_of_other_letters_stay_apart(void)
{
    g_auto(shelf) it = shelf_with(DICTIONARY);
    g_assert_false(same(&it, "soc", "socialtjänsten"));
    g_assert_false(same(&it, "fk", "försäkringskassan"));
    g_assert_false(same(&it, "ja", "jag"));
    g_assert_false(same(&it, "mor", "mer"));
    g_assert_false(same(&it, "har", "här"));
    g_assert_false(same(&it, "för", "far"));
    g_assert_false(same(&it, "lös", "los"));
}

static void a_misspelling_of_a_kind_is_mended(void)
{
    if (no_dictionary())
        return;
    static const char *const pairs[][2] = {
        { "rättsäker", "rättssäker" },
        { "rättsäkerheten", "rättssäkerhet" },
        { "arbetförmedlingen", "arbetsförmedling" },
        { "försäkringkassan", "försäkringskassa" },
        { "intresant", "intressant" },
        { "komunen", "kommun" },
        { "ansökkan", "ansökan" },
        { "handlägare", "handläggare" },
        { "tillgänlig", "tillgänglig" },
        { "otillgänligt", "otillgänglig" },
        { "tyker", "tycka" },
        { "mykket", "mycket" },
        { "rolit", "rolig" },
        { "viktit", "viktig" },
        { "tråki", "tråkig" },
        { "jälpte", "hjälpa" },
        { "straks", "strax" },
    };
    g_auto(shelf) it = shelf_with(DICTIONARY);
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        g_assert_cmpstr(lemma(&it, pairs[i][0]), ==, pairs[i][1]);
}

/* Known words, names, words that may be two, and vowels are left as they are. */
static void what_is_no_such_misspelling_is_left_alone(void)
{
    if (no_dictionary())
        return;
    static const char *const words[] = {
        "skoglund",  "fatima", "hasan",  "boendestöd", "vårdplats", "tågresa",
        "hemtjanst", "forsok", "qwerty", "sosial",     "kura",
    };
    g_auto(shelf) it = shelf_with(DICTIONARY);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_cmpstr(lemma(&it, words[i]), ==, words[i]);
}

static void add(shelf *it, const char *written, const char *meaning)
{
    lyh_lexicon_add_variant(it->lexicon, type_of(it, written), type_of(it, meaning));
}

static void a_study_adds_variants_of_its_own(void)
{
    if (no_dictionary())
        return;
    g_auto(shelf) it = shelf_with(DICTIONARY);
    add(&it, "SoL-aren", "socialsekreterare");
    add(&it, "ja", "ja");
    add(&it, "ja", "jag");
    add(&it, "mor", "mer");
    g_assert_true(same(&it, "sol-aren", "socialsekreterarna"));
    g_assert_true(same(&it, "ja", "jag"));
    g_assert_cmpstr(lemma(&it, "ja"), ==, "ja");
    g_assert_true(same(&it, "mor", "mycket"));
    g_assert_false(same(&it, "mor", "mödrar"));
}

static void a_variant_of_a_variant_is_what_that_means(void)
{
    g_auto(shelf) it = shelf_with(NULL);
    add(&it, "mailis", "mailen");
    add(&it, "mejlis", "mailis");
    g_assert_true(same(&it, "mejlis", "mejlen"));
}

static void the_forms_of_a_word_that_is_only_the_studys_follow_it(void)
{
    if (no_dictionary())
        return;
    g_auto(shelf) it = shelf_with(DICTIONARY);
    add(&it, "socsekreterare", "socialsekreterare");
    add(&it, "dom", "de");
    g_assert_true(same(&it, "socsekreterarna", "socialsekreteraren"));
    g_assert_false(same(&it, "domen", "de"));
}

static void a_ring_of_variants_ends(void)
{
    g_auto(shelf) it = shelf_with(NULL);
    add(&it, "aaa", "bbb");
    add(&it, "bbb", "ccc");
    add(&it, "ccc", "aaa");
    g_assert_nonnull(lemma(&it, "aaa"));
    g_assert_nonnull(lemma(&it, "bbb"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/variants/" #name, name)
    ADD(what_is_said_is_the_word_that_is_written);
    ADD(synonyms_and_words_of_other_letters_stay_apart);
    ADD(a_misspelling_of_a_kind_is_mended);
    ADD(what_is_no_such_misspelling_is_left_alone);
    ADD(a_study_adds_variants_of_its_own);
    ADD(a_variant_of_a_variant_is_what_that_means);
    ADD(the_forms_of_a_word_that_is_only_the_studys_follow_it);
    ADD(a_ring_of_variants_ends);
    return g_test_run();
}
