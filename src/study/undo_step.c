#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>
#include <lyhord/base/source.h>

#include "../base/autoptr.h"
#include "undo_private.h"

lyh_undo_step *lyh_undo_step_new(const char *folder, const char *command, const char *at)
{
    g_autofree char *ini = folder ? g_build_filename(folder, "lyhord.ini", NULL) : NULL;
    if (!ini || !g_file_test(ini, G_FILE_TEST_EXISTS))
        return NULL;
    lyh_undo_step *step = g_new0(lyh_undo_step, 1);
    step->folder = g_strdup(folder);
    step->record = undo_record_new(command, at);
    return step;
}

void lyh_undo_step_free(lyh_undo_step *step)
{
    if (!step)
        return;
    g_free(step->folder);
    undo_record_free(step->record);
    g_free(step);
}

/*
 * From the study's folder on, also where it lies beside it ("../new/A.txt"): a study that is moved takes its
 * steps along, and no file of it says where on whose computer it was.
 */
static char *path_from(const char *folder, const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *root = g_canonicalize_filename(folder, NULL);
    g_auto(GStrv) to = g_strsplit(whole, "/", -1);
    g_auto(GStrv) from = g_strsplit(root, "/", -1);
    size_t same = 0;
    while (from[same] && to[same] && strcmp(from[same], to[same]) == 0)
        same++;
    g_autoptr(GString) way = g_string_new(NULL);
    for (size_t i = same; from[i]; i++)
        g_string_append(way, "../");
    g_autofree char *rest = g_strjoinv("/", to + same);
    g_string_append(way, rest);
    return g_strdup(way->str);
}

void lyh_undo_step_write(lyh_undo_step *step, const char *path, const void *bytes,
                         size_t size)
{
    if (!step)
        return;
    g_autofree char *parent = g_path_get_dirname(path);
    undo_file file = {
        .path = path_from(step->folder, path),
        .after = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size),
        .is_folder_made = !g_file_test(parent, G_FILE_TEST_EXISTS),
    };
    g_array_append_val(step->record->files, file);
}

bool lyh_undo_step_has(const lyh_undo_step *step, const char *path)
{
    bool is_there = false;
    g_autofree char *own = step ? path_from(step->folder, path) : NULL;
    for (guint i = 0; step && i < step->record->files->len; i++)
        is_there |= strcmp(g_array_index(step->record->files, undo_file, i).path, own) == 0;
    return is_there;
}

void lyh_undo_step_event(lyh_undo_step *step, lyh_event_id id)
{
    const undo_event event = { .id = id };
    if (step)
        g_array_append_val(step->record->events, event);
}

/* The bytes that stand there now, under their sum. */
static bool keep_file(const lyh_undo_step *step, undo_file *file, lyh_error *error)
{
    g_autofree char *path = undo_file_path(step->folder, file);
    lyh_bytes bytes = { .data = NULL };
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    if (!lyh_file_read(path, LYH_MAX_TRANSCRIPT, &bytes, error))
        return false;
    file->before = g_compute_checksum_for_data(G_CHECKSUM_SHA256,
                                               (const guchar *)bytes.data, bytes.size);
    g_autofree char *copy = undo_copy_path(step->folder, file->before);
    bool is_kept = strcmp(file->before, file->after) == 0 ||
                   lyh_file_write(copy, bytes.data, bytes.size, error);
    free(bytes.data);
    return is_kept;
}

/* The oldest go; what only they needed goes with them. */
static void drop_oldest(const char *folder)
{
    g_autoptr(GArray) numbers = undo_numbers(folder);
    for (guint i = 0; i + LYH_UNDO_STEPS < numbers->len; i++) {
        g_autofree char *path =
            undo_record_path(folder, g_array_index(numbers, unsigned, i));
        g_unlink(path);
    }
    undo_tidy(folder);
}

bool lyh_undo_step_keep(lyh_undo_step *step, lyh_error *error)
{
    if (!step || (step->record->files->len == 0 && step->record->events->len == 0))
        return true;
    g_autofree char *inside = g_build_filename(step->folder, UNDO_FOLDER, NULL);
    if (!lyh_folder_make(inside, error))
        return false;
    for (guint i = 0; i < step->record->files->len; i++)
        if (!keep_file(step, &g_array_index(step->record->files, undo_file, i), error))
            return false;
    g_autoptr(GArray) numbers = undo_numbers(step->folder);
    step->record->number =
        numbers->len > 0 ? g_array_index(numbers, unsigned, numbers->len - 1) + 1 : 1;
    if (!undo_record_write(step->record, step->folder, error))
        return false;
    drop_oldest(step->folder);
    return true;
}
