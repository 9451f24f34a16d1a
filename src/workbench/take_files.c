#include "file_before.h"
#include "routes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/base/output.h>

#include "../base/autoptr.h"

/*
 * A transcript that somebody drops on the page. It is written beside the others, never over one, and
 * taken away again when it cannot be read: what stands in transcripts/ is what the study has. Who
 * speaks in it is, until somebody says otherwise, the person it is called after.
 */

#define MOST_NAME 120 /* bytes */

static const char *const endings[] = { ".docx", ".odt", ".txt", ".md",
                                       ".pdf",  ".srt", ".vtt", ".csv" };

static bool is_file_name(const char *name)
{
    if (strlen(name) > MOST_NAME || *name == '.' || *name == '-' ||
        !g_utf8_validate(name, -1, NULL) || strpbrk(name, "/\\"))
        return false;
    for (const char *at = name; *at; at++)
        if (g_ascii_iscntrl(*at))
            return false;
    g_autofree char *small = g_ascii_strdown(name, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(small, endings[i]) && strlen(name) > strlen(endings[i]))
            return true;
    return false;
}

/* Two files whose names differ in the ending only would be one document. */
static bool is_taken(const workbench *bench, const char *name)
{
    char *document = lyh_ingest_name(name);
    bool is_found = bench_has_document(bench, document);
    free(document);
    return is_found;
}

static json_t *problems_of(const lyh_diags *diags)
{
    json_t *problems = json_array();
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        json_array_append_new(problems, json_string(lyh_diags_at(diags, i)->message));
    return problems;
}

/* False when there is such a file already, or the disk is full: @error. */
static bool write_new(const char *path, const void *bytes, size_t size, lyh_error *error)
{
    int claimed = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (claimed < 0)
        return lyh_error_set(error, LYH_ERROR_CANNOT_CREATE, errno, path);
    close(claimed);
    if (lyh_file_write(path, bytes, size, error))
        return true;
    unlink(path);
    return false;
}

/* respondents.csv with a row for the person the file is called after, where it lacks one; else NULL. free(). */
static char *people_with(workbench *bench, const char *path, const char *person,
                         size_t *size)
{
    lyh_error error = { 0 };
    const lyh_respondents *people = lyh_study_respondents(bench->study);
    if (lyh_respondents_find(people, person) != LYH_NONE ||
        !g_file_test(path, G_FILE_TEST_EXISTS))
        return NULL;
    g_autoptr(lyh_csv) csv = lyh_csv_open(path, bench->diags, &error);
    if (!csv)
        return NULL;
    g_autofree const char **cells = g_new0(const char *, lyh_csv_column_count(csv) + 1);
    g_autoptr(lyh_csv_edit) edit = lyh_csv_edit_new(csv);
    cells[0] = person;
    lyh_csv_edit_add(edit, cells);
    return lyh_csv_edit_bytes(edit, size);
}

/* The study with what was written, if it can be read so; else what was there is put back. */
static bool read_anew(workbench *bench, const char *document)
{
    lyh_error error = { 0 };
    g_autofree char *path =
        g_build_filename(bench->options->study.folder, "respondents.csv", NULL);
    g_auto(file_before) before = { 0 };
    size_t size = 0;
    char *people = people_with(bench, path, document, &size);
    bool is_written = !people || (file_before_read(&before, path, &error) &&
                                  lyh_file_write(path, people, size, &error));
    free(people);
    if (is_written && bench_reopen(bench) && bench_document(bench, document))
        return true;
    file_before_put_back(&before, &error);
    return false;
}

static route_reply take_in(workbench *bench, const char *name, const void *bytes,
                           size_t size)
{
    lyh_error error = { 0 };
    const char *study = bench->options->study.folder;
    g_autofree char *folder = g_build_filename(study, "transcripts", NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (!lyh_folder_make(folder, &error) || !write_new(path, bytes, size, &error))
        return route_refuse_journal(bench, &error);

    char *document = lyh_ingest_name(name);
    if (!read_anew(bench, document)) {
        unlink(path);
        bench_reopen(bench);
        free(document);
        error.kind = LYH_ERROR_DATA;
        return route_refuse_journal(bench, &error);
    }
    json_t *problems = problems_of(bench->diags);
    json_t *json = route_speakers(bench_document(bench, document));
    json_object_set_new(json, "problems", problems);
    free(document);
    return route_fine(json);
}

static route_reply add_file(workbench *bench, const route_call *call)
{
    const char *name = route_text(call, "name"), *base64 = route_text(call, "base64");
    if (!name || !base64 || !is_file_name(name))
        return route_refuse(
            bench, 422, "file",
            N_("this kind of file is not read here; save it as Word (.docx), "
               "OpenDocument, text, PDF or subtitles"));
    if (is_taken(bench, name))
        return route_refuse(
            bench, 409, "file",
            N_("there is an interview of that name already; give the new one "
               "another name"));
    gsize size;
    g_autofree guchar *bytes = g_base64_decode(base64, &size);
    return take_in(bench, name, bytes, size);
}

route_reply take_file(workbench *bench, const route_call *call)
{
    return route_alone(bench, call, add_file);
}
