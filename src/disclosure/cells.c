#include "cells.h"

cells cells_new(size_t persons)
{
    return (cells){ g_array_new(FALSE, FALSE, sizeof(size_t)),
                    g_array_new(FALSE, FALSE, sizeof(size_t)), g_new(size_t, persons + 1),
                    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
}

void cells_clear(cells *some)
{
    g_array_unref(some->sizes);
    g_array_unref(some->first);
    g_free(some->of);
    g_hash_table_unref(some->places);
}

void cells_add(cells *some, size_t person, const char *key)
{
    size_t none = 0;
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(some->places, key));
    if (number == 0) {
        g_array_append_val(some->sizes, none);
        g_array_append_val(some->first, person);
        number = some->sizes->len;
        g_hash_table_insert(some->places, g_strdup(key), GSIZE_TO_POINTER(number));
    }
    some->of[person] = number - 1;
    g_array_index(some->sizes, size_t, number - 1)++;
}

size_t cells_first(const cells *some, size_t cell)
{
    return g_array_index(some->first, size_t, cell);
}

size_t cells_size(const cells *some, size_t cell)
{
    return g_array_index(some->sizes, size_t, cell);
}
