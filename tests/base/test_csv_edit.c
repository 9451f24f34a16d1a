#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_edit.h>

#include "../../src/base/autoptr.h"

typedef void (*editor)(lyh_csv_edit *edit);

static void check_edited(const char *before, size_t before_size, editor change,
                         const char *wanted, size_t wanted_size)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("t.csv", LYH_SOURCE_TABLE, before, before_size, diags);
    g_autoptr(lyh_csv) csv = lyh_csv_read(source, diags);
    g_assert_nonnull(csv);
    lyh_csv_edit *edit = lyh_csv_edit_new(csv);
    change(edit);
    size_t size;
    char *bytes = lyh_csv_edit_bytes(edit, &size);
    g_assert_cmpuint(size, ==, wanted_size);
    g_assert_true(memcmp(bytes, wanted, size) == 0);
    free(bytes);
    lyh_csv_edit_free(edit);
}

#define CHECK(before, change, wanted)                                                      \
    check_edited(before, sizeof(before) - 1, change, wanted, sizeof(wanted) - 1)

static void nothing(lyh_csv_edit *edit)
{
    g_assert_cmpuint(lyh_csv_edit_count(edit), ==, 0);
}

static void set_both(lyh_csv_edit *edit)
{
    lyh_csv_edit_set(edit, 0, 0, "gammal");
    lyh_csv_edit_set(edit, 0, 0, "ny");
    lyh_csv_edit_set(edit, 1, 1, "rad;\"två\"\nrader");
    g_assert_cmpuint(lyh_csv_edit_count(edit), ==, 2);
}

static void remove_first(lyh_csv_edit *edit)
{
    lyh_csv_edit_remove(edit, 0);
}

static void remove_last(lyh_csv_edit *edit)
{
    lyh_csv_edit_set(edit, 1, 0, "borta");
    lyh_csv_edit_remove(edit, 1);
}

static void add_two(lyh_csv_edit *edit)
{
    const char *const one[] = { "ny;", NULL }, *const two[] = { NULL, "2" };
    lyh_csv_edit_add(edit, one);
    lyh_csv_edit_add(edit, two);
    g_assert_cmpuint(lyh_csv_edit_count(edit), ==, 2);
}

static void add_for_the_last(lyh_csv_edit *edit)
{
    const char *const cells[] = { "ny", "=1" };
    g_assert_false(lyh_csv_edit_removes(edit, 1));
    lyh_csv_edit_remove(edit, 1);
    g_assert_true(lyh_csv_edit_removes(edit, 1));
    lyh_csv_edit_add(edit, cells);
}

static void without_changes_the_bytes_are_those_of_the_file(void)
{
    CHECK("a;b\n1;2", nothing, "a;b\n1;2");
    CHECK("\xef\xbb\xbfsep=,\r\na,\"b\"\r\n\r\n 1 ,\"2\"\"\"\r\n,\r\n", nothing,
          "\xef\xbb\xbfsep=,\r\na,\"b\"\r\n\r\n 1 ,\"2\"\"\"\r\n,\r\n");
    /* e and a combining acute: read as one letter, left as they stand */
    CHECK("a;b\ne\xcc\x81;2\r3;4\n", nothing, "a;b\ne\xcc\x81;2\r3;4\n");
}

static void cells_are_written_anew_in_their_places(void)
{
    CHECK("a;b\n\"1;1\";'=2\n3;\"4\"\n", set_both,
          "a;b\nny;'=2\n3;\"rad;\"\"två\"\"\nrader\"\n");
    CHECK("a\tb\r\n1\t\r\n\"\"\t2\r\n", set_both,
          "a\tb\r\nny\t\r\n\"\"\t\"rad;\"\"två\"\"\nrader\"\r\n");
}

static void rows_go_with_the_empty_lines_below_them(void)
{
    CHECK("a;b\n1;2\n\n3;4\n", remove_first, "a;b\n3;4\n");
    CHECK("a;b\n\n\"1\n1\";2\n3;4", remove_first, "a;b\n\n3;4");
    CHECK("a;b\n1;2\n3;4\n\n", remove_last, "a;b\n1;2\n");
}

static void rows_come_behind_the_others(void)
{
    CHECK("a;b\n1;2\n", add_two, "a;b\n1;2\n\"ny;\";\n;2\n");
    CHECK("a,b\r\n1,2", add_two, "a,b\r\n1,2\r\n\"ny;\",\r\n,2\r\n");
    CHECK("a\tb", add_two, "a\tb\n\"ny;\"\t\n\t2\n");
    CHECK("a;b\n1;2\n3;4", add_for_the_last, "a;b\n1;2\nny;'=1\n");
}

static void what_was_no_utf8_becomes_it_and_says_so(void)
{
    CHECK("ord;mer\nf\xe5r;v\xe4nta l\xe4nge p\xe5 svar\n", nothing,
          "\xef\xbb\xbf"
          "ord;mer\nfår;vänta länge på svar\n");
    CHECK("\xff\xfe"
          "a\0\n\0"
          "1\0\n\0",
          nothing,
          "\xef\xbb\xbf"
          "a\n1\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/csv-edit/" #name, name)
    ADD(without_changes_the_bytes_are_those_of_the_file);
    ADD(cells_are_written_anew_in_their_places);
    ADD(rows_go_with_the_empty_lines_below_them);
    ADD(rows_come_behind_the_others);
    ADD(what_was_no_utf8_becomes_it_and_says_so);
#undef ADD
    return g_test_run();
}
