#include "tally_transcripts.h"

#include <lyhord/study/counting.h>

#include "jobs.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_partial, lyh_partial_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_counting, lyh_counting_free)

typedef struct stretches {
    lyh_cli *cli;
    lyh_counting *counting;
    size_t jobs, others; /* processes, and stretches beside the first */
} stretches;

static bool count_first(void *user)
{
    const stretches *all = user;
    return lyh_counting_first(all->counting, all->cli->diags);
}

static bool count_other(void *user, size_t job, lyh_output *output, lyh_diags *diags,
                        lyh_error *error)
{
    const stretches *all = user;
    lyh_counting_other(all->counting, job, output, diags, error);
    return true;
}

static void show_begun(void *user, size_t count)
{
    const stretches *all = user;
    lyh_stretches_begun(lyh_counting_walk(all->counting), count);
}

static bool add_results(lyh_cli *cli, lyh_counting *counting, const GPtrArray *results)
{
    for (guint i = 0; i < results->len; i++) {
        size_t size;
        const char *bytes = g_bytes_get_data(results->pdata[i], &size);
        if (!lyh_counting_take_over(counting, bytes, size, &cli->error))
            return false;
    }
    return true;
}

/* False: a job died, and @exit says what the command ends with. */
static bool share(stretches *all, int *exit)
{
    lyh_cli *cli = all->cli;
    g_autofree lyh_error *troubles = g_new0(lyh_error, all->others);
    g_autoptr(GPtrArray) results =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    const jobs_plan plan = { all->others, all->jobs,  count_other, all,
                             count_first, show_begun, troubles };
    if (!jobs_run(cli, &plan, results, exit))
        return false;
    if (results->len == 0)
        lyh_counting_rest(all->counting, cli->diags);
    for (guint i = 0; i < results->len; i++)
        lyh_stretches_trouble(lyh_counting_walk(all->counting), &troubles[i]);
    return add_results(cli, all->counting, results);
}

static bool go_over(stretches *all, int *exit)
{
    if (all->others > 0)
        return share(all, exit);
    lyh_counting_first(all->counting, all->cli->diags);
    lyh_counting_rest(all->counting, all->cli->diags);
    return true;
}

/* NULL: end with @exit. */
static lyh_counting *count(lyh_cli *cli, lyh_study *study, const lyh_tally_options *options,
                           cli_shard part, int *exit)
{
    size_t jobs = (size_t)CLAMP(cli->jobs, 1, JOBS_MOST);
    *exit = EXIT_FINE;
    g_autoptr(lyh_counting) counting = lyh_counting_new(
        study, options, part.index - 1, part.count, cli->diags, &cli->error);
    if (counting) {
        stretches all = { cli, counting, jobs,
                          lyh_stretches_share(lyh_counting_walk(counting), jobs) };
        if (go_over(&all, exit) && lyh_counting_end(counting, cli->diags, &cli->error))
            return g_steal_pointer(&counting);
    }
    if (*exit == EXIT_FINE)
        *exit = cli_finish(cli);
    return NULL;
}

lyh_tally *tally_transcripts(lyh_cli *cli, lyh_study *study,
                             const lyh_tally_options *options, lyh_study_counts *counts,
                             int *exit)
{
    lyh_tally *tally = NULL;
    if (options->log) {
        tally = lyh_study_tally(study, options, NULL, counts, cli->diags, &cli->error);
    } else {
        g_autoptr(lyh_counting) counting =
            count(cli, study, options, (cli_shard){ 1, 1 }, exit);
        if (!counting)
            return NULL;
        tally = lyh_counting_whole(counting, counts, cli->diags, &cli->error);
    }
    if (!tally)
        *exit = cli_finish(cli);
    return tally;
}

/* ---- a part ---- */

static int write_part(lyh_cli *cli, lyh_study *study, lyh_counting *counting,
                      const tally_part *part)
{
    g_auto(cli_origin) origin = { .is_of_transcripts = true, .folder = part->folder };
    size_t by[2], count = 0;
    if (part->split)
        by[count++] = part->split->first;
    if (part->split && part->split->second != LYH_NONE)
        by[count++] = part->split->second;
    g_autoptr(lyh_partial) partial = lyh_counting_part(counting, by, count);
    lyh_stretches_bounds(lyh_counting_walk(counting), &origin.start, &origin.end,
                         &origin.read);
    return origin_init(&origin, cli, study, part->codebook, part->respondents)
               ? shard_write(cli, partial, &origin, part->shard)
               : cli_finish(cli);
}

int tally_transcripts_part(lyh_cli *cli, lyh_study *study, const lyh_tally_options *options,
                           const tally_part *part)
{
    int exit;
    g_autoptr(lyh_counting) counting = count(cli, study, options, part->shard, &exit);
    return counting ? write_part(cli, study, counting, part) : exit;
}
