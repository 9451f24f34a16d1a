#include <lyhord/study/stretches.h>

#include <glib/gstdio.h>

#include "study_private.h"

/* Where those that are compared have surely an end: two million words of respondents, and as much of others'. */
#define COMPARED_BYTES ((double)(32 << 20))
/*
 * A stretch of others is a part of what is left, so that the last ones are small and all end together; not so small that
 * to hand it over is felt, nor so large that nobody sees how far they are.
 */
#define LEAST_STRETCH ((double)(1 << 20))
#define MOST_STRETCH ((double)(32 << 20))
/* Files that are asked for their size: so many of the first, and of those behind them a sample. */
#define ASKED 1024

struct lyh_stretches {
    lyh_study *study;
    lyh_which which;
    guint64 *
        before; /* by transcript: bytes of those before it; one more, of all; NULL: nobody has asked */
    size_t start, end; /* the part's transcripts */
    GArray
        *bounds; /* size_t: where the stretches of others begin, and where the last ends */
    size_t at, read;
    lyh_error first;
    size_t errors; /* before it began */
};

/* What cannot be read weighs nothing: the walk says why. */
static guint64 bytes_of(const lyh_study *study, size_t index)
{
    GStatBuf file;
    return g_stat(lyh_study_file(study, index), &file) == 0 ? (guint64)file.st_size : 0;
}

/* One that is not asked weighs as much as the last that was. */
static void weigh(lyh_stretches *walk)
{
    size_t count = lyh_study_file_count(walk->study);
    guint64 bytes = 0;
    walk->before = g_new0(guint64, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (i < ASKED || i % (count / ASKED) == 0)
            bytes = bytes_of(walk->study, i);
        walk->before[i + 1] = walk->before[i] + bytes;
    }
}

/* The first transcript, of those before @end, whose middle lies at or behind so many @bytes. */
static size_t transcript_at(const guint64 *before, size_t end, double bytes)
{
    size_t low = 0, high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (((double)before[middle] + (double)before[middle + 1]) / 2 < bytes)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Bound @index of @count parts of equal bytes. */
static size_t bound_of(const guint64 *before, size_t end, size_t index, size_t count)
{
    if (index == 0 || index >= count)
        return index == 0 ? 0 : end;
    return transcript_at(before, end, (double)before[end] * (double)index / (double)count);
}

lyh_stretches *lyh_stretches_new(lyh_study *study, lyh_which which, size_t shard,
                                 size_t shards, lyh_diags *diags, lyh_error *error)
{
    size_t errors = lyh_diags_error_count(diags);
    size_t count = lyh_study_file_count(study);
    if (!study_walk_begin(study, which, diags, error))
        return NULL;
    lyh_stretches *walk = g_new0(lyh_stretches, 1);
    walk->study = study;
    walk->which = which;
    walk->errors = errors;
    walk->end = count;
    walk->bounds = g_array_new(FALSE, FALSE, sizeof(size_t));
    if (shards > 1) {
        weigh(walk);
        walk->start = bound_of(walk->before, count, shard, shards);
        walk->end = bound_of(walk->before, count, shard + 1, shards);
    }
    g_array_append_val(walk->bounds, walk->end);
    return walk;
}

void lyh_stretches_free(lyh_stretches *walk)
{
    if (!walk)
        return;
    g_array_unref(walk->bounds);
    g_free(walk->before);
    g_free(walk);
}

static size_t bound_at(const lyh_stretches *walk, size_t index)
{
    return g_array_index(walk->bounds, size_t, index);
}

static bool pass_by(void *user, const lyh_visit *visit)
{
    (void)user;
    (void)visit;
    return true;
}

/* What is found twice among the others' transcripts is theirs to tell. */
static void read_those_before(lyh_stretches *walk)
{
    lyh_study *study = walk->study;
    g_autoptr(lyh_diags) unheard = lyh_diags_new(NULL);
    lyh_error unsaid = { 0 };
    const study_stretch others = { &walk->at, walk->start, true };
    study_walk_on(study, LYH_WHICH_NONE, &others, pass_by, NULL, unheard, &unsaid);
    study->repeats.passages = study->repeats.words = study->repeats.codings = 0;
}

/* Where the stretch from @at on ends, when @jobs go on with what is left. */
static size_t end_of_stretch(const lyh_stretches *walk, size_t at, size_t jobs)
{
    double start = (double)walk->before[at], left = (double)walk->before[walk->end] - start;
    double bytes = CLAMP(left / (2.0 * (double)jobs), LEAST_STRETCH, MOST_STRETCH);
    return MAX(at + 1, transcript_at(walk->before, walk->end, start + bytes));
}

/* No other begins before what is compared has an end. */
size_t lyh_stretches_share(lyh_stretches *walk, size_t jobs)
{
    if (jobs < 2)
        return 0;
    if (!walk->before)
        weigh(walk);
    double least = walk->study->options.is_plain ? 0 : COMPARED_BYTES;
    size_t at = MAX(walk->start, transcript_at(walk->before, walk->end, least));
    g_array_set_size(walk->bounds, 0);
    for (; at < walk->end; at = end_of_stretch(walk, at, jobs))
        g_array_append_val(walk->bounds, at);
    g_array_append_val(walk->bounds, walk->end);
    return walk->bounds->len - 1;
}

bool lyh_stretches_go_first(lyh_stretches *walk, lyh_visitor visitor, void *user,
                            lyh_diags *diags)
{
    read_those_before(walk);
    walk->read = walk->at;
    walk->at = walk->start;
    const study_stretch own = { &walk->at, bound_at(walk, 0), false };
    study_walk_on(walk->study, walk->which, &own, visitor, user, diags, &walk->first);
    return !study_compares(walk->study);
}

void lyh_stretches_go_rest(lyh_stretches *walk, lyh_visitor visitor, void *user,
                           lyh_diags *diags)
{
    const study_stretch rest = { &walk->at, walk->end, false };
    study_walk_on(walk->study, walk->which, &rest, visitor, user, diags, &walk->first);
}

void lyh_stretches_go_other(lyh_stretches *walk, size_t index, lyh_visitor visitor,
                            void *user, lyh_diags *diags, lyh_error *trouble)
{
    walk->at = bound_at(walk, index);
    const study_stretch stretch = { &walk->at, bound_at(walk, index + 1), false };
    walk->study->repeats.is_over = true;
    walk->study->options.progress = NULL; /* what has been begun is shown */
    study_walk_on(walk->study, walk->which, &stretch, visitor, user, diags, trouble);
}

void lyh_stretches_begun(const lyh_stretches *walk, size_t count)
{
    const lyh_study_options *options = &walk->study->options;
    if (options->progress && count > 0)
        options->progress(options->progress_user, bound_at(walk, count - 1),
                          lyh_study_file_count(walk->study));
}

void lyh_stretches_trouble(lyh_stretches *walk, const lyh_error *trouble)
{
    study_take_trouble(&walk->first, trouble);
}

/* The bar goes with the last transcript, wherever that was gone over. */
bool lyh_stretches_end(lyh_stretches *walk, lyh_diags *diags, lyh_error *error)
{
    const lyh_study_options *options = &walk->study->options;
    size_t count = lyh_study_file_count(walk->study);
    if (options->progress && walk->at < count)
        options->progress(options->progress_user, count - 1, count);
    return study_walk_end(walk->study, walk->errors, &walk->first, diags, error);
}

size_t lyh_stretches_at(const lyh_stretches *walk)
{
    return walk->at;
}

void lyh_stretches_bounds(const lyh_stretches *walk, size_t *start, size_t *end,
                          size_t *read)
{
    *start = walk->start;
    *end = walk->end;
    *read = walk->read;
}
