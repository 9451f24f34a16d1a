/* Codings in files become a journal's beginning; its sets become files, and nobody's own are written over. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/store/join.h>
#include <lyhord/store/pairs.h>
#include <lyhord/study/codings.h>
#include <lyhord/study/take_in.h>

#include "../store/journals.h"
#include "studies.h"

#define HEADING "document;code;polarity;status;quote;rule\n"
#define ADA HEADING "R1;lyssna;+;manual;De lyssnar;\nR2;vänta;-;manual;fick vänta länge;\n"
#define BO HEADING "R1;lyssna;-;manual;lyssnar på mig;\nR2;vänta;-;accepted;vänta;vänta\n"
#define TOGETHER HEADING "R1;lyssna;+;manual;De lyssnar;\nR2;vänta;-;manual;vänta länge;\n"

typedef struct study_fixture {
    char *folder;
    lyh_diags *diags;
    lyh_error error;
} study_fixture;

static void set_up(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    *fixture = (study_fixture){ studies_make(), lyh_diags_new(NULL), { 0 } };
    studies_put(fixture->folder, "codings/ada.csv", ADA);
    studies_put(fixture->folder, "codings/bo.csv", BO);
    studies_put(fixture->folder, "codings/gemensam.csv", TOGETHER);
}

static void tear_down(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    studies_take_away(fixture->folder);
    lyh_diags_free(fixture->diags);
    g_free(fixture->folder);
}

static char *path_in(const study_fixture *fixture, const char *name)
{
    return g_build_filename(fixture->folder, name, NULL);
}

/* Plan and make; how many codings came. 0: nothing did, and fixture->diags say why. */
static size_t take_in(study_fixture *fixture)
{
    const lyh_study_options options = { .folder = fixture->folder };
    lyh_study *study = lyh_study_open(&options, fixture->diags, &fixture->error);
    g_assert_nonnull(study);
    lyh_take_in *taking = lyh_take_in_new(study, fixture->diags, &fixture->error);
    size_t count = 0;
    for (size_t i = 0; taking && i < lyh_take_in_count(taking); i++)
        count += lyh_take_in_at(taking, i)->codings;
    if (taking)
        g_assert_true(lyh_take_in_make(taking, fixture->diags, &fixture->error));
    lyh_take_in_free(taking);
    lyh_study_free(study);
    return count;
}

static lyh_journal *journal_of(const study_fixture *fixture)
{
    g_autofree char *path = path_in(fixture, "study.db");
    return open_as(path, LYH_JOURNAL_WRITE);
}

static void every_set_comes_in_and_decisions_are_about_the_codings_they_fit(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_true(lyh_take_in_is_due(fixture->folder));
    g_assert_cmpuint(take_in(fixture), ==, 6);
    g_assert_false(lyh_take_in_is_due(fixture->folder));
    g_autoptr(lyh_journal) journal = journal_of(fixture);
    g_assert_cmpuint(count_of(journal, "ada", NULL), ==, 2);
    g_assert_cmpuint(count_of(journal, LYH_TOGETHER, NULL), ==, 2);
    g_autoptr(lyh_stored_codings) bo = codings_of(journal, "bo", "R2");
    g_assert_cmpint(lyh_stored_codings_at(bo, 0)->status, ==, LYH_ACCEPTED);
    g_assert_cmpstr(lyh_stored_codings_at(bo, 0)->rule, ==, "vänta");
    g_assert_cmpstr(lyh_stored_codings_at(bo, 0)->place.before, !=, "");

    /* + against - of the same code: together they said + */
    g_autoptr(lyh_pairs) first =
        lyh_journal_pairs(journal, "R1", "ada", "bo", &fixture->error);
    g_assert_cmpuint(lyh_pairs_count(first), ==, 1);
    g_assert_cmpint(lyh_pairs_at(first, 0)->kind, ==, LYH_PAIR_POLARITY);
    g_assert_cmpint(lyh_pairs_at(first, 0)->agreed->polarity, ==, LYH_PLUS);
    g_autoptr(lyh_pairs) second =
        lyh_journal_pairs(journal, "R2", "ada", "bo", &fixture->error);
    g_assert_nonnull(lyh_pairs_at(second, 0)->agreed);

    /* what came from files is nobody's latest decision; what comes after is */
    lyh_event_id next;
    g_assert_true(lyh_journal_undo_next(journal, "ada", &next, &fixture->error));
    g_assert_true(lyh_event_id_is_none(next));
    g_autoptr(lyh_stored_codings) ada = codings_of(journal, "ada", "R1");
    add(journal, about("ada", LYH_EVENT_UNCODE, lyh_stored_codings_at(ada, 0)->id));
    g_assert_cmpuint(count_of(journal, "ada", NULL), ==, 1);
    assert_rebuilt_is_kept(journal);
}

static void the_same_files_give_the_same_events_on_two_computers(study_fixture *fixture,
                                                                 gconstpointer data)
{
    study_fixture other;
    (void)data;
    set_up(&other, NULL);
    /* which has one set fewer: the others' are the same all the same */
    g_autofree char *bo = path_in(&other, "codings/bo.csv");
    g_autofree char *together = path_in(&other, "codings/gemensam.csv");
    g_assert_cmpint(g_unlink(bo) | g_unlink(together), ==, 0);
    g_assert_cmpuint(take_in(fixture), ==, 6);
    g_assert_cmpuint(take_in(&other), ==, 2);
    size_t added = 9, known = 9;
    g_autoptr(lyh_journal) mine = journal_of(fixture);
    g_autoptr(lyh_journal) theirs = journal_of(&other);
    g_assert_true(lyh_journal_join(mine, theirs, NULL, NULL, &added, &known, fixture->diags,
                                   &fixture->error));
    g_assert_cmpuint(added, ==, 0);
    g_assert_cmpuint(known, ==, 2);
    g_clear_pointer(&theirs, lyh_journal_close);
    tear_down(&other, NULL);
}

static void decisions_without_the_coders_files_are_anybodys_to_change(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *ada = path_in(fixture, "codings/ada.csv");
    g_autofree char *bo = path_in(fixture, "codings/bo.csv");
    g_assert_cmpint(g_unlink(ada) | g_unlink(bo), ==, 0);
    g_assert_cmpuint(take_in(fixture), ==, 2);
    g_autoptr(lyh_journal) journal = journal_of(fixture);
    g_autoptr(lyh_stored_codings) decided = codings_of(journal, LYH_TOGETHER, NULL);
    g_assert_cmpuint(lyh_stored_codings_count(decided), ==, 2);
    add(journal, about("cilla", LYH_EVENT_UNCODE, lyh_stored_codings_at(decided, 0)->id));
    g_assert_cmpuint(count_of(journal, LYH_TOGETHER, NULL), ==, 1);
}

static void of_a_broken_file_nothing_comes_in_and_all_is_said(study_fixture *fixture,
                                                              gconstpointer data)
{
    (void)data;
    studies_put(fixture->folder, "codings/bo.csv",
                HEADING "R1;lysna;+;manual;De lyssnar;\nR9;vänta;-;manual;x;\n");
    studies_put(fixture->folder, "codings/cilla.csv",
                HEADING "R1;lyssna;+;manual;nobody says this;\n");
    g_assert_cmpuint(take_in(fixture), ==, 0);
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_DATA);
    g_assert_true(lyh_take_in_is_due(fixture->folder));
    studies_put(fixture->folder, "codings/bo.csv",
                HEADING "R1;lyssna;+;manual;De lyssnar;\nR9;vänta;-;manual;x;\n");
    fixture->error = (lyh_error){ 0 };
    g_assert_cmpuint(take_in(fixture), ==, 0);
    g_autoptr(GString) codes = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(fixture->diags); i++)
        g_string_append_printf(codes, "%s ", lyh_diags_at(fixture->diags, i)->code);
    static const char *const said[] = { "code-unknown", "document-missing",
                                        "quote-missing" };
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        g_assert_nonnull(strstr(codes->str, said[i]));
}

static void a_file_that_is_saved_meanwhile_is_not_taken_in_and_stays(study_fixture *fixture,
                                                                     gconstpointer data)
{
    (void)data;
    const lyh_study_options options = { .folder = fixture->folder };
    lyh_study *study = lyh_study_open(&options, fixture->diags, &fixture->error);
    lyh_take_in *taking = lyh_take_in_new(study, fixture->diags, &fixture->error);
    g_assert_nonnull(taking);
    studies_put(fixture->folder, "codings/ada.csv", ADA "R1;lyssna;+;manual;på mig;\n");
    g_assert_false(lyh_take_in_make(taking, fixture->diags, &fixture->error));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_DATA);
    g_assert_true(lyh_take_in_is_due(fixture->folder));
    g_autofree char *written = path_in(fixture, "codings/.written");
    g_assert_false(g_file_test(written, G_FILE_TEST_EXISTS));
    lyh_take_in_free(taking);
    lyh_study_free(study);
    fixture->error = (lyh_error){ 0 };
    g_assert_cmpuint(take_in(fixture), ==, 7);
}

static void of_a_models_rows_those_come_in_that_somebody_put_their_name_to(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    studies_put(fixture->folder, "codings/modell.csv",
                "document;code;polarity;status;quote;rule;coder\n"
                "R1;lyssna;+;accepted;på mig;modell: lyssna +0,5;cilla\n"
                "R1;vänta;+;accepted;på mig;modell: mig +0,1;modell\n"
                "R2;vänta;-;suggested;länge;modell: länge +0,5;modell\n");
    g_assert_cmpuint(take_in(fixture), ==, 7);
    g_autoptr(lyh_journal) journal = journal_of(fixture);
    g_autoptr(lyh_stored_codings) cilla = codings_of(journal, "cilla", NULL);
    g_assert_cmpuint(lyh_stored_codings_count(cilla), ==, 1);
    g_assert_cmpint(lyh_stored_codings_at(cilla, 0)->status, ==, LYH_ACCEPTED);
    /* the others stay where they are */
    g_assert_true(
        lyh_study_codings_export(fixture->folder, fixture->diags, &fixture->error));
    g_autofree char *path = path_in(fixture, "codings/modell.csv");
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_nonnull(strstr(text, "länge"));
}

/* ---- out again ---- */

static bool export(study_fixture *fixture)
{
    return lyh_study_codings_export(fixture->folder, fixture->diags, &fixture->error);
}

/* Files that were left, as it has been said so far. */
static size_t count_left(const study_fixture *fixture)
{
    size_t count = 0;
    for (size_t i = 0; i < lyh_diags_count(fixture->diags); i++)
        count += g_str_equal(lyh_diags_at(fixture->diags, i)->code, "codings-edited");
    return count;
}

static char *text_of(const study_fixture *fixture, const char *name)
{
    char *text = NULL;
    g_autofree char *path = path_in(fixture, name);
    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static void what_was_taken_in_or_written_is_written_anew_and_what_was_changed_is_left(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    studies_put(fixture->folder, "codings/bo.csv",
                "document;code;quote;kommentar\nR1;lyssna;De lyssnar;fråga Ada\n");
    g_assert_cmpuint(take_in(fixture), ==, 5);
    g_assert_true(export(fixture));
    g_autofree char *ada = text_of(fixture, "codings/ada.csv");
    g_assert_nonnull(strstr(ada, "text_sha256"));
    /* a column that no coding has is somebody's own */
    g_autofree char *bo = text_of(fixture, "codings/bo.csv");
    g_assert_nonnull(strstr(bo, "fråga Ada"));
    g_assert_cmpuint(count_left(fixture), ==, 1);

    studies_put(fixture->folder, "codings/ada.csv", ADA "R1;lyssna;+;manual;på mig;\n");
    lyh_journal *journal = journal_of(fixture);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, "ada", NULL);
    for (size_t i = 0; i < lyh_stored_codings_count(codings); i++)
        add(journal, about("ada", LYH_EVENT_UNCODE, lyh_stored_codings_at(codings, i)->id));
    lyh_journal_close(journal);
    g_assert_true(export(fixture));
    g_assert_cmpuint(count_left(fixture), ==, 3);
    g_autofree char *left = text_of(fixture, "codings/ada.csv");
    g_assert_nonnull(strstr(left, "på mig"));

    /* taken away, it is written; nothing is said when nothing is new */
    g_autofree char *path = path_in(fixture, "codings/ada.csv");
    g_assert_cmpint(g_unlink(path), ==, 0);
    studies_put(fixture->folder, "codings/ada.csv", ada);
    g_assert_true(export(fixture));
    g_autofree char *empty = text_of(fixture, "codings/ada.csv");
    g_assert_null(strstr(empty, "R1;"));
    g_autofree char *together = text_of(fixture, "codings/gemensam.csv");
    g_assert_nonnull(strstr(together, "vänta länge"));
}

static void other_files_of_the_folder_are_nobodys_to_write(study_fixture *fixture,
                                                           gconstpointer data)
{
    (void)data;
    g_assert_cmpuint(take_in(fixture), ==, 6);
    studies_put(fixture->folder, "codings/gammal.csv", "annat\n");
    g_assert_true(export(fixture));
    g_autofree char *text = text_of(fixture, "codings/gammal.csv");
    g_assert_cmpstr(text, ==, "annat\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name)                                                                         \
    g_test_add("/study/take_in/" #name, study_fixture, NULL, set_up, name, tear_down)
    TEST(every_set_comes_in_and_decisions_are_about_the_codings_they_fit);
    TEST(the_same_files_give_the_same_events_on_two_computers);
    TEST(decisions_without_the_coders_files_are_anybodys_to_change);
    TEST(of_a_broken_file_nothing_comes_in_and_all_is_said);
    TEST(a_file_that_is_saved_meanwhile_is_not_taken_in_and_stays);
    TEST(of_a_models_rows_those_come_in_that_somebody_put_their_name_to);
    TEST(what_was_taken_in_or_written_is_written_anew_and_what_was_changed_is_left);
    TEST(other_files_of_the_folder_are_nobodys_to_write);
    return g_test_run();
}
