#include "release_check.h"

#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/report/numbers.h>
#include <lyhord/survey/tables.h>
#include <lyhord/tally/weight.h>

/* ---- what may be said though no table of the report prints it ---- */

static void know(GArray *known, const char *label, size_t count, size_t base)
{
    const lyh_known_count one = { label, count, base };
    g_array_append_val(known, one);
}

/* Everyone's numbers of a theme, and who stands for how much of it: a part of a theme has no table of its own. */
static void know_code(const report_material *material, size_t code, GArray *known)
{
    const char *label = lyh_codebook_code(lyh_study_codebook(material->study), code)->label;
    size_t base = lyh_tally_base(material->tally);
    for (int measure = 0; measure < LYH_MEASURE_COUNT; measure++)
        know(known, label, lyh_tally_persons(material->tally, code, (lyh_measure)measure),
             base);
    know(known, label, compose_said_both(material, code), base);
    const lyh_code_weight weight = lyh_tally_weight(material->tally, code);
    know(known, label, weight.largest, weight.statements);
}

static void know_interviews(const report_material *material, GArray *known)
{
    size_t population = lyh_study_number(material->study, "population");
    size_t invited = lyh_study_number(material->study, "invited");
    if (population > 0)
        know(known, NULL, lyh_tally_base(material->tally), population);
    if (invited > 0)
        know(known, NULL, lyh_tally_base(material->tally), invited);
    for (size_t i = 0; i < lyh_codebook_count(lyh_study_codebook(material->study)); i++)
        know_code(material, i, known);
}

/* ”Instämmer helt” eller ”Instämmer delvis”: each of those pooled may be named. */
static void know_poolings(const lyh_survey *survey, size_t index, GArray *known)
{
    const lyh_question *question = lyh_questions_at(lyh_survey_questions(survey), index);
    for (size_t i = 0; i < question->pooling_count; i++) {
        const bool *holds = question->poolings[i].holds;
        size_t count = lyh_survey_count_pooled(survey, index, holds);
        for (size_t k = 0; k < question->alternative_count; k++)
            if (holds[k])
                know(known, question->alternatives[k].text, count,
                     lyh_survey_base(survey, index));
    }
}

static void know_survey(const report_material *material, GArray *known)
{
    const lyh_survey *survey = lyh_study_survey(material->study);
    size_t population = lyh_study_number(material->study, "population");
    know(known, NULL, lyh_survey_count(survey), lyh_study_survey_sent(material->study));
    know(known, NULL, lyh_survey_count(survey), population);
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(survey)); i++) {
        size_t asked = lyh_survey_asked(survey, i), base = lyh_survey_base(survey, i);
        know(known, NULL, base, asked);
        know(known, NULL, asked - base, asked);
        know_poolings(survey, i, known);
    }
}

static GArray *known_of(const report_material *material)
{
    GArray *known = g_array_new(FALSE, FALSE, sizeof(lyh_known_count));
    if (material->tally)
        know_interviews(material, known);
    if (lyh_study_survey(material->study))
        know_survey(material, known);
    return known;
}

/* ---- what is not ours ---- */

static void add_line(GString *lines, const char *text)
{
    g_string_append_printf(lines, "%s\n", text);
}

/*
 * What the report prints of people's files, folded: "minst 1 av 3 möten" in a definition is no number of ours. g_free().
 */
static char *texts_of_files(const report_material *material)
{
    static const char *const settings[] = { "title",  "service",  "commissioner",
                                            "period", "question", "sample" };
    const lyh_study *study = material->study;
    const lyh_codebook *codebook = lyh_study_codebook(study);
    const lyh_survey *survey = lyh_study_survey(study);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
        add_line(lines, lyh_study_setting(study, settings[i]));
    for (size_t i = 0; codebook && i < lyh_codebook_count(codebook); i++) {
        const lyh_code *code = lyh_codebook_code(codebook, i);
        const char *const cells[] = { code->label, code->definition, code->when,
                                      code->when_not, code->example };
        for (size_t k = 0; k < G_N_ELEMENTS(cells); k++)
            add_line(lines, cells[k]);
    }
    for (size_t i = 0; i < lyh_study_question_count(study); i++)
        add_line(lines, lyh_study_question_text(study, i));
    const lyh_questions *questions = survey ? lyh_survey_questions(survey) : NULL;
    for (size_t i = 0; questions && i < lyh_questions_count(questions); i++) {
        const lyh_question *question = lyh_questions_at(questions, i);
        add_line(lines, question->text);
        for (size_t k = 0; k < question->alternative_count; k++)
            add_line(lines, question->alternatives[k].text);
    }
    char *folded = lyh_text_fold(lines->str, lines->len, NULL);
    char *texts = g_strdup(folded);
    free(folded);
    return texts;
}

/* ---- what is said of it ---- */

static const char *section_of(const lyh_report *report, size_t block)
{
    for (size_t i = block + 1; i-- > 0;)
        if (lyh_report_block(report, i)->kind == LYH_BLOCK_HEADING)
            return lyh_report_block(report, i)->text;
    return lyh_report_info_of(report)->title;
}

static void tell_typed(lyh_cli *cli, const lyh_unfounded *fault, const char *section)
{
    lyh_diags_warning(
        cli->diags, "number-differs", lyh_place_none(),
        "what you write under '%s' says '%s', and no table of the report prints "
        "that of what the sentence names; ask for the number with "
        "{{av:CODE}}, or say what it is of",
        section, fault->text);
}

/* False: nothing may leave. */
static bool tell(lyh_cli *cli, const lyh_report *report, const lyh_unfounded *fault)
{
    const char *section = section_of(report, fault->block);
    if (fault->is_typed) {
        tell_typed(cli, fault, section);
        return true;
    }
    switch (fault->kind) {
    case LYH_UNFOUNDED_NUMBER:
        lyh_diags_error(
            cli->diags, "release-number", lyh_place_none(),
            "block %zu, under '%s', says '%s', and no table of the report prints "
            "that of what it names; nothing is written",
            fault->block + 1, section, fault->text);
        break;
    case LYH_UNFOUNDED_WORDS:
        lyh_diags_error(cli->diags, "release-number", lyh_place_none(),
                        "block %zu, under '%s', says '%s', and these are not the words for "
                        "that number; nothing is written",
                        fault->block + 1, section, fault->text);
        break;
    case LYH_UNFOUNDED_FINDING:
        lyh_diags_error(
            cli->diags, "release-finding", lyh_place_none(),
            "the figure under '%s' has no finding: '%s' says what it holds and not "
            "what it shows; nothing is written",
            section, fault->text);
        break;
    }
    return false;
}

bool release_check(const report_material *material, const lyh_report *report)
{
    lyh_cli *cli = material->cli;
    size_t count = 0;
    bool lets = true;
    g_autoptr(GArray) known = known_of(material);
    lyh_unfounded *faults = lyh_report_unfounded(
        report, (const lyh_known_count *)(void *)known->data, known->len, &count);
    g_autofree char *files = count > 0 ? texts_of_files(material) : NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_ours =
            faults[i].kind == LYH_UNFOUNDED_FINDING || !strstr(files, faults[i].text);
        lets = (!is_ours || tell(cli, report, &faults[i])) && lets;
    }
    lyh_unfounded_free(faults, count);
    return lets || lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}
