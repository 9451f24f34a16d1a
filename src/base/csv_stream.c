#include "csv_stream_private.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "blocks/blocks.h"

/* ---- places ---- */

/* The place of byte @offset of the window, which is inside the row. Line ends stand within quotes alone. */
static lyh_place place_at(const lyh_csv_stream *stream, size_t offset)
{
    size_t line = stream->line, start = stream->row_at;
    const char *text = stream->window;
    for (size_t i = stream->may_hold_lines ? start : offset; i < offset; i++) {
        bool is_end = text[i] == '\n' ||
                      (text[i] == '\r' && (i + 1 >= offset || text[i + 1] != '\n'));
        line += is_end;
        start = is_end ? i + 1 : start;
    }
    return lyh_place_line(stream->path, line,
                          lyh_text_length(text + start, offset - start) + 1);
}

lyh_place lyh_csv_stream_place(const lyh_csv_stream *stream, size_t column)
{
    return column == LYH_NONE ? lyh_place_line(stream->path, stream->line, 1)
                              : place_at(stream, stream->cells[column].start);
}

/* ---- where cells may end ---- */

/* The masks of the blocks from @block on, as many as are kept. */
static void read_masks(lyh_csv_stream *stream, size_t block)
{
    /* The zero behind the window is a stop too, so that there is one from everywhere. */
    size_t size = stream->end + 1 - block * CSV_BLOCK;
    stream->first_mask = block;
    stream->mask_count = MIN((size - 1) / CSV_BLOCK + 1, CSV_STREAM_MASKS);
    blocks_csv_masks(stream->window + block * CSV_BLOCK,
                     MIN(size, CSV_STREAM_MASKS * CSV_BLOCK), stream->separator,
                     stream->masks);
}

static uint64_t mask_of(lyh_csv_stream *stream, size_t block)
{
    if (block - stream->first_mask >= stream->mask_count)
        read_masks(stream, block);
    return stream->masks[block - stream->first_mask];
}

/* The first byte from @at on, at the end of the window at most, that parts cells or rows, quotes, or is NUL. */
static size_t next_stop(lyh_csv_stream *stream, size_t at)
{
    size_t block = at / CSV_BLOCK;
    uint64_t stops = mask_of(stream, block) >> at % CSV_BLOCK << at % CSV_BLOCK;
    while (stops == 0)
        stops = mask_of(stream, ++block);
    return block * CSV_BLOCK + (size_t)__builtin_ctzll(stops);
}

/* ---- a row ---- */

/* How far a row was read. */
typedef enum row_outcome {
    ROW_WHOLE,
    ROW_CUT,     /* the window ends before it does */
    ROW_STRAY,   /* a quote where none may stand, or behind a closing one */
    ROW_UNCLOSED /* the text ends inside quotes */
} row_outcome;

typedef struct row_reading {
    size_t at;     /* the byte being read; behind the row when it is whole */
    size_t cell;   /* where the cell begins, its quote included */
    bool is_empty; /* no cell says anything */
} row_reading;

/* Where a row may be no text, that is told of it, so it is not empty. */
static bool is_blank(const lyh_csv_stream *stream, stream_cell cell)
{
    const char *text = stream->window + cell.start;
    size_t size = cell.end - cell.start;
    if (cell.is_quoted || (size > 0 && g_ascii_isgraph(*text)))
        return false;
    bool is_text =
        stream->source || cell.end <= stream->valid || lyh_text_invalid(text, size) == size;
    return is_text && lyh_text_is_blank(text, size);
}

/* Of a row that is too long as many cells are kept as are told of. */
static void add_cell(lyh_csv_stream *stream, stream_cell cell, row_reading *reading)
{
    stream->may_hold_lines |= cell.is_quoted;
    if (reading->is_empty)
        reading->is_empty = is_blank(stream, cell);
    if (stream->cell_count <= LYH_CSV_MAX_COLUMNS)
        stream->cells[stream->cell_count++] = cell;
}

/* Behind the opening quote, to behind the closing one. */
static row_outcome read_quoted(lyh_csv_stream *stream, row_reading *reading)
{
    stream_cell cell = { .start = (uint32_t)reading->at, .is_quoted = true };
    for (;; reading->at++) {
        reading->at = next_stop(stream, reading->at);
        if (reading->at >= stream->end)
            return stream->is_whole ? ROW_UNCLOSED : ROW_CUT;
        if (stream->window[reading->at] != '"')
            continue;
        if (!stream->is_whole && reading->at + 1 == stream->end)
            return ROW_CUT;
        reading->at++;
        if (stream->window[reading->at] != '"')
            break;
        cell.has_quotes = true;
    }
    cell.end = (uint32_t)reading->at - 1;
    add_cell(stream, cell, reading);
    return ROW_WHOLE;
}

static row_outcome read_bare(lyh_csv_stream *stream, row_reading *reading)
{
    size_t at = next_stop(stream, reading->at);
    reading->at = at;
    if (at >= stream->end && !stream->is_whole)
        return ROW_CUT;
    if (stream->window[at] == '"')
        return ROW_STRAY;
    const stream_cell cell = { .start = (uint32_t)reading->cell, .end = (uint32_t)at };
    add_cell(stream, cell, reading);
    return ROW_WHOLE;
}

/* Pass the line end at @at; false when the window may end inside it. */
static bool pass_line_end(const lyh_csv_stream *stream, size_t *at)
{
    if (stream->window[*at] == '\r' && *at + 1 >= stream->end && !stream->is_whole)
        return false;
    *at += stream->window[*at] == '\r' && stream->window[*at + 1] == '\n' ? 2 : 1;
    return true;
}

static row_outcome read_row(lyh_csv_stream *stream, row_reading *reading)
{
    stream->cell_count = 0;
    stream->may_hold_lines = false;
    *reading = (row_reading){ .at = stream->at, .cell = stream->at, .is_empty = true };
    for (;;) {
        bool is_quoted = stream->window[reading->at] == '"';
        reading->at += is_quoted;
        row_outcome outcome =
            is_quoted ? read_quoted(stream, reading) : read_bare(stream, reading);
        if (outcome != ROW_WHOLE)
            return outcome;
        char stop = stream->window[reading->at];
        if (reading->at >= stream->end)
            return stream->is_whole ? ROW_WHOLE : ROW_CUT;
        if (stop == '\n' || stop == '\r')
            return pass_line_end(stream, &reading->at) ? ROW_WHOLE : ROW_CUT;
        if (stop != stream->separator)
            return ROW_STRAY;
        reading->cell = ++reading->at;
    }
}

/* ---- what is wrong with it ---- */

static void tell_stray(const lyh_csv_stream *stream, const row_reading *reading,
                       lyh_diags *diags)
{
    lyh_place place = place_at(stream, reading->at);
    if (stream->window[reading->at] == '\0')
        lyh_diags_error(diags, "nul-byte", place,
                        "a NUL character: this is no text file, or it is damaged");
    else if (stream->window[reading->cell] == '"')
        lyh_diags_error(diags, "csv-quote", place,
                        "text after the closing quote of a cell: a quote inside quotes is "
                        "written twice");
    else
        lyh_diags_error(
            diags, "csv-quote", place,
            "a quote inside an unquoted cell: put quotes round the cell and write "
            "the quote inside twice");
}

static void tell_length(const lyh_csv_stream *stream, lyh_diags *diags)
{
    size_t found = stream->cell_count;
    if (found > stream->stride)
        lyh_diags_error(
            diags, "csv-row-length", lyh_csv_stream_place(stream, stream->stride),
            "the row has %zu cells but the heading %zu: quote a cell that holds "
            "the separator",
            found, stream->stride);
    else
        lyh_diags_error(diags, "csv-row-length", lyh_csv_stream_place(stream, 0),
                        "the row has only %zu cells but the heading %zu", found,
                        stream->stride);
}

/* A column with cells and no name is a mistake, told of at the first of them. */
static bool has_nameless(lyh_csv_stream *stream, lyh_diags *diags)
{
    for (size_t column = 0; column < stream->no_name->len; column++) {
        const stream_cell *cell = &stream->cells[column];
        if (!stream->no_name->data[column] || cell->start == cell->end)
            continue;
        stream->no_name->data[column] = false;
        lyh_diags_error(diags, "csv-heading", lyh_csv_stream_place(stream, column),
                        "column %zu has cells but no heading", column + 1);
        return true;
    }
    return false;
}

bool csv_stream_is_text(const lyh_csv_stream *stream, size_t start, size_t end,
                        lyh_diags *diags)
{
    if (stream->source || end <= stream->valid)
        return true;
    const char *text = stream->window + start;
    size_t invalid = lyh_text_invalid(text, end - start);
    const char *nul = memchr(text, '\0', invalid);
    if (!nul && invalid == end - start)
        return true;
    lyh_place place =
        place_at(stream, nul ? (size_t)(nul - stream->window) : start + invalid);
    if (nul)
        lyh_diags_error(diags, "nul-byte", place,
                        "a NUL character: this is no text file, or it is damaged");
    else
        lyh_diags_error(diags, "bad-encoding", place,
                        "this is no UTF-8; a table of more than 64 MiB is read as UTF-8 "
                        "only: save it so");
    return false;
}

static bool is_fine(lyh_csv_stream *stream, size_t end, lyh_diags *diags)
{
    if (!csv_stream_is_text(stream, stream->row_at, end, diags))
        return false;
    if (stream->cell_count == stream->stride)
        return stream->no_name->len == 0 || !has_nameless(stream, diags);
    tell_length(stream, diags);
    return false;
}

size_t csv_stream_line_ends(const char *text, size_t size)
{
    size_t count = 0;
    for (size_t at = lyh_text_until(text, size, "\r\n"); at < size;) {
        at += text[at] == '\r' && at + 1 < size && text[at + 1] == '\n' ? 2 : 1;
        count++;
        at += lyh_text_until(text + at, size - at, "\r\n");
    }
    return count;
}

static void tell_end(const lyh_csv_stream *stream, const row_reading *reading,
                     row_outcome outcome, lyh_diags *diags)
{
    if (outcome == ROW_UNCLOSED)
        lyh_diags_error(diags, "csv-quote", place_at(stream, reading->cell),
                        "this quote is never closed");
    else
        lyh_diags_error(diags, "csv-too-long", lyh_csv_stream_place(stream, LYH_NONE),
                        "this row is longer than %zu bytes; a quote before it may never be "
                        "closed",
                        LYH_CSV_MAX_ROW);
}

/* Read the row at hand, sliding the window when it is cut. False: there is none. */
static bool take_row(lyh_csv_stream *stream, row_reading *reading, row_outcome *outcome,
                     lyh_error *error)
{
    for (;;) {
        if (stream->at >= stream->end && stream->is_whole)
            return false;
        stream->row_at = stream->at;
        *outcome = read_row(stream, reading);
        bool is_full = stream->at == 0 && stream->end == LYH_CSV_MAX_ROW;
        if (*outcome != ROW_CUT || is_full)
            return true;
        if (!csv_stream_slide(stream, error))
            return false;
    }
}

/* After a stray quote the rest of its line means nothing; the next may. */
static size_t next_line(const lyh_csv_stream *stream, size_t at)
{
    at += lyh_text_until(stream->window + at, stream->end - at, "\r\n");
    if (at < stream->end)
        pass_line_end(stream, &at);
    return at;
}

bool lyh_csv_stream_next(lyh_csv_stream *stream, lyh_diags *diags, lyh_error *error)
{
    row_reading reading;
    row_outcome outcome;
    for (;;) {
        stream->line = stream->new_line;
        if (!take_row(stream, &reading, &outcome, error))
            return false;
        if (outcome == ROW_UNCLOSED || outcome == ROW_CUT) {
            tell_end(stream, &reading, outcome, diags);
            stream->at = stream->end;
            stream->is_whole = true;
            return false;
        }
        size_t end = reading.at;
        if (outcome == ROW_STRAY) {
            tell_stray(stream, &reading, diags);
            end = next_line(stream, reading.at);
            stream->new_line +=
                csv_stream_line_ends(stream->window + stream->at, end - stream->at);
        } else {
            stream->new_line +=
                stream->may_hold_lines
                    ? csv_stream_line_ends(stream->window + stream->at, end - stream->at)
                    : 1;
        }
        stream->at = end;
        if (outcome == ROW_STRAY || reading.is_empty || !is_fine(stream, end, diags))
            continue;
        stream->row++;
        return true;
    }
}

size_t lyh_csv_stream_row(const lyh_csv_stream *stream)
{
    return stream->row - 1;
}

const char *lyh_csv_stream_cell(lyh_csv_stream *stream, size_t column, size_t *size)
{
    *size = 0;
    if (column == LYH_NONE)
        return "";
    const stream_cell *cell = &stream->cells[column];
    const char *text = stream->window + cell->start;
    *size = cell->end - cell->start;
    if (!cell->has_quotes)
        return text;
    g_string_truncate(stream->text, 0);
    for (size_t i = 0; i < *size; i++) {
        g_string_append_c(stream->text, text[i]);
        i += text[i] == '"';
    }
    *size = stream->text->len;
    return stream->text->str;
}
