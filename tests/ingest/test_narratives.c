#include <string.h>

#include "reading.h"

#define LONG                                                                                  \
    "Jag hade väntat i tre veckor på ett brev som aldrig kom och då ringde jag dem varje " \
    "morgon klockan nio tills någon till slut svarade mig och sa att det låg kvar på "     \
    "bordet."

static void narratives_below_two_headings_are_told_apart_by_heading_and_number(void)
{
    assert_turns("Vi har samlat in det här.\n\nDet goda mötet\n\n1.  Hen fick hjälp.\n\n"
                 "2. Jag med.\n\nDåliga möten\n\n1. Ingen svarade.\n\n2) Jag ringde.\n",
                 " editor: Vi har samlat in det här.\nDet goda mötet\n"
                 "Det goda mötet 1 respondent: Hen fick hjälp.\n"
                 "Det goda mötet 2 respondent: Jag med.\n editor: Dåliga möten\n"
                 "Dåliga möten 1 respondent: Ingen svarade.\n"
                 "Dåliga möten 2 respondent: Jag ringde.");
}

static void words_with_numbers_that_begin_anew_are_told_apart_too(void)
{
    assert_turns(
        "Goda exempel\n\nBerättelse 1\n\nJag kom.\n\nBerättelse 2\n\nJag gick.\n\n"
        "Dåliga exempel\n\nBerättelse 1\n\nJag föll.\n\nBerättelse 2\n\nJag satt.\n",
        " editor: Goda exempel\nGoda exempel 1 respondent: Jag kom.\n"
        "Goda exempel 2 respondent: Jag gick.\n editor: Dåliga exempel\n"
        "Dåliga exempel 1 respondent: Jag föll.\nDåliga exempel 2 respondent: Jag satt.");
}

static void numbers_alone_are_marks_where_they_begin_once(void)
{
    assert_turns(
        "Vittnesmål\n\n1. Hen fick hjälp.\n\n2. Jag med.\n",
        " editor: Vittnesmål\n1 respondent: Hen fick hjälp.\n2 respondent: Jag med.");
    assert_turns("1. " LONG "\n\n2. " LONG "\n",
                 "1 respondent: " LONG "\n2 respondent: " LONG);
}

/* Foreword, law, slogan, caption and the next chapter are nobody's. */
static void what_stands_between_narratives_is_the_editors(void)
{
    assert_turns(
        "Fall 1\n\nJag kom dit.\n\n”Tala med varandra.”\n\nFall 2: Kön\n\n"
        "Jag gick hem.\n\n1 § Nämnden skall hjälpa.\n\nEXEMPEL 3\nHen sa nej till mig.\n\n"
        "Slutord\n\nVi tackar.\n",
        "Fall 1 respondent: Jag kom dit.\n editor: ”Tala med varandra.”\n"
        "Fall 2 respondent: Jag gick hem.\n editor: 1 § Nämnden skall hjälpa.\n"
        "EXEMPEL 3 respondent: Hen sa nej till mig.\n editor: Slutord Vi tackar.");
}

static void a_quotation_that_says_i_belongs_to_the_narrative(void)
{
    assert_turns(
        "Röst 1\n\nHen sa till mig.\n\n”Jag orkar inte mer.”\n\nRöst 2\n\nJag med.\n",
        "Röst 1 respondent: Hen sa till mig.\n”Jag orkar inte mer.”\n"
        "Röst 2 respondent: Jag med.");
}

static void a_sentence_that_begins_with_the_word_is_no_narrative(void)
{
    assert_turns("Jag skrev två.\nFall 2 var värst av dem alla för mig, och det är sant.\n"
                 "Fall 3 var bättre för mig, och det är också sant.\n",
                 " respondent: Jag skrev två.\n"
                 "Fall 2 var värst av dem alla för mig, och det är sant.\n"
                 "Fall 3 var bättre för mig, och det är också sant.");
}

#define DEMAND                                                                                    \
    "Nämnden behöver se över hur länge en sökande får vänta på svar och se till att den " \
    "som ringer alltid får tala med någon som kan svara på frågor om det egna ärendet "      \
    "samma dag."

static void a_list_in_a_report_is_not_narratives(void)
{
    assert_turns("Sammanfattning\n\nSyfte\n\n1. " DEMAND "\n\n2. " DEMAND "\n",
                 " editor: Sammanfattning\nSyfte\n1. " DEMAND "\n2. " DEMAND);
}

/* In a report each narrative is one paragraph; a caption's number is none of them. */
static void in_a_report_a_narrative_ends_with_its_paragraph(void)
{
    assert_turns(
        "Sammanfattning\n\nBakgrund (Berg 2012)\n\nDåliga möten\n\n1. Hen väntade\nlänge.\n"
        " 1. Anna, ordförande.\n2. Hen gick.\n\nEnheten är ny.\n",
        " editor: Sammanfattning Bakgrund (Berg 2012) Dåliga möten\n"
        "1 respondent: Hen väntade länge.\n editor: 1. Anna, ordförande.\n"
        "2 respondent: Hen gick.\n editor: Enheten är ny.");
}

/* The slogans differ: what recurs at regular distances is a running head. */
static void ten_thousand_narratives_are_read(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 10000; i++)
        g_string_append_printf(
            text, "Berättelse %d\n\nJag kom %c%c.\n\n”Tala q%c%c%c.”\n\n", i % 1000,
            'a' + i % 23, 'a' + i % 7, 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);
    g_auto(reading) it = read_text(text->str);
    g_assert_cmpuint(lyh_document_turn_count(it.document), ==, 20000);
}

#define TEST(sentence) g_test_add_func("/ingest/narratives/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(narratives_below_two_headings_are_told_apart_by_heading_and_number);
    TEST(words_with_numbers_that_begin_anew_are_told_apart_too);
    TEST(numbers_alone_are_marks_where_they_begin_once);
    TEST(what_stands_between_narratives_is_the_editors);
    TEST(a_quotation_that_says_i_belongs_to_the_narrative);
    TEST(a_sentence_that_begins_with_the_word_is_no_narrative);
    TEST(a_list_in_a_report_is_not_narratives);
    TEST(in_a_report_a_narrative_ends_with_its_paragraph);
    TEST(ten_thousand_narratives_are_read);
    return g_test_run();
}
