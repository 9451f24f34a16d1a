#include "../numbers.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "finders.h"
#include "../said.h"
#include "../shape.h"

/* Between groups of a number stand a space, a dash, a slash, brackets, a point, or two of them. */
static size_t between_groups(const char *text, size_t size, size_t at)
{
    size_t end = at;
    for (int signs = 0; signs < 3 && end < size; signs++) {
        size_t length = shape_space(text, size, end);
        length = length ? length : shape_dash(text, size, end);
        bool is_point = text[end] == '.' && signs == 0 && end + 1 < size &&
                        g_ascii_isdigit(text[end + 1]);
        if (!length && ((strchr("/()", text[end]) && text[end]) || is_point))
            length = 1;
        if (!length)
            break;
        end += length;
    }
    return end < size && g_ascii_isdigit(text[end]) ? end - at : 0;
}

/* Groups of digits from @at on, as long as all of them are at most @most digits. */
static size_t phone_groups(const char *text, size_t size, size_t at, size_t most,
                           char *digits, size_t *count)
{
    size_t end = at;
    *count = 0;
    for (size_t next = at;;) {
        size_t stop = next;
        while (stop < size && g_ascii_isdigit(text[stop]) && stop - next <= most)
            stop++;
        if (*count + (stop - next) > most)
            break;
        memcpy(digits + *count, text + next, stop - next);
        *count += stop - next;
        end = stop;
        size_t gap = between_groups(text, size, stop);
        if (gap == 0)
            break;
        next = stop + gap;
    }
    return end;
}

/* A Swedish number (PTS's plan): 0, an area or 7x, eight to ten digits in all. */
static bool is_national(const char *text, const word *first, const char *digits,
                        size_t count)
{
    if (count < 8 || count > 10 || digits[0] != '0' || digits[1] == '0')
        return false;
    size_t area = first->end - first->start;
    bool is_hour = digits[1] == '8' && area != 2 && area < 8 && area != 3; /* 0830-1600 */
    bool is_mobile = digits[1] == '7' && strchr("02369", digits[2]);
    /* 01.02.2023 is a day, and 08.15.30 a time */
    bool is_pointed = text[first->end] == '.' && area < 3;
    return !is_hour && !is_pointed && (!is_mobile || count == 10) &&
           text[first->end] != ':';
}

static bool find_international(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    const char *text = list->text;
    bool has_plus = at->start > 0 && text[at->start - 1] == '+' &&
                    (at->start < 2 || !g_ascii_isalnum(text[at->start - 2]));
    bool has_zeros = !has_plus && word_size(list, i) >= 4 && text[at->start] == '0' &&
                     text[at->start + 1] == '0' && text[at->start + 2] != '0';
    char digits[16];
    size_t count;
    if (!has_plus && !has_zeros)
        return false;
    *end = phone_groups(text, list->size, at->start, 15, digits, &count);
    if (count < 9)
        return false;
    add_finding(findings, at->start - has_plus, *end, LYH_FINDING_PHONE,
                LYH_CONFIDENCE_HIGH, N_("the form of a telephone number with its country"));
    return true;
}

static bool find_national(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    char digits[16];
    size_t count;
    if (list->text[at->start] != '0')
        return false;
    *end = phone_groups(list->text, list->size, at->start, 10, digits, &count);
    if (!is_national(list->text, at, digits, count) || is_measured(list, *end))
        return false;
    bool has_bracket = at->start > 0 && list->text[at->start - 1] == '(';
    add_finding(findings, at->start - has_bracket, *end, LYH_FINDING_PHONE,
                LYH_CONFIDENCE_HIGH, N_("the form of a telephone number"));
    return true;
}

bool find_phone(const words *list, size_t i, GArray *findings, size_t *end)
{
    return find_international(list, i, findings, end) ||
           find_national(list, i, findings, end);
}

/* "ring 12 34 56": without its area a number needs a word that says what it is. */
bool find_local_phone(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    char digits[16];
    size_t count;
    if (!words_cue_before(list, i, CUE_PHONE, 4))
        return false;
    *end = phone_groups(list->text, list->size, at->start, 9, digits, &count);
    bool has_groups = *end > at->end;
    if (count < (has_groups ? 5u : 6u) || is_measured(list, *end))
        return false;
    add_finding(findings, at->start, *end, LYH_FINDING_PHONE, LYH_CONFIDENCE_LOW,
                N_("said to be a telephone number"));
    return true;
}

/* "noll sju noll …", "numret är sjuttiotre fyrtiofem": digits said, one by one or by two. */
bool find_said_phone(const words *list, size_t i, GArray *findings, size_t *end)
{
    if (!(list->items[i].classes & (WORD_SMALL | WORD_TENS)))
        return false;
    enum { MOST_WORDS = 16 };
    bool begins_with_zero = said_small(list, i) == 0;
    bool is_said = words_cue_before(list, i, CUE_PHONE, 4);
    if (!begins_with_zero && !is_said)
        return false;
    size_t digits = 0, next = i;
    while (next < list->count && next < i + MOST_WORDS &&
           (next == i || list->items[next].gap <= GAP_OTHER)) {
        int value = said_small(list, next);
        if (value >= 0)
            digits += value > 9 ? 2 : 1;
        else if (list->items[next].is_number)
            digits += word_size(list, next);
        else
            break;
        next++;
    }
    if (next - i < 3 || digits < (begins_with_zero ? 6u : 5u))
        return false;
    *end = list->items[next - 1].end;
    add_finding(findings, list->items[i].start, *end, LYH_FINDING_PHONE, LYH_CONFIDENCE_LOW,
                N_("digits of a telephone number, said one by one"));
    return true;
}
