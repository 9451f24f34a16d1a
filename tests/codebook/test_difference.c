#include <lyhord/codebook/difference.h>

#include "book_text.h"

static const char *const kinds[] = {
    [LYH_CODE_ADDED] = "added",     [LYH_CODE_REMOVED] = "removed",
    [LYH_CODE_RENAMED] = "renamed", [LYH_FIELD_CHANGED] = "changed",
    [LYH_RULE_ADDED] = "rule+",     [LYH_RULE_REMOVED] = "rule-",
};

/* One line a change: "kind code field: before -> after". */
static void check_difference(const char *before, const char *after, const char *wanted)
{
    g_auto(book_text) one = book_of_text(before);
    g_auto(book_text) two = book_of_text(after);
    lyh_difference *difference = lyh_difference_new(one.book, two.book);
    g_autoptr(GString) told = g_string_new(NULL);
    for (size_t i = 0; i < lyh_difference_count(difference); i++) {
        const lyh_change *change = lyh_difference_at(difference, i);
        bool is_there = change->new_code != LYH_NONE;
        const lyh_code *code = is_there ? lyh_codebook_code(two.book, change->new_code)
                                        : lyh_codebook_code(one.book, change->old_code);
        g_string_append_printf(told, "%s %s %s: %s -> %s\n", kinds[change->kind],
                               code->name, lyh_field_name(change->field), change->before,
                               change->after);
    }
    g_assert_cmpstr(told->str, ==, wanted);
    lyh_difference_free(difference);
}

static void a_codebook_does_not_differ_from_itself(void)
{
    const char *text = "kod;överordnad;regler\na;;lyssnar | hör\nb;a;@a & !inte\n";
    check_difference(text, text, "");
}

static void spacing_comments_and_order_are_no_change(void)
{
    check_difference("kod;definition;regler\na;d;\"x\ny # sagt\"\nb;e;z\n",
                     "kod;regler;definition\nb; z ;e\na;\"y\n\nx\";d \n", "");
}

static void what_is_said_of_a_code_is_compared_cell_by_cell(void)
{
    check_difference("kod;överordnad;namn;färg;definition\na;;A;#000000;d\nb;a;;;\n",
                     "kod;överordnad;namn;färg;definition\na;;Å;#ffffff;d\nb;;B;;e\n",
                     "changed a label: A -> Å\n"
                     "changed a colour: #000000 -> #ffffff\n"
                     "changed b parent: a -> \n"
                     "changed b label:  -> B\n"
                     "changed b definition:  -> e\n");
}

static void rules_come_and_go_column_by_column(void)
{
    check_difference("kod;regler;regler_plus;mönster\na;\"x\ny\";;p+\n",
                     "kod;regler;regler_plus;mönster\na;y;x;p*\n",
                     "rule- a rules: x -> \n"
                     "rule- a pattern: p+ -> \n"
                     "rule+ a rules_plus:  -> x\n"
                     "rule+ a pattern:  -> p*\n");
}

static void a_rule_written_twice_and_then_once_has_gone_once(void)
{
    check_difference("kod;regler\na;\"x\nx\"\n", "kod;regler\na;x\n",
                     "rule- a rules: x -> \n");
}

static void codes_that_came_and_went_are_told_whole(void)
{
    check_difference("kod;definition;regler\na;d;x\n", "kod;definition;regler\nb;e;y\n",
                     "added b code:  -> b\n"
                     "changed b definition:  -> e\n"
                     "rule+ b rules:  -> y\n"
                     "removed a code: a -> \n"
                     "changed a definition: d -> \n"
                     "rule- a rules: x -> \n");
}

static void a_code_with_the_same_rules_under_another_name_is_renamed(void)
{
    check_difference("kod;definition;regler\na;d;\"x\ny\"\nc;f;z\n",
                     "kod;definition;regler\nc;f;z\nb;e;\"x\ny\"\n",
                     "renamed b code: a -> b\n"
                     "changed b definition: d -> e\n");
}

static void less_than_half_alike_is_no_new_name(void)
{
    check_difference("kod;regler\na;\"x\ny\nz\"\n", "kod;regler\nb;\"x\nu\nv\nw\"\n",
                     "added b code:  -> b\n"
                     "rule+ b rules:  -> x\n"
                     "rule+ b rules:  -> u\n"
                     "rule+ b rules:  -> v\n"
                     "rule+ b rules:  -> w\n"
                     "removed a code: a -> \n"
                     "rule- a rules: x -> \n"
                     "rule- a rules: y -> \n"
                     "rule- a rules: z -> \n");
}

static void what_every_code_says_makes_no_two_alike(void)
{
    check_difference("kod;definition\na;se ovan\nb;se ovan\n",
                     "kod;definition\nb;se ovan\nc;se ovan\n",
                     "added c code:  -> c\n"
                     "changed c definition:  -> se ovan\n"
                     "removed a code: a -> \n"
                     "changed a definition: se ovan -> \n");
}

static void the_pair_most_alike_is_taken_first(void)
{
    g_auto(book_text) one = book_of_text("kod;regler\na;\"x\ny\"\n");
    g_auto(book_text) two = book_of_text("kod;regler\nb;\"x\nu\"\nc;y\n");
    lyh_difference *difference = lyh_difference_new(one.book, two.book);
    g_assert_cmpuint(lyh_difference_new_code(difference, 0), ==, 1);
    g_assert_cmpuint(lyh_difference_old_code(difference, 0), ==, LYH_NONE);
    g_assert_cmpuint(lyh_difference_old_code(difference, 1), ==, 0);
    lyh_difference_free(difference);
}

static void append_alternative(void *user, bool is_new, const char *text)
{
    g_string_append_printf(user, "%s%s; ", is_new ? "+" : "-", text);
}

/* What came and went within the rules of the one code of both, a line a rule that changed. */
static void check_alternatives(const char *before, const char *after, const char *wanted)
{
    g_auto(book_text) one = book_of_text(before);
    g_auto(book_text) two = book_of_text(after);
    lyh_difference *difference = lyh_difference_new(one.book, two.book);
    g_autoptr(GString) told = g_string_new(NULL);
    for (size_t i = 0; i < lyh_difference_count(difference); i++) {
        const lyh_change *change = lyh_difference_at(difference, i);
        if (change->kind != LYH_RULE_ADDED || change->pair == LYH_NONE)
            continue;
        g_assert_cmpuint(lyh_difference_at(difference, change->pair)->pair, ==, i);
        lyh_difference_alternatives(difference, i, append_alternative, told);
        g_string_append_c(told, '\n');
    }
    g_assert_cmpstr(told->str, ==, wanted);
    lyh_difference_free(difference);
}

static void of_a_rule_that_changed_the_alternatives_are_told(void)
{
    check_alternatives("kod;regler\na;v | w | x | y\n", "kod;regler\na;u | v | w | z | y\n",
                       "+u; +z; -x; \n");
    check_alternatives("kod;regler\na;\"x\nu | v\"\n", "kod;regler\na;\"x | y\nv | u\"\n",
                       "+y; \n\n");
}

static void half_of_the_alternatives_is_another_rule(void)
{
    check_alternatives("kod;regler\na;u | v\n", "kod;regler\na;u | w\n", "");
    check_alternatives("kod;regler;regler_plus\na;u | v;\n",
                       "kod;regler;regler_plus\na;;u | v | w\n", "");
}

static void groups_and_quotes_keep_their_signs(void)
{
    check_alternatives("kod;regler\na;\"\"\"p|q\"\" | (x & !y) | (u | v) ~3 z\"\n",
                       "kod;regler\na;\"\"\"p|q\"\" | (u | v) ~3 z | \"\"r|s\"\"\"\n",
                       "+\"r|s\"; -(x & !y); \n");
}

/* Every rule has a word in common with every other. */
static void ten_thousand_rules_alike_end(void)
{
    g_autoptr(GString) before = g_string_new("kod;regler\na;\"");
    g_autoptr(GString) after = g_string_new("kod;regler\na;\"");
    for (int i = 0; i < 10000; i++) {
        g_string_append_printf(before, "x | u%d\n", i);
        g_string_append_printf(after, "x | v%d\n", i);
    }
    g_string_append(before, "\"\n");
    g_string_append(after, "\"\n");
    g_auto(book_text) one = book_of(before->str, before->len);
    g_auto(book_text) two = book_of(after->str, after->len);
    lyh_difference *difference = lyh_difference_new(one.book, two.book);
    g_assert_cmpuint(lyh_difference_count(difference), ==, 20000);
    lyh_difference_free(difference);
}

static void a_change_has_its_place_in_both_files(void)
{
    g_auto(book_text) one = book_of_text("kod;regler\na;\"x\ny\"\n");
    g_auto(book_text) two = book_of_text("kod;regler\na;\"x\nz z\"\n");
    lyh_difference *difference = lyh_difference_new(one.book, two.book);
    const lyh_change *gone = lyh_difference_at(difference, 0);
    const lyh_change *came = lyh_difference_at(difference, 1);
    g_assert_cmpuint(gone->old_place.start, ==, 16);
    g_assert_cmpuint(came->new_place.start, ==, 16);
    g_assert_cmpuint(came->new_place.end, ==, 19);
    lyh_difference_free(difference);
}

/* Each of many codes got another name: linear, because nobody is compared with everybody. */
static void ten_thousand_new_names_end(void)
{
    g_autoptr(GString) before = g_string_new("kod;definition;regler\n");
    g_autoptr(GString) after = g_string_new("kod;definition;regler\n");
    for (int i = 0; i < 10000; i++) {
        g_string_append_printf(before, "a%d;samma;ord%d\n", i, i);
        g_string_append_printf(after, "b%d;samma;ord%d\n", i, i);
    }
    g_auto(book_text) one = book_of(before->str, before->len);
    g_auto(book_text) two = book_of(after->str, after->len);
    lyh_difference *difference = lyh_difference_new(one.book, two.book);
    g_assert_cmpuint(lyh_difference_count(difference), ==, 10000);
    lyh_difference_free(difference);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/difference/" #name, name)
    ADD(a_codebook_does_not_differ_from_itself);
    ADD(spacing_comments_and_order_are_no_change);
    ADD(what_is_said_of_a_code_is_compared_cell_by_cell);
    ADD(rules_come_and_go_column_by_column);
    ADD(a_rule_written_twice_and_then_once_has_gone_once);
    ADD(codes_that_came_and_went_are_told_whole);
    ADD(a_code_with_the_same_rules_under_another_name_is_renamed);
    ADD(less_than_half_alike_is_no_new_name);
    ADD(what_every_code_says_makes_no_two_alike);
    ADD(the_pair_most_alike_is_taken_first);
    ADD(of_a_rule_that_changed_the_alternatives_are_told);
    ADD(half_of_the_alternatives_is_another_rule);
    ADD(groups_and_quotes_keep_their_signs);
    ADD(ten_thousand_rules_alike_end);
    ADD(a_change_has_its_place_in_both_files);
    ADD(ten_thousand_new_names_end);
#undef ADD
    return g_test_run();
}
