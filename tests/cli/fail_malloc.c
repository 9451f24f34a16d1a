/*
 * Memory that runs out, for test_memory.py: preloaded before the program, it refuses the allocation
 * numbered LYHORD_FAIL_AT, and with LYHORD_FAIL_ON all that come after. Without a number it tells how many
 * there were, on descriptor LYHORD_TELL_TO. Of glibc, whose own allocator stands behind.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);

static unsigned long fail_at, asked;
static bool goes_on, is_ready;

static unsigned long number_in(const char *name)
{
    const char *text = getenv(name);
    return text ? strtoul(text, NULL, 10) : 0;
}

/* The first that main() does: what libraries allocate before it is none of the program's. */
mode_t umask(mode_t mask)
{
    fail_at = number_in("LYHORD_FAIL_AT");
    goes_on = number_in("LYHORD_FAIL_ON") != 0;
    is_ready = true;
    return (mode_t)syscall(SYS_umask, mask);
}

__attribute__((destructor)) static void tell(void)
{
    char text[32];
    int descriptor = (int)number_in("LYHORD_TELL_TO");
    int size = snprintf(text, sizeof text, "%lu\n", asked);
    if (descriptor > 0 && size > 0 && write(descriptor, text, (size_t)size) < 0)
        _exit(EXIT_FAILURE);
}

static bool runs_out(void)
{
    if (!is_ready)
        return false;
    unsigned long number = __atomic_add_fetch(&asked, 1, __ATOMIC_RELAXED);
    bool fails = fail_at > 0 && (number == fail_at || (goes_on && number > fail_at));
    if (fails)
        errno = ENOMEM;
    return fails;
}

void *malloc(size_t size)
{
    return runs_out() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return runs_out() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return runs_out() ? NULL : __libc_realloc(old, size);
}
