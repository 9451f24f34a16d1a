#include "packages.h"

#include <string.h>

#include <glib.h>
#include <zip.h>

static void add_part(zip_t *archive, const struct part *part)
{
    zip_int64_t index = zip_file_add(
        archive, part->name,
        zip_source_buffer(archive, part->content, strlen(part->content), 0), 0);
    g_assert_cmpint(index, >=, 0);
    if (strcmp(part->name, "mimetype") == 0)
        zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0);
}

lyh_bytes zip_of(const struct part *parts)
{
    zip_error_t error;
    zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 1, &error);
    zip_source_keep(buffer);
    zip_t *archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    for (; parts->name; parts++)
        add_part(archive, parts);
    g_assert_cmpint(zip_close(archive), ==, 0);
    zip_stat_t stat;
    g_assert_cmpint(zip_source_stat(buffer, &stat), ==, 0);
    lyh_bytes bytes = { .data = g_malloc(stat.size), .size = stat.size };
    zip_source_open(buffer);
    zip_source_read(buffer, bytes.data, stat.size);
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}
