/**
 * The sheet a figure is laid out on: what every kind of chart has around and beside its marks.
 */
#ifndef LYHORD_CHART_SHEET_H
#define LYHORD_CHART_SHEET_H

#include <lyhord/chart/chart.h>
#include <lyhord/table/table.h>

#include "typesetter.h"

#define POINTS_PER_MM (72 / 25.4)

/** From the baseline of one line of labels to the next, in points. */
#define LYH_LEADING 11.6
/** From the middle of a line of labels to its baseline. */
#define LYH_DROP 3.25
/** Text of the sheet: labels and numbers, what is beside the point, names of parts, numbers to be seen first. */
extern const lyh_style lyh_label_style, lyh_small_style, lyh_block_style, lyh_number_style;

/** Where the parts of a row stand, from the sheet's left edge. */
typedef struct lyh_lanes {
    double label_width; /* labels are right-aligned at label_x, or stand above the marks */
    double label_x;
    bool is_label_above; /* on a narrow sheet */
    double start;        /* marks begin */
    double room;         /* for marks */
    double value_x;      /* "9 av 12" ends, to the right of the marks */
    double value_width;  /* of the widest value */
} lyh_lanes;

typedef struct lyh_sheet {
    const lyh_table *table;
    const lyh_chart_options *options;
    lyh_typesetter *typesetter;
    lyh_display *display;
    lyh_lanes lanes;
    double width;
    double y; /* filled down to here */
} lyh_sheet;

/** Begin: finding and subtitle are on it; lanes are cut so that every value of @table fits. */
void lyh_sheet_begin(lyh_sheet *sheet, const lyh_table *table,
                     const lyh_chart_options *options);

/** How wide a sheet is, in points; and its lanes, for who asks whether a table has room. */
double lyh_sheet_points(const lyh_chart_options *options);
void lyh_sheet_cut_lanes(lyh_sheet *sheet);

/** End: source, status and date under it, @alt as its description. The caller frees the display. */
lyh_display *lyh_sheet_end(lyh_sheet *sheet, const char *alt);

/** A heading over a block of rows, a group's name. */
void lyh_sheet_block(lyh_sheet *sheet, const char *name);

/** A line of its own about how the figure is to be read, over its whole width. */
void lyh_sheet_note(lyh_sheet *sheet, const char *text);

/* ---- laying out, for kinds that are no list of rows (sheet_text.c, sheet_marks.c) ---- */

/** One line of text, its baseline at @baseline, aligned about @x. */
void lyh_sheet_text(lyh_sheet *sheet, double x, double baseline, lyh_align align,
                    const lyh_style *style, const char *text);

/**
 * @text in balanced lines of at most @width points; where more than @most would be needed the last one ends
 * in an ellipsis (0: as many as it takes). GPtrArray of char *.
 */
GPtrArray *lyh_sheet_lines(lyh_sheet *sheet, const char *text, const lyh_style *style,
                           double width, size_t most);

/** The same as running text: lines are filled, none is left out. */
GPtrArray *lyh_sheet_paragraph(lyh_sheet *sheet, const char *text, const lyh_style *style,
                               double width);

/** Lines of labels one below the other, from @top on. */
void lyh_sheet_stack(lyh_sheet *sheet, const GPtrArray *lines, double x, double top,
                     lyh_align align, const lyh_style *style);

/** A rectangle; LYH_NO_COLOUR for what it lacks; its edge is half a point wide. */
void lyh_sheet_rect(lyh_sheet *sheet, double x, double y, double width, double height,
                    uint32_t fill, uint32_t edge);

/** A straight line @thickness points wide. */
void lyh_sheet_rule(lyh_sheet *sheet, double x, double y, double width, double height,
                    uint32_t colour, double thickness);

/** White strokes within a filled rectangle: what tells it apart without colour. */
typedef enum lyh_hatch { LYH_HATCH_NONE, LYH_HATCH_SLANTING, LYH_HATCH_UPRIGHT } lyh_hatch;

void lyh_sheet_hatch(lyh_sheet *sheet, double x, double y, double width, double height,
                     lyh_hatch hatch);

/** Width of @text on one line, in points. */
double lyh_sheet_width(lyh_sheet *sheet, const char *text, const lyh_style *style);

/** A text in the middle of a filled rectangle, in the colour that stands out from @ground. */
void lyh_sheet_text_on(lyh_sheet *sheet, double x, double middle, uint32_t ground,
                       const lyh_style *style, const char *text);

/** What a mark stands for. */
typedef struct lyh_key {
    const char *text;
    uint32_t fill; /* of a marker and of a rectangle */
    uint32_t edge; /* of a rectangle, or LYH_NO_COLOUR */
    bool is_marker;
    lyh_hatch hatch; /* of a rectangle */
    lyh_shape shape; /* of a marker */
} lyh_key;

/** A legend over the figure's whole width; keys that do not fit on a line begin the next one. */
void lyh_sheet_legend(lyh_sheet *sheet, const lyh_key *keys, size_t count);

/** The shape of every group in turn, and its colour. */
#define LYH_GROUPS 4
extern const uint32_t lyh_group_colours[LYH_GROUPS];

/** Colours of shares, the palest first; those of LYH_PALE and below need an edge. */
#define LYH_CLASSES 5
extern const uint32_t lyh_class_colours[LYH_CLASSES];
uint32_t lyh_class_edge(size_t class);

/**
 * How many quarters of its base a count is more than: 0 for nobody, 1 up to a quarter, 2 up to half, 3 up to three
 * quarters, 4 above.
 */
size_t lyh_share_class(const lyh_cell *cell);

/** Marks need only @needed points of their room: values move in to stand beside them. */
void lyh_sheet_narrow(lyh_sheet *sheet, double needed);

/**
 * Begin the row of @label, whose marks are @height tall: its label and value are set, the sheet is
 * filled down to its end, and the middle of its marks is returned.
 */
double lyh_sheet_row(lyh_sheet *sheet, const char *label, const lyh_cell *cell,
                     double height);

/** The same without a value: the middle of a row that is at least @height tall, @gap from the next. */
double lyh_sheet_labelled(lyh_sheet *sheet, const char *label, double height, double gap);

/** Can the cell be shown as a row: a count of persons, or the sign that it is not shown? */
bool lyh_sheet_shows(const lyh_cell *cell);

/** The label of a row: the text of its first cell, "" when it has none. */
const char *lyh_sheet_label(const lyh_table *table, size_t row);

/** Does column @column hold "k av n"? */
bool lyh_sheet_has_counts(const lyh_table *table, size_t column);

/** A column that stands for a group: it has counts, or only signs that they are not shown. */
bool lyh_sheet_is_group(const lyh_table *table, size_t column);
size_t lyh_sheet_group_count(const lyh_table *table);

/**
 * Columns of groups without the one of everybody ("all"), unless there is no other; only @wanted if that is
 * not 0. GArray of size_t.
 */
GArray *lyh_sheet_groups(const lyh_table *table, size_t wanted);

/** The column called "@column's name @suffix", or LYH_NONE: "percent", "low", "high". */
size_t lyh_sheet_beside(const lyh_table *table, size_t column, const char *suffix);

/** The first column of counts, @wanted if that is not 0 and is one, else LYH_NONE. */
size_t lyh_sheet_column(const lyh_table *table, size_t wanted);

/** The largest base in @column. */
int64_t lyh_sheet_largest_base(const lyh_table *table, size_t column);

/** The subtitle: measure, population, n. g_free(). */
char *lyh_sheet_subtitle(const lyh_table *table, const lyh_chart_options *options);

#endif
