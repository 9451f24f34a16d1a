/* What a change of the codebook does, a transcript at a time and all at once. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/study/code_effect.h>

#include "../codebook/book_text.h"
#include "studies.h"

#define BEFORE "kod;regler;undantag\nlyssna;lyssna;\nvänta;vänta;\n"
#define AFTER "kod;regler;undantag\nlyssna;lyssna | kö;lyssna på mig\nvänta;vänta;\n"

typedef struct effect_fixture {
    char *folder;
    lyh_diags *diags;
    lyh_error error;
    lyh_study *study;
    book_text before, after;
    lyh_difference *difference;
} effect_fixture;

/* R3 says again what R2 said, and something of its own: said twice, it is counted once. */
static void put_transcripts(const effect_fixture *fixture)
{
    g_autoptr(GString) said = g_string_new("I: Hur var det?\nR: ");
    for (int i = 0; i < 30; i++)
        g_string_append_printf(said, "Kö %d gånger kom sen ord%d. ", i * 7, i);
    studies_put(fixture->folder, "respondents.csv", "id;stad\nR1;A\nR2;B\nR3;B\n");
    studies_put(fixture->folder, "transcripts/R2.txt", said->str);
    g_string_append(said, "\nI: Mer?\nR: En annan kö. De lyssnar på mig.\n");
    studies_put(fixture->folder, "transcripts/R3.txt", said->str);
}

static void set_up(effect_fixture *fixture, gconstpointer data)
{
    *fixture = (effect_fixture){ .folder = studies_make(), .diags = lyh_diags_new(NULL) };
    put_transcripts(fixture);
    const lyh_study_options options = { .folder = fixture->folder };
    fixture->study = lyh_study_open(&options, fixture->diags, &fixture->error);
    g_assert_nonnull(fixture->study);
    if (data)
        lyh_study_keep(fixture->study);
    fixture->before = book_of_text(BEFORE);
    fixture->after = book_of_text(AFTER);
    fixture->difference = lyh_difference_new(fixture->before.book, fixture->after.book);
}

static void tear_down(effect_fixture *fixture, gconstpointer data)
{
    (void)data;
    lyh_difference_free(fixture->difference);
    book_text_clear(&fixture->before);
    book_text_clear(&fixture->after);
    lyh_study_free(fixture->study);
    lyh_diags_free(fixture->diags);
    studies_take_away(fixture->folder);
    g_free(fixture->folder);
}

/* A line a suggestion: whose, what of it, where, and the exception that did it. */
static void note(void *user, const lyh_effect_seen *seen)
{
    const lyh_affected *affected = seen->affected;
    const lyh_coding *coding = affected->after ? affected->after : affected->before;
    g_string_append_printf(user, "%s %d %zu %s\n", lyh_document_name(seen->document),
                           (int)affected->effect, coding->start,
                           seen->exception ? seen->exception : "");
}

static char *sums_of(const lyh_code_effect *effect)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < lyh_code_effect_count(effect); i++) {
        const lyh_effect_sum *sum = lyh_code_effect_at(effect, i);
        g_string_append_printf(text, "%s %zu %zu %zu %zu %zu %zu\n", sum->code,
                               sum->suggestions[0], sum->suggestions[1], sum->persons[0],
                               sum->persons[1], sum->told[LYH_EFFECT_NEW],
                               sum->told[LYH_EFFECT_LOST]);
    }
    return g_string_free(text, FALSE);
}

static lyh_code_effect *begin(effect_fixture *fixture, GString *told)
{
    lyh_code_effect *effect = lyh_code_effect_begin(
        fixture->study, fixture->before.book, fixture->after.book, fixture->difference,
        note, told, fixture->diags, &fixture->error);
    g_assert_nonnull(effect);
    return effect;
}

static char *all_at_once(effect_fixture *fixture, GString *told)
{
    lyh_code_effect *effect = lyh_code_effect_new(
        fixture->study, fixture->before.book, fixture->after.book, fixture->difference,
        note, told, fixture->diags, &fixture->error);
    g_assert_nonnull(effect);
    char *sums = sums_of(effect);
    lyh_code_effect_free(effect);
    return sums;
}

static bool next(effect_fixture *fixture, lyh_code_effect *effect)
{
    return lyh_code_effect_next(effect, fixture->diags, &fixture->error);
}

static bool pass(void *user, const lyh_visit *visit)
{
    (void)user, (void)visit;
    return true;
}

/*
 * By hand: R1 and R3 are listened to, on which the exception lies; 30 queues are R2's, one is R3's own, and
 * the 30 that R3 says again count nowhere. Behind the codes there are stand
 * those that went: none.
 */
static void a_transcript_at_a_time_is_counted_as_all_are_at_once(effect_fixture *fixture,
                                                                 gconstpointer data)
{
    (void)data;
    g_autoptr(GString) told = g_string_new(NULL), whole = g_string_new(NULL);
    lyh_code_effect *effect = begin(fixture, told);
    size_t all, steps = 0;
    g_assert_cmpuint(lyh_code_effect_progress(effect, &all), ==, 0);
    g_assert_cmpuint(all, ==, 3);
    while (next(fixture, effect)) {
        g_assert_cmpuint(lyh_code_effect_progress(effect, &all), ==, ++steps);
        g_assert_true(lyh_code_effect_is_current(effect));
        /* somebody else looks at all of it, and at the next one, between the steps */
        if (steps != 2)
            g_assert_true(lyh_study_walk(fixture->study, LYH_WHICH_NONE, pass, NULL,
                                         fixture->diags, &fixture->error));
    }
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_NONE);
    g_assert_cmpuint(steps, ==, 3);
    g_autofree char *sums = sums_of(effect);
    g_assert_cmpstr(sums, ==,
                    "lyssna 2 31 2 2 31 2\nvänta 0 0 0 0 0 0\n"
                    "lyssna 0 0 0 0 0 0\nvänta 0 0 0 0 0 0\n");
    lyh_code_effect_free(effect);
    g_autofree char *same = all_at_once(fixture, whole);
    g_assert_cmpstr(sums, ==, same);
    g_assert_cmpstr(told->str, ==, whole->str);
    g_assert_nonnull(strstr(told->str, "lyssna på mig"));
}

static void a_transcript_that_changes_makes_the_count_an_old_one(effect_fixture *fixture,
                                                                 gconstpointer data)
{
    (void)data;
    g_autoptr(GString) told = g_string_new(NULL);
    lyh_code_effect *effect = begin(fixture, told);
    g_assert_true(next(fixture, effect));
    studies_put(fixture->folder, "transcripts/R1.txt", "I: Hur?\nR: Kö, kö, kö.\n");
    g_assert_false(lyh_code_effect_is_current(effect));
    lyh_code_effect_free(effect);
    g_autofree char *sums = all_at_once(fixture, told);
    g_assert_true(g_str_has_prefix(sums, "lyssna 1 "));
}

/* Another walk has seen it, and forgotten all that was kept: nothing goes on from where that was. */
static void what_was_forgotten_meanwhile_is_not_gone_on_with(effect_fixture *fixture,
                                                             gconstpointer data)
{
    (void)data;
    g_autoptr(GString) told = g_string_new(NULL);
    lyh_code_effect *effect = begin(fixture, told);
    g_assert_true(next(fixture, effect));
    studies_put(fixture->folder, "transcripts/R1.txt", "I: Hur?\nR: Kö, kö, kö.\n");
    g_assert_true(lyh_study_walk(fixture->study, LYH_WHICH_NONE, pass, NULL, fixture->diags,
                                 &fixture->error));
    g_assert_false(next(fixture, effect));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_NONE);
    g_assert_false(lyh_code_effect_is_current(effect));
    lyh_code_effect_free(effect);
}

static void a_transcript_that_cannot_be_read_is_told(effect_fixture *fixture,
                                                     gconstpointer data)
{
    (void)data;
    g_autoptr(GString) told = g_string_new(NULL);
    lyh_code_effect *effect = begin(fixture, told);
    g_assert_true(next(fixture, effect));
    g_autofree char *path = g_build_filename(fixture->folder, "transcripts/R2.txt", NULL);
    g_remove(path);
    g_assert_false(next(fixture, effect));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_NO_INPUT);
    g_assert_nonnull(strstr(fixture->error.path, "R2.txt"));
    lyh_code_effect_free(effect);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(how, kept, name)                                                               \
    g_test_add("/code effect/" how "/" #name, effect_fixture, kept, set_up, name, tear_down)
#define ADD_BOTH(name)                                                                     \
    ADD("read", NULL, name);                                                               \
    ADD("kept", "kept", name)
    ADD_BOTH(a_transcript_at_a_time_is_counted_as_all_are_at_once);
    ADD_BOTH(a_transcript_that_changes_makes_the_count_an_old_one);
    ADD("kept", "kept", what_was_forgotten_meanwhile_is_not_gone_on_with);
    ADD_BOTH(a_transcript_that_cannot_be_read_is_told);
#undef ADD_BOTH
#undef ADD
    return g_test_run();
}
