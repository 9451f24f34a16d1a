#include "cells.h"

#include <string.h>

#include "study_private.h"

#define ACCEPTED "accepted"

static const char *const lines[] = { "", ".plus", ".minus", ".neutral", ".wish" };

/* `cell;väntan.minus@Övriga (A-stad, B-stad);accepted;who;reason;date` */
bool cells_accepts(const void *user, const char *group, size_t code, lyh_measure measure)
{
    const lyh_study *study = user;
    g_autofree char *target = g_strdup_printf(
        "%s%s@%s", lyh_codebook_code(study->codebook, code)->name, lines[measure], group);
    const lyh_decision *row = lyh_decisions_find(study->decisions, "cell", target);
    return row && strcmp(row->value, ACCEPTED) == 0 && *row->reason;
}

bool cells_are_accepted(const lyh_study *study)
{
    size_t count = study->decisions ? lyh_decisions_count(study->decisions) : 0;
    for (size_t i = 0; i < count; i++)
        if (strcmp(lyh_decisions_at(study->decisions, i)->kind, "cell") == 0)
            return true;
    return false;
}

/* Is @group, as it is printed, a merged group of any split, in the language of @catalog? */
static bool is_merged_group(const lyh_study *study, const lyh_tally *tally,
                            const char *group, const lyh_catalog *catalog)
{
    size_t first;
    g_autoptr(lyh_tally_plan) plan = lyh_study_plan(study, tally, NULL, 0, &first, catalog);
    const lyh_release *release = lyh_tally_plan_release(plan);
    for (size_t split = 0; split < first; split++)
        for (size_t part = 0; part < lyh_release_parts(release, split); part++)
            if (lyh_release_is_merged(release, split, part) &&
                strcmp(lyh_release_full_name(release, split, part), group) == 0)
                return true;
    return false;
}

static bool is_line_of_code(const lyh_study *study, const char *name)
{
    for (size_t line = 0; line < G_N_ELEMENTS(lines); line++) {
        if (!g_str_has_suffix(name, lines[line]))
            continue;
        g_autofree char *code = g_strndup(name, strlen(name) - strlen(lines[line]));
        if (lyh_codebook_find(study->codebook, code) != LYH_NONE)
            return true;
    }
    return false;
}

static void check_cell(const lyh_study *study, const lyh_tally *tally,
                       const lyh_decision *row, const char *path, lyh_diags *diags)
{
    const char *at = strchr(row->target, '@');
    g_autofree char *code = g_strndup(row->target, strcspn(row->target, "@"));
    if (!*row->reason)
        lyh_diags_warning(diags, "cell-reason", lyh_place_file(path),
                          "'%s' is accepted without a reason, so the figure stays hidden; "
                          "write why it may be shown",
                          row->target);
    if (!at || !is_line_of_code(study, code))
        lyh_diags_warning(diags, "cell-unknown", lyh_place_file(path),
                          "'%s' names no figure; it is a code of the codebook, .plus, "
                          ".minus, .neutral, .wish or nothing, then @ and a group",
                          row->target);
    else if (!is_merged_group(study, tally, at + 1, NULL) &&
             !is_merged_group(study, tally, at + 1, lyh_catalog_for("sv")))
        lyh_diags_warning(diags, "cell-unknown", lyh_place_file(path),
                          "'%s' has no effect: '%s' is no merged group of the splits in "
                          "lyhord.ini or of a release; write it as the table prints it",
                          row->target, at + 1);
}

void cells_check(const lyh_study *study, const lyh_tally *tally, lyh_diags *diags)
{
    g_autofree char *path = study_path(study, "decisions.csv");
    size_t count = study->decisions ? lyh_decisions_count(study->decisions) : 0;
    for (size_t i = 0; path && i < count; i++) {
        const lyh_decision *row = lyh_decisions_at(study->decisions, i);
        if (strcmp(row->kind, "cell") == 0)
            check_cell(study, tally, row, path, diags);
    }
}
