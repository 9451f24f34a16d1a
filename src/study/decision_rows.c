#include "decision_rows.h"

#include <stdlib.h>
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

static bool is_there(const table_file *decisions, const lyh_decision *made)
{
    static const size_t compared[] = { KIND, TARGET, VALUE, DATE };
    size_t columns[CELLS];
    const char *cells[CELLS];
    cells_of(made, cells);
    find_columns(decisions, columns);
    for (size_t row = 0; row < lyh_csv_row_count(decisions->csv); row++) {
        bool is_same = true;
        for (size_t i = 0; i < G_N_ELEMENTS(compared); i++)
            is_same &= strcmp(lyh_csv_cell(decisions->csv, row, columns[compared[i]]),
                              cells[compared[i]]) == 0;
        if (is_same)
            return true;
    }
    return false;
}

static void write_row(lyh_output *output, const table_file *decisions,
                      const lyh_decision *made)
{
    size_t columns[CELLS];
    const char *cells[CELLS];
    cells_of(made, cells);
    find_columns(decisions, columns);
    for (size_t i = 0; i < lyh_csv_column_count(decisions->csv); i++) {
        if (i > 0)
            lyh_output_printf(output, "%c", table_file_separator(decisions));
        for (size_t cell = 0; cell < CELLS; cell++)
            if (columns[cell] == i)
                lyh_csv_write_text(output, cells[cell]);
    }
}

/* NULL: every row stands there already. free(). */
static char *grown(const table_file *decisions, const lyh_decision *made, size_t count,
                   size_t *size)
{
    const char *line_end =
        strstr(lyh_source_text(decisions->source), "\r\n") ? "\r\n" : "\n";
    lyh_output *rows = lyh_output_to_memory();
    size_t written = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_there(decisions, &made[i]))
            continue;
        lyh_output_text(rows, written++ > 0 ? line_end : "");
        write_row(rows, decisions, &made[i]);
    }
    char *last = lyh_output_take(rows, size);
    char *text = written > 0 ? table_file_text(decisions, last, size) : NULL;
    free(last);
    return text;
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

void decision_rows_plan(study_changes *changes, const char *folder,
                        const table_file *decisions, const lyh_decision *made, size_t count)
{
    g_autofree char *path = g_build_filename(folder, "decisions.csv", NULL);
    size_t size;
    char *text =
        decisions ? grown(decisions, made, count, &size) : new_file(made, count, &size);
    if (text)
        changes_write(changes, path, text, size);
}
