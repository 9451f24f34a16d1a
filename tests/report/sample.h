/**
 * A report with every kind of block, long enough to break over pages everywhere it can.
 */
#ifndef LYHORD_TESTS_REPORT_SAMPLE_H
#define LYHORD_TESTS_REPORT_SAMPLE_H

#include <lyhord/report/report.h>

/** In Swedish; @status as lyh_report_info has it. The caller frees it. */
lyh_report *sample_report(const char *status);

#endif
