#include "colours.h"

#include <math.h>

#include <glib.h>

#include <lyhord/codebook/weakness.h>

/* CIE L*a*b*, seen by daylight (D65). */
typedef struct lab_colour {
    double l, a, b;
    size_t code;
} lab_colour;

static double hex_pair(const char *text)
{
    return (g_ascii_xdigit_value(text[0]) * 16 + g_ascii_xdigit_value(text[1])) / 255.0;
}

/* IEC 61966-2-1 (sRGB). */
static double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* CIE 15:2004, 8.2.1. */
static double lab_root(double t)
{
    return t > 216.0 / 24389.0 ? cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

static lab_colour lab_of(const char *colour, size_t code)
{
    double r = linear(hex_pair(colour + 1)), g = linear(hex_pair(colour + 3)),
           b = linear(hex_pair(colour + 5));
    double x = lab_root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = lab_root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = lab_root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return (lab_colour){ 116 * y - 16, 500 * (x - y), 200 * (y - z), code };
}

static double difference(const lab_colour *one, const lab_colour *two)
{
    return sqrt((one->l - two->l) * (one->l - two->l) +
                (one->a - two->a) * (one->a - two->a) +
                (one->b - two->b) * (one->b - two->b));
}

double lyh_colour_difference(const char *one, const char *two)
{
    lab_colour a = lab_of(one, 0), b = lab_of(two, 0);
    return difference(&a, &b);
}

/*
 * Only colours unlike all before them are kept to be compared with: there is room for some
 * thousands of those in all that a screen can show, so time is linear in the codes.
 */
void colours_compare(const lyh_codebook *book, size_t only, lyh_diags *diags)
{
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(lab_colour));
    for (size_t code = 0; code < lyh_codebook_count(book); code++) {
        const lyh_code *here = lyh_codebook_code(book, code);
        if (*here->colour == '\0')
            continue;
        lab_colour now = lab_of(here->colour, code);
        guint i = 0;
        while (i < kept->len &&
               difference(&now, &g_array_index(kept, lab_colour, i)) >= LYH_COLOURS_ALIKE)
            i++;
        if (i == kept->len) {
            g_array_append_val(kept, now);
            continue;
        }
        size_t other = g_array_index(kept, lab_colour, i).code;
        if (only != LYH_NONE && only != code && only != other)
            continue;
        lyh_diags_warning(diags, "colours-alike",
                          lyh_codebook_cell_place(book, code, LYH_FIELD_COLOUR),
                          "%s of '%s' is too like %s of '%s' to be told apart in a figure; "
                          "choose another",
                          here->colour, here->name, lyh_codebook_code(book, other)->colour,
                          lyh_codebook_code(book, other)->name);
    }
}
