/**
 * The two halves joined: what the study counted, as a report for the one who commissioned it.
 *
 * By theme, after the reports that brukarrevisorer write: what matters most on the first pages,
 * how it was done, a section a theme with its finding, figure, table and quotes, the codebook last.
 */
#ifndef LYHORD_CLI_COMPOSE_H
#define LYHORD_CLI_COMPOSE_H

#include <lyhord/report/report.h>
#include <lyhord/study/survey_release.h>

#include "facts.h"
#include "view.h"

typedef struct cli_own_words cli_own_words;

/** How a report is told. */
typedef enum report_form {
    FORM_THEMES, /* theme by theme */
    FORM_EASY    /* easy to read */
} report_form;

/** Everything a report is made of; all lent. */
typedef struct report_material {
    lyh_cli *cli;
    lyh_study *study;
    lyh_tally *tally;             /* complete; tables of the log go through its persons */
    const lyh_statement_log *log; /* of the same tally */
    const lyh_study_counts *counts;
    const lyh_quotes *quotes;
    lyh_tally_view everyone; /* all persons together */
    lyh_tally_view groups;   /* by the first chosen split, or the same as everyone */
    const cli_view *view;    /* all splits that are shown */
    bool with_suggested;
    bool is_draft; /* no release: it says so on every page */
    report_form form;
    const cli_facts *facts;
    const lyh_survey_release *survey; /* NULL: the study has none */
    const cli_own_words *own;         /* what people write themselves; NULL: nothing */
} report_material;

/** @text in the language of the report. */
const char *tr(const report_material *material, const char *text) G_GNUC_FORMAT(2);

/** A chapter each, added to @report in reading order. */
void compose_summary(const report_material *material, lyh_report *report);
void compose_method(const report_material *material, lyh_report *report);
void compose_themes(const report_material *material, lyh_report *report);
/** At the end of the themes: who was asked about what, and the typology, where there are any. */
void compose_tables(const report_material *material, lyh_report *report);
/** What people want changed: marked proposals with their grounds, and wishes by theme. Nothing when there are none. */
void compose_proposals(const report_material *material, lyh_report *report);
void compose_codebook(const report_material *material, lyh_report *report);
/** The figure of a theme, a dot a person where they are not too many; takes over @table. */
void compose_theme_figure(const report_material *material, lyh_report *report,
                          lyh_table *table, const char *finding);
/** All of the report that is easy to read. */
void compose_easy(const report_material *material, lyh_report *report);
/** The survey, when the study has one. False: its answers could not be read, and it is said. */
bool compose_survey(const report_material *material, lyh_report *report);

/** Which group took up what: a figure of @table, a table of persons by @view, where there is room for one. */
void compose_group_figure(const report_material *material, const lyh_tally_view *view,
                          const lyh_table *table, lyh_report *report);
/** The questions on @question's scale in one figure and table, when it is the first of several. */
struct survey_work;
void compose_scale_figure(const struct survey_work *work, size_t question,
                          lyh_report *report);
/** Themes that the same persons took up, where that says something. */
void compose_pairs(const report_material *material, lyh_report *report);

/** What every page of what is written says of it: a draft, machine suggestions; NULL: nothing. g_free(). */
char *compose_status(const report_material *material);

/** Add a sentence to a paragraph that is made of those there is something to say in. */
void compose_sentence(GString *text, const char *sentence, ...) G_GNUC_PRINTF(2, 3);

/** Paragraphs of the method, each of one thing: checklists tell them too. */
void compose_method_base(const report_material *material, lyh_report *report);
void compose_method_sample(const report_material *material, lyh_report *report);
void compose_method_approach(const report_material *material, lyh_report *report);
void compose_method_codings(const report_material *material, lyh_report *report);
void compose_method_suppression(const report_material *material, lyh_report *report);

/** The paragraphs on agreement, and the table of every code: parts of the method. */
void compose_agreement(const report_material *material, lyh_report *report);
void compose_agreement_table(const report_material *material, lyh_report *report);
/** The method for a manuscript: what the chapter says, the agreement by code, and Sandelowski's traps. */
void compose_method_text(const report_material *material, lyh_report *report);

/** How the survey was done: paragraphs of the method; with what a manuscript about it needs besides. */
void compose_survey_method(const report_material *material, lyh_report *report);
void compose_survey_method_text(const report_material *material, lyh_report *report);

/** The whole report, in its form. Free with lyh_report_free(). */
lyh_report *compose(const report_material *material);
/** The report of a study that has a survey and no interviews: of @material cli, study, survey, with_suggested and is_draft alone. */
lyh_report *compose_survey_alone(const report_material *material);

/** Codes somebody said @measure of, the most said first (ties: the codebook's order); GArray of size_t. */
GArray *codes_by(const report_material *material, lyh_measure measure);

/** "Norr (8), Söder (8)": the groups of every split that is shown, one after the other; NULL for none. g_free(). */
char *groups_of(const report_material *material);
/** Codes somebody took up, each with those below it right after it, the most said first among equals. */
GArray *codes_in_outline(const report_material *material);

/** Who said a quote, in words that point at nobody: "Deltagare", or a group that may be shown. g_free(). */
char *speaker_of(const report_material *material, const lyh_quote *quote);

#endif
