/**
 * transcripts.csv: what people decided about each transcript.
 *
 * Columns `fil;respondent;intervjuare;respondentmärke;medlyssnare;anm`. A document may have
 * several rows, one a person (respondentmärke joins mark to id); a mark cell may hold several
 * marks separated by `|`.
 */
#ifndef LYHORD_INGEST_TRANSCRIPTS_H
#define LYHORD_INGEST_TRANSCRIPTS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/output.h>
#include <lyhord/corpus/document.h>
#include <lyhord/corpus/respondents.h>

typedef struct lyh_transcripts lyh_transcripts;

/** NULL when there are errors. Free with lyh_transcripts_free(). */
lyh_transcripts *lyh_transcripts_read(const lyh_source *source, lyh_diags *diags);
/** NULL is fine. */
void lyh_transcripts_free(lyh_transcripts *transcripts);

/** Warn, in @path, of every mark that the rows give @document and none of its turns begins with. */
void lyh_transcripts_check_marks(const lyh_transcripts *transcripts,
                                 const lyh_document *document, const char *path,
                                 lyh_diags *diags);

/** How many rows there are. */
size_t lyh_transcripts_count(const lyh_transcripts *transcripts);
/** The document that row @index (from 0) speaks of, and the row's @line in the file. Lent. */
const char *lyh_transcripts_document(const lyh_transcripts *transcripts, size_t index,
                                     size_t *line);

/** Does any row speak of @document? */
bool lyh_transcripts_has(const lyh_transcripts *transcripts, const char *document);

/** The role people gave @mark in @document, or LYH_ROLE_UNKNOWN when they said nothing. */
lyh_role lyh_transcripts_role(const lyh_transcripts *transcripts, const char *document,
                              const char *mark);

/** The id of the person who speaks under @mark in @document, "" when nobody said. Lent. */
const char *lyh_transcripts_respondent(const lyh_transcripts *transcripts,
                                       const char *document, const char *mark);

/** Write transcripts.csv as proposed from @count documents; ids from @respondents (may be NULL). */
bool lyh_transcripts_write(lyh_output *output, const lyh_document *const *documents,
                           size_t count, const lyh_respondents *respondents);

#endif
