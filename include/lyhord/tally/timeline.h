/**
 * Where in the interviews themes come.
 */
#ifndef LYHORD_TALLY_TIMELINE_H
#define LYHORD_TALLY_TIMELINE_H

#include <lyhord/tally/tally.h>

/** An interview's parts: tenths of the turns of the person who speaks. */
#define LYH_TIMELINE_PARTS 10

/**
 * "timeline": code;part_1 … part_10: how many persons took up each theme in each tenth of what they said: of
 * their turns in the document, or, where they have fewer than ten, of their text. Someone who comes back to a theme is
 * in several tenths.
 *
 * It is of everyone together, and each number is of persons, never of one. A theme that fewer than
 * the threshold took up has no row, since where the few came to speak of a rare thing would point at them; what is
 * left tells of a person no more than that somebody among at least so many spoke of the theme there. All is hidden
 * when the base is under the threshold.
 */
lyh_table *lyh_tally_timeline(lyh_tally *tally, const lyh_tally_view *view,
                              const lyh_statement_log *log);

#endif
