#include "rewrite_private.h"

#include <stdlib.h>

GString *rewrite_zip(const lyh_member *members, size_t count)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    lyh_archive_write(members, count, output);
    char *bytes = lyh_output_take(output, &size);
    GString *archive = g_string_new_len(bytes, (gssize)size);
    free(bytes);
    return archive;
}
