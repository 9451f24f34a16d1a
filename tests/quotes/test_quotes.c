#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/quotes/quotes.h>

#include "../../src/coding/autoptr.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_document, lyh_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_quotes, lyh_quotes_free)

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
    offer_as(quotes, 0, "omärkt", (lyh_coding){ .status = LYH_MANUAL });
    offer_as(quotes, 0, "förslag",
             (lyh_coding){ .status = LYH_MANUAL, .mark = LYH_MARK_PROPOSAL });
    offer_as(quotes, 0, "maskinens",
             (lyh_coding){ .status = LYH_SUGGESTED, .mark = LYH_MARK_QUOTE });
    offer_as(quotes, 0, "förkastad",
             (lyh_coding){ .status = LYH_REJECTED, .mark = LYH_MARK_QUOTE });
    offer_as(quotes, LYH_NONE, "ingens",
             (lyh_coding){ .status = LYH_MANUAL, .mark = LYH_MARK_QUOTE });
    offer_as(quotes, 0, "valt",
             (lyh_coding){ .status = LYH_MANUAL, .mark = LYH_MARK_QUOTE });
    lyh_quotes_choose(quotes, 1, 9);
    assert_chosen(quotes, 0, "valt");
}

static void another_person_comes_before_the_same_again(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "ett");
    offer(quotes, 0, 0, LYH_PLUS, "två");
    offer(quotes, 1, 0, LYH_PLUS, "tre");
    lyh_quotes_choose(quotes, 1, 2);
    assert_chosen(quotes, 0, "ett|tre");
}

static void both_sides_are_heard(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "bra");
    offer(quotes, 1, 0, LYH_PLUS, "fint");
    offer(quotes, 2, 0, LYH_MINUS, "uselt");
    lyh_quotes_choose(quotes, 1, 2);
    assert_chosen(quotes, 0, "bra|uselt");
}

static void nobody_gives_more_than_three_over_the_whole_report(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    static const char *const texts[] = { "ett", "två", "tre", "fyra", "fem" };
    for (size_t code = 0; code < 5; code++)
        offer(quotes, 0, code, LYH_PLUS, texts[code]);
    offer(quotes, 1, 4, LYH_PLUS, "en annan");
    lyh_quotes_choose(quotes, 5, 2);
    assert_chosen(quotes, 2, "tre");
    assert_chosen(quotes, 3, "");
    assert_chosen(quotes, 4, "en annan");
    g_assert_cmpuint(lyh_quotes_left_out(quotes), ==, 2);
}

static void no_text_is_printed_twice(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "samma ord");
    offer(quotes, 0, 1, LYH_PLUS, "samma\n ord ");
    offer(quotes, 0, 1, LYH_PLUS, "andra ord");
    lyh_quotes_choose(quotes, 2, 2);
    assert_chosen(quotes, 0, "samma ord");
    assert_chosen(quotes, 1, "andra ord");
}

static void choosing_again_gives_the_same(void)
{
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    offer(quotes, 0, 0, LYH_PLUS, "ett");
    offer(quotes, 1, 0, LYH_MINUS, "två");
    lyh_quotes_choose(quotes, 1, 1);
    assert_chosen(quotes, 0, "ett");
    lyh_quotes_choose(quotes, 1, 1);
    assert_chosen(quotes, 0, "ett");
}

#define TEST(sentence) g_test_add_func("/quotes/quotes/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(only_what_a_person_marked_is_considered);
    TEST(another_person_comes_before_the_same_again);
    TEST(both_sides_are_heard);
    TEST(nobody_gives_more_than_three_over_the_whole_report);
    TEST(no_text_is_printed_twice);
    TEST(choosing_again_gives_the_same);
    return g_test_run();
}
