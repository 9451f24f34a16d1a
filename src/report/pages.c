#include "pages.h"

#include "../chart/paint.h"

void lyh_pages_begin(lyh_pages *pages, const lyh_report_info *info, size_t page_count,
                     GByteArray *bytes)
{
    *pages = (lyh_pages){ .info = info, .page_count = page_count };
    pages->typesetter = lyh_typesetter_new();
    pages->plan = lyh_plan_new();
    pages->surface = lyh_paint_pdf(bytes, PAGE_WIDTH, PAGE_HEIGHT, info->iso_date);
    g_autofree char *title = lyh_typesetter_settable(info->title);
    cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_TITLE, title);
    pages->cairo = cairo_create(pages->surface);
    lyh_pages_open(pages, "Document");
}

static void finish_page(lyh_pages *pages)
{
    lyh_pages_furniture(pages);
    cairo_show_page(pages->cairo);
}

void lyh_pages_go_to(lyh_pages *pages, size_t page)
{
    g_assert(page >= pages->page && page < pages->page_count);
    for (; pages->page < page; pages->page++)
        finish_page(pages);
}

cairo_status_t lyh_pages_end(lyh_pages *pages)
{
    lyh_pages_furniture(pages);
    lyh_pages_close(pages, "Document");
    cairo_show_page(pages->cairo);

    cairo_status_t status = cairo_status(pages->cairo);
    cairo_destroy(pages->cairo);
    cairo_surface_finish(pages->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(pages->surface);
    cairo_surface_destroy(pages->surface);
    lyh_typesetter_free(pages->typesetter);
    return status;
}

lyh_element *lyh_pages_open(lyh_pages *pages, const char *tag)
{
    cairo_tag_begin(pages->cairo, tag, NULL);
    return lyh_plan_open(pages->plan, tag, pages->page);
}

void lyh_pages_close(lyh_pages *pages, const char *tag)
{
    cairo_tag_end(pages->cairo, tag);
    lyh_plan_close(pages->plan);
}

/* With a point, whatever the locale. */
static void append_number(GString *text, double number)
{
    char shown[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(shown, sizeof shown, "%.2f", number);
    g_string_append_printf(text, " %s", shown);
}

void lyh_pages_open_link(lyh_pages *pages, const lyh_link_area *areas, size_t count,
                         size_t page, double y, const char *words)
{
    g_autoptr(GString) where = g_string_new("rect=[");
    for (size_t i = 0; i < count; i++) {
        append_number(where, MARGIN_LEFT + areas[i].x);
        append_number(where, MARGIN_TOP + areas[i].y);
        append_number(where, areas[i].width);
        append_number(where, areas[i].height);
    }
    /* cairo loses a target on a later page; the last pass says where it is. */
    g_string_append(where, "] page=1 pos=[0 0]");
    cairo_tag_begin(pages->cairo, CAIRO_TAG_LINK, where->str);

    lyh_element *link = lyh_plan_open(pages->plan, CAIRO_TAG_LINK, pages->page);
    link->target_page = page;
    link->target_y = MARGIN_TOP + y - 12;
    link->words = lyh_plan_keep(pages->plan, words);
}

void lyh_pages_outline(lyh_pages *pages, unsigned level, const char *text, double y)
{
    g_assert(level >= 1 && level < G_N_ELEMENTS(pages->outline));
    int parent = level > 1 ? pages->outline[level - 1] : CAIRO_PDF_OUTLINE_ROOT;
    /* Whole points, because printf would ask the locale for a decimal sign. */
    g_autofree char *target =
        g_strdup_printf("page=%zu pos=[0 %d]", pages->page + 1, (int)(MARGIN_TOP + y - 12));
    int entry = cairo_pdf_surface_add_outline(pages->surface, parent, text, target,
                                              level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                                         : (cairo_pdf_outline_flags_t)0);
    for (size_t i = level; i < G_N_ELEMENTS(pages->outline); i++)
        pages->outline[i] = entry;
}

void lyh_pages_rule(lyh_pages *pages, double x, double y, double width, double height,
                    uint32_t colour)
{
    lyh_pages_open(pages, "Private");
    lyh_set_colour(pages->cairo, colour);
    cairo_rectangle(pages->cairo, MARGIN_LEFT + x, MARGIN_TOP + y, width, height);
    cairo_fill(pages->cairo);
    lyh_pages_close(pages, "Private");
}

void lyh_pages_text(lyh_pages *pages, double x, double y, lyh_run run,
                    const lyh_style *style, lyh_line_end end)
{
    lyh_typesetter_show(pages->typesetter, pages->cairo, MARGIN_LEFT + x, MARGIN_TOP + y,
                        run, style, end);
}

void lyh_pages_leader(lyh_pages *pages, double x, double y, double width)
{
    static const double dots[] = { 0, 5 };
    lyh_pages_open(pages, "Private");
    cairo_save(pages->cairo);
    lyh_set_colour(pages->cairo, COLOUR_EDGE);
    cairo_set_line_width(pages->cairo, 1);
    cairo_set_line_cap(pages->cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(pages->cairo, dots, G_N_ELEMENTS(dots), 0);
    /* From the right, so that the dots of all rows stand below each other. */
    cairo_move_to(pages->cairo, MARGIN_LEFT + x + width, MARGIN_TOP + y);
    cairo_rel_line_to(pages->cairo, -width, 0);
    cairo_stroke(pages->cairo);
    cairo_restore(pages->cairo);
    lyh_pages_close(pages, "Private");
}
