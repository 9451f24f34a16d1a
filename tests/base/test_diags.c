#include <lyhord/base/diags.h>

#include <string.h>

#include <glib.h>

#include "../../src/base/autoptr.h"

static lyh_source *table(const char *text, lyh_diags *diags)
{
    return lyh_source_from_bytes("kod.csv", LYH_SOURCE_TABLE, text, strlen(text), diags);
}

static void assert_shown(const lyh_diags *diags, size_t index, bool show_private,
                         const char *expected)
{
    g_autofree char *shown =
        lyh_diag_shown(lyh_diags_at(diags, index), lyh_diags_catalog(diags), show_private);
    g_assert_cmpstr(shown, ==, expected);
}

static void an_error_shows_its_line_and_underlines_what_is_wrong(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source = table("kod;namn\nrespekt;\"Att mötas\"\n", diags);
    lyh_diags_error(diags, "code-twice", lyh_place_text(source, 9, 16),
                    "code '%s' is defined twice; first on line %d", "respekt", 6);
    assert_shown(diags, 0, false,
                 "kod.csv:2:1: error: code 'respekt' is defined twice; first on line 6\n"
                 "    2 | respekt;\"Att mötas\"\n"
                 "      | ^~~~~~~\n");
    g_assert_cmpuint(lyh_diags_error_count(diags), ==, 1);
    g_assert_cmpuint(lyh_diags_warning_count(diags), ==, 0);
}

static void the_caret_counts_characters_and_allows_for_wide_ones(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    const char *text = "å\t中a\u0308;fel;\n";
    g_autoptr(lyh_source) source = table(text, diags);
    size_t at = (size_t)(strstr(text, "fel") - text);
    lyh_diags_warning(diags, "x", lyh_place_text(source, at, at + 3), "here");
    assert_shown(diags, 0, false,
                 "kod.csv:1:7: warning: here\n"
                 "    1 | å 中a\u0308;fel;\n"
                 "      |       ^~~\n" /* å, space, 中 in two columns, ä in one, ; */);
}

static void a_span_over_several_lines_is_underlined_to_the_end_of_its_first(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source = table("ab\"cd\r\nef\"\n", diags);
    lyh_diags_error(diags, "x", lyh_place_text(source, 2, 10), "here");
    lyh_diags_error(diags, "x", lyh_place_text(source, 5, 5), "end");
    assert_shown(diags, 0, false,
                 "kod.csv:1:3: error: here\n    1 | ab\"cd\n      |   ^~~\n");
    assert_shown(diags, 1, false,
                 "kod.csv:1:6: error: end\n    1 | ab\"cd\n      |      ^\n");
}

static void a_long_line_is_shown_as_a_window_round_the_caret(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autofree char *before = g_strnfill(1000, 'x'), *after = g_strnfill(1000, 'y');
    g_autofree char *text = g_strconcat(before, "HÄR", after, NULL);
    g_autoptr(lyh_source) source = table(text, diags);
    lyh_diags_error(diags, "x", lyh_place_text(source, 1000, 1004), "here");
    lyh_diags_error(diags, "x", lyh_place_text(source, 0, 2004), "start");
    lyh_diags_error(diags, "x", lyh_place_text(source, 2004, 2004), "end");

    const lyh_diag *diag = lyh_diags_at(diags, 0);
    g_assert_cmpuint(diag->column, ==, 1001);
    g_assert_cmpint(g_utf8_strlen(diag->excerpt, -1), ==,
                    162); /* 160 and an … on each side */
    g_assert_cmpuint(diag->caret, ==, 81);
    g_assert_cmpuint(diag->width, ==, 3);
    g_assert_true(g_str_has_prefix(g_utf8_offset_to_pointer(diag->excerpt, 81), "HÄRyy"));

    g_assert_cmpuint(lyh_diags_at(diags, 1)->caret, ==, 0);
    g_assert_cmpuint(lyh_diags_at(diags, 1)->width, ==, 160);
    g_assert_cmpuint(lyh_diags_at(diags, 2)->caret, ==, 161);
    g_assert_cmpuint(lyh_diags_at(diags, 2)->width, ==, 1);
}

static void words_of_people_are_shown_only_when_asked_for(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("brev.txt", LYH_SOURCE_TRANSCRIPT, "R: hemligt\n", 11, diags);
    lyh_diags_warning(diags, "x", lyh_place_text(source, 3, 10), "odd");
    assert_shown(diags, 0, false, "brev.txt:1:4: warning: odd\n");
    assert_shown(diags, 0, true,
                 "brev.txt:1:4: warning: odd\n    1 | R: hemligt\n      |    ^~~~~~~\n");
}

static void what_could_act_on_a_terminal_is_escaped_everywhere(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    const char *text = "a\033[2Jb\n";
    g_autoptr(lyh_source) source = lyh_source_from_bytes(
        "e\033\xe5\n.csv", LYH_SOURCE_TABLE, text, strlen(text), diags);
    lyh_diags_error(diags, "x", lyh_place_text(source, 5, 6), "value '%s'", "\033]0;\a\n");
    assert_shown(diags, 0, false,
                 "e\\x1b\\xe5\\n.csv:1:6: error: value '\\x1b]0;\\x07\\n'\n"
                 "    1 | a\\x1b[2Jb\n"
                 "      |         ^\n");
}

static void paper_formats_give_paragraph_and_character(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_diags_error(diags, "x", lyh_place_paragraph("a.docx", 41, 7), "odd");
    lyh_diags_note(diags, "y", lyh_place_paragraph("a.docx", 41, 0), "odd");
    lyh_diags_warning(diags, "z", lyh_place_file("a.docx"), "odd");
    lyh_diags_error(diags, NULL, lyh_place_none(), "odd");
    assert_shown(diags, 0, false, "a.docx: paragraph 41, character 7: error: odd\n");
    assert_shown(diags, 1, false, "a.docx: paragraph 41: note: odd\n");
    assert_shown(diags, 2, false, "a.docx: warning: odd\n");
    assert_shown(diags, 3, false, "error: odd\n");
}

static void beyond_a_hundred_they_are_counted_but_not_kept(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    for (int i = 0; i < LYH_DIAGS_MAX + 20; i++)
        lyh_diags_error(diags, "x", lyh_place_none(), "error %d", i);
    lyh_diags_warning(diags, "x", lyh_place_none(), "a warning");
    g_assert_cmpuint(lyh_diags_error_count(diags), ==, LYH_DIAGS_MAX + 20);
    g_assert_cmpuint(lyh_diags_warning_count(diags), ==, 1);
    g_assert_cmpuint(lyh_diags_count(diags), ==, LYH_DIAGS_MAX + 1);
    g_assert_cmpstr(lyh_diags_at(diags, LYH_DIAGS_MAX)->message, ==, "a warning");
}

static void a_diagnostic_outlives_its_source(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_source *source = table("rad\n", diags);
    lyh_diags_error(diags, "x", lyh_place_text(source, 0, 3), "odd");
    lyh_source_free(source);
    assert_shown(diags, 0, false, "kod.csv:1:1: error: odd\n    1 | rad\n      | ^~~\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diags/an error shows its line and underlines what is wrong",
                    an_error_shows_its_line_and_underlines_what_is_wrong);
    g_test_add_func("/diags/the caret counts characters and allows for wide ones",
                    the_caret_counts_characters_and_allows_for_wide_ones);
    g_test_add_func(
        "/diags/a span over several lines is underlined to the end of its first",
        a_span_over_several_lines_is_underlined_to_the_end_of_its_first);
    g_test_add_func("/diags/a long line is shown as a window round the caret",
                    a_long_line_is_shown_as_a_window_round_the_caret);
    g_test_add_func("/diags/words of people are shown only when asked for",
                    words_of_people_are_shown_only_when_asked_for);
    g_test_add_func("/diags/what could act on a terminal is escaped everywhere",
                    what_could_act_on_a_terminal_is_escaped_everywhere);
    g_test_add_func("/diags/paper formats give paragraph and character",
                    paper_formats_give_paragraph_and_character);
    g_test_add_func("/diags/beyond a hundred they are counted but not kept",
                    beyond_a_hundred_they_are_counted_but_not_kept);
    g_test_add_func("/diags/a diagnostic outlives its source",
                    a_diagnostic_outlives_its_source);
    return g_test_run();
}
