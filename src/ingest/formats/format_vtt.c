#include "format.h"

#include <string.h>

#include "subtitles.h"

/* "WEBVTT" and then white space or the end (W3C 2019, 4.1). */
static bool recognises_vtt(const lyh_bytes *bytes)
{
    static const char sign[] = "WEBVTT";
    size_t size = sizeof sign - 1;
    size_t bom = bytes->size >= 3 && memcmp(bytes->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (bytes->size < bom + size || memcmp(bytes->data + bom, sign, size) != 0)
        return false;
    return bytes->size == bom + size || g_ascii_isspace(bytes->data[bom + size]);
}

static line_list *read_vtt(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    return subtitles_read(path, bytes, SUBTITLE_VTT, diags);
}

const struct format format_vtt = { ".vtt", "WebVTT", recognises_vtt, read_vtt };
