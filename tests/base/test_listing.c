/* What lies in a folder: in byte order, hidden names or not. */
#include "../../src/base/listing.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct fixture {
    char *folder;
} fixture;

static void set_up(fixture *f, gconstpointer data)
{
    (void)data;
    f->folder = g_dir_make_tmp("lyhord-listing-XXXXXX", NULL);
    g_assert_nonnull(f->folder);
}

static void put(const fixture *f, const char *name)
{
    g_autofree char *path = g_build_filename(f->folder, name, NULL);
    g_assert_true(g_file_set_contents(path, "", 0, NULL));
}

static void tear_down(fixture *f, gconstpointer data)
{
    (void)data;
    g_autoptr(GPtrArray) names = listing_of(f->folder);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(f->folder, names->pdata[i], NULL);
        g_unlink(path);
    }
    g_rmdir(f->folder);
    g_free(f->folder);
}

static void check(GPtrArray *names, const char *expected)
{
    g_ptr_array_add(names, NULL);
    g_autofree char *joined = g_strjoinv(" ", (char **)names->pdata);
    g_assert_cmpstr(joined, ==, expected);
    g_ptr_array_unref(names);
}

static void names_stand_in_byte_order(fixture *f, gconstpointer data)
{
    (void)data;
    const char *const names[] = { "å.csv", "b.csv", "Z.csv", ".c.csv", "a.md", "~d.csv" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        put(f, names[i]);
    check(listing_of(f->folder), ".c.csv Z.csv a.md b.csv ~d.csv å.csv");
    check(listing_ending(f->folder, ".csv"), "Z.csv b.csv ~d.csv å.csv");
    check(listing_ending(f->folder, ".txt"), "");
}

static void a_folder_is_filled_or_empty(fixture *f, gconstpointer data)
{
    (void)data;
    g_assert_true(listing_is_empty(f->folder));
    g_assert_false(listing_is_filled(f->folder));
    put(f, ".hidden");
    g_assert_true(listing_is_filled(f->folder));
    g_assert_false(listing_is_empty(f->folder));
}

static void what_is_no_folder_has_no_names_and_is_neither(fixture *f, gconstpointer data)
{
    (void)data;
    put(f, "a.md");
    g_autofree char *file = g_build_filename(f->folder, "a.md", NULL);
    g_assert_false(listing_is_filled(file));
    g_assert_false(listing_is_empty(file));
    check(listing_of(file), "");
    check(listing_of(NULL), "");
}

static void a_folder_goes_with_all_in_it_but_not_what_a_link_leads_to(fixture *f,
                                                                      gconstpointer data)
{
    (void)data;
    g_autofree char *gone = g_build_filename(f->folder, "gone", NULL);
    g_autofree char *inside = g_build_filename(gone, "inside", NULL);
    g_autofree char *file = g_build_filename(inside, "a.md", NULL);
    g_autofree char *link = g_build_filename(gone, "link", NULL);
    put(f, "stays.md");
    g_assert_cmpint(g_mkdir_with_parents(inside, 0700), ==, 0);
    g_assert_true(g_file_set_contents(file, "", 0, NULL));
    g_assert_cmpint(symlink(f->folder, link), ==, 0);
    folder_remove(gone);
    check(listing_of(f->folder), "stays.md");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add("/listing/" #name, fixture, NULL, set_up, name, tear_down)
    TEST(names_stand_in_byte_order);
    TEST(a_folder_is_filled_or_empty);
    TEST(what_is_no_folder_has_no_names_and_is_neither);
    TEST(a_folder_goes_with_all_in_it_but_not_what_a_link_leads_to);
    return g_test_run();
}
