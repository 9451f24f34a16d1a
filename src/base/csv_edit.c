#include <lyhord/base/csv_edit.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/csv_write.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct lyh_csv_edit {
    const lyh_csv *csv;
    GHashTable *cells; /* row * columns + column -> char * */
    GHashTable *gone;  /* rows */
    GPtrArray *added;  /* rows, as they are written */
};

lyh_csv_edit *lyh_csv_edit_new(const lyh_csv *csv)
{
    lyh_csv_edit *edit = g_new0(lyh_csv_edit, 1);
    edit->csv = csv;
    edit->cells = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    edit->gone = g_hash_table_new(g_direct_hash, g_direct_equal);
    edit->added = g_ptr_array_new_with_free_func(free);
    return edit;
}

void lyh_csv_edit_free(lyh_csv_edit *edit)
{
    if (!edit)
        return;
    g_hash_table_unref(edit->cells);
    g_hash_table_unref(edit->gone);
    g_ptr_array_unref(edit->added);
    g_free(edit);
}

static gpointer key_of(const lyh_csv_edit *edit, size_t row, size_t column)
{
    return GSIZE_TO_POINTER(row * lyh_csv_column_count(edit->csv) + column);
}

void lyh_csv_edit_set(lyh_csv_edit *edit, size_t row, size_t column, const char *text)
{
    g_assert(row < lyh_csv_row_count(edit->csv) &&
             column < lyh_csv_column_count(edit->csv));
    g_hash_table_replace(edit->cells, key_of(edit, row, column), g_strdup(text));
}

void lyh_csv_edit_remove(lyh_csv_edit *edit, size_t row)
{
    g_assert(row < lyh_csv_row_count(edit->csv));
    g_hash_table_add(edit->gone, GSIZE_TO_POINTER(row));
}

bool lyh_csv_edit_removes(const lyh_csv_edit *edit, size_t row)
{
    return g_hash_table_contains(edit->gone, GSIZE_TO_POINTER(row));
}

/* What parts the cells of its heading: `;`, `,` or a tab. */
static char separator_of(const lyh_csv *csv)
{
    const char *text = lyh_source_text(lyh_csv_source(csv));
    if (lyh_csv_column_count(csv) < 2)
        return ';';
    size_t at = lyh_csv_heading_place(csv, 0).end;
    at += strcspn(text + at, ";,\t");
    return text[at] ? text[at] : ';';
}

void lyh_csv_edit_add(lyh_csv_edit *edit, const char *const *cells)
{
    char separator = separator_of(edit->csv);
    lyh_output *row = lyh_output_to_memory();
    for (size_t column = 0; column < lyh_csv_column_count(edit->csv); column++) {
        lyh_output_write(row, &separator, column > 0 ? 1 : 0);
        lyh_csv_write_text(row, cells[column] ? cells[column] : "");
    }
    g_ptr_array_add(edit->added, lyh_output_take(row, NULL));
}

size_t lyh_csv_edit_count(const lyh_csv_edit *edit)
{
    return g_hash_table_size(edit->cells) + g_hash_table_size(edit->gone) +
           edit->added->len;
}

/* A row begins where the line of its first cell does; the last ends with the text. */
static size_t row_start(const lyh_csv_edit *edit, size_t row)
{
    const lyh_source *source = lyh_csv_source(edit->csv);
    const char *text = lyh_source_text(source);
    if (row >= lyh_csv_row_count(edit->csv))
        return lyh_source_size(source);
    size_t start = lyh_csv_place(edit->csv, row, 0).start;
    while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\r')
        start--;
    return start;
}

/* From @at up to the cell, then the cell anew; the byte after the old one. */
static size_t write_cell(const lyh_csv_edit *edit, size_t row, size_t column, size_t at,
                         const char *cell, lyh_output *output)
{
    const char *text = lyh_source_text(lyh_csv_source(edit->csv));
    lyh_place place = lyh_csv_place(edit->csv, row, column);
    size_t quote = place.start > 0 && text[place.start - 1] == '"' ? 1 : 0;
    lyh_output_write(output, text + at, place.start - quote - at);
    lyh_csv_write_text(output, cell);
    return place.end + quote;
}

static size_t write_row(const lyh_csv_edit *edit, size_t row, size_t at, lyh_output *output)
{
    size_t columns = lyh_csv_column_count(edit->csv);
    for (size_t column = 0; column < columns; column++) {
        const char *cell = g_hash_table_lookup(edit->cells, key_of(edit, row, column));
        if (cell)
            at = write_cell(edit, row, column, at, cell, output);
    }
    return at;
}

/* What is left of the file ends where a row begins, or as the file does. */
static bool ends_with_line(const lyh_csv_edit *edit)
{
    const lyh_source *source = lyh_csv_source(edit->csv);
    size_t rows = lyh_csv_row_count(edit->csv);
    char last = lyh_source_text(source)[lyh_source_size(source) - 1];
    return last == '\n' || last == '\r' ||
           (rows > 0 && lyh_csv_edit_removes(edit, rows - 1));
}

static void write_added(const lyh_csv_edit *edit, lyh_output *output)
{
    const char *text = lyh_source_text(lyh_csv_source(edit->csv));
    const char *line_end = strstr(text, "\r\n") ? "\r\n" : "\n";
    if (edit->added->len > 0 && !ends_with_line(edit))
        lyh_output_text(output, line_end);
    for (guint i = 0; i < edit->added->len; i++)
        lyh_output_printf(output, "%s%s", (char *)edit->added->pdata[i], line_end);
}

static bool was_other_than_utf8(const lyh_source *source)
{
    size_t size = lyh_source_size(source), before = lyh_source_byte(source, 0);
    return lyh_source_byte(source, size) - before != size;
}

char *lyh_csv_edit_bytes(const lyh_csv_edit *edit, size_t *size)
{
    const lyh_source *source = lyh_csv_source(edit->csv);
    const char *text = lyh_source_text(source);
    lyh_output *output = lyh_output_to_memory();
    if (lyh_source_byte(source, 0) > 0 || was_other_than_utf8(source))
        lyh_output_text(output, BYTE_ORDER_MARK);
    size_t at = 0;
    for (size_t row = 0; row < lyh_csv_row_count(edit->csv); row++) {
        if (lyh_csv_edit_removes(edit, row)) {
            size_t start = row_start(edit, row);
            lyh_output_write(output, text + at, start - at);
            at = row_start(edit, row + 1);
        } else {
            at = write_row(edit, row, at, output);
        }
    }
    lyh_output_write(output, text + at, lyh_source_size(source) - at);
    write_added(edit, output);
    return lyh_output_take(output, size);
}
