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
#include <lyhord/study/tables.h>

#include "facts.h"
#include "figures.h"
#include "survey.h"
#include "view.h"

typedef struct cli_own_words cli_own_words;

/** How a report is told. */
typedef enum report_form {
    FORM_THEMES,    /* theme by theme */
    FORM_QUESTIONS, /* question by question, strengths and areas to develop */
    FORM_EASY       /* easy to read */
} report_form;

/** Everything a report is made of; all lent. */
typedef struct report_material {
    lyh_cli *cli;
    lyh_study *study;
    lyh_tally *tally;
    const lyh_statement_log *log; /* of the same tally */
    const lyh_study_guide *guide; /* NULL: the study has no guide */
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
/** All themes of everyone in a figure and a table, the table called COMPOSE_ALL_THEMES; then the groups compared. */
#define COMPOSE_ALL_THEMES "all-themes"
void compose_overview(const report_material *material, lyh_report *report);
/** How many said both something good and something bad of @code. */
size_t compose_said_both(const report_material *material, size_t code);
/** The chosen quotes of @code, those who say otherwise than most after the others. */
void compose_quotes(const report_material *material, lyh_report *report, size_t code);
/**
 * A quote of @code, or else of one below it, on the side of @polarity, that is not among the orders (size_t) in @used, to which
 * it is added; NULL for none.
 */
const lyh_quote *compose_quote_for(const report_material *material, size_t code,
                                   lyh_polarity polarity, GArray *used);
/** A quote, and what has to be said of it; @label is who speaks, or NULL. */
void compose_quote(const report_material *material, lyh_report *report,
                   const lyh_quote *quote, const char *label);
/** What a figure or a table of everyone and all codes is made of. */
figure_job compose_job_of_everyone(const report_material *material);
/** At the end of the themes: who was asked about what, the typology, and pairs, where there are any. */
void compose_tables(const report_material *material, lyh_report *report);
/** What people want changed: marked proposals with their grounds, and wishes by theme. Nothing when there are none. */
void compose_proposals(const report_material *material, lyh_report *report);
void compose_codebook(const report_material *material, lyh_report *report);
/** Two more appendices, each nothing when the study has none: what was asked, and what those who took part were told. */
void compose_guide(const report_material *material, lyh_report *report);
void compose_letter(const report_material *material, lyh_report *report);

/** "4. Hur var det?": question @question of guide.csv as a heading. g_free(). */
char *compose_question_heading(const report_material *material, size_t question);
/**
 * Question by question what the interviews say; and beside each what questions.csv ties to it, by question of the
 * survey: @is_told gets true. @survey may be NULL.
 */
void compose_questions(const report_material *material, const lyh_study_guide *questions,
                       survey_work *survey, bool *is_told, lyh_report *report);
/** Who was asked, who answered, question by question; @survey may be NULL, as may the material's tally. */
void compose_nonresponse(const report_material *material, survey_work *survey,
                         lyh_report *report);
/** What the numbers say of others than those who took part. */
void compose_generality(const report_material *material, lyh_report *report);
/** Strengths and areas to develop, each theme with a quote and where to read on. @questions may be NULL. */
void compose_strengths(const report_material *material, const lyh_study_guide *questions,
                       lyh_report *report);
/** What people wish for, by theme. */
void compose_wishes(const report_material *material, lyh_report *report);
/** Who was asked about what, and what was brought up unasked, where most answers could be tied to a question. */
void compose_asked(const report_material *material, const lyh_study_guide *questions,
                   lyh_report *report);
/** The figure of a theme, a dot a person where they are not too many; takes over @table. */
void compose_theme_figure(const report_material *material, lyh_report *report,
                          lyh_table *table, const char *finding);
/** All of the report that is easy to read. */
void compose_easy(const report_material *material, lyh_report *report);
/**
 * Begin to tell of the survey: *@work is cleared by the caller. False: the study has none, or its answers could not
 * be read, and it is said.
 */
bool compose_survey_begin(const report_material *material, survey_work *work);
/** Page one of the report of a survey alone: who answered, what stands out, who is missing. */
void compose_survey_summary(const report_material *material, const survey_work *work,
                            lyh_report *report);
/** The chapter on the survey, but for the questions that @is_told (by question; NULL: none) has. */
void compose_survey(const report_material *material, survey_work *work, const bool *is_told,
                    lyh_report *report);
/** One question with its tables, below a heading of @level; 0: below the one that stands there. */
void compose_survey_question(survey_work *work, size_t question, unsigned level,
                             lyh_report *report);

/** Which group took up what: a figure of @table, a table of persons by @view, where there is room for one. */
void compose_group_figure(const report_material *material, const lyh_tally_view *view,
                          const lyh_table *table, lyh_report *report);
/** The questions on @question's scale in one figure and table, when it is the first of several. */
void compose_scale_figure(const survey_work *work, size_t question, lyh_report *report);
/** Themes that the same persons took up, where that says something: neither too few nor too many, nor all of nearly everybody. */
void compose_pairs(const report_material *material, lyh_report *report);
/** Points: as tall as a page has room for below its heading, in full size. */
#define COMPOSE_MOST_TALL 560.0
/** Add @figure where a page has room for it in full size; takes it over, and NULL is fine. False: it is not there. */
bool compose_figure_that_fits(lyh_report *report, lyh_display *figure);

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
