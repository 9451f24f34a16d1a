/**
 * A report laid out: its blocks as parts that can be drawn, their pieces placed on pages.
 */
#ifndef LYHORD_REPORT_PARTS_H
#define LYHORD_REPORT_PARTS_H

#include <glib.h>

#include <lyhord/report/report.h>

#include "../chart/typesetter.h"
#include "flow.h"
#include "grid.h"
#include "pages.h"

typedef enum lyh_part_kind { LYH_PART_TEXT, LYH_PART_FIGURE, LYH_PART_GRID } lyh_part_kind;

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

typedef struct lyh_part {
    lyh_part_kind kind;
    const char *opens[3];  /* elements that begin with it, outermost first */
    const char *closes[4]; /* and that end after it, innermost first */
    guint first;           /* of its pieces */
    guint count;

    const lyh_look *look; /* TEXT */
    lyh_run run;
    double indent;    /* the look's and what it stands inside of */
    GArray *lines;    /* lyh_line */
    unsigned level;   /* in the outline, 0 for none */
    bool is_bulleted; /* a bullet hangs before its first line */
    bool is_barred;   /* a bar runs down its left side */
    bool is_topped;   /* a short bar stands above it: the title */
    const lyh_display *figure;
    double scale; /* of the figure: below 1 when it is taller than a page */
    lyh_grid *grid;
} lyh_part;

typedef struct lyh_layout {
    const lyh_report *report;
    lyh_typesetter *typesetter;
    GArray *parts;       /* lyh_part */
    GArray *pieces;      /* lyh_piece */
    GStringChunk *texts; /* what was put together for print */
    double space;        /* wanted below the last part */
    guint section; /* first piece of the last heading, or of the headings right above it */
    size_t section_block; /* and its block */
    size_t page_count;
} lyh_layout;

/** Lay out and paginate. Free with lyh_layout_free(). */
lyh_layout *lyh_layout_new(const lyh_report *report);
/** NULL is fine. */
void lyh_layout_free(lyh_layout *layout);

/** Add the title page's parts, and those of one block. */
void lyh_layout_title(lyh_layout *layout);
void lyh_layout_block(lyh_layout *layout, size_t index);

/** Add a part of text; @text is copied. The part is lent until the next one is added. */
lyh_part *lyh_layout_text(lyh_layout *layout, const lyh_look *look, const char *text,
                          size_t lead, double indent);
/** Add a figure, or a table as a grid of cells (taken over). */
/** Points from the top of piece @first to the bottom of the last one, space above it left out. */
double lyh_layout_height(const lyh_layout *layout, guint first);
/** A figure small enough for a page that also holds @above points over it and @below under it. */
lyh_part *lyh_layout_figure(lyh_layout *layout, const lyh_display *figure, double above,
                            double below);
lyh_part *lyh_layout_grid(lyh_layout *layout, lyh_grid *grid);

/** Let every piece from @first to the last but one hold on to its next, at least as @keep. */
void lyh_layout_hold(lyh_layout *layout, guint first, lyh_keep keep);

/** Draw every part. */
void lyh_layout_draw(const lyh_layout *layout, lyh_pages *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_layout, lyh_layout_free)

#endif
