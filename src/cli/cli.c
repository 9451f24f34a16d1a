#include "cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <lyhord/base/text.h>
#include <lyhord/table/sav.h>
#include <lyhord/table/xlsx.h>

#include "holder.h"
#include "trouble.h"

const cli_command *cli_command_find(const cli_command *among, size_t count,
                                    const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(among[i].name, name) == 0)
            return &among[i];
    return NULL;
}

G_GNUC_PRINTF(2, 0)
static void say(const lyh_cli *cli, const char *format, va_list arguments)
{
    g_autofree char *message = g_strdup_vprintf(lyh_tr(cli->messages, format), arguments);
    char *shown = lyh_text_shown(message, strlen(message), true);
    fprintf(stderr, "lyhord: %s\n", shown);
    free(shown);
}

void cli_say(const lyh_cli *cli, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(cli, format, arguments);
    va_end(arguments);
}

int cli_usage(const lyh_cli *cli, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(cli, format, arguments);
    va_end(arguments);
    return EXIT_USAGE;
}

static const char *trouble_of(lyh_error_kind kind)
{
    switch (kind) {
    case LYH_ERROR_NO_INPUT:
        return N_("cannot be read");
    case LYH_ERROR_CANNOT_CREATE:
        return N_("cannot be written there");
    case LYH_ERROR_IO:
        return N_("reading or writing failed half-way, nothing was changed");
    default:
        return N_("did not work");
    }
}

static int exit_code_of(lyh_error_kind kind)
{
    switch (kind) {
    case LYH_ERROR_NONE:
        return EXIT_FINE;
    case LYH_ERROR_DATA:
        return EXIT_DATA;
    case LYH_ERROR_NO_INPUT:
        return EXIT_NO_INPUT;
    case LYH_ERROR_BUSY:
        return EXIT_BUSY;
    case LYH_ERROR_CANNOT_CREATE:
        return EXIT_CANNOT_CREATE;
    case LYH_ERROR_IO:
        return EXIT_IO;
    case LYH_ERROR_NOT_ALLOWED:
        return EXIT_NOT_ALLOWED;
    }
    return EXIT_BUG;
}

static void say_busy(const lyh_cli *cli)
{
    g_autofree char *message = holder_tell(cli, cli->error.path);
    char *shown = lyh_text_shown(message, strlen(message), true);
    fprintf(stderr, "%s\n", shown);
    free(shown);
}

/* Errors in people's files have been said as diagnostics; the machine's have not. */
static void say_error(const lyh_cli *cli)
{
    const lyh_error *error = &cli->error;
    bool is_said = error->kind == LYH_ERROR_NONE || error->kind == LYH_ERROR_NOT_ALLOWED ||
                   (error->kind == LYH_ERROR_DATA && error->number != EFBIG);
    /* Nothing was named: a diagnostic has told what there should have been. */
    bool is_nowhere = error->kind == LYH_ERROR_NO_INPUT && !*error->path;
    if (is_said || is_nowhere)
        return;
    if (error->kind == LYH_ERROR_BUSY && g_str_has_suffix(error->path, ".db")) {
        say_busy(cli);
        return;
    }
    const char *reason = error->number ? trouble_reason(error->number, cli->messages)
                                       : lyh_tr(cli->messages, "it is not a regular file");
    g_autofree char *message = NULL;
    if (error->number == EFBIG)
        message =
            g_strdup_printf("%s: %s", error->path,
                            lyh_tr(cli->messages, "the file is larger than can be read"));
    else
        message = g_strdup_printf("%s: %s: %s", error->path,
                                  lyh_tr(cli->messages, trouble_of(error->kind)), reason);
    char *shown = lyh_text_shown(message, strlen(message), true);
    fprintf(stderr, "%s\n", shown);
    free(shown);
}

/* Where each kind of diagnostic is explained is said at the first of its kind. */
static void say_diagnostics(const lyh_cli *cli)
{
    g_autoptr(GHashTable) explained = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_diags_count(cli->diags); i++) {
        const lyh_diag *diag = lyh_diags_at(cli->diags, i);
        if (cli->is_quiet && diag->severity != LYH_SERIOUS)
            continue;
        char *shown = lyh_diag_shown(diag, cli->messages, cli->shows_text);
        fputs(shown, stderr);
        free(shown);
        if (diag->code && g_hash_table_add(explained, (char *)diag->code))
            fprintf(stderr, "  → lyhord help %s\n", diag->code);
    }
}

static void say_what_was_left_out(const lyh_cli *cli)
{
    size_t said = MIN(lyh_diags_error_count(cli->diags), LYH_DIAGS_MAX);
    size_t left = lyh_diags_error_count(cli->diags) - said;
    if (left > 0)
        cli_say(cli, "%zu more errors are not shown", left);
}

int cli_finish(lyh_cli *cli)
{
    say_diagnostics(cli);
    say_what_was_left_out(cli);
    say_error(cli);
    if (cli->is_misused)
        return EXIT_USAGE;
    if (cli->error.kind != LYH_ERROR_NONE)
        return exit_code_of(cli->error.kind);
    return lyh_diags_error_count(cli->diags) > 0 ? EXIT_DATA : EXIT_FINE;
}

lyh_output *cli_output(lyh_cli *cli)
{
    return cli->output_path ? lyh_output_to_file(cli->output_path, &cli->error)
                            : lyh_output_to_descriptor(STDOUT_FILENO, "stdout");
}

/* A workbook is made in a folder of its own beside the file it becomes, where nobody else reads. */
static bool write_workbook(lyh_cli *cli, const lyh_table *table, lyh_output *output)
{
    g_autofree char *beside = g_path_get_dirname(cli->output_path);
    g_autofree char *folder = g_build_filename(beside, ".lyhord-XXXXXX", NULL);
    if (!g_mkdtemp(folder))
        return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, errno, beside);
    bool is_fine = lyh_table_write_xlsx(table, cli->catalog, folder, output, &cli->error);
    g_rmdir(folder);
    return is_fine;
}

static bool has_file_where_it_needs_one(lyh_cli *cli)
{
    if ((cli->format != FORMAT_XLSX && cli->format != FORMAT_SAV) || cli->output_path)
        return true;
    cli_usage(cli, "xlsx and sav are written into a file; name it with -o FILE");
    cli->is_misused = true;
    return false;
}

bool cli_write_table(lyh_cli *cli, const lyh_table *table)
{
    if (!has_file_where_it_needs_one(cli))
        return false;
    lyh_output *output = cli_output(cli);
    if (!output)
        return false;
    bool is_whole = true;
    switch (cli->format) {
    case FORMAT_CSV:
        lyh_table_write_csv(table, cli->style, output);
        break;
    case FORMAT_JSON:
        lyh_table_write_json(table, output);
        break;
    case FORMAT_TEXT:
        lyh_table_write_text(table, cli->catalog, output);
        break;
    case FORMAT_MARKDOWN:
        lyh_table_write_markdown(table, cli->catalog, output);
        break;
    case FORMAT_LATEX:
        lyh_table_write_latex(table, cli->catalog, output);
        break;
    case FORMAT_XLSX:
        is_whole = write_workbook(cli, table, output);
        break;
    case FORMAT_SAV:
        is_whole = lyh_table_write_sav(table, cli->catalog, output) ||
                   lyh_error_set(&cli->error, LYH_ERROR_DATA, EFBIG, cli->output_path);
        break;
    case FORMAT_UNSAID:
        g_assert_not_reached();
    }
    if (is_whole)
        return lyh_output_close(output, &cli->error);
    lyh_output_discard(output);
    return false;
}

int cli_finish_with_table(lyh_cli *cli, const lyh_table *table)
{
    cli_write_table(cli, table);
    return cli_finish(cli);
}
