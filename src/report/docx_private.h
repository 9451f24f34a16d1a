/**
 * What the writers of a Word document's parts share.
 */
#ifndef LYHORD_REPORT_DOCX_PRIVATE_H
#define LYHORD_REPORT_DOCX_PRIVATE_H

#include <glib.h>

#include <lyhord/report/report.h>

#define DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_WORDS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
/* A4 less margins of 25 mm, in twentieths of a point. */
#define DOCX_WIDTH 9070

/** A document on its way into the part @output. */
typedef struct docx {
    const lyh_report *report;
    const lyh_catalog *catalog;
    lyh_output *output;
    bool begins_page; /* the next paragraph */
} docx;

/** How a paragraph differs from its style. */
typedef struct docx_manner {
    const char *style;
    bool holds_next; /* stands on the page of what follows it */
    bool is_right;
    int after;  /* space below it, in twentieths of a point; 0: its style's */
    int indent; /* instead of its style's; 0: its style's */
} docx_manner;

void docx_say(docx *document, const char *markup);
void docx_open_paragraph(docx *document, docx_manner manner);
void docx_close_paragraph(docx *document);
/** Begin a run with the character style @style; what it holds closes it with </w:r>. */
void docx_open_run(docx *document, const char *style);
/** A run of @text, with the character style @style unless that is NULL. */
void docx_run(docx *document, const char *style, const char *text);
/** A paragraph of @text; none when it says nothing. */
void docx_paragraph(docx *document, docx_manner manner, const char *text);

/** The rows of a table, its headings first; @caption describes it. */
void docx_table(docx *document, const lyh_table *table, const char *caption);

/** word/document.xml, and word/footnotes.xml. */
void docx_write_document(const lyh_report *report, lyh_output *output);
void docx_write_footnotes(const lyh_report *report, lyh_output *output);

/** "sv-SE" or "en-GB". */
const char *docx_language(const lyh_catalog *catalog);

#endif
