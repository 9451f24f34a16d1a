/**
 * Units of care and work that are told by a mark: a number, a saint, letters, or the word before.
 */
#ifndef LYHORD_PRIVACY_UNITS_H
#define LYHORD_PRIVACY_UNITS_H

#include <glib.h>

#include "words.h"

/** Is there a mark at all? Most words have none. */
static inline bool may_be_marked(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return at->is_capital ||
           (i + 1 < list->count && (at[1].is_number || at[1].has_digit ||
                                    (at[1].is_upper && at[1].end - at[1].start == 1))) ||
           (!at->classes && i > 0 && at[-1].classes & (CUE_UNIT | CUE_NAMED));
}

/** "avdelning 23", "Sankt Olof", "på KSS", "vc hentorp": add the unit at word @i; false when there is none. */
bool find_marked_unit(const words *list, size_t i, GArray *findings);

#endif
