/*
 * The scanner in steps of 64 bytes gives what the plain one gives: the same tokens, flags, types
 * and sentences, of whatever text.
 */
#include <glib.h>
#include <string.h>

#include <lyhord/base/blocks.h>
#include <lyhord/ingest/ingest.h>
#include <lyhord/language/tokens.h>

#include "../../src/base/autoptr.h"
#include "../../src/corpus/autoptr.h"
#include "../../src/language/autoptr.h"

enum { RANDOM_TEXTS = 100000, RANDOM_DOCUMENTS = 2000, LONGEST = 200, ALIGNMENTS = 130 };

/* What texts are made of here: ordinary pieces first, and then such as the rules are about. */
static const char *const pieces[] = {
    " ",
    " ",
    " ",
    "a",
    "vi",
    "hon ",
    "Karin",
    "å",
    "Ö",
    "é",
    "ß",
    "lyssnade",
    ". ",
    ", ",
    "? ",
    ": ",
    ".",
    ",",
    ":",
    "-",
    "--",
    "...",
    "'",
    "\"",
    "(",
    ")",
    "[",
    "]",
    "!",
    ";",
    "/",
    "&",
    "_",
    "@",
    "%",
    "+",
    "*",
    "0",
    "12",
    "1,5",
    "13.30",
    "i",
    "i ",
    "o m",
    "o f s",
    "st f",
    "t ",
    "ex",
    "bl a",
    "fil ",
    "dr",
    "kand",
    "övers. ",
    "för ",
    "kl. ",
    "nr ",
    "ca.",
    "m.m.",
    "A. ",
    "Å. ",
    "K.G.",
    "s",
    "x",
    "z",
    "sa ",
    "svarade: ",
    "eh",
    "mm",
    "www.",
    "http://",
    "1177.se",
    "a.b@c.se",
    "a@bb.example",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\v",
    "  ",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u2028",
    "’",
    "‘",
    "”",
    "“",
    "»",
    "–",
    "—",
    "\u2011",
    "…",
    "×",
    "÷",
    "²",
    "ª",
    "e\u0301",
    "\u0301",
    "\u20e3",
    "ŋ",
    "Ω",
    "Þór",
    "ÿ",
    "日",
    "👩‍🚀",
    "👍🏽",
    "😀",
    "\x01",
    "\x1b",
    "\x7f",
    "¤",
    "avgiftsbeläggningsbeslutet",
    "rättssäkerhets",
};

/* One path's words of the texts that it is given one after the other. */
typedef struct reader {
    lyh_blocks path;
    lyh_vocabulary *vocabulary;
    lyh_tokens *tokens;
} reader;

typedef struct pair {
    reader of[2];
} pair;

static void pair_clear(pair *both)
{
    for (size_t i = 0; i < 2; i++) {
        lyh_tokens_free(both->of[i].tokens);
        lyh_vocabulary_free(both->of[i].vocabulary);
    }
    lyh_blocks_choose(LYH_BLOCKS_AVX2);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pair, pair_clear)

static pair new_pair(void)
{
    return (pair){ { { LYH_BLOCKS_PLAIN, lyh_vocabulary_new(), lyh_tokens_new() },
                     { LYH_BLOCKS_AVX2, lyh_vocabulary_new(), lyh_tokens_new() } } };
}

static bool lacks_avx2(void)
{
    if (lyh_blocks_choose(LYH_BLOCKS_AVX2))
        return false;
    g_test_skip("this processor has no AVX2");
    return true;
}

static void assert_same_tokens(const pair *both, const char *text, const char *name)
{
    const lyh_tokens *plain = both->of[0].tokens, *blocks = both->of[1].tokens;
    const lyh_token *a = lyh_tokens_all(plain), *b = lyh_tokens_all(blocks);
    size_t count = MIN(lyh_tokens_count(plain), lyh_tokens_count(blocks));
    for (size_t i = 0; i < count; i++)
        if (memcmp(&a[i], &b[i], sizeof a[i]) != 0)
            g_error(
                "%s, token %zu: plain %u to %u (%x), type %u; blocks %u to %u (%x), type "
                "%u: \"%.*s\"",
                name, i, a[i].start, a[i].end, a[i].flags, a[i].type, b[i].start, b[i].end,
                b[i].flags, b[i].type,
                (int)(MAX(a[i].end, b[i].end) - MIN(a[i].start, b[i].start)),
                text + MIN(a[i].start, b[i].start));
    g_assert_cmpuint(lyh_tokens_count(plain), ==, lyh_tokens_count(blocks));
}

static void assert_same(const pair *both, const char *text, size_t turns, const char *name)
{
    const lyh_tokens *plain = both->of[0].tokens, *blocks = both->of[1].tokens;
    assert_same_tokens(both, text, name);
    size_t count = lyh_tokens_sentence_count(plain);
    g_assert_cmpuint(count, ==, lyh_tokens_sentence_count(blocks));
    for (size_t i = 0; i < count; i++) {
        const lyh_sentence *a = &lyh_tokens_sentences(plain)[i];
        const lyh_sentence *b = &lyh_tokens_sentences(blocks)[i];
        g_assert_true(a->first == b->first && a->end == b->end && a->turn == b->turn &&
                      a->is_question == b->is_question);
    }
    for (size_t i = 0; i < turns; i++)
        g_assert_cmpuint(lyh_tokens_words_in_turn(plain, i), ==,
                         lyh_tokens_words_in_turn(blocks, i));
    g_assert_cmpuint(lyh_vocabulary_count(both->of[0].vocabulary), ==,
                     lyh_vocabulary_count(both->of[1].vocabulary));
}

static void read_text(const pair *both, const char *text, size_t size, const char *name)
{
    for (size_t i = 0; i < 2; i++) {
        lyh_blocks_choose(both->of[i].path);
        lyh_tokens_read_text(both->of[i].tokens, text, size, both->of[i].vocabulary);
    }
    assert_same(both, text, 1, name);
}

static void read_document(const pair *both, const lyh_document *document)
{
    for (size_t i = 0; i < 2; i++) {
        lyh_blocks_choose(both->of[i].path);
        lyh_tokens_read(both->of[i].tokens, document, both->of[i].vocabulary);
    }
    assert_same(both, lyh_document_text(document), lyh_document_turn_count(document),
                lyh_document_path(document));
}

static void append_pieces(GString *text, GRand *random, gint ordinary, size_t size)
{
    for (size_t end = text->len + size; text->len < end;) {
        bool is_ordinary = g_rand_int_range(random, 0, ordinary) > 0;
        gint count = is_ordinary ? 16 : (gint)G_N_ELEMENTS(pieces);
        g_string_append(text, pieces[g_rand_int_range(random, 0, count)]);
    }
}

/* Each in a buffer of its own, whose end a sanitizer guards. */
static void random_texts_have_the_same_words(void)
{
    if (lacks_avx2())
        return;
    g_autoptr(GRand) random = g_rand_new_with_seed(64);
    g_auto(pair) both = new_pair();
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
        g_string_truncate(text, 0);
        append_pieces(text, random, g_rand_int_range(random, 1, 20),
                      (size_t)g_rand_int_range(random, 0, LONGEST));
        g_autofree char *exact = g_memdup2(text->str, text->len);
        read_text(&both, exact, text->len, text->str);
    }
}

/* Behind the end of a turn the text goes on, and nothing of it is the turn's. */
static void random_turns_have_the_same_words(void)
{
    if (lacks_avx2())
        return;
    g_autoptr(GRand) random = g_rand_new_with_seed(65);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_auto(pair) both = new_pair();
    const lyh_ingest_options options = { 0 };
    for (int i = 0; i < RANDOM_DOCUMENTS; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (gint turn = 0; turn < 20; turn++) {
            g_string_append(text, turn % 2 ? "B: " : "I: ");
            append_pieces(text, random, g_rand_int_range(random, 2, 40),
                          (size_t)g_rand_int_range(random, 0, LONGEST));
            g_string_append_c(text, '\n');
        }
        const lyh_bytes bytes = { text->str, text->len };
        g_autoptr(lyh_document) document =
            lyh_ingest_bytes("turns.txt", &bytes, &options, diags);
        if (document)
            read_document(&both, document);
    }
}

/* The next place at @at or behind it, of @text, where a character begins. */
static size_t begins_at(const GString *text, size_t at)
{
    while (at < text->len && (text->str[at] & 0xC0) == 0x80)
        at++;
    return MIN(at, text->len);
}

/* No reader of files makes such turns, but nothing else keeps them apart. */
static void turns_may_begin_and_end_within_words(void)
{
    if (lacks_avx2())
        return;
    g_autoptr(GRand) random = g_rand_new_with_seed(66);
    g_auto(pair) both = new_pair();
    for (int i = 0; i < RANDOM_DOCUMENTS * 5; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        append_pieces(text, random, g_rand_int_range(random, 1, 20), LONGEST);
        g_autoptr(lyh_document) document =
            lyh_document_new("turns", "turns", text->str, text->len);
        size_t speaker = lyh_document_add_speaker(document, "", LYH_ROLE_RESPONDENT);
        for (size_t start = 0, end; start < text->len; start = end) {
            end = begins_at(text, start + (size_t)g_rand_int_range(random, 1, LONGEST));
            lyh_document_add_turn(document, (lyh_turn){ .start = start,
                                                        .end = end,
                                                        .speaker = speaker,
                                                        .role = LYH_ROLE_RESPONDENT,
                                                        .respondent = LYH_NONE,
                                                        .question = LYH_NONE });
        }
        read_document(&both, document);
    }
}

/* A text dense in rules at every place of a block, cut at every byte that begins a character. */
static void a_text_has_the_same_words_wherever_it_lies_and_ends(void)
{
    static const char dense[] =
        "Å. Þór Öst sa: \"1,5 m.m. vid kl. 9:15–10, i o m det…\" – t ex vård- och "
        "a.b@c.se, "
        "tv:n; Marx' 'ja' (e\u0301n) st f. 12-åringar på 1177.se/x. Bl a "
        "hem\u00ADtjänst\nNej!";
    if (lacks_avx2())
        return;
    g_auto(pair) both = new_pair();
    for (size_t before = 0; before < ALIGNMENTS; before++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < before)
            g_string_append(text, text->len % 7 == 6 ? " " : "e");
        g_string_append(text, dense);
        for (size_t end = before; end <= text->len; end++) {
            if ((text->str[end] & 0xC0) == 0x80)
                continue;
            g_autofree char *exact = g_memdup2(text->str, end);
            read_text(&both, exact, end, text->str);
        }
    }
}

/* What stands behind "# text = " in a treebank, a sentence a line or all in one line. */
static void treebank_has_the_same_words(const pair *both, const char *path)
{
    g_autofree char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    for (size_t i = 0; i < 2; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_auto(GStrv) lines = g_strsplit_set(bytes, "\n", -1);
        for (char **line = lines; *line; line++)
            if (g_str_has_prefix(*line, "# text = "))
                g_string_append_printf(text, "%s%c", *line + strlen("# text = "), " \n"[i]);
        read_text(both, text->str, text->len, path);
    }
}

static void file_has_the_same_words(const pair *both, const char *path)
{
    const lyh_ingest_options options = { 0 };
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    if (g_str_has_suffix(path, ".conllu"))
        treebank_has_the_same_words(both, path);
    if (!lyh_ingest_takes(path))
        return;
    g_autoptr(lyh_document) document = lyh_ingest_read(path, &options, diags, &error);
    if (document)
        read_document(both, document);
}

static void files_below_have_the_same_words(const pair *both, const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    for (const char *name; names && (name = g_dir_read_name(names)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            files_below_have_the_same_words(both, path);
        else
            file_has_the_same_words(both, path);
    }
}

static void samples_have_the_same_words(void)
{
    if (lacks_avx2())
        return;
    g_auto(pair) both = new_pair();
    files_below_have_the_same_words(&both, PROJECT_ROOT "/data-samples");
    g_assert_cmpuint(lyh_vocabulary_count(both.of[0].vocabulary), >, 1000);
}

static void material_has_the_same_words(const char *folder)
{
    const char *material = g_getenv("LYHORD_MATERIAL");
    if (!material)
        g_test_skip("LYHORD_MATERIAL is not set");
    if (!material || lacks_avx2())
        return;
    g_autofree char *path = g_build_filename(material, folder, NULL);
    g_auto(pair) both = new_pair();
    files_below_have_the_same_words(&both, path);
    g_assert_cmpuint(lyh_vocabulary_count(both.of[0].vocabulary), >, 50);
}

static void treebanks_have_the_same_words(void)
{
    material_has_the_same_words("ud");
}

static void hostile_files_have_the_same_words(void)
{
    material_has_the_same_words("hostile/transcripts");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/blocks/random texts have the same words",
                    random_texts_have_the_same_words);
    g_test_add_func("/blocks/random turns have the same words",
                    random_turns_have_the_same_words);
    g_test_add_func("/blocks/turns may begin and end within words",
                    turns_may_begin_and_end_within_words);
    g_test_add_func("/blocks/a text has the same words wherever it lies and ends",
                    a_text_has_the_same_words_wherever_it_lies_and_ends);
    g_test_add_func("/blocks/samples have the same words", samples_have_the_same_words);
    g_test_add_func("/blocks/treebanks have the same words", treebanks_have_the_same_words);
    g_test_add_func("/blocks/hostile files have the same words",
                    hostile_files_have_the_same_words);
    return g_test_run();
}
