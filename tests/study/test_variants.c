#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include <lyhord/study/study.h>

/* A study that is a list of variants, and what was said when it was opened. */
typedef struct opened {
    char *folder;
    lyh_diags *diags;
    lyh_error error;
    lyh_study *study;
} opened;

static void put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static opened open_with(const char *variants)
{
    opened it = { .folder = g_dir_make_tmp("lyhord-variants-XXXXXX", NULL),
                  .diags = lyh_diags_new(NULL) };
    put(it.folder, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n");
    put(it.folder, "variants.csv", variants);
    const lyh_study_options options = { .folder = it.folder };
    it.study = lyh_study_open(&options, it.diags, &it.error);
    return it;
}

static void opened_clear(opened *it)
{
    static const char *const names[] = { "lyhord.ini", "variants.csv" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(it->folder, names[i], NULL);
        g_remove(path);
    }
    g_rmdir(it->folder);
    lyh_study_free(it->study);
    lyh_diags_free(it->diags);
    g_free(it->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(opened, opened_clear)

static bool same(opened *it, const char *a, const char *b)
{
    lyh_vocabulary *vocabulary = lyh_study_vocabulary(it->study);
    return lyh_lexicon_same_word(lyh_study_lexicon(it->study),
                                 lyh_vocabulary_intern(vocabulary, a, strlen(a)),
                                 lyh_vocabulary_intern(vocabulary, b, strlen(b)));
}

/* "CODE LINE:COLUMN" of everything that was said, in order. */
static char *told(const opened *it)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(it->diags); i++) {
        const lyh_diag *diag = lyh_diags_at(it->diags, i);
        g_string_append_printf(all, "%s%s %zu:%zu", i ? ", " : "", diag->code, diag->line,
                               diag->column);
    }
    return g_string_free(all, FALSE);
}

static void assert_refused(const char *variants, const char *expected)
{
    g_auto(opened) it = open_with(variants);
    g_autofree char *all = told(&it);
    g_assert_cmpstr(all, ==, expected);
    g_assert_null(it.study);
    g_assert_cmpint(it.error.kind, ==, LYH_ERROR_DATA);
}

static void a_spelling_stands_for_its_words(void)
{
    g_auto(opened) it =
        open_with("skrivs;betyder;anm\nsocsekr;socialsekreterare;så säger alla\n"
                  "ja;ja|jag;\n");
    g_assert_nonnull(it.study);
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 0);
    g_assert_true(same(&it, "Socsekr", "socialsekreterare"));
    g_assert_true(same(&it, "ja", "jag"));
    g_assert_false(same(&it, "socsekr", "jag"));
}

static void the_heading_may_be_english(void)
{
    g_auto(opened) it = open_with("written;means\nsocsekr;socialsekreterare\n");
    g_assert_nonnull(it.study);
    g_assert_true(same(&it, "socsekr", "socialsekreterare"));
}

static void a_list_without_rows_is_no_mistake(void)
{
    g_auto(opened) it = open_with("skrivs;betyder\n");
    g_assert_nonnull(it.study);
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 0);
}

static void every_mistake_is_told_in_its_place(void)
{
    assert_refused("skrivs;betyder\n"
                   ";mejl\n"
                   "tjafs; \n"
                   "i alla fall;ändå\n"
                   "iallafall;i alla fall\n"
                   "mejlet;mejlet\n"
                   "mail;mejl\n"
                   "MAIL;post\n"
                   "x;a||b\n"
                   "!;a\n",
                   "variants-empty 2:1, variants-empty 3:7, variants-words 4:1, "
                   "variants-words 5:11, variants-itself 6:1, variants-twice 8:1, "
                   "variants-empty 9:3, variants-words 10:1");
}

static void a_ring_is_told_with_its_words(void)
{
    static const char ring[] = "skrivs;betyder\na1;b1\nb1;c1|d1\nc1;a1\n";
    assert_refused(ring, "variants-ring 2:4");
    g_auto(opened) it = open_with(ring);
    g_assert_nonnull(strstr(lyh_diags_at(it.diags, 0)->message, "a1 → b1 → c1 → a1"));
}

static void a_chain_is_no_ring(void)
{
    g_auto(opened) it = open_with("skrivs;betyder\na1;b1|c1\nb1;c1\nc1;d1\nd1;d1|e1\n");
    g_assert_nonnull(it.study);
    g_assert_true(same(&it, "a1", "d1"));
    g_assert_true(same(&it, "a1", "e1"));
}

static void a_column_is_missing_or_not_known(void)
{
    assert_refused("skrivs\nmail\n", "csv-column 1:1");
    g_auto(opened) it = open_with("skrivs;betyder;kanske\nmail;mejl;ja\n");
    g_autofree char *all = told(&it);
    g_assert_cmpstr(all, ==, "csv-column 1:16");
}

/* Rows that stand for each other from first to last, as long as a file can make them. */
static void a_long_chain_takes_time_for_its_length_only(void)
{
    g_autoptr(GString) text = g_string_new("skrivs;betyder\n");
    for (int i = 0; i < 200000; i++)
        g_string_append_printf(text, "v%d;v%d\n", i, i + 1);
    g_auto(opened) it = open_with(text->str);
    g_assert_nonnull(it.study);
    g_assert_false(same(&it, "v0", "annat"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/variants/" #name, name)
    ADD(a_spelling_stands_for_its_words);
    ADD(the_heading_may_be_english);
    ADD(a_list_without_rows_is_no_mistake);
    ADD(every_mistake_is_told_in_its_place);
    ADD(a_ring_is_told_with_its_words);
    ADD(a_chain_is_no_ring);
    ADD(a_column_is_missing_or_not_known);
    ADD(a_long_chain_takes_time_for_its_length_only);
    return g_test_run();
}
