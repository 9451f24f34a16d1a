/**
 * A table as text for a screen, as CSV, JSON, Markdown and LaTeX; and a cell as people read it.
 */
#ifndef LYHORD_TABLE_WRITERS_H
#define LYHORD_TABLE_WRITERS_H

#include <stdbool.h>

#include <lyhord/base/catalog.h>
#include <lyhord/base/csv_write.h>
#include <lyhord/table/table.h>

/**
 * A cell for readers: "7 av 12", "58 %" with a no-break space, "1 234" grouped by narrow no-break
 * space from 10 000, decimal comma, minus as U+2212; in English "7 of 12", "58%", decimal point. free().
 */
char *lyh_cell_shown(const lyh_cell *cell, const lyh_catalog *catalog);

/** Columns aligned by display width, title above, base, unit, source, status, date and notes below. */
bool lyh_table_write_text(const lyh_table *table, const lyh_catalog *catalog,
                          lyh_output *output);

/**
 * Heading row of fixed names and one row a row. A cell whose text begins with = + - @ TAB CR gets
 * a leading ' (not one that is only +, - or −, not numbers); cells are quoted when they must be,
 * and where a row would be an empty line.
 */
bool lyh_table_write_csv(const lyh_table *table, lyh_csv_style style, lyh_output *output);

/**
 * A pipe table (GitHub Flavored Markdown, section 4.10) under its title in bold, and what stands
 * below it as a list. Signs that Markdown would act on are escaped, so people's words show as they are.
 */
bool lyh_table_write_markdown(const lyh_table *table, const lyh_catalog *catalog,
                              lyh_output *output);

/** Its headings and rows alone, for a document that says the rest in its own way. */
bool lyh_table_write_markdown_rows(const lyh_table *table, const lyh_catalog *catalog,
                                   lyh_output *output);

/**
 * @text as part of a line of Markdown: signs that would be acted on are escaped, and it stays on its
 * line. What acts only at the beginning of a line (`-`, `1.`) is the caller's.
 */
void lyh_markdown_write_text(lyh_output *output, const char *text);

/**
 * A `table` for \input in a document that loads booktabs and tabularx: caption, label tab:NAME,
 * rules, and what stands below in \footnotesize. Columns of words wrap, numbers stand right. For
 * XeLaTeX, LuaLaTeX or pdfLaTeX with UTF-8.
 */
bool lyh_table_write_latex(const lyh_table *table, const lyh_catalog *catalog,
                           lyh_output *output);

/** An object: name, parts, notes, columns, rows as objects by column name. Numbers are numbers. */
bool lyh_table_write_json(const lyh_table *table, lyh_output *output);

#endif
