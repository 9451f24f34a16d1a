#include "finders.h"

#include <lyhord/base/catalog.h>

void find_flags(const words *list, GArray *findings)
{
    static const struct {
        uint32_t class;
        lyh_finding_kind kind;
        const char *why;
    } rows[] = {
        { WORD_CRIME, LYH_FINDING_CRIME, N_("on the list of crimes and sentences") },
        { WORD_DIAGNOSIS, LYH_FINDING_DIAGNOSIS, N_("on the list of diagnoses") },
        { WORD_TITLE, LYH_FINDING_TITLE, N_("on the list of titles that few have") },
    };
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        for (size_t k = 0; k < G_N_ELEMENTS(rows); k++)
            if (at->classes & rows[k].class)
                add_finding(findings, at->start, list->items[i + at->span - 1u].end,
                            rows[k].kind, LYH_CONFIDENCE_HIGH, rows[k].why);
    }
}
