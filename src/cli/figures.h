/** Figures as the commands make them: a table, a kind and a finding. */
#ifndef LYHORD_CLI_FIGURES_H
#define LYHORD_CLI_FIGURES_H

#include <lyhord/chart/chart.h>
#include <lyhord/codebook/codebook.h>

#include "cli.h"
#include "survey.h"

/** What stands before the name of a theme that is below another, once for each. */
#define FIGURE_BELOW "– "

/** What figures of interviews are made of; all lent. */
typedef struct figure_job {
    lyh_cli *cli;
    lyh_study *study;
    lyh_tally *tally;
    const lyh_statement_log
        *log; /* of the same tally; NULL: no figure that asks where something was said */
    lyh_tally_view view;
    lyh_measure measure;
    size_t code;            /* only this one, or LYH_NONE */
    bool is_of_main_themes; /* the table has no rows of what is below a theme */
} figure_job;

/** @table as a figure of the kind called @kind, with @finding as its title (NULL: the table's). NULL: it shows nothing of that kind. */
lyh_display *figure_of(const lyh_cli *cli, lyh_study *study, const char *kind,
                       const lyh_table *table, const char *finding);
/** The same @width millimetres wide. */
lyh_display *figure_of_width(const lyh_cli *cli, lyh_study *study, const char *kind,
                             const lyh_table *table, const char *finding, double width);

/** The table that a figure of interviews called @kind shows. NULL: see the diagnostics of the job's cli. lyh_table_free(). */
lyh_table *figure_table(const figure_job *job, const char *kind);
/** A table of persons without the rows of what is below a theme. lyh_table_free(). */
lyh_table *figure_main_themes(const lyh_table *table);
/** Does that kind compare groups, and does it need a log of statements? */
bool figure_compares_groups(const char *kind);
bool figure_needs_log(const char *kind);

/**
 * The finding of a figure called @kind that shows @table: what its largest number says, in the words of the verbal
 * scale; of groups, where they differ most. It is made of numbers that the table shows and of nothing else. NULL
 * when none of them is more than nobody. g_free().
 */
char *figure_finding(const figure_job *job, const char *kind, const lyh_table *table);

/**
 * The questions of @work's survey on the scale that @question is on, or that most questions are on (LYH_NONE):
 * *@count of them, 0 when there is none. @questions has room for all of the survey's.
 */
void figure_scale(const survey_work *work, size_t question, size_t *questions,
                  size_t *count);
/** The table of them that `likert` shows. lyh_table_free(). */
lyh_table *figure_scale_table(const survey_work *work, const size_t *questions,
                              size_t count);
/**
 * "De flesta (151 av 182) svarade ”Instämmer helt” eller ”Instämmer delvis” på fråga 2": of answers pooled in
 * questions.csv that which the largest part gave, or of single ones where none are pooled. NULL: nothing may be
 * shown. g_free().
 */
char *figure_scale_finding(const survey_work *work, const size_t *questions, size_t count);

/**
 * "De flesta (131 av 180) svarade ”Ja”.": what the largest part answered to @question, *@share of those who did.
 * NULL: it has no alternatives, or nothing may be shown. g_free().
 */
char *figure_answer_finding(const survey_work *work, size_t question, double *share);

/** The number that the finding is made of, for a note: "Instämmer helt + Instämmer delvis, fråga 2: 152 av 182." */
char *figure_scale_note(const survey_work *work, const size_t *questions, size_t count);

/** "De flesta (9 av 12)": the words of the verbal scale where the base bears them. g_free(). */
char *share_of(const lyh_cli *cli, size_t count, size_t base);

/** "Medverkan i systemet" as it stands inside a sentence; "SIP" stays as it is. g_free(). */
char *label_inside(const char *label);

/**
 * "De flesta (9 av 12) tog upp fysisk miljö": how many said @measure of @code, by what readers see of
 * it. g_free().
 */
char *finding_of(const lyh_cli *cli, const lyh_code *code, lyh_measure measure,
                 size_t count, size_t base);

#endif
