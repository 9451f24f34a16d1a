#include <string.h>

#include "../../src/language/autoptr.h"
#include "reading.h"

#define DICTIONARY "/usr/share/hunspell/sv_SE"
#define FOLDER "data-samples/formats/"

/* One interview as nine programs left it; data-samples/sources/formats/intervju.txt is its text. */
static const char *const files[] = {
    "F-csv.csv", "F-docx.docx",   "F-md.md",   "F-odt.odt", "F-pdf.pdf",
    "F-srt.srt", "F-tabell.docx", "F-txt.txt", "F-vtt.vtt",
};

static char *bytes_of(const char *file, gsize *size)
{
    g_autofree char *path = project_file(file);
    char *bytes = NULL;
    gboolean is_read = g_file_get_contents(path, &bytes, size, NULL);
    g_assert_true(is_read);
    return bytes;
}

static reading read_file(const char *file, const lyh_ingest_options *options)
{
    g_autofree char *name = g_strconcat(FOLDER, file, NULL);
    gsize size = 0;
    g_autofree char *bytes = bytes_of(name, &size);
    reading it = read_named(name, bytes, size, options);
    if (!it.document)
        g_test_message("%s cannot be read", file);
    g_assert_nonnull(it.document);
    return it;
}

/* Divided words need a dictionary: a page's end of line does not tell pappe-ret from budget- och. */
static reading read_sample(const char *file)
{
    g_autoptr(lyh_vocabulary) vocabulary = lyh_vocabulary_new();
    g_autoptr(lyh_dictionary) dictionary = lyh_dictionary_new(DICTIONARY);
    g_autoptr(lyh_lexicon) lexicon = lyh_lexicon_new(vocabulary, dictionary);
    lyh_ingest_options options = { .lexicon = lexicon };
    return read_file(file, &options);
}

static const char *role_of(const char *mark)
{
    if (g_str_equal(mark, "ML"))
        return "listener";
    return g_str_equal(mark, "I") ? "interviewer" : "respondent";
}

/* What turns_of() must say: the source's paragraphs, cut at their first colon and no otherwise. */
static char *turns_of_source(void)
{
    gsize size = 0;
    g_autofree char *source = bytes_of("data-samples/sources/formats/intervju.txt", &size);
    g_auto(GStrv) paragraphs = g_strsplit(g_strchomp(source), "\n\n", -1);
    g_autoptr(GString) turns = g_string_new(NULL);
    for (size_t i = 0; paragraphs[i]; i++) {
        g_auto(GStrv) parts = g_strsplit(paragraphs[i], ": ", 2);
        g_string_append_printf(turns, "%s%s %s: %s", i > 0 ? "\n" : "", parts[0],
                               role_of(parts[0]), parts[1]);
    }
    return g_string_free(g_steal_pointer(&turns), FALSE);
}

static void every_format_gives_the_turns_of_the_source(void)
{
    g_autofree char *expected = turns_of_source();
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_auto(reading) it = read_sample(files[i]);
        g_autofree char *turns = turns_of(&it);
        g_test_message("%s", files[i]);
        g_assert_cmpstr(turns, ==, expected);
    }
}

/* Codings are places in it: those of one format fit every other. */
static void every_format_gives_the_same_document_text(void)
{
    g_auto(reading) plain = read_sample("F-txt.txt");
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_auto(reading) it = read_sample(files[i]);
        g_test_message("%s", files[i]);
        g_assert_cmpstr(lyh_document_text(it.document), ==,
                        lyh_document_text(plain.document));
    }
}

static void every_format_keeps_the_asides_apart(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_auto(reading) it = read_sample(files[i]);
        g_autofree char *asides = asides_of(&it);
        g_test_message("%s", files[i]);
        g_assert_cmpstr(asides, ==,
                        "(lång paus)|(skratt)|[Telefonen ringer, inspelningen stoppas en "
                        "stund.]|(skrattar)|[...]|(skratt)");
    }
}

/* The first turns as they stand in F-srt.srt: first cue's beginning, last cue's end. */
static void subtitles_keep_when_a_turn_was_said(void)
{
    static const struct said {
        uint64_t from, to;
    } said[] = { { 2000, 13371 }, { 13971, 33783 }, { 34383, 36568 } };

    static const char *const subtitles[] = { "F-srt.srt", "F-vtt.vtt" };
    for (size_t i = 0; i < G_N_ELEMENTS(subtitles); i++) {
        g_auto(reading) it = read_sample(subtitles[i]);
        for (size_t j = 0; j < G_N_ELEMENTS(said); j++) {
            const lyh_turn *turn = lyh_document_turn(it.document, j);
            g_assert_cmpuint(turn->from, ==, said[j].from);
            g_assert_cmpuint(turn->to, ==, said[j].to);
        }
    }
}

static void content_tells_the_format_where_the_name_does_not(void)
{
    g_autofree char *expected = turns_of_source();
    static const char *const told[] = { "F-docx.docx", "F-odt.odt", "F-pdf.pdf",
                                        "F-srt.srt", "F-vtt.vtt" };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autofree char *name = g_strconcat(FOLDER, told[i], NULL);
        gsize size = 0;
        g_autofree char *bytes = bytes_of(name, &size);
        g_auto(reading) it = read_named("intervju", bytes, size, NULL);
        g_assert_nonnull(it.document);
        g_autofree char *turns = turns_of(&it);
        g_assert_cmpstr(turns, ==, expected);
    }
}

#define TEST(sentence) g_test_add_func("/ingest/formats/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_format_gives_the_turns_of_the_source);
    TEST(every_format_gives_the_same_document_text);
    TEST(every_format_keeps_the_asides_apart);
    TEST(subtitles_keep_when_a_turn_was_said);
    TEST(content_tells_the_format_where_the_name_does_not);
    return g_test_run();
}
