#include "checks.h"

#include <glib.h>

bool check_luhn(const char *digits, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        int value = (digits[count - 1 - i] - '0') * (i % 2 == 1 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool check_iban(const char *characters, size_t count)
{
    unsigned rest = 0;
    for (size_t i = 0; i < count; i++) {
        char c = characters[(i + 4) % count]; /* country and check digits come last */
        bool is_letter = g_ascii_isupper(c);
        unsigned value = (unsigned)(is_letter ? c - 'A' + 10 : c - '0');
        rest = (rest * (is_letter ? 100 : 10) + value) % 97;
    }
    return count > 4 && rest == 1;
}

bool check_day(int year, int month, int day)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (month < 1 || month > 12 || day < 1)
        return false;
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= (month == 2 && is_leap ? 29 : days[month - 1]);
}
