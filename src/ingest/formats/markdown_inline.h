/**
 * The signs inside a paragraph of Markdown: which bytes are no text, and what is bold or italic.
 *
 * CommonMark 0.31 as far as transcripts need it: emphasis, code spans, escapes, links, images,
 * autolinks, entities, the tags of simple HTML. What editors write, `[skratt]` and
 * `[skratt](paus)`, is no link: an address has a sign that addresses have.
 */
#ifndef LYHORD_INGEST_MARKDOWN_INLINE_H
#define LYHORD_INGEST_MARKDOWN_INLINE_H

#include <stddef.h>

#include <glib.h>

/* What a byte of the paragraph is. */
enum markdown_byte {
    MARKDOWN_TEXT,
    MARKDOWN_SIGN,   /* left out */
    MARKDOWN_ENTITY, /* the first byte of a reference; the rest of it is SIGN */
    MARKDOWN_BREAK,  /* the line ends here whatever the paragraph does; left out */
    MARKDOWN_EMPHASISED = 0x80 /* added to what it is: bold or italic */
};

struct markdown_inline {
    guint8 *bytes; /* enum markdown_byte, one a byte of the paragraph */
    size_t images; /* left out */
};

/** Read the paragraph, its lines parted by LF. Clear with markdown_inline_clear(). */
void markdown_inline_init(struct markdown_inline *signs, const char *text, size_t size);
void markdown_inline_clear(struct markdown_inline *signs);

#endif
