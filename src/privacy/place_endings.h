/**
 * Endings that names of places have.
 */
#ifndef LYHORD_PRIVACY_PLACE_ENDINGS_H
#define LYHORD_PRIVACY_PLACE_ENDINGS_H

#include "words.h"

/** fredriksskans, ulvberga: a compound too, with the ending of a place. */
bool has_place_ending(const words *list, size_t i);

#endif
