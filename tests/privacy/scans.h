/**
 * Texts scanned in one call, for the tests.
 */
#ifndef LYHORD_TESTS_PRIVACY_SCANS_H
#define LYHORD_TESTS_PRIVACY_SCANS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/privacy/findings.h>

/** A scanner of a study whose codes are a town, a role and a number; without a dictionary. */
lyh_scanner *scanner_of_towns(void);

/** The same for text whose lines were wrapped. */
lyh_scanner *scanner_of_wrapped_lines(void);

/** The dictionary of hunspell, kept to the end; NULL where it is not installed. */
lyh_lexicon *swedish_lexicon(void);

/** The same as scanner_of_towns() with the dictionary of hunspell; NULL where it is not installed. */
lyh_scanner *scanner_with_dictionary(void);

/** "telefon <070-174 06 05>, namn <Anna>": what is found in @text, in order, without doubts; g_free(). */
char *found_in(const char *text);

/** found_in(@text) is @expected. */
void assert_found(const char *text, const char *expected);

/** The same with the dictionary; true without a look where it is not installed. */
void assert_found_with_dictionary(const char *text, const char *expected);

/** "tveksamt <gnarp>": all that is worth a look in @text, with the dictionary; true where it is not installed. */
void assert_doubted(const char *text, const char *expected);

/** Does the scan find a @kind that takes all of @part, the first in @text? */
bool finds(const char *text, lyh_finding_kind kind, const char *part);

#endif
