/* What a placeholder says of a day, a sum or an age is true of what it stands for, or it is not said. */
#include <string.h>

#include <glib.h>

#include "../../src/study/placeholder_values.h"

typedef struct told {
    const char *text, *placeholder;
} told;

static void check(char *(*make)(const char *, size_t), const told *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *made = make(rows[i].text, strlen(rows[i].text));
        g_test_message("%s", rows[i].text);
        g_assert_cmpstr(made, ==, rows[i].placeholder);
    }
}

static void a_day_becomes_its_season_and_a_year_of_four_figures(void)
{
    static const told rows[] = {
        { "2019-03-14", "[datum: vår 2019]" },
        { "14.3.2019", "[datum: vår 2019]" },
        { "20190314", "[datum: vår 2019]" },
        { "14/3 2019", "[datum: vår 2019]" },
        { "den 12 december 2018", "[datum: vinter 2018]" },
        { "12 sept 2018", "[datum: höst 2018]" },
        { "första fredagen i mars", "[datum: vår]" },
        { "12/7", "[datum: sommar]" },
        { "19.9", "[datum: höst]" },
    };
    check(placeholder_of_date, rows, G_N_ELEMENTS(rows));
}

static void two_figures_are_no_year(void)
{
    static const told rows[] = {
        { "4/5/98", "[datum: vår]" },     { "14/3 -98", "[datum: vår]" },
        { "14/3-24", "[datum: vår]" },    { "98-03-14", "[datum: vår]" },
        { "12 mars 98", "[datum: vår]" }, { "640512", "[datum: vår]" },
        { "14.03.98", "[datum: vår]" },
    };
    check(placeholder_of_date, rows, G_N_ELEMENTS(rows));
}

static void a_feast_and_a_weekday_are_in_no_month_of_a_like_name(void)
{
    static const told rows[] = {
        { "julafton 2018", "[datum]" },    { "torsdagen efter jul", "[datum]" },
        { "torsdag vecka 19", "[datum]" }, { "marknadsdagen", "[datum]" },
        { "den 19:e", "[datum]" },
    };
    check(placeholder_of_date, rows, G_N_ELEMENTS(rows));
}

static void a_sum_lies_in_the_interval_that_stands_for_it(void)
{
    static const told rows[] = {
        { "12 347 kronor", "[belopp: 10 000–15 000 kr]" },
        { "12.347 kr", "[belopp: 10 000–15 000 kr]" },
        { "12\u00a0347:-", "[belopp: 10 000–15 000 kr]" },
        { "12347", "[belopp: 10 000–15 000 kr]" },
        { "1.234.567 kr", "[belopp: 1 000 000–1 500 000 kr]" },
        { "347.50 kr", "[belopp: 300–350 kr]" },
        { "347,50 kr", "[belopp: 300–350 kr]" },
        { "2 190:00 kr", "[belopp: 2 000–2 500 kr]" },
        { "1.234.50 kr", "[belopp: 1 000–1 500 kr]" },
        { "17 tusen kronor", "[belopp: 15 000–20 000 kr]" },
        { "743 spänn", "[belopp: 700–750 kr]" },
    };
    check(placeholder_of_sum, rows, G_N_ELEMENTS(rows));
}

static void money_of_another_kind_and_half_thousands_are_no_kronor(void)
{
    static const told rows[] = {
        { "87,50 euro", "[belopp]" },    { "15 miljoner", "[belopp]" },
        { "1,7 tusen kr", "[belopp]" },  { "5-6 tusen", "[belopp]" },
        { "sjuhundra", "[belopp]" },     { "8 kr", "[belopp]" },
        { "tolv tusen kr", "[belopp]" },
    };
    check(placeholder_of_sum, rows, G_N_ELEMENTS(rows));
}

static void figures_that_are_years_become_an_age(void)
{
    static const told rows[] = {
        { "33", "[ålder: 30–34 år]" },           { "33 år", "[ålder: 30–34 år]" },
        { "47-årig", "[ålder: 45–49 år]" },      { "4 år", "[ålder: 0–4 år]" },
        { "91 år", "[ålder: 90 år eller mer]" },
    };
    check(placeholder_of_age, rows, G_N_ELEMENTS(rows));
}

static void months_and_days_of_birth_are_no_age(void)
{
    static const told rows[] = {
        { "14 månader", "[ålder]" }, { "98-03-14", "[ålder]" }, { "1964", "[ålder]" },
        { "sextiofyra", "[ålder]" }, { "4-5 år", "[ålder]" },   { "6 veckor", "[ålder]" },
    };
    check(placeholder_of_age, rows, G_N_ELEMENTS(rows));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/study/placeholder values/a day becomes its season and a year of "
                    "four figures",
                    a_day_becomes_its_season_and_a_year_of_four_figures);
    g_test_add_func("/study/placeholder values/two figures are no year",
                    two_figures_are_no_year);
    g_test_add_func("/study/placeholder values/a feast and a weekday are in no month of a "
                    "like name",
                    a_feast_and_a_weekday_are_in_no_month_of_a_like_name);
    g_test_add_func(
        "/study/placeholder values/a sum lies in the interval that stands for it",
        a_sum_lies_in_the_interval_that_stands_for_it);
    g_test_add_func(
        "/study/placeholder values/money of another kind and half thousands are "
        "no kronor",
        money_of_another_kind_and_half_thousands_are_no_kronor);
    g_test_add_func("/study/placeholder values/figures that are years become an age",
                    figures_that_are_years_become_an_age);
    g_test_add_func("/study/placeholder values/months and days of birth are no age",
                    months_and_days_of_birth_are_no_age);
    return g_test_run();
}
