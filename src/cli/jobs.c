#include "jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/autoptr.h"
#include "jobs_message.h"

/* What a job hands back at most, in bytes. */
#define MOST_RESULT ((size_t)1 << 31)

typedef struct job {
    pid_t process; /* 0: not begun, or ended */
    int pipe;      /* its end for reading; -1: closed */
    int status;    /* how it ended */
    GByteArray *message;
} job;

/* ---- the child ---- */

static void write_all(int pipe, const GByteArray *message)
{
    for (size_t at = 0; at < message->len;) {
        ssize_t written = write(pipe, message->data + at, message->len - at);
        if (written < 0 && errno != EINTR)
            _exit(EXIT_IO);
        at += written > 0 ? (size_t)written : 0;
    }
}

/* Nobody waits for a child whose parent is gone. */
static void end_with(pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_BUG);
}

static GByteArray *do_job(const lyh_cli *cli, size_t index, jobs_work work, void *user)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(lyh_diags_catalog(cli->diags));
    lyh_output *output = lyh_output_to_memory();
    lyh_error error = { 0 };
    size_t size;
    work(user, index, output, diags, &error);
    char *result = lyh_output_take(output, &size);
    if (size > MOST_RESULT) {
        size = 0;
        lyh_error_set(&error, LYH_ERROR_IO, EOVERFLOW, "jobs");
    }
    GByteArray *message = jobs_message_new(result, size, diags, &error);
    free(result);
    return message;
}

/* ---- the parent ---- */

static bool begin(lyh_cli *cli, job *one, size_t index, jobs_work work, void *user)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0)
        return lyh_error_set(&cli->error, LYH_ERROR_IO, errno, "jobs");
    one->process = fork();
    if (one->process == 0) {
        end_with(parent);
        close(ends[0]);
        write_all(ends[1], do_job(cli, index, work, user));
        _exit(EXIT_FINE);
    }
    close(ends[1]);
    one->pipe = ends[0];
    if (one->process > 0)
        return true;
    one->process = 0;
    return lyh_error_set(&cli->error, LYH_ERROR_IO, errno, "jobs");
}

static void reap(job *one)
{
    while (one->process > 0 && waitpid(one->process, &one->status, 0) < 0 && errno == EINTR)
        continue;
    one->process = 0;
}

/* At the end of what it says a job ends; true when it ended well. */
static bool finish(job *one)
{
    close(one->pipe);
    one->pipe = -1;
    reap(one);
    return WIFEXITED(one->status) && WEXITSTATUS(one->status) == EXIT_FINE;
}

/* Take what there is to read; false when the job has ended badly. */
static bool hear(job *one)
{
    static guint8 heard[1 << 16];
    ssize_t got = read(one->pipe, heard, sizeof heard);
    if (got > 0)
        g_byte_array_append(one->message, heard, (guint)got);
    if (got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN)))
        return true;
    return finish(one);
}

/* Read from all of them until the last has ended. False: @bad is the one that ended badly. */
static bool hear_all(job *all, size_t count, job **bad)
{
    g_autofree struct pollfd *polled = g_new0(struct pollfd, count);
    for (;;) {
        size_t open = 0;
        for (size_t i = 0; i < count; i++) {
            polled[i] = (struct pollfd){ .fd = all[i].pipe, .events = POLLIN };
            open += all[i].pipe >= 0;
        }
        if (open == 0)
            return true;
        if (poll(polled, (nfds_t)count, -1) < 0)
            continue; /* EINTR: a signal that ends nothing */
        for (size_t i = 0; i < count; i++) {
            if (polled[i].revents == 0 || hear(&all[i]))
                continue;
            *bad = &all[i];
            return false;
        }
    }
}

static void end_all(job *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (all[i].process > 0)
            kill(all[i].process, SIGKILL);
    for (size_t i = 0; i < count; i++) {
        reap(&all[i]);
        if (all[i].pipe >= 0)
            close(all[i].pipe);
        all[i].pipe = -1;
    }
}

/* What the command ends with when a job ended badly. A job that ends by itself has said why. */
static int exit_after(const lyh_cli *cli, const job *bad)
{
    if (WIFEXITED(bad->status))
        return WEXITSTATUS(bad->status);
    int signal = WTERMSIG(bad->status);
    cli_say(cli, "a job was ended by signal %d (%s), so there is no result", signal,
            g_strsignal(signal));
    if (signal != SIGKILL)
        return EXIT_BUG;
    cli_say(cli, "the system does so when memory runs out: try fewer jobs, or shards");
    return EXIT_MEMORY;
}

static bool gather(lyh_cli *cli, const job *all, const jobs_plan *plan, GPtrArray *results)
{
    g_autoptr(GPtrArray) messages = g_ptr_array_new();
    for (size_t i = 0; i < plan->count; i++)
        g_ptr_array_add(messages, all[i].message);
    return plan->troubles ? jobs_messages_in_order(messages, results, cli->diags,
                                                   plan->troubles, &cli->error)
                          : jobs_messages_read(messages, results, cli->diags, &cli->error);
}

/* False: they ended badly. @are_wanted: they ended, and not because nobody wants what they do. */
static bool do_at_once(lyh_cli *cli, job *all, const jobs_plan *plan, bool *are_wanted,
                       int *exit)
{
    job *bad = NULL;
    bool is_fine = true;
    for (size_t i = 0; i < plan->count; i++) {
        all[i].pipe = -1;
        all[i].message = g_byte_array_new();
    }
    for (size_t i = 0; is_fine && i < plan->count; i++)
        is_fine = begin(cli, &all[i], i, plan->work, plan->user);
    if (is_fine && plan->meanwhile)
        *are_wanted = plan->meanwhile(plan->user);
    if (is_fine && *are_wanted)
        is_fine = hear_all(all, plan->count, &bad);
    end_all(all, plan->count);
    if (bad)
        *exit = exit_after(cli, bad);
    return is_fine;
}

bool jobs_run(lyh_cli *cli, const jobs_plan *plan, GPtrArray *results, int *exit)
{
    g_autofree job *all = g_new0(job, plan->count);
    bool is_fine = true, are_wanted = true;
    if (plan->count == 1 && !plan->meanwhile)
        all->message = do_job(cli, 0, plan->work, plan->user);
    else
        is_fine = do_at_once(cli, all, plan, &are_wanted, exit);
    if (is_fine && are_wanted)
        is_fine = gather(cli, all, plan, results);
    for (size_t i = 0; i < plan->count; i++)
        g_byte_array_unref(all[i].message);
    return is_fine;
}
