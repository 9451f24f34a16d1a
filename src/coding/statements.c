#include <lyhord/coding/statements.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>

#include "order.h"
#include "matching/sentence.h"

static int by_code_and_place(const void *one, const void *two)
{
    const lyh_statement *a = one, *b = two;
    int code = order(a->code, b->code);
    int turn = order(a->turn, b->turn);
    int start = order(a->start, b->start);
    return code ? code : turn ? turn : start ? start : order(a->polarity, b->polarity);
}

static gint by_code_and_start(gconstpointer one, gconstpointer two)
{
    const lyh_coding *a = *(const lyh_coding *const *)one;
    const lyh_coding *b = *(const lyh_coding *const *)two;
    int code = order(a->code, b->code);
    int turn = order(a->turn, b->turn);
    return code ? code : turn ? turn : order(a->start, b->start);
}

/* Does @compare find @count things of @size bytes in order? Most are, and then need no sorting. */
static bool are_in_order(const void *things, size_t count, size_t size,
                         int (*compare)(const void *, const void *))
{
    const char *at = things;
    for (size_t i = 1; i < count; i++, at += size)
        if (compare(at, at + size) > 0)
            return false;
    return true;
}

static GPtrArray *those_that_count(const lyh_codings *codings, bool with_suggested,
                                   size_t *codes)
{
    GPtrArray *list = g_ptr_array_new();
    *codes = 0;
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        if (!lyh_coding_counts(coding, with_suggested))
            continue;
        g_ptr_array_add(list, (lyh_coding *)coding);
        *codes = MAX(*codes, coding->code + 1);
    }
    return list;
}

/* By code, else as they are: codings that rules suggest are in order within each code. */
static void part_by_code(GPtrArray *list, size_t codes)
{
    g_autofree size_t *next = g_new0(size_t, codes + 1);
    g_autofree gpointer *parted = g_new(gpointer, list->len);
    for (guint i = 0; i < list->len; i++)
        next[((const lyh_coding *)list->pdata[i])->code + 1]++;
    for (size_t code = 0; code < codes; code++)
        next[code + 1] += next[code];
    for (guint i = 0; i < list->len; i++)
        parted[next[((const lyh_coding *)list->pdata[i])->code]++] = list->pdata[i];
    memcpy(list->pdata, parted, list->len * sizeof *parted);
}

static void sort_codings(GPtrArray *list, size_t codes)
{
    if (list->len < 2)
        return;
    part_by_code(list, codes);
    if (!are_in_order(list->pdata, list->len, sizeof *list->pdata, by_code_and_start))
        g_ptr_array_sort(list, by_code_and_start);
}

/* A statement to which codings may be added. */
typedef struct open_statement {
    size_t index;         /* LYH_NONE: none */
    size_t last_sentence; /* that it reaches into */
} open_statement;

static bool goes_on(const GArray *statements, const open_statement *open,
                    const lyh_coding *coding)
{
    if (open->index == LYH_NONE || coding->sentence > open->last_sentence + 1)
        return false;
    const lyh_statement *statement = &g_array_index(statements, lyh_statement, open->index);
    return statement->code == coding->code && statement->turn == coding->turn;
}

static lyh_statement statement_of(const lyh_coding *coding)
{
    return (lyh_statement){ .turn = coding->turn,
                            .respondent = coding->respondent,
                            .code = coding->code,
                            .polarity = coding->polarity,
                            .sentence = coding->sentence,
                            .start = coding->start,
                            .end = coding->end,
                            .hits = 1 };
}

/* Neighbours join one after the other: three sentences in a row are one statement. */
static GArray *join_neighbours(const GPtrArray *codings, const lyh_tokens *tokens)
{
    GArray *statements = g_array_new(FALSE, FALSE, sizeof(lyh_statement));
    open_statement of_polarity[] = { [LYH_NEUTRAL] = { LYH_NONE, 0 },
                                     [LYH_PLUS] = { LYH_NONE, 0 },
                                     [LYH_MINUS] = { LYH_NONE, 0 } };
    for (guint i = 0; i < codings->len; i++) {
        const lyh_coding *coding = codings->pdata[i];
        open_statement *open = &of_polarity[coding->polarity];
        size_t last = sentence_near(tokens, coding->sentence, coding->end - 1);
        if (goes_on(statements, open, coding)) {
            lyh_statement *joined = &g_array_index(statements, lyh_statement, open->index);
            joined->end = MAX(joined->end, coding->end);
            joined->hits++;
            open->last_sentence = MAX(open->last_sentence, last);
            continue;
        }
        lyh_statement fresh = statement_of(coding);
        *open = (open_statement){ statements->len, last };
        g_array_append_val(statements, fresh);
    }
    return statements;
}

lyh_statement *lyh_statements_from(const lyh_codings *codings, const lyh_tokens *tokens,
                                   bool with_suggested, size_t *count)
{
    size_t codes;
    g_autoptr(GPtrArray) list = those_that_count(codings, with_suggested, &codes);
    sort_codings(list, codes);
    GArray *statements = join_neighbours(list, tokens);
    *count = statements->len;
    lyh_statement *found = (lyh_statement *)(void *)g_array_free(statements, *count == 0);
    if (found && !are_in_order(found, *count, sizeof *found, by_code_and_place))
        qsort(found, *count, sizeof *found, by_code_and_place);
    return found;
}
