#include "changes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>

typedef struct file_change {
    char *path;
    char *bytes; /* NULL: the file goes, or is made by a call */
    size_t size;
    bool (*make)(void *user, lyh_diags *diags, lyh_error *error);
    void *user;
} file_change;

struct study_changes {
    GArray *list; /* file_change */
};

static void clear_change(void *data)
{
    file_change *change = data;
    g_free(change->path);
    free(change->bytes);
}

study_changes *changes_new(void)
{
    study_changes *changes = g_new0(study_changes, 1);
    changes->list = g_array_new(FALSE, FALSE, sizeof(file_change));
    g_array_set_clear_func(changes->list, clear_change);
    return changes;
}

void changes_free(study_changes *changes)
{
    if (!changes)
        return;
    g_array_unref(changes->list);
    g_free(changes);
}

static const file_change *change_at(const study_changes *changes, guint index)
{
    return &g_array_index(changes->list, file_change, index);
}

void changes_write(study_changes *changes, const char *path, char *bytes, size_t size)
{
    g_assert(bytes);
    const file_change change = { g_strdup(path), bytes, size, NULL, NULL };
    g_array_append_val(changes->list, change);
}

void changes_remove(study_changes *changes, const char *path)
{
    const file_change change = { .path = g_strdup(path) };
    g_array_append_val(changes->list, change);
}

void changes_call(study_changes *changes, const char *path,
                  bool (*make)(void *user, lyh_diags *diags, lyh_error *error), void *user)
{
    const file_change change = { g_strdup(path), NULL, 0, make, user };
    g_array_append_val(changes->list, change);
}

size_t changes_count(const study_changes *changes)
{
    return changes->list->len;
}

const char *changes_written(const study_changes *changes, size_t index, const char **bytes,
                            size_t *size)
{
    const file_change *change = change_at(changes, (guint)index);
    *bytes = change->bytes;
    *size = change->size;
    return change->bytes ? change->path : NULL;
}

/* Whoever may not write in a folder is told before anything is changed. */
static bool may_be_made(const file_change *change, lyh_error *error)
{
    g_autofree char *folder = g_path_get_dirname(change->path);
    if (access(folder, W_OK | X_OK) == 0)
        return true;
    return lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, change->path);
}

/* What stood at a change's path before it: neither of them when nothing did. */
typedef struct former {
    lyh_bytes bytes;
    char *target; /* of a link that goes */
} former;

static void clear_former(void *data)
{
    former *old = data;
    free(old->bytes.data);
    g_free(old->target);
}

static bool put_one_back(const char *path, const former *was)
{
    lyh_error again = { 0 };
    if (was->target)
        return symlink(was->target, path) == 0 || errno == EEXIST;
    if (was->bytes.data)
        return lyh_file_write(path, was->bytes.data, was->bytes.size, &again);
    return g_unlink(path) == 0 || errno == ENOENT;
}

/* A disk without room for the new file may have none for the old: then not everything is as it was. */
static void put_back(const study_changes *changes, const GArray *old, lyh_diags *diags,
                     lyh_error *error)
{
    for (guint i = 0; i < old->len; i++) {
        const char *path = change_at(changes, i)->path;
        if (change_at(changes, i)->make ||
            put_one_back(path, &g_array_index(old, former, i)))
            continue;
        error->kind = LYH_ERROR_CANNOT_CREATE; /* and not "nothing was changed" */
        lyh_diags_error(diags, "half-changed", lyh_place_file(path),
                        "this file has been changed already and cannot be put back; see to "
                        "the disk, and give the same command again: it takes the rest");
    }
}

/* Of a file that is not there, nothing is kept, and nothing is wrong. */
static bool keep_old(const file_change *change, former *old, lyh_error *error)
{
    if (change->make)
        return true;
    if (!change->bytes && g_file_test(change->path, G_FILE_TEST_IS_SYMLINK))
        old->target = g_file_read_link(change->path, NULL);
    return old->target || !g_file_test(change->path, G_FILE_TEST_EXISTS) ||
           lyh_file_read(change->path, LYH_MAX_TRANSCRIPT, &old->bytes, error);
}

static bool remove_file(const file_change *change, lyh_diags *diags, lyh_error *error)
{
    if (g_unlink(change->path) == 0 || errno == ENOENT)
        return true;
    lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, change->path);
    lyh_diags_error(diags, "removal-stopped", lyh_place_file(change->path),
                    "this file and what comes after it are still there; see what "
                    "hinders it, and give the command again");
    return false;
}

/* How many changes from the first on may have to be taken back: those up to the last written file. */
static guint count_of_kept(const study_changes *changes)
{
    guint count = changes->list->len;
    while (count > 0 && !change_at(changes, count - 1)->bytes)
        count--;
    return count;
}

static bool make_one(const file_change *change, lyh_diags *diags, lyh_error *error)
{
    if (change->make)
        return change->make(change->user, diags, error);
    return change->bytes ? lyh_file_write(change->path, change->bytes, change->size, error)
                         : remove_file(change, diags, error);
}

static bool make_all(const study_changes *changes, GArray *old, lyh_diags *diags,
                     lyh_error *error)
{
    guint kept = count_of_kept(changes);
    for (guint i = 0; i < changes->list->len; i++) {
        const file_change *change = change_at(changes, i);
        former was = { .target = NULL };
        bool is_kept = i >= kept || keep_old(change, &was, error);
        bool is_made = is_kept && make_one(change, diags, error);
        if (is_kept)
            g_array_append_val(old, was);
        if (is_made)
            continue;
        /* What could not be written may stand there all the same, when only the folder failed. */
        if (!is_kept || change->bytes || change->make)
            put_back(changes, old, diags, error);
        return false;
    }
    return true;
}

bool changes_make(const study_changes *changes, lyh_diags *diags, lyh_error *error)
{
    for (guint i = 0; i < changes->list->len; i++)
        if (!may_be_made(change_at(changes, i), error))
            return false;
    g_autoptr(GArray) old = g_array_new(FALSE, FALSE, sizeof(former));
    g_array_set_clear_func(old, clear_former);
    return make_all(changes, old, diags, error);
}
