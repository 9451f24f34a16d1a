#include <string.h>

#include "reading.h"

static reading read_as(const char *path, const char *text)
{
    return read_named(path, text, strlen(text), NULL);
}

static void assert_turns_of(const char *path, const char *text, const char *expected)
{
    g_auto(reading) it = read_as(path, text);
    g_assert_nonnull(it.document);
    g_autofree char *turns = turns_of(&it);
    g_assert_cmpstr(turns, ==, expected);
}

static const char srt[] =
    "\xEF\xBB\xBF"
    "1\r\n00:00:01,000 --> 00:00:04,000\r\nI: Hur har <b>kontakten</b>\r\n"
    "varit?\r\n\r\n"
    "00:00:04.500 --> 00:00:09.200 X1:1\r\nR: Bra &amp; fin.\r\n\r\n"
    "3\r\n00:00:10,000 --> 00:00:12,000\r\nMen de ringer\r\n\r\n"
    "4\r\n00:00:12,000 --> 00:00:14,000\r\naldrig tillbaka.\r\n";

static void cues_go_on_with_the_turn_and_signs_are_left_out(void)
{
    assert_turns_of("F1.srt", srt,
                    "I interviewer: Hur har kontakten varit?\n"
                    "R respondent: Bra & fin. Men de ringer aldrig tillbaka.");
}

static void a_turn_has_the_times_of_its_cues(void)
{
    g_auto(reading) it = read_as("F1.srt", srt);
    const lyh_turn *turn = lyh_document_turn(it.document, 1);
    g_assert_cmpuint(turn->from, ==, 4500);
    g_assert_cmpuint(turn->to, ==, 14000);
}

static void every_word_leads_back_to_its_byte_in_the_file(void)
{
    g_auto(reading) it = read_as("F1.srt", srt);
    const char *text = lyh_document_text(it.document);
    static const char *const words[] = { "kontakten", "varit", "& fin", "ringer",
                                         "tillbaka" };
    static const char *const raw[] = { "kontakten", "varit", "&amp; fin", "ringer",
                                       "tillbaka" };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t at = (size_t)(strstr(text, words[i]) - text);
        size_t byte = lyh_document_origin(it.document, at).byte;
        g_assert_true(g_str_has_prefix(srt + 3 + byte, raw[i]));
    }
}

static void a_mark_at_every_cue_is_one_turn(void)
{
    assert_turns_of("F1.srt",
                    "1\n00:01 --> 00:02\nI: Hur går det?\n\n2\n00:02 --> 00:03\nR: Jo,\n\n"
                    "3\n00:03 --> 00:04\nR: det går.\n",
                    "I interviewer: Hur går det?\nR respondent: Jo, det går.");
}

static void a_file_of_subtitles_is_told_by_its_content(void)
{
    g_auto(reading) it = read_as("F1.txt", "1\n00:00:01,000 --> 00:00:02,000\nI: Hej?\n\n"
                                           "2\n00:00:02,000 --> 00:00:03,000\nR: Hej.\n");
    g_autofree char *codes = codes_of(&it);
    g_autofree char *turns = turns_of(&it);
    g_assert_cmpstr(codes, ==, "format-name");
    g_assert_cmpstr(turns, ==, "I interviewer: Hej?\nR respondent: Hej.");
}

static void a_transcript_that_begins_with_a_number_is_no_subtitles(void)
{
    assert_turns_of("F1.txt", "1\nI: Vad?\nR: Det.\n",
                    "I interviewer: Vad?\nR respondent: Det.");
}

static const char vtt[] = "WEBVTT - En intervju\nKind: captions\n\n"
                          "NOTE Skrivet av någon\nsom inte ska synas\n\n"
                          "STYLE\n::cue { color: red }\n\n"
                          "cue-1\n00:01.000 --> 00:04.000 align:start\n"
                          "<v Intervjuare>Hur har <c.loud>kontakten</c> varit?</v>\n\n"
                          "00:04.500 --> 00:09.000\n"
                          "<v.loud Informant>Den har <00:00:05.000>varit bra,\n\n"
                          "00:10.000 --> 00:12.000\n<v Informant>sa jag: alltid.\n";

static void voices_are_marks_and_notes_are_no_text(void)
{
    g_auto(reading) it = read_as("F1.vtt", vtt);
    g_autofree char *turns = turns_of(&it);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(turns, ==,
                    "Intervjuare interviewer: Hur har kontakten varit?\n"
                    "Informant respondent: Den har varit bra, sa jag: alltid.");
    g_assert_cmpstr(codes, ==, "subtitle-notes");
    g_assert_null(strstr(lyh_document_text(it.document), "synas"));
    g_assert_null(strstr(lyh_document_text(it.document), "cue"));
}

static void what_looks_like_a_mark_in_a_voice_is_speech(void)
{
    assert_turns_of("F1.vtt",
                    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Intervjuare>Vad?\n\n"
                    "00:02.000 --> 00:03.000\n<v Informant>Hen sa\n\n"
                    "00:03.000 --> 00:04.000\nB: det ordnar sig\n",
                    "Intervjuare interviewer: Vad?\n"
                    "Informant respondent: Hen sa B: det ordnar sig");
}

static void two_voices_in_a_cue_are_two_turns(void)
{
    assert_turns_of(
        "F1.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Intervjuare>Vad?</v> <v Informant>Det.\n",
        "Intervjuare interviewer: Vad?\nInformant respondent: Det.");
}

static void times_that_cannot_be_read_are_told_and_the_words_kept(void)
{
    g_auto(reading) it = read_as("F1.vtt", "WEBVTT\n\nstrax --> sen\nI: Hej?\n\n"
                                           "00:02.000 --> 00:03.000\nR: Ja.\n");
    g_autofree char *turns = turns_of(&it);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(turns, ==, "I interviewer: Hej?\nR respondent: Ja.");
    g_assert_cmpstr(codes, ==, "subtitle-times");
}

static void a_file_without_cues_is_refused_by_name(void)
{
    g_auto(reading) it = read_as("F1.srt", "I: Hej.\nR: Hej.\n");
    g_autofree char *codes = codes_of(&it);
    g_assert_null(it.document);
    g_assert_cmpstr(codes, ==, "not-a-transcript");
}

static void text_before_the_first_cue_is_told_of(void)
{
    g_auto(reading) it =
        read_as("F1.srt", "Inspelat i maj\n\n1\n00:00:01,000 --> 00:00:02,000\nI: Hej?\n\n"
                          "2\n00:00:02,000 --> 00:00:03,000\nR: Hej.\n");
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(codes, ==, "subtitle-outside");
}

static void what_is_no_tag_is_a_word(void)
{
    assert_turns_of(
        "F1.srt",
        "1\n00:00:01,000 --> 00:00:02,000\nI: Är 3 < 4?\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\n{\\an8}R: <font color=\"red\">Ja</font> "
        "<ohörbart> &#229;&lrm;r.\n",
        "I interviewer: Är 3 < 4?\nR respondent: Ja <ohörbart> år.");
}

static void an_empty_webvtt_file_is_empty(void)
{
    g_auto(reading) it = read_as("F1.vtt", "WEBVTT\n");
    g_autofree char *codes = codes_of(&it);
    g_assert_nonnull(it.document);
    g_assert_cmpstr(codes, ==, "empty");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ingest/subtitles/cues go on",
                    cues_go_on_with_the_turn_and_signs_are_left_out);
    g_test_add_func("/ingest/subtitles/times", a_turn_has_the_times_of_its_cues);
    g_test_add_func("/ingest/subtitles/origins",
                    every_word_leads_back_to_its_byte_in_the_file);
    g_test_add_func("/ingest/subtitles/mark at every cue", a_mark_at_every_cue_is_one_turn);
    g_test_add_func("/ingest/subtitles/by content",
                    a_file_of_subtitles_is_told_by_its_content);
    g_test_add_func("/ingest/subtitles/numbers are no cues",
                    a_transcript_that_begins_with_a_number_is_no_subtitles);
    g_test_add_func("/ingest/subtitles/voices", voices_are_marks_and_notes_are_no_text);
    g_test_add_func("/ingest/subtitles/speech in voices",
                    what_looks_like_a_mark_in_a_voice_is_speech);
    g_test_add_func("/ingest/subtitles/two voices", two_voices_in_a_cue_are_two_turns);
    g_test_add_func("/ingest/subtitles/unread times",
                    times_that_cannot_be_read_are_told_and_the_words_kept);
    g_test_add_func("/ingest/subtitles/no cues", a_file_without_cues_is_refused_by_name);
    g_test_add_func("/ingest/subtitles/outside", text_before_the_first_cue_is_told_of);
    g_test_add_func("/ingest/subtitles/no tags", what_is_no_tag_is_a_word);
    g_test_add_func("/ingest/subtitles/empty", an_empty_webvtt_file_is_empty);
    return g_test_run();
}
