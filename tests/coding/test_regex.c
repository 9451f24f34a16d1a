#include <time.h>

#include "coded.h"

static void check_refused(const char *pattern, const char *code, size_t column,
                          const char *words)
{
    g_autofree char *book = g_strdup_printf("kod;mönster\nk;%s\n", pattern);
    g_auto(coder_kit) kit = kit_new(book, (lyh_matcher_options){ 0 });
    g_assert_null(kit.matcher);
    g_assert_cmpuint(lyh_diags_error_count(kit.diags), ==, 1);
    const lyh_diag *diag = lyh_diags_at(kit.diags, 0);
    g_assert_cmpstr(diag->code, ==, code);
    g_assert_cmpuint(diag->line, ==, 2);
    g_assert_cmpuint(diag->column, ==, column);
    if (!strstr(diag->message, words))
        g_error("'%s' does not say '%s'", diag->message, words);
}

/*
 * The oracle is pcre2_compile() itself, called by a program of five lines: offsets 0, 5, 11 (eight
 * characters), 5 and 2. Column 3 is the pattern's first character.
 */
static void a_pattern_that_does_not_compile_is_shown_at_its_character(void)
{
    check_refused("*lukt", "regex-invalid", 3,
                  "quantifier does not follow a repeatable item");
    check_refused("[lukt", "regex-invalid", 8, "missing terminating ]");
    check_refused("åäö(lukt", "regex-invalid", 11, "missing closing parenthesis");
    check_refused("a{5,2}", "regex-invalid", 8, "out of order");
    check_refused("\\C", "regex-invalid", 5, "\\C is disabled");
}

static void a_pattern_between_slashes_has_its_place_too(void)
{
    g_auto(coder_kit) kit =
        kit_new("kod;regler\nk;doft | /å*+*/\n", (lyh_matcher_options){ 0 });
    const lyh_diag *diag = lyh_diags_at(kit.diags, 0);
    g_assert_cmpstr(diag->code, ==, "regex-invalid");
    g_assert_cmpuint(diag->column, ==, 14);
}

static void a_pattern_that_could_match_nothing_is_refused(void)
{
    check_refused("x*", "regex-empty", 3, "matches nothing");
    check_refused("(a|)", "regex-empty", 3, "matches nothing");
    check_refused("\\b", "regex-empty", 3, "matches nothing");
    check_refused("(?=lukt)", "regex-empty", 3, "matches nothing");
}

static void verbs_and_callouts_are_refused(void)
{
    check_refused("(*LIMIT_MATCH=4000000000)a", "regex-verb", 3, "(*");
    check_refused("a(*SKIP)b", "regex-verb", 4, "(*");
    check_refused("a(?C1)b", "regex-verb", 4, "(?C");
    check_refused("[]a](*F)", "regex-verb", 7, "(*");
    check_refused("\\c[(*F)]a", "regex-verb", 6, "(*");
    check_refused("\\Q[\\E(*F)", "regex-verb", 8, "(*");
}

static void parentheses_and_stars_that_are_meant_as_such_are_fine(void)
{
    check_coded("kod;mönster\nk;[(*]a|\\(*b|\\Q(*\\Ec|[[:alpha:](*]d\n", "B: Om b och xd.",
                "k:b; k:xd");
}

static void a_pattern_of_more_than_a_thousand_bytes_is_refused(void)
{
    g_autofree char *longest = g_strnfill(1000, 'a');
    g_autofree char *fine = g_strdup_printf("kod;mönster\nk;%s\n", longest);
    g_autofree char *longer = g_strconcat(longest, "a", NULL);
    check_coded(fine, "B: nej", "");
    check_refused(longer, "regex-long", 3, "1001 bytes");
}

static void a_pattern_spans_its_whole_match_and_goes_on_after_it(void)
{
    check_coded("kod;mönster\nk;l[uå]kt\\w*\n", "B: Lukten, låktet och LUKT.",
                "k:Lukten; k:låktet; k:LUKT");
    check_coded("kod;mönster\nk;aa\n", "B: aaaaa", "k:aa; k:aa");
    check_coded("kod;mönster\nk;\\bår\\b\n", "B: Går år, ÅR.", "k:år; k:ÅR");
}

static void a_pattern_stays_inside_its_sentence(void)
{
    check_coded("kod;mönster\nk;a.*b\n", "B: Här är a. Sen b. Och a men b.", "k:a men b");
    check_coded("kod;mönster\nk;^hen\\b\n", "B: Hen kom. Hen gick, hen.", "k:Hen; k:Hen");
}

static void a_pattern_looks_back_across_slices(void)
{
    g_autofree char *filling = g_strnfill(63, 'x');
    for (size_t before = 55; before < 64; before++) {
        g_autofree char *talk = g_strdup_printf("B: %.*s åb ab", (int)before, filling);
        check_coded("kod;mönster\nk;(?<=å)b\n", talk, "k:b");
    }
}

static void every_start_position_is_tried_in_a_long_sentence(void)
{
    g_autoptr(GString) talk = g_string_new("B: ");
    for (int i = 0; i < 1000; i++)
        g_string_append(talk, "åäö€ ");
    g_auto(coder_kit) kit = kit_new("kod;mönster\nk;ö€\n", (lyh_matcher_options){ 0 });
    g_autofree char *found = kit_coded(&kit, talk->str);
    g_auto(GStrv) hits = g_strsplit(found, "; ", -1);
    g_assert_cmpuint(g_strv_length(hits), ==, 1000);
}

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000U + (uint64_t)time.tv_nsec;
}

static uint64_t ticks;

/** Every look costs a millisecond. */
static uint64_t ticking(void)
{
    return ticks += 1000000;
}

static char *thirty_thousand(char letter)
{
    g_autofree char *letters = g_strnfill(30000, letter);
    return g_strconcat("B: ", letters, NULL);
}

static void patterns_that_explode_are_stopped_within_two_seconds(void)
{
    static const char *const patterns[] = {
        "(a+)+$",
        "(?:a|aa){14}\\d",
        "(.*)\\1(.*)\\2\\d",
        "(?:a{0,1000}){0,60}\\d",
        "(?:(a)(b)?(c)?(d)?(e)?(f)?(g)?(h)?|x)*\\d",
        "(\\w+\\s?)+[!?]",
    };
    g_autofree char *letters = thirty_thousand('a');
    g_autofree char *talk = g_strconcat(letters, "b", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
        g_autofree char *book = g_strdup_printf("kod;mönster\nk;%s\n", patterns[i]);
        g_auto(coder_kit) kit = kit_new(book, (lyh_matcher_options){ .clock = now });
        uint64_t began = now();
        g_autofree char *found = kit_coded(&kit, talk);
        double seconds = (double)(now() - began) / 1e9;
        g_test_message("%s: %s after %.2f s", patterns[i], found, seconds);
        g_assert_cmpstr(found, ==, "!");
        g_assert_cmpfloat(seconds, <, 2);
        const lyh_diag *diag = lyh_diags_at(kit.diags, 0);
        g_assert_cmpstr(diag->code, ==, "regex-limit");
        g_assert_cmpuint(diag->line, ==, 2);
        g_assert_cmpuint(diag->column, ==, 3);
    }
}

static void a_pattern_that_uses_up_its_time_is_stopped_by_the_clock(void)
{
    g_autofree char *talk = thirty_thousand('b');
    g_auto(coder_kit) kit =
        kit_new("kod;mönster\nk;a\n",
                (lyh_matcher_options){ .clock = ticking, .regex_budget = 400000000 });
    g_autofree char *found = kit_coded(&kit, talk);
    g_assert_cmpstr(found, ==, "!");
}

/* 30 000 letters are 469 slices of 64 and as many looks at a clock that ticks a millisecond. */
static void time_is_granted_anew_for_each_document(void)
{
    g_autofree char *talk = thirty_thousand('b');
    g_auto(coder_kit) kit =
        kit_new("kod;mönster\nk;a\n",
                (lyh_matcher_options){ .clock = ticking, .regex_budget = 600000000 });
    for (int i = 0; i < 3; i++) {
        g_autofree char *found = kit_coded(&kit, talk);
        g_assert_cmpstr(found, ==, "");
    }
}

static void ten_thousand_patterns_compile_in_a_moment(void)
{
    g_autoptr(GString) book = g_string_new("kod;mönster\n");
    for (int i = 0; i < 10000; i++)
        g_string_append_printf(book, "k%d;\\bord%d\\b\n", i, i);
    uint64_t began = now();
    g_auto(coder_kit) kit = kit_new(book->str, (lyh_matcher_options){ .clock = now });
    g_autofree char *found = kit_coded(&kit, "B: Ett ord17 och ord9999.");
    g_test_message("%.2f s", (double)(now() - began) / 1e9);
    g_assert_cmpstr(found, ==, "k17:ord17; k9999:ord9999");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/regex/" #name, name)
    ADD(a_pattern_that_does_not_compile_is_shown_at_its_character);
    ADD(a_pattern_between_slashes_has_its_place_too);
    ADD(a_pattern_that_could_match_nothing_is_refused);
    ADD(verbs_and_callouts_are_refused);
    ADD(parentheses_and_stars_that_are_meant_as_such_are_fine);
    ADD(a_pattern_of_more_than_a_thousand_bytes_is_refused);
    ADD(a_pattern_spans_its_whole_match_and_goes_on_after_it);
    ADD(a_pattern_stays_inside_its_sentence);
    ADD(a_pattern_looks_back_across_slices);
    ADD(every_start_position_is_tried_in_a_long_sentence);
    ADD(patterns_that_explode_are_stopped_within_two_seconds);
    ADD(a_pattern_that_uses_up_its_time_is_stopped_by_the_clock);
    ADD(time_is_granted_anew_for_each_document);
    ADD(ten_thousand_patterns_compile_in_a_moment);
#undef ADD
    return g_test_run();
}
