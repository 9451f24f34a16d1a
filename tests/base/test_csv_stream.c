#include <lyhord/base/csv_stream.h>

#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "../../src/base/autoptr.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_csv_stream, lyh_csv_stream_free)

static char *written(const char *text, size_t size)
{
    g_autofree char *folder = g_dir_make_tmp("lyhord-test-XXXXXX", NULL);
    char *path = g_build_filename(folder, "a.csv", NULL);
    g_assert_true(g_file_set_contents(path, text, (gssize)size, NULL));
    return path;
}

static void remove_written(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_unlink(path);
    g_rmdir(folder);
}

/* What the stream reads, "a|b/c|d", and what is wrong, as "code LINE:COL". */
static char *streamed(const char *text, size_t size)
{
    g_autofree char *path = written(text, size);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_autoptr(lyh_csv_stream) stream = lyh_csv_stream_open(path, diags, &error);
    g_autoptr(GString) all = g_string_new(NULL);
    size_t columns = stream ? lyh_csv_column_count(lyh_csv_stream_heading(stream)) : 0;
    for (size_t i = 0; i < columns; i++)
        g_string_append_printf(all, "%s%s", i ? "|" : "",
                               lyh_csv_heading(lyh_csv_stream_heading(stream), i));
    while (stream && lyh_csv_stream_next(stream, diags, &error))
        for (size_t i = 0; i < columns; i++) {
            size_t cell_size;
            const char *cell = lyh_csv_stream_cell(stream, i, &cell_size);
            g_string_append_printf(all, "%s%.*s", i ? "|" : "/", (int)cell_size, cell);
        }
    for (size_t i = 0; i < lyh_diags_count(diags); i++) {
        const lyh_diag *diag = lyh_diags_at(diags, i);
        g_string_append_printf(all, " <%s %zu:%zu>", diag->code, diag->line, diag->column);
    }
    remove_written(path);
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static void assert_streamed(const char *text, const char *expected)
{
    g_autofree char *got = streamed(text, strlen(text));
    g_assert_cmpstr(got, ==, expected);
}

static void rows_come_as_they_stand(void)
{
    assert_streamed("a;b\n1;2\n3;4\n", "a|b/1|2/3|4");
    assert_streamed("a;b\r\n1;2\r\n\r\n;\r\n3;4", "a|b/1|2/3|4");
    assert_streamed("a;b\n\"x;\"\"y\"\"\";\"1\n2\"\n", "a|b/x;\"y\"|1\n2");
    assert_streamed("sep=;\na;b\n1;2\n", "a|b/1|2");
    assert_streamed("\xef\xbb\xbf"
                    "a;b\n1; 2\n",
                    "a|b/1| 2");
    assert_streamed("a;b;;\n1;2;;\n", "a|b/1|2");
    assert_streamed("a,b\n1,2\n", "a|b/1|2 <csv-separator 1:1>");
    assert_streamed("a;b, c\n1;2\n", "a|b, c/1|2");
}

static void every_mistake_is_told_in_its_place_and_the_next_row_is_read(void)
{
    assert_streamed("a;b\n1\n3;4\n", "a|b/3|4 <csv-row-length 2:1>");
    assert_streamed("a;b\n1;2;3\n3;4\n", "a|b/3|4 <csv-row-length 2:5>");
    assert_streamed("a;b\n1;å\"x\n3;4\n", "a|b/3|4 <csv-quote 2:4>");
    assert_streamed("a;b\n1;\"å\"x\n3;4\n", "a|b/3|4 <csv-quote 2:6>");
    assert_streamed("a;b\n\"1\n\n2\";x;y\n3;4\n", "a|b/3|4 <csv-row-length 4:6>");
    assert_streamed("a;b\n1;2\n3;\"4\n5;6\n", "a|b/1|2 <csv-quote 3:3>");
    assert_streamed("a;;c\n1;;2\n1;x;2\n", "a||c/1||2 <csv-heading 3:3>");
    assert_streamed("a;a\n1;2\n", " <csv-heading 1:3>");
    assert_streamed("\n \n", " <empty-file 0:0> <csv-empty 0:0>");
}

/* The oracle is the reader that has the whole table in memory. */
static void random_tables_are_read_as_the_reader_of_whole_tables_does(void)
{
    static const char signs[] = ";;\"\"\n\r ab=å'";
    g_autoptr(GRand) chance = g_rand_new_with_seed(7);
    for (size_t round = 0; round < 400; round++) {
        g_autoptr(GString) text = g_string_new("a;b\n");
        for (int i = g_rand_int_range(chance, 0, 30); i > 0; i--) {
            gint32 at = g_rand_int_range(chance, 0, (gint32)sizeof signs - 3);
            g_string_append(text, signs[at] < 0 ? "å" : (char[]){ signs[at], 0 });
        }
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_autoptr(lyh_source) source =
            lyh_source_from_bytes("a.csv", LYH_SOURCE_TABLE, text->str, text->len, diags);
        g_autoptr(lyh_csv) csv = lyh_csv_read(source, diags);
        g_autofree char *got = streamed(text->str, text->len);
        g_assert_cmpint(csv == NULL, ==, strstr(got, "<csv-") != NULL);
        g_autoptr(GString) all = g_string_new("a|b");
        for (size_t row = 0; csv && row < lyh_csv_row_count(csv); row++)
            g_string_append_printf(all, "/%s|%s", lyh_csv_cell(csv, row, 0),
                                   lyh_csv_cell(csv, row, 1));
        g_autofree char *unified = csv ? g_strdelimit(g_strdup(got), "\r", '\n') : NULL;
        if (csv && !strpbrk(text->str, "\r'") && !strstr(got, "line-ends"))
            g_assert_cmpstr(unified, ==, all->str);
    }
}

/* What is looked at for the separator ends in the middle of a letter, whatever its length. */
static void a_letter_across_the_edge_of_the_beginning_is_no_mistake(void)
{
    for (size_t shift = 0; shift < 3; shift++) {
        g_autoptr(GString) text = g_string_new("a;b\n");
        for (size_t row = 0; text->len < 200000; row++)
            g_string_append_printf(text, "%.*s1;ååååååååå\n", (int)(row == 0 ? shift : 0),
                                   "xx");
        g_autofree char *got = streamed(text->str, text->len);
        g_assert_true(g_str_has_prefix(got, "a|b/"));
        g_assert_null(strchr(got, '<'));
    }
}

/* Longer than what is kept in memory of a file: rows stand across the edges of every window. */
static void a_file_beyond_the_limit_is_read_in_windows(void)
{
    enum { ROWS = 1500 };
    g_autofree char *filler = g_strnfill(47000, 'x');
    g_autoptr(GString) text = g_string_new("a;b\n");
    for (size_t i = 0; i < ROWS; i++)
        g_string_append_printf(text, "%zu;\"%s\n%s\"\r\n", i, filler, i % 3 ? "å" : "");
    g_string_append(text, "1500;\"x\n");
    g_assert_cmpuint(text->len, >, LYH_MAX_TABLE);
    g_autofree char *path = written(text->str, text->len);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_autoptr(lyh_csv_stream) stream = lyh_csv_stream_open(path, diags, &error);
    g_assert_nonnull(stream);
    for (size_t round = 0; round < 2; round++) {
        size_t row = 0, size;
        lyh_csv_stream_rewind(stream);
        for (; lyh_csv_stream_next(stream, diags, &error); row++) {
            g_autofree char *number = g_strdup_printf("%zu", row);
            const char *cell = lyh_csv_stream_cell(stream, 0, &size);
            g_assert_cmpuint(size, ==, strlen(number));
            g_assert_cmpint(memcmp(cell, number, size), ==, 0);
            g_assert_cmpuint(lyh_csv_stream_place(stream, 0).line, ==, 2 + 2 * row);
            lyh_csv_stream_cell(stream, 1, &size);
            g_assert_cmpuint(size, ==, 47001 + (row % 3 ? 2 : 0));
        }
        g_assert_cmpuint(row, ==, ROWS);
        g_assert_cmpuint(lyh_diags_error_count(diags), ==, round + 1);
        g_assert_cmpuint(lyh_diags_at(diags, round)->line, ==, 2 + 2 * ROWS);
        g_assert_cmpuint(lyh_diags_at(diags, round)->column, ==, 6);
    }
    remove_written(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-stream/rows_come_as_they_stand", rows_come_as_they_stand);
    g_test_add_func(
        "/csv-stream/every_mistake_is_told_in_its_place_and_the_next_row_is_read",
        every_mistake_is_told_in_its_place_and_the_next_row_is_read);
    g_test_add_func("/csv-stream/random_tables_are_read_as_the_reader_of_whole_tables_does",
                    random_tables_are_read_as_the_reader_of_whole_tables_does);
    g_test_add_func("/csv-stream/a_letter_across_the_edge_of_the_beginning_is_no_mistake",
                    a_letter_across_the_edge_of_the_beginning_is_no_mistake);
    g_test_add_func("/csv-stream/a_file_beyond_the_limit_is_read_in_windows",
                    a_file_beyond_the_limit_is_read_in_windows);
    return g_test_run();
}
