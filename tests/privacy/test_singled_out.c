#include <glib.h>

#include "scans.h"

static void the_only_one_of_a_place_is_a_part_that_few_have(void)
{
    assert_found("Lisbeth, hon är den enda kvinnan på nattpasset, hon kör.",
                 "namn <Lisbeth>, titel <den enda kvinnan på nattpasset>");
    assert_found("Jag är den enda på kaféet som har nyckel.", "titel <den enda på kaféet>");
    assert_found("Hon är enda skolsekreteraren på tre skolor.",
                 "titel <enda skolsekreteraren på tre>");
    assert_found("De tog kommunens ende snickare.", "titel <kommunens ende snickare>");
    assert_found("Det är den enda gången i år. Inte en enda handläggare ringde.", "");
    assert_found("Det enda jobbet på orten.", "");
}

static void who_heads_something_or_has_no_equal_is_told(void)
{
    assert_found("Hon är den enda som är auktoriserad i polska häromkring.",
                 "titel <den enda som är auktoriserad i polska>");
    assert_found("Hon är den som har hand om schemat.", "titel <den som har hand om>");
    assert_found("Det finns ingen annan i stan som kan.", "titel <ingen annan i stan som>");
    assert_found("Det var den som kom först. Ingen annan ringde.", "");
    assert_found("Jag är stämledare, och han är min handledare.", "titel <stämledare>");
}

static void founders_and_the_best_of_a_place_are_told(void)
{
    assert_found("Det var hon som startade föreningen.", "titel <startade föreningen>");
    assert_found("Han var snabbast i kommunen då.", "titel <snabbast i kommunen>");
    assert_found("Det startade bra. Hon är bäst i matte.", "");
}

static void ailments_are_told_as_people_say_them(void)
{
    assert_found("Jag bröt nacken då.", "diagnos <bröt nacken>");
    assert_found("Jag har artros å socker.", "diagnos <artros>, diagnos <socker>");
    assert_found("Han har dåligt hjärta.", "diagnos <dåligt hjärta>");
    assert_found("Ta socker i kaffet. Jag bröt ett löfte.", "");
}

static void who_is_the_only_one_that_did_something_is_worth_a_look(void)
{
    assert_doubted("Hon var den enda som lyssnade.", "tveksamt <den enda som>");
    assert_doubted("Hon är den enda dom har.", "tveksamt <den enda dom>");
    assert_doubted("Det var det enda som hjälpte.", "");
}

static void the_first_the_last_and_the_oldest_are_parts_too(void)
{
    assert_found("Han är den siste fiskaren på sträckan.",
                 "titel <den siste fiskaren på sträckan>");
    assert_found("Han var den siste på ön som gjorde fönster.", "titel <den siste på ön>");
    assert_found("Hon är äldst på boendet nu.", "titel <äldst på boendet>");
    assert_found("Första läkaren lyssnade inte. Vi ses siste maj.", "datum <siste maj>");
    assert_found("Det var första gången i våras, och sista mötet i maj.", "");
    assert_found("Min äldste son är hemma.", "");
}

static void one_of_few_is_a_part_that_few_have(void)
{
    assert_found("Han är en av tre renskötare i byn.",
                 "titel <en av tre renskötare i byn>");
    assert_found("En av alla handläggare ringde.", "");
    assert_doubted("Hon är en av få som orkar.", "tveksamt <en av få som>");
}

static void a_seat_in_a_council_is_a_part_that_few_have(void)
{
    assert_found("Hon satt i kommunfullmäktige då.", "titel <satt i kommunfullmäktige>");
    assert_found("Jag är med i brukarrådet.", "titel <med i brukarrådet>");
    assert_found("Hon har varit med i tv ibland.", "titel <med i tv>");
    assert_found("Han spelade i damlaget.", "titel <spelade i damlaget>");
    assert_found("Jag satt i väntrummet, och fick ett råd.", "");
}

static void diagnoses_are_told_by_more_endings(void)
{
    assert_found("Hon fick njurbäckeninflammation.", "diagnos <njurbäckeninflammation>");
    assert_found("Det blev en hjärnblödning till.", "diagnos <hjärnblödning>");
    assert_found("Jag var åksjuk i bussen.", "");
}

static void feasts_of_other_faiths_and_peoples_are_days(void)
{
    assert_found("På Eid åt vi ihop.", "datum <Eid>");
    assert_found("Vi ses på självständighetsdagen.", "datum <självständighetsdagen>");
    assert_found("Hon ringde på mors dag.", "datum <mors dag>");
}

#define TEST(sentence) g_test_add_func("/privacy/singled-out/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(the_only_one_of_a_place_is_a_part_that_few_have);
    TEST(who_heads_something_or_has_no_equal_is_told);
    TEST(founders_and_the_best_of_a_place_are_told);
    TEST(ailments_are_told_as_people_say_them);
    TEST(who_is_the_only_one_that_did_something_is_worth_a_look);
    TEST(the_first_the_last_and_the_oldest_are_parts_too);
    TEST(one_of_few_is_a_part_that_few_have);
    TEST(a_seat_in_a_council_is_a_part_that_few_have);
    TEST(diagnoses_are_told_by_more_endings);
    TEST(feasts_of_other_faiths_and_peoples_are_days);
    return g_test_run();
}
