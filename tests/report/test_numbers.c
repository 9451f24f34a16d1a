/*
 * Numbers told in words are those of the tables: a report whose numbers hold, and the same with one put wrong. What is
 * right was counted by hand in the table below.
 */
#include <glib.h>
#include <lyhord/report/numbers.h>

#include "../../src/table/autoptr.h"

/*
 *   Tema          Samtliga   Norr     Söder
 *   Bemötande     11 av 12   4 av 5   7 av 7
 *   – I telefon    3 av 12   ..       ..
 *   Väntan         9 av 12   3 av 5   6 av 7
 */
static lyh_table *themes(void)
{
    static const struct {
        const char *label;
        size_t all, north, south;
    } rows[] = { { "Bemötande", 11, 4, 7 },
                 { "– I telefon", 3, 0, 0 },
                 { "Väntan", 9, 3, 6 } };
    lyh_table *table = lyh_table_new("persons");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "all", "Samtliga");
    lyh_table_add_column(table, "Norr", "Norr");
    lyh_table_add_column(table, "Söder", "Söder");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        size_t row = lyh_table_add_row(table);
        bool is_hidden = rows[i].north == 0;
        lyh_table_set_cell(table, row, 0, lyh_cell_text(rows[i].label));
        lyh_table_set_cell(table, row, 1, lyh_cell_of(rows[i].all, 12));
        lyh_table_set_cell(table, row, 2,
                           is_hidden ? lyh_cell_hidden() : lyh_cell_of(rows[i].north, 5));
        lyh_table_set_cell(table, row, 3,
                           is_hidden ? lyh_cell_hidden() : lyh_cell_of(rows[i].south, 7));
    }
    lyh_table_set_part(table, LYH_TABLE_TITLE, "Hur många som tog upp varje tema");
    return table;
}

/* Under "Väntan", whose rows are not called as the theme is. */
static lyh_table *of_waiting(void)
{
    lyh_table *table = lyh_table_new("code");
    lyh_table_add_column(table, "measure", "");
    lyh_table_add_column(table, "all", "Samtliga");
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text("Beskrev brister"));
    lyh_table_set_cell(table, row, 1, lyh_cell_of(8, 12));
    return table;
}

static lyh_table *of_answers(void)
{
    static const struct {
        const char *label;
        size_t count;
        int64_t percent;
    } rows[] = { { "Ja, ofta", 61, 610 },
                 { "Nej, aldrig", 37, 370 },
                 { "Bra", 2, 20 },
                 { "Totalt", 100, 1000 } };
    lyh_table *table = lyh_table_new("survey");
    lyh_table_add_column(table, "alternative", "Alternativ");
    lyh_table_add_column(table, "percent", "Procent");
    lyh_table_add_column(table, "count", "Antal");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(rows[i].label));
        lyh_table_set_cell(table, row, 1, lyh_cell_percent(rows[i].percent, 1));
        lyh_table_set_cell(table, row, 2, lyh_cell_count(rows[i].count));
    }
    return table;
}

static lyh_display *figure_of(const char *finding)
{
    const lyh_chart_options options = { .finding = finding,
                                        .catalog = lyh_catalog_for("sv") };
    g_autoptr(lyh_table) table = themes();
    return lyh_chart_new(lyh_chart_kind_find("stapel"), table, &options);
}

/* One sentence of the program's in a report that has the tables, under "Väntan" or under no theme. */
static lyh_report *report_saying(const char *words, bool is_under_theme)
{
    const lyh_report_info info = { .title = "Prov", .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    lyh_report_heading(report, 1, "Resultat");
    lyh_report_table(report, themes());
    if (!is_under_theme)
        lyh_report_own(report, words);
    lyh_report_heading(report, 2, "Väntan");
    lyh_report_table(report, of_waiting());
    if (is_under_theme)
        lyh_report_own(report, words);
    lyh_report_heading(report, 2, "Enkäten");
    lyh_report_table(report, of_answers());
    return report;
}

static const lyh_known_count known[] = { { NULL, 12, 640 }, { "I telefon", 2, 12 } };

/* What is found, by commas: "7 av 12"; "" when nothing is. g_free(). */
static char *found_in(lyh_report *report)
{
    size_t count;
    GString *text = g_string_new(NULL);
    lyh_unfounded *found = lyh_report_unfounded(report, known, G_N_ELEMENTS(known), &count);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(text, "%s%s%s", i ? ", " : "",
                               found[i].kind == LYH_UNFOUNDED_FINDING ? "no finding: " : "",
                               found[i].text);
    lyh_unfounded_free(found, count);
    lyh_report_free(report);
    return g_string_free(text, FALSE);
}

static void check_said(const char *words, bool is_under_theme, const char *wanted)
{
    g_autofree char *found = found_in(report_saying(words, is_under_theme));
    g_assert_cmpstr(found, ==, wanted);
}

static void a_number_that_its_row_prints_is_founded(void)
{
    static const char *const cases[] = {
        "De flesta (9 av 12) tog upp väntan.",
        "Nästan alla (11 av 12) tog upp bemötande.",
        "Några (3 av 12) talade om hur det är i telefon.",
        "Bemötande 11 av 12, – I telefon 3 av 12, Väntan 9 av 12.",
        "I Norr tog 3 av 5 upp väntan, i Söder 6 av 7.",
        "Ett par (2 av 12) beskrev brister i telefon.", /* known from elsewhere */
        "De är 12 av 640 som använder verksamheten.",
        "61 av 100 svarade ”Ja, ofta”, det är 61,0 % eller 61 %.",
        "Tolv personer deltog i 14 samtal.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check_said(cases[i], false, "");
    check_said("8 av 12 beskrev det som en brist.", true, "");
}

static void an_alternative_of_one_word_is_an_everyday_word_elsewhere(void)
{
    check_said("8 av 12 sa något bra.", true, "");
    check_said("Om bemötande sa 11 av 12 något bra.", false, "");
    check_said("Om bemötande sa 10 av 12 något bra.", false, "10 av 12");
}

static void a_number_put_wrong_is_found(void)
{
    static const struct {
        const char *words, *wanted;
    } cases[] = {
        { "7 av 12 tog upp bemötande.", "7 av 12" },
        { "9 av 12 tog upp bemötande.", "9 av 12" }, /* that is waiting */
        { "11 av 12 tog upp bemötande. 11 av 12 tog upp det som är i telefon.",
          "11 av 12" },
        { "Bemötande 11 av 12, – I telefon 9 av 12, Väntan 9 av 12.", "9 av 12" },
        { "1 av 5 var av annan mening.", "1 av 5" },
        { "De är 12 av 64 som använder verksamheten.", "12 av 64" },
        { "62 % svarade ”Ja, ofta”.", "62 %" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check_said(cases[i].words, false, cases[i].wanted);
    check_said("10 av 12 beskrev det som en brist.", true, "10 av 12");
    check_said("11 av 12 beskrev det som en brist.", true, "11 av 12");
}

/* What nobody printed of it: twelve are the base of waiting, two is of nothing. */
static void numbers_in_letters_are_numbers(void)
{
    check_said("Nio av tolv tog upp väntan.", false, "");
    check_said("Nio av de 12 tog upp väntan.", false, "");
    check_said("Sju av de tolv tog upp väntan.", false, "sju av de tolv");
    check_said("Nine of the twelve, 9 of 12, took up väntan.", false, "");
    check_said("Tjugoen av tjugofyra tog upp väntan.", false, "");
    check_said("En av två vägar är väntan.", false, "");
    check_said("Elva av tolv månader var bra.", false, "");
}

/* Eight is printed under the theme, nine and eleven are other themes'; twelve took part. */
static void single_counts_under_a_theme_are_the_themes(void)
{
    check_said("8 beskrev något som brister. 12 deltog.", true, "");
    check_said("10 beskrev något som fungerar.", true, "10 beskrev");
    check_said("11 beskrev något som brister.", true, "11 beskrev");
    check_said("Det var 2026-05-01, kl. 14.30, 7:3, 7 % av dem, Tabell 7.", true, "");
    check_said("10 beskrev något som fungerar.", false, "");
}

static void notes_under_tables_are_read(void)
{
    lyh_report *report = report_saying("Så är det.", false);
    lyh_table *table = themes();
    lyh_table_add_note(table, "Väntan: 7 av 12.");
    lyh_table_add_note(table, "Norr: 4 av 5.");
    lyh_report_table(report, table);
    g_autofree char *found = found_in(report);
    g_assert_cmpstr(found, ==, "7 av 12");
}

static void words_of_the_scale_are_those_of_their_number(void)
{
    check_said("Några (9 av 12) tog upp väntan.", false, "några (9 av 12)");
    check_said("Samtliga (11 av 12) tog upp bemötande.", false, "samtliga (11 av 12)");
    check_said("Det var tydligt (9 av 12) hur väntan är.", false, "");
}

static void what_is_hidden_is_no_number_of_a_group(void)
{
    check_said("I Norr tog 1 av 5 upp det som är i telefon.", false, "1 av 5");
}

static void figures_are_held_against_the_same_tables(void)
{
    static const struct {
        const char *finding, *wanted;
    } cases[] = {
        { "De flesta (9 av 12) tog upp väntan", "" },
        /* in the figure's heading, where it is drawn, and in its text in words */
        { "10 av 12 tog upp väntan", "10 av 12, 10 av 12, 10 av 12" },
        { NULL, "no finding: Hur många som tog upp varje tema" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        lyh_report *report = report_saying("Så är det.", false);
        lyh_report_figure(report, figure_of(cases[i].finding));
        g_autofree char *found = found_in(report);
        g_assert_cmpstr(found, ==, cases[i].wanted);
    }
}

static void what_people_typed_is_told_as_theirs(void)
{
    lyh_report *report = report_saying("Så är det.", false);
    size_t count;
    lyh_report_typed(report, true);
    lyh_report_paragraph(report, "Vi hörde 6 av 12 tala om väntan.");
    lyh_report_typed(report, false);
    lyh_report_quote(report, "Av 5 av 12 möten blev inget av väntan.", NULL);
    lyh_unfounded *found = lyh_report_unfounded(report, NULL, 0, &count);
    g_assert_cmpuint(count, ==, 1);
    g_assert_true(found[0].is_typed);
    g_assert_cmpstr(found[0].text, ==, "6 av 12");
    lyh_unfounded_free(found, count);
    lyh_report_free(report);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/numbers/row", a_number_that_its_row_prints_is_founded);
    g_test_add_func("/report/numbers/everyday",
                    an_alternative_of_one_word_is_an_everyday_word_elsewhere);
    g_test_add_func("/report/numbers/wrong", a_number_put_wrong_is_found);
    g_test_add_func("/report/numbers/letters", numbers_in_letters_are_numbers);
    g_test_add_func("/report/numbers/single", single_counts_under_a_theme_are_the_themes);
    g_test_add_func("/report/numbers/notes", notes_under_tables_are_read);
    g_test_add_func("/report/numbers/words", words_of_the_scale_are_those_of_their_number);
    g_test_add_func("/report/numbers/hidden", what_is_hidden_is_no_number_of_a_group);
    g_test_add_func("/report/numbers/figures", figures_are_held_against_the_same_tables);
    g_test_add_func("/report/numbers/typed", what_people_typed_is_told_as_theirs);
    return g_test_run();
}
