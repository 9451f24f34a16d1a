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

static void a_dash_may_stand_on_the_page_after_its_mark(void)
{
    assert_turns("I: Vad?\nB:\n\f\n- Jodå, det gick.\nI: Och?\n",
                 "I interviewer: Vad?\nB respondent: Jodå, det gick.\nI interviewer: Och?");
    assert_turns("I: Hur kallt?\nB:\n-5 grader.\n",
                 "I interviewer: Hur kallt?\nB respondent: -5 grader.");
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

static void numbers_of_lines_are_left_out(void)
{
    assert_turns(
        "1 I: Vad?\n2 R: Jag ringde\n3\tigen 2 gånger.\n\n4 I: Och?\n5\n6 R: Nej.\n",
        "I interviewer: Vad?\nR respondent: Jag ringde igen 2 gånger.\n"
        "I interviewer: Och?\nR respondent: Nej.");
    /* numbers that do not count, or too few of them, are what somebody wrote */
    assert_turns("I: Hur många?\n2 barn\n3 barn\n",
                 "I interviewer: Hur många? 2 barn 3 barn");
    assert_turns("1 barn\n2 barn\n3 barn\n", " respondent: 1 barn\n2 barn\n3 barn");
    assert_turns("1 ja\n2 nej\n4 ja\n5 nej\n", " respondent: 1 ja\n2 nej\n4 ja\n5 nej");
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

/* Each shape that transcripts come in: the file as it is, who is heard to say what, and what is
 * told of it. */
static const struct shape {
    const char *path, *text, *turns, *codes;
} shapes[] = {
    { "stamps.txt", "[00:00:01] I: Hur?\n[00:00:05] B: Så.\n",
      "I interviewer: Hur?\nB respondent: Så.", "" },
    { "hash.txt", "I: Hur? #00:00:07-2#\nB: Så.\n",
      "I interviewer: Hur? #00:00:07-2#\nB respondent: Så.", "" },
    { "beside.txt", "I: [00:12:31] - Hur?\nB: (12:35) Så.\n",
      "I interviewer: Hur?\nB respondent: Så.", "" },
    { "between.txt", "[00:01:00]\nI: Hur?\n\n[00:02:00]\n\nB: Så.\n",
      "I interviewer: Hur?\nB respondent: Så.", "" },
    { "clock.txt", "I: Hur?\nB: Jag kom\n12:30 och gick.\n",
      "I interviewer: Hur?\nB respondent: Jag kom 12:30 och gick.", "" },
    { "voices.txt",
      "Talare 1 00:00:01\nHur?\n\nTalare 2 00:00:05\nSå.\n\nTalare 1 00:00:09\nVar?\n",
      "Talare 1 interviewer: Hur?\nTalare 2 respondent: Så.\nTalare 1 interviewer: Var?",
      "speaker-guessed" },
    { "before.txt", "00:00:01 Speaker 1: Hur?\n00:00:05 Speaker 2: Så.\n",
      "Speaker 1 interviewer: Hur?\nSpeaker 2 respondent: Så.", "speaker-guessed" },
    { "machine.txt", "SPEAKER_00: Hur?\nSPEAKER_01: Så.\n",
      "SPEAKER_00 interviewer: Hur?\nSPEAKER_01 respondent: Så.", "speaker-guessed" },
    { "three.txt", "Person 1: Hur?\nPerson 2: Så.\nPerson 3: Mm.\n",
      "Person 1 interviewer: Hur?\nPerson 2 unknown: Så.\nPerson 3 unknown: Mm.",
      "speaker-guessed speaker-unknown speaker-unknown" },
    { "person.txt", "I: Hur?\nB: En bra\nPerson: det är hon.\n",
      "I interviewer: Hur?\nB respondent: En bra Person: det är hon.", "" },
    { "group.txt", "I: Hur?\nIP1: Så.\nIP2: Nej.\nML: Mm.\nDeltagare 3: Jo.\n",
      "I interviewer: Hur?\nIP1 respondent: Så.\nIP2 respondent: Nej.\nML listener: Mm.\n"
      "Deltagare 3 respondent: Jo.",
      "" },
    { "moderator.txt", "M: Hur?\nDeltagare 1: Så.\nM: Varför?\nDeltagare 2: Nja.\n",
      "M interviewer: Hur?\nDeltagare 1 respondent: Så.\nM interviewer: Varför?\n"
      "Deltagare 2 respondent: Nja.",
      "speaker-guessed" },
    { "alone.txt", "Intervjuare\nHur?\n\nRespondent\nSå.\n\nIntervjuare\nOch?\n",
      "Intervjuare interviewer: Hur?\nRespondent respondent: Så.\n"
      "Intervjuare interviewer: Och?",
      "" },
    { "wrapped.txt", "I: Hur?\nB: Jag bor i\nUppsala\noch i\nUppsala\nigen.\n",
      "I interviewer: Hur?\nB respondent: Jag bor i Uppsala och i Uppsala igen.", "" },
    { "names.md", "**Maja** Hur?\n\n**Roland** Så.\n\n**Maja** Och?\n\n**Roland** Nej.\n",
      "Maja interviewer: Hur?\nRoland respondent: Så.\nMaja interviewer: Och?\n"
      "Roland respondent: Nej.",
      "speaker-guessed" },
    { "slanted.md", "*Intervjuare:* Hur?\n\n*Informant:* Så.\n",
      "Intervjuare interviewer: Hur?\nInformant respondent: Så.", "" },
    { "bold.md", "**Hur kom du dit?**\n\nMed buss.\n\n**Och sen?**\n\nHem.\n",
      "* interviewer: Hur kom du dit?\n respondent: Med buss.\n* interviewer: Och sen?\n"
      " respondent: Hem.",
      "questions-found" },
    { "headings.md", "## Hur var det?\n\nJag tyckte om det.\n\n## Mötet\n\nJag gick.\n",
      "# interviewer: Hur var det?\n respondent: Jag tyckte om det.\n# editor: Mötet\n"
      " respondent: Jag gick.",
      "" },
    { "letter.md", "Jag skriver.\n\n## Sen\n\nJag gick.\n",
      " respondent: Jag skriver.\n# editor: Sen\n respondent: Jag gick.", "" },
    { "parts.md",
      "# Intervju 3\n\nI maj.\n\nI: Hur?\n\nB: Så.\n\n## Bemötande\n\nMer.\n\nI: Och?\n\n"
      "B: Nej.\n",
      "# editor: Intervju 3\nI interviewer: Hur?\nB respondent: Så.\n# editor: Bemötande\n"
      "I interviewer: Och?\nB respondent: Nej.",
      "text-outside-turns" },
    { "dashes.txt", "– Hur mår du?\n– Bra.\n– Och hemma?\n– Jo, det går\nsakta.\n",
      "– interviewer: Hur mår du?\n– 2 respondent: Bra.\n– interviewer: Och hemma?\n"
      "– 2 respondent: Jo, det går sakta.",
      "speaker-guessed" },
    { "inside.txt",
      "I: Hur?\nR: Bra. I: Varför det? Jo.\nI: Jaha. R: Ja.\nR: Hen sa: I: nej.\n",
      "I interviewer: Hur?\nR respondent: Bra. I: Varför det? Jo.\n"
      "I interviewer: Jaha. R: Ja.\nR respondent: Hen sa: I: nej.",
      "mark-inside" },
    { "one-line.txt", "I: Hur mår du? R: Bra.\n", "I interviewer: Hur mår du? R: Bra.",
      "respondent-none" },
    { "list.txt", "- min säng\n- min lampa\n- mitt bord\n",
      " respondent: - min säng\n- min lampa\n- mitt bord", "no-marks" },
    { "questions.txt", "– Hur ska jag leva?\n– Vad ska jag äta?\n– Varför jag?\n– Vem?\n",
      " respondent: – Hur ska jag leva?\n– Vad ska jag äta?\n– Varför jag?\n– Vem?",
      "no-marks" },
    { "told.txt",
      "Jag gick dit.\n\n– Hur ska jag leva?\n– Vi får se.\n\nJag gick.\n\nJag grät.\n",
      " respondent: Jag gick dit.\n– Hur ska jag leva?\n– Vi får se.\nJag gick.\nJag grät.",
      "no-marks" },
    { "quoted.txt", "I: Hur?\nB: Han sa:\n– Kom hit.\n– Nej, sa jag.\nI: Och?\n",
      "I interviewer: Hur?\nB respondent: Han sa:\n– Kom hit.\n– Nej, sa jag.\n"
      "I interviewer: Och?",
      "" },
    { "numbers.txt",
      "1. Hur tycker du\natt det var?\n\nDet var bra.\n\n2. Och sen?\n\nNej.\nJag "
      "ringde.\n",
      "* interviewer: 1. Hur tycker du att det var?\n respondent: Det var bra.\n"
      "* interviewer: 2. Och sen?\n respondent: Nej. Jag ringde.",
      "questions-found" },
    { "wishes.txt", "1. Jag vill ha hjälp.\n2. Ring mig.\n3. Svara.\n",
      " respondent: 1. Jag vill ha hjälp.\n2. Ring mig.\n3. Svara.", "no-marks" },
    { "law.txt", "1 § Nämnden skall främja jämlikhet i levnadsvillkor.\n",
      " editor: 1 § Nämnden skall främja jämlikhet i levnadsvillkor.",
      "report-not-counted" },
    { "slogan.txt", "”Tala med varandra.”\n", " editor: ”Tala med varandra.”",
      "report-not-counted" },
    { "report.txt", "Innehåll\n\n1.1 Syfte\n\nI rapporten (Berg 2012) beskrivs läget.\n",
      " editor: Innehåll\n1.1 Syfte\nI rapporten (Berg 2012) beskrivs läget.",
      "report-not-counted" },
    { "quoting.txt", "Jag skrev till dem om 4 § i lagen och jag fick svar.\n",
      " respondent: Jag skrev till dem om 4 § i lagen och jag fick svar.", "no-marks" },
    { "stories.txt",
      "Det här är förordet.\n\nDet är insamlat.\n\nBerättelse 1\n\nJag kom dit.\n\nSen "
      "gick jag.\n\n"
      "Berättelse 2: Kön\n\nDe svarade mig.\n",
      " editor: Det här är förordet.\nDet är insamlat.\nBerättelse 1 respondent: Jag kom "
      "dit.\n"
      "Sen gick jag.\nBerättelse 2 respondent: De svarade mig.",
      "narratives-found" },
};

static void every_shape_of_a_transcript_has_its_speakers(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        const struct shape *shape = &shapes[i];
        g_auto(reading) it =
            read_named(shape->path, shape->text, strlen(shape->text), NULL);
        g_assert_nonnull(it.document);
        g_autofree char *turns = turns_of(&it);
        g_autofree char *codes = codes_of(&it);
        if (strcmp(turns, shape->turns) != 0)
            g_test_fail_printf("%s:\n%s\nrather than\n%s", shape->path, turns,
                               shape->turns);
        if (strcmp(codes, shape->codes) != 0)
            g_test_fail_printf("%s is told '%s'", shape->path, codes);
    }
}

static const lyh_turn *turn_of(const reading *it, size_t index)
{
    return lyh_document_turn(it->document, index);
}

static void times_belong_to_the_turn_that_they_stand_at(void)
{
    g_auto(reading) it =
        read_text("[00:00:01.250] I: Hur?\nB: (12:35) Så.\n\n01:00:00 - 01:00:02\n"
                  "I: Och? 00:00:09\nB: Nej.\n");
    g_assert_cmpuint(turn_of(&it, 0)->from, ==, 1250);
    g_assert_cmpuint(turn_of(&it, 1)->from, ==, (12 * 60 + 35) * 1000);
    g_assert_cmpuint(turn_of(&it, 2)->from, ==, 3600000);
    g_assert_cmpuint(turn_of(&it, 2)->to, ==, 3602000);
    g_assert_cmpuint(turn_of(&it, 3)->from, ==, 0);
    g_assert_cmpuint(turn_of(&it, 3)->to, ==, 0);
}

/* As programs for meetings write: a head line of who and when, then what was said. */
static void a_head_line_of_name_and_time_begins_a_turn(void)
{
    static const char meeting[] =
        "Möte 12 mars\n43m 12s\n\nMaja Ek   0:03\nHur var det?\n\n"
        "Roland   0:09\nBra. Jag kom\t10:15\n\n"
        "Maja Ek   1:02:03\nOch sen?\n\nRoland   1:02:09\nInget.\n";
    assert_turns(meeting, "Maja Ek interviewer: Hur var det?\n"
                          "Roland respondent: Bra. Jag kom\t10:15\n"
                          "Maja Ek interviewer: Och sen?\nRoland respondent: Inget.");
    g_auto(reading) it = read_text(meeting);
    g_assert_cmpuint(turn_of(&it, 1)->from, ==, 9000);
    g_assert_cmpuint(turn_of(&it, 3)->from, ==, 3729000);
}

static void a_subtitles_turn_lasts_to_the_end_of_its_last_cue(void)
{
    const char *text = "1\n00:00:01,000 --> 00:00:02,000\nI: Hur\n\n"
                       "2\n00:00:02,000 --> 00:00:03,500\nvar det?\n\n"
                       "3\n00:00:04,000 --> 00:00:05,000\nB: Bra.\n";
    g_auto(reading) it = read_named("prov.srt", text, strlen(text), NULL);
    g_assert_cmpuint(lyh_document_turn_count(it.document), ==, 2);
    g_assert_cmpuint(turn_of(&it, 0)->from, ==, 1000);
    g_assert_cmpuint(turn_of(&it, 0)->to, ==, 3500);
    g_assert_cmpuint(turn_of(&it, 1)->from, ==, 4000);
}

static lyh_certainty certainty_of(const char *text, size_t speaker)
{
    g_auto(reading) it = read_text(text);
    return lyh_document_speaker(it.document, speaker)->certainty;
}

static void every_speaker_says_how_it_is_known(void)
{
    g_assert_cmpint(certainty_of("I: Hur?\nX9: Så.\n", 0), ==, LYH_CERTAINTY_STATED);
    g_assert_cmpint(certainty_of("I: Hur?\nX9: Så.\n", 1), ==, LYH_CERTAINTY_UNKNOWN);
    g_assert_cmpint(certainty_of("Talare 1: Hur?\nTalare 2: Så.\n", 1), ==,
                    LYH_CERTAINTY_GUESSED);
    g_assert_cmpint(certainty_of("Jag skriver själv.\n", 0), ==, LYH_CERTAINTY_GUESSED);
}

static void a_row_with_an_id_claims_a_text_without_marks(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_transcripts) decided =
        transcripts_from("fil;respondent\nprov.txt;R1\n", diags);
    lyh_ingest_options options = { .transcripts = decided };
    const char *text = "Sammanfattning\n\n1 § Nämnden skall hjälpa.\n";
    g_auto(reading) it = read_named("prov.txt", text, strlen(text), &options);
    g_assert_cmpint(turn_of(&it, 0)->role, ==, LYH_ROLE_RESPONDENT);
    g_assert_cmpint(lyh_document_speaker(it.document, 0)->certainty, ==,
                    LYH_CERTAINTY_DECIDED);
    g_assert_cmpuint(lyh_diags_count(it.diags), ==, 0);
}

/* A report of 40 lines, then a dialogue that nothing closes, then more of the report. */
static void a_dialogue_in_a_report_ends_where_the_report_goes_on(void)
{
    g_autoptr(GString) text = g_string_new("Sammanfattning\n\nBakgrund\n\n");
    for (int i = 0; i < 40; i++)
        g_string_append(text, "Enheten beskrivs i rapporten (Berg 2012).\n\n");
    g_string_append(text, "I: Hur?\n\nB: Det var så\n\nlänge sedan.\n\n");
    for (int i = 0; i < 40; i++)
        g_string_append(text, "Svaren tolkas i rapporten (Berg 2012).\n\n");
    assert_turns(text->str, "I interviewer: Hur?\nB respondent: Det var så länge sedan.");
}

static void a_hundred_thousand_marks_and_other_hostile_files_are_read(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append_printf(text, "Q%c%c%d: ja?\n", 'A' + i % 26, 'A' + i / 26 % 26,
                               i / 676 % 1000);
    g_auto(reading) many = read_text(text->str);
    g_assert_cmpuint(lyh_document_turn_count(many.document), ==, 100000);

    static const char *const texts[] = { "I:",           ":",  "00:00:01",
                                         "[00:00:01]\n", "– ", "1.",
                                         "Berättelse 1", "#",  "Talare 1",
                                         "I: [00:00:01" };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(reading) it = read_text(texts[i]);
        g_assert_nonnull(it.document);
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
    TEST(a_dash_may_stand_on_the_page_after_its_mark);
    TEST(a_mark_alone_on_its_line_speaks_with_the_next);
    TEST(a_head_line_of_name_and_time_begins_a_turn);
    TEST(numbers_of_lines_are_left_out);
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
    TEST(every_shape_of_a_transcript_has_its_speakers);
    TEST(times_belong_to_the_turn_that_they_stand_at);
    TEST(a_subtitles_turn_lasts_to_the_end_of_its_last_cue);
    TEST(every_speaker_says_how_it_is_known);
    TEST(a_row_with_an_id_claims_a_text_without_marks);
    TEST(a_dialogue_in_a_report_ends_where_the_report_goes_on);
    TEST(a_hundred_thousand_marks_and_other_hostile_files_are_read);
    TEST(what_is_taken_is_told_by_the_name_ending);
    TEST(files_of_other_kinds_are_named);
    TEST(a_missing_file_is_the_machines_error);
    return g_test_run();
}
