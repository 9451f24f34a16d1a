/*
 * Who is not in the numbers, and what may be said of them: non-response and how far the results reach.
 * What no file of the study tells is a blank to fill in.
 */
#include <lyhord/stats/rounding.h>

#include "compose.h"
#include "own_words.h"
#include "survey.h"

#define BLANK "________"

static void add_fact(const report_material *material, lyh_report *report, const char *lead,
                     const char *text)
{
    lyh_report_own_item(report, tr(material, lead), text);
}

/* A line to fill in, by hand or in the files of the study. */
static void add_blank(const report_material *material, lyh_report *report, const char *lead)
{
    g_autofree char *text =
        g_strdup_printf("%s (%s)", BLANK, tr(material, "to be filled in"));
    add_fact(material, report, lead, text);
}

/* "12 av 30 (40 %)", per cent where the base bears it. g_free(). */
static char *part_of(const report_material *material, size_t count, size_t base)
{
    const lyh_cell of = lyh_cell_of(count, base);
    g_autofree char *number = lyh_cell_shown(&of, material->cli->catalog);
    if (lyh_print_level_of(base, lyh_study_threshold(material->study)) < LYH_PRINT_PERCENT)
        return g_steal_pointer(&number);
    const lyh_cell share =
        lyh_cell_percent(lyh_ratio((int64_t)count, (int64_t)base, 100, 0), 0);
    g_autofree char *percent = lyh_cell_shown(&share, material->cli->catalog);
    return g_strdup_printf("%s (%s)", number, percent);
}

/* ---- non-response ---- */

static void add_invited(const report_material *material, lyh_report *report)
{
    size_t base = lyh_tally_base(material->tally),
           invited = lyh_study_number(material->study, "invited");
    if (invited < base) {
        add_blank(material, report, N_("Asked to take part:"));
    } else {
        const lyh_cell asked = lyh_cell_count(invited);
        g_autofree char *number = lyh_cell_shown(&asked, material->cli->catalog);
        add_fact(material, report, N_("Asked to take part:"), number);
    }
    g_autofree char *interviewed =
        invited < base ? g_strdup_printf("%zu", base) : part_of(material, base, invited);
    add_fact(material, report, N_("Interviewed:"), interviewed);
    add_blank(material, report, N_("Why others did not take part:"));
}

/* Respondents.csv may hold people that no transcript has words of; with a survey, those who answered it too. */
static void add_absent(const report_material *material, lyh_report *report)
{
    size_t absent = 0;
    for (size_t i = 0; i < lyh_respondents_count(lyh_study_respondents(material->study));
         i++)
        absent += !lyh_tally_has(material->tally, i);
    if (absent == 0 || lyh_study_survey(material->study))
        return;
    g_autofree char *text = g_strdup_printf("%zu", absent);
    add_fact(material, report, N_("In the list of respondents, but in no transcript:"),
             text);
}

static size_t persons_who(const report_material *material, size_t question,
                          bool (*did)(const lyh_statement_log *, size_t, size_t))
{
    size_t persons = 0;
    for (size_t i = 0; i < lyh_respondents_count(lyh_study_respondents(material->study));
         i++)
        persons += lyh_tally_has(material->tally, i) && did(material->log, i, question);
    return persons;
}

static void set_question(const report_material *material, lyh_table *table, size_t question)
{
    size_t base = lyh_tally_base(material->tally);
    size_t got = persons_who(material, question, lyh_statement_log_got);
    size_t answered = persons_who(material, question, lyh_statement_log_answered);
    bool is_shown =
        lyh_print_level_of(got, material->everyone.threshold) != LYH_PRINT_NOTHING;
    lyh_cell hidden = got == 0 ? lyh_cell_not_asked() : lyh_cell_hidden();
    size_t row = lyh_table_add_row(table);
    g_autofree char *asked = compose_question_heading(material, question);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(asked));
    lyh_table_set_cell(table, row, 1, is_shown ? lyh_cell_of(got, base) : hidden);
    lyh_table_set_cell(table, row, 2, is_shown ? lyh_cell_of(answered, got) : hidden);
}

static void add_questions(const report_material *material, lyh_report *report)
{
    size_t count = lyh_study_question_count(material->study);
    if (count == 0)
        return;
    lyh_table *table = lyh_table_new("nonresponse");
    lyh_table_add_column(table, "question",
                         lyh_trc(material->cli->catalog, "heading", "question"));
    lyh_table_add_column(table, "got", tr(material, "got it"));
    lyh_table_add_column(table, "answered", tr(material, "answered"));
    for (size_t i = 0; i < count; i++)
        set_question(material, table, i);
    g_autofree char *base =
        g_strdup_printf(lyh_trn(material->cli->catalog, "%zu person", "%zu persons",
                                lyh_tally_base(material->tally)),
                        lyh_tally_base(material->tally));
    lyh_table_set_part(table, LYH_TABLE_TITLE, tr(material, "Who got which question"));
    lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT, tr(material, "persons"));
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    lyh_table_add_note(table,
                       tr(material,
                          "– the question is found in no transcript: nobody got it, or it "
                          "was put in other words. .. it is found in fewer than may be "
                          "shown."));
    lyh_report_table(report, table);
}

static void add_of_interviews(const report_material *material, lyh_report *report)
{
    add_invited(material, report);
    add_absent(material, report);
    lyh_report_own(report,
                   tr(material, "Somebody who was not asked a question cannot have failed "
                                "to answer it. The table tells how many got each question "
                                "of the guide and how many of them said something in "
                                "answer to it."));
    add_questions(material, report);
}

/* The row Totalt of a question, where the survey's tables say who answered. */
static void set_survey_question(const survey_work *work, size_t question, lyh_table *table)
{
    lyh_table *all = lyh_survey_long(work->survey, question, &work->view);
    const lyh_question *asked =
        lyh_questions_at(lyh_survey_questions(work->survey), question);
    static const char *const columns[] = { "base", "missing", "not_asked" };
    g_autofree char *text = g_strdup_printf("%s. %s", asked->name, asked->text);
    size_t row = lyh_table_add_row(table), last = lyh_table_row_count(all) - 1;
    lyh_table_set_cell(table, row, 0, lyh_cell_text(text));
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        for (size_t k = 0; k < lyh_table_column_count(all); k++)
            if (g_strcmp0(lyh_table_column_name(all, k), columns[i]) == 0)
                lyh_table_set_cell(table, row, i + 1, *lyh_table_cell(all, last, k));
    lyh_table_free(all);
}

static void add_of_survey(const report_material *material, survey_work *work,
                          lyh_report *report)
{
    lyh_table *table = lyh_table_new("survey_nonresponse");
    g_autofree char *response = lyh_survey_response(work->survey, &work->view);
    lyh_report_paragraph(report, response);
    lyh_table_add_column(table, "question",
                         lyh_trc(material->cli->catalog, "heading", "question"));
    lyh_table_add_column(table, "base", tr(material, "answered"));
    lyh_table_add_column(table, "missing", tr(material, "did not answer"));
    lyh_table_add_column(table, "not_asked", tr(material, "did not get it"));
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(work->survey)); i++)
        set_survey_question(work, i, table);
    survey_label(work, table, LYH_NONE);
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       tr(material, "Who answered which question of the survey"));
    lyh_table_set_part(table, LYH_TABLE_BASE,
                       tr(material, "persons who sent in the survey"));
    lyh_table_set_part(table, LYH_TABLE_UNIT, tr(material, "persons"));
    lyh_report_table(report, table);
}

void compose_nonresponse(const report_material *material, survey_work *survey,
                         lyh_report *report)
{
    bool has_both = material->tally && survey;
    lyh_report_heading(report, 1, tr(material, "Who is not in the numbers"));
    own_words_add(material->own, "bortfall", report);
    if (has_both)
        lyh_report_heading(report, 2, tr(material, "The interviews"));
    if (material->tally)
        add_of_interviews(material, report);
    if (has_both)
        lyh_report_heading(report, 2, tr(material, "The survey"));
    if (survey)
        add_of_survey(material, survey, report);
}

/* ---- how far the results reach ---- */

static const char *what_may_be_said(lyh_sample_kind kind, bool has_intervals)
{
    switch (kind) {
    case LYH_SAMPLE_CENSUS:
        return N_("Everyone was asked. The numbers hold for those who took part; the "
                  "closer they are to everyone, the less those who are missing can "
                  "change.");
    case LYH_SAMPLE_RANDOM:
        return has_intervals
                   ? N_("Those who took part were drawn at random. The intervals in the "
                        "tables tell how far the numbers may be from those of everyone "
                        "who uses the service.")
                   : N_("Those who took part were drawn at random, but they are too few "
                        "for intervals. The numbers describe these persons.");
    case LYH_SAMPLE_PURPOSIVE:
        return N_("Those who took part were chosen so that different experiences would be "
                  "heard. The report says which experiences there are, and not how common "
                  "they are.");
    case LYH_SAMPLE_VOLUNTEERS:
        break;
    }
    return N_("Those who took part came forward themselves. The report says which "
              "experiences there are among them, and not how common they are.");
}

static const char *what_may_not(lyh_sample_kind kind, bool has_intervals)
{
    if (kind == LYH_SAMPLE_RANDOM && has_intervals)
        return N_("Numbers without an interval, and those of small groups, hold for the "
                  "persons who took part alone.");
    if (kind == LYH_SAMPLE_CENSUS)
        return N_("What those who did not take part would have said is not known. They may "
                  "think otherwise.");
    return N_("A number in the report is no share of everyone who uses the service: others "
              "may think otherwise.");
}

static const char *advice_on_difference(const report_material *material)
{
    return material->view && material->view->count > 0
               ? N_("Differences between groups describe these persons. They are no proof "
                    "that the groups differ.")
               : N_("The report shows no groups, so it says nothing about differences "
                    "between them.");
}

/* Which share of those it is about took part; a blank when nobody has said how many they are. */
static void add_reach(const report_material *material, size_t persons, lyh_report *report)
{
    size_t population = lyh_study_number(material->study, "population");
    if (population < persons) {
        add_blank(material, report, N_("Persons who use the service:"));
        return;
    }
    g_autofree char *part = part_of(material, persons, population);
    add_fact(material, report, N_("Took part, of those who use the service:"), part);
}

void compose_generality(const report_material *material, lyh_report *report)
{
    lyh_sample_kind kind = lyh_sample_kind_of(lyh_study_setting(material->study, "sample"));
    size_t persons = material->tally ? lyh_tally_base(material->tally)
                                     : lyh_survey_count(lyh_study_survey(material->study));
    bool has_intervals =
        kind == LYH_SAMPLE_RANDOM &&
        lyh_print_level_of(persons, lyh_study_threshold(material->study)) ==
            LYH_PRINT_TESTS;
    lyh_report_heading(report, 1, tr(material, "How far the results reach"));
    own_words_add(material->own, "generaliserbarhet", report);
    add_fact(material, report, N_("What the numbers say:"),
             tr(material, what_may_be_said(kind, has_intervals)));
    add_fact(material, report, N_("What they do not say:"),
             tr(material, what_may_not(kind, has_intervals)));
    if (material->tally)
        add_fact(material, report, N_("Groups:"),
                 tr(material, advice_on_difference(material)));
    add_reach(material, persons, report);
}
