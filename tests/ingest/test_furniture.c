#include <string.h>

#include "reading.h"

/* The document text of @file, and the codes of what was said. */
static void assert_kept(const char *file, const char *expected, const char *codes)
{
    g_auto(reading) it = read_text(file);
    g_autofree char *told = codes_of(&it);
    g_assert_cmpstr(lyh_document_text(it.document), ==, expected);
    g_assert_cmpstr(told, ==, codes);
}

/* @head or @foot with the page's number for '#', and what parts it from the text. */
static void append_edge(GString *file, const char *edge, size_t page, bool is_head)
{
    g_autofree char *number = g_strdup_printf("%zu", page);
    g_auto(GStrv) parts = g_strsplit(edge, "#", -1);
    g_autofree char *shown = g_strjoinv(number, parts);
    if (*shown)
        g_string_append_printf(file, is_head ? "%s\n\n" : "\n%s\n", shown);
}

/* @pages pages parted by form feeds; one sentence runs through all of them. */
static char *pages_with(const char *head, const char *foot, size_t pages)
{
    g_autoptr(GString) file = g_string_new(NULL);
    for (size_t page = 1; page <= pages; page++) {
        append_edge(file, head, page, true);
        if (page == 1)
            g_string_append(file, "I: Hur var det?\nB: Det var så här:\n");
        for (size_t line = 0; line < 10; line++)
            g_string_append_printf(
                file, "rad %c%c av det som hen berättade för oss när vi träffades och\n",
                (int)('a' + page), (int)('a' + line));
        if (page == pages)
            g_string_append(file, "så var det slut.\n");
        append_edge(file, foot, page, false);
        if (page < pages)
            g_string_append_c(file, '\f');
    }
    return g_string_free(g_steal_pointer(&file), FALSE);
}

static void assert_gone(const char *head, const char *foot, size_t pages, const char *word)
{
    g_autofree char *file = pages_with(head, foot, pages);
    g_auto(reading) it = read_text(file);
    g_autofree char *told = codes_of(&it);
    g_assert_null(strstr(lyh_document_text(it.document), word));
    g_assert_nonnull(strstr(told, "page-furniture"));
    g_assert_cmpuint(lyh_document_turn_count(it.document), ==, 2);
    /* The sentence goes on across every page. */
    g_assert_null(strstr(strstr(lyh_document_text(it.document), "rad"), "\n"));
}

static void assert_stays(const char *head, const char *foot, size_t pages, const char *word)
{
    g_autofree char *file = pages_with(head, foot, pages);
    g_auto(reading) it = read_text(file);
    g_autofree char *told = codes_of(&it);
    g_assert_nonnull(strstr(lyh_document_text(it.document), word));
    g_assert_null(strstr(told, "page-furniture"));
}

static void page_numbers_between_form_feeds_are_no_text(void)
{
    assert_gone("", "#", 4, "4");
    assert_gone("#", "", 4, "4");
    assert_gone("", "- # -", 4, "4");
    assert_gone("", "Sida # av 9", 4, "Sida");
    assert_gone("", "# (2)", 2, "(2)");
}

static void running_heads_and_feet_are_no_text(void)
{
    assert_gone("Brukarrevision i Storby", "", 5, "Storby");
    assert_gone("", "Brukarrevision i Storby", 5, "Storby");
    assert_gone("Brukarrevision i Storby   #", "", 5, "Storby");
    assert_gone("Kapitel 3 om Storby, sidan #", "2021-03-14", 5, "Storby");
}

static void a_speaker_at_the_top_of_every_page_is_a_speaker(void)
{
    g_autofree char *file = pages_with("B: Mm.", "", 5);
    g_auto(reading) it = read_text(file);
    g_assert_cmpuint(lyh_document_turn_count(it.document), ==, 7);
    assert_stays("– Ja, precis", "", 5, "– Ja, precis");
    assert_stays("", "– Ja, precis", 5, "– Ja, precis");
}

/* Two pages of five, or a number that stays the same, are no page furniture. */
static void what_only_comes_again_now_and_then_is_text(void)
{
    assert_stays("", "", 5, "rad");
    g_autofree char *file = pages_with("", "", 5);
    g_autoptr(GString) twice = g_string_new(file);
    g_string_replace(twice, "\f", "Storby\n\f", 2);
    g_auto(reading) it = read_text(twice->str);
    g_assert_nonnull(strstr(lyh_document_text(it.document), "Storby"));
}

/* Stories of one page each, their numbers those of the pages. */
static void numbered_stories_keep_their_headings(void)
{
    g_autoptr(GString) file = g_string_new(NULL);
    for (int i = 1; i <= 6; i++) {
        g_string_append_printf(file, "%sBerättelse %d\n\n", i > 1 ? "\f" : "", i);
        for (int line = 0; line < 15; line++)
            g_string_append_printf(file, "Hen sa det %c%c gånger till mig i telefonen.\n",
                                   'a' + i, 'a' + line);
    }
    g_auto(reading) it = read_text(file->str);
    g_assert_nonnull(strstr(lyh_document_text(it.document), "Berättelse 4"));
    g_string_replace(file, "\f", "\n", 0);
    g_auto(reading) unpaged = read_text(file->str);
    g_assert_nonnull(strstr(lyh_document_text(unpaged.document), "Berättelse 4"));
    g_string_replace(file, "Berättelse ", "", 0);
    g_auto(reading) bare = read_text(file->str);
    g_assert_nonnull(strstr(lyh_document_text(bare.document), "\n4\n"));
}

/* The same, without form feeds: what is left is that the numbers rise at a page's distance. */
static void page_numbers_without_form_feeds_are_found_by_their_distance(void)
{
    static const char *const feet[] = { "\n\n%d\n\n", "\n\nStudie av Storby %d\n\n",
                                        "\n\n- %d -\n\n" };
    for (size_t kind = 0; kind < G_N_ELEMENTS(feet); kind++) {
        g_autoptr(GString) file = g_string_new("I: Hur var det?\nB: Det var så här.\n");
        for (int page = 7; page <= 10; page++) {
            for (int line = 0; line < 30; line++)
                g_string_append(
                    file, "det som hen berättade för oss när vi träffades hos dem och\n");
            g_autofree char *foot = g_strdup_printf("%d", page);
            g_auto(GStrv) parts = g_strsplit(feet[kind], "%d", 2);
            g_string_append_printf(file, "%s%s%s", parts[0], foot, parts[1]);
        }
        g_string_append(file, "så var det slut.\n");
        g_auto(reading) it = read_text(file->str);
        g_autofree char *told = codes_of(&it);
        const char *text = lyh_document_text(it.document);
        g_assert_cmpstr(told, ==, "page-furniture");
        g_assert_null(strpbrk(text, "0123456789"));
        g_assert_null(strstr(strstr(text, "det som"), "\n"));
    }
}

static void an_answer_that_is_a_number_is_an_answer(void)
{
    assert_kept(
        "I: Ett till tio?\n\nB:\n\n5\n\nI: Och nu?\n\nB:\n\n7\n\nI: Och sen?\n\nB:\n\n8\n",
        "I: Ett till tio?\nB: 5\nI: Och nu?\nB: 7\nI: Och sen?\nB: 8", "");
}

static void footnotes_below_a_rule_of_spaces_are_left_out(void)
{
    assert_kept("I: Hur var det?\n"
                "B: Det var så här att jag ringde dem och sedan kom jag till verksam-\n"
                "                                                      \n"
                "1 Hen menar den öppna verksamheten, som fanns\n"
                "till förra året.\n"
                " heten igen, men då var den stängd.\n"
                "                                                      \n"
                "2 Se ovan.\n"
                " Och sen?\n",
                "I: Hur var det?\n"
                "B: Det var så här att jag ringde dem och sedan kom jag till verksamheten "
                "igen, men då var den stängd. Och sen?",
                "footnotes hyphens-unsure");
}

static void a_number_after_a_rule_that_no_page_follows_is_text(void)
{
    g_autoptr(GString) file = g_string_new("I: Hur många?\n                          \n"
                                           "2 barn har jag. De bor hos mig.\n");
    for (int line = 0; line < 20; line++)
        g_string_append(file, "Det är bra för dem och för mig.\n");
    g_auto(reading) it = read_text(file->str);
    g_assert_nonnull(strstr(lyh_document_text(it.document), "2 barn"));
}

/* Every line of the page is parted from the next, as in many texts copied out of a PDF. */
static void where_every_line_is_parted_a_blank_line_parts_nothing(void)
{
    assert_kept("Jag hade väntat på svar i flera månader och ingen hade hört av sig\n\n"
                "till mig fast jag ringde varje vecka till den telefontid som finns där\n\n"
                "och till sist fick jag tag på en människa som visste vem jag var i\n\n"
                "Storby kommun och kunde berätta för mig vad som skulle hända\n\n"
                "sedan.\n\n"
                "Det var skönt.\n",
                "Jag hade väntat på svar i flera månader och ingen hade hört av sig "
                "till mig fast jag ringde varje vecka till den telefontid som finns där "
                "och till sist fick jag tag på en människa som visste vem jag var i "
                "Storby kommun och kunde berätta för mig vad som skulle hända sedan.\n"
                "Det var skönt.",
                "no-marks");
}

static void a_plain_reading_keeps_the_page_as_it_is(void)
{
    g_autofree char *file = pages_with("Storby #", "", 4);
    lyh_ingest_options options = { .is_plain = true };
    g_auto(reading) it = read_named("prov.txt", file, strlen(file), &options);
    g_assert_nonnull(strstr(lyh_document_text(it.document), "Storby 3"));
}

#define TEST(sentence) g_test_add_func("/ingest/furniture/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(page_numbers_between_form_feeds_are_no_text);
    TEST(running_heads_and_feet_are_no_text);
    TEST(a_speaker_at_the_top_of_every_page_is_a_speaker);
    TEST(what_only_comes_again_now_and_then_is_text);
    TEST(numbered_stories_keep_their_headings);
    TEST(page_numbers_without_form_feeds_are_found_by_their_distance);
    TEST(an_answer_that_is_a_number_is_an_answer);
    TEST(footnotes_below_a_rule_of_spaces_are_left_out);
    TEST(a_number_after_a_rule_that_no_page_follows_is_text);
    TEST(where_every_line_is_parted_a_blank_line_parts_nothing);
    TEST(a_plain_reading_keeps_the_page_as_it_is);
    return g_test_run();
}
