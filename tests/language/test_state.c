#include "words.h"

#include <lyhord/language/state.h>

#include "../../src/language/autoptr.h"
#include "mentions.h"

/* How the first place where the words of @mention stand in @speech stands; cues as text. */
typedef struct told {
    lyh_state state;
    lyh_time time;
    char *cue, *time_cue;
} told;

static void told_clear(told *found)
{
    g_free(found->cue);
    g_free(found->time_cue);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(told, told_clear)

/* @mention: all of it but where it is. */
static told told_in(const char *speech, const char *mentioned, lyh_mention mention)
{
    g_auto(words) found = words_of(speech);
    g_autoptr(lyh_states) states = lyh_states_new(found.vocabulary);
    const char *at = strstr(speech, mentioned);
    g_assert_nonnull(at);
    size_t start = (size_t)(at - speech), end = start + strlen(mentioned);
    lyh_mention place = mention_between(found.tokens, start, end);
    mention.first = place.first;
    mention.end = place.end;

    lyh_stance stance = lyh_states_of(states, NULL, found.tokens, &mention);
    check_timeless(states, NULL, found.tokens, &mention, &stance);
    return (told){ stance.state, stance.time, cue_text(speech, found.tokens, stance.cue),
                   cue_text(speech, found.tokens, stance.time_cue) };
}

/* The mention as a rule of praise, or one whose words stand apart, would have it. */
static void assert_judged(const char *speech, const char *mentioned, lyh_mention judged,
                          lyh_state state, const char *cue)
{
    g_auto(told) found = told_in(speech, mentioned, judged);
    g_test_message("%s", speech);
    g_assert_cmpstr(lyh_state_name(found.state), ==, lyh_state_name(state));
    g_assert_cmpstr(found.cue, ==, cue);
}

static const lyh_mention plain_mention = { 0 };

static void assert_told(const char *speech, const char *mention, lyh_state state,
                        const char *cue)
{
    assert_judged(speech, mention, plain_mention, state, cue);
}

static void assert_negated(const char *speech, const char *mention, const char *cue)
{
    assert_told(speech, mention, LYH_NEGATED, cue);
}

static void assert_stated(const char *speech, const char *mention)
{
    assert_told(speech, mention, LYH_STATED, "");
}

static void assert_unclear(const char *speech, const char *mention, const char *cue)
{
    assert_told(speech, mention, LYH_UNCLEAR, cue);
}

static void assert_wish(const char *speech, const char *mention, const char *cue)
{
    assert_told(speech, mention, LYH_WISH, cue);
}

static void assert_time(const char *speech, const char *mention, lyh_time time,
                        const char *cue)
{
    g_auto(told) found = told_in(speech, mention, plain_mention);
    g_test_message("%s", speech);
    g_assert_cmpstr(lyh_time_name(found.time), ==, lyh_time_name(time));
    g_assert_cmpstr(found.time_cue, ==, cue);
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
    assert_stated("varför inte mer stöd", "stöd");
    assert_stated("inte illa bemötande", "bemötande");
}

static void a_negation_behind_the_mention_denies_it(void)
{
    assert_negated("de lyssnar inte", "lyssnar", "inte");
    assert_negated("hjälp fick jag aldrig", "hjälp", "aldrig");
    assert_negated("svar kom det inget på hela sommaren", "svar", "inget");
    assert_negated("Hjälpen som de lovade kom inte.", "Hjälpen", "inte");
    assert_negated("Lyhördhet, det har de inte", "Lyhördhet", "inte");
    assert_stated("den hjälp jag inte hade bett om", "hjälp");
    assert_stated("de lyssnar så man inte blir rädd", "lyssnar");
    assert_stated("stödet gav ingen trygghet", "stödet");
}

static void words_of_lack_deny_what_is_lacking(void)
{
    assert_negated("det är brist på respekt", "respekt", "brist på");
    assert_negated("det utlovade stödet uteblev", "stödet", "uteblev");
    assert_negated("De nekade mig ledsagning.", "ledsagning", "nekade");
    assert_negated("Vi står utan stöd", "stöd", "utan");
    assert_negated("de beslutade utan att fråga mig", "fråga", "utan att");
    assert_stated("Jag fick träffa en läkare utan att behöva vänta.", "träffa");
}

static void an_enumeration_is_denied_to_its_end(void)
{
    assert_negated("man får inte hjälp, stöd eller respekt", "respekt", "inte");
    assert_stated("jag fick inte hjälp, personalen var trevlig och glad", "trevlig");
}

static void false_starts_and_asides_take_no_room(void)
{
    assert_negated("de de lyssna- lyssnar inte", "lyssnar", "inte");
    assert_negated("de har inte, vad ska man säga, eh, visat respekt", "respekt", "inte");
    assert_stated("jag vet inte, de är snälla", "snälla");
}

static void denied_twice_is_stated(void)
{
    assert_stated("Jag kan inte säga att de inte lyssnar", "lyssnar");
    assert_stated("jag har aldrig saknat hjälp", "hjälp");
    assert_stated("det finns ingen som inte hälsar", "hälsar");
    assert_negated("jag fick aldrig ingen hjälp", "hjälp", "ingen");
}

static void praise_in_the_negative_denies_nothing(void)
{
    assert_stated("det är inga problem med informationen", "informationen");
    assert_stated("jag har inget att klaga på när det gäller bemötandet", "bemötandet");
    assert_stated("aldrig har jag fått så bra hjälp", "hjälp");
}

static void an_answer_takes_the_clause_before_it_back(void)
{
    assert_negated("de skulle ringa, men det gjorde de aldrig.", "ringa", "aldrig");
    assert_negated("Jag bad om svar men fick inget.", "svar", "inget");
    assert_negated("Förklaringar? Ingenting.", "Förklaringar", "Ingenting");
    assert_stated("Jag trodde aldrig att jag skulle få hjälp, men det fick jag.", "hjälp");
    assert_stated("de bad om svar men fick inga pengar", "svar");
}

static void what_is_put_first_may_be_taken_up_again(void)
{
    assert_negated("men lyssna på vad jag sa, det gjorde de inte", "lyssna", "inte");
    assert_negated("Men stöd, nej det har vi inte fått.", "stöd", "inte");
    assert_stated("Nu lyssnar de, det gjorde de aldrig förut.", "lyssnar");
}

static void what_utan_means_hangs_on_the_clause(void)
{
    assert_stated("Utan stödet hade jag inte klarat mig.", "stödet");
    assert_stated("det går inte en dag utan att de ringer", "ringer");
    assert_stated("inte bara pengar utan stöd", "stöd");
    assert_negated("där stod jag, utan stöd", "stöd", "utan");
}

static void what_would_be_is_unclear(void)
{
    assert_unclear("Om jag bott i stan hade jag fått hjälp.", "hjälp", "Om");
    assert_unclear("Hade jag haft bil hade jag fått hjälp.", "hjälp", "Hade");
    assert_stated("även om det tog tid fick jag hjälp", "hjälp");
}

static void a_word_that_denies_itself_is_turned_round(void)
{
    const lyh_mention opposite = { .is_denied = true };
    g_auto(told) plain = told_in("jag var otrygg där", "otrygg", opposite);
    g_auto(told) denied = told_in("jag var inte otrygg där", "otrygg", opposite);
    g_auto(told) wished = told_in("man borde slippa vara otrygg", "otrygg", opposite);
    g_assert_cmpstr(lyh_state_name(plain.state), ==, "negated");
    g_assert_cmpstr(plain.cue, ==, "otrygg");
    g_assert_cmpstr(lyh_state_name(denied.state), ==, "stated");
    g_assert_cmpstr(denied.cue, ==, "");
    g_assert_cmpstr(lyh_state_name(wished.state), ==, "wish");
}

static void questions_and_conditions_are_unclear(void)
{
    assert_unclear("Varför lyssnar ingen?", "lyssnar", "Varför");
    assert_unclear("Får man hjälp då?", "hjälp", "Får");
    assert_unclear("Får jag hjälp så klarar jag mig", "hjälp", "Får");
    assert_unclear("om de lyssnar så går det bra", "lyssnar", "om");
    assert_unclear("jag vet inte om de lyssnar", "lyssnar", "vet inte om");
    assert_unclear("om inte hemtjänsten kommer", "hemtjänsten", "om");
    assert_stated("de är trygga, eller hur?", "trygga");
    assert_stated("vi pratade om delaktighet", "delaktighet");
    assert_stated("jag får hjälp om jag ringer", "hjälp");
}

static void what_is_asked_for_is_a_wish(void)
{
    assert_wish("jag skulle vilja att de lyssnade mer", "lyssnade", "skulle vilja");
    assert_wish("de borde inte sluta lyssna", "lyssna", "borde");
    assert_wish("mer tid, tack", "tid", "mer");
    assert_wish("information borde finnas på fler språk", "information", "borde");
    assert_stated("jag måste säga att de lyssnar", "lyssnar");
}

static void direct_speech_is_quoted_without_its_marks_too(void)
{
    assert_told("då sa hon så här: du får ingen hjälp", "hjälp", LYH_QUOTED, "sa");
    assert_told("å hon ba nej du får vänta", "vänta", LYH_QUOTED, "ba");
    assert_told("vi har inte tid, säger de.", "tid", LYH_QUOTED, "säger");
    assert_negated("hon sa att jag inte fick hjälp", "hjälp", "inte");
}

static void a_word_of_time_tells_of_its_clause(void)
{
    assert_time("förr lyssnade de men nu är det tyst", "lyssnade", LYH_TIME_THEN, "förr");
    assert_time("förr lyssnade de men nu är det tyst", "tyst", LYH_TIME_NOW, "nu");
    assert_time("sen jag bytte får jag hjälp", "hjälp", LYH_TIME_NOW, "sen jag bytte");
    assert_time("min förra handläggare var snäll", "snäll", LYH_TIME_THEN, "min förra");
    assert_time("nu var det så att jag fick avslag", "avslag", LYH_TIME_NONE, "");
    assert_time("de är snälla", "snälla", LYH_TIME_NONE, "");
}

static void a_time_goes_on_while_the_tense_does(void)
{
    assert_time("Förr var det bra. De lyssnade på en.", "lyssnade", LYH_TIME_THEN, "Förr");
    assert_time("Förr var det bra. De lyssnar inte.", "lyssnar", LYH_TIME_NONE, "");
}

/* A sentence that nothing ends costs no more a mention than a short one. */
static void an_endless_sentence_is_read_in_linear_time(void)
{
    enum { TIMES = 20000 };
    GString *speech = g_string_new("inte");
    for (int i = 0; i < TIMES; i++)
        g_string_append(speech, i % 2 ? " eh" : " om de");
    g_auto(words) found = words_of(speech->str);
    g_autoptr(lyh_states) states = lyh_states_new(found.vocabulary);
    for (size_t i = 0; i < lyh_tokens_count(found.tokens); i++)
        lyh_states_of(states, NULL, found.tokens,
                      &(lyh_mention){ .first = i, .end = i + 1 });
    g_string_free(speech, TRUE);
}

static void a_mention_that_holds_its_own_negation_is_stated(void)
{
    assert_stated("de lyssnade inte på mig", "lyssnade inte");
}

static void praise_that_is_too_much_is_unclear(void)
{
    const lyh_mention praise = { .is_praise = true };
    assert_judged("Hon var lite väl glad hela tiden.", "glad", praise, LYH_UNCLEAR,
                  "lite väl");
    assert_judged("De är för snälla ibland.", "snälla", praise, LYH_UNCLEAR, "för");
    assert_judged("Det blev överdrivet vänligt.", "vänligt", praise, LYH_UNCLEAR,
                  "överdrivet");
    assert_judged("De är lite för snälla.", "snälla", praise, LYH_UNCLEAR, "för");
    assert_judged("Tack för hjälpen jag fick.", "hjälpen", praise, LYH_STATED, "");
    assert_judged("Hon var väl glad hela tiden.", "glad", praise, LYH_STATED, "");
    assert_judged("Det är för krångligt.", "krångligt", plain_mention, LYH_STATED, "");
}

/* "tar .. tid" met a negation that it did not ask for. */
static void a_negation_among_words_that_stand_apart_denies_them(void)
{
    const lyh_mention loose = { .is_loose = true };
    assert_judged("Hon tar sig inte tid.", "tar sig inte tid", loose, LYH_NEGATED, "inte");
    assert_judged("Hon tar sig inte tid.", "tar sig inte tid", plain_mention, LYH_STATED,
                  "");
    assert_judged("Hon tar sig tid.", "tar sig tid", loose, LYH_STATED, "");
    assert_judged("Hon tar inte bara emot i tid.", "tar inte bara emot i tid", loose,
                  LYH_STATED, "");
    assert_judged("De hör aldrig nånsin av sig.", "hör aldrig nånsin av sig", loose,
                  LYH_NEGATED, "aldrig");
}

static void a_state_has_its_fixed_word(void)
{
    g_assert_cmpstr(lyh_state_name(LYH_UNCLEAR), ==, "unclear");
    g_assert_cmpstr(lyh_state_name(LYH_WISH), ==, "wish");
    g_assert_cmpstr(lyh_state_name(LYH_QUOTED), ==, "quoted");
    g_assert_cmpstr(lyh_state_name(LYH_OTHER), ==, "other");
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
    ADD(a_negation_behind_the_mention_denies_it);
    ADD(words_of_lack_deny_what_is_lacking);
    ADD(an_enumeration_is_denied_to_its_end);
    ADD(false_starts_and_asides_take_no_room);
    ADD(denied_twice_is_stated);
    ADD(praise_in_the_negative_denies_nothing);
    ADD(an_answer_takes_the_clause_before_it_back);
    ADD(what_is_put_first_may_be_taken_up_again);
    ADD(what_utan_means_hangs_on_the_clause);
    ADD(what_would_be_is_unclear);
    ADD(a_word_that_denies_itself_is_turned_round);
    ADD(questions_and_conditions_are_unclear);
    ADD(what_is_asked_for_is_a_wish);
    ADD(direct_speech_is_quoted_without_its_marks_too);
    ADD(a_word_of_time_tells_of_its_clause);
    ADD(a_time_goes_on_while_the_tense_does);
    ADD(an_endless_sentence_is_read_in_linear_time);
    ADD(a_mention_that_holds_its_own_negation_is_stated);
    ADD(praise_that_is_too_much_is_unclear);
    ADD(a_negation_among_words_that_stand_apart_denies_them);
    ADD(a_state_has_its_fixed_word);
    return g_test_run();
}
