#include <lyhord/study/counting.h>

#include <string.h>

#include <lyhord/tally/handed.h>

#include "count.h"
#include "study_private.h"

/* Persons of one transcript who were in none before it. */
#define PERSONS_MOST ((size_t)1 << 20)

struct lyh_counting {
    lyh_study *study;
    lyh_tally_options options;
    lyh_stretches *walk;
    lyh_tally *tally;
    lyh_study_counts counts;
    GArray *rows; /* size_t, by respondent: where they are met, in any part of the whole */
    size_t declared; /* respondents who were there before the walk */
};

/* Who is met in transcript @at comes behind whom an earlier one has. */
static void note_persons(lyh_counting *counting, size_t at)
{
    size_t known = counting->rows->len;
    for (size_t i = known; i < lyh_respondents_count(counting->study->respondents); i++) {
        size_t row = counting->declared + at * PERSONS_MOST + MIN(i - known, PERSONS_MOST);
        g_array_append_val(counting->rows, row);
    }
}

static bool count_document(void *user, const lyh_visit *visit)
{
    lyh_counting *counting = user;
    count_walk one = { counting->tally, NULL, &counting->counts, &counting->options };
    note_persons(counting, lyh_stretches_at(counting->walk));
    return study_count_document(&one, visit);
}

lyh_counting *lyh_counting_new(lyh_study *study, const lyh_tally_options *options,
                               size_t shard, size_t shards, lyh_diags *diags,
                               lyh_error *error)
{
    g_assert(!options->log);
    lyh_stretches *walk = lyh_stretches_new(study, study_counted(study, options), shard,
                                            shards, diags, error);
    if (!walk)
        return NULL;
    lyh_counting *counting = g_new0(lyh_counting, 1);
    counting->study = study;
    counting->options = *options;
    counting->walk = walk;
    counting->tally = lyh_tally_new(study->codebook, study->respondents, options);
    counting->rows = g_array_new(FALSE, FALSE, sizeof(size_t));
    counting->declared = lyh_respondents_count(study->respondents);
    for (size_t i = 0; i < counting->declared; i++)
        g_array_append_val(counting->rows, i);
    return counting;
}

void lyh_counting_free(lyh_counting *counting)
{
    if (!counting)
        return;
    g_array_unref(counting->rows);
    lyh_tally_free(counting->tally);
    lyh_stretches_free(counting->walk);
    g_free(counting);
}

lyh_stretches *lyh_counting_walk(lyh_counting *counting)
{
    return counting->walk;
}

bool lyh_counting_first(lyh_counting *counting, lyh_diags *diags)
{
    return lyh_stretches_go_first(counting->walk, count_document, counting, diags);
}

void lyh_counting_rest(lyh_counting *counting, lyh_diags *diags)
{
    lyh_stretches_go_rest(counting->walk, count_document, counting, diags);
}

static const size_t *rows_of(const lyh_counting *counting)
{
    return (const size_t *)(const void *)counting->rows->data;
}

/* Only what is counted of this stretch; the process may have counted another before, or be parted from one that has. */
static void forget_counted(lyh_counting *counting)
{
    lyh_tally_free(counting->tally);
    counting->tally = lyh_tally_new(counting->study->codebook, counting->study->respondents,
                                    &counting->options);
    counting->counts = (lyh_study_counts){ 0 };
}

void lyh_counting_other(lyh_counting *counting, size_t index, lyh_output *output,
                        lyh_diags *diags, lyh_error *trouble)
{
    lyh_tally_met met = { .known = counting->declared, .before = counting->rows->len };
    forget_counted(counting);
    lyh_stretches_go_other(counting->walk, index, count_document, counting, diags, trouble);
    note_persons(counting, lyh_study_file_count(counting->study));
    lyh_output_write(output, &counting->counts, sizeof counting->counts);
    met.rows = rows_of(counting);
    lyh_tally_hand_over(counting->tally, &met, output);
}

static size_t respondent_of(void *user, const char *id, size_t row)
{
    lyh_counting *counting = user;
    size_t respondent = lyh_respondents_add(counting->study->respondents, id);
    if (respondent == counting->rows->len)
        g_array_append_val(counting->rows, row);
    return respondent;
}

static void add_counts(lyh_study_counts *counts, const lyh_study_counts *more)
{
    counts->documents += more->documents;
    counts->words += more->words;
    counts->interviewer_words += more->interviewer_words;
    counts->counted += more->counted;
    counts->suggested += more->suggested;
}

bool lyh_counting_take_over(lyh_counting *counting, const char *bytes, size_t size,
                            lyh_error *error)
{
    lyh_study_counts more;
    if (size < sizeof more)
        return lyh_error_set(error, LYH_ERROR_IO, 0, "jobs");
    memcpy(&more, bytes, sizeof more);
    add_counts(&counting->counts, &more);
    return lyh_tally_take_over(counting->tally, counting->declared, bytes + sizeof more,
                               size - sizeof more, respondent_of, counting) ||
           lyh_error_set(error, LYH_ERROR_IO, 0, "jobs");
}

void lyh_counting_add(lyh_counting *counting, const lyh_partial *partial)
{
    const lyh_partial_totals *totals = lyh_partial_totals_of(partial);
    const lyh_study_counts more = { totals->documents, totals->words, totals->other_words,
                                    totals->counted, totals->suggested };
    lyh_partial_pour(partial, counting->tally, respondent_of, counting);
    add_counts(&counting->counts, &more);
}

bool lyh_counting_end(lyh_counting *counting, lyh_diags *diags, lyh_error *error)
{
    return lyh_stretches_end(counting->walk, diags, error);
}

lyh_tally *lyh_counting_whole(lyh_counting *counting, lyh_study_counts *counts,
                              lyh_diags *diags, lyh_error *error)
{
    const count_walk all = { counting->tally, NULL, &counting->counts, &counting->options };
    *counts = counting->counts;
    return study_count_end(counting->study, &all, diags, error)
               ? g_steal_pointer(&counting->tally)
               : NULL;
}

lyh_partial *lyh_counting_part(lyh_counting *counting, const size_t *attributes,
                               size_t attribute_count)
{
    const lyh_study_counts *counts = &counting->counts;
    const lyh_partial_totals totals = { counts->documents, counts->words,
                                        counts->interviewer_words, counts->counted,
                                        counts->suggested };
    note_persons(counting, lyh_study_file_count(counting->study));
    return lyh_partial_of_tally(counting->tally, attributes, attribute_count,
                                rows_of(counting), &totals);
}
