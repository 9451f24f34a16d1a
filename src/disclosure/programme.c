#include "programme.h"

#include <math.h>
#include <string.h>

/* Beyond so many nodes of a search, or steps, nothing is sought: the answer is "unsure". */
#define MOST_NODES 20
#define MOST_STEPS 200000
#define NEARLY 1e-6

programme *programme_new(void)
{
    programme *made = g_new0(programme, 1);
    made->columns = g_array_new(FALSE, FALSE, sizeof(int));
    made->factors = g_array_new(FALSE, FALSE, sizeof(double));
    made->blamed = g_array_new(FALSE, FALSE, sizeof(int));
    made->start = g_array_new(FALSE, FALSE, sizeof(int));
    for (size_t i = 0; i < G_N_ELEMENTS(made->last); i++)
        made->last[i] = g_array_new(FALSE, FALSE, sizeof(int));
    made->asked = g_array_new(FALSE, FALSE, sizeof(int));
    made->asked_factors = g_array_new(FALSE, FALSE, sizeof(double));
    glp_term_out(GLP_OFF);
    made->problem = glp_create_prob();
    glp_set_obj_dir(made->problem, GLP_MAX);
    glp_add_rows(made->problem, 1); /* that of the question */
    glp_set_row_bnds(made->problem, 1, GLP_FR, 0, 0);
    return made;
}

void programme_free(programme *made)
{
    if (!made)
        return;
    glp_delete_prob(made->problem);
    g_array_unref(made->columns);
    g_array_unref(made->factors);
    g_array_unref(made->start);
    for (size_t i = 0; i < G_N_ELEMENTS(made->last); i++)
        g_array_unref(made->last[i]);
    g_array_unref(made->asked);
    g_array_unref(made->asked_factors);
    g_array_unref(made->blamed);
    g_free(made);
}

int programme_add_columns(programme *made, size_t count, double most, bool is_whole)
{
    int first = glp_add_cols(made->problem, (int)count);
    for (int column = first; column < first + (int)count; column++) {
        if (is_whole)
            glp_set_col_kind(made->problem, column, GLP_IV);
        int type = most >= HUGE_VAL ? GLP_LO : most > 0 ? GLP_DB : GLP_FX;
        glp_set_col_bnds(made->problem, column, type, 0, most);
    }
    if (is_whole)
        made->whole = first + (int)count - 1;
    return first;
}

void programme_begin(programme *made)
{
    int none = 0;
    double zero = 0;
    g_array_set_size(made->columns, 0);
    g_array_set_size(made->factors, 0);
    g_array_append_val(made->columns, none); /* GLPK counts from 1 */
    g_array_append_val(made->factors, zero);
}

void programme_term(programme *made, int column, double factor)
{
    g_array_append_val(made->columns, column);
    g_array_append_val(made->factors, factor);
}

static void set_row(programme *made, int row)
{
    glp_set_mat_row(made->problem, row, (int)made->columns->len - 1,
                    (const int *)(void *)made->columns->data,
                    (const double *)(void *)made->factors->data);
}

int programme_end(programme *made, int type, double bound)
{
    int row = glp_add_rows(made->problem, 1);
    set_row(made, row);
    glp_set_row_bnds(made->problem, row, type, bound, bound);
    return row;
}

void programme_know(programme *made, int row, bool is_known, double bound)
{
    glp_set_row_bnds(made->problem, row, is_known ? GLP_FX : GLP_FR, bound, bound);
}

void programme_prefer(programme *made, int column)
{
    glp_set_obj_coef(made->problem, column, 1);
}

static void stop_when_found(glp_tree *tree, void *info)
{
    (void)info;
    int nodes;
    glp_ios_tree_size(tree, NULL, NULL, &nodes);
    if (glp_ios_reason(tree) == GLP_IBINGO || nodes > MOST_NODES)
        glp_ios_terminate(tree);
}

static bool is_whole(const programme *made)
{
    for (int column = 1; column <= made->whole; column++) {
        double value = glp_get_col_prim(made->problem, column);
        if (fabs(value - round(value)) > NEARLY)
            return false;
    }
    return true;
}

/* Any whole solution will do. */
static lyh_derivable search(programme *made)
{
    glp_iocp how;
    glp_init_iocp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.cb_func = stop_when_found;
    made->is_searched = true;
    int failed = glp_intopt(made->problem, &how);
    int status = glp_mip_status(made->problem);
    if (status == GLP_OPT || status == GLP_FEAS)
        return LYH_DERIVABLE_NO;
    return !failed && status == GLP_NOFEAS ? LYH_DERIVABLE_YES : LYH_DERIVABLE_UNSURE;
}

static int solve(programme *made, int method)
{
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.meth = method;
    how.it_lim = MOST_STEPS;
    return glp_simplex(made->problem, &how) ? GLP_UNDEF : glp_get_status(made->problem);
}

/* How rows and columns stand now. */
static void take_place(const programme *made, GArray *place)
{
    g_array_set_size(place, 0);
    for (int row = 1; row <= glp_get_num_rows(made->problem); row++) {
        int stands = glp_get_row_stat(made->problem, row);
        g_array_append_val(place, stands);
    }
    for (int column = 1; column <= glp_get_num_cols(made->problem); column++) {
        int stands = glp_get_col_stat(made->problem, column);
        g_array_append_val(place, stands);
    }
}

static void go_to(programme *made, const GArray *place)
{
    int rows = glp_get_num_rows(made->problem);
    for (int row = 1; row <= rows; row++)
        glp_set_row_stat(made->problem, row, g_array_index(place, int, row - 1));
    for (int column = 1; column <= glp_get_num_cols(made->problem); column++)
        glp_set_col_stat(made->problem, column,
                         g_array_index(place, int, rows + column - 1));
}

/* What is true, as a place to start from. */
static void find_start(programme *made)
{
    glp_adv_basis(made->problem, 0);
    solve(made, GLP_PRIMAL);
    take_place(made, made->start);
}

/*
 * The row of the simplex table in which a contradiction is seen: what is not in it could be otherwise, and the
 * contradiction would stand.
 */
static void blame_rows(programme *made)
{
    int rows = glp_get_num_rows(made->problem);
    int seen = glp_get_unbnd_ray(made->problem);
    if (seen == 0 || !glp_bf_exists(made->problem))
        return;
    /* What glp_eval_tab_row() tells of rows; of columns nothing is asked. */
    g_autofree double *factors = g_new0(double, (size_t)rows + 1);
    factors[seen <= rows ? glp_get_row_bind(made->problem, seen)
                         : glp_get_col_bind(made->problem, seen - rows)] = 1;
    glp_btran(made->problem, factors);
    for (int row = 1; row <= rows; row++)
        if (row == seen ||
            (glp_get_row_stat(made->problem, row) != GLP_BS && factors[row] != 0))
            g_array_append_val(made->blamed, row);
}

/* A solution that is found this way is not taken: which it is would hang on what was asked before. */
static bool has_none(programme *made, const GArray *last)
{
    go_to(made, last);
    return solve(made, GLP_DUALP) == GLP_NOFEAS;
}

/* Can the sum be larger (@sign 1), or smaller (-1)? What changes least is sought. */
lyh_derivable programme_answer_one_way(programme *made, double sign, double count)
{
    g_array_set_size(made->blamed, 0);
    glp_set_row_bnds(made->problem, 1, sign > 0 ? GLP_LO : GLP_UP, count + sign,
                     count + sign);
    made->is_searched = false;
    GArray *last = made->last[sign > 0];
    if (last->len > 0 && has_none(made, last)) {
        blame_rows(made);
        return LYH_DERIVABLE_YES;
    }
    go_to(made, made->start);
    int status = solve(made, GLP_DUALP);
    if (status == GLP_NOFEAS) {
        blame_rows(made);
        return LYH_DERIVABLE_YES;
    }
    if (status != GLP_OPT)
        return LYH_DERIVABLE_UNSURE;
    take_place(made, last);
    return is_whole(made) ? LYH_DERIVABLE_NO : search(made);
}

static bool is_same(const GArray *one, const GArray *other, size_t size)
{
    return one->len == other->len && memcmp(one->data, other->data, one->len * size) == 0;
}

/* Is the row that was begun the question that was asked last? */
static bool is_asked(const programme *made)
{
    return is_same(made->columns, made->asked, sizeof(int)) &&
           is_same(made->factors, made->asked_factors, sizeof(double));
}

static void take_row(programme *made)
{
    g_array_set_size(made->asked, 0);
    g_array_set_size(made->asked_factors, 0);
    g_array_append_vals(made->asked, made->columns->data, made->columns->len);
    g_array_append_vals(made->asked_factors, made->factors->data, made->factors->len);
}

void programme_ask(programme *made)
{
    if (made->start->len == 0)
        find_start(made);
    if (is_asked(made))
        return;
    set_row(made, 1);
    take_row(made);
    for (size_t i = 0; i < G_N_ELEMENTS(made->last); i++)
        g_array_set_size(made->last[i], 0);
}

lyh_derivable programme_answer(programme *made, double count)
{
    programme_ask(made);
    lyh_derivable more = programme_answer_one_way(made, 1, count);
    if (more == LYH_DERIVABLE_NO)
        return more;
    lyh_derivable less = programme_answer_one_way(made, -1, count);
    return less == LYH_DERIVABLE_NO ? less : MAX(more, less);
}

size_t programme_value(const programme *made, int column)
{
    double value = made->is_searched ? glp_mip_col_val(made->problem, column)
                                     : glp_get_col_prim(made->problem, column);
    return (size_t)round(MAX(value, 0));
}

double programme_cost(programme *made)
{
    int steps = glp_get_it_cnt(made->problem), before = made->steps;
    made->steps = steps;
    return (double)(steps - before) *
           (glp_get_num_rows(made->problem) + glp_get_num_cols(made->problem));
}
