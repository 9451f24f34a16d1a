/**
 * What a word with a capital may be when it is no name.
 */
#ifndef LYHORD_PRIVACY_CAPITALS_H
#define LYHORD_PRIVACY_CAPITALS_H

#include "words.h"

/** SBU-rapporten, BRIU:s, A-stad: an abbreviation, or a town hidden already. */
bool begins_short(const words *list, size_t i);

/** Brottsoffermyndigheten, Bolagsverket, Socialtjänstlagen: what there is one of in the country. */
bool is_institution(const words *list, size_t i);

/** Do the words around word @i belong to a Swedish sentence? Asks the dictionary; false without one. */
bool is_among_swedish(const words *list, size_t i);

/** Kodboken: two words of the dictionary in one. False without a dictionary. */
bool is_compound(const words *list, size_t i);

/**
 * A capital that the text's lines explain: an ordinary word in running text, as where a heading was
 * joined to what follows it. Asks the dictionary; never without one.
 */
bool is_ordinary(const words *list, size_t i);

#endif
