/*
 * What a study's files tell of how it was done. Each is one or two sentences; NULL when the files
 * tell nothing.
 */
#include "checklist.h"

#include <string.h>

#include "version.h"

/* The paragraphs of the method chapter from @make on, as one text; g_free(). */
static char *as_text(const report_material *material,
                     void (*make)(const report_material *material, lyh_report *report))
{
    const lyh_report_info info = { .catalog = material->cli->catalog };
    lyh_report *report = lyh_report_new(&info);
    make(material, report);
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < lyh_report_block_count(report); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "",
                               lyh_report_block(report, i)->text);
    lyh_report_free(report);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *known_approach(const report_material *material)
{
    return as_text(material, compose_method_approach);
}

char *known_base(const report_material *material)
{
    return as_text(material, compose_method_base);
}

char *known_sampling(const report_material *material)
{
    return as_text(material, compose_method_sample);
}

char *known_groups(const report_material *material)
{
    g_autofree char *base = as_text(material, compose_method_base);
    g_autofree char *groups = as_text(material, compose_method_suppression);
    return g_strconcat(base, " ", groups, NULL);
}

char *known_agreement(const report_material *material)
{
    g_autofree char *agreement = as_text(material, compose_agreement);
    g_autofree char *trace = known_trace(material);
    return g_strconcat(agreement, " ", trace, NULL);
}

char *known_coders(const report_material *material)
{
    g_autofree char *codings = as_text(material, compose_method_codings);
    const lyh_agreement *agreement = material->facts->agreement.agreement;
    if (!agreement)
        return g_steal_pointer(&codings);
    g_autofree char *coders =
        g_strdup_printf(tr(material, "%zu coders have a file of codings of their own."),
                        lyh_agreement_coder_count(agreement));
    return g_strconcat(coders, " ", codings, NULL);
}

char *known_codebook(const report_material *material)
{
    const fact_codebook *told = &material->facts->codebook;
    return g_strdup_printf(
        tr(material, "The codebook of %zu codes is printed at the end of the report with "
                     "definitions, when each is used, and examples. Codes that were used: "
                     "%zu."),
        told->codes, told->used);
}

char *known_dropouts(const report_material *material)
{
    size_t listed = lyh_respondents_count(lyh_study_respondents(material->study));
    size_t base = lyh_tally_base(material->tally);
    if (listed <= base)
        return NULL;
    return g_strdup_printf(
        tr(material,
           "Of the %zu persons in respondents.csv %zu have words in a transcript."),
        listed, base);
}

char *known_listeners(const report_material *material)
{
    size_t listened = material->facts->material.listened;
    if (listened == 0)
        return NULL;
    return g_strdup_printf(
        tr(material, "A co-listener speaks in %zu of the %zu transcripts."), listened,
        material->counts->documents);
}

char *known_guide(const report_material *material)
{
    size_t questions = material->facts->material.questions;
    return questions > 0
               ? g_strdup_printf(
                     tr(material, "The interview guide, guide.csv, has %zu questions."),
                     questions)
               : NULL;
}

char *known_repeats(const report_material *material)
{
    size_t several = material->facts->material.several;
    return several == 0
               ? g_strdup(tr(material, "There is one transcript of each person, or of "
                                       "several persons together."))
               : g_strdup_printf(
                     tr(material, "Persons with more than one transcript: %zu."), several);
}

/* In hundreds: the exact number is one person's. */
char *known_length(const report_material *material)
{
    size_t words = (material->facts->material.words_in_middle + 50) / 100 * 100;
    return g_strdup_printf(tr(material,
                              "Half of the participants say about %zu words or more "
                              "(the median). Transcripts do not tell minutes."),
                           words);
}

char *known_program(const report_material *material)
{
    return g_strdup_printf(
        tr(material, "lyhord %s. manifest.json tells which files went in and which were "
                     "made."),
        LYHORD_VERSION);
}

char *known_quotes(const report_material *material)
{
    size_t quotes = 0, codes = material->facts->codebook.codes;
    for (size_t code = 0; code < codes; code++) {
        size_t count;
        lyh_quotes_of(material->quotes, code, &count);
        quotes += count;
        lyh_proposals_of(material->quotes, code, &count);
        quotes += count;
    }
    return g_strdup_printf(
        tr(material,
           "Quotes and proposals in the report: %zu. Each was marked by a person as one "
           "that may be "
           "printed, and at most three are of the same participant. No id and no name "
           "stands with them, because quotes can be put together to a portrait."),
        quotes);
}

char *known_trace(const report_material *material)
{
    return g_strdup(tr(material, "Whoever has access to the material can list the "
                                 "statements behind each number (lyhord explain)."));
}

char *known_chapters(const report_material *material)
{
    return g_strdup_printf(
        tr(material, "The report has a section for each code that somebody took up, with "
                     "number, figure, table and quotes: %zu of %zu codes."),
        material->facts->codebook.used, material->facts->codebook.codes);
}

char *known_few(const report_material *material)
{
    return g_strdup(tr(material,
                       "What only one or two took up has a section like the rest, "
                       "and good and bad are counted side by side."));
}

char *known_title(const report_material *material)
{
    const char *title = lyh_study_setting(material->study, "title");
    return *title ? g_strdup(title) : NULL;
}

char *known_summary(const report_material *material)
{
    return g_strdup(tr(material, "The report begins with a summary of what was asked, what "
                                 "works and what needs to be better."));
}

char *known_question(const report_material *material)
{
    const char *question = lyh_study_setting(material->study, "question");
    return *question ? g_strdup(question) : NULL;
}

char *known_context(const report_material *material)
{
    const char *service = lyh_study_setting(material->study, "service");
    const char *period = lyh_study_setting(material->study, "period");
    if (!*service && !*period)
        return NULL;
    return g_strdup_printf("%s%s%s.", service, *service && *period ? ", " : "", period);
}

static const char *about_research(const char *research)
{
    if (strcmp(research, "ja") == 0 || strcmp(research, "yes") == 0)
        return N_("The study says of itself that it is research.");
    if (strcmp(research, "nej") == 0 || strcmp(research, "no") == 0)
        return N_("The study says of itself that it is not research.");
    return N_("The study does not say whether it is research.");
}

char *known_ethics(const report_material *material)
{
    const char *research = lyh_study_setting(material->study, "research");
    const char *purge = lyh_study_setting(material->study, "purge");
    g_autoptr(GString) text = g_string_new(tr(material, about_research(research)));
    if (*purge)
        g_string_append_printf(
            text, " %s", tr(material, "The day when the material is destroyed is set."));
    g_string_append_printf(
        text, " %s",
        tr(material, "A program has looked through the report for what points at persons; "
                     "it finds much and never all."));
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *known_processing(const report_material *material)
{
    return g_strdup(
        tr(material, "Interviewers' words, and what stands in the material twice, are not "
                     "counted. Each coding is tied to the text it was made on."));
}

char *known_limits(const report_material *material)
{
    g_autofree char *sample = known_sampling(material);
    return g_strconcat(
        sample, " ",
        tr(material, "That somebody did not bring up a theme does not mean that they are "
                     "satisfied."),
        NULL);
}

char *known_commissioner(const report_material *material)
{
    const char *commissioner = lyh_study_setting(material->study, "commissioner");
    return *commissioner
               ? g_strdup_printf(tr(material, "The study was commissioned by %s."),
                                 commissioner)
               : NULL;
}
