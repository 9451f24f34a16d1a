#include "changes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>

typedef struct file_change {
    char *path;
    char *bytes; /* NULL: the file goes */
    size_t size;
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
    g_assert(bytes && (changes->list->len == 0 ||
                       change_at(changes, changes->list->len - 1)->bytes));
    const file_change change = { g_strdup(path), bytes, size };
    g_array_append_val(changes->list, change);
}

void changes_remove(study_changes *changes, const char *path)
{
    const file_change change = { .path = g_strdup(path) };
    g_array_append_val(changes->list, change);
}

size_t changes_count(const study_changes *changes)
{
    return changes->list->len;
}

/* Whoever may not write in a folder is told before anything is changed. */
static bool may_be_made(const file_change *change, lyh_error *error)
{
    g_autofree char *folder = g_path_get_dirname(change->path);
    if (access(folder, W_OK | X_OK) == 0)
        return true;
    return lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, change->path);
}

static void put_back(const study_changes *changes, const lyh_bytes *old, guint count)
{
    for (guint i = 0; i < count; i++) {
        lyh_error again = { 0 };
        if (old[i].data)
            lyh_file_write(change_at(changes, i)->path, old[i].data, old[i].size, &again);
        else
            g_unlink(change_at(changes, i)->path);
    }
}

/* Of a file that is not there, nothing is kept, and nothing is wrong. */
static bool keep_old(const file_change *change, lyh_bytes *old, lyh_error *error)
{
    return !g_file_test(change->path, G_FILE_TEST_EXISTS) ||
           lyh_file_read(change->path, LYH_MAX_TRANSCRIPT, old, error);
}

static bool write_all(const study_changes *changes, lyh_bytes *old, lyh_error *error)
{
    for (guint i = 0; i < changes->list->len; i++) {
        const file_change *change = change_at(changes, i);
        if (!change->bytes)
            continue;
        if (keep_old(change, &old[i], error) &&
            lyh_file_write(change->path, change->bytes, change->size, error))
            continue;
        put_back(changes, old, i);
        return false;
    }
    return true;
}

static bool remove_all(const study_changes *changes, lyh_diags *diags, lyh_error *error)
{
    for (guint i = 0; i < changes->list->len; i++) {
        const file_change *change = change_at(changes, i);
        if (change->bytes || g_unlink(change->path) == 0 || errno == ENOENT)
            continue;
        lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, change->path);
        lyh_diags_error(diags, "removal-stopped", lyh_place_file(change->path),
                        "this file and what comes after it are still there; see what "
                        "hinders it, and give the command again");
        return false;
    }
    return true;
}

bool changes_make(const study_changes *changes, lyh_diags *diags, lyh_error *error)
{
    for (guint i = 0; i < changes->list->len; i++)
        if (!may_be_made(change_at(changes, i), error))
            return false;
    g_autofree lyh_bytes *old = g_new0(lyh_bytes, changes->list->len);
    bool is_made = write_all(changes, old, error) && remove_all(changes, diags, error);
    for (guint i = 0; i < changes->list->len; i++)
        free(old[i].data);
    return is_made;
}
