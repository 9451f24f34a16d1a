/**
 * Units of care and work that are told by a mark: a number, a saint, letters, or the word before.
 */
#ifndef LYHORD_PRIVACY_UNITS_H
#define LYHORD_PRIVACY_UNITS_H

#include <glib.h>

#include "words.h"

/** "avdelning 23", "Sankt Olof", "på KSS", "vc hentorp": add the unit at word @i; false when there is none. */
bool find_marked_unit(const words *list, size_t i, GArray *findings);

#endif
