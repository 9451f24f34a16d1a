/* The steps on the disk: one key file each, and old bytes once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include <lyhord/base/output.h>
#include <lyhord/base/source.h>

#include "../base/autoptr.h"
#include "../base/listing.h"
#include "undo_private.h"

#define RECORD_SUFFIX ".ini"
#define RECORD_SIZE ((size_t)16 << 20)
#define SHA256_LENGTH 64

/* Of a path, what a key file holds as it stands: the rest is percent-encoded. */
#define READABLE " !#$&'()*+,/;:=?@[]"

static void clear_file(void *data)
{
    undo_file *file = data;
    g_free(file->path);
    g_free(file->before);
    g_free(file->after);
}

static void clear_event(void *data)
{
    undo_event *event = data;
    g_free(event->who);
    g_free(event->into);
}

undo_record *undo_record_new(const char *command, const char *at)
{
    undo_record *record = g_new0(undo_record, 1);
    record->command = g_strdup(command);
    record->at = g_strdup(at);
    record->files = g_array_new(FALSE, TRUE, sizeof(undo_file));
    record->events = g_array_new(FALSE, TRUE, sizeof(undo_event));
    g_array_set_clear_func(record->files, clear_file);
    g_array_set_clear_func(record->events, clear_event);
    return record;
}

void undo_record_free(undo_record *record)
{
    if (!record)
        return;
    g_free(record->command);
    g_free(record->at);
    g_array_unref(record->files);
    g_array_unref(record->events);
    g_free(record);
}

char *undo_record_path(const char *folder, unsigned number)
{
    g_autofree char *name = g_strdup_printf("%04u" RECORD_SUFFIX, number);
    return g_build_filename(folder, UNDO_FOLDER, name, NULL);
}

char *undo_copy_path(const char *folder, const char *sha256)
{
    return g_build_filename(folder, UNDO_FOLDER, sha256, NULL);
}

char *undo_file_path(const char *folder, const undo_file *file)
{
    return g_build_filename(folder, file->path, NULL);
}

static unsigned number_of(const char *name)
{
    guint64 number = 0;
    g_autofree char *digits = g_str_has_suffix(name, RECORD_SUFFIX)
                                  ? g_strndup(name, strlen(name) - strlen(RECORD_SUFFIX))
                                  : NULL;
    return digits && g_ascii_string_to_unsigned(digits, 10, 1, G_MAXUINT / 2, &number, NULL)
               ? (unsigned)number
               : 0;
}

static int by_number(const void *a, const void *b)
{
    const unsigned one = *(const unsigned *)a, two = *(const unsigned *)b;
    return (one > two) - (one < two);
}

GArray *undo_numbers(const char *folder)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(unsigned));
    g_autofree char *inside = g_build_filename(folder, UNDO_FOLDER, NULL);
    g_autoptr(GPtrArray) names = listing_of(inside);
    for (guint i = 0; i < names->len; i++) {
        unsigned number = number_of(names->pdata[i]);
        if (number > 0)
            g_array_append_val(numbers, number);
    }
    g_array_sort(numbers, by_number);
    return numbers;
}

/* ---- reading ---- */

static bool is_sum(const char *text)
{
    return strlen(text) == SHA256_LENGTH &&
           strspn(text, "0123456789abcdef") == SHA256_LENGTH;
}

/* Whatever a file from elsewhere says: outside the study nothing is written, and only new transcripts go. */
static bool is_place(const undo_record *record, const undo_file *file)
{
    g_auto(GStrv) parts = g_strsplit(file->path, "/", -1);
    bool is_outside = g_strv_contains((const char *const *)parts, "..");
    bool may_be_outside = !file->before && strcmp(record->command, "anonymize") == 0;
    return *file->path && !g_path_is_absolute(file->path) &&
           (!is_outside || may_be_outside);
}

static bool read_file(undo_record *record, GKeyFile *keys, const char *group)
{
    undo_file file = { .path = NULL };
    g_autofree char *path = g_key_file_get_string(keys, group, "path", NULL);
    file.path = path ? g_uri_unescape_string(path, NULL) : NULL;
    file.before = g_key_file_get_string(keys, group, "before", NULL);
    file.after = g_key_file_get_string(keys, group, "after", NULL);
    file.is_folder_made = g_key_file_get_boolean(keys, group, "folder-made", NULL);
    if (file.before && !*file.before)
        g_clear_pointer(&file.before, g_free);
    bool is_right = file.path && file.after && is_sum(file.after) &&
                    (!file.before || is_sum(file.before)) && is_place(record, &file);
    g_array_append_val(record->files, file);
    return is_right;
}

static bool read_events(undo_record *record, GKeyFile *keys)
{
    bool is_right = true;
    g_auto(GStrv) ids = g_key_file_get_string_list(keys, "step", "events", NULL, NULL);
    for (char **id = ids; id && *id; id++) {
        undo_event event = { .who = NULL };
        is_right &= lyh_event_id_parse(*id, &event.id);
        g_array_append_val(record->events, event);
    }
    return is_right;
}

static undo_record *record_in(GKeyFile *keys, unsigned number)
{
    g_autofree char *command = g_key_file_get_string(keys, "step", "command", NULL);
    g_autofree char *at = g_key_file_get_string(keys, "step", "at", NULL);
    if (!command || !at ||
        g_key_file_get_integer(keys, "step", "format", NULL) != LYH_UNDO_FORMAT)
        return NULL;
    g_autoptr(undo_record) record = undo_record_new(command, at);
    record->number = number;
    g_auto(GStrv) groups = g_key_file_get_groups(keys, NULL);
    bool is_right = read_events(record, keys);
    for (char **group = groups; *group; group++)
        if (g_str_has_prefix(*group, "file "))
            is_right &= read_file(record, keys, *group);
    return is_right ? g_steal_pointer(&record) : NULL;
}

undo_record *undo_record_read(const char *folder, unsigned number, lyh_diags *diags,
                              lyh_error *error)
{
    g_autofree char *path = undo_record_path(folder, number);
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(path, RECORD_SIZE, &bytes, error))
        return NULL;
    g_autoptr(GKeyFile) keys = g_key_file_new();
    bool is_read = g_key_file_load_from_data(keys, (const char *)bytes.data, bytes.size,
                                             G_KEY_FILE_NONE, NULL);
    undo_record *record = is_read ? record_in(keys, number) : NULL;
    free(bytes.data);
    if (record)
        return record;
    lyh_diags_error(diags, "undo-damaged", lyh_place_file(path),
                    "what is kept of this step cannot be read, or is of a newer Lyhörd; "
                    "the study itself is as it was, and when you need nothing of the "
                    "folder undo, you can delete it");
    lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return NULL;
}

/* ---- writing ---- */

static void put_file(GKeyFile *keys, guint index, const undo_file *file)
{
    g_autofree char *group = g_strdup_printf("file %u", index + 1);
    g_autofree char *path = g_uri_escape_string(file->path, READABLE, TRUE);
    g_key_file_set_string(keys, group, "path", path);
    g_key_file_set_string(keys, group, "before", file->before ? file->before : "");
    g_key_file_set_string(keys, group, "after", file->after);
    g_key_file_set_boolean(keys, group, "folder-made", file->is_folder_made);
}

static void put_events(GKeyFile *keys, const GArray *events)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < events->len; i++) {
        char text[LYH_EVENT_ID_SIZE];
        lyh_event_id_text(g_array_index(events, undo_event, i).id, text);
        g_ptr_array_add(ids, g_strdup(text));
    }
    if (ids->len > 0)
        g_key_file_set_string_list(keys, "step", "events", (const char *const *)ids->pdata,
                                   ids->len);
}

bool undo_record_write(const undo_record *record, const char *folder, lyh_error *error)
{
    g_autoptr(GKeyFile) keys = g_key_file_new();
    g_key_file_set_integer(keys, "step", "format", LYH_UNDO_FORMAT);
    g_key_file_set_string(keys, "step", "command", record->command);
    g_key_file_set_string(keys, "step", "at", record->at);
    put_events(keys, record->events);
    for (guint i = 0; i < record->files->len; i++)
        put_file(keys, i, &g_array_index(record->files, undo_file, i));
    gsize size;
    g_autofree char *bytes = g_key_file_to_data(keys, &size, NULL);
    g_autofree char *path = undo_record_path(folder, record->number);
    return lyh_file_write(path, bytes, size, error);
}

/* ---- what goes ---- */

static void add_needed(GHashTable *needed, const undo_record *record)
{
    for (guint i = 0; i < record->files->len; i++) {
        const undo_file *file = &g_array_index(record->files, undo_file, i);
        if (file->before)
            g_hash_table_add(needed, g_strdup(file->before));
    }
}

void undo_tidy(const char *folder)
{
    g_autofree char *inside = g_build_filename(folder, UNDO_FOLDER, NULL);
    g_autoptr(GPtrArray) names = listing_of(inside);
    g_autoptr(GArray) numbers = undo_numbers(folder);
    g_autoptr(GHashTable) needed =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    for (guint i = 0; i < numbers->len; i++) {
        lyh_error error = { 0 };
        g_autoptr(undo_record) record =
            undo_record_read(folder, g_array_index(numbers, unsigned, i), unsaid, &error);
        if (!record)
            return;
        add_needed(needed, record);
    }
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *path = g_build_filename(inside, name, NULL);
        if (is_sum(name) && !g_hash_table_contains(needed, name))
            g_unlink(path);
    }
    g_rmdir(inside);
}

size_t undo_plan_removal(study_changes *changes, const char *folder)
{
    g_autofree char *inside = g_build_filename(folder, UNDO_FOLDER, NULL);
    g_autoptr(GPtrArray) names = listing_of(inside);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(inside, names->pdata[i], NULL);
        changes_remove(changes, path);
    }
    return names->len;
}
