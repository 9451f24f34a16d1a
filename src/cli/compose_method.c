#include "compose.h"

#include <string.h>

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

static void add_base(const report_material *material, lyh_report *report)
{
    const lyh_study_counts *counts = material->counts;
    g_autofree char *base = g_strdup_printf(
        tr(material,
           "The material is %zu transcripts with %zu persons. They hold %zu words by "
           "the participants; the %zu words by interviewers are not counted."),
        counts->documents, lyh_tally_base(material->tally), counts->words,
        counts->interviewer_words);
    lyh_report_paragraph(report, base);
}

static void add_groups(const report_material *material, lyh_report *report)
{
    const lyh_tally_view *view = &material->groups;
    if (!view->grouping)
        return;
    g_autoptr(GString) groups = g_string_new(NULL);
    for (size_t i = 0; i < lyh_grouping_count(view->grouping); i++)
        g_string_append_printf(groups, "%s%s (%zu)", i ? ", " : "",
                               lyh_grouping_name(view->grouping, i),
                               lyh_grouping_size(view->grouping, i));
    g_autofree char *text = g_strdup_printf(
        tr(material, "The results are also shown by group: %s. Groups with fewer than %zu "
                     "persons are merged, so that nobody can be pointed out."),
        groups->str, view->threshold);
    lyh_report_paragraph(report, text);
}

void compose_method(const report_material *material, lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "How it was done"));
    add_base(material, report);
    lyh_report_paragraph(
        report, tr(material, about_sample(lyh_study_setting(material->study, "sample"))));
    lyh_report_paragraph(
        report,
        tr(material, "The method is codebook-based thematic analysis (Braun and Clarke "
                     "2006; MacQueen et al. 1998). The codebook is at the end of the "
                     "report."));
    lyh_report_paragraph(report, tr(material, about_codings(material)));
    add_groups(material, report);
    lyh_report_paragraph(
        report,
        tr(material, "Quotes are the participants' own words. Words that could point at "
                     "someone are to be replaced in the transcripts. The program found no "
                     "known identifiers in the report but those that people have "
                     "accepted one by one; people must still read it before it is "
                     "spread."));
}
