#include "pages.h"

#include <string.h>

#include "../chart/lines.h"

#define HEAD_Y (-30.0)
#define FOOT_Y (TEXT_HEIGHT + 36.0)
#define HEAD_GAP 24.0

static const lyh_style furniture_style = { 9.5, LYH_WEIGHT_REGULAR, true,
                                           COLOUR_SECONDARY };

static double width_of(lyh_pages *pages, const char *text)
{
    return lyh_typesetter_text_width(pages->typesetter, text, &furniture_style);
}

static void show_right(lyh_pages *pages, double y, const char *text)
{
    lyh_run run = { text, strlen(text), 0 };
    lyh_pages_text(pages, TEXT_WIDTH - width_of(pages, text), y, run, &furniture_style,
                   LYH_END_SPACE);
}

/* The beginning of @text that fits @width at the end of a word, with an ellipsis when cut. */
static char *fitted(lyh_pages *pages, const char *text, double width)
{
    lyh_run run = { text, strlen(text), 0 };
    lyh_measures measures = { width - width_of(pages, "…"), 0, NULL, NULL };
    if (width_of(pages, text) <= width)
        return g_strdup(text);
    g_autoptr(GArray) lines =
        lyh_lines_new(pages->typesetter, run, &furniture_style, &measures);
    lyh_run first = lyh_line_run(run, &g_array_index(lines, lyh_line, 0));
    return g_strdup_printf("%.*s…", (int)first.size, first.text);
}

void lyh_pages_furniture(lyh_pages *pages)
{
    if (pages->page == 0)
        return; /* the title page says it all itself */

    g_autofree char *status =
        lyh_typesetter_settable(pages->info->status ? pages->info->status : "");
    g_autofree char *whole = lyh_typesetter_settable(pages->info->title);
    double room = TEXT_WIDTH - width_of(pages, status) - HEAD_GAP;
    g_autofree char *title = fitted(pages, whole, room);
    lyh_run head = { title, strlen(title), 0 };
    g_autofree char *number =
        g_strdup_printf(lyh_tr(pages->info->catalog, "Page %zu of %zu"), pages->page + 1,
                        pages->page_count);

    lyh_pages_open(pages, "Private")->furniture = LYH_FURNITURE_HEADER;
    lyh_pages_text(pages, 0, HEAD_Y, head, &furniture_style, LYH_END_SPACE);
    if (*status)
        show_right(pages, HEAD_Y, status);
    lyh_pages_close(pages, "Private");
    lyh_pages_open(pages, "Private")->furniture = LYH_FURNITURE_FOOTER;
    show_right(pages, FOOT_Y, number);
    lyh_pages_close(pages, "Private");
}
