#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "scans.h"

/* Inside a sentence the capital tells that it is a name; after that its start needs no list. */
static void a_name_of_one_place_is_one_everywhere(void)
{
    assert_found_with_dictionary("Det fanns plats på Nattugglan. Nattugglan stänger sju.",
                                 "plats <Nattugglan>, plats <Nattugglan>");
    assert_found_with_dictionary("Vi är på Källaren. Källaren har öppet.",
                                 "plats <Källaren>, plats <Källaren>");
}

static void a_name_once_told_is_found_written_small(void)
{
    assert_found_with_dictionary("Jag heter Lova. Sen skrev de: säg till lova att gå.",
                                 "namn <Lova>, namn <lova>");
    assert_found_with_dictionary("Jag heter Lova. Man ska inte lova för mycket.",
                                 "namn <Lova>");
}

/* A heading's capital is none of a name when the word stands small in the text. */
static void what_the_text_writes_small_is_a_word(void)
{
    assert_found_with_dictionary(
        "Ett kapitel om Arbete i tiden. Det talas om arbete. Arbete har vi.",
        "namn <Arbete>");
}

static void names_on_other_lists_need_who_has_them(void)
{
    assert_found_with_dictionary("en pojke som hette Sol kom", "namn <Sol>");
    assert_found_with_dictionary("doktorn dr hägglöf ritade", "namn <hägglöf>");
    assert_found_with_dictionary("I: Vem? R: göran.", "namn <göran>");
    assert_found_with_dictionary("kod\ngöran\nstöd", ""); /* a cell of a table */
}

static void units_are_told_by_their_mark(void)
{
    assert_found_with_dictionary("kuratorn var på KSU då", "arbetsplats <KSU>");
    assert_found_with_dictionary("till kyrkan, Sankt Andreas, på kvällen",
                                 "arbetsplats <Sankt Andreas>");
    assert_found_with_dictionary("hon går i tallbackaskolan nu",
                                 "arbetsplats <tallbackaskolan>");
    assert_found_with_dictionary("hon går i skolan nu", "");
    assert_found_with_dictionary("I: Skolan? R: Withalaskolan. Grundskolan alltså.",
                                 "arbetsplats <Withalaskolan>");
}

#define TEST(sentence) g_test_add_func("/privacy/again/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_name_of_one_place_is_one_everywhere);
    TEST(a_name_once_told_is_found_written_small);
    TEST(what_the_text_writes_small_is_a_word);
    TEST(names_on_other_lists_need_who_has_them);
    TEST(units_are_told_by_their_mark);
    return g_test_run();
}
