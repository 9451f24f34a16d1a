/*
 * The report that is easy to read: short sentences of common words, a dot a person, and the number beside
 * every word for how many. It leaves out groups, sub-themes and shares; it says nothing that the whole
 * report does not say.
 */
#include "compose.h"
#include "own_words.h"

static size_t said(const report_material *material, size_t code, lyh_measure measure)
{
    return lyh_tally_persons(material->tally, code, measure);
}

/* "De flesta (9 av 12) pratade om det här." */
static void add_sentence(const report_material *material, lyh_report *report, size_t count,
                         const char *sentence)
{
    if (count == 0)
        return;
    g_autofree char *share =
        share_of(material->cli, count, lyh_tally_base(material->tally));
    g_autofree char *text = g_strconcat(share, " ", tr(material, sentence), NULL);
    lyh_report_own(report, text);
}

static void add_about(const report_material *material, lyh_report *report)
{
    const char *question = lyh_study_setting(material->study, "question");
    const char *service = lyh_study_setting(material->study, "service");
    lyh_report_heading(report, 1, tr(material, "What this is about"));
    /* The study's own question is seldom easy to read: who writes a beginning says it there. */
    if (*question && !own_words_has(material->own, "lattlast"))
        lyh_report_paragraph(report, question);
    if (*service) {
        g_autofree char *about = g_strdup_printf(tr(material, "It is about %s."), service);
        lyh_report_paragraph(report, about);
    }
    g_autofree char *persons = g_strdup_printf(tr(material, "We talked with %zu persons."),
                                               lyh_tally_base(material->tally));
    lyh_report_own(report, persons);
    lyh_report_own(report, tr(material, "This report says what they told us."));
    own_words_add(material->own, "lattlast", report);
}

static void add_how_to_read(const report_material *material, lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "How to read the pictures"));
    lyh_report_own(report, tr(material, "Every dot is a person."));
    lyh_report_own(report, tr(material, "A filled dot is a person who talked about it."));
    lyh_report_own(report, tr(material, "An empty dot is a person who did not."));
    lyh_report_own(report, tr(material, "Some did not talk about it. That does not mean "
                                        "that it is good."));
    lyh_report_own(report, tr(material, "A theme is a thing that they talked about."));
    lyh_report_own(report, tr(material, "A transcript is what was said in a talk, in "
                                        "writing."));
    lyh_report_own(report, tr(material, "We read them and marked each theme. The marks are "
                                        "called codings."));
}

static void add_dots(const report_material *material, lyh_report *report, size_t code)
{
    const lyh_code *theme = lyh_codebook_code(lyh_study_codebook(material->study), code);
    lyh_table *table = lyh_tally_code_table(material->tally, &material->everyone, code);
    g_autofree char *finding =
        finding_of(material->cli, theme, LYH_MEASURE_ANY,
                   said(material, code, LYH_MEASURE_ANY), lyh_tally_base(material->tally));
    compose_theme_figure(material, report, table, finding);
}

/* One person's words are enough, and whose they are does not matter here. */
static void add_one_quote(const report_material *material, lyh_report *report, size_t code)
{
    size_t count;
    const lyh_quote *quotes = lyh_quotes_of(material->quotes, code, &count);
    if (count > 0)
        compose_quote(material, report, &quotes[0], NULL);
}

static void add_theme(const report_material *material, lyh_report *report, size_t code)
{
    const lyh_code *theme = lyh_codebook_code(lyh_study_codebook(material->study), code);
    lyh_report_heading(report, 2, theme->label);
    add_sentence(material, report, said(material, code, LYH_MEASURE_ANY),
                 N_("talked about this."));
    add_dots(material, report, code);
    add_sentence(material, report, said(material, code, LYH_MEASURE_PLUS),
                 N_("said that something is good."));
    add_sentence(material, report, said(material, code, LYH_MEASURE_MINUS),
                 N_("said that something is bad."));
    add_sentence(material, report, said(material, code, LYH_MEASURE_WISH),
                 N_("want something to change."));
    add_one_quote(material, report, code);
}

static void add_themes(const report_material *material, lyh_report *report)
{
    const lyh_codebook *codebook = lyh_study_codebook(material->study);
    g_autoptr(GArray) codes = codes_by(material, LYH_MEASURE_ANY);
    lyh_report_page(report);
    lyh_report_heading(report, 1, tr(material, "What they said"));
    for (guint i = 0; i < codes->len; i++) {
        size_t code = g_array_index(codes, size_t, i);
        if (lyh_codebook_code(codebook, code)->parent == LYH_NONE)
            add_theme(material, report, code);
    }
}

static void add_proposals(const report_material *material, lyh_report *report)
{
    g_autoptr(GArray) codes = codes_by(material, LYH_MEASURE_ANY);
    bool is_begun = false;
    for (guint i = 0; i < codes->len; i++) {
        size_t count;
        const lyh_quote *proposals =
            lyh_proposals_of(material->quotes, g_array_index(codes, size_t, i), &count);
        for (size_t k = 0; k < count; k++) {
            if (!is_begun)
                lyh_report_heading(report, 1, tr(material, "What they want to change"));
            is_begun = true;
            lyh_report_item(report, NULL, proposals[k].text);
        }
    }
}

static void add_end(const report_material *material, lyh_report *report)
{
    lyh_report_heading(report, 1, tr(material, "What to remember"));
    lyh_report_own(report, tr(material, "The numbers are the persons we talked with. "
                                        "Others may think otherwise."));
    lyh_report_own(report, tr(material, "Nobody's name is in the report."));
    lyh_report_own(report, tr(material, "There is a longer report too. It says how we did "
                                        "it."));
}

void compose_easy(const report_material *material, lyh_report *report)
{
    add_about(material, report);
    add_how_to_read(material, report);
    add_themes(material, report);
    add_proposals(material, report);
    add_end(material, report);
}
