#include "scheme.h"

#include <string.h>

#include <glib.h>

static bool fits_from(char **parts, const char *id, size_t size);

/* Digits may be given back one by one: a part after them may begin with a digit too. */
static bool fits_digits(char **parts, const char *id, size_t size)
{
    size_t digits = 0;
    while (digits < size && g_ascii_isdigit(id[digits]))
        digits++;
    for (; digits > 0; digits--)
        if (fits_from(parts + 1, id + digits, size - digits))
            return true;
    return false;
}

static bool fits_from(char **parts, const char *id, size_t size)
{
    if (!*parts)
        return size == 0;
    const char *colon = strchr(*parts, ':');
    if (!colon)
        return fits_digits(parts, id, size);

    g_auto(GStrv) alternatives = g_strsplit(colon + 1, "|", -1);
    for (char **alternative = alternatives; *alternative; alternative++) {
        size_t length = strlen(*alternative);
        if (length > 0 && length <= size && memcmp(*alternative, id, length) == 0 &&
            fits_from(parts + 1, id + length, size - length))
            return true;
    }
    return false;
}

bool scheme_fits(const char *scheme, const char *id, size_t size)
{
    g_auto(GStrv) words = g_strsplit_set(scheme, " \t", -1);
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    for (char **word = words; *word; word++)
        if (**word)
            g_ptr_array_add(parts, *word);
    if (parts->len == 0)
        return false;
    g_ptr_array_add(parts, NULL);
    return fits_from((char **)parts->pdata, id, size);
}
