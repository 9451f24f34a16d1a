#include <stdlib.h>
#include <string.h>

#include <lyhord/study/codings.h>

#include "agree.h"

static void free_table(gpointer table)
{
    lyh_csv_free(table);
}

static void free_file(gpointer file)
{
    lyh_codings_file_free(file);
}

static void init(agree_coders *coders)
{
    coders->paths = g_ptr_array_new_with_free_func(g_free);
    coders->tables = g_ptr_array_new_with_free_func(free_table);
    coders->files = g_ptr_array_new_with_free_func(free_file);
}

void agree_coders_clear(agree_coders *coders)
{
    g_clear_pointer(&coders->files, g_ptr_array_unref);
    g_clear_pointer(&coders->tables, g_ptr_array_unref);
    g_clear_pointer(&coders->paths, g_ptr_array_unref);
    g_clear_pointer(&coders->made, lyh_codebook_free);
    g_clear_pointer(&coders->source, lyh_source_free);
}

/* ---- which files ---- */

/* The study in whose codings/ @path lies, g_free(), or NULL. */
static char *study_around(const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *inside = g_path_get_dirname(whole);
    g_autofree char *name = g_path_get_basename(inside);
    g_autofree char *folder = g_path_get_dirname(inside);
    g_autofree char *ini = g_build_filename(folder, "lyhord.ini", NULL);
    bool is_there = strcmp(name, "codings") == 0 && g_file_test(ini, G_FILE_TEST_EXISTS);
    return is_there ? g_steal_pointer(&folder) : NULL;
}

static char *study_here(void)
{
    char *found = lyh_study_find(".");
    char *folder = g_strdup(found);
    free(found);
    return folder;
}

char *agree_coders_take(agree_coders *coders, char *const *arguments)
{
    init(coders);
    char *folder = NULL;
    for (char *const *word = arguments; *word; word++) {
        if (word == arguments && g_file_test(*word, G_FILE_TEST_IS_DIR))
            folder = g_strdup(*word);
        else
            g_ptr_array_add(coders->paths, g_strdup(*word));
    }
    for (guint i = 0; !folder && i < coders->paths->len; i++)
        folder = study_around(coders->paths->pdata[i]);
    return folder ? folder : study_here();
}

void agree_coders_take_all(agree_coders *coders, const char *folder, lyh_diags *diags,
                           lyh_error *error)
{
    char **sets = lyh_study_codings_list(folder, diags, error);
    coders->are_sets = true;
    for (char **set = sets; set && *set; set++)
        if (!g_str_has_suffix(*set, "/gemensam.csv"))
            g_ptr_array_add(coders->paths, g_strdup(*set));
    lyh_study_codings_list_free(sets);
}

/* ---- what they hold ---- */

static void open_tables(agree_coders *coders, lyh_diags *diags, lyh_error *error)
{
    for (guint i = 0; i < coders->paths->len; i++) {
        lyh_error trouble = { 0 };
        const char *path = coders->paths->pdata[i];
        lyh_csv *table = coders->are_sets ? lyh_study_codings_open(path, LYH_SOURCE_TABLE,
                                                                   diags, &trouble)
                                          : lyh_csv_open(path, diags, &trouble);
        if (table)
            g_ptr_array_add(coders->tables, table);
        else if (error->kind == LYH_ERROR_NONE || error->kind == LYH_ERROR_DATA)
            *error = trouble;
    }
}

const lyh_codebook *agree_coders_read(agree_coders *coders, const lyh_codebook *codebook,
                                      lyh_diags *diags, lyh_error *error)
{
    size_t errors = lyh_diags_error_count(diags);
    open_tables(coders, diags, error);
    if (!codebook)
        codebook = coders->made =
            lyh_agreement_codebook((const lyh_csv *const *)coders->tables->pdata,
                                   coders->tables->len, &coders->source, diags);
    for (guint i = 0; codebook && i < coders->tables->len; i++) {
        lyh_codings_file *file =
            lyh_codings_file_read(coders->tables->pdata[i], codebook, diags);
        if (!file)
            continue;
        coders->tables->pdata[i] = NULL;
        g_ptr_array_add(coders->files, file);
    }
    bool is_fine = lyh_diags_error_count(diags) == errors && error->kind == LYH_ERROR_NONE;
    return is_fine ? codebook : NULL;
}

void agree_coders_join(const agree_coders *coders, lyh_agreement *agreement,
                       lyh_diags *diags)
{
    for (guint i = 0; i < coders->files->len; i++) {
        char *name = lyh_ingest_name(coders->paths->pdata[i]);
        lyh_agreement_add_file(agreement, coders->files->pdata[i], name, diags);
        free(name);
    }
    size_t count = lyh_agreement_coder_count(agreement);
    if (count < 2 && lyh_diags_error_count(diags) == 0)
        lyh_diags_error(diags, "agree-coder", lyh_place_none(),
                        "agreement takes two coders, and there are %zu; name the file of "
                        "each, or put them in the study's codings/ (gemensam.csv is what "
                        "they decided together, and no coder's own)",
                        count);
}
