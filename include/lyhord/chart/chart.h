/**
 * A table laid out as a figure.
 *
 * A chart shows what the table holds and nothing else; it knows no interviews. The first column is
 * labels. A label has two lines at most and is cut with an ellipsis; on a sheet narrower than 120 mm
 * labels stand above their marks. A hidden count is "..", and has no mark.
 *
 * | kind          | table                                                                            |
 * |---------------|----------------------------------------------------------------------------------|
 * | likert        | a row a question: 2-5 columns step_1 … of LYH_CELL_OF in the order of the scale, |
 * |               | beside each perhaps "step_1 percent"; aside_1 … for answers that are no step     |
 * | matris, prick | columns of LYH_CELL_OF, one a group ("all" is left out where there are others);  |
 * |               | prick: at most four, each perhaps with "NAME low", "NAME high" beside it         |
 * | personprickar | columns of LYH_CELL_OF, of 40 persons at most                                    |
 * | samforekomst  | a square of LYH_CELL_COUNT, its columns called as its rows are                   |
 * | stapel        | a column of LYH_CELL_OF                                                          |
 * | tidslinje     | "timeline": a column of LYH_CELL_COUNT for each part of an interview             |
 * | typologi      | "typology": for each column a text and LYH_CELL_OF                               |
 */
#ifndef LYHORD_CHART_CHART_H
#define LYHORD_CHART_CHART_H

#include <stddef.h>

#include <lyhord/base/catalog.h>
#include <lyhord/chart/display.h>
#include <lyhord/table/table.h>

/**
 * Where @word may be broken: the byte offset of a compound joint such that the first part is at
 * most @most bytes, or 0. Passed by the caller because charts know no language.
 */
typedef size_t (*lyh_joint)(void *user, const char *word, size_t size, size_t most);

typedef struct lyh_chart_options {
    const char *finding; /* the figure's title: "Nio av tolv …" */
    /* the subtitle: measure, population, n; NULL: from the table's parts */
    const char *measure;
    const lyh_catalog *catalog; /* language of "av" and of the alternative text */
    double width;               /* mm: 160, or 78 for half; 0: 160 */
    /**
     * The value column to show; 0: stapel shows the first with OF cells, kinds that compare groups
     * all of them (personprickar: a block each).
     */
    size_t column;
    lyh_joint joint; /* may be NULL */
    void *joint_user;
} lyh_chart_options;

/** One row of the table of kinds, in alphabetical order. */
typedef struct lyh_chart_kind {
    const char *name;     /* "likert", "matris" … */
    const char *question; /* msgid: which question it answers */
} lyh_chart_kind;

size_t lyh_chart_kind_count(void);
const lyh_chart_kind *lyh_chart_kind_at(size_t index);
/** Index of the kind called @name, or LYH_NONE. */
size_t lyh_chart_kind_find(const char *name);

/**
 * Lay out @table as chart kind @kind. NULL when the table has nothing that kind can show
 * (see above, or so many groups that their cells have no room): the caller says so. Free with lyh_display_free().
 */
lyh_display *lyh_chart_new(size_t kind, const lyh_table *table,
                           const lyh_chart_options *options);

#endif
