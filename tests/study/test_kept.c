/* One transcript by itself, from what is kept or from its file. */
#include <string.h>

#include <lyhord/study/study.h>

#include "../../src/study/autoptr.h"
#include "studies.h"

typedef struct kept_fixture {
    char *folder;
    lyh_diags *diags;
    lyh_study *study;
} kept_fixture;

/* R1 and R2 say what they say in studies.h; R4 repeats what R3 said. */
static void set_up(kept_fixture *fixture, gconstpointer data)
{
    (void)data;
    lyh_error error = { 0 };
    g_autoptr(GString) said = g_string_new("I: Hur var det?\nR: ");
    for (int i = 0; i < 60; i++)
        g_string_append_printf(said, "Ord%d kom sen %d gånger. ", i, i * 7);
    fixture->folder = studies_make();
    fixture->diags = lyh_diags_new(NULL);
    studies_put(fixture->folder, "respondents.csv", "id;stad\nR1;A\nR2;B\nR3;B\nR4;A\n");
    studies_put(fixture->folder, "transcripts/R3.txt", said->str);
    studies_put(fixture->folder, "transcripts/R4.txt", said->str);
    const lyh_study_options options = { .folder = fixture->folder };
    fixture->study = lyh_study_open(&options, fixture->diags, &error);
    g_assert_nonnull(fixture->study);
}

static void tear_down(kept_fixture *fixture, gconstpointer data)
{
    (void)data;
    lyh_study_free(fixture->study);
    lyh_diags_free(fixture->diags);
    studies_take_away(fixture->folder);
    g_free(fixture->folder);
}

/* Words that may be matched of transcript @index; @is_kept: nothing had to be read for it. */
static size_t words_in(const kept_fixture *fixture, size_t index, bool *is_kept)
{
    size_t words = 0;
    lyh_error error = { 0 };
    g_auto(lyh_study_text) text = { 0 };
    g_assert_true(lyh_study_text_at(fixture->study, index, &text, fixture->diags, &error));
    *is_kept = text.own == NULL;
    for (size_t i = 0; i < lyh_tokens_count(text.tokens); i++)
        words += (lyh_tokens_all(text.tokens)[i].flags & LYH_TOKEN_WORD) != 0 &&
                 (lyh_tokens_all(text.tokens)[i].flags & LYH_TOKEN_ASIDE) == 0;
    return words;
}

static void a_kept_transcript_is_not_read_again_until_its_file_changes(
    kept_fixture *fixture, gconstpointer data)
{
    (void)data;
    bool is_kept;
    size_t words = words_in(fixture, 0, &is_kept);
    g_assert_false(is_kept);
    lyh_study_keep(fixture->study);
    for (int i = 0; i < 2; i++) {
        g_assert_cmpuint(words_in(fixture, 0, &is_kept), ==, words);
        g_assert_true(is_kept);
    }
    studies_put(fixture->folder, "transcripts/R1.txt", "I: Hur var det?\nR: Bra.\n");
    g_assert_cmpuint(words_in(fixture, 0, &is_kept), <, words);
    g_assert_false(is_kept);
}

static void words_that_stand_elsewhere_too_are_not_missed(kept_fixture *fixture,
                                                          gconstpointer data)
{
    (void)data;
    bool is_kept;
    lyh_study_keep(fixture->study);
    while (lyh_study_keep_next(fixture->study, fixture->diags))
        ;
    size_t first = words_in(fixture, 2, &is_kept);
    g_assert_true(is_kept);
    g_assert_cmpuint(words_in(fixture, 3, &is_kept), ==, first);
    g_assert_false(is_kept);
}

static void one_that_is_not_next_is_read_by_itself(kept_fixture *fixture,
                                                   gconstpointer data)
{
    (void)data;
    bool is_kept;
    lyh_study_keep(fixture->study);
    g_assert_cmpuint(words_in(fixture, 1, &is_kept), >, 0);
    g_assert_false(is_kept);
    words_in(fixture, 0, &is_kept);
    words_in(fixture, 1, &is_kept);
    g_assert_true(is_kept);
}

#define TEST(function)                                                                     \
    g_test_add("/study/kept/" #function, kept_fixture, NULL, set_up, function, tear_down)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_kept_transcript_is_not_read_again_until_its_file_changes);
    TEST(one_that_is_not_next_is_read_by_itself);
    TEST(words_that_stand_elsewhere_too_are_not_missed);
    return g_test_run();
}
