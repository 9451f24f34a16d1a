/* The journal: what is written stands, what is taken back is gone, and nothing is anybody else's. */
#include <sys/stat.h>

#include "journals.h"

static void a_coding_stands_after_the_file_was_closed(void)
{
    g_autofree char *path = new_path();
    lyh_event event = code_at("anna", "R01", 4, 15, "tid");
    event.cue = "inte";
    event.state = LYH_NEGATED;
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    add(journal, event);
    lyh_journal_close(journal);

    g_autoptr(lyh_journal) again = open_as(path, LYH_JOURNAL_READ);
    g_autoptr(lyh_stored_codings) codings = codings_of(again, "anna", "R01");
    g_assert_cmpuint(lyh_stored_codings_count(codings), ==, 1);
    const lyh_stored_coding *coding = lyh_stored_codings_at(codings, 0);
    g_assert_true(lyh_event_id_equal(coding->id, event.id));
    g_assert_cmpstr(coding->coder, ==, "anna");
    g_assert_cmpstr(coding->code, ==, "tid");
    g_assert_cmpuint(coding->place.start, ==, 4);
    g_assert_cmpuint(coding->place.end, ==, 15);
    g_assert_cmpuint(coding->place.turn, ==, 3);
    g_assert_cmpstr(coding->place.quote, ==, "det var bra");
    g_assert_cmpstr(coding->place.before, ==, "och ");
    g_assert_cmpstr(coding->place.text_sha256, ==, TEXT_HASH);
    g_assert_cmpstr(coding->cue, ==, "inte");
    g_assert_cmpint(coding->polarity, ==, LYH_PLUS);
    g_assert_cmpint(coding->state, ==, LYH_NEGATED);
    g_assert_cmpint(coding->status, ==, LYH_MANUAL);
    assert_rebuilt_is_kept(again);
    remove_store(path);
}

static void what_is_undone_is_gone_and_redone_it_is_there(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    const lyh_event coded = code_at("anna", "R01", 4, 15, "tid");
    lyh_event_id next;
    lyh_error error = { 0 };
    add(journal, coded);
    g_assert_true(lyh_journal_undo_next(journal, "anna", &next, &error));
    g_assert_true(lyh_event_id_equal(next, coded.id));
    const lyh_event undo = about("anna", LYH_EVENT_UNDO, next);
    add(journal, undo);
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 0);

    g_assert_true(lyh_journal_redo_next(journal, "anna", &next, &error));
    g_assert_true(lyh_event_id_equal(next, undo.id));
    add(journal, about("anna", LYH_EVENT_UNDO, next));
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 1);
    assert_rebuilt_is_kept(journal);
    remove_store(path);
}

static void nobody_undoes_or_changes_what_another_did(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    const lyh_event coded = code_at("anna", "R01", 4, 15, "tid");
    add(journal, coded);
    g_free(refused(journal, about("bo", LYH_EVENT_UNDO, coded.id)));
    g_free(refused(journal, about("bo", LYH_EVENT_UNCODE, coded.id)));
    lyh_event recode = code_at("bo", "R01", 4, 15, "lokal");
    recode.kind = LYH_EVENT_RECODE;
    recode.target = coded.id;
    g_free(refused(journal, recode));
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 1);

    lyh_event_id next;
    lyh_error error = { 0 };
    g_assert_true(lyh_journal_undo_next(journal, "bo", &next, &error));
    g_assert_true(lyh_event_id_is_none(next));
    remove_store(path);
}

static void of_several_events_all_are_written_or_none(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    const lyh_event events[] = { code_at("anna", "R01", 4, 15, "tid"),
                                 about("anna", LYH_EVENT_UNCODE, next_id()) };
    g_assert_false(lyh_journal_append(journal, events, 2, diags, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_DATA);
    uint64_t last = 1;
    g_assert_true(lyh_journal_last(journal, &last, &error));
    g_assert_cmpuint(last, ==, 0);
    g_assert_cmpuint(count_of(journal, NULL, NULL), ==, 0);
    remove_store(path);
}

static void an_event_sent_twice_is_written_once(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    lyh_event event = code_at("anna", "R01", 4, 15, "tid");
    add(journal, event);
    add(journal, event);
    g_assert_cmpuint(count_of(journal, NULL, NULL), ==, 1);
    event.code = "lokal";
    g_free(refused(journal, event));
    remove_store(path);
}

static void who_thinks_better_of_a_suggestion_has_one_answer(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    lyh_event answer = code_at("anna", "R01", 4, 15, "tid");
    answer.kind = LYH_EVENT_ACCEPT;
    answer.rule = "+tid";
    add(journal, answer);
    lyh_event better = answer;
    better.id = next_id();
    better.kind = LYH_EVENT_REJECT;
    add(journal, better);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, "anna", "R01");
    g_assert_cmpuint(lyh_stored_codings_count(codings), ==, 1);
    g_assert_cmpint(lyh_stored_codings_at(codings, 0)->status, ==, LYH_REJECTED);
    add(journal, about("anna", LYH_EVENT_UNDO, better.id));
    g_autoptr(lyh_stored_codings) before = codings_of(journal, "anna", "R01");
    g_assert_cmpint(lyh_stored_codings_at(before, 0)->status, ==, LYH_ACCEPTED);
    g_assert_cmpstr(lyh_stored_codings_at(before, 0)->rule, ==, "+tid");
    assert_rebuilt_is_kept(journal);
    remove_store(path);
}

static bool is_done_with(lyh_journal *journal, const char *coder, const char *document)
{
    lyh_error error = { 0 };
    g_autoptr(lyh_stored_done) done = lyh_journal_done(journal, &error);
    g_assert_nonnull(done);
    return lyh_stored_done_has(done, document, coder);
}

static void memos_marks_and_klar_stand_until_they_are_changed(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    lyh_error error = { 0 };
    const lyh_event coded = code_at("anna", "R01", 4, 15, "tid");
    lyh_event memo = about("anna", LYH_EVENT_MEMO, coded.id);
    memo.about = LYH_MEMO_CODING;
    memo.text = "fråga bo";
    lyh_event mark = about("anna", LYH_EVENT_MARK, coded.id);
    mark.mark = LYH_MARK_QUOTE;
    lyh_event done = event_by("anna", LYH_EVENT_DONE);
    done.place.document = "R01";
    done.is_on = true;
    add(journal, coded);
    add(journal, memo);
    add(journal, mark);
    add(journal, done);
    lyh_event anew = about("anna", LYH_EVENT_MEMO, memo.id);
    anew.about = LYH_MEMO_CODING;
    anew.text = "bo håller med";
    add(journal, anew);

    g_assert_true(is_done_with(journal, "anna", "R01"));
    g_autoptr(lyh_stored_memos) memos = lyh_journal_memos(journal, &error);
    g_assert_cmpuint(lyh_stored_memos_count(memos), ==, 1);
    g_assert_cmpstr(lyh_stored_memos_at(memos, 0)->text, ==, "bo håller med");
    g_assert_true(lyh_event_id_equal(lyh_stored_memos_at(memos, 0)->coding, coded.id));
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, "anna", "R01");
    g_assert_cmpint(lyh_stored_codings_at(codings, 0)->mark, ==, LYH_MARK_QUOTE);

    done.id = next_id();
    done.is_on = false;
    add(journal, done);
    g_assert_false(is_done_with(journal, "anna", "R01"));
    assert_rebuilt_is_kept(journal);
    remove_store(path);
}

static void the_file_is_its_owners_alone_whatever_the_umask(void)
{
    g_autofree char *path = new_path();
    mode_t before = umask(0);
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    add(journal, code_at("anna", "R01", 4, 15, "tid"));
    umask(before);
    static const char *const endings[] = { "", "-wal", "-shm" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *file = g_strconcat(path, endings[i], NULL);
        struct stat status;
        if (stat(file, &status) == 0)
            g_assert_cmpint(status.st_mode & 0777, ==, 0600);
        else
            g_assert_cmpuint(i, >, 0);
    }
    remove_store(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/store/journal/" #name, name)
    TEST(a_coding_stands_after_the_file_was_closed);
    TEST(what_is_undone_is_gone_and_redone_it_is_there);
    TEST(nobody_undoes_or_changes_what_another_did);
    TEST(of_several_events_all_are_written_or_none);
    TEST(an_event_sent_twice_is_written_once);
    TEST(who_thinks_better_of_a_suggestion_has_one_answer);
    TEST(memos_marks_and_klar_stand_until_they_are_changed);
    TEST(the_file_is_its_owners_alone_whatever_the_umask);
    return g_test_run();
}
