/*
 * What stands where a package is to stand: people fill in its checklists, finish its document and work on
 * with its tables, and a new report must not take that away.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../base/listing.h"
#include "manifest.h"

/* A folder with a package in it: what its manifest says was written there. */
typedef struct old_package {
    const char *folder;
    GHashTable *hashes; /* path in the folder -> SHA-256, both of the manifest */
    json_t *manifest;
    package_way way;
    lyh_cli *cli;
    bool is_in_the_way;
} old_package;

static void read_hashes(old_package *old)
{
    const json_t *outputs = json_object_get(old->manifest, "outputs");
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        const json_t *output = json_array_get(outputs, i);
        const char *name = json_string_value(json_object_get(output, "file"));
        const char *sha256 = json_string_value(json_object_get(output, "sha256"));
        if (name && sha256)
            g_hash_table_insert(old->hashes, (void *)name, (void *)sha256);
    }
}

static bool is_as_written(const char *path, const char *sha256)
{
    size_t bytes;
    g_autofree char *own = manifest_hash(path, &bytes);
    return own && strcmp(own, sha256) == 0;
}

static void say_changed(old_package *old, lyh_place place)
{
    if (old->way == PACKAGE_FORCE) {
        lyh_diags_warning(old->cli->diags, "package-edited", place,
                          "somebody has changed this file since the report was made; it is "
                          "replaced, as --force asks");
        return;
    }
    lyh_diags_error(
        old->cli->diags, "package-edited", place,
        "somebody has changed this file since the report was made, and it would "
        "be lost; choose a new folder with -o, or move the old report aside "
        "with --keep");
    old->is_in_the_way = true;
}

static void say_foreign(old_package *old, lyh_place place)
{
    if (old->way == PACKAGE_FORCE) {
        lyh_diags_warning(old->cli->diags, "package-foreign", place,
                          "this file is no part of the report; it is deleted, as --force "
                          "asks");
        return;
    }
    lyh_diags_error(old->cli->diags, "package-foreign", place,
                    "this file is no part of the report and would be lost; choose a new "
                    "folder with -o, or move the old report aside with --keep");
    old->is_in_the_way = true;
}

static void look_at_file(old_package *old, const char *path, const char *inside)
{
    const char *sha256 = g_hash_table_lookup(old->hashes, inside);
    if (sha256 && !is_as_written(path, sha256))
        say_changed(old, lyh_place_file(path));
    else if (!sha256 && strcmp(inside, "manifest.json") != 0)
        say_foreign(old, lyh_place_file(path));
}

/* Everything below @folder, which is called @within in the package. */
static void look_at_files(old_package *old, const char *folder, const char *within)
{
    g_autoptr(GPtrArray) names = listing_of(folder);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *inside =
            *within ? g_build_filename(within, name, NULL) : g_strdup(name);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) &&
            !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            look_at_files(old, path, inside);
        else
            look_at_file(old, path, inside);
    }
}

static bool refuse(lyh_cli *cli, const char *folder, int code)
{
    return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, code, folder);
}

/* Without a manifest it is somebody's folder, and --force is not for that. */
static bool is_no_package(lyh_cli *cli, const char *folder)
{
    g_autoptr(GPtrArray) names = listing_of(folder);
    if (names->len == 0)
        return true;
    lyh_diags_error(cli->diags, "package-foreign", lyh_place_file(folder),
                    "the folder holds '%s' and no manifest.json of a report, so nothing "
                    "there is replaced; choose a new folder with -o",
                    (const char *)g_ptr_array_index(names, 0));
    return refuse(cli, folder, EEXIST);
}

bool package_may_stand(const char *folder, package_way way, lyh_cli *cli)
{
    if (!g_file_test(folder, G_FILE_TEST_EXISTS))
        return true;
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
        return refuse(cli, folder, ENOTDIR);
    if (g_access(folder, R_OK | W_OK | X_OK) != 0)
        return refuse(cli, folder, errno);

    lyh_error unread = { 0 };
    g_autofree char *path = g_build_filename(folder, "manifest.json", NULL);
    old_package old = { .folder = folder, .way = way, .cli = cli };
    old.manifest = manifest_read(path, &unread);
    if (!old.manifest)
        return is_no_package(cli, folder);
    old.hashes = g_hash_table_new(g_str_hash, g_str_equal);
    read_hashes(&old);
    if (way != PACKAGE_KEEP)
        look_at_files(&old, folder, "");
    g_hash_table_unref(old.hashes);
    json_decref(old.manifest);
    return !old.is_in_the_way || refuse(cli, folder, EEXIST);
}
