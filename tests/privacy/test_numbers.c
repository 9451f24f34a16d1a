#include <glib.h>

#include "scans.h"

/* Numbers of 070-174 06 05…99 and the areas' 465 00 xx are kept free for fiction (PTS). */
static void telephones_are_found_in_the_forms_people_write(void)
{
    assert_found("ring 070-174 06 05 nu", "telefon <070-174 06 05>");
    assert_found("ring 0701740605 nu", "telefon <0701740605>");
    assert_found("ring 08-465 004 01 nu", "telefon <08-465 004 01>");
    assert_found("ring (08) 465 004 01 nu", "telefon <(08) 465 004 01>");
    assert_found("ring +46 70 174 06 05 nu", "telefon <+46 70 174 06 05>");
    assert_found("ring 0046 (0)70 174 06 05 nu", "telefon <0046 (0)70 174 06 05>");
    assert_found("ring 031/390 06 05 nu", "telefon <031/390 06 05>");
    assert_found("numret är 46 50 04", "telefon <46 50 04>");
    assert_found("noll sju noll ett sju fyra noll sex",
                 "telefon <noll sju noll ett sju fyra noll sex>");
}

static void years_times_and_crowds_are_no_telephones(void)
{
    assert_found("40 000-120 000 invånare", "");
    assert_found("mellan 2019-2021 och 2010–2012", "");
    assert_found("öppet 08.30-16.00 och 0830-1600", "");
    assert_found("i 12 500 hushåll, 0,5 procent, 10 av 12", "");
    assert_found("kl 08-17 varje dag", "");
}

static void addresses_on_the_net_are_found(void)
{
    assert_found("skriv till anna.b@example.se, tack", "e-post <anna.b@example.se>");
    assert_found("skriv anna snabel-a example punkt se nu",
                 "e-post <anna snabel-a example punkt se>");
    assert_found("se https://example.org/a?b=c.", "webbadress <https://example.org/a?b=c>");
    assert_found("gå in på www.example.com.", "webbadress <www.example.com>");
    assert_found("gå in på example.se/stod", "webbadress <example.se/stod>");
    assert_found("hen heter @nattuggla där", "användarnamn <@nattuggla>");
    assert_found("hen kallar sig natt_uggla91", "användarnamn <natt_uggla91>");
    assert_found("bl.a. det, t.ex. s.k. hjälp", "");
}

/* Check digits: 556016-0680 is Ericsson's, of SKV 709; 4111… is the card industry's test number;
 * SE45… is the example of the IBAN registry; 5050-1055 is Bankgirot's own example. */
static void accounts_and_organisations_are_told_by_their_check_digits(void)
{
    assert_found("bolaget 556016-0680", "organisationsnummer <556016-0680>");
    assert_found("bolaget 556016-0681", "");
    assert_found("4111 1111 1111 1111", "konto <4111 1111 1111 1111>");
    assert_found("SE45 5000 0000 0583 9825 7466", "konto <SE45 5000 0000 0583 9825 7466>");
    assert_found("bankgiro 5050-1055", "konto <5050-1055>");
    assert_found("på 8327-9, 994 213 556-1", "konto <8327-9, 994 213 556-1>");
}

static void case_numbers_are_told_by_their_word_or_their_form(void)
{
    assert_found("dnr 4411-23", "ärendenummer <4411-23>");
    assert_found("Ärendenr: 17/05403", "ärendenummer <17/05403>");
    assert_found("beslutet SN 2021/0347", "ärendenummer <SN 2021/0347>");
    assert_found("mål T 1127-20", "ärendenummer <T 1127-20>");
    assert_found("enligt SOU 2012:47 och lagen (2001:453)", "");
    assert_found("läsåret 2019/20", "");
}

static void postal_codes_need_a_town_or_a_street(void)
{
    assert_found("Storgatan 3, 753 20 Uppsala",
                 "adress <Storgatan 3>, postnummer <753 20>, kommun <Uppsala>");
    assert_found("det kostade 150 00 ungefär", "");
}

static void properties_have_a_name_and_two_numbers(void)
{
    assert_found("på Nacksta 5:61 alltså", "fastighet <Nacksta 5:61>");
}

static void exact_days_are_found_and_months_are_not(void)
{
    assert_found("den 12 mars 2024 och 2024-03-12",
                 "datum <den 12 mars 2024>, datum <2024-03-12>");
    assert_found("den 12:e mars", "datum <den 12:e mars>");
    assert_found("skriv 12/3 eller den 3/12", "datum <12/3>, datum <3/12>");
    assert_found("den tolfte maj", "datum <den tolfte maj>");
    assert_found("på julafton 2018, andra advent 2020, på påskafton",
                 "datum <julafton 2018>, datum <andra advent 2020>, datum <påskafton>");
    assert_found("i jul, till påsk, runt midsommar", "");
    assert_found("i mars 2024, våren 2019, 24/7, 1/3 av dem", "");
    assert_found("2024-02-30 finns inte", "");
}

static void exact_sums_are_found_and_round_ones_are_not(void)
{
    assert_found("jag fick 12 347 kronor", "belopp <12 347 kronor>");
    assert_found("jag fick 12347 kr", "belopp <12347 kr>");
    assert_found("fyratusen tvåhundratretton kronor",
                 "belopp <fyratusen tvåhundratretton kronor>");
    assert_found("fem tusen kronor, tvåhundra kronor, hundratusen kr", "");
    assert_found("jag fick 1 187:- till", "belopp <1 187:->");
    assert_found("jag fick 5 000 kr, 500 kronor, 400 000 kr", "");
}

static void ages_are_flags_and_a_while_is_none(void)
{
    assert_found("jag är 47 år", "ålder <47 år>");
    assert_found("en 47-årig kvinna", "ålder <47-årig>");
    assert_found("jag är sextiosju år nu", "ålder <sextiosju år>");
    assert_found("född 1964 här", "ålder <1964>");
    assert_found("för 20 år sedan, i 15 år", "");
}

static void a_code_that_breaks_the_scheme_is_found(void)
{
    assert_found("(Respondent LB4) och (Respondent AB4)", "kod <LB4>");
    assert_found("papper i A4, EU27 och B12", "");
}

static void sums_are_found_in_words_and_without_their_unit(void)
{
    assert_found("jag fick niohundraåttio kronor i bidrag",
                 "belopp <niohundraåttio kronor>");
    assert_found("hyran är 11 740 i månaden", "belopp <11 740>");
    assert_found("det blev tolv tusen fyrahundra i skuld",
                 "belopp <tolv tusen fyrahundra>");
    assert_found("hen gav mig 6 213 i stället", "belopp <6 213>");
    assert_found("återkrav 2 190:00 stod det", "belopp <2 190:00>");
    assert_found("runt sextonhundra, kanske tre tusen kronor, en tolvhundra spänn", "");
    assert_found("nittonhundrasextionio ringde jag 1177, vi var 276 personer", "");
}

static void ages_are_found_as_they_are_said(void)
{
    assert_found("när jag var nitton flyttade jag", "ålder <nitton>");
    assert_found("hon var säkert åttio", "ålder <åttio>");
    assert_found("han är 84 själv", "ålder <84>");
    assert_found("kan hon ha vart, tjugoett, tjugotvå? Ja",
                 "ålder <tjugoett>, ålder <tjugotvå>");
    assert_found("på min brors femtioårsdag", "ålder <femtioårsdag>");
    assert_found("det var säkert åttio stycken där", "");
    assert_found("min son är fjorton och bor hemma", "ålder <fjorton>");
    assert_found("jag är född femtioåtta", "ålder <femtioåtta>");
    assert_found("det är väl 87 man är då", "ålder <87>");
    assert_found("vi är 35 och 38", "ålder <35>, ålder <38>");
    assert_found("vi är fem stycken, för tio år sedan", "");
}

static void a_day_may_lack_its_month(void)
{
    assert_found("det var den 19:e, en fredag", "datum <den 19:e>");
    assert_found("fredagen den 13 kom brevet", "datum <den 13>");
    assert_found("tredje i femte ska jag dit", "datum <tredje i femte>");
    assert_found("mötet var 3/5", "datum <3/5>");
    assert_found("den 5:e gången, 3/4 tjänst, 7/10 av dem", "");
}

static void telephones_are_said_and_pointed(void)
{
    assert_found("numret är nolla sjuttio ett sju fyra noll sex fyrtiosju",
                 "telefon <nolla sjuttio ett sju fyra noll sex fyrtiosju>");
    assert_found("ring 070.174.06.73", "telefon <070.174.06.73>");
}

static void offices_number_their_cases(void)
{
    assert_found("märk med FK-229/2021", "ärendenummer <FK-229/2021>");
    assert_found("jag har PaN 22/0418 här", "ärendenummer <PaN 22/0418>");
    assert_found("skickat till 832 56, till mamma", "postnummer <832 56>");
}

static void sums_stand_alone_or_in_two_words(void)
{
    assert_found("Hur mycket? Fyrahundrafemtiofem. För mycket.",
                 "belopp <Fyrahundrafemtiofem>");
    assert_found("skyldig etthundrasextiotvåtusen fyrahundra till dem",
                 "belopp <etthundrasextiotvåtusen fyrahundra>");
    assert_found("hyran är sex och tvåhundra", "belopp <sex och tvåhundra>");
    assert_found("de lämnar 5 914 att leva på", "belopp <5 914>");
    assert_found("två och trehundra var där", "");
}

static void ages_need_no_subject(void)
{
    assert_found("hen kan ha varit tjugotre, inte mer", "ålder <tjugotre>");
    assert_found("pojken, sju, satt tyst", "ålder <sju>");
    assert_found("pojken är tolv och lillan fyra", "ålder <tolv>, ålder <fyra>");
    assert_found("barnen är fyra och sex år", "ålder <fyra>, ålder <sex år>");
}

static void days_have_short_names_and_learners_ones(void)
{
    assert_found("den åtta oktober kom jag", "datum <den åtta oktober>");
    assert_found("på valborg och skärtorsdan, fram till lucia",
                 "datum <valborg>, datum <skärtorsdan>, datum <lucia>");
    assert_found("vi firade lucia, klockan 15 i januari är det mörkt", "");
}

static void a_case_is_spoken_of_before_its_number(void)
{
    assert_found("Jag har numret på ärendet. VON 2022.417.", "ärendenummer <VON 2022.417>");
    assert_found("till rätten, nummer... frun har. 6612-22.", "ärendenummer <6612-22>");
    assert_found("vi stod där, 263 58, i regnet", "postnummer <263 58>");
    assert_found("Deltagare BV-09 och ÅÖ/31, DSM-50 är en bok", "kod <BV-09>, kod <ÅÖ/31>");
}

static void numbers_that_nothing_explains_are_sums(void)
{
    assert_found("Personalen tar 338 för städningen", "belopp <338>");
    assert_found("2 139 högst i månaden, men maten tillkommer", "belopp <2 139>");
    assert_found("ett kvitto på 89:50 saknades", "belopp <89:50>");
    assert_found("man fikar för 17 spänn", "belopp <17 spänn>");
    assert_found("köpa torpet för trehundratjugofemtusen",
                 "belopp <trehundratjugofemtusen>");
    assert_found("hyran går på fem och nio", "belopp <fem och nio>");
    assert_found("ringa mellan åtta och nio", "");
    assert_found("det kom 312 personer till sidan 214, kanal 112, sommaren 2019", "");
    assert_found("hon är 165 lång och vägde 112 kilo", "");
    assert_found("vi har 150 000 invånare och 12 500 kronor", "");
}

static void ages_stand_where_somebody_is_spoken_of(void)
{
    assert_found("hon var då 9 år och han blev sex veckor",
                 "ålder <9 år>, ålder <sex veckor>");
    assert_found("en kvinna på 76, mest", "ålder <76>");
    assert_found("morsan bor i byn, sjuttinio, på kullen", "ålder <sjuttinio>");
    assert_found("min son (14) fick vänta", "ålder <14>");
    assert_found("tvillingarna, 9, bor hos pappan", "ålder <9>");
    assert_found("det varade i sex veckor, en kvinna på bussen", "");
}

static void days_have_letters_weeks_and_holidays(void)
{
    assert_found("avslag den 17e, inte förr", "datum <den 17e>");
    assert_found("nytt blev torsdag vecka 19", "datum <torsdag vecka 19>");
    assert_found("fredagen före sportlovet", "datum <fredagen före sportlovet>");
    assert_found("vecka 19 är jag ledig", "");
    assert_found("sen kom jag hit, 19.9, på kvällen", "datum <19.9>");
    assert_found("klockan 14.3, i kapitel 15.2, på 12.9 grader", "");
}

static void doors_roads_and_cars_have_numbers(void)
{
    assert_found("jag flyttade till rum 207", "adress <rum 207>");
    assert_found("port 11 C och lägenhet 1104",
                 "adress <port 11 C>, adress <lägenhet 1104>");
    assert_found("vi hade rum för tre, plan 2025 är skriven", "");
    assert_found("han blev påkörd på riksväg 61", "plats <riksväg 61>");
    assert_found("på bussen, 213:an, varje dag", "plats <213:an>");
    assert_found("jag tar tvåan bort till ån", "plats <tvåan>");
    assert_found("bilen är MLK 482 eller JKL 08A", "kod <MLK 482>, kod <JKL 08A>");
    assert_found("enligt SFS 100 och DSM 123", "");
    assert_found("kortet alltså 50-338812", "ärendenummer <50-338812>");
}

static void an_age_may_be_a_whole_sentence(void)
{
    assert_found("Alla säger Nicke. Trettisju. Jag bor här.",
                 "namn <Nicke>, ålder <Trettisju>");
    assert_found("I: Hur gammal är du? R: Åttioåtta. Åttionio i mars.",
                 "ålder <Åttioåtta>, ålder <Åttionio>");
    assert_found("Han var ung, kanske tjugofem, första jobbet.", "ålder <tjugofem>");
    assert_found("Vi räknade dem. Trettisju.", "");
}

static void kronor_beside_kronor_are_a_sum(void)
{
    assert_found("Jag får 58 kr om dagen. Resan kostar 38.", "belopp <58 kr>, belopp <38>");
    assert_found("Numret är 38.", "");
}

#define TEST(sentence) g_test_add_func("/privacy/numbers/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(telephones_are_found_in_the_forms_people_write);
    TEST(years_times_and_crowds_are_no_telephones);
    TEST(addresses_on_the_net_are_found);
    TEST(accounts_and_organisations_are_told_by_their_check_digits);
    TEST(case_numbers_are_told_by_their_word_or_their_form);
    TEST(postal_codes_need_a_town_or_a_street);
    TEST(properties_have_a_name_and_two_numbers);
    TEST(exact_days_are_found_and_months_are_not);
    TEST(exact_sums_are_found_and_round_ones_are_not);
    TEST(ages_are_flags_and_a_while_is_none);
    TEST(a_code_that_breaks_the_scheme_is_found);
    TEST(sums_are_found_in_words_and_without_their_unit);
    TEST(ages_are_found_as_they_are_said);
    TEST(a_day_may_lack_its_month);
    TEST(telephones_are_said_and_pointed);
    TEST(offices_number_their_cases);
    TEST(sums_stand_alone_or_in_two_words);
    TEST(ages_need_no_subject);
    TEST(days_have_short_names_and_learners_ones);
    TEST(a_case_is_spoken_of_before_its_number);
    TEST(numbers_that_nothing_explains_are_sums);
    TEST(ages_stand_where_somebody_is_spoken_of);
    TEST(days_have_letters_weeks_and_holidays);
    TEST(doors_roads_and_cars_have_numbers);
    TEST(an_age_may_be_a_whole_sentence);
    TEST(kronor_beside_kronor_are_a_sum);
    return g_test_run();
}
