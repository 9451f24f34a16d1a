#include <glib.h>
#include <string.h>

#include "compounds.h"

/* What a labelled file says, and what was answered. */
typedef struct tallies {
    size_t yes, found, no, false_heads, denied, found_denied;
    size_t joints, right_joints, wrong_joints;
} tallies;

static void count_joints(const char *parts, tallies *all)
{
    g_auto(asking) kit = asking_with(DICTIONARY);
    g_auto(GStrv) pieces = g_strsplit(parts, "|", -1);
    g_autofree char *word = g_strjoinv("", pieces);
    size_t count, right = 0, at = 0;
    const size_t *found = lyh_compounds_joints(kit.compounds, type_of(&kit, word), &count);
    for (char **piece = pieces; *piece && piece[1]; piece++) {
        at += strlen(*piece);
        all->joints++;
        for (size_t i = 0; i < count; i++)
            right += found[i] == at;
    }
    all->right_joints += right;
    all->wrong_joints += count - right;
}

static void count_answer(const char *kinship, const char *label, tallies *all)
{
    bool matches = strcmp(kinship, "form") == 0 || strcmp(kinship, "compound") == 0;
    bool denies = strcmp(kinship, "denied") == 0;
    if (strcmp(label, "yes") == 0) {
        all->yes++;
        all->found += matches;
    } else if (strcmp(label, "no") == 0) {
        all->no++;
        all->false_heads += matches || denies;
    } else {
        all->denied++;
        all->found_denied += denies;
    }
}

/* word;parts;ask;part;answer: no field of these sets holds a separator or a quote. */
static tallies tallies_of(const char *path)
{
    tallies all = { 0 };
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines + 1; *line && **line; line++) {
        g_auto(GStrv) fields = g_strsplit(*line, ";", -1);
        g_assert_cmpuint(g_strv_length(fields), ==, 5);
        bool is_head = strcmp(fields[3], "head") == 0;
        g_autofree char *probe =
            g_strdup_printf("%s%s%s", is_head ? "+" : "", fields[2], is_head ? "" : "+");
        count_answer(asked(DICTIONARY, probe, fields[0]), fields[4], &all);
        count_joints(fields[1], &all);
    }
    return all;
}

static void measure(const char *file, double least_found, double most_false)
{
    g_autofree char *path =
        g_build_filename(PROJECT_ROOT, "tests/language/labelled", file, NULL);
    if (no_dictionary())
        return;
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_test_skip("the labelled words are not here");
        return;
    }
    tallies all = tallies_of(path);
    g_test_message("%s: compounds found %zu of %zu, look-alikes taken %zu of %zu, denied "
                   "%zu of %zu; joints found %zu of %zu, wrong %zu",
                   file, all.found, all.yes, all.false_heads, all.no, all.found_denied,
                   all.denied, all.right_joints, all.joints, all.wrong_joints);
    g_assert_cmpfloat((double)all.found, >=, least_found * (double)all.yes);
    g_assert_cmpfloat((double)all.false_heads, <=, most_false * (double)all.no);
}

static void labelled_words_that_rules_were_written_from(void)
{
    measure("compounds-a.csv", 0.97, 0.02);
}

/* Measured before it was read (labelled/README.md); read since. */
static void labelled_words_that_were_read_after_measuring(void)
{
    measure("compounds-b.csv", 0.97, 0.02);
}

/* The last set to be read: first 238 of 255 found and 2 of 156 taken, which may be published. */
static void labelled_words_of_a_third_hand(void)
{
    measure("compounds-c.csv", 0.96, 0.01);
}

/* Words as they stood in letters and talk, which nobody chose. First 226 of 233 found, 10 of 131 taken. */
static void labelled_words_that_nobody_chose(void)
{
    measure("compounds-d.csv", 0.98, 0.01);
}

/* Measured when the rules were done: 227 of 230 found, 2 of 112 taken; read since. */
static void labelled_words_of_running_talk(void)
{
    measure("compounds-e.csv", 0.98, 0.01);
}

/* The same by one more hand: 231 of 242 found, 5 of 122 taken; read since. */
static void labelled_words_of_running_talk_again(void)
{
    measure("compounds-f.csv", 0.98, 0.01);
}

/* Measured when the rules from d, e and f were done: 252 of 264 found, 3 of 120 taken; read since. */
static void labelled_words_of_running_talk_a_third_time(void)
{
    measure("compounds-g.csv", 0.98, 0.01);
}

/* Nobody who writes rules has read it: what is found here is what may be promised. */
static void labelled_words_that_nobody_has_read(void)
{
    measure("compounds-h.csv", 0.97, 0.02);
}

#define TEST(name) g_test_add_func("/compounds_labelled/" #name, name)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(labelled_words_that_rules_were_written_from);
    TEST(labelled_words_that_were_read_after_measuring);
    TEST(labelled_words_of_a_third_hand);
    TEST(labelled_words_that_nobody_chose);
    TEST(labelled_words_of_running_talk);
    TEST(labelled_words_of_running_talk_again);
    TEST(labelled_words_of_running_talk_a_third_time);
    TEST(labelled_words_that_nobody_has_read);
    return g_test_run();
}
