#include <lyhord/disclosure/derivable.h>

#include <math.h>

#include "programme.h"

/*
 * A person has said something good of a code, something critical, neither, or any of these
 * together: the sets of +, - and 0 are the eight kinds of persons. A column of the programme is
 * how many of a cell are of a kind; who is of which kind of a code and of the one above it is one
 * column more for each pair of kinds that can be.
 */
#define KINDS 8

struct lyh_unknowns {
    size_t cells, codes, kinds;
    bool is_of_wishes;
    programme *sums;
    GArray *below; /* size_t pairs: child, parent */
    bool is_too_large;
};

lyh_unknowns *lyh_unknowns_new(const size_t *sizes, size_t cells, size_t codes,
                               bool is_of_wishes)
{
    lyh_unknowns *made = g_new0(lyh_unknowns, 1);
    made->cells = cells;
    made->codes = codes;
    made->is_of_wishes = is_of_wishes;
    made->kinds = is_of_wishes ? 2 : KINDS;
    made->below = g_array_new(FALSE, FALSE, sizeof(size_t));
    made->is_too_large = cells * codes * made->kinds > PROGRAMME_MOST_COLUMNS;
    made->sums = programme_new();
    for (size_t cell = 0; cell < cells && !made->is_too_large; cell++) {
        for (size_t code = 0; code < codes; code++) {
            int first =
                programme_add_columns(made->sums, made->kinds, (double)sizes[cell], true);
            programme_begin(made->sums);
            for (size_t kind = 0; kind < made->kinds; kind++)
                programme_term(made->sums, first + (int)kind, 1);
            programme_end(made->sums, GLP_FX, (double)sizes[cell]);
        }
    }
    return made;
}

void lyh_unknowns_free(lyh_unknowns *unknowns)
{
    if (!unknowns)
        return;
    programme_free(unknowns->sums);
    g_array_unref(unknowns->below);
    g_free(unknowns);
}

static int column_of(const lyh_unknowns *unknowns, size_t cell, size_t code, size_t kind)
{
    return (int)((cell * unknowns->codes + code) * unknowns->kinds + kind) + 1;
}

/* Does a person of @kind count in @line? Bits of a kind: 1 plus, 2 minus, 4 neutral; 1 wish. */
static bool counts_in(size_t kind, lyh_line line)
{
    switch (line) {
    case LYH_LINE_PLUS:
    case LYH_LINE_WISH:
        return kind & 1;
    case LYH_LINE_MINUS:
        return kind & 2;
    case LYH_LINE_NEUTRAL:
        return kind & 4;
    default:
        return kind != 0;
    }
}

static void add_count(lyh_unknowns *unknowns, size_t cell, size_t code, lyh_line line,
                      double factor)
{
    for (size_t kind = 0; kind < unknowns->kinds; kind++)
        if (counts_in(kind, line))
            programme_term(unknowns->sums, column_of(unknowns, cell, code, kind), factor);
}

/* Of each kind of one of the two codes: as many as go with the kinds of the other that can be. */
static void tie(lyh_unknowns *unknowns, size_t cell, size_t code, int first, bool is_child)
{
    for (size_t kind = 0; kind < unknowns->kinds; kind++) {
        programme_begin(unknowns->sums);
        programme_term(unknowns->sums, column_of(unknowns, cell, code, kind), -1);
        int column = first;
        for (size_t child = 0; child < unknowns->kinds; child++)
            for (size_t parent = 0; parent < unknowns->kinds; parent++)
                if ((child & parent) == child) {
                    if ((is_child ? child : parent) == kind)
                        programme_term(unknowns->sums, column, 1);
                    column++;
                }
        programme_end(unknowns->sums, GLP_FX, 0);
    }
}

void lyh_unknowns_below(lyh_unknowns *unknowns, size_t child, size_t parent)
{
    size_t pairs =
        unknowns->is_of_wishes ? 3 : 27; /* pairs of sets, one within the other */
    size_t columns = (size_t)glp_get_num_cols(unknowns->sums->problem);
    g_array_append_val(unknowns->below, child);
    g_array_append_val(unknowns->below, parent);
    unknowns->is_too_large |= columns + unknowns->cells * pairs > PROGRAMME_MOST_COLUMNS;
    for (size_t cell = 0; cell < unknowns->cells && !unknowns->is_too_large; cell++) {
        /* Not asked to be whole: where the kinds are, there is a way to pair them that is. */
        int first = programme_add_columns(unknowns->sums, pairs, HUGE_VAL, false);
        tie(unknowns, cell, child, first, true);
        tie(unknowns, cell, parent, first, false);
    }
}

void lyh_unknowns_own(lyh_unknowns *unknowns, size_t parent, lyh_line line, size_t most)
{
    if (unknowns->is_too_large)
        return;
    int first = programme_add_columns(unknowns->sums, unknowns->cells, HUGE_VAL, false);
    for (size_t cell = 0; cell < unknowns->cells; cell++) {
        programme_begin(unknowns->sums);
        add_count(unknowns, cell, parent, line, 1);
        for (guint i = 0; i + 1 < unknowns->below->len; i += 2)
            if (g_array_index(unknowns->below, size_t, i + 1) == parent)
                add_count(unknowns, cell, g_array_index(unknowns->below, size_t, i), line,
                          -1);
        programme_term(unknowns->sums, first + (int)cell, -1);
        programme_end(unknowns->sums, GLP_UP, 0);
    }
    programme_begin(unknowns->sums);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        programme_term(unknowns->sums, first + (int)cell, 1);
    programme_end(unknowns->sums, GLP_UP, (double)most);
}

void lyh_unknowns_both(lyh_unknowns *unknowns, size_t code, size_t count)
{
    if (unknowns->is_too_large || unknowns->is_of_wishes)
        return;
    programme_begin(unknowns->sums);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        for (size_t kind = 0; kind < KINDS; kind++)
            if (counts_in(kind, LYH_LINE_PLUS) && counts_in(kind, LYH_LINE_MINUS))
                programme_term(unknowns->sums, column_of(unknowns, cell, code, kind), 1);
    programme_end(unknowns->sums, GLP_FX, (double)count);
}

static void add_sum(lyh_unknowns *unknowns, size_t code, lyh_line line, const bool *in,
                    int type, size_t count)
{
    if (unknowns->is_too_large)
        return;
    programme_begin(unknowns->sums);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        if (in[cell])
            add_count(unknowns, cell, code, line, 1);
    programme_end(unknowns->sums, type, (double)count);
}

void lyh_unknowns_print(lyh_unknowns *unknowns, size_t code, lyh_line line, const bool *in,
                        size_t count)
{
    add_sum(unknowns, code, line, in, GLP_FX, count);
}

void lyh_unknowns_most(lyh_unknowns *unknowns, size_t code, lyh_line line, const bool *in,
                       size_t count)
{
    add_sum(unknowns, code, line, in, GLP_UP, count);
}

/* Lines as bits 1 << line; the kinds have the same signs in fewer bits. */
static size_t kind_of(const lyh_unknowns *unknowns, unsigned char lines)
{
    return unknowns->is_of_wishes ? (lines >> LYH_LINE_WISH) & 1
                                  : (lines >> LYH_LINE_PLUS) & 7;
}

void lyh_unknowns_bound(lyh_unknowns *unknowns, size_t cell, size_t code,
                        unsigned char must, unsigned char may)
{
    size_t least = kind_of(unknowns, must), most = kind_of(unknowns, may);
    for (size_t kind = 0; !unknowns->is_too_large && kind < unknowns->kinds; kind++)
        if ((kind & least) != least || (kind | most) != most)
            glp_set_col_bnds(unknowns->sums->problem, column_of(unknowns, cell, code, kind),
                             GLP_FX, 0, 0);
}

lyh_derivable lyh_unknowns_ask(lyh_unknowns *unknowns, size_t code, lyh_line line,
                               const bool *in, size_t count)
{
    if (unknowns->is_too_large)
        return LYH_DERIVABLE_UNSURE;
    programme_begin(unknowns->sums);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        if (in[cell])
            add_count(unknowns, cell, code, line, 1);
    return programme_answer(unknowns->sums, (double)count);
}
