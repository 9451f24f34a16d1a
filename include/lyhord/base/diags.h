/**
 * Diagnostics: what is wrong in people's files, all of it in one run.
 *
 * A diagnostic copies all it needs when it is added, so sources may be freed before it is
 * shown. Messages are English texts translated through the catalogue the list was made with.
 */
#ifndef LYHORD_BASE_DIAGS_H
#define LYHORD_BASE_DIAGS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/catalog.h>
#include <lyhord/base/source.h>

typedef enum lyh_severity { LYH_NOTE, LYH_WARNING, LYH_SERIOUS } lyh_severity;

/** Where in a person's files something is. Made by the functions below; borrows the name and source. */
typedef struct lyh_place {
    const char *file;         /* NULL: about nothing in particular */
    const lyh_source *source; /* a text file, else NULL */
    size_t start, end;        /* bytes in the source's text, when there is a source */
    size_t paragraph;         /* from 1 in docx and odt; 0 when it does not apply */
    size_t character;         /* from 1 within the paragraph */
    size_t page;              /* from 1 in a pdf; 0 when it does not apply */
    size_t line, column;      /* from 1, of a text that is not at hand; 0: see @source */
} lyh_place;

lyh_place lyh_place_none(void);
lyh_place lyh_place_file(const char *file);
lyh_place lyh_place_text(const lyh_source *source, size_t start, size_t end);
lyh_place lyh_place_paragraph(const char *file, size_t paragraph, size_t character);
/** A place in a text file that is read piece by piece: there is no line to show. */
lyh_place lyh_place_line(const char *file, size_t line, size_t column);
lyh_place lyh_place_page(const char *file, size_t page, size_t paragraph, size_t character);

/** One diagnostic, ready to be shown. */
typedef struct lyh_diag {
    lyh_severity severity;
    const char *code; /* stable short name for `lyhord help CODE`, e.g. "code-twice" */
    char *message;    /* translated */
    char *file;       /* as the user named it, or NULL */
    size_t line;      /* from 1; 0 when it does not apply */
    size_t column;    /* in characters from 1; 0 when it does not apply */
    size_t paragraph; /* from 1; 0 when it does not apply: then column is the character */
    size_t page;      /* from 1; 0 when it does not apply */
    char *excerpt; /* the line of the file, or NULL: no line, too long, or people's words */
    bool is_private; /* excerpt is from a transcript: show only when asked to */
    size_t caret;    /* characters before the caret in excerpt */
    size_t width;    /* characters underlined, at least 1 */
} lyh_diag;

typedef struct lyh_diags lyh_diags;

/** An empty list whose messages are in the catalogue's language (NULL: English). */
lyh_diags *lyh_diags_new(const lyh_catalog *catalog);
/** NULL is fine. */
void lyh_diags_free(lyh_diags *diags);

/** At most this many errors, and as many warnings, are kept; the rest is only counted. */
#define LYH_DIAGS_MAX 100

/**
 * Add a diagnostic. @code is a literal with a paragraph in `lyhord help`; @format is an
 * English msgid in lower case that says what is wrong, then what would be right.
 */
void lyh_diags_error(lyh_diags *diags, const char *code, lyh_place place,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));
void lyh_diags_warning(lyh_diags *diags, const char *code, lyh_place place,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));
void lyh_diags_note(lyh_diags *diags, const char *code, lyh_place place, const char *format,
                    ...) __attribute__((format(printf, 4, 5)));

/** Add a copy of @diag, which is in the list's language already; its code must be a literal or interned. */
void lyh_diags_add(lyh_diags *diags, const lyh_diag *diag);
/** Add copies of what @more keeps, and count what it only counted. */
void lyh_diags_append(lyh_diags *diags, const lyh_diags *more);
/** @count more of @severity were found elsewhere, and are not kept. */
void lyh_diags_count_more(lyh_diags *diags, lyh_severity severity, size_t count);

/** Errors and warnings added, also those beyond LYH_DIAGS_MAX. */
size_t lyh_diags_error_count(const lyh_diags *diags);
size_t lyh_diags_warning_count(const lyh_diags *diags);

/** The diagnostics kept, in the order they were added. Lent. */
size_t lyh_diags_count(const lyh_diags *diags);
const lyh_diag *lyh_diags_at(const lyh_diags *diags, size_t index);

const lyh_catalog *lyh_diags_catalog(const lyh_diags *diags);

/**
 * A diagnostic as it is printed, with a trailing line end: `FILE:LINE:COL: error: message`,
 * the line and a caret under it when there is an excerpt that may be shown. Unsafe characters
 * are escaped. free().
 */
char *lyh_diag_shown(const lyh_diag *diag, const lyh_catalog *catalog, bool show_private);

#endif
