/* People's codings that a changed codebook leaves without their code. */
#include "codebook_diff.h"

#include <string.h>

#include <lyhord/study/codings.h>

#include "../base/autoptr.h"

/* An old code that no coding may name any more; its name now, or "" when there is none. */
static bool is_lost(const codebook_diff_view *view, size_t code, const char **now)
{
    size_t new_code = lyh_difference_new_code(view->difference, code);
    const char *name = lyh_codebook_code(view->before, code)->name;
    *now = new_code == LYH_NONE ? "" : lyh_codebook_code(view->after, new_code)->name;
    return strcmp(*now, name) != 0;
}

static void write_orphans(const codebook_diff_view *view, const char *file, size_t code,
                          const char *status, size_t codings)
{
    const char *now;
    is_lost(view, code, &now);
    codebook_diff_row row = CODEBOOK_DIFF_ROW;
    row.kind = "orphan";
    row.change = *now ? "renamed" : "removed";
    row.code = lyh_codebook_code(view->before, code)->name;
    row.field = status;
    row.before = file;
    row.after = now;
    row.codings = codings;
    if (view->rows) {
        codebook_diff_write(view, &row);
        return;
    }
    codebook_diff_show(view, row.code, strlen(row.code));
    lyh_output_text(view->output, *now ? " → " : "");
    codebook_diff_show(view, now, strlen(now));
    lyh_output_text(view->output, "  ");
    codebook_diff_show(view, file, strlen(file));
    lyh_output_printf(view->output, "  %s  %zu\n", status, codings);
}

static const char *const statuses[] = { "accepted", "manual", "rejected", "suggested" };

/* Which of @statuses a cell means; an empty one is a person's own, as codings are read. */
static size_t status_of(const char *cell)
{
    const char *status = *cell ? cell : "manual";
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
        if (strcmp(statuses[i], status) == 0)
            return i;
    return LYH_NONE;
}

static size_t *count_codings(const codebook_diff_view *view, const lyh_csv *csv)
{
    const char *now;
    size_t *counts =
        g_new0(size_t, lyh_codebook_count(view->before) * G_N_ELEMENTS(statuses) + 1);
    size_t codes = lyh_csv_find(csv, "code|kod"), marks = lyh_csv_find(csv, "status");
    for (size_t row = 0; row < lyh_csv_row_count(csv); row++) {
        size_t code = lyh_codebook_find(view->before, lyh_csv_cell(csv, row, codes));
        size_t status = status_of(lyh_csv_cell(csv, row, marks));
        if (code != LYH_NONE && status != LYH_NONE && is_lost(view, code, &now))
            counts[code * G_N_ELEMENTS(statuses) + status]++;
    }
    return counts;
}

static bool count_file(const codebook_diff_view *view, const char *path, size_t *all)
{
    /* A coding's words are an interview's: no message may show its line. */
    g_autoptr(lyh_csv) csv = lyh_study_codings_open(path, LYH_SOURCE_TRANSCRIPT,
                                                    view->cli->diags, &view->cli->error);
    if (!csv)
        return false;
    g_autofree char *file = g_path_get_basename(path);
    g_autofree size_t *counts = count_codings(view, csv);
    for (size_t code = 0; code < lyh_codebook_count(view->before); code++)
        for (size_t status = 0; status < G_N_ELEMENTS(statuses); status++) {
            size_t found = counts[code * G_N_ELEMENTS(statuses) + status];
            *all += found;
            if (found > 0)
                write_orphans(view, file, code, statuses[status], found);
        }
    return true;
}

bool codebook_diff_orphans(const codebook_diff_view *view, const char *folder)
{
    char **paths = lyh_study_codings_list(folder, view->cli->diags, &view->cli->error);
    size_t all = 0;
    bool is_read = paths != NULL;
    if (view->output)
        lyh_output_printf(
            view->output, "\n%s\n",
            lyh_tr(view->cli->catalog, "People's codings whose code is gone or renamed:"));
    for (char **path = paths; path && *path; path++)
        is_read &= count_file(view, *path, &all);
    lyh_study_codings_list_free(paths);
    if (all > 0)
        lyh_diags_warning(view->cli->diags, "codings-orphaned", lyh_place_file(folder),
                          "codings would name a code that is no longer there: %zu; join or "
                          "rename codes with lyhord codebook merge, which takes people's "
                          "codings along",
                          all);
    else if (is_read && view->output)
        lyh_output_printf(view->output, "%s\n", lyh_tr(view->cli->catalog, "none"));
    return is_read;
}
