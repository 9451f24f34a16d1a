#include "paint.h"

#include <math.h>
#include <string.h>

#include "display_private.h"
#include "png.h"

static void paint_path(cairo_t *cairo, const lyh_item *item)
{
    if (item->fill != LYH_NO_COLOUR) {
        lyh_set_colour(cairo, item->fill);
        cairo_fill_preserve(cairo);
    }
    if (item->stroke != LYH_NO_COLOUR) {
        lyh_set_colour(cairo, item->stroke);
        cairo_set_line_width(cairo, item->stroke_width);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

static void paint_marker(cairo_t *cairo, const lyh_item *item)
{
    lyh_corner corners[4];
    cairo_new_path(cairo);
    if (item->shape == LYH_SHAPE_DISC) {
        cairo_arc(cairo, item->x, item->y, item->width / 2, 0, 2 * G_PI);
    } else {
        size_t count = lyh_shape_corners(item, corners);
        for (size_t i = 0; i < count; i++)
            cairo_line_to(cairo, corners[i].x, corners[i].y);
        cairo_close_path(cairo);
    }
    paint_path(cairo, item);
}

static void paint_text(cairo_t *cairo, const lyh_item *item, lyh_typesetter *typesetter)
{
    lyh_style style = { item->size, item->weight, true, item->fill };
    g_autofree char *text = lyh_typesetter_settable(item->text);
    lyh_run run = { text, strlen(text), 0 };
    lyh_typesetter_show(typesetter, cairo, lyh_item_left(item), item->y, run, &style,
                        LYH_END_SPACE);
}

static void paint_item(cairo_t *cairo, const lyh_item *item, lyh_typesetter *typesetter)
{
    switch (item->kind) {
    case LYH_ITEM_RECT:
        cairo_rectangle(cairo, item->x, item->y, item->width, item->height);
        paint_path(cairo, item);
        break;
    case LYH_ITEM_LINE:
        cairo_move_to(cairo, item->x, item->y);
        cairo_rel_line_to(cairo, item->width, item->height);
        paint_path(cairo, item);
        break;
    case LYH_ITEM_MARKER:
        paint_marker(cairo, item);
        break;
    case LYH_ITEM_TEXT:
        paint_text(cairo, item, typesetter);
        break;
    }
}

void lyh_display_paint(const lyh_display *display, lyh_typesetter *typesetter,
                       cairo_t *cairo)
{
    for (size_t i = 0; i < lyh_display_count(display); i++)
        paint_item(cairo, lyh_display_at(display, i), typesetter);
}

cairo_status_t lyh_paint_collect(void *bytes, const unsigned char *data,
                                 unsigned int length)
{
    g_byte_array_append(bytes, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* cairo fills in the time of day unless it is given one; an empty one is left out. */
cairo_surface_t *lyh_paint_pdf(GByteArray *bytes, double width, double height,
                               const char *date)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(lyh_paint_collect, bytes, width, height);
    g_autofree char *instant = date && *date ? g_strdup_printf("%sT00:00:00Z", date) : NULL;
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
    return surface;
}

static bool write_bytes(const GByteArray *bytes, cairo_status_t status, lyh_output *output)
{
    return status == CAIRO_STATUS_SUCCESS &&
           lyh_output_write(output, bytes->data, bytes->len);
}

static void paint_on(const lyh_display *display, cairo_surface_t *surface, double scale)
{
    g_autoptr(lyh_typesetter) typesetter = lyh_typesetter_new();
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    lyh_display_paint(display, typesetter, cairo);
    cairo_show_page(cairo);
    cairo_destroy(cairo);
}

bool lyh_display_write_pdf(const lyh_display *display, const char *date, lyh_output *output)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cairo_surface_t *surface =
        lyh_paint_pdf(bytes, lyh_display_width(display), lyh_display_height(display), date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                   lyh_display_title(display));
    paint_on(display, surface, 1);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return write_bytes(bytes, status, output);
}

static cairo_surface_t *white_image(const lyh_display *display, double scale)
{
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)ceil(lyh_display_width(display) * scale),
        (int)ceil(lyh_display_height(display) * scale));
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return surface;
}

bool lyh_display_write_png(const lyh_display *display, double dpi, lyh_output *output)
{
    cairo_surface_t *surface = white_image(display, dpi / 72);
    paint_on(display, surface, dpi / 72);
    cairo_status_t status = cairo_surface_status(surface);
    g_autoptr(GByteArray) bytes =
        status == CAIRO_STATUS_SUCCESS ? lyh_png_new(surface, dpi) : g_byte_array_new();
    cairo_surface_destroy(surface);
    return write_bytes(bytes, status, output);
}
