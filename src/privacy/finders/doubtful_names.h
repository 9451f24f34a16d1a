/**
 * Words of Swedish that are somebody's name too, where the words around leave it open.
 */
#ifndef LYHORD_PRIVACY_DOUBTFUL_NAMES_H
#define LYHORD_PRIVACY_DOUBTFUL_NAMES_H

#include "../words.h"

/** "å stig, pojken", "åt stig", "med björn ringde": at the small word @i, which a list has as a given name. */
bool is_word_as_name(const words *list, size_t i);

/** "Hans, han kör mig", "Hans ringde": at @i, which begins a sentence and is no owner there. */
bool is_hans_alone(const words *list, size_t i);

#endif
