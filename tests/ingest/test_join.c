#include <string.h>

#include <lyhord/ingest/join.h>

#include "reading.h"

/* One join: what is known, the file's name and its text. */
struct joining {
    const char *respondents; /* CSV, or NULL: nobody is declared */
    const char *transcripts; /* CSV, or NULL */
    const char *scheme;
    const char *path;
    const char *text;
};

/* "A1 CB3 | codes": the respondent of every respondent turn, then what was said. */
static void assert_joined(struct joining it, const char *expected)
{
    g_autoptr(lyh_diags) quiet = lyh_diags_new(NULL);
    g_autoptr(lyh_transcripts) transcripts =
        it.transcripts ? transcripts_from(it.transcripts, quiet) : NULL;
    g_autoptr(lyh_respondents) people = it.respondents
                                            ? respondents_from(it.respondents, quiet)
                                            : lyh_respondents_new(NULL);
    g_autoptr(lyh_scheme) scheme =
        it.scheme ? lyh_scheme_read(it.scheme, lyh_place_none(), quiet) : NULL;
    g_assert_cmpuint(lyh_diags_error_count(quiet), ==, 0);
    g_auto(reading) read = read_named(it.path, it.text, strlen(it.text), NULL);
    lyh_join join = { transcripts, people, it.respondents == NULL, scheme };

    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    bool is_fine = lyh_join_document(&join, read.document, diags);
    g_assert_true(is_fine == (lyh_diags_error_count(diags) == 0));

    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_turn_count(read.document); i++) {
        const lyh_turn *turn = lyh_document_turn(read.document, i);
        if (turn->role != LYH_ROLE_RESPONDENT)
            g_assert_cmpuint(turn->respondent, ==, LYH_NONE);
        else
            g_string_append_printf(shown, "%s ",
                                   turn->respondent == LYH_NONE
                                       ? "?"
                                       : lyh_respondents_id(people, turn->respondent));
    }
    g_string_append_c(shown, '|');
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        g_string_append_printf(shown, " %s", lyh_diags_at(diags, i)->code);
    g_assert_cmpstr(shown->str, ==, expected);
}

#define PEOPLE "id;grupp\nA1;x\nA12;x\nCB3;y\n"
#define TALK "I: Vad?\nB: Ja.\n"

static void the_file_name_is_an_id_or_holds_one_as_a_word(void)
{
    assert_joined((struct joining){ PEOPLE, NULL, NULL, "m/A1.txt", TALK }, "A1 |");
    assert_joined((struct joining){ PEOPLE, NULL, NULL, "06_CB3 intervju.txt", TALK },
                  "CB3 |");
    assert_joined((struct joining){ PEOPLE, NULL, NULL, "xA12-2.txt", TALK },
                  "? | respondent-missing");
    assert_joined((struct joining){ PEOPLE, NULL, NULL, "A1 och CB3.txt", TALK },
                  "? | respondent-missing");
}

static void a_closing_says_whose_the_block_before_it_was(void)
{
    assert_joined((struct joining){ PEOPLE, NULL, NULL, "alla.txt",
                                    TALK "(Respondent A1)\n" TALK "(Respondent CB3)\n" },
                  "A1 CB3 |");
}

static void a_decision_in_transcripts_csv_joins_marks_to_persons(void)
{
    assert_joined(
        (struct joining){ PEOPLE,
                          "fil;respondent;respondentmärke\nfokus;A1;B\nfokus;CB3;R\n", NULL,
                          "fokus.txt", "I: Vad?\nB: Ja.\nR: Nej.\n" },
        "A1 CB3 |");
}

static void signs_that_contradict_each_other_are_an_error_told_once(void)
{
    assert_joined(
        (struct joining){ PEOPLE, NULL, NULL, "A1.txt", TALK TALK "(Respondent CB3)\n" },
        "CB3 CB3 | respondent-contradiction");
    assert_joined(
        (struct joining){ PEOPLE, "fil;respondent\nA12.txt;A1\n", NULL, "A12.txt", TALK },
        "A1 | respondent-contradiction");
}

static void a_person_without_a_row_is_an_error_told_once(void)
{
    assert_joined(
        (struct joining){ PEOPLE, NULL, NULL, "x.txt", TALK TALK "(Respondent LB4)\n" },
        "? ? | respondent-unknown");
}

static void without_respondents_csv_the_document_is_the_person(void)
{
    assert_joined((struct joining){ NULL, NULL, NULL, "mapp/int_07.txt", TALK TALK },
                  "int_07 int_07 |");
    assert_joined((struct joining){ NULL, NULL, NULL, "x.txt", TALK "(Respondent LB4)\n" },
                  "LB4 |");
}

static void a_scheme_finds_ids_in_names(void)
{
    const char *scheme = "stad:A|B|C roll:H|B nr";
    assert_joined((struct joining){ NULL, NULL, scheme, "06_CB3.txt", TALK }, "CB3 |");
    assert_joined((struct joining){ NULL, NULL, scheme, "06_CB.txt", TALK }, "06_CB |");
    assert_joined((struct joining){ NULL, NULL, scheme, "06_DB3.txt", TALK }, "06_DB3 |");
    assert_joined((struct joining){ NULL, NULL, scheme, "CB3x.txt", TALK }, "CB3x |");
    assert_joined((struct joining){ NULL, NULL, "a:Ö|ÖB nr b:1", "x ÖB21.txt", TALK },
                  "ÖB21 |");
}

#define GROUP "I: Vad?\nIP1: Ja.\nIP2: Nej.\n"
#define STORIES "Berättelse 1\n\nJag kom.\n\nBerättelse 2\n\nJag gick.\n"

static void in_a_group_each_numbered_mark_is_a_person(void)
{
    assert_joined((struct joining){ NULL, NULL, NULL, "fokus.txt", GROUP },
                  "fokus-IP1 fokus-IP2 |");
    assert_joined(
        (struct joining){ "id;g\nIP1;x\nfokus-IP2;x\n", NULL, NULL, "fokus.txt", GROUP },
        "IP1 fokus-IP2 |");
    assert_joined((struct joining){ PEOPLE, NULL, NULL, "A1.txt", GROUP },
                  "? ? | respondent-missing");
    assert_joined(
        (struct joining){ PEOPLE,
                          "fil;respondent;respondentmärke\nA1;A12;IP1\nA1;CB3;IP2\n", NULL,
                          "A1.txt", GROUP },
        "A12 CB3 |");
}

static void each_narrative_is_a_person(void)
{
    assert_joined((struct joining){ NULL, NULL, NULL, "vitbok.txt", STORIES },
                  "vitbok-1 vitbok-2 |");
    assert_joined(
        (struct joining){ "id;slag\nvitbok-1;x\n2;x\n", NULL, NULL, "vitbok.txt", STORIES },
        "vitbok-1 2 |");
}

static void only_respondents_are_joined(void)
{
    assert_joined((struct joining){ PEOPLE, NULL, NULL, "A1.txt", "I: Vad?\nML: Hm?\n" },
                  "|");
}

#define TEST(sentence) g_test_add_func("/ingest/join/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(the_file_name_is_an_id_or_holds_one_as_a_word);
    TEST(a_closing_says_whose_the_block_before_it_was);
    TEST(a_decision_in_transcripts_csv_joins_marks_to_persons);
    TEST(signs_that_contradict_each_other_are_an_error_told_once);
    TEST(a_person_without_a_row_is_an_error_told_once);
    TEST(without_respondents_csv_the_document_is_the_person);
    TEST(a_scheme_finds_ids_in_names);
    TEST(in_a_group_each_numbered_mark_is_a_person);
    TEST(each_narrative_is_a_person);
    TEST(only_respondents_are_joined);
    return g_test_run();
}
