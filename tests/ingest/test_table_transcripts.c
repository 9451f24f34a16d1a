#include <string.h>

#include "reading.h"

/* A table, what its turns are, and what is said about it. */
struct table_case {
    const char *csv, *turns, *codes;
};

static reading read_csv(const char *text)
{
    return read_named("F1.csv", text, strlen(text), NULL);
}

static void assert_cases(const struct table_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_auto(reading) it = read_csv(cases[i].csv);
        g_autofree char *codes = codes_of(&it);
        g_assert_cmpstr(codes, ==, cases[i].codes);
        if (!cases[i].turns) {
            g_assert_null(it.document);
            continue;
        }
        g_autofree char *turns = turns_of(&it);
        g_assert_cmpstr(turns, ==, cases[i].turns);
    }
}

static void one_row_is_a_turn(void)
{
    static const struct table_case cases[] = {
        { "talare;tid;text\nI;00:00:01;Hur?\nR;00:00:05,5;Bra.\n",
          "I interviewer: Hur?\nR respondent: Bra.", "" },
        { "talare;text\nI;Hur?\nR;\"Bra.\nHandläggaren: hej\"\n;och mer\n",
          "I interviewer: Hur?\nR respondent: Bra.\nHandläggaren: hej och mer", "" },
        { "speaker,text\nI:,Hur?\nR:,\"Sa \"\"nej\"\", ja\"\n",
          "I interviewer: Hur?\nR respondent: Sa \"nej\", ja", "csv-separator" },
        { "talare;roll;text\nAnna;intervjuare;Hur?\nKim;respondent;Bra.\n",
          "Anna interviewer: Hur?\nKim respondent: Bra.", "" },
        { "talare;text;stad\nI;Hur?;A\nR;Bra.;A\n",
          "I interviewer: Hur?\nR respondent: Bra.", "csv-unread" },
        { "talare;tid;text\nI;strax;Hur?\nR;;Bra.\n",
          "I interviewer: Hur?\nR respondent: Bra.", "csv-time" },
        { "talare;respondent;text\nI;;Hur?\nR;AH1;Bra.\nR;AH2;Dåligt.\n",
          "I interviewer: Hur?\nAH1 respondent: Bra.\nAH2 respondent: Dåligt.", "" },
        { "talare;respondent;text\nI;AH1;Hur?\nR;AH1;Bra.\n",
          "I interviewer: Hur?\nAH1 respondent: Bra.", "" },
    };
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void one_row_is_an_answer(void)
{
    static const struct table_case cases[] = {
        { "respondent;fråga;svar\nAH1;Hur blev det?;Bra.\nAH2;Hur blev det?;Sådär.\n",
          "Fråga interviewer: Hur blev det?\nAH1 respondent: Bra.\n"
          "Fråga interviewer: Hur blev det?\nAH2 respondent: Sådär.",
          "" },
        { "id;fråga;svar\nAH1;Hur blev det?;\nAH2;Hur blev det?;Bra\n",
          "Fråga interviewer: Hur blev det?\nAH2 respondent: Bra", "" },
        { "id;fråga;svar\n;Hur blev det?;Bra\n", NULL, "csv-speaker" },
    };
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void one_row_is_a_person(void)
{
    static const struct table_case cases[] = {
        { "respondent;kommun;Hur blev du bemött?;Vad kan bli bättre?\n"
          "AH1;X;Bra, tack;Inget\nAH2;Y;;Ring mig\n",
          "Fråga interviewer: Hur blev du bemött?\nAH1 respondent: Bra, tack\n"
          "Fråga interviewer: Vad kan bli bättre?\nAH1 respondent: Inget\n"
          "Fråga interviewer: Vad kan bli bättre?\nAH2 respondent: Ring mig",
          "csv-unread" },
        { "id;F1;F2\nAH1;Ja;Nej\n",
          "Fråga interviewer: F1\nAH1 respondent: Ja\n"
          "Fråga interviewer: F2\nAH1 respondent: Nej",
          "" },
    };
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void a_table_that_is_no_transcript_is_refused(void)
{
    static const struct table_case cases[] = {
        { "id;grupp;kommun\nR1;x;y\n", NULL, "not-a-transcript" },
        { "document;respondent;turn;start;end;code\na;b;1;2;3;c\n", NULL,
          "not-a-transcript" },
        { "kod;namn;definition\na;b;c\n", NULL, "not-a-transcript" },
        { "dokument;talare;text\na;I;Hur?\nb;R;Bra.\n", NULL, "csv-documents" },
        { "talare;text\nen person som har ett namn som är alldeles för långt;Bra.\n", NULL,
          "csv-speaker" },
    };
    assert_cases(cases, G_N_ELEMENTS(cases));
}

static void times_come_with_the_turns(void)
{
    g_auto(reading) it =
        read_csv("talare;tid;slut;text\nI;0:01;0:02;Hur?\nR;00:00:05,5;;Bra.\n");
    g_assert_cmpuint(lyh_document_turn(it.document, 0)->from, ==, 1000);
    g_assert_cmpuint(lyh_document_turn(it.document, 0)->to, ==, 2000);
    g_assert_cmpuint(lyh_document_turn(it.document, 1)->from, ==, 5500);
}

static void every_word_leads_back_to_its_cell(void)
{
    static const char csv[] = "talare;text\nI;\"Hur är \"\"läget\"\" nu?\"\nR;Bra läge.\n";
    g_auto(reading) it = read_csv(csv);
    const char *text = lyh_document_text(it.document);
    static const char *const words[] = { "Hur", "läget", "nu?", "Bra", "läge." };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t at = (size_t)(strstr(text, words[i]) - text);
        size_t byte = lyh_document_origin(it.document, at).byte;
        g_assert_true(g_str_has_prefix(csv + byte, words[i]));
    }
}

static void a_table_is_told_by_its_heading(void)
{
    static const char csv[] = "talare;text\nI;Hur?\nR;Bra.\n";
    g_auto(reading) it = read_named("F1.txt", csv, strlen(csv), NULL);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(codes, ==, "format-name");
}

/* What the interview typed with marks would be. */
static void the_document_text_is_that_of_the_typed_interview(void)
{
    g_auto(reading) it = read_csv("talare;text\nI;Hur?\nR;Bra.\n");
    g_auto(reading) typed = read_text("I: Hur?\nR: Bra.\n");
    g_assert_cmpstr(lyh_document_text(it.document), ==, lyh_document_text(typed.document));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ingest/tables/a turn", one_row_is_a_turn);
    g_test_add_func("/ingest/tables/an answer", one_row_is_an_answer);
    g_test_add_func("/ingest/tables/a person", one_row_is_a_person);
    g_test_add_func("/ingest/tables/refused", a_table_that_is_no_transcript_is_refused);
    g_test_add_func("/ingest/tables/times", times_come_with_the_turns);
    g_test_add_func("/ingest/tables/origins", every_word_leads_back_to_its_cell);
    g_test_add_func("/ingest/tables/by heading", a_table_is_told_by_its_heading);
    g_test_add_func("/ingest/tables/text",
                    the_document_text_is_that_of_the_typed_interview);
    return g_test_run();
}
