#include <lyhord/coding/statements.h>

#include <glib.h>

#include "order.h"
#include "matching/sentence.h"

static gint by_code_and_kind(gconstpointer one, gconstpointer two)
{
    const lyh_coding *a = *(const lyh_coding *const *)one;
    const lyh_coding *b = *(const lyh_coding *const *)two;
    int code = order(a->code, b->code);
    int turn = order(a->turn, b->turn);
    int polarity = order(a->polarity, b->polarity);
    int start = order(a->start, b->start);
    return code ? code : turn ? turn : polarity ? polarity : start;
}

static int by_code_and_place(const void *one, const void *two)
{
    const lyh_statement *a = one, *b = two;
    int code = order(a->code, b->code);
    int turn = order(a->turn, b->turn);
    int start = order(a->start, b->start);
    return code ? code : turn ? turn : start ? start : order(a->polarity, b->polarity);
}

static GPtrArray *those_that_count(const lyh_codings *codings, bool with_suggested)
{
    GPtrArray *list = g_ptr_array_new();
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        if (lyh_coding_counts(coding, with_suggested))
            g_ptr_array_add(list, (lyh_coding *)coding);
    }
    g_ptr_array_sort(list, by_code_and_kind);
    return list;
}

static bool is_of(const lyh_statement *statement, const lyh_coding *coding)
{
    return statement->code == coding->code && statement->turn == coding->turn &&
           statement->polarity == coding->polarity;
}

static lyh_statement statement_of(const lyh_coding *coding)
{
    return (lyh_statement){ .turn = coding->turn,
                            .respondent = coding->respondent,
                            .code = coding->code,
                            .polarity = coding->polarity,
                            .start = coding->start,
                            .end = coding->end,
                            .hits = 1 };
}

/* Neighbours join one after the other: three sentences in a row are one statement. */
static GArray *join_neighbours(const GPtrArray *codings, const lyh_tokens *tokens)
{
    GArray *statements = g_array_new(FALSE, FALSE, sizeof(lyh_statement));
    lyh_statement *open = NULL;
    size_t last_sentence = 0;
    for (guint i = 0; i < codings->len; i++) {
        const lyh_coding *coding = codings->pdata[i];
        size_t end_sentence = sentence_at(tokens, coding->end - 1);
        if (open && is_of(open, coding) && coding->sentence <= last_sentence + 1) {
            open->end = MAX(open->end, coding->end);
            open->hits++;
            last_sentence = MAX(last_sentence, end_sentence);
            continue;
        }
        lyh_statement fresh = statement_of(coding);
        g_array_append_val(statements, fresh);
        open = &g_array_index(statements, lyh_statement, statements->len - 1);
        last_sentence = end_sentence;
    }
    return statements;
}

lyh_statement *lyh_statements_from(const lyh_codings *codings, const lyh_tokens *tokens,
                                   bool with_suggested, size_t *count)
{
    g_autoptr(GPtrArray) list = those_that_count(codings, with_suggested);
    GArray *statements = join_neighbours(list, tokens);
    *count = statements->len;
    lyh_statement *found = (lyh_statement *)(void *)g_array_free(statements, *count == 0);
    if (found)
        qsort(found, *count, sizeof *found, by_code_and_place);
    return found;
}
