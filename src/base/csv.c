#include <lyhord/base/csv.h>

#include <string.h>

#include <csv.h>

#include <lyhord/base/blocks.h>
#include <lyhord/base/text.h>

#include "autoptr.h"
#include "csv_private.h"

/*
 * libcsv does the quoting; it is fed by bytes that mean something and what stands between them, so that where a cell
 * starts and ends, where a stray quote stands and where an unclosed one opened are known to the character.
 */
typedef struct reading {
    lyh_csv *csv;
    lyh_diags *diags;
    struct csv_parser parser;
    const char *text;
    size_t size;
    size_t at;               /* the byte being fed */
    size_t field;            /* where the current cell starts, its quote included */
    GArray *row;             /* csv_cell, of the current row */
    gsize row_texts;         /* texts->len before the current row */
    bool row_says_something; /* a cell of it is not blank, or quoted */
    bool has_heading;
    bool is_too_wide;
} reading;

const csv_cell *lyh_csv_at(const lyh_csv *csv, size_t row, size_t column)
{
    g_assert(row <= csv->rows && column < csv->columns);
    return &g_array_index(csv->cells, csv_cell, row * csv->stride + column);
}

static lyh_place span(const reading *state, size_t start, size_t end)
{
    return lyh_place_text(state->csv->source, start, end);
}

static bool is_quoted(const reading *state)
{
    return state->field < state->size && state->text[state->field] == '"';
}

/* ---- the text of a cell ---- */

bool lyh_csv_is_guarded(const char *text, size_t size)
{
    size_t quotes = 0;
    while (quotes < size && text[quotes] == '\'')
        quotes++;
    return quotes > 0 && quotes < size && lyh_csv_is_formula_sign(text[quotes]);
}

/* CRLF and CR become LF, in place; the new size. */
static size_t unify_line_ends(char *text, size_t size)
{
    size_t to = 0;
    for (size_t from = 0; from < size; from++) {
        if (text[from] == '\r' && from + 1 < size && text[from + 1] == '\n')
            continue;
        text[to++] = text[from] == '\r' ? '\n' : text[from];
    }
    return to;
}

static guint32 add_text(lyh_csv *csv, const char *raw, size_t size)
{
    if (size == 0)
        return 0;

    guint32 where = (guint32)csv->texts->len;
    size_t guard = lyh_csv_is_guarded(raw, size) ? 1 : 0;
    g_autofree char *text = lyh_text_nfc(raw + guard, size - guard, &size);
    size = unify_line_ends(text, size);
    g_string_append_len(csv->texts, text, (gssize)size);
    g_string_append_c(csv->texts, '\0');
    return where;
}

/* ---- rows ---- */

static void on_cell(void *data, size_t size, void *user)
{
    reading *state = user;
    state->is_too_wide |= state->row->len >= LYH_CSV_MAX_COLUMNS;
    if (state->is_too_wide)
        return;

    size_t quote = is_quoted(state) ? 1 : 0;
    csv_cell cell = { .start = (guint32)(state->field + quote),
                      .end = (guint32)(state->at - quote),
                      .text = add_text(state->csv, data, size) };
    g_array_append_val(state->row, cell);
    state->row_says_something |= quote || !lyh_text_is_blank(data, size);
    state->field = state->at + 1;
}

static void begin_row(reading *state)
{
    g_array_set_size(state->row, 0);
    state->row_texts = state->csv->texts->len;
    state->row_says_something = false;
}

static void drop_row(reading *state)
{
    g_string_truncate(state->csv->texts, state->row_texts);
    begin_row(state);
}

static void wrong_length(const reading *state)
{
    const csv_cell *cells = (const csv_cell *)(const void *)state->row->data;
    size_t expected = state->csv->stride, found = state->row->len;
    if (found > expected)
        lyh_diags_error(
            state->diags, "csv-row-length",
            span(state, cells[expected].start, cells[found - 1].end),
            "the row has %zu cells but the heading %zu: quote a cell that holds "
            "the separator",
            found, expected);
    else
        lyh_diags_error(state->diags, "csv-row-length",
                        span(state, cells[0].start, cells[found - 1].end),
                        "the row has only %zu cells but the heading %zu", found, expected);
}

static void on_row(int terminator, void *user)
{
    (void)terminator;
    reading *state = user;
    lyh_csv *csv = state->csv;
    if (!state->row_says_something || state->is_too_wide) {
        drop_row(state);
        return;
    }
    if (!state->has_heading) {
        state->has_heading = true;
        csv->stride = state->row->len;
    } else if (state->row->len != csv->stride) {
        wrong_length(state);
        drop_row(state);
        return;
    } else {
        csv->rows++;
    }
    g_array_append_vals(csv->cells, state->row->data, state->row->len);
    begin_row(state);
}

/* ---- feeding ---- */

/* libcsv would cut white space off unquoted cells; RFC 4180 makes it part of them. */
static int no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void start_parser(reading *state, char separator)
{
    if (csv_init(&state->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        g_assert_not_reached();
    csv_set_delim(&state->parser, (unsigned char)separator);
    csv_set_realloc_func(&state->parser, g_realloc);
    csv_set_free_func(&state->parser, g_free);
    csv_set_blk_size(&state->parser, 1 << 16);
    csv_set_space_func(&state->parser, no_space);
}

static void stray_quote(const reading *state)
{
    if (is_quoted(state))
        lyh_diags_error(state->diags, "csv-quote", span(state, state->at, state->at + 1),
                        "text after the closing quote of a cell: a quote inside quotes is "
                        "written twice");
    else
        lyh_diags_error(
            state->diags, "csv-quote", span(state, state->at, state->at + 1),
            "a quote inside an unquoted cell: put quotes round the cell and write "
            "the quote inside twice");
}

/* After a stray quote the rest of its line means nothing; the next may. */
static void go_on_at_next_line(reading *state, char separator)
{
    csv_free(&state->parser);
    start_parser(state, separator);
    drop_row(state);
    state->at += strcspn(state->text + state->at, "\r\n");
    state->field = state->at + 1;
}

/* What means nothing of its own ends no cell, but it may not stand behind a closing quote. */
static bool feed_until(reading *state, const lyh_signs *meaning)
{
    const char *from = state->text + state->at;
    size_t size = lyh_signs_until(meaning, from, state->size - state->at);
    size_t taken = csv_parse(&state->parser, from, size, on_cell, on_row, state);
    state->at += taken;
    return taken == size;
}

static bool feed_byte(reading *state)
{
    const char *byte = state->text + state->at;
    if (csv_parse(&state->parser, byte, 1, on_cell, on_row, state) != 1)
        return false;
    /* The line end of an empty line, or the LF of a CRLF. */
    if ((*byte == '\n' || *byte == '\r') && state->field == state->at)
        state->field = state->at + 1;
    return true;
}

static void finish_parser(reading *state)
{
    state->at = state->size;
    if (state->is_too_wide || csv_fini(&state->parser, on_cell, on_row, state) == 0)
        return;
    lyh_diags_error(state->diags, "csv-quote", span(state, state->field, state->field + 1),
                    "this quote is never closed");
}

static void read_rows(reading *state, size_t heading, char separator)
{
    size_t errors = lyh_diags_error_count(state->diags);
    const lyh_signs meaning = lyh_signs_of((char[]){ separator, '"', '\r', '\n', '\0' });
    start_parser(state, separator);
    state->field = heading;
    begin_row(state);
    for (state->at = heading; state->at < state->size && !state->is_too_wide; state->at++) {
        if (feed_until(state, &meaning) && (state->at == state->size || feed_byte(state)))
            continue;
        stray_quote(state);
        if (!state->has_heading)
            break;
        go_on_at_next_line(state, separator);
    }
    if (state->has_heading || lyh_diags_error_count(state->diags) == errors)
        finish_parser(state);
    csv_free(&state->parser);
}

static void too_wide(const reading *state)
{
    lyh_diags_error(state->diags, "csv-too-wide", span(state, state->field, state->field),
                    "more than %d columns", LYH_CSV_MAX_COLUMNS);
}

/* ---- the heading ---- */

static bool column_is_empty(const lyh_csv *csv, size_t column)
{
    for (size_t row = 1; row <= csv->rows; row++)
        if (lyh_csv_at(csv, row, column)->text != 0)
            return false;
    return true;
}

/* Spreadsheets leave empty columns behind; one with cells and no name is a mistake. */
static void check_nameless(lyh_csv *csv, lyh_diags *diags)
{
    bool is_last = true;
    for (size_t column = csv->stride; column-- > 0;) {
        const char *name = g_ptr_array_index(csv->folded, column);
        bool is_empty = *name == '\0' && column_is_empty(csv, column);
        if (*name == '\0' && !is_empty)
            lyh_diags_error(diags, "csv-heading", lyh_csv_heading_place(csv, column),
                            "column %zu has cells but no heading", column + 1);
        is_last = is_last && is_empty;
        if (is_last)
            csv->columns = column;
    }
}

static void check_twice(const lyh_csv *csv, lyh_diags *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t column = 0; column < csv->columns; column++) {
        char *name = g_ptr_array_index(csv->folded, column);
        gpointer first = g_hash_table_lookup(seen, name);
        if (*name && first)
            lyh_diags_error(diags, "csv-heading", lyh_csv_heading_place(csv, column),
                            "heading '%s' stands twice; first in column %zu",
                            lyh_csv_heading(csv, column), GPOINTER_TO_SIZE(first));
        else
            g_hash_table_insert(seen, name, GSIZE_TO_POINTER(column + 1));
    }
}

static void check_headings(lyh_csv *csv, lyh_diags *diags)
{
    csv->columns = csv->stride;
    for (size_t column = 0; column < csv->columns; column++)
        g_ptr_array_add(csv->folded, lyh_csv_fold_trimmed(lyh_csv_heading(csv, column)));
    check_nameless(csv, diags);
    check_twice(csv, diags);
}

static lyh_csv *new_csv(const lyh_source *source)
{
    lyh_csv *csv = g_new0(lyh_csv, 1);
    csv->map = g_new0(csv_map, 1);
    csv->map->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    csv->map->ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    csv->source = source;
    csv->cells = g_array_new(FALSE, FALSE, sizeof(csv_cell));
    csv->texts = g_string_new_len("", 1);
    csv->folded = g_ptr_array_new_with_free_func(g_free);
    return csv;
}

static void tell_empty(const lyh_source *source, lyh_diags *diags)
{
    lyh_diags_error(diags, "csv-empty", lyh_place_file(lyh_source_name(source)),
                    "the table is empty: its first line should name the columns");
}

/* @separator 0: the heading shows it. */
static lyh_csv *read_table(const lyh_source *source, char separator, lyh_diags *diags)
{
    const size_t errors = lyh_diags_error_count(diags);
    char sep;
    size_t heading = lyh_csv_skip_sep(source, &sep);
    if (lyh_text_is_blank(lyh_source_text(source) + heading,
                          lyh_source_size(source) - heading)) {
        tell_empty(source, diags);
        return NULL;
    }

    g_autoptr(lyh_csv) csv = new_csv(source);
    g_autoptr(GArray) row = g_array_new(FALSE, FALSE, sizeof(csv_cell));
    reading state = { .csv = csv, .diags = diags, .row = row };
    state.text = lyh_source_text(source);
    state.size = lyh_source_size(source);
    if (separator == 0)
        separator = lyh_csv_separator_of(source, heading, diags);
    if (separator == 0)
        return NULL;

    read_rows(&state, heading, separator);
    if (state.is_too_wide)
        too_wide(&state);
    if (csv->stride > 0)
        check_headings(csv, diags);
    if (csv->columns == 0 &&
        lyh_diags_error_count(diags) == errors) /* separators, quotes */
        tell_empty(source, diags);
    return lyh_diags_error_count(diags) > errors ? NULL : g_steal_pointer(&csv);
}

lyh_csv *lyh_csv_read(const lyh_source *source, lyh_diags *diags)
{
    return read_table(source, 0, diags);
}

lyh_csv *csv_read_separated(const lyh_source *source, char separator, lyh_diags *diags)
{
    return read_table(source, separator, diags);
}

lyh_csv *lyh_csv_take(lyh_source *source, lyh_diags *diags)
{
    lyh_csv *csv = lyh_csv_read(source, diags);
    if (csv)
        csv->own = source;
    else
        lyh_source_free(source);
    return csv;
}

lyh_csv *lyh_csv_open(const char *path, lyh_diags *diags, lyh_error *error)
{
    lyh_source *source = lyh_source_read(path, LYH_SOURCE_TABLE, diags, error);
    lyh_csv *csv = source ? lyh_csv_take(source, diags) : NULL;
    if (source && !csv)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return csv;
}

void lyh_csv_free(lyh_csv *csv)
{
    if (!csv)
        return;
    lyh_source_free(csv->own);
    g_array_unref(csv->cells);
    g_string_free(csv->texts, TRUE);
    g_ptr_array_unref(csv->folded);
    g_array_unref(csv->map->starts);
    g_array_unref(csv->map->ends);
    g_free(csv->map);
    g_free(csv);
}
