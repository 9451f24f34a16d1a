#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/corpus/document.h>

#include "../../src/base/autoptr.h"
#include "../../src/corpus/autoptr.h"

static lyh_document *document_with(const char *text)
{
    return lyh_document_new("R01", "mapp/R01.txt", text, strlen(text));
}

static void a_document_keeps_a_copy_of_its_text(void)
{
    char text[] = "B: - Ja.";
    g_autoptr(lyh_document) document = document_with(text);
    text[0] = 'X';
    g_assert_cmpstr(lyh_document_text(document), ==, "B: - Ja.");
    g_assert_cmpuint(lyh_document_size(document), ==, 8);
    g_assert_cmpstr(lyh_document_name(document), ==, "R01");
    g_assert_cmpstr(lyh_document_path(document), ==, "mapp/R01.txt");
}

/* FIPS 180-4, appendix B.1: the digest of "abc". */
static void the_hash_is_sha256_of_the_text(void)
{
    g_autoptr(lyh_document) document = document_with("abc");
    g_assert_cmpstr(lyh_document_hash(document), ==,
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    g_assert_true(lyh_document_hash(document) == lyh_document_hash(document));
}

static void characters_and_bytes_answer_each_other(void)
{
    g_autoptr(lyh_document) document = document_with("å ä – ö");
    /*                                                0 1 2 3 4 5 6 characters */
    static const size_t bytes[] = { 0, 2, 3, 5, 6, 9, 10 };
    for (size_t i = 0; i < G_N_ELEMENTS(bytes); i++) {
        g_assert_cmpuint(lyh_document_byte(document, i), ==, bytes[i]);
        g_assert_cmpuint(lyh_document_character(document, bytes[i]), ==, i);
    }
    g_assert_cmpuint(lyh_document_byte(document, 7), ==, 12);
    g_assert_cmpuint(lyh_document_byte(document, 700), ==, 12);
    g_assert_cmpuint(lyh_document_character(document, 12), ==, 7);
    g_assert_cmpuint(lyh_document_character(document, 1200), ==, 7);
}

/* GLib counts the other way round: from the pointer, without checkpoints. */
static void long_texts_count_as_glib_does(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 3000; i++)
        g_string_append(text, i % 3 == 0 ? "ö" : i % 7 == 0 ? "…" : "x");
    g_autoptr(lyh_document) document = document_with(text->str);
    size_t index = 0;
    for (const char *c = text->str; *c; c = g_utf8_next_char(c), index++) {
        g_assert_cmpuint(lyh_document_character(document, (size_t)(c - text->str)), ==,
                         index);
        g_assert_cmpuint(lyh_document_byte(document, index), ==, (size_t)(c - text->str));
    }
}

static void an_empty_text_has_no_characters(void)
{
    g_autoptr(lyh_document) document = document_with("");
    g_assert_cmpuint(lyh_document_character(document, 0), ==, 0);
    g_assert_cmpuint(lyh_document_byte(document, 3), ==, 0);
    g_assert_cmpuint(lyh_document_turn_at(document, 0), ==, LYH_NONE);
}

static void a_speaker_is_added_once_whatever_the_case(void)
{
    g_autoptr(lyh_document) document = document_with("");
    g_assert_cmpuint(lyh_document_add_speaker(document, "Åsa", LYH_ROLE_UNKNOWN), ==, 0);
    g_assert_cmpuint(lyh_document_add_speaker(document, "Asa", LYH_ROLE_UNKNOWN), ==, 1);
    g_assert_cmpuint(lyh_document_add_speaker(document, "ÅSA", LYH_ROLE_OTHER), ==, 0);
    g_assert_cmpuint(lyh_document_speaker_count(document), ==, 2);
    g_assert_cmpstr(lyh_document_speaker(document, 0)->mark, ==, "Åsa");
    g_assert_cmpint(lyh_document_speaker(document, 0)->role, ==, LYH_ROLE_UNKNOWN);
}

static void add_turn(lyh_document *document, size_t start, size_t end, size_t speaker)
{
    lyh_document_add_turn(document, (lyh_turn){ .start = start,
                                                .end = end,
                                                .speaker = speaker,
                                                .role = LYH_ROLE_RESPONDENT,
                                                .respondent = LYH_NONE,
                                                .question = LYH_NONE });
}

static void a_position_is_found_in_its_turn_and_in_no_gap(void)
{
    g_autoptr(lyh_document) document = document_with("I: aaaa\nB: bbbb");
    lyh_document_add_speaker(document, "I", LYH_ROLE_INTERVIEWER);
    lyh_document_add_speaker(document, "B", LYH_ROLE_RESPONDENT);
    add_turn(document, 3, 7, 0);
    add_turn(document, 11, 15, 1);
    g_assert_cmpuint(lyh_document_turn_at(document, 2), ==, LYH_NONE);
    g_assert_cmpuint(lyh_document_turn_at(document, 3), ==, 0);
    g_assert_cmpuint(lyh_document_turn_at(document, 6), ==, 0);
    g_assert_cmpuint(lyh_document_turn_at(document, 7), ==, LYH_NONE);
    g_assert_cmpuint(lyh_document_turn_at(document, 14), ==, 1);
    g_assert_cmpuint(lyh_document_turn_at(document, 15), ==, LYH_NONE);
    g_assert_cmpuint(lyh_document_speaker(document, 1)->turns, ==, 1);
}

static void a_role_is_given_to_every_turn_of_its_speaker(void)
{
    g_autoptr(lyh_document) document = document_with("abc");
    lyh_document_add_speaker(document, "X", LYH_ROLE_UNKNOWN);
    lyh_document_add_speaker(document, "Y", LYH_ROLE_UNKNOWN);
    add_turn(document, 0, 1, 0);
    add_turn(document, 1, 2, 1);
    add_turn(document, 2, 3, 0);
    lyh_document_set_role(document, 0, LYH_ROLE_OTHER);
    g_assert_cmpint(lyh_document_turn(document, 0)->role, ==, LYH_ROLE_OTHER);
    g_assert_cmpint(lyh_document_turn(document, 1)->role, ==, LYH_ROLE_RESPONDENT);
    g_assert_cmpint(lyh_document_turn(document, 2)->role, ==, LYH_ROLE_OTHER);
    lyh_document_set_respondent(document, 1, 4);
    lyh_document_set_question(document, 1, 7);
    g_assert_cmpuint(lyh_document_turn(document, 1)->respondent, ==, 4);
    g_assert_cmpuint(lyh_document_turn(document, 1)->question, ==, 7);
}

static void roles_have_their_fixed_words(void)
{
    g_assert_cmpstr(lyh_role_name(LYH_ROLE_UNKNOWN), ==, "unknown");
    g_assert_cmpstr(lyh_role_name(LYH_ROLE_INTERVIEWER), ==, "interviewer");
    g_assert_cmpstr(lyh_role_name(LYH_ROLE_LISTENER), ==, "listener");
    g_assert_cmpstr(lyh_role_name(LYH_ROLE_RESPONDENT), ==, "respondent");
    g_assert_cmpstr(lyh_role_name(LYH_ROLE_OTHER), ==, "other");
    g_assert_cmpstr(lyh_role_name(LYH_ROLE_EDITOR), ==, "editor");
}

static void the_way_back_counts_bytes_in_text_and_characters_in_paragraphs(void)
{
    g_autoptr(lyh_document) document = document_with("äää\näää");
    lyh_document_add_origin(document, (lyh_origin_step){ 0, { .byte = 3 } });
    lyh_document_add_origin(document,
                            (lyh_origin_step){ 7, { .paragraph = 4, .character = 10 } });
    g_assert_cmpuint(lyh_document_origin(document, 2).byte, ==, 5);
    g_assert_cmpuint(lyh_document_origin(document, 2).paragraph, ==, 0);
    g_assert_cmpuint(lyh_document_origin(document, 11).paragraph, ==, 4);
    g_assert_cmpuint(lyh_document_origin(document, 11).character, ==, 12);
}

static void a_place_points_into_the_file(void)
{
    static const char file[] = "I: Vad?\nB: Ja,\nvisst.\n";
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("a.txt", LYH_SOURCE_TRANSCRIPT, file, strlen(file), diags);
    g_autoptr(lyh_document) document = document_with("I: Vad?\nB: Ja, visst.");
    lyh_document_add_origin(document, (lyh_origin_step){ 0, { .byte = 0 } });
    lyh_document_add_origin(document, (lyh_origin_step){ 8, { .byte = 8 } });
    lyh_document_add_origin(document, (lyh_origin_step){ 15, { .byte = 15 } });

    lyh_place place = lyh_document_place(document, source, 15, 20);
    g_assert_cmpuint(lyh_source_line(source, place.start), ==, 3);
    g_assert_cmpuint(place.end - place.start, ==, 5);
    g_assert_cmpstr(lyh_document_place(document, NULL, 15, 20).file, ==, "mapp/R01.txt");
}

#define TEST(sentence) g_test_add_func("/corpus/document/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_document_keeps_a_copy_of_its_text);
    TEST(the_hash_is_sha256_of_the_text);
    TEST(characters_and_bytes_answer_each_other);
    TEST(long_texts_count_as_glib_does);
    TEST(an_empty_text_has_no_characters);
    TEST(a_speaker_is_added_once_whatever_the_case);
    TEST(a_position_is_found_in_its_turn_and_in_no_gap);
    TEST(a_role_is_given_to_every_turn_of_its_speaker);
    TEST(roles_have_their_fixed_words);
    TEST(the_way_back_counts_bytes_in_text_and_characters_in_paragraphs);
    TEST(a_place_points_into_the_file);
    return g_test_run();
}
