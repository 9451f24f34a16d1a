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

/** What its alternative text lists, one "label number" each; GPtrArray of char *. */
typedef GPtrArray *(*lyh_chart_entries)(const lyh_table *table,
                                        const lyh_chart_options *options);

bool lyh_likert_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_likert_draw(lyh_sheet *sheet);
GPtrArray *lyh_likert_entries(const lyh_table *table, const lyh_chart_options *options);

bool lyh_matris_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_matris_draw(lyh_sheet *sheet);

bool lyh_personprickar_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_personprickar_draw(lyh_sheet *sheet);

bool lyh_prick_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_prick_draw(lyh_sheet *sheet);

bool lyh_samforekomst_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_samforekomst_draw(lyh_sheet *sheet);
GPtrArray *lyh_samforekomst_entries(const lyh_table *table,
                                    const lyh_chart_options *options);

bool lyh_stapel_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_stapel_draw(lyh_sheet *sheet);

bool lyh_tidslinje_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_tidslinje_draw(lyh_sheet *sheet);
GPtrArray *lyh_tidslinje_entries(const lyh_table *table, const lyh_chart_options *options);

bool lyh_typologi_can(const lyh_table *table, const lyh_chart_options *options);
void lyh_typologi_draw(lyh_sheet *sheet);
GPtrArray *lyh_typologi_entries(const lyh_table *table, const lyh_chart_options *options);

/** The entries of tables of "k av n": "label k av n", for each of @columns that of its group before its first. */
GPtrArray *lyh_chart_counts(const lyh_table *table, const lyh_chart_options *options,
                            const GArray *columns);

/**
 * The alternative text of a figure: "{type}. {finding}. {measure, population}, n = {base}. {entry}, …",
 * at most 300 characters; a list that is longer ends by pointing at the table. With @base 0 no n
 * is told: there are several, or it is among what the measure tells.
 */
char *lyh_chart_alt(const char *type, const lyh_table *table,
                    const lyh_chart_options *options, int64_t base,
                    const GPtrArray *entries);

#endif
