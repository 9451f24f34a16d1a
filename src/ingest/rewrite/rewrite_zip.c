#include "rewrite_private.h"

#include <string.h>

#include <zip.h>

/* The first day that a zip archive knows: 1980-01-01 00:00. */
#define FIRST_DATE 0x21
#define FIRST_TIME 0

static void add_member(zip_t *archive, const struct rewrite_member *member)
{
    zip_source_t *source = zip_source_buffer(archive, member->data, member->size, 0);
    zip_int64_t index = source ? zip_file_add(archive, member->name, source, 0) : -1;
    if (index < 0)
        g_error("%s: failed to allocate memory for an archive", G_STRLOC);
    bool is_stored = strcmp(member->name, "mimetype") == 0;
    zip_set_file_compression(archive, (zip_uint64_t)index,
                             is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    zip_file_set_dostime(archive, (zip_uint64_t)index, FIRST_TIME, FIRST_DATE, 0);
}

static GString *bytes_of(zip_source_t *source)
{
    zip_stat_t status;
    if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0)
        g_error("%s: failed to allocate memory for an archive", G_STRLOC);
    GString *bytes = g_string_sized_new(status.size);
    g_string_set_size(bytes, status.size);
    zip_int64_t got = zip_source_read(source, bytes->str, status.size);
    g_assert(got == (zip_int64_t)status.size);
    zip_source_close(source);
    return bytes;
}

/* In memory nothing can fail but memory itself. */
GString *rewrite_zip(const struct rewrite_member *members, size_t count)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 1, &error);
    zip_source_keep(buffer);
    zip_t *archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    if (!archive)
        g_error("%s: failed to allocate memory for an archive", G_STRLOC);
    for (size_t i = 0; i < count; i++)
        if (members[i].data)
            add_member(archive, &members[i]);
    if (zip_close(archive) != 0)
        g_error("%s: failed to allocate memory for an archive", G_STRLOC);
    GString *bytes = bytes_of(buffer);
    zip_source_free(buffer);
    zip_error_fini(&error);
    return bytes;
}
