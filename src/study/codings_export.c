/* The sets of the journal, written to codings/ for people to look at. */
#include <lyhord/study/codings.h>

#include <stdlib.h>
#include <string.h>

#include "../base/autoptr.h"
#include "codings.h"
#include "codings_written.h"

/* More than any coder's file; what is larger is nobody's export. */
#define MOST_BYTES ((size_t)256 << 20)

typedef struct exporter {
    lyh_journal *journal;
    codings_written *written;
    lyh_diags *diags;
    lyh_error *error;
} exporter;

/* A set, its file, and what that is to hold. */
typedef struct exported {
    char *path, *name;
    char *bytes;
    size_t size;
    bool is_to_write;
} exported;

static void exported_clear(void *data)
{
    exported *one = data;
    g_free(one->path);
    g_free(one->name);
    free(one->bytes);
}

static bool is_as_wanted(const exported *one, const lyh_bytes *there)
{
    return there->size == one->size && memcmp(there->data, one->bytes, one->size) == 0;
}

static void say_edited(const exporter *exporting, const char *path)
{
    lyh_diags_warning(
        exporting->diags, "codings-edited", lyh_place_file(path),
        "somebody has changed this file since it was written, so it is left as it "
        "is, and nothing of it is counted: study.db counts. To take in what is new in it, "
        "give lyhord import --into STUDY FILE; then take the file away, and it is written "
        "anew");
}

/* What stands there is written over when it is ours. */
static bool look_at(const exporter *exporting, exported *one)
{
    lyh_bytes there = { .data = NULL };
    if (!g_file_test(one->path, G_FILE_TEST_EXISTS)) {
        one->is_to_write = true;
        return true;
    }
    if (!lyh_file_read(one->path, MOST_BYTES, &there, exporting->error))
        return false;
    bool is_ours =
        codings_written_is(exporting->written, one->name, there.data, there.size);
    bool is_same = is_as_wanted(one, &there);
    free(there.data);
    one->is_to_write = is_ours && !is_same;
    if (!is_ours && !is_same)
        say_edited(exporting, one->path);
    return true;
}

static bool add_set(const exporter *exporting, GArray *sets, const char *path)
{
    exported one = { .path = g_strdup(path), .name = g_path_get_basename(path) };
    g_autofree char *coder = g_strndup(one.name, strlen(one.name) - strlen(".csv"));
    one.bytes = codings_bytes(exporting->journal, coder, LYH_CSV_PACKAGE, &one.size,
                              exporting->error);
    bool is_fine = one.bytes && look_at(exporting, &one);
    g_array_append_val(sets, one);
    return is_fine;
}

/* A coder who has taken everything back has a set of nothing: what was written before is not true. */
static void add_emptied(const GPtrArray *paths, const char *folder,
                        const codings_written *written, GPtrArray *all)
{
    g_autoptr(GPtrArray) names = codings_written_names(written);
    for (guint i = 0; i < paths->len; i++)
        g_ptr_array_add(all, g_strdup(paths->pdata[i]));
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, "codings", names->pdata[i], NULL);
        if (!g_ptr_array_find_with_equal_func(all, path, g_str_equal, NULL) &&
            g_file_test(path, G_FILE_TEST_EXISTS))
            g_ptr_array_add(all, g_steal_pointer(&path));
    }
}

/* What is to be written is remembered first: a file that a crash left is known as ours. */
static bool write_all(const exporter *exporting, const GArray *sets)
{
    bool is_any = false;
    for (guint i = 0; i < sets->len; i++) {
        const exported *one = &g_array_index(sets, exported, i);
        if (one->is_to_write)
            codings_written_add(exporting->written, one->name, one->bytes, one->size);
        is_any |= one->is_to_write;
    }
    if (!is_any)
        return true;
    if (!codings_written_keep(exporting->written, exporting->error))
        return false;
    for (guint i = 0; i < sets->len; i++) {
        const exported *one = &g_array_index(sets, exported, i);
        if (one->is_to_write &&
            !lyh_file_write(one->path, one->bytes, one->size, exporting->error))
            return false;
        if (one->is_to_write) {
            codings_written_drop(exporting->written, one->name);
            codings_written_add(exporting->written, one->name, one->bytes, one->size);
        }
    }
    return codings_written_keep(exporting->written, exporting->error);
}

bool lyh_study_codings_export(const char *folder, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *store = codings_store(folder);
    if (!store)
        return true;
    g_autofree char *inside = g_build_filename(folder, "codings", NULL);
    g_autoptr(lyh_journal) journal =
        lyh_journal_open(store, LYH_JOURNAL_READ, diags, error);
    g_autoptr(GPtrArray) paths =
        journal ? codings_of_journal(folder, journal, error) : NULL;
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(codings_written) written = codings_written_read(folder);
    g_autoptr(GArray) sets = g_array_new(FALSE, FALSE, sizeof(exported));
    const exporter exporting = { journal, written, diags, error };
    g_array_set_clear_func(sets, exported_clear);
    if (!paths)
        return false;
    add_emptied(paths, folder, written, all);
    bool is_fine = all->len == 0 || lyh_folder_make(inside, error);
    for (guint i = 0; is_fine && i < all->len; i++)
        is_fine = add_set(&exporting, sets, all->pdata[i]);
    return is_fine && write_all(&exporting, sets);
}
