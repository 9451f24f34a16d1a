#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include <lyhord/language/thesaurus.h>

/* Invented words in the form that Debian's mythes-sv has; the second place is that of "glapp". */
#define DATA                                                                               \
    "UTF-8\n"                                                                              \
    "fnurra|2\n"                                                                           \
    "(subst)|knut|trassel (allmänt)\n"                                                    \
    "|  Krångel |knut\n"                                                                  \
    "glapp|1\n"                                                                            \
    "-|lucka|mellanrum\n"
#define INDEX "UTF-8\n2\nglapp|65\nfnurra|6\n"

static char *write_pair(const char *index, const char *data, size_t index_size,
                        size_t data_size)
{
    char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    char *path = g_build_filename(folder, "th", NULL);
    g_autofree char *first = g_strconcat(path, ".idx", NULL);
    g_autofree char *second = g_strconcat(path, ".dat", NULL);
    g_assert_true(g_file_set_contents(first, index, (gssize)index_size, NULL));
    g_assert_true(g_file_set_contents(second, data, (gssize)data_size, NULL));
    g_free(folder);
    return path;
}

static void remove_pair(char *path)
{
    g_autofree char *first = g_strconcat(path, ".idx", NULL);
    g_autofree char *second = g_strconcat(path, ".dat", NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_remove(first);
    g_remove(second);
    g_rmdir(folder);
    g_free(path);
}

static void note(void *user, size_t word, const char *synonym)
{
    g_string_append_printf(user, "%zu:%s ", word, synonym);
}

/* All that is told of @words, as "0:one 0:two 1:three ". g_free(). */
static char *told(char *path, const char *const *words, size_t count)
{
    GString *all = g_string_new(NULL);
    lyh_thesaurus *thesaurus = lyh_thesaurus_open(path);
    g_assert_nonnull(thesaurus);
    lyh_thesaurus_look_up(thesaurus, words, count, note, all);
    lyh_thesaurus_free(thesaurus);
    return g_string_free(all, FALSE);
}

static char *told_of(const char *index, const char *data, const char *const *words,
                     size_t count)
{
    char *path = write_pair(index, data, strlen(index), strlen(data));
    char *all = told(path, words, count);
    remove_pair(path);
    return all;
}

static void synonyms_come_in_the_order_of_the_words_and_of_their_meanings(void)
{
    const char *const words[] = { "fnurra", "glapp" };
    g_autofree char *all = told_of(INDEX, DATA, words, 2);
    g_assert_cmpstr(all, ==, "0:knut 0:trassel 0:krångel 0:knut 1:lucka 1:mellanrum ");
}

static void a_word_it_does_not_have_has_none(void)
{
    const char *const words[] = { "sprund", "glapp", "fnurr" };
    g_autofree char *all = told_of(INDEX, DATA, words, 3);
    g_assert_cmpstr(all, ==, "1:lucka 1:mellanrum ");
}

/* å is E5 in ISO 8859-1, which Debian's files are in. */
static void files_in_latin_1_are_read_as_such(void)
{
    const char *const words[] = { "vår" };
    g_autofree char *all = told_of("ISO8859-1\n1\nv\xE5r|11\n",
                                   "ISO-8859-1\nv\xE5r|1\n|v\xE5rtid|\xF6.d.\n", words, 1);
    g_assert_cmpstr(all, ==, "0:vårtid 0:ö.d. ");
}

static void an_index_of_other_data_tells_nothing(void)
{
    const char *const words[] = { "fnurra", "glapp" };
    g_autofree char *all = told_of("UTF-8\n2\nglapp|6\nfnurra|8000\n", DATA, words, 2);
    g_assert_cmpstr(all, ==, "");
}

/* Places that are none, meanings by the million, a line without end, bytes that are no text. */
static void broken_files_end_where_they_break(void)
{
    const char *const words[] = { "a", "b" };
    g_autoptr(GString) index = g_string_new("UTF-8\n9\na|x\n|\na|-3\nb\nb|6\n");
    g_autoptr(GString) data = g_string_new("UTF-8\nb|4000000000\n|c|\xFF|\n|||\n|d");
    for (size_t i = 0; i < LYH_THESAURUS_LINE_MAX + 10; i++)
        g_string_append_c(index, 'b');
    g_autofree char *all = told_of(index->str, data->str, words, 2);
    g_assert_cmpstr(all, ==, "1:c 1:d ");
}

static void a_line_that_is_too_long_is_passed_over(void)
{
    const char *const words[] = { "b" };
    g_autoptr(GString) data = g_string_new("UTF-8\nb|2\n|");
    for (size_t i = 0; i < LYH_THESAURUS_LINE_MAX + 10; i++)
        g_string_append_c(data, 'x');
    g_string_append(data, "\n|c\n");
    g_autofree char *all = told_of("UTF-8\n1\nb|6\n", data->str, words, 1);
    g_assert_cmpstr(all, ==, "0:c ");
}

static void what_is_no_pair_of_files_is_no_thesaurus(void)
{
    g_assert_null(lyh_thesaurus_open(NULL));
    g_assert_null(lyh_thesaurus_open("/nowhere/th_sv_SE_v2"));
    char *path = write_pair("KOI8-R\n0\n", "KOI8-R\n", 9, 7);
    g_assert_null(lyh_thesaurus_open(path));
    g_autofree char *index = g_strconcat(path, ".idx", NULL);
    g_remove(index);
    g_assert_cmpint(mkfifo(index, 0600), ==, 0);
    g_assert_null(lyh_thesaurus_open(path));
    remove_pair(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/thesaurus/order",
                    synonyms_come_in_the_order_of_the_words_and_of_their_meanings);
    g_test_add_func("/thesaurus/absent", a_word_it_does_not_have_has_none);
    g_test_add_func("/thesaurus/latin-1", files_in_latin_1_are_read_as_such);
    g_test_add_func("/thesaurus/other-data", an_index_of_other_data_tells_nothing);
    g_test_add_func("/thesaurus/broken", broken_files_end_where_they_break);
    g_test_add_func("/thesaurus/long-line", a_line_that_is_too_long_is_passed_over);
    g_test_add_func("/thesaurus/none", what_is_no_pair_of_files_is_no_thesaurus);
    return g_test_run();
}
