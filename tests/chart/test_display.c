#include <stdlib.h>
#include <string.h>

#include <cairo.h>
#include <glib.h>
#include <libxml/parser.h>

#include "../../src/chart/display_private.h"
#include "tables.h"

typedef bool (*writing)(const lyh_display *display, lyh_output *output);

static bool as_svg(const lyh_display *display, lyh_output *output)
{
    return lyh_display_write_svg(display, output);
}

static bool as_pdf(const lyh_display *display, lyh_output *output)
{
    return lyh_display_write_pdf(display, "2026-05-01", output);
}

static bool as_png(const lyh_display *display, lyh_output *output)
{
    return lyh_display_write_png(display, 300, output);
}

static char *written(const lyh_display *display, writing write, size_t *size)
{
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(write(display, output));
    char *bytes = lyh_output_take(output, size);
    g_assert_nonnull(bytes);
    return bytes;
}

static lyh_display *themes_figure(const char *finding)
{
    lyh_table *table = themes_table();
    const lyh_chart_options options = { .finding = finding,
                                        .catalog = lyh_catalog_for("sv") };
    lyh_display *display = lyh_chart_new(lyh_chart_kind_find("stapel"), table, &options);
    lyh_table_free(table);
    return display;
}

static xmlDoc *parsed_svg(const lyh_display *display)
{
    size_t size;
    char *bytes = written(display, as_svg, &size);
    xmlDoc *document = xmlReadMemory(bytes, (int)size, "figure.svg", NULL, XML_PARSE_NONET);
    g_assert_nonnull(document);
    free(bytes);
    return document;
}

static void assert_child(const xmlNode *child, const char *name, const char *text)
{
    xmlChar *content = xmlNodeGetContent(child);
    g_assert_cmpstr((const char *)child->name, ==, name);
    g_assert_cmpstr((const char *)content, ==, text);
    xmlFree(content);
}

static void svg_holds_title_description_and_every_text(void)
{
    g_autoptr(lyh_display) display = themes_figure("Elva av <tolv> & \"fler\"");
    xmlDoc *document = parsed_svg(display);
    const xmlNode *child = xmlFirstElementChild(xmlDocGetRootElement(document));
    assert_child(child, "title", lyh_display_title(display));
    child = child->next->next;
    assert_child(child, "desc", lyh_display_description(display));
    child = child->next->next; /* the ground */
    for (size_t i = 0; i < lyh_display_count(display); i++) {
        const lyh_item *item = lyh_display_at(display, i);
        child = child->next->next;
        if (item->kind == LYH_ITEM_TEXT)
            assert_child(child, "text", item->text);
    }
    g_assert_null(child->next->next);
    xmlFreeDoc(document);
}

static void svg_says_its_size_in_millimetres_and_its_language(void)
{
    g_autoptr(lyh_display) display = themes_figure("Elva av tolv");
    xmlDoc *document = parsed_svg(display);
    xmlNode *root = xmlDocGetRootElement(document);
    xmlChar *width = xmlGetProp(root, BAD_CAST "width");
    xmlChar *language = xmlGetProp(root, BAD_CAST "lang");
    g_assert_cmpstr((char *)width, ==, "160mm");
    g_assert_cmpstr((char *)language, ==, "sv");
    xmlFree(width);
    xmlFree(language);
    xmlFreeDoc(document);
}

static lyh_item text_item(const char *text)
{
    return (lyh_item){ .kind = LYH_ITEM_TEXT,
                       .x = 1,
                       .y = 10,
                       .text = text,
                       .size = 10,
                       .weight = LYH_WEIGHT_REGULAR,
                       .stroke = LYH_NO_COLOUR };
}

static void signs_xml_cannot_write_are_replaced(void)
{
    g_autoptr(lyh_display) display = lyh_display_new(100, 20,
                                                     "a\x01"
                                                     "b",
                                                     "c\x1b"
                                                     "d",
                                                     "sv");
    lyh_display_add(display, text_item("e\x02"
                                       "f"));
    xmlDoc *document = parsed_svg(display);
    assert_child(xmlFirstElementChild(xmlDocGetRootElement(document)), "title", "a\uFFFDb");
    xmlFreeDoc(document);
}

static void every_shape_is_drawn_in_every_format(void)
{
    g_autoptr(lyh_display) display =
        lyh_display_new(100, 40, "Former", "Fyra former", "sv");
    for (int shape = LYH_SHAPE_DISC; shape <= LYH_SHAPE_DIAMOND; shape++) {
        lyh_item marker = { .kind = LYH_ITEM_MARKER, .x = 12.345 + 20 * shape, .y = 20 };
        marker.width = 10;
        marker.shape = (lyh_shape)shape;
        marker.stroke = LYH_NO_COLOUR;
        lyh_display_add(display, marker);
    }
    lyh_display_add(display, (lyh_item){ .kind = LYH_ITEM_LINE,
                                         .width = 50,
                                         .fill = LYH_NO_COLOUR,
                                         .stroke_width = 1 });
    size_t size;
    char *svg = written(display, as_svg, &size);
    g_assert_nonnull(strstr(svg, "<circle cx=\"12.35\" cy=\"20\" r=\"5\""));
    g_assert_nonnull(
        strstr(svg, "<polygon points=\"27.35,15 37.35,15 37.35,25 27.35,25\""));
    g_assert_nonnull(strstr(svg, "<polygon points=\"52.35,15 57.35,25 47.35,25\""));
    g_assert_nonnull(
        strstr(svg, "<polygon points=\"72.35,15 77.35,20 72.35,25 67.35,20\""));
    g_assert_nonnull(strstr(svg, "<line x1=\"0\" y1=\"0\" x2=\"50\" y2=\"0\""));
    free(svg);
    free(written(display, as_pdf, &size));
    free(written(display, as_png, &size));
}

static void assert_same_bytes(const void *one, size_t one_size, const void *other,
                              size_t other_size)
{
    g_assert_cmpuint(one_size, ==, other_size);
    g_assert_true(memcmp(one, other, one_size) == 0);
}

static void the_same_figure_is_the_same_bytes(void)
{
    static const writing writings[] = { as_pdf, as_png, as_svg };
    for (size_t i = 0; i < G_N_ELEMENTS(writings); i++) {
        size_t sizes[2];
        g_autoptr(lyh_display) first = themes_figure("Elva av tolv");
        g_autoptr(lyh_display) second = themes_figure("Elva av tolv");
        char *one = written(first, writings[i], &sizes[0]);
        char *other = written(second, writings[i], &sizes[1]);
        assert_same_bytes(one, sizes[0], other, sizes[1]);
        free(one);
        free(other);
    }
}

static uint32_t big_endian(const char *bytes)
{
    uint32_t number;
    memcpy(&number, bytes, sizeof number);
    return GUINT32_FROM_BE(number);
}

/* PNG 1.2: IHDR holds width and height; pHYs dots a metre, 11811 being 300 dpi. */
static void png_knows_its_real_size(void)
{
    size_t size;
    g_autoptr(lyh_display) display = themes_figure("Elva av tolv");
    char *png = written(display, as_png, &size);
    assert_same_bytes(png, 8, "\x89PNG\r\n\x1a\n", 8);
    g_assert_cmpuint(big_endian(png + 16), ==, 1890); /* 160 mm at 300 dpi, rounded up */
    assert_same_bytes(png + 37, 4, "pHYs", 4);
    g_assert_cmpuint(big_endian(png + 41), ==, 11811);
    free(png);
}

typedef struct png_reading {
    const char *bytes;
    size_t left;
} png_reading;

static cairo_status_t read_on(void *user, unsigned char *data, unsigned int size)
{
    png_reading *reading = user;
    if (size > reading->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reading->bytes, size);
    reading->bytes += size;
    reading->left -= size;
    return CAIRO_STATUS_SUCCESS;
}

/* Read back by libpng: areas have just the colour they were given, whatever becomes of letters' rims. */
static void png_keeps_the_colours_of_areas(void)
{
    static const uint32_t colours[] = { 0x005A9C, 0xD55E00, 0xEFF3FF, 0xFFFFFF };
    size_t size;
    g_autoptr(lyh_display) display = lyh_display_new(60, 20, "Färger", "Fyra färger", "sv");
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++)
        lyh_display_add(display, (lyh_item){ .kind = LYH_ITEM_RECT,
                                             .x = 15 * (double)i,
                                             .width = 15,
                                             .height = 20,
                                             .fill = colours[i],
                                             .stroke = LYH_NO_COLOUR });
    char *png = written(display, as_png, &size);
    png_reading reading = { png, size };
    cairo_surface_t *image = cairo_image_surface_create_from_png_stream(read_on, &reading);
    g_assert_cmpint(cairo_surface_status(image), ==, CAIRO_STATUS_SUCCESS);
    const unsigned char *row =
        cairo_image_surface_get_data(image) + 40 * cairo_image_surface_get_stride(image);
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++) {
        uint32_t dot;
        memcpy(&dot, row + 4 * (size_t)((15 * (double)i + 7.5) * 300 / 72), sizeof dot);
        g_assert_cmphex(dot & 0xFFFFFF, ==, colours[i]);
    }
    cairo_surface_destroy(image);
    free(png);
}

static void pdf_says_its_date_or_none_never_now(void)
{
    size_t size;
    g_autoptr(lyh_display) display = themes_figure("Elva av tolv");
    char *pdf = written(display, as_pdf, &size);
    g_assert_nonnull(memmem(pdf, size, "/CreationDate (20260501", 23));
    free(pdf);

    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_display_write_pdf(display, NULL, output));
    pdf = lyh_output_take(output, &size);
    g_assert_null(memmem(pdf, size, "/CreationDate", 13));
    free(pdf);
}

static void places_are_hundredths_of_a_point(void)
{
    g_autoptr(lyh_display) display = lyh_display_new(10.126, 20, "t", "d", "sv");
    lyh_display_add(display, (lyh_item){ .x = 1.0 / 3, .y = 2.0 / 3 });
    g_assert_cmpfloat(lyh_display_width(display), ==, 10.13);
    g_assert_cmpfloat(lyh_display_at(display, 0)->x, ==, 0.33);
    g_assert_cmpfloat(lyh_display_at(display, 0)->y, ==, 0.67);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/display/" #name, name)
    TEST(svg_holds_title_description_and_every_text);
    TEST(svg_says_its_size_in_millimetres_and_its_language);
    TEST(signs_xml_cannot_write_are_replaced);
    TEST(every_shape_is_drawn_in_every_format);
    TEST(the_same_figure_is_the_same_bytes);
    TEST(png_knows_its_real_size);
    TEST(png_keeps_the_colours_of_areas);
    TEST(pdf_says_its_date_or_none_never_now);
    TEST(places_are_hundredths_of_a_point);
    return g_test_run();
}
