#include "codebook_diff.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../base/autoptr.h"

typedef struct lyh_difference difference_found;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(difference_found, lyh_difference_free)

static const char *const columns[] = {
    "kind",        "change",     "code",     "field",      "before", "after",
    "line_before", "line_after", "document", "respondent", "turn",   "start",
    "end",         "rule",       "codings",  "text",
};

/* ---- one row ---- */

static void write_text(cli_rows *rows, const char *text)
{
    rows_text(rows, text ? text : "");
}

static void write_number(cli_rows *rows, size_t number)
{
    if (number == LYH_NONE)
        rows_text(rows, "");
    else
        rows_number(rows, number);
}

void codebook_diff_write(const codebook_diff_view *view, const codebook_diff_row *row)
{
    cli_rows *rows = view->rows;
    write_text(rows, row->kind);
    write_text(rows, row->change);
    write_text(rows, row->code);
    write_text(rows, row->field);
    write_text(rows, row->before);
    write_text(rows, row->after);
    write_number(rows, row->line_before);
    write_number(rows, row->line_after);
    write_text(rows, row->document);
    write_text(rows, row->respondent);
    write_number(rows, row->turn);
    write_number(rows, row->start);
    write_number(rows, row->end);
    write_text(rows, row->rule);
    write_number(rows, row->codings);
    rows_bytes(rows, row->text ? row->text : "", row->text_size);
}

void codebook_diff_show(const codebook_diff_view *view, const char *text, size_t size)
{
    char *shown = lyh_text_shown(text, size, true);
    lyh_output_text(view->output, shown);
    free(shown);
}

static void show(const codebook_diff_view *view, const char *text)
{
    codebook_diff_show(view, text, strlen(text));
}

/* ---- which files these are ---- */

/* Of the bytes as they lie on disk: what sha256sum says, so that a version can be named anywhere. */
static char *hash_of(lyh_cli *cli, const char *word)
{
    g_autofree char *path = codebook_path(word);
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(path, LYH_MAX_TABLE, &bytes, &cli->error))
        return NULL;
    char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes.data,
                                             bytes.size);
    free(bytes.data);
    return hash;
}

static void write_file(const codebook_diff_view *view, const char *sign, const char *word,
                       const char *hash)
{
    lyh_output_printf(view->output, "%s ", sign);
    show(view, word);
    lyh_output_printf(view->output, "  sha256 %s\n", hash);
}

static bool write_files(const codebook_diff_view *view)
{
    g_autofree char *before = hash_of(view->cli, view->old_word);
    g_autofree char *after = hash_of(view->cli, view->new_word);
    if (!before || !after)
        return false;
    if (view->rows) {
        codebook_diff_row row = CODEBOOK_DIFF_ROW;
        row.kind = "file";
        row.field = "sha256";
        row.before = before;
        row.after = after;
        codebook_diff_write(view, &row);
    } else {
        write_file(view, "---", view->old_word, before);
        write_file(view, "+++", view->new_word, after);
    }
    return true;
}

/* ---- what changed ---- */

static const char *change_word(lyh_change_kind kind)
{
    static const char *const words[] = {
        [LYH_CODE_ADDED] = "added",     [LYH_CODE_REMOVED] = "removed",
        [LYH_CODE_RENAMED] = "renamed", [LYH_FIELD_CHANGED] = "changed",
        [LYH_RULE_ADDED] = "added",     [LYH_RULE_REMOVED] = "removed",
    };
    return words[kind];
}

static const char *code_name(const codebook_diff_view *view, const lyh_change *change)
{
    return change->new_code != LYH_NONE
               ? lyh_codebook_code(view->after, change->new_code)->name
               : lyh_codebook_code(view->before, change->old_code)->name;
}

static size_t line_of(lyh_place place)
{
    return place.source ? lyh_source_line(place.source, place.start) : LYH_NONE;
}

/* A rule that changed, and the change of it that is told. */
typedef struct alternatives_told {
    const codebook_diff_view *view;
    const lyh_change *change; /* the side that came */
    size_t line_before, count;
} alternatives_told;

static void write_alternative(void *user, bool is_new, const char *text)
{
    const alternatives_told *told = user;
    codebook_diff_row row = CODEBOOK_DIFF_ROW;
    row.kind = "alternative";
    row.change = is_new ? "added" : "removed";
    row.code = code_name(told->view, told->change);
    row.field = lyh_field_name(told->change->field);
    row.before = is_new ? "" : text;
    row.after = is_new ? text : "";
    row.line_before = told->line_before;
    row.line_after = line_of(told->change->new_place);
    row.rule = told->change->after;
    codebook_diff_write(told->view, &row);
}

static void show_alternative(void *user, bool is_new, const char *text)
{
    alternatives_told *told = user;
    lyh_output_text(told->view->output, told->count++ > 0 ? " | " : " ");
    lyh_output_text(told->view->output, is_new ? "+" : "−");
    show(told->view, text);
}

/* Of a long line of alternatives: only what came and what went. */
static void tell_alternatives(const codebook_diff_view *view, size_t index)
{
    const lyh_change *change = lyh_difference_at(view->difference, index);
    alternatives_told told = {
        .view = view,
        .change = change,
        .line_before =
            line_of(lyh_difference_at(view->difference, change->pair)->old_place),
    };
    lyh_difference_alternatives(view->difference, index,
                                view->rows ? write_alternative : show_alternative, &told);
    if (view->output && told.count == 0)
        lyh_output_printf(view->output, " %s",
                          lyh_tr(view->cli->catalog, "the same, written in another way"));
}

static void show_changed_rule(const codebook_diff_view *view, size_t index)
{
    const lyh_change *change = lyh_difference_at(view->difference, index);
    g_autofree char *line =
        g_strdup_printf(lyh_tr(view->cli->catalog, "line %zu"), line_of(change->new_place));
    lyh_output_printf(view->output, "~%s (%s): …", lyh_field_heading(change->field), line);
    tell_alternatives(view, index);
    lyh_output_text(view->output, "\n");
}

static void write_change(const codebook_diff_view *view, size_t index)
{
    const lyh_change *change = lyh_difference_at(view->difference, index);
    bool is_rule = change->kind == LYH_RULE_ADDED || change->kind == LYH_RULE_REMOVED;
    codebook_diff_row row = CODEBOOK_DIFF_ROW;
    row.kind = is_rule ? "rule" : "code";
    row.change = change_word(change->kind);
    row.code = code_name(view, change);
    row.field = lyh_field_name(change->field);
    row.before = change->before;
    row.after = change->after;
    row.line_before = line_of(change->old_place);
    row.line_after = line_of(change->new_place);
    codebook_diff_write(view, &row);
    if (change->kind == LYH_RULE_ADDED && change->pair != LYH_NONE)
        tell_alternatives(view, index);
}

static void show_side(const codebook_diff_view *view, char sign, lyh_field field,
                      const char *text)
{
    if (*text == '\0')
        return;
    lyh_output_printf(view->output, "%c%s: ", sign, lyh_field_heading(field));
    show(view, text);
    lyh_output_text(view->output, "\n");
}

/* Its heading, when @change is the first of its code. */
static void show_code(const codebook_diff_view *view, const lyh_change *change,
                      const lyh_change *last)
{
    if (last && last->new_code == change->new_code && last->old_code == change->old_code)
        return;
    lyh_output_text(view->output, "\n@@ ");
    show(view, code_name(view, change));
    lyh_output_text(view->output, " @@\n");
}

/* A rule that changed is told once, in the place of what it was. */
static void show_change(const codebook_diff_view *view, size_t index)
{
    const lyh_change *change = lyh_difference_at(view->difference, index);
    if (change->pair == LYH_NONE) {
        show_side(view, '-', change->field, change->before);
        show_side(view, '+', change->field, change->after);
    } else if (change->kind == LYH_RULE_REMOVED) {
        show_changed_rule(view, change->pair);
    }
}

static void write_changes(const codebook_diff_view *view)
{
    const lyh_change *last = NULL;
    for (size_t i = 0; i < lyh_difference_count(view->difference); i++) {
        const lyh_change *change = lyh_difference_at(view->difference, i);
        if (view->rows) {
            write_change(view, i);
            continue;
        }
        show_code(view, change, last);
        show_change(view, i);
        last = change;
    }
    if (view->output && !last)
        lyh_output_printf(view->output, "\n%s\n",
                          lyh_tr(view->cli->catalog, "The codebooks say the same."));
}

/* ---- the command ---- */

static bool write_all(const codebook_diff_view *view, lyh_study *study, const char *folder)
{
    if (!write_files(view))
        return false;
    write_changes(view);
    return !study || (codebook_diff_segments(view, study) &&
                      (!folder || codebook_diff_orphans(view, folder)));
}

void codebook_diff_tell(lyh_cli *cli, const lyh_codebook *before, const lyh_codebook *after,
                        lyh_output *output)
{
    g_autoptr(difference_found) difference = lyh_difference_new(before, after);
    const codebook_diff_view view = { .cli = cli,
                                      .before = before,
                                      .after = after,
                                      .difference = difference,
                                      .output = output };
    write_changes(&view);
}

static void diff(codebook_diff_view *view, lyh_study *study, const cli_inputs *inputs)
{
    lyh_cli *cli = view->cli;
    g_autoptr(difference_found) difference = lyh_difference_new(view->before, view->after);
    view->difference = difference;
    if (cli->format == FORMAT_TEXT)
        view->output = cli_output(cli);
    else
        view->rows = rows_new(cli, columns, G_N_ELEMENTS(columns));
    if (!view->output && !view->rows)
        return;
    bool is_whole = write_all(view, study, inputs->folder);
    if (is_whole && view->rows)
        rows_close(view->rows);
    else if (is_whole)
        lyh_output_close(view->output, &cli->error);
    else if (view->rows)
        rows_discard(view->rows);
    else
        lyh_output_discard(view->output);
}

/* What stands behind the codebooks names a study or transcripts; nothing need stand there. */
static void run(lyh_cli *cli, cli_inputs *inputs)
{
    g_autofree char *old_word = cli_take_word(cli), *new_word = cli_take_word(cli);
    g_autoptr(lyh_codebook) before = codebook_read(cli, old_word);
    g_autoptr(lyh_codebook) own = NULL;
    g_autoptr(lyh_study) study = NULL;
    bool has_study = cli->arguments[0] != NULL;
    inputs->codebook = codebook_path(new_word);
    if (has_study)
        study = cli_study(cli, inputs, false);
    else
        own = codebook_read(cli, new_word);
    codebook_diff_view view = { .cli = cli, .old_word = old_word, .new_word = new_word };
    view.before = before;
    view.after = study ? lyh_study_codebook(study) : own;
    if (view.before && view.after)
        diff(&view, study, inputs);
}

int codebook_diff(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    const GOptionEntry own[] = {
        { "allow-missing", 0, 0, G_OPTION_ARG_NONE, &inputs.allow_missing,
          N_("a transcript whose person is in no list is no error"), NULL },
        { "roles", 0, 0, G_OPTION_ARG_FILENAME, &inputs.roles,
          N_("respondent, or all to match everybody's turns"), N_("ROLES") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    cli->format = FORMAT_TEXT;
    if (!cli_parse(
            cli, argc, argv, "OLD NEW [STUDY | FILE…]",
            N_("Tell what changed between two codebooks, and which segments it touches"),
            own, &exit))
        return exit;
    if (!cli->arguments[0] || !cli->arguments[1])
        return cli_usage(cli, "codebook diff wants two codebooks, the older one first");
    if (!cli_knows_roles(cli, inputs.roles))
        return EXIT_USAGE;
    run(cli, &inputs);
    return cli_finish(cli);
}
