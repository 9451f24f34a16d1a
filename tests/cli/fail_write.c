/*
 * A disk that fills up or breaks, and a program that is killed, for test_package.py: preloaded before
 * the program, it counts what changes the disk and lets number LYHORD_BREAK_AT and all that come
 * after fail with the error LYHORD_BREAK_WITH, or kills the program there when that is 0. Without a number it
 * tells how many there were, on descriptor LYHORD_TELL_TO.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static unsigned long changes;

static unsigned long number_in(const char *name)
{
    const char *text = getenv(name);
    return text ? strtoul(text, NULL, 10) : 0;
}

__attribute__((destructor)) static void tell(void)
{
    int descriptor = (int)number_in("LYHORD_TELL_TO");
    if (descriptor > 0)
        dprintf(descriptor, "%lu\n", changes);
}

static bool breaks(void)
{
    unsigned long at = number_in("LYHORD_BREAK_AT");
    if (++changes < at || at == 0)
        return false;
    errno = (int)number_in("LYHORD_BREAK_WITH");
    if (errno == 0)
        raise(SIGKILL);
    return true;
}

static bool makes_files(int flags)
{
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE;
}

/* Opening what is to be written changes the disk; reading does not. */
static int opened(int folder, const char *path, int flags, mode_t mode)
{
    bool changes_disk = makes_files(flags) || (flags & O_TRUNC);
    if (changes_disk && breaks())
        return -1;
    return (int)syscall(SYS_openat, folder, path, flags | O_LARGEFILE, mode);
}

/* Files may be large here, so these are what programs call open64() and openat64(). */
int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = makes_files(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opened(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = makes_files(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opened(folder, path, flags, mode);
}

/* What is said on the terminal is no change. */
ssize_t write(int file, const void *data, size_t size)
{
    if (file > STDERR_FILENO && breaks())
        return -1;
    return syscall(SYS_write, file, data, size);
}

int fsync(int file)
{
    return breaks() ? -1 : (int)syscall(SYS_fsync, file);
}

int syncfs(int file)
{
    return breaks() ? -1 : (int)syscall(SYS_syncfs, file);
}

int mkdir(const char *path, mode_t mode)
{
    return breaks() ? -1 : (int)syscall(SYS_mkdir, path, mode);
}

int linkat(int from, const char *old, int to, const char *path, int flags)
{
    return breaks() ? -1 : (int)syscall(SYS_linkat, from, old, to, path, flags);
}

int rename(const char *old, const char *path)
{
    return breaks() ? -1 : (int)syscall(SYS_rename, old, path);
}

int renameat(int from, const char *old, int to, const char *path)
{
    return breaks() ? -1 : (int)syscall(SYS_renameat, from, old, to, path);
}

int renameat2(int from, const char *old, int to, const char *path, unsigned flags)
{
    return breaks() ? -1 : (int)syscall(SYS_renameat2, from, old, to, path, flags);
}

/* Taking away what stood there is a change too; a disk that is full lets it happen. */
int unlink(const char *path)
{
    if (number_in("LYHORD_BREAK_WITH") == 0)
        breaks();
    return (int)syscall(SYS_unlink, path);
}
