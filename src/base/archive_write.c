#include <lyhord/base/archive_write.h>

#include <string.h>

#include <glib.h>
#include <zip.h>

/* The first day that a zip archive knows: 1980-01-01 00:00. */
#define FIRST_DATE 0x21
#define FIRST_TIME 0

static void add_member(zip_t *archive, const lyh_member *member)
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

static void copy_bytes(zip_source_t *source, lyh_output *output)
{
    zip_stat_t status;
    if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0)
        g_error("%s: failed to allocate memory for an archive", G_STRLOC);
    g_autofree char *bytes = g_malloc(status.size);
    zip_int64_t got = zip_source_read(source, bytes, status.size);
    g_assert(got == (zip_int64_t)status.size);
    zip_source_close(source);
    lyh_output_write(output, bytes, status.size);
}

/* In memory nothing can fail but memory itself. */
bool lyh_archive_write(const lyh_member *members, size_t count, lyh_output *output)
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
    copy_bytes(buffer, output);
    zip_source_free(buffer);
    zip_error_fini(&error);
    return lyh_output_text(output, "");
}
