/**
 * From a file as people have it to a document: format, text, turns.
 *
 * Formats are told by content, not only by name, and stand behind one struct of functions
 * (src/ingest/formats/format.h). Speakers are found and their roles proposed; an unknown
 * mark is said, never guessed silently.
 */
#ifndef LYHORD_INGEST_INGEST_H
#define LYHORD_INGEST_INGEST_H

#include <stdbool.h>

#include <lyhord/corpus/document.h>
#include <lyhord/ingest/guide.h>
#include <lyhord/ingest/transcripts.h>
#include <lyhord/language/lexicon.h>

typedef struct lyh_ingest_options {
    bool is_plain;                      /* no turns, no repair: decoding, LF, NFC only */
    const lyh_transcripts *transcripts; /* what people decided about marks, or NULL */
    const lyh_guide *guide;             /* questions that turns are tied to, or NULL */
    /* decides line-end hyphens that the text itself does not, or NULL */
    lyh_lexicon *lexicon;
} lyh_ingest_options;

/**
 * Read the transcript @path. Findings go to @diags with their place. NULL when it cannot be
 * read: @error says whether it is missing (NO_INPUT) or wrong (DATA, and @diags says how).
 * Free with lyh_document_free(). A file without marks is one person's words, or the
 * editor's when it looks like a report, with a warning.
 */
lyh_document *lyh_ingest_read(const char *path, const lyh_ingest_options *options,
                              lyh_diags *diags, lyh_error *error);

/** The same for bytes at hand; @path names them and decides the format where content cannot. */
lyh_document *lyh_ingest_bytes(const char *path, const lyh_bytes *bytes,
                               const lyh_ingest_options *options, lyh_diags *diags);

/** Is a file of this name one that we read as a transcript (.csv, .docx, .md, .odt, .pdf, .srt, .txt, .vtt)? */
bool lyh_ingest_takes(const char *path);

/** The document name of a path: no folder, no extension, NFC. free(). */
char *lyh_ingest_name(const char *path);

#endif
