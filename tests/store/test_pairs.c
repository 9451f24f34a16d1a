/* Two who code the same interview: blind until both are done, then side by side. */
#include <lyhord/store/pairs.h>

#include "journals.h"

typedef lyh_pairs pairs;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pairs, lyh_pairs_free)

static void set_done(lyh_journal *journal, const char *who, bool is_done)
{
    lyh_event event = event_by(who, LYH_EVENT_DONE);
    event.place.document = "R01";
    event.is_on = is_done;
    add(journal, event);
}

static size_t seen_by(lyh_journal *journal, const char *who)
{
    lyh_error error = { 0 };
    g_autoptr(lyh_stored_done) done = lyh_journal_done(journal, &error);
    g_autoptr(lyh_stored_codings) all = codings_of(journal, NULL, "R01");
    g_assert_nonnull(done);
    size_t seen = 0;
    for (size_t i = 0; i < lyh_stored_codings_count(all); i++)
        seen +=
            lyh_stored_done_sees(done, who, "R01", lyh_stored_codings_at(all, i)->coder);
    return seen;
}

static void each_sees_their_own_until_both_are_done(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    add(journal, code_at("anna", "R01", 0, 10, "tid"));
    add(journal, code_at("bo", "R01", 0, 10, "tid"));
    add(journal, code_at("bo", "R01", 20, 30, "tid"));
    g_assert_cmpuint(seen_by(journal, "anna"), ==, 1);
    set_done(journal, "anna", true);
    g_assert_cmpuint(seen_by(journal, "anna"), ==, 1);
    g_assert_cmpuint(seen_by(journal, "bo"), ==, 2);
    set_done(journal, "bo", true);
    g_assert_cmpuint(seen_by(journal, "anna"), ==, 3);
    g_assert_cmpuint(seen_by(journal, "bo"), ==, 3);
    set_done(journal, "bo", false);
    g_assert_cmpuint(seen_by(journal, "anna"), ==, 1);

    lyh_error error = { 0 };
    g_assert_null(lyh_journal_pairs(journal, "R01", "anna", "bo", &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_NOT_ALLOWED);
    remove_store(path);
}

static void add_with(lyh_journal *journal, const char *who, size_t start, size_t end,
                     const char *code, lyh_polarity polarity)
{
    lyh_event event = code_at(who, "R01", start, end, code);
    event.polarity = polarity;
    add(journal, event);
}

static void codings_are_paired_by_what_they_share(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    /* place 1: the same, though another of bo's lies more on it */
    add_with(journal, "anna", 0, 20, "tid", LYH_PLUS);
    add_with(journal, "bo", 10, 25, "tid", LYH_PLUS);
    add_with(journal, "bo", 0, 20, "lokal", LYH_PLUS);
    /* place 2: polarity; place 3: code; place 4: bo alone */
    add_with(journal, "anna", 40, 50, "tid", LYH_PLUS);
    add_with(journal, "bo", 40, 50, "tid", LYH_MINUS);
    add_with(journal, "anna", 60, 70, "tid", LYH_PLUS);
    add_with(journal, "bo", 65, 80, "lokal", LYH_PLUS);
    add_with(journal, "bo", 90, 95, "lokal", LYH_PLUS);
    set_done(journal, "anna", true);
    set_done(journal, "bo", true);

    lyh_error error = { 0 };
    g_autoptr(pairs) found = lyh_journal_pairs(journal, "R01", "anna", "bo", &error);
    g_assert_nonnull(found);
    static const lyh_pair_kind kinds[] = { LYH_PAIR_SAME, LYH_PAIR_ONLY_B,
                                           LYH_PAIR_POLARITY, LYH_PAIR_CODE,
                                           LYH_PAIR_ONLY_B };
    g_assert_cmpuint(lyh_pairs_count(found), ==, G_N_ELEMENTS(kinds));
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const lyh_pair *pair = lyh_pairs_at(found, i);
        g_assert_cmpint(pair->kind, ==, kinds[i]);
        g_assert_null(pair->agreed);
    }
    g_assert_cmpuint(lyh_pairs_at(found, 0)->b->place.end, ==, 25);
    remove_store(path);
}

static void what_was_decided_stands_by_its_pair_and_may_be_decided_again(void)
{
    g_autofree char *path = new_path();
    g_autoptr(lyh_journal) journal = open_as(path, LYH_JOURNAL_CREATE);
    const lyh_event by_anna = code_at("anna", "R01", 0, 10, "tid");
    const lyh_event by_bo = code_at("bo", "R01", 5, 10, "lokal");
    add(journal, by_anna);
    add(journal, by_bo);
    set_done(journal, "anna", true);
    set_done(journal, "bo", true);
    const lyh_event_id originals[] = { by_bo.id, by_anna.id };
    const lyh_event_id turned[] = { by_anna.id, by_bo.id };
    const char *const coders[] = { "anna", "bo" };
    lyh_event agreed = code_at("anna", "R01", 0, 10, "tid");
    agreed.kind = LYH_EVENT_AGREED;
    agreed.is_on = true;
    agreed.originals = originals;
    agreed.original_count = 2;
    agreed.coders = coders;
    agreed.coder_count = 2;
    add(journal, agreed);
    lyh_error error = { 0 };
    g_autoptr(pairs) found = lyh_journal_pairs(journal, "R01", "anna", "bo", &error);
    g_assert_cmpuint(lyh_pairs_count(found), ==, 1);
    g_assert_cmpstr(lyh_pairs_at(found, 0)->agreed->code, ==, "tid");
    g_assert_cmpint(lyh_pairs_at(found, 0)->agreed->status, ==, LYH_MANUAL);

    /* bo writes the other decision about the same two: one stands, the later */
    lyh_event none = agreed;
    none.id = next_id();
    none.who = "bo";
    none.is_on = false;
    none.originals = turned;
    add(journal, none);
    g_autoptr(pairs) again = lyh_journal_pairs(journal, "R01", "anna", "bo", &error);
    g_assert_cmpint(lyh_pairs_at(again, 0)->agreed->status, ==, LYH_REJECTED);
    g_assert_cmpuint(count_of(journal, LYH_TOGETHER, NULL), ==, 1);
    /* both originals stand as they were */
    g_assert_cmpuint(count_of(journal, "anna", NULL), ==, 1);
    g_assert_cmpuint(count_of(journal, "bo", NULL), ==, 1);

    lyh_event recode = code_at("bo", "R01", 0, 8, "tid");
    recode.kind = LYH_EVENT_RECODE;
    recode.target = lyh_pairs_at(again, 0)->agreed->id;
    add(journal, recode);
    recode.who = "cilla";
    recode.id = next_id();
    g_free(refused(journal, recode));
    assert_rebuilt_is_kept(journal);
    remove_store(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/store/pairs/" #name, name)
    TEST(each_sees_their_own_until_both_are_done);
    TEST(codings_are_paired_by_what_they_share);
    TEST(what_was_decided_stands_by_its_pair_and_may_be_decided_again);
    return g_test_run();
}
