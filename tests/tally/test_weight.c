#include <lyhord/tally/weight.h>

#include "counted.h"

#define FIVE "id\nA1\nA2\nA3\nA4\nA5\n"

static lyh_tally_view everyone(void)
{
    return (lyh_tally_view){ .attribute = LYH_NONE, .threshold = LYH_THRESHOLD };
}

/*
 * Words inside statements of bemötande: 1 of 4, 2 of 4, 1 of 5, 1 of 10 and 1 of 8, that is 25, 50, 20,
 * 10 and 12.5 per cent: the one in the middle is 20.
 */
static void the_share_of_words_is_the_median_of_those_who_took_it_up(void)
{
    g_auto(counted_study) study = study_new(FIVE, (lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Hon var snäll då.\n", { "snäll", BEMOTANDE, PLUS });
    SAY(&study, 1, "B: Hon var snäll då.\n", { "snäll då", BEMOTANDE, PLUS });
    SAY(&study, 2, "B: Hon var snäll då ju.\n", { "snäll", BEMOTANDE, PLUS });
    SAY(&study, 3, "B: Det var en snäll en och sen en till.\n",
        { "snäll", BEMOTANDE, PLUS });
    SAY(&study, 4, "B: Hon var snäll den dagen var hon.\n", { "snäll", BEMOTANDE, PLUS });
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_weight_table(study.tally, &view);
    const lyh_cell *words = lyh_table_cell(table, 0, 3);
    g_assert_cmpint(words->kind, ==, LYH_CELL_PERCENT);
    g_assert_cmpint(words->number, ==, 200);
}

static void of_fewer_than_five_the_median_is_hidden(void)
{
    g_auto(counted_study) study = study_new(FIVE, (lyh_tally_options){ 0 });
    for (size_t i = 0; i < 4; i++)
        SAY(&study, i, "B: Hon var snäll då.\n", { "snäll", BEMOTANDE, PLUS });
    SAY(&study, 4, "B: Jag fick stöd då.\n", { "stöd", STOD, PLUS });
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_weight_table(study.tally, &view);
    g_assert_cmpint(lyh_table_cell(table, 0, 3)->kind, ==, LYH_CELL_HIDDEN);
}

/* Three of nine is a third; two of five is more, but two. */
static void a_third_and_three_statements_are_uneven(void)
{
    g_auto(counted_study) study = study_new(FIVE, (lyh_tally_options){ 0 });
    static const char three[] = "B: Ett.\nI: Ja?\nB: Två.\nI: Ja?\nB: Tre.\n";
    SAY(&study, 0, three, { "Ett", BEMOTANDE, PLUS }, { "Två", BEMOTANDE, PLUS },
        { "Tre", BEMOTANDE, MINUS });
    for (size_t i = 1; i < 4; i++)
        SAY(&study, i, three, { "Ett", BEMOTANDE, PLUS }, { "Tre", BEMOTANDE, PLUS });
    SAY(&study, 4, three, { "Ett", STOD, PLUS }, { "Två", STOD, MINUS });
    for (size_t i = 0; i < 3; i++)
        SAY(&study, i, "B: Fyra.\n", { "Fyra", STOD, PLUS });
    lyh_code_weight nine = lyh_tally_weight(study.tally, BEMOTANDE);
    g_assert_cmpuint(nine.statements, ==, 9);
    g_assert_cmpuint(nine.largest, ==, 3);
    g_assert_true(nine.is_uneven);
    lyh_code_weight five = lyh_tally_weight(study.tally, STOD);
    g_assert_cmpuint(five.statements, ==, 5);
    g_assert_cmpuint(five.largest, ==, 2);
    g_assert_false(five.is_uneven);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/weight/median",
                    the_share_of_words_is_the_median_of_those_who_took_it_up);
    g_test_add_func("/weight/hidden", of_fewer_than_five_the_median_is_hidden);
    g_test_add_func("/weight/uneven", a_third_and_three_statements_are_uneven);
    return g_test_run();
}
