/** Journals and events for tests: random bytes and times that are made up, the same each run. */
#ifndef LYHORD_TESTS_STORE_JOURNALS_H
#define LYHORD_TESTS_STORE_JOURNALS_H

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include <lyhord/store/journal.h>

#define TEXT_HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER_HASH "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"

#include "../../src/base/autoptr.h"
#include "../../src/store/autoptr.h"

static inline lyh_event_id next_id(void)
{
    static guint32 count;
    unsigned char random[16] = { 0 };
    count++;
    /* spread, so that the order of ids is not that of time */
    guint32 mixed = count * 2654435761u;
    memcpy(random, &mixed, sizeof mixed);
    memcpy(random + 12, &count, sizeof count);
    return lyh_event_id_random(random);
}

static inline lyh_event event_by(const char *who, lyh_event_kind kind)
{
    return (lyh_event){ .id = next_id(),
                        .at = "2026-05-01T12:00:00Z",
                        .who = who,
                        .kind = kind,
                        .place = { .turn = LYH_NONE } };
}

static inline lyh_event code_at(const char *who, const char *document, size_t start,
                                size_t end, const char *code)
{
    lyh_event event = event_by(who, LYH_EVENT_CODE);
    event.place = (lyh_text_place){ .document = document,
                                    .text_sha256 = TEXT_HASH,
                                    .start = start,
                                    .end = end,
                                    .quote = "det var bra",
                                    .before = "och ",
                                    .after = " sa hon",
                                    .respondent = "R01",
                                    .turn = 3 };
    event.code = code;
    event.polarity = LYH_PLUS;
    return event;
}

static inline lyh_event about(const char *who, lyh_event_kind kind, lyh_event_id target)
{
    lyh_event event = event_by(who, kind);
    event.target = target;
    return event;
}

/* In memory where there is such a disk: each append waits until it is on the disk. */
static inline char *new_path(void)
{
    bool is_there = g_access("/dev/shm", W_OK) == 0;
    g_autofree char *folder = g_build_filename(is_there ? "/dev/shm" : g_get_tmp_dir(),
                                               "lyhord-store-XXXXXX", NULL);
    g_assert_nonnull(g_mkdtemp(folder));
    return g_build_filename(folder, "study.db", NULL);
}

static inline lyh_journal *open_as(const char *path, lyh_journal_mode mode)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    lyh_journal *journal = lyh_journal_open(path, mode, diags, &error);
    g_assert_nonnull(journal);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
    return journal;
}

/* Leaves nothing in the folder for temporary files. */
static inline void remove_store(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        g_autofree char *file = g_build_filename(folder, name, NULL);
        g_unlink(file);
    }
    g_dir_close(dir);
    g_rmdir(folder);
}

static inline void add(lyh_journal *journal, lyh_event event)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    bool is_added = lyh_journal_append(journal, &event, 1, diags, &error);
    if (!is_added && lyh_diags_count(diags) > 0)
        g_test_message("%s", lyh_diags_at(diags, 0)->message);
    g_assert_true(is_added);
}

/* Refused, and not for trouble with the machine; g_free() what is said. */
static inline char *refused(lyh_journal *journal, lyh_event event)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_assert_false(lyh_journal_append(journal, &event, 1, diags, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_DATA);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 1);
    return g_strdup(lyh_diags_at(diags, 0)->message);
}

static inline lyh_stored_codings *codings_of(lyh_journal *journal, const char *coder,
                                             const char *document)
{
    lyh_error error = { 0 };
    lyh_stored_codings *codings = lyh_journal_codings(journal, coder, document, &error);
    g_assert_nonnull(codings);
    return codings;
}

static inline size_t count_of(lyh_journal *journal, const char *coder, const char *document)
{
    g_autoptr(lyh_stored_codings) codings = codings_of(journal, coder, document);
    return lyh_stored_codings_count(codings);
}

static inline void assert_rebuilt_is_kept(lyh_journal *journal)
{
    bool was_right = false;
    lyh_error error = { 0 };
    g_assert_true(lyh_journal_rebuild(journal, &was_right, &error));
    g_assert_true(was_right);
}

#endif
