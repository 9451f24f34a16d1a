#include <lyhord/base/text.h>

#include <string.h>

#include <glib.h>

static void assert_nfc(const char *text, const char *expected)
{
    size_t size;
    g_autofree char *nfc = lyh_text_nfc(text, strlen(text), &size);
    g_assert_cmpstr(nfc, ==, expected);
    g_assert_cmpuint(size, ==, strlen(expected));
}

static void assert_fold(const char *text, const char *expected)
{
    size_t size;
    g_autofree char *fold = lyh_text_fold(text, strlen(text), &size);
    g_assert_cmpstr(fold, ==, expected);
    g_assert_cmpuint(size, ==, strlen(expected));
}

static void assert_shown(const char *text, bool one_line, const char *expected)
{
    g_autofree char *shown = lyh_text_shown(text, strlen(text), one_line);
    g_assert_cmpstr(shown, ==, expected);
}

static void a_search_for_signs_stops_at_the_first_and_at_the_end(void)
{
    g_assert_cmpuint(lyh_text_until("ja, nej", 7, ";,"), ==, 2);
    g_assert_cmpuint(lyh_text_until("ja, nej", 2, ";,"), ==, 2);
    g_assert_cmpuint(lyh_text_until("ja\0,", 4, ","), ==, 3);
    g_assert_cmpuint(lyh_text_until("\xC3\xA5\xE2\x80\xA6", 5, "\xE2"), ==, 2);
    g_assert_cmpuint(lyh_text_until("", 0, ","), ==, 0);
}

static void characters_are_code_points_of_one_to_four_bytes(void)
{
    const char text[] = "aå€𝄞"; /* 1 + 2 + 3 + 4 bytes */
    const uint32_t chars[] = { 'a', 0xe5, 0x20ac, 0x1d11e };
    size_t i = 0, length;
    for (size_t n = 0; n < 4; n++, i += length) {
        g_assert_cmpuint(lyh_text_char(text + i, 10 - i, &length), ==, chars[n]);
        g_assert_cmpuint(length, ==, n + 1);
        g_assert_cmpuint(lyh_text_offset(text, 10, n), ==, i);
    }
    g_assert_cmpuint(lyh_text_length(text, 10), ==, 4);
    g_assert_cmpuint(lyh_text_length(text, 3), ==, 2);
    g_assert_cmpuint(lyh_text_offset(text, 10, 4), ==, 10);
    g_assert_cmpuint(lyh_text_offset(text, 10, 99), ==, 10);
}

/* Text is read some bytes at a time: wherever @sequence stands among them, it is what it is. */
static void assert_valid_up_to(const char *sequence, bool is_valid)
{
    static const char *const fillings[] = { "a", "å", "–", "\U0001d11e" };
    for (size_t before = 0; before < 20; before++)
        for (size_t i = 0; i < G_N_ELEMENTS(fillings); i++)
            for (size_t k = 0; k < G_N_ELEMENTS(fillings); k++) {
                g_autoptr(GString) text = g_string_new(NULL);
                for (size_t n = 0; n < before; n++)
                    g_string_append(text, n % 3 ? fillings[i] : "b");
                size_t start = text->len;
                g_string_append(text, sequence);
                for (size_t n = 0; n < 9; n++)
                    g_string_append(text, n % 3 ? fillings[k] : "b");
                g_assert_cmpuint(lyh_text_invalid(text->str, text->len), ==,
                                 is_valid ? text->len : start);
            }
}

/* RFC 3629, sections 3 and 10, and the Unicode Standard's table 3-7. */
static void what_rfc_3629_forbids_is_invalid_at_its_first_byte(void)
{
    static const char *const bad[] = {
        "\x80",
        "\xbf",
        "\xc0\xaf",
        "\xc1\xbf",
        "\xe0\x80\xaf",
        "\xe0\x9f\xbf",
        "\xf0\x80\x80\xaf",
        "\xf0\x8f\xbf\xbf",
        "\xed\xa0\x80",
        "\xed\xbf\xbf",
        "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80",
        "\xff",
        "\xfe",
        "\xf8\x88\x80\x80\x80",
        "\xc3",
        "\xe2\x82",
        "\xf0\x9f\x98",
        "\xc3(",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree char *text = g_strconcat("hej å", bad[i], NULL);
        g_test_message("sequence %zu", i);
        g_assert_cmpuint(lyh_text_invalid(text, strlen(text)), ==, 6);
        assert_valid_up_to(bad[i], false);
    }
}

static void the_edges_of_unicode_are_valid(void)
{
    static const char *const good[] = { "",
                                        "\x7f",
                                        "\xc2\x80",
                                        "\xdf\xbf",
                                        "\xe0\xa0\x80",
                                        "\xed\x9f\xbf",
                                        "\xee\x80\x80",
                                        "\xef\xbf\xbf",
                                        "\xf0\x90\x80\x80",
                                        "\xf4\x8f\xbf\xbf" };
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        g_assert_cmpuint(lyh_text_invalid(good[i], strlen(good[i])), ==, strlen(good[i]));
        assert_valid_up_to(good[i], true);
    }
}

/* Worked by hand from UnicodeData.txt; the last four are rows of NormalizationTest.txt. */
static void letters_with_loose_marks_are_composed(void)
{
    assert_nfc("", "");
    assert_nfc("smo\u0308rga\u030asbord", "smörgåsbord");
    assert_nfc("A\u030angstro\u0308m \u212b", "Ångström Å");
    assert_nfc("redan klart: åäö – “så”", "redan klart: åäö – “så”");
    assert_nfc("\u2000\u2001–", "\u2002\u2003–");
    assert_nfc("–e\u0301", "–é");
    assert_nfc("\u1e0a\u0323", "\u1e0c\u0307");
    assert_nfc("D\u0307\u0323", "\u1e0c\u0307");
    assert_nfc("\u1100\u1161\u11a8", "\uac01");
    assert_nfc("\u0344", "\u0308\u0301");
}

static void marks_that_do_not_join_are_put_in_canonical_order(void)
{
    /* U+031B has class 216, U+0323 220, U+0302 230 (UnicodeData.txt) */
    assert_nfc("q\u0302\u0323\u031b", "q\u031b\u0323\u0302");
    assert_nfc("q\u0302\u0301\u0323", "q\u0323\u0302\u0301");
}

static void a_long_pile_of_marks_takes_no_quadratic_time(void)
{
    GString *pile = g_string_new("a");
    for (int i = 0; i < 500000; i++)
        g_string_append(pile, i % 2 ? "\u0323" : "\u0302");
    g_test_timer_start();
    size_t size;
    g_autofree char *nfc = lyh_text_nfc(pile->str, pile->len, &size);
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 5);
    g_assert_cmpuint(lyh_text_length(nfc, size), ==,
                     499999); /* a, dot and hat are one: ậ */
    g_assert_true(g_str_has_prefix(nfc, "\u1ead\u0323\u0323"));
    g_string_free(pile, TRUE);
}

static void a_text_may_be_normalised_segment_by_segment(void)
{
    const char *text = "a\u030abc\u0308\u0323d–e";
    size_t size = strlen(text);
    const size_t lengths[] = { 3, 1, 5, 4, 1 };
    g_autoptr(GString) joined = g_string_new(NULL);
    for (size_t i = 0, n = 0, length; i < size; i += length, n++) {
        length = lyh_text_segment(text + i, size - i);
        g_assert_cmpuint(length, ==, lengths[n]);
        g_autofree char *part = lyh_text_nfc(text + i, length, NULL);
        g_string_append(joined, part);
    }
    assert_nfc(text, joined->str);
    g_assert_cmpuint(lyh_text_segment("", 0), ==, 0);
}

/* CaseFolding.txt, status C and F. */
static void case_folding_keeps_swedish_letters_apart(void)
{
    assert_fold("ÅÄÖ ÉÜ", "åäö éü");
    assert_fold("åäö", "åäö");
    assert_fold("A\u030ALDER O\u0308", "ålder ö");
    assert_fold("STRASSE straße ẞ", "strasse strasse ss");
    assert_fold("3 × 4 ÷ 2 Ø Þ", "3 × 4 ÷ 2 ø þ");
    assert_fold("ŠKODA Ÿ", "škoda ÿ");
    assert_fold("Σίσυφος", "σίσυφοσ");
    assert_fold("\u212A \u00b5", "k \u03bc");
}

static bool folds_at_sight(const char *text)
{
    return lyh_text_folds_at_sight(text, strlen(text));
}

/* What combines, and what folds into other letters or more of them, is looked at more closely. */
static void letters_that_small_ones_are_known_of_fold_at_sight(void)
{
    g_assert_true(folds_at_sight(""));
    g_assert_true(folds_at_sight("Överförmyndare, É-U 24"));
    g_assert_false(folds_at_sight("straße"));
    g_assert_false(folds_at_sight("ŠKODA"));
    g_assert_false(folds_at_sight("A\u030ALDER"));
    g_assert_false(folds_at_sight("o\u0308"));
    g_assert_false(folds_at_sight("\u212A"));
    g_assert_false(folds_at_sight("\u00b5"));
}

static void kinds_of_characters_follow_unicode(void)
{
    g_assert_true(lyh_char_is_word('a') && lyh_char_is_word('7') && lyh_char_is_word(0xe5));
    g_assert_true(lyh_char_is_word(0x301) && lyh_char_is_word(0xbd) &&
                  lyh_char_is_word(0x4e2d));
    g_assert_false(lyh_char_is_word('-') || lyh_char_is_word(' ') || lyh_char_is_word('_'));
    g_assert_false(lyh_char_is_word(0x2013) || lyh_char_is_word(0x20ac));
    g_assert_true(lyh_char_is_upper(0xc5) && lyh_char_is_upper(0x1c5));
    g_assert_false(lyh_char_is_upper(0xe5) || lyh_char_is_upper('1'));
    g_assert_true(lyh_char_is_digit('0') && lyh_char_is_digit(0x663));
    g_assert_false(lyh_char_is_digit(0xb2) || lyh_char_is_digit('x'));
    const uint32_t spaces[] = { ' ',    '\t',   '\n',   '\v',   '\f',   '\r',   0x85,  0xa0,
                                0x1680, 0x2003, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 };
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        g_assert_true(lyh_char_is_space(spaces[i]));
    g_assert_false(lyh_char_is_space(0x200b) || lyh_char_is_space('x'));
}

/* GLib has tables of its own. */
static void every_character_is_space_upper_or_none_as_glib_has_it(void)
{
    for (gunichar c = 0x80; c <= 0x10ffff; c++) {
        GUnicodeType type = g_unichar_type(c);
        bool is_space = type == G_UNICODE_SPACE_SEPARATOR ||
                        type == G_UNICODE_LINE_SEPARATOR ||
                        type == G_UNICODE_PARAGRAPH_SEPARATOR || c == 0x85;
        bool is_upper =
            type == G_UNICODE_UPPERCASE_LETTER || type == G_UNICODE_TITLECASE_LETTER;
        g_assert_cmpint(lyh_char_is_space(c), ==, is_space);
        g_assert_cmpint(lyh_char_is_upper(c), ==, is_upper);
    }
}

static void dashes_and_quotation_marks_are_no_letters(void)
{
    for (gunichar c = 0x2000; c < 0x2070; c++)
        g_assert_cmpint(lyh_char_is_word(c), ==,
                        g_unichar_isalnum(c) || g_unichar_ismark(c));
}

static void what_a_terminal_acts_on_is_shown_as_numbers(void)
{
    assert_shown("\033[31mröd\033[0m", false, "\\x1b[31mröd\\x1b[0m");
    assert_shown("\033]52;c;cHduZWQ=\a", true, "\\x1b]52;c;cHduZWQ=\\x07");
    assert_shown("a\u202eb\u2066c\u061cd", false, "a\\u202eb\\u2066c\\u061cd");
    assert_shown("\xc2\x9b"
                 "31m\x7f",
                 false, "\\x9b31m\\x7f");
    assert_shown("rad\tett\nrad två\r\n", false, "rad\tett\nrad två\\r\n");
    assert_shown("rad\tett\nrad två\u2028x", true, "rad\\tett\\nrad två\\u2028x");
    assert_shown("brev\xe5.txt\xff", true, "brev\\xe5.txt\\xff");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/a search for signs stops at the first and at the end",
                    a_search_for_signs_stops_at_the_first_and_at_the_end);
    g_test_add_func("/text/characters are code points of one to four bytes",
                    characters_are_code_points_of_one_to_four_bytes);
    g_test_add_func("/text/what RFC 3629 forbids is invalid at its first byte",
                    what_rfc_3629_forbids_is_invalid_at_its_first_byte);
    g_test_add_func("/text/the edges of Unicode are valid", the_edges_of_unicode_are_valid);
    g_test_add_func("/text/letters with loose marks are composed",
                    letters_with_loose_marks_are_composed);
    g_test_add_func("/text/marks that do not join are put in canonical order",
                    marks_that_do_not_join_are_put_in_canonical_order);
    g_test_add_func("/text/a long pile of marks takes no quadratic time",
                    a_long_pile_of_marks_takes_no_quadratic_time);
    g_test_add_func("/text/a text may be normalised segment by segment",
                    a_text_may_be_normalised_segment_by_segment);
    g_test_add_func("/text/case folding keeps swedish letters apart",
                    case_folding_keeps_swedish_letters_apart);
    g_test_add_func("/text/letters that small ones are known of fold at sight",
                    letters_that_small_ones_are_known_of_fold_at_sight);
    g_test_add_func("/text/kinds of characters follow Unicode",
                    kinds_of_characters_follow_unicode);
    g_test_add_func("/text/every character is space, upper or none as GLib has it",
                    every_character_is_space_upper_or_none_as_glib_has_it);
    g_test_add_func("/text/dashes and quotation marks are no letters",
                    dashes_and_quotation_marks_are_no_letters);
    g_test_add_func("/text/what a terminal acts on is shown as numbers",
                    what_a_terminal_acts_on_is_shown_as_numbers);
    return g_test_run();
}
