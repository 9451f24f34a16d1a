#include "format.h"

#include <string.h>

#include <lyhord/base/text.h>

/* Bytes of the line end at @text, or 0. CRLF, LF, CR, and Unicode's own line ends: NEL, LINE
 * SEPARATOR and PARAGRAPH SEPARATOR, which word processors leave behind (UAX #14, class BK). */
static size_t line_end_at(const char *text, size_t size)
{
    if (text[0] == '\n')
        return 1;
    if (text[0] == '\r')
        return size > 1 && text[1] == '\n' ? 2 : 1;
    if (size >= 2 && memcmp(text, "\xC2\x85", 2) == 0)
        return 2;
    if (size >= 3 &&
        (memcmp(text, "\xE2\x80\xA8", 3) == 0 || memcmp(text, "\xE2\x80\xA9", 3) == 0))
        return 3;
    return 0;
}

/* The byte at which the line that begins at @start ends, and the bits of what stands in it. Unordinary
 * text may have Unicode's line ends. */
static size_t end_of_line(const lyh_kinds *kinds, bool is_ordinary, const char *text,
                          size_t size, size_t start, unsigned char *signs)
{
    unsigned char ends = kinds->bits[SIGN_END];
    if (!is_ordinary)
        ends |= kinds->bits[SIGN_QUOTE];
    size_t i = start + lyh_kinds_until(kinds, ends, text + start, size - start, signs);
    while (i < size && line_end_at(text + i, size - i) == 0) {
        *signs |= kinds->bits[SIGN_QUOTE];
        i += 1 + lyh_kinds_until(kinds, ends, text + i + 1, size - i - 1, signs);
    }
    return i;
}

static bool begins_with_form_feed(const char *text, size_t size)
{
    for (size_t i = 0; i < size && g_ascii_isspace(text[i]); i++)
        if (text[i] == '\f')
            return true;
    return false;
}

/* Pages saved as text have a form feed before the first line of each but the first, or after its
 * last. Without any, the lines know no pages. */
static void number_pages(line_list *lines)
{
    size_t page = 1;
    if (!strchr(lines->text->str, '\f'))
        return;
    for (size_t i = 0; i < lines->count; i++) {
        struct line *line = lines_get(lines, i);
        const char *text = lines->text->str + line->start;
        size_t size = line->end - line->start;
        bool is_first = begins_with_form_feed(text, size);
        page += is_first;
        line->page = page;
        page += !is_first && memchr(text, '\f', size) != NULL;
    }
}

static line_list *read_txt(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    line_list *lines = lines_of_text(path, bytes, diags);
    if (!lines)
        return NULL;

    lines->is_paged = true;
    const char *text = lyh_source_text(lines->source);
    size_t size = lyh_source_size(lines->source);
    bool is_ordinary = lyh_source_is_ordinary(lines->source);
    bool is_taken = is_ordinary || lyh_text_is_nfc_at_sight(text, size);
    if (is_taken)
        lines_take_text(lines);
    for (size_t start = 0; start <= size;) {
        unsigned char signs = 0;
        size_t end = end_of_line(lines->kinds, is_ordinary, text, size, start, &signs);
        if (is_taken)
            lines_add_taken(lines, start, end, signs);
        else
            lines_add(lines, text + start, end - start, (lyh_origin){ .byte = start },
                      false);
        start = end == size ? size + 1 : end + line_end_at(text + end, size - end);
    }
    if (!is_ordinary)
        number_pages(lines);
    return lines;
}

const struct format format_txt = { ".txt", "text", NULL, read_txt };
