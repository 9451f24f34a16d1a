/**
 * What every kind of text looks like on paper, and which element it becomes.
 */
#ifndef LYHORD_REPORT_LOOKS_H
#define LYHORD_REPORT_LOOKS_H

#include "../chart/typesetter.h"

/** What a text looks like and is. */
typedef struct lyh_look {
    const char *tag; /* of the element it becomes */
    lyh_style style;
    double leading; /* from line to line */
    double before;  /* space above the first line; never less than the last part's after */
    double after;
    double indent;
    double measure; /* points a line may be long */
    bool is_balanced;
} lyh_look;

/* 425 pt of Inter at 11 pt are some 75 characters. */
#define BODY_MEASURE 425.0
#define ENTRY_MEASURE 395.0 /* the page stands at the right */
#define ITEM_INDENT 16.0
#define QUOTE_INDENT 16.0

typedef enum lyh_look_name {
    LYH_LOOK_TITLE,
    LYH_LOOK_SUBTITLE,
    LYH_LOOK_IMPRINT,
    LYH_LOOK_STATUS,
    LYH_LOOK_HEADING, /* of level 1; 2 and 3 follow */
    LYH_LOOK_HEADING_2,
    LYH_LOOK_HEADING_3,
    LYH_LOOK_PARAGRAPH,
    LYH_LOOK_ITEM,
    LYH_LOOK_QUOTE,
    LYH_LOOK_SPEAKER,
    LYH_LOOK_NOTE,
    LYH_LOOK_CAPTION,        /* above a table */
    LYH_LOOK_FIGURE_CAPTION, /* below a figure */
    LYH_LOOK_FOOTNOTE,
    LYH_LOOK_ENTRY, /* of the contents, of level 1; 2 follows */
    LYH_LOOK_ENTRY_2
} lyh_look_name;

/** Never NULL, never freed. */
const lyh_look *lyh_look_of(lyh_look_name name);

/** From the upper edge of a line of @look to its baseline. */
double lyh_look_baseline(const lyh_look *look);

#endif
