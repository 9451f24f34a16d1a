/**
 * The report as a document: headings, paragraphs, quotes, tables, figures; then written as PDF,
 * HTML, DOCX or Markdown.
 *
 * Filled once, in reading order; every writer renders the same blocks, and prints the same words
 * of them (src/report/printed.h). The model knows nothing of interviews: texts, tables and figures
 * come ready from the caller.
 */
#ifndef LYHORD_REPORT_REPORT_H
#define LYHORD_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/catalog.h>
#include <lyhord/base/output.h>
#include <lyhord/chart/chart.h>
#include <lyhord/chart/display.h>
#include <lyhord/table/table.h>

typedef enum lyh_block_kind {
    LYH_BLOCK_HEADING,
    LYH_BLOCK_PARAGRAPH,
    LYH_BLOCK_ITEM,  /* of a bulleted list */
    LYH_BLOCK_QUOTE, /* a respondent's words, with a label under them */
    LYH_BLOCK_TABLE,
    LYH_BLOCK_FIGURE,
    LYH_BLOCK_NOTE,     /* small print */
    LYH_BLOCK_FOOTNOTE, /* small print to the block before it */
    LYH_BLOCK_CONTENTS, /* the headings of levels 1 and 2 that come after it */
    LYH_BLOCK_PAGE      /* what follows begins a new page */
} lyh_block_kind;

typedef struct lyh_block {
    lyh_block_kind kind;
    unsigned level;   /* HEADING: 1-3 */
    size_t number;    /* FIGURE, TABLE, FOOTNOTE: from 1, each kind by itself */
    const char *text; /* all but TABLE, FIGURE, CONTENTS and PAGE */
    /* QUOTE: who, in words that point at nobody; ITEM: a lead-in set in semi-bold; may
     * be NULL */
    const char *label;
    const char
        *name; /* HEADING, TABLE, FIGURE: what lyh_report_see() calls it; may be NULL */
    const char *sees; /* PARAGRAPH, ITEM: the name of where to read on; may be NULL */
    /* PARAGRAPH, ITEM: the program's own words and counts; what it names stands elsewhere too */
    bool is_own;
    bool is_typed; /* people wrote it themselves, numbers and all (lyh_report_typed()) */
    const lyh_table *table;    /* TABLE */
    const lyh_display *figure; /* FIGURE */
} lyh_block;

/** What stands on the title page and in the running heads and properties. Copied. */
typedef struct lyh_report_info {
    const char *title;
    const char *subtitle;     /* "Brukarrevision av …", may be NULL */
    const char *commissioner; /* may be NULL */
    const char *date;         /* as printed, "1 maj 2026"; never of the clock */
    const char *iso_date;     /* "2026-05-01", for properties; may be NULL */
    /* printed on every page when not NULL: "maskinförslag, ej granskat" */
    const char *status;
    const lyh_catalog *catalog;
    lyh_joint joint; /* where long words may be broken; may be NULL */
    void *joint_user;
} lyh_report_info;

typedef struct lyh_report lyh_report;

/** Free with lyh_report_free(). */
lyh_report *lyh_report_new(const lyh_report_info *info);
/** NULL is fine. Frees the tables and figures it was given. */
void lyh_report_free(lyh_report *report);

/**
 * @level is 1 to 3; below the last heading's by one at most, for no level is skipped. A text of white space
 * alone, here and below, is no block, and what would belong to it is not added either.
 */
void lyh_report_heading(lyh_report *report, unsigned level, const char *text);
void lyh_report_paragraph(lyh_report *report, const char *text);
/**
 * A paragraph of the program's own words and counts. Names in it, as of groups, stand in a heading or
 * a table as well: whoever looks for what points at persons looks there.
 */
void lyh_report_own(lyh_report *report, const char *text);
void lyh_report_item(lyh_report *report, const char *lead, const char *text);
/** An item of the program's own words and counts. */
void lyh_report_own_item(lyh_report *report, const char *lead, const char *text);
void lyh_report_quote(lyh_report *report, const char *text, const char *label);
void lyh_report_note(lyh_report *report, const char *text);
/** Belongs to the paragraph, item, quote or note just before it, or to the footnote before it. */
void lyh_report_footnote(lyh_report *report, const char *text);
void lyh_report_contents(lyh_report *report);
void lyh_report_page(lyh_report *report);
/** Both take over what they are given. A figure is kept together with what follows it up to its table. */
void lyh_report_table(lyh_report *report, lyh_table *table);
void lyh_report_figure(lyh_report *report, lyh_display *figure);

/** From here on people's own text is added; or, with false, the program's again. */
void lyh_report_typed(lyh_report *report, bool is_typed);

/** The next block, a heading, table or figure, is called @name: a word of the caller's own, never printed. */
void lyh_report_name(lyh_report *report, const char *name);
/**
 * The last block, a paragraph or an item, ends with where to read on: "Se Tabell 2.", a link to what
 * is called @name, whether it comes before or after. Nothing is printed when nothing is called so.
 */
void lyh_report_see(lyh_report *report, const char *name);
/** The block called @name, or LYH_NONE. */
size_t lyh_report_named(const lyh_report *report, const char *name);

const lyh_report_info *lyh_report_info_of(const lyh_report *report);
size_t lyh_report_block_count(const lyh_report *report);
const lyh_block *lyh_report_block(const lyh_report *report, size_t index);

/**
 * A title page, then A4 pages with running head and page numbers, ragged right, tagged as PDF/UA-1 asks,
 * outlines, embedded fonts; the same bytes every time. The title is the document's H1, so that a
 * heading of level 1 is an H2. Quotes get quotation marks unless they bring their own; one that follows
 * an item belongs to it. Footnotes stand at the foot of the page of what they belong to; one that
 * takes half a page stands right below. False: @error is set, or @output keeps what went wrong.
 */
bool lyh_report_write_pdf(const lyh_report *report, lyh_output *output, lyh_error *error);

/**
 * The same blocks as Markdown (GitHub Flavored), for a manuscript or to fill in: the title is the
 * heading of level 1, a heading of level 1 one of level 2. A figure stands as its text in words.
 * People's words show as they are: signs that Markdown would act on are escaped.
 */
bool lyh_report_write_markdown(const lyh_report *report, lyh_output *output);

/**
 * The same blocks as one HTML file, well-formed XML too: one h1, landmarks, contents that lead to their
 * headings, tables with scopes, figures as SVG, its style inside and nothing fetched from outside; for screens
 * from 320 px, paper, dark, more contrast and forced colours. Works without scripts. A footnote stands
 * below the block it belongs to.
 */
bool lyh_report_write_html(const lyh_report *report, lyh_output *output);

/**
 * The same blocks as a Word document (Office Open XML, ECMA-376) for people to go on with: headings, lists, captions
 * and notes in the styles that Word has for them, contents and numbers as fields filled in, tables with heading
 * rows, figures as SVG with a picture of dots beside, described. A heading of level 1 is a Heading 1 under the
 * Title. The same bytes every time; dated as @iso_date.
 */
bool lyh_report_write_docx(const lyh_report *report, lyh_output *output);

#endif
