/**
 * Codes by document and by case: the material laid out, for those who work with it.
 *
 * A column here is a document, or a person: these tables show who said what, and stay in the study. Nothing is
 * merged or hidden in them, so none may ever be part of a report or of anything that is handed over.
 */
#ifndef LYHORD_TALLY_MATRIX_H
#define LYHORD_TALLY_MATRIX_H

#include <lyhord/tally/tally.h>

/** code;‹document…›: statements of each code somebody made a statement of, in each document. */
lyh_table *lyh_tally_documents(const lyh_tally *tally, const lyh_tally_view *view,
                               const lyh_statement_log *log);
/** The same as document;code;statements, a row where there are any. */
lyh_table *lyh_tally_documents_long(const lyh_tally *tally, const lyh_tally_view *view,
                                    const lyh_statement_log *log);

/**
 * code;‹person…›: factors by case. First what is known of each person in the base (a row an attribute), then
 * a row a code that somebody took up: "x" for who took it up, with @unit persons; else how many statements of theirs.
 */
lyh_table *lyh_tally_cases(const lyh_tally *tally, const lyh_tally_view *view,
                           lyh_unit unit);
/** The same as respondent;code;statements, a row where there are any; without attributes. */
lyh_table *lyh_tally_cases_long(const lyh_tally *tally, const lyh_tally_view *view);

#endif
