#include "rows.h"

table_file *table_file_open(const char *path, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(table_file) file = g_new0(table_file, 1);
    file->path = g_strdup(path);
    file->source = lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, diags, error);
    file->csv = file->source ? lyh_csv_read(file->source, diags) : NULL;
    if (file->csv && error->kind == LYH_ERROR_NONE) {
        file->edit = lyh_csv_edit_new(file->csv);
        return g_steal_pointer(&file);
    }
    if (error->kind == LYH_ERROR_NONE)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return NULL;
}

void table_file_free(table_file *file)
{
    if (!file)
        return;
    lyh_csv_edit_free(file->edit);
    lyh_csv_free(file->csv);
    lyh_source_free(file->source);
    g_free(file->path);
    g_free(file->replaces);
    g_free(file);
}
