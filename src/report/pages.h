/**
 * The pages of a PDF: where things stand on A4, what is tagged as what, what is in the outline.
 */
#ifndef LYHORD_REPORT_PAGES_H
#define LYHORD_REPORT_PAGES_H

#include <lyhord/report/report.h>

#include "../chart/typesetter.h"
#include "ua.h"

#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define TEXT_WIDTH 453.54 /* 160 mm: figures are made to it */
#define MARGIN_LEFT ((PAGE_WIDTH - TEXT_WIDTH) / 2)
#define MARGIN_TOP 74.0
#define TEXT_HEIGHT (PAGE_HEIGHT - MARGIN_TOP - 74.0)

typedef struct lyh_pages {
    const lyh_report_info *info;
    lyh_typesetter *typesetter;
    cairo_surface_t *surface;
    cairo_t *cairo;
    lyh_plan *plan; /* of what is drawn */
    size_t page;    /* the one being drawn, from 0 */
    size_t page_count;
    int outline[5]; /* the last entry of each level */
} lyh_pages;

/** Start drawing @page_count pages into @bytes. */
void lyh_pages_begin(lyh_pages *pages, const lyh_report_info *info, size_t page_count,
                     GByteArray *bytes);

/** Go on to @page (never back). What was open stays open, so nothing that is drawn may be. */
void lyh_pages_go_to(lyh_pages *pages, size_t page);

/** The last page is drawn; clears @pages but for its plan, which the caller frees. */
cairo_status_t lyh_pages_end(lyh_pages *pages);

/**
 * The element @tag begins and ends. Everything drawn is inside one that holds no other; what is no
 * content (rules, running heads) inside "Private", which the last pass over the file turns into
 * artifacts: cairo itself refuses them. What it returns is to be filled in, and lent until the next.
 */
lyh_element *lyh_pages_open(lyh_pages *pages, const char *tag);
void lyh_pages_close(lyh_pages *pages, const char *tag);

/** An upright rectangle of the text area that takes a reader somewhere. */
typedef struct lyh_link_area {
    double x;
    double y; /* its upper edge */
    double width;
    double height;
} lyh_link_area;

/** The element Link begins; it leads to @y in the text area of @page, which @words tell. */
void lyh_pages_open_link(lyh_pages *pages, const lyh_link_area *areas, size_t count,
                         size_t page, double y, const char *words);

/** An entry of the outline: @level from 1, @y in the text area of the current page. */
void lyh_pages_outline(lyh_pages *pages, unsigned level, const char *text, double y);

/** A filled rectangle that is no content; @x and @y in the text area. */
void lyh_pages_rule(lyh_pages *pages, double x, double y, double width, double height,
                    uint32_t colour);

/** A row of fine dots on the baseline @y that is no content, and leads the eye. */
void lyh_pages_leader(lyh_pages *pages, double x, double y, double width);

/** A line of text with its baseline at @x, @y in the text area, inside what is open. */
void lyh_pages_text(lyh_pages *pages, double x, double y, lyh_run run,
                    const lyh_style *style, lyh_line_end end);

/** Running head and page number of the current page. */
void lyh_pages_furniture(lyh_pages *pages);

#endif
