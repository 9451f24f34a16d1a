#include "subtitles.h"

#include <string.h>

/* A recording of a hundred thousand hours is a mistake of writing. */
#define MOST_DIGITS 5

/* Digits at @text and their value; 0 when there are none or too many. */
static size_t number_at(const char *text, size_t size, uint64_t *value)
{
    size_t digits = 0;
    *value = 0;
    while (digits < size && g_ascii_isdigit(text[digits])) {
        if (digits == MOST_DIGITS)
            return 0;
        *value = *value * 10 + (uint64_t)(text[digits++] - '0');
    }
    return digits;
}

/* Thousandths from the digits after the point; more than three say no more. */
static size_t fraction_at(const char *text, size_t size, uint64_t *milliseconds)
{
    size_t digits = 0;
    uint64_t value = 0;
    for (; digits < size && g_ascii_isdigit(text[digits]); digits++)
        if (digits < 3)
            value = value * 10 + (uint64_t)(text[digits] - '0');
    for (size_t i = digits; i < 3; i++)
        value *= 10;
    *milliseconds = value;
    return digits;
}

size_t subtitle_time_at(const char *text, size_t size, uint64_t *milliseconds)
{
    uint64_t total = 0;
    size_t at = 0;
    size_t fields = 0;
    for (; fields < 3; fields++) {
        uint64_t field;
        size_t digits = number_at(text + at, size - at, &field);
        if (digits == 0 || (fields > 0 && (digits != 2 || field > 59)))
            return 0;
        at += digits;
        total = total * 60 + field;
        if (fields == 2 || at == size || text[at] != ':')
            break;
        at++;
    }
    if (fields == 0)
        return 0;

    uint64_t rest = 0;
    if (at + 1 < size && (text[at] == '.' || text[at] == ',') &&
        g_ascii_isdigit(text[at + 1]))
        at += 1 + fraction_at(text + at + 1, size - at - 1, &rest);
    *milliseconds = total * 1000 + rest;
    return at;
}

static size_t pass_blanks(const char *text, size_t size, size_t at)
{
    while (at < size && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return at;
}

bool subtitle_times_at(const char *text, size_t size, uint64_t *from, uint64_t *to)
{
    size_t at = pass_blanks(text, size, 0);
    size_t first = subtitle_time_at(text + at, size - at, from);
    if (first == 0)
        return false;
    at = pass_blanks(text, size, at + first);
    if (size - at < 3 || memcmp(text + at, "-->", 3) != 0)
        return false;
    at = pass_blanks(text, size, at + 3);
    size_t second = subtitle_time_at(text + at, size - at, to);
    at += second;
    return second > 0 && (at == size || text[at] == ' ' || text[at] == '\t');
}
