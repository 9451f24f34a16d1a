/**
 * Words for kinds of units, which have the endings of units' names and are none.
 */
#ifndef LYHORD_PRIVACY_UNIT_KINDS_H
#define LYHORD_PRIVACY_UNIT_KINDS_H

#include "words.h"

/** Kommunhuset, Folkhögskolan: a word for a kind with a capital is no name. */
bool is_kind_of_unit(const words *list, size_t i);

#endif
