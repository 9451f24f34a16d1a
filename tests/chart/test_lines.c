#include <string.h>

#include "../../src/chart/lines.h"
#include "tables.h"

static const lyh_style body = { 11, LYH_WEIGHT_REGULAR, false, 0 };

/* The lines of @text as one string, parted by "|". */
static char *broken(const char *text, double width, double least_fill, lyh_joint joint)
{
    g_autoptr(lyh_typesetter) typesetter = lyh_typesetter_new();
    const lyh_measures measures = { width, least_fill, joint, NULL };
    lyh_run run = { text, strlen(text), 0 };
    g_autoptr(GArray) lines = lyh_lines_new(typesetter, run, &body, &measures);
    GString *all = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        const lyh_line *line = &g_array_index(lines, lyh_line, i);
        lyh_run part = lyh_line_run(run, line);
        g_assert_cmpfloat(line->width, <=, width + 0.02);
        g_string_append_printf(all, "%s%.*s%s", i ? "|" : "", (int)part.size, part.text,
                               line->is_hyphenated ? "-" : "");
    }
    return g_string_free(all, FALSE);
}

static void assert_broken(const char *text, double width, const char *expected)
{
    g_autofree char *lines = broken(text, width, 0, known_joint);
    g_assert_cmpstr(lines, ==, expected);
}

static double width_of(const char *text)
{
    g_autoptr(lyh_typesetter) typesetter = lyh_typesetter_new();
    return lyh_typesetter_text_width(typesetter, text, &body);
}

static void a_text_that_fits_is_one_line(void)
{
    assert_broken("Ingen ringer tillbaka.", 400, "Ingen ringer tillbaka.");
    assert_broken("", 400, "");
}

static void lines_break_between_words(void)
{
    assert_broken("Ingen ringer tillbaka.", width_of("Ingen ringer") + 1,
                  "Ingen ringer|tillbaka.");
    assert_broken("b  a", width_of("b") + 0.5, "b|a");
}

static void a_count_of_persons_stays_together(void)
{
    assert_broken("det sade 9 av 12 personer", width_of("det sade 9 av 12") - 1,
                  "det sade|9 av 12|personer");
    assert_broken("det sade 9 av 12 personer", width_of("det sade 9") + 1,
                  "det sade|9 av 12|personer");
}

static void a_no_break_space_does_not_break(void)
{
    assert_broken("hela 58\u00A0%", width_of("hela 58") + 1, "hela|58\u00A0%");
    assert_broken("hela 12\u202F000", width_of("hela 12") + 1, "hela|12\u202F000");
}

static void a_dash_between_thoughts_begins_no_line(void)
{
    assert_broken("hen ringde – aldrig", width_of("hen ringde") + 1, "hen|ringde –|aldrig");
}

static void a_hyphen_between_longer_words_is_a_place_to_break(void)
{
    assert_broken("verksamhets-berättelsen", width_of("verksamhets-") + 1,
                  "verksamhets-|berättelsen");
    assert_broken("inne i A-staden", width_of("inne i A-sta"), "inne i|A-staden");
}

static void a_word_wider_than_its_line_breaks_at_a_joint(void)
{
    assert_broken("självbestämmande", width_of("bestämmande") + 1, "själv-|bestämmande");
    assert_broken("försörjningsstödshandläggare", width_of("försörjningsstödshandl"),
                  "försörjningsstöds-|handläggare");
}

static void without_a_joint_it_breaks_before_a_single_consonant(void)
{
    g_autofree char *lines =
        broken("handläggarkaruselleri", width_of("handläggarkarus"), 0, NULL);
    g_assert_cmpstr(lines, ==, "handläggarkaru-|selleri");
}

static void what_is_no_word_is_cut_where_the_line_ends(void)
{
    g_autofree char *lines = broken("00000000000000", width_of("00000000") + 0.1, 0, NULL);
    for (const char *c = lines; *c; c++)
        g_assert_true(*c == '0' || *c == '|');
}

/* The line would be filled to less than the part asked for: then the compound is broken. */
static void a_ragged_line_takes_the_first_part_of_a_compound(void)
{
    double width = width_of("jag vill ha min egen själv-") + 1;
    g_autofree char *ragged =
        broken("jag vill ha min egen självbestämmande", width, 0.5, known_joint);
    g_autofree char *full =
        broken("jag vill ha min egen självbestämmande", width, 0.9, known_joint);
    g_assert_cmpstr(ragged, ==, "jag vill ha min egen|självbestämmande");
    g_assert_cmpstr(full, ==, "jag vill ha min egen själv-|bestämmande");
}

static size_t hostile_joint(void *user, const char *word, size_t size, size_t most)
{
    (void)user;
    (void)word;
    (void)size;
    return most; /* even inside a character, even one letter from the end */
}

static void four_letters_stand_on_both_sides_whatever_the_joints(void)
{
    g_autofree char *lines =
        broken("överöverenskommelse", width_of("överöverensk"), 0, hostile_joint);
    g_auto(GStrv) parts = g_strsplit(lines, "|", -1);
    g_assert_cmpuint(g_strv_length(parts), ==, 2);
    g_assert_true(g_utf8_validate(lines, -1, NULL));
    g_assert_cmpint(g_utf8_strlen(parts[0], -1), >=, 5);
    g_assert_cmpint(g_utf8_strlen(parts[1], -1), >=, 4);
}

static void fifty_compounds_lose_no_letter_at_any_width(void)
{
    size_t count;
    const char *const *words = long_compounds(&count);
    g_assert_cmpuint(count, ==, 50);
    for (size_t i = 0; i < count; i++) {
        for (double width = 40; width < 200; width += 7) {
            g_autofree char *lines = broken(words[i], width, 0, known_joint);
            g_auto(GStrv) parts = g_strsplit(lines, "-|", -1);
            g_autofree char *joined = g_strjoinv("", parts);
            g_assert_cmpstr(joined, ==, words[i]);
        }
    }
}

static void balanced_lines_are_as_many_and_more_alike(void)
{
    g_autoptr(lyh_typesetter) typesetter = lyh_typesetter_new();
    const char *text = "Bemötande och respekt i mötet";
    lyh_run run = { text, strlen(text), 0 };
    const lyh_measures measures = { width_of("Bemötande och respekt i") + 1, 0, NULL,
                                    NULL };
    g_autoptr(GArray) lines = lyh_lines_balanced(typesetter, run, &body, &measures);
    g_assert_cmpuint(lines->len, ==, 2);
    g_assert_cmpfloat(g_array_index(lines, lyh_line, 1).width, >,
                      g_array_index(lines, lyh_line, 0).width * 0.6);
}

/* Every advance is the width of what stands before it, measured by itself. */
static void advances_agree_with_widths(void)
{
    g_autoptr(lyh_typesetter) typesetter = lyh_typesetter_new();
    const char *text = "Åtta av tolv";
    lyh_run run = { text, strlen(text), 0 };
    g_autofree double *at = lyh_typesetter_advances(typesetter, run, &body);
    g_assert_cmpfloat_with_epsilon(at[0], 0, 0.001);
    g_assert_cmpfloat_with_epsilon(at[run.size], width_of(text), 0.001);
    g_assert_cmpfloat_with_epsilon(at[strlen("Åtta ")], width_of("Åtta "), 0.05);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/lines/" #name, name)
    TEST(a_text_that_fits_is_one_line);
    TEST(lines_break_between_words);
    TEST(a_count_of_persons_stays_together);
    TEST(a_no_break_space_does_not_break);
    TEST(a_dash_between_thoughts_begins_no_line);
    TEST(a_hyphen_between_longer_words_is_a_place_to_break);
    TEST(a_word_wider_than_its_line_breaks_at_a_joint);
    TEST(without_a_joint_it_breaks_before_a_single_consonant);
    TEST(what_is_no_word_is_cut_where_the_line_ends);
    TEST(a_ragged_line_takes_the_first_part_of_a_compound);
    TEST(four_letters_stand_on_both_sides_whatever_the_joints);
    TEST(fifty_compounds_lose_no_letter_at_any_width);
    TEST(balanced_lines_are_as_many_and_more_alike);
    TEST(advances_agree_with_widths);
    return g_test_run();
}
