#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/coding/decisions.h>
#include <lyhord/study/undo.h>

#include "codebook_diff.h"
#include "import.h"

typedef struct import_wishes {
    char *into, *external, *positions;
} import_wishes;

static void import_wishes_clear(import_wishes *wishes)
{
    g_free(wishes->into);
    g_free(wishes->external);
    g_free(wishes->positions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(import_wishes, import_wishes_clear)

/* ---- the plan ---- */

static void free_text(gpointer data)
{
    import_text *text = data;
    if (text->through != text->document)
        lyh_document_free(text->through);
    lyh_document_free(text->document);
    lyh_tokens_free(text->tokens);
    lyh_refi_text_free(text->source);
    g_free(text);
}

static void clear_batch(gpointer data)
{
    import_batch *batch = data;
    lyh_codings_free(batch->codings);
    lyh_codings_free(batch->known);
}

static void clear_write(gpointer data)
{
    import_write *write = data;
    g_free(write->path);
    g_free(write->bytes);
}

static void begin_plan(import_plan *plan, lyh_cli *cli, lyh_study *study,
                       const char *folder)
{
    *plan = (import_plan){
        .cli = cli,
        .study = study,
        .folder = folder,
        .name = folder,
        .strings = g_string_chunk_new(4096),
        .texts = g_ptr_array_new_with_free_func(free_text),
        .batches = g_array_new(FALSE, FALSE, sizeof(import_batch)),
        .writes = g_array_new(FALSE, FALSE, sizeof(import_write)),
        .code_of = g_array_new(FALSE, FALSE, sizeof(size_t)),
        .code_names = g_ptr_array_new_with_free_func(g_free),
        .events = g_array_new(FALSE, FALSE, sizeof(lyh_event)),
        .table = lyh_table_new("import"),
    };
    g_array_set_clear_func(plan->batches, clear_batch);
    g_array_set_clear_func(plan->writes, clear_write);
    lyh_table_add_column(plan->table, "what", lyh_tr(cli->catalog, "what"));
    lyh_table_add_column(plan->table, "name", lyh_tr(cli->catalog, "name"));
    lyh_table_add_column(plan->table, "count", lyh_tr(cli->catalog, "number"));
    lyh_table_add_column(plan->table, "how", lyh_tr(cli->catalog, "how"));
    plan->has_store = import_has(plan, "study.db");
}

static void end_plan(import_plan *plan)
{
    exchange_coders_clear(&plan->there);
    g_ptr_array_unref(plan->texts);
    g_array_unref(plan->batches);
    g_array_unref(plan->writes);
    g_array_unref(plan->code_of);
    g_ptr_array_unref(plan->code_names);
    g_array_unref(plan->events);
    g_free(plan->decided);
    lyh_table_free(plan->table);
    lyh_codebook_free(plan->made);
    lyh_codebook_free(plan->proposed);
    lyh_refi_free(plan->project);
    g_string_chunk_free(plan->strings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(import_plan, end_plan)

bool import_has(const import_plan *plan, const char *name)
{
    g_autofree char *path = g_build_filename(plan->folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

void import_tell(import_plan *plan, const char *what, const char *name, size_t count,
                 const char *how)
{
    size_t row = lyh_table_add_row(plan->table);
    lyh_table_set_cell(plan->table, row, 0,
                       lyh_cell_word(what, lyh_tr(plan->cli->catalog, what)));
    lyh_table_set_cell(plan->table, row, 1, lyh_cell_text(name));
    lyh_table_set_cell(plan->table, row, 2, lyh_cell_count(count));
    lyh_table_set_cell(plan->table, row, 3,
                       lyh_cell_word(how, lyh_tr(plan->cli->catalog, how)));
}

/* A proposal of an earlier import may have been worked on: the new one has a number. */
void import_write_later(import_plan *plan, const char *name, char *bytes, size_t size)
{
    import_write write = { g_build_filename(plan->folder, name, NULL), bytes, size };
    const char *dot = strrchr(name, '.');
    bool is_proposal = g_str_has_suffix(name, "-refi.csv");
    for (unsigned i = 2; is_proposal && g_file_test(write.path, G_FILE_TEST_EXISTS); i++) {
        g_free(write.path);
        g_autofree char *other =
            g_strdup_printf("%.*s-%u%s", (int)(dot - name), name, i, dot);
        write.path = g_build_filename(plan->folder, other, NULL);
    }
    g_array_append_val(plan->writes, write);
}

/* ---- a project or a codebook ---- */

/* Who has withdrawn does not come back with another's copy of the project. */
static bool is_nobody_withdrawn(import_plan *plan, const lyh_refi *project)
{
    lyh_decisions *decisions = import_decisions(plan);
    bool is_fine = true;
    for (size_t i = 0; decisions && i < project->case_count + project->source_count; i++) {
        bool is_case = i < project->case_count;
        const char *name = is_case ? project->cases[i].name
                                   : project->sources[i - project->case_count].name;
        if (!lyh_decisions_find(decisions, "withdrawal", name))
            continue;
        lyh_diags_error(plan->cli->diags, "import-withdrawn", lyh_place_file(plan->name),
                        "'%s' has withdrawn from the study, and the file still holds them; "
                        "take them out where it was made, and export it anew",
                        name);
        is_fine = false;
    }
    lyh_decisions_free(decisions);
    return is_fine;
}

static bool plan_codings(import_plan *plan, const lyh_refi *project, const char *told)
{
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, plan->name, told, plan->cli->diags);
    if (!positions)
        return false;
    bool is_fine = import_selections(plan, project, positions);
    import_tell_losses(plan, project, positions);
    return is_fine;
}

static bool plan_project(import_plan *plan, const lyh_refi *project, const char *told)
{
    if (!is_nobody_withdrawn(plan, project) || !import_codes(plan, project))
        return false;
    if (project->is_codebook) {
        import_tell_losses(plan, project, NULL);
        return true;
    }
    return import_texts(plan, project) && import_people(plan, project) &&
           plan_codings(plan, project, told);
}

static bool plan_refi(import_plan *plan, const char *path, const import_wishes *wishes)
{
    lyh_bytes bytes = { .data = NULL };
    const lyh_refi_read_options options = { .external = wishes->external };
    if (!lyh_file_read(path, (size_t)256 << 20, &bytes, &plan->cli->error))
        return false;
    plan->project = lyh_refi_read(path, &bytes, &options, plan->cli->diags);
    free(bytes.data);
    return plan->project && plan_project(plan, plan->project, wishes->positions);
}

/* ---- file by file ---- */

typedef enum import_kind { KIND_REFI, KIND_ROWS, KIND_JOURNAL } import_kind;

static import_kind kind_of(const char *path)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    if (g_str_has_suffix(lower, ".csv"))
        return KIND_ROWS;
    return g_str_has_suffix(lower, ".db") ? KIND_JOURNAL : KIND_REFI;
}

static bool plan_journal(import_plan *plan, const char *path)
{
    if (!plan->has_store) {
        lyh_diags_error(plan->cli->diags, "import-store", lyh_place_file(path),
                        "the study has no study.db for another's decisions to come into; "
                        "begin one with lyhord workbench, or export them there as CSV and "
                        "import that");
        return false;
    }
    g_autoptr(lyh_journal) other =
        lyh_journal_open(path, LYH_JOURNAL_READ, plan->cli->diags, &plan->cli->error);
    uint64_t last = 0;
    if (!other || !lyh_journal_last(other, &last, &plan->cli->error))
        return false;
    import_tell(plan, N_("decisions"), path, (size_t)last,
                N_("at most; those that are there already do not come twice"));
    return true;
}

/* All rows of all files first: a coder may stand in several. */
static bool plan_files(import_plan *plan, char **files, const import_wishes *wishes)
{
    bool is_fine = true, has_rows = false;
    for (char **file = files; *file; file++) {
        import_kind kind = kind_of(*file);
        plan->name = *file;
        has_rows |= kind == KIND_ROWS;
        if (kind == KIND_REFI)
            is_fine &= plan_refi(plan, *file, wishes);
        else if (kind == KIND_ROWS)
            is_fine &= import_rows(plan, *file);
        else
            is_fine &= plan_journal(plan, *file);
    }
    if (is_fine && has_rows)
        import_tell_losses(plan, NULL, NULL);
    if (is_fine && (has_rows || plan->project))
        is_fine = plan->has_store ? import_plan_events(plan) : import_codings(plan);
    return is_fine && lyh_diags_error_count(plan->cli->diags) == 0;
}

/* ---- what is done ---- */

/* What the study already has is never written over; what was there when we looked still is not. */
static bool write_file(import_plan *plan, const import_write *write)
{
    g_autofree char *folder = g_path_get_dirname(write->path);
    return lyh_folder_make(folder, &plan->cli->error) &&
           lyh_file_write(write->path, write->bytes, write->size, &plan->cli->error);
}

/* What it is to change, on the disk before it is changed. */
static bool keep_step(import_plan *plan, lyh_undo_step *step, lyh_event_id own,
                      const lyh_event_id *joined, size_t joined_count)
{
    for (guint i = 0; i < plan->writes->len; i++) {
        const import_write *write = &g_array_index(plan->writes, import_write, i);
        lyh_undo_step_write(step, write->path, write->bytes, write->size);
    }
    if (plan->events->len > 0)
        lyh_undo_step_event(step, own);
    for (size_t i = 0; i < joined_count; i++)
        lyh_undo_step_event(step, joined[i]);
    return lyh_undo_step_keep(step, &plan->cli->error);
}

static bool write_all(import_plan *plan, char **files, lyh_event_id own,
                      const lyh_event_id *joined)
{
    for (guint i = 0; i < plan->writes->len; i++)
        if (!write_file(plan, &g_array_index(plan->writes, import_write, i)))
            return false;
    if (!import_append_events(plan, own))
        return false;
    for (char **file = files; *file; file++)
        if (kind_of(*file) == KIND_JOURNAL && !import_join(plan, *file, *joined++))
            return false;
    return true;
}

static bool carry_out(import_plan *plan, char **files)
{
    g_autofree lyh_event_id *joined = g_new0(lyh_event_id, g_strv_length(files));
    size_t count = 0;
    for (char **file = files; *file; file++)
        if (kind_of(*file) == KIND_JOURNAL)
            joined[count++] = import_id();
    lyh_event_id own = import_id();
    g_autofree char *at = cli_now();
    lyh_undo_step *step = lyh_undo_step_new(plan->folder, "import", at);
    bool is_written =
        keep_step(plan, step, own, joined, count) && write_all(plan, files, own, joined);
    if (!is_written)
        lyh_undo_step_give_up(step);
    lyh_undo_step_free(step);
    return is_written;
}

static bool show_plan(import_plan *plan)
{
    lyh_cli *cli = plan->cli;
    bool has_diff = cli->format == FORMAT_TEXT && plan->proposed;
    if (!has_diff)
        return cli_write_table(cli, plan->table);
    lyh_output *output = cli_output(cli);
    if (!output)
        return false;
    lyh_table_write_text(plan->table, cli->catalog, output);
    codebook_diff_tell(cli, lyh_study_codebook(plan->study), plan->proposed, output);
    return lyh_output_close(output, &cli->error);
}

static int import(import_plan *plan, char **files, const import_wishes *wishes)
{
    lyh_cli *cli = plan->cli;
    const lyh_codebook *codebook = lyh_study_codebook(plan->study);
    if (codebook && !exchange_coders_read(&plan->there, cli, plan->folder, codebook))
        return cli_finish(cli);
    if (!codebook) {
        plan->there.names = g_ptr_array_new_with_free_func(g_free);
        plan->there.files = g_ptr_array_new();
    }
    if (!plan_files(plan, files, wishes)) {
        if (cli->error.kind == LYH_ERROR_NONE)
            lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, plan->name);
        return cli_finish(cli);
    }
    if (!show_plan(plan))
        return cli_finish(cli);
    bool is_nothing = plan->writes->len == 0 && plan->events->len == 0;
    for (char **file = files; *file; file++)
        is_nothing &= kind_of(*file) != KIND_JOURNAL;
    if (is_nothing)
        cli_say(cli, "there is nothing in it that the study does not have");
    else if (!cli_agrees(cli,
                         N_("Take it in? Nothing that is there is written over. (ja/nej)")))
        cli_say(cli,
                "nothing has been changed; to take it in, give the command with --yes");
    else
        carry_out(plan, files);
    return cli_finish(cli);
}

/* ---- the command ---- */

static size_t refi_files(char **files)
{
    size_t count = 0;
    for (char **file = files; *file; file++)
        count += kind_of(*file) == KIND_REFI;
    return count;
}

static bool is_asked_rightly(const lyh_cli *cli, const import_wishes *wishes)
{
    if (!cli->arguments[0])
        cli_usage(cli,
                  "import wants a file, such as: lyhord import --into STUDY projekt.qdpx");
    else if (refi_files(cli->arguments) > 1)
        cli_usage(cli, "one project or codebook of REFI-QDA at a time");
    else if (wishes->positions && !lyh_refi_positions_knows(wishes->positions))
        cli_usage(cli,
                  "positions '%s' are unknown; write words with commas between, of points "
                  "or utf16, crlf1 or crlf2, bom or nobom, exclusive or inclusive",
                  wishes->positions);
    else
        return true;
    return false;
}

int cmd_import(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(import_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "allow-external", 0, 0, G_OPTION_ARG_FILENAME, &wishes.external,
          N_("read texts that lie outside the project, but only in this folder"),
          N_("FOLDER") },
        { "into", 0, 0, G_OPTION_ARG_FILENAME, &wishes.into,
          N_("the study that takes it in, instead of the one here"), N_("STUDY") },
        { "positions", 0, 0, G_OPTION_ARG_FILENAME, &wishes.positions,
          N_("what the project's positions count, such as utf16,inclusive"), N_("WORDS") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    cli->format = FORMAT_TEXT;
    if (!cli_parse(
            cli, argc, argv, "--into STUDY FILE…",
            N_("Take in codes, codings and transcripts from other programs and people"),
            own, &exit))
        return exit;
    if (!is_asked_rightly(cli, &wishes))
        return EXIT_USAGE;
    g_auto(GStrv) files = cli->arguments;
    cli->arguments = g_new0(char *, 2);
    cli->arguments[0] = g_strdup(wishes.into);
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, true);
    if (!study)
        return cli_finish(cli);
    g_auto(import_plan) plan;
    begin_plan(&plan, cli, study, inputs.folder);
    return import(&plan, files, &wishes);
}
