#include <glib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lyhord/study/scan.h>
#include <lyhord/study/study.h>
#include <lyhord/study/template.h>

#include "studies.h"

/* A study folder of a few lines, taken away at the end of a test. */
typedef struct study_fixture {
    char *folder;
    lyh_diags *diags;
    lyh_error error;
    lyh_study *study;
} study_fixture;

static void put(const study_fixture *fixture, const char *name, const char *content)
{
    studies_put(fixture->folder, name, content);
}

static void set_up(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->folder = studies_make();
    fixture->diags = lyh_diags_new(NULL);
}

static void tear_down(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    lyh_study_free(fixture->study);
    lyh_diags_free(fixture->diags);
    studies_take_away(fixture->folder);
    g_free(fixture->folder);
}

static bool opens(study_fixture *fixture)
{
    const lyh_study_options options = { .folder = fixture->folder };
    fixture->error = (lyh_error){ 0 };
    fixture->study = lyh_study_open(&options, fixture->diags, &fixture->error);
    return fixture->study != NULL;
}

static bool is_said(const study_fixture *fixture, const char *code)
{
    for (size_t i = 0; i < lyh_diags_count(fixture->diags); i++)
        if (strcmp(lyh_diags_at(fixture->diags, i)->code, code) == 0)
            return true;
    return false;
}

static lyh_tally *count(study_fixture *fixture, bool with_suggested)
{
    const lyh_tally_options options = { .with_suggested = with_suggested };
    lyh_study_counts counts;
    return lyh_study_tally(fixture->study, &options, NULL, &counts, fixture->diags,
                           &fixture->error);
}

static void a_study_without_mistakes_opens_silently(study_fixture *fixture,
                                                    gconstpointer data)
{
    (void)data;
    g_assert_true(opens(fixture));
    g_assert_cmpuint(lyh_diags_count(fixture->diags), ==, 0);
    g_assert_cmpstr(lyh_study_setting(fixture->study, "title"), ==, "Prov");
    g_assert_cmpuint(lyh_study_file_count(fixture->study), ==, 2);
}

static void a_misspelt_setting_is_said(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, "lyhord.ini", "[study]\ntitel = Prov\n");
    g_assert_true(opens(fixture));
    g_assert_true(is_said(fixture, "setting-unknown"));
    g_assert_cmpuint(lyh_diags_at(fixture->diags, 0)->line, ==, 2);
}

/* GKeyFile would join the two [study], and take the second title, in silence. */
static void what_stands_twice_among_the_settings_is_said(study_fixture *fixture,
                                                         gconstpointer data)
{
    (void)data;
    put(fixture, "lyhord.ini",
        "[study]\n# title\ntitle = Prov\n\n[groups]\nby =\n\n[study]\ntitle = Annan\n\n");
    g_assert_true(opens(fixture));
    g_assert_cmpuint(lyh_diags_count(fixture->diags), ==, 2);
    for (size_t i = 0; i < 2; i++) {
        g_assert_cmpstr(lyh_diags_at(fixture->diags, i)->code, ==, "setting-twice");
        g_assert_cmpuint(lyh_diags_at(fixture->diags, i)->line, ==, 8 + i);
    }
    g_assert_cmpstr(lyh_study_setting(fixture->study, "title"), ==, "Annan");
}

static void a_study_of_a_newer_format_is_refused(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, "lyhord.ini", "[study]\nformat = 2\n");
    g_assert_false(opens(fixture));
    g_assert_true(is_said(fixture, "study-format"));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_DATA);
}

static void mistakes_of_two_files_come_together(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, "codebook.csv", "kod\na\na\n");
    put(fixture, "respondents.csv", "id;stad\nR1;A\nR1;B\n");
    g_assert_false(opens(fixture));
    g_assert_true(is_said(fixture, "code-twice"));
    g_assert_true(is_said(fixture, "id-twice"));
}

static void two_documents_of_one_name_are_an_error(study_fixture *fixture,
                                                   gconstpointer data)
{
    (void)data;
    put(fixture, "transcripts/R1.docx", "");
    g_assert_false(opens(fixture));
    g_assert_true(is_said(fixture, "document-twice"));
}

static void without_codings_nothing_is_counted_unasked(study_fixture *fixture,
                                                       gconstpointer data)
{
    (void)data;
    g_assert_true(opens(fixture));
    g_assert_null(count(fixture, false));
    g_assert_true(is_said(fixture, "nothing-accepted"));
}

static void the_only_codings_there_are_are_counted(study_fixture *fixture,
                                                   gconstpointer data)
{
    (void)data;
    put(fixture, "codings/eva.csv",
        "document;code;polarity;quote\nR2;vänta;-;Jag fick vänta länge\n");
    g_assert_true(opens(fixture));
    lyh_tally *tally = count(fixture, false);
    g_assert_nonnull(tally);
    g_assert_cmpuint(lyh_tally_persons(tally, 1, LYH_MEASURE_MINUS), ==, 1);
    g_assert_cmpuint(lyh_tally_persons(tally, 0, LYH_MEASURE_ANY), ==, 0);
    g_assert_cmpuint(lyh_tally_base(tally), ==, 2);
    lyh_tally_free(tally);
}

static void of_two_sets_none_is_counted_until_one_is_chosen(study_fixture *fixture,
                                                            gconstpointer data)
{
    (void)data;
    put(fixture, "codings/eva.csv", "document;code;quote\nR2;vänta;fick vänta\n");
    put(fixture, "codings/ali.csv", "document;code;quote\nR1;lyssna;lyssnar\n");
    g_assert_true(opens(fixture));
    g_assert_null(count(fixture, false));
    g_assert_true(is_said(fixture, "codings-several"));
}

static void what_was_decided_together_is_counted_before_anyone_s_own(study_fixture *fixture,
                                                                     gconstpointer data)
{
    (void)data;
    put(fixture, "codings/eva.csv", "document;code;quote\nR2;vänta;fick vänta\n");
    put(fixture, "codings/gemensam.csv", "document;code;quote\nR1;lyssna;lyssnar\n");
    g_assert_true(opens(fixture));
    lyh_tally *tally = count(fixture, false);
    g_assert_nonnull(tally);
    g_assert_cmpuint(lyh_tally_persons(tally, 0, LYH_MEASURE_ANY), ==, 1);
    g_assert_cmpuint(lyh_tally_persons(tally, 1, LYH_MEASURE_ANY), ==, 0);
    lyh_tally_free(tally);
}

static void a_suggestion_a_person_rejected_does_not_come_back(study_fixture *fixture,
                                                              gconstpointer data)
{
    (void)data;
    put(fixture, "codings/eva.csv",
        "document;code;quote;status\nR1;lyssna;lyssnar;rejected\n");
    g_assert_true(opens(fixture));
    lyh_tally *tally = count(fixture, true);
    g_assert_nonnull(tally);
    g_assert_cmpuint(lyh_tally_persons(tally, 0, LYH_MEASURE_ANY), ==, 0);
    lyh_tally_free(tally);
}

static void codings_of_a_transcript_that_is_gone_are_never_dropped_silently(
    study_fixture *fixture, gconstpointer data)
{
    (void)data;
    put(fixture, "codings/eva.csv",
        "document;code;quote\nR1;lyssna;lyssnar\nR9;lyssna;lyssnar\n");
    g_assert_true(opens(fixture));
    g_assert_null(count(fixture, false));
    g_assert_true(is_said(fixture, "document-missing"));
}

static void a_threshold_is_lowered_only_with_a_reason(study_fixture *fixture,
                                                      gconstpointer data)
{
    (void)data;
    put(fixture, "decisions.csv",
        "kind;target;value;who;reason;date\nthreshold;;3;eva;;2026-05-01\n");
    g_assert_false(opens(fixture));
    put(fixture, "decisions.csv",
        "kind;target;value;who;reason;date\nthreshold;;3;eva;alla har sagt "
        "ja;2026-05-01\n");
    g_assert_true(opens(fixture));
    g_assert_cmpuint(lyh_study_threshold(fixture->study), ==, 3);
}

static void a_respondent_without_words_is_said_and_not_in_the_base(study_fixture *fixture,
                                                                   gconstpointer data)
{
    (void)data;
    put(fixture, "respondents.csv", "id;stad\nR1;A\nR2;B\nR3;B\n");
    g_assert_true(opens(fixture));
    lyh_tally *tally = count(fixture, true);
    g_assert_cmpuint(lyh_tally_base(tally), ==, 2);
    g_assert_true(is_said(fixture, "respondent-absent"));
    lyh_tally_free(tally);
}

static void a_personnummer_is_found_and_not_repeated(study_fixture *fixture,
                                                     gconstpointer data)
{
    (void)data;
    put(fixture, "transcripts/R2.txt", "I: Hej?\nR: Jag är 640823-3234.\n");
    g_assert_true(opens(fixture));
    g_assert_true(lyh_study_check(fixture->study, fixture->diags, &fixture->error));
    g_assert_true(is_said(fixture, "personal-data"));
    for (size_t i = 0; i < lyh_diags_count(fixture->diags); i++)
        g_assert_null(strstr(lyh_diags_at(fixture->diags, i)->message, "640823"));
}

#define DICTIONARY "/usr/share/hunspell/sv_SE"

/* How the scan of the study answers to @text, which has one finding. */
static lyh_confidence how_sure_of(study_fixture *fixture, const char *text)
{
    lyh_study_scan *scan =
        lyh_study_scan_new(fixture->study, fixture->diags, &fixture->error);
    g_assert_nonnull(scan);
    size_t count = 0;
    lyh_finding *findings = lyh_study_scan_find(scan, text, strlen(text), &count);
    g_assert_cmpuint(count, ==, 1);
    g_assert_cmpint(findings[0].kind, ==, LYH_FINDING_NAME);
    lyh_confidence sure = findings[0].confidence;
    free(findings);
    lyh_study_scan_free(scan);
    return sure;
}

/* By itself a strange word with a capital is only perhaps a name. */
static void a_name_told_in_one_transcript_is_one_in_the_others(study_fixture *fixture,
                                                               gconstpointer data)
{
    (void)data;
    if (!g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS)) {
        g_test_skip("the Swedish dictionary of hunspell is not installed");
        return;
    }
    put(fixture, "transcripts/R1.txt", "I: Vem?\nR: Min dotter heter Nasjmija.\n");
    const lyh_study_options options = { .folder = fixture->folder,
                                        .dictionary = DICTIONARY };
    fixture->study = lyh_study_open(&options, fixture->diags, &fixture->error);
    g_assert_nonnull(fixture->study);
    g_assert_cmpint(how_sure_of(fixture, "Då kom Nasjmija hem."), ==, LYH_CONFIDENCE_HIGH);
    g_assert_cmpint(how_sure_of(fixture, "Då kom Nasjmoja hem."), ==, LYH_CONFIDENCE_LOW);
}

static void a_new_study_opens_without_warnings(study_fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *folder = g_build_filename(fixture->folder, "ny", NULL);
    g_assert_true(lyh_template_make("brukarrevision", folder, NULL, &fixture->error));
    const lyh_study_options options = { .folder = folder };
    fixture->study = lyh_study_open(&options, fixture->diags, &fixture->error);
    g_assert_nonnull(fixture->study);
    g_assert_cmpuint(lyh_diags_count(fixture->diags), ==, 0);
    g_assert_cmpuint(lyh_codebook_count(lyh_study_codebook(fixture->study)), ==, 36);
}

static void a_folder_with_anything_in_it_gets_no_template(study_fixture *fixture,
                                                          gconstpointer data)
{
    (void)data;
    g_assert_false(
        lyh_template_make("brukarrevision", fixture->folder, NULL, &fixture->error));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_CANNOT_CREATE);
    g_assert_cmpint(fixture->error.number, ==, ENOTEMPTY);
}

static void a_study_is_found_from_a_folder_below_it(study_fixture *fixture,
                                                    gconstpointer data)
{
    (void)data;
    g_autofree char *below = g_build_filename(fixture->folder, "transcripts", NULL);
    char *found = lyh_study_find(below);
    g_assert_cmpstr(found, ==, fixture->folder);
    free(found);
}

/* Counts what a walk comes by, and the words of it. */
typedef struct walked {
    size_t documents, tokens, repeats;
} walked;

static bool count_stop(void *user, const lyh_visit *visit)
{
    walked *sum = user;
    sum->documents++;
    sum->tokens += lyh_tokens_count(visit->tokens);
    sum->repeats += lyh_document_repeat_count(visit->document);
    return true;
}

static walked walk(study_fixture *fixture)
{
    walked sum = { 0 };
    g_assert_true(lyh_study_walk(fixture->study, LYH_WHICH_NONE, count_stop, &sum,
                                 fixture->diags, &fixture->error));
    return sum;
}

/* R3 says again what R2 said: a walk over what is kept finds the same as one over the files. */
static void what_is_kept_is_what_the_files_say_until_one_changes(study_fixture *fixture,
                                                                 gconstpointer data)
{
    (void)data;
    g_autoptr(GString) said = g_string_new("I: Hur var det?\nR: ");
    for (int i = 0; i < 60; i++)
        g_string_append_printf(said, "Ord%d kom sen %d gånger. ", i, i * 7);
    put(fixture, "respondents.csv", "id;stad\nR1;A\nR2;B\nR3;B\n");
    put(fixture, "transcripts/R2.txt", said->str);
    put(fixture, "transcripts/R3.txt", said->str);
    g_assert_true(opens(fixture));
    walked read = walk(fixture);
    g_assert_cmpuint(read.documents, ==, 3);
    g_assert_cmpuint(read.repeats, >, 0);

    lyh_study_keep(fixture->study);
    g_assert_true(lyh_study_keep_next(fixture->study, fixture->diags));
    for (int i = 0; i < 3; i++) {
        walked kept = walk(fixture);
        g_assert_cmpuint(kept.documents, ==, read.documents);
        g_assert_cmpuint(kept.tokens, ==, read.tokens);
        g_assert_cmpuint(kept.repeats, ==, read.repeats);
    }
    g_assert_false(lyh_study_keep_next(fixture->study, fixture->diags));
    put(fixture, "transcripts/R3.txt", "I: Hur var det?\nR: Något annat.\n");
    walked again = walk(fixture);
    g_assert_cmpuint(again.documents, ==, 3);
    g_assert_cmpuint(again.repeats, ==, 0);
}

/* A mistake in the new codebook leaves the old one in its place. */
static void a_codebook_is_read_again_without_the_rest(study_fixture *fixture,
                                                      gconstpointer data)
{
    (void)data;
    g_assert_true(opens(fixture));
    put(fixture, "codebook.csv", "kod;regler\na;(x\n");
    g_assert_false(
        lyh_study_reread_codebook(fixture->study, fixture->diags, &fixture->error));
    g_assert_cmpint(fixture->error.kind, ==, LYH_ERROR_DATA);
    g_assert_cmpuint(lyh_codebook_find(lyh_study_codebook(fixture->study), "vänta"), ==, 1);
    fixture->error = (lyh_error){ 0 };
    put(fixture, "codebook.csv", "kod;regler\nny;x\n");
    g_assert_true(
        lyh_study_reread_codebook(fixture->study, fixture->diags, &fixture->error));
    g_assert_cmpuint(lyh_codebook_find(lyh_study_codebook(fixture->study), "ny"), ==, 0);
}

#define TEST(function)                                                                     \
    g_test_add("/study/" #function, study_fixture, NULL, set_up, function, tear_down)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_codebook_is_read_again_without_the_rest);
    TEST(a_folder_with_anything_in_it_gets_no_template);
    TEST(a_misspelt_setting_is_said);
    TEST(what_stands_twice_among_the_settings_is_said);
    TEST(a_name_told_in_one_transcript_is_one_in_the_others);
    TEST(a_new_study_opens_without_warnings);
    TEST(a_personnummer_is_found_and_not_repeated);
    TEST(a_respondent_without_words_is_said_and_not_in_the_base);
    TEST(a_study_is_found_from_a_folder_below_it);
    TEST(a_study_of_a_newer_format_is_refused);
    TEST(a_study_without_mistakes_opens_silently);
    TEST(a_suggestion_a_person_rejected_does_not_come_back);
    TEST(a_threshold_is_lowered_only_with_a_reason);
    TEST(codings_of_a_transcript_that_is_gone_are_never_dropped_silently);
    TEST(mistakes_of_two_files_come_together);
    TEST(of_two_sets_none_is_counted_until_one_is_chosen);
    TEST(the_only_codings_there_are_are_counted);
    TEST(two_documents_of_one_name_are_an_error);
    TEST(what_is_kept_is_what_the_files_say_until_one_changes);
    TEST(what_was_decided_together_is_counted_before_anyone_s_own);
    TEST(without_codings_nothing_is_counted_unasked);
    return g_test_run();
}
