#include "log.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "versions.h"

/* Names that the format gives tell nothing of anybody. */
static const char *const known_names[] = {
    "codebook.csv",    "decisions.csv",   "guide.csv", "lyhord.ini",
    "questions.csv",   "respondents.csv", "study.db",  "survey.csv",
    "transcripts.csv", "variants.csv",    NULL,
};
static const char *const known_kinds[] = {
    ".csv", ".db",   ".doc", ".docx", ".ini", ".json", ".jsonl", ".md",  ".odt",  ".pdf",
    ".qdc", ".qdpx", ".rtf", ".sav",  ".srt", ".txt",  ".vtt",   ".xls", ".xlsx", NULL,
};

/* ---- options ---- */

static bool is_option(const GOptionEntry *entry, const char *word, size_t size)
{
    bool is_long = word[0] == '-' && word[1] == '-' &&
                   strlen(entry->long_name) == size - 2 &&
                   strncmp(word + 2, entry->long_name, size - 2) == 0;
    return is_long || (entry->short_name && size == 2 && word[0] == '-' &&
                       word[1] == entry->short_name);
}

static const char *option_in(const GOptionEntry *entries, const char *word)
{
    size_t size = strcspn(word, "=");
    for (const GOptionEntry *entry = entries; entry && entry->long_name; entry++)
        if (size >= 2 && is_option(entry, word, size))
            return entry->long_name;
    return NULL;
}

void log_note_options(lyh_cli *cli, int argc, char **argv, const GOptionEntry *own,
                      const GOptionEntry *everywhere)
{
    for (int i = 1; i < argc && g_strcmp0(argv[i], "--") != 0; i++) {
        const char *name = option_in(own, argv[i]);
        if (!name)
            name = option_in(everywhere, argv[i]);
        if (name && cli->option_count < G_N_ELEMENTS(cli->options))
            cli->options[cli->option_count++] = name;
    }
}

/* ---- the file ---- */

static const char *kind_of_file(const char *file)
{
    g_autofree char *name = g_path_get_basename(file);
    const char *dot = strrchr(name, '.');
    for (const char *const *known = known_names; *known; known++)
        if (strcmp(*known, name) == 0)
            return *known;
    for (const char *const *known = known_kinds; dot && *known; known++)
        if (g_ascii_strcasecmp(*known, dot) == 0)
            return *known;
    return "another file";
}

static void write_place(FILE *out, const lyh_diag *diag)
{
    if (!diag->file)
        return;
    fprintf(out, " in %s", kind_of_file(diag->file));
    if (diag->page > 0)
        fprintf(out, ", page %zu", diag->page);
    if (diag->paragraph > 0)
        fprintf(out, ", paragraph %zu, character %zu", diag->paragraph, diag->column);
    else if (diag->line > 0)
        fprintf(out, ", line %zu, column %zu", diag->line, diag->column);
}

static void write_diagnostics(FILE *out, const lyh_diags *diags)
{
    static const char *const severities[] = { "note", "warning", "error" };
    fprintf(out, "errors: %zu\nwarnings: %zu\n", lyh_diags_error_count(diags),
            lyh_diags_warning_count(diags));
    for (size_t i = 0; i < lyh_diags_count(diags); i++) {
        const lyh_diag *diag = lyh_diags_at(diags, i);
        fprintf(out, "%s: %s", severities[diag->severity], diag->code ? diag->code : "-");
        write_place(out, diag);
        fputc('\n', out);
    }
}

static void write_all(FILE *out, const lyh_cli *cli, int exit)
{
    static const char *const kinds[] = {
        [LYH_ERROR_NONE] = "none",
        [LYH_ERROR_DATA] = "data",
        [LYH_ERROR_IO] = "io",
        [LYH_ERROR_NO_INPUT] = "no input",
        [LYH_ERROR_BUSY] = "busy",
        [LYH_ERROR_CANNOT_CREATE] = "cannot create",
        [LYH_ERROR_NOT_ALLOWED] = "not allowed",
    };
    g_autofree char *words = g_strconcat(cli_dictionary(), ".dic", NULL);
    versions_write(out, cli);
    fprintf(out, "dictionary: %s\n", g_file_test(words, G_FILE_TEST_EXISTS) ? "yes" : "no");
    fprintf(out, "command: %s\noptions:", cli->command);
    for (size_t i = 0; i < cli->option_count; i++)
        fprintf(out, " %s", cli->options[i]);
    fprintf(out, "\nexit: %d\ntrouble: %s", exit, kinds[cli->error.kind]);
    if (cli->error.number != 0)
        fprintf(out, ", %s", g_strerror(cli->error.number));
    fputc('\n', out);
    write_diagnostics(out, cli->diags);
}

int log_write(lyh_cli *cli, int exit)
{
    char *bytes = NULL;
    size_t size = 0;
    lyh_error error = { 0 };
    if (!cli->log_path)
        return exit;
    FILE *out = open_memstream(&bytes, &size);
    if (out)
        write_all(out, cli, exit);
    bool is_written =
        out && fclose(out) == 0 && lyh_file_write(cli->log_path, bytes, size, &error);
    free(bytes);
    if (is_written)
        return exit;
    cli_say(cli, "the file of --log cannot be written; choose another place for it");
    return exit == EXIT_FINE ? EXIT_CANNOT_CREATE : exit;
}
