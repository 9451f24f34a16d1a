#include "placeholder_values.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>
#include <lyhord/privacy/days.h>

#define YEARS_TOGETHER 5
/* So few are older that an interval would be a person. */
#define OLD 90
#define OLDEST 130

static size_t digits_in(const char *text)
{
    return strspn(text, "0123456789");
}

/* ---- days ---- */

/* "den 12 mars 2024": the first month that is named, and a year of four figures. */
static lyh_day named_day_in(const char *text)
{
    lyh_day day = { .year = 0 };
    for (const char *at = text; *at; at++) {
        size_t digits = digits_in(at), letters = 0;
        while (g_ascii_isalpha(at[letters]) || (at[letters] & 0x80))
            letters++;
        if (digits == 4)
            day.year = (int)g_ascii_strtoull(at, NULL, 10);
        if (day.month == 0 && letters > 0)
            day.month = lyh_month_of(at, letters);
        at += digits + letters > 0 ? digits + letters - 1 : 0;
    }
    return day;
}

char *placeholder_of_date(const char *text, size_t size)
{
    static const char *const seasons[] = { "vinter", "vår", "sommar", "höst" };
    g_autofree char *whole = g_strndup(text, size);
    lyh_day day;
    if (!lyh_day_at(whole, size, strcspn(whole, "0123456789"), &day))
        day = named_day_in(whole);
    if (day.month == 0)
        return g_strdup("[datum]");
    const char *season = seasons[day.month % 12 / 3];
    return day.year == 0 ? g_strdup_printf("[datum: %s]", season)
                         : g_strdup_printf("[datum: %s %d]", season, day.year);
}

/* ---- sums ---- */

static size_t space_at(const char *text)
{
    size_t length;
    return *text && lyh_char_is_space(lyh_text_char(text, strlen(text), &length)) ? length
                                                                                  : 0;
}

/* Bytes of what parts thousands at @text: a space or a point before three figures and no more. */
static size_t parting_at(const char *text)
{
    size_t length = *text == '.' ? 1 : space_at(text);
    return length > 0 && digits_in(text + length) == 3 ? length : 0;
}

/* Whole kronor from *@at on, over what parts thousands; *@at is left behind them. */
static guint64 kronor_at(const char **at)
{
    guint64 sum = 0;
    for (size_t parting = 0; digits_in(*at + parting) > 0 && sum < 1000000000;
         parting = parting_at(*at)) {
        *at += parting;
        for (; g_ascii_isdigit(**at) && sum < 1000000000000; ++*at)
            sum = sum * 10 + (guint64)(**at - '0');
        if (parting_at(*at) == 0)
            break;
    }
    return sum;
}

/* Is it what Swedish kronor are called, and nothing more? */
static bool is_kronor(const char *unit)
{
    static const char *const units[] = { "",          "kr",       "kr.", "krona",
                                         "kronor",    "kronorna", "sek", "spänn",
                                         "riksdaler", ":-",       NULL };
    g_autofree char *folded = lyh_text_fold(unit, strlen(unit), NULL);
    return g_strv_contains(units, g_strstrip(folded));
}

/* 0: none that can be read for certain. */
static guint64 sum_in(const char *text)
{
    static const char thousand[] = "tusen";
    const char *at = text + strcspn(text, "0123456789");
    guint64 sum = kronor_at(&at);
    bool has_ore = *at && strchr(".,:", *at) && digits_in(at + 1) == 2;
    at += has_ore ? 3 : 0;
    const char *unit = at + space_at(at);
    if (!has_ore && g_str_has_prefix(unit, thousand)) {
        sum *= 1000;
        unit += strlen(thousand);
    }
    return is_kronor(unit) ? sum : 0;
}

static char *grouped(guint64 number)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "%" G_GUINT64_FORMAT, number);
    for (gssize at = (gssize)text->len - 3; at > 0; at -= 3)
        g_string_insert_c(text, at, ' ');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *placeholder_of_sum(const char *text, size_t size)
{
    g_autofree char *whole = g_strndup(text, size);
    guint64 sum = sum_in(whole), magnitude = 1;
    if (sum < 10)
        return g_strdup("[belopp]");
    while (sum / magnitude >= 10)
        magnitude *= 10;
    guint64 step = magnitude / 2, low = sum / step * step;
    g_autofree char *from = grouped(low);
    g_autofree char *to = grouped(low + step);
    return g_strdup_printf("[belopp: %s–%s kr]", from, to);
}

/* ---- ages ---- */

/* "47", "47 år", "47-årig": figures behind which months stand, or a month, are no years. */
static bool are_years(const char *behind)
{
    static const char year[] = "år";
    size_t gap = *behind == '-' ? 1 : space_at(behind);
    return *behind == '\0' || g_str_has_prefix(behind + gap, year);
}

char *placeholder_of_age(const char *text, size_t size)
{
    g_autofree char *whole = g_strndup(text, size);
    guint64 years = g_ascii_strtoull(whole, NULL, 10);
    size_t digits = digits_in(whole);
    if (digits == 0 || years > OLDEST || !are_years(whole + digits))
        return g_strdup("[ålder]");
    if (years >= OLD)
        return g_strdup_printf("[ålder: %d år eller mer]", OLD);
    unsigned low = (unsigned)(years / YEARS_TOGETHER * YEARS_TOGETHER);
    return g_strdup_printf("[ålder: %u–%u år]", low, low + YEARS_TOGETHER - 1);
}
