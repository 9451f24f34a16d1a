#include <lyhord/store/pairs.h>

#include <string.h>

#include "autoptr.h"
#include "journal_private.h"
#include "lists.h"

struct lyh_pairs {
    GArray *list; /* lyh_pair */
    lyh_stored_codings *a, *b, *together;
};

/* ---- pairs ---- */

static size_t shared(const lyh_stored_coding *a, const lyh_stored_coding *b)
{
    size_t start = MAX(a->place.start, b->place.start);
    size_t end = MIN(a->place.end, b->place.end);
    return end > start ? end - start : 0;
}

static lyh_pair_kind kind_of(const lyh_stored_coding *a, const lyh_stored_coding *b)
{
    if (strcmp(a->code, b->code) != 0)
        return LYH_PAIR_CODE;
    return a->polarity == b->polarity ? LYH_PAIR_SAME : LYH_PAIR_POLARITY;
}

/* The partner of @a of @kind that is free and shares most with it; LYH_NONE: there is none. */
static size_t partner_of(const lyh_stored_coding *a, const lyh_stored_codings *others,
                         const bool *is_taken, lyh_pair_kind kind)
{
    size_t best = LYH_NONE, most = 0;
    for (size_t i = 0; i < lyh_stored_codings_count(others); i++) {
        const lyh_stored_coding *b = lyh_stored_codings_at(others, i);
        if (b->place.start >= a->place.end)
            break; /* they stand in order */
        size_t size = is_taken[i] || kind_of(a, b) != kind ? 0 : shared(a, b);
        if (size > most) {
            most = size;
            best = i;
        }
    }
    return best;
}

static void add_pair(lyh_pairs *pairs, lyh_pair_kind kind, const lyh_stored_coding *a,
                     const lyh_stored_coding *b)
{
    const lyh_pair pair = { kind, a, b, NULL };
    g_array_append_val(pairs->list, pair);
}

static void add_of_kind(lyh_pairs *pairs, lyh_pair_kind kind, bool *a_taken, bool *b_taken)
{
    for (size_t i = 0; i < lyh_stored_codings_count(pairs->a); i++) {
        const lyh_stored_coding *a = lyh_stored_codings_at(pairs->a, i);
        size_t found = a_taken[i] ? LYH_NONE : partner_of(a, pairs->b, b_taken, kind);
        if (found == LYH_NONE)
            continue;
        add_pair(pairs, kind, a, lyh_stored_codings_at(pairs->b, found));
        a_taken[i] = b_taken[found] = true;
    }
}

static void add_alone(lyh_pairs *pairs, const bool *a_taken, const bool *b_taken)
{
    for (size_t i = 0; i < lyh_stored_codings_count(pairs->a); i++)
        if (!a_taken[i])
            add_pair(pairs, LYH_PAIR_ONLY_A, lyh_stored_codings_at(pairs->a, i), NULL);
    for (size_t i = 0; i < lyh_stored_codings_count(pairs->b); i++)
        if (!b_taken[i])
            add_pair(pairs, LYH_PAIR_ONLY_B, NULL, lyh_stored_codings_at(pairs->b, i));
}

static size_t start_of(const lyh_pair *pair)
{
    size_t a = pair->a ? pair->a->place.start : SIZE_MAX;
    return MIN(a, pair->b ? pair->b->place.start : SIZE_MAX);
}

static gint by_start(gconstpointer one, gconstpointer two)
{
    size_t a = start_of(one), b = start_of(two);
    return (a > b) - (a < b);
}

static void pair_all(lyh_pairs *pairs)
{
    g_autofree bool *a_taken = g_new0(bool, lyh_stored_codings_count(pairs->a) + 1);
    g_autofree bool *b_taken = g_new0(bool, lyh_stored_codings_count(pairs->b) + 1);
    for (lyh_pair_kind kind = LYH_PAIR_SAME; kind <= LYH_PAIR_CODE; kind++)
        add_of_kind(pairs, kind, a_taken, b_taken);
    add_alone(pairs, a_taken, b_taken);
    g_array_sort(pairs->list, by_start);
}

/* ---- what they decided ---- */

bool lyh_journal_decided(lyh_journal *journal, const lyh_event_id *originals, size_t count,
                         lyh_event_id *decided, lyh_error *error)
{
    lyh_event_id sorted[2], subject;
    const lyh_event event = { .kind = LYH_EVENT_AGREED,
                              .originals = sorted,
                              .original_count = count };
    lyh_error trouble = { 0 };
    *decided = (lyh_event_id){ { 0 } };
    g_assert(count > 0 && count <= G_N_ELEMENTS(sorted));
    memcpy(sorted, originals, count * sizeof *sorted);
    if (count == 2 && memcmp(sorted, sorted + 1, sizeof *sorted) > 0) {
        sorted[0] = originals[1];
        sorted[1] = originals[0];
    }
    if (!journal_subject(journal->db, &event, &subject, error))
        return false;
    sqlite3_stmt *find =
        database_statement(journal->db, "SELECT id FROM codings WHERE subject = ?");
    bind_id(find, 1, subject);
    if (database_row(journal->db, find, &trouble)) {
        *decided = column_id(find, 0);
        sqlite3_reset(find);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}

static void find_agreed(lyh_journal *journal, const lyh_pairs *pairs, lyh_pair *pair,
                        lyh_error *trouble)
{
    lyh_event_id originals[2], decided;
    size_t count = 0;
    if (pair->a)
        originals[count++] = pair->a->id;
    if (pair->b)
        originals[count++] = pair->b->id;
    if (!lyh_journal_decided(journal, originals, count, &decided, trouble))
        return;
    for (size_t i = 0; i < lyh_stored_codings_count(pairs->together); i++)
        if (lyh_event_id_equal(lyh_stored_codings_at(pairs->together, i)->id, decided))
            pair->agreed = lyh_stored_codings_at(pairs->together, i);
}

static bool is_wanted(void *user, const lyh_stored_coding *coding)
{
    (void)user;
    return coding->status != LYH_REJECTED;
}

static bool are_done(lyh_journal *journal, const char *document, const char *a,
                     const char *b, lyh_error *error)
{
    g_autoptr(lyh_stored_done) done = lyh_journal_done(journal, error);
    if (!done)
        return false;
    return (lyh_stored_done_has(done, document, a) &&
            lyh_stored_done_has(done, document, b)) ||
           lyh_error_set(error, LYH_ERROR_NOT_ALLOWED, 0, journal->db->path);
}

lyh_pairs *lyh_journal_pairs(lyh_journal *journal, const char *document, const char *a,
                             const char *b, lyh_error *error)
{
    lyh_error trouble = { 0 };
    if (!are_done(journal, document, a, b, error))
        return NULL;
    lyh_pairs *pairs = g_new0(lyh_pairs, 1);
    pairs->list = g_array_new(FALSE, FALSE, sizeof(lyh_pair));
    pairs->a = lyh_journal_codings(journal, a, document, &trouble);
    pairs->b = lyh_journal_codings(journal, b, document, &trouble);
    pairs->together = lyh_journal_codings(journal, LYH_TOGETHER, document, &trouble);
    if (pairs->a && pairs->b && pairs->together) {
        stored_codings_keep(pairs->a, is_wanted, NULL);
        stored_codings_keep(pairs->b, is_wanted, NULL);
        pair_all(pairs);
        for (guint i = 0; i < pairs->list->len; i++)
            find_agreed(journal, pairs, &g_array_index(pairs->list, lyh_pair, i), &trouble);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return pairs;
    lyh_pairs_free(pairs);
    *error = trouble;
    return NULL;
}

void lyh_pairs_free(lyh_pairs *pairs)
{
    if (!pairs)
        return;
    g_array_unref(pairs->list);
    lyh_stored_codings_free(pairs->a);
    lyh_stored_codings_free(pairs->b);
    lyh_stored_codings_free(pairs->together);
    g_free(pairs);
}

size_t lyh_pairs_count(const lyh_pairs *pairs)
{
    return pairs->list->len;
}

const lyh_pair *lyh_pairs_at(const lyh_pairs *pairs, size_t index)
{
    g_assert(index < pairs->list->len);
    return &g_array_index(pairs->list, lyh_pair, index);
}
