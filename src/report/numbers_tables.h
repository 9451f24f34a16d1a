/**
 * What the tables of a report print, by what it is called: the oracle of lyhord/report/numbers.h.
 *
 * A label is compared folded, without the dash that stands before what is below a theme.
 */
#ifndef LYHORD_REPORT_NUMBERS_TABLES_H
#define LYHORD_REPORT_NUMBERS_TABLES_H

#include <glib.h>

#include <lyhord/report/numbers.h>

/** What is printed of one label, or of all. */
typedef struct tabled_numbers {
    GHashTable *counts;   /* "7/12", owned */
    GHashTable *percents; /* "58", "28,9", owned */
} tabled_numbers;

typedef struct tabled_labels {
    GHashTable *by_label; /* folded label to tabled_numbers, both owned */
    GHashTable *groups; /* folded headings of columns that nobody knows: no labels; owned */
    GHashTable *subjects; /* folded labels that are not only alternatives; owned */
    GPtrArray *keys;      /* of by_label, those that are labels, the longest first */
    tabled_numbers all;
} tabled_labels;

/** Fill @labels from every table of @report and from what is @known. tabled_labels_clear(). */
void tabled_labels_read(tabled_labels *labels, const lyh_report *report,
                        const lyh_known_count *known, size_t known_count);
void tabled_labels_clear(tabled_labels *labels);

/** @label as it is compared. g_free(). */
char *tabled_fold(const char *label);
/** A per cent as it is compared, the last @decimals digits of @number behind the comma: "58", "28,9". g_free(). */
char *tabled_percent(int64_t number, unsigned decimals);
/** Of two strings (const char **): the longer one first, then by bytes. */
int tabled_longest_first(const void *a, const void *b);
/** Does anything print a number of it? */
bool tabled_has_any(const tabled_numbers *numbers);

#endif
