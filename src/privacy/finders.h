/**
 * The finders behind the scan: each knows a family of classes and adds what it finds.
 */
#ifndef LYHORD_PRIVACY_FINDERS_H
#define LYHORD_PRIVACY_FINDERS_H

#include <glib.h>

#include <lyhord/privacy/findings.h>

/* Each adds lyh_finding to @findings in the order of the text; theirs may overlap each other's. */

/** Personnummer and samordningsnummer: date and check digit. */
void find_personnummer(const char *text, size_t size, GArray *findings);

#endif
