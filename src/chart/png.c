#include "png.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <zlib.h>

#define COLOURS 256

typedef struct shade {
    uint32_t colour; /* 0xRRGGBB */
    size_t dots;
} shade;

typedef struct palette {
    uint32_t colours[COLOURS];
    guint count;
    GHashTable *index; /* any colour of the image -> its place among them */
} palette;

/* ---- colours ---- */

static const uint32_t *row_of(cairo_surface_t *image, int y)
{
    const unsigned char *data = cairo_image_surface_get_data(image);
    return (const uint32_t *)(const void *)(data +
                                            y * cairo_image_surface_get_stride(image));
}

static GHashTable *count_dots(cairo_surface_t *image)
{
    GHashTable *dots = g_hash_table_new(NULL, NULL);
    for (int y = 0; y < cairo_image_surface_get_height(image); y++) {
        const uint32_t *row = row_of(image, y);
        int width = cairo_image_surface_get_width(image);
        for (int x = 0, end; x < width; x = end) {
            for (end = x + 1; end < width && row[end] == row[x];)
                end++;
            void *colour = GUINT_TO_POINTER(row[x] & 0xFFFFFF);
            guint before = GPOINTER_TO_UINT(g_hash_table_lookup(dots, colour));
            g_hash_table_insert(dots, colour, GUINT_TO_POINTER(before + (guint)(end - x)));
        }
    }
    return dots;
}

/* The most frequent first; of equals the darkest. */
static int by_dots(const void *a, const void *b)
{
    const shade *one = a, *other = b;
    if (one->dots != other->dots)
        return one->dots < other->dots ? 1 : -1;
    return (one->colour > other->colour) - (one->colour < other->colour);
}

static GArray *shades_of(cairo_surface_t *image)
{
    g_autoptr(GHashTable) dots = count_dots(image);
    GArray *shades = g_array_new(FALSE, FALSE, sizeof(shade));
    GHashTableIter each;
    void *colour, *count;
    g_hash_table_iter_init(&each, dots);
    while (g_hash_table_iter_next(&each, &colour, &count)) {
        const shade one = { GPOINTER_TO_UINT(colour), GPOINTER_TO_UINT(count) };
        g_array_append_val(shades, one);
    }
    g_array_sort(shades, by_dots);
    return shades;
}

static int distance(uint32_t one, uint32_t other)
{
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int apart = (int)((one >> shift) & 0xFF) - (int)((other >> shift) & 0xFF);
        sum += apart * apart;
    }
    return sum;
}

static guint nearest(const palette *kept, uint32_t colour)
{
    guint best = 0;
    for (guint i = 1; i < kept->count; i++)
        if (distance(kept->colours[i], colour) < distance(kept->colours[best], colour))
            best = i;
    return best;
}

static void palette_init(palette *kept, cairo_surface_t *image)
{
    g_autoptr(GArray) shades = shades_of(image);
    *kept = (palette){ .count = MIN(shades->len, COLOURS),
                       .index = g_hash_table_new(NULL, NULL) };
    for (guint i = 0; i < kept->count; i++)
        kept->colours[i] = g_array_index(shades, shade, i).colour;
    for (guint i = 0; i < shades->len; i++) {
        uint32_t colour = g_array_index(shades, shade, i).colour;
        guint place = i < kept->count ? i : nearest(kept, colour);
        g_hash_table_insert(kept->index, GUINT_TO_POINTER(colour), GUINT_TO_POINTER(place));
    }
}

/* ---- the file ---- */

static void append_number(GByteArray *bytes, uint32_t number)
{
    uint32_t big = GUINT32_TO_BE(number);
    g_byte_array_append(bytes, (const guint8 *)&big, sizeof big);
}

static void append_chunk(GByteArray *png, const char *kind, const GByteArray *data)
{
    append_number(png, data->len);
    guint start = png->len;
    g_byte_array_append(png, (const guint8 *)kind, 4);
    if (data->len > 0)
        g_byte_array_append(png, data->data, data->len);
    append_number(png, (uint32_t)crc32(0, png->data + start, png->len - start));
}

static void append_header(GByteArray *png, cairo_surface_t *image)
{
    static const guint8 rest[] = { 8, 3, 0, 0,
                                   0 }; /* bits, colours of a palette, defaults */
    g_autoptr(GByteArray) data = g_byte_array_new();
    append_number(data, (uint32_t)cairo_image_surface_get_width(image));
    append_number(data, (uint32_t)cairo_image_surface_get_height(image));
    g_byte_array_append(data, rest, sizeof rest);
    append_chunk(png, "IHDR", data);
}

/* Dots a metre, so that a pasted figure has its real size. */
static void append_size(GByteArray *png, double dpi)
{
    g_autoptr(GByteArray) data = g_byte_array_new();
    uint32_t dots = (uint32_t)lround(dpi / 0.0254);
    append_number(data, dots);
    append_number(data, dots);
    g_byte_array_append(data, (const guint8 *)"\1", 1);
    append_chunk(png, "pHYs", data);
}

static void append_palette(GByteArray *png, const palette *kept)
{
    g_autoptr(GByteArray) data = g_byte_array_new();
    for (guint i = 0; i < kept->count; i++) {
        const guint8 parts[] = { (guint8)(kept->colours[i] >> 16),
                                 (guint8)(kept->colours[i] >> 8),
                                 (guint8)kept->colours[i] };
        g_byte_array_append(data, parts, sizeof parts);
    }
    append_chunk(png, "PLTE", data);
}

/* A row is its filter, none, and a byte a dot. */
static GByteArray *dots_of(cairo_surface_t *image, const palette *kept)
{
    int width = cairo_image_surface_get_width(image);
    GByteArray *dots = g_byte_array_new();
    g_byte_array_set_size(dots,
                          (guint)((width + 1) * cairo_image_surface_get_height(image)));
    guint8 *to = dots->data;
    for (int y = 0; y < cairo_image_surface_get_height(image); y++) {
        const uint32_t *row = row_of(image, y);
        uint32_t last = row[0] & 0xFFFFFF;
        guint8 place = (guint8)GPOINTER_TO_UINT(
            g_hash_table_lookup(kept->index, GUINT_TO_POINTER(last)));
        *to++ = 0;
        for (int x = 0; x < width; x++) {
            uint32_t colour = row[x] & 0xFFFFFF;
            if (colour != last)
                place = (guint8)GPOINTER_TO_UINT(
                    g_hash_table_lookup(kept->index, GUINT_TO_POINTER(colour)));
            last = colour;
            *to++ = place;
        }
    }
    return dots;
}

static void append_dots(GByteArray *png, cairo_surface_t *image, const palette *kept)
{
    g_autoptr(GByteArray) dots = dots_of(image, kept);
    g_autoptr(GByteArray) packed = g_byte_array_new();
    uLongf size = compressBound(dots->len);
    g_byte_array_set_size(packed, (guint)size);
    int status =
        compress2(packed->data, &size, dots->data, dots->len, Z_DEFAULT_COMPRESSION);
    g_assert(status == Z_OK);
    g_byte_array_set_size(packed, (guint)size);
    append_chunk(png, "IDAT", packed);
}

GByteArray *lyh_png_new(cairo_surface_t *image, double dpi)
{
    static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
    g_autoptr(GByteArray) nothing = g_byte_array_new();
    GByteArray *png = g_byte_array_new();
    palette kept;
    cairo_surface_flush(image);
    palette_init(&kept, image);
    g_byte_array_append(png, signature, sizeof signature);
    append_header(png, image);
    append_size(png, dpi);
    append_palette(png, &kept);
    append_dots(png, image, &kept);
    append_chunk(png, "IEND", nothing);
    g_hash_table_unref(kept.index);
    return png;
}
