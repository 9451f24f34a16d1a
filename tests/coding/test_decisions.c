#include <string.h>

#include <glib.h>

#include <lyhord/coding/decisions.h>

#include "../../src/base/autoptr.h"

typedef struct decided_kit {
    lyh_diags *diags;
    lyh_decisions *decisions;
} decided_kit;

/* The source is freed at once: decisions must have copied what they need. */
static decided_kit decided(const char *csv)
{
    decided_kit kit = { .diags = lyh_diags_new(NULL) };
    g_autoptr(lyh_source) source = lyh_source_from_bytes("decisions.csv", LYH_SOURCE_TABLE,
                                                         csv, strlen(csv), kit.diags);
    kit.decisions = lyh_decisions_read(source, kit.diags);
    return kit;
}

static void clear(decided_kit *kit)
{
    lyh_decisions_free(kit->decisions);
    lyh_diags_free(kit->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(decided_kit, clear)

#define HEADING "kind;target;value;who;reason;date\n"

static void assert_refused(const char *csv, const char *code, size_t line, size_t column)
{
    g_auto(decided_kit) kit = decided(csv);
    g_assert_null(kit.decisions);
    g_assert_cmpuint(lyh_diags_error_count(kit.diags), ==, 1);
    const lyh_diag *diag = lyh_diags_at(kit.diags, 0);
    g_assert_cmpstr(diag->code, ==, code);
    g_assert_cmpuint(diag->line, ==, line);
    g_assert_cmpuint(diag->column, ==, column);
}

static void nothing_decided_is_five_persons(void)
{
    g_auto(decided_kit) kit = decided(HEADING);
    g_assert_cmpuint(lyh_decisions_count(kit.decisions), ==, 0);
    g_assert_cmpuint(lyh_decisions_threshold(kit.decisions), ==, 5);
    g_assert_null(lyh_decisions_value(kit.decisions, "threshold", ""));
}

static void a_threshold_is_lowered_with_a_reason(void)
{
    g_auto(decided_kit) kit =
        decided(HEADING "threshold;;3;Mira;alla tre har sagt ja;2026-05-01\n");
    g_assert_cmpuint(lyh_decisions_threshold(kit.decisions), ==, 3);
    const lyh_decision *decision = lyh_decisions_find(kit.decisions, "threshold", "");
    g_assert_cmpstr(decision->who, ==, "Mira");
    g_assert_cmpstr(decision->reason, ==, "alla tre har sagt ja");
    g_assert_cmpstr(decision->date, ==, "2026-05-01");
    g_assert_cmpuint(decision->line, ==, 2);
}

static void a_threshold_is_never_lowered_without_one(void)
{
    assert_refused(HEADING "threshold;;3;Mira; ;2026-05-01\n", "threshold-reason", 2, 19);
}

static void a_threshold_is_raised_freely(void)
{
    g_auto(decided_kit) kit = decided(HEADING "threshold;;10;;;\n");
    g_assert_cmpuint(lyh_decisions_threshold(kit.decisions), ==, 10);
}

static void a_threshold_is_a_whole_number_and_no_group_is_one_person(void)
{
    assert_refused(HEADING "threshold;;fem;;därför;\n", "threshold-number", 2, 12);
    assert_refused(HEADING "threshold;;4,5;;därför;\n", "threshold-number", 2, 12);
    assert_refused(HEADING "threshold;;-1;;därför;\n", "threshold-number", 2, 12);
    assert_refused(HEADING "threshold;;1;;därför;\n", "threshold-number", 2, 12);
    assert_refused(HEADING "threshold;;;;därför;\n", "threshold-number", 2, 12);
}

static void the_later_of_two_decisions_holds(void)
{
    g_auto(decided_kit) kit = decided("slag;mål;värde;vem;skäl;datum\n"
                                      "threshold;;3;;de är få;\n"
                                      "finding;R01:3;kvar;;;\n"
                                      "threshold;;8;;;\n"
                                      "finding;R01:3;bort;;;\n");
    g_assert_cmpuint(lyh_decisions_threshold(kit.decisions), ==, 8);
    g_assert_cmpstr(lyh_decisions_value(kit.decisions, "finding", "R01:3"), ==, "bort");
    g_assert_null(lyh_decisions_value(kit.decisions, "finding", "R01:4"));
    g_assert_cmpuint(lyh_decisions_count(kit.decisions), ==, 4);
}

static void an_unknown_kind_is_kept_and_told(void)
{
    g_auto(decided_kit) kit = decided(HEADING "fika;alla;kl 10;;;\n");
    g_assert_cmpstr(lyh_decisions_value(kit.decisions, "fika", "alla"), ==, "kl 10");
    g_assert_cmpuint(lyh_diags_warning_count(kit.diags), ==, 1);
}

static void a_decision_without_a_kind_is_refused(void)
{
    assert_refused(HEADING ";R01;kvar;;;\n", "decision-kind", 2, 1);
}

#define TEST(sentence) g_test_add_func("/coding/decisions/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(nothing_decided_is_five_persons);
    TEST(a_threshold_is_lowered_with_a_reason);
    TEST(a_threshold_is_never_lowered_without_one);
    TEST(a_threshold_is_raised_freely);
    TEST(a_threshold_is_a_whole_number_and_no_group_is_one_person);
    TEST(the_later_of_two_decisions_holds);
    TEST(an_unknown_kind_is_kept_and_told);
    TEST(a_decision_without_a_kind_is_refused);
    return g_test_run();
}
