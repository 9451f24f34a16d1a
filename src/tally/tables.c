#include "tables.h"

#include <stdlib.h>

GArray *tables_marks_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(tables_mark));
}

void tables_mark_person(GArray *marks, size_t row, size_t column, size_t person)
{
    const tables_mark mark = { row, column, person };
    g_array_append_val(marks, mark);
}

static int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static gint by_cell_and_person(gconstpointer one, gconstpointer two)
{
    const tables_mark *a = one, *b = two;
    int row = order(a->row, b->row), column = order(a->column, b->column);
    return row ? row : column ? column : order(a->person, b->person);
}

size_t *tables_count_persons(GArray *marks, size_t rows, size_t columns)
{
    size_t *persons = g_new0(size_t, rows * columns);
    const tables_mark *last = NULL;
    g_array_sort(marks, by_cell_and_person);
    for (guint i = 0; i < marks->len; i++) {
        const tables_mark *mark = &g_array_index(marks, tables_mark, i);
        g_assert(mark->row < rows && mark->column < columns);
        persons[mark->row * columns + mark->column] +=
            !last || by_cell_and_person(last, mark) != 0;
        last = mark;
    }
    return persons;
}

bool tables_are_hidden(const lyh_tally *tally, const lyh_tally_view *view)
{
    return lyh_print_level_of(lyh_tally_base(tally), view->threshold) == LYH_PRINT_NOTHING;
}

typedef struct ranked_code {
    size_t code, persons;
} ranked_code;

static gint by_persons(gconstpointer one, gconstpointer two)
{
    const ranked_code *a = one, *b = two;
    return a->persons == b->persons ? order(a->code, b->code)
                                    : order(b->persons, a->persons);
}

GArray *tables_codes_taken_up(const lyh_tally *tally)
{
    g_autoptr(GArray) ranked = g_array_new(FALSE, FALSE, sizeof(ranked_code));
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++) {
        const ranked_code said = { code, lyh_tally_persons(tally, code, LYH_MEASURE_ANY) };
        if (said.persons > 0)
            g_array_append_val(ranked, said);
    }
    g_array_sort(ranked, by_persons);
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (guint i = 0; i < ranked->len; i++)
        g_array_append_val(codes, g_array_index(ranked, ranked_code, i).code);
    return codes;
}

const char *tables_label_of(const lyh_tally *tally, size_t code)
{
    return lyh_codebook_code(tally->codebook, code)->label;
}

void tables_set_parts(const lyh_tally *tally, const lyh_tally_view *view, const char *title,
                      const char *unit, lyh_table *table)
{
    size_t base = lyh_tally_base(tally);
    bool is_hidden = tables_are_hidden(tally, view);
    g_autofree char *text =
        is_hidden ? g_strdup_printf(lyh_tr(view->catalog, "fewer than %zu persons"),
                                    view->threshold)
                  : g_strdup_printf(
                        lyh_trn(view->catalog, "%zu person", "%zu persons", base), base);
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    lyh_table_set_part(table, LYH_TABLE_BASE, text);
    lyh_table_set_part(table, LYH_TABLE_UNIT, unit);
    if (is_hidden)
        lyh_table_add_note(table,
                           lyh_tr(view->catalog,
                                  "The figures (..) are hidden: there are too few persons "
                                  "for anything to be shown about them."));
}
