#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/quotes/quotes.h>

#include "../../src/coding/autoptr.h"
#include "../../src/corpus/autoptr.h"
#include "../../src/quotes/autoptr.h"

/* @person says @text, and all of it is marked as a quote of @code. */
static void offer_as(lyh_quotes *quotes, size_t person, const char *text, lyh_coding coding)
{
    g_autoptr(lyh_document) document = lyh_document_new("R", "R.txt", text, strlen(text));
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    coding.respondent = person;
    coding.end = strlen(text);
    lyh_codings_add(codings, coding);
    lyh_quotes_add(quotes, document, codings);
}

static void offer(lyh_quotes *quotes, size_t person, size_t code, lyh_polarity polarity,
                  const char *text)
{
    offer_as(quotes, person, text,
             (lyh_coding){ .code = code,
                           .polarity = polarity,
                           .status = LYH_ACCEPTED,
                           .mark = LYH_MARK_QUOTE });
}

static void assert_chosen(const lyh_quotes *quotes, size_t code, const char *expected)
{
    size_t count;
    const lyh_quote *chosen = lyh_quotes_of(quotes, code, &count);
    g_autoptr(GString) texts = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(texts, "%s%s", i > 0 ? "|" : "", chosen[i].text);
    g_assert_cmpstr(texts->str, ==, expected);
}

static void only_what_a_person_marked_is_considered(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer_as(quotes, 0, "Omärkt.", (lyh_coding){ .status = LYH_MANUAL });
    offer_as(quotes, 0, "Förslag.",
             (lyh_coding){ .status = LYH_MANUAL, .mark = LYH_MARK_PROPOSAL });
    offer_as(quotes, 0, "Maskinens.",
             (lyh_coding){ .status = LYH_SUGGESTED, .mark = LYH_MARK_QUOTE });
    offer_as(quotes, 0, "Förkastad.",
             (lyh_coding){ .status = LYH_REJECTED, .mark = LYH_MARK_QUOTE });
    offer_as(quotes, LYH_NONE, "Ingens.",
             (lyh_coding){ .status = LYH_MANUAL, .mark = LYH_MARK_QUOTE });
    offer_as(quotes, 0, "Valt.",
             (lyh_coding){ .status = LYH_MANUAL, .mark = LYH_MARK_QUOTE });
    lyh_quotes_choose(quotes, 1, 9);
    assert_chosen(quotes, 0, "Valt.");
}

static void proposals_are_chosen_first_one_a_person_and_are_in_the_budget(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    size_t count;
    const lyh_coding proposal = { .status = LYH_MANUAL, .mark = LYH_MARK_PROPOSAL };
    offer(quotes, 0, 0, LYH_MINUS, "Ett.");
    offer(quotes, 0, 1, LYH_MINUS, "Två.");
    offer(quotes, 0, 2, LYH_MINUS, "Tre.");
    offer_as(quotes, 0, "Fler telefontider.", proposal);
    offer_as(quotes, 0, "Längre telefontider.", proposal);
    offer_as(quotes, 1, "Svara på mejl.", proposal);
    lyh_quotes_choose(quotes, 3, 3);
    const lyh_quote *chosen = lyh_proposals_of(quotes, 0, &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpstr(chosen[0].text, ==, "Fler telefontider.");
    g_assert_cmpstr(chosen[1].text, ==, "Svara på mejl.");
    assert_chosen(quotes, 0, "Ett.");
    assert_chosen(quotes, 1, "Två.");
    assert_chosen(quotes, 2, ""); /* three things of one person */
}

static void another_person_comes_before_the_same_again(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "Ett.");
    offer(quotes, 0, 0, LYH_PLUS, "Två.");
    offer(quotes, 1, 0, LYH_PLUS, "Tre.");
    lyh_quotes_choose(quotes, 1, 2);
    assert_chosen(quotes, 0, "Ett.|Tre.");
}

static void both_sides_are_heard(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "Bra.");
    offer(quotes, 1, 0, LYH_PLUS, "Fint.");
    offer(quotes, 2, 0, LYH_MINUS, "Uselt.");
    lyh_quotes_choose(quotes, 1, 2);
    assert_chosen(quotes, 0, "Bra.|Uselt.");
}

static void nobody_gives_more_than_three_over_the_whole_report(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    static const char *const texts[] = { "Ett.", "Två.", "Tre.", "Fyra.", "Fem." };
    for (size_t code = 0; code < 5; code++)
        offer(quotes, 0, code, LYH_PLUS, texts[code]);
    offer(quotes, 1, 4, LYH_PLUS, "En annan.");
    lyh_quotes_choose(quotes, 5, 2);
    assert_chosen(quotes, 2, "Tre.");
    assert_chosen(quotes, 3, "");
    assert_chosen(quotes, 4, "En annan.");
    g_assert_cmpuint(lyh_quotes_left_out(quotes), ==, 2);
}

static void no_text_is_printed_twice(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "Samma ord.");
    offer(quotes, 0, 1, LYH_PLUS, "Samma\n ord.");
    offer(quotes, 0, 1, LYH_PLUS, "Andra ord.");
    lyh_quotes_choose(quotes, 2, 2);
    assert_chosen(quotes, 0, "Samma ord.");
    assert_chosen(quotes, 1, "Andra ord.");
}

static void a_sentence_that_is_cut_says_so(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "och då kom hen");
    lyh_quotes_choose(quotes, 1, 1);
    assert_chosen(quotes, 0, "… och då kom hen …");
}

static void choosing_again_gives_the_same(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "Ett.");
    offer(quotes, 1, 0, LYH_MINUS, "Två.");
    lyh_quotes_choose(quotes, 1, 1);
    assert_chosen(quotes, 0, "Ett.");
    lyh_quotes_choose(quotes, 1, 1);
    assert_chosen(quotes, 0, "Ett.");
}

#define TEST(sentence) g_test_add_func("/quotes/quotes/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_sentence_that_is_cut_says_so);
    TEST(only_what_a_person_marked_is_considered);
    TEST(proposals_are_chosen_first_one_a_person_and_are_in_the_budget);
    TEST(another_person_comes_before_the_same_again);
    TEST(both_sides_are_heard);
    TEST(nobody_gives_more_than_three_over_the_whole_report);
    TEST(no_text_is_printed_twice);
    TEST(choosing_again_gives_the_same);
    return g_test_run();
}
