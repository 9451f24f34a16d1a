#include <stdlib.h>
#include <string.h>

#include <lyhord/corpus/respondents.h>

#include "agree.h"

struct agree_list {
    lyh_csv *csv;
    GPtrArray *rows;     /* agree_listed * */
    GHashTable *by_name; /* document (owned by the row) -> agree_listed */
};

enum { COLUMN_DOCUMENT, COLUMN_FILE, COLUMN_CODERS, COLUMN_COUNT };

static const lyh_csv_column columns[COLUMN_COUNT] = {
    [COLUMN_DOCUMENT] = { "document|dokument", true },
    [COLUMN_FILE] = { "file|fil", false },
    [COLUMN_CODERS] = { "coders|kodare", false },
};

static void free_listed(gpointer row)
{
    agree_listed *listed = row;
    free(listed->document);
    g_free(listed->path);
    g_free(listed->coders);
    g_free(listed->reads);
    g_free(listed);
}

void agree_list_free(agree_list *list)
{
    if (!list)
        return;
    g_hash_table_unref(list->by_name);
    g_ptr_array_unref(list->rows);
    lyh_csv_free(list->csv);
    g_free(list);
}

/* A file is named from where the list lies, or from where the command stands. */
static char *path_from(const char *list, const char *file)
{
    if (*file == '\0')
        return NULL;
    g_autofree char *folder = g_path_get_dirname(list);
    char *beside =
        g_path_is_absolute(file) ? g_strdup(file) : g_build_filename(folder, file, NULL);
    if (g_file_test(beside, G_FILE_TEST_EXISTS) || !g_file_test(file, G_FILE_TEST_EXISTS))
        return beside;
    g_free(beside);
    return g_strdup(file);
}

static void read_row(agree_list *list, size_t row, const size_t *found, const char *path,
                     lyh_diags *diags)
{
    agree_listed *listed = g_new0(agree_listed, 1);
    listed->document = lyh_id_clean(lyh_csv_cell(list->csv, row, found[COLUMN_DOCUMENT]));
    listed->path = path_from(path, lyh_csv_cell(list->csv, row, found[COLUMN_FILE]));
    listed->coders = g_strdup(lyh_csv_cell(list->csv, row, found[COLUMN_CODERS]));
    listed->place = lyh_csv_place(list->csv, row, found[COLUMN_DOCUMENT]);
    g_ptr_array_add(list->rows, listed);
    if (*listed->document == '\0')
        lyh_diags_error(diags, "agree-documents", listed->place,
                        "the row names no document; write the transcript's file name "
                        "without its ending");
    else if (!g_hash_table_insert(list->by_name, listed->document, listed))
        lyh_diags_error(diags, "agree-documents", listed->place,
                        "'%s' is in the list twice; take one row out", listed->document);
}

agree_list *agree_list_read(const char *path, lyh_diags *diags, lyh_error *error)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(agree_list) list = g_new0(agree_list, 1);
    list->rows = g_ptr_array_new_with_free_func(free_listed);
    list->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    list->csv = lyh_csv_open(path, diags, error);
    size_t found[COLUMN_COUNT];
    if (!list->csv ||
        !lyh_csv_find_all(list->csv, columns, COLUMN_COUNT, false, found, diags))
        return NULL;
    for (size_t row = 0; row < lyh_csv_row_count(list->csv); row++)
        read_row(list, row, found, path, diags);
    return lyh_diags_error_count(diags) == errors ? g_steal_pointer(&list) : NULL;
}

size_t agree_list_count(const agree_list *list)
{
    return list->rows->len;
}

agree_listed *agree_list_at(const agree_list *list, size_t index)
{
    return list->rows->pdata[index];
}

agree_listed *agree_list_find(const agree_list *list, const char *document)
{
    g_autofree char *name = lyh_id_clean(document);
    return g_hash_table_lookup(list->by_name, name);
}

static void set_reader(agree_listed *listed, const char *name,
                       const lyh_agreement *agreement, lyh_diags *diags)
{
    size_t coder = lyh_agreement_find_coder(agreement, name);
    if (coder != LYH_NONE)
        listed->reads[coder] = true;
    else
        lyh_diags_error(
            diags, "agree-documents", listed->place,
            "'%s' is none of the coders; a coder is called as the file, without "
            "its ending",
            name);
}

void agree_list_set_readers(const agree_list *list, const lyh_agreement *agreement,
                            lyh_diags *diags)
{
    for (guint i = 0; i < list->rows->len; i++) {
        agree_listed *listed = list->rows->pdata[i];
        if (*listed->coders == '\0')
            continue;
        listed->reads = g_new0(bool, lyh_agreement_coder_count(agreement));
        g_auto(GStrv) names = g_strsplit(listed->coders, "|", -1);
        for (char **name = names; *name; name++)
            set_reader(listed, g_strstrip(*name), agreement, diags);
    }
}
