/**
 * From lines to the document text: one paragraph a line, and where each came from.
 *
 * A line that begins with a mark begins a paragraph. Any other continues the turn: joined with
 * one space, across blank lines and page breaks too, because transcripts are printed to PDF and
 * copied back with every line on its own. Where a line ends a sentence and white space or the
 * format parts it from the next, the paragraph ends there, within the same turn. Where a file has
 * a blank line after every line, one blank line parts nothing. Furniture is passed over, and a
 * word divided at the end of a line is made whole (hyphens.h).
 */
#ifndef LYHORD_INGEST_PARAGRAPHS_H
#define LYHORD_INGEST_PARAGRAPHS_H

#include "hyphens.h"
#include "lines.h"
#include "marks.h"

struct paragraph {
    size_t start, end; /* bytes of the document text, without the line end */
    size_t speech;     /* where speech begins; start when there is no mark */
    size_t line;       /* that it begins with */
    size_t closing;    /* where a closing "(Respondent AB4)" begins, or end */
};

typedef struct paragraph_list {
    /* The document text. NULL: it is the first @size bytes of the lines' as they stand, or a document has
     * taken it. */
    GString *text;
    size_t size;
    struct paragraph *items;
    size_t count;
    GArray *steps; /* lyh_origin_step */
} paragraph_list;

/** Just the paragraphs, lent by @items (struct paragraph), of a text that was not made from lines. */
static inline paragraph_list paragraphs_lent(const GArray *items)
{
    return (paragraph_list){ .items = (struct paragraph *)(void *)items->data,
                             .count = items->len };
}

/** @judge: what divides words at line ends; NULL for formats that never divide any. */
paragraph_list *paragraphs_new(const line_list *lines, const mark_list *marks,
                               hyphen_judge *judge);
/** The lines as they are, marks and blank lines and all; no paragraphs are told apart. */
paragraph_list *paragraphs_plain(const line_list *lines);
/** NULL is fine. */
void paragraphs_free(paragraph_list *paragraphs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(paragraph_list, paragraphs_free)

#endif
