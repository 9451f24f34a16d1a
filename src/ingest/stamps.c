#include "stamps.h"

#include <string.h>

#include <glib.h>

/* No recording is longer than this many hours; three digits would be a number of something. */
#define LONGEST_NUMBER 2

/* Bytes of the digits at @text, at most two, and the number they make. */
static size_t number_at(const char *text, size_t size, uint64_t *number)
{
    size_t digits = 0;
    *number = 0;
    while (digits < size && digits < LONGEST_NUMBER && g_ascii_isdigit(text[digits]))
        *number = *number * 10 + (uint64_t)(text[digits++] - '0');
    return digits;
}

/* A full stop or a comma and a digit; a dash and one digit alone, which else begins a range. */
static bool begins_fraction(const char *text, size_t size)
{
    if (size < 2 || !g_ascii_isdigit(text[1]))
        return false;
    return text[0] == '.' || text[0] == ',' ||
           (text[0] == '-' && (size == 2 || !g_ascii_isalnum(text[2])));
}

/* Bytes of a fraction of one to three digits, added to @milliseconds. */
static size_t fraction_at(const char *text, size_t size, uint64_t *milliseconds)
{
    if (!begins_fraction(text, size))
        return 0;
    uint64_t unit = 100;
    size_t end = 1;
    for (; end < size && end < 4 && g_ascii_isdigit(text[end]); end++, unit /= 10)
        *milliseconds += (uint64_t)(text[end] - '0') * unit;
    return end;
}

/* "00:12:31", "12:31", "1:02:03.500"; @parts says how many numbers there were. */
static size_t time_at(const char *text, size_t size, uint64_t *milliseconds, size_t *parts)
{
    uint64_t number;
    size_t end = number_at(text, size, &number);
    uint64_t seconds = number;
    *parts = end > 0;
    while (*parts > 0 && *parts < 3 && end + 2 < size && text[end] == ':' &&
           number_at(text + end + 1, size - end - 1, &number) == 2 && number < 60) {
        seconds = seconds * 60 + number;
        end += 3;
        ++*parts;
    }
    if (*parts < 2 || (end < size && g_ascii_isdigit(text[end])))
        return 0;
    *milliseconds = seconds * 1000;
    return end + fraction_at(text + end, size - end, milliseconds);
}

static size_t spaces_at(const char *text, size_t size)
{
    size_t end = 0;
    while (end < size && text[end] == ' ')
        end++;
    return end;
}

/* " - ", " – ", " --> " between the two times of a range. */
static size_t until_at(const char *text, size_t size)
{
    static const char *const signs[] = { "-->", "\xE2\x80\x93", "-" };
    size_t lead = spaces_at(text, size);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        size_t length = strlen(signs[i]);
        if (size - lead > length && memcmp(text + lead, signs[i], length) == 0)
            return lead + length + spaces_at(text + lead + length, size - lead - length);
    }
    return 0;
}

/* A time or a range without what encloses it. */
static size_t times_at(const char *text, size_t size, struct stamp *stamp, size_t *parts)
{
    size_t end = time_at(text, size, &stamp->from, parts);
    stamp->to = 0;
    size_t until = end > 0 ? until_at(text + end, size - end) : 0;
    size_t second_parts;
    size_t second = until > 0 ? time_at(text + end + until, size - end - until, &stamp->to,
                                        &second_parts)
                              : 0;
    if (second == 0 || stamp->to <= stamp->from) {
        stamp->to = 0;
        return end;
    }
    return end + until + second;
}

static const char openings[] = "[(#{<";
static const char closings[] = "])#}>";

bool stamp_at(const char *text, size_t size, struct stamp *stamp)
{
    if (size == 0 || !stamp_may_begin(text[0]))
        return false;
    bool is_digit = g_ascii_isdigit(text[0]);
    if (is_digit && (size < 3 || text[2] != ':'))
        return false; /* "00:12:31", as nearly no number in a text is */
    const char *opening = is_digit ? NULL : strchr(openings, text[0]);
    size_t lead = opening ? 1 + spaces_at(text + 1, size - 1) : 0;
    size_t parts;
    size_t length = times_at(text + lead, size - lead, stamp, &parts);
    size_t end = lead + length;
    if (length == 0)
        return false;
    if (!opening) {
        stamp->size = end;
        return parts == 3 && g_ascii_isdigit(text[1]) &&
               (end == size || !g_ascii_isalnum(text[end]));
    }
    end += spaces_at(text + end, size - end);
    stamp->size = end + 1;
    return end < size && text[end] == closings[opening - openings];
}

bool stamp_is_last(const char *text, size_t size, size_t *start, struct stamp *stamp)
{
    size_t parts;
    while (size > 0 && g_ascii_isspace(text[size - 1]))
        size--;
    *start = size;
    while (*start > 0 && !g_ascii_isspace(text[*start - 1]))
        --*start;
    size_t length = size - *start;
    if (*start == 0 || length == 0)
        return false;
    if (stamp_at(text + *start, length, stamp) && stamp->size == length)
        return true;
    stamp->size = times_at(text + *start, length, stamp, &parts);
    return stamp->size == length;
}

bool stamp_in(const char *text, size_t size, size_t *start, struct stamp *stamp)
{
    bool is_inside_number = false;
    for (size_t i = 0; i < size; i++) {
        bool is_digit = g_ascii_isdigit(text[i]);
        bool is_tried = stamp_may_begin(text[i]) && !(is_digit && is_inside_number);
        is_inside_number = is_digit || g_ascii_isalpha(text[i]) || text[i] == ':';
        if (!is_tried || !stamp_at(text + i, size - i, stamp))
            continue;
        *start = i;
        return true;
    }
    return false;
}
