#include "package.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>

#include "../base/listing.h"

#define STAGED_PREFIX ".lyhord-"
#define STAGED_SUFFIX ".new"

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

/* ---- the folder beside ---- */

static char *staged_path(const char *parent)
{
    return g_strdup_printf("%s/" STAGED_PREFIX "%ld" STAGED_SUFFIX, parent, (long)getpid());
}

/* Is @name a folder that some process was writing, and that process no more? */
static bool is_left_behind(const char *name)
{
    if (!g_str_has_prefix(name, STAGED_PREFIX) || !g_str_has_suffix(name, STAGED_SUFFIX))
        return false;
    gint64 process = g_ascii_strtoll(name + strlen(STAGED_PREFIX), NULL, 10);
    return process > 0 && process <= G_MAXINT && kill((pid_t)process, 0) != 0 &&
           errno == ESRCH;
}

/* Whoever was killed while writing could not clean up. */
static void remove_what_was_left_behind(const char *parent)
{
    g_autoptr(GPtrArray) names = listing_of(parent);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(parent, names->pdata[i], NULL);
        if (is_left_behind(names->pdata[i]) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            folder_remove(path);
    }
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

/* ---- the one step ---- */

static bool cannot_place(const char *folder, lyh_cli *cli)
{
    int code = errno;
    if (code == EINVAL || code == ENOSYS || code == ENOTSUP)
        lyh_diags_error(cli->diags, "package-no-swap", lyh_place_file(folder),
                        "this file system cannot put a new folder in the place of an old "
                        "one in one step, so nothing is replaced; choose a new folder "
                        "with -o");
    return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, code, folder);
}

/* Afterwards @staged holds what stood in @folder before, or is gone. */
static bool put_in_place(const char *staged, const char *folder, package_way way,
                         lyh_cli *cli)
{
    if (rename(staged, folder) == 0) /* nothing there, or an empty folder */
        return true;
    if (way != PACKAGE_NEW && (errno == ENOTEMPTY || errno == EEXIST) &&
        renameat2(AT_FDCWD, staged, AT_FDCWD, folder, RENAME_EXCHANGE) == 0)
        return true;
    return cannot_place(folder, cli);
}

/* Give @staged the first free of the names @folder-1, @folder-2 …; g_free(). NULL: cli->error is set. */
static char *take_a_number(const char *staged, const char *folder, lyh_cli *cli)
{
    for (unsigned number = 1; number < G_MAXUINT; number++) {
        g_autofree char *name = g_strdup_printf("%s-%u", folder, number);
        if (renameat2(AT_FDCWD, staged, AT_FDCWD, name, RENAME_NOREPLACE) == 0)
            return g_steal_pointer(&name);
        if (errno != EEXIST)
            break;
    }
    cannot_place(folder, cli);
    return NULL;
}

/* The new package takes its number first: whenever this ends, both stand whole under names people see. */
static bool put_beside(const char *staged, const char *folder, lyh_cli *cli)
{
    if (!listing_is_filled(folder))
        return put_in_place(staged, folder, PACKAGE_NEW, cli);
    g_autofree char *kept = take_a_number(staged, folder, cli);
    if (!kept)
        return false;
    if (renameat2(AT_FDCWD, kept, AT_FDCWD, folder, RENAME_EXCHANGE) != 0) {
        cannot_place(folder, cli);
        folder_remove(kept);
        return false;
    }
    if (!cli->is_quiet)
        cli_say(cli, "the report that stood there is now %s", kept);
    return true;
}

/* A link to a folder stays a link: what it points to is replaced. */
static char *target_of(const char *folder)
{
    char *real = realpath(folder, NULL);
    char *target = real ? g_strdup(real) : g_canonicalize_filename(folder, NULL);
    free(real);
    return target;
}

bool package_write(const cli_package *package, const char *folder, package_way way,
                   lyh_cli *cli)
{
    g_autofree char *target = target_of(folder);
    g_autofree char *parent = g_path_get_dirname(target);
    g_autofree char *staged = staged_path(parent);
    if (!lyh_folder_make(parent, &cli->error))
        return false;

    remove_what_was_left_behind(parent);
    bool is_placed = write_pieces(package, staged, &cli->error) &&
                     lyh_folder_sync(staged, true, &cli->error) &&
                     (way == PACKAGE_KEEP ? put_beside(staged, target, cli)
                                          : put_in_place(staged, target, way, cli));
    bool is_written = is_placed && lyh_folder_sync(parent, false, &cli->error);
    folder_remove(staged);
    return is_written;
}
