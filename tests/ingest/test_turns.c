#include <string.h>

#include "reading.h"

static void every_mark_of_the_field_begins_a_turn(void)
{
    assert_turns("I: - Vad?\nB: - Ja.\n", "I interviewer: Vad?\nB respondent: Ja.");
    assert_turns("I: Vad?\nIP: – Ja.\n", "I interviewer: Vad?\nIP respondent: Ja.");
    assert_turns("I:- Vad?\nR:— Ja.\n", "I interviewer: Vad?\nR respondent: Ja.");
    assert_turns("Intervjuare: Vad?\nInformant 3: Ja.\nMedlyssnare: Hm.\n",
                 "Intervjuare interviewer: Vad?\nInformant 3 respondent: Ja.\n"
                 "Medlyssnare listener: Hm.");
    assert_turns("Revisor 1: Vad?\nIP1: Ja.\nML: Hm.\n",
                 "Revisor 1 interviewer: Vad?\nIP1 respondent: Ja.\nML listener: Hm.");
    assert_turns("Fråga 1: Vad?\nSvar: Ja.\nFråga 2: När?\n",
                 "Fråga interviewer: Vad?\nSvar respondent: Ja.\nFråga interviewer: När?");
}

static void a_colon_inside_speech_does_not_start_a_turn(void)
{
    assert_turns("B: - Hen sa: gå hem\nsåhär: först det\nHen: Ja\n",
                 "B respondent: Hen sa: gå hem såhär: först det Hen: Ja");
    assert_turns("B: - Det var\nEU:s regler och R:et i ordet och kl 12:30\n",
                 "B respondent: Det var EU:s regler och R:et i ordet och kl 12:30");
    assert_turns("B: - Och sen\n12:30 kom hen\n", "B respondent: Och sen 12:30 kom hen");
    assert_turns("I: Något?\nB: - Nej:\n", "I interviewer: Något?\nB respondent: Nej:");
}

static void a_block_may_begin_with_an_answer(void)
{
    assert_turns("B: - Jo, det är de.\nI: - Just det?\n",
                 "B respondent: Jo, det är de.\nI interviewer: Just det?");
}

static void hard_wrapped_lines_are_one_turn(void)
{
    assert_turns(
        "R: - Det var en\nlång väntan  \noch sen ingenting.\n\nI: - Jaha?\n",
        "R respondent: Det var en lång väntan och sen ingenting.\nI interviewer: Jaha?");
}

static void a_turn_goes_on_across_blank_lines_and_page_breaks(void)
{
    assert_turns("B: - Det är för lite \n\npengar, jag \n\n\f\nbrukar säga det.\n",
                 "B respondent: Det är för lite pengar, jag brukar säga det.");
}

static void a_blank_line_after_a_full_stop_parts_paragraphs_of_one_turn(void)
{
    assert_turns("B: - Det var det.\n\nSen kom hösten.\n\nI: - Och?\n",
                 "B respondent: Det var det.\nSen kom hösten.\nI interviewer: Och?");
    assert_turns("B: - ”Gå hem.”\n\nSå sa hen (skratt.)\n\nJa.\n",
                 "B respondent: ”Gå hem.”\nSå sa hen (skratt.)\nJa.");
}

static void a_list_in_a_written_answer_keeps_its_lines(void)
{
    assert_turns("Svar: Tre saker:\n- kön\n- luckan\n- vakten\nFråga: Mer?\n",
                 "Svar respondent: Tre saker:\n- kön\n- luckan\n- vakten\n"
                 "Fråga interviewer: Mer?");
}

static void a_dash_inside_a_wrapped_sentence_is_no_list(void)
{
    assert_turns("B: - min bror\n– han som flyttat –\nhjälpte till\n",
                 "B respondent: min bror – han som flyttat – hjälpte till");
}

static void a_mark_alone_on_its_line_speaks_with_the_next(void)
{
    assert_turns("I:\nVad?\n\nB:\n\nJa.\n", "I interviewer: Vad?\nB respondent: Ja.");
}

static void a_closing_ends_its_block_and_is_nobodys_words(void)
{
    g_auto(reading) it = read_text("I: - Och?\nB: - Nej.\n\n(Respondent AB4) \nI: - Hej?\n"
                                   "B: - Ja. (Respondent CB3)\n");
    g_autofree char *turns = turns_of(&it);
    g_autofree char *asides = asides_of(&it);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(turns, ==,
                    "I interviewer: Och?\nB respondent: Nej.\n"
                    "I interviewer: Hej?\nB respondent: Ja.");
    g_assert_cmpstr(asides, ==, "(Respondent AB4)|(Respondent CB3)");
    g_assert_cmpstr(codes, ==, "");
}

static void text_outside_every_turn_is_told_not_counted(void)
{
    g_auto(reading) it =
        read_text("Intervju i maj\n\nI: Vad?\nB: Ja.\n(Respondent R1)\nSlut.\n");
    g_autofree char *turns = turns_of(&it);
    g_assert_cmpstr(turns, ==, "I interviewer: Vad?\nB respondent: Ja.");
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 1);
    g_assert_cmpstr(lyh_diags_at(it.diags, 0)->code, ==, "text-outside-turns");
    g_assert_cmpuint(lyh_diags_at(it.diags, 0)->line, ==, 1);
}

static void a_file_without_marks_is_one_turn_of_a_respondent(void)
{
    g_auto(reading) it = read_text("Jag skriver själv.\n\nAndra stycket.\n");
    g_autofree char *turns = turns_of(&it);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(turns, ==, " respondent: Jag skriver själv.\nAndra stycket.");
    g_assert_cmpstr(codes, ==, "no-marks");
}

static void an_unknown_code_is_a_turn_and_a_warning_with_its_count(void)
{
    g_auto(reading) it = read_text("I: Hej?\nX9: lukt\nR: ja\nX9: nej\n");
    g_autofree char *turns = turns_of(&it);
    g_assert_cmpstr(turns, ==,
                    "I interviewer: Hej?\nX9 unknown: lukt\nR respondent: ja\n"
                    "X9 unknown: nej");
    g_assert_cmpuint(lyh_diags_warning_count(it.diags), ==, 1);
    const lyh_diag *diag = lyh_diags_at(it.diags, 0);
    g_assert_cmpstr(diag->code, ==, "speaker-unknown");
    g_assert_cmpuint(diag->line, ==, 2);
    g_assert_cmpuint(diag->column, ==, 1);
    g_assert_nonnull(strstr(diag->message, "'X9'"));
    g_assert_nonnull(strstr(diag->message, "2"));
}

static void of_two_names_the_one_who_asks_is_the_interviewer(void)
{
    g_auto(reading) it = read_text("Maja: Hur kom du dit?\nRoland: Med buss.\nMaja: Jaha.\n"
                                   "Roland: Ja, buss.\nMaja: Och sen?\nRoland: Hem.\n");
    g_assert_cmpint(lyh_document_speaker(it.document, 0)->role, ==, LYH_ROLE_INTERVIEWER);
    g_assert_cmpint(lyh_document_speaker(it.document, 1)->role, ==, LYH_ROLE_RESPONDENT);
    g_assert_cmpuint(lyh_diags_warning_count(it.diags), ==, 0);
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 1);
    g_assert_cmpint(lyh_diags_at(it.diags, 0)->severity, ==, LYH_NOTE);
}

static void names_of_whom_nobody_asks_stay_unknown(void)
{
    assert_codes("Maja: Hej.\nRoland: Hej.\nMaja: Ja.\nRoland: Ja.\n",
                 "speaker-unknown speaker-unknown");
}

static void a_name_must_begin_two_lines_and_take_turns(void)
{
    assert_turns(
        "I: Vem?\nB: - Det var så här\nAnna: hon ringde aldrig\n",
        "I interviewer: Vem?\nB respondent: Det var så här Anna: hon ringde aldrig");
    assert_codes("I: Vem?\nB: Det var\nAnna: hon ringde\n", "speaker-once");
}

static void an_r_who_asks_b_is_a_revisor(void)
{
    assert_turns(
        "R: Hur var det?\nB: Bra.\nR: Och sen?\nB: Sen gick jag.\n",
        "R interviewer: Hur var det?\nB respondent: Bra.\nR interviewer: Och sen?\n"
        "B respondent: Sen gick jag.");
    assert_codes("R: Hur var det?\nB: Bra.\nR: Och sen?\nB: Sen gick jag.\n",
                 "speaker-guessed");
}

static void what_people_decided_goes_before_every_proposal(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_transcripts) decided =
        transcripts_from("fil;respondent;intervjuare;respondentmärke;medlyssnare;anm\n"
                         "prov.txt;R1;B|Anna;I;;\n",
                         diags);
    lyh_ingest_options options = { .transcripts = decided };
    const char *text = "I: Vad?\nB: Ja.\nAnna: Hej.\n";
    g_auto(reading) it = read_named("prov.txt", text, strlen(text), &options);
    g_autofree char *turns = turns_of(&it);
    g_assert_cmpstr(turns, ==,
                    "I respondent: Vad?\nB interviewer: Ja.\nAnna interviewer: Hej.");
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 0);
}

static void plain_text_has_no_marks_and_no_repair(void)
{
    lyh_ingest_options options = { .is_plain = true };
    const char *text = "\xEF\xBB\xBFI: Vad \r\n\r\nB: a\u030a\r\n";
    g_auto(reading) it = read_named("prov.txt", text, strlen(text), &options);
    g_assert_cmpstr(lyh_document_text(it.document), ==, "I: Vad \n\nB: å\n");
    g_assert_cmpuint(lyh_document_turn_count(it.document), ==, 1);
    g_assert_cmpuint(lyh_document_turn(it.document, 0)->end, ==,
                     lyh_document_size(it.document));
}

static void names_of_documents_lose_folder_and_extension(void)
{
    static const char *const names[][2] = {
        { "mapp/R01.txt", "R01" },        { "R01.DOCX", "R01" },
        { "a\u030ab.docx", "åb" },        { "intervju.v2.txt", "intervju.v2" },
        { "intervju.v2", "intervju.v2" }, { ".txt", ".txt" },
        { "x\xff.txt", "x\\xff" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *name = lyh_ingest_name(names[i][0]);
        g_assert_cmpstr(name, ==, names[i][1]);
        free(name);
    }
}

static void what_is_taken_is_told_by_the_name_ending(void)
{
    g_assert_true(lyh_ingest_takes("a.txt"));
    g_assert_true(lyh_ingest_takes("a.DocX"));
    g_assert_false(lyh_ingest_takes("a.doc"));
    g_assert_false(lyh_ingest_takes("txt"));
}

static void files_of_other_kinds_are_named(void)
{
    static const struct {
        const char *bytes;
        const char *said;
    } rows[] = {
        { "{\\rtf1\\ansi Hej}", "rich text" },
        { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 x", "old Word" },
        { "%PDF-1.4\n", "PDF" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(reading) it =
            read_named("prov.txt", rows[i].bytes, strlen(rows[i].bytes), NULL);
        g_assert_null(it.document);
        g_assert_cmpuint(lyh_diags_error_count(it.diags), ==, 1);
        g_assert_nonnull(strstr(lyh_diags_at(it.diags, 0)->message, rows[i].said));
    }
}

static void a_missing_file_is_the_machines_error(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { .kind = LYH_ERROR_NONE };
    g_assert_null(lyh_ingest_read("/finns/inte.txt", NULL, diags, &error));
    g_assert_cmpint(error.kind, ==, LYH_ERROR_NO_INPUT);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
}

#define TEST(sentence) g_test_add_func("/ingest/turns/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_mark_of_the_field_begins_a_turn);
    TEST(a_colon_inside_speech_does_not_start_a_turn);
    TEST(a_block_may_begin_with_an_answer);
    TEST(hard_wrapped_lines_are_one_turn);
    TEST(a_turn_goes_on_across_blank_lines_and_page_breaks);
    TEST(a_blank_line_after_a_full_stop_parts_paragraphs_of_one_turn);
    TEST(a_list_in_a_written_answer_keeps_its_lines);
    TEST(a_dash_inside_a_wrapped_sentence_is_no_list);
    TEST(a_mark_alone_on_its_line_speaks_with_the_next);
    TEST(a_closing_ends_its_block_and_is_nobodys_words);
    TEST(text_outside_every_turn_is_told_not_counted);
    TEST(a_file_without_marks_is_one_turn_of_a_respondent);
    TEST(an_unknown_code_is_a_turn_and_a_warning_with_its_count);
    TEST(of_two_names_the_one_who_asks_is_the_interviewer);
    TEST(names_of_whom_nobody_asks_stay_unknown);
    TEST(a_name_must_begin_two_lines_and_take_turns);
    TEST(an_r_who_asks_b_is_a_revisor);
    TEST(what_people_decided_goes_before_every_proposal);
    TEST(plain_text_has_no_marks_and_no_repair);
    TEST(names_of_documents_lose_folder_and_extension);
    TEST(what_is_taken_is_told_by_the_name_ending);
    TEST(files_of_other_kinds_are_named);
    TEST(a_missing_file_is_the_machines_error);
    return g_test_run();
}
