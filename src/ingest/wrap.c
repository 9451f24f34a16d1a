#include "wrap.h"

#include <glib.h>

#include <lyhord/base/text.h>

static bool is_closing_sign(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x00BB || c == 0x2019 ||
           c == 0x201D || c == 0x201C;
}

bool wrap_ends_sentence(const char *text, size_t size)
{
    const char *end = text + size;
    while (end > text) {
        end = g_utf8_prev_char(end);
        size_t length;
        uint32_t c = lyh_text_char(end, size - (size_t)(end - text), &length);
        if (is_closing_sign(c))
            continue;
        return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026;
    }
    return size > 0; /* nothing but closing signs */
}

bool wrap_goes_on(const char *text, size_t size)
{
    size_t length;
    if (size == 0)
        return false;
    if (g_ascii_isprint(text[0])) /* nearly all begin with a capital */
        return g_ascii_islower(text[0]);
    uint32_t c = lyh_text_char(text, size, &length);
    return lyh_char_is_word(c) && !lyh_char_is_upper(c) && !lyh_char_is_digit(c);
}

bool wrap_is_list_item(const char *text, size_t size)
{
    size_t length;
    if (size == 0)
        return false;
    uint32_t c = lyh_text_char(text, size, &length);
    if (c == '-' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0x00B7)
        return length < size && text[length] == ' ';
    if (c >= 0xE000 && c <= 0xF8FF)
        return true;
    size_t sign = 0;
    while (sign < size && g_ascii_isdigit(text[sign]))
        sign++;
    if (sign == 0 && g_ascii_islower(text[0]))
        sign = 1;
    return sign > 0 && sign <= 2 && sign + 1 < size &&
           (text[sign] == ')' || text[sign] == '.') && text[sign + 1] == ' ';
}

bool wrap_is_cut(const char *text, size_t size)
{
    return !wrap_ends_sentence(text, size) &&
           lyh_text_length(text, size) >= SHORTEST_FULL_LINE;
}
