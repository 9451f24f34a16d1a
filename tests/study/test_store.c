/* A study that has a study.db: what counts, and where the words of a person are. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/store/journal.h>
#include <lyhord/study/code_merging.h>
#include <lyhord/study/codings.h>
#include <lyhord/study/lock.h>
#include <lyhord/study/purge.h>
#include <lyhord/study/study.h>
#include <lyhord/study/undo.h>
#include <lyhord/study/withdraw.h>

#include "../store/journals.h"
#include "studies.h"

typedef struct study_fixture {
    char *folder;
    lyh_diags *diags;
    lyh_error error;
} study_fixture;

static void put(const study_fixture *fixture, const char *name, const char *content)
{
    studies_put(fixture->folder, name, content);
}

static void assert_file_is(const study_fixture *fixture, const char *name,
                           const char *content)
{
    g_autofree char *path = g_build_filename(fixture->folder, name, NULL);
    g_autofree char *found = NULL;
    g_assert_true(g_file_get_contents(path, &found, NULL, NULL));
    g_assert_cmpstr(found, ==, content);
}

static void assert_told_last(const study_fixture *fixture, const char *code)
{
    const size_t last = lyh_diags_count(fixture->diags) - 1;
    g_assert_cmpstr(lyh_diags_at(fixture->diags, last)->code, ==, code);
}

static void set_up(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->folder = studies_make();
    fixture->diags = lyh_diags_new(NULL);
}

static void tear_down(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    studies_take_away(fixture->folder);
    lyh_diags_free(fixture->diags);
    g_free(fixture->folder);
}

static lyh_study *open_study(study_fixture *fixture)
{
    const lyh_study_options options = { .folder = fixture->folder };
    lyh_study *study = lyh_study_open(&options, fixture->diags, &fixture->error);
    for (size_t i = 0; i < lyh_diags_count(fixture->diags); i++)
        g_test_message("%s", lyh_diags_at(fixture->diags, i)->message);
    g_assert_nonnull(study);
    return study;
}

/* "De lyssnar" of R1: code points 19 to 29 of its text. */
static lyh_event lyssnar(lyh_study *study, const char *who, const char *code)
{
    lyh_error error = { 0 };
    static char hash[65];
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_document *document = lyh_study_document(study, 0, diags, &error);
    g_strlcpy(hash, lyh_document_hash(document), sizeof hash);
    lyh_document_free(document);
    lyh_event event = code_at(who, "R1", 19, 29, code);
    event.place.text_sha256 = hash;
    event.place.quote = "De lyssnar";
    event.place.respondent = "R1";
    event.place.turn = 1;
    return event;
}

static lyh_journal *store_of(const study_fixture *fixture)
{
    g_autofree char *path = g_build_filename(fixture->folder, "study.db", NULL);
    return open_as(path, LYH_JOURNAL_CREATE);
}

static bool count_codings(void *user, const lyh_visit *visit)
{
    *(size_t *)user += lyh_codings_count(visit->codings);
    return true;
}

static size_t counted(study_fixture *fixture)
{
    lyh_study *study = open_study(fixture);
    size_t count = 0;
    g_assert_true(lyh_study_walk(study, LYH_WHICH_PEOPLE, count_codings, &count,
                                 fixture->diags, &fixture->error));
    lyh_study_free(study);
    return count;
}

static void study_db_is_the_truth_and_files_are_its_exports(study_fixture *fixture,
                                                            gconstpointer data)
{
    (void)data;
    /* as somebody left it: two codings that the journal knows nothing of */
    put(fixture, "codings/anna.csv",
        "document;code;quote;polarity\nR1;lyssna;De lyssnar;0\nR2;vänta;fick vänta;0\n");
    g_assert_cmpuint(counted(fixture), ==, 2);

    lyh_study *study = open_study(fixture);
    lyh_journal *journal = store_of(fixture);
    add(journal, lyssnar(study, "anna", "lyssna"));
    lyh_journal_close(journal);
    lyh_study_free(study);
    g_assert_cmpuint(counted(fixture), ==, 1);

    /* what nobody has taken in is somebody's work: it is named and stays until they move it */
    g_autofree char *path = g_build_filename(fixture->folder, "codings", "anna.csv", NULL);
    g_autofree char *left = NULL, *exported = NULL;
    g_assert_true(
        lyh_study_codings_export(fixture->folder, fixture->diags, &fixture->error));
    g_assert_cmpstr(lyh_diags_at(fixture->diags, 0)->code, ==, "codings-edited");
    g_assert_true(g_file_get_contents(path, &left, NULL, NULL));
    g_assert_nonnull(strstr(left, "fick"));
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_assert_true(
        lyh_study_codings_export(fixture->folder, fixture->diags, &fixture->error));
    g_assert_true(g_file_get_contents(path, &exported, NULL, NULL));
    g_assert_nonnull(strstr(exported, "R1;R1;2;19;29;lyssna;+;stated;;;manual;anna;;De "
                                      "lyssnar;;"));
    g_assert_null(strstr(exported, "fick"));
}

static void what_was_decided_together_is_what_counts(study_fixture *fixture,
                                                     gconstpointer data)
{
    (void)data;
    lyh_study *study = open_study(fixture);
    lyh_journal *journal = store_of(fixture);
    const lyh_event by_anna = lyssnar(study, "anna", "lyssna");
    const lyh_event by_bo = lyssnar(study, "bo", "vänta");
    add(journal, by_anna);
    add(journal, by_bo);
    lyh_event agreed = lyssnar(study, "bo", "lyssna");
    const lyh_event_id originals[] = { by_anna.id, by_bo.id };
    const char *const coders[] = { "bo", "anna" };
    agreed.kind = LYH_EVENT_AGREED;
    agreed.is_on = true;
    agreed.originals = originals;
    agreed.original_count = 2;
    agreed.coders = coders;
    agreed.coder_count = 2;
    add(journal, agreed);
    assert_rebuilt_is_kept(journal);
    lyh_journal_close(journal);
    lyh_study_free(study);

    study = open_study(fixture);
    const char *path = lyh_study_codings_path(study, fixture->diags);
    g_assert_true(g_str_has_suffix(path, "/codings/gemensam.csv"));
    g_assert_cmpuint(lyh_diags_warning_count(fixture->diags), ==, 0);
    lyh_study_free(study);

    /* of R2 nothing has been decided yet: it is not counted, and that is said */
    journal = store_of(fixture);
    lyh_event alone = code_at("anna", "R2", 19, 29, "vänta");
    add(journal, alone);
    lyh_journal_close(journal);
    study = open_study(fixture);
    lyh_study_codings_path(study, fixture->diags);
    g_assert_cmpuint(lyh_diags_warning_count(fixture->diags), ==, 1);
    g_assert_cmpstr(lyh_diags_at(fixture->diags, 0)->code, ==, "codings-undecided");
    lyh_study_free(study);
    g_assert_cmpuint(counted(fixture), ==, 1);

    char **sets = lyh_study_codings_list(fixture->folder, fixture->diags, &fixture->error);
    g_assert_cmpuint(g_strv_length(sets), ==, 3);
    lyh_study_codings_list_free(sets);
}

static void a_study_db_that_is_empty_stops_the_study(study_fixture *fixture,
                                                     gconstpointer data)
{
    (void)data;
    put(fixture, "study.db", "");
    const lyh_study_options options = { .folder = fixture->folder };
    g_assert_null(lyh_study_open(&options, fixture->diags, &fixture->error));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_DATA);
    g_assert_cmpstr(lyh_diags_at(fixture->diags, 0)->code, ==, "store-empty");
}

static void codes_that_become_one_do_so_in_the_journal_too(study_fixture *fixture,
                                                           gconstpointer data)
{
    (void)data;
    lyh_study *study = open_study(fixture);
    lyh_journal *journal = store_of(fixture);
    add(journal, lyssnar(study, "anna", "vänta"));
    lyh_journal_close(journal);
    const size_t going[] = { 1 };
    const lyh_code_merge merge = { going, 1, 0, "lyssna", NULL };
    const lyh_decider decider = { "", "samma sak", "2026-05-02" };
    lyh_code_merging *plan =
        lyh_code_merging_plan(study, &merge, &decider, fixture->diags, &fixture->error);
    g_assert_nonnull(plan);
    for (size_t i = 0; i < 2; i++) /* twice: as after a crash */
        g_assert_true(lyh_code_merging_make(plan, fixture->diags, &fixture->error));
    lyh_code_merging_free(plan);
    lyh_study_free(study);

    g_assert_cmpuint(counted(fixture), ==, 1);
    journal = store_of(fixture);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, NULL, NULL);
    g_assert_cmpstr(lyh_stored_codings_at(codings, 0)->code, ==, "lyssna");
    uint64_t last;
    g_assert_true(lyh_journal_last(journal, &last, &fixture->error));
    g_assert_cmpuint(last, ==, 2);
    assert_rebuilt_is_kept(journal);
    lyh_journal_close(journal);
}

static void merge_lyssna(study_fixture *fixture)
{
    const size_t going[] = { 1 };
    const lyh_code_merge merge = { going, 1, 0, "lyssna", NULL };
    const lyh_decider decider = { "", "samma sak", "2026-05-02" };
    lyh_study *study = open_study(fixture);
    lyh_code_merging *plan =
        lyh_code_merging_plan(study, &merge, &decider, fixture->diags, &fixture->error);
    g_assert_nonnull(plan);
    g_assert_true(lyh_code_merging_make(plan, fixture->diags, &fixture->error));
    lyh_code_merging_free(plan);
    lyh_study_free(study);
}

static lyh_undo *planned_undo(study_fixture *fixture)
{
    return lyh_undo_plan(fixture->folder, NULL, fixture->diags, &fixture->error);
}

/* The code of anna's only coding. g_free(). */
static char *code_in_store(const study_fixture *fixture)
{
    lyh_journal *journal = store_of(fixture);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, "anna", NULL);
    g_assert_cmpuint(lyh_stored_codings_count(codings), ==, 1);
    char *code = g_strdup(lyh_stored_codings_at(codings, 0)->code);
    lyh_journal_close(journal);
    return code;
}

static void codes_made_one_in_the_journal_are_two_again_and_one_again(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    lyh_study *study = open_study(fixture);
    lyh_journal *journal = store_of(fixture);
    add(journal, lyssnar(study, "anna", "vänta"));
    lyh_journal_close(journal);
    lyh_study_free(study);
    for (unsigned char i = 0; i < 2; i++) { /* the same day, by nobody named */
        merge_lyssna(fixture);
        g_autofree char *joined = code_in_store(fixture);
        g_assert_cmpstr(joined, ==, "lyssna");
        lyh_undo *undo = planned_undo(fixture);
        g_assert_nonnull(undo);
        const unsigned char random[16] = { i };
        g_assert_true(lyh_undo_make(undo, random, "2026-05-03T10:00:00Z", fixture->diags,
                                    &fixture->error));
        lyh_undo_free(undo);
        g_autofree char *parted = code_in_store(fixture);
        g_assert_cmpstr(parted, ==, "vänta");
        g_assert_cmpuint(counted(fixture), ==, 1);
    }
    g_assert_null(planned_undo(fixture));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_NONE);
}

static void a_merge_that_somebody_has_coded_upon_in_the_journal_stays(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    lyh_journal_close(store_of(fixture));
    merge_lyssna(fixture);
    lyh_study *study = open_study(fixture);
    lyh_journal *journal = store_of(fixture);
    const lyh_event coded = lyssnar(study, "anna", "lyssna");
    add(journal, coded);
    lyh_journal_close(journal);
    lyh_study_free(study);
    g_assert_null(planned_undo(fixture));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_DATA);
    const size_t last = lyh_diags_count(fixture->diags) - 1;
    g_assert_cmpstr(lyh_diags_at(fixture->diags, last)->code, ==, "undo-used");

    /* taken back, as the message says, it hinders nothing; held again it does */
    lyh_event back = event_by("anna", LYH_EVENT_UNDO);
    back.target = coded.id;
    journal = store_of(fixture);
    add(journal, back);
    lyh_journal_close(journal);
    fixture->error = (lyh_error){ 0 };
    lyh_undo *undo = planned_undo(fixture);
    g_assert_nonnull(undo);
    lyh_undo_free(undo);
    lyh_event again = event_by("anna", LYH_EVENT_UNDO);
    again.target = back.id;
    journal = store_of(fixture);
    add(journal, again);
    lyh_journal_close(journal);
    g_assert_null(planned_undo(fixture));
}

static void what_was_saved_while_people_were_asked_is_not_lost_by_an_undo(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    merge_lyssna(fixture);
    lyh_undo *undo = planned_undo(fixture);
    g_assert_nonnull(undo);
    put(fixture, "codebook.csv", "kod;regler_plus\nlyssna;lyssna, hörs\n");
    const unsigned char random[16] = { 7 };
    g_assert_false(lyh_undo_make(undo, random, "2026-05-03T10:00:00Z", fixture->diags,
                                 &fixture->error));
    lyh_undo_free(undo);
    g_autofree char *path = g_build_filename(fixture->folder, "codebook.csv", NULL);
    g_autofree char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    g_assert_nonnull(strstr(bytes, "hörs"));
    assert_told_last(fixture, "undo-changed");
}

typedef struct other_writer {
    const study_fixture *fixture;
    int lock;
} other_writer;

static gpointer write_and_let_go(gpointer data)
{
    const other_writer *other = data;
    g_usleep(100000);
    put(other->fixture, "codebook.csv", "kod;regler_plus\nlyssna;lyssna, hörs\n");
    lyh_folder_unlock(other->lock);
    return NULL;
}

static void an_undo_waits_for_who_is_writing_and_sees_what_they_wrote(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    merge_lyssna(fixture);
    lyh_undo *undo = planned_undo(fixture);
    g_assert_nonnull(undo);
    other_writer other = { fixture, lyh_folder_lock(fixture->folder, &fixture->error) };
    g_assert_cmpint(other.lock, >=, 0);
    GThread *thread = g_thread_new("other", write_and_let_go, &other);
    const unsigned char random[16] = { 8 };
    g_assert_false(lyh_undo_make(undo, random, "2026-05-03T10:00:00Z", fixture->diags,
                                 &fixture->error));
    g_thread_join(thread);
    lyh_undo_free(undo);
    assert_told_last(fixture, "undo-changed");
}

static void a_row_that_is_written_while_joining_is_asked_about_is_not_lost(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    const size_t going[] = { 1 };
    const lyh_code_merge merge = { going, 1, 0, "lyssna", NULL };
    const lyh_decider decider = { "", "samma sak", "2026-05-02" };
    lyh_study *study = open_study(fixture);
    lyh_code_merging *plan =
        lyh_code_merging_plan(study, &merge, &decider, fixture->diags, &fixture->error);
    g_assert_nonnull(plan);
    const char *added = "kind;target;value;who;reason;date\nfind;R1:3;keep;anna;;\n";
    put(fixture, "decisions.csv", added);
    g_assert_false(lyh_code_merging_make(plan, fixture->diags, &fixture->error));
    lyh_code_merging_free(plan);
    lyh_study_free(study);
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_BUSY);
    assert_told_last(fixture, "changed-meanwhile");
    assert_file_is(fixture, "decisions.csv", added);
    g_autofree char *undo = g_build_filename(fixture->folder, "undo", NULL);
    g_assert_false(g_file_test(undo, G_FILE_TEST_EXISTS));
}

/* ---- somebody withdraws ---- */

/* Words of R1 that nobody else says: none of their parts may be anywhere afterwards. */
#define SECRET "kanariegult"

static bool holds(const char *path, const char *bytes)
{
    g_autofree char *content = NULL;
    gsize size = 0;
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        bool is_there = false;
        GDir *dir = g_dir_open(path, 0, NULL);
        for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
            g_autofree char *inside = g_build_filename(path, name, NULL);
            is_there |= holds(inside, bytes);
        }
        g_dir_close(dir);
        return is_there;
    }
    g_assert_true(g_file_get_contents(path, &content, &size, NULL));
    return memmem(content, size, bytes, strlen(bytes)) != NULL;
}

static void put_interviews(const study_fixture *fixture)
{
    put(fixture, "transcripts/R1.txt",
        "I: Hur var det?\nR: Rummet var målat " SECRET " den dagen.\n");
    put(fixture, "transcripts/grupp.txt",
        "I: Hur var det?\nA: Där var det " SECRET " också.\nB: De lyssnar på mig.\n");
    put(fixture, "transcripts.csv",
        "fil;respondent;intervjuare;respondentmärke\ngrupp.txt;R1;I;A\n"
        "grupp.txt;R2;I;B\n");
}

static lyh_event in_group(lyh_event event, const char *respondent, size_t turn,
                          const char *quote, const char *before)
{
    event.place.document = "grupp";
    event.place.respondent = respondent;
    event.place.turn = turn;
    event.place.quote = quote;
    event.place.before = before;
    event.place.after = "";
    return event;
}

/* All that a journal can hold of somebody: told, changed, taken back, noted, decided together. */
static void tell_of_r1(lyh_journal *journal, lyh_event_id *kept)
{
    lyh_event coded = code_at("anna", "R1", 19, 46, "lyssna");
    coded.place.respondent = "R1";
    coded.place.quote = "Rummet var målat " SECRET;
    add(journal, coded);
    lyh_event recoded = coded;
    recoded.id = next_id();
    recoded.kind = LYH_EVENT_RECODE;
    recoded.target = coded.id;
    recoded.place.quote = SECRET;
    add(journal, recoded);
    lyh_event memo = about("bo", LYH_EVENT_MEMO, coded.id);
    memo.about = LYH_MEMO_CODING;
    memo.text = "vad menas med detta?";
    add(journal, memo);
    lyh_event note = event_by("bo", LYH_EVENT_MEMO);
    note.about = LYH_MEMO_STUDY;
    note.text = "en sa: rummet var  målat " SECRET " den dagen";
    add(journal, note);
    add(journal, about("anna", LYH_EVENT_UNDO, recoded.id));

    add(journal, in_group(code_at("anna", "grupp", 19, 40, "vänta"), "R1", 1,
                          "Där var det " SECRET, ""));
    lyh_event other = in_group(code_at("anna", "grupp", 50, 60, "lyssna"), "R2", 2,
                               "De lyssnar", "det " SECRET " också.\nB: ");
    add(journal, other);
    *kept = other.id;
    lyh_event own = event_by("bo", LYH_EVENT_MEMO);
    own.about = LYH_MEMO_STUDY;
    own.text = "läs om R2 en gång till";
    add(journal, own);
}

static void withdraw(study_fixture *fixture, const char *id)
{
    lyh_study *study = open_study(fixture);
    lyh_withdrawal *plan =
        lyh_withdrawal_plan(study, id, "2026-05-02", fixture->diags, &fixture->error);
    for (size_t i = 0; i < lyh_diags_count(fixture->diags); i++)
        g_test_message("%s", lyh_diags_at(fixture->diags, i)->message);
    g_assert_nonnull(plan);
    g_assert_true(lyh_withdrawal_make(plan, fixture->diags, &fixture->error));
    lyh_withdrawal_free(plan);
    lyh_study_free(study);
}

static void who_withdraws_is_in_no_file_of_the_study_any_more(study_fixture *fixture,
                                                              gconstpointer data)
{
    (void)data;
    put_interviews(fixture);
    g_autofree char *path = g_build_filename(fixture->folder, "study.db", NULL);
    g_autofree char *backup = g_strconcat(path, ".bak-1-1", NULL);
    lyh_event_id kept;
    lyh_journal *journal = store_of(fixture);
    tell_of_r1(journal, &kept);
    lyh_journal_close(journal);
    g_autofree char *bytes = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(backup, bytes, (gssize)size, NULL));
    g_assert_true(
        lyh_study_codings_export(fixture->folder, fixture->diags, &fixture->error));
    g_assert_true(holds(fixture->folder, SECRET));

    withdraw(fixture, "R1");
    g_assert_false(holds(fixture->folder, SECRET));
    g_assert_false(holds(fixture->folder, "Rummet"));
    journal = open_as(path, LYH_JOURNAL_WRITE);
    assert_rebuilt_is_kept(journal);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, NULL, NULL);
    g_assert_cmpuint(lyh_stored_codings_count(codings), ==, 1);
    g_assert_true(lyh_event_id_equal(lyh_stored_codings_at(codings, 0)->id, kept));
    g_assert_cmpstr(lyh_stored_codings_at(codings, 0)->place.before, ==, "");
    g_autoptr(lyh_stored_memos) memos = lyh_journal_memos(journal, &fixture->error);
    g_assert_cmpuint(lyh_stored_memos_count(memos), ==, 1);
    g_assert_cmpstr(lyh_stored_memos_at(memos, 0)->text, ==, "läs om R2 en gång till");

    /* what anna did last and still may take back is about R2 */
    lyh_event_id next;
    g_assert_true(lyh_journal_undo_next(journal, "anna", &next, &fixture->error));
    g_assert_true(lyh_event_id_equal(next, kept));
    add(journal, about("anna", LYH_EVENT_UNDO, next));
    g_assert_true(lyh_journal_undo_next(journal, "anna", &next, &fixture->error));
    g_assert_true(lyh_event_id_is_none(next));
    lyh_journal_close(journal);

    g_autoptr(lyh_journal) old = open_as(backup, LYH_JOURNAL_READ);
    g_assert_cmpuint(count_of(old, NULL, NULL), ==, 1);
}

static void a_store_that_another_program_has_open_stops_a_withdrawal_whole(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    put_interviews(fixture);
    lyh_event_id kept;
    lyh_journal *journal = store_of(fixture);
    tell_of_r1(journal, &kept);
    lyh_study *study = open_study(fixture);
    lyh_withdrawal *plan =
        lyh_withdrawal_plan(study, "R1", "2026-05-02", fixture->diags, &fixture->error);
    g_assert_nonnull(plan);
    g_assert_false(lyh_withdrawal_make(plan, fixture->diags, &fixture->error));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_BUSY);
    lyh_withdrawal_free(plan);
    lyh_study_free(study);
    g_assert_cmpuint(count_of(journal, NULL, NULL), ==, 3);
    g_autofree char *decisions = g_build_filename(fixture->folder, "decisions.csv", NULL);
    g_assert_false(g_file_test(decisions, G_FILE_TEST_EXISTS));
    lyh_journal_close(journal);
}

static void a_row_that_is_written_while_a_withdrawal_is_asked_about_is_not_lost(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    put_interviews(fixture);
    lyh_study *study = open_study(fixture);
    lyh_withdrawal *plan =
        lyh_withdrawal_plan(study, "R1", "2026-05-02", fixture->diags, &fixture->error);
    g_assert_nonnull(plan);
    const char *added = "kind;target;value;who;reason;date\nfind;R2:3;keep;anna;;\n";
    put(fixture, "decisions.csv", added);
    g_assert_false(lyh_withdrawal_make(plan, fixture->diags, &fixture->error));
    lyh_withdrawal_free(plan);
    lyh_study_free(study);
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_BUSY);
    assert_told_last(fixture, "changed-meanwhile");
    assert_file_is(fixture, "decisions.csv", added);

    fixture->error = (lyh_error){ 0 };
    withdraw(fixture, "R1");
    g_assert_false(holds(fixture->folder, SECRET));
}

static void after_purge_nothing_of_the_store_is_left(study_fixture *fixture,
                                                     gconstpointer data)
{
    (void)data;
    put_interviews(fixture);
    put(fixture, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\npurge = 2026-05-01\n");
    lyh_event_id kept;
    lyh_journal *journal = store_of(fixture);
    tell_of_r1(journal, &kept);
    lyh_journal_close(journal);
    put(fixture, "study.db.bak-0-1", SECRET);
    put(fixture, "study.db-wal", SECRET);
    lyh_purge *purge =
        lyh_purge_plan(fixture->folder, "2026-05-02", fixture->diags, &fixture->error);
    g_assert_nonnull(purge);
    g_assert_true(lyh_purge_make(purge, fixture->diags, &fixture->error));
    lyh_purge_free(purge);
    g_assert_false(holds(fixture->folder, SECRET));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name)                                                                         \
    g_test_add("/study/store/" #name, study_fixture, NULL, set_up, name, tear_down)
    TEST(study_db_is_the_truth_and_files_are_its_exports);
    TEST(what_was_decided_together_is_what_counts);
    TEST(a_study_db_that_is_empty_stops_the_study);
    TEST(codes_that_become_one_do_so_in_the_journal_too);
    TEST(codes_made_one_in_the_journal_are_two_again_and_one_again);
    TEST(a_merge_that_somebody_has_coded_upon_in_the_journal_stays);
    TEST(what_was_saved_while_people_were_asked_is_not_lost_by_an_undo);
    TEST(an_undo_waits_for_who_is_writing_and_sees_what_they_wrote);
    TEST(a_row_that_is_written_while_joining_is_asked_about_is_not_lost);
    TEST(who_withdraws_is_in_no_file_of_the_study_any_more);
    TEST(a_store_that_another_program_has_open_stops_a_withdrawal_whole);
    TEST(a_row_that_is_written_while_a_withdrawal_is_asked_about_is_not_lost);
    TEST(after_purge_nothing_of_the_store_is_left);
    return g_test_run();
}
