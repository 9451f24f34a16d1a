#include "package.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

typedef struct package_piece {
    char *name;
    char *bytes;
    size_t size;
} package_piece;

struct cli_package {
    GArray *pieces; /* package_piece */
};

static void clear_piece(void *data)
{
    package_piece *piece = data;
    g_free(piece->name);
    free(piece->bytes);
}

cli_package *package_new(void)
{
    cli_package *package = g_new0(cli_package, 1);
    package->pieces = g_array_new(FALSE, FALSE, sizeof(package_piece));
    g_array_set_clear_func(package->pieces, clear_piece);
    return package;
}

void package_free(cli_package *package)
{
    if (!package)
        return;
    g_array_unref(package->pieces);
    g_free(package);
}

void package_add(cli_package *package, const char *name, lyh_output *output)
{
    package_piece piece = { .name = g_strdup(name) };
    piece.bytes = lyh_output_take(output, &piece.size);
    g_array_append_val(package->pieces, piece);
}

size_t package_count(const cli_package *package)
{
    return package->pieces->len;
}

const char *package_file(const cli_package *package, size_t index, const char **bytes,
                         size_t *size)
{
    g_assert(index < package->pieces->len);
    const package_piece *piece = &g_array_index(package->pieces, package_piece, index);
    *bytes = piece->bytes;
    *size = piece->size;
    return piece->name;
}

static void remove_folder(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name;
         name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_unlink(path) != 0)
            remove_folder(path);
    }
    if (dir)
        g_dir_close(dir);
    g_rmdir(folder);
}

static bool matches(const char *name, const char *const *patterns)
{
    for (size_t i = 0; patterns[i]; i++)
        if (g_pattern_match_simple(patterns[i], name))
            return true;
    return false;
}

/* The first file below @folder, called @within in the package, that no package of ours has; g_free(). */
static char *foreign_file(const char *folder, const char *within,
                          const char *const *patterns)
{
    char *found = NULL;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name && !found;
         name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *inside =
            *within ? g_build_filename(within, name, NULL) : g_strdup(name);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) &&
            !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            found = foreign_file(path, inside, patterns);
        else if (!matches(inside, patterns))
            found = g_strdup(inside);
    }
    if (dir)
        g_dir_close(dir);
    return found;
}

static bool is_ours_to_replace(const char *folder, const char *const *patterns,
                               lyh_cli *cli)
{
    if (g_file_test(folder, G_FILE_TEST_EXISTS) && !g_file_test(folder, G_FILE_TEST_IS_DIR))
        return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, ENOTDIR, folder);
    g_autofree char *foreign = foreign_file(folder, "", patterns);
    if (!foreign)
        return true;
    lyh_diags_error(
        cli->diags, "package-foreign", lyh_place_file(folder),
        "the folder holds '%s', which no report of ours has, so nothing there is "
        "replaced; choose a new folder with -o",
        foreign);
    return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, EEXIST, folder);
}

static bool write_pieces(const cli_package *package, const char *folder, lyh_error *error)
{
    for (guint i = 0; i < package->pieces->len; i++) {
        const package_piece *piece = &g_array_index(package->pieces, package_piece, i);
        g_autofree char *path = g_build_filename(folder, piece->name, NULL);
        g_autofree char *inside = g_path_get_dirname(path);
        if (!lyh_folder_make(inside, error) ||
            !lyh_file_write(path, piece->bytes, piece->size, error))
            return false;
    }
    return true;
}

/* In one step: afterwards @staged holds what stood in @folder before, or is gone. */
static bool put_in_place(const char *staged, const char *folder, lyh_error *error)
{
    if (rename(staged, folder) == 0) /* nothing there, or an empty folder */
        return true;
    if (errno == ENOTEMPTY || errno == EEXIST) {
        if (renameat2(AT_FDCWD, staged, AT_FDCWD, folder, RENAME_EXCHANGE) == 0)
            return true;
    }
    return lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, folder);
}

bool package_write(const cli_package *package, const char *folder,
                   const char *const *patterns, lyh_cli *cli)
{
    g_autofree char *target = g_canonicalize_filename(folder, NULL);
    g_autofree char *parent = g_path_get_dirname(target);
    g_autofree char *staged = g_strdup_printf("%s/.lyhord-%ld.new", parent, (long)getpid());
    if (!is_ours_to_replace(target, patterns, cli) || !lyh_folder_make(parent, &cli->error))
        return false;

    bool is_written = write_pieces(package, staged, &cli->error) &&
                      put_in_place(staged, target, &cli->error);
    remove_folder(staged);
    return is_written;
}
