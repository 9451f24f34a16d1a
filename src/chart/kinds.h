/**
 * What a kind of chart is made of; chart.c has the table of them.
 */
#ifndef LYHORD_CHART_KINDS_H
#define LYHORD_CHART_KINDS_H

#include "sheet.h"

/** Draws the rows of @sheet's table. */
typedef void (*lyh_chart_drawing)(lyh_sheet *sheet);
/** Has @table what the kind shows? */
typedef bool (*lyh_chart_test)(const lyh_table *table, const lyh_chart_options *options);

bool lyh_stapel_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_stapel_draw(lyh_sheet *sheet);

bool lyh_personprickar_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_personprickar_draw(lyh_sheet *sheet);

/**
 * The alternative text of a figure: "{type}. {finding}. {measure, population}, n = {N}. {label}
 * {k} av {n}, …", at most 300 characters; a list that is longer ends by pointing at the table.
 * With @all_columns a list for each column of counts, else of the one @options name. g_free().
 */
char *lyh_chart_alt(const char *type, bool all_columns, const lyh_table *table,
                    const lyh_chart_options *options);

#endif
