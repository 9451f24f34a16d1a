#include "numbers.h"

/* A number of four digits reads well without a gap (Svenska skrivregler). */
#define MOST_WITHOUT_GROUPS 9999

static void append_whole(GString *text, uint64_t whole, const char *group)
{
    g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, whole);
    size_t length = strlen(digits);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0 && whole > MOST_WITHOUT_GROUPS)
            g_string_append(text, group);
        g_string_append_c(text, digits[i]);
    }
}

void number_append(GString *text, int64_t number, unsigned decimals,
                   const number_style *style)
{
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;

    if (number < 0)
        g_string_append(text, style->minus);
    append_whole(text, size / scale, style->group);
    if (decimals > 0)
        g_string_append_printf(text, "%s%0*" G_GUINT64_FORMAT, style->point, (int)decimals,
                               size % scale);
}
