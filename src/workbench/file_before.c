#include "file_before.h"

#include <stdlib.h>

#include <lyhord/base/output.h>
#include <lyhord/base/source.h>

bool file_before_read(file_before *before, const char *path, lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(path, LYH_MAX_TABLE, &bytes, error))
        return false;
    *before = (file_before){ g_strdup(path), bytes.data, bytes.size };
    return true;
}

bool file_before_put_back(const file_before *before, lyh_error *error)
{
    return !before->path ||
           lyh_file_write(before->path, before->bytes, before->size, error);
}

void file_before_clear(file_before *before)
{
    g_free(before->path);
    free(before->bytes);
}
