#include <glib.h>
#include <string.h>

#include <lyhord/codebook/codebook.h>

#include "../../src/base/autoptr.h"
#include "../../src/codebook/autoptr.h"

/** A codebook read from a text, with what it borrows and what was said. */
typedef struct book_reading {
    lyh_diags *diags;
    lyh_source *source;
    lyh_codebook *book;
} book_reading;

static book_reading read_text(const char *text)
{
    book_reading result = { .diags = lyh_diags_new(NULL) };
    result.source = lyh_source_from_bytes("kodbok.csv", LYH_SOURCE_TABLE, text,
                                          strlen(text), result.diags);
    lyh_csv *csv = lyh_csv_read(result.source, result.diags);
    g_assert_nonnull(csv);
    result.book = lyh_codebook_read(csv, result.diags);
    if (!result.book)
        lyh_csv_free(csv);
    return result;
}

static void clear_reading(book_reading *reading)
{
    lyh_codebook_free(reading->book);
    lyh_source_free(reading->source);
    lyh_diags_free(reading->diags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(book_reading, clear_reading)

static void check_said(const book_reading *reading, size_t index, lyh_severity severity,
                       size_t line, size_t column, const char *words)
{
    g_assert_cmpuint(lyh_diags_count(reading->diags), >, index);
    const lyh_diag *diag = lyh_diags_at(reading->diags, index);
    if (!strstr(diag->message, words))
        g_error("'%s' does not say '%s'", diag->message, words);
    g_assert_cmpint((int)diag->severity, ==, (int)severity);
    g_assert_cmpuint(diag->line, ==, line);
    if (column)
        g_assert_cmpuint(diag->column, ==, column);
}

static void check_only_error(const char *text, size_t line, size_t column,
                             const char *words)
{
    g_auto(book_reading) found = read_text(text);
    g_assert_null(found.book);
    check_said(&found, 0, LYH_SERIOUS, line, column, words);
    g_assert_cmpuint(lyh_diags_count(found.diags), ==, 1);
}

static void check_only_warning(const char *text, size_t line, const char *words)
{
    g_auto(book_reading) found = read_text(text);
    g_assert_nonnull(found.book);
    check_said(&found, 0, LYH_WARNING, line, 0, words);
    g_assert_cmpuint(lyh_diags_count(found.diags), ==, 1);
}

static void every_column_is_read(void)
{
    g_auto(book_reading) found =
        read_text("kod;överordnad;namn;färg;definition;när;inte_när;exempel;regler;regler_"
                  "plus;regler_minus;"
                  "undantag;mönster\n"
                  "lukt;;Lukt och smak;#1b6e5a;Allt om lukt;om doft;om mat;det "
                  "doftar;lukt*;gott;\"illa\nunk*\";"
                  "\"lukt i burk\";l[uå]kt\n");
    const lyh_code *code = lyh_codebook_code(found.book, 0);
    g_assert_cmpuint(lyh_diags_count(found.diags), ==, 0);
    g_assert_cmpstr(code->name, ==, "lukt");
    g_assert_cmpstr(code->label, ==, "Lukt och smak");
    g_assert_cmpstr(code->colour, ==, "#1b6e5a");
    g_assert_cmpstr(code->definition, ==, "Allt om lukt");
    g_assert_cmpstr(code->when, ==, "om doft");
    g_assert_cmpstr(code->when_not, ==, "om mat");
    g_assert_cmpstr(code->example, ==, "det doftar");
    g_assert_cmpuint(code->parent, ==, LYH_NONE);

    static const struct {
        const char *text;
        lyh_rule_column column;
    } rules[] = {
        { "lukt*", LYH_RULES_NEUTRAL },      { "gott", LYH_RULES_PLUS },
        { "illa", LYH_RULES_MINUS },         { "unk*", LYH_RULES_MINUS },
        { "lukt i burk", LYH_RULES_EXCEPT }, { "l[uå]kt", LYH_RULES_NEUTRAL },
    };
    g_assert_cmpuint(lyh_codebook_rule_count(found.book, 0), ==, G_N_ELEMENTS(rules));
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_assert_cmpstr(lyh_rule_text(lyh_codebook_rule(found.book, 0, i)), ==,
                        rules[i].text);
        g_assert_cmpint((int)lyh_codebook_rule_column(found.book, 0, i), ==,
                        (int)rules[i].column);
    }
}

static void english_headings_and_plain_letters_will_do(void)
{
    static const char *const headings[] = {
        "code;parent;name;colour;definition;when;when_not;example;rules;rules_plus;rules_"
        "minus;"
        "exceptions;pattern",
        "Code;Parent;Label;Color;Definition;When;When_not;Example;Rules;Rules_plus;Rules_"
        "minus;"
        "Exceptions;Pattern",
        "kod;overordnad;namn;farg;definition;nar;inte_nar;exempel;regler;regler_plus;"
        "regler_minus;"
        "undantag;monster",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(headings); i++) {
        g_autofree char *text =
            g_strconcat(headings[i], "\na;;A;#123456;d;n;i;e;r;p;m;u;x\n", NULL);
        g_auto(book_reading) found = read_text(text);
        g_assert_cmpuint(lyh_diags_count(found.diags), ==, 0);
        g_assert_cmpuint(lyh_codebook_rule_count(found.book, 0), ==, 5);
        g_assert_cmpstr(lyh_codebook_code(found.book, 0)->when_not, ==, "i");
        g_assert_cmpstr(lyh_codebook_code(found.book, 0)->colour, ==, "#123456");
    }
}

static void a_code_without_a_name_for_readers_is_called_by_its_code(void)
{
    g_auto(book_reading) found = read_text("kod;namn\nlukt;\n");
    g_assert_cmpstr(lyh_codebook_code(found.book, 0)->label, ==, "lukt");
}

static void several_parents_may_stand_above_a_code_and_the_first_is_the_path(void)
{
    g_auto(book_reading) found =
        read_text("kod;överordnad\nsinne;\nhus;\nlukt;sinne | hus\nrök;lukt\n");
    size_t count;
    size_t lukt = lyh_codebook_find(found.book, "lukt"),
           rok = lyh_codebook_find(found.book, "rök");
    const size_t *parents = lyh_codebook_parents(found.book, lukt, &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpuint(parents[0], ==, 0);
    g_assert_cmpuint(parents[1], ==, 1);
    g_assert_cmpuint(lyh_codebook_code(found.book, lukt)->parent, ==, 0);
    g_assert_cmpuint(lyh_codebook_code(found.book, rok)->depth, ==, 2);
    g_assert_true(lyh_codebook_is_within(found.book, rok, rok));
    g_assert_true(lyh_codebook_is_within(found.book, rok, 0));
    g_assert_true(lyh_codebook_is_within(found.book, rok, 1));
    g_assert_false(lyh_codebook_is_within(found.book, 0, rok));
    g_assert_cmpuint(lyh_codebook_find(found.book, "doft"), ==, LYH_NONE);
}

static void a_code_twice_names_both_lines(void)
{
    check_only_error("kod\nlukt\nmat\nlukt\n", 4, 1, "first on line 2");
}

static void a_missing_parent_is_shown_within_its_cell(void)
{
    check_only_error("kod;överordnad\nlukt;\nrök;lukt|doft\n", 3, 10, "'doft'");
}

static void a_ring_of_parents_is_printed(void)
{
    check_only_error("kod;överordnad\na;b\nb;c\nc;a\n", 4, 3, "a -> b -> c -> a");
    check_only_error("kod;överordnad\na;a\n", 2, 3, "a -> a");
    check_only_error("kod;överordnad\nx;\na;x|b\nb;a\n", 4, 3, "a -> b -> a");
}

static void sixty_four_levels_are_the_most(void)
{
    g_autoptr(GString) text = g_string_new("kod;överordnad\nk0;\n");
    for (int i = 1; i <= LYH_CODE_DEPTH_MAX; i++)
        g_string_append_printf(text, "k%d;k%d\n", i, i - 1);
    g_auto(book_reading) fine = read_text(text->str);
    g_assert_nonnull(fine.book);
    g_string_append_printf(text, "en_till;k%d\n", LYH_CODE_DEPTH_MAX);
    check_only_error(text->str, LYH_CODE_DEPTH_MAX + 3, 1, "more than 64");
}

static void names_that_cannot_be_codes_are_refused(void)
{
    g_autofree char *longest = g_strnfill(LYH_CODE_NAME_MAX, 'k');
    g_autofree char *fine = g_strdup_printf("kod\n%s\n", longest);
    g_autofree char *too_long = g_strdup_printf("kod\nk%s\n", longest);
    g_auto(book_reading) found = read_text(fine);
    g_assert_nonnull(found.book);
    check_only_error(too_long, 2, 1, "101 characters");
    check_only_error("kod;namn\n;Namn\n", 2, 1, "without a code");
    check_only_error("kod\n\"rad\nbryt\"\n", 2, 0, "line end");
    check_only_error("kod\nlukt|doft\n", 2, 1, "'|'");
}

static void all_mistakes_are_told_in_one_run(void)
{
    g_auto(book_reading) found =
        read_text("kod;överordnad;regler\na;x;(\na;;\"b\n\"\"\"\n;;c |\n");
    g_assert_null(found.book);
    g_assert_cmpuint(lyh_diags_error_count(found.diags), ==, 6);
}

static void a_mistake_in_a_rule_has_its_line_and_column(void)
{
    check_only_error("kod;regler\nlukt;\"doft\nos ||\n\"\n", 3, 5, "before '|'");
    check_only_error("kod;regler\nlukt;doft och/eller os\n", 2, 11, "och/eller");
    check_only_error("kod;regler\nlukt;\"\"\"doft\"\" |\"\n", 2, 0, "ends where");
}

static void a_reference_must_name_a_code(void)
{
    check_only_error("kod;regler\nlukt;doft | @os\n", 2, 13, "'os'");
}

static void a_ring_of_references_is_printed(void)
{
    check_only_error("kod;regler\na;x & @b\nb;y & @c\nc;z & @a\n", 4, 7,
                     "a -> b -> c -> a");
    check_only_error("kod;regler\na;x & @a\n", 2, 7, "a -> a");
}

static void references_that_meet_again_are_no_ring(void)
{
    g_auto(book_reading) found = read_text("kod;regler\na;@b | @c\nb;@d\nc;@d\nd;x\n");
    g_assert_nonnull(found.book);
}

static void what_is_odd_but_usable_is_warned_about(void)
{
    check_only_warning("kod\nlukt\nLukt\n", 3, "only in case from 'lukt' on line 2");
    check_only_warning("kod\n=cmd\n", 2, "formula");
    check_only_warning("kod\n@kod\n", 2, "formula");
    check_only_warning("kod;vikt\nlukt;3\n", 1, "vikt");
    check_only_warning("kod;färg\nlukt;röd\n", 2, "'röd' is no colour");
    check_only_warning("kod\n", 0, "no codes");
}

static void markup_in_a_name_is_only_a_name(void)
{
    g_auto(book_reading) found = read_text("kod\n<script>alert(1)</script>\n");
    g_assert_cmpuint(lyh_diags_count(found.diags), ==, 0);
}

static void check_asks_for_what_coders_need(void)
{
    g_auto(book_reading) found =
        read_text("kod;definition;när;inte_när;exempel\na;d;n;i;e\nb;d;;i;\n");
    lyh_codebook_check(found.book, found.diags);
    check_said(&found, 0, LYH_WARNING, 3, 1, "'b' lacks när, exempel");
    g_assert_cmpuint(lyh_diags_count(found.diags), ==, 1);
}

static void ten_thousand_codes_in_a_chain_end(void)
{
    g_autoptr(GString) text = g_string_new("kod;överordnad;regler\nk0;;@k1\n");
    for (int i = 1; i < 10000; i++)
        g_string_append_printf(text, "k%d;k%d;@k%d\n", i, i - 1, (i + 1) % 10000);
    g_auto(book_reading) found = read_text(text->str);
    g_assert_cmpuint(lyh_diags_error_count(found.diags), ==, 10000 - 65 + 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/codebook/" #name, name)
    ADD(every_column_is_read);
    ADD(english_headings_and_plain_letters_will_do);
    ADD(a_code_without_a_name_for_readers_is_called_by_its_code);
    ADD(several_parents_may_stand_above_a_code_and_the_first_is_the_path);
    ADD(a_code_twice_names_both_lines);
    ADD(a_missing_parent_is_shown_within_its_cell);
    ADD(a_ring_of_parents_is_printed);
    ADD(sixty_four_levels_are_the_most);
    ADD(names_that_cannot_be_codes_are_refused);
    ADD(all_mistakes_are_told_in_one_run);
    ADD(a_mistake_in_a_rule_has_its_line_and_column);
    ADD(a_reference_must_name_a_code);
    ADD(a_ring_of_references_is_printed);
    ADD(references_that_meet_again_are_no_ring);
    ADD(what_is_odd_but_usable_is_warned_about);
    ADD(markup_in_a_name_is_only_a_name);
    ADD(check_asks_for_what_coders_need);
    ADD(ten_thousand_codes_in_a_chain_end);
#undef ADD
    return g_test_run();
}
