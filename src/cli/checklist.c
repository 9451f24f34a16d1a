#include "checklist.h"

/* Room to write in, also on paper. */
#define OPEN "……………………………………"

static void add_item(const checklist_item *item, const report_material *material,
                     lyh_report *report)
{
    g_autofree char *known = item->known ? item->known(material) : NULL;
    g_autofree char *heading = g_strdup_printf("%s. %s", item->number, item->name);
    lyh_report_heading(report, 2, heading);
    lyh_report_note(report, tr(material, item->question));
    if (known)
        lyh_report_own(report, known);
    if (known && !item->who)
        return;
    const char *who = item->who ? item->who : N_("whoever leads the study");
    g_autofree char *lead =
        g_strdup_printf(tr(material, "To fill in, %s:"), tr(material, who));
    lyh_report_item(report, lead, OPEN);
}

static void add_head(const checklist *list, const report_material *material,
                     lyh_report *report)
{
    lyh_report_note(report, list->source);
    lyh_report_paragraph(
        report, tr(material, "What stands here is taken from the files of the study. The "
                             "lines with dots are for people: no file tells what they ask "
                             "for."));
}

lyh_report *checklist_compose(const checklist *list, const report_material *material)
{
    const char *study = lyh_study_setting(material->study, "title");
    g_autofree char *title =
        *study ? g_strdup_printf("%s: %s", list->title, study) : g_strdup(list->title);
    g_autofree char *status = compose_status(material);
    const lyh_report_info info = { .title = title,
                                   .status = status,
                                   .catalog = material->cli->catalog };
    lyh_report *report = lyh_report_new(&info);
    add_head(list, material, report);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].number)
            add_item(&list->items[i], material, report);
        else
            lyh_report_heading(report, 1, list->items[i].name);
    }
    return report;
}
