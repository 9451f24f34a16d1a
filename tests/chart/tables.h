/**
 * Small tables for tests of figures and pages.
 */
#ifndef LYHORD_TESTS_CHART_TABLES_H
#define LYHORD_TESTS_CHART_TABLES_H

#include <stddef.h>

#include <lyhord/chart/chart.h>
#include <lyhord/table/table.h>

/** Twelve themes' worth of labels, short and long, and how many of twelve. */
lyh_table *themes_table(void);

/** Five themes by three groups, of 7, 5 and 9 persons; the last theme is hidden in one. */
lyh_table *groups_table(void);

/** A table of one row a label, all "7 av @base". */
lyh_table *labels_table(const char *const *labels, size_t count, size_t base);

/** Fifty long Swedish compounds; *@count of them. */
const char *const *long_compounds(size_t *count);

/** A lyh_joint that knows the joints of those compounds and of the tables' labels. */
size_t known_joint(void *user, const char *word, size_t size, size_t most);

#endif
