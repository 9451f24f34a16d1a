#include "csv_stream_private.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <lyhord/base/text.h>

/* ---- places ---- */

/* The place of byte @offset of the window, which is inside the row. */
static lyh_place place_at(const lyh_csv_stream *stream, size_t offset)
{
    size_t line = stream->line, start = stream->row_at;
    const char *text = stream->window;
    for (size_t i = start; i < offset; i++) {
        bool is_end = text[i] == '\n' ||
                      (text[i] == '\r' && (i + 1 >= offset || text[i + 1] != '\n'));
        line += is_end;
        start = is_end ? i + 1 : start;
    }
    return lyh_place_line(stream->path, line,
                          lyh_text_length(text + start, offset - start) + 1);
}

static const stream_cell *cell_at(const lyh_csv_stream *stream, size_t column)
{
    return &g_array_index(stream->cells, stream_cell, column);
}

lyh_place lyh_csv_stream_place(const lyh_csv_stream *stream, size_t column)
{
    return column == LYH_NONE ? lyh_place_line(stream->path, stream->line, 1)
                              : place_at(stream, cell_at(stream, column)->start);
}

/* ---- the window ---- */

bool csv_stream_fill(lyh_csv_stream *stream, lyh_error *error)
{
    while (stream->end < LYH_CSV_MAX_ROW) {
        ssize_t got = pread(stream->file, stream->window + stream->end,
                            LYH_CSV_MAX_ROW - stream->end, stream->next);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return lyh_error_set(error, LYH_ERROR_IO, errno, stream->path);
        if (got == 0) {
            stream->is_whole = true;
            break;
        }
        stream->end += (size_t)got;
        stream->next += got;
    }
    stream->window[stream->end] = '\0';
    return true;
}

/* The row at hand to the front of the window, and what follows it behind. */
static bool slide(lyh_csv_stream *stream, lyh_error *error)
{
    stream->end -= stream->at;
    memmove(stream->window, stream->window + stream->at, stream->end);
    stream->at = 0;
    return csv_stream_fill(stream, error);
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

static void add_cell(lyh_csv_stream *stream, stream_cell cell, row_reading *reading)
{
    const char *text = stream->window + cell.start;
    if (stream->cells->len <= LYH_CSV_MAX_COLUMNS)
        g_array_append_val(stream->cells, cell);
    if (reading->is_empty)
        reading->is_empty =
            !cell.is_quoted && lyh_text_is_blank(text, cell.end - cell.start);
}

/* Behind the opening quote, to behind the closing one. */
static row_outcome read_quoted(lyh_csv_stream *stream, row_reading *reading)
{
    stream_cell cell = { .start = reading->at, .is_quoted = true };
    for (;;) {
        const char *quote =
            memchr(stream->window + reading->at, '"', stream->end - reading->at);
        if (!quote || (!stream->is_whole && quote + 1 == stream->window + stream->end))
            return stream->is_whole ? ROW_UNCLOSED : ROW_CUT;
        reading->at = (size_t)(quote - stream->window) + 1;
        if (stream->window[reading->at] != '"')
            break;
        cell.has_quotes = true;
        reading->at++;
    }
    cell.end = reading->at - 1;
    add_cell(stream, cell, reading);
    return ROW_WHOLE;
}

#define IN_EACH(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

/*
 * The top bit of the first byte in @word that may be special is the lowest bit set: separator, quote, or a
 * control character, of which line ends and NUL are (Anderson, Bit Twiddling Hacks, 2005).
 */
static uint64_t specials(const lyh_csv_stream *stream, uint64_t word)
{
    const uint64_t tops = IN_EACH(0x80);
    uint64_t separators = word ^ IN_EACH(stream->separator), quotes = word ^ IN_EACH('"');
    return (((word - IN_EACH(0x20)) & ~word) | ((separators - IN_EACH(1)) & ~separators) |
            ((quotes - IN_EACH(1)) & ~quotes)) &
           tops;
}

/* The first byte from @at on that is not ordinary; eight are looked at together. */
static size_t ordinary_end(const lyh_csv_stream *stream, size_t at)
{
    const unsigned char *text = (const unsigned char *)stream->window;
    for (;; at++) {
        uint64_t word, found = 0;
        while (stream->end > at && stream->end - at >= sizeof word && found == 0) {
            memcpy(&word, text + at, sizeof word);
            found = specials(stream, GUINT64_FROM_LE(word));
            at += found ? (size_t)__builtin_ctzll(found) / 8 : sizeof word;
        }
        if (stream->class[text[at]] != ORDINARY)
            return at;
    }
}

static row_outcome read_bare(lyh_csv_stream *stream, row_reading *reading)
{
    const unsigned char *text = (const unsigned char *)stream->window;
    size_t at = ordinary_end(stream, reading->at);
    reading->at = at;
    if (at >= stream->end && !stream->is_whole)
        return ROW_CUT;
    if (stream->class[text[at]] == QUOTE)
        return ROW_STRAY;
    add_cell(stream, (stream_cell){ .start = reading->cell, .end = at }, reading);
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
    g_array_set_size(stream->cells, 0);
    *reading = (row_reading){ .at = stream->at, .cell = stream->at, .is_empty = true };
    for (;;) {
        bool is_quoted = stream->window[reading->at] == '"';
        reading->at += is_quoted;
        row_outcome outcome =
            is_quoted ? read_quoted(stream, reading) : read_bare(stream, reading);
        if (outcome != ROW_WHOLE)
            return outcome;
        unsigned char class = stream->class[(unsigned char)stream->window[reading->at]];
        if (reading->at >= stream->end)
            return stream->is_whole ? ROW_WHOLE : ROW_CUT;
        if (class == LINE_END)
            return pass_line_end(stream, &reading->at) ? ROW_WHOLE : ROW_CUT;
        if (class != SEPARATOR)
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
    size_t found = stream->cells->len;
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
        const stream_cell *cell = cell_at(stream, column);
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
    if (stream->source)
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
    if (stream->cells->len == stream->stride)
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

/* Most rows are one line: only those with quotes are looked through. */
static size_t lines_of(const lyh_csv_stream *stream, size_t end)
{
    for (size_t i = 0; i < stream->cells->len; i++)
        if (cell_at(stream, i)->is_quoted)
            return csv_stream_line_ends(stream->window + stream->row_at,
                                        end - stream->row_at);
    return 1;
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
    for (bool is_fresh = false;; is_fresh = true) {
        if (stream->at >= stream->end && stream->is_whole)
            return false;
        stream->row_at = stream->at;
        *outcome = read_row(stream, reading);
        if (*outcome != ROW_CUT || is_fresh)
            return true;
        if (!slide(stream, error))
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
            stream->new_line += lines_of(stream, end);
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
    const stream_cell *cell = cell_at(stream, column);
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
