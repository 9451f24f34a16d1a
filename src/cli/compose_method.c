#include "compose.h"
#include "own_words.h"

#include <string.h>

#include <lyhord/table/writers.h>

#include "version.h"

void compose_sentence(GString *text, const char *sentence, ...)
{
    va_list numbers;
    va_start(numbers, sentence);
    g_autofree char *filled = g_strdup_vprintf(sentence, numbers);
    va_end(numbers);
    g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", filled);
}

static void end_paragraph(lyh_report *report, GString *text)
{
    if (text->len > 0)
        lyh_report_own(report, text->str);
    g_string_free(text, TRUE);
}

/* ---- the material ---- */

/* As a table shows it: "12 673". */
static char *count_shown(const report_material *material, size_t count)
{
    const lyh_cell cell = lyh_cell_count(count);
    return lyh_cell_shown(&cell, material->cli->catalog);
}

void compose_method_base(const report_material *material, lyh_report *report)
{
    const lyh_study_counts *counts = material->counts;
    const fact_codings *codings = &material->facts->codings;
    GString *text = g_string_new(NULL);
    g_autofree char *words = count_shown(material, counts->words);
    g_autofree char *others = count_shown(material, counts->interviewer_words);
    compose_sentence(text,
                     tr(material,
                        "The material is %zu transcripts with %zu persons. They hold "
                        "%s words by the participants; the %s words by "
                        "interviewers are not counted."),
                     counts->documents, lyh_tally_base(material->tally), words, others);
    if (codings->repeats > 0)
        compose_sentence(text,
                         tr(material, "What stands in the material twice is counted once "
                                      "(passages: %zu, words: %zu)."),
                         codings->repeats, codings->repeated_words);
    end_paragraph(report, text);
}

/* What may be concluded depends on how people were chosen, so the report says it in every case. */
static const char *about_sample(const char *sample)
{
    if (strcmp(sample, "census") == 0)
        return N_("Everyone who uses the service was asked.");
    if (strcmp(sample, "purposive") == 0)
        return N_(
            "The participants were chosen so that different experiences would be heard. "
            "The numbers describe these persons and cannot be transferred to everyone who "
            "uses the service.");
    if (strcmp(sample, "random") == 0)
        return N_("The participants were drawn at random among those who use the service.");
    return N_(
        "The participants came forward themselves. The numbers describe these persons and "
        "cannot be transferred to everyone who uses the service.");
}

static const char *limit_of_sample(const report_material *material, const char *sample)
{
    lyh_print_level level =
        lyh_print_level_of(lyh_tally_base(material->tally), material->everyone.threshold);
    if (strcmp(sample, "census") == 0)
        return N_("What those who did not take part would have said is not known.");
    if (strcmp(sample, "random") == 0 && level != LYH_PRINT_TESTS)
        return N_("They are so few that chance weighs heavily; the numbers describe these "
                  "persons, and no intervals or tests are given.");
    return NULL;
}

void compose_method_sample(const report_material *material, lyh_report *report)
{
    const char *sample = lyh_study_setting(material->study, "sample");
    const char *population = lyh_study_setting(material->study, "population");
    const char *limit = limit_of_sample(material, sample);
    GString *text = g_string_new(tr(material, about_sample(sample)));
    if (limit)
        compose_sentence(text, "%s", tr(material, limit));
    if (*population && strspn(population, "0123456789") == strlen(population))
        compose_sentence(text, tr(material, "They are %zu of %s who use the service."),
                         lyh_tally_base(material->tally), population);
    end_paragraph(report, text);
}

/* ---- the codes ---- */

/* What coders read of a code: without it two persons mean different things by it. */
static void add_fields(const report_material *material, GString *text)
{
    const fact_codebook *told = &material->facts->codebook;
    bool has_all = told->with_definition == told->codes && told->with_when == told->codes &&
                   told->with_when_not == told->codes && told->with_example == told->codes;
    if (has_all)
        compose_sentence(text,
                         tr(material,
                            "Each of its %zu codes has a definition, says when it is "
                            "used and when it is not, and has an example."),
                         told->codes);
    else
        compose_sentence(text,
                         tr(material,
                            "It has %1$zu codes. Of them %2$zu have a definition, "
                            "%3$zu say when they are used, %4$zu when they are not, "
                            "and %5$zu have an example."),
                         told->codes, told->with_definition, told->with_when,
                         told->with_when_not, told->with_example);
}

void compose_method_approach(const report_material *material, lyh_report *report)
{
    GString *text = g_string_new(
        tr(material, "The method is codebook-based thematic analysis (Braun and Clarke "
                     "2006; MacQueen et al. 1998). The codebook is at the end of the "
                     "report."));
    add_fields(material, text);
    end_paragraph(report, text);
}

static const char *about_codings(const report_material *material)
{
    if (material->with_suggested)
        return N_(
            "The passages were found by rules in the codebook. No person has reviewed "
            "them: the numbers are machine suggestions and must not be used as results.");
    return N_(
        "People marked where a theme was taken up, and whether what was said was good, bad "
        "or neither. Only what people have decided is counted.");
}

static void add_origin(const report_material *material, GString *text)
{
    const fact_codings *told = &material->facts->codings;
    if (told->open > 0)
        compose_sentence(text,
                         tr(material, "Of the %zu counted codings %zu are suggestions that "
                                      "nobody has reviewed."),
                         told->counted, told->open);
    else if (told->by_people == told->counted)
        compose_sentence(text,
                         tr(material,
                            "None of the %zu counted codings was suggested by the "
                            "program."),
                         told->counted);
    else
        compose_sentence(text,
                         tr(material, "Of the %zu counted codings people made %zu "
                                      "themselves and accepted %zu that the codebook's "
                                      "rules had suggested, one by one."),
                         told->counted, told->by_people, told->from_rules);
    if (told->from_model > 0)
        compose_sentence(text,
                         tr(material, "Accepted in the same way, and suggested by a model "
                                      "that learnt from what people had decided: %zu."),
                         told->from_model);
    if (told->rejected > 0)
        compose_sentence(text, tr(material, "Suggestions that people rejected: %zu."),
                         told->rejected);
}

void compose_method_codings(const report_material *material, lyh_report *report)
{
    const fact_codings *told = &material->facts->codings;
    GString *text = g_string_new(tr(material, about_codings(material)));
    add_origin(material, text);
    if (told->is_common)
        compose_sentence(text, "%s",
                         tr(material, "What is counted is what the coders decided on "
                                      "together."));
    end_paragraph(report, text);
}

/* ---- the numbers ---- */

static void add_unit(const report_material *material, lyh_report *report)
{
    const fact_codings *told = &material->facts->codings;
    size_t left_out = told->quoted + told->unclear + told->other;
    GString *text = g_string_new(
        tr(material,
           "The unit is the person: somebody who says a thing ten times counts once. What "
           "is stated and what is denied counts. Questions, doubts, the words of others "
           "and what is said of somebody else than the service do not count; wishes are "
           "counted by themselves. What is said of a code counts for the code above it "
           "too."));
    if (left_out > 0)
        compose_sentence(text,
                         tr(material, "Codings left out in this way: %zu (questions and "
                                      "doubts %zu, others' words %zu, somebody else %zu)."),
                         left_out, told->unclear, told->quoted, told->other);
    end_paragraph(report, text);
}

static void add_groups(const report_material *material, GString *text)
{
    const lyh_tally_view *view = &material->groups;
    g_autofree char *groups = groups_of(material);
    if (!groups)
        return;
    compose_sentence(text,
                     tr(material,
                        "The results are also shown by group: %s. Groups with fewer "
                        "than %zu persons are merged, so that nobody can be pointed "
                        "out."),
                     groups, view->threshold);
}

void compose_method_suppression(const report_material *material, lyh_report *report)
{
    GString *text = g_string_new(NULL);
    compose_sentence(text,
                     tr(material,
                        "Nothing is shown of fewer than %zu persons, and no percentage "
                        "of fewer than 20."),
                     material->everyone.threshold);
    add_groups(material, text);
    end_paragraph(report, text);
}

static void add_quotes(const report_material *material, lyh_report *report)
{
    lyh_report_own(report,
                   tr(material,
                      "Quotes are the participants' own words. Words that could point at "
                      "someone are to be replaced in the transcripts. The program found no "
                      "known identifiers in the report but those that people have "
                      "accepted one by one; people must still read it before it is "
                      "spread."));
}

static void add_body(const report_material *material, lyh_report *report)
{
    compose_method_base(material, report);
    compose_method_sample(material, report);
    compose_method_approach(material, report);
    compose_method_codings(material, report);
    compose_agreement(material, report);
    add_unit(material, report);
    compose_method_suppression(material, report);
    add_quotes(material, report);
}

void compose_method(const report_material *material, lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "How it was done"));
    own_words_add(material->own, "metod", report);
    add_body(material, report);
}

/* ---- the text for a manuscript ---- */

/* Sandelowski's (2001) four, and what is done about each. */
static void add_traps(const report_material *material, lyh_report *report)
{
    static const char *const traps[][2] = {
        { N_("Verbal counting:"),
          N_("words for amounts stand with their number wherever the program writes.") },
        { N_("Overcounting:"), N_("what is counted is persons per theme, and not "
                                  "everything that can be counted.") },
        { N_("Misleading counting:"),
          N_("one person's many statements count once, small numbers get no percentage, "
             "and how many took something up is no measure of how much it matters.") },
        { N_("Acontextual counting:"), N_("each number stands with its base, the "
                                          "definition of its theme, and quotes.") },
    };
    lyh_report_heading(report, 1, tr(material, "Four traps of counting"));
    lyh_report_paragraph(report,
                         tr(material, "Numbers in qualitative material can lead astray in "
                                      "four ways (Sandelowski 2001)."));
    for (size_t i = 0; i < G_N_ELEMENTS(traps); i++)
        lyh_report_item(report, tr(material, traps[i][0]), tr(material, traps[i][1]));
}

static void add_program(const report_material *material, lyh_report *report)
{
    const fact_codings *told = &material->facts->codings;
    GString *text = g_string_new(NULL);
    compose_sentence(text, tr(material, "Counted with the program lyhord %s."),
                     LYHORD_VERSION);
    if (*told->set)
        compose_sentence(text,
                         tr(material, "The set of codings that is counted is called %s."),
                         told->set);
    compose_sentence(text, "%s",
                     tr(material, "manifest.json beside this text tells which files went "
                                  "in and which were made."));
    end_paragraph(report, text);
}

void compose_method_text(const report_material *material, lyh_report *report)
{
    add_body(material, report);
    compose_agreement_table(material, report);
    add_traps(material, report);
    add_program(material, report);
}
