/**
 * What stands on which page.
 *
 * Everything to be printed is cut into pieces that are never divided: a line, a row of a table, a
 * figure. Each says how it holds on to the next one, and how much must stand at the foot of its
 * page: footnotes.
 */
#ifndef LYHORD_REPORT_FLOW_H
#define LYHORD_REPORT_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

/** Points between the text and the footnotes of a page. */
#define LYH_FOOT_GAP 18.0

/**
 * On one page with the next piece. What holds together and still is too tall for any page lets
 * go of its weakest ties, all of them, and so on with what is left.
 */
typedef enum lyh_keep {
    LYH_KEEP_NONE,
    LYH_KEEP_FAINT, /* a figure and its table */
    LYH_KEEP_LOOSE, /* a heading, its paragraph and their figure */
    LYH_KEEP_SOFT,  /* the rows of a table */
    LYH_KEEP_HARD   /* a heading and what it is the heading of, two lines of a paragraph */
} lyh_keep;

typedef struct lyh_piece {
    size_t index;  /* which line or row of its part */
    double before; /* points of space above it, none at the top of a page */
    double height;
    /* points it needs above it at the top of a page, for a table's heading */
    double repeat;
    double foot;     /* points of footnotes at the foot of its page */
    lyh_keep keep;   /* with the next piece */
    bool begins;     /* a new page */
    bool yields;     /* begins none when what was left over fills less than a third of it */
    bool holds_down; /* its space above stays at the top of a page */

    size_t page; /* filled in: from 0 */
    double y;    /* its upper edge, from the upper edge of the text area */
    bool is_first_on_page;
    double foot_y;      /* the upper edge of its footnotes */
    bool is_first_foot; /* of its page */
} lyh_piece;

/** Give every piece (lyh_piece) its page and place on pages of @height points. Number of pages. */
size_t lyh_flow_paginate(GArray *pieces, double height);

#endif
