/*
 * What the scan of a study finds does not depend on when it asks the transcripts: compared are a scan that no transcript has
 * told anything, one that all have, and one that asks when it thinks it must.
 */
#include <stdlib.h>
#include <string.h>

#include <lyhord/study/scan.h>

#include "../../src/study/autoptr.h"
#include "../../src/study/told.h"
#include "studies.h"

#define DICTIONARY "/usr/share/hunspell/sv_SE"

enum { TRANSCRIPTS = 8, TURNS = 30, TEXTS = 6000 };

/* Names, words, and what may stand where names do. */
static const char *const said[] = {
    "Nasjmija",
    "Nasjmija,",
    "Nasjmijas",
    "nasjmija",
    "Åzzmi",
    "Öqå",
    "Anna-Zzarka",
    "Zzarka's",
    "Zzarka:s",
    "Qvurt/Zimbo",
    "Qvurt",
    "QVURT",
    "Brovikt2",
    "Brovikt_x",
    "Dmitrij",
    "Dmi\xcc\x81trij",
    "Mötet",
    "Hon",
    "Arbetsplats,",
    "det",
    "kom",
    "med",
    "heter",
    "och",
    "träffade",
    "sen",
    "Krovolla.",
    "Krovollabo",
    "lill-Zimbo",
    "ringde",
    "på",
    "till",
    "handläggaren",
    "Ab",
    "\xe2\x80\x9dVarpa\xe2\x80\x9d",
    "Ъеловек",
    "ﬁ",
    "Straßzenqua",
    "(Tromolja)",
    "Tromolja",
    "jag",
};

/* What no transcript says, and what begins like what one does. */
static const char *const unsaid[] = {
    "bemötande",   "Väntan", "nas",        "Zimb", "Krovoll",  "arbetsbelastning",
    "delaktighet", "anna",   "Mötesplats", "Qvur", "per_1000", "personalens",
    "mående",      "Hänsyn", "Lokaler",    "Dmit",
};

static char *talk(GRand *chance, int words, double share)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < words; i++)
        g_string_append_printf(
            text, "%s%s", i ? " " : "",
            g_rand_double(chance) < share
                ? said[g_rand_int_range(chance, 0, G_N_ELEMENTS(said))]
                : unsaid[g_rand_int_range(chance, 0, G_N_ELEMENTS(unsaid))]);
    return g_string_free(text, FALSE);
}

static lyh_study *study_of(GRand *chance, const char *folder, lyh_diags *diags)
{
    for (int i = 0; i < TRANSCRIPTS; i++) {
        g_autoptr(GString) text = g_string_new("I: Hur var det?\n");
        for (int turn = 0; turn < TURNS; turn++) {
            g_autofree char *words = talk(chance, 12, 1);
            g_string_append_printf(text, "R: Då var %s.\n", words);
        }
        g_autofree char *name = g_strdup_printf("transcripts/R%d.txt", i + 1);
        studies_put(folder, name, text->str);
    }
    studies_put(folder, "respondents.csv", "id\nR1\nR2\nR3\nR4\nR5\nR6\nR7\nR8\n");
    const lyh_study_options options = { .folder = folder, .dictionary = DICTIONARY };
    lyh_error error = { 0 };
    lyh_study *study = lyh_study_open(&options, diags, &error);
    g_assert_nonnull(study);
    return study;
}

/* A label as a table has it: words as they are said, in other letters, or a piece of one. */
static char *label(GRand *chance)
{
    g_autofree char *text = talk(chance, g_rand_int_range(chance, 1, 5), 0.4);
    int way = g_rand_int_range(chance, 0, 5);
    if (way == 0)
        return g_utf8_strdown(text, -1);
    if (way == 1)
        return g_utf8_strup(text, -1);
    if (way == 2)
        return g_strconcat(text, "s", NULL);
    if (way == 3)
        return g_utf8_substring(text, 0, g_utf8_strlen(text, -1) / 2);
    return g_steal_pointer(&text);
}

static void find_alike(const lyh_study_scan *one, const lyh_study_scan *other,
                       const char *text)
{
    size_t count, others;
    g_autofree lyh_finding *a = lyh_study_scan_find(one, text, strlen(text), &count);
    g_autofree lyh_finding *b = lyh_study_scan_find(other, text, strlen(text), &others);
    g_assert_cmpuint(count, ==, others);
    for (size_t i = 0; i < count; i++) {
        g_assert_cmpuint(a[i].start, ==, b[i].start);
        g_assert_cmpuint(a[i].end, ==, b[i].end);
        g_assert_cmpint(a[i].kind, ==, b[i].kind);
        g_assert_cmpint(a[i].confidence, ==, b[i].confidence);
        g_assert_cmpstr(a[i].why, ==, b[i].why);
    }
}

typedef struct fixture {
    GRand *chance;
    char *folder;
    lyh_diags *diags;
    lyh_study *study;
    lyh_study_scan *untold, *told;
    told_words *words;
} fixture;

static void read_documents(fixture *test)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    lyh_error error = { 0 };
    for (size_t i = 0; i < TRANSCRIPTS; i++) {
        lyh_document *document = lyh_study_document(test->study, i, test->diags, &error);
        g_assert_nonnull(document);
        char **told = lyh_study_scan_told(test->untold, document);
        for (char **name = told; *name; name++)
            g_ptr_array_add(names, g_strdup(*name));
        lyh_study_scan_told_free(told);
        told_words_add(test->words, lyh_document_text(document),
                       lyh_document_size(document));
        lyh_document_free(document);
    }
    g_assert_cmpuint(names->len, >, 20);
    lyh_study_scan_tell(test->told, (const char *const *)names->pdata, names->len);
    g_ptr_array_unref(names);
}

static void set_up(fixture *test, gconstpointer data)
{
    (void)data;
    lyh_error error = { 0 };
    if (!g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS))
        return;
    test->chance = g_rand_new_with_seed(1);
    test->folder = studies_make();
    test->diags = lyh_diags_new(NULL);
    test->study = study_of(test->chance, test->folder, test->diags);
    test->untold = lyh_study_scan_begin(test->study, test->diags, &error);
    test->told = lyh_study_scan_begin(test->study, test->diags, &error);
    test->words = told_words_new();
    read_documents(test);
}

static void tear_down(fixture *test, gconstpointer data)
{
    (void)data;
    if (!test->folder)
        return;
    told_words_free(test->words);
    lyh_study_scan_free(test->told);
    lyh_study_scan_free(test->untold);
    lyh_study_free(test->study);
    lyh_diags_free(test->diags);
    studies_take_away(test->folder);
    g_free(test->folder);
    g_rand_free(test->chance);
}

static bool is_skipped(const fixture *test)
{
    if (!test->folder)
        g_test_skip("the Swedish dictionary of hunspell is not installed");
    return !test->folder;
}

static void what_holds_no_such_word_is_found_alike(fixture *test, gconstpointer data)
{
    (void)data;
    size_t without = 0;
    for (int i = 0; i < TEXTS && !is_skipped(test); i++) {
        g_autofree char *text = label(test->chance);
        if (told_words_may_be_in(test->words, text, strlen(text)))
            continue;
        without++;
        find_alike(test->untold, test->told, text);
    }
    g_assert_true(!test->folder || (without > TEXTS / 5 && without < TEXTS * 4 / 5));
}

static void whoever_asks_late_finds_the_same(fixture *test, gconstpointer data)
{
    (void)data;
    lyh_error error = { 0 };
    for (int i = 0; i < 60 && !is_skipped(test); i++) {
        lyh_study_scan *late = lyh_study_scan_new(test->study, test->diags, &error);
        for (int k = 0; k < 4; k++) {
            g_autofree char *text = label(test->chance);
            find_alike(late, test->told, text);
        }
        lyh_study_scan_free(late);
    }
}

/* The study has read R1 as it was before; whoever opens it now knows no other. */
static void what_a_changed_transcript_tells_is_known(fixture *test, gconstpointer data)
{
    (void)data;
    static const char label_of_it[] = "Zvorminka";
    lyh_error error = { 0 };
    size_t count;
    if (is_skipped(test))
        return;
    studies_put(
        test->folder, "transcripts/R1.txt",
        "I: Hur var det?\nR: Då kom hon som heter Zvorminka, och Zvorminka gick.\n");
    const lyh_study_options options = { .folder = test->folder, .dictionary = DICTIONARY };
    lyh_study *anew = lyh_study_open(&options, test->diags, &error);
    lyh_study_scan *first = lyh_study_scan_new(anew, test->diags, &error);
    lyh_study_scan *late = lyh_study_scan_new(test->study, test->diags, &error);
    find_alike(late, first, label_of_it);
    g_autofree lyh_finding *found =
        lyh_study_scan_find(late, label_of_it, strlen(label_of_it), &count);
    g_assert_cmpuint(count, ==, 1);
    g_assert_cmpint(found[0].kind, ==, LYH_FINDING_NAME);
    lyh_study_scan_free(late);
    lyh_study_scan_free(first);
    lyh_study_free(anew);
}

static void a_name_is_met_in_a_label_and_no_part_of_a_word_is(fixture *test,
                                                              gconstpointer data)
{
    (void)data;
    told_words *words = told_words_new();
    const char *text =
        "Hon heter Nasjmija, och gick till Arbetsförmedlingen. Sen kom Åsa-Li.";
    told_words_add(words, text, strlen(text));
    static const char *const met[] = { "nasjmija", "NASJMIJAS", "mötet med Nasjmija",
                                       "åsa" };
    static const char *const unmet[] = { "arbetsbelastning", "bemötande", "sen", "nasj",
                                         "" };
    (void)test;
    for (size_t i = 0; i < G_N_ELEMENTS(met); i++)
        g_assert_true(told_words_may_be_in(words, met[i], strlen(met[i])));
    for (size_t i = 0; i < G_N_ELEMENTS(unmet); i++)
        g_assert_false(told_words_may_be_in(words, unmet[i], strlen(unmet[i])));
    told_words_free(words);
}

/* "Anna\u00a0Berg" is two words to who looks names up. */
static void a_space_of_another_kind_may_be_in_anything(fixture *test, gconstpointer data)
{
    (void)data;
    (void)test;
    told_words *words = told_words_new();
    const char *text = "Hon heter Krovolla\xc2\xa0Zimb och kom.";
    told_words_add(words, text, strlen(text));
    g_assert_true(told_words_may_be_in(words, "bemötande", strlen("bemötande")));
    told_words_free(words);
}

static void add(const char *name, void (*test)(fixture *, gconstpointer))
{
    g_test_add(name, fixture, NULL, set_up, test, tear_down);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("/study/told/what-holds-no-such-word-is-found-alike",
        what_holds_no_such_word_is_found_alike);
    add("/study/told/whoever-asks-late-finds-the-same", whoever_asks_late_finds_the_same);
    add("/study/told/what-a-changed-transcript-tells-is-known",
        what_a_changed_transcript_tells_is_known);
    add("/study/told/a-name-is-met-in-a-label-and-no-part-of-a-word-is",
        a_name_is_met_in_a_label_and_no_part_of_a_word_is);
    add("/study/told/a-space-of-another-kind-may-be-in-anything",
        a_space_of_another_kind_may_be_in_anything);
    return g_test_run();
}
