#include "lines.h"

#include <string.h>

#include <utf8proc.h>

#include <lyhord/base/text.h>

static size_t char_width(const char *text, size_t *length)
{
    uint32_t c = lyh_text_char(text, strlen(text), length);
    return (size_t)utf8proc_charwidth((utf8proc_int32_t)c);
}

static size_t width_of(const char *text, size_t size)
{
    size_t width = 0;
    for (size_t i = 0, length; i < size; i += length)
        width += char_width(text + i, &length);
    return width;
}

size_t text_width(const char *text)
{
    return width_of(text, strlen(text));
}

size_t text_widest_word(const char *text)
{
    size_t widest = 0;
    while (*text) {
        size_t size = strcspn(text, " ");
        widest = MAX(widest, width_of(text, size));
        text += size + strspn(text + size, " ");
    }
    return widest;
}

/* Bytes of @text that fill @width columns; never parts a letter from the marks upon it. */
static size_t bytes_that_fit(const char *text, size_t width)
{
    size_t used = 0;
    for (size_t taken = 0; text[used];) {
        size_t length;
        taken += char_width(text + used, &length);
        if (taken > width)
            break;
        used += length;
    }
    return used;
}

/* The end of the line that begins at @text: before the last space that fits, else mid-word. */
static size_t line_size(const char *text, size_t width)
{
    size_t fits = bytes_that_fit(text, width);
    if (!text[fits] || text[fits] == ' ')
        return fits;
    for (size_t i = fits; i > 0; i--)
        if (text[i - 1] == ' ')
            return i - 1;
    return fits;
}

GPtrArray *text_lines(const char *text, size_t width)
{
    g_assert(width >= 2);
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    do {
        text += lines->len > 0 ? strspn(text, " ") : 0;
        size_t size = line_size(text, width);
        g_ptr_array_add(lines, g_strchomp(g_strndup(text, size)));
        text += MAX(size, strspn(text, " "));
    } while (*text);
    return lines;
}
