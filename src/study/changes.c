#include "changes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>
#include <lyhord/base/same_file.h>
#include <lyhord/study/lock.h>

typedef struct file_change {
    char *path;
    char *bytes; /* NULL: the file goes, or is made by a call */
    size_t size;
    bool (*make)(void *user, lyh_diags *diags, lyh_error *error);
    void *user;
} file_change;

struct study_changes {
    GArray *list;      /* file_change */
    char *folder;      /* that they were planned from; NULL: none */
    GHashTable *stood; /* path → struct stat, of each file in it when the plan was begun */
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
    changes->stood = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return changes;
}

/* Of files in @folder, and in the folders in it when @and_within. */
static void note_files(study_changes *changes, const char *folder, bool and_within)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name;
         name = g_dir_read_name(dir)) {
        char *path = g_build_filename(folder, name, NULL);
        struct stat found;
        bool is_found = stat(path, &found) == 0;
        if (is_found && and_within && S_ISDIR(found.st_mode))
            note_files(changes, path, false);
        if (is_found && S_ISREG(found.st_mode))
            g_hash_table_insert(changes->stood, g_steal_pointer(&path),
                                g_memdup2(&found, sizeof found));
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
}

study_changes *changes_new_from(const char *folder)
{
    study_changes *changes = changes_new();
    changes->folder = g_strdup(folder);
    note_files(changes, folder, true);
    return changes;
}

void changes_free(study_changes *changes)
{
    if (!changes)
        return;
    g_array_unref(changes->list);
    g_hash_table_unref(changes->stood);
    g_free(changes->folder);
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

static bool holds(const char *path, const char *bytes, size_t size)
{
    lyh_bytes found = { .data = NULL };
    lyh_error unsaid = { 0 };
    bool is_same = lyh_file_read(path, LYH_MAX_TRANSCRIPT, &found, &unsaid) &&
                   found.size == size && memcmp(found.data, bytes, size) == 0;
    free(found.data);
    return is_same;
}

static bool is_as_planned(const study_changes *changes, const file_change *change)
{
    struct stat now;
    const struct stat *then = g_hash_table_lookup(changes->stood, change->path);
    bool is_there = stat(change->path, &now) == 0;
    bool is_same = then && is_there ? lyh_file_is_same(then, &now) : !then && !is_there;
    return !change->bytes || is_same || holds(change->path, change->bytes, change->size);
}

/* Every file that was changed since is named. */
static bool are_as_planned(const study_changes *changes, lyh_diags *diags, lyh_error *error)
{
    bool are_same = true;
    for (guint i = 0; i < changes->list->len; i++) {
        const char *path = change_at(changes, i)->path;
        if (is_as_planned(changes, change_at(changes, i)))
            continue;
        are_same = lyh_error_set(error, LYH_ERROR_BUSY, EBUSY, path);
        lyh_diags_error(
            diags, "changed-meanwhile", lyh_place_file(path),
            "this file was changed after the plan was made, in another window or "
            "by somebody else; nothing has been changed now: give the command again");
    }
    return are_same;
}

bool changes_make_alone(const study_changes *changes, lyh_diags *diags, lyh_error *error)
{
    int lock = lyh_folder_lock(changes->folder, error);
    if (lock < 0)
        return false;
    bool are_made =
        are_as_planned(changes, diags, error) && changes_make(changes, diags, error);
    lyh_folder_unlock(lock);
    return are_made;
}
