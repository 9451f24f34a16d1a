/*
 * A stream of rows before its first: what kind of file it is, its heading and its separator.
 */
#include "csv_stream_private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lyhord/base/text.h>

#include "autoptr.h"

/* Bytes in which the heading stands, and what is looked at to find the separator. */
#define HEAD ((size_t)1 << 16)

void lyh_csv_stream_rewind(lyh_csv_stream *stream)
{
    stream->row = 0;
    stream->line = stream->new_line = stream->first_line;
    stream->at = stream->source ? stream->first : 0;
    if (stream->source)
        return;
    stream->end = stream->valid = stream->mask_count = 0;
    stream->window[0] = '\0';
    stream->next = (off_t)stream->first;
    stream->is_whole = false;
}

static bool open_large(lyh_csv_stream *stream, lyh_error *error)
{
    stream->file = open(stream->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (stream->file < 0)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, stream->path);
    stream->window = g_malloc(LYH_CSV_MAX_ROW + 1);
    return csv_stream_fill(stream, error);
}

static bool open_text(lyh_csv_stream *stream, lyh_diags *diags, lyh_error *error)
{
    struct stat status;
    if (stat(stream->path, &status) != 0)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, stream->path);
    stream->size = (size_t)status.st_size;
    if (S_ISREG(status.st_mode) && stream->size > LYH_MAX_TABLE)
        return open_large(stream, error);
    stream->source = lyh_source_read(stream->path, LYH_SOURCE_TRANSCRIPT, diags, error);
    if (!stream->source)
        return false;
    stream->window = (char *)lyh_source_text(stream->source);
    stream->end = lyh_source_size(stream->source);
    stream->is_whole = true;
    return true;
}

/* Bytes of the text up to behind the heading's row, BOM and `sep=` included; 0: it is too long. */
static size_t head_size(const char *text, size_t size)
{
    bool is_quoted = false;
    bool says_something = false;
    size_t most = MIN(size, HEAD);
    for (size_t i = 0; i < most; i++) {
        bool is_end = !is_quoted && (text[i] == '\n' || text[i] == '\r');
        is_quoted ^= text[i] == '"';
        says_something |= !is_end && text[i] != ' ' && text[i] != '\t';
        if (!is_end || !says_something)
            continue;
        i += text[i] == '\r' && text[i + 1] == '\n';
        if (i + 1 > 7 || g_ascii_strncasecmp(text, "sep=", 4) != 0)
            return i + 1;
    }
    return size <= HEAD ? size : 0;
}

/* Nameless columns at the right edge belong to no heading; their cells have to be empty. */
static void note_nameless(lyh_csv_stream *stream)
{
    size_t named = lyh_csv_column_count(stream->heading);
    bool has_any = named < stream->stride;
    for (size_t i = 0; i < named; i++)
        has_any |= *(const char *)stream->heading->folded->pdata[i] == '\0';
    if (!has_any)
        return;
    g_byte_array_set_size(stream->no_name, (guint)stream->stride);
    for (size_t i = 0; i < stream->stride; i++)
        stream->no_name->data[i] =
            i >= named || *(const char *)stream->heading->folded->pdata[i] == '\0';
}

/* What separates the cells, with the rows that follow the heading in sight. */
static char separator_of(const lyh_csv_stream *stream, size_t start, lyh_diags *diags)
{
    const char *text = stream->window + start;
    size_t size = MIN(stream->end - start, HEAD);
    bool is_cut = size == HEAD;
    while (is_cut && size > 0 && text[size - 1] != '\n' && text[size - 1] != '\r')
        size--;
    g_autoptr(lyh_diags) unheard = lyh_diags_new(NULL);
    g_autoptr(lyh_source) sight =
        lyh_source_from_bytes(stream->path, LYH_SOURCE_TABLE, text, size, unheard);
    char separator = 0;
    if (!sight) {
        csv_stream_is_text(stream, start, start + size, diags);
        return 0;
    }
    size_t heading = lyh_csv_skip_sep(sight, &separator);
    return lyh_csv_separator_of(sight, heading, diags);
}

static size_t bom_size(const lyh_csv_stream *stream)
{
    bool is_there = !stream->source && stream->end >= 3 &&
                    memcmp(stream->window, "\xef\xbb\xbf", 3) == 0;
    return is_there ? 3 : 0;
}

static bool read_heading(lyh_csv_stream *stream, lyh_diags *diags)
{
    size_t start = bom_size(stream);
    size_t size = head_size(stream->window + start, stream->end - start);
    if (size == 0 && stream->end > start) {
        lyh_diags_error(diags, "csv-too-long", lyh_place_line(stream->path, 1, 1),
                        "the heading is longer than %zu bytes", HEAD);
        return false;
    }
    if (!csv_stream_is_text(stream, start, start + size, diags))
        return false;
    stream->head = lyh_source_from_bytes(stream->path, LYH_SOURCE_TABLE,
                                         stream->window + start, size, diags);
    bool says_something =
        stream->head && !lyh_text_is_blank(lyh_source_text(stream->head), size);
    char separator = says_something ? separator_of(stream, start, diags) : ';';
    stream->heading = stream->head && separator
                          ? csv_read_separated(stream->head, separator, diags)
                          : NULL;
    if (!stream->heading)
        return false;
    stream->first = start + size;
    stream->first_line = csv_stream_line_ends(stream->window, stream->first) + 1;
    stream->stride = stream->heading->stride;
    stream->separator = separator;
    note_nameless(stream);
    return true;
}

lyh_csv_stream *lyh_csv_stream_open(const char *path, lyh_diags *diags, lyh_error *error)
{
    lyh_csv_stream *stream = g_new0(lyh_csv_stream, 1);
    stream->path = g_strdup(path);
    stream->file = -1;
    stream->line = 1;
    stream->cells = g_new(stream_cell, LYH_CSV_MAX_COLUMNS + 1);
    stream->may_hold_lines = true; /* before the heading */
    stream->text = g_string_new(NULL);
    stream->no_name = g_byte_array_new();
    bool is_open = open_text(stream, diags, error);
    if (is_open && read_heading(stream, diags)) {
        lyh_csv_stream_rewind(stream);
        return stream;
    }
    if (is_open)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    lyh_csv_stream_free(stream);
    return NULL;
}

void lyh_csv_stream_free(lyh_csv_stream *stream)
{
    if (!stream)
        return;
    lyh_csv_free(stream->heading);
    lyh_source_free(stream->head);
    if (!stream->source)
        g_free(stream->window);
    lyh_source_free(stream->source);
    if (stream->file >= 0)
        close(stream->file);
    g_byte_array_unref(stream->no_name);
    g_string_free(stream->text, TRUE);
    g_free(stream->cells);
    g_free(stream->path);
    g_free(stream);
}

const lyh_csv *lyh_csv_stream_heading(const lyh_csv_stream *stream)
{
    return stream->heading;
}

size_t lyh_csv_stream_size(const lyh_csv_stream *stream)
{
    return stream->size;
}
