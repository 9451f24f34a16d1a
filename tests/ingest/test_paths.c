/*
 * A transcript is read alike whether its bytes are looked at one by one or many at a time: the
 * samples, the treebanks, what is hostile, and all of them with pieces put in that nobody wrote.
 */
#include <string.h>

#include <lyhord/base/blocks.h>

#include "reading.h"

/* Times that a file is read with something else put in. */
#define TIMES 4

/* What is put in: all that a reader looks for. */
static const char *const pieces[] = {
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "\f",
    "(",
    "[",
    "]",
    ")",
    "xxx",
    "/…/",
    "00:12:31 ",
    "\xC3",
    "\xE2\x80\xA8",
    "\"",
    "\xC2\x85",
    "”",
    "“",
    "-\n",
    "I: ",
    "Maja:\n",
    "#",
    "1 ",
    "3. ",
    "?",
    "e\u0301",
    "\u00AD",
    "– ",
    "Ã¤",
    "аa",
    "\u200B",
    "•",
    "\xFF",
    "\x01",
    "(Respondent A1)\n",
    ":",
    "И: ",
};

/* All that reading made, as one string. */
static char *shown(const reading *it)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(it->diags); i++) {
        g_autofree char *line = lyh_diag_shown(lyh_diags_at(it->diags, i), NULL, true);
        g_string_append(all, line);
    }
    if (!it->document)
        return g_string_free(all, FALSE);
    g_autofree char *turns = turns_of(it), *asides = asides_of(it);
    g_string_append_printf(all, "%s\n%s\n%s\n", lyh_document_text(it->document), turns,
                           asides);
    for (size_t i = 0; i < lyh_document_quotation_count(it->document); i++)
        g_string_append_printf(all, "%zu-%zu ",
                               lyh_document_quotation(it->document, i)->start,
                               lyh_document_quotation(it->document, i)->end);
    for (size_t i = 0; i <= lyh_document_size(it->document); i += 97)
        g_string_append_printf(all, "%zu %zu ", lyh_document_origin(it->document, i).byte,
                               lyh_document_character(it->document, i));
    return g_string_free(all, FALSE);
}

static void compare(const char *path, const char *bytes, size_t size)
{
    const lyh_ingest_options ways[] = { { .is_plain = false }, { .is_plain = true } };
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_assert_true(lyh_blocks_choose(LYH_BLOCKS_PLAIN));
        g_auto(reading) plain = read_named(path, bytes, size, &ways[i]);
        g_assert_true(lyh_blocks_choose(LYH_BLOCKS_AVX2));
        g_auto(reading) fast = read_named(path, bytes, size, &ways[i]);
        g_autofree char *expected = shown(&plain), *found = shown(&fast);
        g_assert_cmpstr(found, ==, expected);
    }
}

static void put_in(GString *text, GRand *random)
{
    for (gint left = g_rand_int_range(random, 1, 20); left > 0; left--) {
        const char *piece = pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))];
        gssize at = g_rand_int_range(random, 0, (gint)text->len + 1);
        while (g_rand_boolean(random) && at > 0 && text->str[at - 1] != '\n')
            at--;
        g_string_insert(text, at, piece);
    }
}

/* @bytes as they are, and with something put in. */
static void compare_many(const char *path, const char *bytes, size_t size)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)size);
    compare(path, bytes, size);
    for (int i = 0; i < TIMES; i++) {
        g_autoptr(GString) text = g_string_new_len(bytes, (gssize)size);
        put_in(text, random);
        compare(path, text->str, text->len);
    }
}

static bool lacks_avx2(void)
{
    if (lyh_blocks_choose(LYH_BLOCKS_AVX2))
        return false;
    g_test_skip("this processor has no AVX2");
    return true;
}

static bool is_of_text(const char *name)
{
    static const char *const endings[] = { ".csv", ".md", ".srt", ".txt", ".vtt" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(name, endings[i]))
            return true;
    return false;
}

static void compare_folder(const char *folder)
{
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    for (const char *name; files && (name = g_dir_read_name(files));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *bytes = NULL;
        gsize size;
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            compare_folder(path);
        else if (is_of_text(name) && g_file_get_contents(path, &bytes, &size, NULL))
            compare_many(name, bytes, size);
    }
}

static void samples_are_read_alike(void)
{
    g_autofree char *folder = project_file("data-samples");
    if (!lacks_avx2())
        compare_folder(folder);
}

static void hostile_files_are_read_alike(void)
{
    g_autofree char *folder = lacks_avx2() ? NULL : material("hostile/transcripts");
    if (folder)
        compare_folder(folder);
}

/* Sentences of a treebank. */
#define SENTENCES 150

/* The first sentences of a treebank as an interview, with @between between two turns. */
static char *interview_of(const char *treebank, const char *between)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(treebank, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit_set(text, "\n", -1);
    GString *made = g_string_new(NULL);
    size_t count = 0;
    for (char **line = lines; *line && count < SENTENCES; line++)
        if (g_str_has_prefix(*line, "# text = "))
            g_string_append_printf(made, "%s: %s%s", count++ % 2 == 0 ? "I" : "Maja – ",
                                   *line + strlen("# text = "), between);
    return g_string_free(made, FALSE);
}

static void treebanks_are_read_alike(void)
{
    static const char *const files[] = { "ud/Talbanken/sv_talbanken-ud-dev.conllu",
                                         "ud/LinES/sv_lines-ud-dev.conllu" };
    static const char *const between[] = { "\n", "\r\n", "\n\n", "\r\n\r\n", " " };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *file = lacks_avx2() ? NULL : material(files[i]);
        for (size_t j = 0; file && j < G_N_ELEMENTS(between); j++) {
            g_autofree char *text = interview_of(file, between[j]);
            compare_many("prov.txt", text, strlen(text));
        }
    }
}

#define TEST(sentence) g_test_add_func("/ingest/paths/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(samples_are_read_alike);
    TEST(hostile_files_are_read_alike);
    TEST(treebanks_are_read_alike);
    return g_test_run();
}
