#include <lyhord/tally/statement_log.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>

#include "places.h"

struct lyh_statement_log {
    GArray *statements;   /* lyh_logged_statement */
    GPtrArray *documents; /* char *: their names */
    GHashTable *got;      /* person_question, owned, as its own key */
    GHashTable *answered; /* the same */
    GHashTable *sums;     /* document_sum, owned, as its own key */
    size_t answers, tied; /* respondents' turns; of those, to a known question */
};

typedef struct person_question {
    size_t respondent, question;
} person_question;

/* Statements of a code in a document. */
typedef struct document_sum {
    size_t document, code, statements;
} document_sum;

static guint hash_of(size_t one, size_t other)
{
    guint64 key = (guint64)one * 0x9e3779b97f4a7c15u + other;
    return (guint)(key ^ (key >> 29));
}

static guint hash_sum(gconstpointer data)
{
    const document_sum *sum = data;
    return hash_of(sum->document, sum->code);
}

static gboolean same_sum(gconstpointer one, gconstpointer two)
{
    const document_sum *a = one, *b = two;
    return a->document == b->document && a->code == b->code;
}

static guint hash_pair(gconstpointer data)
{
    const person_question *pair = data;
    return hash_of(pair->respondent, pair->question);
}

static gboolean same_pair(gconstpointer one, gconstpointer two)
{
    const person_question *a = one, *b = two;
    return a->respondent == b->respondent && a->question == b->question;
}

lyh_statement_log *lyh_statement_log_new(void)
{
    lyh_statement_log *log = g_new0(lyh_statement_log, 1);
    log->statements = g_array_new(FALSE, FALSE, sizeof(lyh_logged_statement));
    log->documents = g_ptr_array_new_with_free_func(g_free);
    log->got = g_hash_table_new_full(hash_pair, same_pair, g_free, NULL);
    log->answered = g_hash_table_new_full(hash_pair, same_pair, g_free, NULL);
    log->sums = g_hash_table_new_full(hash_sum, same_sum, g_free, NULL);
    return log;
}

void lyh_statement_log_free(lyh_statement_log *log)
{
    if (!log)
        return;
    g_array_unref(log->statements);
    g_ptr_array_unref(log->documents);
    g_hash_table_unref(log->got);
    g_hash_table_unref(log->answered);
    g_hash_table_unref(log->sums);
    g_free(log);
}

/* The only respondent who speaks in @document, or LYH_NONE for none or several. */
static size_t only_respondent(const lyh_document *document)
{
    size_t only = LYH_NONE;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        size_t speaks = lyh_document_turn(document, i)->respondent;
        if (speaks == LYH_NONE || speaks == only)
            continue;
        if (only != LYH_NONE)
            return LYH_NONE;
        only = speaks;
    }
    return only;
}

static void add_pair(GHashTable *pairs, size_t respondent, size_t question)
{
    const person_question pair = { respondent, question };
    if (!g_hash_table_contains(pairs, &pair))
        g_hash_table_add(pairs, g_memdup2(&pair, sizeof pair));
}

static void add_questions(lyh_statement_log *log, const lyh_document *document)
{
    size_t only = only_respondent(document);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        size_t respondent = turn->respondent == LYH_NONE ? only : turn->respondent;
        if (turn->role == LYH_ROLE_RESPONDENT) {
            log->answers++;
            log->tied += turn->question != LYH_NONE;
        }
        if (turn->question == LYH_NONE || respondent == LYH_NONE)
            continue;
        add_pair(log->got, respondent, turn->question);
        if (turn->role == LYH_ROLE_RESPONDENT)
            add_pair(log->answered, respondent, turn->question);
    }
}

static gint by_place(gconstpointer one, gconstpointer two)
{
    const lyh_logged_statement *a = one, *b = two;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->code == b->code ? 0 : a->code < b->code ? -1 : 1;
}

void lyh_statement_log_add(lyh_statement_log *log, const lyh_document *document,
                           const lyh_statement *statements, size_t count, size_t nobodys)
{
    g_autofree lyh_logged_statement *added = g_new(lyh_logged_statement, count);
    g_autoptr(places) where = places_new(document, nobodys);
    for (size_t i = 0; i < count; i++) {
        const lyh_statement *said = &statements[i];
        added[i] = (lyh_logged_statement){
            .document = log->documents->len,
            .turn = said->turn,
            .respondent = said->respondent == LYH_NONE ? nobodys : said->respondent,
            .question = lyh_document_turn(document, said->turn)->question,
            .code = said->code,
            .polarity = said->polarity,
            .start = said->start,
            .end = said->end,
            .place = places_at(where, said->turn, said->start),
        };
    }
    if (count > 0)
        qsort(added, count, sizeof *added, by_place);
    g_array_append_vals(log->statements, added, (guint)count);
    g_ptr_array_add(log->documents, g_strdup(lyh_document_name(document)));
    add_questions(log, document);
}

void lyh_statement_log_sum(lyh_statement_log *log, const lyh_statement *statements,
                           size_t count)
{
    g_assert(log->documents->len > 0);
    for (size_t i = 0; i < count; i++) {
        const document_sum key = { log->documents->len - 1, statements[i].code, 0 };
        document_sum *sum = g_hash_table_lookup(log->sums, &key);
        if (!sum) {
            sum = g_memdup2(&key, sizeof key);
            g_hash_table_add(log->sums, sum);
        }
        sum->statements++;
    }
}

size_t lyh_statement_log_statements(const lyh_statement_log *log, size_t index, size_t code)
{
    const document_sum key = { index, code, 0 };
    const document_sum *sum = g_hash_table_lookup(log->sums, &key);
    return sum ? sum->statements : 0;
}

size_t lyh_statement_log_count(const lyh_statement_log *log)
{
    return log->statements->len;
}

const lyh_logged_statement *lyh_statement_log_at(const lyh_statement_log *log, size_t index)
{
    g_assert(index < log->statements->len);
    return &g_array_index(log->statements, lyh_logged_statement, index);
}

size_t lyh_statement_log_document_count(const lyh_statement_log *log)
{
    return log->documents->len;
}

const char *lyh_statement_log_document(const lyh_statement_log *log, size_t index)
{
    g_assert(index < log->documents->len);
    return log->documents->pdata[index];
}

/* ---- where statements meet ---- */

static bool is_part(const lyh_logged_statement *said, const lyh_coding *coding)
{
    return said->code == coding->code && said->turn == coding->turn &&
           said->polarity == coding->polarity && said->start <= coding->start &&
           coding->end <= said->end;
}

size_t lyh_statement_log_find(const lyh_statement_log *log, const char *document,
                              const lyh_coding *coding)
{
    for (size_t i = 0; i < lyh_statement_log_count(log); i++) {
        const lyh_logged_statement *said = lyh_statement_log_at(log, i);
        if (is_part(said, coding) &&
            strcmp(lyh_statement_log_document(log, said->document), document) == 0)
            return i;
    }
    return LYH_NONE;
}

static bool is_over(const lyh_logged_statement *earlier, const lyh_logged_statement *said)
{
    return earlier->document != said->document || earlier->end <= said->start;
}

/*
 * From left to right with those that still last: of one code and polarity no two share a
 * character, so that those are at most three for each code.
 */
void lyh_statement_log_each_overlap(const lyh_statement_log *log,
                                    void (*each)(void *user, size_t one, size_t other),
                                    void *user)
{
    g_autoptr(GArray) lasting = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < lyh_statement_log_count(log); i++) {
        const lyh_logged_statement *said = lyh_statement_log_at(log, i);
        guint kept = 0;
        for (guint k = 0; k < lasting->len; k++) {
            size_t earlier = g_array_index(lasting, size_t, k);
            if (is_over(lyh_statement_log_at(log, earlier), said))
                continue;
            each(user, earlier, i);
            g_array_index(lasting, size_t, kept++) = earlier;
        }
        g_array_set_size(lasting, kept);
        g_array_append_val(lasting, i);
        each(user, i, i);
    }
}

/* ---- what was asked ---- */

bool lyh_statement_log_got(const lyh_statement_log *log, size_t respondent, size_t question)
{
    const person_question pair = { respondent, question };
    return g_hash_table_contains(log->got, &pair);
}

bool lyh_statement_log_answered(const lyh_statement_log *log, size_t respondent,
                                size_t question)
{
    const person_question pair = { respondent, question };
    return g_hash_table_contains(log->answered, &pair);
}

size_t lyh_statement_log_answers(const lyh_statement_log *log, size_t *tied)
{
    *tied = log->tied;
    return log->answers;
}
