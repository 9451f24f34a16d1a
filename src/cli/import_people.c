#include <string.h>

#include <lyhord/base/text.h>

#include "import.h"

/* An id becomes a file's name: nothing in it that would lead elsewhere. */
static char *fit_id(const char *name, const char *guid)
{
    char *clean = lyh_id_clean(*name ? name : guid);
    g_autofree char *id = g_strdup(clean);
    free(clean);
    for (char *c = id; *c; c++)
        if (strchr("/\\|", *c) || g_ascii_iscntrl(*c))
            *c = '-';
    char *visible = id + strspn(id, ". ");
    return g_strdup(*visible ? visible : "person");
}

/* What the case's variables say, in the order of the variables; NULL where they say nothing. */
static const char *value_of(const lyh_refi *project, size_t one, size_t variable)
{
    for (size_t i = 0; i < project->value_count; i++)
        if (project->values[i].of_case == one && project->values[i].variable == variable)
            return project->values[i].text;
    return NULL;
}

static void end_cell(lyh_output *output, bool is_last)
{
    lyh_output_text(output, is_last ? lyh_csv_line_end(LYH_CSV_PACKAGE)
                                    : lyh_csv_separator(LYH_CSV_PACKAGE));
}

static void write_person(lyh_output *output, const lyh_refi *project, size_t one,
                         const char *id)
{
    lyh_csv_write_text(output, id);
    end_cell(output, project->variable_count == 0);
    for (size_t i = 0; i < project->variable_count; i++) {
        const char *value = value_of(project, one, i);
        lyh_csv_write_text(output, value ? value : "");
        end_cell(output, i + 1 == project->variable_count);
    }
}

/* A heading of its own for every variable: two alike, or one called id, would be refused when read. */
static void write_headings(lyh_output *output, const lyh_refi *project)
{
    g_autoptr(GHashTable) taken =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(taken, g_strdup("id"));
    lyh_output_text(output, "id");
    end_cell(output, project->variable_count == 0);
    for (size_t i = 0; i < project->variable_count; i++) {
        char *name = fit_id(project->variables[i].name, project->variables[i].guid);
        char *folded = lyh_text_fold(name, strlen(name), NULL);
        g_autofree char *unlike = g_hash_table_contains(taken, folded)
                                      ? g_strdup_printf("%s %zu", name, i + 1)
                                      : g_strdup(name);
        g_hash_table_add(taken, g_strdup(folded));
        free(folded);
        g_free(name);
        lyh_csv_write_text(output, unlike);
        end_cell(output, i + 1 == project->variable_count);
    }
}

/* Persons the study does not know, as a list of its own when there is none, else behind those there are. */
static void propose_list(import_plan *plan, const lyh_refi *project, GPtrArray *ids)
{
    bool has_list = import_has(plan, "respondents.csv");
    const lyh_respondents *people = lyh_study_respondents(plan->study);
    lyh_output *output = lyh_output_to_memory();
    g_autoptr(GHashTable) told =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t count = 0, size;
    lyh_output_text(output, lyh_csv_beginning(LYH_CSV_PACKAGE));
    write_headings(output, project);
    for (size_t i = 0; i < project->case_count; i++) {
        bool is_known = has_list && lyh_respondents_find(people, ids->pdata[i]) != LYH_NONE;
        if (is_known || !g_hash_table_add(told, g_strdup(ids->pdata[i])))
            continue;
        write_person(output, project, i, ids->pdata[i]);
        count++;
    }
    char *bytes = lyh_output_take(output, &size);
    const char *name = has_list ? "respondents-refi.csv" : "respondents.csv";
    if (count == 0) {
        g_free(bytes);
        return;
    }
    import_write_later(plan, name, bytes, size);
    import_tell(plan, N_("persons"), name, count,
                has_list ? N_("a proposal: respondents.csv is not touched") : N_("new"));
}

/* ---- whose text it is ---- */

/* The one case that holds the source, or LYH_NONE when none does or several do. */
static size_t case_of(const lyh_refi *project, size_t source)
{
    size_t found = LYH_NONE;
    for (size_t i = 0; i < project->holding_count; i++) {
        if (project->holdings[i].source != source)
            continue;
        if (found != LYH_NONE && found != project->holdings[i].of_case)
            return LYH_NONE;
        found = project->holdings[i].of_case;
    }
    return found;
}

static void add_row(lyh_output *output, const char *document, const char *id)
{
    lyh_csv_write_text(output, document);
    end_cell(output, false);
    lyh_csv_write_text(output, id);
    lyh_output_printf(output, ";;;;%s", lyh_csv_line_end(LYH_CSV_PACKAGE));
}

static char *rows_for_texts(const import_plan *plan, const lyh_refi *project,
                            GPtrArray *ids, size_t *size, size_t *count)
{
    lyh_output *output = lyh_output_to_memory();
    lyh_output_printf(
        output, "%sfil;respondent;intervjuare;respondentmärke;medlyssnare;anm%s",
        lyh_csv_beginning(LYH_CSV_PACKAGE), lyh_csv_line_end(LYH_CSV_PACKAGE));
    *count = 0;
    for (size_t i = 0; i < project->source_count; i++) {
        const import_text *text = plan->texts->pdata[i];
        size_t one = case_of(project, i);
        if (!text->is_new || one == LYH_NONE)
            continue;
        g_autofree char *file =
            g_strconcat(lyh_document_name(text->document), ".txt", NULL);
        add_row(output, file, ids->pdata[one]);
        (*count)++;
    }
    return lyh_output_take(output, size);
}

/* The rows are new transcripts' only: what people decided of others stands as it is, or beside. */
static void propose_rows(import_plan *plan, const lyh_refi *project, GPtrArray *ids)
{
    size_t size, count;
    char *bytes = rows_for_texts(plan, project, ids, &size, &count);
    bool has_rows = import_has(plan, "transcripts.csv");
    const char *name = has_rows ? "transcripts-refi.csv" : "transcripts.csv";
    if (count == 0) {
        g_free(bytes);
        return;
    }
    import_write_later(plan, name, bytes, size);
    import_tell(plan, N_("who"), name, count,
                has_rows ? N_("a proposal: transcripts.csv is not touched") : N_("new"));
}

bool import_people(import_plan *plan, const lyh_refi *project)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < project->case_count; i++)
        g_ptr_array_add(ids, fit_id(project->cases[i].name, project->cases[i].guid));
    propose_list(plan, project, ids);
    propose_rows(plan, project, ids);
    return true;
}
