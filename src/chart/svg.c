#include "display_private.h"

#include <math.h>
#include <string.h>

#include <lyhord/base/text.h>

#define MM_PER_POINT (25.4 / 72)

/* printf would ask the locale for its decimal sign. */
static void write_number(lyh_output *output, double number)
{
    long all = lround(number * 100);
    long whole = labs(all) / 100;
    long part = labs(all) % 100;
    lyh_output_text(output, all < 0 ? "-" : "");
    if (part == 0)
        lyh_output_printf(output, "%ld", whole);
    else if (part % 10 == 0)
        lyh_output_printf(output, "%ld.%ld", whole, part / 10);
    else
        lyh_output_printf(output, "%ld.%02ld", whole, part);
}

static void write_attribute(lyh_output *output, const char *name, double number)
{
    lyh_output_printf(output, " %s=\"", name);
    write_number(output, number);
    lyh_output_text(output, "\"");
}

static void write_colour(lyh_output *output, const char *name, uint32_t colour)
{
    if (colour == LYH_NO_COLOUR)
        lyh_output_printf(output, " %s=\"none\"", name);
    else
        lyh_output_printf(output, " %s=\"#%06X\"", name, (unsigned)colour);
}

static void write_colours(lyh_output *output, const lyh_item *item)
{
    write_colour(output, "fill", item->fill);
    if (item->stroke == LYH_NO_COLOUR)
        return;
    write_colour(output, "stroke", item->stroke);
    write_attribute(output, "stroke-width", item->stroke_width);
}

/* White, so that the figure can be read on a dark page too. */
static void write_ground(const lyh_display *display, lyh_output *output)
{
    lyh_output_text(output, "  <rect");
    write_attribute(output, "width", lyh_display_width(display));
    write_attribute(output, "height", lyh_display_height(display));
    lyh_output_text(output, " fill=\"#FFFFFF\"/>\n");
}

/* XML 1.0 has no way to write most control characters: they stand as U+FFFD. */
static void write_escaped(lyh_output *output, const char *text)
{
    size_t size = strlen(text);
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t c = lyh_text_char(text + at, size - at, &length);
        if (c == '&')
            lyh_output_text(output, "&amp;");
        else if (c == '<')
            lyh_output_text(output, "&lt;");
        else if (c == '>')
            lyh_output_text(output, "&gt;");
        else if (c == '"')
            lyh_output_text(output, "&quot;");
        else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF)
            lyh_output_text(output, "\uFFFD");
        else
            lyh_output_write(output, text + at, length);
    }
}

static void write_rect(lyh_output *output, const lyh_item *item)
{
    lyh_output_text(output, "  <rect");
    write_attribute(output, "x", item->x);
    write_attribute(output, "y", item->y);
    write_attribute(output, "width", item->width);
    write_attribute(output, "height", item->height);
    write_colours(output, item);
    lyh_output_text(output, "/>\n");
}

static void write_line(lyh_output *output, const lyh_item *item)
{
    lyh_output_text(output, "  <line");
    write_attribute(output, "x1", item->x);
    write_attribute(output, "y1", item->y);
    write_attribute(output, "x2", item->x + item->width);
    write_attribute(output, "y2", item->y + item->height);
    write_colours(output, item);
    lyh_output_text(output, "/>\n");
}

static void write_disc(lyh_output *output, const lyh_item *item)
{
    lyh_output_text(output, "  <circle");
    write_attribute(output, "cx", item->x);
    write_attribute(output, "cy", item->y);
    write_attribute(output, "r", item->width / 2);
    write_colours(output, item);
    lyh_output_text(output, "/>\n");
}

static void write_polygon(lyh_output *output, const lyh_item *item)
{
    lyh_corner corners[4];
    size_t count = lyh_shape_corners(item, corners);
    lyh_output_text(output, "  <polygon points=\"");
    for (size_t i = 0; i < count; i++) {
        lyh_output_text(output, i ? " " : "");
        write_number(output, corners[i].x);
        lyh_output_text(output, ",");
        write_number(output, corners[i].y);
    }
    lyh_output_text(output, "\"");
    write_colours(output, item);
    lyh_output_text(output, "/>\n");
}

static void write_text(lyh_output *output, const lyh_item *item)
{
    static const char *const anchors[] = { "start", "middle", "end" };
    lyh_output_text(output, "  <text");
    write_attribute(output, "x", item->x);
    write_attribute(output, "y", item->y);
    write_attribute(output, "font-size", item->size);
    if (item->weight != LYH_WEIGHT_REGULAR)
        lyh_output_printf(output, " font-weight=\"%d\"", (int)item->weight);
    if (item->align != LYH_ALIGN_LEFT)
        lyh_output_printf(output, " text-anchor=\"%s\"", anchors[item->align]);
    write_colour(output, "fill", item->fill);
    lyh_output_text(output, ">");
    write_escaped(output, item->text);
    lyh_output_text(output, "</text>\n");
}

static void write_item(lyh_output *output, const lyh_item *item)
{
    switch (item->kind) {
    case LYH_ITEM_RECT:
        write_rect(output, item);
        break;
    case LYH_ITEM_LINE:
        write_line(output, item);
        break;
    case LYH_ITEM_MARKER:
        if (item->shape == LYH_SHAPE_DISC)
            write_disc(output, item);
        else
            write_polygon(output, item);
        break;
    case LYH_ITEM_TEXT:
        write_text(output, item);
        break;
    }
}

/* @id stands before the ids of what names and describes it. */
static void write_opening(const lyh_display *display, const char *id, lyh_output *output)
{
    double width = lyh_display_width(display);
    double height = lyh_display_height(display);
    lyh_output_text(output, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    write_number(output, width * MM_PER_POINT);
    lyh_output_text(output, "mm\" height=\"");
    write_number(output, height * MM_PER_POINT);
    lyh_output_text(output, "mm\" viewBox=\"0 0 ");
    write_number(output, width);
    lyh_output_text(output, " ");
    write_number(output, height);
    lyh_output_printf(output,
                      "\" xml:lang=\"%s\" role=\"img\" aria-labelledby=\"%stitle %sdesc\"",
                      lyh_display_language(display), id, id);
    lyh_output_text(output, " font-family=\"Inter, 'DejaVu Sans', sans-serif\""
                            " style=\"font-variant-numeric: tabular-nums\">\n");
}

static void write_described(lyh_output *output, const char *name, const char *id,
                            const char *text)
{
    lyh_output_printf(output, "  <%s id=\"%s%s\">", name, id, name);
    write_escaped(output, text);
    lyh_output_printf(output, "</%s>\n", name);
}

bool lyh_display_write_svg_element(const lyh_display *display, const char *id,
                                   lyh_output *output)
{
    write_opening(display, id, output);
    write_described(output, "title", id, lyh_display_title(display));
    write_described(output, "desc", id, lyh_display_description(display));
    write_ground(display, output);
    for (size_t i = 0; i < lyh_display_count(display); i++)
        write_item(output, lyh_display_at(display, i));
    return lyh_output_text(output, "</svg>\n");
}

bool lyh_display_write_svg(const lyh_display *display, lyh_output *output)
{
    lyh_output_text(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return lyh_display_write_svg_element(display, "", output);
}
