#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/base/output.h>
#include <lyhord/ingest/transcripts.h>

#include "../base/autoptr.h"

/* Who speaks, as a row of transcripts.csv; all else of the file stays byte for byte. */

/* The columns that hold marks, and whose marks they are (lyhord/ingest/transcripts.h). */
static const struct mark_column {
    const char *names;
    lyh_role role;
} columns[] = {
    { "intervjuare|interviewer", LYH_ROLE_INTERVIEWER },
    { "respondentmärke|respondentmarke|respondent mark", LYH_ROLE_RESPONDENT },
    { "medlyssnare|listener", LYH_ROLE_LISTENER },
};

/* The marks that the page gives @role, separated by `|`. */
static char *marks_of(const json_t *roles, lyh_role role)
{
    GString *marks = g_string_new(NULL);
    const char *mark;
    json_t *word;
    json_object_foreach((json_t *)(uintptr_t)roles, mark, word)
    {
        if (g_strcmp0(json_string_value(word), lyh_role_name(role)) == 0)
            g_string_append_printf(marks, "%s%s", marks->len ? "|" : "", mark);
    }
    return g_string_free(marks, FALSE);
}

static bool knows_all(const lyh_document *document, const json_t *roles)
{
    const char *mark;
    json_t *word;
    json_object_foreach((json_t *)(uintptr_t)roles, mark, word)
    {
        bool is_there = false;
        for (size_t i = 0; i < lyh_document_speaker_count(document); i++)
            is_there |= strcmp(lyh_document_speaker(document, i)->mark, mark) == 0;
        if (!is_there || !json_is_string(word) || strchr(mark, '|'))
            return false;
    }
    return json_object_size(roles) > 0;
}

/* The row of @document; LYH_NONE: none. @count: how many. */
static size_t find_row(const lyh_csv *csv, const char *document, size_t *count)
{
    size_t found = LYH_NONE, column = lyh_csv_find(csv, "fil|file");
    *count = 0;
    for (size_t i = 0; i < lyh_csv_row_count(csv); i++) {
        char *name = lyh_ingest_name(lyh_csv_cell(csv, i, column));
        if (strcmp(name, document) == 0) {
            *count += 1;
            found = found == LYH_NONE ? i : found;
        }
        free(name);
    }
    return found;
}

/* A file that is not there yet begins as `turns --save` proposes it for this interview. */
static bool make_file(const workbench *bench, const char *path,
                      const lyh_document *document, lyh_error *error)
{
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    lyh_output *output = lyh_output_to_file(path, error);
    if (!output)
        return false;
    const lyh_document *const documents[] = { document };
    lyh_transcripts_write(output, documents, 1, lyh_study_respondents(bench->study));
    return lyh_output_close(output, error);
}

static void set_row(const lyh_csv *csv, lyh_csv_edit *edit, size_t row,
                    const char *document, const json_t *roles)
{
    size_t count = lyh_csv_column_count(csv);
    g_auto(GStrv) cells = g_new0(char *, count + 1);
    for (size_t i = 0; i < count; i++)
        cells[i] = g_strdup("");
    size_t file = lyh_csv_find(csv, "fil|file");
    if (file != LYH_NONE) {
        g_free(cells[file]);
        cells[file] = g_strdup(document);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        size_t column = lyh_csv_find(csv, columns[i].names);
        g_autofree char *marks = marks_of(roles, columns[i].role);
        if (column == LYH_NONE)
            continue;
        if (row != LYH_NONE)
            lyh_csv_edit_set(edit, row, column, marks);
        g_free(cells[column]);
        cells[column] = g_steal_pointer(&marks);
    }
    if (row == LYH_NONE)
        lyh_csv_edit_add(edit, (const char *const *)cells);
}

static route_reply keep(workbench *bench, const char *document, const json_t *roles)
{
    lyh_error error = { 0 };
    g_autofree char *path =
        g_build_filename(bench->options->study.folder, "transcripts.csv", NULL);
    if (!make_file(bench, path, bench_document(bench, document), &error))
        return route_refuse_journal(bench, &error);
    g_autoptr(lyh_csv) csv = lyh_csv_open(path, bench->diags, &error);
    if (!csv)
        return route_refuse_journal(bench, &error);
    size_t count, row = find_row(csv, document, &count);
    if (count > 1)
        return route_refuse(bench, 409, "speakers",
                            N_("several persons speak in this interview; say who is who in "
                               "transcripts.csv"));
    g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(csv);
    set_row(csv, edit, row, document, roles);
    return route_keep_edit(bench, path, edit);
}

static route_reply change_speakers(workbench *bench, const route_call *call)
{
    const json_t *roles = json_object_get(call->body, "roles");
    const lyh_document *document = bench_document(bench, route_text(call, "document"));
    if (!document || !knows_all(document, roles))
        return route_refuse(bench, 422, "speakers", N_("say for each voice who it is"));
    g_autofree char *name = g_strdup(lyh_document_name(document));
    return keep(bench, name, roles);
}

route_reply take_speakers(workbench *bench, const route_call *call)
{
    return route_alone(bench, call, change_speakers);
}
