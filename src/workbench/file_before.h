/** A file of the study as it was before a page's change, to be put back when the study cannot be read with it. */
#ifndef LYHORD_WORKBENCH_FILE_BEFORE_H
#define LYHORD_WORKBENCH_FILE_BEFORE_H

#include <glib.h>

#include <lyhord/base/error.h>

typedef struct file_before {
    char *path; /* NULL: nothing was read */
    void *bytes;
    size_t size;
} file_before;

/** What @path, a table, holds. False: @error. */
bool file_before_read(file_before *before, const char *path, lyh_error *error);
/** Write it again; nothing where nothing was read. False: @error. */
bool file_before_put_back(const file_before *before, lyh_error *error);
void file_before_clear(file_before *before);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(file_before, file_before_clear)

#endif
