/**
 * A format of transcripts: how to know it, and how to read it into lines.
 */
#ifndef LYHORD_INGEST_FORMAT_H
#define LYHORD_INGEST_FORMAT_H

#include "../lines.h"

struct format {
    const char *extension; /* ".docx", compared without case */
    const char *name;      /* what messages call it */

    /** Do the bytes themselves show this format? NULL: nothing in them does. */
    bool (*recognises)(const lyh_bytes *bytes);

    /** NULL when the bytes cannot be read: see @diags. */
    line_list *(*read)(const char *path, const lyh_bytes *bytes, lyh_diags *diags);
};

extern const struct format format_csv;
extern const struct format format_docx;
extern const struct format format_md;
extern const struct format format_odt;
extern const struct format format_pdf;
extern const struct format format_srt;
extern const struct format format_txt;
extern const struct format format_vtt;

/**
 * The format of the file @path that holds @bytes: what the content shows, else what the name
 * says, else text. NULL: a format that is not read, named in @diags.
 */
const struct format *format_of(const char *path, const lyh_bytes *bytes, lyh_diags *diags);

/** The format whose extension @path has, or NULL. */
const struct format *format_by_name(const char *path);

#endif
