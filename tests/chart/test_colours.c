/* Colours of groups and of steps, as people with each kind of colour vision see them. */
#include <math.h>

#include <glib.h>

#include "../../src/chart/sheet.h"

typedef struct lab {
    double lightness, a, b;
} lab;

/*
 * Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation of color vision
 * deficiency, severity 1.0, for linear RGB.
 */
static const double visions[][3][3] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.152286, 1.052583, -0.204868 }, /* protanopia */
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
    { { 0.367322, 0.860646, -0.227968 }, /* deuteranopia */
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    { { 1.255528, -0.076749, -0.178779 }, /* tritanopia */
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } },
};

/* IEC 61966-2-1 */
static double linear(uint32_t byte)
{
    double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double cube_root(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static lab lab_of(uint32_t colour, const double vision[3][3])
{
    const double rgb[] = { linear(colour >> 16), linear((colour >> 8) & 0xFF),
                           linear(colour & 0xFF) };
    double seen[3];
    for (size_t i = 0; i < 3; i++)
        seen[i] = CLAMP(
            vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0, 1);
    double x = cube_root((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) /
                         0.95047);
    double y = cube_root(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
    double z = cube_root((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) /
                         1.08883);
    return (lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double radians(double degrees)
{
    return degrees * G_PI / 180;
}

static double hue(double b, double a)
{
    double degrees = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / G_PI;
    return degrees < 0 ? degrees + 360 : degrees;
}

static double mean_hue(double one, double other, bool has_none)
{
    double sum = one + other;
    if (has_none)
        return sum;
    if (fabs(one - other) <= 180)
        return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

/* CIEDE2000 as Sharma, Wu and Dalal (2005) write it out. */
static double difference(lab one, lab other)
{
    double chroma = (hypot(one.a, one.b) + hypot(other.a, other.b)) / 2;
    double g = 0.5 * (1 - sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))));
    double a1 = (1 + g) * one.a, a2 = (1 + g) * other.a;
    double c1 = hypot(a1, one.b), c2 = hypot(a2, other.b);
    double h1 = hue(one.b, a1), h2 = hue(other.b, a2);
    bool has_none = c1 * c2 == 0;
    double dh = has_none ? 0 : h2 - h1;
    dh = dh > 180 ? dh - 360 : dh < -180 ? dh + 360 : dh;
    double dl = other.lightness - one.lightness, dc = c2 - c1;
    double dhue = 2 * sqrt(c1 * c2) * sin(radians(dh / 2));
    double l = (one.lightness + other.lightness) / 2, c = (c1 + c2) / 2;
    double h = mean_hue(h1, h2, has_none);
    double t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h)) +
               0.32 * cos(radians(3 * h + 6)) - 0.20 * cos(radians(4 * h - 63));
    double turn = 30 * exp(-pow((h - 275) / 25, 2));
    double rc = 2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)));
    double sl = 1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2));
    double sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
    double rotation = -sin(radians(2 * turn)) * rc;
    return sqrt(pow(dl / sl, 2) + pow(dc / sc, 2) + pow(dhue / sh, 2) +
                rotation * (dc / sc) * (dhue / sh));
}

/* Pairs 1, 7, 17 and 25 of table 1 in Sharma, Wu and Dalal (2005). */
static void the_formula_is_the_published_one(void)
{
    static const struct {
        lab one, other;
        double difference;
    } published[] = {
        { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
        { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
        { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
        { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(published); i++)
        g_assert_cmpfloat_with_epsilon(difference(published[i].one, published[i].other),
                                       published[i].difference, 0.0001);
}

static void assert_apart(const uint32_t *colours, size_t count, double least)
{
    for (size_t vision = 0; vision < G_N_ELEMENTS(visions); vision++) {
        for (size_t i = 0; i < count; i++) {
            for (size_t k = 0; k < i; k++) {
                double apart = difference(lab_of(colours[i], visions[vision]),
                                          lab_of(colours[k], visions[vision]));
                if (apart < least)
                    g_error("vision %zu: #%06X and #%06X differ by %.1f", vision,
                            colours[i], colours[k], apart);
            }
        }
    }
}

static void groups_are_told_apart_in_four_kinds_of_vision(void)
{
    assert_apart(lyh_group_colours, LYH_GROUPS, 25);
}

static double grey(uint32_t colour)
{
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear((colour >> 8) & 0xFF) +
           0.0722 * linear(colour & 0xFF);
}

static void classes_grow_darker_in_grey_too(void)
{
    for (size_t i = 1; i < LYH_CLASSES; i++) {
        double paler = grey(lyh_class_colours[i - 1]), darker = grey(lyh_class_colours[i]);
        g_assert_cmpfloat((paler + 0.05) / (darker + 0.05), >, 1.3);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/colours/" #name, name)
    TEST(the_formula_is_the_published_one);
    TEST(groups_are_told_apart_in_four_kinds_of_vision);
    TEST(classes_grow_darker_in_grey_too);
    return g_test_run();
}
