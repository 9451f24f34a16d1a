/**
 * What a Word document's styles say of text: bold, italic, hidden, a heading, numbered.
 *
 * Styles are based on one another (w:basedOn); each is resolved once, rings and all. ECMA-376
 * part 1, 17.7; the names of built-in styles are English in every Word, but not in every program.
 */
#ifndef LYHORD_INGEST_DOCX_STYLES_H
#define LYHORD_INGEST_DOCX_STYLES_H

#include <lyhord/base/archive.h>

#include <glib.h>

#define DOCX_UNSAID (-1)

/* What a style, or direct formatting, says; DOCX_UNSAID where it says nothing. */
struct docx_look {
    int bold, italic, hidden; /* 0 or 1 */
    int heading;              /* 0 or 1 */
    int number;               /* w:numId; 0 takes a number away */
    int level;                /* w:ilvl, from 0 */
};

typedef struct docx_styles docx_styles;

/** Read @member of @archive; without it no style says anything. NULL: see @diags. */
docx_styles *docx_styles_read(lyh_archive *archive, const char *member, lyh_diags *diags);
/** NULL is fine. */
void docx_styles_free(docx_styles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(docx_styles, docx_styles_free)

/** A look that says nothing. */
struct docx_look docx_look_unsaid(void);

/** The look of the paragraph or character style @id; NULL or unknown: the paragraphs' default, or nothing. Lent. */
const struct docx_look *docx_styles_paragraph(const docx_styles *styles, const char *id);
const struct docx_look *docx_styles_character(const docx_styles *styles, const char *id);
/** What holds where nothing else is said. Lent. */
const struct docx_look *docx_styles_default(const docx_styles *styles);

/** Let @look say what the property @name with @value (NULL: none written) says. */
void docx_look_take(struct docx_look *look, const char *name, const char *value);

/** Is it a name that word processors give to headings: "heading 1", "Rubrik 2", "Title"? */
bool docx_is_name_of_heading(const char *name);

/** Is a property without @value or with this one on (ST_OnOff)? */
bool docx_is_on(const char *value);

#endif
