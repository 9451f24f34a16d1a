/*
 * From what was counted to figures, and how far they would have moved with other documents.
 */
#include <math.h>
#include <string.h>

#include "evaluation_private.h"
#include "../order.h"

/* Counts of one code, or of all. */
typedef struct counts {
    size_t tp, fp, fn, right;
} counts;

static double share(size_t part, size_t whole)
{
    return whole > 0 ? (double)part / (double)whole : NAN;
}

static double f1_of(const counts *of)
{
    return share(2 * of->tp, 2 * of->tp + of->fp + of->fn);
}

static lyh_measured measured_from(const counts *of)
{
    return (lyh_measured){
        .tp = of->tp,
        .fp = of->fp,
        .fn = of->fn,
        .precision = share(of->tp, of->tp + of->fp),
        .recall = share(of->tp, of->tp + of->fn),
        .f1 = f1_of(of),
        .interval = { NAN, NAN },
        .polarity = share(of->right, of->tp),
    };
}

/* Add @times what @entry says, once to its code and once to all. */
static void add_entry(counts *codes, counts *all, const evaluation_entry *entry,
                      size_t times)
{
    counts *const both[] = { &codes[entry->code], all };
    for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
        both[i]->tp += times * entry->tp;
        both[i]->fp += times * entry->fp;
        both[i]->fn += times * entry->fn;
        both[i]->right += times * entry->right;
    }
}

static gint by_cluster(gconstpointer one, gconstpointer two)
{
    const evaluation_entry *a = one, *b = two;
    int cluster = order(a->cluster, b->cluster);
    return cluster ? cluster : order(a->code, b->code);
}

/* Units of one cluster become one entry a code: the bootstrap's time grows with entries. */
static void merge_entries(GArray *entries)
{
    guint kept = 0;
    g_array_sort(entries, by_cluster);
    for (guint i = 0; i < entries->len; i++) {
        evaluation_entry entry = g_array_index(entries, evaluation_entry, i);
        evaluation_entry *last =
            kept > 0 ? &g_array_index(entries, evaluation_entry, kept - 1) : NULL;
        if (last && by_cluster(last, &entry) == 0) {
            last->tp += entry.tp;
            last->fp += entry.fp;
            last->fn += entry.fn;
            last->right += entry.right;
        } else {
            g_array_index(entries, evaluation_entry, kept++) = entry;
        }
    }
    g_array_set_size(entries, kept);
}

/* A sum over those that are defined. */
typedef struct mean {
    double sum;
    size_t count;
} mean;

static void mean_add(mean *over, double value)
{
    if (isnan(value))
        return;
    over->sum += value;
    over->count++;
}

static double mean_of(const mean *over)
{
    return over->count > 0 ? over->sum / (double)over->count : NAN;
}

static lyh_measured macro_of(const lyh_evaluation *evaluation)
{
    mean precision = { 0 }, recall = { 0 }, f1 = { 0 }, polarity = { 0 };
    for (size_t i = 0; i < lyh_codebook_count(evaluation->codebook); i++) {
        const lyh_measured *code = &evaluation->measured[i];
        mean_add(&precision, code->precision);
        mean_add(&recall, code->recall);
        mean_add(&f1, code->f1);
        mean_add(&polarity, code->polarity);
    }
    lyh_measured macro = evaluation->micro;
    macro.precision = mean_of(&precision);
    macro.recall = mean_of(&recall);
    macro.f1 = mean_of(&f1);
    macro.polarity = mean_of(&polarity);
    return macro;
}

/* ---- the bootstrap ---- */

/* F1 of every resample: a row for each code that has entries, then one for all and one for the mean. */
typedef struct resampling {
    const lyh_evaluation *evaluation;
    GArray *codes; /* size_t: those that have entries */
    counts *sums;  /* by code */
    uint32_t *times;
    double *values;
} resampling;

static void resampling_clear(resampling *work)
{
    g_array_unref(work->codes);
    g_free(work->sums);
    g_free(work->times);
    g_free(work->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(resampling, resampling_clear)

static resampling resampling_of(const lyh_evaluation *evaluation)
{
    size_t codes = lyh_codebook_count(evaluation->codebook);
    resampling work = { .evaluation = evaluation };
    work.codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < codes; i++)
        if (!isnan(evaluation->measured[i].f1))
            g_array_append_val(work.codes, i);
    work.sums = g_new(counts, codes);
    work.times = g_new(uint32_t, lyh_evaluation_cluster_count(evaluation));
    work.values = g_new(double, (work.codes->len + 2) * LYH_EVALUATION_RESAMPLES);
    return work;
}

static double *row_of(const resampling *work, size_t row)
{
    return work->values + row * LYH_EVALUATION_RESAMPLES;
}

static void resample(resampling *work, size_t number, uint64_t *state)
{
    const GArray *entries = work->evaluation->entries;
    counts all = { 0 };
    mean macro = { 0 };
    lyh_bootstrap_draw(state, lyh_evaluation_cluster_count(work->evaluation), work->times);
    for (guint i = 0; i < work->codes->len; i++)
        work->sums[g_array_index(work->codes, size_t, i)] = (counts){ 0 };
    for (guint i = 0; i < entries->len; i++) {
        const evaluation_entry *entry = &g_array_index(entries, evaluation_entry, i);
        if (work->times[entry->cluster] > 0)
            add_entry(work->sums, &all, entry, work->times[entry->cluster]);
    }
    for (guint i = 0; i < work->codes->len; i++) {
        double f1 = f1_of(&work->sums[g_array_index(work->codes, size_t, i)]);
        row_of(work, i)[number] = f1;
        mean_add(&macro, f1);
    }
    row_of(work, work->codes->len)[number] = f1_of(&all);
    row_of(work, work->codes->len + 1)[number] = mean_of(&macro);
}

static void measure_intervals(lyh_evaluation *evaluation)
{
    if (lyh_evaluation_cluster_count(evaluation) < 2)
        return;
    g_auto(resampling) work = resampling_of(evaluation);
    uint64_t state = LYH_EVALUATION_SEED;
    for (size_t i = 0; i < LYH_EVALUATION_RESAMPLES; i++)
        resample(&work, i, &state);
    for (guint i = 0; i <= work.codes->len + 1; i++) {
        lyh_measured *of = i < work.codes->len
                               ? &evaluation->measured[g_array_index(work.codes, size_t, i)]
                           : i == work.codes->len ? &evaluation->micro
                                                  : &evaluation->macro;
        of->interval = lyh_bootstrap_interval(row_of(&work, i), LYH_EVALUATION_RESAMPLES);
    }
}

void lyh_evaluation_measure(lyh_evaluation *evaluation)
{
    size_t codes = lyh_codebook_count(evaluation->codebook);
    g_autofree counts *sums = g_new0(counts, codes);
    counts all = { 0 };
    merge_entries(evaluation->entries);
    for (guint i = 0; i < evaluation->entries->len; i++)
        add_entry(sums, &all, &g_array_index(evaluation->entries, evaluation_entry, i), 1);

    evaluation->measured = g_new(lyh_measured, codes);
    for (size_t i = 0; i < codes; i++)
        evaluation->measured[i] = measured_from(&sums[i]);
    evaluation->micro = measured_from(&all);
    evaluation->macro = macro_of(evaluation);
    measure_intervals(evaluation);
}

lyh_measured lyh_evaluation_of(const lyh_evaluation *evaluation, size_t code)
{
    g_assert(evaluation->measured && code < lyh_codebook_count(evaluation->codebook));
    return evaluation->measured[code];
}

lyh_measured lyh_evaluation_micro(const lyh_evaluation *evaluation)
{
    g_assert(evaluation->measured);
    return evaluation->micro;
}

lyh_measured lyh_evaluation_macro(const lyh_evaluation *evaluation)
{
    g_assert(evaluation->measured);
    return evaluation->macro;
}
