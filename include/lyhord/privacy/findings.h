/**
 * Text in, findings out: what in a text points at a person.
 *
 * The first finder knows personnummer and samordningsnummer. A finding is a place and a class,
 * never a promise that nothing else is there.
 */
#ifndef LYHORD_PRIVACY_FINDINGS_H
#define LYHORD_PRIVACY_FINDINGS_H

#include <stddef.h>

typedef enum lyh_finding_kind {
    LYH_FINDING_PERSONNUMMER,      /* date and check digit right (Luhn; SKV 704) */
    LYH_FINDING_SAMORDNINGSNUMMER, /* the same with 60 added to the day (SKV 707) */
    LYH_FINDING_LIKE_PERSONNUMMER /* the shape and a possible date, but the check digit is wrong */
} lyh_finding_kind;

typedef struct lyh_finding {
    size_t start, end; /* bytes */
    lyh_finding_kind kind;
} lyh_finding;

/** "personnummer", "samordningsnummer", "like a personnummer": what messages call a kind. */
const char *lyh_finding_name(lyh_finding_kind kind);

/** All findings in @size bytes of UTF-8, in order; @count of them. free(); NULL when none. */
lyh_finding *lyh_findings_in(const char *text, size_t size, size_t *count);

#endif
