#include "format.h"

#include <string.h>

#include "pieces.h"
#include "subtitles.h"

static const char *pass_bom(const lyh_bytes *bytes, size_t *size)
{
    size_t bom = bytes->size >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    *size = bytes->size - bom;
    return bytes->data + bom;
}

/* The first line that is not blank is a number with times under it, or times. */
static bool recognises_srt(const lyh_bytes *bytes)
{
    size_t size;
    const char *text = pass_bom(bytes, &size);
    bool has_number = false;
    for (size_t start = 0, next; start <= size; start = next) {
        uint64_t from, to;
        size_t end = pieces_physical_line(text, size, start, &next);
        size_t length = end - start;
        if (subtitle_times_at(text + start, length, &from, &to))
            return true;
        size_t digits = 0;
        while (digits < length && g_ascii_isdigit(text[start + digits]))
            digits++;
        while (digits < length && g_ascii_isspace(text[start + digits]))
            digits++;
        if (digits < length || (length > 0 && has_number))
            return false;
        has_number = length > 0;
    }
    return false;
}

static line_list *read_srt(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    return subtitles_read(path, bytes, SUBTITLE_SRT, diags);
}

const struct format format_srt = { ".srt", "SubRip", recognises_srt, read_srt };
