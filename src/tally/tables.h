/** What the tables of everyone together share: their labels, their codes, and persons counted once. */
#ifndef LYHORD_TALLY_TABLES_H
#define LYHORD_TALLY_TABLES_H

#include "tally_private.h"

/** A person who is to be counted once in the cell @row, @column of a table. */
typedef struct tables_mark {
    size_t row, column, person;
} tables_mark;

/** Marks, to be counted when all are there: GArray of tables_mark. */
GArray *tables_marks_new(void);
/** Add @person to the cell; twice does no harm. */
void tables_mark_person(GArray *marks, size_t row, size_t column, size_t person);
/** Persons by cell, of @rows rows of @columns. g_free(). Sorts @marks. */
size_t *tables_count_persons(GArray *marks, size_t rows, size_t columns);

/** Is the whole base of @view under its threshold? Then nothing is shown. */
bool tables_are_hidden(const lyh_tally *tally, const lyh_tally_view *view);

/** Codes that somebody took up, the most taken up first (ties: the codebook's order); GArray of size_t. */
GArray *tables_codes_taken_up(const lyh_tally *tally);

/** What a code is called in a table. Lent. */
const char *tables_label_of(const lyh_tally *tally, size_t code);

/** Title, base and unit of @table, and the note where everything in it is hidden. */
void tables_set_parts(const lyh_tally *tally, const lyh_tally_view *view, const char *title,
                      const char *unit, lyh_table *table);

#endif
