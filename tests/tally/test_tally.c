#include "counted.h"

#define THREE "id;stad\nR1;A\nR2;B\nR3;B\n"

static counted_study three_people(lyh_tally_options options)
{
    return study_new(THREE, options);
}

static void assert_persons(const counted_study *study, size_t code, size_t any, size_t plus,
                           size_t minus, size_t neutral, size_t wish)
{
    const size_t expected[] = { any, plus, minus, neutral, wish };
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++)
        g_assert_cmpuint(lyh_tally_persons(study->tally, code, measure), ==,
                         expected[measure]);
}

static void a_person_counts_once_however_often_they_say_it(void)
{
    g_auto(counted_study) study = three_people((lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Snäll. Vänlig. Hård.\nB: Varm.\n", { "Snäll", BEMOTANDE, PLUS },
        { "Vänlig", BEMOTANDE, PLUS }, { "Hård", BEMOTANDE, MINUS },
        { "Varm", BEMOTANDE, PLUS });
    SAY(&study, 0, "B: Snäll igen.\n", { "Snäll", BEMOTANDE, PLUS });
    SAY(&study, 1, "B: Hon finns.\n", { "Hon", BEMOTANDE, NEUTRAL });
    assert_persons(&study, BEMOTANDE, 2, 1, 1, 1, 0);
    g_assert_cmpuint(lyh_tally_base(study.tally), ==, 2);
    g_assert_true(lyh_tally_said(study.tally, 0, BEMOTANDE, LYH_MEASURE_MINUS));
    g_assert_false(lyh_tally_said(study.tally, 1, BEMOTANDE, LYH_MEASURE_MINUS));
    g_assert_false(lyh_tally_said(study.tally, 2, BEMOTANDE, LYH_MEASURE_ANY));
}

static void a_childs_coding_counts_for_all_above_it_once(void)
{
    g_auto(counted_study) study = three_people((lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Pengar räcker. Och hjälp fick jag.\n", { "Pengar", EKONOMI, PLUS },
        { "hjälp", HJALP, PLUS });
    assert_persons(&study, EKONOMI, 1, 1, 0, 0, 0);
    assert_persons(&study, PENGAR, 1, 1, 0, 0, 0);
    assert_persons(&study, STOD, 1, 1, 0, 0, 0);
    assert_persons(&study, BEMOTANDE, 0, 0, 0, 0, 0);
}

static void a_wish_is_no_part_of_any(void)
{
    g_auto(counted_study) study = three_people((lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Om de lyssnade.\n",
        { "lyssnade", BEMOTANDE, LYH_PLUS, LYH_WISH, LYH_MANUAL });
    assert_persons(&study, BEMOTANDE, 0, 0, 0, 0, 1);
}

static void quoted_unclear_and_rejected_words_are_never_counted(void)
{
    g_auto(counted_study) study =
        three_people((lyh_tally_options){ .with_suggested = true });
    SAY(&study, 0, "B: Ett två tre.\n",
        { "Ett", BEMOTANDE, LYH_PLUS, LYH_QUOTED, LYH_MANUAL },
        { "två", BEMOTANDE, LYH_PLUS, LYH_UNCLEAR, LYH_ACCEPTED },
        { "tre", BEMOTANDE, LYH_PLUS, LYH_STATED, LYH_REJECTED });
    assert_persons(&study, BEMOTANDE, 0, 0, 0, 0, 0);
}

static void of_any_state_all_but_rejected_words_are_counted_and_have_no_polarity(void)
{
    g_auto(counted_study) study = three_people((lyh_tally_options){
        .with_suggested = true, .unit = LYH_UNIT_HITS, .any_state = true });
    SAY(&study, 0, "B: Ett två tre fyra.\n",
        { "Ett", BEMOTANDE, LYH_PLUS, LYH_QUOTED, LYH_MANUAL },
        { "två", BEMOTANDE, LYH_MINUS, LYH_WISH, LYH_SUGGESTED },
        { "tre", BEMOTANDE, LYH_PLUS, LYH_STATED, LYH_REJECTED },
        { "fyra", EKONOMI, LYH_PLUS, LYH_STATED, LYH_ACCEPTED });
    assert_persons(&study, BEMOTANDE, 1, 0, 0, 1, 0);
    assert_persons(&study, STOD, 1, 0, 0, 1, 0);
}

static void suggestions_count_only_when_asked_for(void)
{
    const coded_words coded[] = {
        { "Ett", BEMOTANDE, LYH_MINUS, LYH_NEGATED, LYH_SUGGESTED },
        { "två", BEMOTANDE, LYH_PLUS, LYH_WISH, LYH_SUGGESTED },
    };
    g_auto(counted_study) without = three_people((lyh_tally_options){ 0 });
    say(&without, 0, "B: Ett två.\n", coded, 2);
    assert_persons(&without, BEMOTANDE, 0, 0, 0, 0, 0);
    g_auto(counted_study) with =
        three_people((lyh_tally_options){ .with_suggested = true });
    say(&with, 0, "B: Ett två.\n", coded, 2);
    assert_persons(&with, BEMOTANDE, 1, 0, 1, 0, 1);
}

/* Someone who only laughed, and someone who is only asked, have not spoken. */
static void the_base_is_everyone_who_has_spoken(void)
{
    g_auto(counted_study) study = three_people((lyh_tally_options){ 0 });
    say(&study, 0, "I: Hur var det?\nB: Bra.\n", NULL, 0);
    say(&study, 1, "I: Och du?\nB: …\n", NULL, 0);
    g_assert_cmpuint(lyh_tally_base(study.tally), ==, 1);
    g_assert_true(lyh_tally_has(study.tally, 0));
    g_assert_false(lyh_tally_has(study.tally, 1));
    g_assert_false(lyh_tally_has(study.tally, 2));
}

static void with_all_roles_the_interviewers_words_are_the_only_persons(void)
{
    g_auto(counted_study) study = three_people((lyh_tally_options){ .all_roles = true });
    SAY(&study, 2, "I: Är hon snäll?\nB: Nja.\n", { "snäll", BEMOTANDE, PLUS });
    g_assert_true(lyh_tally_said(study.tally, 2, BEMOTANDE, LYH_MEASURE_PLUS));
    g_auto(counted_study) strict = three_people((lyh_tally_options){ 0 });
    SAY(&strict, 2, "I: Är hon snäll?\nB: Nja.\n", { "snäll", BEMOTANDE, PLUS });
    assert_persons(&strict, BEMOTANDE, 0, 0, 0, 0, 0);
}

static void measures_have_fixed_names(void)
{
    g_assert_cmpstr(lyh_measure_name(LYH_MEASURE_ANY), ==, "any");
    g_assert_cmpstr(lyh_measure_name(LYH_MEASURE_PLUS), ==, "+");
    g_assert_cmpstr(lyh_measure_name(LYH_MEASURE_MINUS), ==, "-");
    g_assert_cmpstr(lyh_measure_name(LYH_MEASURE_NEUTRAL), ==, "0");
    g_assert_cmpstr(lyh_measure_name(LYH_MEASURE_WISH), ==, "wish");
}

#define TEST(sentence) g_test_add_func("/tally/tally/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_person_counts_once_however_often_they_say_it);
    TEST(a_childs_coding_counts_for_all_above_it_once);
    TEST(a_wish_is_no_part_of_any);
    TEST(quoted_unclear_and_rejected_words_are_never_counted);
    TEST(of_any_state_all_but_rejected_words_are_counted_and_have_no_polarity);
    TEST(suggestions_count_only_when_asked_for);
    TEST(the_base_is_everyone_who_has_spoken);
    TEST(with_all_roles_the_interviewers_words_are_the_only_persons);
    TEST(measures_have_fixed_names);
    return g_test_run();
}
