/**
 * What the writers of the formats share: the work to be done, and the bytes they make.
 */
#ifndef LYHORD_INGEST_REWRITE_PRIVATE_H
#define LYHORD_INGEST_REWRITE_PRIVATE_H

#include <lyhord/base/archive_write.h>
#include <lyhord/ingest/rewrite.h>

#include <glib.h>

/* A file to be written anew. Borrows everything. */
struct rewriting {
    const char *path;
    const lyh_bytes *bytes;
    const lyh_document *document;
    const lyh_edit *edits;
    size_t count;
    lyh_diags *diags;
};

/* How far a text file may be changed so that it reads as it should. */
enum rewrite_care {
    REWRITE_BYTES,      /* nothing but the edits */
    REWRITE_PARAGRAPHS, /* a paragraph with an edit becomes one line */
    REWRITE_ALL         /* the document text, its paragraphs parted by blank lines */
};

#define REWRITE_CARES ((size_t)REWRITE_ALL + 1)

/** The document text with the edits made. */
GString *rewrite_expected(const struct rewriting *work);

/** The file as text, in the encoding it has where that holds the edits. NULL: see the diagnostics. */
GString *rewrite_text(const struct rewriting *work, enum rewrite_care care);

/** The file as a new Word or OpenDocument file. NULL: see the diagnostics. */
GString *rewrite_docx(const struct rewriting *work);
GString *rewrite_odt(const struct rewriting *work);

/** lyh_archive_write() into a string. */
GString *rewrite_zip(const lyh_member *members, size_t count);

#endif
