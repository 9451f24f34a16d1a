#include "subtitle_tags.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "subtitles.h"

/* No tag of a file in good order is longer; a '<' in speech must not make us look to the end. */
#define LONGEST_TAG 512

/* Names of tags: of WebVTT (W3C 2019, 4.2.2) and those players take in SubRip files. */
static const char *const names[] = { "b",  "c",    "font", "i", "lang",
                                     "rt", "ruby", "s",    "u", "v" };

/* The bytes of the name at the start of a tag's @inside, or 0 when we know none such. */
static size_t known_name(const char *inside, size_t size)
{
    size_t length = 0;
    while (length < size && g_ascii_isalpha(inside[length]))
        length++;
    if (length < size && !strchr(". \t/", inside[length]))
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strlen(names[i]) == length &&
            g_ascii_strncasecmp(names[i], inside, length) == 0)
            return length;
    return 0;
}

static bool is_time(const char *inside, size_t size)
{
    uint64_t ignored;
    return size > 0 && subtitle_time_at(inside, size, &ignored) == size;
}

/* "v.loud Anna L" names Anna L. */
static void find_voice(const char *inside, size_t size, const char **name,
                       size_t *name_size)
{
    size_t at = 1;
    while (at < size && inside[at] != ' ' && inside[at] != '\t')
        at++;
    at += lyh_text_leading_space(inside + at, size - at);
    *name = inside + at;
    *name_size = lyh_text_trimmed_size(inside + at, size - at);
}

/* "{\an8}": where on the screen. */
static size_t position_at(const char *text, size_t size)
{
    if (size < 3 || text[1] != '\\')
        return 0;
    const char *end = memchr(text, '}', MIN(size, (size_t)LONGEST_TAG));
    return end ? (size_t)(end - text) + 1 : 0;
}

size_t subtitle_tag_at(const char *text, size_t size, const char **name, size_t *name_size)
{
    *name = text;
    *name_size = 0;
    if (size > 0 && text[0] == '{')
        return position_at(text, size);
    if (size < 3 || text[0] != '<')
        return 0;
    const char *end = memchr(text, '>', MIN(size, (size_t)LONGEST_TAG));
    if (!end)
        return 0;

    const char *inside = text + 1;
    size_t length = (size_t)(end - inside);
    bool is_closing = inside[0] == '/';
    size_t known =
        is_closing ? known_name(inside + 1, length - 1) : known_name(inside, length);
    if (known == 0 && !is_time(inside, length))
        return 0;
    if (known == 1 && !is_closing && g_ascii_tolower(inside[0]) == 'v')
        find_voice(inside, length, name, name_size);
    return length + 2;
}
