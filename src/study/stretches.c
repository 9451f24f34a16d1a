#include <lyhord/study/stretches.h>

#include <glib/gstdio.h>

#include "study_private.h"

/* Where those that are compared have surely an end: two million words of respondents, and as much of others'. */
#define COMPARED_BYTES ((double)(32 << 20))
/* To read a transcript, beside to read and code it. */
#define READING 0.7
/* To hold what is surely compared against what was said before, beside to read and code it all: about half of it is. */
#define COMPARING 0.3

struct lyh_stretches {
    lyh_study *study;
    lyh_which which;
    guint64 *before;   /* by transcript: bytes of those before it; one more, of all */
    size_t start, end; /* the part's transcripts */
    size_t first_end;  /* where the stretches of others begin */
    size_t at, read;
    lyh_error first;
    size_t errors; /* before it began */
};

/* What cannot be read weighs nothing: the walk says why. */
static guint64 *bytes_before(const lyh_study *study)
{
    size_t count = lyh_study_file_count(study);
    guint64 *before = g_new0(guint64, count + 1);
    for (size_t i = 0; i < count; i++) {
        GStatBuf file;
        bool is_there = g_stat(lyh_study_file(study, i), &file) == 0;
        before[i + 1] = before[i] + (is_there ? (guint64)file.st_size : 0);
    }
    return before;
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

/* Bound @index of @count stretches of equal bytes from @start to before @end. */
static size_t bound_of(const guint64 *before, size_t start, size_t end, size_t index,
                       size_t count)
{
    double bytes = (double)(before[end] - before[start]);
    if (index == 0 || index >= count)
        return index == 0 ? start : end;
    return MAX(start, transcript_at(before, end,
                                    (double)before[start] +
                                        bytes * (double)index / (double)count));
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
    walk->before = bytes_before(study);
    walk->start = bound_of(walk->before, 0, count, shard, shards);
    walk->first_end = walk->end = bound_of(walk->before, 0, count, shard + 1, shards);
    return walk;
}

void lyh_stretches_free(lyh_stretches *walk)
{
    if (!walk)
        return;
    g_free(walk->before);
    g_free(walk);
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

/* What the first does beside to read and code its own, in bytes to be read and coded. */
static double more_of_first(const lyh_stretches *walk)
{
    double start = (double)walk->before[walk->start], end = (double)walk->before[walk->end];
    double read = MIN(start, COMPARED_BYTES), own = MIN(end, COMPARED_BYTES) - read;
    return walk->study->options.is_plain ? 0 : READING * read + COMPARING * own;
}

/* The first does more, and so has less of its own; no other begins before what is compared has an end. */
size_t lyh_stretches_share(lyh_stretches *walk, size_t jobs)
{
    double start = (double)walk->before[walk->start], end = (double)walk->before[walk->end];
    double more = more_of_first(walk);
    double least = walk->study->options.is_plain ? 0 : COMPARED_BYTES;
    double share = (end - start + more) / (double)jobs - more;
    walk->first_end =
        transcript_at(walk->before, walk->end, MAX(least, start + MAX(share, 0)));
    walk->first_end = MAX(walk->first_end, walk->start);
    return walk->first_end < walk->end ? jobs - 1 : 0;
}

bool lyh_stretches_go_first(lyh_stretches *walk, lyh_visitor visitor, void *user,
                            lyh_diags *diags)
{
    read_those_before(walk);
    walk->read = walk->at;
    walk->at = walk->start;
    const study_stretch own = { &walk->at, walk->first_end, false };
    study_walk_on(walk->study, walk->which, &own, visitor, user, diags, &walk->first);
    return !study_compares(walk->study);
}

void lyh_stretches_go_rest(lyh_stretches *walk, lyh_visitor visitor, void *user,
                           lyh_diags *diags)
{
    const study_stretch rest = { &walk->at, walk->end, false };
    study_walk_on(walk->study, walk->which, &rest, visitor, user, diags, &walk->first);
}

void lyh_stretches_go_other(lyh_stretches *walk, size_t index, size_t count,
                            lyh_visitor visitor, void *user, lyh_diags *diags,
                            lyh_error *trouble)
{
    size_t start = walk->first_end;
    size_t end = bound_of(walk->before, start, walk->end, index + 1, count);
    walk->at = bound_of(walk->before, start, walk->end, index, count);
    const study_stretch stretch = { &walk->at, end, false };
    walk->study->repeats.is_over = true;
    walk->study->options.progress = NULL; /* the first's is shown */
    study_walk_on(walk->study, walk->which, &stretch, visitor, user, diags, trouble);
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
