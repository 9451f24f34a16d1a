/**
 * Codes that the same persons took up, and codes that meet in what was said.
 */
#ifndef LYHORD_TALLY_COOCCURRENCE_H
#define LYHORD_TALLY_COOCCURRENCE_H

#include <lyhord/tally/tally.h>

/** The most codes whose pairs are counted; nobody reads more, and pairs grow with the square. */
#define LYH_COOCCURRENCE_CODES 300

/**
 * Codes that are paired: those that as many persons as the threshold took up, because what else the
 * few took up who speak of a rare thing would be a portrait of them. More than
 * LYH_COOCCURRENCE_CODES are too many for the tables below.
 */
size_t lyh_tally_cooccurring(const lyh_tally *tally, const lyh_tally_view *view);

/**
 * code;with;persons;overlaps: of every two paired codes that some person took up both of, the persons who did
 * ("7 av 12", base everyone), and how often a statement of one overlaps a statement of the other (a statement
 * that is of both is such a place too). Most persons first. A code and one below it are no pair.
 */
lyh_table *lyh_tally_cooccurrence(lyh_tally *tally, const lyh_tally_view *view,
                                  const lyh_statement_log *log);

/**
 * The same as a square: a row and a column a code, in the order of persons, the same above and below
 * the diagonal; on it stands the code alone (persons, or statements). @unit says what of: persons, or else
 * overlaps. – where a code is below the other.
 */
lyh_table *lyh_tally_cooccurrence_square(lyh_tally *tally, const lyh_tally_view *view,
                                         const lyh_statement_log *log, lyh_unit unit);

#endif
