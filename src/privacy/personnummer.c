#include "finders/finders.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/catalog.h>

/* A number as it stands in the text: its ten significant digits and what the rest says. */
typedef struct candidate {
    size_t end;
    char digits[10]; /* YYMMDDNNNN */
    int century;     /* 18, 19, 20; 0 when only two digits of the year are written */
    bool is_divided; /* by a sign, not by a space or nothing */
} candidate;

static int two_digits(const char *digits)
{
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

static size_t digits_at(const char *text, size_t size, size_t offset)
{
    size_t end = offset;
    while (end < size && g_ascii_isdigit(text[end]))
        end++;
    return end - offset;
}

/* Bytes of the divider at @offset: hyphen, plus (over a hundred years), the dashes that word
 * processors make of a hyphen, or a space; 0 when there is none. */
static size_t divider_at(const char *text, size_t size, size_t offset, bool *is_sign)
{
    static const char *const signs[] = { "-", "+", "\u2010", "\u2011", "\u2013", "\u2212" };
    static const char *const spaces[] = { " ", "\u00a0" };
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        size_t length = strlen(signs[i]);
        *is_sign = true;
        if (size - offset >= length && memcmp(text + offset, signs[i], length) == 0)
            return length;
    }
    *is_sign = false;
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
        size_t length = strlen(spaces[i]);
        if (size - offset >= length && memcmp(text + offset, spaces[i], length) == 0)
            return length;
    }
    return 0;
}

/* The same, also with a space on either side of the sign: 640823 - 3234. */
static size_t wide_divider_at(const char *text, size_t size, size_t offset, bool *is_sign)
{
    size_t length = divider_at(text, size, offset, is_sign);
    if (length == 0 || *is_sign)
        return length;
    bool is_spaced;
    size_t sign = divider_at(text, size, offset + length, &is_spaced);
    size_t last = offset + length + sign;
    if (sign == 0 || !is_spaced || last >= size || text[last] != ' ')
        return length;
    *is_sign = true;
    return length + sign + 1;
}

/* Six or eight digits, a divider or none, four digits, and no digit around. */
static bool read_candidate(const char *text, size_t size, size_t start, candidate *found)
{
    size_t run = digits_at(text, size, start);
    size_t date = run;
    size_t last = start + run;
    found->is_divided = false;
    if (run == 10 || run == 12) {
        date = run - 4;
        last = start + date;
    } else if (run == 6 || run == 8) {
        last += wide_divider_at(text, size, last, &found->is_divided);
        if (last == start + run || digits_at(text, size, last) != 4)
            return false;
    } else {
        return false;
    }

    const char *digits = text + start;
    found->century = date == 8 ? two_digits(digits) : 0;
    memcpy(found->digits, digits + date - 6, 6);
    memcpy(found->digits + 6, text + last, 4);
    found->end = last + 4;
    return true;
}

static int days_in_month(int century, int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    /* an unwritten century: 1900 was no leap year, 2000 was */
    int full = (century ? century : 20) * 100 + year;
    bool is_leap = (full % 4 == 0 && full % 100 != 0) || full % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

/* A date that can be; 60 added to the day makes it a samordningsnummer's (SKV 707). */
static bool has_date(const candidate *number, bool *is_samordning)
{
    int year = two_digits(number->digits);
    int month = two_digits(number->digits + 2);
    int day = two_digits(number->digits + 4);
    *is_samordning = day > 60;
    if (*is_samordning)
        day -= 60;
    if (number->century != 0 && (number->century < 18 || number->century > 20))
        return false;
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in_month(number->century, year, month);
}

/* Luhn (SKV 704): every second digit from the first doubled, digit sums, a multiple of ten. */
static bool has_check_digit(const char digits[10])
{
    int sum = 0;
    for (int i = 0; i < 10; i++) {
        int value = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

static bool classify(const candidate *number, lyh_finding_kind *kind)
{
    bool is_samordning;
    if (!has_date(number, &is_samordning))
        return false;
    if (has_check_digit(number->digits)) {
        *kind = is_samordning ? LYH_FINDING_SAMORDNINGSNUMMER : LYH_FINDING_PERSONNUMMER;
        return true;
    }
    /* 070 175 06 05 written in one run has a "day" of 75: a telephone number, unless a sign
     * divides it as only a personnummer is divided. */
    *kind = LYH_FINDING_LIKE_PERSONNUMMER;
    return !is_samordning || number->is_divided;
}

static void describe(lyh_finding *finding)
{
    bool is_like = finding->kind == LYH_FINDING_LIKE_PERSONNUMMER;
    finding->confidence = is_like ? LYH_CONFIDENCE_LOW : LYH_CONFIDENCE_HIGH;
    finding->why = is_like ? N_("a possible date of birth and four digits")
                           : N_("date of birth and check digit are right");
}

void find_personnummer(const char *text, size_t size, GArray *findings)
{
    for (size_t offset = 0; offset < size;) {
        if (!g_ascii_isdigit(text[offset])) {
            offset++;
            continue;
        }
        candidate number;
        lyh_finding finding = { .start = offset };
        if (read_candidate(text, size, offset, &number) &&
            classify(&number, &finding.kind)) {
            finding.end = number.end;
            describe(&finding);
            g_array_append_val(findings, finding);
            offset = number.end;
        } else {
            offset += digits_at(text, size, offset);
        }
    }
}
