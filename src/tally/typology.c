#include <lyhord/tally/typology.h>

#include "tables.h"

/* While persons are put into cells. */
typedef struct crossing {
    lyh_tally *tally;
    const lyh_statement_log *log;
    const lyh_typology *typology;
    GArray *marks;
} crossing;

static bool is_of(const crossing *all, size_t statement, size_t code)
{
    const lyh_logged_statement *said = lyh_statement_log_at(all->log, statement);
    return lyh_codebook_is_within(all->tally->codebook, said->code, code);
}

static void mark_cells(void *user, size_t one, size_t other)
{
    const crossing *all = user;
    const lyh_typology *typology = all->typology;
    size_t person = lyh_statement_log_at(all->log, one)->respondent;
    if (!lyh_tally_has(all->tally, person))
        return;
    for (size_t row = 0; row < typology->row_count; row++) {
        bool one_row = is_of(all, one, typology->rows[row]);
        bool other_row = is_of(all, other, typology->rows[row]);
        for (size_t column = 0; (one_row || other_row) && column < typology->column_count;
             column++)
            if ((one_row && is_of(all, other, typology->columns[column])) ||
                (other_row && is_of(all, one, typology->columns[column])))
                tables_mark_person(all->marks, row, column, person);
    }
}

static size_t *persons_of(lyh_tally *tally, const lyh_statement_log *log,
                          const lyh_typology *typology)
{
    g_autoptr(GArray) marks = tables_marks_new();
    crossing all = { tally, log, typology, marks };
    lyh_statement_log_each_overlap(log, mark_cells, &all);
    return tables_count_persons(marks, typology->row_count, typology->column_count);
}

/* What people wrote for the cell, or the name of the first code that is below both. */
static const char *text_of(const lyh_tally *tally, const lyh_typology *typology, size_t row,
                           size_t column)
{
    const char *text =
        typology->texts ? typology->texts[row * typology->column_count + column] : NULL;
    const lyh_codebook *book = tally->codebook;
    for (size_t code = 0; !text && code < lyh_codebook_count(book); code++)
        if (code != typology->rows[row] && code != typology->columns[column] &&
            lyh_codebook_is_within(book, code, typology->rows[row]) &&
            lyh_codebook_is_within(book, code, typology->columns[column]))
            text = lyh_codebook_code(book, code)->label;
    return text ? text : "";
}

static lyh_cell persons_cell(const lyh_tally *tally, const lyh_tally_view *view,
                             size_t persons)
{
    return tables_are_hidden(tally, view) ? lyh_cell_hidden()
                                          : lyh_cell_of(persons, lyh_tally_base(tally));
}

static void label(const lyh_tally *tally, const lyh_tally_view *view,
                  const lyh_typology *typology, lyh_table *table)
{
    const lyh_catalog *catalog = view->catalog;
    const char *title =
        typology->title ? typology->title : lyh_tr(catalog, "Who spoke of what kind");
    tables_set_parts(tally, view, title,
                     lyh_tr(catalog,
                            "persons who made a statement that is of both the row's "
                            "and the column's theme"),
                     table);
    lyh_table_add_note(table, lyh_tr(catalog, "A person can be in several cells."));
}

lyh_table *lyh_tally_typology(lyh_tally *tally, const lyh_tally_view *view,
                              const lyh_statement_log *log, const lyh_typology *typology)
{
    const lyh_catalog *catalog = view->catalog;
    g_autofree size_t *persons = persons_of(tally, log, typology);
    lyh_table *table = lyh_table_new("typology");
    lyh_table_add_column(table, "row", lyh_trc(catalog, "heading", "row"));
    lyh_table_add_column(table, "column", lyh_trc(catalog, "heading", "column"));
    lyh_table_add_column(table, "text", lyh_trc(catalog, "heading", "text"));
    lyh_table_add_column(table, "persons", lyh_trc(catalog, "heading", "persons"));
    for (size_t i = 0; i < typology->row_count * typology->column_count; i++) {
        size_t row = i / typology->column_count, column = i % typology->column_count;
        const lyh_cell cells[] = {
            lyh_cell_text(tables_label_of(tally, typology->rows[row])),
            lyh_cell_text(tables_label_of(tally, typology->columns[column])),
            lyh_cell_text(text_of(tally, typology, row, column)),
            persons_cell(tally, view, persons[i]),
        };
        lyh_table_add_row(table);
        for (size_t k = 0; k < G_N_ELEMENTS(cells); k++)
            lyh_table_set_cell(table, i, k, cells[k]);
    }
    label(tally, view, typology, table);
    return table;
}

static void add_square_columns(const lyh_tally *tally, const lyh_typology *typology,
                               const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "row", "");
    for (size_t column = 0; column < typology->column_count; column++) {
        const lyh_code *code =
            lyh_codebook_code(tally->codebook, typology->columns[column]);
        g_autofree char *persons = g_strdup_printf("%s persons", code->name);
        lyh_table_add_column(table, code->name, code->label);
        lyh_table_add_column(table, persons, lyh_trc(catalog, "heading", "persons"));
    }
}

lyh_table *lyh_tally_typology_square(lyh_tally *tally, const lyh_tally_view *view,
                                     const lyh_statement_log *log,
                                     const lyh_typology *typology)
{
    g_autofree size_t *persons = persons_of(tally, log, typology);
    lyh_table *table = lyh_table_new("typology");
    add_square_columns(tally, typology, view->catalog, table);
    for (size_t row = 0; row < typology->row_count; row++) {
        lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0,
                           lyh_cell_text(tables_label_of(tally, typology->rows[row])));
        for (size_t column = 0; column < typology->column_count; column++) {
            size_t said = persons[row * typology->column_count + column];
            lyh_table_set_cell(table, row, 2 * column + 1,
                               lyh_cell_text(text_of(tally, typology, row, column)));
            lyh_table_set_cell(table, row, 2 * column + 2, persons_cell(tally, view, said));
        }
    }
    label(tally, view, typology, table);
    return table;
}
