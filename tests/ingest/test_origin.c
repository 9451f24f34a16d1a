#include <string.h>

#include <lyhord/base/text.h>

#include "reading.h"

/* Every byte of the document that is neither joined nor composed must be the byte of the file
 * that its origin names. @same is how many bytes must agree at least. */
static void assert_in_step(const char *file, size_t same)
{
    g_auto(reading) it = read_text(file);
    const char *text = lyh_document_text(it.document);
    size_t agreeing = 0;
    for (size_t i = 0; i < lyh_document_size(it.document); i++) {
        size_t byte = lyh_document_origin(it.document, i).byte;
        g_assert_cmpuint(byte, <=, strlen(file));
        agreeing += file[byte] == text[i];
    }
    g_assert_cmpuint(agreeing, >=, same);
}

static void joined_lines_lead_back_to_their_bytes(void)
{
    const char *file = "I: - Vad?  \r\n\r\nB: - Ja,\r\n  visst är\r\ndet så.\r\n";
    g_auto(reading) it = read_text(file);
    const char *text = lyh_document_text(it.document);
    g_assert_cmpstr(text, ==, "I: - Vad?\nB: - Ja, visst är det så.");
    size_t where = (size_t)(strstr(text, "visst") - text);
    g_assert_cmpuint(lyh_document_origin(it.document, where).byte, ==,
                     (size_t)(strstr(file, "visst") - file));
    assert_in_step(file, strlen("I: - Vad?B: - Ja,visst ärdet så."));
}

static void composed_letters_do_not_put_the_rest_out_of_step(void)
{
    const char *file = "B: ma\u030aste a\u0308ven … ga\u030a hem\n";
    g_auto(reading) it = read_text(file);
    const char *text = lyh_document_text(it.document);
    g_assert_cmpstr(text, ==, "B: måste även … gå hem");
    static const char *const words[] = { "ste", "ven", "…", "hem" };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_cmpuint(
            lyh_document_origin(it.document, (size_t)(strstr(text, words[i]) - text)).byte,
            ==, (size_t)(strstr(file, words[i]) - file));
}

/* The oracle is GLib's own normaliser; every piece is tried at every start. */
static void composition_in_pieces_is_composition_of_the_whole(void)
{
    static const char *const parts[] = { "a",      "\u030a", "\u0323", "å",       "…",
                                         "\u1100", "\u1161", "\u11a8", "e\u0301", "\u0344",
                                         "ñ",      " ",      "\u212b" };
    g_autoptr(GString) file = g_string_new("B: x");
    unsigned state = 1;
    for (int i = 0; i < 4000; i++) {
        state = state * 1103515245u + 12345u;
        g_string_append(file, parts[(state >> 16) % G_N_ELEMENTS(parts)]);
    }
    g_string_append(file, "x\n");
    g_auto(reading) it = read_text(file->str);
    g_autofree char *expected = g_utf8_normalize(file->str, -1, G_NORMALIZE_NFC);
    g_strchomp(expected);
    g_assert_cmpstr(lyh_document_text(it.document), ==, expected);
}

static void a_diagnostic_points_at_the_line_of_the_file(void)
{
    g_auto(reading) it = read_text("\xEF\xBB\xBFI: Vad?\n\nB: Ja\noch så [\nnej\n");
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 1);
    g_assert_cmpuint(lyh_diags_at(it.diags, 0)->line, ==, 4);
    g_assert_cmpuint(lyh_diags_at(it.diags, 0)->column, ==, 8);
    g_assert_true(lyh_diags_at(it.diags, 0)->is_private);
}

static void unicode_line_ends_end_lines(void)
{
    assert_turns("I: Vad?\u2028R: ett\u2029I: Mer?\xC2\x85"
                 "R: två\rI: Så?",
                 "I interviewer: Vad?\nR respondent: ett\nI interviewer: Mer?\n"
                 "R respondent: två\nI interviewer: Så?");
}

static void an_empty_line_is_where_it_stands_in_the_file(void)
{
    const char *file = "Ja.\n\n\nNej.\n";
    const lyh_ingest_options plain = { .is_plain = true };
    g_auto(reading) it = read_named("prov.txt", file, strlen(file), &plain);
    g_assert_cmpstr(lyh_document_text(it.document), ==, file);
    for (size_t i = 0; i < strlen(file); i++)
        g_assert_cmpuint(lyh_document_origin(it.document, i).byte, ==, i);
    /* A letter that is composed is not taken over as it stands. */
    g_auto(reading) composed = read_named("prov.txt", "a\u0308\n\n\nb", 7, &plain);
    for (size_t i = 3; i < 6; i++)
        g_assert_cmpuint(lyh_document_origin(composed.document, i).byte, ==, i + 1);
}

#define TEST(sentence) g_test_add_func("/ingest/origin/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(joined_lines_lead_back_to_their_bytes);
    TEST(composed_letters_do_not_put_the_rest_out_of_step);
    TEST(composition_in_pieces_is_composition_of_the_whole);
    TEST(a_diagnostic_points_at_the_line_of_the_file);
    TEST(an_empty_line_is_where_it_stands_in_the_file);
    TEST(unicode_line_ends_end_lines);
    return g_test_run();
}
