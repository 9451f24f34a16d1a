#include "placeholder_values.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#define NUMBERS_AT_MOST 4
#define YEARS_TOGETHER 5
/* So few are older that an interval would be a person. */
#define OLD 90

typedef struct numbers {
    guint64 values[NUMBERS_AT_MOST];
    size_t count;
} numbers;

static numbers numbers_in(const char *text)
{
    numbers found = { .count = 0 };
    while (*text && found.count < NUMBERS_AT_MOST) {
        char *end = (char *)text + 1;
        if (g_ascii_isdigit(*text))
            found.values[found.count++] = g_ascii_strtoull(text, &end, 10);
        text = end;
    }
    return found;
}

/* From 1, by the first three letters: months are shortened in more than one way. 0: none. */
static unsigned month_named_in(const char *text)
{
    static const char *const months[] = { "jan", "feb", "mar", "apr", "maj", "jun",
                                          "jul", "aug", "sep", "okt", "nov", "dec" };
    for (const char *at = text; *at; at++)
        for (unsigned i = 0; i < G_N_ELEMENTS(months); i++)
            if ((at == text || !g_ascii_isalpha(at[-1])) &&
                g_ascii_strncasecmp(at, months[i], 3) == 0)
                return i + 1;
    return 0;
}

typedef struct date_read {
    guint64 year, month; /* 0 when it is not written */
} date_read;

static guint64 whole_year(guint64 year)
{
    return year < 100 ? 2000 + year : year;
}

static date_read date_in(const char *text)
{
    numbers found = numbers_in(text);
    date_read date = { 0, month_named_in(text) };
    if (date.month > 0) {
        for (size_t i = 0; i < found.count; i++)
            if (found.values[i] >= 1000)
                date.year = found.values[i];
    } else if (found.count == 1 && found.values[0] >= 10000101) {
        date = (date_read){ found.values[0] / 10000, found.values[0] / 100 % 100 };
    } else if (found.count >= 2 && found.values[0] >= 1000) {
        date = (date_read){ found.values[0], found.values[1] };
    } else if (found.count >= 2) {
        date.month = found.values[1];
        date.year = found.count > 2 ? whole_year(found.values[2]) : 0;
    }
    return date;
}

char *placeholder_of_date(const char *text, size_t size)
{
    static const char *const seasons[] = { "vinter", "vår", "sommar", "höst" };
    g_autofree char *whole = g_strndup(text, size);
    date_read date = date_in(whole);
    if (date.month < 1 || date.month > 12)
        return g_strdup("[datum]");
    const char *season = seasons[date.month % 12 / 3];
    if (date.year < 1000 || date.year > 9999)
        return g_strdup_printf("[datum: %s]", season);
    return g_strdup_printf("[datum: %s %" G_GUINT64_FORMAT "]", season, date.year);
}

/* Digits up to a decimal sign, over the spaces and points that part thousands. */
static guint64 sum_in(const char *text)
{
    guint64 sum = 0;
    const char *at = text + strcspn(text, "0123456789");
    for (; *at && sum < 1000000000000; at++) {
        size_t length;
        bool is_parted =
            (*at == '.' || lyh_char_is_space(lyh_text_char(at, strlen(at), &length)));
        if (g_ascii_isdigit(*at))
            sum = sum * 10 + (guint64)(*at - '0');
        else if (is_parted && *at == '.')
            continue;
        else if (is_parted)
            at += length - 1;
        else
            break;
    }
    bool is_thousands = strstr(text, "tusen") != NULL;
    return is_thousands && sum < 1000000 ? sum * 1000 : sum;
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

char *placeholder_of_age(const char *text, size_t size)
{
    g_autofree char *whole = g_strndup(text, size);
    numbers found = numbers_in(whole);
    if (found.count == 0 || found.values[0] > 130)
        return g_strdup("[ålder]");
    if (found.values[0] >= OLD)
        return g_strdup_printf("[ålder: %d år eller mer]", OLD);
    unsigned low = (unsigned)(found.values[0] / YEARS_TOGETHER * YEARS_TOGETHER);
    return g_strdup_printf("[ålder: %u–%u år]", low, low + YEARS_TOGETHER - 1);
}
