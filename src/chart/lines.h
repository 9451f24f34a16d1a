/**
 * Breaking a text into lines as a Swedish typesetter would.
 *
 * Lines break at spaces, but not before a dash nor inside "9 av 12"; then after a hyphen, a dash
 * or a stroke that joins two longer words; then at a joint between the parts of a compound, which
 * the caller's function knows; and inside a word that is wider than a line, before the last
 * consonant of those that part two vowels (enkonsonantsregeln, Svenska skrivregler).
 */
#ifndef LYHORD_CHART_LINES_H
#define LYHORD_CHART_LINES_H

#include <glib.h>

#include <lyhord/chart/chart.h>

#include "typesetter.h"

/** One line: bytes of the text it was made of, outer spaces left out. */
typedef struct lyh_line {
    size_t start;
    size_t end;
    double width;       /* points, with its hyphen */
    bool is_hyphenated; /* a hyphen is to be drawn at its end */
} lyh_line;

typedef struct lyh_measures {
    double width; /* points a line may fill */
    /**
     * A compound is broken at a joint when its line would else be filled to less than this part:
     * 0 breaks only words wider than a line, 1 every compound that can be.
     */
    double least_fill;
    lyh_joint joint; /* may be NULL */
    void *joint_user;
} lyh_measures;

/** The lines (lyh_line) of @run; at least one, empty for an empty text. g_array_unref(). */
GArray *lyh_lines_new(lyh_typesetter *typesetter, lyh_run run, const lyh_style *style,
                      const lyh_measures *measures);

/** The same number of lines, as equally wide as can be: for headings and labels. */
GArray *lyh_lines_balanced(lyh_typesetter *typesetter, lyh_run run, const lyh_style *style,
                           const lyh_measures *measures);

/** The part of @run that is @line. */
lyh_run lyh_line_run(lyh_run run, const lyh_line *line);

#endif
