#include "decision_rows.h"

#include <string.h>

#include <lyhord/base/csv_write.h>
#include <lyhord/base/output.h>

enum { KIND, TARGET, VALUE, WHO, REASON, DATE, CELLS };

static const char *const headings[CELLS] = {
    "kind|slag", "target|mål|mal",   "value|värde|varde",
    "who|vem",   "reason|skäl|skal", "date|datum",
};

static void cells_of(const lyh_decision *decision, const char *cells[CELLS])
{
    cells[KIND] = decision->kind;
    cells[TARGET] = decision->target;
    cells[VALUE] = decision->value;
    cells[WHO] = decision->who;
    cells[REASON] = decision->reason;
    cells[DATE] = decision->date;
}

static void find_columns(const table_file *decisions, size_t columns[CELLS])
{
    for (size_t i = 0; i < CELLS; i++)
        columns[i] = lyh_csv_find(decisions->csv, headings[i]);
}

char *decision_rows_cell(const table_file *decisions, size_t row, size_t column)
{
    return g_strstrip(g_strdup(lyh_csv_cell(decisions->csv, row, column)));
}

static bool says(const table_file *decisions, size_t row, size_t column, const char *text)
{
    g_autofree char *cell = decision_rows_cell(decisions, row, column);
    return strcmp(cell, text) == 0;
}

/* Of cells that are NULL it may say anything. */
static bool is_like(const table_file *decisions, size_t row, const size_t columns[CELLS],
                    const char *const cells[CELLS])
{
    for (size_t i = 0; i < CELLS; i++)
        if (cells[i] && !says(decisions, row, columns[i], cells[i]))
            return false;
    return true;
}

bool decision_rows_have(const table_file *decisions, const lyh_decision *sought)
{
    size_t columns[CELLS];
    const char *cells[CELLS];
    if (!decisions)
        return false;
    cells_of(sought, cells);
    find_columns(decisions, columns);
    for (size_t row = 0; row < lyh_csv_row_count(decisions->csv); row++)
        if (!lyh_csv_edit_removes(decisions->edit, row) &&
            is_like(decisions, row, columns, cells))
            return true;
    return false;
}

bool decision_rows_end_with(const table_file *decisions, const lyh_decision *sought)
{
    size_t columns[CELLS];
    const char *cells[CELLS];
    if (!decisions)
        return false;
    cells_of(sought, cells);
    find_columns(decisions, columns);
    for (size_t row = lyh_csv_row_count(decisions->csv); row > 0; row--) {
        if (lyh_csv_edit_removes(decisions->edit, row - 1) ||
            !says(decisions, row - 1, columns[KIND], cells[KIND]) ||
            !says(decisions, row - 1, columns[TARGET], cells[TARGET]))
            continue;
        return is_like(decisions, row - 1, columns, cells);
    }
    return false;
}

/* Under the headings of the file, in whatever order people have them. */
static void add_row(table_file *decisions, const lyh_decision *made)
{
    size_t columns[CELLS];
    const char *cells[CELLS];
    g_autofree const char **row =
        g_new0(const char *, lyh_csv_column_count(decisions->csv));
    cells_of(made, cells);
    find_columns(decisions, columns);
    for (size_t i = 0; i < CELLS; i++)
        if (columns[i] != LYH_NONE)
            row[columns[i]] = cells[i];
    lyh_csv_edit_add(decisions->edit, row);
}

static char *new_file(const lyh_decision *made, size_t count, size_t *size)
{
    lyh_output *file = lyh_output_to_memory();
    lyh_output_text(file, "kind;target;value;who;reason;date\n");
    for (size_t i = 0; i < count; i++) {
        const char *cells[CELLS];
        cells_of(&made[i], cells);
        for (size_t cell = 0; cell < CELLS; cell++) {
            lyh_output_text(file, cell > 0 ? ";" : "");
            lyh_csv_write_text(file, cells[cell]);
        }
        lyh_output_text(file, "\n");
    }
    return lyh_output_take(file, size);
}

void decision_rows_plan(study_changes *changes, const char *folder, table_file *decisions,
                        const lyh_decision *made, size_t count)
{
    g_autofree char *path = g_build_filename(folder, "decisions.csv", NULL);
    size_t size;
    for (size_t i = 0; decisions && i < count; i++)
        add_row(decisions, &made[i]);
    char *text = decisions ? lyh_csv_edit_bytes(decisions->edit, &size)
                           : new_file(made, count, &size);
    changes_write(changes, path, text, size);
}
