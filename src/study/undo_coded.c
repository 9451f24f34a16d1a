/* What somebody has coded, since, in a text that an import brought and an undo would take away. */
#include <string.h>

#include <lyhord/corpus/respondents.h>
#include <lyhord/ingest/ingest.h>

#include "../store/autoptr.h"
#include "codings.h"
#include "rows.h"
#include "undo_private.h"

/* Names of the transcripts that would go. */
static GHashTable *going_documents(const undo_record *record)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < record->files->len; i++) {
        const undo_file *file = &g_array_index(record->files, undo_file, i);
        if (file->before || file->stand != UNDO_AS_AFTER ||
            !g_str_has_prefix(file->path, "transcripts/"))
            continue;
        char *name = lyh_ingest_name(file->path);
        g_hash_table_add(names, g_strdup(name));
        free(name);
    }
    return names;
}

static bool is_of_step(const undo_record *record, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *inside = g_build_filename("codings", name, NULL);
    for (guint i = 0; i < record->files->len; i++)
        if (strcmp(g_array_index(record->files, undo_file, i).path, inside) == 0)
            return true;
    return false;
}

static void complain(lyh_diags *diags, const char *path, const char *name)
{
    lyh_diags_error(diags, "undo-coded", lyh_place_file(path),
                    "somebody has coded in '%s' since it was imported, and the text would "
                    "go from under the codings; take those codings out first",
                    name);
}

/* What cannot be read as a table is no codings of anybody. */
static bool look_in_file(GHashTable *going, const char *path, lyh_diags *diags,
                         lyh_error *error)
{
    g_autoptr(table_file) file = table_file_open(path, diags, error);
    if (!file)
        return false;
    size_t column = lyh_csv_find(file->csv, "document|dokument");
    bool is_fine = true;
    for (size_t i = 0; column != LYH_NONE && i < lyh_csv_row_count(file->csv); i++) {
        char *name = lyh_id_clean(lyh_csv_cell(file->csv, i, column));
        if (is_fine && g_hash_table_contains(going, name)) {
            complain(diags, path, name);
            is_fine = lyh_error_set(error, LYH_ERROR_DATA, 0, path);
        }
        free(name);
    }
    return is_fine;
}

static bool add_originals(void *user, uint64_t number, const lyh_event *event)
{
    (void)number;
    GHashTable *own = user;
    for (size_t i = 0; i < event->original_count; i++)
        g_hash_table_add(own, g_bytes_new(event->originals[i].bytes, 16));
    return true;
}

/* Ids of what came in with the step: it goes with the text. */
static bool read_own(const undo_record *record, lyh_journal *journal, GHashTable *own,
                     lyh_error *error)
{
    for (guint i = 0; i < record->events->len; i++) {
        const undo_event *event = &g_array_index(record->events, undo_event, i);
        if (event->kind == LYH_EVENT_JOINED &&
            !lyh_journal_find(journal, event->id, add_originals, own, error))
            return false;
    }
    return true;
}

static bool look_in_store(GHashTable *going, GHashTable *own, lyh_journal *journal,
                          lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_stored_codings) codings = lyh_journal_codings(journal, NULL, NULL, error);
    for (size_t i = 0; codings && i < lyh_stored_codings_count(codings); i++) {
        const lyh_stored_coding *coding = lyh_stored_codings_at(codings, i);
        g_autoptr(GBytes) id = g_bytes_new(coding->id.bytes, 16);
        if (!g_hash_table_contains(going, coding->place.document) ||
            g_hash_table_contains(own, id))
            continue;
        complain(diags, lyh_journal_path(journal), coding->place.document);
        return lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_journal_path(journal));
    }
    return codings != NULL;
}

static void free_bytes(void *bytes)
{
    g_bytes_unref(bytes);
}

bool undo_is_uncoded(const undo_record *record, const char *folder, lyh_journal *journal,
                     lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GHashTable) going = going_documents(record);
    g_autoptr(GHashTable) own =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, free_bytes, NULL);
    if (g_hash_table_size(going) == 0)
        return true;
    bool is_fine = true;
    g_autoptr(GPtrArray) files = codings_files(folder);
    for (guint i = 0; i < files->len; i++)
        if (is_fine && !is_of_step(record, files->pdata[i]))
            is_fine = look_in_file(going, files->pdata[i], diags, error);
    return is_fine && (!journal || (read_own(record, journal, own, error) &&
                                    look_in_store(going, own, journal, diags, error)));
}
