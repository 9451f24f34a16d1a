#include <lyhord/study/withdraw.h>

#include <lyhord/study/outside.h>

#include <stdlib.h>
#include <string.h>

#include "../table/autoptr.h"
#include "change_table.h"
#include "code_changing.h"
#include "ledger.h"
#include "own_texts.h"
#include "tombstone.h"
#include "undo_private.h"
#include "withdraw_private.h"

static void free_document(void *data)
{
    withdrawn_document *document = data;
    g_free(document->name);
    g_free(document->turns);
    g_array_unref(document->spans);
    free(document->words);
    free(document->rest);
    g_free(document);
}

static void free_table(void *data)
{
    table_file_free(data);
}

static lyh_withdrawal *withdrawal_new(lyh_study *study, const char *id)
{
    lyh_withdrawal *made = g_new0(lyh_withdrawal, 1);
    g_autofree char *clean = lyh_id_clean(id);
    made->study = study;
    made->id = g_strdup(clean);
    made->respondent = lyh_respondents_find(study->respondents, clean);
    made->documents = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_document);
    made->order = g_ptr_array_new();
    made->tables = g_ptr_array_new_with_free_func(free_table);
    made->changes = changes_new_from(study->options.folder);
    made->table = change_table_new("withdrawal", study->options.catalog);
    return made;
}

void lyh_withdrawal_free(lyh_withdrawal *withdrawal)
{
    if (!withdrawal)
        return;
    g_ptr_array_unref(withdrawal->order);
    g_hash_table_unref(withdrawal->documents);
    g_ptr_array_unref(withdrawal->tables);
    table_file_free(withdrawal->decisions);
    changes_free(withdrawal->changes);
    lyh_table_free(withdrawal->table);
    g_free(withdrawal->day);
    g_free(withdrawal->id);
    g_free(withdrawal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_withdrawal, lyh_withdrawal_free)

const lyh_table *lyh_withdrawal_table(const lyh_withdrawal *withdrawal)
{
    return withdrawal->table;
}

void withdrawal_tell(const lyh_withdrawal *withdrawal, const char *what, const char *name,
                     lyh_cell before, lyh_cell after)
{
    change_table_add(withdrawal->table, withdrawal->study->options.catalog, what, name,
                     before, after);
}

static bool open_decisions(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = study_path(withdrawal->study, "decisions.csv");
    if (path)
        withdrawal->decisions = table_file_open(path, diags, error);
    return !path || withdrawal->decisions;
}

static bool plan_words(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    bool is_planned = true;
    for (guint i = 0; i < withdrawal->order->len; i++) {
        withdrawn_document *document = withdrawal->order->pdata[i];
        size_t turns = document->spans->len / 2;
        g_autofree char *name =
            g_path_get_basename(lyh_study_file(withdrawal->study, document->file));
        if (turns == 0)
            continue;
        withdrawal_tell(withdrawal, N_("turns in"), name, lyh_cell_count(turns),
                        lyh_cell_count(0));
        if (!document->is_whole)
            is_planned &= withdrawal_rewrite(withdrawal, document, diags, error);
    }
    return is_planned;
}

static void plan_table(lyh_withdrawal *withdrawal, const table_file *file)
{
    size_t going = lyh_csv_edit_count(file->edit), size;
    if (going == 0)
        return;
    size_t rows = lyh_csv_row_count(file->csv);
    g_autofree char *name =
        g_path_get_basename(file->replaces ? file->replaces : file->path);
    withdrawal_tell(withdrawal,
                    file->replaces ? N_("rows of what survey.csv replaces:")
                                   : N_("rows of"),
                    name, lyh_cell_count(rows), lyh_cell_count(rows - going));
    char *text = lyh_csv_edit_bytes(file->edit, &size);
    changes_write(withdrawal->changes, file->path, text, size);
    if (file->replaces)
        changes_remove(withdrawal->changes, file->replaces);
}

/*
 * Each is needed to find what comes before it, should a crash leave some: the lists say whose the
 * words are, and while the words are there, codings of them can still be told.
 */
static void plan_tables(lyh_withdrawal *withdrawal, guint first, guint end)
{
    for (guint i = first; i < end; i++)
        plan_table(withdrawal, withdrawal->tables->pdata[i]);
}

/* An example of an earlier codebook may be their words, and no change leads back behind this. */
static void plan_old_codebooks(lyh_withdrawal *withdrawal)
{
    g_auto(GStrv) paths = code_changing_copies(withdrawal->study->options.folder);
    for (char **path = paths; *path; path++)
        changes_remove(withdrawal->changes, *path);
}

static void plan_removals(lyh_withdrawal *withdrawal, lyh_diags *diags)
{
    plan_old_codebooks(withdrawal);
    for (guint i = 0; i < withdrawal->order->len; i++) {
        const withdrawn_document *document = withdrawal->order->pdata[i];
        const char *path = lyh_study_file(withdrawal->study, document->file);
        if (!document->is_whole)
            continue;
        changes_remove(withdrawal->changes, path);
        if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            lyh_diags_warning(diags, "link-left", lyh_place_file(path),
                              "this is a link: it goes, but the file it points to lies "
                              "somewhere else and stays; destroy it yourself");
    }
}

static void plan_decisions(lyh_withdrawal *withdrawal, const char *day)
{
    table_file *decisions = withdrawal->decisions;
    size_t going = decisions ? lyh_csv_edit_count(decisions->edit) : 0;
    if (going > 0) {
        size_t rows = lyh_csv_row_count(decisions->csv);
        withdrawal_tell(withdrawal, N_("rows of"), "decisions.csv", lyh_cell_count(rows),
                        lyh_cell_count(rows - going));
    }
    size_t named = ledger_forget(decisions, withdrawal->id);
    if (named > 0)
        withdrawal_tell(withdrawal, N_("named in releases of"), "decisions.csv",
                        lyh_cell_count(named), lyh_cell_count(0));
    tombstone_plan(withdrawal->changes, withdrawal->study->options.folder, decisions,
                   "withdrawal", withdrawal->id, day);
}

/* What files said before is their words too, and no undo may bring it back. */
static void plan_undo(lyh_withdrawal *withdrawal)
{
    size_t files =
        undo_plan_removal(withdrawal->changes, withdrawal->study->options.folder);
    if (files > 0)
        withdrawal_tell(withdrawal, N_("files of"), "undo/", lyh_cell_count(files),
                        lyh_cell_count(0));
}

static bool is_anybody(const lyh_withdrawal *withdrawal)
{
    bool is_found = withdrawal->respondent != LYH_NONE || withdrawal->events > 0;
    for (guint i = 0; i < withdrawal->tables->len; i++) {
        const table_file *file = withdrawal->tables->pdata[i];
        is_found |= lyh_csv_edit_count(file->edit) > 0;
    }
    return is_found;
}

static bool say_nobody(const lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    const char *folder = withdrawal->study->options.folder;
    if (tombstone_is_there(withdrawal->decisions, "withdrawal", withdrawal->id))
        lyh_diags_error(diags, "withdrawn-already", lyh_place_file(folder),
                        "'%s' has been withdrawn already; nothing of them is left",
                        withdrawal->id);
    else
        lyh_diags_error(diags, "withdraw-nobody", lyh_place_file(folder),
                        "there is nobody with the id '%s' in the study; ids stand in "
                        "respondents.csv",
                        withdrawal->id);
    return lyh_error_set(error, LYH_ERROR_DATA, 0, folder);
}

static void number_files(lyh_withdrawal *withdrawal)
{
    for (size_t i = 0; i < lyh_study_file_count(withdrawal->study); i++) {
        g_autofree char *name = lyh_ingest_name(lyh_study_file(withdrawal->study, i));
        withdrawn_document *document = g_hash_table_lookup(withdrawal->documents, name);
        if (document)
            document->file = i;
    }
}

/* What the page leaves beside a study; a key that lies elsewhere nobody here knows of. */
static void name_keys(const lyh_withdrawal *withdrawal, lyh_diags *diags)
{
    char *real = lyh_real_path(withdrawal->study->options.folder);
    g_autofree char *key = g_strconcat(real, LYH_KEY_ENDING, NULL);
    g_autofree char *originals = g_strconcat(real, LYH_ORIGINALS_ENDING, NULL);
    const char *const places[] = { key, originals };
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        if (g_file_test(places[i], G_FILE_TEST_EXISTS))
            lyh_diags_warning(diags, "key-left", lyh_place_file(places[i]),
                              "this lies outside the study and may hold their names and "
                              "words; see to it, and to others like it, yourself");
    free(real);
}

lyh_withdrawal *lyh_withdrawal_plan(lyh_study *study, const char *id, const char *day,
                                    lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_withdrawal) made = withdrawal_new(study, id);
    made->day = g_strdup(day);
    if (!open_decisions(made, diags, error) || !withdrawal_find_words(made, diags, error) ||
        !withdrawal_find_rows(made, diags, error))
        return NULL;
    number_files(made);
    plan_decisions(made, day);
    plan_tables(made, 0, made->codings_count);
    if (!withdrawal_plan_store(made, diags, error))
        return NULL;
    if (!is_anybody(made)) {
        say_nobody(made, diags, error);
        return NULL;
    }
    if (!plan_words(made, diags, error))
        return NULL;
    plan_undo(made);
    name_keys(made, diags);
    plan_removals(made, diags);
    plan_tables(made, made->codings_count, made->tables->len);
    withdrawal_tell_tables(made);
    own_texts_tell_withdrawn(made, diags);
    return g_steal_pointer(&made);
}

bool lyh_withdrawal_make(const lyh_withdrawal *withdrawal, lyh_diags *diags,
                         lyh_error *error)
{
    return changes_make_alone(withdrawal->changes, diags, error);
}
