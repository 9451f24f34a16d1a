#include "words.h"

#include <lyhord/language/state.h>

/* The state of the first place where the words of @mention stand in @speech; @cue: its cue's text. */
static lyh_state state_in(const char *speech, const char *mention, char **cue)
{
    g_auto(words) found = words_of(speech);
    lyh_states *states = lyh_states_new(found.vocabulary);
    const lyh_token *all = lyh_tokens_all(found.tokens);
    const char *at = strstr(speech, mention);
    g_assert_nonnull(at);
    size_t start = (size_t)(at - speech);
    size_t first = 0;
    while (all[first].start < start)
        first++;
    size_t end = first;
    while (end < lyh_tokens_count(found.tokens) && all[end].start < start + strlen(mention))
        end++;

    lyh_cue decided;
    lyh_state state = lyh_states_of(states, found.tokens, first, end, &decided);
    *cue = tokens_joined(speech, found.tokens, decided.first, decided.end);
    lyh_states_free(states);
    return state;
}

static void assert_negated(const char *speech, const char *mention, const char *cue)
{
    g_autofree char *decided = NULL;
    g_assert_cmpstr(lyh_state_name(state_in(speech, mention, &decided)), ==, "negated");
    g_assert_cmpstr(decided, ==, cue);
}

static void assert_stated(const char *speech, const char *mention)
{
    g_autofree char *decided = NULL;
    g_assert_cmpstr(lyh_state_name(state_in(speech, mention, &decided)), ==, "stated");
    g_assert_cmpstr(decided, ==, "");
}

static void a_negation_before_the_mention_in_its_clause_denies_it(void)
{
    assert_negated("Jag fick inte någon hjälp av dem.", "hjälp", "inte");
    assert_negated("De har aldrig visat respekt", "respekt", "aldrig");
    assert_negated("Det fanns ingen som lyssnade", "lyssnade", "ingen");
    assert_negated("Ingenting är tydligt", "tydligt", "Ingenting");
}

static void att_does_not_end_the_reach(void)
{
    assert_negated("Jag tycker inte att de visar respekt", "respekt", "inte");
}

static void punctuation_and_but_end_it(void)
{
    assert_stated("Jag klagar inte, bemötandet var bra", "bra");
    assert_stated("Det var inte dyrt men bra", "bra");
    assert_stated("inte dyrt utan bra", "bra");
    assert_stated("Jag fick inte svar medan hjälpen kom", "hjälpen");
    assert_stated("Inte då. Nu får jag hjälp", "hjälp");
}

static void a_new_subject_after_and_ends_it_but_a_second_object_does_not(void)
{
    assert_stated("hon svarade inte och de gav stöd", "stöd");
    assert_negated("jag fick inte hjälp och stöd", "stöd", "inte");
}

static void a_relative_clause_keeps_its_negation(void)
{
    assert_stated("de som inte får pengar blir hjälpta", "hjälpta");
    assert_negated("de som inte får hjälp blir arga", "hjälp", "inte");
}

static void more_than_eight_words_away_nothing_is_denied(void)
{
    assert_negated("inte ett två tre fyra fem sex sju hjälp", "hjälp", "inte");
    assert_stated("inte ett två tre fyra fem sex sju åtta hjälp", "hjälp");
}

static void fillers_and_asides_take_no_room(void)
{
    assert_negated("inte eh ett två öh tre fyra fem sex sju hjälp", "hjälp", "inte");
}

static void a_negation_that_only_looks_like_one_denies_nothing(void)
{
    assert_stated("De gav inte bara stöd", "stöd");
    assert_stated("och inte minst stöd", "stöd");
    assert_stated("om inte hemtjänsten kommer", "hemtjänsten");
    assert_stated("varför inte mer stöd", "stöd");
    assert_stated("jag vet inte om de lyssnar", "lyssnar");
    assert_stated("inte illa bemötande", "bemötande");
}

static void a_mention_that_holds_its_own_negation_is_stated(void)
{
    assert_stated("de lyssnade inte på mig", "lyssnade inte");
}

static void a_state_has_its_fixed_word(void)
{
    g_assert_cmpstr(lyh_state_name(LYH_UNCLEAR), ==, "unclear");
    g_assert_cmpstr(lyh_state_name(LYH_WISH), ==, "wish");
    g_assert_cmpstr(lyh_state_name(LYH_QUOTED), ==, "quoted");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/state/" #name, name)
    ADD(a_negation_before_the_mention_in_its_clause_denies_it);
    ADD(att_does_not_end_the_reach);
    ADD(punctuation_and_but_end_it);
    ADD(a_new_subject_after_and_ends_it_but_a_second_object_does_not);
    ADD(a_relative_clause_keeps_its_negation);
    ADD(more_than_eight_words_away_nothing_is_denied);
    ADD(fillers_and_asides_take_no_room);
    ADD(a_negation_that_only_looks_like_one_denies_nothing);
    ADD(a_mention_that_holds_its_own_negation_is_stated);
    ADD(a_state_has_its_fixed_word);
    return g_test_run();
}
