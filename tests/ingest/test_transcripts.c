#include <stdlib.h>
#include <string.h>

#include "reading.h"

#define HEADING "fil;respondent;intervjuare;respondentmärke;medlyssnare;anm\n"

static void assert_csv_codes(const char *csv, const char *expected)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_transcripts) transcripts = transcripts_from(csv, diags);
    g_autoptr(GString) codes = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        g_string_append_printf(codes, "%s%s:%zu", i > 0 ? " " : "",
                               lyh_diags_at(diags, i)->code, lyh_diags_at(diags, i)->line);
    g_assert_cmpstr(codes->str, ==, expected);
    g_assert_true((transcripts == NULL) == (lyh_diags_error_count(diags) > 0));
}

static void a_row_gives_marks_their_roles_and_their_person(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_transcripts) it = transcripts_from(
        HEADING "R01.docx;AH1;I|Maja;B | Roland;ML;\nfokus;AH2;I;B1;;\nfokus;AH3;I;B2;;\n",
        diags);
    g_assert_true(lyh_transcripts_has(it, "R01"));
    g_assert_false(lyh_transcripts_has(it, "R02"));
    g_assert_cmpint(lyh_transcripts_role(it, "R01", "maja"), ==, LYH_ROLE_INTERVIEWER);
    g_assert_cmpint(lyh_transcripts_role(it, "R01", "Roland"), ==, LYH_ROLE_RESPONDENT);
    g_assert_cmpint(lyh_transcripts_role(it, "R01", "ML"), ==, LYH_ROLE_LISTENER);
    g_assert_cmpint(lyh_transcripts_role(it, "R01", "X"), ==, LYH_ROLE_UNKNOWN);
    g_assert_cmpint(lyh_transcripts_role(it, "R02", "I"), ==, LYH_ROLE_UNKNOWN);
    g_assert_cmpstr(lyh_transcripts_respondent(it, "R01", "Roland"), ==, "AH1");
    g_assert_cmpstr(lyh_transcripts_respondent(it, "R01", "X"), ==, "");
    g_assert_cmpstr(lyh_transcripts_respondent(it, "fokus", "B2"), ==, "AH3");
    g_assert_cmpint(lyh_transcripts_role(it, "fokus", "B2"), ==, LYH_ROLE_RESPONDENT);
}

static void without_a_mark_the_whole_document_is_one_persons(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_transcripts) it =
        transcripts_from("fil;respondent\nR01.txt;AH1\n", diags);
    g_assert_cmpstr(lyh_transcripts_respondent(it, "R01", "B"), ==, "AH1");
    g_assert_cmpstr(lyh_transcripts_respondent(it, "R01", ""), ==, "AH1");
}

static void rows_that_leave_whose_in_doubt_are_errors(void)
{
    assert_csv_codes(HEADING "R01;AH1;;;;\nR01;AH2;;;;\n", "transcripts-whose:3");
    assert_csv_codes(HEADING "R01;AH1;;B;;\nR01;AH2;;b|C;;\n", "transcripts-whose:3");
    assert_csv_codes(HEADING "R01;AH1;;B;;\nR01;AH1;;C;;\n", "");
    assert_csv_codes(HEADING ";AH1;;B;;\nR01;AH1;B;B;;\n",
                     "transcripts-file:2 transcripts-roles:3");
}

static char *written(const lyh_document *document, const lyh_respondents *respondents)
{
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_transcripts_write(output, &document, 1, respondents));
    size_t size;
    char *text = lyh_output_take(output, &size);
    char *copy = g_strdup(text);
    free(text);
    return copy;
}

static void a_proposal_can_be_read_back(void)
{
    const char *text = "I: Vad?\nML: Hm?\nR: Ja.\nX9: nej\n";
    g_auto(reading) it = read_named("mapp/R12.txt", text, strlen(text), NULL);
    g_autoptr(lyh_respondents) people = lyh_respondents_new(NULL);
    for (size_t i = 0; i < lyh_document_turn_count(it.document); i++)
        if (lyh_document_turn(it.document, i)->role == LYH_ROLE_RESPONDENT)
            lyh_document_set_respondent(it.document, i, lyh_respondents_add(people, "R12"));
    g_autofree char *csv = written(it.document, people);
    g_assert_nonnull(strstr(csv, "\nR12.txt;R12;I;R;ML;okända märken: X9\n"));

    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_transcripts) back = transcripts_from(csv, diags);
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
    g_assert_cmpstr(lyh_transcripts_respondent(back, "R12", "R"), ==, "R12");
    g_assert_cmpint(lyh_transcripts_role(back, "R12", "ML"), ==, LYH_ROLE_LISTENER);
}

static void a_mark_that_two_persons_share_is_left_to_the_closings(void)
{
    const char *text = "B: Ja.\n(Respondent A1)\nB: Nej.\n(Respondent B2)\n";
    g_auto(reading) it = read_named("blandat.txt", text, strlen(text), NULL);
    g_autoptr(lyh_respondents) people = lyh_respondents_new(NULL);
    lyh_document_set_respondent(it.document, 0, lyh_respondents_add(people, "A1"));
    lyh_document_set_respondent(it.document, 1, lyh_respondents_add(people, "B2"));
    g_autofree char *csv = written(it.document, people);
    g_assert_nonnull(strstr(csv, "\nblandat.txt;;;B;;\n"));
}

static void assert_proposed(const char *text, const char *row)
{
    g_auto(reading) it = read_named("R12.txt", text, strlen(text), NULL);
    g_autofree char *csv = written(it.document, NULL);
    g_assert_cmpstr(strchr(csv, '\n') + 1, ==, row);
}

static void a_proposal_says_what_was_guessed_and_what_is_not_known(void)
{
    assert_proposed(
        "Talare 1: Hur?\nTalare 2: Så.\n",
        "R12.txt;;Talare 1;Talare 2;;\"gissat: Talare 1 (intervjuare), Talare 2 "
        "(respondent)\"\n");
    assert_proposed(
        "Talare 1: Hur?\nTalare 2: Så.\nTalare 3: Mm.\n",
        "R12.txt;;Talare 1;;;\"okända märken: Talare 2|Talare 3; gissat: Talare 1 "
        "(intervjuare)\"\n");
    assert_proposed("Jag skriver.\n",
                    "R12.txt;;;;;gissat: text utan märke är respondentens\n");
    assert_proposed("1 § Nämnden skall hjälpa.\n",
                    "R12.txt;;;;;text utan märke räknas inte\n");
    assert_proposed("1. Hur var det?\n\nBra.\n\n2. Och sen?\n\nNej.\n",
                    "R12.txt;;;;;gissat: text utan märke är respondentens\n");
}

#define TEST(sentence) g_test_add_func("/ingest/transcripts/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_row_gives_marks_their_roles_and_their_person);
    TEST(without_a_mark_the_whole_document_is_one_persons);
    TEST(rows_that_leave_whose_in_doubt_are_errors);
    TEST(a_proposal_can_be_read_back);
    TEST(a_mark_that_two_persons_share_is_left_to_the_closings);
    TEST(a_proposal_says_what_was_guessed_and_what_is_not_known);
    return g_test_run();
}
