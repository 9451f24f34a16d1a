/**
 * The pages of a PDF: where things stand on A4, what is tagged as what, what is in the outline.
 */
#ifndef LYHORD_REPORT_PAGES_H
#define LYHORD_REPORT_PAGES_H

#include <cairo.h>

#include <lyhord/report/report.h>

#include "../chart/typesetter.h"

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
    size_t page; /* the one being drawn, from 0 */
    size_t page_count;
    int outline[5]; /* the last entry of each level */
} lyh_pages;

/** Start drawing @page_count pages into @bytes. */
void lyh_pages_begin(lyh_pages *pages, const lyh_report_info *info, size_t page_count,
                     GByteArray *bytes);

/** Go on to @page (never back). What was open stays open, so nothing that is drawn may be. */
void lyh_pages_go_to(lyh_pages *pages, size_t page);

/** The last page is drawn; clears @pages. */
cairo_status_t lyh_pages_end(lyh_pages *pages);

/**
 * The element @tag begins and ends. Everything drawn is inside one; what is no content (rules,
 * running heads) inside "Private", which no reader reads out and a later pass can turn into
 * artifacts: cairo itself refuses them.
 */
void lyh_pages_open(lyh_pages *pages, const char *tag);
void lyh_pages_close(lyh_pages *pages, const char *tag);

/** An entry of the outline: @level from 1, @y in the text area of the current page. */
void lyh_pages_outline(lyh_pages *pages, unsigned level, const char *text, double y);

/** A filled rectangle that is no content; @x and @y in the text area. */
void lyh_pages_rule(lyh_pages *pages, double x, double y, double width, double height,
                    uint32_t colour);

/** A line of text with its baseline at @x, @y in the text area, inside what is open. */
void lyh_pages_text(lyh_pages *pages, double x, double y, lyh_run run,
                    const lyh_style *style, bool hyphen);

/** Running head and page number of the current page. */
void lyh_pages_furniture(lyh_pages *pages);

#endif
