#include <lyhord/table/writers.h>

#include "../../src/tally/autoptr.h"
#include "counted.h"

/* Twelve people of three towns, 5 + 2 + 5: printed as C 5 and Övriga (A, B) 7. */
#define TWELVE                                                                             \
    "id;stad\nA1;A\nA2;A\nA3;A\nA4;A\nA5;A\nB1;B\nB2;B\nC1;C\nC2;C\nC3;C\nC4;C\nC5;C\n"

/* Rows of @table whose first cells are @code and, when given, @polarity, as CSV. */
static char *rows_of(const lyh_table *table, const char *code, const char *polarity)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_table_write_csv(table, LYH_CSV_SWEDISH, output));
    g_autofree char *csv = lyh_output_take(output, &size);
    g_autofree char *start =
        g_strdup_printf("%s;%s%s", code, polarity ? polarity : "", polarity ? ";" : "");
    g_auto(GStrv) lines = g_strsplit(csv, "\n", -1);
    GString *rows = g_string_new(NULL);
    for (size_t i = 0; lines[i]; i++)
        if (i == 0 || g_str_has_prefix(lines[i], start))
            g_string_append_printf(rows, "%s\n", lines[i]);
    return g_string_free(rows, FALSE);
}

static void assert_rows(const lyh_table *table, const char *code, const char *polarity,
                        const char *expected)
{
    g_autofree char *rows = rows_of(table, code, polarity);
    g_assert_cmpstr(rows, ==, expected);
}

#define LONG "code;polarity;persons;base;statements;hits;words;per_1000;status\n"
#define BY_TOWN "code;polarity;stad;persons;base;statements;hits;words;per_1000;status\n"

/* The others of @study say four words about nothing. */
static void the_rest_say_four_words(counted_study *study, size_t from)
{
    for (size_t i = from; i < lyh_respondents_count(study->people); i++)
        say(study, i, "B: Det är som vanligt.\n", NULL, 0);
}

static lyh_tally_view everyone(void)
{
    return lyh_tally_view_of(NULL, 0, LYH_THRESHOLD, lyh_catalog_for("sv"));
}

/* Three hits in what the first of twelve people says. */
static counted_study twelve_people(lyh_tally_options options)
{
    counted_study study = study_new(TWELVE, options);
    SAY(&study, 0, "I: Är hon snäll?\nB: Ja snäll var hon. Och varm. Jaha. Lite hård ju.\n",
        { "snäll var", BEMOTANDE, PLUS }, { "varm", BEMOTANDE, PLUS },
        { "hård", BEMOTANDE, MINUS });
    return study;
}

/*
 * A1 says 10 words: "Ja snäll" and "varm" in neighbouring sentences are one statement of six
 * words (Ja snäll var hon Och varm), "hård" two sentences on another of one. A2 says six words,
 * one statement of two. The other ten say four words each: 56 words in all, so that per 1 000
 * any is 3/56 = 53.57, plus 2/56 = 35.71 and minus 1/56 = 17.86.
 */
static void statements_hits_and_words_are_as_worked_by_hand(void)
{
    g_auto(counted_study) study = study_new(TWELVE, (lyh_tally_options){ 0 });
    SAY(&study, 0,
        "I: Var hon snäll?\nB: Ja snäll var hon. Och varm. Jaha. Lite hård ju.\n",
        { "hård", BEMOTANDE, MINUS }, { "Ja snäll", BEMOTANDE, PLUS },
        { "varm", BEMOTANDE, PLUS });
    SAY(&study, 1, "B: De sa ja och nej alltså.\n", { "ja och", BEMOTANDE, PLUS });
    the_rest_say_four_words(&study, 2);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_long(study.tally, &view);
    assert_rows(table, "bemötande", NULL,
                LONG "bemötande;any;2;12;3;4;9;53,6;shown\n"
                     "bemötande;+;2;12;2;3;8;35,7;shown\n"
                     "bemötande;-;1;12;1;1;1;17,9;shown\n"
                     "bemötande;0;0;12;0;0;0;0,0;shown\n"
                     "bemötande;wish;0;12;0;0;0;0,0;shown\n");
    assert_rows(table, "hjälp", "any", LONG "hjälp;any;0;12;0;0;0;0,0;shown\n");
}

/*
 * "Pengar räcker inte långt" (4 words) is ekonomi -, "räcker inte" hjälp 0 within it: for stöd
 * two statements and two hits, but only four words. 48 words in all: 2/48 = 41.67.
 */
static void words_in_several_statements_of_a_code_count_once(void)
{
    g_auto(counted_study) study = study_new(TWELVE, (lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Pengar räcker inte långt.\n",
        { "Pengar räcker inte långt", EKONOMI, MINUS }, { "räcker inte", HJALP, NEUTRAL });
    the_rest_say_four_words(&study, 1);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_long(study.tally, &view);
    assert_rows(table, "stöd", "any", LONG "stöd;any;1;12;2;2;4;41,7;shown\n");
    assert_rows(table, "stöd", "-", LONG "stöd;-;1;12;1;1;4;20,8;shown\n");
    assert_rows(table, "stöd", "0", LONG "stöd;0;1;12;1;1;2;20,8;shown\n");
    assert_rows(table, "pengar", "any", LONG "pengar;any;1;12;1;1;4;20,8;shown\n");
}

/*
 * "Pengar" is ekonomi +, "hjälp" in the next sentence hjälp +, "Och" between them stöd's own: for
 * stöd one statement of four words (Pengar räcker Och hjälp), as if nothing were below it. 50
 * words in all: 1/50 = 20.
 */
static void what_is_said_of_children_side_by_side_is_one_statement_of_their_parent(void)
{
    g_auto(counted_study) study = study_new(TWELVE, (lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Pengar räcker. Och hjälp fick jag.\n", { "Pengar", EKONOMI, PLUS },
        { "hjälp", HJALP, PLUS }, { "Och", STOD, PLUS });
    the_rest_say_four_words(&study, 1);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_long(study.tally, &view);
    assert_rows(table, "stöd", "any", LONG "stöd;any;1;12;1;3;4;20,0;shown\n");
    assert_rows(table, "stöd", "+", LONG "stöd;+;1;12;1;3;4;20,0;shown\n");
    assert_rows(table, "ekonomi", "+", LONG "ekonomi;+;1;12;1;1;1;20,0;shown\n");
}

static void counting_hits_alone_leaves_the_rest_empty(void)
{
    g_auto(counted_study) study =
        twelve_people((lyh_tally_options){ .unit = LYH_UNIT_HITS });
    the_rest_say_four_words(&study, 1);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_long(study.tally, &view);
    assert_rows(table, "bemötande", "any", LONG "bemötande;any;1;12;;3;;;shown\n");
}

static void suggestions_are_told_in_every_row(void)
{
    g_auto(counted_study) study =
        study_new(TWELVE, (lyh_tally_options){ .with_suggested = true });
    the_rest_say_four_words(&study, 0);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_long(study.tally, &view);
    assert_rows(table, "stöd", "any", LONG "stöd;any;0;12;0;0;0;0,0;suggested\n");
}

/* Everyone of @from to @until (exclusive) says four words, the first of them coded. */
static void they_say(counted_study *study, size_t from, size_t until, lyh_polarity polarity)
{
    const coded_words coded = { "Det", BEMOTANDE, polarity, LYH_STATED, LYH_ACCEPTED };
    for (size_t i = from; i < until; i++)
        say(study, i, "B: Det är som vanligt.\n", &coded, 1);
}

/*
 * Plus: A1 to A3 and C1 (3 of 7, 1 of 5). Minus: C2 and C3, so none of Övriga: the row is
 * hidden but for everyone. Each has said four words: Övriga 28, C 20.
 */
static counted_study three_towns(void)
{
    counted_study study = study_new(TWELVE, (lyh_tally_options){ 0 });
    they_say(&study, 0, 3, LYH_PLUS);
    they_say(&study, 7, 8, LYH_PLUS);
    they_say(&study, 8, 10, LYH_MINUS);
    say(&study, 3, "B: Det är som vanligt.\n", NULL, 0);
    say(&study, 4, "B: Det är som vanligt.\n", NULL, 0);
    say(&study, 5, "B: Det är som vanligt.\n", NULL, 0);
    say(&study, 6, "B: Det är som vanligt.\n", NULL, 0);
    the_rest_say_four_words(&study, 10);
    return study;
}

static lyh_tally_plan *by_town(const counted_study *study, const lyh_catalog *catalog)
{
    const lyh_release_split split = { 0, LYH_NONE, 0 };
    return lyh_tally_plan_new(study->tally, &split, 1, LYH_THRESHOLD, NULL, NULL, catalog);
}

/*
 * That none of Övriga said anything critical may not be told. Were it told that three of C took up the
 * theme and one of them said something good, the two critical ones must be of C: so that goes too.
 */
static void groups_are_merged_and_what_tells_of_them_is_hidden(void)
{
    g_auto(counted_study) study = three_towns();
    const lyh_catalog *catalog = lyh_catalog_for("sv");
    g_autoptr(lyh_tally_plan) towns = by_town(&study, catalog);
    const lyh_tally_view view = lyh_tally_view_of(towns, 0, LYH_THRESHOLD, catalog);
    g_autoptr(lyh_table) table = lyh_tally_long(study.tally, &view);
    assert_rows(table, "bemötande", "+",
                BY_TOWN "bemötande;+;Samtliga;4;12;4;4;4;83,3;shown\n"
                        "bemötande;+;C;1;5;1;1;1;50,0;shown\n"
                        "bemötande;+;\"Övriga (A, B)\";3;7;3;3;3;107,1;merged\n");
    assert_rows(table, "bemötande", "any",
                BY_TOWN "bemötande;any;Samtliga;6;12;6;6;6;125,0;shown\n"
                        "bemötande;any;C;..;5;..;..;..;..;hidden\n"
                        "bemötande;any;\"Övriga (A, B)\";..;7;..;..;..;..;hidden\n");
    assert_rows(table, "bemötande", "-",
                BY_TOWN "bemötande;-;Samtliga;2;12;2;2;2;41,7;shown\n"
                        "bemötande;-;C;..;5;..;..;..;..;hidden\n"
                        "bemötande;-;\"Övriga (A, B)\";..;7;..;..;..;..;hidden\n");
}

static void the_reader_is_told_how_groups_were_merged(void)
{
    g_auto(counted_study) study = three_towns();
    const lyh_catalog *catalog = lyh_catalog_for("sv");
    g_autoptr(lyh_tally_plan) towns = by_town(&study, catalog);
    const lyh_tally_view view = lyh_tally_view_of(towns, 0, LYH_THRESHOLD, catalog);
    g_autoptr(lyh_table) table =
        lyh_tally_persons_table(study.tally, &view, LYH_MEASURE_PLUS, true);
    g_assert_cmpstr(lyh_table_part_text(table, LYH_TABLE_BASE), ==,
                    "12 personer: C 5, Övriga (A, B) 7");
    g_assert_cmpstr(lyh_table_part_text(table, LYH_TABLE_UNIT), ==,
                    "personer som sa något bra om temat");
    g_assert_cmpuint(lyh_table_note_count(table), ==, 3);
    g_assert_cmpstr(lyh_table_note(table, 1), ==,
                    "Att en person inte tog upp ett tema betyder inte att hen är nöjd.");
    g_assert_true(g_str_has_prefix(lyh_table_note(table, 2),
                                   "Övriga (A, B): 7 personer tillsammans"));
    assert_rows(table, "Bemötande", NULL,
                "code;all;C;\"Övriga (A, B)\"\nBemötande;4 av 12;1 av 5;3 av 7\n");
}

static void a_themes_table_has_a_row_a_measure_that_anybody_has(void)
{
    g_auto(counted_study) study = three_towns();
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_code_table(study.tally, &view, BEMOTANDE);
    assert_rows(table, "tog upp temat", NULL, "measure;all\ntog upp temat;6 av 12\n");
    assert_rows(table, "sa något bra", NULL, "measure;all\nsa något bra;4 av 12\n");
    assert_rows(table, "sa något kritiskt", NULL,
                "measure;all\nsa något kritiskt;2 av 12\n");
    g_assert_cmpuint(lyh_table_row_count(table), ==, 3);
    g_assert_cmpstr(lyh_table_heading(table, 0), ==, "Bemötande");
}

static const char *label_at(const lyh_table *table, size_t row)
{
    return lyh_table_cell(table, row, 0)->text;
}

/* stöd is taken up by two, all else by one; without the outline bemötande would be second. */
static void the_most_taken_up_theme_stands_first_with_those_below_it(void)
{
    g_auto(counted_study) study = study_new(TWELVE, (lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Ett två.\n", { "Ett", BEMOTANDE, PLUS }, { "två", HJALP, PLUS });
    SAY(&study, 1, "B: Ett två.\n", { "två", EKONOMI, PLUS });
    the_rest_say_four_words(&study, 2);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) said =
        lyh_tally_persons_table(study.tally, &view, LYH_MEASURE_ANY, true);
    const char *const read[] = { "Stöd", "– Pengar", "– Ekonomi", "– Hjälp", "Bemötande" };
    g_assert_cmpuint(lyh_table_row_count(said), ==, G_N_ELEMENTS(read));
    for (size_t i = 0; i < G_N_ELEMENTS(read); i++)
        g_assert_cmpstr(label_at(said, i), ==, read[i]);
    g_autoptr(lyh_table) all =
        lyh_tally_persons_table(study.tally, &view, LYH_MEASURE_PLUS, false);
    g_assert_cmpuint(lyh_table_row_count(all), ==, 5);
    g_assert_cmpstr(label_at(all, 1), ==, "Pengar");
}

static void twenty_persons_bear_whole_percent(void)
{
    g_autoptr(GString) people = g_string_new("id\n");
    for (int i = 0; i < 24; i++)
        g_string_append_printf(people, "P%d\n", i);
    g_auto(counted_study) study = study_new(people->str, (lyh_tally_options){ 0 });
    they_say(&study, 0, 15, LYH_PLUS);
    the_rest_say_four_words(&study, 15);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table =
        lyh_tally_persons_table(study.tally, &view, LYH_MEASURE_PLUS, true);
    /* 15/24 = 62.5 %: half goes up */
    assert_rows(table, "Bemötande", NULL, "code;all;all percent\nBemötande;15 av 24;63\n");
}

/* prop.test(24, 60, correct = FALSE)$conf.int in R: 0.28569 to 0.52634; down to 28, up to 53. */
static void persons_drawn_at_random_have_an_interval(void)
{
    g_autoptr(GString) people = g_string_new("id\n");
    for (int i = 0; i < 60; i++)
        g_string_append_printf(people, "P%d\n", i);
    g_auto(counted_study) study = study_new(people->str, (lyh_tally_options){ 0 });
    they_say(&study, 0, 24, LYH_PLUS);
    the_rest_say_four_words(&study, 24);
    const lyh_sample random = { LYH_SAMPLE_RANDOM, 0, 60 };
    const lyh_sample volunteers = { LYH_SAMPLE_VOLUNTEERS, 0, 60 };
    lyh_tally_view view = everyone();
    view.sample = &random;
    g_autoptr(lyh_table) table =
        lyh_tally_persons_table(study.tally, &view, LYH_MEASURE_PLUS, true);
    assert_rows(table, "Bemötande", NULL,
                "code;all;all percent;all low;all high\nBemötande;24 av 60;40;28;53\n");
    view.sample = &volunteers;
    g_autoptr(lyh_table) plain =
        lyh_tally_persons_table(study.tally, &view, LYH_MEASURE_PLUS, true);
    assert_rows(plain, "Bemötande", NULL, "code;all;all percent\nBemötande;24 av 60;40\n");
}

/* Four people: no figure, and nothing to be read from which rows there are or their order. */
static void of_fewer_than_five_nothing_is_shown(void)
{
    g_auto(counted_study) study =
        study_new("id\nR1\nR2\nR3\nR4\n", (lyh_tally_options){ 0 });
    SAY(&study, 0, "B: Ett två.\n", { "två", HJALP, PLUS });
    the_rest_say_four_words(&study, 1);
    const lyh_tally_view view = everyone();
    g_autoptr(lyh_table) table = lyh_tally_long(study.tally, &view);
    assert_rows(table, "hjälp", "+", LONG "hjälp;+;..;..;..;..;..;..;hidden\n");
    g_assert_cmpstr(lyh_table_part_text(table, LYH_TABLE_BASE), ==, "färre än 5 personer");
    g_autoptr(lyh_table) persons =
        lyh_tally_persons_table(study.tally, &view, LYH_MEASURE_ANY, true);
    g_assert_cmpuint(lyh_table_row_count(persons), ==, 5);
    g_assert_cmpstr(label_at(persons, 0), ==, "Bemötande");
    g_assert_cmpint(lyh_table_cell(persons, 4, 1)->kind, ==, LYH_CELL_HIDDEN);
    g_autoptr(lyh_table) theme = lyh_tally_code_table(study.tally, &view, HJALP);
    g_assert_cmpuint(lyh_table_row_count(theme), ==, 1);
}

#define TEST(sentence) g_test_add_func("/tally/tables/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(statements_hits_and_words_are_as_worked_by_hand);
    TEST(words_in_several_statements_of_a_code_count_once);
    TEST(what_is_said_of_children_side_by_side_is_one_statement_of_their_parent);
    TEST(counting_hits_alone_leaves_the_rest_empty);
    TEST(suggestions_are_told_in_every_row);
    TEST(groups_are_merged_and_what_tells_of_them_is_hidden);
    TEST(the_reader_is_told_how_groups_were_merged);
    TEST(a_themes_table_has_a_row_a_measure_that_anybody_has);
    TEST(the_most_taken_up_theme_stands_first_with_those_below_it);
    TEST(twenty_persons_bear_whole_percent);
    TEST(persons_drawn_at_random_have_an_interval);
    TEST(of_fewer_than_five_nothing_is_shown);
    return g_test_run();
}
