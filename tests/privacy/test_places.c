#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "scans.h"

/* The rows of a list of the library: everything before ~ or a colon. */
static char **rows_of(const char *name)
{
    g_autofree char *path =
        g_build_filename(PROJECT_ROOT, "src", "privacy", "data", name, NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GPtrArray *rows = g_ptr_array_new();
    for (char **line = lines; *line; line++)
        if (**line && **line != '#')
            g_ptr_array_add(rows, g_strstrip(g_strndup(*line, strcspn(*line, "~:"))));
    g_ptr_array_add(rows, NULL);
    return (char **)(void *)g_ptr_array_free(rows, FALSE);
}

/* SCB: 290 municipalities since 2003, 21 regions since 2019. */
static void all_municipalities_and_regions_are_listed(void)
{
    g_auto(GStrv) municipalities = rows_of("municipalities.txt");
    g_auto(GStrv) regions = rows_of("regions.txt");
    g_assert_cmpuint(g_strv_length(municipalities), ==, 290);
    g_assert_cmpuint(g_strv_length(regions), ==, 21);
}

/* Codes of SCB's list stand for counties; one municipality from each of them, worked by hand. */
static void each_county_is_among_the_municipalities(void)
{
    static const char *const one_each[] = {
        "Nynäshamn", "Knivsta",  "Oxelösund",  "Ydre",         "Aneby",    "Lessebo",
        "Hultsfred", "Gotland",  "Olofström",  "Bjuv",         "Hylte",    "Dals-Ed",
        "Årjäng",    "Lekeberg", "Surahammar", "Malung-Sälen", "Ovanåker", "Timrå",
        "Krokom",    "Bjurholm", "Övertorneå"
    };
    g_auto(GStrv) rows = rows_of("municipalities.txt");
    for (size_t i = 0; i < G_N_ELEMENTS(one_each); i++)
        g_assert_true(g_strv_contains((const char *const *)rows, one_each[i]));
}

static void every_municipality_is_found_and_whose_it_is(void)
{
    g_auto(GStrv) rows = rows_of("municipalities.txt");
    for (char **row = rows; *row; row++) {
        g_autofree char *plain = g_strdup_printf("jag flyttade från %s då", *row);
        g_autofree char *genitive = g_strdup_printf("det är %s%s kommun som svarar", *row,
                                                    g_str_has_suffix(*row, "s") ? "" : "s");
        if (!finds(plain, LYH_FINDING_MUNICIPALITY, *row) ||
            !finds(genitive, LYH_FINDING_MUNICIPALITY, *row))
            g_error("%s is not found", *row);
    }
}

static void every_region_is_found(void)
{
    g_auto(GStrv) rows = rows_of("regions.txt");
    for (char **row = rows; *row; row++) {
        g_autofree char *text = g_strdup_printf("det är %s som svarar", *row);
        if (!finds(text, LYH_FINDING_REGION, *row))
            g_error("%s is not found", *row);
    }
}

static void a_region_may_be_written_small(void)
{
    assert_found("Vi skrev till region värmland om det.", "region <värmland>");
    assert_found("En region är vi, värmland är fint.", "");
}

static void a_town_knows_its_employers_and_landlords_by_name(void)
{
    assert_found("Jag var på Saab i nitton år.", "arbetsplats <Saab>");
    assert_found("Vi har en gammal Saab hemma.", "");
    assert_found("Då ringde Eidar om hyran.", "arbetsplats <Eidar>");
    assert_found("Alla vet det på Kurdiska kulturföreningen.",
                 "arbetsplats <Kurdiska kulturföreningen>");
    assert_found("Han går till svenska kyrkan.", "");
}

static void a_line_by_its_nickname_needs_a_ride(void)
{
    assert_found("Jag plankade på sextiotvåan.", "plats <sextiotvåan>");
    assert_found("Vi bor i tvåan och åker bussen.", "");
    assert_found("Programmet gick på tvåan i går.", "");
    assert_found("Vi klipper gräs vid T4.", "plats <T4>");
    assert_found("Skriv det på A4.", "");
    assert_found("Jag lyssnar på P1.", "");
}

static void natives_are_named_after_their_place(void)
{
    assert_found_with_dictionary("Han är gammal stallbackare.", "plats <stallbackare>");
    assert_found_with_dictionary("Han är gammal lastbilschaufför och lärare.", "");
    assert_found("Hon pratar som en boråsare nu.", "plats <boråsare>");
    assert_found("Alla norrköpingsbor vet det.", "plats <norrköpingsbor>");
    assert_found("Han är medlare och storbonde och sambo.", "");
}

static void a_capital_makes_a_landmark_of_an_adjective_and_a_noun(void)
{
    assert_found("Jag satt vid Norra kajen och väntade.", "plats <Norra kajen>");
    assert_found("Vi gick över Gamla bron.", "plats <Gamla bron>");
    assert_found("Gamla bron skulle rivas, nya skolan är fin.", "");
    assert_found("Den södra delen av Sverige är varmast.", "");
}

static void what_is_somebodys_is_a_place_or_a_shop_by_the_word_behind(void)
{
    assert_found("Jag sov i Wetterlings park.", "plats <Wetterlings park>");
    assert_found("Jag stod i Nisses kiosk på kvällarna.", "arbetsplats <Nisses kiosk>");
    assert_found("Alla barns lekplats är sönder.", "");
}

static void a_ward_and_a_door_are_called_by_their_number(void)
{
    assert_found("Jag har varit inlagd på femman.", "arbetsplats <femman>");
    assert_found("Jag såg det på femman i går.", "");
    assert_found("Porten på 43:an gick aldrig i lås.", "adress <43:an>");
    assert_found("Det blev 43:an av femtio i bingon.", "");
}

static void what_is_named_a_second_time_is_named(void)
{
    assert_found("Hon ringde bostadsbolaget, Tuvlyan, så nu dras hyran.",
                 "arbetsplats <Tuvlyan>");
}

#define TEST(sentence) g_test_add_func("/privacy/places/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(all_municipalities_and_regions_are_listed);
    TEST(each_county_is_among_the_municipalities);
    TEST(every_municipality_is_found_and_whose_it_is);
    TEST(every_region_is_found);
    TEST(a_region_may_be_written_small);
    TEST(a_town_knows_its_employers_and_landlords_by_name);
    TEST(a_line_by_its_nickname_needs_a_ride);
    TEST(natives_are_named_after_their_place);
    TEST(a_capital_makes_a_landmark_of_an_adjective_and_a_noun);
    TEST(what_is_somebodys_is_a_place_or_a_shop_by_the_word_behind);
    TEST(a_ward_and_a_door_are_called_by_their_number);
    TEST(what_is_named_a_second_time_is_named);
    return g_test_run();
}
