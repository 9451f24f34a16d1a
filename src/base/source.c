#include <lyhord/base/source.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include <lyhord/base/blocks.h>
#include <lyhord/base/diags.h>
#include <lyhord/base/text.h>

#include "autoptr.h"
#include "decode.h"

/* Offsets are kept in 32 bits; decoding makes at most three bytes of one, NFC again three. */
#define SIZE_MAX_OF_A_SOURCE ((size_t)128 << 20)
/* Bytes of text between two known places of the file, where the two differ. */
#define STEP 1024

struct lyh_source {
    char *name;
    lyh_source_kind kind;
    lyh_decoded decoded;
    GArray *lines; /* guint32: where each line starts; NULL until somebody asks */
    GArray *steps; /* guint32: file byte of each STEP's first character; NULL in UTF-8 */
};

/* ---- reading ---- */

static int open_regular(const char *path, struct stat *status, lyh_error *error)
{
    /* O_NONBLOCK: the opening of a FIFO would wait for somebody who writes. */
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0) {
        lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, path);
        return -1;
    }
    if (fstat(file, status) == 0 && S_ISREG(status->st_mode))
        return file;

    lyh_error_set(error, LYH_ERROR_NO_INPUT, S_ISDIR(status->st_mode) ? EISDIR : 0, path);
    close(file);
    return -1;
}

/* Read to the end, though the file may be longer than fstat() said (it grows, /proc). */
static bool read_all(int file, size_t expected, size_t max, lyh_bytes *bytes, int *number)
{
    size_t room = expected + 1;
    bytes->data = g_malloc(room + 1);
    bytes->size = 0;
    for (;;) {
        ssize_t got = read(file, bytes->data + bytes->size, room - bytes->size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            *number = errno;
            return false;
        }
        if (got == 0)
            break;
        bytes->size += (size_t)got;
        /* It gave what fstat() said where there was room for more: that was its end. */
        if (bytes->size == expected && expected > 0)
            break;
        if (bytes->size > max) {
            *number = EFBIG;
            return false;
        }
        if (bytes->size == room) {
            room *= 2;
            bytes->data = g_realloc(bytes->data, room + 1);
        }
    }
    bytes->data[bytes->size] = '\0';
    return true;
}

bool lyh_file_read(const char *path, size_t max, lyh_bytes *bytes, lyh_error *error)
{
    *bytes = (lyh_bytes){ 0 };
    struct stat status = { 0 };
    int file = open_regular(path, &status, error);
    if (file < 0)
        return false;
    if ((uintmax_t)status.st_size > max) {
        close(file);
        return lyh_error_set(error, LYH_ERROR_DATA, EFBIG, path);
    }

    int number = 0;
    bool is_read = read_all(file, (size_t)status.st_size, max, bytes, &number);
    close(file);
    if (is_read)
        return true;

    g_free(bytes->data);
    *bytes = (lyh_bytes){ 0 };
    return lyh_error_set(error, number == EFBIG ? LYH_ERROR_DATA : LYH_ERROR_IO, number,
                         path);
}

/* ---- lines, and the way back to the file ---- */

static GArray *find_lines(const lyh_decoded *decoded)
{
    const lyh_signs ends = lyh_signs_of("\r\n");
    const char *text = decoded->text;
    size_t size = decoded->size;
    guint32 start = 0;
    GArray *lines = g_array_new(FALSE, FALSE, sizeof start);
    g_array_append_val(lines, start);
    for (size_t i = lyh_signs_until(&ends, text, size); i < size;
         i += lyh_signs_until(&ends, text + i, size - i)) {
        i += text[i] == '\r' && text[i + 1] == '\n' ? 2 : 1;
        start = (guint32)i;
        g_array_append_val(lines, start);
    }
    return lines;
}

static const GArray *lines_of(const lyh_source *source)
{
    if (!source->lines) {
        /* They are a function of the text, which never changes: finding them late is no change.
         * Of most transcripts nothing is told, and nobody asks. */
        lyh_source *late = (lyh_source *)source;
        late->lines = find_lines(&source->decoded);
    }
    return source->lines;
}

static size_t bytes_in_file(lyh_encoding encoding, uint32_t c)
{
    if (encoding == LYH_WINDOWS_1252)
        return 1;
    return c >= 0x10000 ? 4 : 2;
}

static void find_steps(lyh_source *source)
{
    const lyh_decoded *decoded = &source->decoded;
    if (decoded->encoding == LYH_UTF_8)
        return;

    guint32 byte = (guint32)decoded->bom;
    source->steps = g_array_new(FALSE, FALSE, sizeof byte);
    for (size_t i = 0, length; i < decoded->size; i += length) {
        if (i >= source->steps->len * (size_t)STEP)
            g_array_append_val(source->steps, byte);
        uint32_t c = lyh_text_char(decoded->text + i, decoded->size - i, &length);
        byte += (guint32)bytes_in_file(decoded->encoding, c);
    }
}

lyh_source *lyh_source_of_decoded(const char *name, lyh_source_kind kind,
                                  const lyh_decoded *decoded)
{
    lyh_source *source = g_new0(lyh_source, 1);
    source->name = g_strdup(name);
    source->kind = kind;
    source->decoded = *decoded;
    find_steps(source);
    return source;
}

static lyh_source *source_of(const char *name, lyh_source_kind kind, const void *bytes,
                             size_t size, bool is_lent, lyh_diags *diags)
{
    if (size > SIZE_MAX_OF_A_SOURCE) {
        lyh_diags_error(diags, "too-large", lyh_place_file(name),
                        "the file is too large: %zu bytes, at most %zu are read", size,
                        SIZE_MAX_OF_A_SOURCE);
        return NULL;
    }

    const void *all = size > 0 ? bytes : (const void *)"";
    lyh_undecoded file = { name, kind, all, size, is_lent, diags };
    lyh_decoded decoded = { 0 };
    if (!lyh_decode(&file, &decoded))
        return NULL;

    lyh_source *source = lyh_source_of_decoded(name, kind, &decoded);
    if (kind != LYH_SOURCE_TRANSCRIPT)
        return source;
    if (lyh_text_is_blank(decoded.text, decoded.size))
        lyh_diags_warning(diags, "empty-file", lyh_place_file(name),
                          "the file is empty: it counts as a document without words");
    lyh_warn_odd_characters(source, decoded.ordinary, diags);
    return source;
}

lyh_source *lyh_source_from_bytes(const char *name, lyh_source_kind kind, const void *bytes,
                                  size_t size, lyh_diags *diags)
{
    return source_of(name, kind, bytes, size, false, diags);
}

lyh_source *lyh_source_lent(const char *name, lyh_source_kind kind, const lyh_bytes *bytes,
                            lyh_diags *diags)
{
    return source_of(name, kind, bytes->data, bytes->size, true, diags);
}

lyh_source *lyh_source_read(const char *path, lyh_source_kind kind, lyh_diags *diags,
                            lyh_error *error)
{
    lyh_bytes bytes;
    size_t max = kind == LYH_SOURCE_TRANSCRIPT ? LYH_MAX_TRANSCRIPT : LYH_MAX_TABLE;
    if (!lyh_file_read(path, max, &bytes, error))
        return NULL;

    lyh_source *source = lyh_source_from_bytes(path, kind, bytes.data, bytes.size, diags);
    g_free(bytes.data);
    if (!source)
        lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return source;
}

void lyh_source_free(lyh_source *source)
{
    if (!source)
        return;
    g_clear_pointer(&source->steps, g_array_unref);
    g_clear_pointer(&source->lines, g_array_unref);
    if (!source->decoded.is_lent)
        g_free(source->decoded.text);
    g_free(source->name);
    g_free(source);
}

const char *lyh_source_name(const lyh_source *source)
{
    return source->name;
}

lyh_source_kind lyh_source_kind_of(const lyh_source *source)
{
    return source->kind;
}

const char *lyh_source_text(const lyh_source *source)
{
    return source->decoded.text;
}

size_t lyh_source_size(const lyh_source *source)
{
    return source->decoded.size;
}

bool lyh_source_is_ordinary(const lyh_source *source)
{
    return source->decoded.ordinary == source->decoded.size;
}

static size_t line_start(const lyh_source *source, size_t line)
{
    return g_array_index(lines_of(source), guint32, line - 1);
}

size_t lyh_source_line(const lyh_source *source, size_t offset)
{
    size_t low = 1, high = lines_of(source)->len;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (line_start(source, middle) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

size_t lyh_source_column(const lyh_source *source, size_t offset)
{
    size_t start = line_start(source, lyh_source_line(source, offset));
    offset = MIN(offset, source->decoded.size);
    return lyh_text_length(source->decoded.text + start, offset - start) + 1;
}

void lyh_source_line_span(const lyh_source *source, size_t line, size_t *start, size_t *end)
{
    g_assert(line >= 1 && line <= lines_of(source)->len);
    *start = line_start(source, line);
    *end = *start + lyh_text_until(source->decoded.text + *start,
                                   source->decoded.size - *start, "\r\n");
}

size_t lyh_source_byte(const lyh_source *source, size_t offset)
{
    const lyh_decoded *decoded = &source->decoded;
    offset = MIN(offset, decoded->size);
    if (decoded->encoding == LYH_UTF_8)
        return decoded->bom + offset;
    if (decoded->size == 0)
        return decoded->bom;

    size_t step = MIN(offset / STEP, source->steps->len - 1);
    size_t byte = g_array_index(source->steps, guint32, step);
    size_t i = step * STEP;
    while (i < offset && ((unsigned char)decoded->text[i] & 0xc0) == 0x80)
        i++;
    for (size_t length; i < offset; i += length)
        byte += bytes_in_file(decoded->encoding,
                              lyh_text_char(decoded->text + i, decoded->size - i, &length));
    return byte;
}
