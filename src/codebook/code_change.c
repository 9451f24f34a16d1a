#include <lyhord/codebook/code_change.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/base/text.h>

#include "../base/autoptr.h"
#include "codebook_private.h"

lyh_codebook *lyh_codebook_from_bytes(const char *name, const void *bytes, size_t size,
                                      lyh_diags *diags)
{
    lyh_source *source = lyh_source_from_bytes(name, LYH_SOURCE_TABLE, bytes, size, diags);
    lyh_csv *csv = source ? lyh_csv_take(source, diags) : NULL;
    lyh_codebook *book = csv ? lyh_codebook_read(csv, diags) : NULL;
    if (csv && !book)
        lyh_csv_free(csv);
    return book;
}

/* As cells are read: NFC, line ends LF, nothing around the words. g_free(). */
static char *cell_of(const char *text)
{
    char *nfc = lyh_text_nfc(text, strlen(text), NULL);
    GString *cell = g_string_new(nfc);
    free(nfc);
    g_string_replace(cell, "\r\n", "\n", 0);
    g_string_replace(cell, "\r", "\n", 0);
    return g_strstrip(g_string_free(cell, FALSE));
}

static size_t find_code(const lyh_codebook *book, const lyh_code_change *change,
                        lyh_diags *diags)
{
    const char *file = lyh_source_name(lyh_csv_source(lyh_codebook_csv(book)));
    size_t code = lyh_codebook_find(book, change->code);
    if (!change->is_new && code == LYH_NONE)
        lyh_diags_error(
            diags, "code-unknown", lyh_place_file(file),
            "there is no code '%s' in this codebook; write a code as its column kod has "
            "it",
            change->code);
    return code;
}

static bool fits(const lyh_codebook *book, lyh_field field, const char *cell,
                 lyh_diags *diags)
{
    const char *file = lyh_source_name(lyh_csv_source(lyh_codebook_csv(book)));
    if (lyh_codebook_column(book, field) == LYH_NONE)
        lyh_diags_error(diags, "codebook-column", lyh_place_file(file),
                        "the codebook has no column '%s'; add it in a spreadsheet first",
                        lyh_field_heading(field));
    else if (lyh_text_length(cell, strlen(cell)) > LYH_CODE_CELL_MOST)
        lyh_diags_error(diags, "codebook-cell", lyh_place_file(file),
                        "what is to stand under '%s' is too long; %d characters are the "
                        "most",
                        lyh_field_heading(field), LYH_CODE_CELL_MOST);
    else
        return true;
    return false;
}

static void change_row(const lyh_codebook *book, const lyh_code_change *change, size_t code,
                       lyh_csv_edit *edit, lyh_diags *diags)
{
    for (lyh_field field = LYH_FIELD_PARENT; field < LYH_FIELD_COUNT; field++) {
        if (!change->cells[field])
            continue;
        g_autofree char *cell = cell_of(change->cells[field]);
        if (strcmp(cell, lyh_codebook_cell(book, code, field)) != 0 &&
            fits(book, field, cell, diags))
            lyh_csv_edit_set(edit, lyh_codebook_code(book, code)->row,
                             lyh_codebook_column(book, field), cell);
    }
}

static void add_row(const lyh_codebook *book, const lyh_code_change *change,
                    lyh_csv_edit *edit, lyh_diags *diags)
{
    const char *file = lyh_source_name(lyh_csv_source(lyh_codebook_csv(book)));
    size_t count = lyh_csv_column_count(lyh_codebook_csv(book));
    if (!*change->code) /* a row of nothing is skipped by its reader */
        lyh_diags_error(diags, "code-empty", lyh_place_file(file),
                        "a row without a code; write its code");
    g_auto(GStrv) cells = g_new0(char *, count + 1);
    for (size_t i = 0; i < count; i++)
        cells[i] = g_strdup("");
    for (lyh_field field = LYH_FIELD_CODE; field < LYH_FIELD_COUNT; field++) {
        const char *text = field == LYH_FIELD_CODE ? change->code : change->cells[field];
        g_autofree char *cell = cell_of(text ? text : "");
        if (!*cell || !fits(book, field, cell, diags))
            continue;
        size_t column = lyh_codebook_column(book, field);
        g_free(cells[column]);
        cells[column] = g_steal_pointer(&cell);
    }
    lyh_csv_edit_add(edit, (const char *const *)cells);
}

char *lyh_codebook_changed(const lyh_codebook *book, const lyh_code_change *change,
                           size_t *size, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    size_t code = find_code(book, change, diags);
    g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(lyh_codebook_csv(book));
    if (change->is_new)
        add_row(book, change, edit, diags);
    else if (code != LYH_NONE)
        change_row(book, change, code, edit, diags);
    return lyh_diags_error_count(diags) > errors ? NULL : lyh_csv_edit_bytes(edit, size);
}

static bool is_in(const lyh_csv *csv, lyh_place cell, size_t line, size_t column)
{
    const lyh_source *source = lyh_csv_source(csv);
    size_t first = lyh_source_line(source, cell.start);
    size_t last = lyh_source_line(source, cell.end);
    bool is_before =
        line < first || (line == first && column < lyh_source_column(source, cell.start));
    bool is_after =
        line > last || (line == last && column > lyh_source_column(source, cell.end));
    return !is_before && !is_after;
}

lyh_field lyh_codebook_field_at(const lyh_csv *csv, size_t row, size_t line, size_t column)
{
    for (lyh_field field = LYH_FIELD_CODE; field < LYH_FIELD_COUNT; field++) {
        size_t found = codebook_find_column(csv, field);
        if (found != LYH_NONE && is_in(csv, lyh_csv_place(csv, row, found), line, column))
            return field;
    }
    return LYH_FIELD_COUNT;
}
