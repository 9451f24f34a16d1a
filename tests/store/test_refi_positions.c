/* What positions count is found out by the words that selections carry. The counts here are made by hand. */
#include <string.h>

#include <glib.h>

#include "../../src/base/autoptr.h"
#include "../../src/store/autoptr.h"

/* A BOM came before it; 😀 is one code point and two units of UTF-16; every line ends in CRLF. */
#define TEXT                                                                               \
    "I: Hur då?\r\nB: Bra 😀 men kön är lång.\r\nI: Jaha?\r\nB: De ringer aldrig.\r\n"
#define FIRST "kön är lång"
#define SECOND "De ringer aldrig."

/* A way to count, as a program might. */
typedef struct manner {
    bool is_utf16, crlf_is_one, counts_bom, is_inclusive;
    const char *words;
} manner;

/* The unit at which byte @offset of TEXT begins. */
static long unit_of(const manner *counted, size_t offset)
{
    long unit = counted->counts_bom;
    for (size_t i = 0; i < offset; i++) {
        unsigned char c = (unsigned char)TEXT[i];
        bool continues = (c & 0xc0) == 0x80;
        unit += !continues && !(c == '\n' && counted->crlf_is_one);
        unit += counted->is_utf16 && c >= 0xf0;
    }
    return unit;
}

static lyh_refi *project_with(const char *text, bool has_bom)
{
    lyh_refi *project = lyh_refi_new("prov", "", "", "");
    lyh_refi_add_code(project, (lyh_refi_code){ .name = "väntan", .parent = LYH_NONE });
    lyh_refi_add_source(project, (lyh_refi_source){ .name = "R1",
                                                    .text = text,
                                                    .size = strlen(text),
                                                    .has_bom = has_bom });
    return project;
}

static void choose(lyh_refi *project, const char *name, long start, long end)
{
    size_t selection = lyh_refi_add_selection(
        project,
        (lyh_refi_selection){ .name = name, .user = LYH_NONE, .start = start, .end = end });
    lyh_refi_add_coding(project,
                        (lyh_refi_coding){ .selection = selection, .user = LYH_NONE });
}

/* The words @quote of TEXT, called @name, as the manner counts them. */
static void choose_as(lyh_refi *project, const manner *counted, const char *quote,
                      const char *name)
{
    size_t start = (size_t)(strstr(TEXT, quote) - TEXT);
    choose(project, name, unit_of(counted, start),
           unit_of(counted, start + strlen(quote)) - counted->is_inclusive);
}

static void assert_span(const lyh_refi_positions *positions, size_t selection,
                        const char *text, const char *quote)
{
    lyh_refi_span span = lyh_refi_positions_span(positions, selection);
    g_assert_cmpuint(span.start, ==, (size_t)(strstr(text, quote) - text));
    g_assert_cmpuint(span.end - span.start, ==, strlen(quote));
}

static const manner manners[] = {
    { false, false, false, false, "points,crlf2,nobom,exclusive" },
    { false, false, false, true, "points,crlf2,nobom,inclusive" },
    { true, false, false, false, "utf16,crlf2,nobom,exclusive" },
    { true, false, false, true, "utf16,crlf2,nobom,inclusive" },
    { false, true, false, false, "points,crlf1,nobom,exclusive" },
    { false, true, false, true, "points,crlf1,nobom,inclusive" },
    { true, true, false, false, "utf16,crlf1,nobom,exclusive" },
    { true, true, false, true, "utf16,crlf1,nobom,inclusive" },
    { false, false, true, false, "points,crlf2,bom,exclusive" },
    { false, false, true, true, "points,crlf2,bom,inclusive" },
    { true, false, true, false, "utf16,crlf2,bom,exclusive" },
    { true, false, true, true, "utf16,crlf2,bom,inclusive" },
    { false, true, true, false, "points,crlf1,bom,exclusive" },
    { false, true, true, true, "points,crlf1,bom,inclusive" },
    { true, true, true, false, "utf16,crlf1,bom,exclusive" },
    { true, true, true, true, "utf16,crlf1,bom,inclusive" },
};

static void every_manner_is_found_out_by_the_words(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(manners); i++) {
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_autoptr(lyh_refi) project = project_with(TEXT, true);
        choose_as(project, &manners[i], "Hur då?", "Hur då?");
        choose_as(project, &manners[i], FIRST, FIRST);
        choose_as(project, &manners[i], SECOND, "en rubrik som inte är något citat");
        choose_as(project, &manners[i], "Jaha?", "Jaha?");
        g_autoptr(lyh_refi_positions) positions =
            lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
        g_assert_nonnull(positions);
        g_assert_cmpstr(lyh_refi_positions_taken(positions), ==, manners[i].words);
        g_assert_cmpint(lyh_refi_positions_basis(positions), ==, LYH_REFI_QUOTES);
        assert_span(positions, 1, TEXT, FIRST);
        assert_span(positions, 2, TEXT, SECOND);
    }
}

static void what_is_told_needs_no_words(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(manners); i++) {
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        g_autoptr(lyh_refi) project = project_with(TEXT, true);
        choose_as(project, &manners[i], SECOND, "");
        g_autoptr(lyh_refi_positions) positions =
            lyh_refi_positions_new(project, "p.qdpx", manners[i].words, diags);
        g_assert_nonnull(positions);
        g_assert_cmpint(lyh_refi_positions_basis(positions), ==, LYH_REFI_TOLD);
        assert_span(positions, 0, TEXT, SECOND);
    }
}

static bool is_refused_for(const lyh_refi *project, const char *code)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
    g_assert_null(positions);
    return strcmp(lyh_diags_at(diags, 0)->code, code) == 0;
}

static void a_quote_that_is_only_a_beginning_does_not_tell_the_end(void)
{
    g_autoptr(lyh_refi) project = project_with(TEXT, false);
    choose_as(project, &manners[0], SECOND, "De ringer…");
    choose_as(project, &manners[0], FIRST, "kön är...");
    g_assert_true(is_refused_for(project, "refi-ambiguous"));
    choose_as(project, &manners[0], "Jaha?", "Jaha?");
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
    g_assert_nonnull(positions);
    assert_span(positions, 0, TEXT, SECOND);
    g_assert_cmpuint(lyh_refi_positions_fitting(positions, NULL), ==, 3);
}

static void two_counts_that_part_behind_the_last_quote_are_refused(void)
{
    g_autoptr(lyh_refi) project = project_with(TEXT, false);
    choose_as(project, &manners[0], "Hur då?", "Hur då?");
    choose_as(project, &manners[0], SECOND, "");
    g_assert_true(is_refused_for(project, "refi-ambiguous"));
}

static void a_place_that_nobody_coded_decides_nothing(void)
{
    g_autoptr(lyh_refi) project = project_with(TEXT, false);
    choose_as(project, &manners[0], "Hur då?", "Hur då?");
    lyh_refi_add_selection(project, (lyh_refi_selection){ .start = 40, .end = 44 });
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
    g_assert_nonnull(positions);
    assert_span(positions, 0, TEXT, "Hur då?");
}

static void without_words_nothing_is_decided_and_the_standard_is_assumed(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi) project = project_with(TEXT, true);
    choose_as(project, &manners[0], SECOND, "");
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
    g_assert_nonnull(positions);
    g_assert_cmpint(lyh_refi_positions_basis(positions), ==, LYH_REFI_ASSUMED);
    assert_span(positions, 0, TEXT, SECOND);
}

static void words_that_stand_elsewhere_than_any_count_says_are_refused(void)
{
    g_autoptr(lyh_refi) project = project_with(TEXT, false);
    choose(project, SECOND, 4, 9);
    g_assert_true(is_refused_for(project, "refi-astray"));
}

static void a_selection_whose_words_fit_another_count_is_doubted(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi) project = project_with(TEXT, false);
    choose_as(project, &manners[0], "Hur då?", "Hur då?");
    choose_as(project, &manners[0], FIRST, FIRST);
    choose_as(project, &manners[4], SECOND, SECOND);
    choose_as(project, &manners[0], "Jaha?", "Jaha?");
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
    g_assert_nonnull(positions);
    g_assert_false(lyh_refi_positions_doubts(positions, 0));
    g_assert_false(lyh_refi_positions_doubts(positions, 1));
    g_assert_true(lyh_refi_positions_doubts(positions, 2));
}

/* A parser of XML makes LF of CRLF: a program that counted CRLF in its own text is still understood. */
static void line_ends_in_the_xml_may_have_been_two_characters(void)
{
    static const char text[] = "I: Hur?\nB: Bra.\nI: Jaha?\nB: De ringer aldrig.\n";
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi) project = lyh_refi_new("prov", "", "", "");
    lyh_refi_add_code(project, (lyh_refi_code){ .name = "väntan", .parent = LYH_NONE });
    lyh_refi_add_source(
        project,
        (lyh_refi_source){ .text = text, .size = strlen(text), .is_inline = true });
    long start = (long)(strstr(text, SECOND) - text) + 3;
    choose(project, SECOND, start, start + (long)strlen(SECOND));
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
    g_assert_nonnull(positions);
    assert_span(positions, 0, text, SECOND);
}

static void a_quote_may_be_trimmed_composed_or_on_one_line(void)
{
    static const char text[] = "B: Ja  nej\nmen o\xcc\x88ppet. Slut.\n";
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_refi) project = project_with(text, false);
    /* " Ja  nej", LF, "men öppet." with o and its dots apart: 2 to 22 */
    choose(project, "Ja  nej men öppet.", 2, 22);
    choose(project, "Slut.", 23, 28);
    g_autoptr(lyh_refi_positions) positions =
        lyh_refi_positions_new(project, "p.qdpx", NULL, diags);
    g_assert_nonnull(positions);
    size_t quotes;
    g_assert_cmpuint(lyh_refi_positions_fitting(positions, &quotes), ==, 2);
    g_assert_cmpuint(quotes, ==, 2);
    assert_span(positions, 1, text, "Slut.");
}

static void words_for_a_count_are_known_or_not(void)
{
    g_assert_true(lyh_refi_positions_knows("utf16,inclusive"));
    g_assert_false(lyh_refi_positions_knows("utf8"));
    g_assert_false(lyh_refi_positions_knows("points,utf16"));
    g_assert_false(lyh_refi_positions_knows(""));
}

/* "e", "e" with its accent apart (3 bytes, 2 composed), CRLF, CR, "x". */
static void a_text_becomes_a_document_text_and_every_byte_finds_its_place(void)
{
    static const char text[] = "ee\xcc\x81\r\n\rx";

    const lyh_refi_source source = { .text = text, .size = sizeof text - 1 };
    g_autoptr(lyh_refi_text) made = lyh_refi_text_new(&source);
    size_t size;
    g_assert_cmpstr(lyh_refi_text_bytes(made, &size), ==, "e\xc3\xa9\n\nx");
    g_assert_cmpuint(size, ==, 6);
    g_assert_cmpuint(lyh_refi_text_at(made, 0), ==, 0);
    g_assert_cmpuint(lyh_refi_text_at(made, 1), ==, 1); /* é begins */
    g_assert_cmpuint(lyh_refi_text_at(made, 4), ==, 3); /* CRLF begins */
    g_assert_cmpuint(lyh_refi_text_at(made, 6), ==, 4); /* CR begins */
    g_assert_cmpuint(lyh_refi_text_at(made, 7), ==, 5); /* x begins */
    g_assert_cmpuint(lyh_refi_text_at(made, 8), ==, 6); /* the end */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/refi/manners", every_manner_is_found_out_by_the_words);
    g_test_add_func("/refi/told", what_is_told_needs_no_words);
    g_test_add_func("/refi/beginning",
                    a_quote_that_is_only_a_beginning_does_not_tell_the_end);
    g_test_add_func("/refi/two", two_counts_that_part_behind_the_last_quote_are_refused);
    g_test_add_func("/refi/uncoded", a_place_that_nobody_coded_decides_nothing);
    g_test_add_func("/refi/assumed",
                    without_words_nothing_is_decided_and_the_standard_is_assumed);
    g_test_add_func("/refi/astray",
                    words_that_stand_elsewhere_than_any_count_says_are_refused);
    g_test_add_func("/refi/doubt", a_selection_whose_words_fit_another_count_is_doubted);
    g_test_add_func("/refi/inline", line_ends_in_the_xml_may_have_been_two_characters);
    g_test_add_func("/refi/loose", a_quote_may_be_trimmed_composed_or_on_one_line);
    g_test_add_func("/refi/words", words_for_a_count_are_known_or_not);
    g_test_add_func("/refi/text",
                    a_text_becomes_a_document_text_and_every_byte_finds_its_place);
    return g_test_run();
}
