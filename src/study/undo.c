#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include <lyhord/base/source.h>
#include <lyhord/study/lock.h>

#include "../base/autoptr.h"
#include "../store/autoptr.h"
#include "../table/autoptr.h"
#include "codings.h"
#include "undo_private.h"

struct lyh_undo {
    char *folder, *store; /* NULL: no study.db */
    undo_record *record;
    study_changes *changes;
    lyh_table *table;
    const lyh_catalog *catalog;
    unsigned char random[16];
    const char *at; /* while it is made */
};

void lyh_undo_free(lyh_undo *undo)
{
    if (!undo)
        return;
    g_free(undo->folder);
    g_free(undo->store);
    undo_record_free(undo->record);
    changes_free(undo->changes);
    lyh_table_free(undo->table);
    g_free(undo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_undo, lyh_undo_free)

const lyh_table *lyh_undo_table(const lyh_undo *undo)
{
    return undo->table;
}

const char *lyh_undo_command(const lyh_undo *undo)
{
    return undo->record->command;
}

const char *lyh_undo_at(const lyh_undo *undo)
{
    return undo->record->at;
}

static void tell(const lyh_undo *undo, const char *what, const char *name)
{
    size_t row = lyh_table_add_row(undo->table);
    lyh_table_set_cell(undo->table, row, 0,
                       lyh_cell_word(what, lyh_tr(undo->catalog, what)));
    lyh_table_set_cell(undo->table, row, 1, lyh_cell_text(name));
}

/* ---- how it stands ---- */

/* @sum: of the file as it is, or NULL when it is not there. */
static undo_stand stand_of(const undo_file *file, const char *sum)
{
    if (g_strcmp0(sum, file->before) == 0)
        return UNDO_AS_BEFORE;
    return g_strcmp0(sum, file->after) == 0 ? UNDO_AS_AFTER : UNDO_CHANGED;
}

static char *sum_of(const lyh_bytes *bytes)
{
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes->data,
                                       bytes->size);
}

static bool look_at_file(const lyh_undo *undo, undo_file *file, lyh_error *error)
{
    g_autofree char *path = undo_file_path(undo->folder, file);
    lyh_bytes bytes = { .data = NULL };
    bool is_there = g_file_test(path, G_FILE_TEST_EXISTS);
    if (is_there && !lyh_file_read(path, LYH_MAX_TRANSCRIPT, &bytes, error))
        return false;
    g_autofree char *sum = is_there ? sum_of(&bytes) : NULL;
    free(bytes.data);
    file->stand = stand_of(file, sum);
    return true;
}

static bool look(const lyh_undo *undo, lyh_journal *journal, lyh_error *error)
{
    for (guint i = 0; i < undo->record->files->len; i++)
        if (!look_at_file(undo, &g_array_index(undo->record->files, undo_file, i), error))
            return false;
    return undo_events_look(undo->record, journal, error);
}

/* A step that was never taken, or is taken back by other means. */
static bool is_undone(const undo_record *record)
{
    bool is_there = false;
    for (guint i = 0; i < record->files->len; i++)
        is_there |= g_array_index(record->files, undo_file, i).stand != UNDO_AS_BEFORE;
    for (guint i = 0; i < record->events->len; i++)
        is_there |= g_array_index(record->events, undo_event, i).stands;
    return !is_there;
}

static bool are_unchanged(const lyh_undo *undo, lyh_diags *diags, lyh_error *error)
{
    bool is_fine = true;
    for (guint i = 0; i < undo->record->files->len; i++) {
        const undo_file *file = &g_array_index(undo->record->files, undo_file, i);
        g_autofree char *path = undo_file_path(undo->folder, file);
        if (file->stand != UNDO_CHANGED)
            continue;
        is_fine = false;
        lyh_diags_error(diags, "undo-changed", lyh_place_file(path),
                        "this file was changed after '%s', and the change would be lost; "
                        "nothing is taken back",
                        undo->record->command);
    }
    return is_fine || lyh_error_set(error, LYH_ERROR_DATA, 0, undo->folder);
}

/* ---- the plan ---- */

static bool plan_old_bytes(const lyh_undo *undo, const undo_file *file, lyh_diags *diags,
                           lyh_error *error)
{
    g_autofree char *path = undo_file_path(undo->folder, file);
    g_autofree char *copy = undo_copy_path(undo->folder, file->before);
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(copy, LYH_MAX_TRANSCRIPT, &bytes, error))
        return false;
    g_autofree char *sum = sum_of(&bytes);
    if (strcmp(sum, file->before) != 0) {
        free(bytes.data);
        lyh_diags_error(diags, "undo-damaged", lyh_place_file(copy),
                        "the copy that was kept of '%s' is damaged; nothing is taken back",
                        file->path);
        return lyh_error_set(error, LYH_ERROR_DATA, 0, copy);
    }
    changes_write(undo->changes, path, (char *)bytes.data, bytes.size);
    tell(undo, N_("as it was before"), file->path);
    return true;
}

static void plan_removal(const lyh_undo *undo, const undo_file *file)
{
    g_autofree char *path = undo_file_path(undo->folder, file);
    changes_remove(undo->changes, path);
    tell(undo, N_("goes"), file->path);
}

static bool take_events_back(void *user, lyh_diags *diags, lyh_error *error)
{
    lyh_undo *undo = user;
    g_autoptr(lyh_journal) journal =
        lyh_journal_open(undo->store, LYH_JOURNAL_WRITE, diags, error);
    return journal && undo_events_take_back(undo->record, journal, undo->random, undo->at,
                                            diags, error);
}

static void plan_events(lyh_undo *undo)
{
    bool stands = false;
    for (guint i = 0; i < undo->record->events->len; i++)
        stands |= g_array_index(undo->record->events, undo_event, i).stands;
    if (!stands)
        return;
    changes_call(undo->changes, undo->store, take_events_back, undo);
    tell(undo, N_("what came in is set aside"), "study.db");
}

/* Old bytes, then the journal, then what goes, and last the step: what is left is taken by the next try. */
static bool plan_changes(lyh_undo *undo, lyh_diags *diags, lyh_error *error)
{
    const GArray *files = undo->record->files;
    for (guint i = 0; i < files->len; i++) {
        const undo_file *file = &g_array_index(files, undo_file, i);
        if (file->stand == UNDO_AS_AFTER && file->before &&
            !plan_old_bytes(undo, file, diags, error))
            return false;
    }
    plan_events(undo);
    for (guint i = 0; i < files->len; i++) {
        const undo_file *file = &g_array_index(files, undo_file, i);
        if (file->stand == UNDO_AS_AFTER && !file->before)
            plan_removal(undo, file);
    }
    g_autofree char *record = undo_record_path(undo->folder, undo->record->number);
    changes_remove(undo->changes, record);
    return true;
}

static lyh_undo *undo_new(const char *folder, const lyh_catalog *catalog)
{
    lyh_undo *undo = g_new0(lyh_undo, 1);
    undo->folder = g_strdup(folder);
    undo->store = codings_store(folder);
    undo->catalog = catalog;
    undo->changes = changes_new();
    undo->table = lyh_table_new("undo");
    lyh_table_add_column(undo->table, "what", lyh_tr(catalog, "what"));
    lyh_table_add_column(undo->table, "name", lyh_tr(catalog, "name"));
    return undo;
}

/* The newest step that still stands becomes @undo's record; none: NULL. False: see @diags and @error. */
static bool find_step(lyh_undo *undo, lyh_journal *journal, lyh_diags *diags,
                      lyh_error *error)
{
    g_autoptr(GArray) numbers = undo_numbers(undo->folder);
    for (guint i = numbers->len; i > 0; i--) {
        undo->record = undo_record_read(
            undo->folder, g_array_index(numbers, unsigned, i - 1), diags, error);
        if (!undo->record || !look(undo, journal, error))
            return false;
        if (!is_undone(undo->record))
            return true;
        g_clear_pointer(&undo->record, undo_record_free);
    }
    return true;
}

static lyh_journal *open_journal(const lyh_undo *undo, lyh_diags *diags, lyh_error *error)
{
    return undo->store ? lyh_journal_open(undo->store, LYH_JOURNAL_READ, diags, error)
                       : NULL;
}

static bool may_be_taken_back(const lyh_undo *undo, lyh_journal *journal, lyh_diags *diags,
                              lyh_error *error)
{
    return are_unchanged(undo, diags, error) &&
           undo_events_may_go(undo->record, journal, diags, error) &&
           undo_is_uncoded(undo->record, undo->folder, journal, diags, error);
}

lyh_undo *lyh_undo_plan(const char *folder, const lyh_catalog *catalog, lyh_diags *diags,
                        lyh_error *error)
{
    g_autoptr(lyh_undo) undo = undo_new(folder, catalog);
    g_autoptr(lyh_journal) journal = open_journal(undo, diags, error);
    if ((undo->store && !journal) || !find_step(undo, journal, diags, error) ||
        !undo->record)
        return NULL;
    bool may_be =
        may_be_taken_back(undo, journal, diags, error) && plan_changes(undo, diags, error);
    return may_be ? g_steal_pointer(&undo) : NULL;
}

/* Only what the command made, and only when nobody has put anything there. */
static void remove_folders(const lyh_undo *undo)
{
    for (guint i = 0; i < undo->record->files->len; i++) {
        const undo_file *file = &g_array_index(undo->record->files, undo_file, i);
        g_autofree char *path = undo_file_path(undo->folder, file);
        g_autofree char *parent = g_path_get_dirname(path);
        if (file->is_folder_made)
            g_rmdir(parent);
    }
}

/* While people were asked, somebody may have saved something that would be lost. */
static bool may_still_go(const lyh_undo *undo, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_journal) journal = open_journal(undo, diags, error);
    return (journal || !undo->store) && look(undo, journal, error) &&
           may_be_taken_back(undo, journal, diags, error);
}

bool lyh_undo_make(lyh_undo *undo, const unsigned char random[16], const char *at,
                   lyh_diags *diags, lyh_error *error)
{
    memcpy(undo->random, random, sizeof undo->random);
    undo->at = at;
    int lock = lyh_folder_lock(undo->folder, error);
    bool is_made = lock >= 0 && may_still_go(undo, diags, error) &&
                   changes_make(undo->changes, diags, error);
    lyh_folder_unlock(lock);
    if (!is_made)
        return false;
    remove_folders(undo);
    undo_tidy(undo->folder);
    return true;
}

void lyh_undo_step_give_up(const lyh_undo_step *step)
{
    if (!step || step->record->number == 0)
        return;
    lyh_error error = { 0 };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(lyh_undo) undo = undo_new(step->folder, NULL);
    g_autoptr(lyh_journal) journal = open_journal(undo, unsaid, &error);
    undo->record = undo_record_read(step->folder, step->record->number, unsaid, &error);
    bool is_seen =
        undo->record && (!undo->store || journal || undo->record->events->len == 0);
    if (!is_seen || !look(undo, journal, &error) || !is_undone(undo->record))
        return;
    g_autofree char *path = undo_record_path(step->folder, step->record->number);
    g_unlink(path);
    undo_tidy(step->folder);
}
