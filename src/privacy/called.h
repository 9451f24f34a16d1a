/**
 * What is called by its number: a line, a ward, a flat.
 */
#ifndef LYHORD_PRIVACY_CALLED_H
#define LYHORD_PRIVACY_CALLED_H

#include <stdbool.h>

#include "words.h"

/** Is word @i ettan, tjugan, sextiotvåan? Sedan, utan and maken end so too. */
bool is_called_by_number(const words *list, size_t i);

#endif
