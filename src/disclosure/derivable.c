#include <lyhord/disclosure/derivable.h>

#include <math.h>

#include <glib.h>
#include <glpk.h>

/*
 * A person has said something good of a code, something critical, neither, or any of these
 * together: the sets of +, - and 0 are the eight kinds of persons. A column of the programme is
 * how many of a cell are of a kind; who is of which kind of a code and of the one above it is one
 * column more for each pair of kinds that can be.
 */
#define KINDS 8
/* Beyond this many columns, or nodes of a search, nothing is sought: the answer is "unsure". */
#define MOST_COLUMNS 20000
#define MOST_NODES 2000
#define NEARLY 1e-6

struct lyh_unknowns {
    size_t cells, codes, kinds;
    bool is_of_wishes;
    glp_prob *programme;
    GArray *below;        /* size_t pairs: child, parent */
    GArray *rows, *terms; /* of the row that is being put together: int, double */
    bool is_too_large;
    bool has_basis;
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
    made->rows = g_array_new(FALSE, FALSE, sizeof(int));
    made->terms = g_array_new(FALSE, FALSE, sizeof(double));
    made->is_too_large = cells * codes * made->kinds > MOST_COLUMNS;
    made->programme = glp_create_prob();
    glp_term_out(GLP_OFF);
    if (made->is_too_large)
        return made;
    glp_add_cols(made->programme, (int)(cells * codes * made->kinds));
    glp_add_rows(made->programme, (int)(cells * codes));
    int column = 1;
    for (size_t cell = 0; cell < cells; cell++) {
        for (size_t code = 0; code < codes; code++) {
            int row = (int)(cell * codes + code) + 1;
            int columns[KINDS + 1];
            double ones[KINDS + 1];
            for (size_t kind = 0; kind < made->kinds; kind++, column++) {
                glp_set_col_kind(made->programme, column, GLP_IV);
                glp_set_col_bnds(made->programme, column, sizes[cell] ? GLP_DB : GLP_FX, 0,
                                 (double)sizes[cell]);
                columns[kind + 1] = column;
                ones[kind + 1] = 1;
            }
            glp_set_mat_row(made->programme, row, (int)made->kinds, columns, ones);
            glp_set_row_bnds(made->programme, row, GLP_FX, (double)sizes[cell], 0);
        }
    }
    return made;
}

void lyh_unknowns_free(lyh_unknowns *unknowns)
{
    if (!unknowns)
        return;
    glp_delete_prob(unknowns->programme);
    g_array_unref(unknowns->below);
    g_array_unref(unknowns->rows);
    g_array_unref(unknowns->terms);
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

static void begin_row(lyh_unknowns *unknowns)
{
    int none = 0;
    double zero = 0;
    g_array_set_size(unknowns->rows, 0);
    g_array_set_size(unknowns->terms, 0);
    g_array_append_val(unknowns->rows, none); /* GLPK counts from 1 */
    g_array_append_val(unknowns->terms, zero);
}

static void add_term(lyh_unknowns *unknowns, int column, double factor)
{
    g_array_append_val(unknowns->rows, column);
    g_array_append_val(unknowns->terms, factor);
}

static void end_row(lyh_unknowns *unknowns, int type, double bound)
{
    int row = glp_add_rows(unknowns->programme, 1);
    glp_set_mat_row(unknowns->programme, row, (int)unknowns->rows->len - 1,
                    (const int *)(void *)unknowns->rows->data,
                    (const double *)(void *)unknowns->terms->data);
    glp_set_row_bnds(unknowns->programme, row, type, bound, bound);
    unknowns->has_basis = false;
}

static void add_count(lyh_unknowns *unknowns, size_t cell, size_t code, lyh_line line,
                      double factor)
{
    for (size_t kind = 0; kind < unknowns->kinds; kind++)
        if (counts_in(kind, line))
            add_term(unknowns, column_of(unknowns, cell, code, kind), factor);
}

/* Of each kind of one of the two codes: as many as go with the kinds of the other that can be. */
static void tie(lyh_unknowns *unknowns, size_t cell, size_t code, int first, bool is_child)
{
    for (size_t kind = 0; kind < unknowns->kinds; kind++) {
        begin_row(unknowns);
        add_term(unknowns, column_of(unknowns, cell, code, kind), -1);
        int column = first;
        for (size_t child = 0; child < unknowns->kinds; child++)
            for (size_t parent = 0; parent < unknowns->kinds; parent++)
                if ((child & parent) == child) {
                    if ((is_child ? child : parent) == kind)
                        add_term(unknowns, column, 1);
                    column++;
                }
        end_row(unknowns, GLP_FX, 0);
    }
}

void lyh_unknowns_below(lyh_unknowns *unknowns, size_t child, size_t parent)
{
    size_t pairs =
        unknowns->is_of_wishes ? 3 : 27; /* pairs of sets, one within the other */
    size_t columns = (size_t)glp_get_num_cols(unknowns->programme);
    g_array_append_val(unknowns->below, child);
    g_array_append_val(unknowns->below, parent);
    unknowns->is_too_large |= columns + unknowns->cells * pairs > MOST_COLUMNS;
    for (size_t cell = 0; cell < unknowns->cells && !unknowns->is_too_large; cell++) {
        int first = glp_add_cols(unknowns->programme, (int)pairs);
        /* Not asked to be whole: where the kinds are, there is a way to pair them that is. */
        for (int column = first; column < first + (int)pairs; column++)
            glp_set_col_bnds(unknowns->programme, column, GLP_LO, 0, 0);
        tie(unknowns, cell, child, first, true);
        tie(unknowns, cell, parent, first, false);
    }
}

void lyh_unknowns_own(lyh_unknowns *unknowns, size_t parent, lyh_line line, size_t most)
{
    if (unknowns->is_too_large)
        return;
    int first = glp_add_cols(unknowns->programme, (int)unknowns->cells);
    for (size_t cell = 0; cell < unknowns->cells; cell++) {
        glp_set_col_bnds(unknowns->programme, first + (int)cell, GLP_LO, 0, 0);
        begin_row(unknowns);
        add_count(unknowns, cell, parent, line, 1);
        for (guint i = 0; i + 1 < unknowns->below->len; i += 2)
            if (g_array_index(unknowns->below, size_t, i + 1) == parent)
                add_count(unknowns, cell, g_array_index(unknowns->below, size_t, i), line,
                          -1);
        add_term(unknowns, first + (int)cell, -1);
        end_row(unknowns, GLP_UP, 0);
    }
    begin_row(unknowns);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        add_term(unknowns, first + (int)cell, 1);
    end_row(unknowns, GLP_UP, (double)most);
}

void lyh_unknowns_both(lyh_unknowns *unknowns, size_t code, size_t count)
{
    if (unknowns->is_too_large || unknowns->is_of_wishes)
        return;
    begin_row(unknowns);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        for (size_t kind = 0; kind < KINDS; kind++)
            if (counts_in(kind, LYH_LINE_PLUS) && counts_in(kind, LYH_LINE_MINUS))
                add_term(unknowns, column_of(unknowns, cell, code, kind), 1);
    end_row(unknowns, GLP_FX, (double)count);
}

static void add_sum(lyh_unknowns *unknowns, size_t code, lyh_line line, const bool *in,
                    int type, size_t count)
{
    if (unknowns->is_too_large)
        return;
    begin_row(unknowns);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        if (in[cell])
            add_count(unknowns, cell, code, line, 1);
    end_row(unknowns, type, (double)count);
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
            glp_set_col_bnds(unknowns->programme, column_of(unknowns, cell, code, kind),
                             GLP_FX, 0, 0);
}

static void count_nodes(glp_tree *tree, void *info)
{
    (void)info;
    if (glp_ios_reason(tree) == GLP_ISELECT) {
        int nodes;
        glp_ios_tree_size(tree, NULL, NULL, &nodes);
        if (nodes > MOST_NODES)
            glp_ios_terminate(tree);
    }
}

static bool is_whole(const lyh_unknowns *unknowns)
{
    size_t columns = unknowns->cells * unknowns->codes * unknowns->kinds;
    for (size_t column = 1; column <= columns; column++) {
        double value = glp_get_col_prim(unknowns->programme, (int)column);
        if (fabs(value - round(value)) > NEARLY)
            return false;
    }
    return true;
}

static lyh_derivable search(const lyh_unknowns *unknowns, double sign, double count)
{
    glp_iocp how;
    glp_init_iocp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.cb_func = count_nodes;
    int failed = glp_intopt(unknowns->programme, &how);
    int status = glp_mip_status(unknowns->programme);
    bool has_one = status == GLP_OPT || status == GLP_FEAS;
    double most = has_one ? sign * glp_mip_obj_val(unknowns->programme) : 0;
    if (has_one && most > sign * count + 0.5)
        return LYH_DERIVABLE_NO;
    return !failed && status == GLP_OPT ? LYH_DERIVABLE_YES : LYH_DERIVABLE_UNSURE;
}

/* Is there no larger count (@sign 1), or no smaller one (-1)? */
static lyh_derivable ask_one_way(lyh_unknowns *unknowns, double sign, double count)
{
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.it_lim = 200000;
    glp_set_obj_dir(unknowns->programme, sign > 0 ? GLP_MAX : GLP_MIN);
    if (!unknowns->has_basis)
        glp_adv_basis(unknowns->programme, 0);
    unknowns->has_basis = true;
    if (glp_simplex(unknowns->programme, &how) != 0 ||
        glp_get_status(unknowns->programme) != GLP_OPT)
        return LYH_DERIVABLE_UNSURE;
    double most = sign * glp_get_obj_val(unknowns->programme);
    if (most < sign * count + 1 - NEARLY)
        return LYH_DERIVABLE_YES;
    return is_whole(unknowns) ? LYH_DERIVABLE_NO : search(unknowns, sign, count);
}

lyh_derivable lyh_unknowns_ask(lyh_unknowns *unknowns, size_t code, lyh_line line,
                               const bool *in, size_t count)
{
    if (unknowns->is_too_large)
        return LYH_DERIVABLE_UNSURE;
    for (int column = glp_get_num_cols(unknowns->programme); column > 0; column--)
        glp_set_obj_coef(unknowns->programme, column, 0);
    for (size_t cell = 0; cell < unknowns->cells; cell++)
        for (size_t kind = 0; in[cell] && kind < unknowns->kinds; kind++)
            if (counts_in(kind, line))
                glp_set_obj_coef(unknowns->programme, column_of(unknowns, cell, code, kind),
                                 1);
    lyh_derivable more = ask_one_way(unknowns, 1, (double)count);
    if (more == LYH_DERIVABLE_NO)
        return more;
    lyh_derivable less = ask_one_way(unknowns, -1, (double)count);
    return less == LYH_DERIVABLE_NO ? less : MAX(more, less);
}
