/*
 * From bytes to codings by both paths of everything (lyhord/base/blocks.h): a shipped codebook finds the same, says
 * the same of it, and all of it stands at the same bytes.
 */
#include "coded.h"

#include <lyhord/base/blocks.h>
#include <lyhord/ingest/ingest.h>

#include "../../src/corpus/autoptr.h"

#define TIMES 8

typedef struct one_path {
    lyh_blocks path;
    coder_kit kit;
    size_t found; /* codings of all texts */
} one_path;

typedef struct two_paths {
    one_path of[2];
} two_paths;

static two_paths *new_paths(void)
{
    static const lyh_blocks paths[] = { LYH_BLOCKS_PLAIN, LYH_BLOCKS_AVX2 };
    const lyh_matcher_options options = { .all_roles = true };
    g_autofree char *book = NULL;
    g_assert_true(g_file_get_contents(PROJECT_ROOT "/codebooks/brukarrevision.csv", &book,
                                      NULL, NULL));
    two_paths *both = g_new0(two_paths, 1);
    for (size_t i = 0; i < 2; i++) {
        lyh_blocks_choose(both->of[i].path = paths[i]);
        both->of[i].kit = kit_new(book, options);
        g_assert_nonnull(both->of[i].kit.matcher);
    }
    return both;
}

static void free_paths(two_paths *both)
{
    for (size_t i = 0; i < 2; i++)
        kit_clear(&both->of[i].kit);
    lyh_blocks_choose(LYH_BLOCKS_AVX2);
    g_free(both);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(two_paths, free_paths)

static void show_all(GString *out, const lyh_codings *codings)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *at = lyh_codings_at(codings, i);
        g_string_append_printf(
            out, "%zu-%zu turn %zu sentence %zu code %zu %s %s time %d cue %zu-%zu: %s\n",
            at->start, at->end, at->turn, at->sentence, at->code,
            lyh_polarity_name(at->polarity), lyh_state_name(at->state), (int)at->time,
            at->cue_start, at->cue_end, at->rule);
    }
}

/* What one path makes of the bytes of a file with this name: nothing where it is no document. */
static char *coded_by(one_path *one, const char *name, const char *bytes, size_t size)
{
    const lyh_ingest_options options = { 0 };
    GString *out = g_string_new(NULL);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_blocks_choose(one->path);
    const lyh_bytes file = { (char *)bytes, size };
    g_autoptr(lyh_document) document = lyh_ingest_bytes(name, &file, &options, diags);
    if (!document)
        return g_string_free(out, FALSE);
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    lyh_tokens_read(one->kit.tokens, document, one->kit.vocabulary);
    bool is_whole = lyh_matcher_run(one->kit.matcher, document, one->kit.tokens, codings,
                                    one->kit.diags);
    g_string_append_printf(out, "%zu words and marks, %s\n",
                           lyh_tokens_count(one->kit.tokens),
                           is_whole ? "whole" : "out of limits");
    show_all(out, codings);
    one->found += lyh_codings_count(codings);
    return g_string_free(out, FALSE);
}

static void compare(two_paths *both, const char *name, const char *bytes, size_t size)
{
    g_autofree char *plain = coded_by(&both->of[0], name, bytes, size);
    g_autofree char *blocks = coded_by(&both->of[1], name, bytes, size);
    g_assert_cmpstr(blocks, ==, plain);
}

/* Bytes that nobody wrote, among those that somebody did. */
static void put_in(GString *text, GRand *random)
{
    static const char *const pieces[] = {
        "”",     "’",        "–",    "…",    "\"",      "t ex ",  "bl.a. ",
        "inte ", "Hon sa: ", "\xFF", "\xC3", "e\u0301", "\u00AD", "?!",
        "[",     ")",        ".\n",  ": ",   "@",       "\r\n",
    };
    for (gint left = g_rand_int_range(random, 1, 60); left > 0; left--)
        g_string_insert(text, g_rand_int_range(random, 0, (gint)text->len + 1),
                        pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
}

static void compare_file(two_paths *both, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize size;
    if (!lyh_ingest_takes(path) || !g_file_get_contents(path, &bytes, &size, NULL))
        return;
    compare(both, path, bytes, size);
    if (!g_str_has_suffix(path, ".txt") && !g_str_has_suffix(path, ".md"))
        return;
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)size);
    for (int i = 0; i < TIMES; i++) {
        g_autoptr(GString) text = g_string_new_len(bytes, (gssize)size);
        put_in(text, random);
        compare(both, path, text->str, text->len);
    }
}

static void compare_below(two_paths *both, const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    for (const char *name; names && (name = g_dir_read_name(names)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            compare_below(both, path);
        else
            compare_file(both, path);
    }
}

static bool lacks_avx2(void)
{
    if (lyh_blocks_choose(LYH_BLOCKS_AVX2))
        return false;
    g_test_skip("this processor has no AVX2");
    return true;
}

static void samples_are_coded_alike_and_with_anything_put_in(void)
{
    if (lacks_avx2())
        return;
    g_autoptr(two_paths) both = new_paths();
    compare_below(both, PROJECT_ROOT "/data-samples");
    g_assert_cmpuint(both->of[0].found, >, 1000);
}

static char *material(const char *below)
{
    const char *folder = g_getenv("LYHORD_MATERIAL");
    if (!folder)
        g_test_skip("LYHORD_MATERIAL is not set");
    return folder && !lacks_avx2() ? g_build_filename(folder, below, NULL) : NULL;
}

static void hostile_files_are_coded_alike(void)
{
    g_autofree char *folder = material("hostile/transcripts");
    if (!folder)
        return;
    g_autoptr(two_paths) both = new_paths();
    compare_below(both, folder);
    g_assert_cmpuint(lyh_vocabulary_count(both->of[0].kit.vocabulary), >, 50);
}

/* As what one person says, a sentence a line. */
static void sentences_of_a_treebank_are_coded_alike(void)
{
    g_autofree char *path = material("ud/Talbanken/sv_talbanken-ud-dev.conllu");
    g_autofree char *bytes = NULL;
    if (!path)
        return;
    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    g_autoptr(two_paths) both = new_paths();
    g_autoptr(GString) text = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(bytes, "\n", -1);
    for (char **line = lines; *line; line++)
        if (g_str_has_prefix(*line, "# text = "))
            g_string_append_printf(text, "R: %s\n", *line + strlen("# text = "));
    compare(both, "treebank.txt", text->str, text->len);
    g_assert_cmpuint(both->of[0].found, >, 20);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paths/samples are coded alike, and with anything put in",
                    samples_are_coded_alike_and_with_anything_put_in);
    g_test_add_func("/paths/hostile files are coded alike", hostile_files_are_coded_alike);
    g_test_add_func("/paths/sentences of a treebank are coded alike",
                    sentences_of_a_treebank_are_coded_alike);
    return g_test_run();
}
