/**
 * A text file that a person gave us: its name, its text, and where its lines start.
 *
 * The text is decoded to UTF-8 (not yet normalised), without a leading BOM, line ends as
 * they came. UTF-8 is expected; UTF-16 with a BOM and Windows-1252 are read with a warning
 * that names them; anything else is an error at the byte that shows it (docs/architecture.md §3).
 */
#ifndef LYHORD_BASE_SOURCE_H
#define LYHORD_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/error.h>

typedef struct lyh_diags lyh_diags;
typedef struct lyh_source lyh_source;

/** Bytes of a file, zero-terminated beyond @size for convenience. */
typedef struct lyh_bytes {
    char *data; /* free() */
    size_t size;
} lyh_bytes;

/** Caps on what is read, in bytes. */
#define LYH_MAX_TRANSCRIPT ((size_t)64 << 20)
#define LYH_MAX_TABLE ((size_t)64 << 20)

/** What a source holds decides whether its lines may be shown in messages. */
typedef enum lyh_source_kind {
    LYH_SOURCE_TABLE, /* CSV, ini: lines are shown under a diagnostic */
    LYH_SOURCE_TRANSCRIPT /* people's words: never shown unless asked for; also warned about odd characters */
} lyh_source_kind;

/**
 * Read the bytes of a regular file of at most @max bytes, refused by its size before reading.
 * Opened without blocking: a FIFO, device or folder is LYH_ERROR_NO_INPUT. A file that is too
 * large is LYH_ERROR_DATA with EFBIG.
 */
bool lyh_file_read(const char *path, size_t max, lyh_bytes *bytes, lyh_error *error);

/**
 * Read and decode @path. NULL when the machine fails (@error is set) or when the file is
 * not text (the diagnostics say where, and @error is LYH_ERROR_DATA). Free with lyh_source_free().
 */
lyh_source *lyh_source_read(const char *path, lyh_source_kind kind, lyh_diags *diags,
                            lyh_error *error);

/**
 * The same from memory, at most 128 MiB: @name is what messages call it; the bytes are copied.
 * NULL: see @diags.
 */
lyh_source *lyh_source_from_bytes(const char *name, lyh_source_kind kind, const void *bytes,
                                  size_t size, lyh_diags *diags);

/**
 * The same of bytes that stay as they are as long as the source, and that a zero ends: where they are
 * text as it is wanted, nothing is copied.
 */
lyh_source *lyh_source_lent(const char *name, lyh_source_kind kind, const lyh_bytes *bytes,
                            lyh_diags *diags);

/** NULL is fine. */
void lyh_source_free(lyh_source *source);

const char *lyh_source_name(const lyh_source *source);
lyh_source_kind lyh_source_kind_of(const lyh_source *source);
/** The decoded text, zero-terminated; it holds no NUL. */
const char *lyh_source_text(const lyh_source *source);
size_t lyh_source_size(const lyh_source *source);
/**
 * Is all of it ASCII, letters of Latin-1, dashes, quotation marks and dots (U+2010 to U+2027), with
 * no controls but tab, LF and CR? Such text is NFC.
 */
bool lyh_source_is_ordinary(const lyh_source *source);

/** Line of a byte offset, from 1. CRLF, LF and CR end a line, each counted once. */
size_t lyh_source_line(const lyh_source *source, size_t offset);
/** Column of a byte offset, in characters from 1. */
size_t lyh_source_column(const lyh_source *source, size_t offset);
/** Byte range of line @line (from 1), without its end. */
void lyh_source_line_span(const lyh_source *source, size_t line, size_t *start,
                          size_t *end);
/** The byte of the file itself that offset @offset of the decoded text came from, BOM counted. */
size_t lyh_source_byte(const lyh_source *source, size_t offset);

#endif
