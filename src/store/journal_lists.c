/* What holds, as lists. */
#include <stdlib.h>
#include <string.h>

#include "journal_private.h"
#include "lists.h"

/* ---- names ---- */

struct lyh_stored_names {
    GPtrArray *list; /* char * */
};

void lyh_stored_names_free(lyh_stored_names *names)
{
    if (!names)
        return;
    g_ptr_array_unref(names->list);
    g_free(names);
}

size_t lyh_stored_names_count(const lyh_stored_names *names)
{
    return names->list->len;
}

const char *lyh_stored_names_at(const lyh_stored_names *names, size_t index)
{
    g_assert(index < names->list->len);
    return names->list->pdata[index];
}

static lyh_stored_names *names_of(database *db, const char *sql, lyh_error *error)
{
    lyh_stored_names *names = g_new0(lyh_stored_names, 1);
    sqlite3_stmt *rows = database_statement(db, sql);
    lyh_error trouble = { 0 };
    names->list = g_ptr_array_new_with_free_func(g_free);
    while (database_row(db, rows, &trouble))
        g_ptr_array_add(names->list, g_strdup(column_text(rows, 0)));
    if (trouble.kind == LYH_ERROR_NONE)
        return names;
    lyh_stored_names_free(names);
    *error = trouble;
    return NULL;
}

lyh_stored_names *lyh_journal_coders(lyh_journal *journal, lyh_error *error)
{
    return names_of(journal->db,
                    "SELECT coder FROM (SELECT coder FROM codings UNION SELECT coder FROM "
                    "done) ORDER BY coder = '" LYH_TOGETHER "', coder",
                    error);
}

lyh_stored_names *lyh_journal_documents(lyh_journal *journal, lyh_error *error)
{
    return names_of(journal->db,
                    "SELECT document FROM codings UNION SELECT document FROM done "
                    "ORDER BY document",
                    error);
}

lyh_stored_names *lyh_journal_undecided(lyh_journal *journal, lyh_error *error)
{
    G_STATIC_ASSERT(LYH_REJECTED == 2);
    return names_of(journal->db,
                    "SELECT DISTINCT document FROM codings WHERE coder != '" LYH_TOGETHER
                    "' AND status != 2 AND EXISTS(SELECT 1 FROM codings WHERE coder = "
                    "'" LYH_TOGETHER "') AND document NOT IN (SELECT document FROM "
                    "codings WHERE coder = '" LYH_TOGETHER "') ORDER BY document",
                    error);
}

/* ---- codings ---- */

typedef struct merge {
    int64_t clock;
    char *code, *into;
} merge;

struct lyh_stored_codings {
    GArray *list; /* lyh_stored_coding */
    GStringChunk *text;
};

static void clear_merge(void *data)
{
    merge *one = data;
    g_free(one->code);
    g_free(one->into);
}

static GArray *merges_of(database *db, lyh_error *error)
{
    g_autoptr(GArray) merges = g_array_new(FALSE, FALSE, sizeof(merge));
    sqlite3_stmt *rows = database_statement(
        db, "SELECT clock, code, code_into FROM merges ORDER BY clock, subject");
    lyh_error trouble = { 0 };
    g_array_set_clear_func(merges, clear_merge);
    while (database_row(db, rows, &trouble)) {
        const merge one = { sqlite3_column_int64(rows, 0), g_strdup(column_text(rows, 1)),
                            g_strdup(column_text(rows, 2)) };
        g_array_append_val(merges, one);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return g_steal_pointer(&merges);
    *error = trouble;
    return NULL;
}

/* A merge is of the codings so far: one that chose the name afterwards means it. */
static const char *code_after(const GArray *merges, const char *code, int64_t clock)
{
    for (guint i = 0; i < merges->len; i++) {
        const merge *one = &g_array_index(merges, merge, i);
        if (one->clock > clock && strcmp(one->code, code) == 0)
            code = one->into;
    }
    return code;
}

void lyh_stored_codings_free(lyh_stored_codings *codings)
{
    if (!codings)
        return;
    g_array_unref(codings->list);
    g_string_chunk_free(codings->text);
    g_free(codings);
}

size_t lyh_stored_codings_count(const lyh_stored_codings *codings)
{
    return codings->list->len;
}

const lyh_stored_coding *lyh_stored_codings_at(const lyh_stored_codings *codings,
                                               size_t index)
{
    g_assert(index < codings->list->len);
    return &g_array_index(codings->list, lyh_stored_coding, index);
}

void stored_codings_keep(lyh_stored_codings *codings,
                         bool (*is_kept)(void *user, const lyh_stored_coding *coding),
                         void *user)
{
    guint kept = 0;
    for (guint i = 0; i < codings->list->len; i++) {
        const lyh_stored_coding one = g_array_index(codings->list, lyh_stored_coding, i);
        if (is_kept(user, &one))
            g_array_index(codings->list, lyh_stored_coding, kept++) = one;
    }
    g_array_set_size(codings->list, kept);
}

static const char *keep(const lyh_stored_codings *codings, sqlite3_stmt *row, int column)
{
    return g_string_chunk_insert(codings->text, column_text(row, column));
}

static const char *keep_once(const lyh_stored_codings *codings, const char *text)
{
    return g_string_chunk_insert_const(codings->text, text);
}

static lyh_stored_coding read_coding(const lyh_stored_codings *codings,
                                     const GArray *merges, sqlite3_stmt *row)
{
    const char *code =
        code_after(merges, column_text(row, 12), sqlite3_column_int64(row, 13));
    return (lyh_stored_coding){
        .id = column_id(row, 1),
        .coder = keep_once(codings, column_text(row, 2)),
        .place = { .document = keep_once(codings, column_text(row, 3)),
                   .text_sha256 = keep_once(codings, column_text(row, 4)),
                   .start = column_size(row, 5),
                   .end = column_size(row, 6),
                   .quote = keep(codings, row, 7),
                   .before = keep(codings, row, 8),
                   .after = keep(codings, row, 9),
                   .respondent = keep_once(codings, column_text(row, 10)),
                   .turn = column_size(row, 11) },
        .code = keep_once(codings, code),
        .polarity = (lyh_polarity)sqlite3_column_int(row, 14),
        .state = (lyh_state)sqlite3_column_int(row, 15),
        .time = (lyh_time)sqlite3_column_int(row, 16),
        .cue = keep_once(codings, column_text(row, 17)),
        .status = (lyh_status)sqlite3_column_int(row, 18),
        .mark = (lyh_mark)sqlite3_column_int(row, 19),
        .rule = keep_once(codings, column_text(row, 20)),
        .at = keep(codings, row, 21),
    };
}

static int compare_size(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static gint by_place(gconstpointer one, gconstpointer two)
{
    const lyh_stored_coding *a = one, *b = two;
    int orders[] = { strcmp(a->place.document, b->place.document),
                     compare_size(a->place.start, b->place.start),
                     compare_size(b->place.end, a->place.end),
                     strcmp(a->coder, b->coder),
                     strcmp(a->code, b->code),
                     (int)a->polarity - (int)b->polarity,
                     memcmp(a->id.bytes, b->id.bytes, sizeof a->id.bytes) };
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++)
        if (orders[i] != 0)
            return orders[i];
    return 0;
}

static bool is_same_after_merge(const lyh_stored_coding *a, const lyh_stored_coding *b)
{
    return strcmp(a->place.document, b->place.document) == 0 &&
           strcmp(a->place.text_sha256, b->place.text_sha256) == 0 &&
           a->place.start == b->place.start && a->place.end == b->place.end &&
           strcmp(a->coder, b->coder) == 0 && strcmp(a->code, b->code) == 0 &&
           a->polarity == b->polarity && a->state == b->state;
}

/* Of codings that a merge made alike one stays: a yes before a no; a quote's mark is kept. */
static void drop_doubles(lyh_stored_codings *codings)
{
    guint kept = 0;
    for (guint i = 0; i < codings->list->len; i++) {
        const lyh_stored_coding now = g_array_index(codings->list, lyh_stored_coding, i);
        lyh_stored_coding *last =
            kept > 0 ? &g_array_index(codings->list, lyh_stored_coding, kept - 1) : NULL;
        if (!last || !is_same_after_merge(last, &now)) {
            g_array_index(codings->list, lyh_stored_coding, kept++) = now;
            continue;
        }
        lyh_mark mark = MAX(last->mark, now.mark);
        if (last->status == LYH_REJECTED)
            *last = now;
        last->mark = mark;
    }
    g_array_set_size(codings->list, kept);
}

static void add_codings(database *db, lyh_stored_codings *codings, const GArray *merges,
                        const char *coder, const char *document, lyh_error *error)
{
    sqlite3_stmt *rows =
        document ? database_statement(db, "SELECT * FROM codings WHERE document = ?1 "
                                          "AND (?2 = '' OR coder = ?2)")
                 : database_statement(db, "SELECT * FROM codings WHERE ?1 = ?1 "
                                          "AND (?2 = '' OR coder = ?2)");
    bind_text(rows, 1, document);
    bind_text(rows, 2, coder);
    while (database_row(db, rows, error)) {
        const lyh_stored_coding coding = read_coding(codings, merges, rows);
        g_array_append_val(codings->list, coding);
    }
}

lyh_stored_codings *lyh_journal_codings(lyh_journal *journal, const char *coder,
                                        const char *document, lyh_error *error)
{
    g_autoptr(GArray) merges = merges_of(journal->db, error);
    lyh_error trouble = { 0 };
    if (!merges)
        return NULL;
    lyh_stored_codings *codings = g_new0(lyh_stored_codings, 1);
    codings->list = g_array_new(FALSE, FALSE, sizeof(lyh_stored_coding));
    codings->text = g_string_chunk_new(16 << 10);
    add_codings(journal->db, codings, merges, coder, document, &trouble);
    if (trouble.kind != LYH_ERROR_NONE) {
        lyh_stored_codings_free(codings);
        *error = trouble;
        return NULL;
    }
    g_array_sort(codings->list, by_place);
    if (merges->len > 0)
        drop_doubles(codings);
    return codings;
}

/* ---- memos ---- */

struct lyh_stored_memos {
    GArray *list; /* lyh_stored_memo */
    GStringChunk *text;
};

void lyh_stored_memos_free(lyh_stored_memos *memos)
{
    if (!memos)
        return;
    g_array_unref(memos->list);
    g_string_chunk_free(memos->text);
    g_free(memos);
}

size_t lyh_stored_memos_count(const lyh_stored_memos *memos)
{
    return memos->list->len;
}

const lyh_stored_memo *lyh_stored_memos_at(const lyh_stored_memos *memos, size_t index)
{
    g_assert(index < memos->list->len);
    return &g_array_index(memos->list, lyh_stored_memo, index);
}

lyh_stored_memos *lyh_journal_memos(lyh_journal *journal, lyh_error *error)
{
    lyh_stored_memos *memos = g_new0(lyh_stored_memos, 1);
    lyh_error trouble = { 0 };
    memos->list = g_array_new(FALSE, FALSE, sizeof(lyh_stored_memo));
    memos->text = g_string_chunk_new(4 << 10);
    sqlite3_stmt *rows =
        database_statement(journal->db, "SELECT subject, who, at, text, about, document, "
                                        "code, coding FROM memos ORDER BY clock, subject");
    while (database_row(journal->db, rows, &trouble)) {
        const lyh_stored_memo memo = {
            .id = column_id(rows, 0),
            .who = g_string_chunk_insert(memos->text, column_text(rows, 1)),
            .at = g_string_chunk_insert(memos->text, column_text(rows, 2)),
            .text = g_string_chunk_insert(memos->text, column_text(rows, 3)),
            .about = (lyh_memo_about)sqlite3_column_int(rows, 4),
            .document = g_string_chunk_insert(memos->text, column_text(rows, 5)),
            .code = g_string_chunk_insert(memos->text, column_text(rows, 6)),
            .coding = column_id(rows, 7),
        };
        g_array_append_val(memos->list, memo);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return memos;
    lyh_stored_memos_free(memos);
    *error = trouble;
    return NULL;
}

/* ---- one thing ---- */

bool lyh_journal_position(lyh_journal *journal, const char *coder,
                          lyh_stored_position *position, lyh_error *error)
{
    sqlite3_stmt *find = database_statement(
        journal->db, "SELECT document, text_sha256, start, end, turn FROM positions "
                     "WHERE coder = ?");
    lyh_error trouble = { 0 };
    *position = (lyh_stored_position){ .turn = LYH_NONE };
    bind_text(find, 1, coder);
    if (database_row(journal->db, find, &trouble)) {
        *position =
            (lyh_stored_position){ strdup(column_text(find, 0)),
                                   strdup(column_text(find, 1)), column_size(find, 2),
                                   column_size(find, 3), column_size(find, 4) };
        sqlite3_reset(find);
    }
    if (trouble.kind == LYH_ERROR_NONE)
        return true;
    *error = trouble;
    return false;
}
