#include "tally_answers.h"

#include <string.h>

#include <lyhord/study/answers.h>

#include "../base/autoptr.h"
#include "jobs.h"
#include "shard.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_partial, lyh_partial_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_study_answers, lyh_study_answers_free)

/* While they are counted. */
typedef struct counting {
    lyh_study_answers *answers;
    const lyh_tally_options *options;
    cli_shard part;
    size_t jobs;
} counting;

/* ---- counting ---- */

/* A job takes its share of the shard's persons: what is left of a division by both numbers says whose. */
static bool count_part(void *user, size_t job, lyh_output *output, lyh_diags *diags,
                       lyh_error *error)
{
    const counting *all = user;
    g_autoptr(lyh_partial) partial = lyh_study_answers_count(
        all->answers, all->options, all->part.index - 1 + all->part.count * job,
        all->part.count * all->jobs, diags, error);
    return partial && shard_hand_back(partial, output);
}

static lyh_partial *merged(lyh_cli *cli, const GPtrArray *results)
{
    g_autoptr(lyh_partial) whole = NULL;
    for (guint i = 0; i < results->len; i++) {
        g_autoptr(lyh_partial) part = shard_taken_back(cli, results->pdata[i]);
        if (!part)
            return NULL;
        if (whole)
            lyh_partial_merge(whole, part);
        else
            whole = g_steal_pointer(&part);
    }
    return g_steal_pointer(&whole);
}

/*
 * What cannot be read ends the jobs at the first of it. Then the files are looked over, which tells all of it,
 * and nothing of what the jobs heard before.
 */
static bool tell_rows(lyh_cli *cli, lyh_study_answers *answers, bool is_fine)
{
    if (is_fine)
        lyh_study_answers_tell_empty(answers, cli->diags);
    else if (cli->error.kind == LYH_ERROR_DATA)
        return lyh_study_answers_check(answers, cli->diags, &cli->error);
    return true;
}

static bool run(lyh_cli *cli, const jobs_plan *plan, lyh_study_answers *answers,
                GPtrArray *results, int *exit)
{
    lyh_diags *told = cli->diags;
    g_autoptr(lyh_diags) heard = lyh_diags_new(lyh_diags_catalog(told));
    cli->diags = heard;
    bool is_fine = jobs_run(cli, plan, results, exit);
    cli->diags = told;
    if (tell_rows(cli, answers, is_fine))
        lyh_diags_append(told, heard);
    return is_fine;
}

static lyh_partial *count(lyh_cli *cli, lyh_study_answers *answers,
                          const lyh_tally_options *options, cli_shard part, int *exit)
{
    size_t jobs = (size_t)CLAMP(cli->jobs, 1, JOBS_MOST);
    counting all = { answers, options, part, jobs };
    g_autoptr(GPtrArray) results =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    const jobs_plan plan = {
        .count = jobs, .processes = jobs, .work = count_part, .user = &all
    };
    return run(cli, &plan, answers, results, exit) ? merged(cli, results) : NULL;
}

/* ---- what comes of it ---- */

static int write_partial(lyh_cli *cli, lyh_study *study, lyh_partial *partial,
                         const tally_answers_wishes *wishes, cli_shard part)
{
    g_auto(cli_origin) origin = { 0 };
    return origin_init(&origin, cli, study, wishes->codebook, wishes->respondents)
               ? shard_write(cli, partial, &origin, part)
               : cli_finish(cli);
}

static bool has_something_to_count(lyh_cli *cli, const lyh_tally_options *options)
{
    if (options->with_suggested)
        return true;
    lyh_diags_error(
        cli->diags, "nothing-accepted", lyh_place_none(),
        "there are no accepted or manual codings to count; code the transcripts "
        "first, or count the machine's suggestions with --suggested");
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
}

static int count_and_show(lyh_cli *cli, lyh_study *study, lyh_study_answers *answers,
                          const tally_answers_wishes *wishes,
                          const lyh_tally_options *options, cli_shard part)
{
    int exit = EXIT_FINE;
    if (!has_something_to_count(cli, options))
        return cli_finish(cli);
    g_autoptr(lyh_partial) partial = count(cli, answers, options, part, &exit);
    if (!partial && exit != EXIT_FINE)
        return exit;
    if (!partial)
        return cli_finish(cli);
    return wishes->shard
               ? write_partial(cli, study, partial, wishes, part)
               : tally_answers_show(cli, partial, wishes->is_wide, wishes->measure, NULL);
}

static char **attributes_of(const char *by)
{
    char **names = g_strsplit(by ? by : "", ",", -1);
    for (char **name = names; *name; name++)
        g_strstrip(*name);
    return names;
}

static bool is_pair_at_most(char *const *by)
{
    if (!by[0] || !by[1])
        return true;
    g_autofree char *first = g_utf8_casefold(by[0], -1);
    g_autofree char *second = g_utf8_casefold(by[1], -1);
    return !by[2] && strcmp(first, second) != 0;
}

bool tally_answers(lyh_cli *cli, lyh_study *study, const tally_answers_wishes *wishes,
                   const lyh_tally_options *options, int *exit)
{
    cli_shard part;
    bool is_other = true;
    *exit = EXIT_USAGE;
    if (!shard_take(cli, wishes->shard, &part))
        return true;
    if (!wishes->is_of_files)
        return false;
    g_auto(GStrv) by = attributes_of(wishes->by);
    g_autoptr(lyh_study_answers) answers =
        lyh_study_answers_open(study, (const char *const *)by, g_strv_length(by), &is_other,
                               cli->diags, &cli->error);
    if (is_other)
        return false;
    if (!is_pair_at_most(by))
        cli_usage(cli,
                  "answers are shown by one attribute, or by two different ones with a "
                  "comma between: roll,stad");
    else if (!answers)
        *exit = cli_finish(cli);
    else if (!wishes->shard || shard_may_write(cli))
        *exit = count_and_show(cli, study, answers, wishes, options, part);
    return true;
}
