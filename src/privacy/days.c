#include <lyhord/privacy/days.h>

#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "checks.h"
#include "shape.h"

static int value_of(const char *digits, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + digits[i] - '0';
    return value;
}

/* A shape, and where year, month and day stand in its digits. */
static bool read_whole(const char *text, size_t size, size_t at, lyh_day *day)
{
    static const struct {
        const char *shape;
        uint8_t year, years, month, months, day, days;
        lyh_confidence confidence;
    } rows[] = {
        { "dddd-dd-dd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_HIGH },
        { "dddd/dd/dd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_HIGH },
        { "dddd.dd.dd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_HIGH },
        { "dd.dd.dddd", 4, 4, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "d.d.dddd", 2, 4, 1, 1, 0, 1, LYH_CONFIDENCE_HIGH },
        { "dd.d.dddd", 3, 4, 2, 1, 0, 2, LYH_CONFIDENCE_HIGH },
        { "d.dd.dddd", 3, 4, 1, 2, 0, 1, LYH_CONFIDENCE_HIGH },
        { "dd/dd/dddd", 4, 4, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "dd-dd-dddd", 4, 4, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "dddddddd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_LOW },
        { "dddddd", 0, 2, 2, 2, 4, 2, LYH_CONFIDENCE_LOW },
        { "dd-dd-dd", 0, 2, 2, 2, 4, 2, LYH_CONFIDENCE_LOW },
        { "dd/dd/dd", 4, 2, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "dd/dd-dd", 4, 2, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "d/d/dd", 2, 2, 1, 1, 0, 1, LYH_CONFIDENCE_HIGH },
        { "dd/d/dd", 3, 2, 2, 1, 0, 2, LYH_CONFIDENCE_HIGH },
        { "d/dd/dd", 3, 2, 1, 2, 0, 1, LYH_CONFIDENCE_HIGH },
        { "dd.dd.dd", 4, 2, 2, 2, 0, 2, LYH_CONFIDENCE_LOW },
        { "d.d dddd", 2, 4, 1, 1, 0, 1, LYH_CONFIDENCE_HIGH },
        { "dd.d dddd", 3, 4, 2, 1, 0, 2, LYH_CONFIDENCE_HIGH },
        { "dddd dd dd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_LOW },
    };
    for (size_t k = 0; k < G_N_ELEMENTS(rows); k++) {
        shape_match match;
        if (!shape_at(text, size, at, rows[k].shape, &match))
            continue;
        int year = value_of(match.digits + rows[k].year, rows[k].years);
        bool is_time = rows[k].years == 2 || (year >= 1850 && year <= 2100);
        *day = (lyh_day){ .form = LYH_DAY_WHOLE,
                          .confidence = rows[k].confidence,
                          .end = match.end,
                          .year = rows[k].years == 4 ? year : 0,
                          .month = value_of(match.digits + rows[k].month, rows[k].months),
                          .day = value_of(match.digits + rows[k].day, rows[k].days),
                          .has_year = true };
        if (is_time && check_day(year, day->month, day->day))
            return true;
    }
    return false;
}

static size_t digits_at(const char *text, size_t size, size_t at)
{
    size_t count = 0;
    while (at + count < size && g_ascii_isdigit(text[at + count]))
        count++;
    return count;
}

static bool read_slashed(const char *text, size_t size, size_t at, lyh_day *day)
{
    static const char *const with_year[] = { "D/D-dd", "D/D -dd", "D/Ds_dddd" };
    shape_match match;
    size_t days = digits_at(text, size, at);
    size_t months = digits_at(text, size, at + days + 1);
    if (days == 0 || days > 2 || months == 0 || months > 2 ||
        !shape_at(text, size, at, "D/D", &match))
        return false;
    *day = (lyh_day){ .form = LYH_DAY_SLASHED, .end = match.end };
    for (size_t i = 0; i < G_N_ELEMENTS(with_year) && !day->has_year; i++)
        if (shape_at(text, size, at, with_year[i], &match)) {
            size_t years = match.count - days - months;
            day->has_year = true;
            day->end = match.end;
            day->year = years == 4 ? value_of(match.digits + days + months, years) : 0;
        }
    day->day = value_of(match.digits, days);
    day->month = value_of(match.digits + days, months);
    return check_day(0, day->month, day->day);
}

static bool read_pointed(const char *text, size_t size, size_t at, lyh_day *day)
{
    shape_match match;
    if (!shape_at(text, size, at, "dd.d", &match))
        return false;
    *day = (lyh_day){ .form = LYH_DAY_POINTED,
                      .end = match.end,
                      .month = value_of(match.digits + 2, 1),
                      .day = value_of(match.digits, 2) };
    return check_day(0, day->month, day->day);
}

bool lyh_day_at(const char *text, size_t size, size_t at, lyh_day *day)
{
    return read_whole(text, size, at, day) || read_slashed(text, size, at, day) ||
           read_pointed(text, size, at, day);
}

int lyh_month_of(const char *word, size_t size)
{
    static const char *const months[] = { "januari",   "februari", "mars",     "april",
                                          "maj",       "juni",     "juli",     "augusti",
                                          "september", "oktober",  "november", "december" };
    static const char *const short_ones[] = { "jan", "feb", "sept", "apr", "aug",
                                              "okt", "nov", "dec",  "jun", "sep" };
    for (int i = 0; i < (int)G_N_ELEMENTS(months); i++) {
        bool is_whole = strlen(months[i]) == size;
        bool is_it = g_ascii_strncasecmp(word, months[i], size) == 0;
        for (size_t k = 0; k < G_N_ELEMENTS(short_ones) && is_it && !is_whole; k++)
            is_whole = strlen(short_ones[k]) == size &&
                       g_ascii_strncasecmp(word, short_ones[k], size) == 0;
        if (is_it && is_whole)
            return i + 1;
    }
    return 0;
}
