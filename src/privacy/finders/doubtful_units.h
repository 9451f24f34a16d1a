/**
 * Units of a service that may be the one of a town, and may be any.
 */
#ifndef LYHORD_PRIVACY_DOUBTFUL_UNITS_H
#define LYHORD_PRIVACY_DOUBTFUL_UNITS_H

#include "../words.h"

/** Fontänhuset, Vuxenenheten: units, where one of them begins a sentence. */
bool begins_as_unit(const words *list, size_t i);

/** Kyrkbyn, Storheden: places by their last part, where one of them begins a sentence. */
bool begins_as_place(const words *list, size_t i);

/** "enheten för hemlösa", "akuten i Malmö"; @is_taken says of each word whether a finding holds it. */
bool is_unit_of(const words *list, const bool *is_taken, size_t i);

/** "på sameskolan": behind a preposition, and no kind that every town has. */
bool is_unit_somewhere(const words *list, size_t i);

/** "lövstas skola": the small word before a kind of unit, which may be a place. */
bool is_owner_of_unit(const words *list, size_t i);

#endif
