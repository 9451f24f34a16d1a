#include "codings_written.h"

#include <string.h>

#include <lyhord/base/output.h>

#define SUM_LENGTH 64

struct codings_written {
    char *path;
    GHashTable *sums; /* name -> GPtrArray of sums */
};

static void free_sums(gpointer sums)
{
    g_ptr_array_unref(sums);
}

static void remember(codings_written *written, const char *name, const char *sum)
{
    GPtrArray *sums = g_hash_table_lookup(written->sums, name);
    if (!sums) {
        sums = g_ptr_array_new_with_free_func(g_free);
        g_hash_table_insert(written->sums, g_strdup(name), sums);
    }
    if (!g_ptr_array_find_with_equal_func(sums, sum, g_str_equal, NULL))
        g_ptr_array_add(sums, g_strdup(sum));
}

codings_written *codings_written_read(const char *folder)
{
    g_autofree char *text = NULL;
    codings_written *written = g_new0(codings_written, 1);
    written->path = g_build_filename(folder, "codings", CODINGS_WRITTEN, NULL);
    written->sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_sums);
    if (!g_file_get_contents(written->path, &text, NULL, NULL))
        return written;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        if (strlen(*line) <= SUM_LENGTH + 2 ||
            strspn(*line, "0123456789abcdef") != SUM_LENGTH)
            continue;
        (*line)[SUM_LENGTH] = '\0';
        remember(written, *line + SUM_LENGTH + 2, *line);
    }
    return written;
}

void codings_written_free(codings_written *written)
{
    if (!written)
        return;
    g_hash_table_unref(written->sums);
    g_free(written->path);
    g_free(written);
}

char *codings_written_sum(const void *bytes, size_t size)
{
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, size);
}

bool codings_written_is(const codings_written *written, const char *name, const void *bytes,
                        size_t size)
{
    const GPtrArray *sums = g_hash_table_lookup(written->sums, name);
    g_autofree char *sum = sums ? codings_written_sum(bytes, size) : NULL;
    for (guint i = 0; sums && i < sums->len; i++)
        if (strcmp(sums->pdata[i], sum) == 0)
            return true;
    return false;
}

void codings_written_add(codings_written *written, const char *name, const void *bytes,
                         size_t size)
{
    g_autofree char *sum = codings_written_sum(bytes, size);
    remember(written, name, sum);
}

void codings_written_add_sum(codings_written *written, const char *name, const char *sum)
{
    remember(written, name, sum);
}

void codings_written_drop(codings_written *written, const char *name)
{
    g_hash_table_remove(written->sums, name);
}

static gint by_name(gconstpointer one, gconstpointer two)
{
    return strcmp(*(const char *const *)one, *(const char *const *)two);
}

GPtrArray *codings_written_names(const codings_written *written)
{
    GPtrArray *names = g_ptr_array_new();
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, written->sums);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(names, name);
    g_ptr_array_sort(names, by_name);
    return names;
}

bool codings_written_keep(const codings_written *written, lyh_error *error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) names = codings_written_names(written);
    for (guint i = 0; i < names->len; i++) {
        const GPtrArray *sums = g_hash_table_lookup(written->sums, names->pdata[i]);
        for (guint k = 0; k < sums->len; k++)
            g_string_append_printf(text, "%s  %s\n", (const char *)sums->pdata[k],
                                   (const char *)names->pdata[i]);
    }
    return lyh_file_write(written->path, text->str, text->len, error);
}
