/**
 * An excerpt of an interview that stands by itself in somebody's file: what was said, as a document.
 *
 * For passages whose speakers another program or a person has parted already, so that no marks are looked for.
 */
#ifndef LYHORD_INGEST_EXCERPT_H
#define LYHORD_INGEST_EXCERPT_H

#include <lyhord/corpus/document.h>

/** What one speaker says; texts are NFC and end lines with LF. */
typedef struct lyh_said {
    const char *speaker; /* a mark such as "I", or "" */
    const char *text;
} lyh_said;

/**
 * A document called @name, from line @line (from 1) of the file @path, with a turn for each of the @count in
 * @said that holds words. Asides and quotations are found as in a transcript; a bracket that is never
 * closed is told to @diags.
 *
 * Respondents are whoever is called @respondent (may be "") and all whose mark says so. Where
 * there is none, all whose mark does not say another role are, and their certainty is LYH_CERTAINTY_GUESSED.
 * Free with lyh_document_free().
 */
lyh_document *lyh_ingest_excerpt(const char *name, const char *path, size_t line,
                                 const lyh_said *said, size_t count, const char *respondent,
                                 lyh_diags *diags);

#endif
