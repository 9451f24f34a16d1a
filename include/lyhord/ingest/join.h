/**
 * Whose words are these? Join every respondent turn to a person.
 *
 * Order (docs/architecture.md): transcripts.csv; a closing `(Respondent XX)` after a block;
 * the file name, when it is an id or holds just one as a word of its own; the scheme, a pattern
 * of ids that need no respondents.csv. Two that contradict each other are an error.
 *
 * A document with several numbered respondents (IP1 and IP2 of a group, "Berättelse 3" of a
 * collection) has a person for each, whose id is the mark, its number, or the document's name
 * and one of them ("fokus-IP1", "vitbok-3"); there the file's name says nothing of anyone.
 */
#ifndef LYHORD_INGEST_JOIN_H
#define LYHORD_INGEST_JOIN_H

#include <stdbool.h>

#include <lyhord/corpus/document.h>
#include <lyhord/corpus/respondents.h>
#include <lyhord/corpus/scheme.h>
#include <lyhord/ingest/transcripts.h>

typedef struct lyh_join {
    const lyh_transcripts *transcripts; /* or NULL */
    lyh_respondents *respondents;       /* grows only when @is_open */
    /* no respondents.csv: an id nobody declared is a new respondent, not an error */
    bool is_open;
    const lyh_scheme *scheme; /* `[groups] scheme` of lyhord.ini, or NULL */
} lyh_join;

/**
 * Give every respondent turn of @document its respondent. A document whose person is not in
 * respondents.csv is an error that names the file; without any sign of a person, and when
 * @join->is_open, the document's own name is the id. False when there were errors.
 */
bool lyh_join_document(const lyh_join *join, lyh_document *document, lyh_diags *diags);

#endif
