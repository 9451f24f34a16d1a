/**
 * A table as a workbook for spreadsheet programs (XLSX, ECMA-376).
 */
#ifndef LYHORD_TABLE_XLSX_H
#define LYHORD_TABLE_XLSX_H

#include <stdbool.h>

#include <lyhord/base/catalog.h>
#include <lyhord/table/table.h>

/**
 * Write @table to @output: a sheet with one row of headings, kept in view, and the rows; and a sheet with the
 * title, what the numbers rest on, and the notes. Numbers are numbers: a cell "7 av 12" holds 7 and
 * shows the rest, "58 %" holds 0.58. Text is never a formula. No author, no clock.
 *
 * The library behind it writes files, and hides a full disk: so it writes into @folder, which exists
 * and nobody else reads, and what lies there is read again, every part of it, and compared cell by cell
 * before any of it reaches @output. Nothing is left in @folder. False: @error is set (IO; DATA when a cell has more
 * than 32 767 bytes, or there are more rows or columns than a workbook has).
 */
bool lyh_table_write_xlsx(const lyh_table *table, const lyh_catalog *catalog,
                          const char *folder, lyh_output *output, lyh_error *error);

/**
 * The same with @count tables, at least one, in their order: a sheet each, called "Table 1", and one with
 * the notes to all of them.
 */
bool lyh_tables_write_xlsx(const lyh_table *const *tables, size_t count,
                           const lyh_catalog *catalog, const char *folder,
                           lyh_output *output, lyh_error *error);

#endif
