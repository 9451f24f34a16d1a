#include "sheet.h"

#define EDGE 0.5
#define SWATCH 10.0
#define SWATCH_GAP 5.0
#define KEY_GAP 14.0
#define KEY_LEADING 14.0
#define HATCH_STEP 5.0
#define HATCH_WIDTH 0.8
#define HATCH_COLOUR 0xFFFFFF
#define PALE 3 /* classes so pale that they need an edge */

const uint32_t lyh_group_colours[LYH_GROUPS] = { 0x005A9C, 0xD55E00, 0x1A1A1A, 0x8A8A8A };
const uint32_t lyh_class_colours[LYH_CLASSES] = { 0xEFF3FF, 0xBDD7E7, 0x6BAED6, 0x2171B5,
                                                  0x08306B };

uint32_t lyh_class_edge(size_t class)
{
    return class < PALE ? COLOUR_EDGE : LYH_NO_COLOUR;
}

size_t lyh_share_class(const lyh_cell *cell)
{
    int64_t quarters = cell->number * 4;
    size_t class = 0;
    for (int64_t more = 0; more < 4; more++)
        class += quarters > more * cell->base;
    return class;
}

void lyh_sheet_rect(lyh_sheet *sheet, double x, double y, double width, double height,
                    uint32_t fill, uint32_t edge)
{
    lyh_item rect = { .kind = LYH_ITEM_RECT, .x = x, .y = y };
    rect.width = width;
    rect.height = height;
    rect.fill = fill;
    rect.stroke = edge;
    rect.stroke_width = EDGE;
    lyh_display_add(sheet->display, rect);
}

void lyh_sheet_rule(lyh_sheet *sheet, double x, double y, double width, double height,
                    uint32_t colour, double thickness)
{
    lyh_item line = { .kind = LYH_ITEM_LINE, .x = x, .y = y };
    line.width = width;
    line.height = height;
    line.fill = LYH_NO_COLOUR;
    line.stroke = colour;
    line.stroke_width = thickness;
    lyh_display_add(sheet->display, line);
}

/* Each stroke rises from left to right; it begins below or at the left edge. */
static void hatch_slanting(lyh_sheet *sheet, double x, double y, double width,
                           double height)
{
    for (double at = HATCH_STEP; at < width + height; at += HATCH_STEP) {
        double from = MAX(0, at - height); /* along the width, where the stroke is lowest */
        double to = MIN(at, width);
        lyh_sheet_rule(sheet, x + from, y + (at - from), to - from, from - to, HATCH_COLOUR,
                       HATCH_WIDTH);
    }
}

void lyh_sheet_hatch(lyh_sheet *sheet, double x, double y, double width, double height,
                     lyh_hatch hatch)
{
    if (hatch == LYH_HATCH_SLANTING)
        hatch_slanting(sheet, x, y, width, height);
    for (double at = HATCH_STEP / 2; hatch == LYH_HATCH_UPRIGHT && at < width;
         at += HATCH_STEP)
        lyh_sheet_rule(sheet, x + at, y, 0, height, HATCH_COLOUR, HATCH_WIDTH);
}

static void draw_key(lyh_sheet *sheet, const lyh_key *key, double x, double middle)
{
    if (key->is_marker) {
        lyh_item marker = { .kind = LYH_ITEM_MARKER, .x = x + SWATCH / 2, .y = middle };
        marker.width = marker.height = 8;
        marker.shape = key->shape;
        marker.fill = key->fill;
        marker.stroke = LYH_NO_COLOUR;
        lyh_display_add(sheet->display, marker);
        return;
    }
    double top = middle - SWATCH / 2;
    lyh_sheet_rect(sheet, x, top, SWATCH, SWATCH, key->fill, key->edge);
    lyh_sheet_hatch(sheet, x, top, SWATCH, SWATCH, key->hatch);
}

void lyh_sheet_legend(lyh_sheet *sheet, const lyh_key *keys, size_t count)
{
    const double text_x = SWATCH + SWATCH_GAP;
    double x = 0;
    for (size_t i = 0; i < count; i++) {
        g_autoptr(GPtrArray) lines = lyh_sheet_lines(sheet, keys[i].text, &lyh_label_style,
                                                     sheet->width - text_x, 0);
        double width = 0;
        for (guint k = 0; k < lines->len; k++)
            width = MAX(width, lyh_sheet_width(sheet, lines->pdata[k], &lyh_label_style));
        if (x > 0 && x + text_x + width > sheet->width) {
            x = 0;
            sheet->y += KEY_LEADING;
        }
        double middle = sheet->y + KEY_LEADING / 2;
        draw_key(sheet, &keys[i], x, middle);
        lyh_sheet_stack(sheet, lines, x + text_x, middle + LYH_DROP - 9, LYH_ALIGN_LEFT,
                        &lyh_label_style);
        sheet->y += (lines->len - 1) * LYH_LEADING;
        x += text_x + width + KEY_GAP;
    }
    sheet->y += count > 0 ? KEY_LEADING + 6 : 0;
}
