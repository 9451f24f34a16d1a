#include "format.h"

#include <string.h>

#include <lyhord/base/text.h>

/* Bytes of the line end at @text, which a zero ends: CRLF is one; Unicode's own have two, or three. */
static size_t bytes_of_end(const char *text)
{
    if (text[0] == '\r')
        return text[1] == '\n' ? 2 : 1;
    return text[0] == '\n' ? 1 : text[0] == '\xC2' ? 2 : 3;
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

static void add_line(line_list *lines, size_t start, size_t end)
{
    if (lines_are_taken(lines))
        lines_add_taken(lines, start, end);
    else
        lines_add(lines, lyh_source_text(lines->source) + start, end - start,
                  (lyh_origin){ .byte = start }, false);
}

static void add_lines(line_list *lines)
{
    const sign_list *ends = &lines->signs->of[SIGN_END];
    const char *text = lyh_source_text(lines->source);
    size_t size = lyh_source_size(lines->source), start = 0;
    for (size_t i = 0; i < ends->count; i++) {
        size_t at = ends->at[i];
        if (at < start) /* the second byte of CRLF */
            continue;
        add_line(lines, start, at);
        start = at + bytes_of_end(text + at);
    }
    add_line(lines, start, size);
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
    lines->signs = signs_new(text, size);
    if (is_ordinary || lyh_text_is_nfc_at_sight(text, size))
        lines_take_text(lines);
    add_lines(lines);
    if (!is_ordinary)
        number_pages(lines);
    return lines;
}

const struct format format_txt = { ".txt", "text", NULL, read_txt };
