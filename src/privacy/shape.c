#include "shape.h"

#include <glib.h>

size_t shape_dash(const char *text, size_t size, size_t at)
{
    if (at >= size)
        return 0;
    if (text[at] == '-')
        return 1;
    if (size - at < 3 || text[at] != '\xe2')
        return 0;
    bool is_dash =
        text[at + 1] == '\x80' && text[at + 2] >= '\x90' && text[at + 2] <= '\x95';
    bool is_minus = text[at + 1] == '\x88' && text[at + 2] == '\x92';
    return is_dash || is_minus ? 3 : 0;
}

size_t shape_space(const char *text, size_t size, size_t at)
{
    if (at < size && (text[at] == ' ' || text[at] == '\t'))
        return 1;
    if (size - at >= 2 && at < size && text[at] == '\xc2' && text[at + 1] == '\xa0')
        return 2;
    bool is_narrow = at < size && size - at >= 3 && text[at] == '\xe2' &&
                     text[at + 1] == '\x80' &&
                     (text[at + 2] == '\x89' || text[at + 2] == '\xaf');
    return is_narrow ? 3 : 0;
}

static bool is_digit_at(const char *text, size_t size, size_t at)
{
    return at < size && g_ascii_isdigit(text[at]);
}

static bool take_digits(const char *text, size_t size, shape_match *match, size_t most)
{
    size_t taken = 0;
    while (taken < most && is_digit_at(text, size, match->end) &&
           match->count < SHAPE_DIGITS) {
        match->digits[match->count++] = text[match->end++];
        taken++;
    }
    return taken > 0;
}

static bool take_groups(const char *text, size_t size, shape_match *match)
{
    if (!take_digits(text, size, match, SHAPE_DIGITS))
        return false;
    for (;;) {
        size_t gap = shape_space(text, size, match->end);
        gap = gap ? gap : shape_dash(text, size, match->end);
        if (!gap || !is_digit_at(text, size, match->end + gap))
            return true;
        match->end += gap;
        if (!take_digits(text, size, match, SHAPE_DIGITS))
            return false;
    }
}

static bool take_capitals(const char *text, size_t size, shape_match *match)
{
    size_t start = match->end;
    while (match->end < size && g_ascii_isupper(text[match->end]) &&
           match->count < SHAPE_DIGITS)
        match->digits[match->count++] = text[match->end++];
    return match->end > start;
}

static bool take(const char *text, size_t size, char element, shape_match *match)
{
    size_t space = shape_space(text, size, match->end);
    size_t dash = shape_dash(text, size, match->end);
    switch (element) {
    case 'd':
        return take_digits(text, size, match, 1);
    case 'D':
        return take_digits(text, size, match, SHAPE_DIGITS);
    case 'G':
        return take_groups(text, size, match);
    case 'W':
        return take_capitals(text, size, match);
    case '_':
        match->end += space ? space : dash;
        return true;
    case ' ':
        match->end += space;
        return space > 0;
    case 's':
        match->end += space;
        return true;
    case '-':
        match->end += dash;
        return dash > 0;
    default:
        return match->end < size && text[match->end++] == element;
    }
}

bool shape_at(const char *text, size_t size, size_t at, const char *shape,
              shape_match *match)
{
    match->end = at;
    match->count = 0;
    for (const char *element = shape; *element; element++)
        if (!take(text, size, *element, match))
            return false;
    return match->end >= size ||
           (!g_ascii_isalnum(text[match->end]) && (unsigned char)text[match->end] < 0xC3) ||
           text[match->end] == '\xe2';
}
