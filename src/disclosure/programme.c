#include "programme.h"

#include <math.h>

/* Beyond so many nodes of a search nothing is sought: the answer is "unsure". */
#define MOST_NODES 2000
#define MOST_STEPS 200000
#define NEARLY 1e-6

programme *programme_new(void)
{
    programme *made = g_new0(programme, 1);
    made->columns = g_array_new(FALSE, FALSE, sizeof(int));
    made->factors = g_array_new(FALSE, FALSE, sizeof(double));
    glp_term_out(GLP_OFF);
    made->problem = glp_create_prob();
    return made;
}

void programme_free(programme *made)
{
    if (!made)
        return;
    glp_delete_prob(made->problem);
    g_array_unref(made->columns);
    g_array_unref(made->factors);
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
    made->has_basis = false;
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

void programme_end(programme *made, int type, double bound)
{
    int row = glp_add_rows(made->problem, 1);
    glp_set_mat_row(made->problem, row, (int)made->columns->len - 1,
                    (const int *)(void *)made->columns->data,
                    (const double *)(void *)made->factors->data);
    glp_set_row_bnds(made->problem, row, type, bound, bound);
    made->has_basis = false;
}

void programme_ask_nothing(programme *made)
{
    for (int column = glp_get_num_cols(made->problem); column > 0; column--)
        glp_set_obj_coef(made->problem, column, 0);
}

void programme_ask_of(programme *made, int column)
{
    glp_set_obj_coef(made->problem, column, 1);
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

static bool is_whole(const programme *made)
{
    for (int column = 1; column <= made->whole; column++) {
        double value = glp_get_col_prim(made->problem, column);
        if (fabs(value - round(value)) > NEARLY)
            return false;
    }
    return true;
}

static lyh_derivable search(const programme *made, double sign, double count)
{
    glp_iocp how;
    glp_init_iocp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.cb_func = count_nodes;
    int failed = glp_intopt(made->problem, &how);
    int status = glp_mip_status(made->problem);
    bool has_one = status == GLP_OPT || status == GLP_FEAS;
    double most = has_one ? sign * glp_mip_obj_val(made->problem) : 0;
    if (has_one && most > sign * count + 0.5)
        return LYH_DERIVABLE_NO;
    return !failed && status == GLP_OPT ? LYH_DERIVABLE_YES : LYH_DERIVABLE_UNSURE;
}

/* Is there no larger count (@sign 1), or no smaller one (-1)? */
static lyh_derivable answer_one_way(programme *made, double sign, double count)
{
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    how.it_lim = MOST_STEPS;
    glp_set_obj_dir(made->problem, sign > 0 ? GLP_MAX : GLP_MIN);
    if (!made->has_basis)
        glp_adv_basis(made->problem, 0);
    made->has_basis = true;
    if (glp_simplex(made->problem, &how) != 0 || glp_get_status(made->problem) != GLP_OPT)
        return LYH_DERIVABLE_UNSURE;
    double most = sign * glp_get_obj_val(made->problem);
    if (most < sign * count + 1 - NEARLY)
        return LYH_DERIVABLE_YES;
    return is_whole(made) ? LYH_DERIVABLE_NO : search(made, sign, count);
}

lyh_derivable programme_answer(programme *made, double count)
{
    lyh_derivable more = answer_one_way(made, 1, count);
    if (more == LYH_DERIVABLE_NO)
        return more;
    lyh_derivable less = answer_one_way(made, -1, count);
    return less == LYH_DERIVABLE_NO ? less : MAX(more, less);
}
