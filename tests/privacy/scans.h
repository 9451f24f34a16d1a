/**
 * Texts scanned in one call, for the tests.
 */
#ifndef LYHORD_TESTS_PRIVACY_SCANS_H
#define LYHORD_TESTS_PRIVACY_SCANS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/privacy/findings.h>

/** A scanner of a study whose codes are a town, a role and a number. */
lyh_scanner *scanner_of_towns(void);

/** "telefon <070-174 06 05>, namn <Anna>": what is found in @text, in order; g_free(). */
char *found_in(const char *text);

/** found_in(@text) is @expected. */
void assert_found(const char *text, const char *expected);

/** Does the scan find a @kind that takes all of @part, the first in @text? */
bool finds(const char *text, lyh_finding_kind kind, const char *part);

#endif
