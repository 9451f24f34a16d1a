#include <string.h>

#include <lyhord/base/csv_edit.h>

#include "import.h"

/* ---- which are new ---- */

static bool is_same(const lyh_coding *one, const lyh_coding *other)
{
    return one->start == other->start && one->end == other->end &&
           one->code == other->code && one->polarity == other->polarity;
}

static bool holds(const lyh_codings *codings, const lyh_coding *coding)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++)
        if (is_same(lyh_codings_at(codings, i), coding))
            return true;
    return false;
}

/* What the coder has in this text already: read once, when the first coding is to come. */
static void take_those_there(import_plan *plan, const char *coder, const import_text *text,
                             lyh_codings *known)
{
    for (guint i = 0; !text->is_new && i < plan->there.names->len; i++)
        if (strcmp(plan->there.names->pdata[i], coder) == 0)
            lyh_codings_file_anchor(plan->there.files->pdata[i], text->document,
                                    text->tokens, known, plan->cli->diags);
}

static import_batch *batch_of(import_plan *plan, const char *coder, size_t text)
{
    for (guint i = 0; i < plan->batches->len; i++) {
        import_batch *batch = &g_array_index(plan->batches, import_batch, i);
        if (batch->text == text && strcmp(batch->coder, coder) == 0)
            return batch;
    }
    import_batch new = { .coder = g_string_chunk_insert_const(plan->strings, coder),
                         .text = text,
                         .codings = lyh_codings_new(),
                         .known = lyh_codings_new() };
    take_those_there(plan, coder, plan->texts->pdata[text], new.known);
    g_array_append_val(plan->batches, new);
    return &g_array_index(plan->batches, import_batch, plan->batches->len - 1);
}

void import_add_coding(import_plan *plan, const char *coder, size_t text, lyh_coding coding)
{
    import_batch *batch = batch_of(plan, coder, text);
    if (holds(batch->known, &coding)) {
        plan->doubles++;
        return;
    }
    if (*coding.coder == '\0')
        coding.coder = batch->coder;
    lyh_codings_add(batch->known, coding);
    lyh_codings_add(batch->codings, coding);
}

/* ---- rows of a set ---- */

/* A coder's name as that of a file in codings/. */
static char *set_name(const char *coder)
{
    char *clean = lyh_id_clean(coder);
    g_autofree char *name = g_strdup(clean);
    free(clean);
    for (char *c = name; *c; c++)
        if (strchr("/\\", *c) || g_ascii_iscntrl(*c))
            *c = '-';
    char *visible = name + strspn(name, ".~ ");
    return g_strdup(*visible ? visible : "import");
}

/* The rows of all texts, in the texts' order, as a codings file. */
static char *rows_of(const import_plan *plan, const char *coder, lyh_csv_style style,
                     size_t *size, size_t *count)
{
    lyh_output *output = lyh_output_to_memory();
    lyh_codings_write_heading(output, style);
    *count = 0;
    for (guint i = 0; i < plan->batches->len; i++) {
        import_batch *batch = &g_array_index(plan->batches, import_batch, i);
        const import_text *text = plan->texts->pdata[batch->text];
        if (strcmp(batch->coder, coder) != 0)
            continue;
        lyh_codings_sort(batch->codings);
        *count += lyh_codings_count(batch->codings);
        lyh_codings_write(output, style, batch->codings, text->document, plan->codebook,
                          lyh_study_respondents(plan->study));
    }
    return lyh_output_take(output, size);
}

/* The column of the file there that is for what we call @heading. */
static size_t column_for(const lyh_csv *there, const char *heading)
{
    static const char *const names[] = {
        "document|dokument",
        "respondent",
        "turn|tur|replik",
        "start",
        "end|slut",
        "code|kod",
        "polarity|polaritet",
        "state|läge|lage|tillstånd|tillstand",
        "time|tid",
        "cue|ledord",
        "status",
        "coder|kodare",
        "rule|regel",
        "quote|citat",
        "mark|märke|marke",
        "text_sha256",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strncmp(names[i], heading, strlen(heading)) == 0)
            return lyh_csv_find(there, names[i]);
    return LYH_NONE;
}

/* What says nothing that its column's absence does not say too. */
static bool is_usual(const char *heading, const char *cell)
{
    return *cell == '\0' || strcmp(heading, "respondent") == 0 ||
           strcmp(heading, "text_sha256") == 0 || strcmp(heading, "turn") == 0 ||
           (strcmp(heading, "polarity") == 0 && strcmp(cell, "0") == 0) ||
           (strcmp(heading, "state") == 0 && strcmp(cell, "stated") == 0) ||
           (strcmp(heading, "status") == 0 && strcmp(cell, "manual") == 0);
}

static bool add_row(import_plan *plan, const lyh_csv *there, const lyh_csv *rows,
                    size_t row, lyh_csv_edit *edit, const char *path)
{
    g_autofree const char **cells = g_new0(const char *, lyh_csv_column_count(there));
    for (size_t i = 0; i < lyh_csv_column_count(rows); i++) {
        const char *heading = lyh_csv_heading(rows, i);
        const char *cell = lyh_csv_cell(rows, row, i);
        size_t column = column_for(there, heading);
        if (column != LYH_NONE) {
            cells[column] = cell;
        } else if (!is_usual(heading, cell)) {
            lyh_diags_error(
                plan->cli->diags, "import-column", lyh_place_file(path),
                "the file has no column '%s', and codings that are to come have "
                "something to say there; add it to the heading, and import "
                "again",
                heading);
            return false;
        }
    }
    lyh_csv_edit_add(edit, cells);
    return true;
}

/* Behind those that are there, which stay byte for byte. */
static bool add_rows(import_plan *plan, const char *path, const char *name,
                     const lyh_csv *rows)
{
    lyh_csv *there = lyh_csv_open(path, plan->cli->diags, &plan->cli->error);
    if (!there)
        return false;
    lyh_csv_edit *edit = lyh_csv_edit_new(there);
    bool is_fine = true;
    for (size_t i = 0; is_fine && i < lyh_csv_row_count(rows); i++)
        is_fine = add_row(plan, there, rows, i, edit, path);
    if (is_fine) {
        size_t size;
        char *bytes = lyh_csv_edit_bytes(edit, &size);
        import_write_later(plan, name, bytes, size);
    }
    lyh_csv_edit_free(edit);
    lyh_csv_free(there);
    return is_fine;
}

static bool write_set(import_plan *plan, const char *coder)
{
    g_autofree char *set = set_name(coder);
    g_autofree char *name = g_strconcat("codings/", set, ".csv", NULL);
    g_autofree char *path = g_build_filename(plan->folder, name, NULL);
    bool has_file = g_file_test(path, G_FILE_TEST_EXISTS);
    size_t size, count;
    char *bytes =
        rows_of(plan, coder, has_file ? LYH_CSV_SWEDISH : LYH_CSV_PACKAGE, &size, &count);
    bool is_fine = true;
    if (count > 0 && !has_file) {
        import_write_later(plan, name, g_steal_pointer(&bytes), size);
    } else if (count > 0) {
        lyh_source *source =
            lyh_source_from_bytes(name, LYH_SOURCE_TABLE, bytes, size, plan->cli->diags);
        lyh_csv *rows = source ? lyh_csv_take(source, plan->cli->diags) : NULL;
        is_fine = rows && add_rows(plan, path, name, rows);
        lyh_csv_free(rows);
    }
    g_free(bytes);
    if (count > 0)
        import_tell(plan, N_("codings"), set, count,
                    has_file ? N_("behind those there are") : N_("new"));
    return is_fine;
}

bool import_codings(import_plan *plan)
{
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    bool is_fine = true;
    for (guint i = 0; i < plan->batches->len; i++) {
        const char *coder = g_array_index(plan->batches, import_batch, i).coder;
        if (g_hash_table_add(done, (char *)coder))
            is_fine &= write_set(plan, coder);
    }
    return is_fine;
}
