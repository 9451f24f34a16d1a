/* Two computers: what comes in, what does not, and that both end with the same. */
#include <lyhord/store/forget.h>
#include <lyhord/store/imports.h>
#include <lyhord/store/join.h>

#include "journals.h"

typedef struct two {
    char *paths[2];
    lyh_journal *anna, *bo;
    lyh_diags *diags;
    lyh_error error;
} two;

static void set_up(two *pair, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < 2; i++)
        pair->paths[i] = new_path();
    pair->anna = open_as(pair->paths[0], LYH_JOURNAL_CREATE);
    pair->bo = open_as(pair->paths[1], LYH_JOURNAL_CREATE);
    pair->diags = lyh_diags_new(NULL);
}

static void tear_down(two *pair, gconstpointer data)
{
    (void)data;
    lyh_journal_close(pair->anna);
    lyh_journal_close(pair->bo);
    for (size_t i = 0; i < 2; i++) {
        remove_store(pair->paths[i]);
        g_free(pair->paths[i]);
    }
    lyh_diags_free(pair->diags);
}

static size_t join(two *pair, lyh_journal *mine, lyh_journal *other)
{
    size_t added = 99;
    g_assert_true(
        lyh_journal_join(mine, other, NULL, NULL, &added, NULL, pair->diags, &pair->error));
    return added;
}

static char *all_of(lyh_journal *journal)
{
    g_autoptr(GString) all = g_string_new(NULL);
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, NULL, NULL);
    for (size_t i = 0; i < lyh_stored_codings_count(codings); i++) {
        const lyh_stored_coding *coding = lyh_stored_codings_at(codings, i);
        char id[LYH_EVENT_ID_SIZE];
        lyh_event_id_text(coding->id, id);
        g_string_append_printf(all, "%s %s %s %zu\n", id, coding->coder, coding->code,
                               coding->place.start);
    }
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static void joined_both_ways_two_journals_hold_the_same(two *pair, gconstpointer data)
{
    (void)data;
    /* anna also worked on bo's computer: her own coding is changed in both places */
    const lyh_event shared = code_at("anna", "R01", 0, 10, "tid");
    add(pair->anna, shared);
    add(pair->bo, shared);
    lyh_event here = code_at("anna", "R01", 0, 10, "lokal");
    here.kind = LYH_EVENT_RECODE;
    here.target = shared.id;
    lyh_event there = here;
    there.id = next_id();
    there.code = "lyssna";
    add(pair->anna, here);
    add(pair->bo, there);
    add(pair->anna, code_at("anna", "R01", 20, 30, "tid"));
    const lyh_event by_bo = code_at("bo", "R01", 40, 50, "tid");
    add(pair->bo, by_bo);
    add(pair->bo, about("bo", LYH_EVENT_UNDO, by_bo.id));
    add(pair->bo, code_at("bo", "R02", 0, 10, "tid"));

    g_assert_cmpuint(join(pair, pair->anna, pair->bo), ==, 4);
    g_assert_cmpuint(join(pair, pair->bo, pair->anna), ==, 2);
    g_autofree char *first = all_of(pair->anna);
    g_autofree char *second = all_of(pair->bo);
    g_assert_cmpstr(first, ==, second);
    g_assert_cmpuint(count_of(pair->anna, NULL, NULL), ==, 3);
    g_assert_cmpuint(join(pair, pair->anna, pair->bo), ==, 0);
    assert_rebuilt_is_kept(pair->anna);
    assert_rebuilt_is_kept(pair->bo);
}

static void documents_with_another_text_are_all_named_and_nothing_comes(two *pair,
                                                                        gconstpointer data)
{
    (void)data;
    static const char *const names[] = { "R01", "R02" };
    for (size_t i = 0; i < 2; i++) {
        lyh_event other = code_at("bo", names[i], 0, 10, "tid");
        other.place.text_sha256 = OTHER_HASH;
        add(pair->anna, code_at("anna", names[i], 0, 10, "tid"));
        add(pair->bo, other);
    }
    add(pair->bo, code_at("bo", "R03", 0, 10, "tid"));
    g_assert_false(lyh_journal_join(pair->anna, pair->bo, NULL, NULL, NULL, NULL,
                                    pair->diags, &pair->error));
    g_assert_cmpint(pair->error.kind, ==, LYH_ERROR_DATA);
    g_assert_cmpuint(lyh_diags_error_count(pair->diags), ==, 2);
    for (size_t i = 0; i < 2; i++) {
        g_assert_cmpstr(lyh_diags_at(pair->diags, i)->code, ==, "join-text");
        g_assert_nonnull(strstr(lyh_diags_at(pair->diags, i)->message, names[i]));
    }
    g_assert_cmpuint(count_of(pair->anna, "bo", NULL), ==, 0);
}

static const char *only_r01(void *user, const char *document)
{
    (void)user;
    return strcmp(document, "R01") == 0 ? TEXT_HASH : NULL;
}

static bool has_left(void *user, const char *respondent)
{
    (void)user;
    return strcmp(respondent, "R07") == 0;
}

static void what_the_study_has_not_or_was_to_forget_does_not_come(two *pair,
                                                                  gconstpointer data)
{
    (void)data;
    const lyh_join_texts texts = { only_r01, has_left, NULL };
    lyh_event gone = code_at("bo", "R01", 0, 10, "tid");
    gone.place.respondent = "R07";
    add(pair->bo, gone);
    add(pair->bo, about("bo", LYH_EVENT_UNCODE, gone.id));
    g_assert_false(lyh_journal_join(pair->anna, pair->bo, &texts, NULL, NULL, NULL,
                                    pair->diags, &pair->error));
    g_assert_cmpstr(lyh_diags_at(pair->diags, 0)->code, ==, "join-withdrawn");
    add(pair->bo, code_at("bo", "R02", 0, 10, "tid"));
    g_assert_false(lyh_journal_join(pair->anna, pair->bo, &texts, NULL, NULL, NULL,
                                    pair->diags, &pair->error));
    g_assert_cmpstr(lyh_diags_at(pair->diags, 1)->code, ==, "join-document");
    uint64_t last;
    g_assert_true(lyh_journal_last(pair->anna, &last, &pair->error));
    g_assert_cmpuint(last, ==, 0);
}

static void another_event_under_a_known_id_overwrites_nothing(two *pair, gconstpointer data)
{
    (void)data;
    lyh_event event = code_at("bo", "R01", 0, 10, "tid");
    add(pair->anna, event);
    event.code = "lokal";
    add(pair->bo, event);
    add(pair->bo, code_at("bo", "R01", 20, 30, "tid"));
    g_assert_false(lyh_journal_join(pair->anna, pair->bo, NULL, NULL, NULL, NULL,
                                    pair->diags, &pair->error));
    g_assert_cmpstr(lyh_diags_at(pair->diags, 0)->code, ==, "join-event");
    g_autofree char *all = all_of(pair->anna);
    g_assert_nonnull(strstr(all, " tid "));
    g_assert_cmpuint(count_of(pair->anna, NULL, NULL), ==, 1);
}

static void a_join_is_told_of_in_the_journal(two *pair, gconstpointer data)
{
    (void)data;
    lyh_event joined = event_by("anna", LYH_EVENT_JOINED);
    joined.text = "bos dator";
    add(pair->bo, code_at("bo", "R01", 0, 10, "tid"));
    g_assert_true(lyh_journal_join(pair->anna, pair->bo, NULL, &joined, NULL, NULL,
                                   pair->diags, &pair->error));
    lyh_event_id next;
    g_assert_true(lyh_journal_undo_next(pair->anna, "anna", &next, &pair->error));
    g_assert_true(lyh_event_id_is_none(next));
    uint64_t last;
    g_assert_true(lyh_journal_last(pair->anna, &last, &pair->error));
    g_assert_cmpuint(last, ==, 2);
    assert_rebuilt_is_kept(pair->anna);
}

/* ---- an import is taken back ---- */

static void join_as(two *pair, lyh_journal *mine, lyh_journal *other, const char *from)
{
    lyh_event joined = event_by(LYH_IMPORTER, LYH_EVENT_JOINED);
    joined.text = from;
    g_assert_true(lyh_journal_join(mine, other, NULL, &joined, NULL, NULL, pair->diags,
                                   &pair->error));
}

/* The newest import of @journal that stands. */
static lyh_stored_import newest(lyh_journal *journal)
{
    lyh_error error = { 0 };
    g_autoptr(lyh_stored_imports) imports = lyh_journal_imports(journal, &error);
    lyh_stored_import found = { .from = NULL };
    g_assert_nonnull(imports);
    for (size_t i = 0; i < lyh_stored_imports_count(imports); i++) {
        found = *lyh_stored_imports_at(imports, i);
        if (!found.is_undone)
            break;
    }
    found.at = found.from = NULL; /* the list's */
    return found;
}

static bool undo_newest(two *pair, lyh_journal *journal)
{
    return lyh_journal_undo_import(journal, newest(journal).id, next_id(),
                                   "2026-05-02T12:00:00Z", pair->diags, &pair->error);
}

static void an_import_is_taken_back_in_one_step_and_may_come_again(two *pair,
                                                                   gconstpointer data)
{
    (void)data;
    const lyh_event shared = code_at("anna", "R01", 0, 10, "tid");
    const lyh_event by_bo = code_at("bo", "R01", 40, 50, "tid");
    add(pair->anna, shared);
    add(pair->bo, shared);
    add(pair->bo, by_bo);
    add(pair->bo, about("anna", LYH_EVENT_UNCODE, shared.id));
    join_as(pair, pair->anna, pair->bo, "bo/study.db");
    g_assert_cmpuint(newest(pair->anna).events, ==, 2);
    g_assert_cmpuint(count_of(pair->anna, "anna", NULL), ==, 0);
    g_assert_cmpuint(count_of(pair->anna, "bo", NULL), ==, 1);

    /* her coding stands again, which was taken away on the other computer */
    g_assert_true(undo_newest(pair, pair->anna));
    g_assert_cmpuint(count_of(pair->anna, "anna", NULL), ==, 1);
    g_assert_cmpuint(count_of(pair->anna, "bo", NULL), ==, 0);
    assert_rebuilt_is_kept(pair->anna);
    g_assert_false(undo_newest(pair, pair->anna));
    g_assert_cmpstr(lyh_diags_at(pair->diags, 0)->code, ==, "import-undo");

    lyh_diags_free(pair->diags);
    pair->diags = lyh_diags_new(NULL);
    pair->error = (lyh_error){ 0 };
    join_as(pair, pair->anna, pair->bo, "bo/study.db");
    g_assert_cmpuint(newest(pair->anna).events, ==, 2);
    g_assert_cmpuint(count_of(pair->anna, "bo", NULL), ==, 1);
    g_assert_cmpuint(count_of(pair->anna, "anna", NULL), ==, 0);
    assert_rebuilt_is_kept(pair->anna);
}

/* What anna does not want from bo is bo's all the same, and is handed on to nobody. */
static void what_was_taken_back_here_is_not_taken_back_elsewhere(two *pair,
                                                                 gconstpointer data)
{
    (void)data;
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) cilla = open_as(path, LYH_JOURNAL_CREATE);
    add(pair->anna, code_at("anna", "R01", 0, 10, "tid"));
    add(pair->bo, code_at("bo", "R01", 40, 50, "tid"));
    join_as(pair, pair->anna, pair->bo, "bo");
    g_assert_true(undo_newest(pair, pair->anna));
    join_as(pair, cilla, pair->anna, "anna");
    g_assert_cmpuint(count_of(cilla, NULL, NULL), ==, 1);
    g_assert_cmpuint(count_of(cilla, "bo", NULL), ==, 0);
    join_as(pair, pair->bo, pair->anna, "anna");
    g_assert_cmpuint(count_of(pair->bo, NULL, NULL), ==, 2);
    assert_rebuilt_is_kept(pair->bo);
    lyh_journal_close(g_steal_pointer(&cilla));
    remove_store(path);
}

static void what_was_decided_since_about_it_is_in_the_way(two *pair, gconstpointer data)
{
    (void)data;
    const lyh_event by_anna = code_at("anna", "R01", 0, 10, "tid");
    const lyh_event by_bo = code_at("bo", "R01", 0, 10, "lokal");
    add(pair->anna, by_anna);
    add(pair->bo, by_bo);
    join_as(pair, pair->anna, pair->bo, "bo");
    const lyh_event_id originals[] = { by_anna.id, by_bo.id };
    const char *const coders[] = { "anna", "bo" };
    lyh_event agreed = code_at("anna", "R01", 0, 10, "tid");
    agreed.kind = LYH_EVENT_AGREED;
    agreed.is_on = true;
    agreed.originals = originals;
    agreed.original_count = 2;
    agreed.coders = coders;
    agreed.coder_count = 2;
    add(pair->anna, agreed);
    g_assert_false(undo_newest(pair, pair->anna));
    g_assert_nonnull(strstr(lyh_diags_at(pair->diags, 0)->message, "anna"));
    g_assert_cmpuint(count_of(pair->anna, NULL, NULL), ==, 3);

    pair->error = (lyh_error){ 0 };
    add(pair->anna, about("anna", LYH_EVENT_UNDO, agreed.id));
    g_assert_true(undo_newest(pair, pair->anna));
    g_assert_cmpuint(count_of(pair->anna, NULL, NULL), ==, 1);
    assert_rebuilt_is_kept(pair->anna);
}

static lyh_forget_verdict judge(void *user, const lyh_event *event)
{
    (void)user;
    bool is_theirs = g_strcmp0(event->place.respondent, "R07") == 0;
    return is_theirs || strstr(event->text ? event->text : "", "Kalle") ? LYH_FORGET_EVENT
                                                                        : LYH_FORGET_KEEP;
}

/* Some of it is forgotten: the rest does not hold again for that. */
static void what_was_taken_back_stays_so_when_somebody_is_forgotten(two *pair,
                                                                    gconstpointer data)
{
    (void)data;
    const lyh_forget forget = { judge, NULL };
    lyh_event theirs = code_at("bo", "R01", 0, 10, "tid");
    theirs.place.respondent = "R07";
    add(pair->bo, theirs);
    add(pair->bo, code_at("bo", "R01", 40, 50, "tid"));
    join_as(pair, pair->anna, pair->bo, "Kalle.db");
    g_assert_true(undo_newest(pair, pair->anna));
    lyh_journal_close(g_steal_pointer(&pair->anna));
    g_assert_true(lyh_forget_make(pair->paths[0], &forget, "2026-05-03T00:00:00Z",
                                  pair->diags, &pair->error));
    pair->anna = open_as(pair->paths[0], LYH_JOURNAL_WRITE);
    g_assert_cmpuint(count_of(pair->anna, NULL, NULL), ==, 0);
    g_autoptr(lyh_stored_imports) imports = lyh_journal_imports(pair->anna, &pair->error);
    g_assert_true(lyh_stored_imports_at(imports, 0)->is_undone);
    g_assert_cmpstr(lyh_stored_imports_at(imports, 0)->from, ==, "");
    assert_rebuilt_is_kept(pair->anna);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add("/store/join/" #name, two, NULL, set_up, name, tear_down)
    TEST(joined_both_ways_two_journals_hold_the_same);
    TEST(documents_with_another_text_are_all_named_and_nothing_comes);
    TEST(what_the_study_has_not_or_was_to_forget_does_not_come);
    TEST(another_event_under_a_known_id_overwrites_nothing);
    TEST(a_join_is_told_of_in_the_journal);
    TEST(an_import_is_taken_back_in_one_step_and_may_come_again);
    TEST(what_was_taken_back_here_is_not_taken_back_elsewhere);
    TEST(what_was_decided_since_about_it_is_in_the_way);
    TEST(what_was_taken_back_stays_so_when_somebody_is_forgotten);
    return g_test_run();
}
