#include <lyhord/tally/matrix.h>

#include "tables.h"

static void label(const lyh_tally *tally, const lyh_tally_view *view, const char *title,
                  const char *unit, lyh_table *table)
{
    g_autofree char *base = g_strdup_printf(
        lyh_trn(view->catalog, "%zu person", "%zu persons", lyh_tally_base(tally)),
        lyh_tally_base(tally));
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT, unit);
    lyh_table_add_note(table, lyh_tr(view->catalog,
                                     "This is the material itself: it shows who said what. "
                                     "It stays in the study and is never handed over."));
}

/* ---- documents ---- */

static const char *title_of_documents(const lyh_tally_view *view)
{
    return lyh_tr(view->catalog, "Themes by document");
}

static const char *statements_unit(const lyh_tally_view *view)
{
    return lyh_tr(view->catalog, "statements");
}

lyh_table *lyh_tally_documents(const lyh_tally *tally, const lyh_tally_view *view,
                               const lyh_statement_log *log)
{
    size_t documents = lyh_statement_log_document_count(log);
    g_autoptr(GArray) codes = tables_codes_taken_up(tally);
    lyh_table *table = lyh_table_new("documents");
    lyh_table_add_column(table, "code", lyh_trc(view->catalog, "heading", "Theme"));
    for (size_t i = 0; i < documents; i++)
        lyh_table_add_column(table, lyh_statement_log_document(log, i),
                             lyh_statement_log_document(log, i));
    for (guint row = 0; row < codes->len; row++) {
        size_t code = g_array_index(codes, size_t, row);
        lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(tables_label_of(tally, code)));
        for (size_t i = 0; i < documents; i++)
            lyh_table_set_cell(table, row, i + 1,
                               lyh_cell_count(lyh_statement_log_statements(log, i, code)));
    }
    label(tally, view, title_of_documents(view), statements_unit(view), table);
    return table;
}

/* A row of three: who or where, the code, how many. */
static void add_count(lyh_table *table, const char *where, const char *code, size_t count)
{
    if (count == 0)
        return;
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(where));
    lyh_table_set_cell(table, row, 1, lyh_cell_text(code));
    lyh_table_set_cell(table, row, 2, lyh_cell_count(count));
}

static void add_long_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "code"));
    lyh_table_add_column(table, "statements", lyh_trc(catalog, "heading", "statements"));
}

lyh_table *lyh_tally_documents_long(const lyh_tally *tally, const lyh_tally_view *view,
                                    const lyh_statement_log *log)
{
    const lyh_codebook *book = tally->codebook;
    size_t documents = lyh_statement_log_document_count(log);
    lyh_table *table = lyh_table_new("documents");
    lyh_table_add_column(table, "document", lyh_trc(view->catalog, "heading", "document"));
    add_long_columns(view->catalog, table);
    for (size_t i = 0; i < documents; i++)
        for (size_t code = 0; code < lyh_codebook_count(book); code++)
            add_count(table, lyh_statement_log_document(log, i),
                      lyh_codebook_code(book, code)->name,
                      lyh_statement_log_statements(log, i, code));
    label(tally, view, title_of_documents(view), statements_unit(view), table);
    return table;
}

/* ---- cases ---- */

static size_t statements_of(const lyh_tally *tally, size_t person, size_t code)
{
    tally_counter counter;
    bool is_said = tally_counters_find(tally->counters, code, person, &counter);
    return is_said ? counter.statements[LYH_MEASURE_ANY] : 0;
}

static GArray *persons_in_base(const lyh_tally *tally)
{
    GArray *persons = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < lyh_respondents_count(tally->respondents); i++)
        if (lyh_tally_has(tally, i))
            g_array_append_val(persons, i);
    return persons;
}

static void add_attributes(const lyh_tally *tally, const GArray *persons, lyh_table *table)
{
    const lyh_respondents *respondents = tally->respondents;
    for (size_t i = 0; i < lyh_respondents_attribute_count(respondents); i++) {
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0,
                           lyh_cell_text(lyh_respondents_attribute(respondents, i)));
        for (guint k = 0; k < persons->len; k++)
            lyh_table_set_cell(table, row, k + 1,
                               lyh_cell_text(lyh_respondents_value(
                                   respondents, g_array_index(persons, size_t, k), i)));
    }
}

static lyh_cell case_cell(const lyh_tally *tally, size_t person, size_t code, lyh_unit unit)
{
    size_t statements = statements_of(tally, person, code);
    if (statements == 0)
        return lyh_cell_empty();
    return unit == LYH_UNIT_PERSONS ? lyh_cell_text("x") : lyh_cell_count(statements);
}

static const char *title_of_cases(const lyh_tally_view *view)
{
    return lyh_tr(view->catalog, "Themes by case");
}

lyh_table *lyh_tally_cases(const lyh_tally *tally, const lyh_tally_view *view,
                           lyh_unit unit)
{
    g_autoptr(GArray) codes = tables_codes_taken_up(tally);
    g_autoptr(GArray) persons = persons_in_base(tally);
    lyh_table *table = lyh_table_new("cases");
    lyh_table_add_column(table, "code", lyh_trc(view->catalog, "heading", "Theme"));
    for (guint i = 0; i < persons->len; i++) {
        const char *id =
            lyh_respondents_id(tally->respondents, g_array_index(persons, size_t, i));
        lyh_table_add_column(table, id, id);
    }
    add_attributes(tally, persons, table);
    for (guint i = 0; i < codes->len; i++) {
        size_t code = g_array_index(codes, size_t, i), row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(tables_label_of(tally, code)));
        for (guint k = 0; k < persons->len; k++)
            lyh_table_set_cell(
                table, row, k + 1,
                case_cell(tally, g_array_index(persons, size_t, k), code, unit));
    }
    label(tally, view, title_of_cases(view),
          unit == LYH_UNIT_PERSONS
              ? lyh_tr(view->catalog, "x: the person took up the theme")
              : statements_unit(view),
          table);
    return table;
}

lyh_table *lyh_tally_cases_long(const lyh_tally *tally, const lyh_tally_view *view)
{
    const lyh_codebook *book = tally->codebook;
    g_autoptr(GArray) persons = persons_in_base(tally);
    lyh_table *table = lyh_table_new("cases");
    lyh_table_add_column(table, "respondent",
                         lyh_trc(view->catalog, "heading", "respondent"));
    add_long_columns(view->catalog, table);
    for (guint i = 0; i < persons->len; i++) {
        size_t person = g_array_index(persons, size_t, i);
        for (size_t code = 0; code < lyh_codebook_count(book); code++)
            add_count(table, lyh_respondents_id(tally->respondents, person),
                      lyh_codebook_code(book, code)->name,
                      statements_of(tally, person, code));
    }
    label(tally, view, title_of_cases(view), statements_unit(view), table);
    return table;
}
