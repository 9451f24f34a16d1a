#include "tally_private.h"

const char *lyh_measure_name(lyh_measure measure)
{
    static const char *const names[LYH_MEASURE_COUNT] = {
        [LYH_MEASURE_ANY] = "any",   [LYH_MEASURE_PLUS] = "+",    [LYH_MEASURE_MINUS] = "-",
        [LYH_MEASURE_NEUTRAL] = "0", [LYH_MEASURE_WISH] = "wish",
    };
    g_assert(measure < LYH_MEASURE_COUNT);
    return names[measure];
}

lyh_measure lyh_measure_of(lyh_polarity polarity)
{
    static const lyh_measure measures[] = {
        [LYH_NEUTRAL] = LYH_MEASURE_NEUTRAL,
        [LYH_PLUS] = LYH_MEASURE_PLUS,
        [LYH_MINUS] = LYH_MEASURE_MINUS,
    };
    g_assert((size_t)polarity < G_N_ELEMENTS(measures));
    return measures[polarity];
}

static void free_lineage(gpointer lineage)
{
    if (lineage)
        g_array_unref(lineage);
}

lyh_tally *lyh_tally_new(const lyh_codebook *codebook, const lyh_respondents *respondents,
                         const lyh_tally_options *options)
{
    lyh_tally *tally = g_new0(lyh_tally, 1);
    size_t codes = lyh_codebook_count(codebook);
    tally->codebook = codebook;
    tally->respondents = respondents;
    tally->options = *options;
    tally->persons = g_array_new(FALSE, TRUE, sizeof(tally_person));
    tally->counters = tally_counters_new(codes);
    tally->lineages = g_ptr_array_new_with_free_func(free_lineage);
    g_ptr_array_set_size(tally->lineages, (gint)codes);
    return tally;
}

void lyh_tally_free(lyh_tally *tally)
{
    if (!tally)
        return;
    g_ptr_array_unref(tally->lineages);
    tally_counters_free(tally->counters);
    g_array_unref(tally->persons);
    g_free(tally);
}

static bool holds(const GArray *codes, size_t code)
{
    for (guint i = 0; i < codes->len; i++)
        if (g_array_index(codes, size_t, i) == code)
            return true;
    return false;
}

/* Breadth first; a code reached by two ways counts once. */
static GArray *make_lineage(const lyh_codebook *codebook, size_t code)
{
    GArray *lineage = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_array_append_val(lineage, code);
    for (guint i = 0; i < lineage->len; i++) {
        size_t count;
        const size_t *parents =
            lyh_codebook_parents(codebook, g_array_index(lineage, size_t, i), &count);
        for (size_t k = 0; k < count; k++)
            if (!holds(lineage, parents[k]))
                g_array_append_val(lineage, parents[k]);
    }
    return lineage;
}

const GArray *tally_lineage(lyh_tally *tally, size_t code)
{
    g_assert(code < tally->lineages->len);
    if (!tally->lineages->pdata[code])
        tally->lineages->pdata[code] = make_lineage(tally->codebook, code);
    return tally->lineages->pdata[code];
}

size_t tally_people(const lyh_tally *tally, size_t respondent)
{
    return respondent < tally->persons->len
               ? g_array_index(tally->persons, tally_person, respondent).people
               : 0;
}

tally_person *tally_person_at(lyh_tally *tally, size_t respondent)
{
    if (respondent >= tally->persons->len)
        g_array_set_size(tally->persons, (guint)respondent + 1);
    return &g_array_index(tally->persons, tally_person, respondent);
}

void tally_add_words(lyh_tally *tally, size_t respondent, const tally_person *more)
{
    if (respondent == LYH_NONE) {
        tally->nobodys_words += more->words;
        return;
    }
    tally_person *person = tally_person_at(tally, respondent);
    person->words += more->words;
    person->people = MAX(person->people, more->people);
}

void tally_add_counter(lyh_tally *tally, size_t code, size_t respondent,
                       const tally_counter *more)
{
    tally_counter *counter = tally_counters_take(tally->counters, code, respondent);
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        counter->persons[measure] = MAX(counter->persons[measure], more->persons[measure]);
        counter->hits[measure] += more->hits[measure];
        counter->statements[measure] += more->statements[measure];
        counter->words[measure] += more->words[measure];
    }
}

bool lyh_tally_has(const lyh_tally *tally, size_t respondent)
{
    return tally_people(tally, respondent) > 0;
}

size_t lyh_tally_base(const lyh_tally *tally)
{
    size_t base = 0;
    for (guint i = 0; i < tally->persons->len; i++)
        base += tally_people(tally, i);
    return base;
}

size_t lyh_tally_persons(const lyh_tally *tally, size_t code, lyh_measure measure)
{
    size_t persons = 0;
    tally_counter counter;
    for (size_t at = 0; tally_counters_next(tally->counters, code, &at, &counter);)
        persons += lyh_tally_has(tally, counter.respondent) ? counter.persons[measure] : 0;
    return persons;
}

bool lyh_tally_said(const lyh_tally *tally, size_t respondent, size_t code,
                    lyh_measure measure)
{
    tally_counter counter;
    return lyh_tally_has(tally, respondent) &&
           tally_counters_find(tally->counters, code, respondent, &counter) &&
           counter.hits[measure] > 0;
}

size_t lyh_tally_words(const lyh_tally *tally, size_t respondent, size_t code,
                       lyh_measure measure)
{
    tally_counter counter;
    return lyh_tally_has(tally, respondent) &&
                   tally_counters_find(tally->counters, code, respondent, &counter)
               ? counter.words[measure]
               : 0;
}

size_t lyh_tally_spoken(const lyh_tally *tally, size_t respondent)
{
    return lyh_tally_has(tally, respondent)
               ? g_array_index(tally->persons, tally_person, respondent).words
               : 0;
}
