/**
 * A typology: two sets of codes crossed, such as levels (of oneself, the office, the system) by
 * degrees (taking part, influence, power), and in each cell the persons who spoke of it.
 */
#ifndef LYHORD_TALLY_TYPOLOGY_H
#define LYHORD_TALLY_TYPOLOGY_H

#include <lyhord/tally/tally.h>

/** All lent. */
typedef struct lyh_typology {
    const char *title;            /* NULL: a general one */
    const size_t *rows, *columns; /* codes */
    size_t row_count, column_count;
    const char *const *texts; /* of each cell, row after row; NULL for none, see below */
} lyh_typology;

/**
 * row;column;text;persons: of each cell what it means and how many persons ("7 av 12") made a statement that is of
 * both codes: one coded with a code below both, or two that share words. Where @texts gives
 * none, the name of the first code below both is the text.
 */
lyh_table *lyh_tally_typology(lyh_tally *tally, const lyh_tally_view *view,
                              const lyh_statement_log *log, const lyh_typology *typology);

/** The same as it is printed in a report: a row a row code, two columns a column code: text, persons. */
lyh_table *lyh_tally_typology_square(lyh_tally *tally, const lyh_tally_view *view,
                                     const lyh_statement_log *log,
                                     const lyh_typology *typology);

#endif
