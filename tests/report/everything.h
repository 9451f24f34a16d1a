/**
 * A report with every kind of block in the places where they are hardest to set: tables over three
 * pages, a row taller than one, words wider than a column, quotes over a page's end, footnotes on its
 * last line, links to what comes before and after.
 */
#ifndef LYHORD_TESTS_REPORT_EVERYTHING_H
#define LYHORD_TESTS_REPORT_EVERYTHING_H

#include <lyhord/report/report.h>

/** In @language; the caller frees it. */
lyh_report *everything_report(const char *language);

#endif
