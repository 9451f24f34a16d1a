#include <lyhord/base/csv.h>

#include <string.h>

#include <lyhord/base/text.h>

#include "csv_private.h"

const lyh_source *lyh_csv_source(const lyh_csv *csv)
{
    return csv->source;
}

size_t lyh_csv_column_count(const lyh_csv *csv)
{
    return csv->columns;
}

size_t lyh_csv_row_count(const lyh_csv *csv)
{
    return csv->rows;
}

const char *lyh_csv_heading(const lyh_csv *csv, size_t column)
{
    return csv->texts->str + lyh_csv_at(csv, 0, column)->text;
}

const char *lyh_csv_cell(const lyh_csv *csv, size_t row, size_t column)
{
    return column == LYH_NONE ? ""
                              : csv->texts->str + lyh_csv_at(csv, row + 1, column)->text;
}

bool lyh_csv_is_empty(const lyh_csv *csv, size_t row, size_t column)
{
    return *lyh_csv_cell(csv, row, column) == '\0';
}

static lyh_place place_of(const lyh_csv *csv, const csv_cell *cell)
{
    return lyh_place_text(csv->source, cell->start, cell->end);
}

lyh_place lyh_csv_place(const lyh_csv *csv, size_t row, size_t column)
{
    return place_of(csv, lyh_csv_at(csv, row + 1, column));
}

lyh_place lyh_csv_heading_place(const lyh_csv *csv, size_t column)
{
    return place_of(csv, lyh_csv_at(csv, 0, column));
}

/* ---- from a cell's text back to the file ---- */

/* A cell as the file has it, without doubled quotes and with LF, and where each byte came from. */
typedef struct raw_cell {
    GString *text;
    GArray *from; /* gsize a byte, and one for the end */
} raw_cell;

static raw_cell raw_cell_of(const lyh_csv *csv, const csv_cell *cell)
{
    const char *text = lyh_source_text(csv->source);
    raw_cell raw = { g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)) };
    bool is_quoted = cell->start > 0 && text[cell->start - 1] == '"';
    gsize end = cell->end;
    gsize i = cell->start;
    if (lyh_csv_is_guarded(text + i, end - i))
        i++; /* the guard, which lyh_csv_cell() leaves out */
    for (; i < end; i++) {
        g_array_append_val(raw.from, i);
        bool is_crlf = text[i] == '\r' && i + 1 < end && text[i + 1] == '\n';
        g_string_append_c(raw.text, text[i] == '\r' ? '\n' : text[i]);
        i += is_crlf || (is_quoted && text[i] == '"');
    }
    g_array_append_val(raw.from, end);
    return raw;
}

static bool is_nfc(const char *text, size_t size, size_t *nfc_size)
{
    g_autofree char *nfc = lyh_text_nfc(text, size, nfc_size);
    return *nfc_size == size && memcmp(nfc, text, size) == 0;
}

/* The bytes of the NFC of one segment: what was joined is one whole, but for its first byte. */
static void map_segment(csv_map *map, const raw_cell *raw, size_t at, size_t length)
{
    size_t size;
    bool is_same = is_nfc(raw->text->str + at, length, &size);
    for (size_t k = 0; k < size; k++) {
        bool is_inside = k > 0 && !is_same;
        size_t start = is_inside ? at : is_same ? at + k : at;
        size_t end = is_inside ? at + length : start;
        g_array_append_val(map->starts, g_array_index(raw->from, gsize, start));
        g_array_append_val(map->ends, g_array_index(raw->from, gsize, end));
    }
}

/* A cell of many rules is asked for the place of each: the last cell asked about is kept. */
static const csv_map *map_of(const lyh_csv *csv, size_t row, size_t column)
{
    csv_map *map = csv->map;
    const csv_cell *cell = lyh_csv_at(csv, row + 1, column);
    if (map->cell == cell)
        return map;
    map->cell = cell;
    g_array_set_size(map->starts, 0);
    g_array_set_size(map->ends, 0);
    raw_cell raw = raw_cell_of(csv, cell);
    for (size_t at = 0, length; at < raw.text->len; at += length) {
        length = lyh_text_segment(raw.text->str + at, raw.text->len - at);
        map_segment(map, &raw, at, length);
    }
    gsize end = g_array_index(raw.from, gsize, raw.text->len);
    g_array_append_val(map->starts, end);
    g_array_append_val(map->ends, end);
    g_string_free(raw.text, TRUE);
    g_array_unref(raw.from);
    return map;
}

static gsize mapped(const GArray *places, size_t offset)
{
    return g_array_index(places, gsize, MIN(offset, (size_t)places->len - 1));
}

lyh_place lyh_csv_place_within(const lyh_csv *csv, size_t row, size_t column, size_t start,
                               size_t end)
{
    const csv_map *map = map_of(csv, row, column);
    gsize from = mapped(map->starts, start), to = mapped(map->ends, end);
    return lyh_place_text(csv->source, from, MAX(from, to));
}

/* ---- columns by name ---- */

char *lyh_csv_fold_trimmed(const char *text)
{
    text += lyh_text_leading_space(text, strlen(text));
    return lyh_text_fold(text, lyh_text_trimmed_size(text, strlen(text)), NULL);
}

/* The next column from @column on that has one of the folded @names, or LYH_NONE. */
static size_t next_with_name(const lyh_csv *csv, char **names, size_t column)
{
    for (; column < csv->columns; column++)
        if (g_strv_contains((const char *const *)names,
                            g_ptr_array_index(csv->folded, column)))
            return column;
    return LYH_NONE;
}

static char **folded_names(const char *names)
{
    char **list = g_strsplit(names, "|", -1);
    for (char **name = list; *name; name++) {
        char *folded = lyh_csv_fold_trimmed(*name);
        g_free(*name);
        *name = folded;
    }
    return list;
}

size_t lyh_csv_find(const lyh_csv *csv, const char *names)
{
    g_auto(GStrv) list = folded_names(names);
    return next_with_name(csv, list, 0);
}

/* Find one column; another one with a name of the same kind is an error. */
static bool find_one(const lyh_csv *csv, const lyh_csv_column *wanted, size_t *found,
                     bool *is_known, lyh_diags *diags)
{
    g_auto(GStrv) names = folded_names(wanted->names);
    g_auto(GStrv) shown = g_strsplit(wanted->names, "|", -1);
    *found = next_with_name(csv, names, 0);
    if (*found == LYH_NONE && wanted->is_required)
        lyh_diags_error(diags, "csv-column", lyh_csv_heading_place(csv, 0),
                        "column '%s' is missing", shown[0]);
    if (*found == LYH_NONE)
        return !wanted->is_required;

    is_known[*found] = true;
    size_t other = next_with_name(csv, names, *found + 1);
    if (other == LYH_NONE)
        return true;
    is_known[other] = true;
    lyh_diags_error(diags, "csv-heading", lyh_csv_heading_place(csv, other),
                    "headings '%s' and '%s' mean the same column",
                    lyh_csv_heading(csv, *found), lyh_csv_heading(csv, other));
    return false;
}

bool lyh_csv_find_all(const lyh_csv *csv, const lyh_csv_column *columns, size_t count,
                      bool others_welcome, size_t *found, lyh_diags *diags)
{
    g_autofree bool *is_known = g_new0(bool, csv->columns);
    bool are_found = true;
    for (size_t i = 0; i < count; i++)
        are_found &= find_one(csv, &columns[i], &found[i], is_known, diags);

    for (size_t column = 0; !others_welcome && column < csv->columns; column++)
        if (!is_known[column] && *lyh_csv_heading(csv, column) != '\0')
            lyh_diags_warning(diags, "csv-column", lyh_csv_heading_place(csv, column),
                              "column '%s' is unknown and not used",
                              lyh_csv_heading(csv, column));
    return are_found;
}
