/**
 * A paragraph of Markdown on its way to lines: its rows gathered, then its signs read.
 */
#ifndef LYHORD_INGEST_MARKDOWN_PARAGRAPH_H
#define LYHORD_INGEST_MARKDOWN_PARAGRAPH_H

#include "../lines.h"
#include "pieces.h"

struct markdown_paragraph {
    line_list *lines;
    pieces raw;  /* its rows, parted by LF */
    size_t rows; /* so far; 0: none is open */
    bool is_heading;
};

void markdown_paragraph_init(struct markdown_paragraph *paragraph, line_list *lines);
void markdown_paragraph_clear(struct markdown_paragraph *paragraph);

/** Add bytes @from to @to of @row as the next row. */
void markdown_paragraph_add(struct markdown_paragraph *paragraph, const pieces *row,
                            size_t from, size_t to);
/** Begin the next row with @sign, which stands for what @row has at byte @at. */
void markdown_paragraph_add_sign(struct markdown_paragraph *paragraph, const char *sign,
                                 const pieces *row, size_t at);
/** Give @row to the lines as it stands; no paragraph may be open. */
void markdown_paragraph_add_plain(struct markdown_paragraph *paragraph, pieces *row);

/** Could its one row be a heading underlined with dashes: no mark, no end of a sentence? */
bool markdown_paragraph_may_be_heading(const struct markdown_paragraph *paragraph);

/** Give the lines of the paragraph to the list; returns the images that were left out. */
size_t markdown_paragraph_end(struct markdown_paragraph *paragraph);

#endif
