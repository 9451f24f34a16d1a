/*
 * Vectorscan (or Hyperscan) counts the patterns in files: what a fast scanner needs that knows neither words nor people.
 *
 * usage: vectorscan PATTERNS FILE…     PATTERNS: lines "theme;expression". Prints theme;hits;
 * on stderr "# load" with the seconds that its database took to compile.
 */
#include <hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>

typedef struct scan {
    GPtrArray *themes; /* a name for each pattern; equal names are one theme */
    GPtrArray *expressions;
    GArray *flags;
    GArray *ids;  /* a pattern's number */
    GArray *hits; /* guint64 by pattern */
} scan;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void add_pattern(scan *all, const char *line)
{
    const unsigned flags = HS_FLAG_CASELESS | HS_FLAG_UTF8 | HS_FLAG_UCP;
    const guint64 none = 0;
    const char *parted = strchr(line, ';');
    if (!parted)
        return;
    unsigned id = all->ids->len;
    g_ptr_array_add(all->themes, g_strndup(line, (gsize)(parted - line)));
    g_ptr_array_add(all->expressions, g_strdup(parted + 1));
    g_array_append_val(all->flags, flags);
    g_array_append_val(all->ids, id);
    g_array_append_val(all->hits, none);
}

static void read_patterns(scan *all, const char *path)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        exit(66);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        add_pattern(all, *line);
}

static hs_database_t *compiled(const scan *all)
{
    hs_database_t *database = NULL;
    hs_compile_error_t *error = NULL;
    double began = now();
    if (hs_compile_multi((const char *const *)all->expressions->pdata,
                         (const unsigned *)(const void *)all->flags->data,
                         (const unsigned *)(const void *)all->ids->data, all->ids->len,
                         HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
        fprintf(stderr, "%s\n", error->message);
        exit(65);
    }
    fprintf(stderr, "# load %.6f\n", now() - began);
    return database;
}

static int met(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
               void *user)
{
    (void)from;
    (void)to;
    (void)flags;
    g_array_index(((scan *)user)->hits, guint64, id)++;
    return 0;
}

/* Each file into the same room, which grows to the largest. */
static void scan_file(scan *all, const hs_database_t *database, hs_scratch_t *scratch,
                      const char *path, GByteArray *room)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        exit(66);
    size_t size = 0, got = 0;
    do {
        if (room->len < size + (1 << 16))
            g_byte_array_set_size(room, (guint)size + (1 << 17));
        got = fread(room->data + size, 1, room->len - size, file);
        size += got;
    } while (got > 0);
    fclose(file);
    hs_scan(database, (const char *)room->data, (unsigned)size, 0, scratch, met, all);
}

static void tell(const scan *all)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < all->themes->len; i++) {
        guint64 hits = 0;
        if (!g_hash_table_add(told, all->themes->pdata[i]))
            continue;
        for (guint k = i; k < all->themes->len; k++)
            if (g_str_equal(all->themes->pdata[i], all->themes->pdata[k]))
                hits += g_array_index(all->hits, guint64, k);
        printf("%s;%" G_GUINT64_FORMAT "\n", (const char *)all->themes->pdata[i], hits);
    }
}

int main(int count, char **given)
{
    scan all = { g_ptr_array_new_with_free_func(g_free),
                 g_ptr_array_new_with_free_func(g_free),
                 g_array_new(FALSE, FALSE, sizeof(unsigned)),
                 g_array_new(FALSE, FALSE, sizeof(unsigned)),
                 g_array_new(FALSE, FALSE, sizeof(guint64)) };
    if (count < 3)
        return 64;
    read_patterns(&all, given[1]);
    hs_database_t *database = compiled(&all);
    hs_scratch_t *scratch = NULL;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
        return 71;
    g_autoptr(GByteArray) room = g_byte_array_new();
    for (int i = 2; i < count; i++)
        scan_file(&all, database, scratch, given[i], room);
    tell(&all);
    hs_free_scratch(scratch);
    hs_free_database(database);
    g_ptr_array_unref(all.themes);
    g_ptr_array_unref(all.expressions);
    g_array_unref(all.flags);
    g_array_unref(all.ids);
    g_array_unref(all.hits);
    return 0;
}
