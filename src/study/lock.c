#include <lyhord/study/lock.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib.h>

#define TRIES 250
#define PAUSE 20000 /* microseconds */

int lyh_folder_lock(const char *folder, lyh_error *error)
{
    int lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0) {
        lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, folder);
        return -1;
    }
    for (int i = 0; flock(lock, LOCK_EX | LOCK_NB) != 0; i++) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return lock;
        if (i == TRIES) {
            close(lock);
            lyh_error_set(error, LYH_ERROR_BUSY, EWOULDBLOCK, folder);
            return -1;
        }
        g_usleep(PAUSE);
    }
    return lock;
}

void lyh_folder_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}
