#include "rows.h"

#include <stdlib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static bool needs_mark(const char *path, const lyh_source *source, lyh_error *error)
{
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_file_read(path, LYH_MAX_TABLE, &bytes, error))
        return false;
    bool has_mark = bytes.size >= 3 && memcmp(bytes.data, BYTE_ORDER_MARK, 3) == 0;
    bool is_utf8 = bytes.size == lyh_source_size(source) &&
                   memcmp(bytes.data, lyh_source_text(source), bytes.size) == 0;
    free(bytes.data);
    return has_mark || !is_utf8;
}

table_file *table_file_open(const char *path, lyh_diags *diags, lyh_error *error)
{
    g_autoptr(table_file) file = g_new0(table_file, 1);
    file->path = g_strdup(path);
    file->source = lyh_source_read(path, LYH_SOURCE_TRANSCRIPT, diags, error);
    file->csv = file->source ? lyh_csv_read(file->source, diags) : NULL;
    if (!file->csv) {
        if (error->kind == LYH_ERROR_NONE)
            lyh_error_set(error, LYH_ERROR_DATA, 0, path);
        return NULL;
    }
    file->goes = g_new0(bool, lyh_csv_row_count(file->csv) + 1);
    file->has_mark = needs_mark(path, file->source, error);
    return error->kind == LYH_ERROR_NONE ? g_steal_pointer(&file) : NULL;
}

void table_file_free(table_file *file)
{
    if (!file)
        return;
    lyh_csv_free(file->csv);
    lyh_source_free(file->source);
    g_free(file->goes);
    g_free(file->path);
    g_free(file);
}

size_t table_file_going(const table_file *file)
{
    size_t going = 0;
    for (size_t row = 0; row < lyh_csv_row_count(file->csv); row++)
        going += file->goes[row];
    return going;
}

/* A row begins where the line of its first cell does; the last ends with the text. */
static size_t row_start(const table_file *file, size_t row)
{
    if (row >= lyh_csv_row_count(file->csv))
        return lyh_source_size(file->source);
    const char *text = lyh_source_text(file->source);
    size_t start = lyh_csv_place(file->csv, row, 0).start;
    while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\r')
        start--;
    return start;
}

char *table_file_text(const table_file *file, const char *last, size_t *size)
{
    const char *text = lyh_source_text(file->source);
    const char *line_end = strstr(text, "\r\n") ? "\r\n" : "\n";
    GString *made = g_string_new(file->has_mark ? BYTE_ORDER_MARK : "");
    size_t rows = lyh_csv_row_count(file->csv);
    g_string_append_len(made, text, (gssize)row_start(file, 0));
    for (size_t row = 0; row < rows; row++) {
        size_t start = row_start(file, row);
        if (!file->goes[row])
            g_string_append_len(made, text + start,
                                (gssize)(row_start(file, row + 1) - start));
    }
    if (last) {
        bool is_ended = made->len == 0 || made->str[made->len - 1] == '\n' ||
                        made->str[made->len - 1] == '\r';
        g_string_append_printf(made, "%s%s%s", is_ended ? "" : line_end, last, line_end);
    }
    *size = made->len;
    return g_string_free(made, FALSE);
}

char table_file_separator(const table_file *file)
{
    const char *text = lyh_source_text(file->source);
    if (lyh_csv_column_count(file->csv) < 2)
        return ';';
    size_t at = lyh_csv_heading_place(file->csv, 0).end;
    at += strcspn(text + at, ";,\t");
    return text[at] ? text[at] : ';';
}
