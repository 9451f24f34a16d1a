#include <lyhord/codebook/weakness.h>

#include "book_text.h"

/* One line a warning of code @only, or of all: "line:column code". */
static void check_said_of(size_t only, const char *text, const char *wanted)
{
    g_auto(book_text) read = book_of_text(text);
    size_t before = lyh_diags_count(read.diags);
    lyh_codebook_warn_of_weakness_in(read.book, only, read.diags);
    g_autoptr(GString) told = g_string_new(NULL);
    for (size_t i = before; i < lyh_diags_count(read.diags); i++) {
        const lyh_diag *diag = lyh_diags_at(read.diags, i);
        g_assert_cmpint(diag->severity, ==, LYH_WARNING);
        g_string_append_printf(told, "%zu:%zu %s\n", diag->line, diag->column, diag->code);
    }
    g_assert_cmpstr(told->str, ==, wanted);
}

static void check_said(const char *text, const char *wanted)
{
    check_said_of(LYH_NONE, text, wanted);
}

static void a_rule_that_stands_there_already_never_wins(void)
{
    check_said("kod;regler\na;lukt | ljud | Lukt\n", "2:17 rule-repeated\n");
    check_said("kod;regler;regler_plus\na;\"x\ny z\";\"y   z # igen\"\n",
               "3:7 rule-repeated\n");
    check_said("kod;regler;undantag\na;x;p | p\n", "2:9 rule-repeated\n");
}

static void what_is_written_otherwise_is_another_rule(void)
{
    check_said(
        "kod;regler\na;\"x | \"\"x\"\" | +x | x+ | x y | x .. y | x _ y | x ~2 y | x ~3 y\n"
        "x & y | x & !y | (x | y) z | x* | /x/ | /X/ | xxx* | xxx?\"\n",
        "3:30 rule-wide\n");
}

static void a_rule_and_an_exception_alike_find_nothing(void)
{
    check_said("kod;undantag;regler\na;nej | jo;\"ja\nnej & nu | jo\"\n",
               "3:12 rule-excepted\n");
    check_said("kod;regler;undantag\na;x;y\nb;y;x\n", "");
}

static void words_that_two_codes_claim_are_told_at_the_second(void)
{
    check_said("kod;regler\na;x | y\nb;\"z | y\"\nc;y\n",
               "3:8 rule-shared\n4:3 rule-shared\n");
}

static void a_code_may_say_what_those_above_and_below_it_say(void)
{
    check_said("kod;överordnad;regler\na;;x\nb;a;x\nc;;y\nd;c;@a | z\ne;c;@a | v\n", "");
}

static void a_word_of_hardly_any_letters_finds_nearly_all(void)
{
    check_said("kod;regler;undantag\na;* | a* | ?å? | hem* | a* b;b?\n",
               "2:3 rule-wide\n2:7 rule-wide\n2:12 rule-wide\n");
}

static void colours_that_eyes_cannot_tell_apart_are_told(void)
{
    check_said("kod;färg\na;#005A9C\nb;#B3261E\nc;#015b9d\nd;\n", "4:3 colours-alike\n");
    check_said("kod;färg\na;#000000\nb;#FFFFFF\n", "");
}

/* Black and white are 100 apart by definition; red and blue after Lindbloom's calculator. */
static void differences_of_colours_are_those_of_cie_1976(void)
{
    g_assert_cmpfloat_with_epsilon(lyh_colour_difference("#000000", "#ffffff"), 100, 0.02);
    g_assert_cmpfloat_with_epsilon(lyh_colour_difference("#ff0000", "#0000ff"), 176.3, 0.1);
    g_assert_cmpfloat(lyh_colour_difference("#123456", "#123456"), <, 1e-9);
}

static void a_code_before_what_is_above_it_is_told(void)
{
    check_said("kod;överordnad\nb;a\na;\nc;a\n", "2:1 code-order\n");
}

static void of_one_code_is_told_what_it_shares_with_those_before_and_behind_it(void)
{
    const char *text = "kod;färg;regler\na;#101010;x | x\nb;#202020;y | a*\n"
                       "c;#101010;x\nd;#202020;\"y | z\"\ne;;z | z\n";
    check_said_of(0, text, "2:15 rule-repeated\n4:11 rule-shared\n4:3 colours-alike\n");
    check_said_of(1, text, "3:15 rule-wide\n5:12 rule-shared\n5:3 colours-alike\n");
    check_said_of(3, text, "5:12 rule-shared\n6:4 rule-shared\n5:3 colours-alike\n");
}

static void many_codes_of_one_word_and_colour_end(void)
{
    g_autoptr(GString) text = g_string_new("kod;färg;regler\n");
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(text, "k%d;#101010;samma\n", i);
    g_auto(book_text) read = book_of_text(text->str);
    lyh_codebook_warn_of_weakness(read.book, read.diags);
    g_assert_cmpuint(lyh_diags_warning_count(read.diags), ==, 2 * 19999);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/weakness/" #name, name)
    ADD(a_rule_that_stands_there_already_never_wins);
    ADD(what_is_written_otherwise_is_another_rule);
    ADD(a_rule_and_an_exception_alike_find_nothing);
    ADD(words_that_two_codes_claim_are_told_at_the_second);
    ADD(a_code_may_say_what_those_above_and_below_it_say);
    ADD(a_word_of_hardly_any_letters_finds_nearly_all);
    ADD(colours_that_eyes_cannot_tell_apart_are_told);
    ADD(differences_of_colours_are_those_of_cie_1976);
    ADD(a_code_before_what_is_above_it_is_told);
    ADD(of_one_code_is_told_what_it_shares_with_those_before_and_behind_it);
    ADD(many_codes_of_one_word_and_colour_end);
#undef ADD
    return g_test_run();
}
