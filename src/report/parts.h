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
#include "looks.h"
#include "pages.h"
#include "printed.h"

typedef enum lyh_part_kind { LYH_PART_TEXT, LYH_PART_FIGURE, LYH_PART_GRID } lyh_part_kind;

/** Bytes of a text that are of one kind: what leads somewhere is a link. */
typedef struct lyh_mark {
    lyh_span_kind kind;
    size_t start;
    size_t end;
    size_t target; /* block, or LYH_NONE */
} lyh_mark;

typedef struct lyh_part {
    lyh_part_kind kind;
    const char *opens[4];  /* elements that begin with it, outermost first */
    const char *closes[6]; /* and that end after it, innermost first */
    guint first;           /* of its pieces */
    guint count;

    const lyh_look *look; /* TEXT */
    lyh_run run;
    double indent;    /* the look's and what it stands inside of */
    GArray *lines;    /* lyh_line */
    GArray *marks;    /* lyh_mark, of the whole text; NULL: it leads nowhere */
    unsigned level;   /* in the outline, 0 for none */
    bool is_bulleted; /* a bullet hangs before its first line */
    bool is_barred;   /* a bar runs down its left side */
    bool is_topped;   /* a short bar stands above it: the title */
    bool is_entry;    /* of the contents: the page it leads to stands at its right */
    size_t note;      /* the footnote's number, 0 for what is none */
    bool
        is_at_foot; /* of the page of its piece, @foot_offset below the upper edge of its footnotes */
    double foot_offset;
    const lyh_display *figure;
    double scale; /* of the figure: below 1 when it is taller than a page */
    lyh_grid *grid;
} lyh_part;

#define LYH_NO_PART G_MAXUINT

typedef struct lyh_layout {
    const lyh_report *report;
    lyh_typesetter *typesetter;
    GArray *parts;       /* lyh_part */
    GArray *pieces;      /* lyh_piece */
    GArray *block_parts; /* guint a block: its first part, or LYH_NO_PART */
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
/** The contents at @index: a line a heading, nested as they are. */
void lyh_layout_contents(lyh_layout *layout, size_t index);
/** The footnotes that follow block @index. What its last part closes is closed after them. */
void lyh_layout_footnotes(lyh_layout *layout, size_t index);

/** Add a part of text; @text is copied. The part is lent until the next one is added. */
lyh_part *lyh_layout_text(lyh_layout *layout, const lyh_look *look, const char *text,
                          size_t lead, double indent);
/**
 * Add a footnote to the last line there is: at the foot of its page, or, when it takes half a page or @is_below, right
 * below it.
 */
lyh_part *lyh_layout_note(lyh_layout *layout, const lyh_look *look, const char *text,
                          bool is_below);
/** Points from the top of piece @first to the bottom of the last one, space above it left out. */
double lyh_layout_height(const lyh_layout *layout, guint first);
/** A figure small enough for a page that also holds @above points over it and @below under it. */
lyh_part *lyh_layout_figure(lyh_layout *layout, const lyh_display *figure, double above,
                            double below);
/** A table as a grid of cells (taken over). */
lyh_part *lyh_layout_grid(lyh_layout *layout, lyh_grid *grid);

/** Let every piece from @first to the last but one hold on to its next, at least as @keep. */
void lyh_layout_hold(lyh_layout *layout, guint first, lyh_keep keep);

/** Draw every part. */
void lyh_layout_draw(const lyh_layout *layout, lyh_pages *pages);

/** Where line @line of @part, a text, stands: its page; its upper edge goes to @y. */
size_t lyh_layout_line_place(const lyh_layout *layout, const lyh_part *part, guint line,
                             double *y);

/** The spans of block @index, as they can be set. */
GArray *lyh_layout_spans(const lyh_report *report, size_t index);

/** The spans of a text as marks; NULL when nothing in it leads anywhere. g_array_unref(). */
GArray *lyh_layout_marks(const GArray *spans);

/** Draw lines @first to @end of @part, all on the current page. */
void lyh_layout_draw_lines(const lyh_layout *layout, const lyh_part *part, lyh_pages *pages,
                           guint first, guint end);
/** The number of a footnote, with the way back. */
void lyh_layout_draw_label(const lyh_layout *layout, const lyh_part *part,
                           lyh_pages *pages);
/** The page that an entry of the contents leads to, at its right. */
void lyh_layout_draw_page_number(const lyh_layout *layout, const lyh_part *part,
                                 lyh_pages *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_layout, lyh_layout_free)

#endif
