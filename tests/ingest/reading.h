/**
 * Reading small transcripts from memory, and showing what came out as one string.
 */
#ifndef LYHORD_TESTS_INGEST_READING_H
#define LYHORD_TESTS_INGEST_READING_H

#include <glib.h>

#include <lyhord/ingest/ingest.h>

#include "../../src/base/autoptr.h"
#include "../../src/corpus/autoptr.h"
#include "../../src/ingest/autoptr.h"

/* A document and everything said about it. */
typedef struct reading {
    lyh_diags *diags;
    lyh_document *document;
} reading;

reading read_text(const char *text);
reading read_named(const char *path, const char *bytes, size_t size,
                   const lyh_ingest_options *options);
void reading_clear(reading *it);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(reading, reading_clear)

/** "I interviewer: Vad?\nB respondent: Ja." g_free(). */
char *turns_of(const reading *it);
/** The codes of all diagnostics, with a space between. g_free(). */
char *codes_of(const reading *it);
/** The asides, with '|' between. g_free(). */
char *asides_of(const reading *it);

void assert_turns(const char *text, const char *expected);
void assert_codes(const char *text, const char *expected);

lyh_transcripts *transcripts_from(const char *csv, lyh_diags *diags);
lyh_respondents *respondents_from(const char *csv, lyh_diags *diags);

/** A file of the material outside the project, or NULL when there is none (the test is skipped). */
char *material(const char *path);
/** A file of the project itself. g_free(). */
char *project_file(const char *path);

#endif
