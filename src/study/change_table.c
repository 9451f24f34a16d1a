#include "change_table.h"

lyh_table *change_table_new(const char *name, const lyh_catalog *catalog)
{
    lyh_table *table = lyh_table_new(name);
    lyh_table_add_column(table, "what", lyh_tr(catalog, "what"));
    lyh_table_add_column(table, "name", lyh_tr(catalog, "name"));
    lyh_table_add_column(table, "before", lyh_tr(catalog, "before"));
    lyh_table_add_column(table, "after", lyh_tr(catalog, "after"));
    return table;
}

void change_table_add(lyh_table *table, const lyh_catalog *catalog, const char *what,
                      const char *name, lyh_cell before, lyh_cell after)
{
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(lyh_tr(catalog, what)));
    lyh_table_set_cell(table, row, 1, lyh_cell_text(name));
    lyh_table_set_cell(table, row, 2, before);
    lyh_table_set_cell(table, row, 3, after);
}
