/* Quotes that nobody marked, chosen by the program; and what becomes of asides. */
#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/quotes/quotes.h>

#include "../../src/coding/autoptr.h"
#include "../../src/corpus/autoptr.h"
#include "../../src/language/autoptr.h"
#include "../../src/quotes/autoptr.h"

typedef struct desk {
    lyh_vocabulary *words;
    lyh_dictionary *dictionary;
    lyh_lexicon *lexicon;
    lyh_quotes *quotes;
} desk;

static void desk_init(desk *at, lyh_quotes_may_print may_print)
{
    at->words = lyh_vocabulary_new();
    at->dictionary = lyh_dictionary_new(NULL);
    at->lexicon = lyh_lexicon_new(at->words, at->dictionary);
    at->quotes = lyh_quotes_new();
    lyh_quotes_propose(at->quotes, at->lexicon, may_print, NULL);
}

static void desk_clear(desk *at)
{
    lyh_quotes_free(at->quotes);
    lyh_lexicon_free(at->lexicon);
    lyh_dictionary_free(at->dictionary);
    lyh_vocabulary_free(at->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(desk, desk_clear)

/* @person says @text, of which somebody has coded @coded. */
static void say_as(desk *at, size_t person, const char *text, const char *coded,
                   lyh_coding coding)
{
    g_autoptr(lyh_document) document = lyh_document_new("R", "R.txt", text, strlen(text));
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    lyh_document_add_speaker(document, "R", LYH_ROLE_RESPONDENT);
    lyh_document_add_turn(document, (lyh_turn){ .end = strlen(text),
                                                .role = LYH_ROLE_RESPONDENT,
                                                .respondent = person,
                                                .question = 7 });
    lyh_tokens_read(tokens, document, at->words);
    coding.respondent = person;
    coding.start = (size_t)(strstr(text, coded) - text);
    coding.end = coding.start + strlen(coded);
    lyh_codings_add(codings, coding);
    lyh_quotes_add(at->quotes, document, codings);
    lyh_quotes_offer(at->quotes, document, tokens, codings);
}

static void say(desk *at, size_t person, lyh_polarity polarity, const char *text,
                const char *coded)
{
    say_as(at, person, text, coded,
           (lyh_coding){ .polarity = polarity, .status = LYH_MANUAL });
}

static const lyh_quote *chosen(desk *at, size_t per_code, size_t *count)
{
    lyh_quotes_choose(at->quotes, 1, per_code);
    return lyh_quotes_of(at->quotes, 0, count);
}

/* Three speak of a queue in twelve words and more; the fourth, under the same code, of something else. */
static void what_most_say_is_proposed_before_what_one_says(void)
{
    g_auto(desk) at = { 0 };
    size_t count;
    desk_init(&at, NULL);
    say(&at, 0, LYH_MINUS,
        "Grannens hund skällde hela natten igenom och därför var jag mycket trött igår.",
        "hund");
    say(&at, 1, LYH_MINUS,
        "Telefonkön var lång och jag satt i telefonkön en hel förmiddag utan svar.",
        "Telefonkön");
    say(&at, 2, LYH_MINUS,
        "I telefonkön satt jag en hel förmiddag och fick ändå inte något svar.", "satt");
    say(&at, 3, LYH_MINUS,
        "En förmiddag i telefonkön utan svar är lång när man har barn med.", "lång");
    const lyh_quote *quotes = chosen(&at, 1, &count);
    g_assert_cmpuint(count, ==, 1);
    g_assert_true(quotes[0].is_proposed);
    g_assert_cmpuint(quotes[0].question, ==, 7);
    g_assert_cmpuint(quotes[0].respondent, !=, 0);
    g_assert_nonnull(strstr(quotes[0].text, "elefonkön"));
}

static void a_quote_of_good_length_is_proposed_whole_before_a_short_one(void)
{
    g_auto(desk) at = { 0 };
    size_t count;
    desk_init(&at, NULL);
    say(&at, 0, LYH_PLUS, "Hen lyssnar.", "lyssnar");
    say(&at, 1, LYH_PLUS,
        "Nej. Hen lyssnar på mig och låter mig tala till punkt varje gång vi möts. Ja.",
        "låter mig tala");
    const lyh_quote *quotes = chosen(&at, 1, &count);
    g_assert_cmpstr(quotes[0].text, ==,
                    "Hen lyssnar på mig och låter mig tala till punkt varje gång vi möts.");
}

static void what_a_person_marked_comes_first_and_the_other_side_is_proposed(void)
{
    g_auto(desk) at = { 0 };
    size_t count;
    desk_init(&at, NULL);
    say(&at, 0, LYH_PLUS, "Hen lyssnar alltid på mig när jag ringer och frågar om pengar.",
        "lyssnar");
    say(&at, 1, LYH_MINUS, "Hen lyssnar aldrig på mig när jag ringer och frågar om pengar.",
        "aldrig");
    say_as(
        &at, 2, "Bra.", "Bra.",
        (lyh_coding){ .polarity = LYH_PLUS, .status = LYH_MANUAL, .mark = LYH_MARK_QUOTE });
    const lyh_quote *quotes = chosen(&at, 3, &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpuint(quotes[0].respondent, ==, 1);
    g_assert_true(quotes[0].is_proposed);
    g_assert_cmpstr(quotes[1].text, ==, "Bra.");
    g_assert_false(quotes[1].is_proposed);
}

static void what_is_undecided_or_rejected_is_never_proposed(void)
{
    g_auto(desk) at = { 0 };
    size_t count;
    desk_init(&at, NULL);
    say_as(&at, 0, "Hen lyssnar.", "lyssnar", (lyh_coding){ .status = LYH_SUGGESTED });
    say_as(&at, 0, "Hen lyssnar.", "lyssnar", (lyh_coding){ .status = LYH_REJECTED });
    say_as(&at, 0, "Hen lyssnar.", "lyssnar",
           (lyh_coding){ .status = LYH_ACCEPTED, .state = LYH_QUOTED });
    chosen(&at, 3, &count);
    g_assert_cmpuint(count, ==, 0);
}

static bool names_nobody(void *user, const char *text)
{
    (void)user;
    return !strstr(text, "Anna");
}

static void what_may_not_be_printed_is_not_proposed(void)
{
    g_auto(desk) at = { 0 };
    size_t count;
    desk_init(&at, names_nobody);
    say(&at, 0, LYH_PLUS, "Anna lyssnar på mig.", "lyssnar");
    say(&at, 1, LYH_PLUS, "Hen lyssnar på mig.", "lyssnar");
    const lyh_quote *quotes = chosen(&at, 3, &count);
    g_assert_cmpuint(count, ==, 1);
    g_assert_cmpstr(quotes[0].text, ==, "Hen lyssnar på mig.");
}

/* Of seven quotes three are 43 of a hundred, and two 29 of hundred: a fifth is one. */
static void nobody_has_more_than_a_fifth(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    static const char *const texts[] = { "Ett.", "Två.", "Tre.", "Fyra.",
                                         "Fem.", "Sex.", "Sju." };
    static const size_t persons[] = { 0, 0, 0, 1, 2, 3, 4 };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(lyh_document) document =
            lyh_document_new("R", "R.txt", texts[i], strlen(texts[i]));
        g_autoptr(lyh_codings) codings = lyh_codings_new();
        lyh_codings_add(codings, (lyh_coding){ .code = i,
                                               .respondent = persons[i],
                                               .end = strlen(texts[i]),
                                               .status = LYH_MANUAL,
                                               .mark = LYH_MARK_QUOTE });
        lyh_quotes_add(quotes, document, codings);
    }
    lyh_quotes_choose(quotes, G_N_ELEMENTS(texts), 3);
    size_t of_first = 0, all = 0, count;
    for (size_t code = 0; code < G_N_ELEMENTS(texts); code++) {
        const lyh_quote *chosen = lyh_quotes_of(quotes, code, &count);
        all += count;
        of_first += count > 0 && chosen[0].respondent == 0;
    }
    g_assert_cmpuint(all, ==, 5);
    g_assert_cmpuint(of_first, ==, 1);
}

static void asides_are_kept_or_left_out_and_dots_are_one_sign(void)
{
    static const char text[] =
        "Jo (skratt), hen (namn på handläggaren) sa... [...] nej ((paus)).";
    static const char *const wanted[] = {
        "Jo, hen (namn på handläggaren) sa… […] nej.",
        "Jo (skratt), hen (namn på handläggaren) sa… […] nej ((paus)).",
    };
    static const char *const asides[] = { "(skratt)", "(namn på handläggaren)",
                                          "((paus))" };
    for (size_t keeps = 0; keeps < 2; keeps++) {
        g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
        g_autoptr(lyh_document) document =
            lyh_document_new("R", "R.txt", text, strlen(text));
        for (size_t i = 0; i < G_N_ELEMENTS(asides); i++) {
            size_t start = (size_t)(strstr(text, asides[i]) - text);
            lyh_document_add_aside(
                document, (lyh_aside){ start, start + strlen(asides[i]), LYH_ASIDE_STAGE });
        }
        g_autoptr(lyh_codings) codings = lyh_codings_new();
        lyh_codings_add(codings, (lyh_coding){ .end = strlen(text),
                                               .status = LYH_MANUAL,
                                               .mark = LYH_MARK_QUOTE });
        lyh_quotes_keep_asides(quotes, keeps);
        lyh_quotes_add(quotes, document, codings);
        lyh_quotes_choose(quotes, 1, 1);
        size_t count;
        g_assert_cmpstr(lyh_quotes_of(quotes, 0, &count)[0].text, ==, wanted[keeps]);
    }
}

#define TEST(sentence) g_test_add_func("/quotes/proposed/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(what_most_say_is_proposed_before_what_one_says);
    TEST(a_quote_of_good_length_is_proposed_whole_before_a_short_one);
    TEST(what_a_person_marked_comes_first_and_the_other_side_is_proposed);
    TEST(what_is_undecided_or_rejected_is_never_proposed);
    TEST(what_may_not_be_printed_is_not_proposed);
    TEST(nobody_has_more_than_a_fifth);
    TEST(asides_are_kept_or_left_out_and_dots_are_one_sign);
    return g_test_run();
}
