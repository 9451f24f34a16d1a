#include "entities.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

/* "&#x10FFFF;" and the longest name, with room to spare. */
#define LONGEST_ENTITY 12

/* Those of WebVTT (W3C 2019, 6.4) and what Swedish pages write. */
static const struct {
    const char *name, *character;
} names[] = {
    { "Aring", "Å" }, { "Auml", "Ä" },   { "Ouml", "Ö" },  { "amp", "&" },
    { "apos", "'" },  { "aring", "å" },  { "auml", "ä" },  { "eacute", "é" },
    { "gt", ">" },    { "hellip", "…" }, { "ldquo", "“" }, { "lrm", "" },
    { "lsquo", "‘" }, { "lt", "<" },     { "mdash", "—" }, { "nbsp", "\xC2\xA0" },
    { "ndash", "–" }, { "ouml", "ö" },   { "quot", "\"" }, { "rdquo", "”" },
    { "rlm", "" },    { "rsquo", "’" },
};

static size_t by_name(const char *name, size_t size, char character[ENTITY_SIZE])
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strlen(names[i].name) != size || memcmp(names[i].name, name, size) != 0)
            continue;
        g_strlcpy(character, names[i].character, ENTITY_SIZE);
        return size;
    }
    return 0;
}

static size_t by_number(const char *digits, size_t size, char character[ENTITY_SIZE])
{
    bool is_hexadecimal = size > 0 && (digits[0] == 'x' || digits[0] == 'X');
    size_t at = is_hexadecimal ? 1 : 0;
    gunichar c = 0;
    if (at == size)
        return 0;
    for (; at < size; at++) {
        int digit = is_hexadecimal ? g_ascii_xdigit_value(digits[at])
                                   : g_ascii_digit_value(digits[at]);
        if (digit < 0 || c > 0x10FFFF)
            return 0;
        c = c * (is_hexadecimal ? 16 : 10) + (gunichar)digit;
    }
    if (c == 0 || c > 0x10FFFF || !g_unichar_validate(c))
        return 0;
    if (g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029)
        c = ' ';
    character[g_unichar_to_utf8(c, character)] = '\0';
    return size;
}

size_t entity_at(const char *text, size_t size, char character[ENTITY_SIZE])
{
    if (size == 0 || text[0] != '&')
        return 0;
    const char *end = memchr(text, ';', MIN(size, (size_t)LONGEST_ENTITY));
    if (!end || end == text + 1)
        return 0;
    size_t length = (size_t)(end - text);
    size_t found = text[1] == '#' ? by_number(text + 2, length - 2, character)
                                  : by_name(text + 1, length - 1, character);
    return found > 0 ? length + 1 : 0;
}
