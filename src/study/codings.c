#include <lyhord/study/codings.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/store/codings_set.h>

#include "../base/autoptr.h"
#include "../base/listing.h"
#include "codings.h"

char *codings_store(const char *folder)
{
    g_autofree char *path = folder ? g_build_filename(folder, "study.db", NULL) : NULL;
    return path && g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

static char *path_of(const char *folder, const char *coder)
{
    g_autofree char *name = g_strconcat(coder, ".csv", NULL);
    return g_build_filename(folder, "codings", name, NULL);
}

static gint by_bytes(gconstpointer one, gconstpointer two)
{
    return strcmp(*(const char *const *)one, *(const char *const *)two);
}

GPtrArray *codings_of_journal(const char *folder, lyh_journal *journal, lyh_error *error)
{
    g_autoptr(lyh_stored_names) coders = lyh_journal_coders(journal, error);
    if (!coders)
        return NULL;
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < lyh_stored_names_count(coders); i++)
        g_ptr_array_add(paths, path_of(folder, lyh_stored_names_at(coders, i)));
    g_ptr_array_sort(paths, by_bytes);
    return paths;
}

/* Names that a dot hides, or a ~ marks as left over by an editor, are nobody's. */
GPtrArray *codings_files(const char *folder)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *inside = folder ? g_build_filename(folder, "codings", NULL) : NULL;
    g_autoptr(GPtrArray) names = listing_ending(inside, ".csv");
    for (guint i = 0; i < names->len; i++)
        if (*(const char *)names->pdata[i] != '~')
            g_ptr_array_add(paths, g_build_filename(inside, names->pdata[i], NULL));
    return paths;
}

GPtrArray *codings_paths(const char *folder, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *store = codings_store(folder);
    if (!store)
        return codings_files(folder);
    g_autoptr(lyh_journal) journal =
        lyh_journal_open(store, LYH_JOURNAL_READ, diags, error);
    return journal ? codings_of_journal(folder, journal, error) : NULL;
}

char **lyh_study_codings_list(const char *folder, lyh_diags *diags, lyh_error *error)
{
    GPtrArray *paths = codings_paths(folder, diags, error);
    if (!paths)
        return NULL;
    g_ptr_array_add(paths, NULL);
    return (char **)g_ptr_array_free(paths, FALSE);
}

void lyh_study_codings_list_free(char **paths)
{
    g_strfreev(paths);
}

/* A base that is short of interviews nobody came to talk about would say too much of the others. */
void codings_tell_undecided(const char *path, lyh_diags *diags)
{
    g_autofree char *inside = g_path_get_dirname(path);
    g_autofree char *folder = g_path_get_dirname(inside);
    g_autofree char *store = codings_store(folder);
    lyh_error error = { 0 };
    if (!store || !g_str_has_suffix(path, "/" LYH_TOGETHER ".csv"))
        return;
    g_autoptr(lyh_journal) journal =
        lyh_journal_open(store, LYH_JOURNAL_READ, diags, &error);
    g_autoptr(lyh_stored_names) names =
        journal ? lyh_journal_undecided(journal, &error) : NULL;
    size_t count = names ? lyh_stored_names_count(names) : 0;
    if (count > 0)
        lyh_diags_warning(
            diags, "codings-undecided", lyh_place_file(store),
            lyh_trn(
                lyh_diags_catalog(diags),
                "%zu document is coded, but nothing of it has been decided together, so "
                "nothing of it is counted ('%s')",
                "%zu documents are coded, but nothing of them has been decided together, "
                "so nothing of them is counted (the first: '%s')",
                count),
            count, lyh_stored_names_at(names, 0));
}

/* ---- reading ---- */

char *codings_bytes(lyh_journal *journal, const char *coder, lyh_csv_style style,
                    size_t *size, lyh_error *error)
{
    lyh_output *output = lyh_output_to_memory();
    if (lyh_codings_set_write(journal, coder, output, style, error))
        return lyh_output_take(output, size);
    lyh_output_discard(output);
    return NULL;
}

/* Messages name the set as the journal's: a file of that name may say otherwise. */
lyh_csv *lyh_study_codings_of(lyh_journal *journal, const char *coder, lyh_source_kind kind,
                              lyh_diags *diags, lyh_error *error)
{
    size_t size;
    const char *store = lyh_journal_path(journal);
    char *bytes = codings_bytes(journal, coder, LYH_CSV_SWEDISH, &size, error);
    if (!bytes)
        return NULL;
    g_autofree char *name = g_strdup_printf("%s (%s)", store, coder);
    lyh_source *source = lyh_source_from_bytes(name, kind, bytes, size, diags);
    free(bytes);
    lyh_csv *csv = source ? lyh_csv_take(source, diags) : NULL;
    if (!csv)
        lyh_error_set(error, LYH_ERROR_DATA, 0, store);
    return csv;
}

static lyh_csv *open_file(const char *path, lyh_source_kind kind, lyh_diags *diags,
                          lyh_error *error)
{
    lyh_source *source = lyh_source_read(path, kind, diags, error);
    lyh_csv *csv = source ? lyh_csv_take(source, diags) : NULL;
    if (source && !csv)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return csv;
}

lyh_csv *lyh_study_codings_open(const char *path, lyh_source_kind kind, lyh_diags *diags,
                                lyh_error *error)
{
    g_autofree char *inside = g_path_get_dirname(path);
    g_autofree char *folder = g_path_get_dirname(inside);
    g_autofree char *store = codings_store(folder);
    if (!store)
        return open_file(path, kind, diags, error);
    g_autofree char *coder = g_path_get_basename(path);
    if (g_str_has_suffix(coder, ".csv"))
        coder[strlen(coder) - strlen(".csv")] = '\0';
    g_autoptr(lyh_journal) journal =
        lyh_journal_open(store, LYH_JOURNAL_READ, diags, error);
    return journal ? lyh_study_codings_of(journal, coder, kind, diags, error) : NULL;
}
