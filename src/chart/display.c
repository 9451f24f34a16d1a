#include "display_private.h"

#include <math.h>

struct lyh_display {
    double width;
    double height;
    char *title;
    char *description;
    char *language;
    bool has_finding;
    GArray *items; /* lyh_item */
    GStringChunk *texts;
};

static double hundredths(double points)
{
    return round(points * 100) / 100;
}

lyh_display *lyh_display_new(double width, double height, const char *title,
                             const char *description, const char *language)
{
    lyh_display *display = g_new0(lyh_display, 1);
    display->width = hundredths(width);
    display->height = hundredths(height);
    display->title = g_strdup(title ? title : "");
    display->has_finding = *display->title != '\0';
    display->description = g_strdup(description ? description : "");
    display->language = g_strdup(language ? language : "en");
    display->items = g_array_new(FALSE, FALSE, sizeof(lyh_item));
    display->texts = g_string_chunk_new(1024);
    return display;
}

void lyh_display_free(lyh_display *display)
{
    if (!display)
        return;
    g_free(display->title);
    g_free(display->description);
    g_free(display->language);
    g_array_unref(display->items);
    g_string_chunk_free(display->texts);
    g_free(display);
}

void lyh_display_finish(lyh_display *display, double height, const char *description)
{
    display->height = hundredths(height);
    g_free(display->description);
    display->description = g_strdup(description);
}

void lyh_display_lacks_finding(lyh_display *display)
{
    display->has_finding = false;
}

bool lyh_display_has_finding(const lyh_display *display)
{
    return display->has_finding;
}

void lyh_display_add(lyh_display *display, lyh_item item)
{
    item.x = hundredths(item.x);
    item.y = hundredths(item.y);
    item.width = hundredths(item.width);
    item.height = hundredths(item.height);
    item.text = item.text ? g_string_chunk_insert(display->texts, item.text) : NULL;
    g_array_append_val(display->items, item);
}

double lyh_item_left(const lyh_item *item)
{
    switch (item->align) {
    case LYH_ALIGN_CENTRE:
        return item->x - item->width / 2;
    case LYH_ALIGN_RIGHT:
        return item->x - item->width;
    case LYH_ALIGN_LEFT:
        break;
    }
    return item->x;
}

size_t lyh_shape_corners(const lyh_item *item, lyh_corner corners[4])
{
    double x = item->x;
    double y = item->y;
    double r = item->width / 2;
    g_assert(item->kind == LYH_ITEM_MARKER && item->shape != LYH_SHAPE_DISC);
    if (item->shape == LYH_SHAPE_TRIANGLE) {
        corners[0] = (lyh_corner){ x, y - r };
        corners[1] = (lyh_corner){ x + r, y + r };
        corners[2] = (lyh_corner){ x - r, y + r };
        return 3;
    }
    double flat = item->shape == LYH_SHAPE_SQUARE ? r : 0;
    corners[0] = (lyh_corner){ x - flat, y - r };
    corners[1] = (lyh_corner){ x + r, y - flat };
    corners[2] = (lyh_corner){ x + flat, y + r };
    corners[3] = (lyh_corner){ x - r, y + flat };
    return 4;
}

double lyh_display_width(const lyh_display *display)
{
    return display->width;
}

double lyh_display_height(const lyh_display *display)
{
    return display->height;
}

const char *lyh_display_title(const lyh_display *display)
{
    return display->title;
}

const char *lyh_display_description(const lyh_display *display)
{
    return display->description;
}

const char *lyh_display_language(const lyh_display *display)
{
    return display->language;
}

size_t lyh_display_count(const lyh_display *display)
{
    return display->items->len;
}

const lyh_item *lyh_display_at(const lyh_display *display, size_t index)
{
    g_assert(index < display->items->len);
    return &g_array_index(display->items, lyh_item, index);
}
