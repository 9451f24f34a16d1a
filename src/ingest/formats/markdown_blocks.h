/**
 * A Markdown file to lines: paragraphs, headings, lists, quotations and code (CommonMark 0.31).
 *
 * A paragraph is one line, its wrapped lines joined by a space; a speaker's mark, a dash or bold
 * words at the beginning of a wrapped line begin a line of their own, and so does a hard break.
 * Signs of format are left out of the text, but the "- " and "1. " of lists, which people see.
 */
#ifndef LYHORD_INGEST_MARKDOWN_BLOCKS_H
#define LYHORD_INGEST_MARKDOWN_BLOCKS_H

#include "../lines.h"

/* What is left out and said to people. Counts. */
struct markdown_findings {
    size_t front_matter; /* lines */
    size_t comments;
    size_t images;
};

/** Add the lines of @text, @size bytes that are the decoded text of a file. */
void markdown_read(const char *text, size_t size, line_list *lines,
                   struct markdown_findings *findings);

#endif
