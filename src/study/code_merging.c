#include <lyhord/study/code_merging.h>
#include <lyhord/study/undo.h>

#include <stdlib.h>
#include <string.h>

#include "../codebook/autoptr.h"
#include "../table/autoptr.h"
#include "change_table.h"
#include "code_merging_private.h"
#include "decision_rows.h"
#include "own_texts.h"

void lyh_code_merging_free(lyh_code_merging *merging)
{
    if (!merging)
        return;
    changes_free(merging->changes);
    lyh_table_free(merging->table);
    if (merging->events)
        g_array_unref(merging->events);
    g_free(merging->who);
    g_free(merging->at);
    g_free(merging);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_code_merging, lyh_code_merging_free)

const lyh_table *lyh_code_merging_table(const lyh_code_merging *merging)
{
    return merging->table;
}

void code_merging_tell(const lyh_code_merging *merging, const char *what, const char *name,
                       size_t before, size_t after)
{
    change_table_add(merging->table, merging->study->options.catalog, what, name,
                     lyh_cell_count(before), lyh_cell_count(after));
}

size_t code_merging_code(const lyh_code_merging *merging, const char *name)
{
    size_t code = lyh_codebook_find(merging->study->codebook, name);
    return code != LYH_NONE && lyh_code_merge_takes(merging->merge, code) ? code : LYH_NONE;
}

/* ---- what was decided ---- */

/* A row that stands there already, of the same day, is not doubled: the command was stopped half-way. */
static bool plan_decisions(const lyh_code_merging *merging, const lyh_decider *decider,
                           lyh_diags *diags, lyh_error *error)
{
    const lyh_codebook *book = merging->study->codebook;
    const lyh_code_merge *merge = merging->merge;
    g_autofree char *path = study_path(merging->study, "decisions.csv");
    g_autoptr(table_file) file = path ? table_file_open(path, diags, error) : NULL;
    if (path && !file)
        return false;
    g_autofree lyh_decision *made = g_new0(lyh_decision, merge->count + 1);
    g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func(g_free);
    bool is_renamed = strcmp(lyh_codebook_code(book, merge->into)->name, merge->name) != 0;
    size_t count = 0;
    for (size_t i = 0; i < merge->count + is_renamed; i++) {
        bool goes = i < merge->count;
        size_t code = goes ? merge->codes[i] : merge->into;
        char *target =
            g_strconcat(lyh_codebook_code(book, code)->name, " → ", merge->name, NULL);
        g_ptr_array_add(targets, target);
        lyh_decision row = {
            .kind = "code",
            .target = target,
            .value = goes ? "merged" : "renamed",
            .date = decider->day,
        };
        if (decision_rows_have(file, &row))
            continue;
        row.who = decider->who;
        row.reason = decider->reason;
        made[count++] = row;
    }
    if (file)
        code_merging_figures(merging, file);
    if (count > 0 || !file || lyh_csv_edit_count(file->edit) > 0)
        decision_rows_plan(merging->changes, merging->study->options.folder, file, made,
                           count);
    return true;
}

/* ---- the guide ---- */

static bool plan_guide(const lyh_code_merging *merging, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = study_path(merging->study, "guide.csv");
    g_autoptr(table_file) file = path ? table_file_open(path, diags, error) : NULL;
    if (!file)
        return !path;
    size_t themes = lyh_csv_find(file->csv, "tema|theme"), size;
    for (size_t row = 0; themes != LYH_NONE && row < lyh_csv_row_count(file->csv); row++) {
        g_autofree char *codes =
            code_merging_list(merging, lyh_csv_cell(file->csv, row, themes));
        if (codes)
            lyh_csv_edit_set(file->edit, row, themes, codes);
    }
    size_t changed = lyh_csv_edit_count(file->edit);
    if (changed == 0)
        return true;
    code_merging_tell(merging, N_("themes with another code in"), "guide.csv", 0, changed);
    char *bytes = lyh_csv_edit_bytes(file->edit, &size);
    changes_write(merging->changes, path, bytes, size);
    return true;
}

/* ---- the codebook ---- */

static size_t count_rules(const lyh_codebook *book, size_t code, bool of_exceptions)
{
    size_t count = 0;
    for (size_t i = 0; i < lyh_codebook_rule_count(book, code); i++)
        count +=
            (lyh_codebook_rule_column(book, code, i) == LYH_RULES_EXCEPT) == of_exceptions;
    return count;
}

/* The file to be has been read once when it was made: it is sound. */
static void tell_codebook(const lyh_code_merging *merging, const char *bytes, size_t size)
{
    const lyh_codebook *book = merging->study->codebook;
    const lyh_code_merge *merge = merging->merge;
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("codebook.csv", LYH_SOURCE_TABLE, bytes, size, unsaid);
    g_autoptr(lyh_codebook) made = lyh_codebook_read(lyh_csv_read(source, unsaid), unsaid);
    size_t into = lyh_codebook_find(made, merge->name);
    code_merging_tell(merging, N_("codes in"), "codebook.csv", lyh_codebook_count(book),
                      lyh_codebook_count(made));
    code_merging_tell(merging, N_("rules of"), merge->name,
                      count_rules(book, merge->into, false),
                      count_rules(made, into, false));
    code_merging_tell(merging, N_("exceptions of"), merge->name,
                      count_rules(book, merge->into, true), count_rules(made, into, true));
}

static void note_exceptions(const lyh_code_merging *merging)
{
    if (lyh_code_merge_unites_exceptions(merging->study->codebook, merging->merge))
        lyh_table_add_note(
            merging->table,
            lyh_tr(merging->study->options.catalog,
                   "The exceptions (undantag) are united too: those of one code then drop "
                   "hits that only another's rules find."));
}

static char *plan_codebook(const lyh_code_merging *merging, size_t *size, lyh_diags *diags,
                           lyh_error *error)
{
    lyh_study *study = merging->study;
    char *bytes = lyh_codebook_merged(study->codebook, merging->merge, size, diags);
    if (!bytes) {
        lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
        return NULL;
    }
    tell_codebook(merging, bytes, *size);
    note_exceptions(merging);
    return bytes;
}

/* ---- the whole ---- */

static bool plan_codings(const lyh_code_merging *merging, lyh_diags *diags,
                         lyh_error *error)
{
    g_autoptr(GPtrArray) files = study_codings_files(merging->study);
    bool is_planned = true;
    for (guint i = 0; i < files->len; i++)
        is_planned &= code_merging_codings(merging, files->pdata[i], diags, error);
    return is_planned;
}

lyh_code_merging *lyh_code_merging_plan(lyh_study *study, const lyh_code_merge *merge,
                                        const lyh_decider *decider, lyh_diags *diags,
                                        lyh_error *error)
{
    g_autoptr(lyh_code_merging) made = g_new0(lyh_code_merging, 1);
    made->study = study;
    made->merge = merge;
    made->changes = changes_new_from(study->options.folder);
    made->table = change_table_new("code-merging", study->options.catalog);
    code_merging_take_decider(made, decider);

    size_t size;
    char *bytes = plan_codebook(made, &size, diags, error);
    bool is_planned =
        bytes && plan_decisions(made, decider, diags, error) &&
        plan_codings(made, diags, error) && code_merging_store(made, diags, error) &&
        plan_guide(made, diags, error) && own_texts_plan_merging(made, diags, error) &&
        code_merging_settings(made, error);
    if (!is_planned) {
        free(bytes);
        return NULL;
    }
    g_autofree char *path = g_build_filename(study->options.folder, "codebook.csv", NULL);
    changes_write(made->changes, path, bytes, size);
    return g_steal_pointer(&made);
}

/* A file that stays as it is: what somebody codes in it from now on, they code with the new codes. */
static bool watch_codings(const lyh_code_merging *merging, lyh_undo_step *step,
                          lyh_error *error)
{
    bool is_read = true;
    g_autoptr(GPtrArray) files = study_codings_files(merging->study);
    for (guint i = 0; is_read && i < files->len; i++) {
        lyh_bytes bytes = { .data = NULL };
        is_read = lyh_undo_step_has(step, files->pdata[i]) ||
                  lyh_file_read(files->pdata[i], LYH_MAX_TRANSCRIPT, &bytes, error);
        if (bytes.data)
            lyh_undo_step_write(step, files->pdata[i], bytes.data, bytes.size);
        free(bytes.data);
    }
    return is_read;
}

/* What it is to change, on the disk before it is changed. */
static bool keep_step(const lyh_code_merging *merging, lyh_undo_step *step,
                      lyh_error *error)
{
    for (size_t i = 0; i < changes_count(merging->changes); i++) {
        const char *bytes;
        size_t size;
        const char *path = changes_written(merging->changes, i, &bytes, &size);
        if (path)
            lyh_undo_step_write(step, path, bytes, size);
    }
    for (guint i = 0; merging->events && i < merging->events->len; i++)
        lyh_undo_step_event(step, g_array_index(merging->events, lyh_event, i).id);
    return watch_codings(merging, step, error) && lyh_undo_step_keep(step, error);
}

bool lyh_code_merging_make(const lyh_code_merging *merging, lyh_diags *diags,
                           lyh_error *error)
{
    lyh_undo_step *step =
        lyh_undo_step_new(merging->study->options.folder, "codebook merge", merging->at);
    bool is_made = keep_step(merging, step, error) &&
                   changes_make_alone(merging->changes, diags, error);
    if (!is_made)
        lyh_undo_step_give_up(step);
    lyh_undo_step_free(step);
    return is_made;
}
