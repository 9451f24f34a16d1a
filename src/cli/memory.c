/*
 * GLib ends a program that is out of memory by a message, then a trap. People get one line and
 * exit 71 instead. But GLib 2.74 asks for memory for its message: where there is none at all it asks again, in
 * a message about that, until the stack is used up (g_vasprintf() → g_error() → g_strdup_vprintf()).
 * So a stack without room is memory that has run out, too.
 */
#include "memory.h"

#include <glib.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cli.h"

/* A handler cannot stand on the stack that is used up. */
enum { OWN_STACK = 64 * 1024 };

/* Of a stack without limit, and beyond its last page: what functions step over. */
static const uintptr_t widest_stack = (uintptr_t)1 << 30, beyond = 128 * 1024;

static _Alignas(16) char own_stack[OWN_STACK];
static uintptr_t stack_begin, stack_end; /* downwards */
static struct sigaction before;

/* Nothing here may allocate. */
static void end_without_memory(void)
{
    static const char line[] = "lyhord: out of memory\n";
    ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);
    (void)written; /* there is nobody else to tell */
    _exit(EXIT_MEMORY);
}

static void on_glib_message(const char *domain, GLogLevelFlags level, const char *message,
                            gpointer user)
{
    (void)domain;
    (void)user;
    if (!(level & G_LOG_FLAG_FATAL))
        return;
    /* Where memory is out there may be none for the message either. */
    if (!message || strstr(message, "failed to allocate"))
        end_without_memory();
    fprintf(stderr, "lyhord: %s\n", message);
    _exit(EXIT_BUG);
}

/* Any other fault is met again on return, and as it was before. */
static void on_fault(int number, siginfo_t *fault, void *context)
{
    uintptr_t at = (uintptr_t)fault->si_addr;
    (void)context;
    if (at >= stack_end && at < stack_begin)
        end_without_memory();
    sigaction(number, &before, NULL);
    if (fault->si_code <= 0)
        raise(number); /* sent by somebody: it would not come again */
}

static void watch_stack(void)
{
    struct rlimit limit;
    stack_t stack = { .ss_sp = own_stack, .ss_size = sizeof own_stack };
    struct sigaction action = { .sa_flags = SA_SIGINFO | SA_ONSTACK };
    uintptr_t size = widest_stack;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < widest_stack)
        size = (uintptr_t)limit.rlim_cur;
    stack_begin = (uintptr_t)__builtin_frame_address(0);
    stack_end = stack_begin - size - beyond;
    action.sa_sigaction = on_fault;
    sigemptyset(&action.sa_mask);
    if (sigaltstack(&stack, NULL) == 0)
        sigaction(SIGSEGV, &action, &before);
}

void memory_watch(void)
{
    g_log_set_default_handler(on_glib_message, NULL);
    watch_stack();
}
