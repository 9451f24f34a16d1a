/* A text of people's own, its figures held against the tables. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/stats/rounding.h>
#include <lyhord/survey/claims.h>

#include "../base/autoptr.h"
#include "survey.h"

static const lyh_question *question_of(const survey_work *work, const lyh_claim *claim)
{
    return lyh_questions_at(lyh_study_questions(work->study), claim->question);
}

static char *percent_of(const survey_work *work, size_t count, size_t base,
                        unsigned decimals)
{
    const lyh_cell cell =
        lyh_cell_percent(lyh_ratio((int64_t)count, (int64_t)base, 100, decimals), decimals);
    return lyh_cell_shown(&cell, work->cli->messages);
}

/* "73 % or 73,1 %": whole, and with one decimal, so that a text may choose. */
static char *rounded(const survey_work *work, size_t count, size_t base)
{
    g_autofree char *whole = percent_of(work, count, base, 0);
    g_autofree char *decimal = percent_of(work, count, base, 1);
    return g_strdup_printf(lyh_tr(work->cli->messages, "%s or %s"), whole, decimal);
}

static const char *label_of(const survey_work *work, const lyh_claim *claim)
{
    const lyh_question *question =
        claim->question == LYH_NONE ? NULL : question_of(work, claim);
    return claim->is_response           ? lyh_tr(work->cli->messages, "response rate")
           : !question                  ? ""
           : claim->pooling != LYH_NONE ? question->poolings[claim->pooling].name
           : claim->alternative != LYH_NONE
               ? question->alternatives[claim->alternative].text
               : "";
}

static void tell_part(const survey_work *work, const lyh_claim *claim, lyh_place place,
                      const char *said)
{
    const lyh_question *question = question_of(work, claim);
    const lyh_pooling *whole = &question->poolings[claim->whole];
    size_t count = lyh_survey_count_pooled(work->survey, claim->question, whole->holds);
    g_autofree char *pooled = rounded(work, count, claim->base);
    lyh_diags_warning(work->cli->diags, "claim-part", place,
                      "%s is '%s' alone in question %s; '%s' (%s) is %s, %zu of %zu: name "
                      "the alternative in the sentence, or give the pooled figure",
                      said, question->alternatives[claim->alternative].text, question->name,
                      whole->name, whole->rule, pooled, count, claim->base);
}

static void tell_differs(const survey_work *work, const lyh_claim *claim, lyh_place place,
                         const char *said)
{
    g_autofree char *right = rounded(work, claim->count, claim->base);
    g_autofree char *name =
        claim->is_response ? g_strdup(lyh_tr(work->cli->messages, "the survey"))
                           : g_strdup_printf(lyh_tr(work->cli->messages, "question %s"),
                                             question_of(work, claim)->name);
    if (claim->of > 0)
        lyh_diags_warning(work->cli->diags, "claim-differs", place,
                          "the text says %s, the table of %s has %zu of %zu ('%s')", said,
                          name, claim->count, claim->base, label_of(work, claim));
    else
        lyh_diags_warning(work->cli->diags, "claim-differs", place,
                          "the text says %s, the table of %s has %zu of %zu ('%s'): half "
                          "up that is %s",
                          said, name, claim->count, claim->base, label_of(work, claim),
                          right);
}

static void tell(const survey_work *work, const lyh_source *source, const lyh_claim *claim)
{
    lyh_place place = lyh_place_text(source, claim->start, claim->end);
    g_autofree char *said =
        g_strndup(lyh_source_text(source) + claim->start, claim->end - claim->start);
    switch (claim->verdict) {
    case LYH_CLAIM_HOLDS:
        break;
    case LYH_CLAIM_PART:
        tell_part(work, claim, place, said);
        break;
    case LYH_CLAIM_DIFFERS:
        tell_differs(work, claim, place, said);
        break;
    case LYH_CLAIM_STRANGE:
        lyh_diags_warning(work->cli->diags, "claim-strange", place,
                          "the table of question %s has no figure like %s; say where it "
                          "comes from, or which question it is of",
                          question_of(work, claim)->name, said);
        break;
    case LYH_CLAIM_UNTIED:
        lyh_diags_note(work->cli->diags, "claim-untied", place,
                       "%s could not be tied to a question, so nothing was compared; name "
                       "the question in the sentence (fråga 3)",
                       said);
        break;
    }
}

static void add_row(const survey_work *work, const lyh_source *source,
                    const lyh_claim *claim, lyh_table *table)
{
    size_t row = lyh_table_add_row(table);
    g_autofree char *said =
        g_strndup(lyh_source_text(source) + claim->start, claim->end - claim->start);
    bool is_held = claim->base > 0;
    const lyh_cell cells[] = {
        lyh_cell_count(lyh_source_line(source, claim->start)),
        lyh_cell_count(lyh_source_column(source, claim->start)),
        lyh_cell_text(said),
        lyh_cell_text(claim->question == LYH_NONE ? "" : question_of(work, claim)->name),
        lyh_cell_text(label_of(work, claim)),
        is_held ? lyh_cell_count(claim->count) : lyh_cell_empty(),
        is_held ? lyh_cell_count(claim->base) : lyh_cell_empty(),
        is_held ? lyh_cell_percent(
                      lyh_ratio((int64_t)claim->count, (int64_t)claim->base, 100, 1), 1)
                : lyh_cell_empty(),
        lyh_cell_text(lyh_claim_verdict_name(claim->verdict)),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_set_cell(table, row, i, cells[i]);
}

static lyh_table *new_table(const lyh_catalog *catalog)
{
    const struct {
        const char *name, *heading;
    } columns[] = {
        { "line", lyh_trc(catalog, "survey", "line") },
        { "column", lyh_trc(catalog, "survey", "column") },
        { "figure", lyh_trc(catalog, "survey", "figure in the text") },
        { "question", lyh_trc(catalog, "survey", "question") },
        { "alternative", lyh_trc(catalog, "survey", "alternative") },
        { "count", lyh_trc(catalog, "survey", "count") },
        { "base", lyh_trc(catalog, "survey", "base") },
        { "percent", lyh_trc(catalog, "survey", "per cent") },
        { "verdict", lyh_trc(catalog, "survey", "verdict") },
    };
    lyh_table *table = lyh_table_new("survey_text");
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        lyh_table_add_column(table, columns[i].name, columns[i].heading);
    lyh_table_set_part(table, LYH_TABLE_TITLE,
                       lyh_tr(catalog, "Figures of a text, held against the tables"));
    return table;
}

int survey_check_text(survey_work *work, const char *path)
{
    lyh_cli *cli = work->cli;
    g_autoptr(lyh_source) source =
        lyh_source_read(path, LYH_SOURCE_TABLE, cli->diags, &cli->error);
    if (!source)
        return cli_finish(cli);
    size_t count, warnings = lyh_diags_warning_count(cli->diags);
    g_autofree lyh_claim *claims =
        lyh_claims_find(work->survey, work->view.threshold, work->view.sent,
                        lyh_source_text(source), lyh_source_size(source), &count);
    g_autoptr(lyh_table) table = new_table(cli->catalog);
    for (size_t i = 0; i < count; i++) {
        tell(work, source, &claims[i]);
        add_row(work, source, &claims[i], table);
    }
    bool is_fine = lyh_diags_warning_count(cli->diags) == warnings;
    int exit = cli_finish_with_table(cli, table);
    return exit == EXIT_FINE && !is_fine ? EXIT_WARNINGS : exit;
}
