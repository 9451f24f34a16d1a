/**
 * The fonts that print, and no others: Inter, and DejaVu Sans for signs that Inter lacks. Whatever else is
 * installed, or preferred by whoever runs the program, figures and pages are the same.
 */
#ifndef LYHORD_CHART_FONTS_H
#define LYHORD_CHART_FONTS_H

#include <stdbool.h>

#include "late_pango.h"

/** Let @map know of nothing else; of all there is when neither font is installed. */
void lyh_fonts_restrict(PangoFontMap *map);

/** Has one of them @sign? */
bool lyh_fonts_have(gunichar sign);

#endif
