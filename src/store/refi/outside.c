#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/openat2.h>

#include "read_private.h"

/* openat2(2): no "..", no link and no /proc door leads out of the folder. */
static int open_beneath(int folder, const char *path)
{
    struct open_how how = {
        .flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

static bool read_all(int file, lyh_bytes *bytes)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        return false;
    if (!S_ISREG(status.st_mode) || (size_t)status.st_size > LYH_MAX_TRANSCRIPT) {
        errno = S_ISREG(status.st_mode) ? EFBIG : EINVAL;
        return false;
    }
    g_autofree char *data = g_malloc((size_t)status.st_size + 1);
    size_t size = 0;
    while (size < (size_t)status.st_size) {
        ssize_t got = read(file, data + size, (size_t)status.st_size - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        size += (size_t)got;
    }
    data[size] = '\0';
    *bytes = (lyh_bytes){ g_steal_pointer(&data), size };
    return true;
}

/* An absolute path may be named too, when it is one of the folder's. */
static const char *inside(const char *folder, const char *path)
{
    size_t size = strlen(folder);
    bool is_within = size > 0 && strncmp(path, folder, size) == 0 &&
                     (path[size] == '/' || folder[size - 1] == '/');
    path += is_within ? size : 0;
    return path + strspn(path, "/");
}

bool outside_read(const char *external, const char *path, const char *name,
                  lyh_bytes *bytes, lyh_diags *diags)
{
    int folder = open(external, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int file = folder < 0 ? -1 : open_beneath(folder, inside(external, path));
    bool is_fine = file >= 0 && read_all(file, bytes);
    int number = errno;
    if (file >= 0)
        close(file);
    if (folder >= 0)
        close(folder);
    if (!is_fine)
        lyh_diags_error(diags, "refi-external", lyh_place_file(name),
                        "a source lies outside the file, at '%s', and cannot be read from "
                        "the folder that --allow-external names (%s)",
                        path, g_strerror(number));
    return is_fine;
}
