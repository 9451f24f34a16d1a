#include <lyhord/base/archive.h>

#include <string.h>
#include <sys/stat.h>

#include <zip.h>

#include <lyhord/base/text.h>

#include "autoptr.h"
#include "xml_private.h"

/* What honest documents stay far below. */
#define MAX_MEMBERS 2000
#define MAX_MEMBER ((size_t)64 << 20)
#define MAX_TOTAL ((size_t)256 << 20)
#define MAX_RATIO 200
#define RATIO_COUNTS_ABOVE ((size_t)1 << 20)

#define CHUNK ((size_t)64 << 10)
/* The file kind of a symbolic link among Unix permissions, which zip keeps in the upper half. */
#define UNIX_SHIFT 16

struct lyh_archive {
    char *name;
    zip_t *zip;
    size_t total; /* bytes inflated so far, all members */
};

static lyh_place place_of(const lyh_archive *archive)
{
    return lyh_place_file(archive->name);
}

/* ---- what stands in the directory ---- */

static bool points_outside(const char *name)
{
    if (name[0] == '/' || name[0] == '\\' || (g_ascii_isalpha(name[0]) && name[1] == ':'))
        return true;
    g_auto(GStrv) parts = g_strsplit_set(name, "/\\", -1);
    return g_strv_contains((const char *const *)parts, "..");
}

static bool is_link(const lyh_archive *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive->zip, index, 0, &system, &attributes) != 0)
        return false;
    return system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> UNIX_SHIFT);
}

static void check_name(const lyh_archive *archive, zip_uint64_t index, const char *name,
                       GHashTable *seen, lyh_diags *diags)
{
    g_autofree char *valid = lyh_text_shown(name, strlen(name), true);
    char *folded = lyh_text_fold(valid, strlen(valid), NULL);
    if (!g_hash_table_add(seen, folded))
        lyh_diags_error(diags, "archive-member-twice", place_of(archive),
                        "the member '%s' is there twice, or twice but for upper case",
                        name);
    if (points_outside(name) || is_link(archive, index))
        lyh_diags_warning(diags, "archive-outside", place_of(archive),
                          "the member '%s' points outside the archive and is left alone",
                          name);
}

static void check_method(const lyh_archive *archive, const zip_stat_t *status,
                         lyh_diags *diags)
{
    if ((status->valid & ZIP_STAT_ENCRYPTION_METHOD) &&
        status->encryption_method != ZIP_EM_NONE)
        lyh_diags_error(diags, "archive-encrypted", place_of(archive),
                        "the member '%s' is encrypted: save the file without a password",
                        status->name);
    else if (!(status->valid & ZIP_STAT_COMP_METHOD) ||
             (status->comp_method != ZIP_CM_STORE && status->comp_method != ZIP_CM_DEFLATE))
        lyh_diags_error(diags, "archive-method", place_of(archive),
                        "the member '%s' is compressed by method %d, which Word and "
                        "OpenDocument do not use",
                        status->name, (int)status->comp_method);
}

static void check_members(const lyh_archive *archive, lyh_diags *diags)
{
    zip_int64_t count = zip_get_num_entries(archive->zip, 0);
    if (count == 0) /* libzip takes a file of no bytes for an archive of no members */
        lyh_diags_error(diags, "archive-damaged", place_of(archive),
                        "the file is empty: it should be a zip archive with members");
    if (count > MAX_MEMBERS) {
        lyh_diags_error(diags, "archive-too-large", place_of(archive),
                        "the archive has %lld members; at most %d are read",
                        (long long)count, MAX_MEMBERS);
        return;
    }
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (zip_uint64_t i = 0; i < (zip_uint64_t)count; i++) {
        zip_stat_t status;
        if (zip_stat_index(archive->zip, i, ZIP_FL_ENC_GUESS, &status) != 0 ||
            !status.name) {
            lyh_diags_error(diags, "archive-damaged", place_of(archive),
                            "member %llu of the archive cannot be read",
                            (unsigned long long)i + 1);
            continue;
        }
        check_name(archive, i, status.name, seen, diags);
        check_method(archive, &status, diags);
    }
}

/* ---- opening ---- */

static bool is_ole(const lyh_bytes *bytes)
{
    return bytes->size >= 8 &&
           memcmp(bytes->data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

/* NULL with an English reason in @reason, which the caller owns. */
static zip_t *open_zip(const lyh_bytes *bytes, char **reason)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes->data, bytes->size, 0, &error);
    zip_t *zip =
        source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (!zip) {
        *reason = g_strdup(zip_error_strerror(&error));
        zip_source_free(source);
    }
    zip_error_fini(&error);
    return zip;
}

lyh_archive *lyh_archive_open(const char *name, const lyh_bytes *bytes, lyh_diags *diags)
{
    const size_t errors = lyh_diags_error_count(diags);
    if (is_ole(bytes)) {
        lyh_diags_error(
            diags, "archive-encrypted", lyh_place_file(name),
            "the file has a password, or is of an old Word format (OLE): save it "
            "as .docx without a password");
        return NULL;
    }
    g_autofree char *reason = NULL;
    zip_t *zip = open_zip(bytes, &reason);
    if (!zip) {
        lyh_diags_error(diags, "archive-damaged", lyh_place_file(name),
                        "the file is no zip archive as it should be, or damaged (%s)",
                        reason);
        return NULL;
    }

    g_autoptr(lyh_archive) archive = g_new0(lyh_archive, 1);
    archive->name = g_strdup(name);
    archive->zip = zip;
    check_members(archive, diags);
    return lyh_diags_error_count(diags) > errors ? NULL : g_steal_pointer(&archive);
}

void lyh_archive_free(lyh_archive *archive)
{
    if (!archive)
        return;
    zip_discard(archive->zip);
    g_free(archive->name);
    g_free(archive);
}

bool lyh_archive_has(const lyh_archive *archive, const char *member)
{
    return zip_name_locate(archive->zip, member, ZIP_FL_ENC_GUESS) >= 0;
}

size_t lyh_archive_count(const lyh_archive *archive)
{
    return (size_t)MAX(zip_get_num_entries(archive->zip, 0), 0);
}

const char *lyh_archive_member(const lyh_archive *archive, size_t index)
{
    const char *name = zip_get_name(archive->zip, index, ZIP_FL_ENC_GUESS);
    return name ? name : "";
}

/* ---- inflating ---- */

/* Too large, by bytes counted: what the directory says of sizes is not believed. */
static bool is_too_large(const lyh_archive *archive, size_t size, size_t compressed)
{
    return size > MAX_MEMBER || size > MAX_TOTAL - archive->total ||
           (size > RATIO_COUNTS_ABOVE && size / MAX_RATIO >= compressed);
}

static bool too_large(const lyh_archive *archive, const char *member, lyh_diags *diags)
{
    lyh_diags_error(
        diags, "archive-too-large", place_of(archive),
        "the member '%s' grows beyond what a document holds when it is unpacked", member);
    return false;
}

static bool damaged(const lyh_archive *archive, const char *member, const char *reason,
                    lyh_diags *diags)
{
    lyh_diags_error(diags, "archive-damaged", place_of(archive),
                    "the member '%s' is damaged (%s)", member, reason);
    return false;
}

/* A member being inflated. */
typedef struct inflation {
    const lyh_archive *archive;
    zip_file_t *file;
    zip_stat_t status;
    size_t size; /* bytes so far */
    lyh_diags *diags;
} inflation;

static void end_inflation(inflation *it)
{
    if (it->file)
        zip_fclose(it->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(inflation, end_inflation)

static bool begin_inflation(inflation *it, lyh_archive *archive, const char *member,
                            lyh_diags *diags)
{
    *it = (inflation){ .archive = archive, .diags = diags };
    if (zip_stat(archive->zip, member, ZIP_FL_ENC_GUESS, &it->status) != 0) {
        lyh_diags_error(diags, "archive-missing", place_of(archive),
                        "the member '%s' is missing", member);
        return false;
    }
    it->file = zip_fopen_index(archive->zip, it->status.index, 0);
    return it->file || damaged(archive, member, zip_strerror(archive->zip), diags);
}

/* The next bytes: how many, 0 at the end, -1 after an error. */
static long inflate(void *data, char *buffer, size_t size)
{
    inflation *it = data;
    zip_int64_t got = zip_fread(it->file, buffer, size);
    it->size += (size_t)MAX(got, 0);
    bool is_fine = true;
    if (got < 0)
        is_fine = damaged(it->archive, it->status.name,
                          zip_error_strerror(zip_file_get_error(it->file)), it->diags);
    else if (got > 0 && is_too_large(it->archive, it->size, it->status.comp_size))
        is_fine = too_large(it->archive, it->status.name, it->diags);
    else if (got == 0 && it->size != it->status.size)
        is_fine = damaged(it->archive, it->status.name, "size", it->diags);
    return is_fine ? (long)got : -1;
}

bool lyh_archive_read(lyh_archive *archive, const char *member, lyh_bytes *bytes,
                      lyh_diags *diags)
{
    *bytes = (lyh_bytes){ 0 };
    g_auto(inflation) it = { .file = NULL };
    if (!begin_inflation(&it, archive, member, diags))
        return false;
    g_autoptr(GByteArray) out = g_byte_array_new();
    long got;
    do {
        guint size = out->len;
        g_byte_array_set_size(out, size + (guint)CHUNK);
        got = inflate(&it, (char *)out->data + size, CHUNK);
        g_byte_array_set_size(out, size + (guint)MAX(got, 0));
    } while (got > 0);
    if (got < 0)
        return false;
    archive->total += out->len;

    const guint8 zero = 0;
    g_byte_array_append(out, &zero, 1);
    bytes->size = out->len - 1;
    bytes->data = (char *)g_byte_array_free(g_steal_pointer(&out), FALSE);
    return true;
}

/* The parser stops at the end of the XML; only the member's own end tells whether it is whole. */
static bool inflate_rest(inflation *it)
{
    char rest[4096];
    long got;
    while ((got = inflate(it, rest, sizeof rest)) > 0)
        ;
    return got == 0;
}

bool lyh_archive_parse(lyh_archive *archive, const char *member,
                       const lyh_xml_handler *handler, void *user, lyh_diags *diags)
{
    g_auto(inflation) it = { .file = NULL };
    if (!begin_inflation(&it, archive, member, diags))
        return false;
    g_autofree char *name = g_strdup_printf("%s: %s", archive->name, member);
    bool is_fine =
        lyh_xml_parse_source(name, inflate, &it, handler, user, diags) && inflate_rest(&it);
    archive->total += it.size;
    return is_fine;
}
