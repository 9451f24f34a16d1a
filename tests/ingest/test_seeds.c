#include <string.h>

#include "../../src/language/autoptr.h"
#include "reading.h"

/* What a person who leafs through the five reports finds that nobody wrote into the text. */
static const struct printed {
    const char *name; /* beginning of the file's name */
    size_t heads, footnotes;
} reports[] = {
    { "000", 0, 0 }, { "001", 0, 0 }, { "002", 6, 3 }, { "003", 0, 3 }, { "004", 0, 4 },
};

/* The reports' documents, each read once. */
typedef struct shelf {
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_lexicon *lexicon;
    lyh_diags *diags;
    GHashTable *texts; /* file name -> document text with single spaces */
} shelf;

static void shelf_init(shelf *it)
{
    it->vocabulary = lyh_vocabulary_new();
    it->dictionary = lyh_dictionary_new("/usr/share/hunspell/sv_SE");
    it->lexicon = lyh_lexicon_new(it->vocabulary, it->dictionary);
    it->diags = lyh_diags_new(NULL);
    it->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

static void shelf_clear(shelf *it)
{
    g_hash_table_unref(it->texts);
    lyh_diags_free(it->diags);
    lyh_lexicon_free(it->lexicon);
    lyh_dictionary_free(it->dictionary);
    lyh_vocabulary_free(it->vocabulary);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(shelf, shelf_clear)

static lyh_document *read_report(const shelf *it, const char *folder, const char *name,
                                 lyh_diags *diags)
{
    lyh_ingest_options options = { .lexicon = it->lexicon };
    g_autofree char *path = g_build_filename(folder, "seeds", name, NULL);
    lyh_document *document = lyh_ingest_read(path, &options, diags, NULL);
    g_assert_nonnull(document);
    return document;
}

static const char *text_of(shelf *it, const char *folder, const char *name)
{
    char *text = g_hash_table_lookup(it->texts, name);
    if (text)
        return text;
    lyh_document *document = read_report(it, folder, name, it->diags);
    text = g_strdelimit(g_strdup(lyh_document_text(document)), "\n", ' ');
    g_hash_table_insert(it->texts, g_strdup(name), text);
    lyh_document_free(document);
    return text;
}

static char *passages_of(const char *folder)
{
    g_autofree char *script = project_file("tests/ingest/seeds.py");
    char *argv[] = { (char *)"python3", script, (char *)folder, NULL };
    char *output = NULL;
    int status;
    g_assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                               NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    return g_strchomp(output);
}

/* A page number inside a quotation, a hyphen or a blank line would break it in two. */
static void every_passage_a_reader_took_is_found_whole(void)
{
    g_autofree char *folder = material("");
    if (!folder)
        return;
    g_autofree char *passages = passages_of(folder);
    g_auto(GStrv) rows = g_strsplit(passages, "\n", -1);
    g_auto(shelf) it;
    shelf_init(&it);
    size_t count = 0, missing = 0;
    for (char **row = rows; *row; row++, count++) {
        g_auto(GStrv) cells = g_strsplit(*row, "\t", 2);
        if (strstr(text_of(&it, folder, cells[0]), cells[1]))
            continue;
        missing++;
        g_test_message("passage %zu is not found whole in %s", count + 1, cells[0]);
    }
    g_test_message("%zu passages, %zu not found whole", count, missing);
    g_assert_cmpuint(count, >, 0);
    g_assert_cmpuint(missing, ==, 0);
}

/* The number in the message that begins with @code; 0 when nothing was said. */
static size_t told(const lyh_diags *diags, const char *code)
{
    for (size_t i = 0; i < lyh_diags_count(diags); i++) {
        const lyh_diag *diag = lyh_diags_at(diags, i);
        if (strcmp(diag->code, code) == 0)
            return g_ascii_strtoull(strpbrk(diag->message, "0123456789"), NULL, 10);
    }
    return 0;
}

static void heads_and_footnotes_of_the_reports_are_left_out_and_counted(void)
{
    g_autofree char *seeds = material("seeds");
    if (!seeds)
        return;
    g_autofree char *folder = g_path_get_dirname(seeds);
    g_auto(shelf) it;
    shelf_init(&it);
    g_autoptr(GDir) files = g_dir_open(seeds, 0, NULL);
    for (const char *name = g_dir_read_name(files); name; name = g_dir_read_name(files)) {
        lyh_diags *diags = lyh_diags_new(NULL);
        lyh_document_free(read_report(&it, folder, name, diags));
        for (size_t i = 0; i < G_N_ELEMENTS(reports); i++) {
            if (!g_str_has_prefix(name, reports[i].name))
                continue;
            g_assert_cmpuint(told(diags, "page-furniture"), ==, reports[i].heads);
            g_assert_cmpuint(told(diags, "footnotes"), ==, reports[i].footnotes);
        }
        lyh_diags_free(diags);
    }
}

#define TEST(sentence) g_test_add_func("/ingest/seeds/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_passage_a_reader_took_is_found_whole);
    TEST(heads_and_footnotes_of_the_reports_are_left_out_and_counted);
    return g_test_run();
}
