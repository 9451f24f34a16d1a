#include "trouble.h"

#include <errno.h>

#include <glib.h>

/* In the order of their names in errno.h. */
static const struct {
    int number;
    const char *reason;
} reasons[] = {
    { EACCES, N_("permission denied") },
    { EBUSY, N_("another program is using it") },
    { EDQUOT, N_("your space on the disk is used up") },
    { EEXIST, N_("there is one already") },
    { EINVAL, N_("the system refuses it") },
    { EIO, N_("the disk or the network does not answer as it should") },
    { EISDIR, N_("it is a folder") },
    { ELOOP, N_("its links lead round in a circle") },
    { EMFILE, N_("too many files are open at once") },
    { ENAMETOOLONG, N_("the name is too long") },
    { ENFILE, N_("too many files are open at once") },
    { ENOENT, N_("there is no such file or folder") },
    { ENOSPC, N_("the disk is full") },
    { ENOTDIR, N_("a part of the path is no folder") },
    { ENOTEMPTY, N_("the folder is not empty") },
    { EPERM, N_("the system does not allow it") },
    { EPIPE, N_("nobody reads it any more") },
    { EROFS, N_("the disk can only be read") },
    { ETXTBSY, N_("another program is using it") },
    { EXDEV, N_("it lies on another disk") },
};

const char *trouble_reason(int number, const lyh_catalog *catalog)
{
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (reasons[i].number == number)
            return lyh_tr(catalog, reasons[i].reason);
    return g_strerror(number);
}
