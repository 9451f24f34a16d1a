/*
 * How good a model is on documents it has not seen, and whether that is more than chance.
 */
#include <math.h>
#include <stdlib.h>

#include "learning_private.h"
#include "../order.h"

/* ---- figures over scored rows, sorted; every row of a document counts as often as it was drawn ---- */

static int by_score(const void *one, const void *two)
{
    const learning_scored *a = one, *b = two;
    return (a->score < b->score) - (a->score > b->score);
}

void learning_sort(learning_scored *rows, size_t count)
{
    qsort(rows, count, sizeof *rows, by_score);
}

/* Rows from the best on, with all that have the same score taken in one step. */
typedef struct step {
    size_t next;
    double positive, negative;         /* in this step */
    double all_positive, all_negative; /* in the steps before it too */
} step;

static bool step_on(step *at, const learning_scored *rows, size_t count,
                    const uint32_t *times)
{
    if (at->next == count)
        return false;
    double score = rows[at->next].score;
    at->positive = at->negative = 0;
    for (; at->next < count && rows[at->next].score == score; at->next++) {
        const learning_scored *row = &rows[at->next];
        *(row->is_positive ? &at->positive : &at->negative) +=
            times ? times[row->document] : 1;
    }
    at->all_positive += at->positive;
    at->all_negative += at->negative;
    return true;
}

double learning_average_precision(const learning_scored *rows, size_t count,
                                  const uint32_t *times)
{
    step at = { 0 };
    double sum = 0;
    while (step_on(&at, rows, count, times))
        if (at.positive > 0)
            sum += at.positive * at.all_positive / (at.all_positive + at.all_negative);
    return at.all_positive > 0 ? sum / at.all_positive : NAN;
}

double learning_auc(const learning_scored *rows, size_t count, const uint32_t *times)
{
    step at = { 0 };
    double above = 0;
    while (step_on(&at, rows, count, times))
        above += at.negative * (at.all_positive - at.positive / 2);
    double pairs = at.all_positive * at.all_negative;
    return pairs > 0 ? above / pairs : NAN;
}

double learning_base_rate(const learning_scored *rows, size_t count, const uint32_t *times)
{
    double positive = 0, all = 0;
    for (size_t i = 0; i < count; i++) {
        double weight = times ? times[rows[i].document] : 1;
        positive += rows[i].is_positive ? weight : 0;
        all += weight;
    }
    return all > 0 ? positive / all : NAN;
}

/* ---- folds ---- */

typedef struct pile {
    size_t document; /* as the rows have it */
    size_t rows, fold;
} pile;

/* Rows come document by document. */
static GArray *piles_of(const learning_row *rows, size_t count)
{
    GArray *piles = g_array_new(FALSE, FALSE, sizeof(pile));
    for (size_t i = 0; i < count; i++) {
        pile fresh = { .document = rows[i].document };
        if (i == 0 || rows[i].document != rows[i - 1].document)
            g_array_append_val(piles, fresh);
        g_array_index(piles, pile, piles->len - 1).rows++;
    }
    return piles;
}

static gint by_size(gconstpointer one, gconstpointer two)
{
    const pile *a = one, *b = two;
    int larger = order(b->rows, a->rows);
    return larger ? larger : order(a->document, b->document);
}

static gint by_document(gconstpointer one, gconstpointer two)
{
    return order(((const pile *)one)->document, ((const pile *)two)->document);
}

/* The largest first, each to the fold that has least: folds come out as even as documents let them. */
static size_t deal(GArray *piles)
{
    size_t sizes[LYH_LEARNING_FOLDS] = { 0 };
    size_t folds = MIN(piles->len, LYH_LEARNING_FOLDS);
    g_array_sort(piles, by_size);
    for (guint i = 0; i < piles->len; i++) {
        pile *one = &g_array_index(piles, pile, i);
        for (size_t fold = 1; fold < folds; fold++)
            one->fold = sizes[fold] < sizes[one->fold] ? fold : one->fold;
        sizes[one->fold] += one->rows;
    }
    g_array_sort(piles, by_document);
    return folds;
}

/* ---- cross-validation ---- */

typedef struct validation {
    const learning_row *rows;
    size_t count;
    const uint32_t *order;
    size_t features;
    size_t *pile_of; /* by row */
    GArray *piles;
    learning_scored *scored; /* by row, until they are sorted */
} validation;

static void validation_clear(validation *work)
{
    g_free(work->pile_of);
    g_free(work->scored);
    g_array_unref(work->piles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(validation, validation_clear)

static size_t fold_of(const validation *work, size_t row)
{
    return g_array_index(work->piles, pile, work->pile_of[row]).fold;
}

static void score_fold(const validation *work, size_t fold)
{
    g_autofree learning_row *others = g_new(learning_row, work->count);
    size_t count = 0;
    for (size_t i = 0; i < work->count; i++)
        if (fold_of(work, i) != fold)
            others[count++] = work->rows[i];
    g_auto(learning_model) model =
        learning_model_fit(others, count, work->order, work->features);
    for (size_t i = 0; i < work->count; i++)
        if (fold_of(work, i) == fold)
            work->scored[i].score =
                learning_model_score(&model, work->rows[i].items, work->rows[i].count);
}

static validation validate(lyh_learned *learned, const learning_row *rows, size_t count,
                           const uint32_t *by_name, size_t features)
{
    validation work = { rows, count, by_name, features, NULL, piles_of(rows, count), NULL };
    learned->folds = deal(work.piles);
    work.pile_of = g_new(size_t, count);
    work.scored = g_new(learning_scored, count);
    for (size_t i = 0, at = 0; i < count; i++) {
        at += rows[i].document != g_array_index(work.piles, pile, at).document;
        work.pile_of[i] = at;
        work.scored[i] = (learning_scored){ NAN, at, rows[i].is_positive };
    }
    for (size_t fold = 0; fold < learned->folds; fold++)
        score_fold(&work, fold);
    return work;
}

/* ---- what is said of it ---- */

static double share(size_t part, size_t whole)
{
    return whole > 0 ? (double)part / (double)whole : NAN;
}

static void measure_scores(lyh_learned *learned, const validation *work)
{
    size_t right = 0, said = 0;
    double error = 0;
    for (size_t i = 0; i < work->count; i++) {
        const learning_scored *row = &work->scored[i];
        double off = row->score - (row->is_positive ? 1 : 0);
        bool is_said = row->score > learned->base_rate;
        said += is_said;
        right += is_said && row->is_positive;
        error += off * off;
    }
    learned->precision = share(right, said);
    learned->recall = share(right, learned->positive.sentences);
    learned->brier = error / (double)work->count;
    learned->brier_base = learned->base_rate * (1 - learned->base_rate);
}

/* Rules alone rank too: what they hit stands before what they do not. */
static void measure_rules(lyh_learned *learned, const validation *work)
{
    g_autofree learning_scored *rows = g_new(learning_scored, work->count);
    size_t right = 0, said = 0;
    for (size_t i = 0; i < work->count; i++) {
        const learning_row *row = &work->rows[i];
        rows[i] = (learning_scored){ row->is_hit, work->pile_of[i], row->is_positive };
        said += row->is_hit;
        right += row->is_hit && row->is_positive;
    }
    learning_sort(rows, work->count);
    learned->rules_precision = share(right, said);
    learned->rules_recall = share(right, learned->positive.sentences);
    learned->rules_average_precision = learning_average_precision(rows, work->count, NULL);
}

/*
 * Two folds are scored by models that learned from nearly the same rows: what the one finds by chance the other
 * finds too, and no resampling of documents shows that. Of shuffled labels of ten documents one code in ten
 * came out as learned. With the variance 1 + k / (k - 1) times as large (after Nadeau & Bengio 2003: what is
 * tested to what is learned from, added to 1 / k) it is one in thirty; one in fifteen of five documents.
 */
static lyh_interval widened(lyh_interval around, double value, size_t folds)
{
    double k = (double)folds;
    double times = sqrt(1 + k / (k - 1));
    return (lyh_interval){ value - times * (value - around.low),
                           value + times * (around.high - value) };
}

static void measure_intervals(lyh_learned *learned, const validation *work)
{
    g_autofree uint32_t *times = g_new(uint32_t, work->piles->len);
    double gains[LYH_LEARNING_RESAMPLES], areas[LYH_LEARNING_RESAMPLES];
    uint64_t state = LYH_LEARNING_SEED;
    for (size_t i = 0; i < LYH_LEARNING_RESAMPLES; i++) {
        lyh_bootstrap_draw(&state, work->piles->len, times);
        gains[i] = learning_average_precision(work->scored, work->count, times) -
                   learning_base_rate(work->scored, work->count, times);
        areas[i] = learning_auc(work->scored, work->count, times);
    }
    learned->gain =
        widened(lyh_bootstrap_interval(gains, LYH_LEARNING_RESAMPLES),
                learned->average_precision - learned->base_rate, learned->folds);
    learned->auc_interval = widened(lyh_bootstrap_interval(areas, LYH_LEARNING_RESAMPLES),
                                    learned->auc, learned->folds);
    learned->auc_interval.high = fmin(learned->auc_interval.high, 1);
}

void learning_measure(lyh_learned *learned, const learning_row *rows, size_t count,
                      const uint32_t *by_name, size_t features)
{
    g_auto(validation) work = validate(learned, rows, count, by_name, features);
    learned->base_rate = share(learned->positive.sentences, count);
    measure_scores(learned, &work);
    measure_rules(learned, &work);
    learning_sort(work.scored, count);
    learned->average_precision = learning_average_precision(work.scored, count, NULL);
    learned->auc = learning_auc(work.scored, count, NULL);
    measure_intervals(learned, &work);
    /* an interval that is not there is no evidence either */
    bool is_better = learned->gain.low > 0 && learned->auc_interval.low > 0.5;
    learned->status = is_better ? LYH_LEARNED_WELL : LYH_LEARNED_CHANCE;
}
