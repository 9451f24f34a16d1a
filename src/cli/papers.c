#include "papers.h"

#include "../report/autoptr.h"
#include "checklist.h"
#include "view.h"

typedef struct paper {
    const char *name;
    lyh_report *report;
} paper;

struct cli_papers {
    GArray *all; /* paper */
    lyh_report *names;
};

static const char *const references[] = {
    "Braun V, Clarke V (2006). Using thematic analysis in psychology. Qualitative Research "
    "in "
    "Psychology 3(2): 77–101.",
    "Cohen J (1960). A coefficient of agreement for nominal scales. Educational and "
    "Psychological Measurement 20(1): 37–46.",
    "Krippendorff K (2011). Computing Krippendorff's Alpha-Reliability. University of "
    "Pennsylvania, Annenberg School for Communication.",
    "MacQueen KM, McLellan E, Kay K, Milstein B (1998). Codebook development for "
    "team-based "
    "qualitative analysis. Cultural Anthropology Methods 10(2): 31–36.",
    "Sandelowski M (2001). Real qualitative researchers do not count: the use of numbers "
    "in "
    "qualitative research. Research in Nursing & Health 24(3): 230–240.",
};

static const char survey_reference[] =
    "Sharma A, Minh Duc NT, Luu Lam Thang T et al. (2021). A consensus-based checklist for "
    "reporting of survey studies (CROSS). Journal of General Internal Medicine 36(10): "
    "3179–3187.";

static void clear_paper(void *data)
{
    lyh_report_free(((paper *)data)->report);
}

static lyh_report *method_of(const report_material *material)
{
    const char *study = lyh_study_setting(material->study, "title");
    const char *heading = tr(material, "How it was done");
    g_autofree char *title =
        *study ? g_strdup_printf("%s: %s", heading, study) : g_strdup(heading);
    g_autofree char *status = compose_status(material);
    const lyh_report_info info = {
        .title = title,
        .status = status,
        .catalog = material->cli->catalog,
    };
    lyh_report *report = lyh_report_new(&info);
    if (material->tally)
        compose_method_text(material, report);
    if (material->tally && material->survey)
        lyh_report_heading(report, 1, tr(material, "The survey"));
    if (material->survey)
        compose_survey_method_text(material, report);
    lyh_report_heading(report, 1, tr(material, "References"));
    for (size_t i = 0; material->tally && i < G_N_ELEMENTS(references); i++)
        lyh_report_item(report, NULL, references[i]);
    if (material->survey)
        lyh_report_item(report, NULL, survey_reference);
    return report;
}

static void add(cli_papers *papers, const char *name, lyh_report *report)
{
    const paper added = { name, report };
    g_array_append_val(papers->all, added);
}

/* The same material told in another language: its groups are named in it too. */
static bool add_method(cli_papers *papers, const report_material *material,
                       const char *name, const char *language)
{
    lyh_cli cli = *material->cli;
    cli.catalog = lyh_catalog_for(language);
    report_material told = *material;
    told.cli = &cli;
    g_auto(cli_view) groups = { 0 };
    if (!material->tally) {
        add(papers, name, method_of(&told));
        return true;
    }
    view_again(&groups, material->view, &cli);
    told.groups = groups.shown;
    told.view = &groups;
    add(papers, name, method_of(&told));
    return true;
}

static lyh_report *names_of(const report_material *material)
{
    const lyh_report_info info = { .catalog = material->cli->catalog };
    lyh_report *names = lyh_report_new(&info);
    const lyh_codebook *codebook = lyh_study_codebook(material->study);
    for (size_t i = 0; codebook && i < lyh_codebook_count(codebook); i++)
        lyh_report_heading(names, 1, lyh_codebook_code(codebook, i)->name);
    return names;
}

cli_papers *papers_new(const report_material *material)
{
    g_autoptr(cli_papers) papers = g_new0(cli_papers, 1);
    papers->all = g_array_new(FALSE, FALSE, sizeof(paper));
    g_array_set_clear_func(papers->all, clear_paper);
    papers->names = names_of(material);
    if (material->tally)
        add(papers, "coreq.md", checklist_compose(&checklist_coreq, material));
    if (!add_method(papers, material, "method.en.md", "en") ||
        !add_method(papers, material, "method.sv.md", "sv"))
        return NULL;
    if (material->tally)
        add(papers, "srqr.md", checklist_compose(&checklist_srqr, material));
    return g_steal_pointer(&papers);
}

void papers_free(cli_papers *papers)
{
    if (!papers)
        return;
    g_array_unref(papers->all);
    lyh_report_free(papers->names);
    g_free(papers);
}

const lyh_report *papers_names(const cli_papers *papers)
{
    return papers->names;
}

void papers_add(const cli_papers *papers, cli_package *package)
{
    for (guint i = 0; i < papers->all->len; i++) {
        const paper *added = &g_array_index(papers->all, paper, i);
        lyh_output *output = lyh_output_to_memory();
        lyh_report_write_markdown(added->report, output);
        package_add(package, added->name, output);
    }
}
