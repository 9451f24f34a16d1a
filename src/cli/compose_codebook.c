#include "compose.h"

static void add_part(const report_material *material, lyh_report *report, const char *lead,
                     const char *text)
{
    if (*text)
        lyh_report_item(report, tr(material, lead), text);
}

void compose_codebook(const report_material *material, lyh_report *report)
{
    const lyh_codebook *codebook = lyh_study_codebook(material->study);
    lyh_report_page(report);
    lyh_report_heading(report, 1, tr(material, "Appendix: the codebook"));
    lyh_report_heading(report, 2, tr(material, "What was coded, and when"));
    for (size_t i = 0; i < lyh_codebook_count(codebook); i++) {
        const lyh_code *code = lyh_codebook_code(codebook, i);
        lyh_report_heading(report, 3, code->label);
        if (*code->definition)
            lyh_report_paragraph(report, code->definition);
        add_part(material, report, N_("Used when:"), code->when);
        add_part(material, report, N_("Not used when:"), code->when_not);
        add_part(material, report, N_("Invented example:"), code->example);
    }
}
