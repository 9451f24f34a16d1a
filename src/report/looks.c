#include "looks.h"

#include "pages.h"

#define ASCENT_IN_LINE 0.36 /* of the size: the baseline below the middle of the line */

#define SEMI LYH_WEIGHT_SEMIBOLD
#define PLAIN LYH_WEIGHT_REGULAR

/* Tag, style, leading, space before and after, indent, measure. The title is H1, chapters H2. */
static const lyh_look looks[] = {
    { "H1", { 28, SEMI, false, COLOUR_INK }, 35, 200, 12, 0, TEXT_WIDTH, true },
    { "P", { 15, PLAIN, false, COLOUR_SECONDARY }, 22, 0, 44, 0, TEXT_WIDTH, true },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 0, 4, 0, TEXT_WIDTH, false },
    { "P", { 11, SEMI, false, COLOUR_INK }, 16, 16, 0, 0, TEXT_WIDTH, false },
    { "H2", { 20, SEMI, false, COLOUR_INK }, 26, 36, 12, 0, TEXT_WIDTH, true },
    { "H3", { 14, SEMI, false, COLOUR_INK }, 19, 22, 5, 0, TEXT_WIDTH, true },
    { "H4", { 11.5, SEMI, false, COLOUR_INK }, 16, 18, 3, 0, TEXT_WIDTH, true },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 0, 9, 0, BODY_MEASURE, false },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 0, 5, ITEM_INDENT, BODY_MEASURE, false },
    { "P", { 11, PLAIN, false, COLOUR_INK }, 16, 6, 0, QUOTE_INDENT, BODY_MEASURE, false },
    { "P",
      { 9.5, PLAIN, false, COLOUR_SECONDARY },
      14,
      0,
      9,
      QUOTE_INDENT,
      BODY_MEASURE,
      false },
    { "P", { 9.5, PLAIN, false, COLOUR_SECONDARY }, 13.5, 0, 6, 0, BODY_MEASURE, false },
    { "Caption", { 10, SEMI, false, COLOUR_INK }, 14, 16, 0, 0, TEXT_WIDTH, false },
    { "Caption", { 9.5, PLAIN, false, COLOUR_SECONDARY }, 13, 2, 20, 0, TEXT_WIDTH, false },
    { "P", { 9.5, PLAIN, false, COLOUR_SECONDARY }, 13, 0, 3, 0, BODY_MEASURE, false },
    { "Reference", { 11, SEMI, false, COLOUR_INK }, 18, 8, 0, 0, ENTRY_MEASURE, false },
    { "Reference", { 11, PLAIN, true, COLOUR_INK }, 18, 0, 0, 16, ENTRY_MEASURE, false },
};

const lyh_look *lyh_look_of(lyh_look_name name)
{
    return &looks[name];
}

double lyh_look_baseline(const lyh_look *look)
{
    return look->leading / 2 + look->style.size * ASCENT_IN_LINE;
}
