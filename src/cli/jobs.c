#include "jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/autoptr.h"
#include "jobs_message.h"

/* What a process hands back at most, in bytes. */
#define MOST_SAID ((size_t)1 << 31)
/* How often is told how far the jobs are, in milliseconds. */
#define BETWEEN 100

/* What all the processes have before them. */
typedef struct jobs_at_once {
    lyh_cli *cli;
    const jobs_plan *plan;
    atomic_size_t *next; /* the first job that nobody has begun; all processes see it */
    struct child *children;
    size_t count; /* of the children that there may be */
} jobs_at_once;

typedef struct child {
    pid_t process; /* 0: not begun, or ended */
    int pipe;      /* its end for reading; -1: closed, or not open yet */
    int status;    /* how it ended */
    GByteArray *
        said; /* of each of its jobs the number, the size of the message, and the message */
} child;

/* ---- the child ---- */

static void write_all(int pipe, const GByteArray *said)
{
    for (size_t at = 0; at < said->len;) {
        ssize_t written = write(pipe, said->data + at, said->len - at);
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

static void say(GByteArray *said, size_t index, const GByteArray *message)
{
    const size_t head[] = { index, message->len };
    g_byte_array_append(said, (const guint8 *)head, sizeof head);
    g_byte_array_append(said, message->data, message->len);
}

static void do_job(const lyh_cli *cli, const jobs_plan *plan, size_t index,
                   GByteArray *said)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(lyh_diags_catalog(cli->diags));
    lyh_output *output = lyh_output_to_memory();
    lyh_error error = { 0 };
    size_t size;
    plan->work(plan->user, index, output, diags, &error);
    char *result = lyh_output_take(output, &size);
    if (size + said->len > MOST_SAID) {
        size = 0;
        lyh_error_set(&error, LYH_ERROR_IO, EOVERFLOW, "jobs");
    }
    g_autoptr(GByteArray) message = jobs_message_new(result, size, diags, &error);
    say(said, index, message);
    free(result);
}

/* One after the other, until the last has been begun by somebody. */
static void do_jobs(const jobs_at_once *all, GByteArray *said)
{
    size_t index = atomic_fetch_add(all->next, 1);
    for (; index < all->plan->count; index = atomic_fetch_add(all->next, 1))
        do_job(all->cli, all->plan, index, said);
}

/* ---- the parent ---- */

static bool begin(const jobs_at_once *all, child *one)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0)
        return lyh_error_set(&all->cli->error, LYH_ERROR_IO, errno, "jobs");
    one->process = fork();
    if (one->process == 0) {
        end_with(parent);
        close(ends[0]);
        do_jobs(all, one->said);
        write_all(ends[1], one->said);
        _exit(EXIT_FINE);
    }
    close(ends[1]);
    one->pipe = ends[0];
    if (one->process > 0)
        return true;
    one->process = 0;
    return lyh_error_set(&all->cli->error, LYH_ERROR_IO, errno, "jobs");
}

static void reap(child *one)
{
    while (one->process > 0 && waitpid(one->process, &one->status, 0) < 0 && errno == EINTR)
        continue;
    one->process = 0;
}

/* At the end of what it says a child ends; true when it ended well. */
static bool finish(child *one)
{
    close(one->pipe);
    one->pipe = -1;
    reap(one);
    return WIFEXITED(one->status) && WEXITSTATUS(one->status) == EXIT_FINE;
}

/* Take what there is to read; false when the child has ended badly. */
static bool hear(child *one)
{
    static guint8 heard[1 << 16];
    ssize_t got = read(one->pipe, heard, sizeof heard);
    if (got > 0)
        g_byte_array_append(one->said, heard, (guint)got);
    if (got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN)))
        return true;
    return finish(one);
}

static void tell_begun(const jobs_at_once *all)
{
    if (all->plan->begun)
        all->plan->begun(all->plan->user, MIN(atomic_load(all->next), all->plan->count));
}

/* Read from all of them until the last has ended. False: @bad is the one that ended badly. */
static bool hear_all(const jobs_at_once *all, child **bad)
{
    g_autofree struct pollfd *polled = g_new0(struct pollfd, all->count);
    for (;;) {
        size_t open = 0;
        for (size_t i = 0; i < all->count; i++) {
            polled[i] = (struct pollfd){ .fd = all->children[i].pipe, .events = POLLIN };
            open += all->children[i].pipe >= 0;
        }
        if (open == 0)
            return true;
        tell_begun(all);
        if (poll(polled, (nfds_t)all->count, all->plan->begun ? BETWEEN : -1) < 0)
            continue; /* EINTR: a signal that ends nothing */
        for (size_t i = 0; i < all->count; i++) {
            if (polled[i].revents == 0 || hear(&all->children[i]))
                continue;
            *bad = &all->children[i];
            return false;
        }
    }
}

static void end_all(const jobs_at_once *all)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->children[i].process > 0)
            kill(all->children[i].process, SIGKILL);
    for (size_t i = 0; i < all->count; i++) {
        reap(&all->children[i]);
        if (all->children[i].pipe >= 0)
            close(all->children[i].pipe);
        all->children[i].pipe = -1;
    }
}

/* What the command ends with when a child ended badly. One that ends by itself has said why. */
static int exit_after(const lyh_cli *cli, const child *bad)
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

/* What a child said of each of its jobs goes to the place of the job. What is cut is missed there. */
static void sort_out(child *one, GPtrArray *messages)
{
    size_t head[2];
    g_autoptr(GBytes) said = g_byte_array_free_to_bytes(g_steal_pointer(&one->said));
    size_t size = g_bytes_get_size(said);
    const guint8 *bytes = g_bytes_get_data(said, NULL);
    for (size_t at = 0; size - at >= sizeof head; at += head[1]) {
        memcpy(head, bytes + at, sizeof head);
        at += sizeof head;
        if (head[0] >= messages->len || messages->pdata[head[0]] || head[1] > size - at)
            return;
        messages->pdata[head[0]] = g_bytes_new_from_bytes(said, at, head[1]);
    }
}

static void free_bytes(gpointer bytes)
{
    if (bytes)
        g_bytes_unref(bytes);
}

static bool gather(const jobs_at_once *all, GPtrArray *results)
{
    const jobs_plan *plan = all->plan;
    lyh_cli *cli = all->cli;
    g_autoptr(GPtrArray) messages = g_ptr_array_new_with_free_func(free_bytes);
    g_ptr_array_set_size(messages, (gint)plan->count);
    for (size_t i = 0; i < all->count; i++)
        sort_out(&all->children[i], messages);
    for (size_t i = 0; i < plan->count; i++)
        if (!messages->pdata[i])
            return lyh_error_set(&cli->error, LYH_ERROR_IO, EIO, "jobs");
    return plan->troubles ? jobs_messages_in_order(messages, results, cli->diags,
                                                   plan->troubles, &cli->error)
                          : jobs_messages_read(messages, results, cli->diags, &cli->error);
}

/* The children that begin at once; where this process has something to do, one more follows it. */
static bool begin_all(const jobs_at_once *all, bool *are_wanted)
{
    const jobs_plan *plan = all->plan;
    size_t later = plan->meanwhile ? 1 : 0;
    for (size_t i = 0; i + later < all->count; i++)
        if (!begin(all, &all->children[i]))
            return false;
    if (later)
        *are_wanted = plan->meanwhile(plan->user);
    bool has_more = later && *are_wanted && atomic_load(all->next) < plan->count;
    return !has_more || begin(all, &all->children[all->count - 1]);
}

/* False: they ended badly. @are_wanted: they ended, and not because nobody wants what they do. */
static bool do_at_once(const jobs_at_once *all, bool *are_wanted, int *exit)
{
    child *bad = NULL;
    bool is_fine = begin_all(all, are_wanted);
    if (is_fine && *are_wanted)
        is_fine = hear_all(all, &bad);
    end_all(all);
    if (bad)
        *exit = exit_after(all->cli, bad);
    return is_fine;
}

/* What a process writes there the others read. */
static atomic_size_t *counter_for_all(lyh_error *error)
{
    void *counter = mmap(NULL, sizeof(atomic_size_t), PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (counter != MAP_FAILED)
        return counter;
    lyh_error_set(error, LYH_ERROR_IO, errno, "jobs");
    return NULL;
}

bool jobs_run(lyh_cli *cli, const jobs_plan *plan, GPtrArray *results, int *exit)
{
    g_autofree child *children = g_new0(child, plan->processes);
    atomic_size_t *next = counter_for_all(&cli->error);
    const jobs_at_once all = { cli, plan, next, children, plan->processes };
    bool is_fine = next != NULL, are_wanted = true;
    for (size_t i = 0; i < all.count; i++)
        children[i] = (child){ .pipe = -1, .said = g_byte_array_new() };
    if (is_fine && plan->processes == 1 && !plan->meanwhile)
        do_jobs(&all, children->said);
    else if (is_fine)
        is_fine = do_at_once(&all, &are_wanted, exit);
    if (is_fine && are_wanted)
        is_fine = gather(&all, results);
    for (size_t i = 0; i < all.count; i++)
        g_clear_pointer(&children[i].said, g_byte_array_unref);
    if (next)
        munmap(next, sizeof *next);
    return is_fine;
}
