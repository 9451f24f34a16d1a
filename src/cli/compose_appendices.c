/* What a report ends with: what was asked, what those who took part were told, and the codebook. */
#include "compose.h"
#include "own_words.h"

#include <string.h>

char *compose_question_heading(const report_material *material, size_t question)
{
    const char *number = lyh_study_question(material->study, question);
    const char *text = lyh_study_question_text(material->study, question);
    return *number ? g_strdup_printf("%s. %s", number, text) : g_strdup(text);
}

void compose_guide(const report_material *material, lyh_report *report)
{
    const lyh_study *study = material->study;
    const char *section = "";
    size_t count = lyh_study_question_count(study);
    if (count == 0)
        return;
    lyh_report_page(report);
    lyh_report_heading(report, 1, tr(material, "Appendix: the interview guide"));
    /* Below it, sections are not in the contents: they are often called as the themes are. */
    lyh_report_heading(report, 2, tr(material, "What was to be asked"));
    for (size_t i = 0; i < count; i++) {
        const char *begins = lyh_study_question_section(study, i);
        if (*begins && strcmp(begins, section) != 0)
            lyh_report_heading(report, 3, begins);
        section = *begins ? begins : section;
        const char *number = lyh_study_question(study, i);
        g_autofree char *lead = *number ? g_strconcat(number, ".", NULL) : NULL;
        lyh_report_item(report, lead, lyh_study_question_text(study, i));
    }
}

void compose_letter(const report_material *material, lyh_report *report)
{
    if (!own_words_has(material->own, "informationsbrev"))
        return;
    lyh_report_page(report);
    lyh_report_heading(report, 1,
                       tr(material, "Appendix: information to those who took part"));
    own_words_add(material->own, "informationsbrev", report);
}
