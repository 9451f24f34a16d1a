#include <lyhord/base/output.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "autoptr.h"

#define BUFFER_SIZE ((size_t)64 << 10)
/*
 * Standard output can take nothing back, so an answer is held until it is known to be whole; one
 * larger than this is let go piece by piece, because memory may not grow with the corpus.
 */
#define HELD_SIZE ((size_t)64 << 20)
/* Names tried for a temporary file before giving up. */
#define NAME_TRIES 1000

typedef enum output_kind {
    TO_MEMORY,
    TO_DESCRIPTOR, /* somebody else's */
    TO_DEVICE, /* a device or pipe with a name: written as it is, nothing to put in place */
    TO_FILE
} output_kind;

struct lyh_output {
    output_kind kind;
    char *name;         /* what errors call it */
    int file;           /* -1 for memory */
    int folder;         /* of a TO_FILE, else -1 */
    char *base;         /* the file's name in its folder */
    char temporary[40]; /* its name before it is put in place; "" while it has none */
    GByteArray *buffer;
    bool has_failed;
    lyh_error error; /* the first */
};

static lyh_output *new_output(output_kind kind, int file, const char *name)
{
    lyh_output *output = g_new0(lyh_output, 1);
    output->kind = kind;
    output->name = g_strdup(name);
    output->file = file;
    output->folder = -1;
    output->buffer = g_byte_array_new();
    return output;
}

static bool fail(lyh_output *output, lyh_error_kind kind, int number)
{
    if (!output->has_failed)
        lyh_error_set(&output->error, kind, number, output->name);
    output->has_failed = true;
    return false;
}

/* A full or broken disk is an I/O error also when it shows on opening or renaming. */
static lyh_error_kind kind_of(int number)
{
    bool is_disk = number == ENOSPC || number == EDQUOT || number == EIO;
    return is_disk ? LYH_ERROR_IO : LYH_ERROR_CANNOT_CREATE;
}

/* ---- opening ---- */

/* Process and counter, no randomness: the next name is tried when one is taken. */
static void next_temporary_name(lyh_output *output)
{
    static gint counter;
    g_snprintf(output->temporary, sizeof output->temporary, ".lyhord-%ld-%d.tmp",
               (long)getpid(), g_atomic_int_add(&counter, 1));
}

static bool open_named(lyh_output *output)
{
    for (int i = 0; i < NAME_TRIES; i++) {
        next_temporary_name(output);
        output->file = openat(output->folder, output->temporary,
                              O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (output->file >= 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    output->temporary[0] = '\0';
    return false;
}

/* A file without a name needs /proc to be given one later. */
static bool open_nameless(lyh_output *output)
{
    if (access("/proc/self/fd", X_OK) != 0)
        return false;
    output->file = openat(output->folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    return output->file >= 0;
}

static bool open_target(lyh_output *output, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    output->base = g_path_get_basename(path);
    output->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (output->folder < 0)
        return fail(output, kind_of(errno), errno);
    if (open_nameless(output) || open_named(output))
        return true;
    return fail(output, kind_of(errno), errno);
}

/*
 * What is there already: a folder cannot be replaced; a file its owner made read-only will not
 * be, though a rename would not ask; a device or pipe must never be renamed over.
 */
static bool look_at_target(lyh_output *output, const char *path)
{
    struct stat status;
    if (*path == '\0' || g_str_has_suffix(path, "/"))
        return fail(output, LYH_ERROR_CANNOT_CREATE, *path == '\0' ? ENOENT : EISDIR);
    if (stat(path, &status) != 0)
        return errno == ENOENT || fail(output, kind_of(errno), errno);
    if (S_ISDIR(status.st_mode))
        return fail(output, LYH_ERROR_CANNOT_CREATE, EISDIR);
    if (S_ISREG(status.st_mode))
        return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 ||
               fail(output, LYH_ERROR_CANNOT_CREATE, errno);

    output->kind = TO_DEVICE;
    output->file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    return output->file >= 0 || fail(output, kind_of(errno), errno);
}

lyh_output *lyh_output_to_file(const char *path, lyh_error *error)
{
    g_autoptr(lyh_output) output = new_output(TO_FILE, -1, path);
    if (look_at_target(output, path)) {
        /* A link stays a link: what it points to is replaced. */
        char *target = realpath(path, NULL);
        if (output->kind == TO_DEVICE || open_target(output, target ? target : path)) {
            free(target);
            return g_steal_pointer(&output);
        }
        free(target);
    }
    if (error)
        *error = output->error;
    return NULL;
}

lyh_output *lyh_output_to_descriptor(int descriptor, const char *name)
{
    return new_output(TO_DESCRIPTOR, descriptor, name);
}

lyh_output *lyh_output_to_memory(void)
{
    return new_output(TO_MEMORY, -1, "");
}

/* ---- writing ---- */

static bool write_all(lyh_output *output, const unsigned char *data, size_t size)
{
    while (size > 0) {
        ssize_t written = write(output->file, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EAGAIN) { /* a pipe set not to block: wait for room */
            struct pollfd room = { .fd = output->file, .events = POLLOUT };
            if (poll(&room, 1, -1) >= 0 || errno == EINTR)
                continue;
        }
        if (written < 0)
            return fail(output, LYH_ERROR_IO, errno);
        data += written;
        size -= (size_t)written;
    }
    return true;
}

static bool flush(lyh_output *output)
{
    if (output->has_failed)
        return false;
    if (output->kind == TO_MEMORY)
        return true;
    bool is_written = write_all(output, output->buffer->data, output->buffer->len);
    g_byte_array_set_size(output->buffer, 0);
    return is_written;
}

/* How much is gathered before it is written; memory gathers everything. */
static size_t buffer_size_of(const lyh_output *output)
{
    if (output->kind == TO_MEMORY)
        return SIZE_MAX;
    return output->kind == TO_DESCRIPTOR ? HELD_SIZE : BUFFER_SIZE;
}

bool lyh_output_write(lyh_output *output, const void *data, size_t size)
{
    if (output->has_failed)
        return false;
    if (size >= buffer_size_of(output))
        return flush(output) && write_all(output, data, size);

    g_assert(size <= G_MAXUINT - output->buffer->len);
    g_byte_array_append(output->buffer, data, (guint)size);
    return output->buffer->len < buffer_size_of(output) || flush(output);
}

bool lyh_output_text(lyh_output *output, const char *text)
{
    return lyh_output_write(output, text, strlen(text));
}

bool lyh_output_printf(lyh_output *output, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return lyh_output_text(output, text);
}

/* ---- closing ---- */

static bool sync_file(lyh_output *output, int file)
{
    /* EINVAL: the file system has nothing to sync. */
    if (fsync(file) == 0 || errno == EINVAL)
        return true;
    return fail(output, LYH_ERROR_IO, errno);
}

/* Give the nameless file @name. EEXIST is no failure yet. */
static bool link_as(lyh_output *output, const char *name)
{
    char descriptor[40];
    g_snprintf(descriptor, sizeof descriptor, "/proc/self/fd/%d", output->file);
    return linkat(AT_FDCWD, descriptor, output->folder, name, AT_SYMLINK_FOLLOW) == 0;
}

/* linkat() cannot replace a file, so a nameless one gets a temporary name to be renamed from. */
static bool give_temporary_name(lyh_output *output)
{
    for (int i = 0; i < NAME_TRIES; i++) {
        next_temporary_name(output);
        if (link_as(output, output->temporary))
            return true;
        if (errno != EEXIST)
            break;
    }
    output->temporary[0] = '\0';
    return false;
}

static bool close_file(lyh_output *output)
{
    int file = output->file;
    output->file = -1;
    return close(file) == 0 || fail(output, LYH_ERROR_IO, errno);
}

/* A nameless file appears at once under its own name when that is free: no temporary one. */
static bool put_in_place(lyh_output *output)
{
    bool is_new = !output->temporary[0] && link_as(output, output->base);
    if (!is_new && !output->temporary[0] &&
        (errno != EEXIST || !give_temporary_name(output)))
        return fail(output, kind_of(errno), errno);

    if (!close_file(output)) {
        if (is_new)
            unlinkat(output->folder, output->base, 0);
        return false;
    }
    if (is_new)
        return true;
    if (renameat(output->folder, output->temporary, output->folder, output->base) != 0)
        return fail(output, kind_of(errno), errno);
    output->temporary[0] = '\0';
    return true;
}

/* Frees everything; what was not put in place is gone with it. */
static void free_output(lyh_output *output)
{
    if (output->temporary[0])
        unlinkat(output->folder, output->temporary, 0);
    if (output->file >= 0 && output->kind != TO_DESCRIPTOR)
        close(output->file);
    if (output->folder >= 0)
        close(output->folder);
    if (output->buffer)
        g_byte_array_unref(output->buffer);
    g_free(output->base);
    g_free(output->name);
    g_free(output);
}

static bool finish(lyh_output *output)
{
    if (!flush(output))
        return false;
    switch (output->kind) {
    case TO_MEMORY:
    case TO_DESCRIPTOR:
        return true;
    case TO_DEVICE:
        return close_file(output);
    case TO_FILE:
        return sync_file(output, output->file) && put_in_place(output) &&
               sync_file(output, output->folder);
    }
    return false;
}

bool lyh_output_close(lyh_output *output, lyh_error *error)
{
    bool is_finished = finish(output);
    if (!is_finished && error)
        *error = output->error;
    free_output(output);
    return is_finished;
}

char *lyh_output_take(lyh_output *output, size_t *size)
{
    g_assert(output->kind == TO_MEMORY);
    const guint8 zero = 0;
    g_byte_array_append(output->buffer, &zero, 1);
    if (size)
        *size = output->buffer->len - 1;
    char *data = (char *)g_byte_array_free(g_steal_pointer(&output->buffer), FALSE);
    free_output(output);
    return data;
}

void lyh_output_discard(lyh_output *output)
{
    if (output)
        free_output(output);
}

bool lyh_file_write(const char *path, const void *data, size_t size, lyh_error *error)
{
    lyh_output *output = lyh_output_to_file(path, error);
    if (!output)
        return false;
    lyh_output_write(output, data, size);
    return lyh_output_close(output, error);
}

bool lyh_folder_make(const char *path, lyh_error *error)
{
    if (g_mkdir_with_parents(path, 0700) == 0)
        return true;
    return lyh_error_set(error, kind_of(errno), errno, path);
}

bool lyh_folder_sync(const char *path, bool and_files, lyh_error *error)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* EINVAL: as of a file */
    bool is_synced = folder >= 0 &&
                     ((and_files ? syncfs(folder) : fsync(folder)) == 0 || errno == EINVAL);
    int code = errno;
    if (folder >= 0)
        close(folder);
    return is_synced || lyh_error_set(error, LYH_ERROR_IO, code, path);
}
