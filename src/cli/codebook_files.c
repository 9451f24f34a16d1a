/* Codebooks as people name them on the command line. */
#include <string.h>

#include "../base/autoptr.h"
#include "codebook.h"

char *codebook_path(const char *word)
{
    return g_file_test(word, G_FILE_TEST_IS_DIR)
               ? g_build_filename(word, "codebook.csv", NULL)
               : g_strdup(word);
}

bool codebook_is(const char *path)
{
    static const char *const others[] = { "text|svar|replik", "document|dokument",
                                          "talare|speaker", "respondent" };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_autoptr(lyh_csv) csv =
        g_str_has_suffix(path, ".csv") ? lyh_csv_open(path, unsaid, &error) : NULL;
    if (!csv || lyh_csv_find(csv, "kod|code") == LYH_NONE)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (lyh_csv_find(csv, others[i]) != LYH_NONE)
            return false;
    return true;
}

lyh_codebook *codebook_read(lyh_cli *cli, const char *word)
{
    g_autofree char *path = codebook_path(word);
    lyh_csv *csv = lyh_csv_open(path, cli->diags, &cli->error);
    lyh_codebook *book = csv ? lyh_codebook_read(csv, cli->diags) : NULL;
    if (csv && !book) {
        lyh_csv_free(csv);
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, path);
    }
    return book;
}

char *codebook_study_of(const char *word)
{
    g_autofree char *path = codebook_path(word);
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *name = g_path_get_basename(whole);
    g_autofree char *folder = g_path_get_dirname(whole);
    g_autofree char *ini = g_build_filename(folder, "lyhord.ini", NULL);
    bool is_of_a_study =
        strcmp(name, "codebook.csv") == 0 && g_file_test(ini, G_FILE_TEST_IS_REGULAR);
    return is_of_a_study ? g_steal_pointer(&folder) : NULL;
}
