/**
 * The sheet a figure is laid out on: what every kind of chart has around and beside its marks.
 */
#ifndef LYHORD_CHART_SHEET_H
#define LYHORD_CHART_SHEET_H

#include <lyhord/chart/chart.h>
#include <lyhord/table/table.h>

#include "typesetter.h"

#define POINTS_PER_MM (72 / 25.4)

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

/** End: source, status and date under it, @alt as its description. The caller frees the display. */
lyh_display *lyh_sheet_end(lyh_sheet *sheet, const char *alt);

/** A heading over a block of rows, a group's name. */
void lyh_sheet_block(lyh_sheet *sheet, const char *name);

/** Marks need only @needed points of their room: values move in to stand beside them. */
void lyh_sheet_narrow(lyh_sheet *sheet, double needed);

/**
 * Begin the row of @label, whose marks are @height tall: its label and value are set, the sheet is
 * filled down to its end, and the middle of its marks is returned.
 */
double lyh_sheet_row(lyh_sheet *sheet, const char *label, const lyh_cell *cell,
                     double height);

/** Can the cell be shown as a row: a count of persons, or the sign that it is not shown? */
bool lyh_sheet_shows(const lyh_cell *cell);

/** The label of a row: the text of its first cell, "" when it has none. */
const char *lyh_sheet_label(const lyh_table *table, size_t row);

/** Does column @column hold "k av n"? */
bool lyh_sheet_has_counts(const lyh_table *table, size_t column);

/** A column that stands for a group: it has counts, or only signs that they are not shown. */
bool lyh_sheet_is_group(const lyh_table *table, size_t column);
size_t lyh_sheet_group_count(const lyh_table *table);

/** The first column of counts, @wanted if that is not 0 and is one, else LYH_NONE. */
size_t lyh_sheet_column(const lyh_table *table, size_t wanted);

/** The largest base in @column. */
int64_t lyh_sheet_largest_base(const lyh_table *table, size_t column);

/** The subtitle: measure, population, n. g_free(). */
char *lyh_sheet_subtitle(const lyh_table *table, const lyh_chart_options *options);

#endif
