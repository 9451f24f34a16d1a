/*
 * Rules parsed by hand from the grammar, shown as a tree: (row a b) in a row, (near a ~3 b), (all a
 * !b), (any a b); leaves as they are written, =a for a plain word.
 */
#include <glib.h>
#include <string.h>

#include <lyhord/codebook/rule.h>

#include "../../src/base/autoptr.h"
#include "../../src/codebook/autoptr.h"

static void show(GString *out, const lyh_rule *rule, size_t index);

static void show_leaf(GString *out, const lyh_rule_node *node)
{
    static const char *const frames[] = {
        [LYH_RULE_WORD] = "=%s",   [LYH_RULE_EXACT] = "\"%s\"",
        [LYH_RULE_GLOB] = "%s",    [LYH_RULE_HEAD] = "+%s",
        [LYH_RULE_FIRST] = "%s+",  [LYH_RULE_REFERENCE] = "@%s",
        [LYH_RULE_REGEX] = "/%s/",
    };
    g_auto(GStrv) around = g_strsplit(frames[node->kind], "%s", 2);
    g_string_append_printf(out, "%s%s%s", around[0], node->text, around[1]);
}

static void show_child(GString *out, const lyh_rule *rule, size_t index)
{
    const lyh_rule_node *node = lyh_rule_node_at(rule, index);
    g_string_append_c(out, ' ');
    if (node->gap == LYH_GAP_UP_TO_THREE)
        g_string_append(out, ".. ");
    if (node->gap == LYH_GAP_EXACTLY)
        g_string_append_printf(out, "_%zu ", node->gap_words);
    if (node->distance)
        g_string_append_printf(out, "~%zu ", node->distance);
    if (node->is_negated)
        g_string_append_c(out, '!');
    show(out, rule, index);
}

static void show(GString *out, const lyh_rule *rule, size_t index)
{
    static const char *const names[] = {
        [LYH_RULE_SEQUENCE] = "row",
        [LYH_RULE_NEAR] = "near",
        [LYH_RULE_ALL] = "all",
        [LYH_RULE_ANY] = "any",
    };
    const lyh_rule_node *node = lyh_rule_node_at(rule, index);
    if (node->text) {
        show_leaf(out, node);
        return;
    }
    g_string_append_printf(out, "(%s", names[node->kind]);
    for (size_t child = node->first_child; child != LYH_NONE;
         child = lyh_rule_node_at(rule, child)->next_sibling)
        show_child(out, rule, child);
    g_string_append_c(out, ')');
}

/** The tree of @text, "nothing" for no rule, or "COLUMN message" of its only error. */
static char *parsed(const char *text)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("regel", LYH_SOURCE_TABLE, text, strlen(text), diags);
    lyh_rule_origin origin = { .source = source };
    g_autoptr(lyh_rule) rule = lyh_rule_parse(text, strlen(text), &origin, diags);
    if (!rule && lyh_diags_count(diags) == 0)
        return g_strdup("nothing");
    if (!rule) {
        g_assert_cmpuint(lyh_diags_count(diags), ==, 1);
        const lyh_diag *diag = lyh_diags_at(diags, 0);
        return g_strdup_printf("%zu %s", diag->column, diag->message);
    }
    g_assert_cmpuint(lyh_diags_count(diags), ==, 0);
    GString *out = g_string_new(NULL);
    show(out, rule, lyh_rule_root(rule));
    return g_string_free(out, FALSE);
}

static void check_tree(const char *text, const char *expected)
{
    g_autofree char *found = parsed(text);
    g_assert_cmpstr(found, ==, expected);
}

/** The message begins at @column and holds @words. */
static void check_error(const char *text, size_t column, const char *words)
{
    g_autofree char *found = parsed(text);
    g_autofree char *start = g_strdup_printf("%zu ", column);
    if (!g_str_has_prefix(found, start) || !strstr(found, words))
        g_error("'%s' gave '%s', not '%s… %s'", text, found, start, words);
}

static void every_kind_of_leaf_is_told_apart(void)
{
    check_tree("ringer", "=ringer");
    check_tree("\"ringer\"", "\"ringer\"");
    check_tree("tillgäng*", "tillgäng*");
    check_tree("koll?g*", "koll?g*");
    check_tree("+hjälp", "+hjälp");
    check_tree("brand+", "brand+");
    check_tree("@lukt", "@lukt");
    check_tree("@\"det här\"", "@det här");
    check_tree("/l[uå]kt/", "/l[uå]kt/");
    check_tree("t.ex.", "=t.ex.");
    check_tree("e-post", "=e-post");
}

static void quotes_inside_quotes_are_doubled(void)
{
    check_tree("\"sa \"\"nej\"\" då\"", "\"sa \"nej\" då\"");
}

static void a_slash_in_a_pattern_is_escaped(void)
{
    check_tree("/24\\/7/", "/24\\/7/");
    check_tree("/a\\\\/ | b", "(any /a\\\\/ =b)");
}

static void white_space_binds_tighter_than_near_than_and_than_or(void)
{
    check_tree("a b ~3 c & d | e", "(any (all (near (row =a =b) ~3 =c) =d) =e)");
    check_tree("a|b&c", "(any =a (all =b =c))");
}

static void near_goes_from_left_to_right(void)
{
    check_tree("a ~3 b c ~30 d", "(near =a ~3 (row =b =c) ~30 =d)");
}

static void gaps_stand_between_words_in_a_row(void)
{
    check_tree("ringer .. tillbaka", "(row =ringer .. =tillbaka)");
    check_tree("a _ b", "(row =a _1 =b)");
    check_tree("a __ _ b", "(row =a _3 =b)");
}

static void an_exclamation_mark_excludes_what_follows_an_and(void)
{
    check_tree("lukt & !mat & !\"os\"", "(all =lukt !=mat !\"os\")");
}

static void parentheses_group(void)
{
    check_tree("(ringer | hör av sig) tillbaka",
               "(row (any =ringer (row =hör =av =sig)) =tillbaka)");
    check_tree("((a))", "=a");
    check_tree("lukt & !(mat | os)", "(all =lukt !(any =mat =os))");
    check_tree("(@lukt | /x/) & a", "(all (any @lukt /x/) =a)");
}

static void a_comment_ends_the_line(void)
{
    check_tree("ringer # hen ringer", "=ringer");
    check_tree("\"#\" | /#/#", "(any \"#\" /#/)");
}

static void an_empty_line_or_a_comment_is_no_rule_and_no_error(void)
{
    check_tree("", "nothing");
    check_tree(" \t\u00a0", "nothing");
    check_tree("# bara en kommentar", "nothing");
}

static void a_rule_s_text_leaves_out_comment_and_outer_space(void)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_rule_origin origin = { 0 };
    const char *text = "  hör av sig   # återkoppling";
    g_autoptr(lyh_rule) rule = lyh_rule_parse(text, strlen(text), &origin, diags);
    g_assert_cmpstr(lyh_rule_text(rule), ==, "hör av sig");
    g_assert_cmpuint(lyh_rule_where(rule)->offset, ==, 2);
    g_assert_cmpuint(lyh_rule_node_at(rule, lyh_rule_root(rule))->end, ==,
                     strlen("hör av sig"));
}

static void words_with_reserved_signs_need_quotes_and_the_error_says_so(void)
{
    check_error("hjälp och/eller stöd", 7, "'och/eller' holds '/'");
    check_error("hjälp och/eller stöd", 7, "\"och/eller\"");
    check_error("öppet 24/7", 7, "write it in quotes");
    check_error("a_b", 1, "'a_b' holds '_'");
    check_error("a+b", 1, "'a+b' holds '+'");
    check_error("++a", 1, "holds '+'");
    check_error("+", 1, "holds '+'");
    check_error("+a*", 1, "holds '+'");
    check_error("namn@adress", 1, "holds '@'");
    check_error("nej!", 1, "holds '!'");
    check_error("@min_kod", 1, "@\"min_kod\"");
    check_error("”ringer”", 1, "straight quotes");
}

static void signs_keep_or_miss_their_white_space(void)
{
    check_error("a ~3b", 3, "white space");
    check_error("(a)~3 b", 4, "white space");
    check_error("(a).. b", 4, "white space");
    check_error("a(b)", 2, "white space is missing before '('");
    check_error("(a)b", 4, "white space is missing before 'b'");
    check_error("\"a\"b", 4, "white space is missing before 'b'");
    check_error("/a/i", 4, "white space is missing before 'i'");
    check_error("a & ! b", 5, "'!' must touch");
    check_error("@ lukt", 1, "'@' must touch");
}

static void near_takes_one_to_thirty_words(void)
{
    check_tree("a ~1 b", "(near =a ~1 =b)");
    check_error("a ~0 b", 3, "1 to 30");
    check_error("a ~31 b", 3, "1 to 30");
    check_error("a ~ b", 3, "1 to 30");
    check_error("a ~99999999999999999999999 b", 3, "1 to 30");
}

static void what_is_never_closed_is_shown_where_it_opened(void)
{
    check_error("å \"b", 3, "never closed");
    check_error("å /b", 3, "never closed");
    check_error("å | (b", 5, "never closed");
    check_error("a)", 2, "closes nothing");
    check_error("\"\"", 1, "nothing between the quotes");
    check_error("//", 1, "nothing between the slashes");
}

static void a_missing_operand_is_shown_where_it_should_stand(void)
{
    check_error("a |", 4, "ends where a word should come");
    check_error("| a", 1, "before '|'");
    check_error("a | | b", 5, "before '|'");
    check_error("a & & b", 5, "before '&'");
    check_error("()", 2, "before ')'");
    check_error(".. a", 1, "before '..'");
    check_error("a ..", 5, "ends where a word should come");
    check_error("a ~3", 5, "ends where a word should come");
    check_error("a .. _ b", 6, "before '_'");
    check_error("a ~3 .. b", 6, "before '..'");
}

static void the_first_of_an_and_is_never_excluded(void)
{
    check_error("!a & b", 1, "only after '&'");
    check_error("a | !b", 5, "only after '&'");
    check_error("a !b", 3, "only after '&'");
    check_error("a & !!b", 6, "only after '&'");
}

static void patterns_and_references_are_whole_operands(void)
{
    check_tree("/a/ | @b & !/c/", "(any /a/ (all @b !/c/))");
    check_error("a /b/", 3, "pattern");
    check_error("@b a", 1, "reference");
    check_error("a ~3 /b/", 6, "pattern");
    check_error("a (b | @c)", 8, "reference");
}

static void an_and_does_not_stand_inside_a_phrase(void)
{
    check_error("(a & b) c", 2, "'&'");
    check_error("x ~2 (d | (a & b))", 12, "'&'");
    check_tree("(a & b) | c", "(any (all =a =b) =c)");
}

static void deep_parentheses_are_refused_and_not_followed(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append_c(text, '(');
    check_error(text->str, LYH_RULE_DEPTH_MAX + 1, "deep");
    check_tree("((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))", "=a");
}

static void a_rule_of_a_hundred_thousand_words_is_one_row(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(text, "å ");
    g_autofree char *tree = parsed(text->str);
    g_assert_true(g_str_has_prefix(tree, "(row =å =å "));
}

/* Plain rules are read when they are looked at; what stands in parentheses is none, and is read at once. */
static void a_plain_rule_is_read_as_the_same_in_parentheses(void)
{
    static const char *const pieces[] = { "a",  "\xc3\xa5", "b",    "-",     "*",  "?",
                                          " ",  " ",        "|",    " | ",   "\"", "\"a ",
                                          "(",  "(a ",      ")",    ") ",    "+b", " & ",
                                          " !", "!a",       " ~2 ", " ~30 ", " _", "+",
                                          "\t", "\xc2\xa0", ".",    "~2",    "&",  "!",
                                          "@",  " ~31 " };
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    size_t rules = 0;
    for (int i = 0; i < 100000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        /* most of them of what plain rules are made of */
        int most = i % 4 ? 22 : (int)G_N_ELEMENTS(pieces);
        for (int left = g_rand_int_range(random, 1, 9); left > 0; left--)
            g_string_append(text, pieces[g_rand_int_range(random, 0, most)]);
        g_autofree char *enclosed = g_strdup_printf("(%s)", text->str);
        g_autofree char *one = parsed(text->str);
        g_autofree char *other = parsed(enclosed);
        bool is_rule = !g_ascii_isdigit(*one) && !g_str_equal(one, "nothing");
        rules += is_rule;
        /* "a) | (b" is one in parentheses alone */
        if (is_rule || !strchr(text->str, ')'))
            g_assert_true(g_str_equal(one, other) || (!is_rule && g_ascii_isdigit(*other)));
    }
    g_assert_cmpuint(rules, >, 5000);
}

static void comments_and_space_behind_a_plain_rule_are_no_part_of_it(void)
{
    static const char *const texts[] = {
        "a | \"b c\" d",
        " a | \"b c\" d  ",
        "a | \"b c\" d # e",
        "a | \"b c\" d#",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
        lyh_rule_origin nowhere = { 0 };
        g_autoptr(lyh_rule) rule =
            lyh_rule_parse(texts[i], strlen(texts[i]), &nowhere, diags);
        g_assert_cmpstr(lyh_rule_text(rule), ==, "a | \"b c\" d");
        check_tree(texts[i], "(any =a (row \"b c\" =d))");
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/rule/" #name, name)
    ADD(every_kind_of_leaf_is_told_apart);
    ADD(quotes_inside_quotes_are_doubled);
    ADD(a_slash_in_a_pattern_is_escaped);
    ADD(white_space_binds_tighter_than_near_than_and_than_or);
    ADD(near_goes_from_left_to_right);
    ADD(gaps_stand_between_words_in_a_row);
    ADD(an_exclamation_mark_excludes_what_follows_an_and);
    ADD(parentheses_group);
    ADD(a_comment_ends_the_line);
    ADD(an_empty_line_or_a_comment_is_no_rule_and_no_error);
    ADD(a_rule_s_text_leaves_out_comment_and_outer_space);
    ADD(words_with_reserved_signs_need_quotes_and_the_error_says_so);
    ADD(signs_keep_or_miss_their_white_space);
    ADD(near_takes_one_to_thirty_words);
    ADD(what_is_never_closed_is_shown_where_it_opened);
    ADD(a_missing_operand_is_shown_where_it_should_stand);
    ADD(the_first_of_an_and_is_never_excluded);
    ADD(patterns_and_references_are_whole_operands);
    ADD(an_and_does_not_stand_inside_a_phrase);
    ADD(deep_parentheses_are_refused_and_not_followed);
    ADD(a_rule_of_a_hundred_thousand_words_is_one_row);
    ADD(a_plain_rule_is_read_as_the_same_in_parentheses);
    ADD(comments_and_space_behind_a_plain_rule_are_no_part_of_it);
#undef ADD
    return g_test_run();
}
