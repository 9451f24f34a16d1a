#include <glib.h>

#include "scans.h"

/* People answer with a word: that it is all of what is said tells what it is. */
static void what_is_all_of_an_answer_is_told(void)
{
    assert_found_with_dictionary("I: Var bor du?\nD: Brantevik. Hos morsan.",
                                 "plats <Brantevik>");
    assert_found_with_dictionary(
        "Jag är från Svenljunga egentligen. Lurkhult. Tror du man kan vara anonym där?",
        "kommun <Svenljunga>, plats <Lurkhult>");
    assert_found_with_dictionary("Det var på soc. Vuxenenheten, Sturegatan. Bra.",
                                 "arbetsplats <Vuxenenheten>, adress <Sturegatan>");
    assert_found_with_dictionary("I: Var då?\nR: Borgstena plåt. Där stod jag.",
                                 "arbetsplats <Borgstena plåt>");
    assert_found_with_dictionary("Nej, så heter dom inte. BP Plåtteknik, ute på byn.",
                                 "arbetsplats <BP Plåtteknik>");
    assert_found_with_dictionary("Någon på IPS-teamet ringde runt.",
                                 "arbetsplats <IPS-teamet>");
}

static void a_cry_a_sound_or_a_thing_is_no_name(void)
{
    assert_found_with_dictionary("I: Vilka var det?\nR: Ojojoj. Det var många.", "");
    assert_found_with_dictionary("Han blev röd som en kräfta. Stackarn. Sen gick det.", "");
    assert_found_with_dictionary("Lysröret satt ovanför stolarna. Zzzt. Jag hör inget.",
                                 "");
    assert_found_with_dictionary("I: Vad fick du?\nR: Elrullen. Och köket.", "");
    assert_found_with_dictionary("I: När var det?\nR: Tjugosexton. Då var jag hemma.", "");
}

static void letters_are_persons_where_somebody_is_called_so(void)
{
    assert_found("Alla säger AK. Sen ringde AK mig.", "namn <AK>, namn <AK>");
    assert_found("Jag är sponsor åt en kille, W. Han är snäll.", "namn <W>");
    assert_found("AF sa nej, och FK sa nej.", "");
    assert_found("Jag slutade äta typ. Å jag tog en tablett.", "");
}

static void sums_days_and_lines_are_heard_in_words(void)
{
    assert_found("Soppan kostar fyrtiofem kronor.", "belopp <fyrtiofem kronor>");
    assert_found("Då betalade jag niohundrafemti för maten.", "belopp <niohundrafemti>");
    assert_found("Försäkringen betalade, ettusen trehundrafemti fick jag.",
                 "belopp <ettusen trehundrafemti>");
    assert_found("Sen kom beskedet, tionde tionde, och alla grät.",
                 "datum <tionde tionde>");
    assert_found("Ring mig 27:e kl 8.", "datum <27:e>");
    assert_found("Så gjorde jag det. Valborg, på bryggan.", "datum <Valborg>");
    assert_found("Den stora är nitton, och den lilla är där.", "ålder <nitton>");
    assert_found("Jag tog buss nummer tre dit.", "plats <buss nummer tre>");
    assert_found("Det funkade inte. Trehundraåttan går tre gånger om dan.",
                 "plats <Trehundraåttan>");
    assert_found("Vi gick till Esplanaden 8 och väntade.", "adress <Esplanaden 8>");
}

/* Who transcribes numbers those who speak; the mark is none of the study's codes. */
static void a_numbered_speaker_is_no_code(void)
{
    assert_found("I: Hur var det?\nIP3: Mm.\nIP3: Det var bra.", "");
}

static void hen_answers_as_hon(void)
{
    assert_found("Hen svarade: \"Andas. Ring mig.\" Och klockan åtta svarade hon.",
                 "kön <hon>");
    assert_found("Chauffören, han hade musik på. Jag bad hen stänga av.", "kön <han>");
}

#define TEST(sentence) g_test_add_func("/privacy/fragments/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(what_is_all_of_an_answer_is_told);
    TEST(a_cry_a_sound_or_a_thing_is_no_name);
    TEST(letters_are_persons_where_somebody_is_called_so);
    TEST(sums_days_and_lines_are_heard_in_words);
    TEST(a_numbered_speaker_is_no_code);
    TEST(hen_answers_as_hon);
    return g_test_run();
}
