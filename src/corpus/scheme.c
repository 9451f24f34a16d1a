#include <lyhord/corpus/scheme.h>

#include <string.h>

#include <glib.h>

#include "autoptr.h"

typedef struct part {
    char *name;
    char **values; /* NULL: digits */
} part;

struct lyh_scheme {
    GPtrArray *parts;
    GPtrArray *attributes; /* those of the parts that have values */
};

static void free_part(void *data)
{
    part *one = data;
    g_free(one->name);
    g_strfreev(one->values);
    g_free(one);
}

static bool is_twice(const lyh_scheme *scheme, const part *added)
{
    for (guint i = 0; i < scheme->parts->len; i++)
        if (strcmp(((part *)scheme->parts->pdata[i])->name, added->name) == 0)
            return true;
    return false;
}

static bool are_values_sound(char **values)
{
    for (guint i = 0; values && values[i]; i++) {
        if (!*values[i])
            return false;
        for (guint k = 0; k < i; k++)
            if (strcmp(values[i], values[k]) == 0)
                return false;
    }
    return true;
}

/* "roll:H|B", or "nr" */
static void add_part(lyh_scheme *scheme, const char *word, lyh_place place,
                     lyh_diags *diags)
{
    const char *colon = strchr(word, ':');
    part *added = g_new0(part, 1);
    added->name = colon ? g_strndup(word, (gsize)(colon - word)) : g_strdup(word);
    added->values = colon ? g_strsplit(colon + 1, "|", -1) : NULL;

    if (!*added->name)
        lyh_diags_error(diags, "scheme", place,
                        "'%s' in the scheme has no name; write stad:A|B", word);
    else if (is_twice(scheme, added))
        lyh_diags_error(diags, "scheme", place,
                        "'%s' stands twice in the scheme; give every part its own name",
                        added->name);
    if (colon && (!added->values[0] || !are_values_sound(added->values)))
        lyh_diags_error(diags, "scheme", place,
                        "'%s' in the scheme has an alternative that is empty or there "
                        "twice; write stad:A|B",
                        word);
    g_ptr_array_add(scheme->parts, added);
    if (added->values)
        g_ptr_array_add(scheme->attributes, added);
}

lyh_scheme *lyh_scheme_read(const char *text, lyh_place place, lyh_diags *diags)
{
    g_autoptr(lyh_scheme) scheme = g_new0(lyh_scheme, 1);
    size_t errors = lyh_diags_error_count(diags);
    scheme->parts = g_ptr_array_new_with_free_func(free_part);
    scheme->attributes = g_ptr_array_new();

    g_auto(GStrv) words = g_strsplit_set(text, " \t", -1);
    for (char **word = words; *word; word++)
        if (**word)
            add_part(scheme, *word, place, diags);
    if (scheme->parts->len == 0)
        lyh_diags_error(diags, "scheme", place,
                        "the scheme is empty; write how ids are made, such as "
                        "stad:A|B roll:H|B nr");
    return lyh_diags_error_count(diags) == errors ? g_steal_pointer(&scheme) : NULL;
}

void lyh_scheme_free(lyh_scheme *scheme)
{
    if (!scheme)
        return;
    g_ptr_array_unref(scheme->attributes);
    g_ptr_array_unref(scheme->parts);
    g_free(scheme);
}

static bool fits_from(const lyh_scheme *scheme, guint index, const char *id, size_t size,
                      const char **values);

/* Digits are given back one by one: a part behind them may begin with a digit too. */
static bool fits_digits(const lyh_scheme *scheme, guint index, const char *id, size_t size,
                        const char **values)
{
    size_t digits = 0;
    while (digits < size && g_ascii_isdigit(id[digits]))
        digits++;
    for (; digits > 0; digits--)
        if (fits_from(scheme, index + 1, id + digits, size - digits, values))
            return true;
    return false;
}

/* Do the parts from @index on make @id? @values, by part, is filled in with what they are. */
static bool fits_from(const lyh_scheme *scheme, guint index, const char *id, size_t size,
                      const char **values)
{
    if (index == scheme->parts->len)
        return size == 0;
    const part *here = scheme->parts->pdata[index];
    if (!here->values)
        return fits_digits(scheme, index, id, size, values);
    for (char **value = here->values; *value; value++) {
        size_t length = strlen(*value);
        if (length > size || memcmp(*value, id, length) != 0 ||
            !fits_from(scheme, index + 1, id + length, size - length, values))
            continue;
        values[index] = *value;
        return true;
    }
    return false;
}

bool lyh_scheme_fits(const lyh_scheme *scheme, const char *id, size_t size)
{
    g_autofree const char **values = g_new0(const char *, scheme->parts->len);
    return fits_from(scheme, 0, id, size, values);
}

void lyh_scheme_letters(const lyh_scheme *scheme, size_t *fewest, size_t *most)
{
    *fewest = *most = 0;
    for (guint i = 0; i < scheme->attributes->len; i++) {
        size_t shortest = SIZE_MAX, longest = 0;
        for (char **value = ((part *)scheme->attributes->pdata[i])->values; *value;
             value++) {
            shortest = MIN(shortest, strlen(*value));
            longest = MAX(longest, strlen(*value));
        }
        *fewest += shortest;
        *most += longest;
    }
}

size_t lyh_scheme_attribute_count(const lyh_scheme *scheme)
{
    return scheme->attributes->len;
}

const char *lyh_scheme_attribute(const lyh_scheme *scheme, size_t attribute)
{
    g_assert(attribute < scheme->attributes->len);
    return ((part *)scheme->attributes->pdata[attribute])->name;
}

const char *lyh_scheme_value(const lyh_scheme *scheme, const char *id, size_t attribute)
{
    g_assert(attribute < scheme->attributes->len);
    g_autofree const char **values = g_new0(const char *, scheme->parts->len);
    guint index = 0;
    bool is_there =
        g_ptr_array_find(scheme->parts, scheme->attributes->pdata[attribute], &index);
    g_assert(is_there);
    return fits_from(scheme, 0, id, strlen(id), values) ? values[index] : NULL;
}
