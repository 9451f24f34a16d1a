/*
 * One code's model, by LIBLINEAR (Fan et al. 2008). Of it only train() with L2R_LR is called: a trust region
 * Newton method (Lin et al. 2008). Its own cross-validation shuffles by rand(), so it is not.
 */
#include <math.h>
#include <stdlib.h>

#include "late_linear.h"
#include "learning_private.h"
#include "../order.h"

/* The penalty is on the intercept too; a column of tens instead of ones makes that a hundredth. */
#define INTERCEPT_VALUE 10.0
/* LIBLINEAR's own is 0.01: enough for a class, not for weights that people read. */
#define TOLERANCE 1e-6
/* Scores have four decimals, so that the last bits of another BLAS change no order. */
#define SCORE_STEPS 1e4

void learning_model_clear(learning_model *model)
{
    g_free(model->weights);
    g_free(model->persons);
    *model = (learning_model){ 0 };
}

bool learning_model_knows(const learning_model *model, uint32_t feature)
{
    return feature < model->features &&
           model->persons[feature] >= LYH_LEARNING_WORD_PERSONS;
}

size_t learning_model_known(const learning_model *model, const uint32_t *items,
                            size_t count)
{
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += learning_model_knows(model, items[i]);
    return known;
}

double learning_model_score(const learning_model *model, const uint32_t *items,
                            size_t count)
{
    size_t known = learning_model_known(model, items, count);
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += learning_model_knows(model, items[i]) ? model->weights[items[i]] : 0;
    if (known > 0)
        sum /= sqrt((double)known);
    return round(SCORE_STEPS / (1 + exp(-(sum + model->intercept)))) / SCORE_STEPS;
}

/* ---- which features ---- */

static int by_person(const void *one, const void *two)
{
    const learning_row *a = *(const learning_row *const *)one;
    const learning_row *b = *(const learning_row *const *)two;
    int person = order(a->person, b->person);
    return person ? person : order((size_t)a, (size_t)b);
}

/* How many persons have each feature: with rows by person, the last one seen tells. */
static void count_persons(learning_model *model, const learning_row *rows, size_t count)
{
    g_autofree const learning_row **sorted = g_new(const learning_row *, count);
    g_autofree size_t *last = g_new0(size_t, model->features);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &rows[i];
    qsort(sorted, count, sizeof *sorted, by_person);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sorted[i]->count; j++) {
            uint32_t feature = sorted[i]->items[j];
            if (last[feature] == sorted[i]->person + 1)
                continue;
            last[feature] = sorted[i]->person + 1;
            model->persons[feature]++;
        }
}

/* ---- what LIBLINEAR wants ---- */

typedef struct design {
    struct problem problem;
    struct feature_node *nodes;
    int *columns; /* by feature, from 1; 0: none */
} design;

static void design_clear(design *made)
{
    g_free(made->problem.x);
    g_free(made->problem.y);
    g_free(made->nodes);
    g_free(made->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(design, design_clear)

static int *columns_of(const learning_model *model, const uint32_t *by_name, int *count)
{
    int *columns = g_new0(int, model->features);
    for (size_t i = 0; i < model->features; i++)
        if (learning_model_knows(model, by_name[i]))
            columns[by_name[i]] = ++*count;
    return columns;
}

static int by_column(const void *one, const void *two)
{
    const struct feature_node *a = one, *b = two;
    return (a->index > b->index) - (a->index < b->index);
}

/* A row's nodes from @at on; returns where the next one begins. */
static struct feature_node *set_row(const design *made, const learning_row *row,
                                    struct feature_node *at)
{
    struct feature_node *first = at;
    for (size_t i = 0; i < row->count; i++)
        if (made->columns[row->items[i]] > 0)
            (at++)->index = made->columns[row->items[i]];
    size_t known = (size_t)(at - first);
    qsort(first, known, sizeof *first, by_column);
    for (size_t i = 0; i < known; i++)
        first[i].value = 1 / sqrt((double)known);
    *at++ = (struct feature_node){ made->problem.n, INTERCEPT_VALUE };
    *at++ = (struct feature_node){ -1, 0 };
    return at;
}

static design design_of(const learning_model *model, const learning_row *rows, size_t count,
                        const uint32_t *by_name)
{
    design made = { .problem = { .l = (int)count, .bias = INTERCEPT_VALUE } };
    size_t nodes = 0;
    made.columns = columns_of(model, by_name, &made.problem.n);
    made.problem.n++;
    for (size_t i = 0; i < count; i++)
        nodes += rows[i].count + 2;
    made.nodes = g_new0(struct feature_node, nodes);
    made.problem.x = g_new(struct feature_node *, count);
    made.problem.y = g_new(double, count);
    struct feature_node *at = made.nodes;
    for (size_t i = 0; i < count; i++) {
        made.problem.x[i] = at;
        made.problem.y[i] = rows[i].is_positive ? 1 : -1;
        at = set_row(&made, &rows[i], at);
    }
    return made;
}

static void be_silent(const char *text)
{
    (void)text;
}

/* LIBLINEAR never asks whether it got the memory it wants: what is not there is missed here, and said. */
static void need_memory_for(const struct problem *problem)
{
    enum { ARRAYS_OF_ROWS = 12, ARRAYS_OF_COLUMNS = 12 };
    size_t rows = (size_t)problem->l * ARRAYS_OF_ROWS;
    size_t columns = (size_t)problem->n * ARRAYS_OF_COLUMNS;
    g_free(g_malloc_n(rows + columns, sizeof(double)));
}

static void solve(learning_model *model, const design *made)
{
    const struct parameter wanted = { .solver_type = L2R_LR,
                                      .eps = TOLERANCE,
                                      .C = LYH_LEARNING_C };
    set_print_string_function(be_silent);
    g_assert(check_parameter(&made->problem, &wanted) == NULL);
    need_memory_for(&made->problem);
    struct model *found = train(&made->problem, &wanted);
    /* which of the two is the first depends on the rows */
    int labels[2];
    get_labels(found, labels);
    double sign = labels[0] == 1 ? 1 : -1;
    for (size_t i = 0; i < model->features; i++)
        if (made->columns[i] > 0)
            model->weights[i] = sign * get_decfun_coef(found, made->columns[i], 0);
    model->intercept = sign * get_decfun_bias(found, 0);
    free_and_destroy_model(&found);
}

learning_model learning_model_fit(const learning_row *rows, size_t count,
                                  const uint32_t *by_name, size_t features)
{
    learning_model model = { .weights = g_new0(double, features),
                             .persons = g_new0(uint32_t, features),
                             .features = features };
    size_t positive = 0;
    g_assert(count < INT32_MAX / 2);
    for (size_t i = 0; i < count; i++)
        positive += rows[i].is_positive;
    count_persons(&model, rows, count);
    if (positive == 0 || positive == count) {
        double share = ((double)positive + 0.5) / ((double)count + 1);
        model.intercept = log(share / (1 - share));
        return model;
    }
    g_auto(design) made = design_of(&model, rows, count, by_name);
    solve(&model, &made);
    return model;
}
