/**
 * Work shared by several processes: children that take the next job when they are through with one, and hand their
 * results back, whole, or the command fails.
 *
 * Processes and not threads: what was made before they part (a compiled codebook, a dictionary) is
 * shared until it is written to, and what grows while reading needs no locks.
 */
#ifndef LYHORD_CLI_JOBS_H
#define LYHORD_CLI_JOBS_H

#include "cli.h"

/** One job's share, number @job from 0: its result goes into @output (memory). False: @diags or @error say why. */
typedef bool (*jobs_work)(void *user, size_t job, lyh_output *output, lyh_diags *diags,
                          lyh_error *error);

/** Jobs that may be asked for; more than there are processors help nobody. */
#define JOBS_MOST 256

/** What is to be done at once. */
typedef struct jobs_plan {
    size_t count;
    size_t processes; /* this one among them, where it has something to do */
    jobs_work work;
    void *user;
    /* What this process does before it has a child go on in its place; NULL: nothing. False: what the jobs do is not
     * wanted after all. */
    bool (*meanwhile)(void *user);
    /* Asked now and then, with the number of jobs that have been begun, while this process waits; or NULL. */
    void (*begun)(void *user, size_t count);
    /* NULL, or one a job: each has a stretch of what one process would have gone over. What they found wrong
     * is in their order then, and what failed a job is here. */
    lyh_error *troubles;
} jobs_plan;

/**
 * Do the jobs of @plan and put their results (GBytes) into @results in the order of the jobs; none where they
 * were not wanted. What they found wrong is in cli->diags, in the order of file and line, the same for any number of jobs.
 * False: cli->error is set, or @exit is what the command has to end with (a job ran out of memory or was
 * killed, which has been said). No job outlives this call, nor the process.
 */
bool jobs_run(lyh_cli *cli, const jobs_plan *plan, GPtrArray *results, int *exit);

#endif
