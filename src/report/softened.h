/**
 * Where programs that lay out a text themselves may break its long words: U+00AD at the joints of compounds.
 *
 * A browser and Word break a word that is wider than its line wherever the line ends, unless they are told better.
 */
#ifndef LYHORD_REPORT_SOFTENED_H
#define LYHORD_REPORT_SOFTENED_H

#include <lyhord/report/report.h>

/** @text with a soft hyphen at each joint of its long words that leaves four letters on both sides. g_free(). */
char *lyh_softened(const lyh_report *report, const char *text);

#endif
