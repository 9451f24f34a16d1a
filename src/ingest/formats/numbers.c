#include "numbers.h"

#define LETTERS 26
/* Longer rows of one letter, and larger Roman numbers, are shown by nobody. */
#define MOST_LETTERS 8
#define LARGEST_ROMAN 3999

static void add_letters(GString *text, unsigned value, char first)
{
    for (unsigned i = 0; value > 0 && i <= MIN((value - 1) / LETTERS, MOST_LETTERS); i++)
        g_string_append_c(text, (char)(first + (char)((value - 1) % LETTERS)));
}

static void add_roman(GString *text, unsigned value, gboolean is_upper)
{
    static const struct {
        unsigned value;
        const char *sign;
    } signs[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
                  { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
                  { 5, "v" },    { 4, "iv" },   { 1, "i" } };
    gsize start = text->len;
    value = MIN(value, LARGEST_ROMAN);
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; value >= signs[i].value; value -= signs[i].value)
            g_string_append(text, signs[i].sign);
    for (gsize i = start; is_upper && i < text->len; i++)
        text->str[i] = g_ascii_toupper(text->str[i]);
}

void number_add(GString *text, enum number_format format, unsigned value)
{
    switch (format) {
    case NUMBER_NONE:
        break;
    case NUMBER_DECIMAL:
        g_string_append_printf(text, "%u", value);
        break;
    case NUMBER_DECIMAL_ZERO:
        g_string_append_printf(text, "%02u", value);
        break;
    case NUMBER_LETTERS:
        add_letters(text, value, 'a');
        break;
    case NUMBER_CAPITALS:
        add_letters(text, value, 'A');
        break;
    case NUMBER_ROMAN:
    case NUMBER_ROMAN_CAPITALS:
        add_roman(text, value, format == NUMBER_ROMAN_CAPITALS);
        break;
    }
}
