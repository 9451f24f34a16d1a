#include <lyhord/store/holder.h>

#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

#include <glib.h>

/* sqlite.org/src/file/src/os.h: where SQLite locks; in the index of a log, wal.c says. */
#define FIRST_LOCK 0x40000000
#define LOCKS 512
#define FIRST_INDEX_LOCK 120
#define INDEX_LOCKS 9

static long holder_of(const char *path, off_t first, off_t count)
{
    struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = first, .l_len = count
    };
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return 0;
    bool is_held = fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(file);
    return is_held && lock.l_pid > 0 ? (long)lock.l_pid : 0;
}

long lyh_journal_holder(const char *path)
{
    g_autofree char *index = g_strconcat(path, "-shm", NULL);
    long holder = holder_of(path, FIRST_LOCK, LOCKS);
    return holder ? holder : holder_of(index, FIRST_INDEX_LOCK, INDEX_LOCKS);
}
