/* Two computers: what comes in, what does not, and that both end with the same. */
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

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add("/store/join/" #name, two, NULL, set_up, name, tear_down)
    TEST(joined_both_ways_two_journals_hold_the_same);
    TEST(documents_with_another_text_are_all_named_and_nothing_comes);
    TEST(what_the_study_has_not_or_was_to_forget_does_not_come);
    TEST(another_event_under_a_known_id_overwrites_nothing);
    TEST(a_join_is_told_of_in_the_journal);
    return g_test_run();
}
