#include "compose.h"

#include "own_words.h"

#define STRONGEST 3 /* findings of each kind: page one is read in a minute */

static void add_finding(const report_material *material, lyh_report *report, size_t code,
                        lyh_measure measure, GArray *used)
{
    const lyh_code *found = lyh_codebook_code(lyh_study_codebook(material->study), code);
    g_autofree char *share =
        share_of(material->cli, lyh_tally_persons(material->tally, code, measure),
                 lyh_tally_base(material->tally));
    g_autofree char *sentence =
        measure == LYH_MEASURE_PLUS
            ? g_strdup_printf(tr(material, "%s said something good."), share)
            : g_strdup_printf(tr(material, "%s said something critical."), share);
    lyh_report_item(report, found->label, sentence);

    lyh_polarity polarity = measure == LYH_MEASURE_PLUS ? LYH_PLUS : LYH_MINUS;
    const lyh_quote *quote = compose_quote_for(material, code, polarity, used);
    /* One page for everything that matters most: who said it stands with the theme. */
    if (quote)
        compose_quote(material, report, quote, NULL);
}

/* A code below one that is told is part of what is told. */
static bool is_told(const report_material *material, const GArray *told, size_t code)
{
    const lyh_codebook *book = lyh_study_codebook(material->study);
    for (guint i = 0; i < told->len; i++)
        if (lyh_codebook_is_within(book, code, g_array_index(told, size_t, i)))
            return true;
    return false;
}

static void add_strongest(const report_material *material, lyh_report *report,
                          lyh_measure measure, const char *heading, const char *none)
{
    g_autoptr(GArray) codes = codes_by(material, measure);
    lyh_report_heading(report, 2, heading);
    if (codes->len == 0)
        lyh_report_paragraph(report, none);
    g_autoptr(GArray) told = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_autoptr(GArray) used = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (guint i = 0; i < codes->len && told->len < STRONGEST; i++) {
        size_t code = g_array_index(codes, size_t, i);
        if (is_told(material, told, code))
            continue;
        add_finding(material, report, code, measure, used);
        g_array_append_val(told, code);
    }
}

static void add_question(const report_material *material, lyh_report *report)
{
    const char *question = lyh_study_setting(material->study, "question");
    const char *period = lyh_study_setting(material->study, "period");
    size_t base = lyh_tally_base(material->tally);
    lyh_report_heading(report, 2, tr(material, "What we asked, and whom"));
    if (*question)
        lyh_report_paragraph(report, question);
    g_autofree char *persons =
        *period ? g_strdup_printf(tr(material, "%zu persons were interviewed, %s."), base,
                                  period)
                : g_strdup_printf(tr(material, "%zu persons were interviewed."), base);
    lyh_report_paragraph(report, persons);
}

void compose_summary(const report_material *material, lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "Summary"));
    add_question(material, report);
    own_words_add(material->own, "sammanfattning", report);
    add_strongest(material, report, LYH_MEASURE_PLUS, tr(material, "What works"),
                  tr(material, "Nobody described anything as working well."));
    add_strongest(material, report, LYH_MEASURE_MINUS,
                  tr(material, "What needs to be better"),
                  tr(material, "Nobody described any shortcomings."));
    lyh_report_heading(report, 2, tr(material, "How to read the numbers"));
    lyh_report_paragraph(report, tr(material, "The numbers are persons. That somebody did "
                                              "not bring up a theme does not mean that "
                                              "they are satisfied. A person who said both "
                                              "good and bad things about a theme is "
                                              "counted under both."));
}
