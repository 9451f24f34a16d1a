/* Rows of a rule, a talk and the places found, each worked by hand from docs/architecture.md §4. */
#include "coded.h"

typedef struct found_row {
    const char *rule, *talk, *expected;
} found_row;

static void check_rows(const found_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_test_message("%s", rows[i].rule);
        check_rule(rows[i].rule, rows[i].talk, rows[i].expected);
    }
}

#define CHECK(rows) check_rows(rows, G_N_ELEMENTS(rows))

static void a_gap_of_dots_takes_up_to_three_words(void)
{
    static const found_row rows[] = {
        { "xa .. xb", "B: xa xb", "k:xa xb" },
        { "xa .. xb", "B: xa x x x xb", "k:xa x x x xb" },
        { "xa .. xb", "B: xa x x x x xb", "" },
        { "xa .. xb", "B: xb xa", "" },
        { "xa .. xb", "B: xa, eh x – x öh xb", "k:xa, eh x – x öh xb" },
        { "xa .. xb .. xc", "B: xa x xb x xc", "k:xa x xb x xc" },
        { "xa .. xb xc", "B: xa xb x xb xc", "k:xa xb x xb xc" },
        { "xa xb .. xc xd", "B: xa xb x xc xd", "k:xa xb x xc xd" },
        { "xa .. xb", "B: xa. Xb", "" },
        { "xa .. xb", "B: xa xa xb", "k:xa xa xb" },
        { "xa .. xb", "B: xa xb xb", "k:xa xb" },
        { "xa .. xb .. xc", "B: xa xb xb x x x xc", "k:xa xb xb x x x xc" },
    };
    CHECK(rows);
}

static void a_gap_of_lines_takes_just_so_many_words_in_a_row(void)
{
    static const found_row rows[] = {
        { "xa _ xb", "B: xa x xb", "k:xa x xb" },
        { "xa _ xb", "B: xa xb. Xa x x xb", "" },
        { "xa _ _ xb", "B: xa x x xb", "k:xa x x xb" },
        { "xa _ xb", "B: xa eh x mm xb", "k:xa eh x mm xb" },
        { "xa _ xb", "B: xa, x xb", "" },
        { "xa _ xb", "B: xa eh xb", "" },
        { "xa _ xb .. xc", "B: xa x xb, x xc", "k:xa x xb, x xc" },
    };
    CHECK(rows);
}

static void near_takes_either_order_and_counts_words(void)
{
    static const found_row rows[] = {
        { "xa ~1 xb", "B: xa xb", "k:xa xb" },
        { "xa ~1 xb", "B: xb xa", "k:xb xa" },
        { "xa ~1 xb", "B: xa x xb", "" },
        { "xa ~2 xb", "B: xb, eh x xa", "k:xb, eh x xa" },
        { "xa ~3 xa", "B: xa x", "" },
        { "xa ~3 xa", "B: xa x xa", "k:xa x xa" },
        { "xa ~2 xb ~2 xc", "B: xc x xb x xa", "k:xc x xb x xa" },
        { "xa ~2 xb ~2 xc", "B: xa xc xb", "k:xa xc xb" },
        { "xa ~3 xb ~3 xc", "B: xb xa x xb xc", "k:xa x xb xc" },
        { "xa xb ~2 xc xd", "B: xc xd x xa xb", "k:xc xd x xa xb" },
        { "xa ~5 xb", "B: xb x xa x x xb", "k:xb x xa" },
        { "xa ~5 xb", "B: xb x xa x xb", "k:xa x xb" },
        { "xa ~30 xb", "B: xa xb. Xa", "k:xa xb" },
        { "(xa | xc xc) ~2 xb", "B: xb xc xc", "k:xb xc xc" },
    };
    CHECK(rows);
}

static void parentheses_hold_together(void)
{
    static const found_row rows[] = {
        { "(xa ~2 xb) xc", "B: xb x xa xc", "k:xb x xa xc" },
        { "(xa .. xb | xd) _ xc", "B: xa xb xb x xc", "k:xa xb xb x xc" },
        { "(xa ~1 xb) ~2 (xc ~1 xd)", "B: xd xc x xa xb", "k:xd xc x xa xb" },
        { "xa .. (xb | xc xd)", "B: xa x xc xd", "k:xa x xc xd" },
        { "xa .. (xb .. xc)", "B: xa x xb x xc", "k:xa x xb x xc" },
        { "(xa | xb) .. (xc | xd)", "B: xb x xc xa xd", "k:xb x xc; k:xa xd" },
    };
    CHECK(rows);
}

static void an_aside_is_never_crossed_but_by_a_conjunction(void)
{
    static const found_row rows[] = {
        { "xa .. xb", "B: xa (skratt) xb", "" },    { "xa ~3 xb", "B: xa [namn] xb", "" },
        { "xa & xb", "B: xa (skratt) xb", "k:xa" }, { "xa & xb", "B: xa (xb) x", "" },
        { "xa & !xb", "B: xa (xb) x", "k:xa" },
    };
    CHECK(rows);
}

static void a_conjunction_looks_at_the_whole_sentence(void)
{
    static const found_row rows[] = {
        { "xa & xb", "B: xb x x x x x x, xa", "k:xa" },
        { "xa & xb", "B: xa. Xb", "" },
        { "xa & !xb", "B: xa. Xa xb. Xa", "k:xa; k:Xa" },
        { "xa & xb & !xc", "B: xa xb. Xa xb xc.", "k:xa" },
        { "xa .. xb & xc", "B: xc xa x xb", "k:xa x xb" },
        { "xa & (xb | xc)", "B: xa xc", "k:xa" },
        { "xa & !(xb xc)", "B: xa xb xc. Xa xb x xc.", "k:Xa" },
        { "xa & xb | xc", "B: xa xc", "k:xc" },
        { "(xa | xb) & xc", "B: xa xb xc", "k:xa; k:xb" },
        { "xa & xa", "B: xa x", "k:xa" },
    };
    CHECK(rows);
}

static void a_pattern_may_be_an_operand(void)
{
    static const found_row rows[] = {
        { "/x[ab]/ & xc", "B: xa xb xc. Xa", "k:xa; k:xb" },
        { "xc & /x[ab] x\\b/", "B: xa x xc. Xa xc", "k:xc" },
        { "xa & !/x\\d/", "B: xa x1. Xa", "k:Xa" },
        { "/xa/ & /xb/ | xc xd", "B: xb xa xc xd", "k:xa; k:xc xd" },
    };
    CHECK(rows);
}

static void a_reference_finds_what_any_rule_of_the_code_does(void)
{
    check_coded("kod;regler;regler_minus\nk;@l;\nl;xa .. xb;xc\n", "B: xa x xb xc",
                "k:xa x xb; l:xa x xb; k:xc; l-:xc");
    check_coded("kod;regler\nk;@l & !@m\nl;xa\nm;xb\n", "B: xa. Xa xb",
                "k:xa; l:xa; l:Xa; m:xb");
    check_coded("kod;regler\nk;\"@\"\"två ord\"\" | xd\"\ntvå ord;xa\n", "B: xa xd",
                "k:xa; två ord:xa; k:xd");
    check_coded("kod;regler;mönster\nk;xc & @l;\nl;;x[ab]\n", "B: xc xb", "k:xc; l:xb");
    check_coded("kod;regler\nk;@l\nl;@m\nm;xa ~2 xb\n", "B: xb xa",
                "k:xb xa; l:xb xa; m:xb xa");
}

static void a_reference_leaves_out_what_the_code_excepts(void)
{
    check_coded("kod;regler;undantag\nk;@l;\nl;xa;xa xb\n", "B: xa xb xa", "k:xa; l:xa");
    check_coded("kod;regler;undantag\nk;xc & !@l;\nl;xa;xa xb\n", "B: xa xb xc", "k:xc");
}

static void exceptions_may_be_of_any_kind(void)
{
    static const struct {
        const char *except, *expected;
    } rows[] = {
        { "xa .. xb", "k:xa" },       { "xb ~2 xa", "k:xa" }, { "xa _ xb", "k:xa" },
        { "xa & xb", "k:xa" },        { "xa & !xb", "k:xa" }, { "@l", "k:xa" },
        { "xd .. xb", "k:xa; k:xa" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *book =
            g_strdup_printf("kod;regler;undantag\nk;xa;%s\nl;;\n", rows[i].except);
        g_test_message("%s", rows[i].except);
        if (strcmp(rows[i].except, "@l") == 0)
            check_coded("kod;regler;undantag\nk;xa;@l\nl;xa x;\n", "B: xa x xb. Nu xa.",
                        "l:xa x; k:xa");
        else
            check_coded(book, "B: xa x xb. Nu xa.", rows[i].expected);
    }
}

static void a_word_that_denies_itself_does_so_in_a_chain_too(void)
{
    check_coded("kod;regler_plus\nk;känner .. +trygghet\n", "B: Jag känner stor otrygghet.",
                "k-:känner stor otrygghet (negated by känner stor otrygghet)");
    check_coded("kod;regler_plus\nk;känner .. +trygghet\n", "B: Jag känner stor trygghet.",
                "k+:känner stor trygghet");
}

static void a_glob_inside_a_chain_takes_no_filler(void)
{
    check_rule("xa _ x*", "B: xa x eh xb", "k:xa x eh xb");
    check_rule("xa ~1 *", "B: xa eh xb", "k:xa eh xb");
    check_rule("xa .. \"eh\"", "B: xa x eh", "k:xa x eh");
}

static void codes_refer_to_codes_sixty_four_times_over_and_no_more(void)
{
    for (int count = 65; count <= 66; count++) {
        g_autoptr(GString) book = g_string_new("kod;regler\n");
        for (int i = 0; i < count; i++)
            g_string_append_printf(book, "c%d;%s%d\n", i, i + 1 < count ? "@c" : "x",
                                   i + 1);
        g_auto(coder_kit) kit = kit_new(book->str, (lyh_matcher_options){ 0 });
        if (count == 65) {
            g_assert_nonnull(kit.matcher);
        } else {
            g_assert_null(kit.matcher);
            g_assert_cmpstr(lyh_diags_at(kit.diags, 0)->code, ==, "reference-deep");
        }
    }
}

/** "xa eh xa eh … xa", @count of xa. */
static char *row_of(int count)
{
    GString *row = g_string_new("xa");
    for (int i = 1; i < count; i++)
        g_string_append(row, " eh xa");
    return g_string_free(row, FALSE);
}

/* Every word is near every other: the work must not grow with the square. */
static void a_sentence_of_one_word_ends(void)
{
    g_autoptr(GString) talk = g_string_new("B: ");
    g_autoptr(GString) book = g_string_new("kod;regler\nk;\"xa");
    for (int i = 0; i < 30000; i++)
        g_string_append(talk, "xa eh ");
    for (int i = 0; i < 30; i++)
        g_string_append(book, " ~30 xa");
    g_string_append(book, "\"\nl;(xa ~30 xa) .. xa\nm;\"\"\"eh\"\" ~30 \"\"eh\"\"\"\n");
    g_auto(coder_kit) kit = kit_new(book->str, (lyh_matcher_options){ 0 });
    g_autofree char *found = kit_coded(&kit, talk->str);
    g_autofree char *longer = row_of(32), *shorter = row_of(31);
    g_autofree char *expected = g_strdup_printf("l:%s; k:%s; m:eh xa eh;", longer, shorter);
    g_assert_true(g_str_has_prefix(found, expected));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/matcher_links/" #name, name)
    ADD(a_gap_of_dots_takes_up_to_three_words);
    ADD(a_gap_of_lines_takes_just_so_many_words_in_a_row);
    ADD(near_takes_either_order_and_counts_words);
    ADD(parentheses_hold_together);
    ADD(an_aside_is_never_crossed_but_by_a_conjunction);
    ADD(a_conjunction_looks_at_the_whole_sentence);
    ADD(a_pattern_may_be_an_operand);
    ADD(a_reference_finds_what_any_rule_of_the_code_does);
    ADD(a_reference_leaves_out_what_the_code_excepts);
    ADD(exceptions_may_be_of_any_kind);
    ADD(a_word_that_denies_itself_does_so_in_a_chain_too);
    ADD(a_glob_inside_a_chain_takes_no_filler);
    ADD(codes_refer_to_codes_sixty_four_times_over_and_no_more);
    ADD(a_sentence_of_one_word_ends);
#undef ADD
    return g_test_run();
}
