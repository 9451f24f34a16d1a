/*
 * Every input of the corpus through its reader, in the ordinary tests: what crashed once stays
 * mended. usage: replay CORPUS
 */
#include <stdio.h>
#include <time.h>

#include <glib.h>

#include "target.h"

/* None takes long on any input: the processor's seconds, whoever else is at work. */
#define MOST_SECONDS 5

static void replay_file(const fuzz_target *target, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    clock_t began = clock();
    target->run((const uint8_t *)bytes, size);
    g_assert_cmpint(clock() - began, <, MOST_SECONDS * CLOCKS_PER_SEC);
}

static void replay_folder(gconstpointer data)
{
    const char *folder = data;
    g_autofree char *name = g_path_get_basename(folder);
    const fuzz_target *target = fuzz_target_find(name);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(target);
    g_assert_nonnull(dir);
    size_t files = 0;
    for (const char *file = g_dir_read_name(dir); file; file = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, file, NULL);
        replay_file(target, path);
        files++;
    }
    g_assert_cmpuint(files, >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_assert(argc == 2);
    g_autoptr(GDir) dir = g_dir_open(argv[1], 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        g_autofree char *test = g_strdup_printf("/fuzz/%s", name);
        g_test_add_data_func_full(test, g_build_filename(argv[1], name, NULL),
                                  replay_folder, g_free);
    }
    return g_test_run();
}
