#include <stdlib.h>
#include <string.h>

#include <lyhord/study/codings.h>

#include "exchange.h"

static void free_file(gpointer file)
{
    lyh_codings_file_free(file);
}

void exchange_coders_clear(exchange_coders *coders)
{
    g_clear_pointer(&coders->files, g_ptr_array_unref);
    g_clear_pointer(&coders->names, g_ptr_array_unref);
}

/* The first trouble of the machine is kept; mistakes in files are diagnostics anyway. */
static void read_set(exchange_coders *coders, lyh_cli *cli, const char *path,
                     const lyh_codebook *codebook)
{
    lyh_csv *csv = lyh_study_codings_open(path, LYH_SOURCE_TABLE, cli->diags, &cli->error);
    lyh_codings_file *file = csv ? lyh_codings_file_read(csv, codebook, cli->diags) : NULL;
    if (file) {
        char *name = lyh_ingest_name(path);
        g_ptr_array_add(coders->names, g_strdup(name));
        g_ptr_array_add(coders->files, file);
        free(name);
        return;
    }
    lyh_csv_free(csv);
    if (cli->error.kind == LYH_ERROR_NONE)
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, path);
}

bool exchange_coders_read(exchange_coders *coders, lyh_cli *cli, const char *folder,
                          const lyh_codebook *codebook)
{
    coders->names = g_ptr_array_new_with_free_func(g_free);
    coders->files = g_ptr_array_new_with_free_func(free_file);
    char **paths = lyh_study_codings_list(folder, cli->diags, &cli->error);
    for (char **path = paths; path && *path; path++)
        read_set(coders, cli, *path, codebook);
    lyh_study_codings_list_free(paths);
    return paths && cli->error.kind == LYH_ERROR_NONE;
}

lyh_journal *exchange_journal(lyh_cli *cli, const char *folder, lyh_journal_mode mode)
{
    g_autofree char *path = g_build_filename(folder, "study.db", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return NULL;
    return lyh_journal_open(path, mode, cli->diags, &cli->error);
}

lyh_tokens *exchange_tokens(lyh_study *study, const lyh_document *document)
{
    lyh_tokens *tokens = lyh_tokens_new();
    lyh_tokens_read(tokens, document, lyh_study_vocabulary(study));
    return tokens;
}
