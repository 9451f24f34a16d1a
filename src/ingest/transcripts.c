#include <lyhord/ingest/transcripts.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>
#include <lyhord/ingest/ingest.h>

#include "../base/autoptr.h"
#include "autoptr.h"

enum { FILE_NAME, RESPONDENT, INTERVIEWER, RESPONDENT_MARK, LISTENER, COLUMNS };

static const lyh_csv_column columns[] = {
    { "fil|file", true },
    { "respondent", true },
    { "intervjuare|interviewer", false },
    { "respondentmärke|respondentmarke|respondent_mark", false },
    { "medlyssnare|listener", false },
    { "anm|note", false },
};

/* One person in one document. */
struct row {
    size_t line; /* of the file */
    char *document;
    char *respondent;
    GPtrArray *marks[COLUMNS]; /* folded; only of the three columns of marks */
    GPtrArray *written;        /* all of them as they are written, column by column */
};

struct lyh_transcripts {
    GPtrArray *rows;
    GHashTable *by_document; /* name -> GPtrArray of rows, lent by rows */
};

static const struct role_column {
    int column;
    lyh_role role;
} role_columns[] = {
    { INTERVIEWER, LYH_ROLE_INTERVIEWER },
    { RESPONDENT_MARK, LYH_ROLE_RESPONDENT },
    { LISTENER, LYH_ROLE_LISTENER },
};

static void free_row(void *data)
{
    struct row *row = data;
    for (size_t i = 0; i < COLUMNS; i++)
        if (row->marks[i])
            g_ptr_array_unref(row->marks[i]);
    g_ptr_array_unref(row->written);
    g_free(row->respondent);
    g_free(row->document);
    g_free(row);
}

void lyh_transcripts_free(lyh_transcripts *transcripts)
{
    if (!transcripts)
        return;
    g_hash_table_unref(transcripts->by_document);
    g_ptr_array_unref(transcripts->rows);
    g_free(transcripts);
}

static char *folded(const char *text)
{
    return lyh_text_fold(text, strlen(text), NULL);
}

static GPtrArray *marks_in(const char *cell, GPtrArray *written)
{
    GPtrArray *marks = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit(cell, "|", -1);
    for (char **part = parts; *part; part++) {
        g_autofree char *clean = lyh_id_clean(*part);
        if (clean[0] == '\0')
            continue;
        g_ptr_array_add(marks, folded(clean));
        g_ptr_array_add(written, g_steal_pointer(&clean));
    }
    return marks;
}

static bool has_mark(const struct row *row, int column, const char *mark)
{
    return g_ptr_array_find_with_equal_func(row->marks[column], mark, g_str_equal, NULL);
}

static struct row *read_row(const lyh_csv *csv, size_t index, const size_t *found)
{
    struct row *row = g_new0(struct row, 1);
    g_autofree char *file = lyh_id_clean(lyh_csv_cell(csv, index, found[FILE_NAME]));
    row->line = lyh_source_line(lyh_csv_source(csv), lyh_csv_place(csv, index, 0).start);
    row->document = lyh_ingest_name(file);
    row->respondent = lyh_id_clean(lyh_csv_cell(csv, index, found[RESPONDENT]));
    row->written = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < G_N_ELEMENTS(role_columns); i++) {
        int column = role_columns[i].column;
        row->marks[column] =
            marks_in(lyh_csv_cell(csv, index, found[column]), row->written);
    }
    return row;
}

static GPtrArray *rows_of(const lyh_transcripts *transcripts, const char *document)
{
    return g_hash_table_lookup(transcripts->by_document, document);
}

static void add_row(lyh_transcripts *transcripts, struct row *row)
{
    GPtrArray *same = rows_of(transcripts, row->document);
    if (!same) {
        same = g_ptr_array_new();
        g_hash_table_insert(transcripts->by_document, row->document, same);
    }
    g_ptr_array_add(same, row);
    g_ptr_array_add(transcripts->rows, row);
}

/* Two rows of a document must say which mark is whose, and no mark may be two persons'. */
static const char *whose_in_doubt(const struct row *row, const struct row *other)
{
    if (row->respondent[0] == '\0' || other->respondent[0] == '\0' ||
        strcmp(row->respondent, other->respondent) == 0)
        return NULL;
    if (row->marks[RESPONDENT_MARK]->len == 0 || other->marks[RESPONDENT_MARK]->len == 0)
        return "";
    for (unsigned i = 0; i < row->marks[RESPONDENT_MARK]->len; i++) {
        const char *mark = g_ptr_array_index(row->marks[RESPONDENT_MARK], i);
        if (has_mark(other, RESPONDENT_MARK, mark))
            return mark;
    }
    return NULL;
}

static bool check_whose(const lyh_transcripts *transcripts, const struct row *row,
                        lyh_place place, lyh_diags *diags)
{
    GPtrArray *same = rows_of(transcripts, row->document);
    for (unsigned i = 0; same && i < same->len; i++) {
        const struct row *other = g_ptr_array_index(same, i);
        const char *mark = whose_in_doubt(row, other);
        if (!mark)
            continue;
        if (mark[0] == '\0')
            lyh_diags_error(
                diags, "transcripts-whose", place,
                "'%s' has two persons, here and on line %zu; say in respondentmärke "
                "which mark is whose",
                row->document, other->line);
        else
            lyh_diags_error(diags, "transcripts-whose", place,
                            "the same mark is given to '%s' here and to '%s' on line %zu",
                            row->respondent, other->respondent, other->line);
        return false;
    }
    return true;
}

static bool check_roles(const struct row *row, lyh_place place, lyh_diags *diags)
{
    for (size_t i = 0; i < G_N_ELEMENTS(role_columns); i++) {
        GPtrArray *marks = row->marks[role_columns[i].column];
        for (size_t j = i + 1; j < G_N_ELEMENTS(role_columns); j++)
            for (unsigned k = 0; k < marks->len; k++)
                if (has_mark(row, role_columns[j].column, g_ptr_array_index(marks, k))) {
                    lyh_diags_error(
                        diags, "transcripts-roles", place,
                        "one mark has two roles in '%s'; write it in one column",
                        row->document);
                    return false;
                }
    }
    return true;
}

static bool check_row(const lyh_transcripts *transcripts, const struct row *row,
                      lyh_place place, lyh_diags *diags)
{
    if (row->document[0] == '\0') {
        lyh_diags_error(diags, "transcripts-file", place,
                        "the row names no file; write the transcript's name under fil");
        return false;
    }
    bool is_fine = check_whose(transcripts, row, place, diags);
    return check_roles(row, place, diags) && is_fine;
}

static bool read_rows(lyh_transcripts *transcripts, const lyh_csv *csv, lyh_diags *diags)
{
    size_t found[G_N_ELEMENTS(columns)];
    if (!lyh_csv_find_all(csv, columns, G_N_ELEMENTS(columns), false, found, diags))
        return false;

    bool is_fine = true;
    for (size_t i = 0; i < lyh_csv_row_count(csv); i++) {
        struct row *row = read_row(csv, i, found);
        lyh_place place = lyh_csv_place(csv, i, found[FILE_NAME]);
        is_fine = check_row(transcripts, row, place, diags) && is_fine;
        add_row(transcripts, row);
    }
    return is_fine;
}

lyh_transcripts *lyh_transcripts_read(const lyh_source *source, lyh_diags *diags)
{
    g_autoptr(lyh_csv) csv = lyh_csv_read(source, diags);
    if (!csv)
        return NULL;

    g_autoptr(lyh_transcripts) transcripts = g_new0(lyh_transcripts, 1);
    transcripts->rows = g_ptr_array_new_with_free_func(free_row);
    transcripts->by_document = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                                     (GDestroyNotify)g_ptr_array_unref);
    return read_rows(transcripts, csv, diags) ? g_steal_pointer(&transcripts) : NULL;
}

bool lyh_transcripts_has(const lyh_transcripts *transcripts, const char *document)
{
    return rows_of(transcripts, document) != NULL;
}

/* Text without a mark is the person's whom a row names without saying under which mark. */
static lyh_role role_in(const struct row *row, const char *mark)
{
    if (mark[0] == '\0' && row->respondent[0] != '\0' &&
        row->marks[RESPONDENT_MARK]->len == 0)
        return LYH_ROLE_RESPONDENT;
    for (size_t i = 0; i < G_N_ELEMENTS(role_columns); i++)
        if (has_mark(row, role_columns[i].column, mark))
            return role_columns[i].role;
    return LYH_ROLE_UNKNOWN;
}

lyh_role lyh_transcripts_role(const lyh_transcripts *transcripts, const char *document,
                              const char *mark)
{
    GPtrArray *rows = rows_of(transcripts, document);
    g_autofree char *wanted = folded(mark);
    lyh_role role = LYH_ROLE_UNKNOWN;
    for (unsigned i = 0; rows && i < rows->len && role == LYH_ROLE_UNKNOWN; i++)
        role = role_in(g_ptr_array_index(rows, i), wanted);
    return role;
}

const char *lyh_transcripts_respondent(const lyh_transcripts *transcripts,
                                       const char *document, const char *mark)
{
    GPtrArray *rows = rows_of(transcripts, document);
    g_autofree char *wanted = folded(mark);
    const char *respondent = "";
    for (unsigned i = 0; rows && i < rows->len && respondent[0] == '\0'; i++) {
        const struct row *row = g_ptr_array_index(rows, i);
        if (row->marks[RESPONDENT_MARK]->len == 0 || has_mark(row, RESPONDENT_MARK, wanted))
            respondent = row->respondent;
    }
    return respondent;
}

static bool begins_a_line(const lyh_document *document, const char *mark)
{
    g_autofree char *wanted = folded(mark);
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        g_autofree char *spoken = folded(lyh_document_speaker(document, i)->mark);
        if (strcmp(spoken, wanted) == 0)
            return true;
    }
    return false;
}

void lyh_transcripts_check_marks(const lyh_transcripts *transcripts,
                                 const lyh_document *document, const char *path,
                                 lyh_diags *diags)
{
    GPtrArray *rows = rows_of(transcripts, lyh_document_name(document));
    for (unsigned i = 0; rows && i < rows->len; i++) {
        const struct row *row = g_ptr_array_index(rows, i);
        for (unsigned j = 0; j < row->written->len; j++) {
            const char *mark = g_ptr_array_index(row->written, j);
            if (!begins_a_line(document, mark))
                lyh_diags_warning(diags, "transcripts-mark", lyh_place_file(path),
                                  "line %zu gives '%s' the mark '%s', but no turn there "
                                  "begins with it; check the spelling",
                                  row->line, row->document, mark);
        }
    }
}

size_t lyh_transcripts_count(const lyh_transcripts *transcripts)
{
    return transcripts->rows->len;
}

const char *lyh_transcripts_document(const lyh_transcripts *transcripts, size_t index,
                                     size_t *line)
{
    g_assert(index < transcripts->rows->len);
    const struct row *row = g_ptr_array_index(transcripts->rows, index);
    *line = row->line;
    return row->document;
}
