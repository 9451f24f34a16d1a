#include <string.h>

#include <lyhord/base/csv_edit.h>
#include <lyhord/base/text.h>

#include "import.h"

/* ---- names ---- */

/* A code's name holds no | (it parts parents) and no line end, and has an end. */
static char *fit_name(const char *name)
{
    char *normal = lyh_text_nfc(name, strlen(name), NULL);
    g_autofree char *line = g_strdelimit(g_strdup(normal), "\n\r\t", ' ');
    free(normal);
    g_strdelimit(g_strstrip(line), "|", '/');
    size_t end = lyh_text_offset(line, strlen(line), LYH_CODE_NAME_MAX - 20);
    line[end] = '\0';
    return g_strdup(*line ? g_strstrip(line) : "kod");
}

/* Two codes of one name in different places of the tree: the later is called after its parent too. */
static char *other_name(const lyh_refi *project, size_t code, const char *name,
                        GHashTable *taken)
{
    size_t parent = project->codes[code].parent;
    g_autofree char *above =
        parent == LYH_NONE ? NULL : fit_name(project->codes[parent].name);
    char *tried = above ? g_strdup_printf("%s (%.60s)", name, above) : g_strdup(name);
    for (unsigned i = 2; g_hash_table_contains(taken, tried); i++) {
        g_free(tried);
        tried = g_strdup_printf("%s %u", name, i);
    }
    char *valid = g_utf8_make_valid(tried, -1);
    g_free(tried);
    return valid;
}

static void name_codes(import_plan *plan, const lyh_refi *project)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < project->code_count; i++) {
        char *name = fit_name(project->codes[i].name);
        if (g_hash_table_contains(taken, name)) {
            char *other = other_name(project, i, name, taken);
            g_free(name);
            name = other;
        }
        g_hash_table_add(taken, name);
        g_ptr_array_add(plan->code_names, name);
    }
}

/* ---- cells ---- */

static char *parents_cell(const import_plan *plan, const lyh_refi *project, size_t code)
{
    const lyh_refi_code *one = &project->codes[code];
    if (exchange_is_ours(project)) {
        char *said = exchange_code_says(one->description, LYH_FIELD_PARENT);
        if (*said)
            return said;
        g_free(said);
    }
    return g_strdup(one->parent == LYH_NONE ? "" : plan->code_names->pdata[one->parent]);
}

/* What the project says of the code in that column; NULL where it has no say. */
static char *cell_of(const import_plan *plan, const lyh_refi *project, size_t code,
                     lyh_field field)
{
    const lyh_refi_code *one = &project->codes[code];
    switch (field) {
    case LYH_FIELD_CODE:
        return g_strdup(plan->code_names->pdata[code]);
    case LYH_FIELD_PARENT:
        return parents_cell(plan, project, code);
    case LYH_FIELD_COLOUR:
        return *one->colour ? g_strdup(one->colour) : NULL;
    case LYH_FIELD_DEFINITION:
    case LYH_FIELD_LABEL:
    case LYH_FIELD_WHEN:
    case LYH_FIELD_WHEN_NOT:
    case LYH_FIELD_EXAMPLE:
        break;
    default:
        return NULL;
    }
    char *said = NULL;
    if (exchange_is_ours(project))
        said = exchange_code_says(one->description, field);
    else if (field == LYH_FIELD_DEFINITION)
        said = g_strdup(one->description);
    else if (field == LYH_FIELD_LABEL &&
             strcmp(plan->code_names->pdata[code], one->name) != 0)
        said = g_strdup(one->name);
    if (said && *said)
        return said;
    g_free(said);
    return NULL;
}

/* ---- a codebook where there is none ---- */

static void write_cell(lyh_output *output, const char *text, bool is_last)
{
    lyh_csv_write_text(output, text ? text : "");
    lyh_output_text(output, is_last ? lyh_csv_line_end(LYH_CSV_PACKAGE)
                                    : lyh_csv_separator(LYH_CSV_PACKAGE));
}

static char *whole_codebook(const import_plan *plan, const lyh_refi *project, size_t *size)
{
    lyh_output *output = lyh_output_to_memory();
    lyh_output_text(output, lyh_csv_beginning(LYH_CSV_PACKAGE));
    for (int i = 0; i < LYH_FIELD_COUNT; i++)
        write_cell(output, lyh_field_heading((lyh_field)i), i + 1 == LYH_FIELD_COUNT);
    for (size_t code = 0; code < project->code_count; code++)
        for (int i = 0; i < LYH_FIELD_COUNT; i++) {
            g_autofree char *cell = cell_of(plan, project, code, (lyh_field)i);
            write_cell(output, cell, i + 1 == LYH_FIELD_COUNT);
        }
    return lyh_output_take(output, size);
}

/* ---- a proposal beside one ---- */

/* White space at the ends of a cell is no difference, nor is a colour's case. */
static bool says_the_same(const char *one, const char *two)
{
    g_autofree char *a = g_strstrip(g_strdup(one));
    g_autofree char *b = g_strstrip(g_strdup(two));
    return strcmp(a, b) == 0 || (*a == '#' && g_ascii_strcasecmp(a, b) == 0);
}

static void change_code(const import_plan *plan, const lyh_refi *project, size_t code,
                        size_t own, lyh_csv_edit *edit)
{
    const lyh_codebook *book = lyh_study_codebook(plan->study);
    for (int i = LYH_FIELD_PARENT; i < LYH_FIELD_COUNT; i++) {
        g_autofree char *cell = cell_of(plan, project, code, (lyh_field)i);
        size_t column = lyh_codebook_column(book, (lyh_field)i);
        if (cell && column != LYH_NONE &&
            !says_the_same(cell, lyh_codebook_cell(book, own, (lyh_field)i)))
            lyh_csv_edit_set(edit, lyh_codebook_code(book, own)->row, column, cell);
    }
}

static void add_code(const import_plan *plan, const lyh_refi *project, size_t code,
                     lyh_csv_edit *edit)
{
    const lyh_codebook *book = lyh_study_codebook(plan->study);
    size_t columns = lyh_csv_column_count(lyh_codebook_csv(book));
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_set_size(cells, (gint)columns);
    for (int i = 0; i < LYH_FIELD_COUNT; i++) {
        size_t column = lyh_codebook_column(book, (lyh_field)i);
        if (column != LYH_NONE)
            cells->pdata[column] = cell_of(plan, project, code, (lyh_field)i);
    }
    lyh_csv_edit_add(edit, (const char *const *)cells->pdata);
}

static void propose(import_plan *plan, const lyh_refi *project)
{
    const lyh_codebook *book = lyh_study_codebook(plan->study);
    lyh_csv_edit *edit = lyh_csv_edit_new(lyh_codebook_csv(book));
    for (size_t i = 0; i < project->code_count; i++) {
        size_t own = g_array_index(plan->code_of, size_t, i);
        if (own != LYH_NONE)
            change_code(plan, project, i, own, edit);
        else
            add_code(plan, project, i, edit);
    }
    size_t size, changes = lyh_csv_edit_count(edit);
    if (changes > 0) {
        char *bytes = lyh_csv_edit_bytes(edit, &size);
        lyh_source *source = lyh_source_from_bytes("codebook-refi.csv", LYH_SOURCE_TABLE,
                                                   bytes, size, plan->cli->diags);
        lyh_csv *csv = source ? lyh_csv_take(source, plan->cli->diags) : NULL;
        plan->proposed = csv ? lyh_codebook_read(csv, plan->cli->diags) : NULL;
        if (csv && !plan->proposed)
            lyh_csv_free(csv);
        import_write_later(plan, "codebook-refi.csv", bytes, size);
        import_tell(plan, N_("codebook"), "codebook-refi.csv", changes,
                    N_("a proposal: codebook.csv is not touched"));
    } else {
        import_tell(plan, N_("codebook"), "codebook.csv", project->code_count,
                    N_("the study has them all"));
    }
    lyh_csv_edit_free(edit);
}

/* ---- either ---- */

static bool make(import_plan *plan, const lyh_refi *project)
{
    size_t size;
    char *bytes = whole_codebook(plan, project, &size);
    lyh_source *source =
        lyh_source_from_bytes(plan->name, LYH_SOURCE_TABLE, bytes, size, plan->cli->diags);
    lyh_csv *csv = source ? lyh_csv_take(source, plan->cli->diags) : NULL;
    plan->made = csv ? lyh_codebook_read(csv, plan->cli->diags) : NULL;
    if (!plan->made) {
        lyh_csv_free(csv);
        g_free(bytes);
        return false;
    }
    import_write_later(plan, "codebook.csv", bytes, size);
    import_tell(plan, N_("codebook"), "codebook.csv", project->code_count, N_("new"));
    return true;
}

bool import_codes(import_plan *plan, const lyh_refi *project)
{
    name_codes(plan, project);
    const lyh_codebook *own = lyh_study_codebook(plan->study);
    if (project->code_count > 0 && !own && !make(plan, project))
        return false;
    plan->codebook = own ? own : plan->made;
    for (size_t i = 0; i < project->code_count; i++) {
        size_t code = lyh_codebook_find(plan->codebook, plan->code_names->pdata[i]);
        g_array_append_val(plan->code_of, code);
    }
    if (own && project->code_count > 0)
        propose(plan, project);
    return true;
}
