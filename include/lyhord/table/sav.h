/**
 * A table as a data file for SPSS, PSPP, R and Stata (.sav).
 */
#ifndef LYHORD_TABLE_SAV_H
#define LYHORD_TABLE_SAV_H

#include <stdbool.h>

#include <lyhord/base/catalog.h>
#include <lyhord/table/table.h>

/** Values of cells that are no number: declared missing, with a label that says why. */
#define LYH_SAV_HIDDEN (-98.0)
#define LYH_SAV_NOT_ASKED (-99.0)

/**
 * Write @table to @output: a case a row, a variable a column. Variables have the columns' fixed
 * names, made fit (letters, digits and _ ; 64 bytes), and their headings as labels. A column of words is numbers 1, 2, 3 …
 * in the order the words are met, with the words as value labels; a string when there are more than
 * 500 words or one is longer than 120 bytes. "7 av 12" is two variables, NAME and NAME_base; a
 * percentage is the number of percent. Empty cells are missing, hidden and not asked ones LYH_SAV_…
 * The title is the file's label, and what stands below the table its documents. No author, no clock.
 *
 * False, with nothing written, when a word has more than 32 767 bytes; a full disk shows when @output is
 * closed.
 */
bool lyh_table_write_sav(const lyh_table *table, const lyh_catalog *catalog,
                         lyh_output *output);

#endif
