#include <glib.h>

#include <lyhord/coding/rule_use.h>

#include "coded.h"

/* Every rule with a use, as "text hits/excepted/shadowed by(…) overlap"; g_free(). */
static char *shown(const lyh_rule_uses *uses)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < lyh_rule_uses_count(uses); i++) {
        lyh_rule_use use = lyh_rule_uses_at(uses, i);
        g_string_append_printf(out, "%s%s %zu/%zu/%zu", i > 0 ? "; " : "", use.text,
                               use.hits, use.excepted, use.shadowed);
        if (use.shadowed_by != LYH_NONE)
            g_string_append_printf(out, " by %s",
                                   lyh_rule_uses_at(uses, use.shadowed_by).text);
        if (use.overlapping > 0)
            g_string_append_printf(out, " ~%zu", use.overlapping);
    }
    return g_string_free(out, FALSE);
}

/* What the rules of @codebook did in @talk; with @decided (may be NULL) lyh_rule_uses_decide()d. */
static lyh_rule_uses *used(coder_kit *kit, const char *talk, bool by_indicator,
                           const lyh_codings *decided)
{
    const lyh_matcher_options options = { 0 };
    g_autoptr(lyh_codings) hits = lyh_codings_new();
    lyh_document *document = talk_document(talk);
    lyh_rule_uses *uses = lyh_rule_uses_new(kit->book, kit->vocabulary, kit->lexicon,
                                            &options, by_indicator, kit->diags);
    g_assert_nonnull(uses);
    lyh_tokens_read(kit->tokens, document, kit->vocabulary);
    g_assert_true(lyh_matcher_run(kit->matcher, document, kit->tokens, hits, kit->diags));
    g_assert_true(lyh_rule_uses_add(uses, document, kit->tokens, hits, kit->diags));
    if (decided)
        lyh_rule_uses_decide(uses, decided);
    lyh_document_free(document);
    return uses;
}

static void check_use(const char *codebook, const char *talk, bool by_indicator,
                      const char *expected)
{
    g_auto(coder_kit) kit = kit_new(codebook, (lyh_matcher_options){ 0 });
    g_autoptr(lyh_rule_uses) uses = used(&kit, talk, by_indicator, NULL);
    g_autofree char *all = shown(uses);
    g_assert_cmpstr(all, ==, expected);
}

static void a_longer_rule_shadows_and_an_earlier_one_too(void)
{
    check_use("kod;regler\nk;\"vänta\nvänta länge\nväntar\"\n", "B: Jag fick vänta länge.",
              false,
              "vänta 0/0/1 by vänta länge; vänta länge 1/0/0; "
              "väntar 0/0/1 by vänta länge");
}

static void an_exception_takes_from_every_rule_of_its_code_and_no_other(void)
{
    check_use("kod;regler;undantag\nk;\"vänta\nlite\";vänta lite\nl;vänta;\n",
              "B: Vi får vänta lite. Nu vänta.", false,
              "vänta 1/1/0 ~1; lite 0/1/0; vänta lite 1/2/0; vänta 2/0/0 ~1");
}

static void hits_of_other_codes_overlap_once_however_many_they_are(void)
{
    check_use("kod;regler\nk;vänta länge på svar\nl;\"vänta\nsvar\"\nm;buss\n",
              "B: Jag fick vänta länge på svar.", false,
              "vänta länge på svar 1/0/0 ~1; vänta 1/0/0 ~1; svar 1/0/0 ~1; buss 0/0/0");
}

static void a_part_that_a_reference_finds_is_the_rule_s_own(void)
{
    check_use("kod;regler\nk;vänta\nl;@k & länge\n", "B: Jag fick vänta länge.", false,
              "vänta 1/0/0 ~1; @k & länge 1/0/0 ~1");
}

static void patterns_of_both_columns_are_run(void)
{
    check_use("kod;regler;mönster\nk;/vänt\\w+/;\"läng.\nkö\"\n",
              "B: Jag fick vänta länge.", false, "/vänt\\w+/ 1/0/0; läng. 1/0/0; kö 0/0/0");
}

static void alternatives_are_counted_one_by_one(void)
{
    check_use("kod;regler\nk;vänta | kö | (stå | sitta) ~2 kö\n",
              "B: Jag fick vänta och stå i kö.", true,
              "vänta 1/0/0; kö 0/0/1 by (stå | sitta) ~2 kö; (stå | sitta) ~2 kö 1/0/0");
}

/* A code may be called as ours are called inside. */
static void the_name_of_a_code_is_never_in_the_way(void)
{
    check_use("kod;regler\nrule 0;vänta\nrrule 1;\"@\"\"rule 0\"\"\"\n",
              "B: Jag fick vänta.", false, "vänta 1/0/0 ~1; @\"rule 0\" 1/0/0 ~1");
}

/* The rules are tried in a codebook made of this one: it would be said once more, and of no file. */
static void what_there_is_to_say_of_the_codebook_is_not_said_again(void)
{
    g_auto(coder_kit) kit = kit_new("kod;regler\nk;vänta\nK;\"@\"\"k\"\" & fick\"\n",
                                    (lyh_matcher_options){ 0 });
    size_t said = lyh_diags_count(kit.diags);
    g_autoptr(lyh_rule_uses) uses = used(&kit, "B: Jag fick vänta.", false, NULL);
    g_assert_nonnull(uses);
    g_assert_cmpuint(said, >, 0);
    g_assert_cmpuint(lyh_diags_count(kit.diags), ==, said);
}

/* Bytes of "Jag fick vänta." in "B: Jag fick vänta." */
static lyh_coding decision(size_t start, size_t end, const char *rule, lyh_status status)
{
    return (lyh_coding){ .start = start, .end = end, .rule = rule, .status = status };
}

static void decisions_go_to_the_rule_that_matches_there(void)
{
    g_auto(coder_kit) kit =
        kit_new("kod;regler;regler_minus\nk;vänta;\"fick & x\nvänta\"\n",
                (lyh_matcher_options){ 0 });
    g_autoptr(lyh_codings) decided = lyh_codings_new();
    lyh_codings_add(decided, decision(12, 18, "vänta", LYH_ACCEPTED));
    lyh_codings_add(decided, decision(3, 6, "vänta", LYH_REJECTED));
    lyh_codings_add(decided, decision(12, 18, "borta", LYH_REJECTED));
    lyh_codings_add(decided, decision(12, 18, "", LYH_MANUAL));
    g_autoptr(lyh_rule_uses) uses = used(&kit, "B: Jag fick vänta.", false, decided);
    lyh_rule_use first = lyh_rule_uses_at(uses, 0);
    g_assert_cmpuint(first.accepted, ==, 1);
    g_assert_cmpuint(first.rejected, ==, 1);
    g_assert_cmpuint(lyh_rule_uses_at(uses, 2).accepted, ==, 0);
    g_assert_cmpuint(lyh_rule_uses_lost(uses), ==, 1);
}

/* Ten thousand rules' worth of hits on top of one another must not be compared pair by pair. */
static void a_long_turn_is_counted_in_time(void)
{
    g_autoptr(GString) talk = g_string_new("B: ");
    for (size_t i = 0; i < 20000; i++)
        g_string_append(talk, "vänta länge ");
    g_auto(coder_kit) kit =
        kit_new("kod;regler;undantag\nk;\"vänta\nvänta länge\n/vänta.*/\";lite\n"
                "l;\"länge\nvänta\";länge vänta\n",
                (lyh_matcher_options){ 0 });
    g_autoptr(lyh_rule_uses) uses = used(&kit, talk->str, false, NULL);
    g_assert_cmpuint(lyh_rule_uses_at(uses, 0).shadowed, ==, 20000);
    g_assert_cmpuint(lyh_rule_uses_at(uses, 1).shadowed, ==, 20000);
    g_assert_cmpuint(lyh_rule_uses_at(uses, 5).excepted, ==, 19999);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rule-use/shadowed", a_longer_rule_shadows_and_an_earlier_one_too);
    g_test_add_func("/rule-use/excepted",
                    an_exception_takes_from_every_rule_of_its_code_and_no_other);
    g_test_add_func("/rule-use/overlap",
                    hits_of_other_codes_overlap_once_however_many_they_are);
    g_test_add_func("/rule-use/reference", a_part_that_a_reference_finds_is_the_rule_s_own);
    g_test_add_func("/rule-use/patterns", patterns_of_both_columns_are_run);
    g_test_add_func("/rule-use/alternatives", alternatives_are_counted_one_by_one);
    g_test_add_func("/rule-use/names", the_name_of_a_code_is_never_in_the_way);
    g_test_add_func("/rule-use/said",
                    what_there_is_to_say_of_the_codebook_is_not_said_again);
    g_test_add_func("/rule-use/decisions", decisions_go_to_the_rule_that_matches_there);
    g_test_add_func("/rule-use/time", a_long_turn_is_counted_in_time);
    return g_test_run();
}
