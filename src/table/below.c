#include "below.h"

static void add_part(GArray *lines, const lyh_table *table, lyh_table_part part,
                     const char *label)
{
    below_line line = { label, lyh_table_part_text(table, part) };
    if (line.text)
        g_array_append_val(lines, line);
}

GArray *below_lines(const lyh_table *table, const lyh_catalog *catalog)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(below_line));
    add_part(lines, table, LYH_TABLE_BASE, lyh_trc(catalog, "table", "Base"));
    add_part(lines, table, LYH_TABLE_UNIT, lyh_trc(catalog, "table", "Unit"));
    add_part(lines, table, LYH_TABLE_SOURCE, lyh_trc(catalog, "table", "Source"));
    add_part(lines, table, LYH_TABLE_STATUS, lyh_trc(catalog, "table", "Status"));
    add_part(lines, table, LYH_TABLE_DATE, lyh_trc(catalog, "table", "Date"));
    for (size_t i = 0; i < lyh_table_note_count(table); i++) {
        below_line note = { "", lyh_table_note(table, i) };
        g_array_append_val(lines, note);
    }
    return lines;
}
